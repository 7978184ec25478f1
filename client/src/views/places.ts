/** Jumps to places that the server names. */
import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { TextDocumentShowOptions, TextEditor } from 'vscode';
import type { CommandLocation } from '../../../server/src/lsp/protocol';
import { shownUri } from '../importedText';
import { asRange } from '../places';

/** Shows a place in the middle of an editor: in the one where the document is seen already, else where `options` say. */
export async function showPlace(place: CommandLocation, options: TextDocumentShowOptions = {}): Promise<TextEditor> {
  const uri = shownUri(Uri.parse(place.uri));
  const seen = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const where = seen?.viewColumn === undefined ? options : { ...options, viewColumn: seen.viewColumn };
  return window.showTextDocument(await workspace.openTextDocument(uri), { selection: asRange(place.range), ...where });
}

/** Shows a place beside the one that is in front, and leaves the keyboard where it is. */
export async function showBeside(place: CommandLocation): Promise<TextEditor> {
  return showPlace(place, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
}
