/** What is written into the settings when a person names a file as an earlier report. Pure. */

import { modify, parse, type Edit } from 'jsonc-parser';

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

/** The edits that put an entry into the text of a `policy-drafting.json`, in place of an earlier one for the same path. */
export function editsOfEntry(text: string, entry: ReportEntry): Edit[] {
  const current: unknown = parse(text);
  const reports: readonly unknown[] = isRecord(current) && Array.isArray(current.reports) ? current.reports : [];
  const at = reports.findIndex((report) => isRecord(report) && report.path === entry.path);
  return modify(text, ['reports', at < 0 ? reports.length : at], entry, {
    isArrayInsertion: at < 0,
    formattingOptions: { insertSpaces: true, tabSize: 2, eol: text.includes('\r\n') ? '\r\n' : '\n' },
  });
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * The places of the `policy-drafting.json` that may govern a draft, the nearest first: on a disk up to its root, as the
 * server looks, elsewhere up to the folder that is open. URIs in and out.
 */
export function configurationsAbove(draft: string, top: string): string[] {
  const places: string[] = [];
  const last = draft.startsWith('file:') ? 'file:///'.length : top.replace(/\/$/, '').length;
  for (let at = draft.lastIndexOf('/'); at >= last; at = draft.lastIndexOf('/', at - 1)) {
    places.push(`${draft.slice(0, at)}/policy-drafting.json`);
  }
  return places;
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
