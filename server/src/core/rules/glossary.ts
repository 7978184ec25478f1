import type { Analysis, Block, GlossaryEntry, Report, Span } from '../model';
import type { Edit } from './rule';
import { inHan } from './sequence';
import { blockAt, circled } from './support';

/** A glossary entry with the numeral that stands before it. */
export interface NumberedEntry {
  readonly entry: GlossaryEntry;
  readonly value: number;
  /** The numeral alone, without its mark. */
  readonly numeral: Span;
  readonly digits: 'arabic' | 'han' | 'circled';
}

/**
 * The numbered entries, cut where the numbers begin anew: a report may have two lists, or one at the end of each part or
 * page.
 */
export function numberedLists(report: Report): NumberedEntry[][] {
  const lists: NumberedEntry[][] = [];
  let current: NumberedEntry[] = [];
  for (const entry of printedEntries(report)) {
    const numbered = locate(report, entry);
    if (numbered === null) continue;
    const last = current[current.length - 1];
    if (numbered.value === 1 && last !== undefined && (current.length >= 3 || isApart(report, last.entry, entry))) {
      lists.push(current);
      current = [];
    }
    current.push(numbered);
  }
  lists.push(current);
  return lists;
}

/** Whether text of the body stands between two entries. */
function isApart(report: Report, one: GlossaryEntry, other: GlossaryEntry): boolean {
  const from = blockAt(report, one.start)?.index ?? 0;
  const to = blockAt(report, other.start)?.index ?? 0;
  for (let i = from + 1; i < to; i++) if (report.blocks[i]?.kind === 'body') return true;
  return false;
}

/**
 * Where the body uses the terms of a printed entry, in order of place for each of them: one entry may explain several.
 * Worked out once a version.
 */
export function usesOfEntry(analysis: Analysis, entry: GlossaryEntry): readonly Span[] {
  let found = usesByStart.get(analysis);
  if (found === undefined) {
    usesByStart.set(analysis, (found = new Map<number, Span[]>()));
    for (const [i, { start }] of analysis.report.glossary.entries())
      found.set(start, [...(found.get(start) ?? []), ...(analysis.uses[i] ?? [])]);
  }
  return found.get(entry.start) ?? [];
}

const usesByStart = new WeakMap<Analysis, Map<number, Span[]>>();

/** The entries as printed: two terms explained together are one. */
export function printedEntries(report: Report): GlossaryEntry[] {
  return report.glossary.filter((entry, i) => entry.start !== report.glossary[i - 1]?.start);
}

/** Edits that write `value(index)` before the entries of a list; an entry that has its number is left alone. */
export function renumberEdits(list: readonly NumberedEntry[], value: (index: number) => number): Edit[] {
  return list.flatMap((one, i) => {
    const text = inDigits(value(i), one.digits);
    return one.value === value(i) || text === '' ? [] : [{ ...one.numeral, text }];
  });
}

/** Edits that take an entry out and close the gap in the numbers. */
export function removalEdits(report: Report, entry: GlossaryEntry): Edit[] {
  const entries = printedEntries(report);
  const at = entries.findIndex((one) => one.start === entry.start);
  const [before, after] = [entries[at - 1], entries[at + 1]];
  const cut: Edit =
    after !== undefined
      ? { start: entry.start, end: after.start, text: '' }
      : { start: before?.end ?? entry.start, end: entry.end, text: '' };
  return [cut, ...shift(report, entry.start + 1, -1)];
}

/**
 * Edits that put an entry before `next` (null: at the end of the list) in the form of the entries around it, and make
 * room in the numbers. Null where the draft has no glossary.
 */
export function insertionEdits(
  report: Report,
  next: GlossaryEntry | null,
  content: { readonly term: string; readonly definition: string },
): Edit[] | null {
  const entries = printedEntries(report);
  const model = next ?? entries[entries.length - 1];
  if (model === undefined) return null;
  const { text } = report;
  const numbered = locate(report, model);
  const value = numbered === null ? 0 : next === null ? numbered.value + 1 : numbered.value;
  const head =
    numbered === null
      ? ''
      : text.slice(model.start, numbered.numeral.start) +
        inDigits(value, numbered.digits) +
        text.slice(numbered.numeral.end, model.termStart);
  const colon = text.slice(model.termEnd, model.definitionStart);
  const line = head + content.term + colon + content.definition;
  const separator = separatorOf(text, entries);
  if (next === null) return [{ start: model.end, end: model.end, text: separator + line }];
  return [{ start: next.start, end: next.start, text: line + separator }, ...shift(report, next.start, 1)];
}

/** What stands between two entries: a line break, a blank line, indentation. */
function separatorOf(text: string, entries: readonly GlossaryEntry[]): string {
  const [first, second] = entries;
  if (first === undefined || second === undefined) return '\n';
  const between = text.slice(first.end, second.start);
  return between.trim() === '' && /[\r\n]/.test(between) ? between : '\n';
}

/** Edits that move the numbers of all entries from `from` on. */
function shift(report: Report, from: number, by: number): Edit[] {
  const list = numberedLists(report).find((one) => one.some(({ entry }) => entry.start >= from)) ?? [];
  const rest = list.filter(({ entry }) => entry.start >= from);
  return renumberEdits(rest, (i) => (rest[i]?.value ?? 0) + by);
}

function inDigits(value: number, digits: NumberedEntry['digits']): string {
  if (digits === 'circled') return circled(value);
  return digits === 'han' ? inHan(value) : String(value);
}

function locate(report: Report, entry: GlossaryEntry): NumberedEntry | null {
  const block: Block | undefined = blockAt(report, entry.start);
  if (block === undefined || entry.number === null) return null;
  const at = block.readingOffset(entry.start);
  // 注12：  （十二）、  ⑫  17.
  const own = String(entry.number);
  if (block.text.startsWith(own, at))
    return { entry, value: entry.number, numeral: block.span(at, at + own.length), digits: 'arabic' };
  const numeral = /\d{1,3}|[一二三四五六七八九十]{1,3}|[\u2460-\u2473\u3251-\u325f]/.exec(
    block.text.slice(at, at + 12),
  );
  if (numeral === null) return null;
  const [printed] = numeral;
  return {
    entry,
    value: entry.number,
    numeral: block.span(at + numeral.index, at + numeral.index + printed.length),
    digits: /^\d/.test(printed) ? 'arabic' : /^[一二三四五六七八九十]/.test(printed) ? 'han' : 'circled',
  };
}
