/** Which of the reports that are open the views tell of: the draft that is written. Knows no editor. */

/** What bears on it, of a report that is open. */
export interface OpenReport {
  readonly uri: string;
  readonly planYear: number | null;
  /** All past reports of its place. */
  readonly precedents: readonly string[];
  /** No report of its place in the folder is of a later year. */
  readonly newest: boolean;
}

/** The report that the views tell of. */
export interface HeldReport extends OpenReport {
  /** Somebody has written in it since it was opened. */
  readonly written: boolean;
  /** Somebody chose it by the command. */
  readonly chosen: boolean;
}

/** How a report that the views do not tell of yet came to the front. */
export type Reason = 'looked-at' | 'written-in' | 'chosen';

/**
 * Whether the views go over to another report. A person's choice stands above all else; then they keep to what is
 * written, whatever is looked at beside it. While nothing is written, they keep to what is likelier to be the draft: the
 * newest report of its place, of a later year, with more past reports beside it.
 */
export function takesOver(held: HeldReport | null, front: OpenReport, reason: Reason): boolean {
  if (held === null || reason === 'chosen') return true;
  if (held.precedents.includes(front.uri)) return false;
  if (reason === 'written-in') return true;
  if (held.chosen) return false;
  // Next year's report, begun from this one.
  if (!held.newest || front.precedents.includes(held.uri)) return true;
  if (held.written || !front.newest) return false;
  const later = yearOf(front) - yearOf(held);
  return later > 0 || (yearOf(front) === yearOf(held) && front.precedents.length > held.precedents.length);
}

/** A report that does not say its year yet is newer than all others. */
function yearOf({ planYear }: OpenReport): number {
  return planYear ?? Number.POSITIVE_INFINITY;
}
