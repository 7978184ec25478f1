import type { Edit, Host, Place } from './fault';
import { partsOf } from './parts';

/** An entry of a glossary with one entry a line, as this folder reads it. */
export interface Entry {
  /** The line without its break. */
  readonly line: Place;
  readonly number: number;
  /** The digits alone. */
  readonly numberPlace: Place;
  readonly head: string;
  /** The words in the quotation marks of the headword, or the headword itself. */
  readonly core: string;
  readonly headPlace: Place;
  readonly definition: string;
  readonly definitionPlace: Place;
}

/** Entries in order; empty where the text has none. */
export function entriesOf(host: Host): Entry[] {
  const glossary = partsOf(host).glossary;
  return glossary === null ? [] : entriesIn(host.text, glossary);
}

export function entriesIn(text: string, part: Place): Entry[] {
  const found: Entry[] = [];
  let at = part.start;
  for (const line of text.slice(part.start, part.end).split('\n')) {
    const entry = readEntry(line, at);
    if (entry !== null && entry.number === found.length + 1) found.push(entry);
    at += line.length + 1;
  }
  return found;
}

function readEntry(line: string, at: number): Entry | null {
  const colon = line.indexOf('：');
  const digits = /\d{1,2}/.exec(line.slice(0, 4));
  if (colon < 0 || colon > 45 || digits === null) return null;
  const numberEnd = digits.index + digits[0].length;
  const headStart = numberEnd + (/^[】）〕\].．、 ]*/.exec(line.slice(numberEnd))?.[0].length ?? 0);
  const head = line.slice(headStart, colon);
  return {
    line: { start: at, end: at + line.length },
    number: Number(digits[0]),
    numberPlace: { start: at + digits.index, end: at + numberEnd },
    head,
    core: /“([^“”]+)”/.exec(head)?.[1] ?? head,
    headPlace: { start: at + headStart, end: at + colon },
    definition: line.slice(colon + 1),
    definitionPlace: { start: at + colon + 1, end: at + line.length },
  };
}

/** Numbers the entries from an index on anew, by a step. */
export function renumbered(entries: readonly Entry[], from: number, by: number): Edit[] {
  return entries.slice(from).map(({ numberPlace, number }) => ({ ...numberPlace, text: String(number + by) }));
}

/** The text of a line for another number and content, built like the given entry. */
export function lineLike(host: Host, model: Entry, number: number, head: string, definition: string): string {
  const before = host.text.slice(model.line.start, model.numberPlace.start);
  const between = host.text.slice(model.numberPlace.end, model.headPlace.start);
  return `${before}${number}${between}${head}：${definition}`;
}

/** What parts two lines of the glossary: a break, or an empty line. */
export function gapOf(host: Host, entries: readonly Entry[]): string {
  const [first, second] = entries;
  return first === undefined || second === undefined ? '\n' : host.text.slice(first.line.end, second.line.start);
}

/** Where the body uses the words of an entry. */
export function usesOf(host: Host, core: string): Place[] {
  const { body } = partsOf(host);
  const found: Place[] = [];
  for (let at = host.text.indexOf(core, body.start); at >= 0 && at < body.end; at = host.text.indexOf(core, at + 1))
    found.push({ start: at, end: at + core.length });
  return found;
}
