/** Lets a person name last year's report where none was recognised. */
import { ConfigurationTarget, l10n, RelativePattern, Uri, window, workspace, commands } from 'vscode';
import type { QuickPickItem, TextDocument, WorkspaceFolder } from 'vscode';
import type { DraftStatus } from '../../server/src/lsp/protocol';
import { editConfiguration } from './configuration';
import {
  asPattern,
  configurationsAbove,
  editsOfEntry,
  isEarlierYear,
  suggestedYear,
  withReport,
  type ReportEntry,
} from './reportEntry';

/**
 * Asks for a file and its year, and writes them where the reading looks: into `policy-drafting.json` if the folder has
 * one, which goes before the settings, else into the settings of the folder.
 * @param draft what the server knows of the document; undefined when it has not recognised it
 */
export async function choosePrecedent(document: TextDocument, draft: DraftStatus | undefined): Promise<void> {
  const folder = workspace.getWorkspaceFolder(document.uri);
  if (folder === undefined) {
    await offerFolder(document);
    return;
  }
  const file = await pickFile(document, folder);
  if (file === undefined) return;
  const inside = await bringInside(file, folder);
  if (inside === undefined) return;
  const planYear = await askYear(inside, draft?.planYear ?? null);
  if (planYear === undefined) return;

  const configuration = await nearestConfiguration(document.uri, folder.uri);
  const root = configuration === undefined ? folder.uri : Uri.joinPath(configuration, '..');
  const entry: ReportEntry = {
    path: asPattern(relativePath(root, inside)),
    ...(draft?.issuer ? { issuer: draft.issuer } : {}),
    planYear,
  };
  if (configuration === undefined) await writeSetting(folder, entry);
  else await editConfiguration(configuration, (text) => editsOfEntry(text, entry));
}

/** Without a folder there is nowhere to look and nowhere to write: reports beside the draft are found by themselves. */
async function offerFolder(document: TextDocument): Promise<void> {
  if (document.isUntitled) {
    await window.showInformationMessage(
      l10n.t('Save the draft into the folder of the past reports, then open that folder.'),
    );
    return;
  }
  const open = l10n.t('Open Folder');
  const answer = await window.showInformationMessage(
    l10n.t('Past reports are read from the opened folder. Open the folder in which the draft lies?'),
    open,
  );
  if (answer === open) await commands.executeCommand('vscode.openFolder', Uri.joinPath(document.uri, '..'));
}

type FileItem = QuickPickItem & { readonly uri?: Uri };

async function pickFile(document: TextDocument, folder: WorkspaceFolder): Promise<Uri | undefined> {
  const found = await workspace.findFiles(
    new RelativePattern(folder, '**/*.{md,txt,docx,html,htm,pdf}'),
    '**/node_modules/**',
    500,
  );
  const files = found
    .filter((uri) => uri.toString() !== document.uri.toString())
    .map((uri): FileItem => ({ label: relativePath(folder.uri, uri), uri }))
    .sort(byLikelihood);
  const browse: FileItem = { label: `$(folder-opened) ${l10n.t('Another file…')}`, alwaysShow: true };
  const picked = await window.showQuickPick([...files, browse], {
    title: l10n.t("Last year's report of this place"),
    placeHolder: l10n.t('Markdown, plain text, Word, web page or PDF; the file itself is not changed'),
  });
  if (picked === undefined || picked.uri !== undefined) return picked?.uri;
  const [chosen] =
    (await window.showOpenDialog({
      defaultUri: folder.uri,
      canSelectMany: false,
      filters: { [l10n.t('Reports')]: ['md', 'txt', 'docx', 'html', 'htm', 'pdf'] },
      openLabel: l10n.t('Choose'),
    })) ?? [];
  return chosen;
}

/** Named a report first, then near the top of the folder, then the latest year: names sort by year, so backwards. */
function byLikelihood(a: FileItem, b: FileItem): number {
  return (
    Number(b.label.includes('报告')) - Number(a.label.includes('报告')) ||
    a.label.split('/').length - b.label.split('/').length ||
    b.label.localeCompare(a.label)
  );
}

/**
 * A report outside the folder is copied into it, once the person agrees: the reading, the command line and a colleague
 * with the same folder then see the same. An existing file is never replaced.
 */
async function bringInside(file: Uri, folder: WorkspaceFolder): Promise<Uri | undefined> {
  if (workspace.getWorkspaceFolder(file)?.uri.toString() === folder.uri.toString()) return file;
  const copy = l10n.t('Copy');
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  const target = Uri.joinPath(folder.uri, '往年报告', name);
  const answer = await window.showInformationMessage(
    l10n.t('“{name}” lies outside the folder. Copy it to {path}?', { name, path: relativePath(folder.uri, target) }),
    { modal: true },
    copy,
  );
  if (answer !== copy) return undefined;
  try {
    await workspace.fs.copy(file, target, { overwrite: false });
    return target;
  } catch {
    await window.showErrorMessage(
      l10n.t('“{name}” was not copied: a file of that name may exist there, or the folder cannot be written.', {
        name,
      }),
    );
    return undefined;
  }
}

async function askYear(file: Uri, planYear: number | null): Promise<number | undefined> {
  const suggestion = suggestedYear(file.path.slice(file.path.lastIndexOf('/') + 1), planYear);
  const answer = await window.showInputBox({
    title: l10n.t('The year whose work this report plans'),
    prompt: l10n.t('A report of 2025 reviews 2024 and plans 2025.'),
    ...(suggestion === undefined ? {} : { value: String(suggestion) }),
    validateInput: (text) =>
      isEarlierYear(text.trim(), planYear) ? undefined : l10n.t("Four digits, and earlier than the draft's year."),
  });
  return answer === undefined ? undefined : Number(answer.trim());
}

/** The nearest `policy-drafting.json`, where the server looks for it. */
async function nearestConfiguration(draft: Uri, top: Uri): Promise<Uri | undefined> {
  for (const address of configurationsAbove(draft.toString(), top.toString())) {
    const file = Uri.parse(address);
    try {
      await workspace.fs.stat(file);
      return file;
    } catch {
      // Not here: one folder up.
    }
  }
  return undefined;
}

async function writeSetting(folder: WorkspaceFolder, entry: ReportEntry): Promise<void> {
  const settings = workspace.getConfiguration('policyDrafting', folder.uri);
  const several = (workspace.workspaceFolders?.length ?? 0) > 1;
  const inspected = settings.inspect<ReportEntry[]>('reports');
  const here = several ? inspected?.workspaceFolderValue : inspected?.workspaceValue;
  // A list set here hides the one of the user, so that one comes along.
  const entries: unknown = here ?? settings.get<unknown>('reports');
  await settings.update(
    'reports',
    // What is there may be of any kind; what is no list was never followed.
    withReport(Array.isArray(entries) ? (entries as ReportEntry[]) : [], entry),
    several ? ConfigurationTarget.WorkspaceFolder : ConfigurationTarget.Workspace,
  );
}

/** `file:///a/b` and `file:///a/b/往年/2024.md` → `往年/2024.md` */
function relativePath(root: Uri, file: Uri): string {
  const base = root.path.endsWith('/') ? root.path : `${root.path}/`;
  return file.path.startsWith(base) ? file.path.slice(base.length) : file.path;
}
