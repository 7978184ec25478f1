/** A small seeded generator of random choices, so that a layout can be made again from its seed alone. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number;
  /** A number from `low` to `high` with `digits` decimals. */
  decimal(low: number, high: number, digits: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** `count` different choices in random order (all of them when there are fewer). */
  some<T>(choices: readonly T[], count: number): T[];
  /** A key of the table, as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
}

/** Mulberry32: 32 bits of state are plenty for layouts, and every engine computes the same numbers. */
export function createRandom(seed: number): Random {
  let state = (seed * 0x9e3779b1) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const some = <T>(choices: readonly T[], count: number): T[] => {
    const rest = [...choices];
    for (let index = rest.length - 1; index > 0; index -= 1) rest.splice(index, 0, ...rest.splice(int(0, index), 1));
    return rest.slice(0, count);
  };
  return {
    next,
    int,
    some,
    decimal: (low, high, digits) => Number((low + next() * (high - low)).toFixed(digits)),
    chance: (probability) => next() < probability,
    pick: (choices) => {
      const chosen = choices[int(0, choices.length - 1)];
      if (chosen === undefined) throw new RangeError('Nothing to choose from.');
      return chosen;
    },
    weighted: (weights) => {
      const keys = Object.keys(weights) as (keyof typeof weights)[];
      let rest = next() * keys.reduce((sum, key) => sum + weights[key], 0);
      const chosen = keys.find((key) => (rest -= weights[key]) < 0) ?? keys.at(-1);
      if (chosen === undefined) throw new RangeError('Nothing to choose from.');
      return chosen;
    },
  };
}
