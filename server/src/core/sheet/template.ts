import type { Analysis, CorpusView, Statement } from '../model';
import type { Table } from '../text/tables';
import { TEMPLATE_HEAD } from './sheet';

/**
 * A figures sheet to be filled in for the year that a draft reviews: what the draft reports, what the newest past report
 * set as targets and what it reported itself, each indicator and measure once. Values are left empty.
 */
export function sheetTemplate(analysis: Analysis, corpus: CorpusView): Table {
  const planYear = analysis.report.info?.planYear ?? null;
  const year = planYear === null ? '' : String(planYear - 1);
  const past = corpus.precedents[0]?.analysis;
  const asked: readonly Statement[] = [
    ...(past === undefined ? [] : past.statements.filter(({ role }) => role === 'target')),
    ...analysis.statements.filter((one) => one.role === 'result' && one.year === (planYear ?? 0) - 1),
    ...(past === undefined ? [] : past.statements.filter(({ role }) => role === 'result')),
  ];
  const rows = new Map<string, readonly string[]>();
  for (const { indicator, known, period, measure, unit, min, max } of asked) {
    if (!known || period !== 'annual' || (min === null && max === null)) continue;
    if (measure !== 'growth' && measure !== 'level') continue;
    const name = measure === 'growth' ? `${indicator}增速` : indicator;
    if (!rows.has(name)) rows.set(name, [name, year, '', unit ?? '']);
  }
  return { head: TEMPLATE_HEAD, rows: [...rows.values()] };
}
