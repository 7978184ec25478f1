import { indicatorIndex } from '../data';
import type { Statement } from '../model';
import { intervalOf, measureKey, sameScale } from './amounts';
import type { Work } from './objects';
import { kinship, likeness, workOf } from './objects';
import { areRelated } from './relations';
import { comparable } from './verdict';

export type Confidence = 'certain' | 'likely' | 'possible';

/** A promise with the result that answers it. */
export interface Pair {
  readonly promise: number;
  readonly result: number;
  readonly confidence: Confidence;
}

/**
 * Finds the result that answers each promise: the best pairs first, each promise and each result at most once, and of
 * equal ones the result that stands first. Indices into the lists given.
 */
export function matchResults(promises: readonly Statement[], results: readonly Statement[]): Pair[] {
  const works = new Map<Statement, Work>();
  const work = (statement: Statement): Work => {
    let one = works.get(statement);
    if (one === undefined) works.set(statement, (one = workOf(statement.name)));
    return one;
  };
  const candidates: (Pair & { readonly score: number })[] = [];
  promises.forEach((promise, p) => {
    results.forEach((result, r) => {
      const fit = nameFit(promise, result, work);
      if (fit === null) return;
      const sameYear = result.period === 'annual' && result.year === promise.year;
      const like = comparable(promise, result);
      const score =
        fit.score * 100 +
        (sameYear ? 40 : 0) +
        (like ? 20 : measureKey(promise) === measureKey(result) ? 8 : 0) +
        (like && sameNumber(promise, result) ? 1 : 0);
      const confidence = sameYear && like ? fit.confidence : weaker(fit.confidence, 'likely');
      candidates.push({ promise: p, result: r, confidence, score });
    });
  });
  candidates.sort((a, b) => b.score - a.score || a.promise - b.promise || a.result - b.result);
  const answered = new Set<number>();
  const used = new Set<number>();
  const pairs: Pair[] = [];
  for (const { promise, result, confidence } of candidates) {
    if (answered.has(promise) || used.has(result)) continue;
    answered.add(promise);
    used.add(result);
    pairs.push({ promise, result, confidence });
  }
  return pairs;
}

/** Of two equal answers the one with the very number promised is meant. */
function sameNumber(promise: Statement, result: Statement): boolean {
  const wanted = intervalOf(promise);
  const got = intervalOf(result);
  return wanted !== null && got !== null && wanted.low === got.low && wanted.high === got.high;
}

/** The weaker of two confidences. */
export function weaker(a: Confidence, b: Confidence): Confidence {
  return RANK[a] < RANK[b] ? a : b;
}

const RANK: Readonly<Record<Confidence, number>> = { possible: 0, likely: 1, certain: 2 };

interface NameFit {
  readonly score: number;
  readonly confidence: Confidence;
}

/** How well the names of two statements fit; null where they name different things. */
function nameFit(promise: Statement, result: Statement, work: (one: Statement) => Work): NameFit | null {
  if (promise.indicator === result.indicator && (promise.known || promise.name === result.name)) {
    return sameIndicator(promise, result, work);
  }
  if (promise.known && result.known) {
    return areRelated(promise.indicator, result.indicator) ? { score: 0.5, confidence: 'likely' } : null;
  }
  if (!sameScale(promise, result)) return null;
  if (isNarrowed(promise.name, result.name) || isNarrowed(result.name, promise.name)) {
    return { score: 0.85, confidence: 'likely' };
  }
  return alikeWorks(work(promise), work(result));
}

/** The same words with something before them that says where or of what: “云事通”平台新增联办事项 of 新增联办事项. */
function isNarrowed(long: string, short: string): boolean {
  return short.length >= 5 && long.length > short.length && long.endsWith(short) && !long.includes('、');
}

/** One indicator: certain, unless everyday words name it or one of the two is the stock and the other the increase. */
function sameIndicator(promise: Statement, result: Statement, work: (one: Statement) => Work): NameFit {
  const everyday = isEveryday(promise) || isEveryday(result);
  const kin = everyday ? kinship(work(promise).verb, work(result).verb) : 'same';
  const counted = measureKey(promise) === 'level' && !/[%‰]/u.test(promise.unit ?? '');
  if (counted && kin !== 'same') return { score: kin === 'near' ? 0.8 : 0.6, confidence: 'likely' };
  const differ = promise.name !== result.name && everyday;
  return differ && counted ? { score: 0.9, confidence: 'likely' } : { score: 1, confidence: 'certain' };
}

/** Named by other words than the catalogue's full forms: 托位 may be those there are or those that were added. */
function isEveryday(statement: Statement): boolean {
  const via = indicatorIndex().get(statement.name)?.via;
  return via === undefined || via === 'weak';
}

/** The least likeness of two objects that are worth showing side by side, and the least that are taken for one thing. */
const POSSIBLE = 0.62;
const LIKELY = 0.72;
const SAME = 0.97;

function alikeWorks(promise: Work, result: Work): NameFit | null {
  const alike = likeness(promise.object, result.object);
  if (alike < POSSIBLE) return null;
  const kin = kinship(promise.verb, result.verb);
  if (kin === 'apart') return null;
  if (kin === 'near') return alike < LIKELY ? null : { score: alike * 0.7, confidence: 'possible' };
  if (alike >= SAME && promise.object.length >= 3) return { score: alike, confidence: 'certain' };
  // Of a list with several things one alone is not surely meant.
  const listed = promise.object.includes('、') !== result.object.includes('、');
  return { score: alike * 0.9, confidence: alike >= LIKELY && !listed ? 'likely' : 'possible' };
}
