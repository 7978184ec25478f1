import type { Analysis, Bilingual, CorpusReport, Statement } from '../model';

export {
  indicatorOf,
  isAdjusted,
  isWhole,
  placeOf,
  settledStatements,
  statementsOf,
  valueWords,
} from '../facts/settled';

/** A number with how exactly it is printed, in the unit without its scale (元 for 亿元). */
export interface Printed {
  readonly value: number;
  /** Half a unit of the last digit printed. */
  readonly half: number;
}

/** The value of a statement of one exact number; null for bounds, ranges and words. */
export function exactValue(analysis: Analysis, statement: Statement): Printed | null {
  if (statement.bound !== 'exact' || statement.min === null) return null;
  return printed(analysis, statement, statement.min);
}

/** A number of a statement (its `min` or `max`) with the precision that its value is printed with. */
export function printed(analysis: Analysis, statement: Statement, value: number): Printed {
  const { scale } = splitUnit(statement.unit ?? '');
  return { value: value * scale, half: halfUnit(analysis, statement) * scale };
}

/** The unit without its scale: 元 for 亿元. */
export function baseUnit(statement: Statement): string {
  return splitUnit(statement.unit ?? '').base;
}

function halfUnit(analysis: Analysis, statement: Statement): number {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return 0.5;
  const words = block.text.slice(block.readingOffset(statement.valueStart), block.readingOffset(statement.valueEnd));
  // 15.17  6.0  338; a number in Han characters has no decimals unless 点 says so.
  const decimals = /\d\.(\d{1,6})/.exec(words)?.[1]?.length ?? 0;
  return 0.5 * 10 ** -decimals;
}

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['千万', 1e7],
  ['百万', 1e6],
  ['亿', 1e8],
  ['万', 1e4],
];

function splitUnit(unit: string): { scale: number; base: string } {
  for (const [prefix, scale] of SCALES)
    if (unit.startsWith(prefix) && unit.length > prefix.length) return { scale, base: unit.slice(prefix.length) };
  return { scale: 1, base: unit };
}

/** `2025年报告`, for messages and related places. */
export function reportName(report: CorpusReport): Bilingual {
  const year = report.analysis.report.info?.planYear ?? null;
  return year === null ? { zh: '往年报告', en: 'a past report' } : { zh: `${year}年报告`, en: `the report of ${year}` };
}

/** A number for messages: at most `decimals` decimals, without trailing zeros. */
export function show(value: number, decimals = 1): string {
  return String(Number(value.toFixed(decimals)));
}
