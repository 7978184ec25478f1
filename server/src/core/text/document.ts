import type { Block, BlockKind, Reading, Role, Script, Span } from '../model';
import { isBlank, isHan } from './characters';
import { hasPinyin } from './pinyin';
import type { ReadingOptions } from './reading';
import { originalOffset, read, readingIndex } from './reading';
import { isTraditional } from './script';

/** What the whole text says about how its parts are to be read. */
export interface Survey extends ReadingOptions {
  readonly script: Script;
}

/** Looks over the whole text once, before any part of it is read. */
export function survey(text: string): Survey {
  const traditional = isTraditional(text);
  return { traditional, pinyin: hasPinyin(text), script: traditional ? 'traditional' : 'simplified' };
}

/** The reading forms of stretches seen before, so that an edit in one paragraph reads one paragraph again. */
export interface ReadingCache {
  get(raw: string, options: ReadingOptions): Reading;
  /** What else was found out about a stretch by its words alone; of one kind for all who ask. */
  kept<T extends object>(reading: Reading, find: () => T): T;
}

/** A cache over two generations: what was not asked for between two calls of `turn` is dropped. */
export function createReadingCache(): ReadingCache & { turn(): void; readonly misses: number } {
  let old = new Map<string, Reading>();
  let young = new Map<string, Reading>();
  /** How the texts of both generations were read; another way begins anew. */
  let manner = '';
  let misses = 0;
  const others = new WeakMap<Reading, object>();
  return {
    kept<T extends object>(reading: Reading, find: () => T): T {
      let one = others.get(reading) as T | undefined;
      if (one === undefined) others.set(reading, (one = find()));
      return one;
    },
    get(raw, options) {
      const asked = `${options.traditional ? 't' : 's'}${options.pinyin ? 'p' : '-'}`;
      if (asked !== manner) {
        manner = asked;
        old = new Map();
        young = new Map();
      }
      let reading = young.get(raw);
      if (reading !== undefined) return reading;
      reading = old.get(raw);
      if (reading === undefined) {
        misses++;
        reading = read(raw, options);
      }
      young.set(raw, reading);
      return reading;
    },
    turn() {
      old = young;
      young = new Map();
    },
    get misses() {
      return misses;
    },
  };
}

/** Builds a block over `start..end` of the document from the reading of that stretch. */
export function createBlock(
  original: string,
  place: Span,
  reading: Reading,
  what: { readonly index: number; readonly kind: BlockKind; readonly heading: number; readonly role: Role | null },
): Block {
  return new ReadBlock(original, place.start, place.end, reading, what.index, what.kind, what.heading, what.role);
}

/** A class, so that what a block can do exists once and not once a block: a folder holds thousands of them. */
class ReadBlock implements Block {
  readonly #original: string;

  constructor(
    original: string,
    readonly start: number,
    readonly end: number,
    readonly reading: Reading,
    readonly index: number,
    readonly kind: BlockKind,
    readonly heading: number,
    readonly role: Role | null,
  ) {
    this.#original = original;
  }

  get text(): string {
    return this.reading.text;
  }

  printed(start: number, end: number): string {
    return printedForm(this.#original, this.start, this.reading, start, end);
  }

  span(start: number, end: number): Span {
    return readingSpan(this.reading, this.start, start, end);
  }

  readingOffset(offset: number): number {
    return readingIndex(this.reading, offset - this.start);
  }
}

/** The original span of `start..end` of a reading that stands at `base`. An empty range is the place before its unit. */
export function readingSpan(reading: Reading, base: number, start: number, end: number): Span {
  const last = reading.text.length;
  const from = Math.max(0, Math.min(start, last));
  const to = Math.max(from, Math.min(end, last));
  const begin = base + originalOffset(reading, from);
  if (to === from) return { start: begin, end: begin };
  return { start: begin, end: base + originalOffset(reading, to - 1) + 1 };
}

/** A reading range with the widths and quotes of the source: only Han, radicals and look-alike letters are replaced. */
export function printedForm(original: string, base: number, reading: Reading, start: number, end: number): string {
  const words = reading.text.slice(Math.max(0, start), Math.max(0, end));
  // Nearly always the source prints what is read.
  if (original.startsWith(words, base + originalOffset(reading, Math.max(0, start)))) return words;
  let out = '';
  for (let i = Math.max(0, start); i < end && i < reading.text.length; i++) {
    const at = base + originalOffset(reading, i);
    const code = original.charCodeAt(at);
    const replaced =
      isHan(code) || isBlank(code) || (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0x370 && code <= 0x4ff);
    out += replaced ? (reading.text[i] ?? '') : (original[at] ?? '');
  }
  return out;
}
