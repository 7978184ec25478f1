import type { FaultKind } from '../fault';
import { commentKinds } from './comments';
import { copyingKinds } from './copying';
import { figureKinds } from './figures';
import { glossaryKinds } from './glossaries';
import { indicatorKinds } from './indicators';
import { numberKinds } from './numbers';
import { punctuationKinds } from './punctuation';
import { structureKinds } from './structure';
import { termKinds } from './terms';
import { wordingKinds } from './wording';

/** Every kind of fault that is planted, one for each rule it should wake. */
export const kinds: readonly FaultKind[] = [
  ...termKinds,
  ...glossaryKinds,
  ...indicatorKinds,
  ...figureKinds,
  ...numberKinds,
  ...wordingKinds,
  ...structureKinds,
  ...punctuationKinds,
  ...copyingKinds,
  ...commentKinds,
];
