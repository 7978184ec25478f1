import { entryNumber, isNote } from './entries';
import { isGlossaryHeading, isSalutation } from './landmarks';
import type { Line, Rows } from './lines';
import { isTerminated, PART_TITLE } from './lines';
import { readNumber } from './numbering';

/**
 * Notes that the source prints between the paragraphs of the body: at the foot of a page (① 三清零：指…), or under a
 * heading of their own at the end of a part.
 */
export interface Notes {
  /** Lines that open a note. */
  readonly starts: ReadonlySet<number>;
  /** All lines of notes. */
  readonly lines: ReadonlySet<number>;
  /** Headings of the notes of a part. */
  readonly heads: ReadonlySet<number>;
}

/** Finds the notes of the body: `groups` are those under headings of their own, which `findGroups` has found. */
export function findNotes(lines: readonly Line[], from: number, to: number, groups: Notes): Notes {
  const marked = findMarked(lines, from, to, groups);
  if (marked.lines.size === 0) return groups;
  return {
    starts: new Set([...marked.starts, ...groups.starts]),
    lines: new Set([...marked.lines, ...groups.lines]),
    heads: groups.heads,
  };
}

/** Candidates that are looked at; hostile texts may consist of nothing else. */
const MOST = 300;

/**
 * A note without a heading shows by its mark, which stands behind a word of the text as well, and by its headword, which
 * the text uses.
 */
function findMarked(lines: readonly Line[], from: number, to: number, groups: Notes): Omit<Notes, 'heads'> {
  const starts = new Set<number>();
  const all = new Set<number>();
  let text: string | undefined;
  for (let i = from, tried = 0; i < to && tried < MOST; i++) {
    const line = lines[i];
    if (!line || line.furniture || line.mark > 0 || groups.lines.has(i)) continue;
    const note = readNote(line.text);
    if (note === null) continue;
    tried++;
    text ??= `\n${lines.map((one) => (one.furniture ? '' : one.text)).join('\n')}`.replace(/[“”‘’《》]/g, '');
    if (!isMarked(text, note.mark) || !isUsed(text, note.name)) continue;
    starts.add(i);
    all.add(i);
    for (let k = i + 1; k < Math.min(to, i + 8) && !isTerminated(lines[k - 1]?.text ?? ''); k++) {
      const next = lines[k];
      if (!next || next.furniture || next.mark > 0 || entryNumber(next.text) !== null) break;
      all.add(k);
    }
  }
  return { starts, lines: all };
}

/** ① 三清零：指…, [2]“一窗通办”：…, [^3]: …; the mark as the text would carry it, and the name without quotes. */
function readNote(text: string): { mark: string; name: string } | null {
  const number = entryNumber(text);
  if (number === null || !/^(?:circled|bracket|note)$/.test(number.style)) return null;
  const rest = text.slice(number.length, number.length + 44).replace(/^[：:]/, '');
  const name = /^([^：:，。；]{2,40}?)(?:[：:]|——|，?是?指(?![导标挥定数南期]))/.exec(rest)?.[1];
  if (name === undefined) return null;
  const mark = text.slice(0, number.length).replace(/[：:、.]$/, '');
  return { mark, name: name.replace(/[“”‘’《》]/g, '') };
}

/** Whether the mark stands inside a line somewhere. */
function isMarked(text: string, mark: string): boolean {
  for (let at = text.indexOf(mark), tried = 0; at >= 0 && tried < 40; at = text.indexOf(mark, at + 1), tried++)
    if (text[at - 1] !== '\n') return true;
  return false;
}

/** Whether the beginning of the name stands twice: where it is explained and where it is used. */
function isUsed(text: string, name: string): boolean {
  const core = name.slice(0, 4);
  const first = text.indexOf(core);
  return first >= 0 && text.includes(core, first + 1);
}

/**
 * Finds the lists of definitions that stand at the end of a part: 名词解释 or 注： on a line of its own, entries below
 * it, and below these the next part or the last words to the deputies. A list that nothing of the body follows is the
 * glossary of the whole report and none of these.
 */
export function findGroups(lines: readonly Line[], from: number, to: number, rows: Rows): Notes {
  const starts = new Set<number>();
  const all = new Set<number>();
  const heads = new Set<number>();
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture || line.text.length > LONGEST_HEADING || !isGlossaryHeading(line.text)) continue;
    const group = readGroup(lines, i + 1, to, rows);
    if (group.starts.length === 0 || !goesOnBelow(lines, { from, at: i, to }, group)) continue;
    heads.add(i);
    for (const start of group.starts) starts.add(start);
    for (let k = i + 1; k < group.end; k++) all.add(k);
    i = group.end - 1;
  }
  return { starts, lines: all, heads };
}

/** 《政府工作报告》有关名词解释： is as long as such headings get. */
const LONGEST_HEADING = 24;

interface Group {
  readonly starts: readonly number[];
  readonly end: number;
  /** The style of the entries' numbers, null where they have none. */
  readonly style: string | null;
}

/** The entries from a line on: where each begins, and the line after the last. */
function readGroup(lines: readonly Line[], from: number, to: number, rows: Rows): Group {
  const starts: number[] = [];
  let before = -1;
  let value = 0;
  let style: string | null = null;
  for (let i = from; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture || (before < 0 && isNote(line.text))) continue;
    const number = entryNumber(line.text);
    const first = starts.length === 0;
    const next = number === null ? style === null : first || (number.style === style && number.value > value);
    if (next && line.mark === 0 && DEFINES.test(line.text.slice(number?.length ?? 0, 60))) {
      starts.push(i);
      style = number?.style ?? null;
      value = number?.value ?? 0;
    } else if (before < 0 || !goesOnEntry(lines, before, line, rows)) break;
    before = i;
  }
  return { starts, end: before < 0 ? from : before + 1, style };
}

/** 三清零：…, “一窗通办”是指…: a name and the mark or verb that opens its definition. */
const DEFINES =
  /^(?!各位代表|同志们)(?:“[^”]{1,30}”.{0,8}?|[^，。；！“”：:]{1,30}?)(?:[：:即]|——|，?是?指(?![导标挥定数南期]))/;

/** Whether a line goes on the entry above it: that one has not ended, or fills its row. */
function goesOnEntry(lines: readonly Line[], before: number, line: Line, rows: Rows): boolean {
  if (line.mark > 0 || line.text.startsWith('各位代表')) return false;
  const number = readNumber(line.text);
  if (number !== null && (number.style === 'part' || number.style === 'cn')) return false;
  return !isTerminated(lines[before]?.text ?? '') || rows.full(before);
}

/** The heading of a list and the body it stands in. */
interface Spot {
  readonly from: number;
  readonly at: number;
  readonly to: number;
}

/** Whether the body goes on below a list: with the next number of its parts, a title of a part, or the closing words. */
function goesOnBelow(lines: readonly Line[], { from, at, to }: Spot, { end, style }: Group): boolean {
  let i = end;
  while (i < to && lines[i]?.furniture) i++;
  const text = lines[i]?.text ?? '';
  if (i >= to || text === '') return false;
  if (isSalutation(text.slice(0, 6)) || text.startsWith('各位代表')) return true;
  const number = readNumber(text);
  if (number === null)
    return text.length <= 36 && !/[。；]/.test(text) && !text.startsWith('附') && PART_TITLE.test(text);
  if (number.value < 2 || number.style === style || !/^(?:part|cn|paren)$/.test(number.style)) return false;
  for (let k = at - 1; k >= from; k--) {
    const before = readNumber(lines[k]?.text ?? '');
    if (before?.style === number.style) return before.value === number.value - 1;
  }
  return false;
}
