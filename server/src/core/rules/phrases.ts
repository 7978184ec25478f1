/** Finds many fixed phrases in one pass. */
export interface PhraseFinder {
  /** Every occurrence of every phrase, overlapping ones included, in order of place. */
  find(text: string): readonly { readonly at: number; readonly phrase: string }[];
  /** Where the first phrase at or behind `from` stands; -1 where there is none. */
  next(text: string, from: number): number;
}

/** Makes a finder of phrases of two characters and more: the first two say where a comparison is worth while. */
export function createPhraseFinder(phrases: Iterable<string>): PhraseFinder {
  const byOpening = new Map<number, string[]>();
  // Nearly every unit of a text begins no phrase: one look into a small table must settle that.
  const firsts = new Uint8Array(0x1000);
  for (const phrase of new Set(phrases)) {
    if (phrase.length < 2) continue;
    firsts[phrase.charCodeAt(0) & 0xfff] = 1;
    const key = opening(phrase.charCodeAt(0), phrase.charCodeAt(1));
    const list = byOpening.get(key);
    if (list === undefined) byOpening.set(key, [phrase]);
    else list.push(phrase);
  }
  return {
    next(text, from) {
      for (let at = from; at + 1 < text.length; at++) {
        const code = text.charCodeAt(at);
        if (firsts[code & 0xfff] === 0) continue;
        const candidates = byOpening.get(opening(code, text.charCodeAt(at + 1)));
        if (candidates === undefined) continue;
        for (const phrase of candidates) if (text.startsWith(phrase, at)) return at;
      }
      return -1;
    },
    find(text) {
      const found: { at: number; phrase: string }[] = [];
      for (let at = 0; at + 1 < text.length; at++) {
        const code = text.charCodeAt(at);
        if (firsts[code & 0xfff] === 0) continue;
        const candidates = byOpening.get(opening(code, text.charCodeAt(at + 1)));
        if (candidates === undefined) continue;
        for (const phrase of candidates) if (text.startsWith(phrase, at)) found.push({ at, phrase });
      }
      return found;
    },
  };
}

/** A small whole number of two units; two openings may share one, as the phrases are compared anyway. */
function opening(first: number, second: number): number {
  return ((first & 0x7fff) << 15) ^ second;
}
