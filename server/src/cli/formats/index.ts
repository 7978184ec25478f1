import type { Configuration } from '../../core/configuration';
import type { Analysis, CorpusView } from '../../core/model';
import { checklistHtml, checklistTable } from '../../core/pages/checklist';
import type { ReportedFinding, SuppressedFinding } from '../../core/rules/engine';
import { BOM, toCsv } from '../../core/text/tables';
import type { Lang } from '../output';
import { formatGithub } from './github';
import { formatJson } from './json';
import { formatSarif } from './sarif';
import { formatText } from './text';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github', 'html', 'csv'] as const;
export type CheckFormat = (typeof CHECK_FORMATS)[number];

/** A report with what was found in it. */
export interface CheckedFile {
  /** As printed: relative to the working folder. */
  readonly path: string;
  readonly issuer: string | null;
  readonly planYear: number | null;
  readonly text: string;
  readonly findings: readonly ReportedFinding[];
  /** Silenced by comments of the author. */
  readonly suppressed: readonly SuppressedFinding[];
  readonly analysis: Analysis;
  readonly view: CorpusView;
  readonly rules: Configuration['rules'];
  /** Let pass by the baseline. */
  readonly passed: readonly ReportedFinding[];
  /** The texts of the other reports that related places point into, by their paths in the corpus. */
  readonly others: ReadonlyMap<string, string>;
}

/** The result of a check as it is printed, with its closing line break. */
export function formatCheck(format: CheckFormat, files: readonly CheckedFile[], lang: Lang): string {
  switch (format) {
    case 'json':
      return formatJson(files, lang);
    case 'sarif':
      return formatSarif(files, lang);
    case 'github':
      return formatGithub(files, lang);
    case 'html':
      return checklistHtml(files, lang === 'en' ? 'en' : 'zh');
    case 'csv':
      return BOM + toCsv(checklistTable(files, lang === 'en' ? 'en' : 'zh'));
    case 'text':
      return formatText(files, lang);
  }
}
