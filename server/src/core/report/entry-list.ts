import { originalOffset } from '../text/reading';
import type { EntryNumber } from './entries';
import { entryNumber, followingNumber, follows, isEntryLike, isNote, isRow } from './entries';
import type { Line, Wrapping } from './lines';
import { continues } from './lines';

/** How a glossary counts its entries. */
export interface EntryList {
  /** The style of number that entries carry; null for a list without numbers. */
  readonly style: string | null;
  /** Lines that open an entry by a number without any mark, which only the sequence shows; empty for other lists. */
  readonly bare: ReadonlyMap<Line, EntryNumber>;
}

/** Looks over the lines of a glossary, `[from, to)`, for the way in which its entries are numbered. */
export function entryList(lines: readonly Line[], from: number, to: number): EntryList {
  const counts = new Map<string, number>();
  const bare = new Map<Line, EntryNumber>();
  let all = 0;
  let marked = 0;
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture || isNote(line.text)) continue;
    all++;
    const number = entryNumber(line.text);
    if (number) counts.set(number.style, (counts.get(number.style) ?? 0) + 1);
    const next = String(bare.size + 1);
    if (!line.text.startsWith(next)) continue;
    // 3 5G工厂: a blank that the reading leaves out parts the number from the name.
    const apart = originalOffset(line.reading, next.length) > next.length;
    if (/^[.,%、）)\]]/.test(line.text.slice(next.length)) || (!apart && /^\d/.test(line.text.slice(next.length))))
      continue;
    bare.set(line, { value: bare.size + 1, length: next.length, style: 'bare' });
    if (number !== null) marked++;
  }
  if (bare.size >= 3 && bare.size > marked && bare.size >= all * 0.2) return { style: 'bare', bare };
  const best = [...counts].sort((a, b) => b[1] - a[1])[0];
  const style = best !== undefined && best[1] >= Math.min(3, Math.max(1, all * 0.2)) ? best[0] : null;
  return { style, bare: new Map() };
}

/** An entry that lines are being added to. */
export interface OpenEntry {
  readonly first: Line;
  readonly last: Line;
  /** The last number of a list inside its definition, 0 where there is none. */
  steps: number;
}

/** In a glossary every line that does not begin an entry goes on the one above. */
export function joinsEntry(
  open: OpenEntry,
  line: Line,
  { style, bare }: EntryList,
  wrapping: Wrapping,
  text: string,
): boolean {
  const { first, last } = open;
  if (isNote(first.text) || isRow(line.text) || (isNote(line.text) && endsSentence(last.text))) return false;
  if (isRow(first.text)) return !last.text.endsWith('|');
  if (bare.size > 0) return !bare.has(line);
  const number = entryNumber(line.text);
  if (style !== null) {
    const own = entryNumber(first.text) ?? followingNumber(first.text, Number.parseInt(first.text, 10) - 1);
    if (own === null) return number?.style !== style && !isEntryLike(line.text);
    const next = number ?? followingNumber(line.text, own.value);
    if (next === null) return true;
    // 二、城市建设类 stands above the entries of a group and is none.
    if (next.style !== style && isGroup(next, line.text)) return false;
    if (own.style !== style && next.style === style && isGroup(own, first.text)) return false;
    if (next.style === own.style && isStep(open, own, next, line)) {
      open.steps = next.value;
      return true;
    }
    if (follows(next, own)) return false;
    // A number that cannot follow is a step inside the definition: （1） within entry 12.
    return next.style !== style || (next.value < own.value && !/[。！？”）]$/.test(last.text));
  }
  if (line.bold > 0 || number !== null) return false;
  if (headAlone(first) && first === last) return true;
  if (!endsSentence(last.text)) return continues(last, line, wrapping, text, true) || !isEntryLike(line.text);
  return wrapping.width !== null
    ? continues(last, line, wrapping, text, true) && !/^“?[^，。]{2,24}”?.{0,8}[：:]/.test(line.text)
    : false;
}

function isGroup({ style, length }: EntryNumber, text: string): boolean {
  return (style === 'cn' || style === 'paren') && text.length <= length + 14 && !/[：:。；，”]/.test(text);
}

/** Whether a number of the entries' own style counts the items of a definition: they begin at 1 behind a colon. */
function isStep(open: OpenEntry, own: EntryNumber, next: EntryNumber, line: Line): boolean {
  const before = open.last.text;
  if (open.steps === 0) return next.value === 1 && /[：；]$/.test(before);
  if (next.value !== open.steps + 1) return false;
  return next.value !== own.value + 1 || /[；，、：]$/.test(before) || !NAMES.test(line.text);
}

/** A name and its definition behind a number. */
const NAMES = /^.{1,4}[^，。；]{1,40}?(?:[：:指]|——)/;

/** A headword on a line of its own, its definition below. */
function headAlone(line: Line): boolean {
  return (
    line.text.length <= 40 && !/[。；，]/.test(line.text) && (!/[：:]./.test(line.text) || /[：:]$/.test(line.text))
  );
}

function endsSentence(text: string): boolean {
  return /[。；！？…”）]$/.test(text);
}
