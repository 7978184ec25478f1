import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fromRoot } from './paths.mjs';
import { capture } from './processes.mjs';

/**
 * Builds the extension for release and packs it.
 * @param {string} file where to put the .vsix
 */
export async function packageExtension(file) {
  await mkdir(path.dirname(file), { recursive: true });
  const vsce = fromRoot('node_modules', '@vscode', 'vsce', 'vsce');
  const args = [
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    file,
  ];
  const { code, output } = await capture(process.execPath, [vsce, ...args]);
  if (code !== 0) throw new Error(`vsce could not package the extension:\n${output}`);
}
