import type { Block, Report } from '../model';
import type { PhraseFinder } from './phrases';

/**
 * What must stand in a block for a rule to have anything to say of it: a pattern without flags, or phrases. One quick look
 * over the whole text spares the rule hundreds of slow looks at single blocks.
 */
export type Needs = RegExp | Pick<PhraseFinder, 'next'>;

/** Body text and glossary entries: what a drafter wrote, without the residue of sources and without annexes. */
export function prose(report: Report, needs?: Needs): readonly Block[] {
  return blocksOf(report, PROSE, needs);
}

const PROSE: readonly Block['kind'][] = ['body', 'entry'];

/** The blocks of some kinds, in order of place; with `needs` those in which it is met. Worked out once a version. */
export function blocksOf(report: Report, kinds: readonly Block['kind'][], needs?: Needs): readonly Block[] {
  const index = indexOf(report);
  const { chosen } = index;
  let byNeeds = chosen.get(kinds);
  if (byNeeds === undefined) chosen.set(kinds, (byNeeds = new Map<Needs | undefined, readonly Block[]>()));
  let blocks = byNeeds.get(needs);
  if (blocks === undefined) {
    const among = needs === undefined ? report.blocks : meeting(report, index, needs);
    byNeeds.set(needs, (blocks = among.filter((block) => kinds.includes(block.kind))));
  }
  return blocks;
}

/** The reading texts of all blocks of a report as one, a line each. */
export function wholeText(report: Report): string {
  return indexOf(report).text;
}

function indexOf(report: Report): Index {
  let index = indexes.get(report);
  if (index === undefined) indexes.set(report, (index = createIndex(report)));
  return index;
}

interface Index {
  readonly text: string;
  /** Where each block begins in `text`; one more at the end. */
  readonly starts: readonly number[];
  readonly chosen: Map<readonly Block['kind'][], Map<Needs | undefined, readonly Block[]>>;
}

const indexes = new WeakMap<Report, Index>();

function createIndex({ blocks }: Report): Index {
  const starts = [0];
  let end = 0;
  for (const block of blocks) starts.push((end += block.text.length + 1));
  return { text: blocks.map((block) => block.text).join('\n'), starts, chosen: new Map() };
}

/** Blocks in which a need is met, found in one pass: behind the first place in a block the next block is looked at. */
function meeting({ blocks }: Report, { text, starts }: Index, needs: Needs): Block[] {
  const found: Block[] = [];
  const next = needs instanceof RegExp ? searcher(needs, text) : (from: number) => needs.next(text, from);
  let at = next(0);
  for (let i = 0; i < blocks.length && at >= 0; i++) {
    const block = blocks[i];
    const end = starts[i + 1] ?? text.length;
    if (block === undefined || at >= end) continue;
    found.push(block);
    at = next(end);
  }
  return found;
}

function searcher(pattern: RegExp, text: string): (from: number) => number {
  const global = new RegExp(pattern.source, 'g');
  return (from) => {
    global.lastIndex = from;
    // Its last unit stands in the block as its first does, and asking for it makes no object.
    return global.test(text) ? global.lastIndex - 1 : -1;
  };
}
