import type { Offsets } from '../text/offsets';
import { offsets } from '../text/offsets';
import { unitAt } from './quantities-units';
import type { BlockClaims } from './statement-blocks';
import { sentencesAt } from './statement-notes';
import type { TimeMeaning } from './statement-times';

/**
 * Reads a row of a table whose unit has a cell of its own or stands behind the name (粮食产量（万吨）), or that has
 * several values, as one sentence a value with the unit behind its number. Everything else is left to `read`.
 */
export function readRow(text: string, read: (text: string) => BlockClaims): BlockClaims {
  const row = text.startsWith('|') ? rowOf(text) : null;
  if (row === null) return read(text);
  const sentences = row.values.flatMap((value) => {
    const { plain, at } = lineOf(text, row, value);
    return sentencesAt(read(plain), at, value.column);
  });
  return { sentences };
}

interface Cell {
  readonly start: number;
  readonly end: number;
  /** Place in the row, so that the head of the table tells what it is. */
  readonly column: number;
}

interface Row {
  /** Where the name ends, a unit in brackets left out. */
  readonly nameEnd: number;
  /** The unit of all values; '' where they carry their own. */
  readonly unit: string;
  readonly values: readonly Cell[];
}

/** The cells of a row of a Markdown table, empty ones included. */
function cellsOf(text: string): Cell[] {
  const cells: Cell[] = [];
  let start = 1;
  for (let i = 1; i <= text.length; i++) {
    if (i < text.length && text[i] !== '|') continue;
    cells.push({ start, end: i, column: cells.length });
    start = i + 1;
  }
  return cells;
}

function rowOf(text: string): Row | null {
  const cells = cellsOf(text);
  const first = cells.findIndex(({ start, end }) => !ORDINAL.test(text.slice(start, end)));
  const name = cells[first];
  if (name === undefined || name.end - name.start > LONGEST_NAME) return null;
  const behind = UNIT_BEHIND.exec(text.slice(name.start, name.end));
  let unit = behind === null ? null : unitOf(behind[1] ?? '');
  const nameEnd = unit === null || behind === null ? name.end : name.start + behind.index;
  const values: Cell[] = [];
  for (const cell of cells.slice(first + 1)) {
    const words = text.slice(cell.start, cell.end);
    const own = unitOf(words);
    if (own !== null) unit ??= own;
    else if (words.length >= 1 && /[\d\u4e00-\u9fff]/.test(words)) values.push(cell);
  }
  return values.length === 0 || (unit === null && values.length < 2) ? null : { nameEnd, unit: unit ?? '', values };
}

/** The number of a row, or nothing. */
const ORDINAL = /^[（(]?(?:\d{0,3}|[一二三四五六七八九十]{1,3})[）).、]?$/;
const LONGEST_NAME = 40;
/** （万吨） behind a name. */
const UNIT_BEHIND = /[（(]([^（）()]{1,8})[）)]$/;

/** The unit that a cell or bracket holds and nothing else; '' for a dash, which says that there is none. */
function unitOf(words: string): string | null {
  const bare = words.replace(/^[（(]|[）)]$/g, '');
  if (/^[—\-/]{1,2}$/.test(bare)) return '';
  const scale = /^[万亿]{0,2}/.exec(bare)?.[0].length ?? 0;
  if (scale > 0 && scale === bare.length) return bare;
  return unitAt(bare, scale)?.end === bare.length ? bare : null;
}

/** A name, one of its values and the unit as one line, and where each of its characters stands in the row. */
function lineOf(text: string, { nameEnd, unit }: Row, { start, end }: Cell): { plain: string; at: Offsets } {
  const number = unit === '' ? null : BARE.exec(text.slice(start, end));
  const behind = number === null ? end : start + number[0].length;
  const plain = `${text.slice(0, nameEnd)}|${text.slice(start, behind)}${number === null ? '' : unit}${text.slice(behind, end)}|`;
  const at = offsets(plain.length);
  let length = 0;
  for (let i = 0; i < nameEnd; i++) at[length++] = i;
  at[length++] = start - 1;
  for (let i = start; i < behind; i++) at[length++] = i;
  // The unit has no place behind the number: its last digit stands for it.
  if (number !== null) {
    at.fill(behind - 1, length, length + unit.length);
    length += unit.length;
  }
  for (let i = behind; i <= end; i++) at[length++] = i;
  at[length] = end;
  return { plain, at };
}

/** 6, 5.5—6, 增长6: a number that no unit follows, bound words aside. */
const BARE = /^[^\d|]{0,8}\d[\d.,]{0,12}(?:[—\-～~至]{1,2}\d[\d.]{0,8})?(?=$|左右|以上|以下|以内|上下|（)/;

/** What the head of a table says of a column: the targets of a year, what a year has reached, or something else. */
export type Column =
  { readonly kind: 'target' | 'result'; readonly time: TimeMeaning | null } | { readonly kind: 'other' };

/** Reads the cell of a column in the head of its table; `head` is the head's reading text. */
export function columnOf(head: string, column: number): Column {
  const cell = cellsOf(head)[column];
  const words = cell === undefined ? '' : head.slice(cell.start, cell.end);
  const year = /(?:19|20)\d\d/.exec(words)?.[0];
  const relative = /上年|去年/.test(words) ? -1 : /今年|本年/.test(words) ? 0 : null;
  const time: TimeMeaning | null =
    year !== undefined
      ? { kind: 'year', year: Number(year), end: false }
      : relative === null
        ? null
        : { kind: 'relative', offset: relative, before: false };
  if (/目标|预期|计划|安排|预计(?!完成)/.test(words) && !/完成|实际/.test(words)) return { kind: 'target', time };
  if (time !== null && /完成|实际|实绩|执行|实现|情况|[年度]$|预计数?$/.test(words)) return { kind: 'result', time };
  return { kind: 'other' };
}
