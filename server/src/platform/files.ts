import { randomUUID } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { open, readdir, readFile, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import iconv from 'iconv-lite';
import type { Decoded } from './decode';
import { decode } from './decode';

/** Decodes the bytes of a file, GB18030 by iconv-lite, which does not depend on how Node was built. */
export function decodeBytes(bytes: Uint8Array): Decoded {
  return decode(bytes, (gb) => iconv.decode(gb, 'gb18030'));
}

/** Reads and decodes a file. Throws the error of the file system. */
export async function readText(file: string): Promise<Decoded> {
  return decodeBytes(await readFile(file));
}

/**
 * The text in the encoding it was read in. Throws when the encoding has no room for a character of it, so that nothing
 * is ever lost by writing.
 */
export function encode(text: string, as: Pick<Decoded, 'encoding' | 'bom'>): Uint8Array {
  const bytes = iconv.encode(text, as.encoding, { addBOM: as.bom });
  const again = iconv.decode(bytes, as.encoding, { stripBOM: as.bom });
  if (again !== text) throw new Error(`the text cannot be written as ${as.encoding}`);
  return bytes;
}

/** Replaces a file in one step: whoever reads it meanwhile sees the old bytes or the new ones, never a mixture. */
export async function replaceFile(file: string, bytes: Uint8Array): Promise<void> {
  const target = await realpath(file);
  const { mode } = await stat(target);
  // Not named after the file, whose name may be as long as a name can be.
  const temporary = path.join(path.dirname(target), `.${randomUUID()}.tmp`);
  try {
    const handle = await open(temporary, 'wx', mode & 0o777);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
}

/**
 * The files under a folder whose names end in one of `extensions`, sorted; folders whose names begin with a dot and
 * `node_modules` are left out, links to folders are not followed. Folders that cannot be read are told to `onError`.
 */
export async function listFiles(
  folder: string,
  extensions: readonly string[],
  onError: (folder: string, error: unknown) => void,
): Promise<string[]> {
  const found: string[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    let entries: Dirent[];
    try {
      entries = await readdir(next, { withFileTypes: true });
    } catch (error) {
      onError(next, error);
      continue;
    }
    for (const entry of entries) {
      const file = path.join(next, entry.name);
      if (entry.isDirectory()) {
        if (!entry.name.startsWith('.') && entry.name !== 'node_modules') waiting.push(file);
      } else if (extensions.includes(path.extname(entry.name).toLowerCase()) && !/^(?:\.|~\$)/.test(entry.name)) {
        if (entry.isFile() || (entry.isSymbolicLink() && (await isFile(file)))) found.push(file);
      }
    }
  }
  return found.sort();
}

/** Whether the path names a file, through links. */
export async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
