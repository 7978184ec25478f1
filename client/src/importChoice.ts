/** The list of what an import recognised, before anything is written. */
import { l10n, ThemeIcon, window } from 'vscode';
import type { QuickPickItem, Uri } from 'vscode';
import type { Request } from './client';
import { askDetails, type ReportDetails } from './importDetails';
import { forgetPreviews, previewUri } from './importedText';
import { nameOf } from './importPlaces';

/** A document that can be written. */
export interface Candidate {
  readonly source: Uri;
  readonly report: ReportDetails;
}

/** A row of the list. */
interface Row {
  readonly candidate: Candidate;
  readonly chosen: boolean;
}

/** What a person did with the list: wrote the rows chosen, gave up, or wants to say more of one of them. */
type Answer =
  { readonly kind: 'write' } | { readonly kind: 'leave' } | { readonly kind: 'correct'; readonly row: number };

/**
 * Shows what was recognised, and lets a person say whose report it is and for which year. What is no report can be
 * taken too, but is not proposed.
 * @returns what to write; nothing when the person gave up
 */
export async function chooseImports(candidates: readonly Candidate[], request: Request): Promise<readonly Candidate[]> {
  let rows = candidates.map((candidate): Row => ({ candidate, chosen: candidate.report.recognised }));
  try {
    for (;;) {
      const shown = await showRows(rows);
      rows = shown.rows;
      if (shown.answer.kind === 'leave') return [];
      if (shown.answer.kind === 'write') return rows.filter(({ chosen }) => chosen).map(({ candidate }) => candidate);
      rows = await correct(rows, shown.answer.row, request);
    }
  } finally {
    forgetPreviews();
  }
}

/** Asks for issuer and year of one row. Who took the trouble wants it written, so it is chosen then. */
async function correct(rows: readonly Row[], at: number, request: Request): Promise<Row[]> {
  const asked = rows[at];
  const report = asked && (await askDetails(asked.candidate.source, asked.candidate.report, request));
  return rows.map((row, index) =>
    index === at && report !== undefined ? { candidate: { source: row.candidate.source, report }, chosen: true } : row,
  );
}

/**
 * Shows the list once. It is made anew each time, since a list that another input has hidden and that is shown again
 * reports both its old and its new choice, in an order that is not ours.
 */
async function showRows(rows: readonly Row[]): Promise<{ readonly rows: Row[]; readonly answer: Answer }> {
  const picker = window.createQuickPick<QuickPickItem & { candidate: Candidate; row: number }>();
  const look = { iconPath: new ThemeIcon('open-preview'), tooltip: l10n.t('Look at the text') };
  const edit = { iconPath: new ThemeIcon('edit'), tooltip: l10n.t('Say issuer and year') };
  picker.title = l10n.t('Import past reports');
  picker.placeholder = l10n.t('What was recognised; the chosen ones are written as Markdown');
  picker.canSelectMany = true;
  picker.ignoreFocusOut = true;
  picker.items = rows.map(({ candidate }, row) => ({ ...describe(candidate), candidate, row, buttons: [edit, look] }));
  picker.selectedItems = picker.items.filter(({ row }) => rows[row]?.chosen);
  try {
    const answer = await new Promise<Answer>((resolve) => {
      picker.onDidTriggerItemButton(({ item, button }) => {
        if (button === edit) resolve({ kind: 'correct', row: item.row });
        else showText(item.candidate);
      });
      picker.onDidAccept(() => {
        resolve({ kind: 'write' });
      });
      picker.onDidHide(() => {
        resolve({ kind: 'leave' });
      });
      picker.show();
    });
    const chosen = new Set(picker.selectedItems.map(({ row }) => row));
    return { answer, rows: rows.map(({ candidate }, row) => ({ candidate, chosen: chosen.has(row) })) };
  } finally {
    picker.dispose();
  }
}

function showText({ report }: Candidate): void {
  const uri = previewUri(report.fileName, report.markdown);
  void window.showTextDocument(uri, { preview: true, preserveFocus: true });
}

function describe({ source, report }: Candidate): QuickPickItem {
  const { fileName, headings, entries, targets, characters } = report;
  const counts = l10n.t('{headings} headings, {entries} entries, {targets} targets, {characters} characters', {
    ...{ headings, entries, targets, characters },
  });
  return {
    label: fileName,
    description: report.recognised ? whoseAndWhen(report) : l10n.t('not recognised as a report'),
    detail: l10n.t('{counts} — from {name}', { counts, name: nameOf(source.path) }),
  };
}

/** `青禾区 · 2024`, with what a person should look at marked. */
function whoseAndWhen({ issuer, planYear, unsure }: Candidate['report']): string {
  const mark = (text: string, detail: 'issuer' | 'planYear'): string =>
    unsure.includes(detail) ? l10n.t('{detail} (please check)', { detail: text }) : text;
  return [
    issuer === null ? l10n.t('issuer unknown') : mark(issuer, 'issuer'),
    planYear === null ? l10n.t('year unknown') : mark(String(planYear), 'planYear'),
  ].join(' · ');
}
