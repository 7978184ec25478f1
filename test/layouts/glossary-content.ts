import type { Random } from './random';

/** A made-up term: its coined core, the ordinary words before and after it, and what the 名词解释 says of it. */
export interface PoolTerm {
  readonly before?: string;
  readonly core: string;
  /** Ordinary words that belong to the full name (行动, 工程); empty where the core stands alone. */
  readonly after: string;
  readonly definition: string;
  /** A shape that printing without quotes would make hard to read even for a person. */
  readonly alwaysQuoted?: boolean;
}

export const pool: readonly PoolTerm[] = [
  {
    core: 'R&D投入强度',
    after: '',
    definition: '一个地区全年研究与试验发展经费支出占地区生产总值的比重，是衡量创新投入水平的重要指标。',
  },
  {
    core: 'GEP核算',
    after: '',
    definition:
      '对一定区域内生态系统提供的物质产品、调节服务和文化服务的总价值进行测算。通过核算，可以把绿水青山的价值算成一本明白账，为生态补偿、绿色信贷等提供依据。',
  },
  {
    core: '首发经济（首店经济）',
    after: '',
    definition: '品牌在某地开设第一家门店、发布第一款新品、举办第一场展览所形成的消费带动效应。',
  },
  {
    core: '医防融合',
    after: '',
    definition: '打通医疗机构与疾控机构的壁垒，做到三个统一：（1）人员统一培训；（2）信息统一共享；（3）慢病统一管理。',
  },
  {
    core: '五个一',
    after: '包联机制',
    definition: '对每个重点项目实行“一名领导、一个专班、一张清单、一套方案、一抓到底”的推进办法。',
  },
  { core: '双碳', after: '目标', definition: '力争2030年前实现碳达峰、2060年前实现碳中和。' },
  {
    core: '智改数转网联',
    after: '',
    definition:
      '智能化改造：用工业机器人、传感器等替代人工操作；数字化转型：用数据驱动研发、生产和销售；网络化联接：推动设备、车间、企业之间互联互通。',
  },
  { core: '一城三谷', after: '布局', definition: '未来科技城，以及北部药谷、东部光谷、南部种谷。' },
  { core: '三减两增', after: '行动', definition: '减环节、减材料、减时限，增服务、增效率。' },
  {
    core: '五库联审',
    after: '机制',
    definition: '把企业库、项目库、资金库、人才库和用地库放在一起会商审核的工作办法。',
  },
  { core: '一湾两带', after: '', definition: '“一湾”是月亮湾生态旅游区；“两带”是沿河产业带和环山休闲带。' },
  {
    core: '2+N',
    after: '产业体系',
    definition: '“2”是装备制造、绿色食品两个主导产业，“N”是数字经济、现代物流等若干新兴产业。',
  },
  {
    core: '1+1+N+X',
    after: '规划体系',
    definition: '由一个总体规划、一个行动方案、若干专项规划和各镇街实施细则组成的规划体系。',
  },
  { core: '四张清单', after: '制度', definition: '任务清单、责任清单、时限清单、成果清单。' },
  { core: '双招双引', after: '', definition: '招商引资、招才引智。' },
  {
    core: '5G+智慧矿山',
    after: '',
    definition: '运用第五代移动通信技术，实现采掘、运输、调度全过程少人化、无人化的生产方式。',
  },
  { core: '15分钟健身圈', after: '', definition: '居民从家中步行一刻钟以内，即可到达一处公共体育设施的生活区域。' },
  {
    core: '拿地即开工',
    after: '模式',
    definition: '在土地出让前完成规划、图审等手续，企业取得土地后当天即可进场施工的审批服务模式。',
  },
  { core: '链长制', after: '', definition: '由政府负责同志牵头包联一条产业链，统筹解决链上企业困难的工作制度。' },
  { core: '六个一批', after: '工程', definition: '谋划一批、签约一批、落地一批、开工一批、投产一批、储备一批。' },
  {
    core: '共享法庭',
    after: '',
    definition: '依托村社活动场所，借助视频设备就地开展调解、立案和庭审的基层解纷服务点。',
  },
  { core: '三治融合', after: '', definition: '自治、法治、德治相结合的乡村治理体系。' },
  { core: '飞地经济', after: '', definition: '打破行政区划限制，由两地共建园区、共享税收的跨区域合作方式。' },
  {
    core: '零碳园区',
    after: '',
    definition: '通过绿电替代、节能改造、碳汇抵消等办法，使区内二氧化碳排放与吸收基本平衡的产业园区。',
  },
  {
    core: '八大攻坚',
    after: '行动',
    definition: '产业攻坚、项目攻坚、招商攻坚、城建攻坚、乡村攻坚、生态攻坚、民生攻坚、安全攻坚。',
  },
  { before: '河道', core: '五乱', after: '', definition: '乱堆、乱倒、乱排、乱建、乱采。' },
  { before: '城市', core: '四个品牌', after: '计划', definition: '做响旅游品牌、美食品牌、赛事品牌、研学品牌。' },
  { core: '中央厨房', after: '', definition: '统一采购、统一加工、统一配送餐食的集中生产场所。' },
  {
    core: '数据要素×',
    after: '行动',
    definition: '推动数据在工业、农业、商贸等场景中发挥乘数作用的专项行动。',
    alwaysQuoted: true,
  },
  { core: '一县一策', after: '', definition: '根据各县资源条件和产业基础，分别制定扶持办法，避免同质竞争。' },
  {
    core: '七有两保',
    after: '',
    definition: '幼有所育、学有所教、劳有所得、病有所医、老有所养、住有所居、弱有所扶，保安全、保稳定。',
  },
  { core: '信易贷', after: '', definition: '以企业信用信息为依据，由金融机构向中小企业发放的无抵押贷款。' },
  { core: '田保姆', after: '服务', definition: '专业合作社为农户提供耕、种、管、收全程托管的农业社会化服务。' },
  { core: '三网一图', after: '', definition: '水网、路网、电网和国土空间规划“一张图”。' },
  {
    core: '两山银行',
    after: '',
    definition: '把零散的山水林田湖草资源集中收储、整合开发、市场化运营的平台，并非金融机构。',
  },
  {
    core: '银龄守护',
    after: '工程',
    definition: '为独居、空巢、失能老人提供上门巡访、助餐助浴、紧急救助等服务的关爱工程。',
  },
  { core: '专家门诊日', after: '', definition: '每周六由市级医院副主任医师以上专家到乡镇卫生院坐诊的便民安排。' },
  { core: '绿色债券', after: '', definition: '募集资金专门用于节能环保、清洁能源等项目的有价证券。' },
  { core: '智慧路灯杆', after: '', definition: '集照明、监控、充电、信号发射等功能于一体的城市公共设施。' },
  { core: '0.5小时通勤圈', after: '', definition: '中心城区任意两点之间乘公共交通在半小时内可以到达的出行范围。' },
  { core: '3510', after: '体系', definition: '三百米见绿、五百米见园、十分钟到站的慢行交通体系。' },
  {
    core: '首席服务员',
    after: '制度',
    definition: '每个重点企业由一名科级以上干部担任联络人，提供政策宣讲、难题协调等“一对一”服务。',
  },
  { core: 'EPC+O', after: '模式', definition: '设计、采购、施工与运营一体化的工程总承包方式。' },
  { core: '碳汇林', after: '', definition: '以吸收固定二氧化碳为主要目的营造的森林。' },
  { core: '揭榜挂帅', after: '机制', definition: '把关键技术需求张榜公布，谁有本事谁来承担的科研组织方式。' },
  { core: '三级书记抓振兴', after: '', definition: '由市、县、乡三级党组织书记一起抓乡村振兴的责任落实办法。' },
  {
    core: '民声直通',
    after: '平台',
    definition: '整合热线、信箱、网格等渠道，统一受理、转办、回访群众诉求的网上平台。',
  },
  {
    core: '十链百企',
    after: '计划',
    definition: '围绕十条产业链，遴选一百家成长性好的企业，在资金、用地、人才方面给予重点支持。',
  },
  { core: '小切口立法', after: '', definition: '针对群众反映集中的具体问题，条款少而管用的地方立法方式。' },
  { core: '云上政务', after: '', definition: '依托电子政务云，使办事材料网上提交、审批结果网上送达的服务形态。' },
  { core: '一企一档', after: '', definition: '为每家重点排污单位建立包括工艺、排放、治理情况在内的环境管理档案。' },
  { core: '四季村晚', after: '', definition: '按春夏秋冬组织村民自编自演的群众文艺活动。' },
];

/** Sentences that use a term; `@T` is the term as the body prints it. */
export const reviewUses: readonly string[] = [
  '扎实开展@T，工作局面进一步打开。',
  '@T的做法得到上级肯定，先后有多批外地同行前来学习。',
  '以@T为抓手，推动各项任务落地见效。',
  '全面推行@T，干部作风和办事效率都有明显转变。',
];
export const planUses: readonly string[] = [
  '深入推进@T，力求在关键环节取得新突破。',
  '健全完善@T，让好经验变成长效办法。',
  '加快实施@T，年内形成一批可以看得见的成果。',
  '积极探索@T，拓宽发展的新路子。',
];

export type Quoting = 'core' | 'bare' | 'full' | 'core-only';

/** The headword as the glossary prints it. */
export function headword(term: PoolTerm, quoting: Quoting): string {
  const before = term.before ?? '';
  const how = term.alwaysQuoted === true && quoting === 'bare' ? 'core' : quoting;
  if (how === 'core') return `${before}“${term.core}”${term.after}`;
  if (how === 'bare') return `${before}${term.core}${term.after}`;
  if (how === 'full') return `“${before}${term.core}${term.after}”`;
  return `“${term.core}”`;
}

const swaps: Readonly<Record<string, readonly string[]>> = {
  行动: ['专项行动', '工作', '攻坚行动'],
  机制: ['工作机制', '办法', '制度'],
  产业体系: ['的产业体系', '产业格局', '现代产业体系'],
  规划体系: ['的规划体系'],
  制度: ['工作制度', '机制'],
  工程: ['专项工程', '行动'],
  模式: ['改革', '的模式'],
  计划: ['工程', '专项计划'],
  服务: ['服务模式'],
  平台: ['服务平台'],
  体系: ['的体系'],
  目标: ['战略目标', '的目标'],
  包联机制: ['的包联机制', '机制'],
  布局: ['发展布局', '的布局'],
};

/** The term as the body prints it: as the headword, or in one of the ways in which bodies differ from it. */
export function useOf(term: PoolTerm, quoting: Quoting, random: Random): string {
  const before = term.before ?? '';
  const way = random.weighted({ same: 5, quoted: 4, swapped: 2, extended: 2, bare: 1 });
  const quoted = `${before}“${term.core}”`;
  if (way === 'same') return headword(term, quoting);
  if (way === 'swapped') return `${quoted}${random.pick(swaps[term.after] ?? [''])}`;
  if (way === 'extended') return `${quoted}等${term.after === '' ? '工作' : term.after}`;
  // A short core without quotes could be ordinary words, so the text keeps them.
  if (way === 'bare' && term.core.length >= 4 && term.alwaysQuoted !== true)
    return `${before}${term.core}${term.after}`;
  return `${quoted}${term.after}`;
}
