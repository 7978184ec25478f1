import type { Analysis, Bilingual, CorpusView, Span } from '../model';
import { blockAt } from './definition';
import { completeIndicators, completeWays } from './completion-figures';
import { asksForDocument, completeDocuments } from './completion-documents';
import { isOutsideOfText } from './completion-places';
import { completeEntries, completeTerms } from './completion-terms';
import type { Dictionary } from '../facts/unexplained';

/** One thing that could be written at the caret. */
export interface Completion {
  readonly kind: 'term' | 'entry' | 'way' | 'indicator' | 'document';
  readonly label: string;
  /** Where it is from, in a few words; empty for none. */
  readonly detail: string;
  /** Plain text. */
  readonly documentation: string;
  /** What of the original gives way to it; holds the caret and lies on its line. */
  readonly replace: Span;
  readonly text: string;
  /** Ranges of `text` that the writer will write over, in order; empty for none. */
  readonly selected: readonly Span[];
  /** What the words typed so far are compared with. */
  readonly filter: string;
}

export interface Completions {
  /** The most used first. */
  readonly items: readonly Completion[];
  /** There are more: another character typed may bring what is not among them. */
  readonly incomplete: boolean;
}

export interface CompletionOptions {
  readonly lang: keyof Bilingual;
  /** Asked because a quotation mark was typed; otherwise the writer has asked. */
  readonly typed: boolean;
  readonly dictionary: Dictionary;
}

/** The caret with what stands around it, as every kind of completion needs it. */
export interface Caret {
  readonly analysis: Analysis;
  readonly corpus: CorpusView;
  readonly offset: number;
  /** The physical line up to the caret, as it is on disk. */
  readonly before: string;
  /** The rest of the line. */
  readonly after: string;
  readonly options: CompletionOptions;
}

/**
 * What could be written at `offset`, the most used first. After “ the known terms; at an empty line of the glossary
 * entries for what is not explained yet; where the number of a document is written the known ones and nothing else;
 * behind the name of an indicator how past reports stated it; else names of indicators and numbers of documents that
 * begin as what was typed. Front matter and comments are no text of the report.
 */
export function complete(
  analysis: Analysis,
  corpus: CorpusView,
  offset: number,
  options: CompletionOptions,
): Completions {
  const { text } = analysis.report;
  if (offset < 0 || offset > text.length || isOutsideOfText(text, offset)) return NOTHING;
  const caret: Caret = { analysis, corpus, offset, options, ...lineAround(text, offset) };
  const entries = completeEntries(caret);
  if (entries !== null) return { items: entries, incomplete: false };
  const terms = completeTerms(caret);
  if (terms !== null || options.typed) return terms ?? NOTHING;
  const block = blockAt(analysis.report, offset);
  if (block !== null && block.kind !== 'body' && block.kind !== 'entry' && block.kind !== 'annex') return NOTHING;
  // Where the number of a document is written nothing else is of use, even where none is known.
  if (asksForDocument(caret.before)) return { items: completeDocuments(caret), incomplete: false };
  const ways = completeWays(caret);
  if (ways !== null) return { items: ways, incomplete: false };
  const names = completeIndicators(caret);
  return { items: [...completeDocuments(caret), ...names.items], incomplete: names.incomplete };
}

const NOTHING: Completions = { items: [], incomplete: false };

/** Longer lines are looked at near the caret only. */
const FAR = 400;

function lineAround(text: string, offset: number): { before: string; after: string } {
  let start = offset;
  while (start > 0 && offset - start < FAR && !isBreak(text[start - 1])) start--;
  let end = offset;
  while (end < text.length && end - offset < FAR && !isBreak(text[end])) end++;
  return { before: text.slice(start, offset), after: text.slice(offset, end) };
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
