/**
 * The words that stand around an indicator's name and its value. They are function words and verbs of the genre, not
 * names; names are the catalogue's business.
 */

/** What a word between name and value says about the value. */
export type TailEffect =
  /** The value is a rate or an amount of rise. */
  | 'up'
  /** The value is a rate or an amount of fall. */
  | 'down'
  /** The value is where something stands or arrives. */
  | 'level'
  /** The value is where something began (由47.6%). */
  | 'from'
  /** The value is a share of a whole (占43.7%). */
  | 'share'
  /** An average of several years. */
  | 'average'
  /** A goal above the one promised (力争). */
  | 'stretch'
  /** Promised for sure (确保). */
  | 'firm'
  /** An estimate (预计). */
  | 'estimate'
  /** Says nothing of the value. */
  | 'none';

function rows<T>(effect: T, words: string): [string, T][] {
  return words.split(' ').map((word) => [word, effect]);
}

const TAIL_ROWS: readonly (readonly [string, TailEffect])[] = [
  ...rows<TailEffect>(
    'up',
    '增长 增加 增 提高 提升 上升 上涨 攀升 净增 净增加 净增长 新增 增幅 增速 涨幅 增长率 升幅 涨 升 扩大 增长幅度 增长速度 上涨幅度 年增长 年增 同增 上调 增产 正增长 回升 增值 年增速 递增 年递增 多增 翻',
  ),
  ...rows<TailEffect>(
    'down',
    '下降 降低 减少 回落 下跌 降 压减 缩减 压缩 缩小 削减 降幅 压降 减 收窄 下降率 降低率 下降幅度 减幅 跌 缩短 减产 核减 调减 下滑 下调 递减 精简 负增长 同减 少增',
  ),
  ...rows<TailEffect>(
    'level',
    '提高到 提高至 提升到 提升至 增加到 增加至 增长到 增长至 上升到 上升至 上涨到 上涨至 扩大到 扩大至 升至 升到 增至 增到 涨至 涨到 提至 提到 降至 降到 下降到 下降至 降低到 降低至 回落到 回落至 减少到 减少至 减至 压减到 压减至 压缩到 压缩至 缩短到 缩短至 缩小到 缩小至 恢复到 发展到 扩展到 调整到 调整为 拓展到 拓展至 达到 达 高达 完成 实现 为 是 有 共有 拥有 现有 已有 建有 控制在 控制到 稳定在 保持在 维持在 稳定达到 稳定保持在 稳定实现 保持 稳定 控制 定为 拟定为 确定为 设定为 到 至 跃升至 跃升到 攀升至 攀升到 回升到 回升至 迈向 超额完成 安排 拟安排 安排在 掌握在 确定在 设定在 定在 摆在 到账',
  ),
  ...rows<TailEffect>('from', '由 从 由原来的 从原来的 由过去的 从过去的 由上年的 从上年的 由去年的 从去年的'),
  ...rows<TailEffect>('share', '占 比重占'),
  ...rows<TailEffect>(
    'average',
    '年均 年平均 平均每年 每年 两年平均 三年平均 四年平均 五年平均 两年年均 三年年均 四年年均 五年年均',
  ),
  ...rows<TailEffect>('stretch', '力争 争取 奋力 努力达到 力求 冲刺 努力争取 努力实现 奋力实现 奋力冲刺'),
  ...rows<TailEffect>('firm', '确保 保证'),
  ...rows<TailEffect>('estimate', '预计 有望 可望'),
  ...rows<TailEffect>(
    'none',
    '同比 环比 名义 实际 平均 累计 总计 合计 共计 共 总共 均 都 各 分别 按 要 将 已 已经 再 又 仅 首次 成功 一举 历史性 持续 继续 稳步 逆势 大幅 大幅度 快速 较快 强劲 平稳 小幅 可 也 还 就 全部 全年 年内 率先 提前 可比 同口径 按同口径 可比口径 按可比口径 按可比价 按可比价格 按可比价计算 按可比价格计算 按不变价 按不变价格 按不变价计算 按不变价格计算 扣除价格因素 扣除价格因素后 剔除不可比因素 剔除不可比因素后 预期目标 的预期目标 的目标 增长目标 增长的目标 增长的预期目标 增长预期目标 预期增长目标 控制目标 预期控制目标 涨幅目标 增速目标 初步 拟 拟将 预期 基本 在 增势 明显 进一步 整体 至少 必须 应 努力 顺利 圆满 超额 年度 当年 逐年 日均 月均 每月 每人每年 双双 每人每月 每人 人均 户均 亩均 更是 不断 连年 连续 总体 高速 恢复性 突出 迅猛 显著 按照 ： | 了 以 就 大约 年底 年末 则 也将 每年均 每年都 转为 变为 由负转正',
  ),
];

/** Lexicon of the words between name and value, keyed by the word. */
export const TAIL_WORDS: ReadonlyMap<string, TailEffect> = new Map(TAIL_ROWS);
const TAIL_BY_LAST = byCharacter(
  TAIL_ROWS.map(([word]) => word),
  (word) => word.charCodeAt(word.length - 1),
);

/** The words between name and value that end at `end` and begin at or behind `from`, longest first. */
export function tailWordsBefore(text: string, from: number, end: number): readonly string[] {
  const candidates = TAIL_BY_LAST.get(text.charCodeAt(end - 1));
  if (candidates === undefined) return NONE;
  return candidates.filter((word) => end - word.length >= from && text.startsWith(word, end - word.length));
}

const NONE: readonly string[] = [];

/** Words grouped by one of their characters, longest first in each group. */
function byCharacter(words: readonly string[], key: (word: string) => number): ReadonlyMap<number, readonly string[]> {
  const groups = new Map<number, string[]>();
  for (const word of new Set(words)) {
    const group = groups.get(key(word));
    if (group === undefined) groups.set(key(word), [word]);
    else group.push(word);
  }
  for (const group of groups.values()) group.sort((a, b) => b.length - a.length);
  return groups;
}

function first(word: string): number {
  return word.charCodeAt(0);
}

/** The longest word of a group that begins at `at` and ends at or before `to`; '' for none. */
function longestAt(groups: ReadonlyMap<number, readonly string[]>, text: string, at: number, to: number): string {
  const candidates = groups.get(text.charCodeAt(at));
  if (candidates === undefined) return '';
  for (const word of candidates) if (at + word.length <= to && text.startsWith(word, at)) return word;
  return '';
}

/** What a word before a name says of the clause. */
export type HeadEffect = 'none' | 'estimate' | 'stretch' | 'firm' | 'part' | 'average';

const HEAD_ROWS: readonly (readonly [string, HeadEffect])[] = [
  ...rows<HeadEffect>('part', '其中 这其中'),
  ...rows<HeadEffect>(
    'estimate',
    '预计 预计全年 初步核算 初步预计 据初步统计 初步统计 有望 经初步核算 根据初步核算 预期',
  ),
  ...rows<HeadEffect>('stretch', '力争 争取 奋力 力求 冲刺 努力争取 奋力实现'),
  ...rows<HeadEffect>('firm', '确保 保证 务必'),
  ...rows<HeadEffect>('average', '年均 平均每年 每年'),
  ...rows<HeadEffect>(
    'none',
    '全国 全省 全市 全区 全县 全旗 全州 全盟 全域 全镇 全乡 全街道 全苏木 全园区 全地区 我国 我省 我市 我区 我县 我旗 我州 我盟 本市 本区 本县 本省 本旗 全自治区 市本级 区本级 县本级 省本级 全年 年内 当年 同期 年度 同时 此外 另外 并 且 并且 而 以及 和 与 及 特别是 尤其是 使 让 令 实现 完成 达到 推动 促进 促使 助推 助力 力促 保持 努力 努力实现 努力完成 累计 总计 合计 共计 总共 共 均 都 已 已经 将 再 要 又 还 也 首次 顺利 圆满 圆满完成 超额完成 基本 截至目前 目前 截至 截至年底 年底 年末 到年底 年底前 至年底 到年末 年末全市 先后 陆续 分别 相继 建议 建议将 把 主要指标中 即 按照 ： | —— - · 的 各位代表 同志们 我们 我们要 一年来 到 至 在 等 但 虽 虽然 尽管 因此 因而 提出 将要 经过努力 经济社会发展 国民经济和社会发展 顺利实现 如期 如期完成 如期实现 确保完成 确保实现 力争完成 力争实现 通过努力',
  ),
  ...rows<HeadEffect>(
    'none',
    '一是 二是 三是 四是 五是 六是 七是 八是 九是 十是 一要 二要 三要 四要 五要 第一， 第二， 第三，',
  ),
];

export const HEAD_WORDS: ReadonlyMap<string, HeadEffect> = new Map(HEAD_ROWS);
const HEAD_BY_FIRST = byCharacter(
  HEAD_ROWS.map(([word]) => word),
  first,
);

/** The longest word that may stand before a name at `at`; '' for none. */
export function headWordAt(text: string, at: number, to: number): string {
  return longestAt(HEAD_BY_FIRST, text, at, to);
}

/** Adverbs that are dropped only before a verb or a catalogued name; elsewhere they may begin a name (高质量发展, 新能源). */
export const ADVERBS: readonly string[] =
  '全面 全力 扎实 积极 有序 有效 大力 深入 持续 继续 稳步 加快 高质量 高标准 高水平 高效 统筹 同步 成功 组织 主动 不断 进一步 坚决 切实 着力 严格 精准 共同 协同 全部 强化 率先 稳定 提前 依法 集中 重点 滚动 分类 分批 统一 自主 联合 超前 逐步 优先 科学 顺利 圆满 超额 稳妥 平稳 接续 全年'.split(
    ' ',
  );

const ADVERBS_BY_FIRST = byCharacter(ADVERBS, first);
const SHARED_ADVERBS_BY_FIRST = byCharacter([...ADVERBS, '综合', '公开', '累计'], first);

/** The longest adverb at `at`; '' for none. */
export function adverbAt(text: string, at: number, to: number): string {
  return longestAt(ADVERBS_BY_FIRST, text, at, to);
}

/** The verb of counting that opens a name, with its adverb (综合改造 of 综合改造老旧小区); '' where none does. */
export function openingVerb(name: string): string {
  const adverb = longestAt(SHARED_ADVERBS_BY_FIRST, name, 0, name.length);
  const verb = countVerbAt(name, adverb.length, name.length);
  if (verb !== '' && adverb.length + verb.length + 1 < name.length) return adverb + verb;
  const bare = countVerbAt(name, 0, name.length);
  return bare !== '' && bare.length + 1 < name.length ? bare : '';
}

/** Verbs that make a counted thing: 新建5个停车场, 新增学位1200个. Longer forms first where one begins another. */
export const COUNT_VERBS: readonly string[] =
  '新建改造 新建续建 新建改建 新建成 新改建 新改扩建 改建扩建 改扩建 改建 扩建 续建 新开工 新开通 新认定 新培育 新签约 新引进 新获批 新注册 新登记 新设立 新创建 新发展 新建 新增 新培育 新入库 净增 引进落地 落户 建成投用 建成投产 建成 建设 建立 建好 开工建设 开工 竣工 投产 投用 投运 启动 实施 推进 谋划 储备 落地 签约 引进 引入 引育 招引 招聘 选聘 选派 选拔 培育 培养 培训 孵化 认定 评选 评定 创建 打造 创成 打通 改造提升 提升改造 提档升级 改造 整治 整改 治理 修复 修建 修缮 加固 拆除 清理 处置 化解 消化 盘活 腾退 收储 出让 完成 解决 办理 办结 办好 查处 查办 破获 侦破 排查 组建 设立 设置 布设 布局 开设 开通 开办 开展 开行 开发 举办 承办 组织 发放 兑现 兑付 拨付 投入 争取 筹集 筹措 配建 配备 配置 购置 采购 更新 安装 加装 铺设 架设 栽植 种植 营造 流转 发展 扶持 帮扶 救助 资助 惠及 服务 安置 转移 吸纳 带动 救治 接待 受理 调解 调处 审结 制定 出台 颁布 修订 获评 获批 入选 授予 授权 申请 取得 转化 攻克 突破 研发 推出 推广 上线 下放 取消 精简 压减 减免 清零 清退 淘汰 关停 关闭 兼并 迁建 搬迁 交付 增设 增划 增加 增配 补充 补植 集聚 聚集 入驻 入库 绿化 亮化 硬化 疏浚 清淤 贯通 疏通 维修 养护 收治 创设 评聘 选树 表彰 聘用 新评 新创 支持 出版 创作 整合 合并 撤销 划定 打击 打掉 抓获 挽回 追回 检查 巡查 抽检 监测 覆盖'.split(
    ' ',
  );

const COUNT_VERBS_BY_FIRST = byCharacter(COUNT_VERBS, first);

/** The longest verb of counting at `at`; '' for none. */
export function countVerbAt(text: string, at: number, to: number): string {
  return longestAt(COUNT_VERBS_BY_FIRST, text, at, to);
}

/** Where the first verb of counting stands behind the first character of a phrase; -1 for nowhere. */
export function verbWithin(phrase: string): number {
  for (let i = 1; i < phrase.length; i++) if (countVerbAt(phrase, i, phrase.length) !== '') return i;
  return -1;
}

/** Nouns that name nothing by themselves. */
export const GENERIC_NOUNS: ReadonlySet<string> = new Set(
  '项目 工程 活动 企业 资金 人员 群众 任务 问题 措施 政策 数量 总量 总额 面积 规模 产能 补贴 隐患 案件 建议 指标 目标 举措 方面 人数 户数 能力 平台 基地 园区 场所 设施 设备 事项 服务 学生 居民 农户 村 镇 单位 部门 重点 工作 人次 机构 商品 各类 各项 个 家 线索 线路 道路 方案 制度 条例 意见 投资 收入 产值'.split(
    ' ',
  ),
);

/** The last character of a phrase that cannot end a name. */
export const NO_NAME_END =
  /(?:(?<![占之入])比|[在对与从向由按以的第前每近为于把被让给用经和及或等、将就至到跟同若距即因随])$/;

/** The first characters of a phrase that cannot begin a name. */
export const NO_NAME_START =
  /^(?:对(?!外|[\u4e00-\u9fff]{2,8}(?:进出口|出口|进口|贸易))|每(?![十百千]?[万千百][人名户常])|[的在与从向由按以比第前为于把被让给和及或等、将就跟同因随不了超近约拟是这该其此达仅如]|经过|经由|通过|围绕|聚焦|坚持|根据|平均|高于|低于|相当于|预算|计划|概算|规划|设计|估算|力争|认真|落实|贯彻|执行|紧抓|抓住|抢抓|用好|用足|抢占|利用|拿出|上述|例如|剔除|扣除)/;

/** Words after a value that leave it a plain value: 突破千亿元大关, 按增长5%安排, 8.5%的增速居全省第三. */
export const AFTER_VALUE =
  /^(?:(?:级?(?:大关|关口|门槛|新?台阶|行列|俱乐部)|的?水平|来?安排|考虑|的?(?:速度|增速|增长|增幅|规模))(?=$|[，。；：！？、）和与及并])|的(?:增速|增幅)(?=[位稳]?[居列]|排|领先|领跑|[高快]于))/;

/** Shares and amounts that say nothing without the thing they are of. */
export const BORROWING_NOUN =
  /^(?:[\u4e00-\u9fff]率|[\u4e00-\u9fff]{2}率|(?:年|总|年均|全年)?(?:营业收入|营收|产值|总产值|利润|利税|税收|收入|销售收入|销售额|销量|产量|产能|投资|占有率|市场占有率|覆盖面|客流量|人数|户数|面积|总面积|里程|总里程|规模|总规模|金额|总金额|额度|占比|比重|总数|总量|贡献率|就业|成本|交易额|成交额|营业额|余额|增加值|税额|保费))$/;

/** What is told of projects behind their number: 签约项目87个，总投资712亿元，落地63个. */
export const PROJECT_NOUNS: ReadonlySet<string> = new Set(
  '总投资 投资 完成投资 总投资额 投资额 协议投资 协议资金 协议金额 总金额 金额 到位资金 落地 开工 开复工 复工 竣工 投产 投用 达产 达产达效 达效 签约 纳统 入库 完工 在建 新开工 续建 建成 建成投产 竣工投产'.split(
    ' ',
  ),
);

/** Units of time: what they measure lasts, and is a result only of an indicator that is counted in them. */
export const DURATION_UNITS: ReadonlySet<string> = new Set(
  '年 个月 天 周 个星期 小时 分钟 秒 工作日 日历天 岁 周年 个季度 个年度 周岁 世纪 学时 课时 个交易日 人天'.split(' '),
);

/** Measure words for things that are counted one by one; other units measure a size. */
export const COUNT_UNITS: ReadonlySet<string> = new Set(
  '个 家 家次 件 件次 项 项次 条 条次 座 处 台 台套 套 套次 辆 张 所 间 次 头 只 羽 株 棵 起 例 架 班 列 艘 床 张床位 种 类 批 批次 宗 场 场次 篇 部 支 对 份 册 栋 幢 门 口井 眼 根 块 盏 颗 把 幅 枚 人 人次 名 位 户 户次 村 镇 乡镇 站 点 席 席位 座位 车位 泊位 学位 托位 顶 节 组 队 笔 单 票 枪 桩 标箱 人（次） 台（套） 户（次） 家（次） 家（户） 户（家） 件（套） 个（次） 场（次） 个（项） 项（个） 余种'.split(
    ' ',
  ),
);
