import type { EntryNumber } from './entries';
import { entryNumber, followingNumber, follows, isEntryLike, isNote } from './entries';
import { isAnnexHeading, isGlossaryHeading } from './landmarks';
import type { Line, Rows } from './lines';
import { isTerminated } from './lines';

/** Where the glossary stands: its heading, its first line and the line after its last. All are `to` where there is none. */
export interface GlossaryZone {
  readonly glossary: number;
  readonly entries: number;
  readonly end: number;
}

/**
 * Finds the last heading of a glossary in the later part of the text, or a list of definitions that nobody headed.
 * `inner` are the headings of lists that belong to a part of the body.
 */
export function findGlossary(
  lines: readonly Line[],
  body: number,
  to: number,
  rows: Rows,
  inner: ReadonlySet<number>,
): GlossaryZone {
  const half = lineAt(lines, body, to, 0.3);
  const middle = lineAt(lines, body, to, 0.6);
  for (let i = to - 1; i >= half; i--) {
    const height = headingRows(lines, i, rows);
    if (height === 0 || inner.has(i)) continue;
    const sure = i > middle && !/^注|^[备附]注|名词$/.test(lines[i]?.text ?? '');
    if (!sure && !looksLikeEntries(lines, i + height, to)) continue;
    const entries = i + height;
    const above = headingAboveTable(lines, i, half, rows);
    return { glossary: above, entries: above < i ? above + 1 : entries, end: findEnd(lines, entries, to) };
  }
  const implied = findImpliedGlossary(lines, half, to);
  if (implied < 0) return { glossary: to, entries: to, end: to };
  return { glossary: implied, entries: implied, end: findEnd(lines, implied, to) };
}

/** Lines above a report that are looked at for a glossary. */
const MOST_ABOVE = 400;

/** The glossary that some print above the title `from`: a heading with several definitions right below it. */
export function findFrontGlossary(lines: readonly Line[], from: number): GlossaryZone | null {
  for (let i = 0; i < from && i < MOST_ABOVE; i++) {
    const line = lines[i];
    if (!line || line.furniture || !isGlossaryHeading(line.text)) continue;
    const below = lines.slice(i + 1, Math.min(from, i + 12)).filter((one) => !one.furniture);
    const defining = below.filter(({ text }) => isEntryLike(text) && text.length >= SHORTEST_ENTRY);
    if (defining.length >= 2 && defining.length >= below.length * 0.4)
      return { glossary: i, entries: i + 1, end: from };
  }
  return null;
}

/** Lines of a table of contents are shorter. */
const SHORTEST_ENTRY = 12;

/** 名词 and 解释 may be the head of a table whose heading stands right above it. */
function headingAboveTable(lines: readonly Line[], at: number, half: number, rows: Rows): number {
  for (let i = at - 1; i >= Math.max(half, at - 4); i--) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    if (headingRows(lines, i, rows) === 1) return i;
    if (line.text.length > 6) break;
  }
  return at;
}

/** How many lines the heading of a glossary at a line fills: two where a narrow source broke it, 0 where there is none. */
function headingRows(lines: readonly Line[], at: number, rows: Rows): number {
  const line = lines[at];
  if (!line || line.furniture) return 0;
  if (isGlossaryHeading(line.text)) return 1;
  const next = lines[at + 1];
  return next !== undefined && rows.full(at) && isGlossaryHeading(line.text + next.text) ? 2 : 0;
}

/** Whether entries follow: a numbered line or a definition among the next few. */
function looksLikeEntries(lines: readonly Line[], from: number, to: number): boolean {
  let seen = 0;
  for (let i = from; i < to && seen < 4; i++) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    seen++;
    if (isEntryLike(line.text) || entryNumber(line.text) !== null || /^“[^“”]{2,24}”.{0,8}$/.test(line.text))
      return true;
  }
  return false;
}

/** A list of definitions below the closing words that nobody headed: three numbered entries in a row to the end. */
function findImpliedGlossary(lines: readonly Line[], half: number, to: number): number {
  let from = half;
  for (let i = half; i < to; i++) if ((lines[i]?.text ?? '').startsWith('各位代表')) from = i + 1;
  for (let i = from, tried = 0; i < to && tried < MOST_LISTS; i++) {
    const line = lines[i];
    if (!line || line.furniture || entryNumber(line.text)?.value !== 1) continue;
    tried++;
    if (definesTerms(lines.slice(i, Math.min(to, i + LONGEST_LIST)))) return i;
  }
  return -1;
}

/** Lists below the closing words that are looked at, and lines of each: annexes of texts that are no reports have no end. */
const MOST_LISTS = 20;
const LONGEST_LIST = 600;

/** Whether numbered lines follow one another and nearly all have the shape of definitions. */
function definesTerms(lines: readonly Line[]): boolean {
  const style = entryNumber(lines[0]?.text ?? '')?.style;
  let count = 0;
  let shaped = 0;
  let defines = 0;
  for (const { text } of lines) {
    if (/[：:](?:是?指|即)/.test(text.slice(0, 60))) defines++;
    const entry = entryNumber(text);
    if (entry?.style !== style || entry?.value !== count + 1) continue;
    count++;
    const rest = text.slice(entry.length);
    if (/^.{1,40}?[：:]/.test(rest) && !/^[^：:]{0,40}。/.test(rest)) shaped++;
  }
  return count >= 3 && shaped >= count * 0.8 && defines >= count * 0.4;
}

/** The line after the last entry: an annex begins there, or the page ends. */
function findEnd(lines: readonly Line[], entries: number, to: number): number {
  let last: Line | undefined;
  let style: string | undefined;
  let value = 0;
  // Whether the last line is a headword that waits for its definition.
  let waiting = false;
  for (let i = entries; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture || isNote(line.text)) continue;
    const number = entryNumber(line.text) ?? skippingNumber(line.text, value);
    if (number !== null && (number.style !== style || number.value > value)) {
      // In a list without numbers a step of a definition may begin a row.
      if (last === undefined || (number.value === 1 && /[。”）]$/.test(last.text))) style ??= number.style;
      if (number.style === style) value = number.value;
      else if (style !== undefined && follows(number, { value, style, length: 0 })) ({ value, style } = number);
      waiting = !line.text.endsWith('。');
    } else if (last !== undefined && !waiting && endsList(lines, i, last, { style, value, to })) return i;
    else waiting = false;
    last = line;
  }
  return to;
}

/** The same where some entries stand behind others on their lines, so that their numbers have not been seen. */
function skippingNumber(text: string, before: number): EntryNumber | null {
  return followingNumber(text, before) ?? followingNumber(text, before + 1) ?? followingNumber(text, before + 2);
}

interface ListSoFar {
  readonly style: string | undefined;
  readonly value: number;
  readonly to: number;
}

/** Whether the list ends before a line that opens no entry: a title after a finished definition, with no entry to come. */
function endsList(lines: readonly Line[], at: number, last: Line, { style, value, to }: ListSoFar): boolean {
  const line = lines[at];
  if (!line || !/[。！？”）]$/.test(last.text) || line.text.length > 40 || isTerminated(line.text)) return false;
  if (isAnnexHeading(line.text) || line.mark > 0) return true;
  if (style === undefined) return false;
  return !continuesList(lines, at, to, style, value);
}

/** Whether entries of the same style go on within the next few lines (a headword may stand alone on its line). */
function continuesList(lines: readonly Line[], from: number, to: number, style: string, value: number): boolean {
  for (let i = from + 1; i < Math.min(to, from + 4); i++) {
    const text = lines[i]?.text ?? '';
    const number = entryNumber(text) ?? skippingNumber(text, value);
    if (number?.style === style && number.value > value) return true;
  }
  return false;
}

/** The line at a share of the characters between two lines: tables of short cells must not shift the middle. */
export function lineAt(lines: readonly Line[], from: number, to: number, share: number): number {
  const begin = lines[from]?.start ?? 0;
  const end = lines[to - 1]?.end ?? begin;
  const limit = begin + (end - begin) * share;
  let i = from;
  while (i < to && (lines[i]?.start ?? 0) < limit) i++;
  return i;
}
