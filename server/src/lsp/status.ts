import type { Connection } from 'vscode-languageserver';
import { countCharacters } from '../core/features/code-lens';
import type { Analysis, CorpusReport, Severity } from '../core/model';
import type { Checked, Draft } from '../core/service';
import { checkFigures, countStates } from '../core/sheet/check';
import type { StatusParams } from './protocol';
import { StatusMethod } from './protocol';
import { send } from './steps';

/** Tells our own client where the reading stands; other clients are not bothered. */
export interface Status {
  draft(uri: string, draft: Draft, reports: readonly CorpusReport[], checked: Checked): void;
  folder(
    reports: readonly CorpusReport[],
    reading: { readonly done: number; readonly total: number } | undefined,
  ): void;
  closed(uri: string): void;
}

export function createStatus(connection: Connection, wanted: boolean): Status {
  const sent = new Map<string, string>();
  const tell = (key: string, params: StatusParams): void => {
    const content = JSON.stringify(params);
    if (!wanted || sent.get(key) === content) return;
    sent.set(key, content);
    send(connection.sendNotification(StatusMethod, params));
  };
  return {
    draft(uri, draft, reports, { findings }) {
      const { analysis, view } = draft;
      const [newest] = view.precedents;
      const { sheets = [] } = view;
      const info = analysis.report.info;
      const own = new Set([draft.path, ...view.versions.map((report) => report.path)]);
      const others = reports.filter((report) => !own.has(report.path));
      const count = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
      tell(uri, {
        ...summary(others),
        draft: {
          uri,
          planYear: info?.planYear ?? null,
          issuer: info?.issuer ?? null,
          findings: {
            error: count('error'),
            warning: count('warning'),
            information: count('information'),
            hint: count('hint'),
          },
          precedents: view.precedents.length,
          characters: countCharacters(analysis.report.blocks),
          pastCharacters: newest === undefined ? null : lengthOf(newest.analysis),
          figures: sheets.length === 0 ? null : countStates(checkFigures(analysis, sheets)),
        },
      });
    },
    folder(reports, reading) {
      tell('', { ...summary(reports), ...(reading !== undefined && { reading }) });
    },
    closed: (uri) => {
      sent.delete(uri);
    },
  };
}

/** Counted once: past reports lie still while a draft changes with every keystroke. */
function lengthOf(analysis: Analysis): number {
  let length = lengths.get(analysis);
  if (length === undefined) lengths.set(analysis, (length = countCharacters(analysis.report.blocks)));
  return length;
}

const lengths = new WeakMap<Analysis, number>();

function summary(reports: readonly CorpusReport[]): Pick<StatusParams, 'reports' | 'years'> {
  const years = reports.flatMap(({ analysis }) => analysis.report.info?.planYear ?? []);
  return {
    reports: reports.length,
    years: years.length === 0 ? null : [Math.min(...years), Math.max(...years)],
  };
}
