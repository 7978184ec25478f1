import { quotedCore, termCore } from '../facts/matching';
import { knownTermAt } from '../facts/terms-bare';
import { isPlan } from '../facts/terms-quoted';
import type { Analysis, Term } from '../model';

/** What the configuration says of terms, in reading form. */
export interface Dictionary {
  /** Terms that need no entry. */
  readonly known: readonly string[];
  /** Words that are no terms. */
  readonly ignored: readonly string[];
}

/**
 * Terms that the draft uses and its glossary does not explain, all occurrences of one together, in order of first use.
 * Left out are plan periods, what everybody knows and what the dictionary names; a term must stand in quotes once or be
 * a formula.
 */
export function unexplainedTerms(analysis: Analysis, dictionary: Dictionary): Term[][] {
  const { report, terms } = analysis;
  const left = new Set([...dictionary.known, ...dictionary.ignored]);
  const defined = new Set(report.glossary.map((entry) => termCore(entry.term)));
  const used = analysis.uses.flat().sort((a, b) => a.start - b.start);
  const groups = new Map<string, Term[]>();
  let next = 0;
  for (const term of terms) {
    if (isPlan(term.text) || left.has(term.text)) continue;
    const core = quotedCore(term.text);
    if (defined.has(core)) continue;
    while (next < used.length && (used[next]?.end ?? 0) <= term.start) next++;
    if ((used[next]?.start ?? Infinity) < term.end) continue;
    const group = groups.get(core);
    if (group === undefined) groups.set(core, [term]);
    else group.push(term);
  }
  return [...groups.values()].filter((group) => group.some(isMarked) && !group.some((term) => isKnown(analysis, term)));
}

function isMarked(term: Term): boolean {
  return term.quoted || term.kind === 'formula';
}

function isKnown({ report }: Analysis, term: Term): boolean {
  const block = report.blocks[term.block];
  return block !== undefined && knownTermAt(block.text, block.readingOffset(term.start)) !== null;
}
