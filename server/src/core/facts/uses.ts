import type { Report, Use } from '../model';

/** Where the body uses each glossary entry's term, by index into the glossary. */
export function findUses(report: Report): Use[][] {
  return report.glossary.map(() => []);
}
