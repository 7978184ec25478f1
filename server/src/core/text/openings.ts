/**
 * By which two units something may begin. Rules and facts look for hundreds of words in every text; nearly every unit of
 * it begins none of them, and one look into a small table settles that.
 */
export interface Openings<T> {
  /** Adds what begins with the first two units of `text`, or with those at `at`. */
  add(text: string, what: T, at?: number): void;
  /** What may begin at `at`; undefined where nothing does. Another pair of units may share a place: compare the text. */
  at(text: string, at: number): readonly T[] | undefined;
  /** The first place at or behind `from` where something may begin; the end of the text for none. */
  next(text: string, from: number): number;
}

/** Places of the small table; far more than there are pairs in any list of words. */
const PLACES = 1 << 14;

export function createOpenings<T>(): Openings<T> {
  const seen = new Uint8Array(PLACES);
  const lists = new Map<number, T[]>();
  return {
    add(text, what, at = 0) {
      const [first, second] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
      seen[placeOf(first, second)] = 1;
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
        if (seen[placeOf(first, second)] === 1) return at;
        first = second;
      }
      return text.length;
    },
    at(text, at) {
      const first = text.charCodeAt(at);
      const second = text.charCodeAt(at + 1);
      return seen[placeOf(first, second)] === 1 ? lists.get(keyOf(first, second)) : undefined;
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
