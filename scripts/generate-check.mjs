/** `npm run generate:check`: generates everything anew and fails when that changes, adds or removes any file. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { fromRoot, root } from './lib/paths.mjs';
import { main, run } from './lib/processes.mjs';

/** Nothing in these is ours to generate. */
const skipped = new Set(['.git', '.vscode-test', 'coverage', 'dist', 'node_modules', 'out']);

await main(async () => {
  await ensureDependencies();
  const before = await fingerprints(root);
  const code = await run(process.execPath, [fromRoot('scripts', 'generate.mjs')]);
  if (code !== 0) throw new Error(`scripts/generate.mjs ended with exit code ${code}.`);
  const after = await fingerprints(root);
  const stale = [...new Set([...before.keys(), ...after.keys()])].filter(
    (file) => before.get(file) !== after.get(file),
  );
  if (stale.length > 0) {
    throw new Error(`Generated files were out of date and are mended now; commit them:\n${stale.join('\n')}`);
  }
});

/** @returns {Promise<Map<string, string>>} a hash of each file's content by its path */
async function fingerprints(folder) {
  const found = new Map();
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !skipped.has(entry.name)) {
      for (const [name, hash] of await fingerprints(file)) found.set(name, hash);
    }
    if (entry.isFile()) {
      const hash = createHash('sha256')
        .update(await readFile(file))
        .digest('hex');
      found.set(path.relative(root, file), hash);
    }
  }
  return found;
}
