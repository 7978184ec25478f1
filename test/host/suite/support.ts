/** Fails unless both are the same value. `node:assert` is not there in a web worker. */
export function equal(actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) throw new Error(`Expected ${String(expected)} and got ${String(actual)}.`);
}
