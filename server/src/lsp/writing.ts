/** Answers the commands for writers: what the core puts together, with places as the protocol carries them. */
import type { Connection } from 'vscode-languageserver';
import { relativeName } from '../core/corpus/paths';
import { startNextYear } from '../core/features/next-year';
import { indicatorTable, nameOf, targetTable } from '../core/features/report-tables';
import { writeGlossary } from '../core/features/write-glossary';
import type { Analysis, CorpusReport } from '../core/model';
import type { Draft } from '../core/service';
import { toMarkdownTable, toTsv } from '../core/text/tables';
import type { Lang, Lines } from './convert';
import { linesOf, toRange } from './convert';
import { dictionaryOf, type FeatureSource } from './features';
import { normaliseUri } from './files';
import type {
  ListedReport,
  ReportTableParams,
  ReportTableResult,
  StartNextYearResult,
  WriteGlossaryResult,
} from './writingProtocol';
import { ListReportsMethod, ReportTableMethod, StartNextYearMethod, WriteGlossaryMethod } from './writingProtocol';

/** To be called once for a session. */
export function serveWriting(connection: Connection, lang: Lang, { ready, answer }: FeatureSource): void {
  /** Answers when everything around the draft was read; null for what is no open report. */
  const serve = (
    method: string,
    ask: (draft: Draft, lines: Lines, params: ReportTableParams) => object | null,
  ): void => {
    connection.onRequest(method, async (params: ReportTableParams) => {
      await ready(params.uri);
      return answer(params.uri, null, (draft, lines) => ask(draft, lines, params));
    });
  };

  serve(WriteGlossaryMethod, (draft: Draft, lines: Lines): WriteGlossaryResult | null => {
    const written = writeGlossary(draft.analysis, draft.view, dictionaryOf(draft));
    if (written === null) return null;
    const { edit, entries, next } = written;
    const { text } = draft.analysis.report;
    const after = linesOf({ text: text.slice(0, edit.start) + edit.text + text.slice(edit.end) });
    const count = (origin: string): number => entries.filter((one) => one.origin === origin).length;
    return {
      version: draft.version,
      range: toRange(lines, edit),
      text: edit.text,
      next: next === null ? null : toRange(after, next),
      counts: { draft: count('draft'), precedent: count('precedent'), peer: count('peer'), stub: count('stub') },
    };
  });

  serve(StartNextYearMethod, ({ analysis }: Draft): StartNextYearResult | null => {
    const begun = startNextYear(analysis);
    return begun === null ? null : { text: begun.text, planYear: begun.planYear, name: begun.name };
  });

  serve(ListReportsMethod, (draft: Draft): readonly ListedReport[] => {
    const { analysis, view, governance } = draft;
    const row = (relation: ListedReport['relation']) => (report: CorpusReport) => ({
      uri: report.path,
      relation,
      name: nameOf(report.analysis, lang),
      path: relativeName(report.path, governance.root),
    });
    return [
      row('draft')({ path: draft.path, analysis }),
      ...view.versions.map(row('version')),
      ...view.precedents.map(row('precedent')),
      ...view.peers.map(row('peer')),
    ];
  });

  serve(ReportTableMethod, (draft: Draft, _lines: Lines, params: ReportTableParams): ReportTableResult => {
    const { analysis, view } = draft;
    const chosen = (params.reports ?? [draft.path]).flatMap((uri): { readonly analysis: Analysis }[] => {
      const path = normaliseUri(uri);
      if (path === draft.path) return [{ analysis }];
      return [...view.versions, ...view.precedents, ...view.peers].filter((report) => report.path === path);
    });
    const table = params.kind === 'targets' ? targetTable(chosen, lang) : indicatorTable(analysis, view, lang);
    const words = TITLES[params.kind][lang];
    const title = params.kind === 'targets' ? words : `${nameOf(analysis, lang)} ${words}`;
    return {
      title,
      markdown: `# ${title}\n\n${toMarkdownTable(table)}`,
      tsv: toTsv(table),
      rows: table.rows.length,
    };
  });
}

const TITLES = {
  targets: { zh: '主要预期目标对照', en: 'Main targets side by side' },
  indicators: { zh: '指标一览', en: 'Indicators' },
} as const;
