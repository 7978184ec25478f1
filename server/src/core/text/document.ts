import type { Block, BlockKind, Reading, Role, Script, Span } from '../model';
import { isBlank, isHan } from './characters';
import { hasPinyin } from './pinyin';
import type { ReadingOptions } from './reading';
import { read } from './reading';
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
}

/** A cache over two generations: what was not asked for between two calls of `turn` is dropped. */
export function createReadingCache(): ReadingCache & { turn(): void; readonly misses: number } {
  let old = new Map<string, Reading>();
  let young = new Map<string, Reading>();
  let misses = 0;
  return {
    get(raw, options) {
      const key = `${options.traditional ? 't' : 's'}${options.pinyin ? 'p' : '-'}${raw}`;
      let reading = young.get(key) ?? old.get(key);
      if (reading === undefined) {
        misses++;
        reading = read(raw, options);
      }
      young.set(key, reading);
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
  return {
    start: place.start,
    end: place.end,
    index: what.index,
    kind: what.kind,
    heading: what.heading,
    role: what.role,
    reading,
    text: reading.text,
    printed(start, end) {
      return printedForm(original, place.start, reading, start, end);
    },
    span(start, end) {
      return readingSpan(reading, place.start, start, end);
    },
    readingOffset(offset) {
      return readingIndex(reading, offset - place.start);
    },
  };
}

/** The original span of `start..end` of a reading that stands at `base`. An empty range is the place before its unit. */
export function readingSpan(reading: Reading, base: number, start: number, end: number): Span {
  const last = reading.text.length;
  const from = Math.max(0, Math.min(start, last));
  const to = Math.max(from, Math.min(end, last));
  const begin = base + (reading.starts[from] ?? 0);
  if (to === from) return { start: begin, end: begin };
  return { start: begin, end: base + (reading.starts[to - 1] ?? 0) + 1 };
}

/** The first reading unit that starts at or after the relative original `offset`. */
export function readingIndex(reading: Reading, offset: number): number {
  let low = 0;
  let high = reading.text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reading.starts[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A reading range with the widths and quotes of the source: only Han, radicals and look-alike letters are replaced. */
export function printedForm(original: string, base: number, reading: Reading, start: number, end: number): string {
  let out = '';
  for (let i = Math.max(0, start); i < end && i < reading.text.length; i++) {
    const at = base + (reading.starts[i] ?? 0);
    const code = original.charCodeAt(at);
    const replaced =
      isHan(code) || isBlank(code) || (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0x370 && code <= 0x4ff);
    out += replaced ? (reading.text[i] ?? '') : (original[at] ?? '');
  }
  return out;
}
