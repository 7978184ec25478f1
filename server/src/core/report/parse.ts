import type { Block, Heading, Report, Role } from '../model';
import type { ReadingCache } from '../text/document';
import { createBlock, printedForm, readingSpan, survey } from '../text/document';
import { originalOffset } from '../text/reading';
import { entryList } from './entry-list';
import { readGlossary } from './glossary';
import type { Found } from './headings';
import { findHeadings } from './headings';
import { identify } from './identity';
import { isAnnexName } from './landmarks';
import type { Line } from './lines';
import { findWrapping, isTerminated, measureRows, readLines } from './lines';
import { readNumber } from './numbering';
import type { Paragraph } from './paragraphs';
import { readParagraphs } from './paragraphs';
import { roleOfTitle, rolesOfParts } from './roles';
import { findZones } from './zones';

export interface ParseOptions {
  /** Path or name of the file, which may name issuer and year where the text does not. */
  readonly path?: string;
  /** Take the text for a report even if it does not look like one (a draft just begun). */
  readonly force?: boolean;
}

/** Reads the structure of a text. Never throws; what is not a report gets `info: null` and empty lists. */
export function parseReport(text: string, options: ParseOptions, readings: ReadingCache): Report {
  const look = survey(text);
  const lines = readLines(text, look, readings);
  const wrapping = findWrapping(lines, text, look.pinyin);
  const rows = measureRows(lines, wrapping, text);
  const zones = findZones(lines, rows);
  const paragraphs = readParagraphs({ lines, zones, wrapping, text }, look, readings);
  const found = findHeadings(withoutGlossaryHeading(paragraphs, zones.glossary, zones.entries), text);
  const info = identify({
    lines,
    zones,
    paragraphs,
    headings: found,
    look,
    path: options.path ?? null,
    force: options.force ?? false,
  });
  if (info === null)
    return { text, info: null, blocks: bare(paragraphs, text), headings: [], glossary: [], abridged: false };
  const all = addOuterHeadings(found, paragraphs, zones.glossary, zones.entries, text);
  const headings = assignRoles(all, info.planYear);
  const blocks = createBlocks(paragraphs, headings, text);
  const { bare: unmarked } = entryList(lines, zones.entries, zones.glossaryEnd);
  const numbers = new Map(Array.from(unmarked, ([line, number]) => [line.start, number] as const));
  const glossary = readGlossary(blocks, text, (offset) => rows.full(lineBefore(lines, offset)), numbers);
  return { text, info, blocks, headings, glossary, abridged: looksAbridged(headings, glossary, blocks) };
}

/** The line that an offset stands in or behind. */
function lineBefore(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The glossary's own heading is no heading of the body; it is added afterwards whatever it looks like. */
function withoutGlossaryHeading(paragraphs: readonly Paragraph[], glossary: number, entries: number): Paragraph[] {
  if (entries === glossary) return [...paragraphs];
  return paragraphs.map((p) => (p.line === glossary ? { ...p, kind: 'meta' } : p));
}

type Outer = Found & { readonly fixedRole?: Role };

/** Adds the headings of glossary and annexes, which close every part that is open. */
function addOuterHeadings(
  found: readonly Found[],
  paragraphs: readonly Paragraph[],
  glossary: number,
  entries: number,
  text: string,
): Outer[] {
  const out: Outer[] = [...found];
  let inAnnex = false;
  paragraphs.forEach((p, i) => {
    if (entries > glossary && p.line === glossary) out.push(outer(p, i, 'glossary', text));
    const opens = p.kind === 'annex' && (!inAnnex || isAnnexTitle(p, paragraphs[i + 1]));
    if (p.kind === 'annex') inAnnex = true;
    else if (p.kind === 'body' || p.kind === 'entry') inAnnex = false;
    if (opens) out.push(outer(p, i, 'annex', text));
    else if (p.kind === 'annex') out.push(...annexItem(p, i, paragraphs[i + 1], text));
  });
  return out.sort((a, b) => a.start - b.start);
}

function outer(p: Paragraph, index: number, role: Role, text: string): Outer {
  const bare = /^附件?[一二三四五六七八九十\d]{0,2}[：:.、]?$/.exec(p.text);
  // 附件2 2025年…: the blank between the two is not read.
  const number = /^附[件表录]?(?:\d(?=20\d\d年)|[一二三四五六七八九十\d]{0,2})[：:.、]?/.exec(p.text);
  const skip =
    bare === null && number !== null && /^附[件表录：:\d一二三四五六七八九]/.test(p.text) ? number[0].length : 0;
  // 附件2： stands for the number, and headings start at their number.
  const start = p.start + originalOffset(p.reading, 0);
  let last = p.text.length;
  while (last > skip + 1 && /[：:]/.test(p.text[last - 1] ?? '')) last--;
  const wrapped = /^[【（([]/.test(p.text[skip] ?? '') ? skip + 1 : skip;
  if (wrapped > skip && /[】）\])]/.test(p.text[last - 1] ?? '')) last--;
  return {
    paragraph: index,
    style: 'title',
    level: 1,
    number: null,
    title: p.text.slice(wrapped, last),
    printedTitle: printedForm(text, p.start, p.reading, wrapped, last),
    titleStart: p.start + originalOffset(p.reading, wrapped),
    start,
    end: p.start + originalOffset(p.reading, last - 1) + 1,
    runIn: false,
    fixedRole: role,
  };
}

/** An item of an annex heads something only when its title stands alone on a line and text follows below. */
function annexItem(p: Paragraph, index: number, next: Paragraph | undefined, text: string): Outer[] {
  const number = readNumber(p.text);
  if (
    number === null ||
    next?.kind !== 'annex' ||
    p.text.length > 40 ||
    isTerminated(p.text) ||
    readNumber(next.text)?.style === number.style
  )
    return [];
  if (number.style === 'arabic' && next.text.length < 15) return [];
  const span = readingSpan(p.reading, p.start, 0, p.text.length);
  return [
    {
      paragraph: index,
      style: number.style,
      level: 2,
      number: number.label,
      title: p.text.slice(number.length),
      printedTitle: printedForm(text, p.start, p.reading, number.length, p.text.length),
      titleStart: readingSpan(p.reading, p.start, number.length, p.text.length).start,
      ...span,
      runIn: false,
    },
  ];
}

function isAnnexTitle(p: Paragraph, next: Paragraph | undefined): boolean {
  return next?.kind === 'annex' && isAnnexName(p.text);
}

function assignRoles(found: readonly Outer[], planYear: number | null): Heading[] {
  const partAt: number[] = [];
  found.forEach((heading, i) => {
    if (heading.level === 1 && heading.fixedRole === undefined) partAt.push(i);
  });
  const partRoles = rolesOfParts(
    partAt.map((at, k) => ({
      title: found[at]?.title ?? '',
      inner: found.slice(at + 1, partAt[k + 1] ?? found.length).map((heading) => heading.title),
    })),
    planYear,
  );
  const open: (Role | null)[] = [];
  return found.map((heading, i) => {
    const inherited = open[heading.level - 2] ?? null;
    const own = heading.level === 1 ? (partRoles[partAt.indexOf(i)] ?? null) : innerRole(heading, inherited, planYear);
    const role = heading.fixedRole ?? own ?? inherited;
    open.length = heading.level - 1;
    while (open.length < heading.level - 1) open.push(inherited);
    open.push(role);
    const { level, number, title, printedTitle, titleStart, start, end, runIn, paragraph } = heading;
    return { level, number, title, printedTitle, titleStart, start, end, runIn, role, block: paragraph };
  });
}

/** Inside a part only a few titles change the role: the targets, the government's own work, a year's review in a wider one. */
function innerRole(heading: Found, inherited: Role | null, planYear: number | null): Role | null {
  const own = roleOfTitle(heading.title, planYear);
  if (own === 'targets' && inherited !== 'review') return heading.title.length <= 20 ? 'targets' : inherited;
  if (own === 'governance' && inherited !== 'review') return 'governance';
  return inherited ?? own;
}

function createBlocks(paragraphs: readonly Paragraph[], headings: readonly Heading[], text: string): Block[] {
  const closing = closingStart(paragraphs, headings[0]?.block ?? 0);
  let heading = -1;
  let next = 0;
  return paragraphs.map((p, index) => {
    while (next < headings.length && (headings[next]?.block ?? Infinity) <= index) heading = next++;
    // A glossary above the title heads nothing of the report.
    if (p.kind === 'title') heading = -1;
    const inside = p.kind === 'body' || p.kind === 'entry' || p.kind === 'annex';
    const role = inside ? (headings[heading]?.role ?? null) : null;
    const last = p.kind === 'body' && index >= closing && role !== 'glossary' && role !== 'annex';
    return createBlock(text, p, p.reading, {
      index,
      kind: p.kind,
      heading: inside ? heading : -1,
      role: last ? 'closing' : role,
    });
  });
}

/** The last words to the deputies: the last body paragraph that addresses them, if it stands near the end. */
function closingStart(paragraphs: readonly Paragraph[], first: number): number {
  let last = -1;
  for (let i = 0; i < paragraphs.length; i++) if (paragraphs[i]?.kind === 'body') last = i;
  for (let i = last; i > first && i > last - 8; i--) {
    const p = paragraphs[i];
    if (p?.kind === 'body' && p.text.startsWith('各位代表')) return i;
  }
  return Infinity;
}

/** A text that is not a report is still text: its blocks serve those who open it. */
function bare(paragraphs: readonly Paragraph[], text: string): Block[] {
  return paragraphs.map((p, index) =>
    createBlock(text, p, p.reading, { index, kind: p.kind, heading: -1, role: null }),
  );
}

/** A cut text: a glossary that starts above 1, no plan, or no closing words at all. */
function looksAbridged(headings: readonly Heading[], glossary: Report['glossary'], blocks: readonly Block[]): boolean {
  const first = glossary.find((entry) => entry.number !== null)?.number ?? 1;
  if (first > 1) return true;
  if (headings.length > 0 && !headings.some((heading) => heading.role === 'plan' || heading.role === 'targets'))
    return true;
  const characters = blocks.reduce((sum, block) => sum + (block.kind === 'body' ? block.text.length : 0), 0);
  return characters < 1500;
}
