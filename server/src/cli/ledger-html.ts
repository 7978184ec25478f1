import type { LedgerItem } from '../core/ledger/ledger';
import type { HistoryRow, PastYear } from '../core/ledger/history';
import { statementWords } from '../core/ledger/words';
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
  return `<!DOCTYPE html>
<html lang="${lang === 'en' ? 'en' : 'zh-CN'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escape(title)}</h1>
<p class="summary">${escape(summaryOf(ledger, lang))}</p>
${remark === null ? '' : `<p>${escape(remark)}</p>\n`}<p class="sources">${sources.map(escape).join('<br>')}</p>
${groups}${historyTable(printed, lang)}</body>
</html>
`;
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
    const cells = [
      String(i + 1),
      kindName(item.kind, lang),
      item.indicator,
      made === undefined ? '' : statementWords(made, item.promise),
      answerWords(item, lang),
      confidenceName(item.confidence, lang),
    ];
    return `<tr>${cells.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`;
  });
  return `<h2>${escape(title)}</h2>\n${table('items', heads, rows)}`;
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
    return parts.length === 0 ? '—' : parts.map(escape).join('<br>');
  };
  const heads = [
    say(lang, '指标', 'Indicator'),
    say(lang, '本稿目标', 'Target of this draft'),
    ...years.map(({ planYear }) => (planYear === null ? '—' : say(lang, `${String(planYear)}年`, String(planYear)))),
  ];
  const rows = ledger.history.map((row: HistoryRow) => {
    const first = [row.indicator, statementWords(draft, row.target)].map((one) => `<td>${escape(one)}</td>`).join('');
    return `<tr>${first}${row.past.map((year) => `<td>${cell(year)}</td>`).join('')}</tr>`;
  });
  return `<h2>${escape(say(lang, '本稿目标与历年', 'Targets of this draft and past years'))}</h2>\n${table('history', heads, rows)}`;
}

function table(name: string, heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((one) => `<th scope="col">${escape(one)}</th>`).join('');
  return `<table class="${name}">\n<thead><tr>${head}</tr></thead>\n<tbody>\n${rows.join('\n')}\n</tbody>\n</table>\n`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const STYLE = `
:root { color-scheme: light; }
body { font-family: "Songti SC", "SimSun", "Noto Serif CJK SC", serif; color: #111; background: #fff; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; line-height: 1.6; }
h1 { font-size: 1.5rem; text-align: center; }
h2 { font-size: 1.1rem; margin: 1.6rem 0 0.4rem; }
.summary { font-weight: bold; text-align: center; }
.sources { color: #444; font-size: 0.85rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
th, td { border: 1px solid #777; padding: 0.25rem 0.45rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { background: #eee; }
.items td:first-child, .items th:first-child { text-align: right; width: 2.5rem; }
.items td:nth-child(2), .items td:nth-child(6) { white-space: nowrap; }
@page { size: A4; margin: 18mm 16mm; }
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;
