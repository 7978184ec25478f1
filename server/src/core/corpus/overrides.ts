import type { Analysis, ReportInfo } from '../model';
import { isLiteral, matchesGlob } from './glob';

/** What a configuration says of the reports whose names match `path` (a glob, relative to the corpus root). */
export interface ReportOverride {
  readonly path: string;
  readonly issuer?: string;
  readonly region?: string;
  readonly planYear?: number;
  readonly ignore?: boolean;
}

/** The overrides of one file folded into one; later items win over earlier ones. */
export interface Override {
  readonly issuer?: string;
  readonly region?: string;
  readonly planYear?: number;
  readonly ignored: boolean;
  /** How the configuration names the file: by its own name, by a pattern, or not at all. */
  readonly named: 'literally' | 'by-pattern' | 'not';
}

/** What the configuration says of the file whose name, seen from the corpus root, is `name`. */
export function overrideFor(name: string, overrides: readonly ReportOverride[]): Override {
  let result: Override = { ignored: false, named: 'not' };
  for (const item of overrides) {
    if (!matchesGlob(item.path, name)) continue;
    const literal = isLiteral(item.path) || result.named === 'literally';
    result = {
      ...result,
      ...(item.issuer !== undefined && { issuer: item.issuer }),
      ...(item.region !== undefined && { region: item.region }),
      ...(item.planYear !== undefined && { planYear: item.planYear }),
      ignored: item.ignore ?? result.ignored,
      named: literal ? 'literally' : 'by-pattern',
    };
  }
  return result;
}

/** The analysis with what the configuration knows better than the text. The facts stay shared with the original. */
export function withOverride(analysis: Analysis, override: Override): Analysis {
  const info = analysis.report.info;
  if (info === null || !changes(info, override)) return analysis;
  const report = {
    ...analysis.report,
    info: {
      ...info,
      issuer: override.issuer ?? info.issuer,
      region: override.region ?? info.region,
      planYear: override.planYear ?? info.planYear,
    },
  };
  return {
    report,
    get terms() {
      return analysis.terms;
    },
    get statements() {
      return analysis.statements;
    },
    get uses() {
      return analysis.uses;
    },
  };
}

function changes(info: ReportInfo, override: Override): boolean {
  return (
    (override.issuer ?? info.issuer) !== info.issuer ||
    (override.region ?? info.region) !== info.region ||
    (override.planYear ?? info.planYear) !== info.planYear
  );
}
