import type { Analysis, ConfirmedMatches, Span, Statement } from '../model';
import type { LedgerItem } from './ledger';
import type { ConfirmedAnswer } from './matches';
import { clauseHashes, figureHash, NO_ANSWER, promiseKey, textHash, withMatch, withoutMatch } from './matches';
import { reviewBlocks, sentencesOf } from './mentions';
import { comparable } from './verdict';

/** What a person could mean by the answer to a promise. */
export interface PossibleAnswer extends Span {
  readonly kind: 'figure' | 'sentence';
  /** The statement, for a figure. */
  readonly result: Statement | null;
  /** As the file of matches keeps it. */
  readonly kept: ConfirmedAnswer;
}

/**
 * Every result and every sentence of a draft, the likeliest answers to the promise first: what is told of the promised
 * year and stands where the draft looks back comes before what only has the same words, as this year's plan does.
 */
export function possibleAnswers({ promise }: LedgerItem, draft: Analysis): PossibleAnswer[] {
  const pairs = pairsOf(promise.name);
  const rank = new Map<PossibleAnswer, number>();
  const review = reviewBlocks(draft);
  const looksBack = ({ start, end }: Span): boolean => review.some((block) => block.start <= start && end <= block.end);
  for (const result of draft.statements) {
    if (result.role !== 'result') continue;
    const own = result.indicator === promise.indicator ? 2 : 0;
    const fits = comparable(promise, result) ? 0.5 : 0;
    const dated = result.year === promise.year && result.period === 'annual' ? 0.5 : 0;
    const { start, end } = result;
    rank.set(
      { kind: 'figure', start, end, result, kept: keptFigure(draft, result) },
      own + fits + dated + shareOf(pairs, result.name),
    );
  }
  for (const { start, end } of sentencesOf(draft)) {
    const kept = keptWords(draft, { start, end });
    const share = shareOf(pairs, draft.report.text.slice(start, end));
    rank.set({ kind: 'sentence', start, end, result: null, kept }, looksBack({ start, end }) ? share : share - 1);
  }
  return [...rank].sort(([a, one], [b, other]) => other - one || a.start - b.start).map(([answer]) => answer);
}

/** A decision about a promise: what answers it, what was found, nothing, or none any more. */
export type Decision = 'found' | 'none' | 'undo' | ConfirmedAnswer;

/** The confirmed matches after a decision. Where nothing was found, to confirm that is to say that nothing answers. */
export function decided(
  matches: ConfirmedMatches,
  item: LedgerItem,
  decision: Decision,
  made: Analysis,
  draft: Analysis,
): ConfirmedMatches {
  const key = promiseKey(item.promise, made);
  if (decision === 'undo') return withoutMatch(matches, key);
  if (decision === 'none') return withMatch(matches, key, NO_ANSWER);
  if (decision !== 'found') return withMatch(matches, key, decision);
  const { result, evidence } = item;
  if (result !== null) return withMatch(matches, key, keptFigure(draft, result));
  return withMatch(matches, key, evidence === null ? NO_ANSWER : keptWords(draft, evidence));
}

function keptFigure(draft: Analysis, result: Statement): ConfirmedAnswer {
  return { result: textHash(draft, result), figure: figureHash(result), clauses: [] };
}

function keptWords(draft: Analysis, words: Span): ConfirmedAnswer {
  return { result: textHash(draft, words), figure: null, clauses: clauseHashes(draft, words) };
}

/** The pairs of neighbouring characters of a name. */
function pairsOf(name: string): readonly string[] {
  return Array.from({ length: Math.max(0, name.length - 1) }, (_one, i) => name.slice(i, i + 2));
}

/** How much of a name other words share with it, from 0 to 1. */
function shareOf(pairs: readonly string[], words: string): number {
  return pairs.length === 0 ? 0 : pairs.filter((pair) => words.includes(pair)).length / pairs.length;
}
