/** Statements as a report would word them, and how reports go on behind the name of an indicator. */
import type { Analysis, Bounded, Report, Span, Statement } from '../model';

/** 增长5%左右, 12.6亿元, 预计下降3.2%以上, 增长5%以上、力争6%; what is said in words is quoted. */
export function wording(statement: Statement, report: Report): string {
  const { measure, direction, estimated, stretch } = statement;
  const unit = statement.unit ?? '';
  const value = amount({ bound: statement.bound ?? 'exact', min: statement.min, max: statement.max }, unit);
  if (measure === 'qualitative' || value === null) return `“${shorten(inWords(statement, report), 30)}”`;
  const up = measure === 'growth' ? '增长' : measure === 'change' ? '提高' : '';
  const down = measure === 'growth' ? '下降' : measure === 'change' ? '降低' : '';
  const more = stretch === null ? null : amount(stretch, unit);
  const verb = direction === 'down' ? down : up;
  return `${estimated ? '预计' : ''}${verb}${value}${more === null ? '' : `、力争${more}`}`;
}

/** The words of a statement without a number, in reading form. */
export function inWords(statement: Statement, report: Report): string {
  const block = report.blocks[statement.block];
  if (block === undefined) return '';
  const [start, end] =
    statement.valueEnd > statement.valueStart
      ? [statement.valueStart, statement.valueEnd]
      : [statement.start, statement.end];
  return block.text.slice(block.readingOffset(start), block.readingOffset(end));
}

function amount({ bound, min, max }: Bounded, unit: string): string | null {
  if (bound === 'range')
    return min === null || max === null ? null : `${String(min)}${unit === '%' ? '%' : ''}—${String(max)}${unit}`;
  const value = bound === 'at-most' ? (max ?? min) : (min ?? max);
  if (value === null) return null;
  const word = bound === 'about' ? '左右' : bound === 'at-least' ? '以上' : bound === 'at-most' ? '以内' : '';
  return `${String(value)}${unit}${word}`;
}

/** What a report says behind the name of a statement, up to the bound word; put together anew where other figures stand between. */
export function tailOf(statement: Statement, analysis: Analysis): string {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return '';
  const { nameEnd, end, valueStart, valueEnd } = statement;
  const mixed = analysis.statements.some(
    (other) =>
      other !== statement &&
      other.block === statement.block &&
      ((other.nameStart >= nameEnd && other.nameStart < end) ||
        (other.valueStart >= nameEnd && other.valueStart < end && other.valueStart !== valueStart)),
  );
  const apart = nameEnd > valueStart || end - nameEnd > 40;
  if (!mixed && !apart)
    return block.printed(block.readingOffset(nameEnd), block.readingOffset(Math.max(end, valueEnd)));
  return statement.measure === 'qualitative'
    ? inWords(statement, analysis.report)
    : wording(statement, analysis.report);
}

/** The numbers of a phrase; without any nothing is to be written over. */
export function figuresIn(text: string): Span[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Cuts a long text at a mark if one is near, and says so with …. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  const mark = Math.max(cut.lastIndexOf('。'), cut.lastIndexOf('；'), cut.lastIndexOf('，'));
  return `${mark > length * 0.7 ? cut.slice(0, mark) : cut}…`;
}
