/** The same indicator or term in other places: in the rest of the draft, in past reports and in those of neighbours. */
import { commands, l10n, Uri, window, workspace } from 'vscode';
import type { Location, Position } from 'vscode';
import type { CommandPosition } from '../../server/src/lsp/protocol';
import { asPosition } from './places';

/**
 * Peeks at the other places of what stands at the caret, or at a place that a hover names. Gives the places; undefined
 * where there is no editor.
 */
export async function peekElsewhere(uri?: string, at?: CommandPosition): Promise<readonly Location[] | undefined> {
  const editor = window.activeTextEditor;
  const document = uri === undefined ? editor?.document : await workspace.openTextDocument(Uri.parse(uri));
  const position: Position | undefined = at === undefined ? editor?.selection.active : asPosition(at);
  if (document === undefined || position === undefined) return undefined;
  const places =
    (await commands.executeCommand<Location[] | undefined>(
      'vscode.executeReferenceProvider',
      document.uri,
      position,
    )) ?? [];
  const others = places.filter(
    (place) => place.uri.toString() !== document.uri.toString() || !place.range.contains(position),
  );
  if (others.length === 0) {
    void window.showInformationMessage(
      places.length === 0
        ? l10n.t('Put the cursor on the name of an indicator or on a term first.')
        : l10n.t('No other place in this draft or in the reports around it speaks of it.'),
    );
    return others;
  }
  await commands.executeCommand('editor.action.peekLocations', document.uri, position, others, 'peek');
  return others;
}
