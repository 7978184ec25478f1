import { findIndicator } from '../data';
import type { Indicator } from '../data';
import type { Analysis, Bilingual, CorpusView, Span, Statement } from '../model';
import type { Figure, Year } from './figures';
import { history, indicatorAt, isNational } from './figures';
import { countElsewhere } from './occurrences';
import { escapeMarkdown, markdownLink } from './hover-markdown';
import type { LinkTo } from './hover-markdown';

interface Options {
  readonly lang: keyof Bilingual;
  readonly linkTo: LinkTo;
  readonly linkElsewhere?: (span: Span) => string | null;
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
  const named = indicatorAt(analysis, offset);
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
  const count = countElsewhere(analysis, corpus, named);
  const address = count === 0 ? null : (options.linkElsewhere?.(named.span) ?? null);
  if (address !== null)
    parts.push(markdownLink(`${lang === 'zh' ? '其他出处' : 'Other places'} ${String(count)}`, address));
  return { span: named.span, markdown: parts.join('\n\n') };
}

/** Years shown at most. */
const YEARS = 6;

function basisOf(row: Indicator | null, lang: keyof Bilingual): string {
  if (row?.basis === 'real') return lang === 'zh' ? '增速按不变价计算' : 'growth at constant prices';
  if (row?.basis === 'nominal') return lang === 'zh' ? '增速按现价计算' : 'growth at current prices';
  return '';
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
