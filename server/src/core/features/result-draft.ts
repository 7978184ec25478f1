import type { LedgerItem } from '../ledger/ledger';
import type { Analysis, CorpusReport, Span, Statement } from '../model';
import { figuresIn, tailOf } from './completion-figures';
import { inWords } from './figures';

/** A sentence to be completed; `selected` are the ranges of `text` that the writer will write over. */
export interface SentenceDraft {
  readonly text: string;
  readonly selected: readonly Span[];
}

/** Stands for a figure that only the house can say, as drafters write it. */
const BLANK = 'XX';

/**
 * The sentence that would report the result of a promise: as past reports of the place report this indicator, else in
 * the form of the promise. Its figures are left blank: a draft that states a figure nobody gave would be worse than none.
 */
export function draftSentence(
  { promise }: LedgerItem,
  made: Analysis,
  precedents: readonly CorpusReport[],
): SentenceDraft {
  const way = promise.measure === 'qualitative' ? null : wayOfReporting(promise, precedents);
  if (way !== null) return blanked(`${promise.name}${way}`, promise.name.length);
  if (promise.measure === 'qualitative') {
    const words = inWords(promise, made.report);
    const text = words.startsWith(promise.name) ? words : promise.name + words;
    return { text: `${text}。`, selected: [{ start: promise.name.length, end: text.length }] };
  }
  return blanked(`${promise.name}${plainWay(promise)}`, promise.name.length);
}

/** How the newest precedent that reports this indicator in this measure goes on behind its name. */
function wayOfReporting(promise: Statement, precedents: readonly CorpusReport[]): string | null {
  for (const { analysis } of precedents) {
    for (const one of analysis.statements) {
      const alike = one.indicator === promise.indicator && one.measure === promise.measure && one.unit === promise.unit;
      if (one.role !== 'result' || one.period !== 'annual' || !alike) continue;
      const way = tailOf(one, analysis);
      if (figuresIn(way).length === 1 && way.length <= LONGEST_WAY) return way;
    }
  }
  return null;
}

/** A longer phrase says more than the figure. */
const LONGEST_WAY = 20;

function plainWay({ measure, direction, unit }: Statement): string {
  const down = direction === 'down';
  const verb = measure === 'growth' ? (down ? '下降' : '增长') : measure === 'change' ? (down ? '降低' : '提高') : '';
  return `${verb}0${unit ?? ''}`;
}

/** The sentence with each figure behind `from` put aside. */
function blanked(words: string, from: number): SentenceDraft {
  let text = '';
  let at = 0;
  const selected: Span[] = [];
  for (const { start, end } of figuresIn(words)) {
    if (start < from) continue;
    text += words.slice(at, start);
    selected.push({ start: text.length, end: text.length + BLANK.length });
    text += BLANK;
    at = end;
  }
  return { text: `${text}${words.slice(at)}。`, selected };
}
