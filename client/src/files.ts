/**
 * Reads files for a server that cannot: the one in a web worker, and any server whose folder lies in a file system that
 * only the editor knows.
 */
import { FileType, Uri, workspace, type CancellationToken, type Disposable } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  ListFilesMethod,
  ReadFileMethod,
  type ListFilesParams,
  type ListFilesResult,
  type ReadFileParams,
  type ReadFileResult,
} from '../../server/src/lsp/protocol';

/** Answers the requests of the server for files, until disposed. */
export function serveFiles(client: BaseLanguageClient): Disposable[] {
  return [
    client.onRequest(ListFilesMethod, async ({ root }: ListFilesParams, token: CancellationToken) => {
      const files: string[] = [];
      await collect(Uri.parse(root), 0, files, token);
      return files.sort() satisfies ListFilesResult;
    }),
    client.onRequest(ReadFileMethod, async ({ uri, most }: ReadFileParams): Promise<ReadFileResult> => {
      const file = Uri.parse(uri);
      try {
        // Asked first: a film among the reports would fill the memory of the editor.
        if ((await workspace.fs.stat(file)).size > most) return { tooLarge: true };
        return { base64: toBase64(await workspace.fs.readFile(file)) };
      } catch {
        return null;
      }
    }),
  ];
}

/** Deep enough for any folder that a person has made; a bound, because a link may lead back. */
const deepest = 24;

/**
 * Walks the folders itself: the editor's own search has no answer in file systems without a search provider, and leaves
 * out what `files.exclude` hides.
 */
async function collect(folder: Uri, depth: number, files: string[], token: CancellationToken): Promise<void> {
  if (token.isCancellationRequested || depth > deepest) return;
  const entries = await readFolder(folder);
  const folders: Promise<void>[] = [];
  for (const [name, type] of entries) {
    const uri = Uri.joinPath(folder, name);
    if ((type & FileType.Directory) !== 0) {
      const linked = (type & FileType.SymbolicLink) !== 0;
      if (!linked && !name.startsWith('.') && name !== 'node_modules') {
        folders.push(collect(uri, depth + 1, files, token));
      }
    } else if (mayMatter(name)) {
      files.push(uri.toString());
    }
  }
  await Promise.all(folders);
}

async function readFolder(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}

/** `往年/2024.md`, `2023.docx`, `统计数据.csv`, `policy-drafting.json`, `policy-drafting.baseline.json` */
function mayMatter(name: string): boolean {
  return (
    /\.(?:md|txt|docx?|wps|rtf|odt|ofd|html?|pdf|csv|xlsx)$/i.test(name) ||
    (name.startsWith('policy-drafting') && name.endsWith('.json'))
  );
}

/** In pieces, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let binary = '';
  for (let at = 0; at < bytes.length; at += piece) binary += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(binary);
}
