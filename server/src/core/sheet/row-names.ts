/** What the name of a row says: the indicator, and whatever else stands with it. */
import { findIndicator, indicators, units } from '../data';
import { LAST_YEAR, narrow, unitIn } from './cells';
import { withoutIndex } from './price-index';

export interface RowName {
  /** Official name; the words without what stands around them where the catalogue does not know them. */
  readonly indicator: string;
  readonly known: boolean;
  /** As people would quote it. */
  readonly words: string;
  /** The unit behind it; '' for none. */
  readonly unit: string;
  /** It is a rate of growth: 地区生产总值增速. */
  readonly growth: boolean;
  /** It is an index on last year: 地区生产总值指数（上年=100）. */
  readonly index: boolean;
  /** 全市 before it; '' for none. */
  readonly place: string;
}

// 地区生产总值增速, 固定资产投资比上年增长
const GROWTH = /(?:同比|[比较]上年)?(?:增速|增幅|涨幅|增长率|增长速度|增长|同比)[±%]{0,2}$/;
/** How prices are reckoned and how sure a figure is; neither makes another indicator of it. */
const BASIS = /^(?:按?(?:现价|当年价格?|可比价格?|不变价格?)(?:计算)?|快报数?|初步(?:核算|统计)?数?|预计数?|年报数?)$/;
// 地区生产总值增速全市排名
const RANK = /排名|位次|名次|排位|位居/;
// （一）  其中：  #  1.  一、
const LEAD =
  /^(?:其中[：:，,]?|[#＃*·•└├─-]{1,3}|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．](?!\d))/;

/** Reads the first cell of a row; null for none and for ranks. */
export function rowName(cell: string): RowName | null {
  let bare = cell.replace(/\s+/g, '').replace(/[０-９Ａ-Ｚ％＃＝]/gi, narrow);
  for (let lead = LEAD.exec(bare); lead !== null && lead[0] !== ''; lead = LEAD.exec(bare))
    bare = bare.slice(lead[0].length);
  const region = /^(?:全[国省市区县旗州盟]|我[国省市区县旗])/.exec(bare)?.[0] ?? '';
  bare = bare.slice(region.length);
  if (bare === '' || RANK.test(bare)) return null;
  let unit = '';
  let index = false;
  let name = bare;
  // 居民消费价格指数（上年=100）（%）; （R&D） and （PM2.5） belong to the name.
  for (let i = 0; i < 2 && findIndicator(name) === null; i++) {
    const bracket = /[（(]([^（）()]{1,16})[）)]$/.exec(name);
    const inner = bracket?.[1] ?? '';
    const isBase = LAST_YEAR.test(narrow(inner));
    if (bracket === null || !(isBase || BASIS.test(inner) || isUnit(unitIn(inner)))) break;
    name = name.slice(0, bracket.index);
    if (isBase) index = true;
    else if (isUnit(unitIn(inner))) unit = unitIn(inner);
  }
  const row = findIndicator(name) ?? findIndicator(withoutIndex(name));
  const growth = GROWTH.test(name);
  return {
    indicator: row === null ? withoutIndex(name.replace(GROWTH, '')) : (row.nationalOf ?? row.name),
    known: row !== null,
    words: name,
    unit,
    growth,
    index,
    place: region,
  };
}

const UNITS: ReadonlySet<string> = new Set([
  '%',
  '个百分点',
  ...units.flatMap((row) => [row.unit, ...(row.clipped ?? [])]),
  ...indicators.flatMap((row) => row.units),
]);

/** Whether words are a unit, with a magnitude before it or without: 万千瓦时. */
function isUnit(words: string): boolean {
  return UNITS.has(words) || UNITS.has(words.replace(/^[十百千万亿]{1,2}/, ''));
}
