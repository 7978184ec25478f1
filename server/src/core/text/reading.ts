import type { Reading } from '../model';
import { isBlank, isDigit, isHan, isInvisible, isLatin, isLineBreak } from './characters';
import { pinyinLength } from './pinyin';
import { toSimplified } from './script';

/** What is known of the whole document and decides how a stretch of it is read. */
export interface ReadingOptions {
  /** The document is in traditional characters. */
  readonly traditional: boolean;
  /** The document carries pinyin in brackets after its characters. */
  readonly pinyin: boolean;
}

/** Marks that differ by source only. Values have one unit, so that offsets are kept by position. */
const SAME = new Map<string, string>([
  ...pairs('「『﹁﹃〝＂„‟', '“‘“‘““““'),
  ...pairs('」』﹂﹄〞', '”’”’”'),
  ...pairs('～~〜∼', '～～～～'),
  ...pairs('–―─－‐‑−', '———----'),
  ...pairs('．｡﹒', '.。.'),
  ...pairs('［］', '[]'),
  ...pairs('﹐﹔﹕﹙﹚', '，；：（）'),
  ...pairs('•‧∙・●▪', '······'),
  ...pairs('％﹪', '%%'),
]);

/** Half-width marks that are full-width in Chinese text. Comma and colon stay where they stand between digits. */
const WIDE = new Map<string, string>(pairs(',:;()?!', '，：；（）？！'));

/** Letters of other alphabets that look like the circle of 二〇二四 (Latin, Cyrillic and Greek O, circles). */
const CIRCLES = new Set('OoОоΟο○◯０');

/**
 * Reads a stretch of the original: drops line breaks, blanks, Markdown marks, HTML residue and pinyin brackets, unifies
 * widths, quotes and look-alike characters, converts traditional characters. Every unit of the result knows where it
 * stood. Characters that were lost are kept as they are, never guessed.
 */
export function read(raw: string, options: ReadingOptions): Reading {
  const out: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let lineStart = true;
  let quoteOpen = false;
  const push = (text: string, start: number, end: number): void => {
    out.push(text);
    starts.push(start);
    ends.push(end);
  };
  for (let i = 0; i < raw.length; ) {
    const code = raw.charCodeAt(i);
    if (isLineBreak(code)) {
      lineStart = true;
      i = gap(raw, i, out, push);
      continue;
    }
    if (isBlank(code)) {
      i = gap(raw, i, out, push);
      continue;
    }
    if (isInvisible(code)) {
      i++;
      continue;
    }
    const dropped = lineStart ? lineMark(raw, i) || inlineMark(raw, i) : inlineMark(raw, i);
    if (dropped > 0) {
      i += dropped;
      continue;
    }
    lineStart = false;
    if (options.pinyin && i > 0 && (code === 0x28 || code === 0xff08)) {
      const length = pinyinLength(raw, i);
      if (length > 0 && isHan(raw.charCodeAt(i - 1))) {
        i += length;
        continue;
      }
    }
    const character = raw[i] ?? '';
    if (code === 0x22 || code === 0xff02) {
      push(quoteOpen ? '”' : '“', i, i + 1);
      quoteOpen = !quoteOpen;
    } else {
      push(unify(raw, i, code, character), i, i + 1);
    }
    i++;
  }
  let text = out.join('');
  if (options.traditional) text = toSimplified(text);
  starts.push(raw.length);
  return { text, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/** Passes over a run of blanks and line breaks; a run between two Latin words leaves one space. */
function gap(raw: string, from: number, out: string[], push: (text: string, start: number, end: number) => void): number {
  let i = from;
  while (i < raw.length && (isBlank(raw.charCodeAt(i)) || isLineBreak(raw.charCodeAt(i)))) i++;
  const before = out.length > 0 ? (out[out.length - 1]?.charCodeAt(0) ?? 0) : 0;
  const after = raw.charCodeAt(i);
  const between = (isLatin(before) && (isLatin(after) || isDigit(after))) || (isDigit(before) && isLatin(after) && i - from > 1);
  if (between) push(' ', from, i);
  return i;
}

/** Length of a Markdown mark that opens a line (`## `, `> `, `- `, `* `), 0 for none. */
function lineMark(raw: string, at: number): number {
  const character = raw[at];
  let i = at;
  if (character === '#') {
    while (raw[i] === '#') i++;
    return i - at <= 6 && (i >= raw.length || isBlank(raw.charCodeAt(i)) || isHan(raw.charCodeAt(i)) || raw[i] === '*') ? i - at : 0;
  }
  if (character === '>') return 1;
  if ((character === '-' || character === '*' || character === '+') && isBlank(raw.charCodeAt(at + 1))) return 1;
  return 0;
}

/** Entities that pages leave behind, each a blank or nothing. */
const ENTITY = /&(?:nbsp|ensp|emsp|thinsp|zwnj|#160|#12288);/iy;
/** A tag left over from a page: <br/>, </p>, <span style="…">. */
const TAG = /<\/?[a-zA-Z][^<>\n]{0,200}>/y;

/** Length of a Markdown or HTML mark inside a line (`**`, `__`, `<br>`, `&nbsp;`, a backslash before a mark), 0 for none. */
function inlineMark(raw: string, at: number): number {
  const character = raw[at];
  if (character === '*') {
    let i = at;
    while (raw[i] === '*') i++;
    const multiplies = i - at === 1 && isDigit(raw.charCodeAt(at - 1)) && isDigit(raw.charCodeAt(i));
    return multiplies ? 0 : i - at;
  }
  if (character === '_' && raw[at + 1] === '_') return 2;
  if (character === '\\' && /[[\]().#*_\-+!>~`]/.test(raw[at + 1] ?? '')) return 1;
  if (character === '&') return sticky(ENTITY, raw, at);
  if (character === '<') return sticky(TAG, raw, at);
  return 0;
}

function sticky(pattern: RegExp, raw: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(raw)?.[0].length ?? 0;
}

/** The reading form of one unit. */
function unify(raw: string, at: number, code: number, character: string): string {
  if (code < 0x80) {
    const wide = WIDE.get(character);
    if (wide !== undefined && !belongsToNumber(raw, at, character)) return wide;
    if ((character === 'O' || character === 'o') && standsForZero(raw, at)) return '〇';
    return SAME.get(character) ?? character;
  }
  if (CIRCLES.has(character) && standsForZero(raw, at)) return '〇';
  const same = SAME.get(character);
  if (same !== undefined) return same;
  if (code >= 0xff10 && code <= 0xff5a && code !== 0xff1a && code !== 0xff1b && code !== 0xff1f) return String.fromCharCode(code - 0xfee0);
  if (code === 0xff0b || code === 0xff0f || code === 0xff1d) return String.fromCharCode(code - 0xfee0);
  if ((code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff)) {
    const normal = character.normalize('NFKC');
    return normal.length === 1 ? (RADICALS.get(normal) ?? normal) : character;
  }
  if (code >= 0x400 && code <= 0x45f) return LOOKALIKES.get(character) ?? character;
  return character;
}

/** Radicals of the supplement block that compatibility normalisation leaves alone. */
const RADICALS = new Map(pairs('⻓⻔⻋⻢⻥⻩⻬⻮⻰⻅⻉⻚⻛⻜⻝⻘⻄⻆⻁⺠', '长门车马鱼黄齐齿龙见贝页风飞食青西角虎民'));

/** Cyrillic capitals and small letters that scanners and keyboards put for Latin ones. */
const LOOKALIKES = new Map(pairs('АВСЕНКМОРТХасеорху', 'ABCEHKMOPTXaceopxy'));

/** Whether a half-width comma or colon separates digits (1,234 and 3:1) or belongs to an address (http://). */
function belongsToNumber(raw: string, at: number, character: string): boolean {
  if (character !== ',' && character !== ':') return false;
  const before = raw.charCodeAt(at - 1);
  const after = raw.charCodeAt(at + 1);
  if (character === ':') return (isDigit(before) && isDigit(after)) || raw.startsWith('//', at + 1);
  return isDigit(before) && isDigit(after) && isDigit(raw.charCodeAt(at + 2)) && isDigit(raw.charCodeAt(at + 3)) && !isDigit(raw.charCodeAt(at + 4));
}

/** Whether a round letter stands among Han numerals, as in 二О二四. */
function standsForZero(raw: string, at: number): boolean {
  return NUMERALS.has(raw[at - 1] ?? '') && (NUMERALS.has(raw[at + 1] ?? '') || CIRCLES.has(raw[at + 1] ?? ''));
}

const NUMERALS = new Set('〇零一二三四五六七八九十○');

function pairs(from: string, to: string): [string, string][] {
  const targets = Array.from(to);
  return Array.from(from, (character, i) => [character, targets[i] ?? character]);
}
