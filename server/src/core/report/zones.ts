import { isCredit, isPageNumber } from './furniture';
import { entryNumber } from './entries';
import { findFrontGlossary, findGlossary, lineAt } from './glossary-zone';
import { isAnnexHeading, isGlossaryHeading } from './landmarks';
import type { Line, Rows } from './lines';
import { isTerminated, PART_TITLE } from './lines';
import type { Notes } from './notes';
import { findGroups, findNotes } from './notes';
import { readNumber } from './numbering';
import { findBody, findOpening, findTitle } from './title-block';

/** Where the parts of the page stand among the lines: `[from, to)` of the report and what lies inside. */
export interface Zones {
  /** First line of the report: title, meeting line or salutation. */
  readonly from: number;
  /** First line of running text after the title block. */
  readonly body: number;
  /**
   * Line of the glossary's heading; equals `to` where there is none, lies before `from` where the glossary stands above
   * the report. `entries` is the first line after it.
   */
  readonly glossary: number;
  readonly entries: number;
  /** Line after the last line of the glossary. */
  readonly glossaryEnd: number;
  /** First lines of annexes, in order. */
  readonly annexes: readonly number[];
  /** Notes inside the body. */
  readonly notes: Notes;
  /** Line after the last of the report; what follows is the foot of the page. */
  readonly to: number;
}

/** Finds the zones of a text. Lines of furniture are never the first or last of one. */
export function findZones(lines: readonly Line[], rows: Rows): Zones {
  const opening = findOpening(lines);
  const from = findTitle(lines, opening);
  const body = findBody(lines, from, opening);
  let to = findFoot(lines, body);
  const groups = findGroups(lines, body, to, rows);
  const back = findGlossary(lines, body, to, rows, groups.heads);
  // What follows the last entry is an annex if it looks like one, else the foot of the page.
  if (back.end < to && !beginsAnnex(lines, back.end, to)) to = back.end;
  const {
    glossary,
    entries,
    end: glossaryEnd,
  } = back.entries > back.glossary || back.end > back.entries ? back : (findFrontGlossary(lines, from) ?? back);
  const annexes: number[] = [];
  const closing = findClosing(lines, body, back.glossary);
  const notes = findNotes(lines, body, back.glossary, groups);
  // The number that the next line of a list of annexes carries.
  let listed = 0;
  for (let i = closing.from; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture || notes.lines.has(i) || (i >= glossary && i < glossaryEnd)) continue;
    if (listed > 0 && line.text.startsWith(String(listed)) && /^\d{1,2}[.、]/.test(line.text)) {
      listed++;
      continue;
    }
    listed = listsAnnexes(line.text, lines[i + 1]?.text ?? '') ? 2 : 0;
    // Above the closing words a numbered line is a heading of the body whatever it is called.
    const inside = !closing.addressed && readNumber(line.text) !== null;
    if (i === glossaryEnd || (!inside && headsAnnex(lines, i, rows) && !leadsToGlossary(lines, i, glossary)))
      annexes.push(i);
    else if (closing.addressed && annexes.length === 0 && opensList(lines, i)) annexes.push(i);
  }
  return { from, body, glossary, entries, glossaryEnd, annexes: joinAnnexes(lines, annexes), notes, to };
}

/** The foot of a page begins at its first furniture below which only scraps stand: links, buttons, names. */
function findFoot(lines: readonly Line[], body: number): number {
  let to = lines.length;
  for (let i = lines.length - 1; i > body; i--) {
    const line = lines[i];
    if (!line || line.directive) break;
    if (line.furniture) {
      // Cells of a table may be numbers; the number of a page ends the report only at the very end.
      if (!isPageNumber(line.text) || i === to - 1) to = i;
    } else if (line.text.length > 40 || isTerminated(line.text) || readNumber(line.text) !== null) break;
  }
  return findCredits(lines, body, to);
}

/** Those who edited a page stand below the text; links, comments and texts of other pages may follow them. */
function findCredits(lines: readonly Line[], body: number, to: number): number {
  for (let i = lineAt(lines, body, to, 0.7); i < to; i++) {
    const line = lines[i];
    if (!line?.furniture || !isCredit(line.text)) continue;
    const rest = lines.slice(i, to);
    const more = rest.some(({ text }) => isGlossaryHeading(text) || isAnnexHeading(text) || entryNumber(text) !== null);
    return more ? to : i;
  }
  return to;
}

/** Whether the name of an annex stands at a line, even one that the source broke. */
function headsAnnex(lines: readonly Line[], at: number, rows: Rows): boolean {
  const line = lines[at];
  const next = lines[at + 1];
  if (!line || (at > 0 && rows.full(at - 1) && !isTerminated(lines[at - 1]?.text ?? ''))) return false;
  if (listsAnnexes(line.text, next?.text ?? '')) return false;
  if (isAnnexHeading(line.text)) return true;
  return next !== undefined && rows.full(at) && !isTerminated(line.text) && isAnnexHeading(line.text + next.text);
}

/** 附件：1.名词解释 and below it 2.有关情况表: the annexes are listed before they begin. */
function listsAnnexes(text: string, next: string): boolean {
  return /^附件?：1[.、]/.test(text) && /^2[.、]/.test(next);
}

/** A title without a number that nothing but a new list follows; after the closing words it heads an annex. */
function opensList(lines: readonly Line[], at: number): boolean {
  const text = lines[at]?.text ?? '';
  if (text.length > 40 || /[。；：！？]/.test(text) || isTerminated(text) || readNumber(text) !== null) return false;
  if (isGlossaryHeading(text) || PART_TITLE.test(text)) return false;
  return readNumber(lines[at + 1]?.text ?? '')?.value === 1;
}

/** A table or list follows a line: its words say so, or there is too much below it for the foot of a page. */
function beginsAnnex(lines: readonly Line[], at: number, to: number): boolean {
  if (isAnnexHeading(lines[at]?.text ?? '')) return true;
  const below = lines.slice(at + 1, to).filter((line) => !line.furniture);
  return below.length >= 8 || below.some((line) => line.text.length > 60 || readNumber(line.text) !== null);
}

/** 附件 alone on a line above the glossary's heading belongs to it. */
function leadsToGlossary(lines: readonly Line[], at: number, glossary: number): boolean {
  let i = at + 1;
  while (i < glossary && lines[i]?.furniture) i++;
  return i === glossary;
}

/** 附件 and the name of the annex on the next line are one heading. */
function joinAnnexes(lines: readonly Line[], annexes: readonly number[]): number[] {
  return annexes.filter(
    (at, i) => !(at + 1 === annexes[i + 1] && /^附件?[一二三四五六七八九十\d]{0,2}[：:]?$/.test(lines[at]?.text ?? '')),
  );
}

/**
 * Annexes stand after the closing words: the last paragraph that addresses the deputies, at the earliest past the half.
 * `addressed` tells whether there is such a paragraph.
 */
function findClosing(lines: readonly Line[], body: number, glossary: number): { from: number; addressed: boolean } {
  const half = lineAt(lines, body, glossary, 0.6);
  let from = half;
  for (let i = half; i < glossary; i++) if ((lines[i]?.text ?? '').startsWith('各位代表')) from = i + 1;
  return { from, addressed: from > half };
}
