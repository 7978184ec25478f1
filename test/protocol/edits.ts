import type { CodeAction, TextEdit } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

/** The text after the edits of a code action, whichever way it carries them. */
export function applyTextEdits(text: string, action: CodeAction | undefined): string {
  const edits: TextEdit[] = [];
  for (const change of action?.edit?.documentChanges ?? []) {
    if ('edits' in change) for (const edit of change.edits) if ('newText' in edit) edits.push(edit);
  }
  for (const list of Object.values(action?.edit?.changes ?? {})) edits.push(...list);
  return TextDocument.applyEdits(TextDocument.create('file:///a', 'plaintext', 1, text), edits);
}
