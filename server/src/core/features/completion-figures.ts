import type { Indicator } from '../data';
import { findIndicator, indicatorIndex, indicators } from '../data';
import { figuresIn, shorten, tailOf } from '../facts/wording';
import type { Analysis, CorpusReport, CorpusView, Role, Statement } from '../model';
import type { Caret, Completion, Completions } from './completion';
import { blockAt } from './definition';
import { isTraditional, takenUp } from './completion-places';
import { isNational } from './figures';

/**
 * How past reports go on behind the name of an indicator, the newest first, each form once: targets and tasks where the
 * draft plans, results where it reviews. The old figures are what the writer will write over. Empty where
 * its value stands behind the caret already; null where no name stands before it, or nothing is known of one.
 */
export function completeWays(caret: Caret): Completion[] | null {
  const { analysis, corpus, offset, after, options } = caret;
  const block = blockAt(analysis.report, offset);
  if (block === null || isTraditional(analysis)) return null;
  const at = block.readingOffset(offset);
  const named = nameBefore(block.text, at, analysis, corpus.precedents);
  if (named === null) return null;
  if (isStated(analysis, named.indicator, offset)) return [];
  const typed = block.text.slice(named.end, at);
  const start = named.end < at ? block.span(named.end, at).start : offset;
  const ways = new Map<string, Completion>();
  for (const report of corpus.precedents) {
    for (const statement of statedLikeHere(report.analysis, named.indicator, block.role)) {
      const text = tailOf(statement, report.analysis);
      const form = `${statement.measure} ${text.replace(/\d+(?:\.\d+)?/g, '#')}`;
      if (text === '' || !text.startsWith(typed) || text === typed || ways.has(form)) continue;
      ways.set(form, {
        kind: 'way',
        label: text,
        detail: yearOf(report, options.lang),
        documentation: sentenceOf(statement, report.analysis),
        replace: { start, end: offset + takenUp(text.slice(typed.length), after) },
        text,
        selected: figuresIn(text),
        filter: text,
      });
    }
  }
  return ways.size === 0 ? null : [...ways.values()].slice(0, MOST_WAYS);
}

/** Whether the draft says the value of an indicator right behind a place: 地区生产总值‸增长6%左右. */
function isStated({ report, statements }: Analysis, indicator: string, offset: number): boolean {
  return statements.some(
    (one) =>
      one.indicator === indicator &&
      one.start < offset &&
      offset <= one.valueStart &&
      !/[，。；、]/.test(report.text.slice(offset, one.valueStart)),
  );
}

/** Names of indicators that begin as what was typed; those that past reports set targets for and the draft has not yet come first. */
export function completeIndicators(caret: Caret): Completions {
  const { analysis, offset, before, after, options } = caret;
  const nothing = { items: [], incomplete: false };
  if (isTraditional(analysis) || isLaterCell(before)) return nothing;
  const uses = usesOf(caret);
  const names = [...new Set([...uses.keys(), ...catalogue(analysis)])];
  const typed = typedPart(before, names);
  // Amid a sentence a list of all names would only be in the way.
  if (typed === '' && !/(?:^|[，、；：。（|\s])$/.test(before)) return nothing;
  const fitting = names.filter((name) => name.startsWith(typed) && name !== typed);
  const items = fitting
    .map((name) => ({ name, rank: uses.get(name) ?? 0 }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST_NAMES)
    .map(({ name }): Completion => {
      const unit = findIndicator(name)?.unit ?? '';
      const label = options.lang === 'zh' ? '单位：' : 'unit: ';
      return {
        kind: 'indicator',
        label: name,
        detail: unit === '' ? '' : label + unit,
        documentation: '',
        replace: { start: offset - typed.length, end: offset + takenUp(name.slice(typed.length), after) },
        text: name,
        selected: [],
        filter: name,
      };
    });
  return { items, incomplete: fitting.length > items.length };
}

const MOST_WAYS = 8;
const MOST_NAMES = 100;
const LONGEST_NAME = 24;
/** Words that may stand between the name and the caret (增长, 达到…). */
const LONGEST_TYPED = 10;

/** The longest name of an indicator that ends at the caret or a few words before it. */
function nameBefore(
  text: string,
  at: number,
  analysis: Analysis,
  precedents: readonly CorpusReport[],
): { readonly indicator: string; readonly end: number } | null {
  const forms = indicatorIndex();
  for (let end = at; end >= Math.max(2, at - LONGEST_TYPED); end--) {
    if (end < at && /[，。；：！？“”\s]/.test(text[end] ?? '')) return null;
    for (let start = Math.max(0, end - LONGEST_NAME); start <= end - 2; start++) {
      const words = text.slice(start, end);
      const match = forms.get(words);
      if (match !== null) {
        const row = findIndicator(match.indicator.name, { national: isNational(analysis) }) ?? match.indicator;
        return { indicator: row.name, end };
      }
      const own = ownNames(precedents, words);
      if (own !== null) return { indicator: own, end };
    }
  }
  return null;
}

const nameMaps = new WeakMap<Analysis, ReadonlyMap<string, string>>();

/** An indicator that the catalogue does not know by the name that past reports use. */
function ownNames(precedents: readonly CorpusReport[], words: string): string | null {
  for (const { analysis } of precedents) {
    let names = nameMaps.get(analysis);
    if (names === undefined) {
      names = new Map(
        analysis.statements.filter(({ known }) => !known).map(({ name, indicator }) => [name, indicator]),
      );
      nameMaps.set(analysis, names);
    }
    const indicator = names.get(words);
    if (indicator !== undefined) return indicator;
  }
  return null;
}

/** Statements of one report of the kind that belongs into this part of the draft, the weightiest first. */
function statedLikeHere(analysis: Analysis, indicator: string, role: Role | null): Statement[] {
  const order: readonly Statement['role'][] =
    role === 'review' ? ['result'] : role === null ? ['target', 'task', 'result'] : ['target', 'task'];
  const planYear = analysis.report.info?.planYear ?? null;
  const own = analysis.statements.filter((one) => one.indicator === indicator);
  return order.flatMap((wanted) => {
    const home = wanted === 'result' && planYear !== null ? planYear - 1 : planYear;
    const found = own.filter((one) => one.role === wanted);
    const annual = found.filter((one) => one.period === 'annual' && one.year === home);
    return annual.length > 0 ? annual : found;
  });
}

function sentenceOf(statement: Statement, analysis: Analysis): string {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return '';
  const { text } = block;
  const from = block.readingOffset(statement.start);
  const start = Math.max(text.lastIndexOf('。', from), text.lastIndexOf('；', from)) + 1;
  const stop = text.indexOf('。', from);
  return shorten(text.slice(start, stop < 0 ? text.length : stop + 1), 200);
}

function yearOf({ analysis }: CorpusReport, lang: 'zh' | 'en'): string {
  const year = analysis.report.info?.planYear ?? null;
  if (year === null) return lang === 'zh' ? '往年报告' : 'past report';
  return lang === 'zh' ? `${String(year)}年报告` : `report of ${String(year)}`;
}

/** How much a name is asked for: a target of the newest report that is still missing first, then how often it is stated. */
function usesOf({ analysis, corpus }: Caret): Map<string, number> {
  const past = pastUses(corpus);
  const uses = countUses([analysis]);
  for (const [name, count] of past.uses) uses.set(name, (uses.get(name) ?? 0) + count);
  const here = new Set(analysis.statements.filter(({ role }) => role === 'target').map(({ indicator }) => indicator));
  for (const name of past.targets) if (!here.has(name)) uses.set(name, (uses.get(name) ?? 0) + 1000);
  return uses;
}

interface PastUses {
  readonly uses: ReadonlyMap<string, number>;
  /** For which the newest past report sets a target. */
  readonly targets: ReadonlySet<string>;
}

const pasts = new WeakMap<CorpusView, PastUses>();

/** The same until another report stands around the draft, not until the next keystroke. */
function pastUses(corpus: CorpusView): PastUses {
  let found = pasts.get(corpus);
  if (found === undefined) {
    const newest = corpus.precedents[0]?.analysis.statements ?? [];
    found = {
      uses: countUses(corpus.precedents.map(({ analysis }) => analysis)),
      targets: new Set(newest.filter(({ role }) => role === 'target').map(({ indicator }) => indicator)),
    };
    pasts.set(corpus, found);
  }
  return found;
}

function countUses(analyses: readonly Analysis[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const { statements } of analyses) {
    for (const { indicator, known, role } of statements) {
      if (known || role === 'target') uses.set(indicator, (uses.get(indicator) ?? 0) + 1);
    }
  }
  return uses;
}

/** Official names that a report of this kind uses. */
function catalogue(analysis: Analysis): readonly string[] {
  return isNational(analysis) ? (nationalNames ??= namesFor(true)) : (localNames ??= namesFor(false));
}

let nationalNames: readonly string[] | undefined;
let localNames: readonly string[] | undefined;

function namesFor(national: boolean): string[] {
  const replaced = new Set(indicators.flatMap((row) => row.nationalOf ?? []));
  const fits = (row: Indicator): boolean => (national ? !replaced.has(row.name) : row.nationalOf === undefined);
  return indicators.filter((row) => fits(row) && row.until === undefined).map((row) => row.name);
}

/** Whether the line is a row of a table and its first cell, where names stand, lies behind the caret. */
function isLaterCell(before: string): boolean {
  return /^\s*\|/.test(before) && before.trimStart().indexOf('|', 1) > 0;
}

/** Words behind which a name begins. */
const LEAD = /(?:全[年国省市区县旗州盟乡镇]|[今去本当]年|确保|力争|实现|完成|其中|预计|[和及与])$/;

/**
 * The longest end of the line that a name begins with. A single character amid a sentence is more likely the end of
 * another word (开发‸), and what follows a digit is its unit (350亿元‸).
 */
function typedPart(line: string, names: readonly string[]): string {
  for (let length = Math.min(12, line.length); length >= 1; length--) {
    const words = line.slice(-length);
    if (/^[\s，。；：、]/.test(words)) continue;
    const before = line.slice(0, -length);
    if (/\d$/.test(before) || (length === 1 && /[一-鿿\w]$/.test(before) && !LEAD.test(before.slice(-4)))) continue;
    if (names.some((name) => name.startsWith(words) && name !== words)) return words;
  }
  return '';
}
