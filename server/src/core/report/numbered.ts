import type { Candidate, Style } from './candidates';
import { byPlace, isStrong, LONGEST_OWN, LONGEST_RUN_IN, nextBody, RANK, titleEnd, trimTitle } from './candidates';
import type { NumberStyle } from './numbering';
import { originalOffset } from '../text/reading';
import { readNumber } from './numbering';
import type { Paragraph } from './paragraphs';
import { characterSet } from '../text/characters';

/** Numbered openings of a paragraph: one at its start, and those that the source ran together behind it. */
export function numberedCandidates(p: Paragraph, index: number, original: string): Candidate[] {
  const out: Candidate[] = [];
  const { text } = p;
  const wrapped = wrappedCandidate(p, index);
  if (wrapped !== null) return [wrapped];
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
    if (start === 0 && next < text.length) {
      const blank = blankAfterTitle(p, title, end, original);
      if (blank > 0) {
        end = blank;
        next = blank;
      }
    }
    if (start === 0 && p.bold > title && p.bold < next) end = trimTitle(text, title, p.bold);
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

// 【一、强产业】 on a line of its own
const WRAPPED = /^[【〖][^【】〖〗。；]{3,60}[】〗]$/;

/** A numbered title in lenticular brackets, which are no part of it. */
function wrappedCandidate(p: Paragraph, index: number): Candidate | null {
  const { text } = p;
  const number = WRAPPED.test(text) ? readNumber(text.slice(1, -1)) : null;
  if (number === null) return null;
  return {
    paragraph: index,
    style: number.style,
    label: number.label,
    value: number.value,
    start: 1,
    title: 1 + number.length,
    end: text.length - 1,
    runIn: false,
    mark: p.first.mark,
  };
}

/**
 * Drops numbered items that are enumeration: too long for a title, alone, or without text of their own. That is judged
 * for a run of siblings as a whole, since the last item of a list always has some paragraph below it, and a block whose
 * only sentence is its title stands among others that have more.
 */
export function keepNumbered(candidates: readonly Candidate[], paragraphs: readonly Paragraph[]): Candidate[] {
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
    if (run !== undefined && goesOn(run, candidate)) run.push(candidate);
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
        return (
          only.mark > 0 ||
          (only.runIn &&
            only.value === 1 &&
            (counts.get(only.style) ?? 0) >= 3 &&
            !enumerates(only, paragraphs[only.paragraph]?.text ?? ''))
        );
      // 二是 at the start of a line after a 一是 inside a sentence is still an enumeration.
      if ((only.style === 'item' || only.style === 'ordinal') && only.value !== 1) return false;
      return run.filter((candidate) => hasOwnText(candidate, paragraphs, first)).length >= run.length * 0.6;
    })
    .flat()
    .sort(byPlace);
}

/** Whether a number belongs to a run: a writer may have printed one twice or exchanged two, but a new list begins with one. */
function goesOn(run: readonly Candidate[], { value }: Candidate): boolean {
  const last = run[run.length - 1]?.value ?? 0;
  return value > last || (value > 1 && run.length >= 2 && value >= last - 1);
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

/** （一）产业稳中有进　全年…。: where a wide blank stands for the mark that ends a title; 0 where there is none. */
function blankAfterTitle(p: Paragraph, title: number, end: number, original: string): number {
  if (end - title < 24) return 0;
  for (let i = title + 4; i < Math.min(end - 12, title + 30); i++) {
    if (/[；：]/.test(p.text[i - 1] ?? '')) return 0;
    const from = originalOffset(p.reading, i - 1) + 1;
    const gap = original.slice(p.start + from, p.start + originalOffset(p.reading, i));
    if (gap.endsWith('\u3000') || gap.endsWith('  ')) return i;
  }
  return 0;
}

type Printed = NonNullable<ReturnType<typeof readNumber>>;

/** The next number in the same paragraph that goes on the sequence of one already seen there, after a closed sentence. */
function nextNumber(text: string, from: number, seen: readonly Candidate[]): { at: number; number: Printed } | null {
  for (let i = from; i < text.length; i++) {
    if (i !== from && !BEFORE_NUMBER.has(text.charCodeAt(i - 1))) continue;
    if (!NUMBER_START.has(text.charCodeAt(i))) continue;
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

const BEFORE_NUMBER = characterSet('。！？”');
const NUMBER_START = characterSet('（(一二三四五六七八九十0123456789');

/** 一是…，二是… in one sentence or 一是…。二是…。 in one paragraph is an enumeration. */
function enumerates(candidate: Candidate, text: string): boolean {
  const next = nextItem(candidate);
  return next !== null && candidate.start === 0 && text.includes(`。${next}`);
}

/** 二是 for 一是; null for other numbers. */
function nextItem(candidate: Candidate): string | null {
  const numeral = '一二三四五六七八九十'[candidate.value];
  return candidate.style === 'item' && numeral !== undefined ? numeral + (candidate.label?.slice(-1) ?? '') : null;
}

function isTitleSized(candidate: Candidate, text: string): boolean {
  const length = candidate.end - candidate.title;
  const title = text.slice(candidate.title, candidate.end);
  if (length < 2 || title.includes('；') || title.includes(`，${nextItem(candidate) ?? '；'}`)) return false;
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
