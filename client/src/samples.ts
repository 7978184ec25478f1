/** Lays the sample reports, made up and short, into a folder of the person's choice, for a first look. */
import { commands, FileType, l10n, Uri, window, workspace } from 'vscode';

/** The files of `samples/` in the package; not every place that an extension runs in can list its folder. */
export const SAMPLES = [
  '青禾区2023年政府工作报告.txt',
  '青禾区2024年政府工作报告.md',
  '青禾区2025年政府工作报告.md',
  '青禾区2026年政府工作报告（草稿）.md',
  '邻区/临溪区2025年政府工作报告.md',
] as const;

export const SAMPLE_DRAFT = '青禾区2026年政府工作报告（草稿）.md';

/**
 * Copies the samples and opens their draft. Files that are there already stay as they are.
 * @param given the folder to take; without it an open and empty folder is taken, else the person is asked
 */
export async function openSamples(extension: Uri, given?: Uri): Promise<void> {
  const folder = given ?? (await emptyFolder()) ?? (await askFolder());
  if (folder === undefined) return;
  try {
    for (const name of SAMPLES) await copy(Uri.joinPath(extension, 'samples', name), Uri.joinPath(folder, name));
  } catch {
    await window.showErrorMessage(l10n.t('The samples were not copied: the folder cannot be written.'));
    return;
  }
  const draft = Uri.joinPath(folder, SAMPLE_DRAFT);
  if (workspace.getWorkspaceFolder(draft) === undefined) {
    await commands.executeCommand('vscode.openFolder', folder, { filesToOpen: [draft] });
  } else {
    await window.showTextDocument(await workspace.openTextDocument(draft));
  }
}

/** The one open folder, if nothing lies in it. */
async function emptyFolder(): Promise<Uri | undefined> {
  const [folder, ...others] = workspace.workspaceFolders ?? [];
  if (folder === undefined || others.length > 0) return undefined;
  const entries = await workspace.fs.readDirectory(folder.uri);
  return entries.every(([name]) => name.startsWith('.')) ? folder.uri : undefined;
}

async function askFolder(): Promise<Uri | undefined> {
  const [folder] =
    (await window.showOpenDialog({
      canSelectFiles: false,
      canSelectFolders: true,
      openLabel: l10n.t('Copy Samples Here'),
      title: l10n.t('A folder for the sample reports'),
    })) ?? [];
  return folder;
}

async function copy(from: Uri, to: Uri): Promise<void> {
  const there = await workspace.fs.stat(to).then(
    ({ type }) => type === FileType.File,
    () => false,
  );
  // Read and written, because the package and the folder may lie in different file systems.
  if (!there) await workspace.fs.writeFile(to, await workspace.fs.readFile(from));
}
