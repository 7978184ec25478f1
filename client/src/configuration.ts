/** Carries out what a quick fix changes in the configuration. */
import { parse, type Edit, type ParseError } from 'jsonc-parser';
import { ConfigurationTarget, l10n, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { editsOfChange, rulesWithout } from '../../server/src/lsp/configurationChange';
import type { ChangedConfiguration, ConfigurationChange } from '../../server/src/lsp/protocol';

/**
 * Writes a change where it takes effect: into the `policy-drafting.json` that governs the document, which goes before
 * the settings, else into the settings of the folder.
 */
export async function changeConfiguration(target: ChangedConfiguration, change: ConfigurationChange): Promise<void> {
  if (target.file === null) await changeSettings(Uri.parse(target.document), change);
  else await editConfiguration(Uri.parse(target.file), (text) => editsOfChange(text, change));
}

/**
 * Edits a configuration file as text, so that its comments and its form stay; saved at once, unless somebody is at work
 * in it. A file that cannot be written, is no JSON, or was opened in the wrong encoding, which saving would make final,
 * stays as it is, and the person is told.
 */
export async function editConfiguration(file: Uri, editsOf: (text: string) => readonly Edit[]): Promise<void> {
  try {
    const document = await workspace.openTextDocument(file);
    const atWork = document.isDirty;
    const text = document.getText();
    if (!isEditable(text)) throw new Error('Not to be edited.');
    const edit = new WorkspaceEdit();
    for (const { offset, length, content } of editsOf(text)) {
      edit.replace(file, new Range(document.positionAt(offset), document.positionAt(offset + length)), content);
    }
    if (edit.size === 0) return;
    if (!(await workspace.applyEdit(edit)) || (!atWork && !(await document.save()))) throw new Error('Not written.');
  } catch {
    const name = file.path.slice(file.path.lastIndexOf('/') + 1);
    void window.showErrorMessage(l10n.t('“{file}” could not be changed.', { file: name }));
  }
}

/** Whether every character of the text is known, and it is JSON or still empty. */
function isEditable(text: string): boolean {
  if (text.includes('\uFFFD')) return false;
  const errors: ParseError[] = [];
  parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
  return errors.length === 0;
}

async function changeSettings(document: Uri, change: ConfigurationChange): Promise<void> {
  const folder = workspace.getWorkspaceFolder(document) ?? workspace.workspaceFolders?.[0];
  const settings = workspace.getConfiguration('policyDrafting', folder?.uri ?? document);
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  const where =
    folder === undefined
      ? ConfigurationTarget.Global
      : several
        ? ConfigurationTarget.WorkspaceFolder
        : ConfigurationTarget.Workspace;
  if (change.kind === 'off') {
    const inspected = settings.inspect<Record<string, unknown>>('rules');
    // Objects of several levels are joined by the editor: only what stands at this one is written again.
    const here =
      folder === undefined
        ? inspected?.globalValue
        : several
          ? inspected?.workspaceFolderValue
          : inspected?.workspaceValue;
    await settings.update('rules', rulesWithout(here, change.rule), where);
    return;
  }
  // A list set here hides the one of the user, so that one comes along.
  const given = settings.get<unknown>(`terms.${change.kind}`);
  // What is there may be of any kind; what is no list was never followed.
  const terms = Array.isArray(given) ? (given as unknown[]) : [];
  if (!terms.includes(change.term)) await settings.update(`terms.${change.kind}`, [...terms, change.term], where);
}
