import type { Analysis, ConfirmedMatch, ConfirmedMatches, Span, Statement } from '../model';
import { hash } from '../text/hash';

/** The file at the corpus root in which a person's confirmations and corrections are kept. */
export const MATCHES_FILE = 'policy-drafting.matches.json';

export const NO_MATCHES: ConfirmedMatches = { matches: [] };

/** What a promise is known by in the file. */
export type PromiseKey = Pick<ConfirmedMatch, 'issuer' | 'year' | 'indicator' | 'promise'>;

/** The key of a promise that `made` states. */
export function promiseKey(promise: Statement, made: Analysis): PromiseKey {
  return {
    issuer: made.report.info?.issuer ?? null,
    year: promise.year,
    indicator: promise.indicator,
    promise: textHash(made, promise),
  };
}

/** The hash of the words at a place of a report, blank space left out. */
export function textHash(analysis: Analysis, place: Span): string {
  return hash(analysis.report.text.slice(place.start, place.end).replace(/\s/gu, ''));
}

/** What a person decided of a promise: a hash, `none`, or null for nothing. The last entry wins. */
export function confirmedResult(confirmed: ConfirmedMatches, key: PromiseKey): string | null {
  return confirmed.matches.filter((one) => sameKey(one, key)).at(-1)?.result ?? null;
}

/** The matches with one more decision, in place of an earlier one of the same promise. */
export function withMatch(confirmed: ConfirmedMatches, key: PromiseKey, result: string): ConfirmedMatches {
  return { matches: [...withoutMatch(confirmed, key).matches, { ...key, result }] };
}

/** The matches without a person's decision of a promise. */
export function withoutMatch(confirmed: ConfirmedMatches, key: PromiseKey): ConfirmedMatches {
  return { matches: confirmed.matches.filter((one) => !sameKey(one, key)) };
}

/** Reads the content of the file; null when it is none or any entry is not as it should be. */
export function parseMatches(content: string): ConfirmedMatches | null {
  let value: unknown;
  try {
    value = JSON.parse(content.startsWith('\ufeff') ? content.slice(1) : content);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.schema !== 1 || !Array.isArray(value.matches)) return null;
  const matches: ConfirmedMatch[] = [];
  for (const entry of value.matches as readonly unknown[]) {
    const match = matchFrom(entry);
    if (match === null) return null;
    matches.push(match);
  }
  return { matches };
}

/** The content of the file, sorted so that versions of it compare well. */
export function formatMatches(confirmed: ConfirmedMatches): string {
  const rows = confirmed.matches.map(({ issuer, year, indicator, promise, result }) => ({
    issuer,
    year,
    indicator,
    promise,
    result,
  }));
  const name = (row: ConfirmedMatch): string =>
    [row.issuer ?? '', String(row.year ?? ''), row.indicator, row.promise].join('\n');
  rows.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  return `${JSON.stringify({ schema: 1, matches: rows }, null, 2)}\n`;
}

function matchFrom(entry: unknown): ConfirmedMatch | null {
  if (!isRecord(entry)) return null;
  const { issuer = null, year = null, indicator, promise, result } = entry;
  if (issuer !== null && typeof issuer !== 'string') return null;
  if (year !== null && typeof year !== 'number') return null;
  if (typeof indicator !== 'string' || typeof promise !== 'string' || typeof result !== 'string') return null;
  return { issuer, year, indicator, promise, result };
}

function sameKey(a: PromiseKey, b: PromiseKey): boolean {
  return a.issuer === b.issuer && a.year === b.year && a.indicator === b.indicator && a.promise === b.promise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
