/** The comparison of two versions as a person reads it: a page to print, and Markdown for the editor. */
import type { Change, Side, Subject } from '../compare/compare';
import { SUBJECTS } from '../compare/compare';
import type { Analysis } from '../model';
import { lineAndColumn, lineStarts } from '../text/lines';
import type { LinkedPart, LinkedTable } from '../text/tables';
import { plainTable, toMarkdownTable } from '../text/tables';
import { escapeHtml, htmlPage, htmlTable } from './html';

export interface Version {
  /** As printed. */
  readonly name: string;
  readonly analysis: Analysis;
}

export interface PrintedComparison {
  readonly before: Version;
  readonly after: Version;
  readonly changes: readonly Change[];
}

type Lang = 'zh' | 'en';

const SUBJECT_WORDS: Readonly<Record<Subject, Readonly<Record<Lang, string>>>> = {
  target: { zh: '主要预期目标', en: 'Main targets' },
  figure: { zh: '数据', en: 'Figures' },
  promise: { zh: '任务', en: 'Promises' },
  term: { zh: '名词', en: 'Terms' },
  entry: { zh: '名词解释', en: 'Glossary' },
};

const CHANGE_WORDS: Readonly<Record<Change['change'], Readonly<Record<Lang, string>>>> = {
  changed: { zh: '改', en: 'changed' },
  added: { zh: '增', en: 'added' },
  removed: { zh: '删', en: 'removed' },
};

/** What a reader is told first: that these are no versions of one report, where it is so, then the counts. */
export function comparisonNotes(printed: PrintedComparison, lang: Lang): string[] {
  const reports = [printed.before, printed.after].map(({ analysis }) => analysis.report.info);
  const [before, after] = reports.map(
    (info) => `${info?.issuer ?? ''}${String(info?.planYear ?? '')}${lang === 'zh' ? '年' : ''}`,
  );
  const summary = comparisonSummary(printed.changes, lang);
  const known = reports.every((info) => (info?.issuer ?? null) !== null && (info?.planYear ?? null) !== null);
  if (!known || before === after) return [summary];
  return [
    lang === 'zh'
      ? `${before ?? ''}与${after ?? ''}不是同一报告的两稿，以下多为各自内容之别；对照各年目标请用“并列对照预期目标”。`
      : `${before ?? ''} and ${after ?? ''} are not versions of one report, so that most differences are theirs by nature; to compare targets over the years, set main targets side by side.`,
    summary,
  ];
}

/** 改 3 · 增 1: what there is none of is not said. */
function comparisonSummary(changes: readonly Change[], lang: Lang): string {
  const parts = (['changed', 'added', 'removed'] as const)
    .map((kind) => ({ kind, count: changes.filter(({ change }) => change === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${CHANGE_WORDS[kind][lang]} ${String(count)}`);
  if (parts.length > 0) return parts.join(' · ');
  return lang === 'zh'
    ? '数据、目标、任务、名词和名词解释均无变化'
    : 'No figure, target, promise, term or entry changed';
}

/** One table a subject that has changes; its line numbers lead to their places, in the older version (0) or the newer one (1). */
export function comparisonTables(
  { before, after, changes }: PrintedComparison,
  lang: Lang,
): readonly { readonly subject: Subject; readonly title: string; readonly table: LinkedTable }[] {
  const starts = [lineStarts(before.analysis.report.text), lineStarts(after.analysis.report.text)] as const;
  const words = (text: string): LinkedPart[] => [{ text, place: null }];
  const line = (side: Side | null, report: 0 | 1): LinkedPart[] => {
    if (side === null) return [];
    const { start, end } = side;
    return [{ text: String(lineAndColumn(starts[report], start).line), place: { report, start, end } }];
  };
  const number = lang === 'zh' ? '行' : 'Line';
  return SUBJECTS.flatMap((subject) => {
    const own = changes.filter((one) => one.subject === subject);
    if (own.length === 0) return [];
    const table = {
      head: ['', lang === 'zh' ? '名称' : 'Name', before.name, number, after.name, number],
      rows: own.map((one) => [
        words(CHANGE_WORDS[one.change][lang]),
        words(one.name),
        words(one.before?.words ?? '—'),
        line(one.before, 0),
        words(one.after?.words ?? '—'),
        line(one.after, 1),
      ]),
    };
    return [{ subject, title: `${SUBJECT_WORDS[subject][lang]} ${String(own.length)}`, table }];
  });
}

export function comparisonHtml(printed: PrintedComparison, lang: Lang): string {
  const title = comparisonTitle(lang);
  const tables = comparisonTables(printed, lang).map(
    ({ subject, title: name, table }) =>
      `<h2 id="${subject}">${escapeHtml(name)}</h2>\n${htmlTable('changes', table.head, plainTable(table).rows, subject)}`,
  );
  const names = `${printed.before.name} → ${printed.after.name}`;
  const notes = comparisonNotes(printed, lang).map((note) => `<p class="summary">${escapeHtml(note)}</p>\n`);
  const head = `<h1>${escapeHtml(title)}</h1>\n${notes.join('')}`;
  return htmlPage({
    lang,
    title,
    body: `${head}<p class="sources">${escapeHtml(names)}</p>\n${tables.join('')}`,
  });
}

export function comparisonMarkdown(printed: PrintedComparison, lang: Lang): string {
  const tables = comparisonTables(printed, lang).map(
    ({ title, table }) => `\n## ${title}\n\n${toMarkdownTable(plainTable(table))}`,
  );
  return `# ${comparisonTitle(lang)}\n\n${comparisonNotes(printed, lang).join('\n\n')}\n${tables.join('')}`;
}

export function comparisonTitle(lang: Lang): string {
  return lang === 'zh' ? '两稿比较' : 'Comparison of two versions';
}
