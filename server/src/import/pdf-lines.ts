/** From the pieces of text on a page of a PDF to its lines, by where they stand. */
import { isLatin } from '../core/text/characters';

/** A stretch of text on a page, in points from the lower left corner. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
  /** Whether it stands out from the text by its weight or typeface. */
  readonly bold: boolean;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

/** The left and right edge of a column of text. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

export interface Line {
  readonly text: string;
  /** Characters of the text that stand out and open it. */
  readonly bold: number;
  /** Its stretches where wide gaps part them, as in the rows of a table. */
  readonly cells: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
  /** Where the page has several of them; null for text that goes across it. */
  readonly column: Column | null;
}

/** Groups fragments into lines, from the top down; a raised or lowered one belongs to the line beside it. */
export function readLines(fragments: readonly Fragment[], page: number, column: Column | null): Line[] {
  const groups: { y: number; size: number; parts: Fragment[] }[] = [];
  // The larger ones first: they carry the line, and marks of notes hang on it.
  for (const part of withoutShadows(fragments).sort((a, b) => b.size - a.size)) {
    const group = groups.find(({ y, size, parts }) => {
      const rise = part.y - y;
      const near = part.size > size * 0.85 ? Math.abs(rise) < size * 0.35 : rise > -size * 0.3 && rise < size * 0.8;
      return (
        near &&
        parts.some((other) => part.x + part.width > other.x - size * 40 && part.x < other.x + other.width + size * 40)
      );
    });
    if (group === undefined) groups.push({ y: part.y, size: part.size, parts: [part] });
    else group.parts.push(part);
  }
  return groups
    .sort((a, b) => b.y - a.y)
    .map(({ y, size, parts }) => {
      const sorted = parts.sort((a, b) => a.x - b.x);
      const { cells, lead } = joinParts(sorted, y, size);
      const last = sorted.at(-1);
      const text = cells.join(GAP);
      return {
        text,
        bold: text.startsWith(lead) ? lead.length : 0,
        cells,
        left: sorted[0]?.x ?? 0,
        right: (last?.x ?? 0) + (last?.width ?? 0),
        y,
        size,
        page,
        column,
      };
    })
    .filter(({ text }) => text !== '');
}

/** Between the cells of a line. */
const GAP = '　';

/** The text of a line by cells, and how much of it stands out from its beginning on. */
function joinParts(
  parts: readonly Fragment[],
  y: number,
  size: number,
): { readonly cells: string[]; readonly lead: string } {
  const cells: string[] = [];
  let text = '';
  let end: number | undefined;
  let lead = '';
  // What may still belong to the opening: figures and marks have a typeface of their own.
  let maybe: string | undefined = '';
  for (const part of parts) {
    const gap = end === undefined ? 0 : part.x - end;
    let blank = '';
    if (gap > size * 1.2) {
      cells.push(text);
      text = '';
      blank = GAP;
    } else if (gap > size * 0.6 && text !== '') blank = GAP;
    else if (gap > size * 0.2 && isLatin(text.charCodeAt(text.length - 1)) && /^[a-z\d]/i.test(part.text)) blank = ' ';
    const own = isNoteMark(part, text, y, size) ? `[${noteNumber(part.text)}]` : part.text;
    text += gap > size * 1.2 ? own : blank + own;
    if (maybe !== undefined) {
      maybe += blank + own;
      if (part.bold) {
        lead += maybe;
        maybe = '';
      } else if (/\p{Script=Han}/u.test(own)) maybe = undefined;
    }
    end = part.x + part.width;
  }
  cells.push(text);
  return { cells: cells.map((cell) => cell.trim()).filter((cell) => cell !== ''), lead: lead.trim() };
}

/** Some programs make bold text by printing it twice, a little apart. */
function withoutShadows(fragments: readonly Fragment[]): Fragment[] {
  const kept: Fragment[] = [];
  const seen = new Map<string, number[]>();
  for (const one of fragments) {
    const same = seen.get(one.text) ?? [];
    seen.set(one.text, same);
    const at = same.find((i) => {
      const other = kept[i];
      return (
        other !== undefined &&
        Math.abs(other.x - one.x) < one.size * 0.15 &&
        Math.abs(other.y - one.y) < one.size * 0.15 &&
        other.size === one.size
      );
    });
    const before = at === undefined ? undefined : kept[at];
    if (at !== undefined && before !== undefined) kept[at] = { ...before, bold: true };
    else same.push(kept.push(one) - 1);
  }
  return kept;
}

/** A small raised number behind a word; behind a letter it is a power (km²). */
function isNoteMark(part: Fragment, before: string, y: number, size: number): boolean {
  if (part.size > size * 0.8 || part.y < y + size * 0.1 || noteNumber(part.text) === '') return false;
  return !isLatin(before.charCodeAt(before.length - 1));
}

/** `1`, `[1]`, `①` → `1` */
function noteNumber(text: string): string {
  const plain = /^[[［〔]?(\d{1,3})[\]］〕]?$/.exec(text.trim())?.[1];
  if (plain !== undefined) return plain;
  const code = text.trim().charCodeAt(0);
  return text.trim().length === 1 && code >= 0x2460 && code <= 0x2473 ? String(code - 0x245f) : '';
}
