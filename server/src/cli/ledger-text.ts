import type { LedgerItem } from '../core/ledger/ledger';
import type { Statement } from '../core/model';
import { lineAndColumn, lineStarts } from '../core/text/lines';
import { statementWords, wordsAt } from '../core/ledger/words';
import type { PrintedLedger } from './ledger';
import { confidenceName, kindName, remarkOn, shortfallWords, summaryOf, verdictName, VERDICTS } from './ledger-words';
import type { Lang } from './output';
import { say } from './output';
import { display } from './workspace';

/** For people at a terminal: the counts, then the promises by verdict, then the targets with their past. */
export function ledgerText(printed: PrintedLedger, lang: Lang): string {
  const { draft, ledger } = printed;
  const lines = [summaryOf(ledger, lang)];
  const remark = remarkOn(printed, lang);
  if (remark !== null) lines.push(remark);
  const place = (statement: Statement): string => {
    const starts = ledger.precedent === null ? [] : lineStarts(ledger.precedent.analysis.report.text);
    const { line, column } = lineAndColumn(starts, statement.start);
    return `${display(ledger.precedent?.path ?? '')}:${String(line)}:${String(column)}`;
  };
  for (const verdict of VERDICTS) {
    const items = ledger.items.filter((item) => item.verdict === verdict);
    if (items.length === 0) continue;
    lines.push('', `${verdictName(verdict, lang)} ${String(items.length)}`);
    for (const item of items) lines.push(...itemLines(printed, item, place(item.promise), lang));
  }
  if (ledger.history.length > 0 && printed.precedents.length > 0) {
    lines.push('', say(lang, '本稿目标与历年', 'Targets of this draft and past years'));
    for (const row of ledger.history) {
      const past = row.past.flatMap(({ planYear, target, result, path, resultPath }) => {
        const from = printed.precedents.find((report) => report.path === path)?.analysis;
        const told = resultPath === null ? draft : printed.precedents.find((one) => one.path === resultPath)?.analysis;
        const parts = [
          target === null || from === undefined ? null : say(lang, '目标 ', 'target ') + statementWords(from, target),
          result === null || told === undefined ? null : say(lang, '完成 ', 'result ') + statementWords(told, result),
        ].filter((part) => part !== null);
        return parts.length === 0 || planYear === null
          ? []
          : [`      ${String(planYear)}${say(lang, '：', ': ')}${parts.join(say(lang, '，', ', '))}`];
      });
      lines.push(`  ${row.indicator}  ${statementWords(draft, row.target)}`, ...past);
    }
  }
  return `${lines.join('\n')}\n`;
}

function itemLines({ path, draft, ledger }: PrintedLedger, item: LedgerItem, place: string, lang: Lang): string[] {
  const made = ledger.precedent?.analysis;
  if (made === undefined) return [];
  const sure =
    item.confidence === 'certain'
      ? ''
      : say(lang, `（${confidenceName(item.confidence, lang)}）`, ` (${confidenceName(item.confidence, lang)})`);
  const gap = shortfallWords(item, lang);
  const lines = [
    `  ${kindName(item.kind, lang)}  ${item.indicator}${sure}${gap === '' ? '' : `  ${gap}`}`,
    `      ${say(lang, '承诺', 'promise')}  ${statementWords(made, item.promise)}  ${place}`,
  ];
  const shown = item.result ?? item.evidence;
  if (shown !== null) {
    const { line, column } = lineAndColumn(lineStarts(draft.report.text), shown.start);
    const label = say(lang, '回应', 'answer');
    lines.push(
      `      ${label}  ${item.result === null ? wordsAt(draft, shown, 60) : statementWords(draft, item.result)}  ${path}:${String(line)}:${String(column)}`,
    );
  }
  return lines;
}
