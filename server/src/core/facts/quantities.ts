import { isDigit, isHan, isLatin } from '../text/characters';
import type { Bound, Span } from '../model';
import type { Numeral, NumeralStyle } from './numerals';
import { arabicAt, hanNumberAt, isHanNumeral } from './numerals';
import { unitAt } from './quantities-units';

/** A word that opens a value to one side or blurs it; reading offsets. */
export interface BoundWord extends Span {
  readonly text: string;
  readonly bound: Exclude<Bound, 'exact' | 'range'>;
  /** Before the number (超过), inside the number (余, 多) or after the unit (以上). */
  readonly place: 'before' | 'inside' | 'after';
}

/** One side of a quantity as printed: its digits and the unit that stands behind them, if any. */
export interface QuantitySide extends Span {
  /** In the unit printed on this side, else in the unit of the whole quantity. */
  readonly value: number;
  readonly decimals: number;
  /** End of the digits; `numberEnd..end` is what is printed as scale and unit, empty where this side has none. */
  readonly numberEnd: number;
}

/**
 * An amount with its unit. All offsets are reading offsets of the text that was searched. `start..end` includes the
 * bound words that touch it, `valueStart..valueEnd` runs from the first digit to the end of the unit.
 */
export interface Quantity extends Span {
  readonly valueStart: number;
  readonly valueEnd: number;
  /** As in statements: `min = max` for exact and about; null on the open side. */
  readonly min: number | null;
  readonly max: number | null;
  readonly bound: Bound;
  /** Canonical with its scale (亿元, 万人次, 百分点 for 个百分点); null for a bare number. */
  readonly unit: string | null;
  readonly percent: boolean;
  readonly numeralStyle: NumeralStyle;
  /** The number, or the lower side of a range. */
  readonly low: QuantitySide;
  /** The upper side of a range, else null. */
  readonly high: QuantitySide | null;
  /** What joins the sides of a range: `-`, `—`, `～`, `至`, `到`. */
  readonly dash: (Span & { readonly text: string }) | null;
  readonly boundWords: readonly BoundWord[];
}

/**
 * The amounts with a unit or a measure word in a reading text, in order of place: 351.6亿元, 9%左右, 不少于30个,
 * 百分之九, 三个, 750余万人次, 4.5-5%, 突破百亿元. Left out are dates, years and ordinals, codes (PM2.5, 5G, 2+N) and
 * bare numbers. Numbers in Han characters need a measure word behind them; that 一 in 一批 or 两 in 两个确立 counts
 * nothing is for the reader to judge.
 */
export function findQuantities(text: string): Quantity[] {
  return scanNumbers(text).filter((quantity) => quantity.unit !== null);
}

/** Names and the values that 分别 gives them, one by one. Reading offsets. */
export interface ValueList extends Span {
  /** The word 分别. */
  readonly marker: Span;
  /** The names as listed; where a list can be split in two ways, the way that agrees with the number of values. */
  readonly names: readonly Span[];
  readonly values: readonly Quantity[];
  /**
   * How many names there can be: 和 may join two names or stand inside one, 城乡 may be one name or two. Null where
   * nobody can tell (one name only, a list that ends in 等, values with words between them).
   */
  readonly arity: { readonly min: number; readonly max: number } | null;
}

/**
 * The lists of a reading text that are tied by 分别: “城镇、农村居民人均可支配收入分别增长4.5%、5.5%左右”. A unit or bound
 * word printed once at the end of the values holds for each of them. A second 分别 in the sentence without names of its
 * own refers to the names before.
 */
export function findLists(text: string): ValueList[] {
  if (!text.includes(MARKER)) return [];
  return listsAmong(text, scanNumbers(text));
}

const MARKER = '分别';

/** As {@link findLists}, with the numbers already found. */
export function listsAmong(text: string, numbers: readonly Quantity[]): ValueList[] {
  const lists: ValueList[] = [];
  let next = 0;
  for (let at = text.indexOf(MARKER); at >= 0; at = text.indexOf(MARKER, at + 2)) {
    while (next < numbers.length && (numbers[next]?.start ?? 0) < at) next++;
    const values = valuesAfter(text, at + 2, numbers, next);
    if (values === null) continue;
    const from = clauseStart(text, at);
    const before = lists[lists.length - 1];
    const own = nameItems(text, from, at);
    const borrowed = before !== undefined && own.items.length <= 1 && isBorrowing(text, before, from, at);
    const names = borrowed ? borrowedNames(before) : own;
    const last = values.items[values.items.length - 1];
    lists.push({
      start: names.items[0]?.start ?? at,
      end: last?.end ?? at + 2,
      marker: { start: at, end: at + 2 },
      names: chooseNames(names, values.items.length),
      values: values.items,
      arity: values.certain ? names.arity : null,
    });
  }
  return lists;
}

interface Names {
  /** Split at 、 only. */
  readonly items: readonly Span[];
  /** Split at 和, 与, 及 too. */
  readonly fine: readonly Span[];
  readonly arity: { readonly min: number; readonly max: number } | null;
}

function borrowedNames(list: ValueList): Names {
  return { items: list.names, fine: list.names, arity: list.arity };
}

/** Whether a list has no names of its own: only a comma and a verb stand between the list before and its 分别. */
function isBorrowing(text: string, before: ValueList, from: number, at: number): boolean {
  const between = text.slice(before.end, at);
  return between.length <= 8 && !/[。；！？：]/.test(between) && (at - from <= 4 || from <= before.end);
}

function chooseNames(names: Names, count: number): readonly Span[] {
  if (names.items.length === count) return names.items;
  return names.fine.length === count ? names.fine : names.items;
}

function clauseStart(text: string, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    const character = text[i] ?? '';
    if (character === '）' || character === '”') depth++;
    else if (character === '（' || character === '“') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，。；：！？]/.test(character)) return i + 1;
  }
  return 0;
}

/** Words in one name that stand for more than one: 城乡 (2), 三次产业 (3), 存贷款 (2). */
const PLURAL: readonly (readonly [string, number])[] = [
  ['城乡', 2],
  ['城镇和农村', 2],
  ['三次产业', 3],
  ['一二三产业', 3],
  ['一二三产', 3],
  ['二三产业', 2],
  ['二三产', 2],
  ['存贷款', 2],
  ['进出口', 2],
  ['中小学', 2],
];

function nameItems(text: string, from: number, to: number): Names {
  const items = split(text, from, to, false);
  const fine = split(text, from, to, true);
  const words = text.slice(from, to);
  let max = fine.length;
  for (const [word, count] of PLURAL) if (words.includes(word)) max += count - 1;
  const open = /[等均都]$/.test(words) || items.length < 2;
  return { items, fine, arity: open ? null : { min: items.length, max } };
}

function split(text: string, from: number, to: number, fine: boolean): Span[] {
  const spans: Span[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i <= to; i++) {
    const character = text[i] ?? '';
    if (character === '（' || character === '“' || character === '《') depth++;
    else if (character === '）' || character === '”' || character === '》') depth--;
    const cut = i === to || (depth <= 0 && (character === '、' || (fine && isJoint(text, i))));
    if (!cut) continue;
    if (i > start) spans.push({ start, end: i });
    start = i + 1;
    if (text.startsWith('以及', i)) {
      i++;
      start++;
    }
  }
  return spans;
}

function isJoint(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (character === '和') return text[at + 1] !== '谐' && text[at - 1] !== '总';
  if (character === '与') return text[at - 1] !== '参';
  if (character === '及') return text[at - 1] !== '以' && text[at - 1] !== '普';
  return text.startsWith('以及', at);
}

/** Verbs and words that may stand before each value of a list: 增长, 比上年提高, 约, 每人每月. */
const BEFORE_VALUE =
  /^(?:较?比?上年|同比|每[人年月亩户吨]{1,2}|实际|名义|增长|下降|提高|降低|增加|减少|上升|回落|完成|达到|实现|约?为|达|累计|建成|新增){0,3}$/;

/** The values behind 分别; null where none follow. */
function valuesAfter(
  text: string,
  from: number,
  numbers: readonly Quantity[],
  first: number,
): { items: Quantity[]; certain: boolean } | null {
  const head = numbers[first];
  if (head === undefined || head.start - from > 24 || /[，。；：！？、]/.test(text.slice(from, head.start)))
    return null;
  const items = [head];
  let index = first + 1;
  let end = head.end;
  let certain = true;
  for (;;) {
    const joint = text.startsWith('以及', end) ? 2 : /[、和与及]/.test(text[end] ?? '') ? 1 : 0;
    if (joint === 0) break;
    const next = numbers[index];
    if (
      next === undefined ||
      next.start - end - joint > 12 ||
      !BEFORE_VALUE.test(text.slice(end + joint, next.start))
    ) {
      certain = false;
      break;
    }
    items.push(next);
    end = next.end;
    index++;
  }
  const unit = items[items.length - 1]?.unit ?? null;
  if (unit === null) return null;
  return { items: shareQualifiers(items), certain };
}

/** Gives each value of a list the unit and the bound word that are printed once at its end. */
export function shareQualifiers(items: readonly Quantity[]): Quantity[] {
  const last = items[items.length - 1];
  if (last === undefined) return [];
  const after =
    last.boundWords.find((word) => word.place === 'after' && word.bound !== 'at-least' && word.bound !== 'at-most') ??
    last.boundWords.find((word) => word.place === 'after');
  return items.map((item) => {
    let shared = item;
    if (shared.unit === null && last.unit !== null) shared = { ...shared, unit: last.unit, percent: last.percent };
    if (after !== undefined && shared.bound === 'exact' && shared.low.value !== 0) {
      shared = { ...shared, ...limits(after.bound, shared.low.value, null), bound: after.bound };
    }
    return shared;
  });
}

/** Everything that reads as a number, bare numbers (unit null) included; for readers that know where one may stand. */
export function scanNumbers(text: string): Quantity[] {
  const found: Quantity[] = [];
  let i = 0;
  while (i < text.length) {
    const code = text.charCodeAt(i);
    if (isDigit(code) || (code === 0x2e && isDigit(text.charCodeAt(i + 1)))) {
      const end = digitsEnd(text, i);
      if (end - i > LONGEST_NUMBER) {
        i = end;
        continue;
      }
      const skipped = codeLength(text, i);
      if (skipped > 0) {
        i += skipped;
        continue;
      }
      const date = dateLength(text, i);
      if (date > 0) {
        i += date;
        continue;
      }
      const quantity = arabicQuantity(text, i);
      if (quantity !== null) found.push(quantity);
      i = Math.max(quantity?.end ?? i, (arabicAt(text, i)?.end ?? i) || i + 1, i + 1);
      continue;
    }
    if (isHanNumeral(code)) {
      const quantity = hanQuantity(text, i);
      if (quantity !== null) {
        found.push(quantity);
        i = quantity.end;
        continue;
      }
      while (isHanNumeral(text.charCodeAt(i))) i++;
      continue;
    }
    i++;
  }
  return found;
}

/** No amount has more digits, points and commas; what has is a code, or noise. */
const LONGEST_NUMBER = 24;

/** Where a run of digits, points and digit commas ends. */
function digitsEnd(text: string, from: number): number {
  let i = from;
  while (i < text.length && (isDigit(text.charCodeAt(i)) || text[i] === '.' || text[i] === ',')) i++;
  return i;
}

/**
 * Length of a code that has digits in it and is no number: PM2.5, 5G, 2+N, 3·15, G110, 4A. 0 where a number stands.
 */
function codeLength(text: string, at: number): number {
  const before = text[at - 1] ?? '';
  let i = at;
  while (isDigit(text.charCodeAt(i)) || (text[i] === '.' && isDigit(text.charCodeAt(i + 1)))) i++;
  const afterLatin = isLatin(text.charCodeAt(at - 1)) && !isAmountAfterLatin(text, i);
  const after = text[i] ?? '';
  const joined = before === '+' || before === '·' || ((after === '+' || after === '·') && i < text.length);
  const grade = isLatin(text.charCodeAt(i)) && unitAt(text, i) === null;
  const hyphened = before === '-' && isLatin(text.charCodeAt(at - 2));
  if (!afterLatin && !joined && !grade && !hyphened) return 0;
  while (
    i < text.length &&
    (isDigit(text.charCodeAt(i)) || isLatin(text.charCodeAt(i)) || /[+·.-]/.test(text[i] ?? ''))
  )
    i++;
  return i - at;
}

/** GDP312亿元, CPI2.1%: a unit of money or a rate behind the digits shows that the letters before are a name. */
function isAmountAfterLatin(text: string, end: number): boolean {
  return text[end] === '%' || /^[万亿]{0,2}(?:元|美元|个百分点)/.test(text.slice(end, end + 6));
}

/** `2024年`, `2021—2025年`, `2023.09`, `1.2024年` after a heading number: digits, an optional range, 年. */
const YEAR = /(?:\d{1,2}\.)?(?:19|20)\d\d(?:年?[-—～至/]{1,2}(?:19|20)?\d\d)?(?:年|[-/.]\d{1,2}[-/.]\d{1,2}(?!\d))/y;
/** `1月22日`, `1—11月`, `8月`, `15日`. */
const DAY = /\d{1,2}(?:[-—～至]\d{1,2})?(?:月份?(?:\d{1,2}日)?|日(?![均历产处]))/y;
/** `14:30`, `8时30分`, `9时` before a mark. */
const CLOCK = /\d{1,2}(?::\d\d(?!\d)|时(?:\d{1,2}分)?(?![期代空长候]))/y;

function dateLength(text: string, at: number): number {
  const span = stickyLength(YEAR, text, at);
  if (span > 0) return /[近约满]$/.test(text.slice(Math.max(0, at - 1), at)) ? 0 : span;
  return stickyLength(DAY, text, at) || stickyLength(CLOCK, text, at);
}

function stickyLength(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** A number and what follows it, before bounds are looked for. */
interface Measure {
  readonly numeral: Numeral;
  readonly value: number;
  readonly scale: string;
  readonly unit: string | null;
  readonly end: number;
  readonly inside: Span | null;
}

function arabicQuantity(text: string, at: number): Quantity | null {
  if (text[at - 1] === '第') return null;
  const numeral = arabicAt(text, at);
  if (numeral === null) return null;
  return assemble(text, at, measure(text, numeral), (i) => {
    const upper = arabicAt(text, i);
    return upper === null ? null : measure(text, upper);
  });
}

/** Characters before a Han numeral that make it a part of a word or an ordinal. */
const NO_COUNT_AFTER = new Set('第之初唯统同专逐进单划均归合万亿百千十零〇点其星');

function hanQuantity(text: string, at: number): Quantity | null {
  const percent = perHundred(text, at);
  if (percent !== null) {
    return assemble(text, at, percent, (i) => perHundred(text, i) ?? perHundredRest(text, i, percent));
  }
  if (NO_COUNT_AFTER.has(text[at - 1] ?? '')) return null;
  const first = text[at] ?? '';
  if ((first === '百' || first === '千' || first === '万' || first === '亿') && !isCounted(text, at)) return null;
  const numeral =
    first === '万' || first === '亿'
      ? { start: at, end: at, value: 1, style: 'chinese' as const, decimals: 0 }
      : hanNumberAt(text, at);
  if (numeral === null || (numeral.value >= 1900 && text[numeral.end] === '年')) return null;
  const whole = measure(text, numeral);
  if (whole.unit === null || whole.end === numeral.end) return null;
  if (whole.scale === whole.unit && isHanNumeral(text.charCodeAt(whole.end))) return null;
  return assemble(text, at, whole, (i) => {
    const upper = hanNumberAt(text, i);
    return upper === null ? null : measure(text, upper);
  });
}

/** Words after which 百亿元 and 万亿元 are amounts and not a manner of speaking (千家万户, 亿元项目). */
const COUNTING = [
  '突破',
  '超过',
  '超',
  '逾',
  '过',
  '近',
  '达',
  '达到',
  '迈上',
  '跨上',
  '站上',
  '登上',
  '跃上',
  '迈过',
  '跨过',
  '越过',
  '冲破',
  '跨越',
  '迈入',
  '跨入',
  '上',
  '接近',
  '逼近',
  '约',
  '不低于',
  '不少于',
  '至',
  '到',
];

function isCounted(text: string, at: number): boolean {
  return (
    COUNTING.some((word) => text.startsWith(word, at - word.length)) &&
    text[at - 1] !== '第' &&
    text.slice(at - 2, at) !== '以上'
  );
}

/** 百分之九, 百分之三点五, 百分之5. */
function perHundred(text: string, at: number): Measure | null {
  const unit = text.startsWith('百分之', at) ? '%' : text.startsWith('千分之', at) ? '‰' : null;
  if (unit === null) return null;
  const numeral = hanNumberAt(text, at + 3) ?? arabicAt(text, at + 3);
  if (numeral === null) return null;
  return {
    numeral: { ...numeral, start: at, style: 'chinese' },
    value: numeral.value,
    scale: '',
    unit,
    end: numeral.end,
    inside: null,
  };
}

/** The 六 of 百分之五至六. */
function perHundredRest(text: string, at: number, low: Measure): Measure | null {
  const numeral = hanNumberAt(text, at);
  if (numeral === null) return null;
  return { numeral, value: numeral.value, scale: '', unit: low.unit, end: numeral.end, inside: null };
}

/** Reads scale, 余 or 多, and unit behind a number. */
function measure(text: string, numeral: Numeral): Measure {
  let end = numeral.end;
  let value = numeral.value;
  let scale = '';
  let inside = null as Span | null;
  const vague = (): void => {
    const length = vagueLength(text, end, numeral.style);
    if (length === 0 || inside !== null) return;
    inside = { start: end, end: end + length };
    end += length;
  };
  vague();
  const small = SMALL_SCALE.get(text[end] ?? '');
  if (small !== undefined && numeral.style === 'arabic' && unitAt(text, end) === null && continues(text, end + 1)) {
    value *= small;
    end++;
  }
  if (text[end] === '万') {
    scale = '万';
    end++;
    const rest = numeral.style === 'chinese' ? hanNumberAt(text, end) : null;
    if (rest !== null && rest.value < 1e4 && unitAt(text, rest.end) !== null) {
      value = value * 1e4 + rest.value;
      scale = '';
      end = rest.end;
    }
    vague();
  }
  if (text[end] === '亿') {
    scale += '亿';
    end++;
    vague();
  }
  const unit = unitAt(text, end);
  if (unit !== null) {
    end = unit.end;
    if (inside === null) {
      const length = trailingVague(text, end);
      if (length > 0) inside = { start: end, end: end + length };
    }
  } else if (inside !== null && inside.end === end) {
    // What looked like 余 or 多 belongs to the next word, as no unit follows.
    end = inside.start;
    inside = null;
  }
  const whole = scale + (unit?.unit ?? '');
  return {
    numeral,
    value: round(value),
    scale,
    unit: whole === '' ? null : whole,
    end: inside === null ? end : Math.max(end, inside.end),
    inside,
  };
}

const SMALL_SCALE = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** Whether a scale or unit goes on at `at`, so that 百 before it is a scale and not a word of its own (百强). */
function continues(text: string, at: number): boolean {
  return /[万亿余多]/.test(text[at] ?? '') || unitAt(text, at) !== null;
}

/** 余 or 多 before a scale or unit (750余万人次, 3000多家, 十来个). */
function vagueLength(text: string, at: number, style: NumeralStyle): number {
  const character = text[at];
  if (character !== '余' && character !== '多' && !(character === '来' && style === 'chinese')) return 0;
  return /[万亿]/.test(text[at + 1] ?? '') || unitAt(text, at + 1) !== null ? 1 : 0;
}

/** 余, 多 or 有余 behind a unit (3年多, 5000元有余), where no longer word begins. */
function trailingVague(text: string, at: number): number {
  if (text.startsWith('有余', at)) return 2;
  const character = text[at];
  const next = text[at + 1] ?? '';
  if (character === '多')
    return next === '' || !isHan(next.charCodeAt(0)) || next === '的' || next === '来' || next === '时' ? 1 : 0;
  if (character === '余') return next === '' || !isHan(next.charCodeAt(0)) ? 1 : 0;
  return 0;
}

/** Keeps products like 3.3 × 1000 free of binary dust. */
function round(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(value.toPrecision(14));
}

const DASHES = ['——', '—', '-', '～', '至', '到'];

function assemble(text: string, at: number, low: Measure, upperAt: (at: number) => Measure | null): Quantity {
  const dash = DASHES.find((mark) => text.startsWith(mark, low.end));
  if (dash !== undefined && low.inside === null) {
    const upper = upperAt(low.end + dash.length);
    const floor = upper === null ? null : comparable(low, upper);
    if (upper !== null && floor !== null && floor < upper.value && !startsAtSource(text, at, dash)) {
      return finish(
        text,
        at,
        { ...low, value: floor, unit: upper.unit },
        { dash: { start: low.end, end: low.end + dash.length, text: dash }, upper, low },
      );
    }
  }
  return finish(text, at, low, null);
}

/** 从5%到6% is a change, not a range. */
function startsAtSource(text: string, at: number, dash: string): boolean {
  return (dash === '到' || dash === '至') && /[从由自]/.test(text[at - 1] ?? '');
}

/** The lower side in the unit of the upper one; null where the two are of different kinds. */
function comparable(low: Measure, upper: Measure): number | null {
  if (upper.unit === null) return null;
  if (low.unit === null || low.unit === upper.unit) return low.value;
  const from = scaleOf(low);
  const to = scaleOf(upper);
  const kind = low.unit.slice(low.scale.length);
  if (kind !== '' && kind !== upper.unit.slice(upper.scale.length)) return null;
  return round((low.value * from) / to);
}

function scaleOf(side: Measure): number {
  return (side.scale.includes('万') ? 1e4 : 1) * (side.scale.includes('亿') ? 1e8 : 1);
}

function finish(
  text: string,
  at: number,
  whole: Measure,
  range: { dash: Span & { text: string }; upper: Measure; low: Measure } | null,
): Quantity {
  const valueEnd = range?.upper.end ?? whole.end;
  const words: BoundWord[] = [];
  const before = wordBefore(text, at, valueEnd);
  if (before !== null) words.push(before);
  const inside = range?.upper.inside ?? whole.inside;
  if (inside !== null)
    words.push({ ...inside, text: text.slice(inside.start, inside.end), bound: 'at-least', place: 'inside' });
  const after = wordAfter(text, valueEnd);
  if (after !== null) words.push(after);
  const bound = range !== null ? 'range' : boundOf(words);
  return {
    start: before?.start ?? at,
    end: after?.end ?? valueEnd,
    valueStart: at,
    valueEnd,
    bound,
    ...limits(bound, whole.value, range?.upper.value ?? null),
    unit: whole.unit,
    percent: whole.unit === '%',
    numeralStyle: whole.numeral.style,
    low: side(range?.low ?? whole),
    high: range === null ? null : side(range.upper),
    dash: range?.dash ?? null,
    boundWords: words,
  };
}

function side(part: Measure): QuantitySide {
  return {
    start: part.numeral.start,
    end: part.end,
    value: part.value,
    decimals: part.numeral.decimals,
    numberEnd: part.numeral.end,
  };
}

/** Where two bound words clash, the one that opens a side wins over one that blurs: 约3万人以上 is at least. */
function boundOf(words: readonly BoundWord[]): Bound {
  const open = words.find((word) => word.bound !== 'about');
  return open?.bound ?? words[0]?.bound ?? 'exact';
}

/** `min` and `max` of a value under a bound. */
export function limits(bound: Bound, value: number, upper: number | null): { min: number | null; max: number | null } {
  if (bound === 'at-least') return { min: value, max: null };
  if (bound === 'at-most') return { min: null, max: value };
  return { min: value, max: upper ?? value };
}

type OpenBound = BoundWord['bound'];

/** Longer words first, so that 不低于 is not read as 低于. */
const BEFORE: readonly (readonly [string, OpenBound])[] = [
  ['不超过', 'at-most'],
  ['不突破', 'at-most'],
  ['不高于', 'at-most'],
  ['不大于', 'at-most'],
  ['不多于', 'at-most'],
  ['不低于', 'at-least'],
  ['不少于', 'at-least'],
  ['不小于', 'at-least'],
  ['超过了', 'at-least'],
  ['突破了', 'at-least'],
  ['大约', 'about'],
  ['约为', 'about'],
  ['约占', 'about'],
  ['将近', 'about'],
  ['接近', 'about'],
  ['逼近', 'about'],
  ['超过', 'at-least'],
  ['突破', 'at-least'],
  ['超出', 'at-least'],
  ['冲破', 'at-least'],
  ['高于', 'at-least'],
  ['大于', 'at-least'],
  ['多于', 'at-least'],
  ['高出', 'at-least'],
  ['至少', 'at-least'],
  ['最少', 'at-least'],
  ['迈上', 'at-least'],
  ['跨上', 'at-least'],
  ['站上', 'at-least'],
  ['登上', 'at-least'],
  ['跃上', 'at-least'],
  ['迈过', 'at-least'],
  ['跨过', 'at-least'],
  ['越过', 'at-least'],
  ['低于', 'at-most'],
  ['小于', 'at-most'],
  ['少于', 'at-most'],
  ['不足', 'at-most'],
  ['不到', 'at-most'],
  ['未到', 'at-most'],
  ['不满', 'at-most'],
  ['至多', 'at-most'],
  ['最多', 'at-most'],
  ['约', 'about'],
  ['近', 'about'],
  ['超', 'at-least'],
  ['逾', 'at-least'],
  ['过', 'at-least'],
  ['上', 'at-least'],
];

/** Characters before a one-character bound word that make a longer word of it: 签约, 节约, 最近, 赶超. */
const NOT_AFTER = new Map<string, ReadonlySet<string>>([
  ['约', new Set('签节集制预公合契履邀特违条盟解续毁相简俭履')],
  ['近', new Set('邻靠附亲贴临最就远')],
  ['超', new Set('赶反')],
  ['过', new Set('通经度渡超难不错')],
  ['上', new Set('以网线马向加')],
]);

/** 过 and 上 are bound words only before a round number in words: 过百亿元, 上千家. */
const ROUND = /[百千万亿]/;

const BEFORE_BY_LAST = new Map<number, (readonly [string, OpenBound])[]>();
for (const row of BEFORE) {
  const last = row[0].charCodeAt(row[0].length - 1);
  const group = BEFORE_BY_LAST.get(last);
  if (group === undefined) BEFORE_BY_LAST.set(last, [row]);
  else group.push(row);
}

function wordBefore(text: string, at: number, valueEnd: number): BoundWord | null {
  for (const [word, bound] of BEFORE_BY_LAST.get(text.charCodeAt(at - 1)) ?? []) {
    const start = at - word.length;
    if (start < 0 || !text.startsWith(word, start)) continue;
    if (NOT_AFTER.get(word)?.has(text[start - 1] ?? '')) return null;
    if ((word === '过' || word === '上') && !ROUND.test(text[at] ?? '')) return null;
    return { start, end: at, text: word, bound, place: 'before' };
  }
  // 迈入千亿元台阶, 跨越百亿元大关: the verb opens the value only together with the step.
  if (!'入越进升'.includes(text[at - 1] ?? ' ')) return null;
  const step = /^(?:新?台阶|大关|关口|门槛|行列)/.test(text.slice(valueEnd, valueEnd + 3));
  for (const word of ['迈入', '跨入', '跨越', '进入', '迈进', '跃升']) {
    if (step && text.startsWith(word, at - 2))
      return { start: at - 2, end: at, text: word, bound: 'at-least', place: 'before' };
  }
  return null;
}

const AFTER: readonly (readonly [string, OpenBound])[] = [
  ['及以上', 'at-least'],
  ['及以下', 'at-most'],
  ['以上', 'at-least'],
  ['以下', 'at-most'],
  ['以内', 'at-most'],
  ['之内', 'at-most'],
  ['左右', 'about'],
  ['上下', 'about'],
];

function wordAfter(text: string, at: number): BoundWord | null {
  for (const [word, bound] of AFTER) {
    if (!text.startsWith(word, at)) continue;
    if (word === '上下' && /[游班联]/.test(text[at + 2] ?? '')) return null;
    return { start: at, end: at + word.length, text: word, bound, place: 'after' };
  }
  return null;
}
