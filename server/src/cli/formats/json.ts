import { lineAndColumn, lineStarts } from '../../core/text/lines';
import type { Lang } from '../output';
import { countBySeverity, inLanguage, relatedPath } from './common';
import type { CheckedFile } from './index';

/** An excerpt is never longer than this many UTF-16 units. */
const LONGEST_EXCERPT = 80;

/** The shape that the contract fixes. */
export function formatJson(files: readonly CheckedFile[], lang: Lang): string {
  const result = {
    schema: 1,
    files: files.map((file) => fileRow(file, lang)),
    summary: countBySeverity(files),
  };
  return `${JSON.stringify(result, null, 1)}\n`;
}

function fileRow(file: CheckedFile, lang: Lang): object {
  const starts = lineStarts(file.text);
  return {
    path: file.path,
    issuer: file.issuer,
    planYear: file.planYear,
    findings: file.findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: inLanguage(finding.message, lang),
      start: finding.start,
      end: finding.end,
      ...lineAndColumn(starts, finding.start),
      excerpt: file.text.slice(finding.start, Math.min(finding.end, finding.start + LONGEST_EXCERPT)),
      count: finding.count,
      related: finding.related.map((one) => ({
        path: relatedPath(file, one.path),
        start: one.start,
        end: one.end,
        message: inLanguage(one.message, lang),
      })),
      fixes: finding.fixes.map((fix) => ({
        title: inLanguage(fix.title, lang),
        kind: fix.kind,
        edits: fix.edits.map(({ start, end, text }) => ({ start, end, text })),
      })),
    })),
  };
}
