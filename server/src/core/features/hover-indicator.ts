import { findIndicator, indicatorIndex } from '../data';
import type { Indicator } from '../data';
import type { Analysis, Bilingual, Bounded, CorpusReport, CorpusView, Report, Span, Statement } from '../model';
import { blockAt } from './definition';
import { escapeMarkdown, markdownLink, shorten } from './hover-markdown';
import type { LinkTo } from './hover-markdown';

interface Options {
  readonly lang: keyof Bilingual;
  readonly linkTo: LinkTo;
}

/**
 * The card of the indicator named at `offset`: official name, unit, targets and results by year. Every figure is one
 * that a report states; years without one are left out.
 */
export function hoverIndicator(
  analysis: Analysis,
  corpus: CorpusView,
  offset: number,
  options: Options,
): { span: Span; markdown: string } | null {
  const named = nameAt(analysis, offset);
  if (named === null) return null;
  const { lang } = options;
  const rows = history(analysis, corpus, named.indicator);
  const row = findIndicator(named.indicator, { national: isNational(analysis) });
  if (row === null && rows.length === 0) return null;
  const unit = row?.unit ?? rows[0]?.figures[0]?.statement.unit ?? '';
  const facts = [unit === '' ? '' : (lang === 'zh' ? '单位：' : 'Unit: ') + unit, basisOf(row, lang)].filter(
    (fact) => fact !== '',
  );
  const parts = [
    `**${escapeMarkdown(named.indicator)}**${facts.length > 0 ? `　${escapeMarkdown(facts.join(lang === 'zh' ? '　' : ' · '))}` : ''}`,
  ];
  if (rows.length > 0) parts.push(table(rows.slice(0, YEARS), options));
  return { span: named.span, markdown: parts.join('\n\n') };
}

/** Years shown at most. */
const YEARS = 6;

function isNational(analysis: Analysis): boolean {
  return analysis.report.info?.issuer === '国务院';
}

/** The indicator whose name stands at `offset`: in a statement, or a form of the catalogue that needs no value beside it. */
function nameAt(analysis: Analysis, offset: number): { readonly indicator: string; readonly span: Span } | null {
  const statement = analysis.statements.find(({ nameStart, nameEnd }) => nameStart <= offset && offset < nameEnd);
  if (statement !== undefined)
    return { indicator: statement.indicator, span: { start: statement.nameStart, end: statement.nameEnd } };
  const block = blockAt(analysis.report, offset);
  if (block === null) return null;
  const at = block.readingOffset(offset);
  const index = indicatorIndex();
  for (let start = Math.max(0, at - LONGEST_NAME); start <= at; start++) {
    const match = index.matchAt(block.text, start);
    if (match === null) continue;
    const end = start + match.length;
    if (end > at && match.via !== 'weak') {
      const row = findIndicator(match.indicator.name, { national: isNational(analysis) }) ?? match.indicator;
      return { indicator: row.name, span: block.span(start, end) };
    }
    // The longest name from the left wins, as it does everywhere: no 可支配收入 inside 居民人均可支配收入.
    if (end <= at) start = end - 1;
  }
  return null;
}

const LONGEST_NAME = 24;

function basisOf(row: Indicator | null, lang: keyof Bilingual): string {
  if (row?.basis === 'real') return lang === 'zh' ? '增速按不变价计算' : 'growth at constant prices';
  if (row?.basis === 'nominal') return lang === 'zh' ? '增速按现价计算' : 'growth at current prices';
  return '';
}

interface Figure {
  readonly statement: Statement;
  /** The figure as a report would write it. */
  readonly words: string;
  readonly path: string | null;
  readonly planYear: number | null;
}

interface Year {
  readonly year: number;
  /** Targets and results of that year, those of the most fitting report of each role. */
  readonly figures: readonly Figure[];
}

/** What draft and precedents say of an indicator, newest year first. */
function history(analysis: Analysis, corpus: CorpusView, indicator: string): Year[] {
  const years = new Map<number, Figure[]>();
  const collect = (from: Analysis, report: CorpusReport | null): void => {
    const planYear = from.report.info?.planYear ?? null;
    for (const statement of from.statements) {
      if (
        statement.indicator !== indicator ||
        statement.year === null ||
        statement.period !== 'annual' ||
        statement.role === 'task'
      )
        continue;
      const figure = { statement, words: wording(statement, from.report), path: report?.path ?? null, planYear };
      const list = years.get(statement.year);
      if (list === undefined) years.set(statement.year, [figure]);
      else list.push(figure);
    }
  };
  collect(analysis, null);
  for (const precedent of corpus.precedents) collect(precedent.analysis, precedent);
  return Array.from(years, ([year, figures]) => ({
    year,
    figures: [...best(figures, 'target', year), ...best(figures, 'result', year + 1)],
  }))
    .filter(({ figures }) => figures.length > 0)
    .sort((a, b) => b.year - a.year);
}

/** The figures of one role from one report: the one of the plan year where such a figure belongs, else the newest. */
function best(figures: readonly Figure[], role: Statement['role'], home: number): Figure[] {
  const ofRole = figures.filter(({ statement }) => statement.role === role);
  const source = ofRole.find(({ planYear }) => planYear === home) ?? ofRole[0];
  if (source === undefined) return [];
  const seen = new Set<string>();
  return ofRole.filter(({ path, words }) => {
    if (path !== source.path || seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function table(years: readonly Year[], { lang, linkTo }: Options): string {
  const head = lang === 'zh' ? ['年份', '目标', '完成'] : ['Year', 'Target', 'Result'];
  const cell = (figures: readonly Figure[]): string =>
    figures.length === 0
      ? '—'
      : figures
          .slice(0, 3)
          .map(({ statement, words, path }) =>
            markdownLink(words, linkTo(path, { start: statement.start, end: statement.end })),
          )
          .join(lang === 'zh' ? '；' : '; ');
  const lines = years.map(({ year, figures }) => {
    const of = (role: Statement['role']): Figure[] => figures.filter(({ statement }) => statement.role === role);
    return `| ${String(year)} | ${cell(of('target'))} | ${cell(of('result'))} |`;
  });
  return [`| ${head.join(' | ')} |`, '|---|---|---|', ...lines].join('\n');
}

/** 增长5%左右, 12.6亿元, 预计下降3.2%以上, 增长5%以上、力争6%; what is said in words is quoted. */
function wording(statement: Statement, report: Report): string {
  const { measure, direction, estimated, stretch } = statement;
  const unit = statement.unit ?? '';
  const value = amount({ bound: statement.bound ?? 'exact', min: statement.min, max: statement.max }, unit);
  if (measure === 'qualitative' || value === null) return `“${shorten(inWords(statement, report), 30)}”`;
  const up = measure === 'growth' ? '增长' : measure === 'change' ? '提高' : '';
  const down = measure === 'growth' ? '下降' : measure === 'change' ? '降低' : '';
  const more = stretch === null ? null : amount(stretch, unit);
  const verb = direction === 'down' ? down : up;
  return `${estimated ? '预计' : ''}${verb}${value}${more === null ? '' : `、力争${more}`}`;
}

/** The words of a statement without a number, in reading form. */
function inWords(statement: Statement, report: Report): string {
  const block = report.blocks[statement.block];
  if (block === undefined) return '';
  const [start, end] =
    statement.valueEnd > statement.valueStart
      ? [statement.valueStart, statement.valueEnd]
      : [statement.start, statement.end];
  return block.text.slice(block.readingOffset(start), block.readingOffset(end));
}

function amount({ bound, min, max }: Bounded, unit: string): string | null {
  if (bound === 'range')
    return min === null || max === null ? null : `${String(min)}${unit === '%' ? '%' : ''}—${String(max)}${unit}`;
  const value = bound === 'at-most' ? (max ?? min) : (min ?? max);
  if (value === null) return null;
  const word = bound === 'about' ? '左右' : bound === 'at-least' ? '以上' : bound === 'at-most' ? '以内' : '';
  return `${String(value)}${unit}${word}`;
}
