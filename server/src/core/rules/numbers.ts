import type { Quantity } from '../facts/quantities';
import { scanNumbers } from '../facts/quantities';
import type { Block, Reading } from '../model';

const kept = new WeakMap<Reading, readonly Quantity[]>();

/**
 * Everything in a block that reads as a number, bare numbers (unit null) included, in reading offsets and in order of
 * place; found once for all rules.
 */
export function numbersOf({ text, reading }: Pick<Block, 'text' | 'reading'>): readonly Quantity[] {
  let numbers = kept.get(reading);
  if (numbers === undefined) kept.set(reading, (numbers = scanNumbers(text)));
  return numbers;
}
