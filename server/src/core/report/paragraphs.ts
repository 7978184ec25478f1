import type { BlockKind, Reading, Span } from '../model';
import type { ReadingCache, Survey } from '../text/document';
import { entryNumber, followingNumber, isEntryLike } from './entries';
import { isMeetingLine } from './landmarks';
import type { Line, Wrapping } from './lines';
import { continues } from './lines';
import type { Zones } from './zones';

/** A logical paragraph before headings and parts are known. */
export interface Paragraph extends Span {
  readonly kind: BlockKind;
  readonly reading: Reading;
  readonly text: string;
  /** The physical line it begins with. */
  readonly first: Line;
  /** How many physical lines it joins. */
  readonly lines: number;
  /** Index of its first line. */
  readonly line: number;
}

/** Joins the lines of a text into paragraphs, zone by zone. */
export function readParagraphs(
  lines: readonly Line[],
  zones: Zones,
  wrapping: Wrapping,
  text: string,
  look: Survey,
  readings: ReadingCache,
): Paragraph[] {
  const out: Paragraph[] = [];
  for (let i = 0; i < lines.length;) {
    const first = lines[i];
    if (!first) break;
    const kind = kindOf(i, first, zones);
    let last = i;
    let count = 1;
    if (kind !== 'page' && kind !== 'directive') {
      for (let k = i + 1; k < lines.length; k++) {
        const line = lines[k];
        if (!line || kindOf(k, line, zones, true) !== kind || line.directive || opensZone(k, zones)) break;
        if (line.furniture) continue;
        if (!joins(kind, lines, i, last, line, wrapping, text, zones)) break;
        last = k;
        count++;
      }
    }
    out.push(build(lines, i, last, kind, count, text, look, readings));
    // Furniture between two joined lines lies inside the paragraph; what follows the last joined line is looked at again.
    i = last + 1;
  }
  return out;
}

/** Whether a line heads the glossary or an annex; nothing above it goes on there. */
function opensZone(at: number, zones: Zones): boolean {
  return (at === zones.glossary && zones.entries > zones.glossary) || zones.annexes.includes(at);
}

function kindOf(at: number, line: Line, zones: Zones, passing = false): BlockKind {
  if (line.directive) return 'directive';
  if (at < zones.from || at >= zones.to) return 'page';
  if (line.furniture && !passing) return 'page';
  if (at < zones.body) return at === zones.from ? 'title' : 'meta';
  if (at === zones.glossary && zones.entries > zones.glossary) return 'body';
  if (at >= zones.entries && at < zones.glossaryEnd && zones.entries < zones.to) return 'entry';
  const annex = zones.annexes[0];
  if (annex !== undefined && at >= annex && (at > zones.glossary || annex < zones.glossary)) return 'annex';
  return 'body';
}

function joins(
  kind: BlockKind,
  lines: readonly Line[],
  firstAt: number,
  lastAt: number,
  line: Line,
  wrapping: Wrapping,
  text: string,
  zones: Zones,
): boolean {
  const first = lines[firstAt];
  const last = lines[lastAt];
  if (!first || !last) return false;
  if (kind === 'entry') return joinsEntry(first, last, line, wrapping, text, entryStyle(lines, zones));
  if (kind === 'title') return false;
  if (kind === 'meta')
    return isMeetingLine(last.text) && /^第[一二三四五六七八九十]{1,3}次会议|^次?会议上?|^上$/.test(line.text);
  if (kind === 'annex') return continues(last, line, wrapping, text) && last.text.length > 30;
  if (firstAt === zones.glossary) return false;
  return continues(last, line, wrapping, text);
}

/** The style of number that the entries of this glossary carry; null for a list without numbers. */
function entryStyle(lines: readonly Line[], zones: Zones): string | null {
  let known = styles.get(lines);
  if (known === undefined) {
    const counts = new Map<string, number>();
    let all = 0;
    for (let i = zones.entries; i < zones.glossaryEnd; i++) {
      const line = lines[i];
      if (!line || line.furniture) continue;
      all++;
      const number = entryNumber(line.text);
      if (number) counts.set(number.style, (counts.get(number.style) ?? 0) + 1);
    }
    const best = [...counts].sort((a, b) => b[1] - a[1])[0];
    known = best !== undefined && best[1] >= Math.min(3, Math.max(1, all * 0.2)) ? best[0] : null;
    styles.set(lines, known);
  }
  return known;
}

const styles = new WeakMap<readonly Line[], string | null>();

/** In a glossary every line that does not begin an entry goes on the one above. */
function joinsEntry(
  first: Line,
  last: Line,
  line: Line,
  wrapping: Wrapping,
  text: string,
  style: string | null,
): boolean {
  const number = entryNumber(line.text);
  if (style !== null) {
    const own = entryNumber(first.text) ?? followingNumber(first.text, Number.parseInt(first.text, 10) - 1);
    if (number === null && own !== null && followingNumber(line.text, own.value) !== null) return false;
    if (number === null || number.style !== style) return own !== null || !isEntryLike(line.text);
    // A number that cannot follow is a step inside the definition: `1.` within entry 12.
    return own !== null && number.value === 1 && own.value > 1 && !endsSentence(last.text);
  }
  if (line.bold > 0 || number !== null) return false;
  if (headAlone(first) && first === last) return true;
  if (!endsSentence(last.text)) return continues(last, line, wrapping, text) || !isEntryLike(line.text);
  return wrapping.width !== null
    ? continues(last, line, wrapping, text) && !/^“?[^，。]{2,24}”?.{0,8}[：:]/.test(line.text)
    : false;
}

/** A headword on a line of its own, its definition below. */
function headAlone(line: Line): boolean {
  return (
    line.text.length <= 40 && !/[。；，]/.test(line.text) && (!/[：:]./.test(line.text) || /[：:]$/.test(line.text))
  );
}

function endsSentence(text: string): boolean {
  return /[。；！？…”）]$/.test(text);
}

function build(
  lines: readonly Line[],
  from: number,
  to: number,
  kind: BlockKind,
  count: number,
  text: string,
  look: Survey,
  readings: ReadingCache,
): Paragraph {
  const first = lines[from]!;
  const last = lines[to]!;
  const common = { kind, start: first.start, end: last.end, first, lines: count, line: from };
  if (from === to) return { ...common, reading: first.reading, text: first.text };
  let raw = text.slice(first.start, last.end);
  for (let i = from; i <= to; i++) {
    const line = lines[i];
    if (line?.furniture !== true) continue;
    // Residue inside the paragraph is blanked out, so that offsets stay.
    const at = line.start - first.start;
    raw = raw.slice(0, at) + ' '.repeat(line.end - line.start) + raw.slice(at + line.end - line.start);
  }
  const reading = readings.get(raw, look);
  return { ...common, reading, text: reading.text };
}
