/** How the ledger is arranged and worded in its view; knows no editor. */
import type { DraftLedger, LedgerRow } from '../../../server/src/lsp/protocol';

/** The signature of `l10n.t`, so that this file needs no editor. */
export type Translate = (message: string, args?: Record<string, string | number>) => string;

export interface LedgerGroup {
  readonly verdict: LedgerRow['verdict'];
  readonly rows: readonly LedgerRow[];
}

/** What needs a hand stands first. */
const ORDER: readonly LedgerRow['verdict'][] = ['unreported', 'missed', 'reported', 'met', 'incomparable'];

/** The rows by verdict; verdicts that do not occur are left out. */
export function groupsOf({ items }: DraftLedger): LedgerGroup[] {
  return ORDER.map((verdict) => ({ verdict, rows: items.filter((row) => row.verdict === verdict) })).filter(
    ({ rows }) => rows.length > 0,
  );
}

export function verdictName(verdict: LedgerRow['verdict'], t: Translate): string {
  switch (verdict) {
    case 'unreported':
      return t('Not reported');
    case 'missed':
      return t('Target missed');
    case 'reported':
      return t('In words only');
    case 'met':
      return t('Kept');
    case 'incomparable':
      return t('Not comparable');
  }
}

/** How many promises ask for a hand: those without an answer and those that were missed. */
export function openCount({ items }: DraftLedger): number {
  return items.filter(({ verdict }) => verdict === 'unreported' || verdict === 'missed').length;
}

/**
 * Behind the title of the view: whose promises, and how many.
 * @param name of the draft, where it is not plain which one is meant
 */
export function ledgerTitle({ precedent, items }: DraftLedger, t: Translate, name?: string): string {
  if (precedent === null) return name ?? '';
  const { planYear } = precedent;
  const count =
    planYear === null
      ? t('Promises: {count}', { count: items.length })
      : t('Promises of {year}: {count}', { year: planYear, count: items.length });
  return name === undefined ? count : `${count} · ${name}`;
}

/** What limits the ledger, in one sentence; undefined where nothing does. */
export function ledgerRemark(
  { planYear, precedent, matchesUnreadable }: DraftLedger,
  t: Translate,
): string | undefined {
  if (matchesUnreadable) {
    return t('policy-drafting.matches.json cannot be followed, so nothing in it counts. Mend or delete the file.');
  }
  const made = precedent?.planYear ?? null;
  if (planYear === null || made === null || made === planYear - 1) return undefined;
  return t(
    'The newest past report plans {made} and this draft reviews {reviewed}: only what it says of {made} can be compared.',
    {
      made,
      reviewed: planYear - 1,
    },
  );
}

/** Behind the name of a row: what was promised, and what came of it. */
export function rowDescription(row: LedgerRow, t: Translate): string {
  const { promise, answer, indicator } = row;
  // The name stands before it already.
  const short = (words: string): string =>
    words.startsWith(indicator) && words.length > indicator.length ? words.slice(indicator.length) : words;
  const said = answer === null ? short(promise.words) : `${short(promise.words)} → ${short(answer.words)}`;
  const gap = shortfallWords(row, t);
  return gap === '' ? said : `${gap} · ${said}`;
}

/** By how much a target was missed; '' where it was not or nobody can say. */
export function shortfallWords({ shortfall }: LedgerRow, t: Translate): string {
  if (shortfall === null) return '';
  const { amount, unit } = shortfall;
  return unit === '%'
    ? t('{amount} percentage points off', { amount: String(amount) })
    : t('{amount}{unit} off', { amount: String(amount), unit });
}

/** How sure the match is; '' where there is nothing to doubt. */
export function certaintyWords({ confirmed, confidence, answer }: LedgerRow, t: Translate): string {
  if (confirmed) return t('confirmed by hand');
  if (confidence === 'certain') return '';
  if (answer === null) return t('an answer in other words may exist');
  return confidence === 'likely' ? t('the likely answer: confirm it') : t('a possible answer: check it');
}

/** A snippet as plain text: `增长${1:XX}%` → `增长XX%`. */
export function plainText(snippet: string): string {
  // Example: ${1:XX}, \} and \$ are escaped marks.
  return snippet.replace(/\$\{\d{1,3}:((?:[^\\}]|\\.){0,200})\}/gu, '$1').replace(/\\([\\$}])/gu, '$1');
}
