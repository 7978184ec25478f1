import type { ReportedFinding } from '../../core/rules/engine';
import type { Lang } from '../output';
import { formatGithub } from './github';
import { formatJson } from './json';
import { formatSarif } from './sarif';
import { formatText } from './text';

export const CHECK_FORMATS = ['text', 'json', 'sarif', 'github'] as const;
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
  readonly suppressed: readonly ReportedFinding[];
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
    case 'text':
      return formatText(files, lang);
  }
}
