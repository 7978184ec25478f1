/** Reads what `shared-strings.mjs` compares: code and data of the project, the reports beside it, the allowances. */
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fromRoot, root } from './paths.mjs';
import { sharedStrings } from './shared-strings.mjs';

const OURS = ['server/src', 'server/data', 'snippets', 'syntaxes'];

/** @returns {Promise<import('./shared-strings.mjs').SharedString[] | null>} null where there are no reports */
export async function readSharedStrings() {
  const reports = await readAll(path.resolve(root, '..', 'shared'), ['seeds', 'corpus'], (name) =>
    /\.(?:md|txt)$/.test(name),
  );
  if (reports.length === 0) return null;
  const files = await readAll(root, OURS, (name) => !name.endsWith('.test.ts') && !name.endsWith('tsconfig.json'));
  const allowances = JSON.parse(await readFile(fromRoot('scripts', 'shared-strings.json'), 'utf8'));
  return sharedStrings({ files, reports, allowances });
}

async function readAll(base, folders, isWanted) {
  const found = [];
  for (const folder of folders) {
    const entries = await readdir(path.join(base, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      if (!entry.isFile() || !isWanted(entry.name)) continue;
      const file = path.join(entry.parentPath, entry.name);
      const name = path.relative(base, file).split(path.sep).join('/');
      found.push({ path: name, text: await readFile(file, 'utf8') });
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
