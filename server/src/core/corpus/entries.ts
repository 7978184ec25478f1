import type { Analysis, CorpusView, Term } from '../model';

export type EntrySource = 'draft' | 'precedent' | 'peer' | 'builtin';

/**
 * Who explains an occurrence of a term: the draft's own glossary, else a precedent's, else a peer's, else the built-in
 * list; null where nothing does. `builtin` tells whether the list knows a term by its reading form.
 */
export function entrySource(
  term: Term,
  analysis: Analysis,
  view: CorpusView,
  builtin: (text: string) => boolean,
): EntrySource | null {
  if (explains(analysis, term)) return 'draft';
  if (view.precedents.some((report) => headwords(report.analysis).some((word) => names(word, term.text)))) {
    return 'precedent';
  }
  if (view.peers.some((report) => headwords(report.analysis).some((word) => names(word, term.text)))) return 'peer';
  return builtin(term.text) ? 'builtin' : null;
}

function explains(analysis: Analysis, term: Term): boolean {
  if (analysis.uses.some((uses) => uses.some((use) => use.start < term.end && term.start < use.end))) return true;
  return headwords(analysis).some((word) => names(word, term.text));
}

/** Whether a headword is about the term: the same words, or the term with a class word after or before it. */
function names(headword: string, term: string): boolean {
  const bare = unquoted(term);
  if (headword === bare) return true;
  return bare.length >= 2 && (headword.startsWith(bare) || headword.endsWith(bare));
}

const kept = new WeakMap<Analysis['report'], readonly string[]>();

function headwords(analysis: Analysis): readonly string[] {
  let words = kept.get(analysis.report);
  if (words === undefined) {
    words = analysis.report.glossary.map((entry) => unquoted(entry.term));
    kept.set(analysis.report, words);
  }
  return words;
}

function unquoted(text: string): string {
  let out = '';
  for (const character of text) if (!QUOTES.has(character)) out += character;
  return out;
}

const QUOTES = new Set('“”‘’"\'「」『』');
