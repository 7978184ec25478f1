/** What the columns of a figures sheet hold, told by their header; it may go over two rows. */
import { findIndicator } from '../data';
import { namesPart, narrow, unitIn } from './cells';

export type Column =
  | { readonly kind: 'indicator' | 'year' | 'unit' | 'place' }
  | ({ readonly kind: 'value' | 'growth' } & Figures)
  /** A column of an indicator of its own, for tables with a year or a place in each row. */
  | ({ readonly kind: 'named'; readonly name: string } & Figures);

interface Figures {
  /** The year of a column across; null where the row or the title says it. */
  readonly year: number | null;
  /** Years that the column lies before the year of row or title: 上年 has 1. */
  readonly back: number;
  /** '' where the header names none. */
  readonly unit: string;
}

/** The header of a table. */
export interface Header {
  readonly columns: readonly (Column | null)[];
  /** How many rows it takes. */
  readonly rows: number;
  /** How many of the rows above belong to it. */
  readonly above: number;
}

/**
 * The header that begins in a row; null where none does. Years or groups that stand in a row of their own above or below
 * (2024年 over 总量 and 增速) are put before the words of each column.
 */
export function headerAt(cells: readonly (readonly string[])[], at: number): Header | null {
  const row = cells[at] ?? [];
  const own = row.map((cell) => columnOf(cell));
  const isNamed = own.some((column) => column?.kind === 'indicator');
  const isAcross =
    !isNamed &&
    own.some((column) => column?.kind === 'year' || column?.kind === 'place') &&
    own.some((column) => column?.kind === 'named');
  if (!isNamed && !isAcross) return null;
  const below = cells[at + 1] ?? [];
  if (isNamed && isSecondRow(row, own, below)) {
    const joined = join(row, below);
    return { columns: joined.map((cell) => columnOf(cell)), rows: 2, above: 0 };
  }
  const above = at > 0 ? (cells[at - 1] ?? []) : [];
  if (isGroupRow(above, row.length)) {
    return { columns: join(above, row).map((cell) => columnOf(cell)), rows: 1, above: 1 };
  }
  return { columns: own, rows: 1, above: 0 };
}

/** Words of columns beneath a header whose first cells go over both rows. */
function isSecondRow(row: readonly string[], own: readonly (Column | null)[], below: readonly string[]): boolean {
  const filled = below.flatMap((cell, i) => (cell.trim() === '' ? [] : [i]));
  if (filled.length < 2) return false;
  if (filled.some((i) => own[i]?.kind === 'indicator' || own[i]?.kind === 'unit')) return false;
  // 2024年, 总量: a header of years across has no further row of words.
  return filled.every((i) => /[^\d.,%()\s-]/.test(below[i] ?? '') && columnOf(joinAt(row, below, i)) !== null);
}

/** A row above the header with years or months over several columns, which is no title of the table. */
function isGroupRow(above: readonly string[], width: number): boolean {
  const filled = above.flatMap((cell, i) => (cell.trim() === '' ? [] : [{ cell: narrow(cell), i }]));
  if (width < 3 || filled.length === 0 || filled.some(({ i }) => i === 0)) return false;
  return filled.every(({ cell }) => /^(?:(?:19|20)\d\d年?度?.{0,8}|本年|上年|去年|全年|.{0,4}月.{0,3})$/.test(cell));
}

function join(upper: readonly string[], lower: readonly string[]): string[] {
  return Array.from({ length: Math.max(upper.length, lower.length) }, (_, i) => joinAt(upper, lower, i));
}

/** The words of a column over two rows: those of a merged cell stand in its first column only. */
function joinAt(upper: readonly string[], lower: readonly string[], at: number): string {
  const words = lower[at]?.trim() ?? '';
  let group = upper[at]?.trim() ?? '';
  for (let i = at - 1; i >= 0 && group === '' && words !== ''; i--) group = upper[i]?.trim() ?? '';
  // 指标 over all rows is no group of what stands beside it.
  const kind = group === '' ? null : columnOf(group)?.kind;
  if (words !== '' && (kind === 'indicator' || kind === 'unit') && (upper[at]?.trim() ?? '') === '') return words;
  return `${group}${words}`;
}

const INDICATOR = /^(?:统计|主要|经济)?(?:指标|指标名称|项目|项目名称|indicator)$/i;
const YEAR = /^(?:年份|年度|统计年度|时间|时期|year)$/i;
const UNIT = /^(?:计量)?(?:单位|unit)$/i;
const PLACE = /^(?:地区|区域|行政区划?|县区|区县|县市区|市县|place)$/i;
/** The whole year, however it is said. */
const WHOLE = '(?:全年|本年度?|本期|年末|年底|累计|1月?[-—~至]12月|\\d{0,2}月?末)';
const BEFORE = '(?:上年|去年)(?:同期|全年|年末)?';
const GROWTH = new RegExp(
  `^${WHOLE}{0,2}(?:按?(?:可比价格?|不变价格?|现价|名义|实际)(?:计算)?)?(?:[比较与]?(?:上年|去年)?(?:同期|同比)?(?:增长|增速|增幅|涨幅|增长速度|增减|升降|涨跌|growth)(?:率|幅度?)?|[比较](?:上年|去年)(?:同期)?|同比)(?:情况)?[±+-]{0,3}%?$`,
  'i',
);
const VALUE = new RegExp(
  `^${WHOLE}{0,3}(?:数值|数据|[数值]|绝对量|绝对值|绝对数|总量|总额|指标值|完成|完成值|完成数|完成情况|实绩|实际|实际数|实际值|(?:快报|年报|核定|初步|预计)(?:数|值|完成)?|value)?$`,
  'i',
);

/** What a column holds, after its header; null for what figures are not read from (排名, 本月, 计划数, 环比). */
export function columnOf(cell: string): Column | null {
  const bare = narrow(cell);
  // 数值（亿元）, 增速(%), 2025年（亿元）
  const bracket = /\(([^()]{1,10})\)$/.exec(bare);
  const name = bracket === null ? bare : bare.slice(0, bracket.index);
  const unit = unitIn(bracket?.[1] ?? '');
  if (INDICATOR.test(name)) return { kind: 'indicator' };
  if (YEAR.test(name)) return { kind: 'year' };
  if (UNIT.test(name)) return { kind: 'unit' };
  if (PLACE.test(name)) return { kind: 'place' };
  const across = /^((?:19|20)\d\d)(?:年度?)?(?!\d)(.{0,12})$/.exec(name);
  const year = across === null ? null : Number(across[1]);
  const what = across === null ? name : (across[2] ?? '');
  if (namesPart(name)) return null;
  const figures = { year, back: 0, unit };
  if (what !== '' && GROWTH.test(what)) {
    // 比上年增减（亿元） is an amount, and 增减 alone may be one.
    const isRate = unit === '%' || unit.endsWith('百分点') || (unit === '' && !/[减降跌](?:率|幅度?)?$/.test(what));
    return isRate ? { kind: 'growth', ...figures, unit: unit || '%' } : null;
  }
  if ((across !== null || what !== '') && VALUE.test(what)) return { kind: 'value', ...figures };
  const before = new RegExp(`^${BEFORE}(.{0,4})$`).exec(what);
  if (across === null && before !== null && VALUE.test(before[1] ?? '')) return { kind: 'value', ...figures, back: 1 };
  if (across === null && findIndicator(bare) !== null) return { kind: 'named', name: bare, ...figures, unit: '' };
  return across === null && findIndicator(name) !== null ? { kind: 'named', name, ...figures } : null;
}
