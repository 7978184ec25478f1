/**
 * By which two units something may begin. Rules and facts look for hundreds of words in every text; nearly every unit of
 * it begins none of them, and one look into a small table settles that.
 */
export interface Openings<T> {
  /** Adds what begins with the first two units of `text`, or with those at `at`. */
  add(text: string, what: T, at?: number): void;
  /** What may begin at `at`; undefined where nothing does. Another pair of units may share a place: compare the text. */
  at(text: string, at: number): readonly T[] | undefined;
}

export function createOpenings<T>(): Openings<T> {
  const firsts = new Uint8Array(0x1000);
  const lists = new Map<number, T[]>();
  return {
    add(text, what, at = 0) {
      const first = text.charCodeAt(at);
      const key = keyOf(first, text.charCodeAt(at + 1));
      firsts[first & 0xfff] = 1;
      const list = lists.get(key);
      if (list === undefined) lists.set(key, [what]);
      else list.push(what);
    },
    at(text, at) {
      const first = text.charCodeAt(at);
      return firsts[first & 0xfff] === 1 ? lists.get(keyOf(first, text.charCodeAt(at + 1))) : undefined;
    },
  };
}

/** A number that needs no room of its own, as one of four bytes would. */
function keyOf(first: number, second: number): number {
  return ((first & 0x7fff) << 15) ^ second;
}
