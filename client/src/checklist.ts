/** Saves the checklist of findings where the person says: a page to print or a table for a spreadsheet. */
import { env, l10n, Uri, window, workspace, type TextDocument } from 'vscode';
import { ChecklistMethod, type ChecklistResult } from '../../server/src/lsp/writingProtocol';
import type { About } from './writing';

/** @param given where to write, for callers that have asked already; the ending tells which of the two */
export async function saveChecklist(
  document: TextDocument,
  about: About,
  given: Uri | undefined,
): Promise<Uri | undefined> {
  const result = await about<ChecklistResult>(document, ChecklistMethod);
  if (result === undefined) return undefined;
  const folder = document.isUntitled ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(document.uri, '..');
  // The dialogue asks before it gives the name of a file that is there.
  const target =
    given ??
    (await window.showSaveDialog({
      ...(folder !== undefined && { defaultUri: Uri.joinPath(folder, `${result.name}.html`) }),
      filters: { [l10n.t('Page to print')]: ['html'], [l10n.t('Table')]: ['csv'] },
      title: l10n.t('Save the checklist'),
    }));
  if (target === undefined) return undefined;
  const content = target.path.toLowerCase().endsWith('.csv') ? result.csv : result.html;
  try {
    await workspace.fs.writeFile(target, new TextEncoder().encode(content));
  } catch {
    const file = target.path.slice(target.path.lastIndexOf('/') + 1);
    void window.showErrorMessage(l10n.t('“{file}” could not be written.', { file }));
    return undefined;
  }
  if (given === undefined) await offerToOpen(target);
  return target;
}

async function offerToOpen(target: Uri): Promise<void> {
  const open = l10n.t('Open');
  const answer = await window.showInformationMessage(l10n.t('The checklist was saved.'), open);
  if (answer === open) await env.openExternal(target);
}
