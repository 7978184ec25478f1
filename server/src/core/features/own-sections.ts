import type { Block, Heading, Report } from '../model';
import type { Section } from './symbols';
import { findSections, lineOf } from './symbols';

/** A heading with the text that is its own. */
export interface OwnSection extends Section {
  /** The heading of the first level that it stands under; null where it is of that level itself or stands under none. */
  readonly part: Heading | null;
  /** From the one that the heading is in to the last of its text. */
  readonly blocks: readonly Block[];
  /** How many paragraphs stand beneath it, not counting the one that the heading opens and other headings' lines. */
  readonly paragraphs: number;
  /** Whether deeper headings stand beneath it. */
  readonly nested: boolean;
}

/**
 * Each heading with the text that is its own. That differs from the outline in the last section of a row: behind it the
 * part goes on with paragraphs that have no heading (各位代表，回顾一年…, 同时我们也认识到…), and in the outline they hang
 * on that section. What goes beyond the paragraphs of the longest of its siblings is the part's. Two siblings at least
 * show what is usual.
 */
export function ownSections(report: Report): OwnSection[] {
  const sections = findSections(report);
  const loose = looseParagraphs(report);
  const count = (i: number): number => loose[i]?.length ?? 0;
  const rows = siblings(report.headings);
  const ends = sections.map(({ end }) => end);
  // From the last heading to the first, so that a section is cut where its own last section is.
  for (let i = sections.length - 1; i >= 0; i--) {
    const level = report.headings[i]?.level ?? 1;
    if (level === 1) continue;
    const last = lastBeneath(report.headings, i);
    if (last !== null) {
      ends[i] = ends[last] ?? 0;
      continue;
    }
    const row = rows[i] ?? [];
    if (row.length < 3 || row.at(-1) !== i) continue;
    const usual = Math.max(...row.slice(0, -1).map(count));
    if (count(i) <= usual) continue;
    const heading = sections[i]?.heading;
    const own = heading === undefined ? 0 : (report.blocks[heading.block]?.end ?? heading.end);
    ends[i] = usual === 0 ? own : (loose[i]?.[usual - 1]?.end ?? own);
  }
  const lines = new Set(report.headings.filter(({ runIn }) => !runIn).map(({ block }) => block));
  const isText = ({ kind, index }: Block): boolean => kind !== 'page' && kind !== 'directive' && !lines.has(index);
  let part: Heading | null = null;
  return sections.map(({ heading, start }, i) => {
    if (heading.level === 1) part = heading;
    const end = ends[i] ?? heading.end;
    const below = blocksBelow(report, heading, end);
    const own = report.blocks[heading.block];
    return {
      heading,
      start,
      end,
      part: heading.level === 1 ? null : part,
      blocks: own === undefined ? below : [own, ...below],
      paragraphs: below.filter(isText).length,
      nested: (report.headings[i + 1]?.level ?? 0) > heading.level,
    };
  });
}

/** For each heading the paragraphs right beneath it, up to the next heading of any level. */
function looseParagraphs(report: Report): Block[][] {
  return report.headings.map((heading, i) => {
    const limit = lineOf(report, report.headings[i + 1]);
    return blocksBelow(report, heading, limit).filter(({ kind }) => kind === 'body');
  });
}

/** The blocks behind the one that a heading is in, up to an offset. */
function blocksBelow({ blocks }: Report, heading: Heading, limit: number): Block[] {
  let end = heading.block + 1;
  while ((blocks[end]?.start ?? Infinity) < limit) end++;
  return blocks.slice(heading.block + 1, end);
}

/** For each heading those of its level under the same heading, itself included, by position. */
function siblings(headings: readonly Heading[]): readonly (readonly number[])[] {
  const rows: number[][] = [];
  const open: { level: number; row: number[] }[] = [];
  headings.forEach(({ level }, i) => {
    while ((open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.at(-1)?.level !== level) open.push({ level, row: [] });
    const row = open.at(-1)?.row ?? [];
    row.push(i);
    rows.push(row);
  });
  return rows;
}

/** Position of the last heading of the nearest deeper level beneath a heading; null where there is none. */
function lastBeneath(headings: readonly Heading[], i: number): number | null {
  const level = headings[i]?.level ?? 1;
  let last = null;
  let nearest = Infinity;
  for (let next = i + 1; next < headings.length; next++) {
    const deeper = headings[next]?.level ?? 0;
    if (deeper <= level) break;
    if (deeper <= nearest) {
      nearest = deeper;
      last = next;
    }
  }
  return last;
}
