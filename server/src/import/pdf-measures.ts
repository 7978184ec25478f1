/** Measures of a page that most of its text agrees on. */

/** To half a point: what was set in one place comes out a little beside it. */
export function round(size: number): number {
  return Math.round(size * 2) / 2;
}

/** The value with the greatest weight in all. */
export function mostCommon(values: readonly (readonly [number, number])[]): number {
  const weights = new Map<number, number>();
  for (const [value, weight] of values) weights.set(value, (weights.get(value) ?? 0) + weight);
  return [...weights].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** The value below which a share of all values lies; 0 for none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A line as far as its edges go. */
export interface Reach {
  readonly left: number;
  readonly text: string;
}

/** Fewer of all lines than this make no edge. */
const EDGE_SHARE = 0.08;

/**
 * Where text begins. That is where most of it does, but for pages of short paragraphs: most of their lines are the first
 * ones, which stand two characters in, each behind the end of a sentence. (The lines that hang below a number do not.)
 * @param lines in reading order
 * @param size height of their letters
 */
export function textEdge(lines: readonly Reach[], size: number): number {
  const weights = lines.map(({ left, text }) => [round(left), text.length] as const);
  const common = mostCommon(weights);
  const outside = weights.filter(([left]) => common - left > size * 0.8 && common - left < size * 2.6);
  const inside = lines.flatMap(({ left }, i) =>
    i > 0 && Math.abs(left - common) < 1 ? [lines[i - 1]?.text ?? ''] : [],
  );
  const behindEnds = inside.filter((text) => /[。！？：；]$/.test(text)).length;
  const isEdge = outside.length >= lines.length * EDGE_SHARE && behindEnds >= inside.length * 0.5;
  return isEdge ? mostCommon(outside) : common;
}
