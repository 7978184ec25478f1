import type { Offsets } from '../text/offsets';
import { createOpenings } from '../text/openings';
import type { Seeker } from './blocks';
import { scarcest } from './scarcity';
import { unquote } from './unquoted';

/** A stretch of a text that is nearly, but not quite, a fixed wording. Offsets into the text. */
export interface NearForm<T> {
  readonly row: T;
  readonly start: number;
  readonly end: number;
  /** The stretch as printed. */
  readonly words: string;
  readonly right: string;
}

/** A wording to look for, and the forms beside it that are in good use. */
export interface Wording<T> {
  readonly row: T;
  readonly text: string;
  readonly accepted: readonly string[];
}

/** Finds stretches that depart a little from one of many wordings. */
export interface NearFinder<T> extends Seeker {
  find(text: string): NearForm<T>[];
  /** A place inside what may be a near form, in a text without double quotation marks; -1 for none. */
  next(text: string, from: number): number;
  readonly unquoted: true;
  /** Its number, for {@link linesNear}. */
  readonly near: number;
}

interface Prepared<T> extends Wording<T> {
  /** Its neighbouring characters. */
  readonly pairs: ReadonlySet<number>;
  /** The wording without quotation marks. */
  readonly plain: string;
  /** How many characters stand before each quotation mark that lies inside the wording. */
  readonly quotes: readonly number[];
  readonly good: readonly string[];
  /** Characters in order of code, to compare the wording with others whatever their order. */
  readonly sorted: string;
  /** The sum of their codes: where it differs, so do the characters. */
  readonly sum: number;
  readonly alphabet: ReadonlyMap<string, number>;
}

/**
 * Makes a finder. A stretch departs from a wording when its words are the same in another order, when one place is
 * changed, when up to two characters are missing, or when the quotation marks stand elsewhere; both ends must agree
 * unless the order differs. Wordings that share half of their pairs of characters with a place are compared, others
 * cost nothing.
 */
export function createNearFinder<T>(load: () => readonly Wording<T>[]): NearFinder<T> {
  let own: Look<Prepared<T>> | undefined;
  const look = (): Look<Prepared<T>> => (own ??= createLook(load().map(prepare).filter(isLongEnough)));
  const finder: NearFinder<T> = {
    unquoted: true,
    near: loaders.push(() => load().map(prepare).filter(isLongEnough)) - 1,
    next(text, from) {
      let found = -1;
      look()(text, from, (at) => {
        found = at;
        return true;
      });
      return found;
    },
    find(text) {
      const { text: plain, at: places } = unquote(text);
      const hits = new Map<Prepared<T>, Hits>();
      look()(plain, 0, (at, row) => {
        let known = hits.get(row);
        if (known === undefined) hits.set(row, (known = { list: [], end: 0 }));
        // A form that has this pair ends no farther away than it is long.
        collect(known, row, plain, at - row.plain.length - SLACK, at + row.plain.length + SLACK);
        return false;
      });
      const found: NearForm<T>[] = [];
      for (const [row, { list }] of hits) found.push(...nearPlaces(row, list, plain, places, text));
      return found;
    },
  };
  return finder;
}

/** Visits the places where a wording has its scarce pairs together, until `visit` says that it has seen enough. */
type Look<R> = (text: string, from: number, visit: (at: number, row: R) => boolean) => void;

function createLook<R extends Pick<Prepared<unknown>, 'plain'>>(rows: readonly R[]): Look<R> {
  const scarce = createOpenings<number>();
  rows.forEach(({ plain }, row) => {
    // Of these a place has two at least, or too few pairs of the wording, even where one of the others stands there twice.
    for (const pair of scarcest(pairsOf(plain), Math.ceil(fewestPairs(plain.length)) - 3)) scarce.add(pair, row);
  });
  const last = new Int32Array(rows.length);
  const reach = rows.map(({ plain }) => plain.length + 2);
  return (text, from, visit) => {
    last.fill(-FAR);
    for (let at = scarce.next(text, from); at < text.length; at = scarce.next(text, at + 1)) {
      for (const index of scarce.at(text, at) ?? []) {
        const near = at - (last[index] ?? -FAR) < (reach[index] ?? 0);
        last[index] = at;
        const row = near ? rows[index] : undefined;
        if (row !== undefined && visit(at, row)) return;
      }
    }
  };
}

interface Listed {
  readonly plain: string;
  /** The number of the finder. */
  readonly near: number;
}

const loaders: (() => readonly { readonly plain: string }[])[] = [];
let everything: Look<Listed> | undefined;
let known = 0;

/**
 * For every finder the lines of a text without double quotation marks in which it may find something, in order: all
 * finders share one look. `starts` has the offset of each line and that of the end.
 */
export function linesNear(text: string, starts: readonly number[]): readonly (readonly number[])[] {
  if (everything === undefined || known !== loaders.length) {
    known = loaders.length;
    everything = createLook(loaders.flatMap((load, near) => load().map(({ plain }) => ({ plain, near }))));
  }
  const found = loaders.map((): number[] => []);
  let line = 0;
  everything(text, 0, (at, { near }) => {
    while ((starts[line + 1] ?? Infinity) <= at) line++;
    const lines = found[near];
    if (lines !== undefined && lines[lines.length - 1] !== line) lines.push(line);
    return false;
  });
  return found;
}

function isLongEnough({ plain }: { readonly plain: string }): boolean {
  return plain.length >= SHORTEST;
}

/** Where a text has pairs of a wording, in order, and how far it was looked over. */
interface Hits {
  readonly list: number[];
  end: number;
}

/** A form may be so much longer than its wording, and begin so far before or behind its first pair. */
const SLACK = 6;

function collect<T>(hits: Hits, row: Prepared<T>, plain: string, from: number, to: number): void {
  const end = Math.min(to, plain.length - 1);
  for (let at = Math.max(from, hits.end); at < end; at++) if (row.pairs.has(pairAt(plain, at))) hits.list.push(at);
  hits.end = Math.max(hits.end, end);
}

function pairAt(text: string, at: number): number {
  return ((text.charCodeAt(at) & 0x7fff) << 15) ^ text.charCodeAt(at + 1);
}

/** The neighbouring characters of a wording, each pair once. */
function pairsOf(plain: string): string[] {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return [...pairs];
}

/** Farther than any wording is long. */
const FAR = 1 << 20;

/** How many of the pairs of a wording of that length a place must have to be compared. */
function fewestPairs(length: number): number {
  return (length - 1) / 2;
}

/** Shorter wordings are looked for in vain; from {@link ORDERED} on, the order of words may differ. */
const SHORTEST = 5;
const ORDERED = 6;
/** From this length on, one place may be changed. */
const LONG = 8;
/** From this length on, two characters may be missing in different places. */
const LONGER = 10;
/** From this length on, two characters may be others. */
const LONGEST = 12;

function prepare<T>(wording: Wording<T>): Prepared<T> {
  const { text: plain, at: places } = unquote(wording.text);
  const quotes: number[] = [];
  for (let i = 1; i < plain.length; i++) for (let k = gapBefore(places, i); k > 0; k--) quotes.push(i);
  const alphabet = new Map<string, number>();
  for (const character of plain) alphabet.set(character, (alphabet.get(character) ?? 0) + 1);
  return {
    ...wording,
    plain,
    pairs: new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, at) => pairAt(plain, at))),
    quotes,
    good: wording.accepted.map((form) => unquote(form).text),
    sorted: sort(plain),
    sum: sumOf(plain),
    alphabet,
  };
}

/** How many quotation marks stand right before a unit. */
function gapBefore(places: Offsets | null, at: number): number {
  return places === null ? 0 : (places[at] ?? 0) - (places[at - 1] ?? 0) - 1;
}

function isQuote(character: string | undefined): boolean {
  return character === '“' || character === '”';
}

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

function sort(text: string): string {
  return Array.from(text).sort().join('');
}

function nearPlaces<T>(
  row: Prepared<T>,
  hits: readonly number[],
  plain: string,
  places: Offsets | null,
  text: string,
): NearForm<T>[] {
  const length = row.plain.length;
  const found: NearForm<T>[] = [];
  let done = -1;
  for (let i = 0; i < hits.length; i++) {
    const from = hits[i] ?? 0;
    if (from <= done) continue;
    let k = i;
    while (k + 1 < hits.length && (hits[k + 1] ?? 0) < from + length + 2) k++;
    if (k - i + 1 < fewestPairs(length)) continue;
    const here = nearestIn(row, plain, Math.max(0, from - 2), from + 3);
    if (here === null) continue;
    done = here.end - 1;
    const form = asPrinted(row, here, places, text);
    if (form !== null) found.push(form);
  }
  return found;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  /** 0 for the wording itself. */
  readonly cost: number;
}

/** The stretch with the least departure among those that start in `from..to`; null where none is near. */
function nearestIn<T>(row: Prepared<T>, plain: string, from: number, to: number): Stretch | null {
  const length = row.plain.length;
  // Nearly always the wording stands there as it should.
  const right = rightIn(row, plain, from, to);
  if (right !== null) return right;
  let best: Stretch | null = null;
  for (let start = from; start < to; start++) {
    for (let size = length - 3; size <= length + 3; size++) {
      if (start + size > plain.length) break;
      const cost = departure(row, plain, start, size);
      if (cost !== null && (best === null || cost < best.cost)) best = { start, end: start + size, cost };
    }
  }
  // A stretch that ends inside the wording itself, or inside a form in good use, is only a piece of it.
  return best === null ? null : (rightIn(row, plain, Math.max(0, best.start - 3), best.end + 1) ?? best);
}

/** The wording, or a form in good use, where it starts in `from..to`. */
function rightIn<T>(row: Prepared<T>, plain: string, from: number, to: number): Stretch | null {
  for (let start = from; start < to; start++) {
    if (plain.startsWith(row.plain, start)) return { start, end: start + row.plain.length, cost: 0 };
    for (const form of row.good) if (plain.startsWith(form, start)) return { start, end: start + form.length, cost: 0 };
  }
  return null;
}

/** How far the `m` units at `start` depart from a wording; null where they are something else. */
function departure<T>(row: Prepared<T>, plain: string, start: number, m: number): number | null {
  const right = row.plain;
  const n = right.length;
  let head = 0;
  while (head < Math.min(n, m) && plain.charCodeAt(start + head) === right.charCodeAt(head)) head++;
  if (head < 2 && n !== m) return null;
  const words = plain.slice(start, start + m);
  if (head < 2 && sumOf(words) !== row.sum) return null;
  if (/[。；！？《》]/.test(words)) return null;
  let tail = 0;
  while (tail < Math.min(n, m) - head && words[m - 1 - tail] === right[n - 1 - tail]) tail++;
  const lost = n - head - tail;
  const more = m - head - tail;
  const most = more === 0 ? Math.ceil(n / 7) : n >= LONGEST ? 2 : 1;
  if (n >= LONG && head >= 2 && tail >= 2 && lost <= most && more <= (lost === 0 ? 1 : 3)) {
    if (isPlainChange(right.slice(head, n - tail), words.slice(head, m - tail))) return lost + more;
  }
  if (n >= ORDERED && n === m && sumOf(words) === row.sum && sort(words) === row.sorted) return 2;
  if (n < LONGER || head < 2 || words[m - 1] !== right[n - 1]) return null;
  if (m < n && m >= n - 2 && isSubsequence(words, right) && tail >= 2) return n - m;
  return m === n - 1 && missing(row, words) === 1 ? 3 : null;
}

/** Marks, figures and 和 for 与 are matters of style. */
function isPlainChange(right: string, words: string): boolean {
  if (/\d/.test(right + words)) return false;
  const marks = /^[、，和与及·]*$/;
  return !(marks.test(right) && marks.test(words));
}

function isSubsequence(words: string, right: string): boolean {
  let at = 0;
  let lost = '';
  for (const character of right) {
    if (words[at] === character) at++;
    else lost += character;
  }
  return at === words.length && !/^[、，和与及·]*$/.test(lost);
}

/** How many characters of the wording a stretch lacks; infinite where it has others. */
function missing<T>(row: Prepared<T>, words: string): number {
  const left = new Map(row.alphabet);
  for (const character of words) {
    const count = left.get(character) ?? 0;
    if (count === 0) return Infinity;
    left.set(character, count - 1);
  }
  let sum = 0;
  for (const count of left.values()) sum += count;
  return sum;
}

function asPrinted<T>(row: Prepared<T>, here: Stretch, places: Offsets | null, text: string): NearForm<T> | null {
  let start = places === null ? here.start : (places[here.start] ?? 0);
  let end = places === null ? here.end : (places[here.end - 1] ?? 0) + 1;
  const quotes: number[] = [];
  for (let i = here.start + 1; i < here.end; i++)
    for (let k = gapBefore(places, i); k > 0; k--) quotes.push(i - here.start);
  const [opens, closes] = [isQuote(text[start - 1]), isQuote(text[end])];
  if (here.cost === 0) {
    // Without any quotation mark the wording is fine; with them elsewhere it is not.
    const whole = row.quotes.length > 0 && quotes.length === 0 && opens && closes;
    const moved = quotes.length > 0 && isQuoted(row.text) && quotes.join() !== row.quotes.join();
    if (here.end - here.start !== row.plain.length || (!whole && !moved)) return null;
  }
  const quoted = opens || closes || quotes.length > 0;
  if (quoted && isQuoted(row.text)) {
    if (opens && (isQuote(row.text[0]) || row.quotes.length > quotes.length)) start--;
    if (closes && (isQuote(row.text[row.text.length - 1]) || row.quotes.length > quotes.length)) end++;
  } else if (quotes.length % 2 === 1) {
    // A mark inside the stretch belongs to one outside: “12345”便民服务热线.
    if (opens) start--;
    else if (closes) end++;
  }
  const right = quoted && isQuoted(row.text) ? row.text : row.plain;
  const words = text.slice(start, end);
  return words === right ? null : { row: row.row, start, end, words, right };
}

function isQuoted(wording: string): boolean {
  return /[“”]/.test(wording);
}
