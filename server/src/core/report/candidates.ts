import type { NumberStyle } from './numbering';
import type { Paragraph } from './paragraphs';

/** The ways a heading may look, outermost first when nothing else tells. */
export type Style = NumberStyle | 'title' | 'markdown' | 'own' | 'sentence' | 'dash' | 'boldLine' | 'bold' | 'lead';

/** Order of nesting that official documents keep (GB/T 9704: 一、 （一） 1. （1）); the rest by what reports do. */
export const RANK: Readonly<Record<Style, number>> = {
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

export interface Candidate {
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

export interface Numbered {
  readonly p: Paragraph;
  readonly i: number;
}

export function byPlace(a: Candidate, b: Candidate): number {
  return a.paragraph - b.paragraph || a.start - b.start;
}

/** Longest run-in title; an opening sentence beyond it is text. */
export const LONGEST_RUN_IN = 60;
/** Longest title on a line of its own: slogans of parts reach a hundred characters. */
export const LONGEST_OWN = 120;

/** Where a title that starts at `from` ends: before the mark that closes its sentence, or at the end of the paragraph. */
export function titleEnd(text: string, from: number): { end: number; next: number } {
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

export function trimTitle(text: string, from: number, to: number): number {
  let end = to;
  while (end > from && /[：；，、。！？]/.test(text[end - 1] ?? '')) end--;
  return end;
}

export function isStrong(candidate: Candidate): boolean {
  return candidate.style === 'cn' || candidate.style === 'part';
}

/** The next body paragraph, or null at the end of the body. */
export function nextBody(paragraphs: readonly Paragraph[], at: number): number | null {
  for (let i = at + 1; i < paragraphs.length; i++) {
    const kind = paragraphs[i]?.kind;
    if (kind === 'page' || kind === 'directive') continue;
    return kind === 'body' ? i : null;
  }
  return null;
}
