import type { Analysis, ConfirmedMatches, CorpusReport, CorpusView, Span, Statement } from '../model';
import { historyOf } from './history';
import type { HistoryRow } from './history';
import type { ConfirmedAnswer } from './matches';
import { clauseHashes, confirmedAnswer, figureHash, NO_MATCHES, promiseKey, textHash } from './matches';
import type { Mentions } from './mentions';
import { clausesIn, findMentions, sentenceAround, sentencesOf } from './mentions';
import type { Confidence, Pair } from './pairs';
import { matchResults, weaker } from './pairs';
import { promisesOf } from './promises';
import type { Verdict } from './verdict';
import { comparable, judge } from './verdict';

/** What the newest precedent promised and what the draft says came of it. */
export interface Ledger {
  readonly precedent: CorpusReport | null;
  readonly items: readonly LedgerItem[];
  /** Each target of the draft beside the targets and results of past years. */
  readonly history: readonly HistoryRow[];
}

export interface LedgerItem {
  readonly kind: 'target' | 'task';
  readonly indicator: string;
  /** The year that was promised for. */
  readonly year: number | null;
  /** A statement of the precedent. */
  readonly promise: Statement;
  /** A statement of the draft. */
  readonly result: Statement | null;
  readonly verdict: Verdict;
  /** How sure it is that this is the answer, or that there is none. */
  readonly confidence: Confidence;
  /** Whether a person said so. */
  readonly confirmed: boolean;
  /** The sentence of the draft that shows it, in original offsets; `text` is the slice. */
  readonly evidence: Evidence | null;
}

export interface Evidence extends Span {
  readonly text: string;
}

/**
 * The ledger of promises of a draft: every target and task that the newest precedent set for the reviewed year, matched
 * with its result. Where no precedent is of the year before, its promises are compared where the draft reports their
 * year, else they are `incomparable`. What a person decided stands above what is found.
 */
export function createLedger(
  draft: Analysis,
  precedents: CorpusView['precedents'],
  matches: ConfirmedMatches = NO_MATCHES,
): Ledger {
  const precedent = precedents[0] ?? null;
  const items = precedent === null ? [] : itemsOf(draft, precedent, matches);
  let history: readonly HistoryRow[] | undefined;
  return {
    precedent,
    items,
    // Views show it; rules ask for the items alone.
    get history() {
      return (history ??= historyOf(draft, precedents));
    },
  };
}

function itemsOf(draft: Analysis, precedent: CorpusReport, matches: ConfirmedMatches): LedgerItem[] {
  const made = precedent.analysis;
  const reviewed = reviewedYear(draft, made);
  const promises = promisesOf(made, reviewed);
  const results = draft.statements.filter(({ role }) => role === 'result');
  const decided = promises.map((promise) => decide(promise, made, draft, results, matches));
  const found = matchFree(promises, results, decided);
  const mentions = findMentions(draft);
  return promises.map((promise, i) => {
    const own = decided[i] ?? null;
    if (own !== null) return new Item(promise, true, 'certain', verdictOf(own, promise, made, reviewed), draft);
    const pair = found.get(promise);
    const answer = pair === undefined ? inWords(promise, mentions, reviewed) : matched(pair, promise, made, reviewed);
    return new Item(promise, false, answer.confidence, answer, draft);
  });
}

/** A row of the ledger. Its evidence is cut from the draft when somebody looks at it: rules read verdicts alone. */
class Item implements LedgerItem {
  readonly kind: 'target' | 'task';
  readonly indicator: string;
  readonly year: number | null;
  readonly result: Statement | null;
  readonly verdict: Verdict;
  readonly #place: Answer['place'];
  readonly #draft: Analysis;

  constructor(
    readonly promise: Statement,
    readonly confirmed: boolean,
    readonly confidence: Confidence,
    { result, verdict, place }: Answer,
    draft: Analysis,
  ) {
    this.kind = promise.role === 'target' ? 'target' : 'task';
    this.indicator = promise.indicator;
    this.year = promise.year;
    this.result = result;
    this.verdict = verdict;
    this.#place = place;
    this.#draft = draft;
  }

  get evidence(): Evidence | null {
    const place = this.#place === 'result' ? this.result && sentenceOf(this.#draft, this.result) : this.#place;
    if (place === null) return null;
    const { start, end } = place;
    return { start, end, text: this.#draft.report.text.slice(start, end) };
  }
}

/**
 * The ledger of a draft among its precedents, worked out once for both: rules and views ask for the same one.
 */
export function ledgerOf(draft: Analysis, { precedents, matches = NO_MATCHES }: CorpusView): Ledger {
  const kept = ledgers.get(draft);
  if (kept?.precedents === precedents && kept.matches === matches) return kept.ledger;
  const ledger = createLedger(draft, precedents, matches);
  ledgers.set(draft, { precedents, matches, ledger });
  return ledger;
}

interface KeptLedger {
  readonly precedents: CorpusView['precedents'];
  readonly matches: ConfirmedMatches;
  readonly ledger: Ledger;
}

const ledgers = new WeakMap<Analysis, KeptLedger>();

/** The year that a draft looks back on; a draft that names no year follows its newest precedent. */
function reviewedYear(draft: Analysis, made: Analysis): number | null {
  const own = draft.report.info?.planYear ?? null;
  return own === null ? (made.report.info?.planYear ?? null) : own - 1;
}

/** A person's decision: a result, a sentence, or nothing. */
type Decision =
  | { readonly kind: 'result'; readonly result: Statement }
  | { readonly kind: 'words'; readonly place: Span }
  | { readonly kind: 'none' };

/** What a person decided of a promise, as far as the draft still has those words. */
function decide(
  promise: Statement,
  made: Analysis,
  draft: Analysis,
  results: readonly Statement[],
  matches: ConfirmedMatches,
): Decision | null {
  if (matches.matches.length === 0) return null;
  const wanted = confirmedAnswer(matches, promiseKey(promise, made));
  if (wanted === null) return null;
  if (wanted.result === 'none') return { kind: 'none' };
  const result = confirmedFigure(wanted, promise, draft, results);
  if (result !== undefined) return { kind: 'result', result };
  const words = confirmedWords(wanted, draft);
  return words === undefined ? null : { kind: 'words', place: words };
}

/**
 * The result that a person meant. Results of one list share their words: without more, the one of the promise's own
 * indicator and kind is meant. Where the words were edited, the only figure of the same thing and year is still it.
 */
function confirmedFigure(
  { result, figure }: ConfirmedAnswer,
  promise: Statement,
  draft: Analysis,
  results: readonly Statement[],
): Statement | undefined {
  const same = results.filter((one) => textHash(draft, one) === result);
  const meant = (one: Statement): boolean => figureHash(one) === figure;
  if (same.length === 0) {
    if (figure === null) return undefined;
    const [only, ...others] = results.filter((one) => one.year === promise.year && meant(one));
    return others.length === 0 ? only : undefined;
  }
  const like = same.filter((one) => comparable(promise, one));
  const own = (one: Statement): boolean => one.indicator === promise.indicator;
  return same.find(meant) ?? like.find(own) ?? same.find(own) ?? like[0] ?? same[0];
}

/** The sentence or clause that a person meant; where a sentence was edited, the one that still has most of its clauses. */
function confirmedWords({ result, clauses }: ConfirmedAnswer, draft: Analysis): Span | undefined {
  const sentences = sentencesOf(draft);
  const meant = (span: Span): boolean => textHash(draft, span) === result;
  const same = sentences.find(meant);
  if (same !== undefined || clauses.length === 0) return same;
  if (clauses.length === 1) return sentences.flatMap((span) => clausesIn(draft, span)).find(meant);
  const kept = (span: Span): number => clauseHashes(draft, span).filter((one) => clauses.includes(one)).length;
  return sentences.find((span) => kept(span) * 2 > clauses.length);
}

/** Matches what no person decided; results that a person gave to one promise answer no other. */
function matchFree(
  promises: readonly Statement[],
  results: readonly Statement[],
  decided: readonly (Decision | null)[],
): Map<Statement, { readonly result: Statement; readonly confidence: Confidence }> {
  const taken = new Set(decided.flatMap((one) => (one?.kind === 'result' ? [one.result] : [])));
  const open = promises.filter((_one, i) => (decided[i] ?? null) === null);
  const free = results.filter((one) => !taken.has(one));
  const found = new Map<Statement, { readonly result: Statement; readonly confidence: Confidence }>();
  for (const pair of matchResults(open, free) satisfies Pair[]) {
    const promise = open[pair.promise];
    const result = free[pair.result];
    if (promise !== undefined && result !== undefined) found.set(promise, { result, confidence: pair.confidence });
  }
  return found;
}

/** What is said of a promise; `place` is the sentence that shows it, `result` for the one in which the result stands. */
interface Answer {
  readonly result: Statement | null;
  readonly verdict: Verdict;
  readonly place: Span | 'result' | null;
}

function verdictOf(decision: Decision, promise: Statement, made: Analysis, reviewed: number | null): Answer {
  const apart = promise.year !== reviewed;
  if (decision.kind === 'none') return { result: null, verdict: apart ? 'incomparable' : 'unreported', place: null };
  if (decision.kind === 'words')
    return { result: null, verdict: apart ? 'incomparable' : 'reported', place: decision.place };
  return answer(decision.result, promise, made, reviewed);
}

function matched(
  pair: { readonly result: Statement; readonly confidence: Confidence },
  promise: Statement,
  made: Analysis,
  reviewed: number | null,
): Answer & { readonly confidence: Confidence } {
  const { result, verdict, place } = answer(pair.result, promise, made, reviewed);
  // Whether a promise was kept is said only of what is surely or probably its answer, and of nothing that is only a part of it.
  const related = promise.known && result?.known === true && promise.indicator !== result.indicator;
  const unsure = (related || pair.confidence === 'possible') && (verdict === 'met' || verdict === 'missed');
  return { result, place, verdict: unsure ? 'reported' : verdict, confidence: pair.confidence };
}

function answer(result: Statement, promise: Statement, made: Analysis, reviewed: number | null): Answer {
  const sameYear = result.period === 'annual' && result.year === promise.year;
  if (sameYear) return { result, verdict: judge(promise, result, made), place: 'result' };
  return { result, verdict: promise.year === reviewed ? 'reported' : 'incomparable', place: 'result' };
}

/** The answer where no figure was found: words of the review, or nothing. */
function inWords(
  promise: Statement,
  mentions: Mentions,
  reviewed: number | null,
): Answer & { readonly confidence: Confidence } {
  const apart = promise.year !== reviewed;
  const mention = apart ? null : mentions.of(promise);
  if (mention === null) {
    const confidence = weaker(
      promise.known ? 'certain' : 'possible',
      promise.measure === 'qualitative' ? 'likely' : 'certain',
    );
    return { result: null, verdict: apart ? 'incomparable' : 'unreported', confidence, place: null };
  }
  const confidence = mention.by === 'name' ? 'likely' : 'possible';
  return { result: null, verdict: 'reported', confidence, place: mention };
}

/** The sentence of the draft in which a result stands; the result's own words where it is part of no block. */
function sentenceOf(draft: Analysis, result: Statement): Span {
  const block = draft.report.blocks[result.block];
  if (block === undefined) return result;
  return sentenceAround(block, block.readingOffset(result.start), block.readingOffset(result.end));
}
