import type { Reading } from '../model';
import { isBlank, isDigit, isHan, isInvisible, isLatin, isLineBreak } from './characters';
import { pinyinLength } from './pinyin';
import { characterOf } from './radicals';
import { toSimplified } from './script';

/** What is known of the whole document and decides how a stretch of it is read. */
export interface ReadingOptions {
  /** The document is in traditional characters. */
  readonly traditional: boolean;
  /** The document carries pinyin in brackets after its characters. */
  readonly pinyin: boolean;
}

/** Units that differ by source only: marks, Cyrillic letters that look Latin. */
const SAME: readonly (readonly [string, string])[] = [
  ...pairs('「『﹁﹃〝„‟', '“‘“‘“““'),
  ...pairs('」』﹂﹄〞', '”’”’”'),
  ...pairs('~〜∼', '～～～'),
  ...pairs('–―─－‐‑−', '———----'),
  ...pairs('．｡﹒', '.。.'),
  ...pairs('［］', '[]'),
  ...pairs('﹐﹔﹕﹙﹚', '，；：（）'),
  ...pairs('•‧∙・●▪', '······'),
  ...pairs('％﹪', '%%'),
  ...pairs('АВСЕНКМОРТХасеорху', 'ABCEHKMOPTXaceopxy'),
];

/** Half-width marks that are full-width in Chinese text. Comma and colon stay where they stand between digits. */
const WIDE = new Map<number, number>(
  pairs(',:;()?!', '，：；（）？！').map(([from, to]) => [from.charCodeAt(0), to.charCodeAt(0)]),
);

/** Letters of other alphabets that look like the circle of 二〇二四 (Latin, Cyrillic and Greek O, circles). */
const CIRCLES = 'OoОоΟο○◯０';
const ROUND = new Set(Array.from(CIRCLES, (character) => character.charCodeAt(0)));
const ZERO = '〇'.charCodeAt(0);

/**
 * Reads a stretch of the original: drops line breaks, blanks, Markdown marks, HTML residue and pinyin brackets, unifies
 * widths, quotes and look-alike characters, converts traditional characters. Every unit of the result knows where it
 * stood. Characters that were lost are kept as they are, never guessed.
 */
export function read(raw: string, options: ReadingOptions): Reading {
  if (scratch.length <= raw.length) scratch = new Uint16Array(raw.length * 2);
  const codes = scratch;
  const runs: number[] = [];
  let length = 0;
  /** Where the next unit stands in the original if it goes on the run. */
  let due = -1;
  let changed = false;
  let lineStart = true;
  let quoteOpen = false;
  for (let i = 0; i < raw.length;) {
    const code = raw.charCodeAt(i);
    // Most units are plain Han characters, which nothing below concerns.
    if (code >= 0x4e00 && code <= 0x9fff) {
      lineStart = false;
      if (i !== due) runs.push(length, i);
      codes[length++] = code;
      due = ++i;
      continue;
    }
    if (isBlank(code) || isLineBreak(code)) {
      const from = i;
      let broken = false;
      for (; i < raw.length; i++) {
        const blank = raw.charCodeAt(i);
        if (isLineBreak(blank)) broken = true;
        else if (!isBlank(blank)) break;
      }
      if (broken) lineStart = true;
      const before = length > 0 ? (codes[length - 1] ?? 0) : 0;
      const after = raw.charCodeAt(i);
      // GD at the end of a line and P on the next are one word that the source cut.
      const cut = broken && isCapital(before) && isCapital(after);
      if (!cut && keepsSpace(before, after, i - from)) {
        if (from !== due) runs.push(length, from);
        if (raw.charCodeAt(from) !== 0x20) changed = true;
        codes[length++] = 0x20;
        due = from + 1;
      }
      continue;
    }
    if (isInvisible(code)) {
      i++;
      continue;
    }
    const dropped = lineStart ? lineMark(raw, i) || inlineMark(raw, i, code) : inlineMark(raw, i, code);
    if (dropped > 0) {
      i += dropped;
      continue;
    }
    lineStart = false;
    if (options.pinyin && length > 0 && (code === 0x28 || code === 0xff08)) {
      // A line break may part a character from its pinyin, so that the last unit read counts, not the last one written.
      const bracket = isHan(codes[length - 1] ?? 0) ? pinyinLength(raw, i) : 0;
      if (bracket > 0) {
        i += bracket;
        continue;
      }
    }
    let form = code;
    if (code === 0x22 || code === 0xff02) {
      form = quoteOpen ? 0x201d : 0x201c;
      quoteOpen = !quoteOpen;
    } else form = unify(raw, i, code);
    if (form !== code) changed = true;
    if (i !== due) runs.push(length, i);
    codes[length++] = form;
    due = ++i;
  }
  runs.push(length, raw.length);
  const text = changed ? decode(codes, length) : pieces(raw, runs);
  return { text: options.traditional ? toSimplified(text) : text, runs };
}

/** Room to read into; a report is read in hundreds of small pieces, and each keeps only what it needs. */
let scratch = new Uint16Array(1 << 12);

/** The text of runs of which no unit was changed. Most stretches are one run: a slice, which takes no room of its own. */
function pieces(raw: string, runs: readonly number[]): string {
  let text = '';
  for (let i = 0; i + 3 < runs.length; i += 2) {
    const start = runs[i + 1] ?? 0;
    text += raw.slice(start, start + (runs[i + 2] ?? 0) - (runs[i] ?? 0));
  }
  return text;
}

/** The relative original start of a reading unit; the length of the stretch for the end of the reading. */
export function originalOffset({ text, runs }: Reading, at: number): number {
  if (at >= text.length) return runs[runs.length - 1] ?? 0;
  let low = 0;
  let high = (runs.length >> 1) - 1;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((runs[2 * middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  return (runs[2 * low + 1] ?? 0) + at - (runs[2 * low] ?? 0);
}

/** The first reading unit that starts at or after the relative original `offset`. */
export function readingIndex({ text, runs }: Reading, offset: number): number {
  let low = -1;
  let high = (runs.length >> 1) - 1;
  // The last run that starts at or before the offset.
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((runs[2 * middle + 1] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  if (low < 0) return 0;
  return Math.min(runs[2 * low + 2] ?? text.length, (runs[2 * low] ?? 0) + offset - (runs[2 * low + 1] ?? 0));
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** A run of blanks between two Latin words leaves one space; between a digit and a word only where there are several. */
function keepsSpace(before: number, after: number, width: number): boolean {
  if (isLatin(before)) return isLatin(after) || isDigit(after);
  return isDigit(before) && isLatin(after) && width > 1;
}

/** Units to text, in pieces that fit the argument list of a call. */
function decode(codes: Uint16Array, length: number): string {
  if (length <= 4096) return String.fromCharCode.apply(null, codes.subarray(0, length) as unknown as number[]);
  let text = '';
  for (let i = 0; i < length; i += 4096) {
    text += String.fromCharCode.apply(null, codes.subarray(i, Math.min(length, i + 4096)) as unknown as number[]);
  }
  return text;
}

/** Length of a mark that opens a line (`## `, `> `, `- `, `* `, ●, ◆, ▶), 0 for none. */
function lineMark(raw: string, at: number): number {
  const character = raw[at];
  const bullet = bulletLength(raw, at);
  if (bullet > 0) return bullet;
  let i = at;
  if (character === '#') {
    while (raw[i] === '#') i++;
    return i - at <= 6 &&
      (i >= raw.length ||
        isBlank(raw.charCodeAt(i)) ||
        isLineBreak(raw.charCodeAt(i)) ||
        isHan(raw.charCodeAt(i)) ||
        raw[i] === '*')
      ? i - at
      : 0;
  }
  if (character === '>') return 1;
  if ((character === '-' || character === '*' || character === '+') && isBlank(raw.charCodeAt(at + 1))) return 1;
  return 0;
}

/** Length of a bullet before a word: blocks, geometric shapes, dingbats, small pictures; a circle may be the zero of 〇八年. */
export function bulletLength(raw: string, at: number): number {
  const code = raw.charCodeAt(at);
  const shape =
    code === 0x2022 || code === 0x203b || (code >= 0x2580 && code <= 0x2775) || (code >= 0x2794 && code <= 0x27bf);
  const picture = code >= 0xd83c && code <= 0xd83e;
  if (!shape && !picture) return 0;
  let after = at + (picture ? 2 : 1);
  if (raw.charCodeAt(after) === 0xfe0f) after++;
  const length = after - at;
  while (isBlank(raw.charCodeAt(after))) after++;
  if (NUMERALS.includes(raw[after] ?? ' ')) return ROUND.has(code) ? 0 : length;
  return isHan(raw.charCodeAt(after)) || /[“"《【(（\d]/.test(raw[after] ?? '') ? length : 0;
}

/** Entities that pages leave behind, each a blank or nothing. */
const ENTITY = /&(?:nbsp|ensp|emsp|thinsp|zwnj|#160|#12288);/iy;
/** A tag left over from a page: <br/>, </p>, <span style="…">. */
const TAG = /<\/?[a-z][^<>\n]{0,200}>/iy;

/** Length of a Markdown or HTML mark inside a line (`**`, `__`, `<br>`, `&nbsp;`, a backslash before a mark), 0 for none. */
function inlineMark(raw: string, at: number, code: number): number {
  switch (code) {
    case 0x2a: {
      let i = at;
      while (raw[i] === '*') i++;
      const multiplies = i - at === 1 && isDigit(raw.charCodeAt(at - 1)) && isDigit(raw.charCodeAt(i));
      return multiplies ? 0 : i - at;
    }
    case 0x5f:
      return raw[at + 1] === '_' ? 2 : 0;
    case 0x5c:
      return /[[\]().#*_\-+!>~`]/.test(raw[at + 1] ?? '') ? 1 : 0;
    case 0x26:
      return sticky(ENTITY, raw, at);
    case 0x3c:
      return sticky(TAG, raw, at);
    default:
      return 0;
  }
}

function sticky(pattern: RegExp, raw: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(raw)?.[0].length ?? 0;
}

/** The reading form of one unit. */
function unify(raw: string, at: number, code: number): number {
  const same = (table ??= createTable())[code] ?? code;
  if (code < 0x80) {
    const wide = WIDE.get(code);
    if (wide !== undefined && !belongsToNumber(raw, at, code)) return wide;
  }
  return ROUND.has(code) && standsForZero(raw, at) ? ZERO : same;
}

/** Reading forms by unit; built once, 128 KB. */
let table: Uint16Array | undefined;

function createTable(): Uint16Array {
  const made = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  // Full-width letters, digits and the marks + / = are narrow in the reading form; punctuation stays wide.
  for (let code = 0xff10; code <= 0xff5a; code++) if (code < 0xff1a || code > 0xff20) made[code] = code - 0xfee0;
  for (const code of [0xff0b, 0xff0f, 0xff1d]) made[code] = code - 0xfee0;
  for (let code = 0x2e80; code <= 0x2fdf; code++) made[code] = characterOf(String.fromCharCode(code)).charCodeAt(0);
  for (let code = 0xf900; code <= 0xfaff; code++) {
    const normal = String.fromCharCode(code).normalize('NFKC');
    if (normal.length === 1) made[code] = normal.charCodeAt(0);
  }
  for (const [from, to] of SAME) made[from.charCodeAt(0)] = to.charCodeAt(0);
  return made;
}

/** Whether a half-width comma or colon separates digits (1,234 and 3:1) or belongs to an address (http://). */
function belongsToNumber(raw: string, at: number, code: number): boolean {
  if (code !== 0x2c && code !== 0x3a) return false;
  const before = raw.charCodeAt(at - 1);
  const after = raw.charCodeAt(at + 1);
  if (code === 0x3a) return (isDigit(before) && isDigit(after)) || raw.startsWith('//', at + 1);
  if (!isDigit(before) || !isDigit(after)) return false;
  return isDigit(raw.charCodeAt(at + 2)) && isDigit(raw.charCodeAt(at + 3)) && !isDigit(raw.charCodeAt(at + 4));
}

/** Whether a round letter stands among Han numerals, as in 二О二四. */
function standsForZero(raw: string, at: number): boolean {
  return NUMERALS.includes(raw[at - 1] ?? ' ') && (NUMERALS + CIRCLES).includes(raw[at + 1] ?? ' ');
}

const NUMERALS = '〇零一二三四五六七八九十○';

function pairs(from: string, to: string): [string, string][] {
  const targets = Array.from(to);
  return Array.from(from, (character, i) => [character, targets[i] ?? character]);
}
