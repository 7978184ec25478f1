import { intervalOf, measureKey, scaleOf } from '../ledger/amounts';
import type { Analysis, CorpusView, Measure, Span, Statement } from '../model';
import type { Figure } from './figures';
import { history } from './figures';

/** Target and result of one indicator by year, in one measure and one unit. */
export interface IndicatorSeries {
  readonly indicator: string;
  readonly measure: Measure;
  /** Of all numbers of the series; '' for a plain count. */
  readonly unit: string;
  /** The oldest first. */
  readonly years: readonly SeriesYear[];
}

export interface SeriesYear {
  readonly year: number;
  readonly target: SeriesFigure | null;
  readonly result: SeriesFigure | null;
}

export interface SeriesFigure extends Span {
  readonly words: string;
  /** The report that says so; null for the draft. */
  readonly path: string | null;
  /** Null where a bound is open, both null for words. Drops are negative. */
  readonly low: number | null;
  readonly high: number | null;
}

/**
 * The indicators for which the draft or a precedent sets a target, each with its targets and results by year: those of
 * the draft in its order, then those of past reports. What is set or reported in another measure is a series of its own.
 */
export function indicatorSeries(analysis: Analysis, corpus: CorpusView): IndicatorSeries[] {
  const found: IndicatorSeries[] = [];
  for (const indicator of indicatorsWithTargets(analysis, corpus)) {
    const byMeasure = new Map<string, { readonly first: Statement; readonly years: Map<number, Figure[]> }>();
    for (const { year, figures } of history(analysis, corpus, indicator)) {
      for (const figure of figures) {
        const { statement } = figure;
        const key = `${measureKey(statement)} ${scaleOf(statement.unit).base}`;
        let group = byMeasure.get(key);
        if (group === undefined) byMeasure.set(key, (group = { first: statement, years: new Map<number, Figure[]>() }));
        group.years.set(year, [...(group.years.get(year) ?? []), figure]);
      }
    }
    for (const { first, years } of byMeasure.values()) {
      const own = [...years].sort(([a], [b]) => a - b);
      // A series without any target is no comparison.
      if (!own.some(([, figures]) => figures.some(({ statement }) => statement.role === 'target'))) continue;
      found.push({
        indicator,
        measure: first.measure,
        unit: first.unit ?? '',
        years: own.map(([year, figures]) => ({
          year,
          target: pick(figures, 'target', first),
          result: pick(figures, 'result', first),
        })),
      });
    }
  }
  return found;
}

function indicatorsWithTargets(analysis: Analysis, { precedents }: CorpusView): ReadonlySet<string> {
  const all = [analysis, ...precedents.map((report) => report.analysis)];
  return new Set(
    all.flatMap(({ statements }) =>
      statements
        .filter(({ role, period }) => role === 'target' && period === 'annual')
        .map(({ indicator }) => indicator),
    ),
  );
}

function pick(figures: readonly Figure[], role: Statement['role'], unitOf: Statement): SeriesFigure | null {
  const figure = figures.find(({ statement }) => statement.role === role);
  if (figure === undefined) return null;
  const { statement, words, path } = figure;
  const interval = intervalOf(statement);
  const { factor } = scaleOf(unitOf.unit);
  const value = (bound: number | undefined): number | null =>
    bound === undefined || !Number.isFinite(bound) ? null : Number((bound / factor).toPrecision(9));
  return {
    start: statement.start,
    end: statement.end,
    words,
    path,
    low: value(interval?.low),
    high: value(interval?.high),
  };
}
