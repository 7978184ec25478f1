import { isDigit, isHan, isLatin } from '../text/characters';
import type { Bound, Span } from '../model';
import type { Numeral, NumeralStyle } from './numerals';
import { arabicAt, hanNumberAt, isHanNumeral } from './numerals';
import { wordAfter, wordBefore } from './quantities-bounds';
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

/**
 * As {@link scanNumbers}, for whole paragraphs: facts and rules ask for the numbers of the same ones in turn, and those of
 * the last thousand or so are kept.
 */
export function numbersIn(text: string): readonly Quantity[] {
  let numbers = young.get(text);
  if (numbers !== undefined) return numbers;
  numbers = old.get(text) ?? scanNumbers(text);
  if (young.size >= GENERATION) {
    old = young;
    young = new Map();
  }
  young.set(text, numbers);
  return numbers;
}

const GENERATION = 512;
let young = new Map<string, readonly Quantity[]>();
let old: ReadonlyMap<string, readonly Quantity[]> = new Map();

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
  const joined =
    (before === '+' && !isSign(text, at, after)) ||
    before === '·' ||
    ((after === '+' || after === '·') && i < text.length);
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

/** 同比+8.5%: the sign of a rate, which joins nothing. */
function isSign(text: string, at: number, after: string): boolean {
  return after === '%' && isHan(text.charCodeAt(at - 2));
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
  if (whole === '' && numeral.decimals > 0 && TO_ONE.test(text.slice(end, end + 3))) end += 2;
  return {
    numeral,
    value: round(value),
    scale,
    unit: whole === '' ? null : whole,
    end: inside === null ? end : Math.max(end, inside.end),
    inside,
  };
}

/** The ∶1 of a ratio (2.15∶1), which is a number like 2.15. */
const TO_ONE = /^[:：∶]1(?![\d.])/;

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
