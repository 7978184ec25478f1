import { createOpenings } from '../text/openings';
import type { Seeker } from './blocks';

/** Finds many fixed phrases in one pass. */
export interface PhraseFinder extends Seeker {
  /** Every occurrence of every phrase, overlapping ones included, in order of place. */
  find(text: string): readonly { readonly at: number; readonly phrase: string }[];
  /** Where the first phrase at or behind `from` stands; -1 where there is none. */
  next(text: string, from: number): number;
}

/** Makes a finder of phrases of two characters and more. */
export function createPhraseFinder(phrases: Iterable<string>): PhraseFinder {
  const openings = createOpenings<string>();
  for (const phrase of new Set(phrases)) if (phrase.length >= 2) openings.add(phrase, phrase);
  return {
    next(text, from) {
      for (let at = openings.next(text, from); at < text.length; at = openings.next(text, at + 1)) {
        const candidates = openings.at(text, at);
        if (candidates === undefined) continue;
        for (const phrase of candidates) if (text.startsWith(phrase, at)) return at;
      }
      return -1;
    },
    find(text) {
      const found: { at: number; phrase: string }[] = [];
      for (let at = openings.next(text, 0); at < text.length; at = openings.next(text, at + 1)) {
        const candidates = openings.at(text, at);
        if (candidates === undefined) continue;
        for (const phrase of candidates) if (text.startsWith(phrase, at)) found.push({ at, phrase });
      }
      return found;
    },
  };
}
