/** Tables of plain cells, written the ways that people take them away: for a page, for a spreadsheet, for a file. */

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A piece of a cell, with the place in one of several reports that says so. */
export interface LinkedPart {
  readonly text: string;
  readonly place: LinkedPlace | null;
}

export interface LinkedPlace {
  /** Which of the reports that the table is about. */
  readonly report: number;
  /** Original offsets in it. */
  readonly start: number;
  readonly end: number;
}

/** A table whose cells lead to where they come from, for whoever can follow. */
export interface LinkedTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly (readonly LinkedPart[])[])[];
}

/** The same as plain cells. */
export function plainTable({ head, rows }: LinkedTable): Table {
  return { head, rows: rows.map((row) => row.map((cell) => cell.map(({ text }) => text).join(''))) };
}

/** A Markdown table. Line breaks in cells become spaces. */
export function toMarkdownTable({ head, rows }: Table): string {
  const line = (cells: readonly string[]): string => `| ${cells.map(markdownCell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---|').join('')}`, ...rows.map(line)].join('\n') + '\n';
}

/** Tab-separated, as spreadsheets take it from the clipboard. */
export function toTsv({ head, rows }: Table): string {
  return [head, ...rows].map((cells) => `${cells.map(tsvCell).join('\t')}\n`).join('');
}

/**
 * Comma-separated after RFC 4180, lines ended with CR LF. A file for Excel needs a byte order mark before it
 * ({@link BOM}), or Excel takes it for the encoding of its system.
 */
export function toCsv({ head, rows }: Table): string {
  return [head, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\r\n`).join('');
}

export const BOM = '\uFEFF';

function markdownCell(text: string): string {
  return onOneLine(text).replace(/[\\|<>*_`[\]]/g, '\\$&');
}

function tsvCell(text: string): string {
  const cell = harmless(onOneLine(text));
  // What begins with a quote would go on, over tabs and lines, to the next one.
  return cell.startsWith('"') ? quoted(cell) : cell;
}

function csvCell(text: string): string {
  const cell = harmless(text);
  return /[",\r\n]/.test(cell) ? quoted(cell) : cell;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}

function onOneLine(text: string): string {
  return text.replace(/[\t\r\n]+/g, ' ');
}

/** Text that a spreadsheet would run as a formula is shown as text; numbers stay numbers. */
function harmless(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text)) return text;
  return text.trim() !== '' && Number.isFinite(Number(text)) ? text : `'${text}`;
}
