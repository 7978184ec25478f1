import { indicatorIndex } from '../data';
import type { Statement } from '../model';
import { intervalOf, measureKey, sameMeasure, scaleOf } from './amounts';
import type { Work } from './objects';
import { completes, differInKind, isDeed, isGeneral, kinship, likeness, workOf } from './objects';
import { areRelated, relatedTo } from './relations';

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
  const answers = createAnswers(results.map(sideOf));
  const candidates: (Pair & { readonly score: number })[] = [];
  promises.map(sideOf).forEach((promise, p) => {
    answers.worthComparing(promise, (result, r) => {
      const fit = nameFit(promise, result);
      if (fit === null) return;
      const { period, year } = result.statement;
      const sameYear = period === 'annual' && year === promise.statement.year;
      const exact = promise.measure === result.measure;
      const same = exact || sameMeasure(promise.statement, result.statement);
      const like = same && promise.base === result.base;
      // What is promised in words (与经济增长同步) is told by the rise rather than by where it got to.
      const rise = promise.measure === 'qualitative' && result.measure === 'growth';
      const score =
        fit.score * 100 +
        (sameYear ? 40 : 0) +
        (like ? 20 : same ? 8 : rise ? 4 : 0) +
        (like && sameNumber(promise.statement, result.statement) ? 1 : 0);
      const confidence = sameYear && like && exact ? fit.confidence : weaker(fit.confidence, 'likely');
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

/** The results in order of what a promise can be compared with: hundreds meet hundreds, and most have nothing in common. */
interface Answers {
  /** Visits the results that {@link nameFit} could take for an answer, each once. */
  worthComparing(promise: Side, visit: (result: Side, index: number) => void): void;
}

function createAnswers(results: readonly Side[]): Answers {
  const byIndicator = new Map<string, number[]>();
  const byBase = new Map<string, number[]>();
  const byName = new Map<string, number[]>();
  const note = (map: Map<string, number[]>, key: string, index: number): void => {
    const list = map.get(key);
    if (list === undefined) map.set(key, [index]);
    else list.push(index);
  };
  results.forEach(({ statement, base }, i) => {
    if (statement.known) note(byIndicator, statement.indicator, i);
    note(byBase, base, i);
    note(byName, statement.name, i);
  });
  return {
    worthComparing(promise, visit) {
      const { known, indicator, name } = promise.statement;
      const go = (indices: readonly number[] | undefined, fits: (result: Side) => boolean): void => {
        for (const i of indices ?? []) {
          const result = results[i];
          if (result !== undefined && fits(result)) visit(result, i);
        }
      };
      if (known) for (const one of [indicator, ...relatedTo(indicator)]) go(byIndicator.get(one), () => true);
      const open = (result: Side): boolean => !(known && result.statement.known);
      go(byBase.get(promise.base), open);
      go(byName.get(name), (result) => open(result) && result.base !== promise.base);
    },
  };
}

/** A statement with what every comparison asks of it. */
interface Side {
  readonly statement: Statement;
  readonly work: Work;
  /** The characters of the object by a few bits: two objects without a common bit share no character. */
  readonly letters: number;
  readonly measure: string;
  readonly base: string;
  /** The catalogue's indicator that the object alone names. */
  readonly row: string | null;
  /** Named by other words than the catalogue's full forms: 托位 may be those there are or those that were added. */
  readonly everyday: boolean;
}

function sideOf(statement: Statement): Side {
  const via = indicatorIndex().get(statement.name)?.via;
  const named = workOf(statement.name);
  const measure = measureKey(statement);
  // 净增1500户 behind a name says what 新增 before it says.
  const rose = measure === 'step' && statement.direction === 'up' && named.verb === '';
  const work = rose ? { verb: '新增', object: named.object } : named;
  return {
    statement,
    work,
    letters: lettersOf(work.object),
    row: statement.known ? statement.indicator : (indicatorIndex().get(work.object)?.indicator.name ?? null),
    measure,
    base: scaleOf(statement.unit).base,
    everyday: via === undefined || via === 'weak',
  };
}

function lettersOf(text: string): number {
  let letters = 0;
  for (let i = 0; i < text.length; i++) letters |= 1 << (text.charCodeAt(i) & 31);
  return letters;
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
function nameFit(promise: Side, result: Side): NameFit | null {
  const wanted = promise.statement;
  const got = result.statement;
  if (wanted.known && got.known) {
    if (wanted.indicator === got.indicator) return sameIndicator(promise, result);
    return areRelated(wanted.indicator, got.indicator) ? { score: 0.5, confidence: 'likely' } : null;
  }
  if (promise.base !== result.base) {
    const same = wanted.name === got.name && !isGeneral(promise.work.object);
    return same ? { score: 0.9, confidence: 'likely' } : null;
  }
  if (isNarrowed(wanted.name, got.name) || isNarrowed(got.name, wanted.name)) {
    return { score: 0.85, confidence: 'likely' };
  }
  const fit =
    (promise.letters & result.letters) === 0
      ? null
      : (sameRow(promise, result) ?? alikeWorks(promise.work, result.work));
  // A growth rate and a share are both in %: only the same words make one thing of them.
  return sameMeasure(wanted, got) || fit?.confidence === 'certain' ? fit : null;
}

/** 新增托位, 新建普惠托位: everyday words of the catalogue for one thing, of which one may be a part of the other. */
function sameRow(promise: Side, result: Side): NameFit | null {
  if (promise.row === null || promise.row !== result.row || promise.work.object === result.work.object) return null;
  const kin = kinship(promise.work.verb, result.work.verb);
  return kin === 'same' ? { score: 0.85, confidence: 'likely' } : null;
}

/** The same words with something before them that says where or of what: “云事通”平台新增联办事项 of 新增联办事项. */
function isNarrowed(long: string, short: string): boolean {
  if (short.length < 4 || long.length <= short.length || !long.endsWith(short) || long.includes('、')) return false;
  return short.length >= 5 || PLATFORM.test(long.slice(0, -short.length));
}

const PLATFORM = /^“[^”]{2,12}”(?:服务)?(?:平台|系统|专区|专窗)?$/u;

/** One indicator: certain, unless everyday words name it or one of the two is the stock and the other the increase. */
function sameIndicator(promise: Side, result: Side): NameFit {
  const everyday = promise.everyday || result.everyday;
  const kin = everyday ? kinship(promise.work.verb, result.work.verb) : 'same';
  const counted = promise.measure === 'level' && promise.base !== '%';
  if (counted && kin !== 'same') return { score: kin === 'near' ? 0.8 : 0.6, confidence: 'likely' };
  const differ = everyday && promise.statement.name !== result.statement.name;
  return differ && counted ? { score: 0.9, confidence: 'likely' } : { score: 1, confidence: 'certain' };
}

/** The least likeness of two objects that are worth showing side by side, and the least that are taken for one thing. */
const POSSIBLE = 0.62;
const LIKELY = 0.72;
const SAME = 0.97;

function alikeWorks(promise: Work, result: Work): NameFit | null {
  // Verbs are told apart at once; objects are compared pair by pair.
  const kind = kinship(promise.verb, result.verb);
  const kin = kind === 'near' && promise.object === result.object && isDeed(promise.object) ? 'same' : kind;
  // Of projects some are begun and others finished in one year; other things are done when they are finished.
  const finished = kin === 'apart' && !promise.object.endsWith('项目') && completes(promise.verb, result.verb);
  if (kin === 'apart' && !finished) return null;
  const alike = likeness(promise.object, result.object);
  if (alike < POSSIBLE) return null;
  if (finished) return { score: alike * 0.85, confidence: alike >= LIKELY ? 'likely' : 'possible' };
  if (kin === 'near' || differInKind(promise.verb, result.verb))
    return alike < LIKELY ? null : { score: alike * 0.7, confidence: 'possible' };
  if (alike >= SAME && promise.object.length >= 3) return { score: alike, confidence: 'certain' };
  // Of a list with several things one alone is not surely meant.
  const listed = promise.object.includes('、') !== result.object.includes('、');
  return { score: alike * 0.9, confidence: alike >= LIKELY && !listed ? 'likely' : 'possible' };
}
