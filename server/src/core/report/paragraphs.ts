import type { BlockKind, Reading, Span } from '../model';
import type { ReadingCache, Survey } from '../text/document';
import type { EntryList } from './entry-list';
import { isRow } from './entries';
import { entryList, joinsEntry } from './entry-list';
import { isTitle } from './landmarks';
import type { Line, Wrapping } from './lines';
import { boldLead, continues, mayBeTitle } from './lines';
import { readNumber } from './numbering';
import { meetingRows } from './title-block';
import type { Zones } from './zones';

/** A logical paragraph before headings and parts are known. */
export interface Paragraph extends Span {
  readonly kind: BlockKind;
  readonly reading: Reading;
  readonly text: string;
  /** Reading units of bold text that open it, 0 for none. */
  readonly bold: number;
  /** The physical line it begins with. */
  readonly first: Line;
  /** How many physical lines it joins. */
  readonly lines: number;
  /** Index of its first line. */
  readonly line: number;
}

/** What the joining of lines needs to know of the text. */
export interface Layout {
  readonly lines: readonly Line[];
  readonly zones: Zones;
  readonly wrapping: Wrapping;
  readonly text: string;
}

/** A paragraph that lines are being added to. */
interface Open {
  readonly kind: BlockKind;
  readonly from: number;
  readonly first: Line;
  last: Line;
  /** Units read so far. */
  length: number;
  /** Units beyond which it can be no title. */
  readonly longest: number;
  /** Whether it stands inside bold text that has not ended. */
  bolding: boolean;
  /** Whether a sentence has ended inside it, so that it is running text and no title. */
  running: boolean;
  /** The last number of a list inside an entry's definition. */
  steps: number;
}

/** Joins the lines of a text into paragraphs, zone by zone. */
export function readParagraphs(layout: Layout, look: Survey, readings: ReadingCache): Paragraph[] {
  const { lines, zones } = layout;
  const list = entryList(lines, zones.entries, zones.glossaryEnd);
  const out: Paragraph[] = [];
  for (let i = 0; i < lines.length;) {
    const first = lines[i];
    if (!first) break;
    const kind = kindOf(i, first, zones);
    const last = kind === 'page' || kind === 'directive' ? i : lastOf(layout, i, first, kind, list);
    out.push(build(layout, { first, from: i, last }, kind, look, readings));
    // Furniture between two joined lines lies inside the paragraph; what follows the last joined line is looked at again.
    i = last + 1;
  }
  return out;
}

/** The last line of the paragraph that begins at `from`. */
function lastOf(layout: Layout, from: number, first: Line, kind: BlockKind, list: EntryList): number {
  const { lines, zones } = layout;
  if (kind === 'title') return from;
  if (kind === 'meta') return lastOfMeta(layout, from, first);
  const longest = readNumber(first.text) === null ? LONG_PLAIN_TITLE : LONG_TITLE;
  const length = first.text.length;
  // Figures and several phrases tell text from a title even before its first sentence has ended.
  const plain = longest === LONG_PLAIN_TITLE && length >= 24 && !mayBeTitle(first.text);
  const running = plain || first.text.includes('。');
  const open: Open = { kind, from, first, last: first, length, longest, running, bolding: first.half, steps: 0 };
  let last = from;
  for (let k = from + 1; k < lines.length; k++) {
    const line = lines[k];
    if (!line || kindOf(k, line, zones, true) !== kind || line.directive || opensZone(k, zones)) break;
    if (zones.notes.starts.has(k)) break;
    if (line.furniture) continue;
    if (!(from === zones.glossary && k < zones.entries) && !joins(open, line, layout, list)) break;
    last = k;
    open.last = line;
    open.length += line.text.length;
    open.running ||= line.text.includes('。');
    if (line.half) open.bolding = !open.bolding;
  }
  return last;
}

/** In the title block only a broken meeting line, a broken post (…政府县|长) and a broken name go on. */
function lastOfMeta({ lines, zones }: Layout, from: number, first: Line): number {
  const rows = meetingRows(lines, from);
  if (rows > 0) return from + rows - 1;
  const next = lines[from + 1];
  if (!next || from + 1 >= zones.body || first.text.length > 30) return from;
  const post = /政府代?[省市区县旗州盟乡镇]$/.test(first.text) && next.text.startsWith('长');
  return post || (next.text.length === 1 && /长[\u4e00-\u9fff]{1,3}$/.test(first.text)) ? from + 1 : from;
}

/** Whether a line heads the glossary or an annex; nothing above it goes on there. */
function opensZone(at: number, zones: Zones): boolean {
  return (at === zones.glossary && zones.entries > zones.glossary) || zones.annexes.includes(at);
}

function kindOf(at: number, line: Line, zones: Zones, passing = false): BlockKind {
  if (line.directive) return 'directive';
  if (zones.glossary < zones.from && at >= zones.glossary && at < zones.glossaryEnd)
    return line.furniture && !passing ? 'page' : at < zones.entries ? 'body' : 'entry';
  if (at < zones.from || at >= zones.to) return 'page';
  if (line.furniture && !passing) return 'page';
  if (at < zones.body) return at === zones.from && isTitle(line.text) ? 'title' : 'meta';
  if (at === zones.glossary && zones.entries > zones.glossary) return 'body';
  if (at >= zones.entries && at < zones.glossaryEnd && zones.entries < zones.to) return 'entry';
  if (zones.notes.lines.has(at)) return 'entry';
  if (zones.notes.heads.has(at)) return 'meta';
  const annex = zones.annexes[0];
  if (annex !== undefined && at >= annex && (at > zones.glossary || annex < zones.glossary)) return 'annex';
  return 'body';
}

function joins(open: Open, line: Line, { zones, wrapping, text }: Layout, list: EntryList): boolean {
  if (open.kind === 'entry' && zones.notes.starts.has(open.from)) return true;
  if (open.kind === 'entry') return joinsEntry(open, line, list, wrapping, text);
  if (open.from === zones.glossary && zones.entries > zones.glossary) return false;
  // A row of a table is whole.
  if (isRow(line.text) || (isRow(open.first.text) && isRow(open.last.text) && open.last.text.endsWith('|')))
    return false;
  // Cells of a table are short lines, each for itself.
  if (open.kind === 'annex' && wrapping.width === null && open.last.text.length <= 30) return false;
  if (open.bolding && line.half && !line.gapBefore && line.mark === 0) return true;
  if (continuesItems(open, line, wrapping, text)) return true;
  if (isNumberAlone(open.first.text)) return joinsTitle(open, line, wrapping, text);
  return continues(open.last, line, wrapping, text, open.running || open.length > open.longest);
}

/** 第一部分 on a line of its own: the title stands on the next. */
function isNumberAlone(text: string): boolean {
  return text.length <= 6 && readNumber(text)?.length === text.length;
}

/** Whether a line is the title below its number, or the rest of that title. */
function joinsTitle(open: Open, line: Line, wrapping: Wrapping, text: string): boolean {
  if (open.last === open.first)
    return readNumber(line.text) === null && line.text.length <= LONG_TITLE && !line.text.includes('。');
  return wrapping.width !== null && continues({ ...open.last, mark: 0 }, line, wrapping, text, false);
}

/** More than titles have, with a number and without. */
const LONG_TITLE = 120;
const LONG_PLAIN_TITLE = 40;

/** `…；` or a full line with 一是 in it, and on the next line 二是: one enumeration, broken by the source. */
function continuesItems(open: Open, line: Line, wrapping: Wrapping, text: string): boolean {
  if (line.mark > 0 || line.bold > 0) return false;
  const item = readNumber(line.text);
  if ((item?.style !== 'item' && item?.style !== 'ordinal') || item.value === 1) return false;
  if (open.last.text.endsWith('；')) return true;
  if (wrapping.width === null || wrapping.measure(open.last, text) < wrapping.width) return false;
  const before = item.label.replace(/[二三四五六七八九十]{1,2}/, '一二三四五六七八九'[item.value - 2] ?? '一');
  return open.last.text.includes(before, open.last === open.first ? 1 : 0);
}

function build(
  { lines, text }: Layout,
  { first, from, last: to }: { readonly first: Line; readonly from: number; readonly last: number },
  kind: BlockKind,
  look: Survey,
  readings: ReadingCache,
): Paragraph {
  const last = lines[to] ?? first;
  if (from === to) {
    const { start, end, bold, reading } = first;
    return { kind, start, end, first, lines: 1, line: from, bold, reading, text: first.text };
  }
  const residue = lines.slice(from, to).filter((line) => line.furniture);
  const count = to - from + 1 - residue.length;
  let raw = text.slice(first.start, last.end);
  for (const line of residue) {
    // Residue inside the paragraph is blanked out, so that offsets stay.
    const at = line.start - first.start;
    raw = raw.slice(0, at) + ' '.repeat(line.end - line.start) + raw.slice(at + line.end - line.start);
  }
  const reading = readings.get(raw, look);
  const bold = first.bold === 0 ? 0 : boldLead(raw, reading);
  return {
    kind,
    start: first.start,
    end: last.end,
    first,
    lines: count,
    line: from,
    bold,
    reading,
    text: reading.text,
  };
}
