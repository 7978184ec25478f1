import { isDigit } from '../text/characters';

/** A number as written: where it stands, what it is worth and in which digits. */
export interface Numeral {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly style: NumeralStyle;
  /** Digits after the point, 0 for whole numbers. */
  readonly decimals: number;
}

export type NumeralStyle = 'arabic' | 'chinese';

/**
 * The Arabic number that begins at `at`: 1241.7, 12,000, .5. Null where none begins. Digit groups count only where all
 * of them have three digits, so that a list 3,4 is two numbers.
 */
export function arabicAt(text: string, at: number): Numeral | null {
  let i = at;
  while (isDigit(text.charCodeAt(i))) i++;
  let whole = text.slice(at, i);
  if (whole.length > 15) return null;
  if (whole.length > 0 && whole.length <= 3) {
    while (isGroup(text, i)) {
      whole += text.slice(i + 1, i + 4);
      i += 4;
    }
  }
  let fraction = '';
  if (text[i] === '.' && isDigit(text.charCodeAt(i + 1))) {
    let j = i + 1;
    while (isDigit(text.charCodeAt(j))) j++;
    fraction = text.slice(i + 1, j);
    i = j;
  }
  if (i === at) return null;
  return {
    start: at,
    end: i,
    value: Number(`${whole || '0'}.${fraction || '0'}`),
    style: 'arabic',
    decimals: fraction.length,
  };
}

/**
 * Whether `,345` stands at `at` and is a whole digit group. A full-width comma between digits groups them too: no number
 * of a report ends before a comma without a unit.
 */
function isGroup(text: string, at: number): boolean {
  return (
    (text[at] === ',' || text[at] === '，') &&
    isDigit(text.charCodeAt(at + 1)) &&
    isDigit(text.charCodeAt(at + 2)) &&
    isDigit(text.charCodeAt(at + 3)) &&
    !isDigit(text.charCodeAt(at + 4))
  );
}

const DIGITS = new Map<string, number>([
  ['〇', 0],
  ['零', 0],
  ['一', 1],
  ['二', 2],
  ['两', 2],
  ['三', 3],
  ['四', 4],
  ['五', 5],
  ['六', 6],
  ['七', 7],
  ['八', 8],
  ['九', 9],
]);

const SMALL = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

const LARGE = new Map<string, number>([
  ['万', 1e4],
  ['亿', 1e8],
]);

/** One cell a unit: every unit of a report is asked for, so this must not cost a look-up by string. */
const NUMERALS = new Uint8Array(0x10000);
for (const words of [DIGITS, SMALL, LARGE]) for (const word of words.keys()) NUMERALS[word.charCodeAt(0)] = 1;

/** Whether the unit can stand in a number written in Han characters. */
export function isHanNumeral(code: number): boolean {
  return NUMERALS[code] === 1;
}

/** Longest run of Han numerals that is looked at; no amount in words is longer. */
const LONGEST = 16;

/**
 * The number in Han characters that begins at `at`: 九, 十三, 两百五十, 三点五, 二〇二四, 百 (in 百亿元: 百 times).
 * A number that only consists of 万 and 亿 is left to the unit. Null where none begins or the run makes no number
 * (三五, 四四二).
 */
export function hanNumberAt(text: string, at: number): Numeral | null {
  let end = at;
  while (end - at < LONGEST && (DIGITS.has(text[end] ?? '') || SMALL.has(text[end] ?? ''))) end++;
  if (end === at) return null;
  const whole = wholeNumber(text, at, end);
  if (whole === null) return null;
  if (text[end] !== '点' || !DIGITS.has(text[end + 1] ?? '')) {
    return { start: at, end, value: whole, style: 'chinese', decimals: 0 };
  }
  let i = end + 1;
  let digits = '';
  while (i - end <= 4 && DIGITS.has(text[i] ?? '')) digits += String(DIGITS.get(text[i++] ?? ''));
  return { start: at, end: i, value: Number(`${whole}.${digits}`), style: 'chinese', decimals: digits.length };
}

/** The worth of a run without 万 and 亿; a run of bare digits is read one by one only where it can be a year. */
function wholeNumber(text: string, start: number, end: number): number | null {
  let total = 0;
  let digit: number | null = null;
  let last = Infinity;
  let run = '';
  for (let i = start; i < end; i++) {
    const character = text[i] ?? '';
    const value = DIGITS.get(character);
    if (value !== undefined) {
      run += String(value);
      if (digit !== null && digit !== 0) {
        digit = -1;
        continue;
      }
      digit = value;
      continue;
    }
    const small = SMALL.get(character) ?? 1;
    if (digit === -1 || small >= last) return null;
    total += (digit === null || digit === 0 ? 1 : digit) * small;
    last = small;
    digit = null;
    run = '';
  }
  if (digit === -1) return run.length === end - start && run.length === 4 ? Number(run) : null;
  return total + (digit ?? 0);
}
