/** Blanks in sentences that were put into a draft: what only the house can say, seen by every reader and found by search. */
import type { Span } from '../model';

/** Stands for the figure of a result. */
export const FIGURE_BLANK = '〔数据〕';
/** Stands for what came of a promise in words. */
export const WORDS_BLANK = '〔完成情况〕';

/** The blanks of a text that are still to be filled in, in order of place. */
export function blanksIn(text: string): Span[] {
  return [...text.matchAll(/〔(?:数据|完成情况)〕/g)].map(({ 0: blank, index }) => ({
    start: index,
    end: index + blank.length,
  }));
}

/** Whether a name that ends at a reading offset is followed by a blank in its own clause: it announces an answer and gives none. */
export function blankFollows(text: string, end: number): boolean {
  return /^[^，。；！？]{0,16}?〔(?:数据|完成情况)〕/.test(text.slice(end, end + 24));
}
