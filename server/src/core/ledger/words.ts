import type { Analysis, Span, Statement } from '../model';

/** A statement on one line; one that shares its words with others, or is long, is told by its own name and value. */
export function statementWords(analysis: Analysis, statement: Statement): string {
  const words = wordsAt(analysis, statement, 200);
  const whole = words.length <= LONGEST_STATEMENT && !isShared(analysis, statement);
  if (whole || statement.valueEnd <= statement.valueStart) {
    return wordsAt(analysis, statement, LONGEST_STATEMENT);
  }
  const value = wordsAt(analysis, { start: statement.valueStart, end: statement.valueEnd }, LONGEST_STATEMENT);
  return `${statement.name}…${value}`;
}

/** 城镇、农村居民人均可支配收入分别增长5%、6% is two statements with one text. */
function isShared({ statements }: Analysis, { start, end, indicator }: Statement): boolean {
  return statements.some((other) => other.start < end && start < other.end && other.indicator !== indicator);
}

const LONGEST_STATEMENT = 44;

/** The words at a place on one line, cut behind where they are long. */
export function wordsAt(analysis: Analysis, place: Span, longest: number): string {
  const words = analysis.report.text.slice(place.start, place.end).replace(/\s+/gu, '');
  return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;
}
