import type { FactCache } from './facts/cache';
import { createFactCache } from './facts/cache';
import { findStatements } from './facts/statements';
import { findTerms } from './facts/terms';
import { findUses } from './facts/uses';
import type { Analysis, Report, Statement, Term, Use } from './model';
import type { ParseOptions } from './report/parse';
import { parseReport } from './report/parse';
import { createReadingCache } from './text/document';

/** Turns texts into analyses; what did not change between two texts is not computed again. */
export interface Analyser {
  /** Never throws, whatever the text. Facts are computed when first asked for and kept with the analysis. */
  analyse(text: string, options?: ParseOptions): Analysis;
  /** How many blocks were read or searched anew since the analyser was made. */
  readonly misses: { readonly readings: number; readonly facts: number };
}

/** One analyser a document: its caches hold the blocks of the last versions. */
export function createAnalyser(): Analyser {
  const readings = createReadingCache();
  const facts = createFactCache();
  return {
    analyse(text, options = {}) {
      readings.turn();
      facts.turn();
      const report = parseReport(text, options, readings);
      return lazily(report, facts);
    },
    get misses() {
      return { readings: readings.misses, facts: facts.misses };
    },
  };
}

/** The facts of a report, each found when first asked for. What finding them needed is let go with the last. */
function lazily(report: Report, facts: FactCache): Analysis {
  let cache: FactCache | null = facts;
  let terms: readonly Term[] | undefined;
  let statements: readonly Statement[] | undefined;
  let uses: readonly (readonly Use[])[] | undefined;
  /** Readings of paragraphs weigh more than what was made of them; nobody needs them once everything is found. */
  const found = <T>(fact: T): T => {
    if (terms !== undefined && statements !== undefined && uses !== undefined) cache = null;
    return fact;
  };
  return {
    report,
    get terms() {
      return terms ?? found((terms = findTerms(report, cache ?? createFactCache())));
    },
    get statements() {
      return statements ?? found((statements = findStatements(report, cache ?? createFactCache())));
    },
    get uses() {
      return uses ?? found((uses = findUses(report)));
    },
  };
}
