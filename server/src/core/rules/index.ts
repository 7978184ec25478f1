import { numberApproximate } from './catalogue/number-approximate';
import { numberRange } from './catalogue/number-range';
import { punctuationPair } from './catalogue/punctuation-pair';
import type { Rule } from './rule';

/** Every rule, in the order of the catalogue. A test proves that this list and the folder agree. */
export const rules: readonly Rule[] = [numberRange, numberApproximate, punctuationPair];
