import type { Analysis } from '../model';

/** How far back a comment may have been opened, and how far on it may be closed. */
const LONGEST_COMMENT = 4000;

/** Units in which front matter has ended. */
const LONGEST_FRONT_MATTER = 3000;

/** Whether a place lies in front matter or in a comment, which are no part of the report: nothing is completed there. */
export function isOutsideOfText(text: string, offset: number): boolean {
  return isInFrontMatter(text, offset) || isInComment(text, offset);
}

function isInFrontMatter(text: string, offset: number): boolean {
  if (!/^---[ \t]*\r?\n/.test(text.slice(0, 12))) return false;
  const end = text.slice(0, LONGEST_FRONT_MATTER).indexOf('\n---', 3);
  return end >= 0 && offset <= end + '\n---'.length;
}

function isInComment(text: string, offset: number): boolean {
  const before = text.slice(Math.max(0, offset - LONGEST_COMMENT), offset);
  const opened = before.lastIndexOf('<!--');
  if (opened < 0 || before.slice(opened).includes('-->')) return false;
  // A comment that is being written may still be open on its line.
  const after = text.slice(offset, offset + LONGEST_COMMENT);
  return !/[\r\n]/.test(before.slice(opened)) || after.includes('-->');
}

/**
 * How much of what stands behind the caret a completion brings along itself, in units. `rest` is what it writes behind
 * the caret: 产总值 at 地区生‸产总值增长6%, 14.31亿元 at 完成‸亿元. A single character counts only as the end of a word.
 */
export function takenUp(rest: string, after: string): number {
  for (let length = Math.min(rest.length, after.length); length >= 1; length--) {
    if (!rest.endsWith(after.slice(0, length))) continue;
    if (length === 1 && /[一-鿿]/.test(after[1] ?? '')) return 0;
    return length;
  }
  return 0;
}

/** Whether words of one report can stand in another as they are: simplified ones do not go into a traditional text. */
export function areInOneScript(one: Analysis, other: Analysis): boolean {
  return isTraditional(one) === isTraditional(other);
}

export function isTraditional({ report }: Analysis): boolean {
  return report.info?.script === 'traditional';
}
