/** The panel “targets against results”: a picture and a table for each indicator over the years. */
import { commands, env, l10n, Uri, ViewColumn, window } from 'vscode';
import type { WebviewPanel } from 'vscode';
import { chartsHtml } from './chartsHtml';
import type { ChartsContent, ChartsMessage } from './chartsProtocol';
import type { DraftInView } from './draftInView';
import { newNonce } from './nonce';
import { showPlace } from './places';

const panelType = 'policyDrafting.charts';

export interface ChartsPanel {
  readonly visible: boolean;
  dispose(): void;
}

/** Registers the command that opens the panel; there is one panel, which follows the draft as the views do. */
export function createChartsPanel(draft: DraftInView, extension: Uri): ChartsPanel {
  let panel: WebviewPanel | undefined;
  const folder = Uri.joinPath(extension, 'dist', 'webview');

  const tell = (): void => {
    if (panel?.visible !== true) return;
    const { value } = draft.indicators;
    // With a draft an answer is on its way: nothing is said to be missing before it is there.
    if (value === null && draft.document !== undefined) return;
    const rows = value ?? [];
    void panel.webview.postMessage({ type: 'show', rows, words: wordsOfCharts() } satisfies ChartsContent);
  };
  const adopt = (own: WebviewPanel): void => {
    panel = own;
    own.onDidDispose(() => {
      if (panel === own) panel = undefined;
    });
    own.onDidChangeViewState(() => {
      draft.indicators.look();
      tell();
    });
    own.webview.onDidReceiveMessage((message: ChartsMessage) => {
      if (message.type === 'ready') {
        draft.indicators.look();
        tell();
      } else void showPlace(message.location, { viewColumn: ViewColumn.One });
    });
    own.webview.options = { enableScripts: true, localResourceRoots: [folder] };
    own.webview.html = chartsHtml({
      title: titleOfCharts(),
      language: env.language,
      script: own.webview.asWebviewUri(Uri.joinPath(folder, 'charts.js')).toString(),
      style: own.webview.asWebviewUri(Uri.joinPath(folder, 'charts.css')).toString(),
      source: own.webview.cspSource,
      nonce: newNonce(),
    });
  };
  const registrations = [
    commands.registerCommand('policyDrafting.showCharts', () => {
      if (panel === undefined) adopt(window.createWebviewPanel(panelType, titleOfCharts(), ViewColumn.Beside));
      else panel.reveal();
    }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: (restored) => {
        adopt(restored);
        return Promise.resolve();
      },
    }),
    draft.indicators.onDidChange(tell),
  ];
  return {
    get visible() {
      return panel?.visible ?? false;
    },
    dispose() {
      for (const one of registrations) one.dispose();
      panel?.dispose();
    },
  };
}

function titleOfCharts(): string {
  return l10n.t('Targets and results by year');
}

function wordsOfCharts(): ChartsContent['words'] {
  return {
    year: l10n.t('Year'),
    target: l10n.t('Target'),
    result: l10n.t('Result'),
    chart: l10n.t('Chart of {name}. Left and right arrows go through the years, Enter shows where it is said.'),
    filter: l10n.t('Filter indicators'),
    empty: l10n.t('Open a draft that sets targets, or whose past reports do.'),
    measures: {
      growth: l10n.t('growth'),
      level: l10n.t('level'),
      change: l10n.t('change in percentage points'),
      qualitative: l10n.t('in words'),
    },
  };
}
