import type { Analysis, Statement } from '../core/model';
import { statementRow } from './extract';
import type { PrintedLedger } from './ledger';
import { display } from './workspace';

/** The ledger as the contract has it. Statements of other reports than the draft carry the path of theirs. */
export function ledgerJson({ path, draft, ledger, precedents }: PrintedLedger): string {
  const { precedent } = ledger;
  const info = draft.report.info;
  const texts = new Map<string | null, Analysis>([[null, draft]]);
  for (const report of precedents) texts.set(report.path, report.analysis);
  const row = (statement: Statement | null, from: string | null): object | null => {
    const analysis = texts.get(from);
    if (statement === null || analysis === undefined) return null;
    return { path: from === null ? path : display(from), ...statementRow(analysis.report.text, statement) };
  };
  const made = precedent?.path ?? null;
  const content = {
    schema: 1,
    draft: { path, issuer: info?.issuer ?? null, planYear: info?.planYear ?? null },
    precedent:
      precedent === null
        ? null
        : { path: display(precedent.path), planYear: precedent.analysis.report.info?.planYear ?? null },
    items: ledger.items.map((item) => ({
      kind: item.kind,
      indicator: item.indicator,
      year: item.year,
      promise: row(item.promise, made),
      result: row(item.result, null),
      verdict: item.verdict,
      confidence: item.confidence,
      confirmed: item.confirmed,
      evidence: item.evidence,
    })),
    history: ledger.history.map(({ indicator, target, past }) => ({
      indicator,
      target: row(target, null),
      past: past.map((year) => ({
        planYear: year.planYear,
        target: row(year.target, year.path),
        result: row(year.result, year.resultPath),
      })),
    })),
  };
  return `${JSON.stringify(content, null, 1)}\n`;
}
