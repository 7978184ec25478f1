import type { Analysis, Span, Statement } from '../model';

/** A statement on one line; one that shares a long list with others is told by its own name and value. */
export function statementWords(analysis: Analysis, statement: Statement): string {
  const words = wordsAt(analysis, statement, 200);
  if (words.length <= LONGEST_STATEMENT || statement.valueEnd <= statement.valueStart) {
    return wordsAt(analysis, statement, LONGEST_STATEMENT);
  }
  const value = wordsAt(analysis, { start: statement.valueStart, end: statement.valueEnd }, LONGEST_STATEMENT);
  return `${statement.name}…${value}`;
}

const LONGEST_STATEMENT = 44;

/** The words at a place on one line, cut behind where they are long. */
export function wordsAt(analysis: Analysis, place: Span, longest: number): string {
  const words = analysis.report.text.slice(place.start, place.end).replace(/\s+/gu, '');
  return words.length <= longest ? words : `${words.slice(0, longest - 1)}…`;
}
