import { findIndicator } from '../data';
import type { Analysis, Statement } from '../model';
import type { Interval } from './amounts';
import { intervalOf, sameMeasure, sameScale, scaleOf, toleranceOf } from './amounts';

/** What became of a promise; see the contract. */
export type Verdict = 'met' | 'missed' | 'reported' | 'unreported' | 'incomparable';

/** Which way is better: up, down, or neither. */
export type Better = 'up' | 'down' | 'neither';

/**
 * Judges two statements of one indicator and one year: `met` or `missed` where both give numbers that can be compared
 * and the answer is beyond doubt, `reported` otherwise. Whether they are of one year is the caller's to know. The
 * report that made the promise is asked how many digits it printed.
 */
export function judge(promise: Statement, result: Statement, made: Analysis): 'met' | 'missed' | 'reported' {
  const wanted = intervalOf(promise);
  const got = intervalOf(result);
  if (wanted === null || got === null) return 'reported';
  if (!comparable(promise, result)) return 'reported';
  const tolerance = promise.bound === 'exact' || promise.bound === 'about' ? toleranceOf(promise, made) : 0;
  const better = betterWay(promise);
  const low = fits(got.low, wanted, tolerance, better);
  const high = fits(got.high, wanted, tolerance, better);
  if (low !== high) return 'reported';
  return low ? 'met' : 'missed';
}

/**
 * How far a result stays away from its promise, as a positive number in the unit of the promise (percentage points
 * where that is %); null where they cannot be compared or a bound is open on the side that counts.
 */
export function shortfallOf(promise: Statement, result: Statement): number | null {
  const wanted = intervalOf(promise);
  const got = intervalOf(result);
  if (wanted === null || got === null || !comparable(promise, result)) return null;
  const gap = got.high < wanted.low ? wanted.low - got.high : got.low > wanted.high ? got.low - wanted.high : null;
  if (gap === null || !Number.isFinite(gap)) return null;
  // Rounded so that 6 - 4.9 is 1.1.
  return Number((gap / scaleOf(promise.unit).factor).toPrecision(9));
}

/** Whether the numbers of two statements are of one kind: growth with growth, 万人 with 人, never an amount with its rise. */
export function comparable(promise: Statement, result: Statement): boolean {
  return sameMeasure(promise, result) && sameScale(promise, result);
}

/** Which way is better for what is promised: as the catalogue says, else as the words of the promise show. */
export function betterWay(promise: Statement): Better {
  const known = promise.known ? findIndicator(promise.indicator) : null;
  if (known !== null && known.direction !== 'neutral') return known.direction;
  // A neutral indicator that is held under a ceiling (prices, deficits, debts) is better below it.
  if (known?.kind === 'cap') return 'down';
  if (known?.kind === 'floor') return 'up';
  if (promise.bound === 'at-least') return promise.direction === 'down' ? 'down' : 'up';
  if (promise.bound === 'at-most') return promise.direction === 'down' ? 'up' : 'down';
  if (known !== null) return 'neither';
  if (promise.direction !== null) return promise.direction;
  return BURDENS.test(promise.name) && !RELIEF.test(promise.name) ? 'neither' : 'up';
}

/** Burdens that are taken away: 化解政府债务 is better the more of them. */
const RELIEF =
  /化解|处置|压[减降]|偿还|清偿|整治|治理|查处|破获|侦破|办结|调[解处]|削减|减[排免负]|淘汰|消除|清[理零退]|解决|审结/u;

/** What nobody wants more of, and what is a plan to keep to; all else that is promised is better the more there is of it. */
const BURDENS =
  /赤字|债|成本|负担|经费|事故|死亡|伤亡|火灾|投诉|信访|违[法规]|案件|不良|失业|返贫|排放|能耗|消耗|浓度|污染|亏损|损失|收费|时限|时间/u;

/**
 * Whether one value keeps a promise. Open ends of the wanted stretch are infinite, so that what is better than promised
 * always passes. Differences in the last bits of a number do not count.
 */
function fits(value: number, { low, high }: Interval, tolerance: number, better: Better): boolean {
  const slack = tolerance + 1e-9 * Math.max(1, ...[low, high].filter(Number.isFinite).map(Math.abs));
  const enough = value >= low - slack;
  const notTooMuch = value <= high + slack;
  if (better === 'up') return enough;
  if (better === 'down') return notTooMuch;
  return enough && notTooMuch;
}
