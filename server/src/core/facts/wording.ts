/** Statements as a report would word them, and how reports go on behind the name of an indicator. */
import { findIndicator } from '../data';
import type { Analysis, Bounded, Report, Span, Statement } from '../model';

/**
 * The value as the report has it, with the verb that makes a growth or a change of it: 增长6.0%左右, 突破195亿元,
 * 预计下降3.2%以上, 增长5%以上、力争6%; what is said in words is quoted.
 */
export function wording(statement: Statement, report: Report): string {
  const { measure, estimated, stretch } = statement;
  const unit = statement.unit ?? '';
  const value = printedValue(statement, report);
  if (measure === 'qualitative' || value === null) return `“${shorten(inWords(statement, report), 30)}”`;
  const more = stretch === null ? null : amount(stretch, unit);
  const verb = LEADING_VERB.test(value) ? '' : verbOf(statement, report);
  return `${estimated ? '预计' : ''}${verb}${value}${more === null ? '' : `、力争${more}`}`;
}

/** Whether two statements give the same number, however many zeros they print: 6% and 6.0%. */
export function saysSameValue(a: Statement, b: Statement): boolean {
  if (a.measure === 'qualitative' || b.measure === 'qualitative') return false;
  const key = ({ measure, direction, bound, min, max, unit, stretch }: Statement): string =>
    JSON.stringify([measure, direction, bound, min, max, unit, stretch]);
  return key(a) === key(b);
}

/** Words of a value are no longer than this: 突破195亿元, 不低于5000人, 5.0%—6.0%. */
const LONGEST_VALUE = 24;

/** Number, unit and bound as printed; put together where a list has the unit at its end. */
function printedValue(statement: Statement, report: Report): string | null {
  const { bound, min, max } = statement;
  const made = amount({ bound: bound ?? 'exact', min, max }, statement.unit ?? '');
  const block = report.blocks[statement.block];
  if (made === null || block === undefined) return made;
  const words = block.printed(block.readingOffset(statement.valueStart), block.readingOffset(statement.valueEnd));
  if (words.length === 0 || words.length > LONGEST_VALUE) return made;
  if (!/\d$/.test(words)) return words;
  return `${words}${statement.unit === '百分点' ? '个百分点' : (statement.unit ?? '')}`;
}

const UP = '增长|增加|上升|上涨|提高|提升';
const DOWN = '下降|下跌|降低|减少|回落|收窄';
// 下降了0.3%
const VERB = new RegExp(`(${UP}|${DOWN})[了到至]?$`);
/** What {@link wording} may begin with, for those who set like beside like. */
export const LEADING_VERB = new RegExp(`^(预计)?(?:${UP}|${DOWN})`);

/** The verb of a growth or change: the one right before the value, else the usual one. */
function verbOf(statement: Statement, report: Report): string {
  const { measure, direction } = statement;
  if (measure !== 'growth' && measure !== 'change') return '';
  const own = verbBefore(statement, report);
  if (own !== null) return own;
  if (measure === 'change') return direction === 'down' ? '降低' : '提高';
  if (direction === 'down') return '下降';
  return findIndicator(statement.indicator)?.group === 'prices' ? '上涨' : '增长';
}

/** The verb of rise or drop that stands right before a value; null where other words do. */
export function verbBefore(statement: Statement, report: Report): string | null {
  const block = report.blocks[statement.block];
  if (block === undefined) return null;
  const at = block.readingOffset(statement.valueStart);
  return VERB.exec(block.text.slice(Math.max(0, at - 4), at))?.[1] ?? null;
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
