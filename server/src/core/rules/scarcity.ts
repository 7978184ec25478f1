import { formulations, indicators, knownTerms, wordingOf } from '../data';

/**
 * All words but the most frequent ones, as many as `spare` may be missed: whoever has more than `spare` of them has one
 * of the rest. How frequent a word is in reports is judged by the words of the data, which are those of reports.
 */
export function scarcest(words: readonly string[], spare: number): readonly string[] {
  const byScarcity = words.map((word) => ({ word, count: countOf(word) })).sort((a, b) => a.count - b.count);
  return byScarcity.slice(0, Math.max(1, words.length - Math.max(0, spare))).map(({ word }) => word);
}

function countOf(word: string): number {
  sample ??= sampleOf();
  if (word.length === 2) return (pairs ??= countPairs(sample)).get(word) ?? 0;
  return sample.split(word).length - 1;
}

let pairs: ReadonlyMap<string, number> | undefined;

function countPairs(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    counts.set(pair, (counts.get(pair) ?? 0) + 1);
  }
  return counts;
}

let sample: string | undefined;

/** Names, definitions and wordings: what reports speak of, in the words of reports. */
function sampleOf(): string {
  return [
    ...indicators.map((one) => one.name),
    ...knownTerms.map((one) => `${one.term} ${one.definition}`),
    ...formulations.map(wordingOf),
  ].join('\n');
}
