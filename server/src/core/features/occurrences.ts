import type { TermMatch, TermMatcher } from '../facts/matching';
import { createTermMatcher, quotedCore, termCore } from '../facts/matching';
import type { Analysis, Block, CorpusView, GlossaryEntry, Report, Span } from '../model';
import { blockAt, explain, matcherOf } from './definition';
import { documentNumberAt, documentNumbers, sameDocument } from './document-numbers';
import { indicatorAt } from './figures';

/** A place that speaks of the thing in question. */
export interface Occurrence extends Span {
  /** Null for the draft itself. */
  readonly path: string | null;
  /** The headword of an entry, or a use of it. */
  readonly kind: 'entry' | 'use';
}

/**
 * All places in the draft and the reports around it that use or explain the term at `offset`, or that state the
 * indicator or the document named there; the draft first, then past reports from the newest, other versions, other places. Empty where
 * none of them stands. Hands control back after every report.
 */
export function* references(
  analysis: Analysis,
  corpus: CorpusView,
  offset: number,
): Generator<undefined, Occurrence[], undefined> {
  const others = [...corpus.precedents, ...corpus.versions, ...corpus.peers];
  const found: Occurrence[] = [];
  const number = documentNumberAt(analysis.report, offset)?.number ?? null;
  const term = number === null ? termAt(analysis, corpus, offset) : null;
  const named = number === null && term === null ? indicatorAt(analysis, offset) : null;
  for (const report of [{ path: null, analysis }, ...others]) {
    if (number !== null) found.push(...documentsIn(report.analysis.report, report.path, number));
    else if (term !== null) found.push(...occurrences(report.analysis.report, report.path, term.matcher));
    else if (named !== null) found.push(...statementsOf(report.analysis, report.path, named.indicator));
    else return [];
    yield undefined;
  }
  return found;
}

/** The places in the draft alone that name the term or the indicator at `offset`, without quotes and values. */
export function highlights(analysis: Analysis, corpus: CorpusView, offset: number): Occurrence[] {
  const number = documentNumberAt(analysis.report, offset)?.number ?? null;
  if (number !== null) return documentsIn(analysis.report, null, number);
  const term = termAt(analysis, corpus, offset);
  if (term !== null) {
    return matchesIn(analysis.report, term.matcher).map(({ block, match }) => ({
      path: null,
      ...block.span(match.coreStart, match.coreEnd),
      kind: isHeadword(analysis.report, block, match) ? 'entry' : 'use',
    }));
  }
  const named = indicatorAt(analysis, offset);
  if (named === null) return [];
  const spans = new Map<number, Occurrence>();
  for (const { indicator, nameStart, nameEnd } of analysis.statements) {
    if (indicator === named.indicator)
      spans.set(nameStart, { path: null, start: nameStart, end: nameEnd, kind: 'use' });
  }
  return [...spans.values()].sort((a, b) => a.start - b.start);
}

/** What a renaming would take hold of. */
export interface Renaming {
  /** The words at the caret that will change: the core of the term, without quotes and generic nouns. */
  readonly span: Span;
  readonly name: string;
}

/** The term at `offset` as it can be renamed; null where no term stands. */
export function prepareRename(analysis: Analysis, corpus: CorpusView, offset: number): Renaming | null {
  const target = renameTarget(analysis, corpus, offset);
  return target === null ? null : { span: target.span, name: target.name };
}

/** The edits of a renaming, or why it is refused. */
export type RenameResult =
  | { readonly kind: 'edits'; readonly edits: readonly (Span & { readonly text: string })[] }
  /** Not a name: empty, too long, several lines, quotes inside. */
  | { readonly kind: 'no-name' }
  /** Another entry of the draft has this name; both would become one. */
  | { readonly kind: 'taken'; readonly by: GlossaryEntry };

/**
 * The places that become `name` when the term at `offset` is renamed: its core wherever the draft uses it, explains it
 * or speaks of it in another definition. Quotes and the nouns behind it stay, also where the new name repeats those at
 * the caret. Null where there is no term.
 */
export function rename(analysis: Analysis, corpus: CorpusView, offset: number, name: string): RenameResult | null {
  const target = renameTarget(analysis, corpus, offset);
  if (target === null) return null;
  const text = withoutTail(withoutQuotes(name.trim()), target.tail);
  if (text === '' || text.length > 60 || /[\r\n“”]/.test(text)) return { kind: 'no-name' };
  const { report } = analysis;
  const core = quotedCore(text);
  const by = core === target.core ? undefined : report.glossary.find((entry) => termCore(entry.term) === core);
  if (by !== undefined) return { kind: 'taken', by };
  const edits = matchesIn(report, target.matcher)
    .filter(({ block, match }) => coreOf(block, match) === target.core)
    .filter(({ block, match }) => !isPartOfOther(report, block, match))
    .map(({ block, match }) => ({ ...block.span(match.coreStart, match.coreEnd), text }));
  const seen = new Set<number>();
  return { kind: 'edits', edits: edits.filter(({ start }) => !seen.has(start) && seen.add(start)) };
}

/** 百企工程 is 百企 where 工程 stands behind the words that change. */
function withoutTail(name: string, tail: string): string {
  return tail !== '' && name.length > tail.length && name.endsWith(tail) ? name.slice(0, -tail.length) : name;
}

interface TermInQuestion {
  /** Finds the term in any report. */
  readonly matcher: TermMatcher;
}

/** The term at a place: by the headwords that explain it, else as the draft itself coins it. */
function termAt(analysis: Analysis, corpus: CorpusView, offset: number): TermInQuestion | null {
  const explained = explain(analysis, corpus, offset, { touching: true });
  if (explained !== null) {
    const words = new Set(explained.explanations.map(({ entry }) => entry.term));
    return { matcher: createTermMatcher(Array.from(words, (term) => ({ term }))) };
  }
  const term = analysis.terms.find(({ start, end }) => start <= offset && offset <= end);
  return term === undefined ? null : { matcher: createTermMatcher([{ term: term.text, literal: true }]) };
}

interface FoundMatch {
  readonly block: Block;
  readonly match: TermMatch;
}

/** Matches in body, glossary and annexes, each place once. Where a label means two things, only what is not said to be the other one. */
function matchesIn(report: Report, matcher: TermMatcher): FoundMatch[] {
  const all: FoundMatch[] = [];
  for (const block of report.blocks) {
    if (block.kind !== 'body' && block.kind !== 'entry' && block.kind !== 'annex') continue;
    let last = -1;
    for (const match of matcher.find(block)) {
      if (match.coreStart < last) continue;
      last = match.coreEnd;
      all.push({ block, match });
    }
  }
  const own = all.filter(({ match }) => match.led || !match.otherTail);
  return own.some(({ match }) => match.led && !match.otherTail) ? own : all;
}

function occurrences(report: Report, path: string | null, matcher: TermMatcher): Occurrence[] {
  return matchesIn(report, matcher)
    .filter(({ block, match }) => !isPartOfOther(report, block, match))
    .map(({ block, match }) => ({
      path,
      ...block.span(match.start, match.end),
      kind: isHeadword(report, block, match) ? 'entry' : 'use',
    }));
}

function isHeadword(report: Report, block: Block, match: TermMatch): boolean {
  if (block.kind !== 'entry') return false;
  const { start } = block.span(match.coreStart, match.coreEnd);
  return report.glossary.some((entry) => entry.termStart <= start && start < entry.termEnd);
}

/** Whether the words belong to a longer term of this report: no 三区 in 三区三线. */
function isPartOfOther(report: Report, block: Block, match: TermMatch): boolean {
  if (report.glossary.length === 0) return false;
  return matcherOf(report)
    .find(block)
    .some(
      ({ coreStart, coreEnd }) =>
        coreStart <= match.coreStart &&
        match.coreEnd <= coreEnd &&
        coreEnd - coreStart > match.coreEnd - match.coreStart,
    );
}

/** In how many places of the draft and the reports around it an indicator is stated, not counting where it is named. */
export function countElsewhere(
  analysis: Analysis,
  corpus: CorpusView,
  named: { readonly indicator: string; readonly span: Span },
): number {
  const places = (from: Analysis): Set<string> =>
    new Set(statementsOf(from, null, named.indicator).map(({ start, end }) => `${String(start)} ${String(end)}`));
  const others = [...corpus.precedents, ...corpus.versions, ...corpus.peers];
  const own = statementsOf(analysis, null, named.indicator).filter(
    ({ start, end }) => named.span.start < start || end < named.span.start,
  );
  const inDraft = new Set(own.map(({ start, end }) => `${String(start)} ${String(end)}`)).size;
  return others.reduce((sum, report) => sum + places(report.analysis).size, inDraft);
}

function documentsIn(report: Report, path: string | null, wanted: string): Occurrence[] {
  return documentNumbers(report)
    .filter(({ number }) => sameDocument(number, wanted))
    .map(({ start, end }) => ({ path, start, end, kind: 'use' }));
}

function statementsOf(analysis: Analysis, path: string | null, indicator: string): Occurrence[] {
  return analysis.statements
    .filter((one) => one.indicator === indicator)
    .map(({ start, end }) => ({ path, start, end, kind: 'use' }));
}

interface RenameTarget extends Renaming {
  readonly matcher: TermMatcher;
  readonly core: string;
  /** What stands behind the core within its quotes, such as 工程 in “双百工程”. */
  readonly tail: string;
}

function renameTarget(analysis: Analysis, corpus: CorpusView, offset: number): RenameTarget | null {
  const term = termAt(analysis, corpus, offset);
  const block = blockAt(analysis.report, offset);
  if (term === null || block === null) return null;
  const at = block.readingOffset(offset);
  const match = term.matcher
    .find(block)
    .filter(({ start, end }) => start <= at && at <= end)
    .sort((a, b) => b.coreEnd - b.coreStart - (a.coreEnd - a.coreStart))[0];
  if (match === undefined) return null;
  const span = block.span(match.coreStart, match.coreEnd);
  const printed = analysis.report.text.slice(span.start, span.end);
  const name = /[\s“”*]/.test(printed) ? block.text.slice(match.coreStart, match.coreEnd) : printed;
  const tail = /^([^，。；：、“”]{1,12})”/.exec(block.text.slice(match.coreEnd, match.coreEnd + 13))?.[1] ?? '';
  return { span, name: name.replace(/[“”]/g, ''), matcher: term.matcher, core: coreOf(block, match), tail };
}

function coreOf(block: Block, { coreStart, coreEnd }: TermMatch): string {
  return quotedCore(block.text.slice(coreStart, coreEnd).replace(/[“”]/g, ''));
}

function withoutQuotes(name: string): string {
  return /^["“‘「『].*["”’」』]$/.test(name) ? name.slice(1, -1).trim() : name;
}
