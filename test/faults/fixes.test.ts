import { expect, it } from 'vitest';
import { listAllRules } from '../../server/src/core/linter';
import { createRandom } from '../layouts/random';
import { createDesk } from './desk';
import { drafts } from './hosts';
import { judge } from './judging';
import { kinds } from './kinds';
import { violationsOf } from './laws';
import { plantSome } from './planting';

const SEED = 2;
const COUNT = 500;

it(`every fix of ${COUNT} random planted faults leaves a text on which all is well`, () => {
  const desk = createDesk();
  const hosts = drafts();
  const withFixes = new Set(
    listAllRules()
      .filter(({ fix }) => fix !== 'none')
      .map(({ id }) => id),
  );
  const all = kinds.filter(({ rule }) => withFixes.has(rule)).flatMap((kind) => plantSome(kind, hosts, 20, SEED));
  let fixed = 0;
  for (const planted of createRandom(SEED).some(all, all.length)) {
    if (fixed === COUNT) break;
    const verdict = judge(planted, desk);
    if (!verdict.hits.some(({ fixes }) => fixes.length > 0)) continue;
    fixed += 1;
    expect(violationsOf(verdict, desk)).toEqual([]);
  }
  expect(fixed).toBe(COUNT);
});
