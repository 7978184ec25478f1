/** From the lines on the pages of a PDF to notes and paragraphs, by where they stand. */
import { isHan, isLatin } from '../core/text/characters';
import { readColumns } from './pdf-columns';
import type { Column, Line, Page } from './pdf-lines';
import { readLines } from './pdf-lines';
import { mostCommon, quantile, round, textEdge } from './pdf-measures';
import type { Note, Piece } from './pieces';

/** The paragraphs and footnotes of a document. */
export function readPages(pages: readonly Page[]): {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
} {
  const body = mostCommon(
    pages.flatMap(({ fragments }) => fragments.map(({ size, text }) => [round(size), text.length] as const)),
  );
  const lines = readColumns(pages, body).map((regions, i) =>
    regions.flatMap((region) => readLines(region.fragments, i, region.column)),
  );
  const kept = withoutRunningLines(lines, pages);
  const notes: Note[] = [];
  const text = kept.flatMap((page) => takeNotes(page, body, notes));
  return { pieces: joinLines(text, body, pages), notes };
}

/** `12`, `— 12 —`, `第 12 页 共 30 页`, `12/30` */
const PAGE_NUMBER =
  /^[-—–·~\s]{0,4}\d{1,4}[-—–·~\s]{0,4}$|^第\s?\d{1,4}\s?页(?:[，,\s/]{0,3}共\s?\d{1,4}\s?页)?$|^\d{1,4}\s?\/\s?\d{1,4}$/;

/** `一、工作回顾 ........ 3`: a line of the table of contents. */
const CONTENTS = /[.…·]{5}[\s.…·]{0,200}\d{1,4}$/;

/** How much of the page its head and its foot take. */
const MARGIN = 0.12;

/** Leaves out page numbers, and what stands at one place in the margin of page after page. */
function withoutRunningLines(lines: readonly (readonly Line[])[], pages: readonly Page[]): Line[][] {
  const inMargin = (line: Line): boolean => {
    const height = pages[line.page]?.height ?? 0;
    return line.y > height * (1 - MARGIN) || line.y < height * MARGIN;
  };
  const keyOf = (line: Line): string => `${String(Math.round(line.y / 4))} ${line.text.replace(/\d{1,4}/g, '#')}`;
  const seen = new Map<string, number>();
  for (const line of lines.flat()) if (inMargin(line)) seen.set(keyOf(line), (seen.get(keyOf(line)) ?? 0) + 1);
  const often = Math.max(2, Math.ceil(pages.length * 0.3));
  return lines.map((page) =>
    page.filter((line) => {
      if (CONTENTS.test(line.text.slice(-120))) return false;
      if (!inMargin(line)) return true;
      if (PAGE_NUMBER.test(line.text)) return false;
      // The number of the page and what stands around it, as in “政府工作报告 第3页”.
      return (seen.get(keyOf(line)) ?? 0) < often;
    }),
  );
}

/** Takes the notes off the foot of a page: small lines, the first of which begins with a number. */
function takeNotes(page: readonly Line[], body: number, notes: Note[]): Line[] {
  let first = page.length;
  while (first > 0 && (page[first - 1]?.size ?? 0) <= body * 0.88) first--;
  while (first < page.length && noteHead(page[first]?.text ?? '') === null) first++;
  if (first === page.length || first === 0) return [...page];
  const found: { number: number; text: string }[] = [];
  for (const line of page.slice(first)) {
    const head = noteHead(line.text);
    const last = found.at(-1);
    if (head !== null && (last === undefined || head.number === last.number + 1))
      found.push({ number: head.number, text: head.rest });
    else if (last !== undefined) last.text += line.text;
  }
  // Numbers that begin anew on each page go on from the page before.
  const before = notes.length;
  const shift = (found[0]?.number ?? 0) === before + 1 ? 0 : before - (found[0]?.number ?? 1) + 1;
  for (const { number, text } of found) notes.push({ label: String(number + shift), text });
  const own = new Set(found.map(({ number }) => number));
  const renumber = (text: string): string =>
    text.replace(/\[(\d{1,3})\]/g, (mark, digits: string) =>
      own.has(Number(digits)) ? `[${String(Number(digits) + shift)}]` : mark,
    );
  return page.slice(0, first).map((line) => {
    const lead = renumber(line.text.slice(0, line.bold));
    return { ...line, text: lead + renumber(line.text.slice(line.bold)), bold: lead.length };
  });
}

function noteHead(text: string): { readonly number: number; readonly rest: string } | null {
  const match = /^[[［〔]?(\d{1,3})[\]］〕]?[\s.、]{0,3}(?=\D)/.exec(text);
  if (match !== null) return { number: Number(match[1]), rest: text.slice(match[0].length) };
  const code = text.charCodeAt(0);
  return code >= 0x2460 && code <= 0x2473 ? { number: code - 0x245f, rest: text.slice(1).trim() } : null;
}

/** Joins lines into paragraphs: by indentation where the document has it, by the end of lines everywhere. */
function joinLines(lines: readonly Line[], body: number, pages: readonly Page[]): Piece[] {
  const plain = lines.filter(({ size }) => Math.abs(size - body) <= body * 0.12);
  const across = plain.filter(({ column }) => column === null);
  const whole: Column = {
    left: textEdge(across, body),
    right: quantile(
      across.map((line) => line.right),
      0.9,
    ),
  };
  const columnOf = (line: Line): Column => line.column ?? whole;
  const gap = quantile(gaps(lines), 0.5);
  const indented = plain.filter((line) => isIndented(line, columnOf(line))).length > plain.length * 0.08;
  const isCentred = (line: Line): boolean => {
    const { column } = line;
    const middle = column === null ? (pages[line.page]?.width ?? 0) / 2 : (column.left + column.right) / 2;
    return (
      line.left > columnOf(line).left + line.size * 2.6 && Math.abs((line.left + line.right) / 2 - middle) < line.size
    );
  };
  const isFull = (line: Line): boolean => line.right > columnOf(line).right - line.size * 2;

  const near = (line: Line, before: Line): boolean =>
    line.page !== before.page || line.column !== before.column || before.y - line.y <= gap * 1.6;

  const begins = (line: Line, before: Line, text: string): boolean => {
    if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
    if (NEVER_FIRST.test(line.text)) return false;
    // A line that ends early, because what comes next could not be parted, is no end of a long sentence.
    const atEdge = Math.abs(line.left - columnOf(line).left) < line.size * 0.8;
    if (indented && atEdge && text.length > 60 && !/[。！？：；]$/.test(before.text) && near(line, before))
      return false;
    // Behind a full line of the title block its rest stands in the middle of the page.
    if (isCentred(line) && isFull(before) && !/[。！？：；]$/.test(before.text) && near(line, before)) return false;
    if (isCentred(line) || isCentred(before) || !isFull(before) || !near(line, before)) return true;
    if (indented) return isIndented(line, columnOf(line));
    return /[。！？：]$/.test(before.text) && (line.bold > 0 || NUMBERED.test(line.text));
  };

  const pieces: Piece[] = [];
  let open: { text: string; bold: number; last: Line; first: Line } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { text, bold, first } = open;
    open = undefined;
    if (first.size > body * 1.15 && isCentred(first) && text.length <= 60)
      pieces.push({ kind: 'heading', depth: 1, text: text.replace(/\s/g, '') });
    else pieces.push({ kind: 'paragraph', text: withoutGaps(withOpening(text, bold)) });
  };
  for (let i = 0; i < lines.length;) {
    const rows = tableAt(lines, i);
    const line = lines[i];
    if (line === undefined) break;
    if (rows > 0) {
      close();
      pieces.push({ kind: 'table', rows: lines.slice(i, i + rows).map(({ cells }) => cells) });
      i += rows;
      continue;
    }
    if (open === undefined || begins(line, open.last, open.text)) {
      close();
      open = { text: line.text, bold: line.bold, first: line, last: line };
    } else {
      const text = joinText(open.text, line.text);
      // An opening that fills its line goes on in the next one.
      const bold =
        open.bold === open.text.length && line.bold > 0 ? text.length - line.text.length + line.bold : open.bold;
      open = { ...open, text, bold, last: line };
    }
    i++;
  }
  close();
  return pieces;
}

/** Marks that no paragraph begins with (GB/T 15834-2011, 5.1). */
const NEVER_FIRST = /^[、，。；：！？）》〉”’％%]/;

/** `一、`, `（二）`, `3.` */
const NUMBERED = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,3}[.、])/;

/** Blanks between the characters of a sentence come from lines that were stretched; in a short line they part names. */
function withoutGaps(text: string): string {
  return text.length > 60 ? text.replace(/(?<=[\p{Script=Han}，。、；：！？]) (?=[\p{Script=Han}“‘（《])/gu, '') : text;
}

/** The text with its opening marked. One character alone, or text with marks of its own, is left as it is. */
function withOpening(text: string, bold: number): string {
  const lead = text.slice(0, bold).trimEnd();
  return lead.length < 2 || lead.includes('*') ? text : `**${lead}**${text.slice(lead.length)}`;
}

/** How many lines from `at` on are rows of a table: three or more in a row with the same number of cells. */
function tableAt(lines: readonly Line[], at: number): number {
  const width = lines[at]?.cells.length ?? 0;
  if (width < 2) return 0;
  let end = at;
  while (lines[end]?.cells.length === width) end++;
  return end - at >= 3 ? end - at : 0;
}

function isIndented(line: Line, { left }: Column): boolean {
  return line.left > left + line.size * 0.8 && line.left < left + line.size * 2.6;
}

/** Two lines of Chinese meet without a blank, two words of Latin letters with one, and the parts of a word as one. */
function joinText(before: string, after: string): string {
  if (/[a-z]-$/.test(before) && /^[a-z]/.test(after)) return before.slice(0, -1) + after;
  const last = before.charCodeAt(before.length - 1);
  const first = after.charCodeAt(0);
  const apart = isLatin(last) && isLatin(first) && !isHan(last);
  return apart ? `${before} ${after}` : before + after;
}

function gaps(lines: readonly Line[]): number[] {
  return lines.flatMap((line, i) => {
    const before = lines[i - 1];
    return before?.page === line.page && before.y > line.y ? [before.y - line.y] : [];
  });
}
