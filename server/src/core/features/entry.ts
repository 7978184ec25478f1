import { knownTermAt } from '../facts/terms-bare';
import type { Analysis, CorpusView, Term } from '../model';
import { explain } from './definition';

export type EntrySource = 'draft' | 'precedent' | 'peer' | 'builtin';

/**
 * Who explains an occurrence of a term: the draft's own glossary, else a precedent's, else a peer's, else the built-in
 * list; null where nothing does.
 */
export function entrySource(term: Term, analysis: Analysis, view: CorpusView): EntrySource | null {
  const found = explain(analysis, view, term.start)?.explanations ?? [];
  for (const origin of ['draft', 'precedent', 'peer'] as const) {
    if (found.some((one) => one.origin === origin)) return origin;
  }
  const block = analysis.report.blocks[term.block];
  return block !== undefined && knownTermAt(block.text, block.readingOffset(term.start)) !== null ? 'builtin' : null;
}
