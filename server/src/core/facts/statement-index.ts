import type { IndicatorMatch } from '../data';
import { formsOf, indicators } from '../data';

/** A catalogued form with its units folded. */
interface Entry {
  readonly match: IndicatorMatch;
  readonly folded: string;
}

/** The longest catalogued form that begins at `from` and ends at or before `to`, or null. Width and case do not matter. */
export function nameAt(text: string, from: number, to: number): IndicatorMatch | null {
  for (const { match, folded } of beginningAt(text, from, to))
    if (from + folded.length <= to && stands(text, from, folded)) return match;
  return null;
}

/** The form that is exactly `from..to`, or null. */
export function nameIs(text: string, from: number, to: number): IndicatorMatch | null {
  for (const { match, folded } of beginningAt(text, from, to))
    if (folded.length === to - from && stands(text, from, folded)) return match;
  return null;
}

/** The form that is exactly `name`, or null. */
export function nameOf(name: string): IndicatorMatch | null {
  return nameIs(name, 0, name.length);
}

/** Whether a folded form stands at a place. */
function stands(text: string, from: number, folded: string): boolean {
  for (let i = 0; i < folded.length; i++) if (fold(text.charCodeAt(from + i)) !== folded.charCodeAt(i)) return false;
  return true;
}

/**
 * By which units, folded, a form may begin: at nearly every place of a text one or two looks settle that none does.
 */
const pairs = new Uint8Array(1 << 14);
const triples = new Uint8Array(1 << 14);

/** Something of two units begins with the pair, or something longer does. */
const WHOLE = 1;
const LONGER = 2;

const NONE: readonly Entry[] = [];

/** The forms that begin with the first two units at a place, the longest first. */
function beginningAt(text: string, from: number, to: number): readonly Entry[] {
  const lists = index();
  if (from + 1 >= to) return NONE;
  const [first, second] = [fold(text.charCodeAt(from)), fold(text.charCodeAt(from + 1))];
  const place = placeOf(first, second);
  const sort = pairs[place];
  if (sort !== WHOLE) {
    if (sort !== LONGER || from + 2 >= to) return NONE;
    if (triples[placeOf(place, fold(text.charCodeAt(from + 2)))] !== 1) return NONE;
  }
  return lists.get(keyOf(first, second)) ?? NONE;
}

function placeOf(first: number, second: number): number {
  return ((first * 37) ^ second) & (pairs.length - 1);
}

function keyOf(first: number, second: number): number {
  return ((first & 0x7fff) << 15) ^ second;
}

let lists: Map<number, Entry[]> | undefined;

/** All forms by their first two units, so that a place in a text is looked at once for all. Built at the first question. */
function index(): ReadonlyMap<number, readonly Entry[]> {
  if (lists !== undefined) return lists;
  /** Where two rows have one form, the later one counts. */
  const entries = new Map<string, Entry>();
  for (const indicator of indicators) {
    for (const [form, via] of formsOf(indicator)) {
      const folded = String.fromCharCode(...Array.from({ length: form.length }, (_, i) => fold(form.charCodeAt(i))));
      entries.set(folded, { match: { indicator, form, via, length: form.length }, folded });
    }
  }
  const made = new Map<number, Entry[]>();
  for (const entry of [...entries.values()].sort((a, b) => b.folded.length - a.folded.length)) {
    const { folded } = entry;
    const [first, second] = [folded.charCodeAt(0), folded.charCodeAt(1)];
    const place = placeOf(first, second);
    if (folded.length === 2) pairs[place] = WHOLE;
    else {
      if (pairs[place] !== WHOLE) pairs[place] = LONGER;
      triples[placeOf(place, folded.charCodeAt(2))] = 1;
    }
    const key = keyOf(first, second);
    const list = made.get(key);
    if (list === undefined) made.set(key, [entry]);
    else list.push(entry);
  }
  return (lists = made);
}

/** （ as (, ｇ as G, ₂ as 2: one unit for one unit. */
function fold(code: number): number {
  if (code >= 0x3000 && code < 0xff01) return code;
  if (code >= 0x61 && code <= 0x7a) return code - 32;
  if (code < 0x2080) return code;
  if (code <= 0x2089) return code - 0x2080 + 0x30;
  if (code < 0xff01 || code > 0xff5e) return code;
  const narrow = code - 0xfee0;
  return narrow >= 0x61 && narrow <= 0x7a ? narrow - 32 : narrow;
}
