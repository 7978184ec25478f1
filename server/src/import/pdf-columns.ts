/** Pages set in columns, as newspapers print a report: each column is read from top to bottom. */
import type { Column, Fragment } from './pdf-lines';
import { mostCommon, quantile, round } from './pdf-measures';

/** A part of a page that is read before the next one begins. */
export interface Region {
  readonly fragments: readonly Fragment[];
  /** The column it is; null for what goes across the page. */
  readonly column: Column | null;
}

/** What stands at one height. */
interface Row {
  readonly y: number;
  readonly parts: Fragment[];
}

/** Fewer lines than this beside each other are a table, or the foot of a letter. */
const FEWEST = 6;

/** A column is at least so many characters wide. */
const NARROWEST = 8;

/** Columns of columns: a page of a newspaper has up to five. */
const DEEPEST = 4;

/**
 * The regions of a page in reading order. A page in one column, whatever its indents and tables, is one region.
 * @param body height of most letters
 */
export function readColumns(fragments: readonly Fragment[], body: number): Region[] {
  return split(fragments, body, null, 0);
}

function split(fragments: readonly Fragment[], body: number, column: Column | null, depth: number): Region[] {
  const whole: Region = { fragments, column };
  if (depth >= DEEPEST || body <= 0) return [whole];
  const rows = toRows(fragments, body);
  if (rows.length < FEWEST) return [whole];
  for (const gutter of gutters(rows, body)) {
    const regions = splitAt(rows, gutter, body, column, depth);
    if (regions !== null) return regions;
  }
  return [whole];
}

/** Cuts a page into bands, those in columns at the gutter and what goes across it; null where no band is in columns. */
function splitAt(
  rows: readonly Row[],
  gutter: number,
  body: number,
  column: Column | null,
  depth: number,
): Region[] | null {
  const regions: Region[] = [];
  let found = false;
  for (const band of bandsOf(rows, gutter, body)) {
    const left = band.map(({ parts }) => parts.filter((part) => part.x < gutter)).filter((parts) => parts.length > 0);
    const right = band.map(({ parts }) => parts.filter((part) => part.x >= gutter)).filter((parts) => parts.length > 0);
    const columns = columnsOf(left, right, body);
    if (columns === null) {
      regions.push({ fragments: band.flatMap(({ parts }) => parts), column });
      continue;
    }
    found = true;
    regions.push(
      ...split(left.flat(), body, columns[0], depth + 1),
      ...split(right.flat(), body, columns[1], depth + 1),
    );
  }
  return found ? regions : null;
}

/** The two columns that the rows on both sides of a gutter make; null where they are no text. */
function columnsOf(
  left: readonly (readonly Fragment[])[],
  right: readonly (readonly Fragment[])[],
  body: number,
): readonly [Column, Column] | null {
  if (left.length < FEWEST || right.length < FEWEST) return null;
  const columns = [edges(left), edges(right)] as const;
  for (const [i, rows] of [left, right].entries()) {
    const edge = columns[i];
    if (edge === undefined || edge.right - edge.left < body * NARROWEST) return null;
    // Text fills its lines from edge to edge, the cells of a table do not; short paragraphs are sentences, cells are not.
    const full = rows.filter((parts) => endOf(parts) > edge.right - body * 1.6).length;
    const flush = rows.filter((parts) => startOf(parts) < edge.left + body * 0.6).length;
    const marked = rows.filter((parts) => parts.some(({ text }) => /[，。；：！]/.test(text))).length;
    const filled = full >= rows.length * 0.55 || (full >= rows.length * 0.25 && marked >= rows.length * 0.6);
    if (!filled || flush < rows.length * 0.5) return null;
  }
  return columns[0].right + body * 0.5 < columns[1].left ? columns : null;
}

/** Where most lines begin, and as far as nearly all of them reach. */
function edges(rows: readonly (readonly Fragment[])[]): Column {
  return {
    left: mostCommon(rows.map((parts) => [round(startOf(parts)), 1] as const)),
    right: quantile(rows.map(endOf), 0.9),
  };
}

/** Runs of rows that go across the gutter, and runs of rows that leave it free. */
function bandsOf(rows: readonly Row[], gutter: number, body: number): Row[][] {
  const middle =
    (Math.min(...rows.map(({ parts }) => startOf(parts))) + Math.max(...rows.map(({ parts }) => endOf(parts)))) / 2;
  // The headline of a page in three columns stands above the middle one and is not its own.
  const isHeadline = ({ parts }: Row): boolean =>
    parts.every(({ size }) => size > body * 1.15) && Math.abs((startOf(parts) + endOf(parts)) / 2 - middle) < body * 2;
  const bands: { across: boolean; rows: Row[] }[] = [];
  for (const row of rows) {
    const across = isHeadline(row) || row.parts.some(({ x, width }) => x < gutter && x + width > gutter);
    const last = bands.at(-1);
    if (last?.across === across) last.rows.push(row);
    else bands.push({ across, rows: [row] });
  }
  return bands.map((band) => band.rows);
}

/** Places where many rows begin, or begin anew behind a gap, away from the left edge; the most common first. */
function gutters(rows: readonly Row[], body: number): number[] {
  const edge = Math.min(...rows.map(({ parts }) => startOf(parts)));
  const starts = new Map<number, { count: number; first: number }>();
  for (const { parts } of rows) {
    for (const [i, part] of parts.entries()) {
      const before = parts[i - 1];
      if (part.x < edge + body * NARROWEST) continue;
      if (before !== undefined && part.x - (before.x + before.width) < body * 0.8) continue;
      const at = Math.round(part.x / body);
      const { count, first } = starts.get(at) ?? { count: 0, first: Infinity };
      starts.set(at, { count: count + 1, first: Math.min(first, part.x) });
    }
  }
  return [...starts.values()]
    .filter(({ count }) => count >= FEWEST)
    .sort((a, b) => b.count - a.count)
    .slice(0, 6)
    .map(({ first }) => first - body * 0.4);
}

/** Fragments by the height at which they stand, from the top down, each row from left to right. */
function toRows(fragments: readonly Fragment[], body: number): Row[] {
  const rows: Row[] = [];
  for (const part of [...fragments].sort((a, b) => b.y - a.y)) {
    const last = rows.at(-1);
    if (last !== undefined && last.y - part.y < body * 0.5) last.parts.push(part);
    else rows.push({ y: part.y, parts: [part] });
  }
  for (const { parts } of rows) parts.sort((a, b) => a.x - b.x);
  return rows;
}

function startOf(parts: readonly Fragment[]): number {
  return parts[0]?.x ?? 0;
}

function endOf(parts: readonly Fragment[]): number {
  return Math.max(...parts.map(({ x, width }) => x + width));
}
