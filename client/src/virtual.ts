/** Pages that are only looked at: shown as documents that nobody can change and nothing keeps. */
import { commands, EventEmitter, Uri, ViewColumn, window, workspace } from 'vscode';

const scheme = 'policy-drafting-page';

export interface Pages {
  /** Shows a Markdown page beside the editor, rendered where the editor can; gives its address. */
  show(title: string, markdown: string): Promise<Uri>;
  dispose(): void;
}

/** Pages live as long as the extension; one of the same title takes the place of the one before. */
export function createPages(): Pages {
  const contents = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => contents.get(uri.toString()) ?? '',
  });
  return {
    async show(title, markdown) {
      // A slash in a title would make a folder of it.
      const uri = Uri.from({ scheme, path: `/${title.replaceAll('/', '／')}.md` });
      contents.set(uri.toString(), markdown);
      changed.fire(uri);
      try {
        await commands.executeCommand('markdown.showPreviewToSide', uri);
      } catch {
        // An editor without the built-in preview shows the page as text.
        await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preview: true });
      }
      return uri;
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
