import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import iconv from 'iconv-lite';
import { URI } from 'vscode-uri';
import { createThreadConverter } from '../import/converter.node';
import type { FileContent, Host } from './host';
import { isFile, listFiles } from './files';
import { traceOf } from './trace';

/**
 * A server in a Node process reads `file:` URIs by itself.
 * @param thread the built script of the thread that converts documents
 */
export const createNodeHost = (thread: string): Host => ({
  converter: () => createThreadConverter(thread),
  gb18030: (bytes) => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030'),
  pause: () => new Promise((resolve) => setImmediate(resolve)),
  files: {
    holds: (uri) => uri.startsWith('file:'),
    async list(folder, extensions, deep) {
      const place = URI.parse(folder).fsPath;
      const found = deep ? await listFiles(place, extensions, () => undefined) : await listBeside(place, extensions);
      return found.map((file) => URI.file(file).toString());
    },
    async read(uri, most): Promise<FileContent> {
      const file = URI.parse(uri).fsPath;
      try {
        const found = await stat(file);
        if (!found.isFile()) return { kind: 'missing' };
        if (found.size > most) return { kind: 'large' };
        return { kind: 'bytes', bytes: await readFile(file) };
      } catch (error) {
        const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
        return code === 'ENOENT' || code === 'ENOTDIR' ? { kind: 'missing' } : { kind: 'unreadable', reason: code };
      }
    },
  },
});

/**
 * Keeps the process alive when something throws that nobody waits for: an editor would restart the server a few times
 * and then give up. What is told holds no words of a report.
 */
export function guardProcess(log: (message: string) => void): void {
  const tell = (error: unknown): void => {
    log(`Unexpected: ${traceOf(error)}`);
  };
  process.on('uncaughtException', tell);
  process.on('unhandledRejection', tell);
}

async function listBeside(folder: string, extensions: readonly string[]): Promise<string[]> {
  let entries: Dirent[];
  try {
    entries = await readdir(folder, { withFileTypes: true });
  } catch {
    return [];
  }
  const found: string[] = [];
  for (const entry of entries) {
    if (!extensions.includes(path.extname(entry.name).toLowerCase())) continue;
    const file = path.join(folder, entry.name);
    if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(file)))) found.push(file);
  }
  return found.sort();
}
