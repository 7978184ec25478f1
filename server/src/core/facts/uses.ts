import type { Block, Report, Use } from '../model';
import type { TermMatch } from './matching';
import { createTermMatcher } from './matching';
import { saysSomething } from './terms';

/**
 * Where body and headings use each glossary entry's term, by index into the glossary, each list in order of place. Where
 * one label means two things (“四个一”工程, “四个一”行动), an occurrence that says by its noun that it is the other one
 * is left out, as long as the entry has an occurrence of its own.
 */
export function findUses(report: Report): Use[][] {
  const uses: { use: Use; match: TermMatch }[][] = report.glossary.map(() => []);
  if (report.glossary.length === 0) return [];
  for (const { block, matches } of entryMatches(report)) {
    if (!saysSomething(block)) continue;
    for (const [i, match] of matches.entries()) {
      if (isSwallowed(matches, i)) continue;
      const span = block.span(match.start, match.end);
      uses[match.entry]?.push({ use: { ...span, text: report.text.slice(span.start, span.end) }, match });
    }
  }
  return uses.map((found) => {
    const own = found.some(({ match }) => match.led && !match.otherTail);
    const kept = own ? found.filter(({ match }) => match.led || !match.otherTail) : found;
    return kept.map(({ use }) => use);
  });
}

/** The occurrences of glossary terms in a block: what {@link findUses} chooses from. */
export interface EntryMatches {
  readonly block: Block;
  readonly matches: readonly TermMatch[];
}

/** Every occurrence of every entry's term in the body, block by block. Worked out once a version. */
export function entryMatches(report: Report): readonly EntryMatches[] {
  let found = matched.get(report);
  if (found === undefined) {
    found = [];
    const matcher = createTermMatcher(report.glossary);
    for (const block of report.blocks) {
      if (block.kind !== 'body') continue;
      const matches = matcher.find(block);
      if (matches.length > 0) found.push({ block, matches });
    }
    matched.set(report, found);
  }
  return found;
}

const matched = new WeakMap<Report, EntryMatches[]>();

/** Whether another entry's longer core holds this one: 三区 is not used in 三区三线. Matches are in order of place. */
function isSwallowed(matches: readonly TermMatch[], index: number): boolean {
  const match = matches[index];
  if (match === undefined) return false;
  for (let i = index - 1; i >= 0 && (matches[i]?.coreStart ?? 0) > match.coreStart - FAR; i--)
    if (swallows(matches[i], match)) return true;
  for (let i = index + 1; i < matches.length && (matches[i]?.coreStart ?? 0) <= match.coreStart; i++)
    if (swallows(matches[i], match)) return true;
  return false;
}

/** No core is longer. */
const FAR = 60;

function swallows(other: TermMatch | undefined, match: TermMatch): boolean {
  if (other === undefined || other.entry === match.entry) return false;
  const inside = other.coreStart <= match.coreStart && other.coreEnd >= match.coreEnd;
  return inside && other.coreEnd - other.coreStart > match.coreEnd - match.coreStart;
}
