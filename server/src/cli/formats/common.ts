import type { Bilingual, Severity } from '../../core/model';
import { display } from '../workspace';
import type { Lang } from '../output';
import type { CheckedFile } from './index';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;

export function inLanguage(message: Bilingual, lang: Lang): string {
  return lang === 'en' ? message.en : message.zh;
}

/** How many findings of each level are shown, over all files. */
export function countBySeverity(files: readonly CheckedFile[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, information: 0, hint: 0 };
  for (const file of files) for (const finding of file.findings) counts[finding.severity]++;
  return counts;
}

/** The path of a related place as printed; places without one are in the file itself. */
export function relatedPath(file: CheckedFile, path: string | undefined): string {
  return path === undefined ? file.path : display(path);
}
