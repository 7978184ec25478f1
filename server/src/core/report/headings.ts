import type { Heading } from '../model';
import { printedForm, readingSpan } from '../text/document';
import type { NumberStyle } from './numbering';
import { readNumber } from './numbering';
import type { Paragraph } from './paragraphs';
import { isTerminated, mayBeTitle, PART_TITLE } from './lines';
import { isSalutation } from './zones';

/** The ways a heading may look, outermost first when nothing else tells. */
type Style = NumberStyle | 'title' | 'markdown' | 'own' | 'sentence' | 'dash' | 'boldLine' | 'bold' | 'lead';

/** Order of nesting that official documents keep (GB/T 9704: 一、 （一） 1. （1）); the rest by what reports do. */
const RANK: Readonly<Record<Style, number>> = {
  title: 0,
  part: 1,
  cn: 2,
  paren: 4,
  arabic: 5,
  parenArabic: 6,
  circled: 7,
  markdown: 7,
  own: 7.5,
  sentence: 7.5,
  boldLine: 7.2,
  item: 8,
  ordinal: 8,
  dash: 9,
  bold: 10,
  lead: 11,
};

interface Candidate {
  readonly paragraph: number;
  readonly style: Style;
  readonly label: string | null;
  readonly value: number;
  /** Reading offsets in the paragraph: of the number (or title), of the title, of its end. */
  readonly start: number;
  readonly title: number;
  readonly end: number;
  /** Text of its own follows in the same paragraph. */
  readonly runIn: boolean;
  /** Markdown depth, 0 for none. */
  readonly mark: number;
}

/** A heading before roles are known. */
export type Found = Omit<Heading, 'role' | 'block'> & { readonly paragraph: number; readonly style: Style };

/** Finds the headings of the body, in order. `paragraphs` are all of the document; only kind `body` is looked at. */
export function findHeadings(paragraphs: readonly Paragraph[], original: string): Found[] {
  const body = paragraphs.map((p, i) => ({ p, i })).filter(({ p }) => p.kind === 'body');
  const numbered = body.flatMap(({ p, i }) => numberedCandidates(p, i));
  const kept = keepNumbered(numbered, paragraphs);
  const taken = new Set(kept.map((candidate) => candidate.paragraph));
  const plain = unnumbered(body, taken, paragraphs, kept);
  const outer = [...kept, ...plain].sort(byPlace);
  const begin = outer[0]?.paragraph ?? Infinity;
  const leads = findLeads(
    body.filter(({ i }) => i >= begin),
    outer,
    paragraphs,
  );
  const all = [...outer, ...leads].sort(byPlace);
  return nest(all, paragraphs, original);
}

function byPlace(a: Candidate, b: Candidate): number {
  return a.paragraph - b.paragraph || a.start - b.start;
}

/** Longest run-in title; an opening sentence beyond it is text. */
const LONGEST_RUN_IN = 60;
/** Longest title on a line of its own: slogans of parts reach a hundred characters. */
const LONGEST_OWN = 120;

/** Where a title that starts at `from` ends: before the mark that closes its sentence, or at the end of the paragraph. */
function titleEnd(text: string, from: number): { end: number; next: number } {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const character = text[i];
    if (character === '“' || character === '《' || character === '（') depth++;
    else if (character === '”' || character === '》' || character === '）') depth = Math.max(0, depth - 1);
    if (depth === 0 && (character === '。' || character === '！' || character === '？')) return { end: i, next: i + 1 };
    if (depth === 0 && character === '：' && i - from <= 24 && i > from) return { end: i, next: i + 1 };
  }
  let end = text.length;
  while (end > from && /[：；，、。]/.test(text[end - 1] ?? '')) end--;
  return { end, next: text.length };
}

/** Numbered openings of a paragraph: one at its start, and those that the source ran together behind it. */
function numberedCandidates(p: Paragraph, index: number): Candidate[] {
  const out: Candidate[] = [];
  const { text } = p;
  const number = readNumber(text);
  if (number === null) return out;
  let start = 0;
  let current = number;
  for (;;) {
    const title = start + current.length;
    let { end, next } = titleEnd(text, title);
    // A title with the number of its first block right behind it: 二、工作安排（一）扩大投资1.抓项目。
    const inner = firstInner(text, title, end, current.style);
    if (inner !== null) {
      end = inner;
      next = inner;
    }
    if (start === 0 && p.first.bold > title && p.first.bold < next && p.lines === 1)
      end = trimTitle(text, title, p.first.bold);
    const rest = text.slice(next);
    out.push({
      paragraph: index,
      style: current.style,
      label: current.label,
      value: current.value,
      start,
      title,
      end,
      runIn: rest.length > 0,
      mark: start === 0 ? p.first.mark : 0,
    });
    const following = nextNumber(text, next, out);
    if (following === null) return out;
    start = following.at;
    current = following.number;
  }
}

/** Where the first number of an inner list stands inside a title, if one does. */
function firstInner(text: string, from: number, to: number, style: NumberStyle): number | null {
  if (style === 'item' || style === 'ordinal' || style === 'circled') return null;
  for (let i = from + 2; i < to - 2; i++) {
    if (!/[（(1一]/.test(text[i] ?? '') || /[\d.+“]/.test(text[i - 1] ?? '')) continue;
    const number = readNumber(text.slice(i, i + 8));
    if (number?.value !== 1 || number.style === 'cn' || RANK[number.style] <= RANK[style]) continue;
    if (number.style === 'item' && number.label !== '一是') continue;
    return i;
  }
  return null;
}

function trimTitle(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[：；，、。！？]/.test(text[end - 1] ?? '')) end--;
  return end;
}

type Printed = NonNullable<ReturnType<typeof readNumber>>;

/** The next number in the same paragraph that goes on the sequence of one already seen there, after a closed sentence. */
function nextNumber(text: string, from: number, seen: readonly Candidate[]): { at: number; number: Printed } | null {
  for (let i = from; i < text.length; i++) {
    if (i !== from && !/[。！？”]/.test(text[i - 1] ?? '')) continue;
    const character = text[i] ?? '';
    if (!/[（(一二三四五六七八九十\d]/.test(character)) continue;
    const number = readNumber(text.slice(i, i + 12));
    if (number === null || number.style === 'circled' || number.style === 'ordinal') continue;
    // Items inside a paragraph are an enumeration, unless the paragraph began with the title above them.
    if (number.style === 'item' && seen.length < 2 && i !== from) continue;
    const before = [...seen].reverse().find((candidate) => candidate.style === number.style);
    const follows = before ? number.value === before.value + 1 : number.value === 1 && i === from;
    if (follows && titleEnd(text, i + number.length).end - i <= LONGEST_RUN_IN) return { at: i, number };
  }
  return null;
}

/**
 * Drops numbered items that are enumeration: too long for a title, alone, or without text of their own. That is judged
 * for a run of siblings as a whole, since the last item of a list always has some paragraph below it, and a block whose
 * only sentence is its title stands among others that have more.
 */
function keepNumbered(candidates: readonly Candidate[], paragraphs: readonly Paragraph[]): Candidate[] {
  const first = new Map<number, Candidate>();
  for (const candidate of candidates) if (!first.has(candidate.paragraph)) first.set(candidate.paragraph, candidate);
  const counts = new Map<Style, number>();
  for (const candidate of candidates) counts.set(candidate.style, (counts.get(candidate.style) ?? 0) + 1);
  const runs: Candidate[][] = [];
  const open = new Map<Style, Candidate[]>();
  for (const candidate of candidates) {
    const text = paragraphs[candidate.paragraph]?.text ?? '';
    if (!isTitleSized(candidate, text)) continue;
    const run = open.get(candidate.style);
    if (run !== undefined && candidate.value > (run[run.length - 1]?.value ?? 0)) run.push(candidate);
    else {
      const fresh = [candidate];
      open.set(candidate.style, fresh);
      runs.push(fresh);
    }
    if (isStrong(candidate))
      for (const style of open.keys()) if (RANK[style] > RANK[candidate.style]) open.delete(style);
  }
  return runs
    .filter((run) => {
      const [only] = run;
      if (only === undefined || isStrong(only)) return true;
      // A block with a single item stands among others that have several.
      if (run.length < 2)
        return only.mark > 0 || (only.runIn && only.value === 1 && (counts.get(only.style) ?? 0) >= 3);
      // 二是 at the start of a line after a 一是 inside a sentence is still an enumeration.
      if ((only.style === 'item' || only.style === 'ordinal') && only.value !== 1) return false;
      return run.filter((candidate) => hasOwnText(candidate, paragraphs, first)).length >= run.length * 0.6;
    })
    .flat()
    .sort(byPlace);
}

function isStrong(candidate: Candidate): boolean {
  return candidate.style === 'cn' || candidate.style === 'part';
}

function isTitleSized(candidate: Candidate, text: string): boolean {
  const length = candidate.end - candidate.title;
  if (length < 2 || text.slice(candidate.title, candidate.end).includes('；')) return false;
  return length <= (candidate.runIn && !isStrong(candidate) ? LONGEST_RUN_IN : LONGEST_OWN);
}

/** Whether text follows the title in its paragraph, or a paragraph that is no sibling or outer heading stands below it. */
function hasOwnText(
  candidate: Candidate,
  paragraphs: readonly Paragraph[],
  first: ReadonlyMap<number, Candidate>,
): boolean {
  if (candidate.runIn) return true;
  const below = nextBody(paragraphs, candidate.paragraph);
  if (below === null) return false;
  const sibling = first.get(below);
  // A list of another style that begins below belongs to this title; one that goes on closes it.
  if (
    sibling !== undefined &&
    (sibling.style === candidate.style || (RANK[sibling.style] <= RANK[candidate.style] && sibling.value !== 1))
  )
    return false;
  return candidate.style === 'paren' || candidate.end - candidate.title <= 45;
}

/** The next body paragraph, or null at the end of the body. */
function nextBody(paragraphs: readonly Paragraph[], at: number): number | null {
  for (let i = at + 1; i < paragraphs.length; i++) {
    const kind = paragraphs[i]?.kind;
    if (kind === 'page' || kind === 'directive') continue;
    return kind === 'body' ? i : null;
  }
  return null;
}

interface Numbered {
  readonly p: Paragraph;
  readonly i: number;
}

/** Headings without a number on lines of their own: Markdown, bold, titles, sentences built alike, dash lines. */
function unnumbered(
  body: readonly Numbered[],
  taken: ReadonlySet<number>,
  paragraphs: readonly Paragraph[],
  numbered: readonly Candidate[],
): Candidate[] {
  const out: Candidate[] = [];
  const own: Candidate[] = [];
  const marked: Candidate[] = [];
  const sentences: Candidate[] = [];
  const dashes: Candidate[] = [];
  const firstPart =
    numbered.find((candidate) => candidate.style === 'cn' || candidate.style === 'part')?.paragraph ?? Infinity;
  body.forEach(({ p, i }, position) => {
    if (taken.has(i) || isSalutation(p.text)) return;
    const { text } = p;
    const whole = plain(text, i, p);
    const followed = position + 1 < body.length;
    if (p.first.mark > 0 && p.lines === 1 && text.length <= LONGEST_OWN) {
      marked.push({ ...whole, style: 'markdown' });
      return;
    }
    if (p.first.bold >= text.length && p.lines === 1 && PART_TITLE.test(text) && mayBeTitle(text)) {
      marked.push({ ...whole, style: 'boldLine' });
      return;
    }
    if (p.first.bold >= 3) {
      const bold = boldCandidate(p, i);
      if (bold) out.push(bold);
      return;
    }
    if (text.startsWith('——')) {
      const dash = dashCandidate(p, i, followed && !(body[position + 1]?.p.text.startsWith('——') ?? false));
      if (dash) dashes.push(dash);
      return;
    }
    if (!followed || text.length > 50) return;
    if (!isTerminated(text) && text.length >= 4 && mayBeTitle(text)) {
      // Below an unfinished line stands its rest, unless that line is a heading.
      const above = body[position - 1];
      if (above === undefined || taken.has(above.i) || isTerminated(above.p.text) || mayBeTitle(above.p.text))
        own.push(whole);
    } else if (/^[^。！？；：]{6,48}[。！]$/.test(text) && !ASIDE.test(text)) sentences.push(whole);
  });
  const single = body.filter(({ p }) => /^[^。！？；]{0,90}[。！？；]$/.test(p.text.slice(0, 100))).length;
  // Where every sentence has a line of its own, lines that look alike prove nothing.
  const oneSentenceLines = single > body.length * 0.4;
  out.push(...keepOwn(own, marked, firstPart, paragraphs, numbered, oneSentenceLines));
  if (!oneSentenceLines) out.push(...keepSentences(sentences, paragraphs, taken));
  if (dashes.length >= 2) out.push(...dashes);
  return out;
}

/** Sentences that speak to the deputies or go on a thought; they head nothing however alike they are. */
const ASIDE = /^(?:现在|同时|此外|各位|在此|上述|实现上述|这些|为此|总之|回顾|总的看)/;

/** Opening sentences that lead into a passage in every report and head nothing. */
const OPENER =
  /^(?:现在|同时|此外|当前|目前|今年|去年|我们|总的看|过去|刚刚|新形势|新征程|新的一年|面对|做好|站在|这些|为此|总之|各位|在此|回顾|回望|展望|上述|实现上述|围绕|一年来的|成绩)/;

function plain(text: string, index: number, p: Paragraph): Candidate {
  return {
    paragraph: index,
    style: 'own',
    label: null,
    value: 0,
    start: 0,
    title: 0,
    end: trimTitle(text, 0, text.length),
    runIn: false,
    mark: p.first.mark,
  };
}

function boldCandidate(p: Paragraph, index: number): Candidate | null {
  const { text } = p;
  const end = trimTitle(text, 0, Math.min(p.first.bold, text.length));
  if (end < 3 || end > LONGEST_RUN_IN || /[。；]/.test(text.slice(0, end))) return null;
  const runIn = p.first.bold < text.length;
  if (runIn && !/[。：！？]/.test(text[end] ?? '')) return null;
  return {
    paragraph: index,
    style: runIn ? 'bold' : 'boldLine',
    label: null,
    value: 0,
    start: 0,
    title: 0,
    end,
    runIn,
    mark: 0,
  };
}

/** `——民生福祉不断增进。…` leads a block when a short sentence opens it and text of its own follows. */
function dashCandidate(p: Paragraph, index: number, followed: boolean): Candidate | null {
  let title = 0;
  while (p.text[title] === '—') title++;
  const { end, next } = titleEnd(p.text, title);
  const runIn = next < p.text.length;
  if (end - title < 4 || end - title > 40 || (!runIn && !followed) || /\d/.test(p.text.slice(title, end))) return null;
  return { paragraph: index, style: 'dash', label: null, value: 0, start: title, title, end, runIn, mark: 0 };
}

/**
 * Own lines count as headings when Markdown marks them, when their words are those of parts, or when a sibling stands
 * beside them. Titles of parts that come before every 一、 are the outermost level.
 */
function keepOwn(
  own: readonly Candidate[],
  marked: readonly Candidate[],
  firstPart: number,
  paragraphs: readonly Paragraph[],
  numbered: readonly Candidate[],
  strict: boolean,
): Candidate[] {
  const isPart = (candidate: Candidate): boolean => PART_TITLE.test(paragraphs[candidate.paragraph]?.text ?? '');
  const parts = [...own, ...marked].filter(isPart).sort(byPlace);
  const outer = parts.length >= 2 && (parts[0]?.paragraph ?? Infinity) < firstPart;
  const numberedMark = Math.min(
    ...numbered.filter((candidate) => isStrong(candidate) && candidate.mark > 0).map((candidate) => candidate.mark),
  );
  const heads = new Map(numbered.map((candidate) => [candidate.paragraph, candidate.style]));
  const kept = marked.map((candidate): Candidate =>
    (candidate.mark < numberedMark && numberedMark < Infinity) || (outer && isPart(candidate))
      ? { ...candidate, style: 'title' }
      : candidate,
  );
  for (const candidate of own) {
    const next = nextBody(paragraphs, candidate.paragraph);
    if (next === null) continue;
    if (outer && isPart(candidate)) kept.push({ ...candidate, style: 'title' });
    else if (isPart(candidate)) kept.push(candidate);
    else if (!strict && heads.get(next) !== 'item' && heads.get(next) !== 'ordinal') {
      // Two short lines in a row are scraps of a layout, unless a numbered heading follows the first.
      const scrap = own.some((other) => other.paragraph === next) && !heads.has(next);
      const beside = own.some((other) => other !== candidate && Math.abs(other.paragraph - candidate.paragraph) <= 25);
      if (!scrap && beside) kept.push(candidate);
    }
  }
  return kept;
}

/** Sentences on lines of their own that begin alike (一年来，我们…) head the paragraphs below them. */
function keepSentences(
  sentences: readonly Candidate[],
  paragraphs: readonly Paragraph[],
  taken: ReadonlySet<number>,
): Candidate[] {
  const families = new Map<string, Candidate[]>();
  for (const candidate of sentences) {
    const start = (paragraphs[candidate.paragraph]?.text ?? '').slice(0, 4);
    const family = families.get(start);
    if (family) family.push(candidate);
    else families.set(start, [candidate]);
  }
  const kept: Candidate[] = [];
  for (const family of families.values()) {
    if (family.length < 2) continue;
    for (const candidate of family) {
      const next = nextBody(paragraphs, candidate.paragraph);
      if (next === null || (!taken.has(next) && (paragraphs[next]?.text.length ?? 0) < 50)) continue;
      if (family.some((other) => other !== candidate && Math.abs(other.end - candidate.end) <= 8))
        kept.push({ ...candidate, style: 'sentence' });
    }
  }
  return kept.length >= 2 ? kept : [];
}

/** Opening sentences that stand for a heading when the paragraphs beside them open alike. */
function findLeads(
  body: readonly Numbered[],
  outer: readonly Candidate[],
  paragraphs: readonly Paragraph[],
): Candidate[] {
  const heads = new Set(outer.map((candidate) => candidate.paragraph));
  const out: Candidate[] = [];
  let group: Candidate[] = [];
  let members = 0;
  const close = (): void => {
    if (group.length >= 2 && group.length >= members * 0.6 && alike(group, paragraphs)) out.push(...group);
    group = [];
    members = 0;
  };
  for (const { p, i } of body) {
    if (heads.has(i)) {
      close();
      continue;
    }
    if (isSalutation(p.text.slice(0, 4)) || p.text.startsWith('各位代表')) {
      close();
      continue;
    }
    members++;
    const lead = leadCandidate(p, i);
    if (lead) group.push(lead);
  }
  close();
  return out;
}

function leadCandidate(p: Paragraph, index: number): Candidate | null {
  const { text } = p;
  const { end, next } = titleEnd(text, 0);
  const length = end;
  if (text[end] !== '。' || length < 5 || length > 26 || text.length - next < 20) return null;
  const title = text.slice(0, end);
  if (/\d|；/.test(title) || OPENER.test(title)) return null;
  return { paragraph: index, style: 'lead', label: null, value: 0, start: 0, title: 0, end, runIn: true, mark: 0 };
}

/** Built alike: lengths close together. */
function alike(group: readonly Candidate[], paragraphs: readonly Paragraph[]): boolean {
  const lengths = group.map((candidate) => candidate.end - candidate.title);
  const spread = Math.max(...lengths) - Math.min(...lengths);
  if (spread <= 7) return true;
  const texts = group.map((candidate) => (paragraphs[candidate.paragraph]?.text ?? '').slice(0, 2));
  return texts.every((text) => text === texts[0]);
}

/** Gives every candidate its level by the nesting of styles. */
function nest(candidates: readonly Candidate[], paragraphs: readonly Paragraph[], original: string): Found[] {
  const stack: { key: string; rank: number; runIn: boolean }[] = [];
  return candidates.map((candidate) => {
    const key = candidate.style === 'markdown' ? `markdown${candidate.mark}` : candidate.style;
    const rank = RANK[candidate.style] + (candidate.style === 'markdown' ? candidate.mark / 20 : 0);
    const at = stack.findIndex((open) => open.key === key);
    if (at >= 0) stack.length = at + 1;
    else {
      const begins = candidate.label !== null && candidate.value === 1;
      while (stack.length > 0) {
        const top = stack[stack.length - 1];
        if (!top) break;
        const leaf = top.rank >= RANK.dash || (top.rank >= RANK.item && top.runIn);
        // A list that begins anew belongs under whatever is open, unless that is a leaf or an inner numeral.
        if (top.rank < rank || (begins && !leaf && !isStrong(candidate))) break;
        stack.pop();
      }
      stack.push({ key, rank, runIn: candidate.runIn });
    }
    const p = paragraphs[candidate.paragraph] as Paragraph;
    const span = readingSpan(p.reading, p.start, candidate.start, candidate.end);
    return {
      paragraph: candidate.paragraph,
      style: candidate.style,
      level: stack.length,
      number: candidate.label,
      title: p.text.slice(candidate.title, candidate.end),
      printedTitle: printedForm(original, p.start, p.reading, candidate.title, candidate.end),
      titleStart: readingSpan(p.reading, p.start, candidate.title, candidate.end).start,
      start: span.start,
      end: span.end,
      runIn: candidate.runIn,
    };
  });
}
