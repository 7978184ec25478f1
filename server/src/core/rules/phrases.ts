/** Finds many fixed phrases in one pass. */
export interface PhraseFinder {
  /** Every occurrence of every phrase, overlapping ones included, in order of place. */
  find(text: string): { readonly at: number; readonly phrase: string }[];
}

/** Makes a finder of phrases of two characters and more: the first two say where a comparison is worth while. */
export function createPhraseFinder(phrases: Iterable<string>): PhraseFinder {
  const byOpening = new Map<number, string[]>();
  for (const phrase of new Set(phrases)) {
    if (phrase.length < 2) continue;
    const key = opening(phrase, 0);
    const list = byOpening.get(key);
    if (list === undefined) byOpening.set(key, [phrase]);
    else list.push(phrase);
  }
  return {
    find(text) {
      const found: { at: number; phrase: string }[] = [];
      for (let at = 0; at + 1 < text.length; at++) {
        const candidates = byOpening.get(opening(text, at));
        if (candidates === undefined) continue;
        for (const phrase of candidates) if (text.startsWith(phrase, at)) found.push({ at, phrase });
      }
      return found;
    },
  };
}

function opening(text: string, at: number): number {
  return text.charCodeAt(at) * 0x10000 + text.charCodeAt(at + 1);
}
