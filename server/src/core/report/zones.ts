import { entryNumber, isEntryLike } from './entries';
import { isAnnexHeading, isGlossaryHeading, isMeetingLine, isSalutation, isTitle } from './landmarks';
import type { Line } from './lines';
import { isTerminated } from './lines';
import { readNumber } from './numbering';

/** Where the parts of the page stand among the lines: `[from, to)` of the report and what lies inside. */
export interface Zones {
  /** First line of the report: title, meeting line or salutation. */
  readonly from: number;
  /** First line of running text after the title block. */
  readonly body: number;
  /** Line of the glossary's heading; equals `to` where there is none. `entries` is the first line after it. */
  readonly glossary: number;
  readonly entries: number;
  /** Line after the last line of the glossary. */
  readonly glossaryEnd: number;
  /** First lines of annexes, in order. */
  readonly annexes: readonly number[];
  /** Line after the last of the report; what follows is the foot of the page. */
  readonly to: number;
}

/** Finds the zones of a text. Lines of furniture are never the first or last of one. */
export function findZones(lines: readonly Line[]): Zones {
  const opening = findOpening(lines);
  const from = findTitle(lines, opening);
  const body = findBody(lines, from, opening);
  let to = lines.length;
  while (to > body && isTail(lines, to - 1)) to--;
  const half = lineAt(lines, body, to, 0.3);
  const middle = lineAt(lines, body, to, 0.6);
  let glossary = to;
  for (let i = to - 1; i >= half; i--) {
    const line = lines[i];
    if (
      line &&
      !line.furniture &&
      isGlossaryHeading(line.text) &&
      (looksLikeEntries(lines, i + 1, to) || (i > middle && !/^注|名词$/.test(line.text)))
    ) {
      glossary = i;
      break;
    }
  }
  let entries = glossary < to ? glossary + 1 : to;
  if (glossary === to) {
    const implied = findImpliedGlossary(lines, half, to);
    if (implied >= 0) glossary = entries = implied;
  }
  const glossaryEnd = glossary < to || entries < to ? findGlossaryEnd(lines, entries, to) : to;
  // What follows the last entry is an annex if it looks like one, else the foot of the page.
  if (glossaryEnd < to && !beginsAnnex(lines, glossaryEnd, to)) to = glossaryEnd;
  const annexes: number[] = [];
  const closing = findClosing(lines, body, glossary);
  for (let i = closing; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture || (i >= glossary && i < glossaryEnd)) continue;
    if (i === glossaryEnd || (isAnnexHeading(line.text) && !leadsToGlossary(lines, i, glossary))) annexes.push(i);
  }
  return { from, body, glossary, entries, glossaryEnd, annexes: joinAnnexes(lines, annexes), to };
}

/** The line at a share of the characters between two lines: tables of short cells must not shift the middle. */
function lineAt(lines: readonly Line[], from: number, to: number, share: number): number {
  const begin = lines[from]?.start ?? 0;
  const end = lines[to - 1]?.end ?? begin;
  const limit = begin + (end - begin) * share;
  let i = from;
  while (i < to && (lines[i]?.start ?? 0) < limit) i++;
  return i;
}

/** The line of the opening sentence: 我代表…人民政府…报告工作. */
function findOpening(lines: readonly Line[]): number {
  for (let i = 0; i < lines.length && i < 200; i++) {
    const own = (lines[i]?.text ?? '').slice(0, 120);
    const at = OPENING.exec(own)?.index ?? -1;
    if (at >= 0) return i;
    // A narrow source breaks the sentence; it counts for the line on which it begins.
    if (!own.includes('代表')) continue;
    const joined = [own, lines[i + 1]?.text, lines[i + 2]?.text].join('');
    const match = OPENING.exec(joined.slice(0, 160));
    if (match !== null && match.index < own.length) return i;
  }
  return -1;
}

/** 我代表青禾区人民政府，向大会报告工作. */
const OPENING = /代表.{0,24}(?:政府|国务院).{0,12}(?:报告|作)/;

/**
 * How many lines the line of the meeting fills that begins at `at`: more than one where the source broke it (after the
 * date, or at a width), 0 where none begins.
 */
export function meetingRows(lines: readonly Line[], at: number): number {
  let text = '';
  for (let i = at; i < lines.length && i < at + 4; i++) {
    const line = lines[i];
    if (!line || line.furniture || line.directive || isTitle(line.text)) break;
    text += line.text;
    if (text.length > 80) break;
    if (isMeetingLine(text) && /次(?:全体)?会议/.test(text))
      return /^(?:会议)?上?[）)]?$/.test(lines[i + 1]?.text ?? ' ') ? i - at + 2 : i - at + 1;
    if (i === at && !/^[—（(-]|^[\d〇零○一二三四五六七八九]{4}年|^在/.test(text) && !isMeetingLine(text)) break;
  }
  return isMeetingLine(lines[at]?.text ?? '') ? 1 : 0;
}

/** First line of the title block: the title next above the opening sentence or the first heading. */
function findTitle(lines: readonly Line[], opening: number): number {
  let limit = opening;
  if (limit < 0) limit = lines.findIndex((line) => !line.furniture && readNumber(line.text) !== null);
  if (limit < 0) limit = Math.min(lines.length, 40);
  let title = -1;
  let meeting = -1;
  let salutation = -1;
  for (let i = limit; i >= 0; i--) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    if (isTitle(line.text)) {
      title = i;
      break;
    }
    if (i < limit && meetingRows(lines, i) > 0) meeting = i;
    if (isSalutation(line.text)) salutation = i;
    if (limit - i > 30) break;
  }
  if (title >= 0) return title;
  if (meeting >= 0) return meeting;
  if (salutation >= 0) return climb(lines, salutation);
  if (opening >= 0) return opening;
  return Math.max(
    0,
    lines.findIndex((line) => !line.furniture),
  );
}

/** Above a salutation without title stand the date and the speaker's name, if anything. */
function climb(lines: readonly Line[], from: number): number {
  let first = from;
  for (let i = from - 1; i >= 0 && i >= from - 4; i--) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    if (line.text.length > 40 || !/长|主席|总理|专员|年.{1,6}月/.test(line.text)) break;
    first = i;
  }
  return first;
}

/** The first line that is no part of the title block. */
function findBody(lines: readonly Line[], from: number, opening: number): number {
  if (opening >= from) return opening;
  for (let i = from; i < Math.min(lines.length, from + 20); i++) {
    const line = lines[i];
    if (
      line &&
      !line.furniture &&
      (readNumber(line.text) !== null || (line.text.length > 60 && !isMeetingLine(line.text)))
    )
      return i;
    if (line && isSalutation(line.text)) return i + 1;
  }
  return from;
}

/** Foot of a page: furniture, or short unfinished scraps below it. */
function isTail(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (!line || line.directive) return false;
  if (line.furniture) return true;
  if (line.text.length > 30 || isTerminated(line.text) || readNumber(line.text) !== null) return false;
  // A scrap is of the foot when furniture stands above it within a few lines: tables have none.
  let seen = 0;
  for (let i = at - 1; i >= 0 && i >= at - 4; i--)
    if (lines[i]?.furniture && !/^\d+$/.test(lines[i]?.text ?? '')) seen++;
  return seen > 0;
}

/** Whether entries follow: a numbered line or a definition among the next few. */
function looksLikeEntries(lines: readonly Line[], from: number, to: number): boolean {
  let seen = 0;
  for (let i = from; i < to && seen < 4; i++) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    seen++;
    if (isEntryLike(line.text) || entryNumber(line.text) !== null) return true;
  }
  return false;
}

/** A list of definitions below the closing words that nobody headed: three numbered entries in a row to the end. */
function findImpliedGlossary(lines: readonly Line[], half: number, to: number): number {
  for (let i = half; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    const number = entryNumber(line.text);
    if (number?.value !== 1) continue;
    let count = 0;
    let shaped = 0;
    let expected = 1;
    for (let k = i; k < to; k++) {
      const entry = entryNumber(lines[k]?.text ?? '');
      if (entry?.style !== number.style || entry.value !== expected) continue;
      count++;
      expected++;
      if (
        /^.{1,40}?[：:](?:是?指|即|“)?/.test((lines[k]?.text ?? '').slice(entry.length)) &&
        !/^[^：:]{0,40}。/.test((lines[k]?.text ?? '').slice(entry.length))
      )
        shaped++;
    }
    const defines = lines.slice(i, to).filter((l) => /[：:](?:是?指|即)/.test(l.text.slice(0, 60))).length;
    if (
      count >= 3 &&
      shaped >= count * 0.8 &&
      defines >= count * 0.4 &&
      !lines.slice(i, to).some((l) => l.text.startsWith('各位代表'))
    )
      return i;
  }
  return -1;
}

/** The line after the last entry: an annex begins there, or the page ends. */
function findGlossaryEnd(lines: readonly Line[], entries: number, to: number): number {
  let last: Line | undefined;
  let style: string | undefined;
  for (let i = entries; i < to; i++) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    const number = entryNumber(line.text);
    if (number !== null) {
      style ??= number.style;
      last = line;
      continue;
    }
    const finished = last !== undefined && isTerminated(last.text);
    if (last !== undefined && finished && line.text.length <= 40 && !isTerminated(line.text)) {
      if (isAnnexHeading(line.text) || line.mark > 0) return i;
      const entry = line.bold > 0 || line.text.startsWith('“') || (style === undefined && isEntryLike(line.text));
      if (!entry && (style === undefined || !continuesList(lines, i, to, style)) && style !== undefined) return i;
    }
    last = line;
  }
  return to;
}

/** A table or list follows a line: its words say so, or there is too much below it for the foot of a page. */
function beginsAnnex(lines: readonly Line[], at: number, to: number): boolean {
  if (isAnnexHeading(lines[at]?.text ?? '')) return true;
  const below = lines.slice(at + 1, to).filter((line) => !line.furniture);
  return below.length >= 8 || below.some((line) => line.text.length > 60 || readNumber(line.text) !== null);
}

/** Whether entries of the same style go on within the next few lines (a headword may stand alone on its line). */
function continuesList(lines: readonly Line[], from: number, to: number, style: string): boolean {
  for (let i = from + 1; i < Math.min(to, from + 4); i++) {
    const number = entryNumber(lines[i]?.text ?? '');
    if (number?.style === style && number.value > 1) return true;
  }
  return false;
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

/** Annexes stand after the closing words: the last paragraph that addresses the deputies, at the earliest past the half. */
function findClosing(lines: readonly Line[], body: number, glossary: number): number {
  let last = lineAt(lines, body, glossary, 0.6);
  for (let i = last; i < glossary; i++) if ((lines[i]?.text ?? '').startsWith('各位代表')) last = i + 1;
  return last;
}
