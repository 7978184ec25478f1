import type { IndicatorMatch } from '../data';
import { formsOf, indicators } from '../data';

/** One step of the tree of forms; the forms that end here. */
interface Node {
  readonly next: Map<number, Node>;
  match: IndicatorMatch | null;
}

/** The longest catalogued form that begins at `from` and ends at or before `to`, or null. Width and case do not matter. */
export function nameAt(text: string, from: number, to: number): IndicatorMatch | null {
  const top = tree();
  if (!mayBegin(text, from, to)) return null;
  let node: Node | undefined = top;
  let longest: IndicatorMatch | null = null;
  for (let i = from; i < to; i++) {
    node = node.next.get(fold(text.charCodeAt(i)));
    if (node === undefined) break;
    if (node.match !== null) longest = node.match;
  }
  return longest;
}

/** The form that is exactly `from..to`, or null. */
export function nameIs(text: string, from: number, to: number): IndicatorMatch | null {
  const top = tree();
  if (!mayBegin(text, from, to)) return null;
  let node: Node | undefined = top;
  for (let i = from; i < to; i++) {
    node = node.next.get(fold(text.charCodeAt(i)));
    if (node === undefined) return null;
  }
  return node.match;
}

/** The form that is exactly `name`, or null. */
export function nameOf(name: string): IndicatorMatch | null {
  return nameIs(name, 0, name.length);
}

let root: Node | undefined;

/** By which units, folded, a form may begin: at nearly every place of a text one or two looks settle that none does. */
const pairs = new Uint8Array(1 << 14);
const triples = new Uint8Array(1 << 14);

/** Something of two units begins with the pair, or something longer does. */
const WHOLE = 1;
const LONGER = 2;

function mayBegin(text: string, at: number, to: number): boolean {
  if (at + 1 >= to) return false;
  const place = placeOf(fold(text.charCodeAt(at)), fold(text.charCodeAt(at + 1)));
  const sort = pairs[place];
  if (sort !== LONGER) return sort === WHOLE;
  return at + 2 < to && triples[placeOf(place, fold(text.charCodeAt(at + 2)))] === 1;
}

function placeOf(first: number, second: number): number {
  return ((first * 37) ^ second) & (pairs.length - 1);
}

function noteOpening(form: string): void {
  const place = placeOf(fold(form.charCodeAt(0)), fold(form.charCodeAt(1)));
  if (form.length === 2) pairs[place] = WHOLE;
  else {
    if (pairs[place] !== WHOLE) pairs[place] = LONGER;
    triples[placeOf(place, fold(form.charCodeAt(2)))] = 1;
  }
}

/** The forms as a tree, so that a place in a text is looked at once for all of them. Built at the first question. */
function tree(): Node {
  if (root !== undefined) return root;
  const top: Node = { next: new Map(), match: null };
  for (const indicator of indicators) {
    for (const [form, via] of formsOf(indicator)) {
      noteOpening(form);
      let node = top;
      for (let i = 0; i < form.length; i++) {
        const code = fold(form.charCodeAt(i));
        let following = node.next.get(code);
        if (following === undefined) node.next.set(code, (following = { next: new Map(), match: null }));
        node = following;
      }
      node.match = { indicator, form, via, length: form.length };
    }
  }
  root = top;
  return top;
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
