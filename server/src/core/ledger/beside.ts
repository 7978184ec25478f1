/** Which figures of one indicator are set beside each other, so that like stands beside like. */
import type { Statement } from '../model';
import { comparable } from './verdict';

/** The past target to show beside a target of the draft: one measured alike if there is one, else the first. */
export function pastTarget<T>(
  targets: readonly T[],
  now: Statement,
  statementOf: (one: T) => Statement,
): T | undefined {
  return closest(targets, now, statementOf) ?? targets[0];
}

/**
 * The result to show beside a past target: measured as that target is, so that no amount answers a growth. Where the
 * target has no number, or none is shown, the result follows the target of the draft, else it is a growth.
 */
export function pastResult<T>(
  results: readonly T[],
  target: Statement | undefined,
  now: Statement,
  statementOf: (one: T) => Statement,
): T | undefined {
  if (target !== undefined && target.measure !== 'qualitative') return closest(results, target, statementOf);
  return (
    closest(results, now, statementOf) ?? results.find((one) => statementOf(one).measure === 'growth') ?? results[0]
  );
}

function closest<T>(all: readonly T[], like: Statement, statementOf: (one: T) => Statement): T | undefined {
  return (
    all.find((one) => comparable(like, statementOf(one))) ??
    all.find((one) => statementOf(one).measure === like.measure)
  );
}
