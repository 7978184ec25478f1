/** What a single cell of a figures sheet says: a number, a year, a unit. */

/** A number as a cell gives it. */
export interface CellNumber {
  /** Drops are negative. */
  readonly value: number;
  /** Digits behind the point. */
  readonly decimals: number;
  /** The unit behind it; '' for none. */
  readonly unit: string;
  /** ▲ or △ before it, which means a rise in some offices and a drop in others; the value is then without a sign. */
  readonly triangle: boolean;
}

/** Full-width letters, digits and marks as their narrow forms, blanks dropped. */
export function narrow(cell: string): string {
  return cell
    .replace(/\s+/g, '')
    .replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[−－–]/g, '-');
}

const UP = '增长|增加|上升|上涨|提高|提升|扩大|正增长|完成|达到|[增升达为↑+]';
const DOWN = '负增长|下降|下跌|减少|降低|回落|收窄|缩小|[降减负▼▽↓-]';
// 1234.5  增长5.9%  ▲3.2  +0.4个百分点  338.9（初步）
const NUMBER = new RegExp(
  `^(?:(${DOWN})|${UP}|([▲△]))?(\\d{1,15}(?:\\.(\\d{1,9})\\d{0,9})?)([^\\d.()]{0,8})(?:\\([^()\\d%]{1,8}\\))?$`,
);
/** Marks of notes and of what people coloured. */
const NOTE_MARK = /(?:[*＊※†‡\u2460-\u2473]|\[\d{1,2}\]){1,4}$/;
const BOUND = /左右|以上|以下|以内|上下|倍多|余|多$/;

/**
 * 1,234.5  ５.９％  -3.2  (3.2)  下降3.2  ▼3  持平; null for blanks, dashes, words, bounds (5%左右) and ranks (第3位).
 */
export function numberIn(cell: string): CellNumber | null {
  const bare = narrow(cell).replace(/,/g, '').replace(NOTE_MARK, '');
  if (bare === '持平') return { value: 0, decimals: 0, unit: '', triangle: false };
  // Accountants write a drop in brackets: (3.2), (3.2%), (3.2)%
  const inner = /^\(([^()]{1,20})\)(%?)$/.exec(bare);
  const match = NUMBER.exec(inner === null ? bare : `${inner[1] ?? ''}${inner[2] ?? ''}`);
  if (match === null || BOUND.test(bare)) return null;
  const [, down, triangle, number, decimals = '', unit = ''] = match;
  const value = Number(number);
  const drops = (down !== undefined || inner !== null) && value !== 0;
  return { value: drops ? -value : value, decimals: decimals.length, unit, triangle: triangle !== undefined };
}

/** A year, or a part of one. */
export interface CellTime {
  readonly year: number;
  /** The whole year, as far as the words tell. */
  readonly whole: boolean;
}

// 1-11月  前三季度  上半年  3月末: not the whole year. 1-12月 and 全年 are.
const PART =
  /(?:[1-9一二三四]|前[一二三两1-3]个?)季度?|Q[1-4]|[上下]半年|(?<![-—~至到\d])(?:[1-9]|1[0-2])月|1月?[-—~至到](?:[2-9]|1[01])月|当月|本月|[一二三四五六七八九十]月份?/i;
// 2025-11-30, as workbooks keep dates
const DATE = /(?<!\d)((?:19|20)\d\d)-(\d\d)-(\d\d)(?!\d)/;

/** Whether words name a month, a quarter or months short of December. */
export function namesPart(words: string): boolean {
  const bare = narrow(words).replace(/1月?[-—~至到]12月|12月(?:末|底|31日)/g, '');
  return PART.test(bare);
}

/** 2025年, 2025, 2025年1-11月, 2025-12-31; null where no year stands. */
export function timeIn(text: string): CellTime | null {
  const bare = narrow(text);
  const date = DATE.exec(bare);
  if (date !== null) return { year: Number(date[1]), whole: date[3] === '31' && date[2] === '12' };
  const match = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(bare);
  return match === null ? null : { year: Number(match[1]), whole: !namesPart(bare) };
}

/** The unit of a cell or bracket: ±% → %, 亿元、% → 亿元, 上年=100 → 上年=100; '' for none. */
export function unitIn(text: string): string {
  const bare = narrow(text).replace(/^[-—–/…±]{1,4}/, '');
  if (LAST_YEAR.test(bare)) return bare;
  const parts = bare.split(/[、,;，；]/).filter((part) => part !== '');
  return parts.find((part) => part !== '%') ?? parts[0] ?? '';
}

/** 上年=100, 上年同期=100, 以上年为100 */
export const LAST_YEAR = /^以?(?:上年|去年)(?:同期|同月)?(?:=|为)100%?$/;
