import type { Block } from '../model';
import type { NumberStyle, PrintedNumber } from '../report/numbering';
import { chineseNumber, readNumber } from '../report/numbering';

/** Styles of headings whose marks a norm or a habit settles; 第一部分 and 一是 have none. */
export const MARKED_STYLES: ReadonlySet<NumberStyle> = new Set<NumberStyle>(['cn', 'paren', 'arabic', 'parenArabic']);

/** Longer lines with a number are text, unless the headings around go on in their paragraphs as well. */
const SHORT_TITLE = 40;

/** 2，坚持 · 二：坚持: a mark that no number has, read only where a number is due. */
const LOOSE = /^(\d{1,2}|[一二三四五六七八九十]{1,3})[，：；](?=[\u4e00-\u9fff])/;

function looseValue(text: string): number | null {
  const label = LOOSE.exec(text.slice(0, 6))?.[1];
  return label === undefined ? null : /\d/.test(label) ? Number(label) : chineseNumber(label);
}

/**
 * （一） 2. （三）: the one line between two headings that has the number between theirs in another style, or
 * with a mark that no number has (2，).
 * @param blocks what stands between the two headings
 * @param style the style of both
 * @param runIn whether text follows on the line of the headings
 */
export function oddNumeral(
  blocks: readonly Block[],
  style: NumberStyle,
  value: number,
  runIn: boolean,
): { readonly block: Block; readonly number: PrintedNumber } | null {
  const numbered = blocks.flatMap((block) => {
    const number = block.kind === 'body' ? readNumber(block.text) : null;
    return number === null || !MARKED_STYLES.has(number.style) ? [] : [{ block, number }];
  });
  const loose = blocks.find((block) => block.kind === 'body' && looseValue(block.text) === value);
  if (loose !== undefined && numbered.length === 0) {
    const label = LOOSE.exec(loose.text)?.[1] ?? '';
    return { block: loose, number: { style, label, value, length: label.length + 1 } };
  }
  const odd = numbered.find(
    ({ block, number }) =>
      number.value === value && number.style !== style && (runIn || block.text.length <= SHORT_TITLE),
  );
  // Among others of its style it belongs to a list of its own.
  return odd === undefined || numbered.some((one) => one !== odd && one.number.style === odd.number.style) ? null : odd;
}
