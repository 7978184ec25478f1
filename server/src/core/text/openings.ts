/**
 * By which units something may begin. Rules and facts look for hundreds of words in every text; nearly every unit of it
 * begins none of them, and one look into a small table settles that. Words of three units and more are told by three.
 */
export interface Openings<T> {
  /** Adds what begins with the first units of `text`, two at least. */
  add(text: string, what: T): void;
  /** What may begin at `at`; undefined where nothing does. Only the first two units surely agree: compare the text. */
  at(text: string, at: number): readonly T[] | undefined;
  /** The first place at or behind `from` where something may begin; the end of the text for none. */
  next(text: string, from: number): number;
}

/** Places of the small tables; far more than there are openings in any list of words. */
const PLACES = 1 << 14;

/** Nothing begins with these two units; something does; something of three units and more does. */
const NOTHING = 0;
const PAIR = 1;
const LONGER = 2;

export function createOpenings<T>(): Openings<T> {
  const pairs = new Uint8Array(PLACES);
  const triples = new Uint8Array(PLACES);
  const lists = new Map<number, T[]>();
  return {
    add(text, what) {
      const [first, second] = [text.charCodeAt(0), text.charCodeAt(1)];
      const place = placeOf(first, second);
      if (text.length === 2) pairs[place] = PAIR;
      else {
        if (pairs[place] === NOTHING) pairs[place] = LONGER;
        triples[placeOf(place, text.charCodeAt(2))] = 1;
      }
      const key = keyOf(first, second);
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [what]);
      else list.push(what);
    },
    next(text, from) {
      const last = text.length - 1;
      let first = text.charCodeAt(from);
      for (let at = from; at < last; at++) {
        const second = text.charCodeAt(at + 1);
        const place = placeOf(first, second);
        const sort = pairs[place];
        if (
          sort !== NOTHING &&
          (sort === PAIR || (at + 2 <= last && triples[placeOf(place, text.charCodeAt(at + 2))] === 1))
        )
          return at;
        first = second;
      }
      return text.length;
    },
    at(text, at) {
      const first = text.charCodeAt(at);
      const second = text.charCodeAt(at + 1);
      return pairs[placeOf(first, second)] === NOTHING ? undefined : lists.get(keyOf(first, second));
    },
  };
}

function placeOf(first: number, second: number): number {
  return ((first * 37) ^ second) & (PLACES - 1);
}

/** A number that needs no room of its own, as one of four bytes would. */
function keyOf(first: number, second: number): number {
  return ((first & 0x7fff) << 15) ^ second;
}
