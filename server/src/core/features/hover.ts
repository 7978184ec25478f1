import { baseName } from '../corpus/paths';
import type { Analysis, Bilingual, CorpusView, Span } from '../model';
import { explain } from './definition';
import { shorten } from '../facts/wording';
import { escapeMarkdown, markdownLink } from './hover-markdown';
import type { LinkTo } from './hover-markdown';
import { findDifference } from '../facts/definitions';
import { figureMarks } from './figure-marks';
import { hoverIndicator } from './hover-indicator';
import type { Explanation } from './definition';
import { knownTermAt } from '../facts/terms-bare';
import { blockAt } from './definition';

export interface Hover {
  /** The words in the draft that the card is about. */
  readonly span: Span;
  readonly markdown: string;
}

export interface HoverOptions {
  readonly lang: keyof Bilingual;
  readonly linkTo: LinkTo;
  /** Makes the address at which all these places of the draft are shown; without it, or null, there is no link. */
  readonly linkToAll?: (spans: readonly Span[]) => string | null;
  /** Makes the address at which the other places of the indicator at `span` are shown, in all reports. */
  readonly linkElsewhere?: (span: Span) => string | null;
}

/**
 * The card for what stands at `offset`: what a term means by the draft's own glossary, past reports and other places,
 * what an indicator is called and how it stood year by year, or what the figures sheet says of a figure. Null where
 * nothing is known.
 */
export function hover(analysis: Analysis, corpus: CorpusView, offset: number, options: HoverOptions): Hover | null {
  return (
    hoverTerm(analysis, corpus, offset, options) ??
    hoverIndicator(analysis, corpus, offset, options) ??
    hoverKnown(analysis, offset, options) ??
    hoverFigure(analysis, corpus, offset, options)
  );
}

/** How many definitions are printed in full; the others are named with a link. */
const UNFOLDED = 3;

const WORDS = {
  draft: { zh: '本稿', en: 'this draft' },
  entry: { zh: '名词解释', en: 'glossary' },
  open: { zh: '转到词条', en: 'Go to entry' },
  uses: { zh: '全部用例', en: 'All uses' },
  known: { zh: '通用释义', en: 'general meaning' },
  unknownPlace: { zh: '未识别发文单位', en: 'unknown issuer' },
} as const satisfies Record<string, Bilingual>;

function hoverTerm(analysis: Analysis, corpus: CorpusView, offset: number, options: HoverOptions): Hover | null {
  const found = explain(analysis, corpus, offset);
  if (found === null) return null;
  const { lang } = options;
  const onHeadword = analysis.report.glossary.findIndex(
    (entry) => offset >= entry.termStart && offset <= entry.termEnd,
  );
  // On its own headword the entry stands before the reader's eyes.
  const list = found.explanations.filter(({ report, index }) => report !== null || index !== onHeadword);
  const own = analysis.report.glossary[onHeadword];
  const basis = own?.definition ?? found.explanations[0]?.entry.definition ?? '';
  const parts: string[] = [];
  const folded: string[] = [];
  const shown: string[] = own === undefined ? [] : [own.definition];
  for (const one of list) {
    const same = shown.some((definition) => findDifference(definition, one.entry.definition) === null);
    if (same || parts.length >= UNFOLDED) {
      folded.push(link(one, same, options));
      continue;
    }
    parts.push(card(one, basis, analysis, options, shown.length === 0));
    shown.push(one.entry.definition);
  }
  if (parts.length === 0 && folded.length === 0) return null;
  if (folded.length > 0) parts.push(`${lang === 'zh' ? '另见：' : 'See also: '}${folded.join(' · ')}`);
  return { span: found.span, markdown: parts.join('\n\n---\n\n') };
}

/** One definition in full: headword, where it is from, the words, how it differs from the first, a link. */
function card(one: Explanation, basis: string, analysis: Analysis, options: HoverOptions, first: boolean): string {
  const { lang, linkTo } = options;
  const { entry, report } = one;
  const address = linkTo(report?.path ?? null, { start: entry.start, end: entry.end });
  const lines = [
    `**${escapeMarkdown(entry.term)}** 〔${escapeMarkdown(origin(one, lang))}〕`,
    escapeMarkdown(shorten(entry.definition, 300)),
  ];
  const difference = first ? null : findDifference(basis, entry.definition);
  if (difference !== null) lines.push(`*${escapeMarkdown(sayDifference(difference.a, difference.b, lang))}*`);
  const foot = [markdownLink(WORDS.open[lang], address)].filter(() => address !== null);
  if (report === null) {
    const uses = analysis.uses[one.index] ?? [];
    const all = uses.length === 0 ? null : (options.linkToAll?.(uses) ?? null);
    foot.push(
      all === null ? sayUses(uses.length, lang) : markdownLink(`${WORDS.uses[lang]} ${String(uses.length)}`, all),
    );
  }
  if (foot.length > 0) lines.push(foot.join(' · '));
  return lines.join('\n\n');
}

function link(one: Explanation, same: boolean, options: HoverOptions): string {
  const words = origin(one, options.lang);
  const address = options.linkTo(one.report?.path ?? null, { start: one.entry.start, end: one.entry.end });
  const remark = same ? (options.lang === 'zh' ? '（释义相同）' : ' (same definition)') : '';
  return markdownLink(words, address) + remark;
}

/** 青禾区 2024，名词解释 12 */
function origin(one: Explanation, lang: keyof Bilingual): string {
  const info = one.report?.analysis.report.info;
  const who = one.report === null ? WORDS.draft[lang] : (info?.issuer ?? WORDS.unknownPlace[lang]);
  const planYear = info?.planYear ?? null;
  const year = planYear === null ? '' : ` ${String(planYear)}`;
  const number = one.entry.number === null ? '' : ` ${String(one.entry.number)}`;
  return `${who}${year}${lang === 'zh' ? '，' : ', '}${WORDS.entry[lang]}${number}`;
}

function sayDifference(basis: string, other: string, lang: keyof Bilingual): string {
  if (basis === '' && other === '') return lang === 'zh' ? '释义与上文不同。' : 'Defined differently from the above.';
  if (basis === '')
    return lang === 'zh' ? `与上文不同：此处多出“${other}”。` : `Differs from the above: “${other}” is added here.`;
  if (other === '')
    return lang === 'zh' ? `与上文不同：此处没有“${basis}”。` : `Differs from the above: “${basis}” is missing here.`;
  return lang === 'zh'
    ? `与上文不同：上文为“${basis}”，此处为“${other}”。`
    : `Differs from the above: “${other}” here, “${basis}” there.`;
}

function sayUses(count: number, lang: keyof Bilingual): string {
  if (lang === 'zh') return count === 0 ? '正文未见使用' : `正文使用 ${String(count)} 处`;
  return count === 0 ? 'not used in the body' : `used ${String(count)} ${count === 1 ? 'time' : 'times'} in the body`;
}

/** A widely known term that no report at hand explains. */
function hoverKnown(analysis: Analysis, offset: number, options: HoverOptions): Hover | null {
  const block = blockAt(analysis.report, offset);
  if (block === null) return null;
  const known = knownTermAt(block.text, block.readingOffset(offset));
  if (known === null) return null;
  const head = `**${escapeMarkdown(known.term)}** 〔${WORDS.known[options.lang]}〕`;
  return { span: block.span(known.start, known.end), markdown: `${head}\n\n${escapeMarkdown(known.definition)}` };
}

/** The rows of the figures sheet behind a figure, also where no hints are shown. */
function hoverFigure(analysis: Analysis, corpus: CorpusView, offset: number, { lang }: HoverOptions): Hover | null {
  const whole = { start: 0, end: analysis.report.text.length };
  const marks = figureMarks(analysis, corpus, whole, baseName, lang);
  const mark = marks.find(({ span, state }) => state !== 'uncovered' && span.start <= offset && offset < span.end);
  return mark === undefined
    ? null
    : { span: mark.span, markdown: `**${escapeMarkdown(mark.label)}** ${escapeMarkdown(mark.detail)}` };
}
