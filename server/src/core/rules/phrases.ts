import type { Openings } from '../text/openings';
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

/** A finder of the phrases of a word list, which are looked for in a report together with those of all other lists. */
export interface ListFinder extends PhraseFinder {
  /** The number of the list, for {@link linesWithLists}. */
  readonly list: number;
}

/** Makes a finder of a list that is the same for every text; the list is read when the first text is. */
export function createListFinder(load: () => Iterable<string>): ListFinder {
  let own: PhraseFinder | undefined;
  const finder = (): PhraseFinder => (own ??= createPhraseFinder(load()));
  return {
    list: loaders.push(load) - 1,
    next: (text, from) => finder().next(text, from),
    find: (text) => finder().find(text),
  };
}

const loaders: (() => Iterable<string>)[] = [];

interface Listed {
  readonly phrase: string;
  readonly list: number;
}

let lexicon: Openings<Listed> | undefined;
let lists = 0;

/**
 * For every list of {@link createListFinder} the lines of a text in which one of its phrases stands, in order, found in
 * one pass. `starts` has the offset of each line and that of the end.
 */
export function linesWithLists(text: string, starts: readonly number[]): readonly (readonly number[])[] {
  const openings = openLexicon();
  const found = loaders.map((): number[] => []);
  let line = 0;
  for (let at = openings.next(text, 0); at < text.length; at = openings.next(text, at + 1)) {
    while ((starts[line + 1] ?? Infinity) <= at) line++;
    for (const { phrase, list } of openings.at(text, at) ?? []) {
      const lines = found[list];
      if (lines !== undefined && lines[lines.length - 1] !== line && text.startsWith(phrase, at)) lines.push(line);
    }
  }
  return found;
}

function openLexicon(): Openings<Listed> {
  if (lexicon !== undefined && lists === loaders.length) return lexicon;
  lexicon = createOpenings<Listed>();
  lists = loaders.length;
  for (const [list, load] of loaders.entries())
    for (const phrase of new Set(load())) if (phrase.length >= 2) lexicon.add(phrase, { phrase, list });
  return lexicon;
}
