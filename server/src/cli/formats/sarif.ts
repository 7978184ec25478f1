import { listAllRules } from '../../core/linter';
import type { Severity, Span } from '../../core/model';
import type { ReportedFinding, SuppressedFinding } from '../../core/rules/engine';
import { DOCS_BASE } from '../../core/rules/listing';
import { baselineKey } from '../../core/baseline';
import { lineAndColumn, lineStarts } from '../../core/text/lines';
import type { Lang } from '../output';
import { inLanguage, relatedPath } from './common';
import type { CheckedFile } from './index';

/** SARIF 2.1.0, the exchange format of code scanning. Silenced findings are carried as such, with the author's reason. */
export function formatSarif(files: readonly CheckedFile[], lang: Lang): string {
  const rules = listAllRules();
  const indexOf = new Map(rules.map((rule, index) => [rule.id, index]));
  const driver = {
    name: 'policy-drafting',
    informationUri: DOCS_BASE,
    rules: rules.map((rule) => ({
      id: rule.id,
      shortDescription: { text: inLanguage(rule.summary, lang) },
      helpUri: rule.url,
      defaultConfiguration: { level: LEVELS[rule.severity] },
      properties: { category: rule.category, severity: rule.severity },
    })),
  };
  const results = files.flatMap((file) => {
    const starts = lineStarts(file.text);
    const row = (finding: ReportedFinding, suppressions: readonly object[]): object => ({
      ruleId: finding.rule,
      ruleIndex: indexOf.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: inLanguage(finding.message, lang) },
      locations: [{ physicalLocation: place(file.path, starts, finding) }],
      occurrenceCount: finding.count,
      partialFingerprints: { 'ruleAndSentence/v1': baselineKey(finding.rule, file.text, finding) },
      ...relatedOf(file, starts, finding, lang),
      ...fixesOf(file, starts, finding, lang),
      suppressions,
    });
    return [
      ...file.findings.map((finding) => row(finding, [])),
      ...file.suppressed.map((finding) => row(finding, inSource(finding))),
      ...file.passed.map((finding) => row(finding, [{ kind: 'external' }])),
    ];
  });
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        language: lang === 'en' ? 'en-US' : 'zh-CN',
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results,
      },
    ],
  };
  return `${JSON.stringify(log, null, 1)}\n`;
}

/** The comments that silence a finding, by their reasons; one without a word where none gives any. */
function inSource({ reasons }: SuppressedFinding): readonly object[] {
  if (reasons.length === 0) return [{ kind: 'inSource' }];
  return reasons.map((justification) => ({ kind: 'inSource', justification }));
}

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

function place(path: string, starts: readonly number[] | undefined, span: Span): object {
  const artifactLocation = { uri: relativeUri(path) };
  const offsets = { charOffset: span.start, charLength: span.end - span.start };
  return { artifactLocation, region: { ...(starts !== undefined && region(starts, span)), ...offsets } };
}

/** A printed path as a URI reference: it may hold blanks, `#`, `%` or `?`, and a colon in it begins no scheme. */
function relativeUri(path: string): string {
  // Windows prints the whole path of a file on another drive: D:/稿件/a.md
  const prefix = /^[A-Za-z]:\//u.test(path) ? 'file:///' : '';
  // Names on disk may hold halves of characters, which no URI can.
  return prefix + Buffer.from(path).toString().split('/').map(encodeURIComponent).join('/');
}

function region(starts: readonly number[], span: Span): object {
  const from = lineAndColumn(starts, span.start);
  const to = lineAndColumn(starts, span.end);
  return { startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}

function relatedOf(file: CheckedFile, starts: readonly number[], finding: ReportedFinding, lang: Lang): object {
  if (finding.related.length === 0) return {};
  const linesOf = (path: string): readonly number[] | undefined => {
    const text = file.others.get(path);
    return text === undefined ? undefined : lineStarts(text);
  };
  return {
    relatedLocations: finding.related.map((one) => ({
      physicalLocation: place(relatedPath(file, one.path), one.path === undefined ? starts : linesOf(one.path), one),
      message: { text: inLanguage(one.message, lang) },
    })),
  };
}

function fixesOf(file: CheckedFile, starts: readonly number[], finding: ReportedFinding, lang: Lang): object {
  if (finding.fixes.length === 0) return {};
  return {
    fixes: finding.fixes.map((fix) => ({
      description: { text: inLanguage(fix.title, lang) },
      artifactChanges: [
        {
          artifactLocation: { uri: relativeUri(file.path) },
          replacements: fix.edits.map((edit) => ({
            deletedRegion: region(starts, edit),
            insertedContent: { text: edit.text },
          })),
        },
      ],
    })),
  };
}
