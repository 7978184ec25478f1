import type { Analysis, Span } from '../model';
import type { Dictionary } from '../facts/unexplained';
import { namedIn, unexplainedTerms } from '../facts/unexplained';

/** Kinds of words that a theme may set off, in the order in which the protocol numbers them. */
export const TOKEN_KINDS = ['definedTerm', 'undefinedTerm', 'targetValue', 'resultValue'] as const;

export interface Token extends Span {
  readonly kind: (typeof TOKEN_KINDS)[number];
}

/**
 * Terms with and without an entry in the draft's glossary, and the values of targets and results; in order of place,
 * without overlaps. Widely known terms without an entry are set off by nothing.
 */
export function semanticTokens(analysis: Analysis, dictionary: Dictionary): Token[] {
  const found: Token[] = [];
  for (const { start, end } of analysis.uses.flat()) found.push({ start, end, kind: 'definedTerm' });
  for (const group of unexplainedTerms(analysis, namedIn(dictionary))) {
    for (const { start, end } of group) found.push({ start, end, kind: 'undefinedTerm' });
  }
  for (const { role, valueStart, valueEnd, measure } of analysis.statements) {
    if (measure === 'qualitative' || role === 'task' || valueEnd <= valueStart) continue;
    found.push({ start: valueStart, end: valueEnd, kind: role === 'target' ? 'targetValue' : 'resultValue' });
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last || end <= start) return false;
    last = end;
    return true;
  });
}
