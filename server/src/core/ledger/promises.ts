import type { Analysis, Statement } from '../model';
import { measureKey } from './amounts';

/**
 * The targets and tasks that a report sets for its own year, and for the year reviewed where that is a later one. What
 * is said twice is one promise, the target before the task.
 */
export function promisesOf(made: Analysis, reviewed: number | null): Statement[] {
  const own = made.report.info?.planYear ?? null;
  const promises = made.statements.filter(
    ({ role, year, period }) => role !== 'result' && period === 'annual' && (year === own || year === reviewed),
  );
  const kept = new Map<string, Statement>();
  for (const promise of promises) {
    const key = keyOf(promise);
    const before = kept.get(key);
    if (before === undefined || (before.role === 'task' && promise.role === 'target')) kept.set(key, promise);
  }
  return [...kept.values()].sort((a, b) => rank(a) - rank(b) || a.start - b.start || a.valueStart - b.valueStart);
}

function rank({ role }: Statement): number {
  return role === 'target' ? 0 : 1;
}

/** One indicator with one number is one promise; in words it is, whatever the words. */
function keyOf(promise: Statement): string {
  const { indicator, year, min, max, unit, bound } = promise;
  const measure = measureKey(promise);
  const value = measure === 'qualitative' ? '' : [min, max, unit, bound].join(' ');
  return [indicator, String(year), measure, value].join('\n');
}
