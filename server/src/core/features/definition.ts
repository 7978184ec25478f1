import type { Analysis, Block, CorpusReport, CorpusView, GlossaryEntry, Report, Span } from '../model';
import type { TermMatch, TermMatcher } from '../facts/matching';
import { createTermMatcher, noteMarkAt, sameTerm } from '../facts/matching';
import { documentNumberAt, documentNumbers, sameDocument } from './document-numbers';

/** A place in a report; `path` is null for the draft itself. */
export interface Place {
  readonly path: string | null;
  /** What to show. */
  readonly span: Span;
  /** What to select in it. */
  readonly selection: Span;
}

export interface Definition {
  /** The words in the draft that the question was about. */
  readonly origin: Span;
  readonly targets: readonly Place[];
}

/**
 * Where the term at `offset` is explained: in the draft's own glossary, else in the newest precedent that has it, else
 * in the peers. A note mark leads to its entry; the headword of an entry leads to its first use; the number of a
 * document to the other places that name it. Null where there is no term or no explanation.
 */
export function findDefinition(analysis: Analysis, corpus: CorpusView, offset: number): Definition | null {
  const note = noteAt(analysis.report, offset);
  if (note !== null) return { origin: note.span, targets: note.entries.map((entry) => placeOf(null, entry)) };
  const document = documentAt(analysis.report, corpus, offset);
  if (document !== null) return document;
  const headword = analysis.report.glossary.findIndex((entry) => offset >= entry.termStart && offset <= entry.termEnd);
  const entry = analysis.report.glossary[headword];
  if (entry !== undefined) {
    const origin = { start: entry.termStart, end: entry.termEnd };
    const first = analysis.uses[headword]?.[0];
    const target = first === undefined ? placeOf(null, entry) : { path: null, span: first, selection: first };
    return { origin, targets: [target] };
  }
  const found = explain(analysis, corpus, offset, { touching: true });
  if (found === null) return null;
  const nearest = found.explanations[0];
  if (nearest === undefined) return null;
  const wanted = found.explanations.filter(({ origin, report }) =>
    origin === 'precedent' ? report === nearest.report : origin === nearest.origin,
  );
  return { origin: found.span, targets: wanted.map(({ report, entry: one }) => placeOf(report?.path ?? null, one)) };
}

/**
 * The other places that name the document whose number stands at a place: those of the draft, then those of past reports
 * from the newest; of reports of other places where there are none. Null for no number and for none that is named again.
 */
function documentAt(report: Report, corpus: CorpusView, offset: number): Definition | null {
  const named = documentNumberAt(report, offset);
  if (named === null) return null;
  const placesIn = (from: Report, path: string | null): Place[] =>
    documentNumbers(from)
      .filter((one) => sameDocument(one.number, named.number) && (path !== null || one.start !== named.start))
      .map(({ start, end }) => ({ path, span: { start, end }, selection: { start, end } }));
  const inReports = (reports: readonly CorpusReport[]): Place[] =>
    reports.flatMap(({ path, analysis }) => placesIn(analysis.report, path));
  const near = [...placesIn(report, null), ...inReports(corpus.precedents)];
  const targets = near.length > 0 ? near : inReports(byYear(corpus.peers));
  return targets.length === 0 ? null : { origin: { start: named.start, end: named.end }, targets };
}

/** An entry that explains the term in question; `report` is null for the draft's own. */
export interface Explanation {
  readonly origin: 'draft' | 'precedent' | 'peer';
  readonly report: CorpusReport | null;
  readonly entry: GlossaryEntry;
  /** Index of the entry in its glossary. */
  readonly index: number;
}

export interface Explained {
  /** The term with its quotes and the words of its headword that stand around it. */
  readonly span: Span;
  readonly explanations: readonly Explanation[];
}

/**
 * Everything that explains the term at `offset`: the draft's own entries first, then precedents from the newest, then
 * peers from the newest. Null where no known term stands. With `touching`, a term that ends right at `offset` will do
 * (a caret, not a pointer). Costs one look at one paragraph a report.
 */
export function explain(
  analysis: Analysis,
  corpus: CorpusView,
  offset: number,
  { touching = false }: { readonly touching?: boolean } = {},
): Explained | null {
  const block = blockAt(analysis.report, offset);
  if (block === null) return null;
  const at = block.readingOffset(offset);
  const candidates: (Explanation & { readonly match: TermMatch })[] = [];
  const collect = (origin: Explanation['origin'], report: CorpusReport | null, from: Report): void => {
    for (const match of matcherOf(from).find(block)) {
      const entry = from.glossary[match.entry];
      if (entry !== undefined && match.start <= at && at <= match.end)
        candidates.push({ origin, report, entry, index: match.entry, match });
    }
  };
  collect('draft', null, analysis.report);
  for (const precedent of corpus.precedents) collect('precedent', precedent, precedent.analysis.report);
  for (const peer of byYear(corpus.peers)) collect('peer', peer, peer.analysis.report);
  // Between two terms that touch, the one that begins here is meant.
  const under = candidates.filter(({ match }) => at < match.end);
  const pool = under.length > 0 || !touching ? under : candidates;
  const chosen = pool.reduce<(typeof pool)[number] | null>(
    (best, one) => (best === null || beats(one, best) ? one : best),
    null,
  );
  if (chosen === null) return null;
  const meant = pool.filter(
    ({ match, entry }) =>
      overlaps(match, chosen.match) && (sameCore(match, chosen.match) || sameTerm(entry.term, chosen.entry.term)),
  );
  const settled = meant.filter(({ match }) => match.led && !match.otherTail);
  const kept = settled.length > 0 ? settled : meant;
  return { span: block.span(chosen.match.start, chosen.match.end), explanations: kept.map(withoutMatch) };
}

function withoutMatch({ origin, report, entry, index }: Explanation): Explanation {
  return { origin, report, entry, index };
}

/** The draft's own entry beats others; the longer core beats the shorter. */
function beats(
  a: Explanation & { readonly match: TermMatch },
  b: Explanation & { readonly match: TermMatch },
): boolean {
  const length = a.match.coreEnd - a.match.coreStart - (b.match.coreEnd - b.match.coreStart);
  if (a.origin !== b.origin && (a.origin === 'draft' || b.origin === 'draft'))
    return a.origin === 'draft' && length >= 0;
  return length > 0;
}

function overlaps(a: TermMatch, b: TermMatch): boolean {
  return a.coreStart < b.coreEnd && b.coreStart < a.coreEnd;
}

function sameCore(a: TermMatch, b: TermMatch): boolean {
  return a.coreStart === b.coreStart && a.coreEnd === b.coreEnd;
}

/** Reports from the newest plan year, order otherwise kept. */
function byYear(reports: readonly CorpusReport[]): CorpusReport[] {
  return [...reports].sort((a, b) => (b.analysis.report.info?.planYear ?? 0) - (a.analysis.report.info?.planYear ?? 0));
}

const matchers = new WeakMap<Report, TermMatcher>();

/** The matcher of a report's glossary, made once for every version of it. */
export function matcherOf(report: Report): TermMatcher {
  let matcher = matchers.get(report);
  if (matcher === undefined) matchers.set(report, (matcher = createTermMatcher(report.glossary)));
  return matcher;
}

/** The block that `offset` is in or right behind, null for blank space between blocks. */
export function blockAt(report: Report, offset: number): Block | null {
  let low = 0;
  let high = report.blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((report.blocks[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const block = report.blocks[low];
  return block !== undefined && block.start <= offset && offset <= block.end ? block : null;
}

export function placeOf(path: string | null, entry: GlossaryEntry): Place {
  return {
    path,
    span: { start: entry.start, end: entry.end },
    selection: { start: entry.termStart, end: entry.termEnd },
  };
}

/** The note mark at `offset` ([3], ③) with the entries it leads to. Marks in the glossary itself lead nowhere. */
export function noteAt(
  report: Report,
  offset: number,
): { readonly span: Span; readonly entries: readonly GlossaryEntry[] } | null {
  const block = blockAt(report, offset);
  if (block?.kind !== 'body') return null;
  const { text } = block;
  const at = block.readingOffset(offset);
  for (let start = Math.min(at, text.length - 1); start >= Math.max(0, at - 4); start--) {
    const mark = noteMarkAt(text, start);
    if (mark === null || start + mark.length < at) continue;
    const entries = report.glossary.filter(({ number }) => number === mark.number);
    return entries.length === 0 ? null : { span: block.span(start, start + mark.length), entries };
  }
  return null;
}
