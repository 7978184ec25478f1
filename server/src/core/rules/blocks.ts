import type { Block, Report } from '../model';
import { linesNear } from './near';
import { linesWithLists } from './phrases';

/**
 * What must stand in a block for a rule to have anything to say of it: a pattern without flags, or phrases. One quick look
 * over the whole text spares the rule hundreds of slow looks at single blocks.
 */
export type Needs = RegExp | Seeker;

/** Looks for the next place where something may stand. */
export interface Seeker {
  /** The first such place at or behind `from`; -1 for none. */
  next(text: string, from: number): number;
  /** Whether it is to be asked of the text without its double quotation marks. */
  readonly unquoted?: boolean;
  /** The number of a word list that is looked for together with the others. */
  readonly list?: number;
  /** The same for wordings that may stand in other forms. */
  readonly near?: number;
}

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

/** The blocks that meet one of several needs, in order of place. */
export function proseWith(report: Report, needs: readonly Needs[]): readonly Block[] {
  const { byNeeds } = indexOf(report);
  let blocks = byNeeds.get(needs);
  if (blocks === undefined) {
    const met = new Set(needs.flatMap((one) => prose(report, one).map(({ index }) => index)));
    byNeeds.set(needs, (blocks = prose(report).filter(({ index }) => met.has(index))));
  }
  return blocks;
}

/** The reading texts of all blocks of a report as one, a line each. */
export function wholeText(report: Report): string {
  return indexOf(report).text;
}

/** The block in which a place of {@link wholeText} stands, and the place in it. */
export function placeIn(report: Report, at: number): { readonly block: Block; readonly at: number } {
  const { starts } = indexOf(report);
  let low = 0;
  let high = report.blocks.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle;
  }
  const block = report.blocks[low];
  if (block === undefined) throw new RangeError('No block stands there.');
  return { block, at: at - (starts[low] ?? 0) };
}

/** The running text without its glossary and without any quotation marks, a line a block. Worked out once a version. */
export function unquotedBody(report: Report): string {
  const index = indexOf(report);
  return (index.body ??= report.blocks
    .flatMap((block) => (block.kind === 'body' && block.role !== 'glossary' ? [block.text] : []))
    .join('\n')
    .replace(/[“”‘’]/g, ''));
}

function indexOf(report: Report): Index {
  let index = indexes.get(report);
  if (index === undefined) indexes.set(report, (index = createIndex(report)));
  return index;
}

/** The text of all blocks, a line each. */
interface Whole {
  readonly text: string;
  /** Where each block begins in `text`; one more at the end. */
  readonly starts: readonly number[];
}

interface Index extends Whole {
  /** The same without double quotation marks, once somebody asked for it. */
  unquoted: Whole | undefined;
  lists: readonly (readonly number[])[] | undefined;
  nears: readonly (readonly number[])[] | undefined;
  /** The body without any quotation marks, once somebody asked for it. */
  body: string | undefined;
  readonly byNeeds: Map<readonly Needs[], readonly Block[]>;
  readonly chosen: Map<readonly Block['kind'][], Map<Needs | undefined, readonly Block[]>>;
}

const indexes = new WeakMap<Report, Index>();

function createIndex({ blocks }: Report): Index {
  const whole = wholeOf(blocks.map((block) => block.text));
  return {
    ...whole,
    unquoted: undefined,
    lists: undefined,
    nears: undefined,
    body: undefined,
    byNeeds: new Map(),
    chosen: new Map(),
  };
}

function wholeOf(texts: readonly string[]): Whole {
  const starts = [0];
  let end = 0;
  for (const text of texts) starts.push((end += text.length + 1));
  return { text: texts.join('\n'), starts };
}

function unquotedOf({ blocks }: Report, index: Index): Whole {
  return (index.unquoted ??= wholeOf(
    blocks.map(({ text }) => (text.includes('“') || text.includes('”') ? text.replace(/[“”]/g, '') : text)),
  ));
}

/** Blocks in which a need is met, found in one pass: behind the first place in a block the next block is looked at. */
function meeting(report: Report, index: Index, needs: Needs): Block[] {
  const { blocks } = report;
  if (!(needs instanceof RegExp) && needs.list !== undefined) {
    index.lists ??= linesWithLists(index.text, index.starts);
    return (index.lists[needs.list] ?? []).flatMap((at) => blocks[at] ?? []);
  }
  if (!(needs instanceof RegExp) && needs.near !== undefined) {
    const whole = unquotedOf(report, index);
    index.nears ??= linesNear(whole.text, whole.starts);
    return (index.nears[needs.near] ?? []).flatMap((at) => blocks[at] ?? []);
  }
  const { text, starts } = !(needs instanceof RegExp) && needs.unquoted === true ? unquotedOf(report, index) : index;
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

/** The patterns with the flag that lets them go on; made once. */
const globals = new WeakMap<RegExp, RegExp>();

function searcher(pattern: RegExp, text: string): (from: number) => number {
  let global = globals.get(pattern);
  if (global === undefined) globals.set(pattern, (global = new RegExp(pattern.source, 'g')));
  const search = global;
  return (from) => {
    search.lastIndex = from;
    // Its last unit stands in the block as its first does, and asking for it makes no object.
    return search.test(text) ? search.lastIndex - 1 : -1;
  };
}
