import type { Heading, Report, Span } from '../model';
import type { NumberStyle } from '../report/numbering';
import { readNumber } from '../report/numbering';

/** A heading with its number, places in the original text. */
export interface NumberedHeading {
  readonly heading: Heading;
  readonly style: NumberStyle;
  readonly value: number;
  /** The number with its marks: （三）, 三、, 三是. */
  readonly printed: Span;
  /** The numeral alone. */
  readonly numeral: Span;
}

/** Where the number of a heading stands; null for a heading of an annex or without a number. */
export function locateNumber(report: Report, heading: Heading): NumberedHeading | null {
  if (heading.number === null || heading.role === 'annex') return null;
  const block = report.blocks[heading.block];
  if (block === undefined) return null;
  const at = block.readingOffset(heading.start);
  const head = block.text.slice(at, at + 16);
  const number = readNumber(head);
  if (number === null) return null;
  // （三）  三、  第三部分  3.  ③
  const numeral = /\d{1,3}|[一二三四五六七八九十]{1,3}|[\u2460-\u2473]/.exec(head.slice(0, number.length));
  if (numeral === null) return null;
  return {
    heading,
    style: number.style,
    value: number.value,
    printed: block.span(at, at + number.length),
    numeral: block.span(at + numeral.index, at + numeral.index + numeral[0].length),
  };
}

/** A small report with these headings and a sentence below each, for the examples of rules. */
export function draftWith(headings: readonly string[]): string {
  const body = headings.map(
    (heading) => `${heading}\n全区上下齐心协力，各项工作取得新的进展，为下一步发展打下了良好基础，群众得到了更多实惠。`,
  );
  return ['政府工作报告', '各位代表：', '现在，我代表区人民政府向大会报告工作，请予审议。', ...body].join('\n');
}
