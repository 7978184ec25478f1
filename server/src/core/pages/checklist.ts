/**
 * The checklist of findings (校对清单) for colleagues without the editor: what is certain, what to decide, what was checked
 * and is right. Errors and warnings are certain, information and hints are to be decided; right is every rule that was
 * run and found nothing, with what could be counted.
 */
import type { Configuration } from '../configuration';
import { blanksIn } from '../ledger/blanks';
import { ledgerOf } from '../ledger/ledger';
import type { Analysis, CorpusView, Report, Severity, Span } from '../model';
import type { ReportedFinding } from '../rules/engine';
import { rules } from '../rules/index';
import type { Rule } from '../rules/rule';
import { placeOf, valueWords } from '../facts/settled';
import { checkFigures, countStates } from '../sheet/check';
import { sheetSummary } from '../sheet/words';
import { lineAndColumn, lineStarts } from '../text/lines';
import type { Table } from '../text/tables';
import { escapeHtml, htmlPage, htmlTable } from './html';

export type ChecklistLang = 'zh' | 'en';

/** A report that was checked. */
export interface CheckedReport {
  /** As printed. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly view: CorpusView;
  readonly rules: Configuration['rules'];
  readonly findings: readonly ReportedFinding[];
}

interface Row {
  readonly kind: 'certain' | 'decide' | 'uncovered';
  readonly severity: Severity | null;
  readonly rule: string;
  readonly line: number;
  /** The headings above the place, outermost first. */
  readonly section: string;
  readonly excerpt: string;
  readonly message: string;
  readonly suggestion: string;
}

/** One page for one or several reports, to be read and printed. */
export function checklistHtml(reports: readonly CheckedReport[], lang: ChecklistLang): string {
  const title = reports.length === 1 ? titleOf(reports[0], lang) : WORDS.title[lang];
  const body = reports.map((report) => sectionOf(report, lang, reports.length > 1)).join('');
  const foot = `<p class="signature">${WORDS.signature[lang]}</p>\n`;
  return htmlPage({ lang, title, body: `<h1>${escapeHtml(title)}</h1>\n${body}${foot}` });
}

/** One table for one or several reports, for a spreadsheet. */
export function checklistTable(reports: readonly CheckedReport[], lang: ChecklistLang): Table {
  const rows = reports.flatMap((report) =>
    rowsOf(report, lang).map((row, i) => [
      report.path,
      String(i + 1),
      WORDS[row.kind][lang],
      row.severity === null ? '' : LEVEL_WORDS[row.severity][lang],
      String(row.line),
      row.section,
      row.excerpt,
      row.message,
      row.suggestion,
      row.rule,
    ]),
  );
  return { head: COLUMNS[lang], rows };
}

const WORDS = {
  title: { zh: '政府工作报告校对清单', en: 'Checklist of findings' },
  certain: { zh: '应当修改', en: 'To mend' },
  decide: { zh: '请斟酌', en: 'To decide' },
  uncovered: { zh: '未列入统计数据表', en: 'Not in the figures sheet' },
  right: { zh: '已检查，未见问题', en: 'Checked and right' },
  nothing: { zh: '无。', en: 'Nothing.' },
  signature: { zh: '校对：＿＿＿＿＿＿　　日期：＿＿＿＿＿＿', en: 'Checked by: ____________ Date: ____________' },
} as const;

/** Levels as the editor names them in its Problems view. */
export const LEVEL_WORDS = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '信息', en: 'information' },
  hint: { zh: '提示', en: 'hint' },
} as const;

const COLUMNS = {
  zh: ['报告', '序号', '类别', '级别', '行', '章节', '原文', '问题', '建议', '规则'],
  en: ['Report', 'No.', 'Kind', 'Level', 'Line', 'Section', 'Text', 'Finding', 'Suggestion', 'Rule'],
} as const;

function titleOf(report: CheckedReport | undefined, lang: ChecklistLang): string {
  const { issuer = null, planYear = null } = report?.analysis.report.info ?? {};
  const year = planYear === null ? '' : lang === 'zh' ? `${String(planYear)}年` : String(planYear);
  const who = [issuer ?? '', year].filter((part) => part !== '').join(lang === 'zh' ? '' : ' ');
  return who === '' ? WORDS.title[lang] : lang === 'zh' ? who + WORDS.title.zh : `${who}: ${WORDS.title.en}`;
}

function sectionOf(report: CheckedReport, lang: ChecklistLang, several: boolean): string {
  const rows = rowsOf(report, lang);
  const of = (kind: Row['kind']): readonly Row[] => rows.filter((row) => row.kind === kind);
  const right = rightOf(report, lang);
  const counts = (['certain', 'decide', 'uncovered'] as const)
    .filter((kind) => kind !== 'uncovered' || of(kind).length > 0)
    .map((kind) => `${WORDS[kind][lang]} ${String(of(kind).length)}`)
    .join(' · ');
  const list = (kind: Row['kind']): string => {
    const head = `<h2>${escapeHtml(`${WORDS[kind][lang]} ${String(of(kind).length)}`)}</h2>\n`;
    return of(kind).length === 0 ? `${head}<p>${WORDS.nothing[lang]}</p>\n` : head + tableOf(of(kind), lang);
  };
  const sheets = report.view.sheets ?? [];
  // The same count as beside the text: a differing figure that was let pass is in no list below.
  const figures = sheets.length === 0 ? '' : sheetSummary(checkFigures(report.analysis, sheets), lang);
  return [
    several ? `<h1>${escapeHtml(titleOf(report, lang))}</h1>\n` : '',
    `<p class="summary">${escapeHtml(counts)}</p>\n<p class="sources">${escapeHtml(report.path)}</p>\n`,
    figures === '' ? '' : `<p class="sources">${escapeHtml(figures)}</p>\n`,
    list('certain'),
    list('decide'),
    of('uncovered').length === 0 ? '' : list('uncovered'),
    `<h2>${WORDS.right[lang]}</h2>\n<ul>\n${right.map((one) => `<li>${escapeHtml(one)}</li>`).join('\n')}\n</ul>\n`,
  ].join('');
}

function tableOf(rows: readonly Row[], lang: ChecklistLang): string {
  const [, number = '', , , line = '', section = '', text = '', message = '', suggestion = ''] = COLUMNS[lang];
  return htmlTable(
    'numbered',
    [number, line, section, text, message, suggestion],
    rows.map((row, i) => [
      String(i + 1),
      String(row.line),
      row.section,
      row.excerpt,
      row.message,
      row.suggestion === '' ? '' : `☐ ${row.suggestion}`,
    ]),
  );
}

function rowsOf(report: CheckedReport, lang: ChecklistLang): Row[] {
  const { analysis, view, findings } = report;
  const starts = lineStarts(analysis.report.text);
  const base = (place: Span) => ({
    line: lineAndColumn(starts, place.start).line,
    section: sectionAt(analysis.report, place.start),
    excerpt: excerptOf(analysis.report.text, place),
  });
  const found = findings.map((finding): Row => {
    const certain = finding.severity === 'error' || finding.severity === 'warning';
    const times = lang === 'zh' ? `（共${String(finding.count)}处）` : ` (${String(finding.count)} times)`;
    return {
      ...base(finding),
      kind: certain ? 'certain' : 'decide',
      severity: finding.severity,
      rule: finding.rule,
      message: finding.message[lang] + (finding.count > 1 ? times : ''),
      suggestion: finding.fixes.map(({ title }) => title[lang]).join(lang === 'zh' ? '；' : '; '),
    };
  });
  const blanks = blanksIn(analysis.report.text).map((place): Row => {
    const message = lang === 'zh' ? '空白待填。' : 'A blank to fill in.';
    return { ...base(place), kind: 'certain', severity: null, rule: '', message, suggestion: '' };
  });
  const order = { certain: 0, decide: 1, uncovered: 2 } as const;
  found.push(...blanks);
  found.sort((a, b) => order[a.kind] - order[b.kind] || a.line - b.line);
  const sheets = view.sheets ?? [];
  if (sheets.length === 0) return found;
  const open = checkFigures(analysis, sheets).filter(({ state }) => state === 'uncovered');
  return [
    ...found,
    ...open.map(({ statement }): Row => {
      const words = `${statement.name} ${valueWords(analysis, statement)}`;
      const message = lang === 'zh' ? `“${words}”无数可核。` : `Nothing to check “${words}” against.`;
      return { ...base(placeOf(statement)), kind: 'uncovered', severity: null, rule: '', message, suggestion: '' };
    }),
  ];
}

/** What was counted and is as it should be, then the rules that found nothing. */
function rightOf({ analysis, view, findings, rules: settings }: CheckedReport, lang: ChecklistLang): string[] {
  const found = new Set(findings.map(({ rule }) => rule));
  const lines: string[] = [];
  const say = (zh: string, en: string): void => {
    lines.push(lang === 'zh' ? zh : en);
  };
  const sheets = view.sheets ?? [];
  const agree = countStates(checkFigures(analysis, sheets)).agrees;
  if (agree > 0)
    say(`与统计数据表一致的数据${String(agree)}处`, `${String(agree)} figures agree with the figures sheet`);
  const kept = view.precedents.length === 0 ? [] : ledgerOf(analysis, view).items;
  const met = kept.filter(({ verdict }) => verdict === 'met').length;
  if (met > 0) say(`上年承诺已兑现${String(met)}项`, `${String(met)} promises of last year are kept`);
  const entries = analysis.report.glossary.length;
  if (entries > 0 && !found.has('glossary-numbering')) {
    say(`名词解释${String(entries)}条，序号连续`, `${String(entries)} glossary entries, numbered without a gap`);
  }
  const applies = (rule: Rule): boolean => {
    if (settings[rule.id]?.level === 'off' || found.has(rule.id)) return false;
    if (rule.id === 'figure-differs') return sheets.length > 0;
    return rule.scope !== 'corpus' || view.precedents.length > 0;
  };
  const quiet = rules
    .filter(applies)
    .map(({ summary }) => (lang === 'zh' ? `未见：${summary.zh}` : `None: ${summary.en}`));
  return [...lines, ...quiet];
}

/** The headings that a place stands under, outermost first. */
function sectionAt({ headings, text }: Report, offset: number): string {
  const path: { level: number; title: string }[] = [];
  for (const { level, start, titleStart, printedTitle } of headings) {
    if (start > offset) break;
    while (path.length > 0 && (path.at(-1)?.level ?? 0) >= level) path.pop();
    path.push({ level, title: text.slice(start, titleStart).replace(/[\s#*]/g, '') + printedTitle });
  }
  return path.map(({ title }) => (title.length > 24 ? `${title.slice(0, 23)}…` : title)).join(' › ');
}

/** The words of a place with some before and behind, on one line. */
function excerptOf(text: string, { start, end }: Span): string {
  const bare = (words: string): string => words.replace(/[\s#]+/g, '');
  const before =
    text
      .slice(Math.max(0, start - AROUND), start)
      .split(STOP)
      .at(-1) ?? '';
  const after = text.slice(end, end + AROUND).split(STOP)[0] ?? '';
  const long = end > start + LONGEST;
  return `${bare(before)}【${bare(text.slice(start, long ? start + LONGEST : end))}${long ? '…' : ''}】${bare(after)}`;
}

const STOP = /[\r\n。]/;

/** Characters to show of the text around a finding, and of the finding itself. */
const AROUND = 12;
const LONGEST = 60;
