import type { ReportInfo } from '../model';

/**
 * The day of a report for comparison with dates of wording, ISO: the day printed, else the beginning of the year it
 * plans; null where neither is known.
 */
export function reportDate(info: ReportInfo | null): string | null {
  if (info === null) return null;
  if (info.date !== null) return info.date;
  return info.planYear === null ? null : `${info.planYear}-01-01`;
}

/** Whether `date` is not before `since`, which may be cut to a year or a month. */
export function isSince(date: string, since: string): boolean {
  return date.slice(0, since.length) >= since;
}
