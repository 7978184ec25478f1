/** Shows where the reading stands, in the status bar and beside the language of a report; nothing for other documents. */
import { l10n, languages, LanguageStatusSeverity, StatusBarAlignment, Uri, window, workspace } from 'vscode';
import type { Command, LanguageStatusItem, StatusBarItem, TextDocument } from 'vscode';
import type { DraftStatus, StatusParams } from '../../server/src/lsp/protocol';
import {
  barView,
  type BarView,
  figuresView,
  findingsView,
  pauseView,
  reportsView,
  type Running,
  type StatusView,
} from './statusText';

/** What is known of the documents, and its picture in the status bar. */
export interface StatusItems {
  setRunning(running: Running): void;
  /** Whether a person has paused checking. Lasts as long as the window. */
  readonly paused: boolean;
  setPaused(paused: boolean): void;
  update(status: StatusParams): void;
  /** Forgets everything the server has told. */
  clear(): void;
  /** What the server said last of this document; undefined when it is no report. */
  draftOf(document: TextDocument): DraftStatus | undefined;
  dispose(): void;
}

/** Creates the items; they appear with the first report in the active editor. */
export function createStatusItems(): StatusItems {
  const statusOfDraft = new Map<string, StatusParams>();
  let statusOfFolder: StatusParams | undefined;
  let running: Running = 'starting';
  let paused = false;
  let items: LanguageStatusItem[] = [];
  const bar = createBar();

  const show = (): void => {
    const document = window.activeTextEditor?.document;
    const own = document && statusOfDraft.get(document.uri.toString());
    // An item stands beside every document of its language. It exists only while a report is in front, so that it
    // never tells of a report beside a read-me.
    if (document === undefined || (own === undefined && document.languageId !== 'policy-report')) {
      dispose();
      bar.hide();
      return;
    }
    const status = withReading(own, statusOfFolder);
    showBar(bar, barView(running, paused, status, translate));
    const selector = [{ language: document.languageId }];
    const views: readonly (readonly [id: string, name: string, view: StatusView | undefined])[] = [
      ['policyDrafting.corpus', l10n.t('Past reports'), reportsView(running, status, translate)],
      ['policyDrafting.findings', l10n.t('Findings'), findingsView(running, paused, status, translate)],
      ['policyDrafting.figures', l10n.t('Figures sheet'), figuresView(running, status, translate)],
      ['policyDrafting.pause', l10n.t('Checking'), pauseView(running, paused, translate)],
    ];
    items = views.flatMap(([id, name, view]) => {
      const known = items.find((item) => item.id === id);
      if (view === undefined) {
        known?.dispose();
        return [];
      }
      const item = known ?? languages.createLanguageStatusItem(id, selector);
      item.name = name;
      item.selector = selector;
      apply(item, view);
      return [item];
    });
  };
  const dispose = (): void => {
    for (const item of items) item.dispose();
    items = [];
  };
  const subscriptions = [
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidOpenTextDocument(show),
    workspace.onDidCloseTextDocument((document) => {
      statusOfDraft.delete(document.uri.toString());
      show();
    }),
  ];
  show();

  return {
    setRunning(state) {
      running = state;
      show();
    },
    get paused() {
      return paused;
    },
    setPaused(state) {
      paused = state;
      show();
    },
    update(status) {
      if (status.draft === undefined) statusOfFolder = status;
      else statusOfDraft.set(keyOf(status.draft.uri), status);
      show();
    },
    clear() {
      statusOfDraft.clear();
      statusOfFolder = undefined;
      show();
    },
    draftOf: (document) => statusOfDraft.get(document.uri.toString())?.draft,
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      dispose();
      bar.dispose();
    },
  };
}

/** Left of what the editor itself says of the document. */
const BAR_PRIORITY = 110;

function createBar(): StatusBarItem {
  const bar = window.createStatusBarItem('policyDrafting.bar', StatusBarAlignment.Right, BAR_PRIORITY);
  bar.name = l10n.t('Past reports');
  return bar;
}

function showBar(bar: StatusBarItem, view: BarView | undefined): void {
  if (view === undefined) {
    bar.hide();
    return;
  }
  bar.text = view.text;
  bar.tooltip = view.tooltip;
  bar.command = commandOf(view.action);
  bar.show();
}

function translate(message: string, args?: Record<string, string | number>): string {
  return args === undefined ? l10n.t(message) : l10n.t(message, args);
}

/** Reading is told of the folder, the rest of the draft; while a folder is read both belong together. */
function withReading(own: StatusParams | undefined, folder: StatusParams | undefined): StatusParams | undefined {
  if (own === undefined || folder?.reading === undefined) return own ?? folder;
  return { ...own, reading: folder.reading };
}

/** The server may write a URI otherwise than the editor does (`%3A`), the parsed ones agree. */
function keyOf(uri: string): string {
  return Uri.parse(uri).toString();
}

function apply(item: LanguageStatusItem, view: StatusView): void {
  item.text = view.text;
  item.busy = view.busy;
  item.severity = SEVERITIES[view.severity];
  item.command = view.action === undefined ? undefined : commandOf(view.action);
  if (view.detail === undefined) delete item.detail;
  else item.detail = view.detail;
}

const SEVERITIES = {
  error: LanguageStatusSeverity.Error,
  warning: LanguageStatusSeverity.Warning,
  information: LanguageStatusSeverity.Information,
} as const satisfies Record<StatusView['severity'], LanguageStatusSeverity>;

function commandOf(action: BarView['action']): Command {
  switch (action) {
    case 'showLedger':
      return { command: 'policyDrafting.showLedger', title: l10n.t('Show') };
    case 'choosePrecedent':
      return { command: 'policyDrafting.choosePrecedent', title: l10n.t("Choose last year's report…") };
    case 'rereadReports':
      return { command: 'policyDrafting.rereadReports', title: l10n.t('Read again') };
    case 'restartServer':
      return { command: 'policyDrafting.restartServer', title: l10n.t('Restart') };
    case 'pause':
      return { command: 'policyDrafting.togglePause', title: l10n.t('Pause') };
    case 'resume':
      return { command: 'policyDrafting.togglePause', title: l10n.t('Resume') };
    case 'showFigures':
      return { command: 'policyDrafting.showFigures', title: l10n.t('Show') };
    case 'showProblems':
      return { command: 'workbench.actions.view.problems', title: l10n.t('Show') };
  }
}
