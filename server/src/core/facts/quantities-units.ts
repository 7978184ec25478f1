/**
 * Units of measure and measure words as reports write them. Values are canonical forms: what a reader takes for the same
 * unit is one unit (个百分点 and 百分点). 万 and 亿 are no part of a unit here; the reader puts them before it.
 */
const UNITS: readonly (readonly [string, string?])[] = [
  ['%'],
  ['‰'],
  ['个百分点', '百分点'],
  ['百分点'],
  ['倍'],
  ['成'],
  ['番'],
  // Money.
  ['元'],
  ['美元'],
  ['元人民币', '元'],
  ['人民币', '元'],
  ['欧元'],
  ['港元'],
  ['日元'],
  ['块钱', '元'],
  // Weight, length, area, volume.
  ...plain(
    '吨 公斤 千克 克 斤 担 毫克 微克 公里 千米 米 厘米 毫米 海里 里 平方公里 平方千米 平方米 平米 亩 公顷 亩次 立方米 立方 方 升 毫升 标立方米 顷 标方 载重吨 总吨 吨公里 人公里 车公里',
  ),
  // Energy and information.
  ...plain(
    '千瓦时 千瓦 瓦时 瓦 度 度电 兆瓦 兆瓦时 吉瓦 吉瓦时 千伏 千伏安 伏 兆伏安 焦 千焦 吨标准煤 吨标煤 吨二氧化碳当量 吨二氧化碳 吨当量 比特 字节 每秒 帕 摄氏度 分贝 毫米汞柱 蒸吨',
  ),
  ...plain(
    'KW KWH KV MW MWH GW GWH kW kWh kW·h MWh GWh kV kVA MVA kva km km² m² m³ kg t TB PB EB GB EFLOPS PFLOPS P E hm² mg/L nm mm cm GWp MWp ℃ °C Mbps Gbps',
  ),
  // Time.
  ['个小时', '小时'],
  ['个工作日', '工作日'],
  ...plain('年 个月 个年度 个季度 天 周 个星期 小时 分钟 秒 工作日 日历天 岁 周年 个交易日 周岁 世纪 学时 课时 人天'),
  // People.
  ...plain('人 人次 名 位 户 户次 口 人份 劳动力 人年'),
  // Things.
  ...plain(
    '个 家 家次 件 件次 项 项次 条 条次 座 处 台 台套 台次 套 套次 辆 辆次 张 所 间 次 头 头次 只 羽 株 棵 起 例 架次 架 班次 班 班列 列 列次 艘 艘次 标箱 标准箱 箱 集装箱 TEU 床 张床位 床位 种 类 批 批次 宗 场 场次 篇 部 支 对 份 册 栋 幢 门 口井 眼 孔 根 片 块 盏 颗 把 幅 枚 尾 尾次 匹 峰 村 镇 乡镇 届次 车次 航次 趟 笔 笔次 单 票 站 点 分 度 席 席位 座位 车位 泊位 学位 托位 顶 朵 具 剂次 剂 人日 间房 间客房 盘 桶 袋 瓶 节 组 队 连 排 层 段 柜 米线 标煤 枪 桩 根桩 基 头只 羽只 箱次 员次 人(次) 人（次） 台（套） 台(套) 户（次） 家（次） 家（户） 户（家） 件（套） 个（次） 头（只） 只（羽） 张（个） 场（次） 个（项） 项（个）',
  ),
];

function plain(words: string): [string][] {
  return words.split(' ').map((word) => [word]);
}

/** Denominators that may follow a unit and a slash: 元/吨, 微克/立方米, 立方米/日. */
const DENOMINATORS = new Set(
  '年 月 日 天 小时 时 秒 人 户 亩 吨 公斤 斤 立方米 平方米 平方公里 公里 千瓦时 度 次 台 辆 个 件 万元 亩年 公顷 升 分钟 h d a s L m³ m² km² t'.split(
    ' ',
  ),
);

const BY_FIRST = new Map<string, readonly (readonly [string, string])[]>();
for (const [unit, canonical] of UNITS) {
  const first = unit[0] ?? '';
  const rest = BY_FIRST.get(first) ?? [];
  BY_FIRST.set(first, [...rest, [unit, canonical ?? unit]]);
}
for (const [first, units] of BY_FIRST) {
  BY_FIRST.set(
    first,
    [...units].sort((a, b) => b[0].length - a[0].length),
  );
}

/** A unit found in the text: where it ends and its canonical form. */
export interface UnitMatch {
  readonly end: number;
  readonly unit: string;
}

/** The longest unit that begins at `at`, with its denominator; null where none begins. */
export function unitAt(text: string, at: number): UnitMatch | null {
  const candidates = BY_FIRST.get(text[at] ?? '');
  if (candidates === undefined) return null;
  for (const [unit, canonical] of candidates) {
    if (!text.startsWith(unit, at)) continue;
    const end = at + unit.length;
    if (isLatinWord(unit) && isLatinUnit(text.charCodeAt(end))) continue;
    if (NOT_BEFORE.get(unit)?.has(text[end] ?? '')) continue;
    // Printed in words: 微克 + 每 + 立方米.
    const per = unit === '微克' || unit === '毫克' ? denominatorAt(text, end, '每') : null;
    if (per !== null) return { end: per, unit: `${canonical}/${text.slice(end + 1, per)}` };
    const over = denominatorAt(text, end);
    if (over !== null) return { end: over, unit: canonical + text.slice(end, over) };
    return { end, unit: canonical };
  }
  return null;
}

/**
 * Measure words that are something else before these characters: 3点 of a clock, 5分之1, 10度以上 of a corner are rare,
 * but 三方面, 两面, 二部门, 五位一体, 三张清单 are common and must not lose their first character.
 */
const NOT_BEFORE = new Map<string, ReadonlySet<string>>([
  ['台', new Set('阶账风面前')],
  ['基', new Set('础地本层金因建站')],
  ['方', new Set('面案向式针法便')],
  ['分', new Set('之区类别布担享散配')],
  ['成', new Set('功立果本为效就熟长品都')],
  ['部', new Set('门分署队委属')],
  ['位', new Set('于一置列居')],
  ['面', new Set('向对临积貌')],
  ['节', new Set('能约点日水气庆省')],
  ['点', new Set('位赞状击')],
  ['站', new Set('式点')],
  ['家', new Set('庭')],
  ['场', new Set('所馆景')],
  ['人', new Set('均民大才口工员类文力')],
  ['里', new Set('程')],
  ['口', new Set('岸径')],
  ['里', new Set('程')],
  ['单', new Set('位')],
  ['组', new Set('织建团')],
  ['段', new Set('落')],
  ['员', new Set('工')],
  ['周', new Set('边年')],
  ['队', new Set('伍')],
  ['排', new Set('放名查')],
  ['连', new Set('续片接增丰涨升快冠胜')],
  ['条', new Set('件例')],
  ['对', new Set('接外口')],
  ['把', new Set('手')],
  ['门', new Set('类槛')],
  ['次', new Set('性')],
  ['度', new Set('假')],
  ['批', new Set('复准发')],
]);

function isLatinWord(unit: string): boolean {
  return isLatinUnit(unit.charCodeAt(0)) && isLatinUnit(unit.charCodeAt(unit.length - 1));
}

function isLatinUnit(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

function denominatorAt(text: string, at: number, mark = '/'): number | null {
  if (text[at] !== mark) return null;
  for (let length = 4; length >= 1; length--) {
    if (DENOMINATORS.has(text.slice(at + 1, at + 1 + length))) return at + 1 + length;
  }
  return null;
}
