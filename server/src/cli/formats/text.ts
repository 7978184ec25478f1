import type { Severity } from '../../core/model';
import type { ReportedFinding } from '../../core/rules/engine';
import { lineAndColumn, lineStarts } from '../../core/text/lines';
import type { Lang } from '../output';
import { say } from '../output';
import { countBySeverity, inLanguage, SEVERITIES } from './common';
import type { CheckedFile } from './index';

/** For people at a terminal: each finding with its line of text and a mark under the words. */
export function formatText(files: readonly CheckedFile[], lang: Lang): string {
  const lines: string[] = [];
  for (const file of files) {
    lines.push(headOf(file, lang));
    const starts = lineStarts(file.text);
    for (const finding of file.findings) lines.push(...findingLines(file, starts, finding, lang));
    lines.push('');
  }
  lines.push(totals(files, lang));
  return `${lines.join('\n')}\n`;
}

function headOf(file: CheckedFile, lang: Lang): string {
  const year = file.planYear === null ? '' : say(lang, `${String(file.planYear)}年`, String(file.planYear));
  const who = [file.issuer ?? '', year].filter((part) => part !== '').join(' ');
  const count = file.findings.length;
  const found =
    count === 0
      ? say(lang, '没有问题', 'nothing found')
      : say(lang, `${String(count)} 处`, `${String(count)} findings`);
  return [file.path, who, found].filter((part) => part !== '').join('  ');
}

function findingLines(file: CheckedFile, starts: readonly number[], finding: ReportedFinding, lang: Lang): string[] {
  const { line, column } = lineAndColumn(starts, finding.start);
  const place = `${String(line)}:${String(column)}`;
  const times =
    finding.count > 1 ? say(lang, `（共 ${String(finding.count)} 处）`, ` (${String(finding.count)} times)`) : '';
  const { shown, mark } = excerpt(file.text, starts, finding, line);
  return [
    `  ${place}  ${severityName(finding.severity, lang)}  ${inLanguage(finding.message, lang)}${times}  ${finding.rule}`,
    `      ${shown}`,
    `      ${mark}`,
  ];
}

function totals(files: readonly CheckedFile[], lang: Lang): string {
  const counts = countBySeverity(files);
  const parts = SEVERITIES.map((severity) =>
    say(lang, `${NAMES[severity].zh} ${String(counts[severity])}`, `${String(counts[severity])} ${NAMES[severity].en}`),
  );
  return say(
    lang,
    `共 ${String(files.length)} 份报告：${parts.join('，')}。`,
    `${String(files.length)} reports: ${parts.join(', ')}.`,
  );
}

const NAMES = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '警告', en: 'warning' },
  information: { zh: '提示', en: 'information' },
  hint: { zh: '建议', en: 'hint' },
} as const;

function severityName(severity: Severity, lang: Lang): string {
  return say(lang, NAMES[severity].zh, NAMES[severity].en);
}

/** Columns of a terminal to show of a line, before and after the place. */
const BEFORE = 24;
const WIDEST = 76;

/**
 * The line around a finding, cut where it is long, and carets that stand right under the finding's words although Han
 * characters are two columns wide.
 */
function excerpt(
  text: string,
  starts: readonly number[],
  finding: ReportedFinding,
  line: number,
): { readonly shown: string; readonly mark: string } {
  const lineStart = starts[line - 1] ?? 0;
  let lineEnd = (starts[line] ?? text.length + 1) - 1;
  while (lineEnd > lineStart && (text[lineEnd - 1] === '\r' || text[lineEnd - 1] === '\n')) lineEnd--;
  lineEnd = Math.max(lineEnd, Math.min(finding.start, text.length));

  let from = finding.start;
  for (let width = 0; from > lineStart; from--) {
    width += widthOf(text.charCodeAt(from - 1));
    if (width > BEFORE) break;
  }
  const left = from > lineStart ? '…' : '';
  const before = left + plain(text.slice(from, finding.start));
  let to = finding.start;
  let width = widthOfText(before);
  while (to < lineEnd && width + widthOf(text.charCodeAt(to)) <= WIDEST) width += widthOf(text.charCodeAt(to++));
  const right = to < lineEnd ? '…' : '';
  const marked = plain(text.slice(finding.start, Math.min(finding.end, to)));
  return {
    shown: before + plain(text.slice(finding.start, to)) + right,
    mark: ' '.repeat(widthOfText(before)) + '^'.repeat(Math.max(1, widthOfText(marked))),
  };
}

/** Tabs and other control characters would move the caret: they are shown as blanks. */
function plain(text: string): string {
  let out = '';
  for (let i = 0; i < text.length; i++) out += text.charCodeAt(i) < 0x20 ? ' ' : (text[i] ?? '');
  return out;
}

function widthOfText(text: string): number {
  let width = 0;
  for (let i = 0; i < text.length; i++) width += widthOf(text.charCodeAt(i));
  return width;
}

/**
 * Columns of one UTF-16 unit after Unicode TR 11: wide and full-width characters take two. Quotes, dashes and the
 * ellipsis are ambiguous there; terminals in Chinese surroundings draw “” and … in one column, as is counted here.
 */
function widthOf(code: number): number {
  if (code < 0x1100) return code >= 0x300 && code <= 0x36f ? 0 : 1;
  if (code >= 0x200b && code <= 0x200f) return 0;
  const wide =
    code <= 0x115f ||
    (code >= 0x2e80 && code <= 0xa4cf && code !== 0x303f) ||
    (code >= 0xac00 && code <= 0xd7a3) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xfe30 && code <= 0xfe6f) ||
    (code >= 0xff00 && code <= 0xff60) ||
    (code >= 0xffe0 && code <= 0xffe6);
  if (wide) return 2;
  // The two halves of a character beyond the first plane share its two columns.
  return 1;
}
