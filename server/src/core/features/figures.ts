import { findIndicator, indicatorIndex } from '../data';
import { saysSameValue, wording } from '../facts/wording';
import { decimalsOf } from '../ledger/amounts';
import type { Analysis, CorpusReport, CorpusView, Span, Statement } from '../model';
import { blockAt } from './definition';

/** The indicator whose name stands at `offset`: in a statement, or a form of the catalogue that needs no value beside it. */
export function indicatorAt(
  analysis: Analysis,
  offset: number,
): { readonly indicator: string; readonly span: Span } | null {
  const statement = analysis.statements.find(({ nameStart, nameEnd }) => nameStart <= offset && offset < nameEnd);
  if (statement !== undefined)
    return { indicator: statement.indicator, span: { start: statement.nameStart, end: statement.nameEnd } };
  const block = blockAt(analysis.report, offset);
  if (block === null) return null;
  const at = block.readingOffset(offset);
  const index = indicatorIndex();
  for (let start = Math.max(0, at - LONGEST_NAME); start <= at; start++) {
    const match = index.matchAt(block.text, start);
    if (match === null) continue;
    const end = start + match.length;
    if (end > at && match.via !== 'weak') {
      const row = findIndicator(match.indicator.name, { national: isNational(analysis) }) ?? match.indicator;
      return { indicator: row.name, span: block.span(start, end) };
    }
    // The longest name from the left wins, as it does everywhere: no 可支配收入 inside 居民人均可支配收入.
    if (end <= at) start = end - 1;
  }
  return null;
}

const LONGEST_NAME = 24;

export interface Figure {
  readonly statement: Statement;
  /** The figure as a report would write it. */
  readonly words: string;
  readonly path: string | null;
  readonly planYear: number | null;
  /** Digits behind the point as the report prints them. */
  readonly decimals: number;
}

export interface Year {
  readonly year: number;
  /** Targets and results of that year, those of the most fitting report of each role. */
  readonly figures: readonly Figure[];
}

/** What draft and precedents say of an indicator, newest year first. */
export function history(analysis: Analysis, corpus: CorpusView, indicator: string): Year[] {
  const years = new Map<number, Figure[]>();
  const collect = (from: Analysis, report: CorpusReport | null): void => {
    const planYear = from.report.info?.planYear ?? null;
    for (const statement of from.statements) {
      if (
        statement.indicator !== indicator ||
        statement.year === null ||
        statement.period !== 'annual' ||
        statement.role === 'task'
      )
        continue;
      const words = wording(statement, from.report);
      const decimals = decimalsOf(statement, from);
      const figure = { statement, words, path: report?.path ?? null, planYear, decimals };
      const list = years.get(statement.year);
      if (list === undefined) years.set(statement.year, [figure]);
      else list.push(figure);
    }
  };
  collect(analysis, null);
  for (const precedent of corpus.precedents) collect(precedent.analysis, precedent);
  return Array.from(years, ([year, figures]) => ({
    year,
    figures: [...best(figures, 'target', year), ...best(figures, 'result', year + 1)],
  }))
    .filter(({ figures }) => figures.length > 0)
    .sort((a, b) => b.year - a.year);
}

/** The figures of one role from one report: the one of the plan year where such a figure belongs, else the newest. */
function best(figures: readonly Figure[], role: Statement['role'], home: number): Figure[] {
  const ofRole = figures.filter(({ statement }) => statement.role === role);
  const source = ofRole.find(({ planYear }) => planYear === home) ?? ofRole[0];
  if (source === undefined) return [];
  const chosen: Figure[] = [];
  for (const figure of ofRole) {
    if (figure.path !== source.path) continue;
    const isSaid = ({ words, statement }: Figure): boolean =>
      words === figure.words || saysSameValue(statement, figure.statement);
    if (!chosen.some(isSaid)) chosen.push(figure);
  }
  return chosen;
}

export function isNational(analysis: Analysis): boolean {
  return analysis.report.info?.issuer === '国务院';
}
