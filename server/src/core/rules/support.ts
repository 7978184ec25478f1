import type { Block, Report, Span } from '../model';

export { prose } from './blocks';
export { circled } from '../text/numerals';

/** The words of a place for a message: without line breaks and spaces, cut in the middle where they are long. */
export function quote(text: string, place: Span, longest = 30): string {
  const words = cite(text.slice(place.start, place.end).replace(/\s+/g, ''));
  if (words.length <= longest) return words;
  const half = Math.floor((longest - 1) / 2);
  return `${words.slice(0, half)}…${words.slice(-half)}`;
}

/** Words to be set between “ and ”: quotation marks inside become single ones. */
export function cite(words: string): string {
  return words.replaceAll('“', '‘').replaceAll('”', '’');
}

/** All matches of a pattern with the `g` flag, without sharing its state between callers. */
export function matches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NO_MATCHES;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex++;
  }
  return found;
}

const NO_MATCHES: readonly RegExpExecArray[] = [];

/** The block that an original offset lies in. */
export function blockAt(report: Report, offset: number): Block | undefined {
  let low = 0;
  let high = report.blocks.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const block = report.blocks[middle];
    if (block === undefined) return undefined;
    if (offset < block.start) high = middle - 1;
    else if (offset >= block.end) low = middle + 1;
    else return block;
  }
  return undefined;
}
