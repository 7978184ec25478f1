import type { Analysis, CorpusView, Statement } from '../model';
import { pastResult, pastTarget } from './beside';

/** A target of the draft beside what past reports set and reported for the same indicator. */
export interface HistoryRow {
  readonly indicator: string;
  /** A statement of the draft. */
  readonly target: Statement;
  /** One row a precedent, newest first. */
  readonly past: readonly PastYear[];
}

export interface PastYear {
  /** The plan year of the precedent. */
  readonly planYear: number | null;
  /** What the precedent set for that year. */
  readonly target: Statement | null;
  /** What came of that year, as the report of the year after (or else a later one) says. */
  readonly result: Statement | null;
  /** Which report states the result: the path of a precedent, or null for the draft itself. */
  readonly resultPath: string | null;
  /** The precedent's path. */
  readonly path: string;
}

/** The history of every target of a draft, in order of place. */
export function historyOf(draft: Analysis, precedents: CorpusView['precedents']): HistoryRow[] {
  const targets = targetsOf(draft);
  const results = [{ path: null, analysis: draft }, ...precedents].map(({ path, analysis }) => ({
    path,
    planYear: analysis.report.info?.planYear ?? null,
    byIndicator: resultsOf(analysis),
  }));
  const past = precedents.map(({ path, analysis }) => ({
    path,
    planYear: analysis.report.info?.planYear ?? null,
    targets: targetsOf(analysis),
  }));
  return targets.map((target) => ({
    indicator: target.indicator,
    target,
    past: past.map(({ path, planYear, targets: earlier }) => {
      const own = earlier.filter(({ indicator }) => indicator === target.indicator);
      const was = pastTarget(own, target, itself);
      const told = planYear === null ? null : resultFor(target, was, planYear, results);
      return { planYear, target: was ?? null, result: told?.result ?? null, resultPath: told?.path ?? null, path };
    }),
  }));
}

interface Told {
  readonly path: string | null;
  readonly planYear: number | null;
  readonly byIndicator: ReadonlyMap<string, readonly Statement[]>;
}

/** The result of a year: from the report of the year after, else from the next one that tells it. */
function resultFor(
  target: Statement,
  was: Statement | undefined,
  year: number,
  reports: readonly Told[],
): { readonly result: Statement; readonly path: string | null } | null {
  // The draft stands first and may not name its year: it is then the newest.
  const later = reports.filter(({ planYear }) => planYear === null || planYear > year).reverse();
  for (const { path, byIndicator } of later) {
    const own = (byIndicator.get(target.indicator) ?? []).filter((one) => one.year === year);
    const result = pastResult(own, was, target, itself);
    if (result !== undefined) return { result, path };
  }
  return null;
}

const itself = (statement: Statement): Statement => statement;

function targetsOf(analysis: Analysis): Statement[] {
  const year = analysis.report.info?.planYear ?? null;
  return analysis.statements.filter(
    (one) => one.role === 'target' && one.period === 'annual' && (one.year === null || one.year === year),
  );
}

function resultsOf(analysis: Analysis): Map<string, Statement[]> {
  const found = new Map<string, Statement[]>();
  for (const statement of analysis.statements) {
    if (statement.role !== 'result' || statement.period !== 'annual') continue;
    const list = found.get(statement.indicator);
    if (list === undefined) found.set(statement.indicator, [statement]);
    else list.push(statement);
  }
  return found;
}
