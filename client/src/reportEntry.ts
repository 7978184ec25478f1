/** What is written into the settings when a person names a file as an earlier report. Pure. */

/** One entry of `policyDrafting.reports`, as in `policy-drafting.json`. */
export interface ReportEntry {
  readonly path: string;
  readonly issuer?: string;
  readonly region?: string;
  readonly planYear?: number;
  readonly ignore?: boolean;
}

/**
 * The entries with one for this file, which replaces an earlier one for the same path.
 * @param path relative to the corpus root, with `/`
 */
export function withReport(entries: readonly ReportEntry[], entry: ReportEntry): ReportEntry[] {
  return [...entries.filter(({ path }) => path !== entry.path), entry];
}

/** A file name as a pattern that matches this name only: `报告[定稿].md` → `报告[[]定稿].md`. */
export function asPattern(path: string): string {
  return path.replace(/[*?[{]/g, '[$&]');
}

/**
 * The plan year that a file name suggests: the latest year in it before the draft's, else the year before the draft's.
 * @param planYear of the draft; null when it is unknown
 */
export function suggestedYear(fileName: string, planYear: number | null): number | undefined {
  // 九月2024稿.md, 2023年政府工作报告.txt
  const years = [...fileName.matchAll(/(?<!\d)(?:19|20)\d{2}(?!\d)/g)].map(([year]) => Number(year));
  const earlier = planYear === null ? years : years.filter((year) => year < planYear);
  if (earlier.length > 0) return Math.max(...earlier);
  return planYear === null ? undefined : planYear - 1;
}

/** True for a year that a report before the draft can plan. */
export function isEarlierYear(text: string, planYear: number | null): boolean {
  if (!/^(?:19|20)\d{2}$/.test(text)) return false;
  return planYear === null || Number(text) < planYear;
}
