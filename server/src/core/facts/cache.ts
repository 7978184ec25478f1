/**
 * Facts of a block that depend on nothing but its reading text are kept while some version of the document asks for
 * them. Typing in one paragraph computes the facts of one paragraph.
 */
export interface FactCache {
  /** The facts of `kind` for a block that reads `text`; `compute` must be pure. */
  of<T>(kind: string, text: string, compute: (text: string) => T): T;
  /** Begins a new version: facts that the version before last asked for are let go. */
  turn(): void;
  /** How often something was computed, for tests and the bench. */
  readonly misses: number;
}

export function createFactCache(): FactCache {
  let old = new Map<string, Map<string, unknown>>();
  let young = new Map<string, Map<string, unknown>>();
  let misses = 0;
  return {
    of<T>(kind: string, text: string, compute: (text: string) => T): T {
      let facts = young.get(kind);
      if (facts === undefined) young.set(kind, (facts = new Map<string, unknown>()));
      if (facts.has(text)) return facts.get(text) as T;
      const before = old.get(kind);
      let value: T;
      if (before?.has(text)) value = before.get(text) as T;
      else {
        misses++;
        value = compute(text);
      }
      facts.set(text, value);
      return value;
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
