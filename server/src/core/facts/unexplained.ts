/** Terms that a reader meets without being told what they mean. */
import type { Analysis, Block, Term } from '../model';
import { quotedCore, termCore } from './matching';
import { knownTermAt } from './terms-bare';
import { isPlan } from './terms-quoted';

/** What the configuration says of terms, in reading form. */
export interface Dictionary {
  /** Terms that need no entry. */
  readonly known: readonly string[];
  /** Words that are no terms. */
  readonly ignored: readonly string[];
}

/** Whether a dictionary names a word. */
export function namedIn({ known, ignored }: Dictionary): (word: string) => boolean {
  const words = new Set([...known, ...ignored]);
  return (word) => words.has(word);
}

/**
 * Terms that the draft uses and neither its glossary nor the sentence explains, all occurrences of one together, in order
 * of first use. Left out are plan periods, what everybody knows and what is spared; a term must stand in quotes once or
 * be a formula.
 * @param isSpared whether a term, in reading form, needs no entry
 */
export function unexplainedTerms(analysis: Analysis, isSpared: (word: string) => boolean): Term[][] {
  const { report, terms } = analysis;
  const defined = new Set(report.glossary.map((entry) => termCore(entry.term)));
  const used = analysis.uses.flat().sort((a, b) => a.start - b.start);
  const groups = new Map<string, Term[]>();
  let next = 0;
  for (const term of terms) {
    if (isPlan(term.text) || isSpared(term.text)) continue;
    const core = quotedCore(term.text);
    if (defined.has(core)) continue;
    // Both lists are in order of place.
    while (next < used.length && (used[next]?.end ?? 0) <= term.start) next++;
    if ((used[next]?.start ?? Infinity) < term.end) continue;
    const group = groups.get(core);
    if (group === undefined) groups.set(core, [term]);
    else group.push(term);
  }
  return [...groups.values()].filter(
    (group) => group.some(isMarked) && !group.some((term) => needsNoEntry(report.blocks[term.block], term)),
  );
}

function isMarked(term: Term): boolean {
  return term.quoted || term.kind === 'formula';
}

function needsNoEntry(block: Block | undefined, term: Term): boolean {
  if (block === undefined) return false;
  const start = block.readingOffset(term.start);
  return knownTermAt(block.text, start) !== null || isExplained(block.text, start, term.text);
}

// ”行动，即…  ”（小游园、…）  ”是指  ”：
const EXPLAINED_AFTER =
  /^”?[^，。；：“”（）]{0,8}(?:（(?!以下简称)[^（）]{4,}）|，?(?:即|是指|也就是|就是|包括：?)|：)/;

/** Whether the sentence says what the term at a place means, or gives a longer name that it stands for. */
function isExplained(text: string, start: number, term: string): boolean {
  const end = start + term.length;
  if (EXPLAINED_AFTER.test(text.slice(end, end + 40))) return true;
  const before = text.slice(Math.max(0, start - 60), start);
  if (/(?:简称|称为|称作|叫做)“?$/.test(before)) return true;
  return listsItems(before.replace(/“$/, ''), term);
}

const COUNT = '零一二三四五六七八九十';

/** 教育、医疗、文化“三个高地”: as many names right before as the term counts. */
function listsItems(before: string, term: string): boolean {
  const count = term.startsWith('两') ? 2 : COUNT.indexOf(term[0] ?? '');
  if (count < 2) return false;
  const list = before.split(/[，。；：！？（“]/).at(-1) ?? '';
  return list.split(/[、和与及]/).length === count;
}
