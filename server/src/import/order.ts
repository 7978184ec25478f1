import { baseName, folderOf } from '../core/corpus/paths';
import { convertedFormatOf } from './formats';

/** What is known of a report that somebody has open. */
export interface OpenReport {
  readonly issuer: string | null;
  readonly planYear: number | null;
}

/**
 * Documents in the order in which they are worth reading: own reports before those of others, the newest precedent
 * first, and what is quickly read before PDF. All by their names; a document without a year in its name comes behind
 * the two newest.
 * @param open the reports that the documents are read for; of several the one of the latest year counts
 */
export function byUse(documents: readonly string[], open: readonly OpenReport[]): string[] {
  const draft = [...open].sort((a, b) => (b.planYear ?? 0) - (a.planYear ?? 0))[0];
  const years = documents.map(yearOf).filter((year) => year !== undefined);
  const planYear = draft?.planYear ?? Math.max(0, ...years) + 1;
  const weightOf = (document: string): number => {
    const year = yearOf(document);
    // The draft's own year is that of its versions, later ones come from another time.
    const age = year === undefined ? UNKNOWN_AGE : year < planYear ? planYear - 1 - year : LATER + year - planYear;
    const foreign = isOfOthers(document, draft?.issuer ?? null) ? FOREIGN : 0;
    return foreign + age * 2 + (convertedFormatOf(document) === 'pdf' ? 1 : 0);
  };
  const weights = new Map(documents.map((document) => [document, weightOf(document)]));
  return [...documents].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || (a < b ? -1 : 1));
}

const UNKNOWN_AGE = 1.8;
const LATER = 40;
const FOREIGN = 1000;

/** `青禾区2024年政府工作报告.docx`, `2024/报告.pdf` → 2024 */
function yearOf(document: string): number | undefined {
  const pattern = /(?<!\d)(?:19|20)\d\d(?!\d)/;
  const found = pattern.exec(baseName(document)) ?? pattern.exec(baseName(folderOf(document)));
  return found === null ? undefined : Number(found[0]);
}

/** Whether the name of a document or of its folder names another place than the issuer's. */
function isOfOthers(document: string, issuer: string | null): boolean {
  if (issuer === null) return false;
  const names = `${baseName(folderOf(document))} ${baseName(document)}`;
  return (
    !names.includes(issuer) && /\p{Script=Han}{2}(?:[省市区县旗州盟]|自治)/u.test(names.replace(/全[省市区县]/g, ''))
  );
}
