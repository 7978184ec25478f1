/** Answers the commands for writers: what the core puts together, with places as the protocol carries them. */
import type { Connection } from 'vscode-languageserver';
import { compareVersions, type Side } from '../core/compare/compare';
import { baseName, relativeName } from '../core/corpus/paths';
import { startNextYear } from '../core/features/next-year';
import { indicatorTable, linkedTargets, nameOf } from '../core/features/report-tables';
import { writeGlossary } from '../core/features/write-glossary';
import type { CorpusReport } from '../core/model';
import type { Checked, Draft } from '../core/service';
import { checklistHtml, checklistTable } from '../core/pages/checklist';
import { comparisonMarkdown, comparisonNotes, comparisonTables, comparisonTitle } from '../core/pages/comparison';
import { placeOf, valueWords } from '../core/facts/settled';
import { checkFigures } from '../core/sheet/check';
import { sheetSource, sheetValue } from '../core/sheet/words';
import { sheetTemplate } from '../core/sheet/template';
import { BOM, plainTable, toCsv, toMarkdownTable, toTsv } from '../core/text/tables';
import type { Lang, Lines } from './convert';
import { linesOf, toRange } from './convert';
import { dictionaryOf, type FeatureSource } from './features';
import { normaliseUri } from './files';
import { toListedTable } from './pages';
import type {
  CheckFiguresResult,
  ChecklistResult,
  CompareVersionsParams,
  CompareVersionsResult,
  FigureSheetResult,
  ListedReport,
  ListedSide,
  ReportTableParams,
  ReportTableResult,
  StartNextYearResult,
  WriteGlossaryResult,
} from './writingProtocol';
import {
  CheckFiguresMethod,
  ChecklistMethod,
  CompareVersionsMethod,
  FigureSheetMethod,
  ListReportsMethod,
  ReportTableMethod,
  StartNextYearMethod,
  WriteGlossaryMethod,
} from './writingProtocol';

/** What the commands need beyond what features do. */
export interface WritingSource extends FeatureSource {
  /** The findings of an open report. */
  readonly check: (path: string) => Promise<Checked | undefined>;
}

/** To be called once for a session. */
export function serveWriting(connection: Connection, lang: Lang, source: WritingSource): void {
  const { ready, answer } = source;
  /** Answers when everything around the draft was read; null for what is no open report. */
  const serve = (
    method: string,
    ask: (draft: Draft, lines: Lines, params: AnyParams) => object | null | Promise<object | null>,
  ): void => {
    connection.onRequest(method, async (params: AnyParams) => {
      await ready(params.uri);
      return answer(params.uri, null, (draft, lines) => ask(draft, lines, params));
    });
  };

  serve(WriteGlossaryMethod, (draft: Draft, lines: Lines): WriteGlossaryResult | null => {
    const written = writeGlossary(draft.analysis, draft.view, dictionaryOf(draft));
    if (written === null) return null;
    const { edit, entries, doubled, next } = written;
    const { text } = draft.analysis.report;
    const after = linesOf({ text: text.slice(0, edit.start) + edit.text + text.slice(edit.end) });
    const count = (origin: string): number => entries.filter((one) => one.origin === origin).length;
    return {
      version: draft.version,
      range: toRange(lines, edit),
      text: edit.text,
      next: next === null ? null : toRange(after, next),
      counts: {
        draft: count('draft'),
        precedent: count('precedent'),
        peer: count('peer'),
        stub: count('stub'),
        doubled,
      },
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

  serve(ReportTableMethod, (draft: Draft, _lines: Lines, params: AnyParams): ReportTableResult => {
    const { analysis, view } = draft;
    const chosen = (params.reports ?? [draft.path]).flatMap((uri): CorpusReport[] => {
      const path = normaliseUri(uri);
      if (path === draft.path) return [{ path: params.uri, analysis }];
      return [...view.versions, ...view.precedents, ...view.peers].filter((report) => report.path === path);
    });
    const targets = linkedTargets(chosen, lang);
    const table = params.kind === 'targets' ? plainTable(targets) : indicatorTable(analysis, view, lang);
    const words = TITLES[params.kind][lang];
    const title = params.kind === 'targets' ? words : `${nameOf(analysis, lang)} ${words}`;
    return {
      title,
      markdown: `# ${title}\n\n${toMarkdownTable(table)}`,
      page:
        params.kind === 'targets'
          ? {
              title,
              notes: [],
              tables: [
                toListedTable(
                  '',
                  targets,
                  chosen.map((one) => ({ uri: one.path, lines: linesOf(one.analysis.report) })),
                ),
              ],
            }
          : null,
      tsv: toTsv(table),
      rows: table.rows.length,
    };
  });

  serve(CheckFiguresMethod, ({ analysis, view, governance }: Draft, lines: Lines): CheckFiguresResult => {
    const sheets = view.sheets ?? [];
    const name = (path: string): string => relativeName(path, governance.root);
    return {
      sheets: sheets.map(({ path }) => name(path)),
      figures: checkFigures(analysis, sheets).map((one) => ({
        state: one.state,
        range: toRange(lines, placeOf(one.statement)),
        indicator: one.statement.indicator,
        words: valueWords(analysis, one.statement),
        sheet:
          one.figure === null
            ? null
            : {
                value: sheetValue(one, analysis),
                name: name(one.path ?? ''),
                row: one.figure.row,
                source: sheetSource(one, analysis, name, lang),
              },
      })),
    };
  });

  serve(FigureSheetMethod, ({ analysis, view }: Draft): FigureSheetResult => {
    const year = analysis.report.info?.planYear ?? null;
    const csv = BOM + toCsv(sheetTemplate(analysis, view));
    return { csv, name: `统计数据${year === null ? '' : String(year - 1)}.csv` };
  });

  serve(CompareVersionsMethod, (draft: Draft, lines: Lines, params: AnyParams): CompareVersionsResult | null => {
    const path = normaliseUri(params.older ?? '');
    const { analysis, view, governance } = draft;
    const around = [...view.versions, ...view.precedents, ...view.peers, ...source.reports()];
    const older = around.find((report) => report.path === path);
    if (older === undefined) return null;
    const changes = compareVersions(older.analysis, analysis);
    const name = (one: string): string => relativeName(one, governance.root);
    const printed = {
      before: { name: name(path), analysis: older.analysis },
      after: { name: name(draft.path), analysis },
      changes,
    };
    const was = linesOf(older.analysis.report);
    const side = (where: Lines, one: Side | null): ListedSide | null =>
      one === null ? null : { words: one.words, range: toRange(where, one) };
    return {
      title: comparisonTitle(lang),
      markdown: comparisonMarkdown(printed, lang),
      page: {
        title: comparisonTitle(lang),
        notes: [`${printed.before.name} → ${printed.after.name}`, ...comparisonNotes(printed, lang)],
        tables: comparisonTables(printed, lang).map((one) =>
          toListedTable(one.title, one.table, [
            { uri: path, lines: was },
            { uri: params.uri, lines },
          ]),
        ),
      },
      changes: changes.map(({ before, after, ...one }) => ({
        ...one,
        before: side(was, before),
        after: side(lines, after),
      })),
    };
  });

  serve(ChecklistMethod, async (draft: Draft): Promise<ChecklistResult | null> => {
    const checked = await source.check(draft.path);
    if (checked === undefined) return null;
    const { analysis, view, governance } = draft;
    const path = relativeName(draft.path, governance.root).replace(UNSAVED, '');
    const { rules } = governance.configuration;
    const reports = [{ path, analysis, view, rules, findings: checked.findings }];
    const words = lang === 'zh' ? '校对清单' : 'checklist';
    return {
      html: checklistHtml(reports, lang),
      csv: BOM + toCsv(checklistTable(reports, lang)),
      name: `${baseName(path).replace(/\.[a-z]{1,8}$/i, '')} ${words}`,
    };
  });
}

/** What any of the requests carries. */
type AnyParams = ReportTableParams & Partial<CompareVersionsParams>;

/** Before the name of a document that was never saved: `untitled:Untitled-1`. No file may be named so everywhere. */
const UNSAVED = /^untitled:/u;

const TITLES = {
  targets: { zh: '主要预期目标对照', en: 'Main targets side by side' },
  indicators: { zh: '指标一览', en: 'Indicators' },
} as const;
