import type { Block, GlossaryEntry } from '../model';
import { characterSet } from '../text/characters';
import type { EntryNumber } from './entries';
import { entryNumber, followingNumber, isNote, isRow, looseNumber } from './entries';

/** Whether the row in which an original offset stands is full, so that the break behind it says nothing. */
type IsFull = (offset: number) => boolean;

/**
 * Reads the entries of a glossary, block by block. A block may hold several entries that the source ran together. `bare`
 * are the numbers without marks, by the start of the block that each opens; where there are any, every entry has one.
 */
export function readGlossary(
  blocks: readonly Block[],
  original: string,
  isFull: IsFull,
  bare: ReadonlyMap<number, EntryNumber>,
): GlossaryEntry[] {
  const out: GlossaryEntry[] = [];
  const entries = blocks.filter((block) => block.kind === 'entry' && !isNote(block.text));
  const numbered = entries.some((block) => entryNumber(block.text)?.style === 'arabic');
  const spaced = areSpaced(entries, original);
  let before = 0;
  for (const block of entries) {
    const opens = bare.get(block.start);
    if (opens !== undefined) {
      const place = { start: 0, end: block.text.length, before, numbered, number: opens };
      out.push(...readEntry(block, place, (at) => breaksBefore(block, at, original, isFull, spaced)));
      before = opens.value;
      continue;
    }
    if (bare.size > 0) continue;
    for (const [start, end] of cut(block.text, before)) {
      const read = readEntry(block, { start, end, before, numbered }, (at) =>
        breaksBefore(block, at, original, isFull, spaced),
      );
      before = read[0]?.number ?? before;
      out.push(...read);
    }
  }
  return out;
}

/** The reading ranges of the entries of one block: `1.…。2.…。3.…。` are three. */
const BEFORE_ENTRY = characterSet('。；！”）');

function cut(text: string, before: number): [number, number][] {
  const first = entryNumber(text) ?? followingNumber(text, before);
  if (first === null) return cutQuoted(text);
  const ranges: [number, number][] = [];
  let start = 0;
  let value = first.value;
  for (let i = 1; i < text.length; i++) {
    if (!BEFORE_ENTRY.has(text.charCodeAt(i - 1))) continue;
    const next = entryNumber(text.slice(i, i + 12)) ?? followingNumber(text.slice(i, i + 60), value);
    if (next?.style !== first.style || next.value !== value + 1) continue;
    if (
      !/^[^。；]{1,50}[：:]|^“|^[^。；，]{1,30}(?:，?(?:是指|指)|——)/.test(
        text.slice(i + next.length, i + next.length + 60),
      )
    )
      continue;
    ranges.push([start, i]);
    start = i;
    value = next.value;
  }
  ranges.push([start, text.length]);
  return ranges;
}

/** “甲”即…。“乙”即…。: entries without numbers in one paragraph, each with its name in quotes. */
function cutQuoted(text: string): [number, number][] {
  const ranges: [number, number][] = [];
  let start = 0;
  if (QUOTED_ENTRY.test(text))
    for (let i = text.indexOf('。“'); i >= 0; i = text.indexOf('。“', i + 1)) {
      if (!QUOTED_ENTRY.test(text.slice(i + 1, i + 40))) continue;
      ranges.push([start, i + 1]);
      start = i + 1;
    }
  ranges.push([start, text.length]);
  return ranges;
}

/** “三百工程”即, “一窗通办”改革：是指 */
const QUOTED_ENTRY = /^“[^“”]{2,24}”[^“”，。；：]{0,6}(?:是指|指|即|：(?:是?指|即))/;

/** A stretch of a block that holds one entry, and the number of the entry before it. */
interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  /** Whether entries of the list carry numbers like 2. */
  readonly numbered: boolean;
  /** The number where it is known. */
  readonly number?: EntryNumber;
}

interface Head {
  /** End of the headword. */
  readonly end: number;
  /** Start of the definition. */
  readonly definition: number;
  /** Start of the headword where brackets frame it. */
  readonly from?: number;
}

function readEntry(block: Block, place: Place, broken: (at: number) => boolean): GlossaryEntry[] {
  const { text } = block;
  const { start: from, end: to, before, numbered } = place;
  const number =
    place.number ??
    entryNumber(text.slice(from, Math.min(to, from + 12))) ??
    looseNumber(text.slice(from, to), before, numbered);
  const start = from + (number?.length ?? (isRow(text) ? 1 : 0));
  const end = trimEnd(text, to);
  if (end <= start) return [];
  const head =
    isRow(text) || number?.style === 'row'
      ? headOfRow(text, start, end)
      : findHead(text, [start, end], number !== null, broken);
  if (head === null) return [];
  const whole = block.span(from, end);
  const parts = splitNames(
    text,
    head.from ?? start,
    withoutPlace(text, start, head.end),
    text.slice(head.definition, end),
  );
  return parts.map(([nameStart, nameEnd]) => {
    const name = block.span(nameStart, nameEnd);
    const definition = block.span(head.definition, end);
    return {
      start: whole.start,
      end: whole.end,
      number: number?.value ?? null,
      term: text.slice(nameStart, nameEnd),
      printedTerm: block.printed(nameStart, nameEnd),
      termStart: name.start,
      termEnd: name.end,
      definition: text.slice(head.definition, end),
      printedDefinition: block.printed(head.definition, end),
      definitionStart: definition.start,
      definitionEnd: definition.end,
    };
  });
}

function trimEnd(text: string, to: number): number {
  let end = to;
  while (end > 0 && (text[end - 1] === ' ' || (text[end - 1] === '|' && isRow(text)))) end--;
  return end;
}

/** Longest headword that anybody prints; names of programmes with their full title reach 40. */
const LONGEST = 60;

/** The cell of the name and what is behind it. */
function headOfRow(text: string, start: number, end: number): Head | null {
  const bar = text.indexOf('|', start);
  return bar <= start || bar >= end ? null : { end: bar, definition: bar + 1 };
}

/** （报告第2页第3段）, （P12） behind a name says where the report uses it. */
function withoutPlace(text: string, start: number, end: number): number {
  const mark = text[end - 1] === '）' ? '（' : text[end - 1] === ']' ? '[' : null;
  const open = mark === null ? -1 : text.lastIndexOf(mark, end);
  return open > start && PLACE.test(text.slice(open + 1, end - 1)) ? open : end;
}

/** 报告第2页第3段 · P12 */
const PLACE = /^[^（）[\]]{0,12}?(?:第[\d一二三四五六七八九十]{1,3}[页段]|P\d)[^（）[\]]{0,12}$/;

/** Finds where the headword ends: at a colon outside quotes, else at a dash, else before 是指, 指 or 即. */
function findHead(
  text: string,
  [start, end]: readonly [number, number],
  numbered: boolean,
  broken: (at: number) => boolean,
): Head | null {
  const framed = /^[【〖]([^【】〖〗]{2,40})[】〗][：:]?/.exec(text.slice(start, Math.min(end, start + LONGEST)));
  if (framed?.[1] !== undefined)
    return { end: start + 1 + framed[1].length, definition: start + framed[0].length, from: start + 1 };
  let depth = 0;
  let brackets = 0;
  const limit = Math.min(end, start + LONGEST);
  let verb: Verb | null = null;
  for (let i = start; i < limit; i++) {
    const character = text[i] ?? '';
    if (depth === 0 && brackets === 0 && i > start + 1 && broken(i) && endsName(text, start, i))
      return verb === null || (verb.weak && i - start <= LONGEST_WEAK) ? { end: i, definition: i } : verb;
    if (OPENING_MARKS.includes(character)) depth++;
    else if (CLOSING_MARKS.includes(character)) depth = Math.max(0, depth - 1);
    else if (character === '（') brackets++;
    else if (character === '）') brackets = Math.max(0, brackets - 1);
    if (depth > 0 || brackets > 0) continue;
    if (character === '：' || character === ':')
      return verb !== null && !colonWins(text, verb, i) ? verb : i > start ? { end: i, definition: i + 1 } : null;
    if (character === '—' && i > start) {
      let after = i;
      while (text[after] === '—') after++;
      if (after - i >= 2 || /^(?:是?指|即)/.test(text.slice(after, after + 2))) return { end: i, definition: after };
    }
    if (i > start + 1 && (verb === null || verb.weak)) verb = verbAt(text, start, i, verb);
    if (character === '。') {
      // 1.链长制。由市领导…: behind its number a name may be a sentence of its own.
      if (verb === null && numbered && i - start <= 24 && i + 1 < end && !/[，；、]/.test(text.slice(start, i)))
        return { end: i, definition: i + 1 };
      break;
    }
  }
  return verb ?? headBeforeBreak(text, start, limit);
}

/** A colon soon behind a 指 or 即 shows it to be part of the name (指尖办：), and so does a 指 behind the colon. */
function colonWins(text: string, verb: Verb, at: number): boolean {
  return verb.weak || (!verb.sure && at - verb.definition < 5) || /^(?:是?指|即)/.test(text.slice(at + 1, at + 3));
}

const OPENING_MARKS = '“‘《';
const CLOSING_MARKS = '”’》';

/** A verb that opens a definition. A bare 即 is `weak`: it may be part of the name, as in 即到即办. */
interface Verb extends Head {
  readonly weak: boolean;
  /** No name has it: 是指, or 指 right behind a quoted name. */
  readonly sure: boolean;
}

/** Longest name that may have a bare 即 inside. */
const LONGEST_WEAK = 20;

/** The verb that stands at `at`, or the one `known` so far: a bare 即 gives way to 指 in the same phrase. */
function verbAt(text: string, start: number, at: number, known: Verb | null): Verb | null {
  const word = /^，?(?:是指|主要是指|指的是|即是|泛指|特指|指|即)/.exec(text.slice(at, at + 5))?.[0];
  if (word === undefined || /[导标挥定数南期]/.test(text[at + word.length] ?? '')) return known;
  const quoted = text[at - 1] === '”';
  if (!quoted && /^，?[指即]$/.test(word) && !isPlain(text, start, at)) return known;
  if (known !== null && (word.endsWith('即') || !isPlain(text, start, at))) return known;
  return {
    end: at,
    definition: at + (word.startsWith('，') ? 1 : 0),
    weak: !quoted && word === '即',
    sure: quoted || word.length > 1,
  };
}

/**
 * Whether the source broke the line before the reading unit at `at` on purpose; two wide blanks stand for a lost break, and
 * bold text that ends before a blank is a headword.
 */
function breaksBefore(block: Block, at: number, original: string, isFull: IsFull, spaced: boolean): boolean {
  const before = block.span(at - 1, at).end;
  const after = block.span(at, at + 1).start;
  if (spaced && /^[ \u3000]+$/.test(original.slice(before, after))) return true;
  return (
    after > before &&
    /[\t\n\r\u2028\u2029\u0085]|\u3000\u3000|\*\*[ \u3000]/.test(original.slice(before, after)) &&
    !isFull(before - 1)
  );
}

/** Whether a list parts its names from what explains them by a blank and nothing else: 2. 首违不罚 对初次违法…. */
function areSpaced(entries: readonly Block[], original: string): boolean {
  if (entries.length < 2) return false;
  let spaced = 0;
  for (const { start, end } of entries) if (SPACED.test(original.slice(start, Math.min(end, start + 60)))) spaced++;
  return spaced >= entries.length * 0.8;
}

const SPACED =
  /^[（(【[]?(?:\d{1,3}|[①-⑳])[)）】\].．、]?[ \u3000]?[^\s：:，。；—|]{2,30}[ \u3000]{1,3}(?![指即是])[^\s：:]{6}[^：:]{0,20}/;

/** A line break ends a headword unless a sentence has begun before it. */
function endsName(text: string, start: number, at: number): boolean {
  return at - start <= 40 && !/[。；，]/.test(text.slice(start, at));
}

/** A bare 指 or 即 ends a headword only if nothing of a sentence stands before it. */
function isPlain(text: string, start: number, at: number): boolean {
  return at - start <= 16 && !/[，。；、的]/.test(text.slice(start, at));
}

/** The headword stood alone on its line: the reading joined it to the definition, the quotes still show its end. */
function headBeforeBreak(text: string, start: number, limit: number): Head | null {
  if (text[start] !== '“') return null;
  const close = text.indexOf('”', start);
  if (close < 0 || close >= limit) return null;
  // 5.“双百”工程，培育…: a comma stands for the colon.
  const comma = /^[^“”，。；：]{0,8}，/.exec(text.slice(close + 1, limit))?.[0].length ?? 0;
  if (comma > 0) return { end: close + comma, definition: close + 1 + comma };
  return { end: close + 1, definition: close + 1 };
}

/** What follows a name that a definition takes up: “甲”指, “甲”是指, “甲”：. */
const TAKES_UP = /^(?:是?指|[即为：])/;

/** 前者指…，后者指…: the definition speaks of two things. */
const TELLS_APART = /^前者[^。]{1,200}后者/;

/**
 * “甲”和“乙”, “甲”、“乙” are two terms with one definition. “甲”“乙” side by side are one name, unless the definition takes
 * them up one by one: “甲”指…；“乙”指…, or 前者…，后者….
 */
function splitNames(text: string, start: number, end: number, definition: string): [number, number][] {
  const name = text.slice(start, end);
  // 河长制、湖长制 are two systems with one definition.
  const systems = /^([^“”、，和与及]{2,10}制)[、和与及][^“”、，和与及]{2,10}制$/.exec(name);
  if (systems?.[1] !== undefined) {
    const second = start + systems[1].length + 1;
    return [
      [start, second - 1],
      [second, end],
    ];
  }
  const joined = /^(“[^”]{1,24}”[^“”、，和与及]{0,10})([、和与及]|以及)?(“[^”]{1,24}”[^“”、，]{0,10})$/.exec(name);
  if (!joined) return [[start, end]];
  if (
    joined[2] === undefined &&
    !TELLS_APART.test(definition) &&
    !TAKES_UP.test(definition.slice(definition.indexOf(joined[3] ?? '')).slice(joined[3]?.length ?? 0))
  )
    return [[start, end]];
  if (
    joined[2] === undefined &&
    !TELLS_APART.test(definition) &&
    !(definition.startsWith(joined[1] ?? ' ') && definition.includes(joined[3] ?? ' '))
  )
    return [[start, end]];
  const first = joined[1]?.length ?? 0;
  const second = joined[3]?.length ?? 0;
  return [
    [start, start + first],
    [end - second, end],
  ];
}
