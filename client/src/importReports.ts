/** “Import Past Report”: documents become tidy Markdown in the folder, after a look at what was recognised in them. */
import { commands, l10n, ProgressLocation, Uri, window, workspace } from 'vscode';
import type { CancellationToken, Disposable, Progress } from 'vscode';
import { ImportMethod, type ImportParams, type ImportResult } from '../../server/src/lsp/protocol';
import type { Request } from './client';
import { chooseImports, type Candidate } from './importChoice';
import { refusal } from './importDetails';
import { isInside, nameOf, numberedName, targetFolder } from './importPlaces';

interface Refused {
  readonly source: Uri;
  readonly message: string;
}

/** Registers the command. It takes files from the explorer, from another command, or asks for them. */
export function registerImport(request: Request): Disposable {
  return commands.registerCommand('policyDrafting.importReports', async (clicked?: unknown, selected?: unknown) => {
    const files = urisOf(selected).length > 0 ? urisOf(selected) : urisOf([clicked]);
    const sources = files.length > 0 ? files : await askFiles();
    if (sources.length === 0) return;
    const read = await readAll(sources, request);
    if (read === undefined) return;
    if (read.refused.length > 0) {
      const reasons = read.refused.map(({ source, message }) => refusal(source, message));
      void window.showWarningMessage(reasons.join(' '));
    }
    if (read.candidates.length === 0) return;
    const chosen = await chooseImports(read.candidates, request);
    if (chosen.length === 0) return;
    const folderOf = await folders(chosen);
    if (folderOf !== undefined) tellWritten(await writeAll(chosen, folderOf));
  });
}

/** Imports the files of a list as it comes with something dropped: an address a line, remarks after #. */
export async function importDropped(list: string | undefined): Promise<void> {
  const lines = (list ?? '').split(/\r?\n/u).filter((line) => line !== '' && !line.startsWith('#'));
  const uris = lines.map((line) => Uri.parse(line));
  if (uris.length > 0) await commands.executeCommand('policyDrafting.importReports', uris[0], uris);
}

function urisOf(value: unknown): Uri[] {
  return Array.isArray(value) ? value.filter((one): one is Uri => one instanceof Uri) : [];
}

async function askFiles(): Promise<Uri[]> {
  const chosen = await window.showOpenDialog({
    canSelectMany: true,
    filters: { [l10n.t('Reports')]: ['docx', 'html', 'htm', 'pdf', 'txt', 'md', 'doc', 'wps', 'rtf', 'odt', 'ofd'] },
    openLabel: l10n.t('Import'),
    title: l10n.t('Import past reports'),
  });
  return chosen ?? [];
}

/** Asks the server for every document. Undefined when the person gave up. */
async function readAll(
  sources: readonly Uri[],
  request: Request,
): Promise<{ readonly candidates: Candidate[]; readonly refused: Refused[] } | undefined> {
  const options = { location: ProgressLocation.Notification, title: l10n.t('Reading reports'), cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const candidates: Candidate[] = [];
    const refused: Refused[] = [];
    for (const source of sources) {
      const result = await readOne(source, sources.length, request, progress, token);
      if (token.isCancellationRequested) return undefined;
      if (result.kind === 'report') candidates.push({ source, report: result });
      else refused.push({ source, message: result.message });
    }
    return { candidates, refused };
  });
}

async function readOne(
  source: Uri,
  count: number,
  request: Request,
  progress: Progress<{ message: string; increment: number }>,
  token: CancellationToken,
): Promise<ImportResult> {
  progress.report({ message: nameOf(source.path), increment: 0 });
  try {
    return await request<ImportResult>(ImportMethod, { uri: source.toString() } satisfies ImportParams, token);
  } catch {
    return { kind: 'problem', message: l10n.t('the language server does not answer') };
  } finally {
    progress.report({ message: nameOf(source.path), increment: 100 / count });
  }
}

/** The folder for each document, by {@link targetFolder}; without a workspace the person says where. */
async function folders(chosen: readonly Candidate[]): Promise<((source: Uri) => Uri) | undefined> {
  const active = window.activeTextEditor?.document.uri;
  const home = (active && workspace.getWorkspaceFolder(active)) ?? workspace.workspaceFolders?.[0];
  if (home !== undefined) {
    const inWorkspace = isInside(workspace.workspaceFolders?.map(({ uri }) => uri.toString()) ?? []);
    return (source) => Uri.parse(targetFolder(source.toString(), home.uri.toString(), inWorkspace));
  }
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      ...(chosen[0] !== undefined && { defaultUri: Uri.joinPath(chosen[0].source, '..') }),
      openLabel: l10n.t('Write here'),
    })) ?? [];
  return folder && (() => folder);
}

async function writeAll(chosen: readonly Candidate[], folderOf: (source: Uri) => Uri): Promise<Uri[]> {
  const written: Uri[] = [];
  for (const { source, report } of chosen) {
    const folder = folderOf(source);
    try {
      const target = await freeTarget(folder, report.fileName);
      if (target === undefined) continue;
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(target, new TextEncoder().encode(report.markdown));
      written.push(target);
    } catch {
      void window.showErrorMessage(l10n.t('“{file}” could not be written.', { file: report.fileName }));
    }
  }
  return written;
}

/** Where to write: a name that is free, or one that the person gives up. Undefined to leave the document out. */
async function freeTarget(folder: Uri, fileName: string): Promise<Uri | undefined> {
  const target = Uri.joinPath(folder, fileName);
  if (!(await exists(target))) return target;
  const replace = l10n.t('Replace');
  const both = l10n.t('Keep both');
  const answer = await window.showWarningMessage(
    l10n.t('“{file}” is there already.', { file: fileName }),
    { modal: true, detail: l10n.t('Replacing it loses what was changed in it.') },
    both,
    replace,
  );
  if (answer === replace) return target;
  if (answer !== both) return undefined;
  for (let number = 2; ; number++) {
    const free = Uri.joinPath(folder, numberedName(fileName, number));
    if (!(await exists(free))) return free;
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}

function tellWritten(written: readonly Uri[]): void {
  const [first] = written;
  if (first === undefined) return;
  const open = l10n.t('Open');
  const message =
    written.length === 1
      ? l10n.t('“{file}” was written.', { file: nameOf(first.path) })
      : l10n.t('{count} past reports were written.', { count: written.length });
  void window.showInformationMessage(message, open).then((answer) => {
    if (answer === open) void window.showTextDocument(first);
  });
}
