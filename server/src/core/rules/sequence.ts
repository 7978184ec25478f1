export { inHan } from '../text/numerals';

/** A place where a printed sequence of numbers does not go on by one. */
export interface Break {
  readonly index: number;
  /**
   * `start`: the list does not begin with 1; `gap`: numbers left out; `repeat`: the number before once more; `back`: a
   * smaller one; `slip`: one wrong number in a sequence that is right before and after; `swap`: two neighbours exchanged.
   */
  readonly kind: 'start' | 'gap' | 'repeat' | 'back' | 'slip' | 'swap';
  readonly actual: number;
  readonly expected: number;
  /** The number before; 0 at the start. */
  readonly previous: number;
}

/** Breaks of a sequence that should run 1, 2, 3 …; each slip of a writer is one break. */
export function breaksOf(numbers: readonly number[]): Break[] {
  const breaks: Break[] = [];
  let expected = 1;
  for (let i = 0; i < numbers.length; i++) {
    const actual = numbers[i] ?? 0;
    const next = numbers[i + 1];
    if (actual === expected) {
      expected++;
      continue;
    }
    const at = { index: i, actual, expected, previous: numbers[i - 1] ?? 0 };
    if (next === expected + 1) {
      breaks.push({ ...at, kind: 'slip' });
      expected++;
    } else if (i === 0) {
      breaks.push({ ...at, kind: 'start' });
      expected = actual + 1;
    } else if (actual === expected + 1 && next === expected) {
      breaks.push({ ...at, kind: 'swap' });
      expected += 2;
      i++;
    } else if (actual < expected && next === expected) {
      breaks.push({ ...at, kind: actual === expected - 1 ? 'repeat' : 'back' });
    } else {
      breaks.push({ ...at, kind: actual > expected ? 'gap' : actual === expected - 1 ? 'repeat' : 'back' });
      expected = actual + 1;
    }
  }
  return breaks;
}

/** `缺7` or `缺7、8`: the numbers that a gap leaves out, at most three of them named. */
export function missingNumbers(one: Break): number[] {
  const missing: number[] = [];
  for (let n = one.expected; n < one.actual && missing.length < 3; n++) missing.push(n);
  return missing;
}
