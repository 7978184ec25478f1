import type { TermKind } from '../model';

export interface BareTerm {
  readonly start: number;
  readonly end: number;
  readonly kind: TermKind;
}

/** A widely known term at a place, with what it means. */
export interface KnownTerm {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly definition: string;
}

/** Terms that need no quotes to be known as such: widely known ones, plan periods, formulas. In order, without overlaps. */
export function findBare(text: string): BareTerm[] {
  const found: BareTerm[] = [];
  collect(text, FORMULA, 'formula', found);
  collect(text, PLAN, 'abbreviation', found);
  collect(text, LADDER, 'numeric', found);
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter((one, i) => i === 0 || one.start >= (found[i - 1]?.end ?? 0));
}

/** The widely known term that covers `at`, with its general meaning. */
export function knownTermAt(_text: string, _at: number): KnownTerm | null {
  return null;
}

/** 2+N, 1+1+N+X, 5+2: figures and capitals joined by plus signs. */
const FORMULA =
  /(?<![\dA-Za-z.+%])(?:\d{1,3}|[A-Z一二三四五六七八九十])(?:\+(?:\d{1,3}|[A-Z一二三四五六七八九十])){1,6}(?![\dA-Za-z.+%])/g;
/** 十四五, 十五五, without 第十四五届 or 十四五个. */
const PLAN =
  /(?<![一二三四五六七八九十百千第〇零\d])十[一二三四五]五(?![一二三四五六七八九十百千万亿个年月日号名条项家届次种类户人元里公吨亩岁天])/g;
/** 一企一策, 一链一图: one measure for each case. */
const LADDER = /(?<![一二三四五六七八九十百])一[一-龥]一[策品业档码案图警](?![一-龥]{0,2}一[一-龥])/g;

function collect(text: string, pattern: RegExp, kind: TermKind, into: BareTerm[]): void {
  for (const match of text.matchAll(pattern))
    into.push({ start: match.index, end: match.index + match[0].length, kind });
}
