/** Pages that are only looked at: tables beside the editor, whose links open the places they tell of. */
import { commands, env, l10n, ViewColumn, window } from 'vscode';
import type { WebviewPanel } from 'vscode';
import type { CommandLocation } from '../../server/src/lsp/protocol';
import type { ListedPage } from '../../server/src/lsp/writingProtocol';
import { openFromPage, pageHtml } from './pageHtml';
import { newNonce } from './views/nonce';
import { showPlace } from './views/places';

export interface Pages {
  /** Shows a page beside the editor; gives what is shown. */
  show(page: ListedPage): ShownPage;
  dispose(): void;
}

export interface ShownPage {
  readonly title: string;
  readonly html: string;
}

/** Pages live until they are closed; one of the same title takes the place of the one before. */
export function createPages(): Pages {
  const panels = new Map<string, WebviewPanel>();
  // Beside the page, where the drafts are: the page itself stays in sight.
  const opening = commands.registerCommand(openFromPage, async (place: CommandLocation) => {
    await showPlace(place, { viewColumn: ViewColumn.One });
  });
  const panelFor = (title: string): WebviewPanel => {
    const known = panels.get(title);
    if (known !== undefined) {
      known.reveal(undefined, true);
      return known;
    }
    const panel = window.createWebviewPanel(
      'policyDrafting.page',
      title,
      { viewColumn: ViewColumn.Beside, preserveFocus: true },
      { enableScripts: false, enableCommandUris: [openFromPage], enableFindWidget: true, localResourceRoots: [] },
    );
    panels.set(title, panel);
    panel.onDidDispose(() => panels.delete(title));
    return panel;
  };
  return {
    show(page) {
      const html = pageHtml(page, {
        language: env.language,
        nonce: newNonce(),
        hint: (words) => l10n.t('Open the place: {words}', { words }),
      });
      panelFor(page.title).webview.html = html;
      return { title: page.title, html };
    },
    dispose() {
      opening.dispose();
      for (const panel of panels.values()) panel.dispose();
    },
  };
}
