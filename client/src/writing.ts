/** The commands for writers: the server puts the text together, the person decides, the editor can undo. */
import { commands, env, l10n, Position, Selection, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import type { QuickPickItem, Range, TextDocument, TextEditor } from 'vscode';
import {
  CompareVersionsMethod,
  ListReportsMethod,
  ReportTableMethod,
  StartNextYearMethod,
  WriteGlossaryMethod,
  type CompareVersionsParams,
  type CompareVersionsResult,
  type DraftParams,
  type ListedReport,
  type ReportTableParams,
  type ReportTableResult,
  type StartNextYearResult,
  type WriteGlossaryResult,
} from '../../server/src/lsp/writingProtocol';
import { saveChecklist } from './checklist';
import { createFigureSheet, goToFigure, showFigures, toggleFigureMarks } from './figures';
import { shownUri } from './importedText';
import { asRange } from './places';
import { createPages, type Pages, type ShownPage } from './pages';

/** Asks the server; rejects where none runs. */
export type Ask = <Result>(method: string, params: object) => Promise<Result>;

/** Registers the commands, until disposed. */
export function registerWriting(ask: Ask): { dispose(): unknown }[] {
  const pages = createPages();
  /** Runs on the draft in front, and says so where there is none. */
  const onDraft =
    <T extends unknown[], R>(work: (document: TextDocument, ...rest: T) => Promise<R>) =>
    async (...rest: T): Promise<R | undefined> => {
      const document = window.activeTextEditor?.document;
      if (document === undefined) {
        void window.showInformationMessage(l10n.t('Open the draft first.'));
        return undefined;
      }
      return work(document, ...rest);
    };
  /** The answer about a draft; says so where the document is none or the server does not answer. */
  const about = async <R>(document: TextDocument, method: string, more: object = {}): Promise<R | undefined> => {
    const params: DraftParams = { uri: document.uri.toString() };
    try {
      const result = await ask<R | null>(method, { ...params, ...more });
      if (result !== null) return result;
      void window.showInformationMessage(l10n.t('This document was not recognised as a report.'));
    } catch {
      void window.showErrorMessage(l10n.t('The language server does not answer.'));
    }
    return undefined;
  };
  return [
    pages,
    commands.registerCommand(
      'policyDrafting.writeGlossary',
      onDraft((document) => writeGlossary(document, about)),
    ),
    commands.registerCommand(
      'policyDrafting.startNextYear',
      onDraft((document) => startNextYear(document, about)),
    ),
    commands.registerCommand(
      'policyDrafting.compareTargets',
      onDraft((document, reports?: readonly string[]) => compareTargets(document, about, pages, reports)),
    ),
    commands.registerCommand(
      'policyDrafting.copyIndicators',
      onDraft((document) => copyIndicators(document, about)),
    ),
    commands.registerCommand(
      'policyDrafting.compareVersions',
      onDraft((document, older?: string) => compareVersions(document, about, pages, older)),
    ),
    commands.registerCommand(
      'policyDrafting.saveChecklist',
      onDraft((document, target?: Uri) => saveChecklist(document, about, target)),
    ),
    commands.registerCommand(
      'policyDrafting.createFigureSheet',
      onDraft((document) => createFigureSheet(document, about)),
    ),
    commands.registerCommand(
      'policyDrafting.showFigures',
      onDraft((document) => showFigures(document, about)),
    ),
    commands.registerCommand(
      'policyDrafting.nextDifferingFigure',
      onDraft((document) => goToFigure(document, about, 'differs')),
    ),
    commands.registerCommand(
      'policyDrafting.nextUncoveredFigure',
      onDraft((document) => goToFigure(document, about, 'uncovered')),
    ),
    commands.registerCommand('policyDrafting.toggleFigureMarks', onDraft(toggleFigureMarks)),
  ];
}

/** Asks about a draft; says so where the document is none or the server does not answer. */
export type About = <R>(document: TextDocument, method: string, more?: object) => Promise<R | undefined>;

/** Longest time that a word of success stays in the status bar, in milliseconds. */
const SHOWN = 10_000;

async function writeGlossary(document: TextDocument, about: About): Promise<void> {
  const result = await about<WriteGlossaryResult>(document, WriteGlossaryMethod);
  if (result === undefined) return;
  const range = asRange(result.range);
  if (document.version !== result.version) {
    void window.showInformationMessage(l10n.t('The draft was changed meanwhile; nothing was written. Try again.'));
    return;
  }
  if (document.getText(range) !== result.text && !(await replaceIn(document, range, result.text))) {
    void window.showErrorMessage(l10n.t('The draft cannot be edited.'));
    return;
  }
  const { draft, precedent, peer, stub, doubled } = result.counts;
  const counts = l10n.t(
    'Glossary: {draft} as they were, {precedent} from past reports, {peer} from other places, {stub} to write',
    { draft, precedent, peer, stub },
  );
  const more = doubled === 0 ? '' : l10n.t(', {doubled} explained twice in different words', { doubled });
  window.setStatusBarMessage(counts + more, SHOWN);
  const editor = editorOf(document);
  if (editor === undefined) return;
  const place = result.next === null ? range : asRange(result.next);
  if (result.next !== null) editor.selection = new Selection(place.start, place.end);
  editor.revealRange(place);
}

/** The editor that shows the draft; it may be seen twice, and the writer looks at the one in front. */
function editorOf(document: TextDocument): TextEditor | undefined {
  return [window.activeTextEditor, ...window.visibleTextEditors].find((one) => one?.document === document);
}

/** By its editor where it has one: that leaves a file alone that may not be written, which an edit of the workspace does not. */
async function replaceIn(document: TextDocument, range: Range, text: string): Promise<boolean> {
  const editor = editorOf(document);
  if (editor === undefined) {
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, range, text);
    return workspace.applyEdit(edit);
  }
  const { version } = document;
  const done = await editor.edit((builder) => {
    builder.replace(range, text);
  });
  return done && document.version !== version;
}

/** A new document that is not saved: where it goes, the person decides. */
async function startNextYear(document: TextDocument, about: About): Promise<void> {
  const result = await about<StartNextYearResult>(document, StartNextYearMethod);
  if (result === undefined) return;
  const ending = document.uri.path.toLowerCase().endsWith('.txt') ? '.txt' : '.md';
  const named =
    document.uri.scheme === 'file' ? await freeName(Uri.joinPath(document.uri, '..'), result.name, ending) : null;
  if (named === null) {
    await window.showTextDocument(
      await workspace.openTextDocument({ content: result.text, language: document.languageId }),
    );
    return;
  }
  const fresh = await workspace.openTextDocument(named.with({ scheme: 'untitled' }));
  const edit = new WorkspaceEdit();
  edit.insert(fresh.uri, new Position(0, 0), result.text);
  await workspace.applyEdit(edit);
  await window.showTextDocument(fresh);
}

/** A name beside the draft that no file has and no open document. */
async function freeName(folder: Uri, name: string, ending: string): Promise<Uri> {
  for (let count = 1; ; count++) {
    const uri = Uri.joinPath(folder, `${name}${count === 1 ? '' : String(count)}${ending}`);
    if (workspace.textDocuments.some((open) => open.uri.path === uri.path)) continue;
    try {
      await workspace.fs.stat(uri);
    } catch {
      return uri;
    }
  }
}

async function compareTargets(
  document: TextDocument,
  about: About,
  pages: Pages,
  given: readonly string[] | undefined,
): Promise<ShownPage | undefined> {
  const reports = given ?? (await pickReports(document, about));
  if (reports === undefined || reports.length === 0) return undefined;
  const more: Omit<ReportTableParams, 'uri'> = { kind: 'targets', reports };
  const result = await about<ReportTableResult>(document, ReportTableMethod, more);
  return result?.page ? pages.show(result.page) : undefined;
}

type ReportItem = QuickPickItem & { readonly uri: string };

async function pickReports(document: TextDocument, about: About): Promise<readonly string[] | undefined> {
  const listed = await about<readonly ListedReport[]>(document, ListReportsMethod);
  if (listed === undefined) return undefined;
  const items = listed.map((one): ReportItem => ({
    ...itemOf(one),
    picked: one.relation === 'draft' || one.relation === 'precedent',
  }));
  const picked = await window.showQuickPick(items, {
    canPickMany: true,
    title: l10n.t('Reports to set side by side'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.map(({ uri }) => uri);
}

function itemOf(one: ListedReport): ReportItem {
  return { label: one.name, description: relationName(one), detail: one.path, uri: one.uri };
}

function relationName({ relation }: ListedReport): string {
  switch (relation) {
    case 'draft':
      return l10n.t('this draft');
    case 'precedent':
      return l10n.t('past report');
    case 'version':
      return l10n.t('another version');
    case 'peer':
      return l10n.t('another place');
  }
}

/** The newer version is the draft in front; the older one may be any report that is open or in the folder. */
async function compareVersions(
  document: TextDocument,
  about: About,
  pages: Pages,
  given: string | undefined,
): Promise<ShownPage | undefined> {
  const older = given ?? (await pickVersion(document, about));
  if (older === undefined) return undefined;
  await open(older);
  const more: Omit<CompareVersionsParams, 'uri'> = { older };
  const result = await about<CompareVersionsResult>(document, CompareVersionsMethod, more);
  return result === undefined ? undefined : pages.show(result.page);
}

async function pickVersion(document: TextDocument, about: About): Promise<string | undefined> {
  const listed = await about<readonly ListedReport[]>(document, ListReportsMethod);
  if (listed === undefined) return undefined;
  const items: (QuickPickItem & { readonly uri?: string })[] = [
    ...listed.filter(({ relation }) => relation !== 'draft').map(itemOf),
    { label: `$(folder-opened) ${l10n.t('Another file…')}`, alwaysShow: true },
  ];
  const picked = await window.showQuickPick(items, {
    title: l10n.t('The older version, to compare this draft with'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked === undefined || picked.uri !== undefined) return picked?.uri;
  const [file] =
    (await window.showOpenDialog({
      defaultUri: Uri.joinPath(document.uri, '..'),
      canSelectMany: false,
      filters: { [l10n.t('Reports')]: ['md', 'txt'] },
      openLabel: l10n.t('Choose'),
    })) ?? [];
  return file?.toString();
}

/** A version that lies outside of the folder is known to the server as long as it is open, seen or not. */
async function open(version: string): Promise<void> {
  try {
    await workspace.openTextDocument(shownUri(Uri.parse(version)));
  } catch {
    // The answer about it says that it is no report.
  }
}

async function copyIndicators(document: TextDocument, about: About): Promise<void> {
  const more: Omit<ReportTableParams, 'uri'> = { kind: 'indicators' };
  const result = await about<ReportTableResult>(document, ReportTableMethod, more);
  if (result === undefined) return;
  await env.clipboard.writeText(result.tsv);
  window.setStatusBarMessage(
    l10n.t('{rows} rows were copied: paste them into a spreadsheet', { rows: result.rows }),
    SHOWN,
  );
}
