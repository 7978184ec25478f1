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
      return lazily(
        report,
        () => findTerms(report, facts),
        () => findStatements(report, facts),
        () => findUses(report),
      );
    },
    get misses() {
      return { readings: readings.misses, facts: facts.misses };
    },
  };
}

function lazily(
  report: Report,
  terms: () => readonly Term[],
  statements: () => readonly Statement[],
  uses: () => readonly (readonly Use[])[],
): Analysis {
  let foundTerms: readonly Term[] | undefined;
  let foundStatements: readonly Statement[] | undefined;
  let foundUses: readonly (readonly Use[])[] | undefined;
  return {
    report,
    get terms() {
      return (foundTerms ??= terms());
    },
    get statements() {
      return (foundStatements ??= statements());
    },
    get uses() {
      return (foundUses ??= uses());
    },
  };
}
