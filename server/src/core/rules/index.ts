import type { Rule } from './rule';

/** Every rule, in the order of the catalogue. A test proves that this list and the folder agree. */
export const rules: readonly Rule[] = [];
