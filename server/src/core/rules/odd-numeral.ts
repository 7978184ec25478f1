import type { Block } from '../model';
import type { NumberStyle, PrintedNumber } from '../report/numbering';
import { readNumber } from '../report/numbering';

/** Styles of headings whose marks a norm or a habit settles; 第一部分 and 一是 have none. */
export const MARKED_STYLES: ReadonlySet<NumberStyle> = new Set<NumberStyle>(['cn', 'paren', 'arabic', 'parenArabic']);

/** Longer lines with a number are text. */
const SHORT_TITLE = 40;

/**
 * （一） 2. （三）: the one line between two headings that has the number between theirs in another style.
 * @param blocks what stands between the two headings
 * @param style the style of both
 */
export function oddNumeral(
  blocks: readonly Block[],
  style: NumberStyle,
  value: number,
): { readonly block: Block; readonly number: PrintedNumber } | null {
  const numbered = blocks.flatMap((block) => {
    const number = block.kind === 'body' ? readNumber(block.text) : null;
    return number === null || !MARKED_STYLES.has(number.style) ? [] : [{ block, number }];
  });
  const odd = numbered.find(
    ({ block, number }) => number.value === value && number.style !== style && block.text.length <= SHORT_TITLE,
  );
  // Among others of its style it belongs to a list of its own.
  return odd === undefined || numbered.some((one) => one !== odd && one.number.style === odd.number.style) ? null : odd;
}
