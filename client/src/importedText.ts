/**
 * Shows the text of reports that are no text files. The server reads Word, web pages and PDF as Markdown, and its places
 * point into that; here each such file gets a read-only document that holds it.
 */
import { EventEmitter, Uri, workspace, type Disposable } from 'vscode';
import { ImportedTextMethod, type ImportedTextResult } from '../../server/src/lsp/protocol';
import type { Request } from './client';

const scheme = 'policy-drafting-text';

/** `2024.docx`, `page.HTML`, `report.pdf` */
const converted = /\.(?:docx|html?|pdf)$/i;

/** The document to show for a file: the file itself, or the text that was read out of it. */
export function shownUri(uri: Uri): Uri {
  if (uri.scheme === scheme || !converted.test(uri.path)) return uri;
  return Uri.from({ scheme, path: `${uri.path}.md`, query: uri.toString() });
}

const previews = new Map<string, string>();
const previewChanged = new EventEmitter<Uri>();

/** A read-only document with a text that is not written yet. */
export function previewUri(fileName: string, text: string): Uri {
  const uri = Uri.from({ scheme, path: `/${fileName}`, query: 'preview' });
  previews.set(uri.toString(), text);
  previewChanged.fire(uri);
  return uri;
}

/** Forgets the texts of previews. */
export function forgetPreviews(): void {
  previews.clear();
}

/** Answers the editor when it opens one of these documents. */
export function serveImportedText(request: Request): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: previewChanged.event,
    async provideTextDocumentContent(uri, token) {
      const preview = previews.get(uri.toString());
      if (preview !== undefined || uri.query === 'preview') return preview ?? '';
      const result = await request<ImportedTextResult>(ImportedTextMethod, { uri: uri.query }, token);
      return result?.text ?? '';
    },
  });
}
