import { findIndicator, nationalCounterpart } from '../data';
import { nameAt } from '../facts/statement-index';
import type { Analysis, Block, Span, Statement } from '../model';
import { blankFollows } from './blanks';
import { isGeneral, kinship, verbBefore, workOf } from './objects';
import { alikeInWords, relatedTo } from './relations';
import { tellingOf } from './telling';

/** Where a review speaks of what was promised, in words or in figures that nobody read. */
export interface Mention extends Span {
  /**
   * `name` for the indicator's own name, `loose` for an everyday word, a related indicator, the object alone, or a name
   * whose figure is still a blank.
   */
  readonly by: 'name' | 'loose';
}

/** Finds the sentences of a review that speak of an indicator or an object. */
export interface Mentions {
  of(promise: Statement): Mention | null;
}

/** Looks over the review of a draft once, however many promises ask it. */
export function findMentions(draft: Analysis): Mentions {
  const stretches = lookingBack(draft);
  const national = draft.report.info?.issuer === '国务院';
  const planYear = draft.report.info?.planYear ?? null;
  const reviewed = planYear === null ? null : planYear - 1;
  let known: Map<string, Named[]> | undefined;
  return {
    of(promise) {
      known ??= nameMentions(stretches, national);
      if (promise.known) {
        const best = tellingBest(known.get(promise.indicator) ?? [], reviewed);
        if (best !== null) return mentionAt(best, best.by);
        for (const other of relatedTo(promise.indicator)) {
          const found = tellingBest(known.get(other) ?? [], reviewed);
          if (found !== null) return mentionAt(found, 'loose');
        }
        return null;
      }
      return objectMention(stretches, promise, reviewed);
    },
  };
}

/** Of several places the one that answers best: those that name the thing outright first, then the earliest. */
function tellingBest(places: readonly Named[], reviewed: number | null): Named | null {
  let best: Named | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const place of places) {
    const score = told(place, reviewed) + (place.by === 'name' ? 5 : 0);
    if (score > most) [best, most] = [place, score];
  }
  return best;
}

function told({ block: { text }, start, end }: Named, reviewed: number | null): number {
  const place = { text, start, end, clause: clauseIn(text, start, end), sentence: sentenceIn(text, start, end) };
  return tellingOf(place, reviewed);
}

/** The body blocks of the parts that look back; before the plan begins where no part has a role. */
export function reviewBlocks(draft: Analysis): Block[] {
  const found: Block[] = [];
  let planned = false;
  for (const block of draft.report.blocks) {
    if (block.role === 'plan' || block.role === 'targets') planned = true;
    if (block.kind !== 'body') continue;
    if (block.role === 'review' || (block.role === null && !planned)) found.push(block);
  }
  return found;
}

/** A stretch of a block, in reading offsets. */
interface Stretch {
  readonly block: Block;
  readonly from: number;
  readonly to: number;
}

/** The review, and the sentences elsewhere that give results of the year reviewed: a plan may open with them. */
function lookingBack(draft: Analysis): Stretch[] {
  const review = reviewBlocks(draft);
  const found: Stretch[] = review.map((block) => ({ block, from: 0, to: block.text.length }));
  const inReview = new Set(review.map(({ index }) => index));
  const year = draft.report.info?.planYear ?? null;
  for (const { role, period, year: own, block: index, start, end } of draft.statements) {
    if (role !== 'result' || period !== 'annual' || inReview.has(index)) continue;
    if (year !== null && own !== year - 1) continue;
    const block = draft.report.blocks[index];
    if (block === undefined) continue;
    const { from, to } = sentenceIn(block.text, block.readingOffset(start), block.readingOffset(end));
    const last = found.at(-1);
    if (last?.block !== block || last.from !== from) found.push({ block, from, to });
  }
  return found;
}

function clauseIn(text: string, start: number, end: number): { from: number; to: number } {
  return sentenceIn(text, start, end, STOPS);
}

function sentenceIn(text: string, start: number, end: number, ends = ENDS): { from: number; to: number } {
  let from = start;
  while (from > 0 && !ends.has(text[from - 1] ?? '')) from--;
  let to = end;
  while (to < text.length && !ends.has(text[to] ?? '')) to++;
  return { from, to };
}

/** The sentence around a reading range of a block, in original offsets; a long one is cut at its commas. */
export function sentenceAround(block: Block, start: number, end: number): Span {
  const sentence = sentenceIn(block.text, start, end);
  const { from: left, to } =
    sentence.to - sentence.from > LONGEST ? sentenceIn(block.text, start, end, STOPS) : sentence;
  return block.span(skipBlank(block.text, left, start), to);
}

function skipBlank(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && (text[at] ?? '').trim() === '') at++;
  return at;
}

/** The sentences of a draft's body as {@link sentenceAround} cuts them, those of the review first. */
export function sentencesOf(draft: Analysis): readonly Span[] {
  const review = reviewBlocks(draft);
  const inReview = new Set(review.map(({ index }) => index));
  const others = draft.report.blocks.filter(({ kind, index }) => kind === 'body' && !inReview.has(index));
  const found: Span[] = [];
  for (const block of [...review, ...others]) {
    for (let at = 0; at < block.text.length; at++) {
      if (STOPS.has(block.text[at] ?? '') || (block.text[at] ?? '').trim() === '') continue;
      const span = sentenceAround(block, at, at + 1);
      found.push(span);
      at = block.readingOffset(span.end);
    }
  }
  return found;
}

/** The clauses of a stretch of a draft, without the marks between them. */
export function clausesIn({ report: { text } }: Analysis, { start, end }: Span): Span[] {
  const found: Span[] = [];
  let from = start;
  for (let at = start; at <= end; at++) {
    if (at < end && !CLAUSE_ENDS.has(text[at] ?? '')) continue;
    const begin = skipBlank(text, from, at);
    if (at > begin) found.push({ start: begin, end: at });
    from = at + 1;
  }
  return found;
}

/** As {@link STOPS}, in the width of the original. */
const CLAUSE_ENDS: ReadonlySet<string> = new Set('。！？；，!?;,');

/** A sentence longer than this is shown by the clause alone. */
const LONGEST = 80;
const ENDS: ReadonlySet<string> = new Set('。！？；');
const STOPS: ReadonlySet<string> = new Set('。！？；，');

/** A name of the catalogue in a block, in reading offsets. */
interface Named {
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly by: Mention['by'];
}

/** The clause that names it: the sentence around it speaks of other things as well. */
function mentionAt({ block, start, end }: Named, by: Mention['by']): Mention {
  const { from, to } = clauseIn(block.text, start, end);
  return { ...block.span(skipBlank(block.text, from, start), to), by };
}

/** Every name of the catalogue in the review, the longest from the left as everywhere. */
function nameMentions(stretches: readonly Stretch[], national: boolean): Map<string, Named[]> {
  const found = new Map<string, Named[]>();
  for (const { block, from, to } of stretches) {
    for (let at = from; at < to; at++) {
      const match = nameAt(block.text, at, to);
      if (match === null) continue;
      const row = national ? nationalCounterpart(match.indicator) : match.indicator;
      const end = at + match.length;
      const loose = match.via === 'weak' || blankFollows(block.text, end);
      const named: Named = { block, start: at, end, by: loose ? 'loose' : 'name' };
      const list = found.get(row.name);
      if (list === undefined) found.set(row.name, [named]);
      else list.push(named);
      at += match.length - 1;
    }
  }
  return found;
}

/**
 * Where the object of a promise that no catalogue knows is spoken of: its own words, else its last noun, else what a
 * review calls it as well, else a clause that has nearly all of its words in another order.
 */
function objectMention(stretches: readonly Stretch[], promise: Statement, reviewed: number | null): Mention | null {
  const { verb, object } = workOf(promise.name);
  if (isGeneral(object)) return null;
  const tail = object.slice(object.lastIndexOf('的') + 1);
  const words = [promise.name, object, tail, object.replace(WHERE, ''), ...alikeInWords(promise.name)];
  let poor: Mention | null = null;
  for (const word of new Set(words)) {
    if (word.length < 3 || findIndicator(word) !== null) continue;
    const whole = word === promise.name ? word.length >= 4 : word === object && word.length >= 5;
    const by = whole ? 'name' : 'loose';
    const places = placesOf(stretches, word, verb).map((one): Named => ({ ...one, by }));
    const best = tellingBest(places, reviewed);
    if (best === null) continue;
    if (told(best, reviewed) >= 0) return mentionAt(best, by);
    poor ??= mentionAt(best, 'loose');
  }
  return poor ?? alikeClause(stretches, object);
}

// Example: 城区供热管网.
const WHERE = /^(?:中心城区|主城区|城区|全域|城乡|农村|重点)(?=[^，。；]{4})/u;

/** Where a word stands in the review with no deed before it that is another than promised. */
function placesOf(stretches: readonly Stretch[], word: string, verb: string): Omit<Named, 'by'>[] {
  const found: Omit<Named, 'by'>[] = [];
  for (const { block, from, to } of stretches) {
    for (let at = block.text.indexOf(word, from); at >= 0; at = block.text.indexOf(word, at + word.length)) {
      if (at + word.length > to) break;
      if (kinship(verb, verbBefore(block.text, at)) === 'apart') continue;
      found.push({ block, start: at, end: at + word.length });
    }
  }
  return found;
}

/** How much of an object a clause must have to be shown, and how long the object must be for that to mean anything. */
const MOST_OF_IT = 0.75;
const LONG_ENOUGH = 5;

function alikeClause(stretches: readonly Stretch[], object: string): Mention | null {
  if (object.length < LONG_ENOUGH) return null;
  const pairs = new Set(Array.from({ length: object.length - 1 }, (_one, i) => object.slice(i, i + 2)));
  let best: Mention | null = null;
  let most = Math.ceil(pairs.size * MOST_OF_IT) - 1;
  for (const { block, from, to } of stretches) {
    const { text } = block;
    const shared = new Map<number, number>();
    for (const pair of pairs) {
      for (let at = text.indexOf(pair, from); at >= 0 && at + 2 <= to;) {
        const clause = clauseIn(text, at, at + 2);
        shared.set(clause.from, (shared.get(clause.from) ?? 0) + 1);
        // A pair counts once in a clause.
        at = text.indexOf(pair, clause.to);
      }
    }
    for (const [start, count] of shared) {
      if (count <= most) continue;
      const end = clauseIn(text, start, start).to;
      [best, most] = [{ ...block.span(skipBlank(text, start, end), end), by: 'loose' }, count];
    }
  }
  return best;
}
