/**
 * Cells of the tables that a spreadsheet writes: .csv in any encoding and with any of the usual separators, .xlsx. Both
 * readers are packages; the one for .xlsx is loaded when the first such file is read.
 */
import Papa from 'papaparse';
import type { Tab } from '../core/sheet/sheet';
import type { Decoded } from './decode';
import type { Shown } from './number-formats';
import { shownCells } from './number-formats';

/** Endings of files that may be figures sheets. */
export const TABLE_EXTENSIONS = ['.csv', '.xlsx'];

/** More rows than this are no table that somebody wrote by hand. */
const MOST_ROWS = 20_000;

/** Turns bytes into text, as the host can. */
export type DecodeText = (bytes: Uint8Array) => Decoded;

/** The tabs of a table file; null for bytes that are no such file. Never throws. */
export async function readTabs(name: string, bytes: Uint8Array, decodeText: DecodeText): Promise<Tab[] | null> {
  try {
    return name.toLowerCase().endsWith('.xlsx') ? await readWorkbook(bytes) : readCsv(bytes, decodeText);
  } catch {
    return null;
  }
}

/** Whether the name of a file is that of a table; the locks that Excel puts beside an open workbook are none. */
export function isTableName(name: string): boolean {
  const lower = name.toLowerCase();
  return TABLE_EXTENSIONS.some((ending) => lower.endsWith(ending)) && !/^[.~]/.test(lower);
}

function readCsv(bytes: Uint8Array, decodeText: DecodeText): Tab[] | null {
  const { text, sound } = decodeText(bytes);
  if (!sound && text === '') return null;
  const { data } = Papa.parse<string[]>(text.trimEnd(), {
    delimitersToGuess: [',', '\t', ';', '，'],
    preview: MOST_ROWS,
  });
  return [{ name: '', cells: data }];
}

async function readWorkbook(bytes: Uint8Array): Promise<Tab[]> {
  const { default: readXlsx } = await import('read-excel-file/universal');
  // The reader wants a buffer of its own, not a window into a larger one.
  const sheets = await readXlsx(bytes.slice().buffer);
  const shown = shownCells(bytes);
  return sheets.map(({ sheet, data }) => {
    const cells = shown.get(sheet);
    return {
      name: sheet,
      cells: data.slice(0, MOST_ROWS).map((row, r) => row.map((cell, c) => asText(cell, cells?.get(addressOf(r, c))))),
    };
  });
}

/** What people see in a cell; a date in the form of ISO 8601. Truth values say nothing of figures. */
function asText(cell: unknown, shown: Shown | undefined): string {
  if (typeof cell === 'string') return cell;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '' : cell.toISOString().slice(0, 10);
  if (typeof cell !== 'number') return '';
  // 0.1 + 0.2, as formulas leave it
  const value = Number((cell * (shown?.factor ?? 1)).toPrecision(12));
  return `${plainNumber(value)}${shown?.percent === true ? '%' : ''}`;
}

/** 1e-7 would not be read as a number. */
function plainNumber(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(9) : text;
}

/** Row and column, from 0 → C12 */
function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${String(row + 1)}`;
}
