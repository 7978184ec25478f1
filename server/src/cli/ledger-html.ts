import type { LedgerItem } from '../core/ledger/ledger';
import type { HistoryRow, PastYear } from '../core/ledger/history';
import { statementWords } from '../core/ledger/words';
import { escapeHtml, htmlPage, htmlTable } from '../core/pages/html';
import type { PrintedLedger } from './ledger';
import { shortfallWords, confidenceName, kindName, remarkOn, summaryOf, verdictName, VERDICTS } from './ledger-words';
import type { Lang } from './output';
import { say } from './output';
import { display } from './workspace';

/** One page to print: no scripts, nothing fetched, everything from the reports escaped. */
export function ledgerHtml(printed: PrintedLedger, lang: Lang): string {
  const { draft, ledger, path } = printed;
  const info = draft.report.info;
  const who = [
    info?.issuer ?? '',
    info?.planYear === null || info === null ? '' : say(lang, `${String(info.planYear)}年`, String(info.planYear)),
  ];
  const title = `${who.filter((part) => part !== '').join(lang === 'en' ? ' ' : '')}${say(lang, '政府工作报告承诺对照表', ' report: ledger of promises')}`;
  const remark = remarkOn(printed, lang);
  const sources = [
    say(lang, `本稿：${path}`, `Draft: ${path}`),
    ...(ledger.precedent === null
      ? []
      : [say(lang, `往年：${display(ledger.precedent.path)}`, `Past report: ${display(ledger.precedent.path)}`)]),
  ];
  const groups = VERDICTS.map((verdict) => {
    const items = ledger.items.filter((item) => item.verdict === verdict);
    return items.length === 0
      ? ''
      : section(printed, `${verdictName(verdict, lang)} ${String(items.length)}`, items, lang);
  }).join('');
  const body = `<h1>${escapeHtml(title)}</h1>
<p class="summary">${escapeHtml(summaryOf(ledger, lang))}</p>
${remark === null ? '' : `<p>${escapeHtml(remark)}</p>\n`}<p class="sources">${sources.map(escapeHtml).join('<br>')}</p>
${groups}${historyTable(printed, lang)}`;
  return htmlPage({ lang: lang === 'en' ? 'en' : 'zh', title, body });
}

function section(printed: PrintedLedger, title: string, items: readonly LedgerItem[], lang: Lang): string {
  const heads = [
    say(lang, '序号', 'No.'),
    say(lang, '类别', 'Kind'),
    say(lang, '指标或事项', 'Indicator'),
    say(lang, '上次报告的承诺', 'Promise'),
    say(lang, '本稿的回应', 'Answer'),
    say(lang, '把握', 'Confidence'),
  ];
  const rows = items.map((item, i) => {
    const made = printed.ledger.precedent?.analysis;
    return [
      String(i + 1),
      kindName(item.kind, lang),
      item.indicator,
      made === undefined ? '' : statementWords(made, item.promise),
      answerWords(item, lang),
      confidenceName(item.confidence, lang),
    ];
  });
  return `<h2>${escapeHtml(title)}</h2>\n${htmlTable('numbered items', heads, rows)}`;
}

function answerWords(item: LedgerItem, lang: Lang): string {
  if (item.evidence === null) return '—';
  const gap = shortfallWords(item, lang);
  const words = item.evidence.text.replace(/\s+/gu, '');
  return gap === '' ? words : `${words}${say(lang, `（${gap}）`, ` (${gap})`)}`;
}

function historyTable({ draft, ledger, precedents }: PrintedLedger, lang: Lang): string {
  const years = ledger.history[0]?.past ?? [];
  if (years.length === 0) return '';
  const analysisOf = (path: string | null) =>
    path === null ? draft : precedents.find((report) => report.path === path)?.analysis;
  const cell = (year: PastYear): string => {
    const made = analysisOf(year.path);
    const told = analysisOf(year.resultPath);
    const parts = [
      year.target === null || made === undefined
        ? null
        : say(lang, '目标：', 'target: ') + statementWords(made, year.target),
      year.result === null || told === undefined
        ? null
        : say(lang, '完成：', 'result: ') + statementWords(told, year.result),
    ].filter((part) => part !== null);
    return parts.length === 0 ? '—' : parts.join('\n');
  };
  const heads = [
    say(lang, '指标', 'Indicator'),
    say(lang, '本稿目标', 'Target of this draft'),
    ...years.map(({ planYear }) => (planYear === null ? '—' : say(lang, `${String(planYear)}年`, String(planYear)))),
  ];
  const rows = ledger.history.map((row: HistoryRow) => [
    row.indicator,
    statementWords(draft, row.target),
    ...row.past.map(cell),
  ]);
  return `<h2>${escapeHtml(say(lang, '本稿目标与历年', 'Targets of this draft and past years'))}</h2>\n${htmlTable('history', heads, rows)}`;
}
