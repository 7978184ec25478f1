/** Pages set in columns, as newspapers print a report: each column is read from top to bottom. */
import type { Column, Fragment, Page } from './pdf-lines';
import { mostCommon, quantile, round, textEdge } from './pdf-measures';

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

/** Two columns beside each other. */
type Pair = readonly [Column, Column];

/** A document is set in the columns that so many of its pages show by themselves. */
const SET_IN_COLUMNS = 0.3;

/**
 * The regions of each page in reading order. A page in one column, whatever its indents and tables, is one region.
 * @param body height of most letters
 */
export function readColumns(pages: readonly Pick<Page, 'fragments'>[], body: number): Region[][] {
  const alone = pages.map(({ fragments }) => split(fragments, { body, known: [] }, null, 0));
  const known = pairsOf(alone, body);
  if (known.length === 0) return alone;
  return pages.map(({ fragments }) => split(fragments, { body, known }, null, 0));
}

/** The columns that a document is set in; its pages with little text do not tell by themselves. */
function pairsOf(pages: readonly (readonly Region[])[], body: number): Pair[] {
  const groups: Pair[][] = [];
  for (const regions of pages) {
    const met = new Set<Pair[]>();
    for (const [i, { column: left }] of regions.entries()) {
      const right = regions[i + 1]?.column;
      if (left === null || right === null || right === undefined || right.left < left.right) continue;
      const near = groups.find(
        ([pair]) =>
          pair !== undefined && Math.abs(pair[0].left - left.left) < body && Math.abs(pair[1].left - right.left) < body,
      );
      if (near === undefined) met.add(groups[groups.push([[left, right]]) - 1] ?? []);
      else if (!met.has(near)) {
        met.add(near);
        near.push([left, right]);
      }
    }
  }
  const middle = (pairs: readonly Pair[], side: 0 | 1): Column => ({
    left: quantile(
      pairs.map((pair) => pair[side].left),
      0.5,
    ),
    right: quantile(
      pairs.map((pair) => pair[side].right),
      0.5,
    ),
  });
  return groups
    .filter((pairs) => pairs.length >= pages.length * SET_IN_COLUMNS)
    .map((pairs) => [middle(pairs, 0), middle(pairs, 1)]);
}

/** What is known of a document. */
interface Setting {
  /** Height of most letters. */
  readonly body: number;
  /** The columns that it is set in. */
  readonly known: readonly Pair[];
}

function split(fragments: readonly Fragment[], setting: Setting, column: Column | null, depth: number): Region[] {
  const { body, known } = setting;
  const whole: Region = { fragments, column };
  if (depth >= DEEPEST || body <= 0) return [whole];
  const rows = toRows(fragments, body);
  const places = rows.length < FEWEST ? [] : gutters(rows, body);
  for (const gutter of [...known.map((pair) => gutterOf(pair, body)), ...places]) {
    const regions = splitAt(rows, gutter, setting, column, depth);
    if (regions !== null) return regions;
  }
  return [whole];
}

/** Cuts a page into bands, those in columns at the gutter and what goes across it; null where no band is in columns. */
function splitAt(
  rows: readonly Row[],
  gutter: number,
  setting: Setting,
  column: Column | null,
  depth: number,
): Region[] | null {
  const { body } = setting;
  const regions: Region[] = [];
  let found = false;
  for (const band of bandsOf(rows, gutter, body)) {
    const left = band.map(({ parts }) => parts.filter((part) => part.x < gutter)).filter((parts) => parts.length > 0);
    const right = band.map(({ parts }) => parts.filter((part) => part.x >= gutter)).filter((parts) => parts.length > 0);
    const columns = columnsOf(left, right, body) ?? knownColumns(left, right, gutter, setting);
    if (columns === null) {
      regions.push({ fragments: band.flatMap(({ parts }) => parts), column });
      continue;
    }
    found = true;
    regions.push(
      ...split(left.flat(), setting, columns[0], depth + 1),
      ...split(right.flat(), setting, columns[1], depth + 1),
    );
  }
  return found ? regions : null;
}

/** The two columns that the rows on both sides of a gutter make; null where they are no text. */
function columnsOf(
  left: readonly (readonly Fragment[])[],
  right: readonly (readonly Fragment[])[],
  body: number,
): Pair | null {
  if (left.length < FEWEST || right.length < FEWEST) return null;
  const columns = [edges(left, body), edges(right, body)] as const;
  for (const [i, rows] of [left, right].entries()) {
    const edge = columns[i];
    if (edge === undefined || edge.right - edge.left < body * NARROWEST) return null;
    // Text fills its lines from edge to edge, the cells of a table do not; short paragraphs are sentences, cells are not.
    const full = rows.filter((parts) => endOf(parts) > edge.right - body * 1.6).length;
    const common = mostCommon(rows.map((parts) => [round(startOf(parts)), 1] as const));
    const flush = rows.filter((parts) => startOf(parts) < common + body * 0.6).length;
    const marked = rows.filter((parts) => parts.some(({ text }) => /[，。；：！]/.test(text))).length;
    const filled = full >= rows.length * 0.55 || (full >= rows.length * 0.25 && marked >= rows.length * 0.6);
    if (!filled || flush < rows.length * 0.5) return null;
  }
  return columns[0].right + body * 0.5 < columns[1].left ? columns : null;
}

/** The columns of the document, where what stands on both sides of a gutter keeps to them; its lines may be few. */
function knownColumns(
  left: readonly (readonly Fragment[])[],
  right: readonly (readonly Fragment[])[],
  gutter: number,
  { body, known }: Setting,
): Pair | null {
  const keepsTo = (rows: readonly (readonly Fragment[])[], column: Column): boolean =>
    rows.every((parts) => startOf(parts) > column.left - body && endOf(parts) < column.right + body * 2) &&
    rows.some((parts) => startOf(parts) < column.left + body * 2.6);
  const pair = known.find((one) => Math.abs(gutterOf(one, body) - gutter) < body * 0.5);
  if (pair === undefined || left.length === 0 || !keepsTo(left, pair[0])) return null;
  return right.length === 0 || keepsTo(right, pair[1]) ? pair : null;
}

function gutterOf([, right]: Pair, body: number): number {
  return right.left - body * 0.4;
}

/** Where lines begin, and as far as nearly all of them reach. */
function edges(rows: readonly (readonly Fragment[])[], body: number): Column {
  return {
    left: textEdge(
      rows.map((parts) => ({
        left: startOf(parts),
        text: parts
          .map(({ text }) => text)
          .join('')
          .trim(),
      })),
      body,
    ),
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
