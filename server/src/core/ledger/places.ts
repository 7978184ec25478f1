import type { Analysis, Block } from '../model';
import type { Ledger, LedgerItem } from './ledger';
import { reviewBlocks } from './mentions';

/** The promises of the same kind in the order in which they were made: those before it, the nearest first, then those behind. */
export function neighboursOf(item: LedgerItem, ledger: Ledger): LedgerItem[] {
  const alike = ledger.items
    .filter(({ kind }) => kind === item.kind)
    .sort((a, b) => a.promise.start - b.promise.start || a.promise.valueStart - b.promise.valueStart);
  const at = alike.indexOf(item);
  return [...alike.slice(0, at).reverse(), ...alike.slice(at + 1)];
}

/**
 * Where in the draft an answer would stand, in original offsets: behind the sentence that answers the promise, else
 * behind the one in the review that answers its nearest neighbour, else at the end of the first paragraph of the review.
 * Null where the draft has no review.
 */
export function placeForAnswer(item: LedgerItem, ledger: Ledger, draft: Analysis): number | null {
  const review = reviewBlocks(draft);
  // A plan may open with results: what answers a promise is looked for where the draft looks back.
  const isReview = ({ evidence }: LedgerItem): boolean =>
    evidence !== null && review.some(({ start, end }) => start <= evidence.start && evidence.end <= end);
  const shown = item.evidence === null ? neighboursOf(item, ledger).find(isReview) : item;
  if (shown !== undefined && shown.evidence !== null) {
    // A list of figures takes one more behind its comma; the clauses of a sentence in words belong together.
    const isFigure = shown.result !== null && shown.result.measure !== 'qualitative';
    return behindMark(draft.report.text, shown.evidence.end, isFigure ? MARKS : ENDS);
  }
  return openingOfReview(draft)?.end ?? null;
}

/** The first paragraph that looks back, below its heading; null where none does. */
export function openingOfReview(draft: Analysis): Block | null {
  const { headings } = draft.report;
  const blocks = reviewBlocks(draft);
  const isHeading = ({ heading, index }: Block): boolean =>
    headings[heading]?.block === index && !headings[heading].runIn;
  return blocks.find((block) => block.role === 'review' && !isHeading(block)) ?? blocks[0] ?? null;
}

const ENDS = '。！？；';
const MARKS = `${ENDS}，`;

/** Behind the mark that ends the sentence, so that another one can follow; the mark stands on the same line. */
function behindMark(text: string, end: number, marks: string): number {
  let at = end;
  while (at < text.length && !marks.includes(text.charAt(at)) && !'\r\n'.includes(text.charAt(at))) at++;
  return marks.includes(text.charAt(at)) && at < text.length ? at + 1 : end;
}
