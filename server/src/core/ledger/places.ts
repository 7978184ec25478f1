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
 * behind the one that answers its nearest neighbour, else at the end of the first paragraph of the review. Null where
 * the draft has no review.
 */
export function placeForAnswer(item: LedgerItem, ledger: Ledger, draft: Analysis): number | null {
  const shown = [item, ...neighboursOf(item, ledger)].find(({ evidence }) => evidence !== null)?.evidence;
  if (shown !== undefined && shown !== null) return behindMark(draft.report.text, shown.end);
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

/** Behind the mark that ends the sentence, so that another one can follow. */
function behindMark(text: string, end: number): number {
  return '。！？；，'.includes(text[end] ?? ' ') ? end + 1 : end;
}
