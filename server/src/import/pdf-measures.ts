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
