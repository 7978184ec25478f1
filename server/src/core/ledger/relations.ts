/**
 * Whether a figure of one indicator says something of another: they are a whole and a part of it, or two ways to put
 * one thing. Such a figure answers a promise, but is never compared with it.
 */
export function areRelated(a: string, b: string): boolean {
  return GROUPS.some(
    ({ wholes, parts }) =>
      (wholes.includes(a) && (wholes.includes(b) || parts.includes(b))) || (wholes.includes(b) && parts.includes(a)),
  );
}

/** The indicators related to one, without itself. */
export function relatedTo(indicator: string): readonly string[] {
  let list = related.get(indicator);
  if (list === undefined) related.set(indicator, (list = findRelated(indicator)));
  return list;
}

/** Asked of every promise of every draft; there are as many as indicators. */
const related = new Map<string, readonly string[]>();

function findRelated(indicator: string): readonly string[] {
  const found = new Set<string>();
  for (const { wholes, parts } of GROUPS) {
    if (wholes.includes(indicator)) for (const one of [...wholes, ...parts]) found.add(one);
    if (parts.includes(indicator)) for (const one of wholes) found.add(one);
  }
  found.delete(indicator);
  return [...found];
}

/**
 * Other words under which a review tells what became of something that is promised in words, the nearest first: reports
 * change them from year to year (产业结构调整, 产业转型升级).
 */
export function alikeInWords(name: string): readonly string[] {
  for (const [promised, told] of TOLD_AS) if (promised.test(name)) return told;
  return [];
}

const TOLD_AS: readonly (readonly [promised: RegExp, told: readonly string[]])[] = [
  [/产业结构|产业升级|产业转型/u, ['产业转型升级', '产业结构', '产业升级', '结构调整', '转型升级']],
  [/经济结构|结构调整|发展方式/u, ['经济结构', '结构调整', '产业结构', '转型升级', '发展方式']],
  [/自主创新|科技创新|创新能力/u, ['自主创新', '科技创新', '创新能力', '创新驱动']],
  [/协调性|协调发展/u, ['协调性', '区域协调发展', '协调发展']],
  [/营商环境/u, ['营商环境']],
  [/安全生产/u, ['安全生产形势', '安全生产']],
  [/社会大局|社会稳定/u, ['社会大局', '社会和谐稳定', '社会稳定']],
];

interface Group {
  readonly wholes: readonly string[];
  /** Parts answer their whole, not one another. */
  readonly parts: readonly string[];
}

const POLLUTANTS = ['化学需氧量排放量', '氨氮排放量', '氮氧化物排放量', '挥发性有机物排放量', '二氧化硫排放量'];

const GROUPS: readonly Group[] = [
  {
    wholes: ['居民收入', '居民人均可支配收入', '城乡居民人均可支配收入'],
    parts: ['城镇居民人均可支配收入', '农村居民人均可支配收入', '农村居民人均纯收入'],
  },
  { wholes: ['农村居民人均可支配收入', '农村居民人均纯收入'], parts: [] },
  { wholes: ['一般公共预算收入', '财政总收入'], parts: [] },
  { wholes: ['财政赤字率', '财政赤字规模'], parts: [] },
  { wholes: ['服务业增加值', '第三产业增加值'], parts: [] },
  { wholes: ['工业增加值', '规模以上工业增加值'], parts: [] },
  { wholes: ['工业总产值', '规模以上工业总产值'], parts: [] },
  { wholes: ['进出口总额'], parts: ['出口总额', '进口总额'] },
  { wholes: ['实际使用外资', '外商直接投资'], parts: [] },
  { wholes: ['粮食产量', '粮食综合生产能力'], parts: ['粮食播种面积', '粮食单产'] },
  {
    wholes: ['研究与试验发展（R&D）经费投入', '研究与试验发展（R&D）经费投入强度'],
    parts: [],
  },
  {
    wholes: ['节能减排降碳', '能耗双控', '碳排放双控'],
    parts: [
      '单位地区生产总值能耗',
      '单位国内生产总值能耗',
      '单位工业增加值能耗',
      '单位地区生产总值二氧化碳排放',
      '单位国内生产总值二氧化碳排放',
      '能源消费总量',
      '二氧化碳排放量',
      '主要污染物排放量',
      ...POLLUTANTS,
    ],
  },
  { wholes: ['主要污染物排放量'], parts: POLLUTANTS },
  {
    wholes: ['生态环境质量'],
    parts: [
      '空气质量优良天数比率',
      '空气质量优良天数',
      '细颗粒物（PM2.5）平均浓度',
      '地表水达到或好于Ⅲ类水体比例',
      '重度及以上污染天数比率',
      '重污染天数',
    ],
  },
  { wholes: ['空气质量优良天数比率', '空气质量优良天数'], parts: [] },
  { wholes: ['重度及以上污染天数比率', '重污染天数'], parts: [] },
];
