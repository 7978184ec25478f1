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
    promise: promiseHash(promise, made),
  };
}

/** The hash of the promise's words; where one list makes several promises of one indicator, of its place in it too. */
function promiseHash(promise: Statement, made: Analysis): string {
  const alike = made.statements.filter(
    ({ start, end, indicator, role }) =>
      start === promise.start && end === promise.end && indicator === promise.indicator && role === promise.role,
  );
  const place = alike.indexOf(promise);
  return place <= 0 ? textHash(made, promise) : hash(`${textHash(made, promise)} ${String(place)}`);
}

/** The hash of what a figure is of: indicator, the words used for it, measure and unit. */
export function figureHash({ indicator, name, measure, unit }: Statement): string {
  return hash([indicator, name, measure, unit ?? ''].join('\n'));
}

/** The hashes of the clauses of a sentence, in their order. */
export function clauseHashes(analysis: Analysis, { start, end }: Span): string[] {
  const words = analysis.report.text.slice(start, end).replace(/\s/gu, '');
  return words
    .split(/[，,]/u)
    .filter((clause) => clause !== '')
    .map(hash);
}

/** What answers a promise, as the file keeps it. */
export type ConfirmedAnswer = Pick<ConfirmedMatch, 'result' | 'figure' | 'clauses'>;

/** The decision that nothing answers. */
export const NO_ANSWER: ConfirmedAnswer = { result: 'none', figure: null, clauses: [] };

/** The hash of the words at a place of a report, blank space left out. */
export function textHash(analysis: Analysis, place: Span): string {
  return hash(analysis.report.text.slice(place.start, place.end).replace(/\s/gu, ''));
}

/** What a person decided of a promise; null where nobody did. The last entry wins. */
export function confirmedAnswer(confirmed: ConfirmedMatches, key: PromiseKey): ConfirmedAnswer | null {
  return confirmed.matches.filter((one) => sameKey(one, key)).at(-1) ?? null;
}

/** The matches with one more decision, in place of an earlier one of the same promise. */
export function withMatch(confirmed: ConfirmedMatches, key: PromiseKey, answer: ConfirmedAnswer): ConfirmedMatches {
  const { result, figure, clauses } = answer;
  return { matches: [...withoutMatch(confirmed, key).matches, { ...key, result, figure, clauses }] };
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
  const rows = confirmed.matches.map(({ issuer, year, indicator, promise, result, figure, clauses }) => ({
    issuer,
    year,
    indicator,
    promise,
    result,
    ...(figure !== null && { figure }),
    ...(clauses.length > 0 && { clauses }),
  }));
  const name = (row: PromiseKey): string =>
    [row.issuer ?? '', String(row.year ?? ''), row.indicator, row.promise].join('\n');
  rows.sort((a, b) => (name(a) < name(b) ? -1 : name(a) > name(b) ? 1 : 0));
  return `${JSON.stringify({ schema: 1, matches: rows }, null, 2)}\n`;
}

/** Reads what answers a promise from an entry of the file; null when it is not as it should be. */
export function answerFrom(entry: unknown): ConfirmedAnswer | null {
  if (!isRecord(entry)) return null;
  const { result, figure = null, clauses = [] } = entry;
  if (typeof result !== 'string' || (figure !== null && typeof figure !== 'string')) return null;
  if (!Array.isArray(clauses) || !clauses.every((one) => typeof one === 'string')) return null;
  return { result, figure, clauses };
}

function matchFrom(entry: unknown): ConfirmedMatch | null {
  if (!isRecord(entry)) return null;
  const { issuer = null, year = null, indicator, promise } = entry;
  if (issuer !== null && typeof issuer !== 'string') return null;
  if (year !== null && typeof year !== 'number') return null;
  if (typeof indicator !== 'string' || typeof promise !== 'string') return null;
  const answer = answerFrom(entry);
  return answer === null ? null : { issuer, year, indicator, promise, ...answer };
}

function sameKey(a: PromiseKey, b: PromiseKey): boolean {
  return a.issuer === b.issuer && a.year === b.year && a.indicator === b.indicator && a.promise === b.promise;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
