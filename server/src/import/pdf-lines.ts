/** From the pieces of text on the pages of a PDF to lines, notes and paragraphs, by where they stand. */
import { isHan, isLatin } from '../core/text/characters';
import type { Note, Piece } from './pieces';

/** A stretch of text on a page, in points from the lower left corner. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Height of its letters. */
  readonly size: number;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
}

interface Line {
  text: string;
  /** Its stretches where wide gaps part them, as in the rows of a table. */
  readonly cells: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly page: number;
}

/** The paragraphs and footnotes of a document. */
export function readPages(pages: readonly Page[]): {
  readonly pieces: readonly Piece[];
  readonly notes: readonly Note[];
} {
  const body = mostCommon(
    pages.flatMap(({ fragments }) => fragments.map(({ size, text }) => [round(size), text.length] as const)),
  );
  const lines = pages.map((page, i) => readLines(page, i));
  const kept = withoutRunningLines(lines, pages);
  const notes: Note[] = [];
  const text = kept.flatMap((page) => takeNotes(page, body, notes));
  return { pieces: joinLines(text, body, pages), notes };
}

/** Groups fragments into lines; a raised or lowered one belongs to the line beside it. */
function readLines({ fragments }: Page, page: number): Line[] {
  const groups: { y: number; size: number; parts: Fragment[] }[] = [];
  // The larger ones first: they carry the line, and marks of notes hang on it.
  for (const part of [...fragments].sort((a, b) => b.size - a.size)) {
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
      const cells = joinParts(sorted, y, size);
      const last = sorted.at(-1);
      return {
        text: cells.join('　'),
        cells,
        left: sorted[0]?.x ?? 0,
        right: (last?.x ?? 0) + (last?.width ?? 0),
        y,
        size,
        page,
      };
    })
    .filter(({ text }) => text !== '');
}

function joinParts(parts: readonly Fragment[], y: number, size: number): string[] {
  const cells: string[] = [];
  let text = '';
  let end: number | undefined;
  for (const part of parts) {
    const gap = end === undefined ? 0 : part.x - end;
    if (gap > size * 1.2) {
      cells.push(text);
      text = '';
    } else if (gap > size * 0.6 && text !== '') text += '　';
    else if (gap > size * 0.2 && isLatin(text.charCodeAt(text.length - 1)) && /^[a-z\d]/i.test(part.text)) text += ' ';
    text += isNoteMark(part, text, y, size) ? `[${noteNumber(part.text)}]` : part.text;
    end = part.x + part.width;
  }
  cells.push(text);
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
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
  return page.slice(0, first).map((line) => ({
    ...line,
    text: line.text.replace(/\[(\d{1,3})\]/g, (mark, digits: string) =>
      own.has(Number(digits)) ? `[${String(Number(digits) + shift)}]` : mark,
    ),
  }));
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
  const left = mostCommon(plain.map((line) => [round(line.left), line.text.length] as const));
  const right = quantile(
    plain.map((line) => line.right),
    0.9,
  );
  const gap = quantile(gaps(lines), 0.5);
  const indented = plain.filter((line) => isIndented(line, left)).length > plain.length * 0.08;
  const isCentred = (line: Line): boolean => {
    const middle = (pages[line.page]?.width ?? 0) / 2;
    return line.left > left + line.size * 2.6 && Math.abs((line.left + line.right) / 2 - middle) < line.size;
  };
  const isFull = (line: Line): boolean => line.right > right - line.size * 2;

  const near = (line: Line, before: Line): boolean => line.page !== before.page || before.y - line.y <= gap * 1.6;

  const begins = (line: Line, before: Line): boolean => {
    if (Math.abs(line.size - before.size) > before.size * 0.12) return true;
    // Behind a full line of the title block its rest stands in the middle of the page.
    if (isCentred(line) && isFull(before) && !/[。！？：；]$/.test(before.text) && near(line, before)) return false;
    if (isCentred(line) || isCentred(before) || !isFull(before) || !near(line, before)) return true;
    if (indented) return isIndented(line, left);
    return (
      /[。！？：]$/.test(before.text) &&
      /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|\d{1,3}[.、])/.test(line.text)
    );
  };

  const pieces: Piece[] = [];
  let open: { text: string; last: Line; first: Line } | undefined;
  const close = (): void => {
    if (open === undefined) return;
    const { text, first } = open;
    open = undefined;
    if (first.size > body * 1.15 && isCentred(first) && text.length <= 60)
      pieces.push({ kind: 'heading', depth: 1, text: text.replace(/\s/g, '') });
    else pieces.push({ kind: 'paragraph', text });
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
    if (open === undefined || begins(line, open.last)) {
      close();
      open = { text: line.text, first: line, last: line };
    } else open = { ...open, text: joinText(open.text, line.text), last: line };
    i++;
  }
  close();
  return pieces;
}

/** How many lines from `at` on are rows of a table: three or more in a row with the same number of cells. */
function tableAt(lines: readonly Line[], at: number): number {
  const width = lines[at]?.cells.length ?? 0;
  if (width < 2) return 0;
  let end = at;
  while (lines[end]?.cells.length === width) end++;
  return end - at >= 3 ? end - at : 0;
}

function isIndented(line: Line, left: number): boolean {
  return line.left > left + line.size * 0.8 && line.left < left + line.size * 2.6;
}

/** Two lines of Chinese meet without a blank, two words of Latin letters with one. */
function joinText(before: string, after: string): string {
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

function round(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The value with the greatest weight in all. */
function mostCommon(values: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
