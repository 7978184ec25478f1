import { lineAndColumn, lineStarts } from '../../core/text/lines';
import type { Lang } from '../output';
import { inLanguage } from './common';
import type { CheckedFile } from './index';

const COMMANDS = { error: 'error', warning: 'warning', information: 'notice', hint: 'notice' } as const;

/** Workflow commands of GitHub Actions, one line a finding; hints are left out, they would drown the rest. */
export function formatGithub(files: readonly CheckedFile[], lang: Lang): string {
  const lines: string[] = [];
  for (const file of files) {
    const starts = lineStarts(file.text);
    for (const finding of file.findings) {
      if (finding.severity === 'hint') continue;
      const from = lineAndColumn(starts, finding.start);
      const to = lineAndColumn(starts, finding.end);
      // Columns go only with places within one line: GitHub drops them elsewhere.
      const columns = from.line === to.line ? [`col=${String(from.column)}`, `endColumn=${String(to.column)}`] : [];
      const place = [
        `file=${property(file.path)}`,
        `line=${String(from.line)}`,
        `endLine=${String(to.line)}`,
        ...columns,
        `title=${property(finding.rule)}`,
      ].join(',');
      lines.push(`::${COMMANDS[finding.severity]} ${place}::${data(inLanguage(finding.message, lang))}\n`);
    }
  }
  return lines.join('');
}

/** What follows the second `::`, where a line break would end the command. */
function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** The value of a property, which `:` and `,` would end as well. */
function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
