import { isMeetingLine, isSalutation, isTitle } from './landmarks';
import type { Line } from './lines';
import { PART_TITLE } from './lines';
import { readNumber } from './numbering';

/** The line of the opening sentence: 我代表…人民政府…报告工作. */
export function findOpening(lines: readonly Line[]): number {
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
const OPENING = /代表(?![大团们：]).{0,24}(?:政府|国务院|行政公署|行署|管委会|管理委员会).{0,12}(?:报告|作)/;

/**
 * How many lines the line of the meeting fills that begins at `at`: more than one where the source broke it (after the
 * date, or at a width), 0 where none begins.
 */
export function meetingRows(lines: readonly Line[], at: number): number {
  let text = '';
  for (let i = at; i < lines.length && i < at + 4; i++) {
    const line = lines[i];
    if (!line || line.furniture || line.directive || isTitle(line.text)) break;
    // A syllable in brackets that the break parted is left over.
    text += line.text.replace(/（[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü]{1,7}）?/gi, '');
    if (text.length > 80) break;
    if (isMeetingLine(text) && /次(?:全体)?会议/.test(text))
      return /^(?:会议)?上?[）)]?$/.test(lines[i + 1]?.text ?? ' ') ? i - at + 2 : i - at + 1;
    if (i === at && !/^[—（(-]|^[\d〇零○一二三四五六七八九]{4}年|^在/.test(text) && !isMeetingLine(text)) break;
  }
  return isMeetingLine(lines[at]?.text ?? '') ? 1 : 0;
}

/** First line of the title block: the title next above the opening sentence or the first heading. */
export function findTitle(lines: readonly Line[], opening: number): number {
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

/** Text of its own, as no line of a title block is: long, or a sentence. */
function isRunning(text: string): boolean {
  if (isMeetingLine(text) || isSalutation(text)) return false;
  return text.length > 60 || (text.length > 30 && /。|：$/.test(text) && !/人民代表大会|人大/.test(text));
}

/** Some print the heading of the first part above the salutation; a contents page has several in a row. */
function headingAbove(lines: readonly Line[], from: number, opening: number): number {
  for (let i = opening - 1, seen = 0; i > from && seen < 3; i--) {
    const line = lines[i];
    if (!line || line.furniture) continue;
    seen++;
    if (isSalutation(line.text)) continue;
    return isPart(line) && !isPart(lines[i - 1]) ? i : opening;
  }
  return opening;
}

function isPart(line: Line | undefined): boolean {
  if (line === undefined || line.text.length > 40 || isMeetingLine(line.text) || isTitle(line.text)) return false;
  const number = readNumber(line.text);
  return (
    PART_TITLE.test(line.text) && (line.mark > 0 || line.bold > 0 || (number?.value === 1 && number.style !== 'arabic'))
  );
}

/** The first line that is no part of the title block. */
export function findBody(lines: readonly Line[], from: number, opening: number): number {
  if (opening >= from) return headingAbove(lines, from, opening);
  for (let i = from; i < Math.min(lines.length, from + 20); i++) {
    const line = lines[i];
    if (line && !line.furniture && (readNumber(line.text) !== null || isRunning(line.text))) return i;
    if (line && isSalutation(line.text)) return i + 1;
  }
  return from;
}
