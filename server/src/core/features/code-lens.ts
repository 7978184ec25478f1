import type { Analysis, Bilingual, Block, CorpusView, Span } from '../model';
import type { Dictionary } from '../facts/unexplained';
import { namedIn, unexplainedTerms } from '../facts/unexplained';
import type { OwnSection } from './own-sections';
import { ownSections } from './own-sections';

/** A line above a line of the report. */
export interface CodeLens {
  /** It stands above the line of this place. */
  readonly at: Span;
  readonly title: string;
  /** What it shows when clicked; empty for nothing. `path` null is the draft. */
  readonly shows: readonly { readonly path: string | null; readonly span: Span }[];
}

/**
 * Above parts and their sections the length, the terms without an entry and the figures in them; above the statement of
 * the main targets a way to those of past years.
 */
export function codeLenses(
  analysis: Analysis,
  corpus: CorpusView,
  dictionary: Dictionary,
  lang: keyof Bilingual,
): CodeLens[] {
  const { report } = analysis;
  const groups = unexplainedTerms(analysis, namedIn(dictionary));
  const lenses: CodeLens[] = [];
  for (const section of ownSections(report)) {
    const { heading, start, end } = section;
    const inside = (place: Span): boolean => place.start >= start && place.end <= end;
    const length = countCharacters(section.blocks);
    if (!isWorthALine(section, length)) continue;
    const terms = groups.flatMap((group) => group.find(inside) ?? []);
    const figures = analysis.statements.filter((one) => one.measure !== 'qualitative' && inside(one)).length;
    const entries = report.glossary.filter(inside).length;
    const title = say(
      heading.role === 'glossary'
        ? [
            ['characters', length],
            ['entries', entries],
          ]
        : [
            ['characters', length],
            ['terms', terms.length],
            ['figures', figures],
          ],
      lang,
    );
    const shows = heading.role === 'glossary' ? [] : terms.map((term) => ({ path: null, span: term }));
    lenses.push({ at: { start: heading.start, end: heading.end }, title, shows });
  }
  const compare = comparison(analysis, corpus, lang);
  return compare === null ? lenses : [...lenses, compare];
}

/** From this length on a section of the third level is more than a glance takes in: half a page in print. */
const LONG_SECTION = 300;

/**
 * A lens costs the writer a line, so it stands where a length is asked for. That is the part, and the section below it,
 * which one office writes and another cuts. A heading that runs into its paragraph is the beginning of that paragraph: a
 * line above each would part the text everywhere and count what is seen anyway; it has one only where further headings
 * stand beneath it. Deeper down only long sections have one. A heading that waits for its text, and what stands inside
 * of the glossary and the annexes, has nothing to say.
 */
function isWorthALine({ heading, part, paragraphs, nested }: OwnSection, length: number): boolean {
  if (heading.level === 1) return heading.runIn || paragraphs > 0;
  if (part?.role === 'glossary' || part?.role === 'annex' || paragraphs === 0) return false;
  if (heading.runIn) return heading.level === 2 && nested;
  return heading.level === 2 || length >= LONG_SECTION;
}

/** Length as a house counts it: every character and mark of the report, no spaces and nothing of the markup. */
export function countCharacters(blocks: readonly Block[]): number {
  let count = 0;
  for (const { kind, text } of blocks) {
    if (kind === 'page' || kind === 'directive') continue;
    for (const character of text) if (character.trim() !== '') count++;
  }
  return count;
}

const COUNTS = {
  characters: { zh: (n) => `字数 ${n}`, en: (n) => `${n} characters` },
  terms: { zh: (n) => `名词未释义 ${n}`, en: (n) => `${n} without an entry` },
  figures: { zh: (n) => `数据 ${n}`, en: (n) => `${n} figures` },
  entries: { zh: (n) => `词条 ${n}`, en: (n) => `${n} entries` },
} as const satisfies Record<string, Record<keyof Bilingual, (count: string) => string>>;

/** What there is none of is not said. */
function say(counts: readonly (readonly [what: keyof typeof COUNTS, count: number])[], lang: keyof Bilingual): string {
  return counts
    .filter(([, count]) => count > 0)
    .map(([what, count]) => COUNTS[what][lang](String(count)))
    .join(' · ');
}

function comparison(analysis: Analysis, corpus: CorpusView, lang: keyof Bilingual): CodeLens | null {
  const own = targetBlock(analysis);
  if (own === null) return null;
  const shows = corpus.precedents.flatMap((report) => {
    const block = targetBlock(report.analysis);
    return block === null ? [] : [{ path: report.path, span: { start: block.start, end: block.end } }];
  });
  if (shows.length === 0) return null;
  return {
    at: { start: own.start, end: own.end },
    title: lang === 'zh' ? '与往年对照' : 'Compare with past years',
    shows,
  };
}

/** The paragraph that states most of the main targets. */
function targetBlock({ report, statements }: Analysis): Block | null {
  const counts = new Map<number, number>();
  for (const { role, block } of statements) if (role === 'target') counts.set(block, (counts.get(block) ?? 0) + 1);
  let best: number | null = null;
  for (const [block, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = block;
  return best === null ? null : (report.blocks[best] ?? null);
}
