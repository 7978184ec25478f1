import { findIndicator, nationalCounterpart } from '../data';
import { nameAt } from '../facts/statement-index';
import type { Analysis, Block, Span, Statement } from '../model';
import { relatedTo } from './relations';
import { isGeneral, kinship, verbBefore, workOf } from './objects';

/** Where a review speaks of what was promised, in words or in figures that nobody read. */
export interface Mention extends Span {
  /** `name` for the indicator's own name, `loose` for an everyday word, a related indicator or the object alone. */
  readonly by: 'name' | 'loose';
}

/** Finds the sentences of a review that speak of an indicator or an object. */
export interface Mentions {
  of(promise: Statement): Mention | null;
}

/** Looks over the review of a draft once, however many promises ask it. */
export function findMentions(draft: Analysis): Mentions {
  const blocks = reviewBlocks(draft);
  const national = draft.report.info?.issuer === '国务院';
  let known: Map<string, Mention[]> | undefined;
  return {
    of(promise) {
      known ??= nameMentions(blocks, national);
      if (promise.known) {
        const own = known.get(promise.indicator) ?? [];
        const best = own.find(({ by }) => by === 'name') ?? own[0];
        if (best !== undefined) return best;
        for (const other of relatedTo(promise.indicator)) {
          const found = known.get(other)?.[0];
          if (found !== undefined) return { ...found, by: 'loose' };
        }
        return null;
      }
      return objectMention(blocks, promise);
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

/** The sentence around a reading range of a block, in original offsets; a long one is cut at its commas. */
export function sentenceAround(block: Block, start: number, end: number): Span {
  let from = start;
  while (from > 0 && !ENDS.has(block.text[from - 1] ?? '')) from--;
  let to = end;
  while (to < block.text.length && !ENDS.has(block.text[to] ?? '')) to++;
  if (to - from > LONGEST) {
    from = start;
    while (from > 0 && !STOPS.has(block.text[from - 1] ?? '')) from--;
    to = end;
    while (to < block.text.length && !STOPS.has(block.text[to] ?? '')) to++;
  }
  while (from < start && (block.text[from] ?? '').trim() === '') from++;
  return block.span(from, Math.max(to, end));
}

/** A sentence longer than this is shown by the clause alone. */
const LONGEST = 80;
const ENDS: ReadonlySet<string> = new Set('。！？；');
const STOPS: ReadonlySet<string> = new Set('。！？；，');

/** Every name of the catalogue in the review, the longest from the left as everywhere. */
function nameMentions(blocks: readonly Block[], national: boolean): Map<string, Mention[]> {
  const found = new Map<string, Mention[]>();
  for (const block of blocks) {
    for (let at = 0; at < block.text.length; at++) {
      const match = nameAt(block.text, at, block.text.length);
      if (match === null) continue;
      const row = national ? nationalCounterpart(match.indicator) : match.indicator;
      const span = sentenceAround(block, at, at + match.length);
      const mention: Mention = { ...span, by: match.via === 'weak' ? 'loose' : 'name' };
      const list = found.get(row.name);
      if (list === undefined) found.set(row.name, [mention]);
      else list.push(mention);
      at += match.length - 1;
    }
  }
  return found;
}

/** Where the object of a task that no catalogue knows is spoken of: its own words, else its last noun. */
function objectMention(blocks: readonly Block[], promise: Statement): Mention | null {
  const { verb, object } = workOf(promise.name);
  if (isGeneral(object)) return null;
  const tail = object.slice(object.lastIndexOf('的') + 1);
  const words = [object, tail].filter((one, i, all) => one.length >= 3 && all.indexOf(one) === i);
  for (const word of words) {
    if (findIndicator(word) !== null) continue;
    for (const block of blocks) {
      const at = block.text.indexOf(word);
      if (at < 0 || kinship(verb, verbBefore(block.text, at)) === 'apart') continue;
      const span = sentenceAround(block, at, at + word.length);
      return { ...span, by: word === object && word.length >= 5 ? 'name' : 'loose' };
    }
  }
  return null;
}
