import type { Report, Span } from '../model';
import { findSections } from './symbols';

/**
 * What can be folded away: the section of every heading. Sections that lie on one line are among them; who knows lines
 * leaves them out.
 */
export function foldingRanges(report: Report): Span[] {
  return findSections(report)
    .filter(({ heading, end }) => end > heading.end)
    .map(({ start, end }) => ({ start, end }));
}
