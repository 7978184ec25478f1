/**
 * Shows the text of reports that are no text files. The server reads Word, web pages and PDF as Markdown, and its places
 * point into that; here each such file gets a read-only document that holds it.
 */
import { EventEmitter, Uri, workspace, type Disposable } from 'vscode';
import { ImportedTextMethod, type ImportedTextResult } from '../../server/src/lsp/protocol';
import type { Request } from './client';

const scheme = 'policy-drafting-text';
/** In place of a file, for a text that is not written yet. */
const preview = 'preview';

/** `2024.docx`, `page.HTML`, `report.pdf` */
const converted = /\.(?:docx|html?|pdf)$/i;

/** The document to show for a file: the file itself, or the text that was read out of it. */
export function shownUri(uri: Uri): Uri {
  if (uri.scheme === scheme || !converted.test(uri.path)) return uri;
  // A fragment says where to go in the text and is no part of the file's name.
  const { path, fragment } = uri;
  return Uri.from({ scheme, path: `${path}.md`, query: uri.with({ fragment: '' }).toString(), fragment });
}

const previews = new Map<string, string>();
const textChanged = new EventEmitter<Uri>();

/** Has the texts that are shown asked for again: files were read that were not read before, or are others now. */
export function refreshImportedText(): void {
  for (const { uri } of workspace.textDocuments) {
    if (uri.scheme === scheme && uri.query !== preview) textChanged.fire(uri);
  }
}

/** A read-only document with a text that is not written yet. */
export function previewUri(fileName: string, text: string): Uri {
  const uri = Uri.from({ scheme, path: `/${fileName}`, query: preview });
  previews.set(uri.toString(), text);
  textChanged.fire(uri);
  return uri;
}

/** Forgets the texts of previews. */
export function forgetPreviews(): void {
  previews.clear();
}

/** Answers the editor when it opens one of these documents. */
export function serveImportedText(request: Request): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: textChanged.event,
    async provideTextDocumentContent(uri, token) {
      if (uri.query === preview) return previews.get(uri.toString()) ?? '';
      const result = await request<ImportedTextResult>(ImportedTextMethod, { uri: uri.query }, token);
      return result?.text ?? '';
    },
  });
}
