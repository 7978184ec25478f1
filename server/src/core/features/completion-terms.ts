import { knownTerms, sourceOf } from '../data';
import { quotedCore, termCore } from '../facts/matching';
import type { Analysis, Bilingual, CorpusReport, CorpusView, GlossaryEntry, Report, Term } from '../model';
import type { Caret, Completion, Completions } from './completion';
import { namedIn, unexplainedTerms } from '../facts/unexplained';
import { areInOneScript, isTraditional } from './completion-places';

type Lang = keyof Bilingual;

/** More are not sent at once: what is used less comes with the next character that is typed. */
const MOST_TERMS = 100;

/**
 * The known terms, for a caret behind an opening quote on its line; null for any other caret. The closing quote comes
 * with the term, the one that the editor put there by itself is taken up. Of many the most used that what was typed
 * fits.
 */
export function completeTerms(caret: Caret): Completions | null {
  const { offset, before, after, options } = caret;
  const quote = openQuote(before);
  if (quote < 0) return null;
  const typed = before.slice(quote + 1);
  const start = offset - typed.length;
  // 推行“五‸链共建”机制: the whole quotation gives way.
  const closed = /^[^“”，。；：！？\s]{0,24}”/.exec(after)?.[0].length ?? 0;
  const replace = { start, end: offset + closed };
  const rest = after.slice(closed);
  const dropped = new Set(options.dictionary.ignored.map((term) => quotedCore(term)));
  const found = new Map<string, Offer>();
  for (const one of offers(caret, start))
    if (!found.has(one.core) && !dropped.has(one.core) && fits(one.words, typed)) found.set(one.core, one);
  const count = termCounts(caret);
  // Sorting keeps the order of those that are used alike: the draft, past years, what is known everywhere.
  const ranked = Array.from(found.values(), (one) => ({ one, uses: count(one.core) })).sort((a, b) => b.uses - a.uses);
  const items = ranked.slice(0, MOST_TERMS).map(({ one: { words, headword, detail, documentation } }): Completion => {
    // “三提三降”攻坚行动 before a 攻坚行动 that stands there already
    const tail = words.slice(words.lastIndexOf('”') + 1);
    const text = tail !== '' && rest.startsWith(tail) ? words.slice(0, -tail.length) : words;
    return { kind: 'term', label: headword, detail, documentation, replace, text, selected: [], filter: text };
  });
  return { items, incomplete: ranked.length > items.length };
}

/** A term that could be written. */
interface Offer {
  readonly headword: string;
  readonly core: string;
  /** What of it stands behind its opening quote, with the closing one. */
  readonly words: string;
  readonly detail: string;
  readonly documentation: string;
}

/** Terms of the draft, of past years and of everywhere, in the order in which they count. */
function* offers({ analysis, corpus, options: { lang } }: Caret, start: number): Generator<Offer> {
  const past = pastOffers(analysis, corpus, lang);
  for (const entry of analysis.report.glossary) {
    const detail = lang === 'zh' ? '本稿名词解释' : 'glossary of this draft';
    yield* offer(headwordOf(analysis.report, entry), detail, entry.definition);
  }
  yield* past;
  for (const term of analysis.terms)
    // The term that is being written is seen as one too.
    if (term.quoted && term.end < start)
      yield* offer(asWritten(analysis, term), lang === 'zh' ? '本稿使用' : 'used in this draft', '');
  if (!isTraditional(analysis)) yield* knownOffers(lang);
}

const pasts = new WeakMap<CorpusView, Map<string, readonly Offer[]>>();

/** What past reports explain: the same until another report stands around the draft, not until the next keystroke. */
function pastOffers(analysis: Analysis, corpus: CorpusView, lang: Lang): readonly Offer[] {
  const kept = pasts.get(corpus) ?? new Map<string, readonly Offer[]>();
  pasts.set(corpus, kept);
  const key = `${lang} ${String(isTraditional(analysis))}`;
  let found = kept.get(key);
  if (found === undefined) {
    found = corpus.precedents
      .filter((report) => areInOneScript(analysis, report.analysis))
      .flatMap((report) =>
        report.analysis.report.glossary.flatMap((entry) =>
          offer(headwordOf(report.analysis.report, entry), sourceName(report, lang), entry.definition),
        ),
      );
    kept.set(key, found);
  }
  return found;
}

const everywhere = new Map<Lang, readonly Offer[]>();

function knownOffers(lang: Lang): readonly Offer[] {
  let found = everywhere.get(lang);
  if (found === undefined) {
    const detail = lang === 'zh' ? '通用释义' : 'general meaning';
    found = knownTerms.flatMap((row) =>
      offer(row.term, detail, withSource(row.definition, sourceOf(row)?.title, lang)),
    );
    everywhere.set(lang, found);
  }
  return found;
}

function offer(headword: string, detail: string, documentation: string): Offer[] {
  const words = behindQuote(headword);
  const core = termCore(headword.includes('“') ? headword : `“${headword}”`);
  return words === null || core === '' ? [] : [{ headword, core, words, detail, documentation }];
}

/** Whether an editor would show a term for what was typed: the characters come in this order. */
function fits(words: string, typed: string): boolean {
  let at = 0;
  for (const character of typed) {
    at = words.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * Entries for terms that are used and not explained, for a caret at a line of the glossary that has none yet; null for
 * any other caret. In order of first use, as a glossary is; the newest definition that a past report, a neighbour or
 * the built-in list has, else a stub.
 */
export function completeEntries(caret: Caret): Completion[] | null {
  const { analysis, offset, before, after, options } = caret;
  const { report } = analysis;
  if (!inGlossary(report, offset)) return null;
  const number = NUMBER.exec(before)?.[0] ?? '';
  const typed = before.slice(number.length);
  if (!/^“?[^“”：:，。；]{0,20}$/.test(typed) || !/^”?\s*$/.test(after)) return null;
  const replace = { start: offset - typed.length, end: after.startsWith('”') ? offset + 1 : offset };
  const lead = number.trim() === '' ? nextNumber(report, offset) : '';
  const colon = colonOf(report);
  const { lang } = options;
  return unexplainedTerms(analysis, namedIn(options.dictionary)).flatMap((group): Completion[] => {
    const [first] = group;
    if (first === undefined || (replace.start <= first.start && first.end <= replace.end)) return [];
    const source = explanationOf(first.text, caret);
    const headword = source?.headword ?? `“${asWritten(analysis, first)}”`;
    const definition = source?.definition ?? '指……。';
    const text = `${lead}${headword}${colon}${definition}`;
    const start = text.length - definition.length;
    return [
      {
        kind: 'entry',
        label: headword,
        detail: source?.name ?? (lang === 'zh' ? '待解释' : 'to be explained'),
        documentation: source?.definition ?? '',
        replace,
        text,
        // The end of the sentence stays.
        selected: source === null ? [{ start, end: text.length - 1 }] : [],
        filter: typed.startsWith('“') && !headword.startsWith('“') ? `“${headword}` : headword,
      },
    ];
  });
}

/** How often draft and precedents use each term, by core. */
function termCounts({ analysis, corpus }: Pick<Caret, 'analysis' | 'corpus'>): (core: string) => number {
  const own = countsOf(analysis);
  let past = pastCounts.get(corpus);
  if (past === undefined) {
    const sum = new Map<string, number>();
    for (const one of corpus.precedents)
      for (const [core, count] of countsOf(one.analysis)) sum.set(core, (sum.get(core) ?? 0) + count);
    pastCounts.set(corpus, (past = sum));
  }
  const known = past;
  return (core) => (own.get(core) ?? 0) + (known.get(core) ?? 0);
}

const pastCounts = new WeakMap<CorpusView, ReadonlyMap<string, number>>();

const kept = new WeakMap<Analysis, ReadonlyMap<string, number>>();

function countsOf(analysis: Analysis): ReadonlyMap<string, number> {
  const known = kept.get(analysis);
  if (known !== undefined) return known;
  const counts = new Map<string, number>();
  for (const { text } of analysis.terms) {
    const core = quotedCore(text);
    counts.set(core, (counts.get(core) ?? 0) + 1);
  }
  kept.set(analysis, counts);
  return counts;
}

/** Position of the “ in which the line ends, -1 where it ends in none. A quotation longer than this is no term. */
function openQuote(line: string): number {
  const at = line.lastIndexOf('“');
  return at >= line.length - 24 && at > line.lastIndexOf('”') ? at : -1;
}

/** What of a headword stands behind its opening quote, with the closing one; null where its quotes are elsewhere. */
function behindQuote(headword: string): string | null {
  if (!/[“”]/.test(headword)) return `${headword}”`;
  const at = headword.indexOf('“');
  if (at === 0) return headword.slice(1);
  // 能耗“双控”: what stands before the quote is written already or not wanted.
  return at > 0 && headword.endsWith('”') ? headword.slice(at + 1) : null;
}

/** A headword as its own report prints it, in its script, on one line and without marks of markup. */
function headwordOf(report: Report, entry: GlossaryEntry): string {
  if (report.info?.script !== 'traditional') return entry.printedTerm;
  return report.text.slice(entry.termStart, entry.termEnd).replace(/[\s*_]/g, '');
}

/** A term in the script of its report, on one line; in reading form where noise stands in between. */
function asWritten(analysis: Analysis, term: Term): string {
  if (!isTraditional(analysis)) return term.text;
  const written = analysis.report.text.slice(term.start, term.end).replace(/[\s*_]/g, '');
  return written.length === term.text.length ? written : term.text;
}

function sourceName({ analysis }: CorpusReport, lang: 'zh' | 'en'): string {
  const { issuer = null, planYear = null } = analysis.report.info ?? {};
  const name = [issuer, planYear].filter((part) => part !== null).join(' ');
  return lang === 'zh' ? `${name}名词解释` : `${name} glossary`;
}

function withSource(definition: string, title: string | undefined, lang: 'zh' | 'en'): string {
  if (title === undefined) return definition;
  return `${definition}\n${lang === 'zh' ? '来源：' : 'Source: '}${title}`;
}

// 12.  （3）  注1：  ④  十二、 with blanks and list marks before it
const NUMBER =
  /^[\s*#>-]{0,12}(?:注?[（([〔【]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)\]〕】.．、：:]{1,2}|[\u2460-\u2473\u3251-\u325f])?\s{0,4}/;

// ## 名 词 解 释
export const GLOSSARY_LINE = /^[#\s*]{0,12}(?:附件?[：:]?\s?)?名\s{0,4}词\s{0,4}[解注]\s{0,4}释[\s*：:]{0,8}$/;

/** Whether a place lies behind the heading of the glossary and before the next part. */
function inGlossary(report: Report, offset: number): boolean {
  let heading = null;
  for (const one of report.headings) if (one.end < offset) heading = one;
  if (heading !== null && heading.role === 'glossary') return true;
  const first = report.glossary[0];
  const last = report.glossary.at(-1);
  if (first !== undefined && last !== undefined && first.start < offset && offset <= last.end + 8) return true;
  // A heading with nothing beneath it yet is no part of the report: its words must do.
  const from = heading?.end ?? 0;
  const lines = report.text.slice(Math.max(from, offset - 4000), offset).split(/[\r\n]/);
  return lines.some((line) => GLOSSARY_LINE.test(line));
}

/** The number of an entry at a line of its own, in the form of those before it; empty where none are printed. */
function nextNumber(report: Report, offset: number): string {
  const before = report.glossary.filter((entry) => entry.end <= offset).at(-1);
  const model = before ?? report.glossary[0];
  if (model === undefined) return '1.';
  if (model.number === null) return '';
  const head = report.text.slice(model.start, model.termStart);
  const value = before === undefined ? 1 : model.number + 1;
  const printed = head.indexOf(String(model.number));
  return printed < 0 ? '' : head.slice(0, printed) + String(value) + head.slice(printed + String(model.number).length);
}

/** What stands between headword and definition in this glossary. */
function colonOf(report: Report): string {
  const model = report.glossary.at(-1);
  const colon = model === undefined ? '' : report.text.slice(model.termEnd, model.definitionStart);
  return /^[：:—]{1,2}\s?$/.test(colon) ? colon : '：';
}

interface Source {
  readonly headword: string;
  readonly definition: string;
  readonly name: string;
}

function explanationOf(term: string, { analysis, corpus, options }: Caret): Source | null {
  const core = quotedCore(term);
  for (const report of [...corpus.precedents, ...corpus.peers]) {
    if (isTraditional(analysis) || isTraditional(report.analysis)) continue;
    const entry = entriesOf(report.analysis).get(core);
    if (entry !== undefined) {
      return {
        headword: entry.printedTerm,
        definition: entry.printedDefinition,
        name: sourceName(report, options.lang),
      };
    }
  }
  return null;
}

const entryMaps = new WeakMap<Analysis, ReadonlyMap<string, GlossaryEntry>>();

/** The entries of a report by core. */
function entriesOf(analysis: Analysis): ReadonlyMap<string, GlossaryEntry> {
  let entries = entryMaps.get(analysis);
  if (entries === undefined) {
    entries = new Map(analysis.report.glossary.map((entry) => [termCore(entry.term), entry]));
    entryMaps.set(analysis, entries);
  }
  return entries;
}
