import type { Severity, Span } from '../../core/model';
import { LEVEL_WORDS } from '../../core/pages/checklist';
import type { ReportedFinding } from '../../core/rules/engine';
import { lineAndColumn, lineStarts } from '../../core/text/lines';
import type { Lang } from '../output';
import { say } from '../output';
import { countBySeverity, inLanguage, SEVERITIES } from './common';
import type { CheckedFile } from './index';
import { drawn, fitting, fittingAtEnd } from './terminal';

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
  return [drawn(file.path).text, who, found].filter((part) => part !== '').join('  ');
}

function findingLines(file: CheckedFile, starts: readonly number[], finding: ReportedFinding, lang: Lang): string[] {
  const { line, column } = lineAndColumn(starts, finding.start);
  const place = `${String(line)}:${String(column)}`;
  const times =
    finding.count > 1 ? say(lang, `（共 ${String(finding.count)} 处）`, ` (${String(finding.count)} times)`) : '';
  const { shown, mark } = excerpt(file.text, starts, finding, line);
  return [
    `  ${place}  ${severityName(finding.severity, lang)}  ${drawn(inLanguage(finding.message, lang)).text}${times}  ${finding.rule}`,
    `      ${shown}`,
    `      ${mark}`,
  ];
}

function totals(files: readonly CheckedFile[], lang: Lang): string {
  const counts = countBySeverity(files);
  const parts = SEVERITIES.map((severity) =>
    say(
      lang,
      `${LEVEL_WORDS[severity].zh} ${String(counts[severity])}`,
      `${String(counts[severity])} ${LEVEL_WORDS[severity].en}`,
    ),
  );
  return say(
    lang,
    `共 ${String(files.length)} 份报告：${parts.join('，')}。`,
    `${String(files.length)} reports: ${parts.join(', ')}.`,
  );
}

function severityName(severity: Severity, lang: Lang): string {
  return say(lang, LEVEL_WORDS[severity].zh, LEVEL_WORDS[severity].en);
}

/** Columns of a terminal to show of a line: before the place, and in all. */
const BEFORE = 24;
const WIDEST = 76;

/**
 * The line around a finding, cut where it is long, and carets that stand right under the finding's words although Han
 * characters are two columns wide. Of a place that spans several lines the first is shown.
 */
function excerpt(
  text: string,
  starts: readonly number[],
  { start, end }: Span,
  line: number,
): { readonly shown: string; readonly mark: string } {
  const lineStart = starts[line - 1] ?? 0;
  let lineEnd = starts[line] ?? text.length;
  while (lineEnd > start && (text[lineEnd - 1] === '\r' || text[lineEnd - 1] === '\n')) lineEnd--;

  const from = start - fittingAtEnd(text.slice(lineStart, start), BEFORE);
  const before = drawn((from > lineStart ? '…' : '') + text.slice(from, start));
  const to = start + fitting(text.slice(start, lineEnd), WIDEST - before.width);
  const marked = drawn(text.slice(start, Math.min(end, to)));
  const after = drawn(text.slice(Math.min(end, to), to) + (to < lineEnd ? '…' : ''));
  return {
    shown: before.text + marked.text + after.text,
    mark: ' '.repeat(before.width) + '^'.repeat(Math.max(1, marked.width)),
  };
}
