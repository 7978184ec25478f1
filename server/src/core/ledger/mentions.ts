import { findIndicator, nationalCounterpart } from '../data';
import { nameAt } from '../facts/statement-index';
import type { Analysis, Block, Span, Statement } from '../model';
import { blankFollows } from './blanks';
import { relatedTo } from './relations';
import { isGeneral, kinship, verbBefore, workOf } from './objects';

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
  let known: Map<string, Named[]> | undefined;
  return {
    of(promise) {
      known ??= nameMentions(stretches, national);
      if (promise.known) {
        const own = known.get(promise.indicator) ?? [];
        const best = own.find(({ by }) => by === 'name') ?? own[0];
        if (best !== undefined) return mentionAt(best, best.by);
        for (const other of relatedTo(promise.indicator)) {
          const found = known.get(other)?.[0];
          if (found !== undefined) return mentionAt(found, 'loose');
        }
        return null;
      }
      return objectMention(stretches, promise);
    },
  };
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
  let from = left;
  while (from < start && (block.text[from] ?? '').trim() === '') from++;
  return block.span(from, to);
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

function mentionAt({ block, start, end }: Named, by: Mention['by']): Mention {
  return { ...sentenceAround(block, start, end), by };
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

/** Where the object of a task that no catalogue knows is spoken of: its own words, else its last noun. */
function objectMention(stretches: readonly Stretch[], promise: Statement): Mention | null {
  const { verb, object } = workOf(promise.name);
  if (isGeneral(object)) return null;
  const tail = object.slice(object.lastIndexOf('的') + 1);
  const words = [object, tail].filter((one, i, all) => one.length >= 3 && all.indexOf(one) === i);
  for (const word of words) {
    if (findIndicator(word) !== null) continue;
    for (const { block, from, to } of stretches) {
      const at = block.text.indexOf(word, from);
      if (at < 0 || at + word.length > to || kinship(verb, verbBefore(block.text, at)) === 'apart') continue;
      const span = sentenceAround(block, at, at + word.length);
      return { ...span, by: word === object && word.length >= 5 ? 'name' : 'loose' };
    }
  }
  return null;
}
