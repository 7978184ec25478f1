/** Blanks in sentences that were put into a draft: what only the house can say, seen by every reader and found by search. */
import type { Span } from '../model';

/** Stands for the figure of a result. */
export const FIGURE_BLANK = '〔数据〕';
/** Stands for what came of a promise in words. */
export const WORDS_BLANK = '〔完成情况〕';

/** Stands where a figure of the year before stood. Writers put it so by hand, too, as they do XX. */
export const EMPTIED_FIGURE = '××';
/** Stands beneath a heading that waits for its text. */
export const TEXT_BLANK = '……';

// 〔数据〕, 增长××%, XX个, and …… where it is all that a line or a heading has
const BLANKS = /〔(?:数据|完成情况)〕|×{2,8}|(?<![A-Za-z])X{2,8}(?![A-Za-z])|(?<=[\s。；：*]|^)……(?=[ \t]{0,8}$)/gm;

/** The blanks of a text that are still to be filled in, in order of place. */
export function blanksIn(text: string): Span[] {
  return [...text.matchAll(BLANKS)].map(({ 0: blank, index }) => ({
    start: index,
    end: index + blank.length,
  }));
}

/** Whether a name that ends at a reading offset is followed by a blank in its own clause: it announces an answer and gives none. */
export function blankFollows(text: string, end: number): boolean {
  return /^[^，。；！？\d]{0,16}?(?:〔(?:数据|完成情况)〕|×{2}|X{2})/.test(text.slice(end, end + 24));
}
