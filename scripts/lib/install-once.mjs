import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { hostHome } from './paths.mjs';
import { npm } from './processes.mjs';

/**
 * Installs npm packages into a folder of their own under `.vscode-test/`, once for each set of versions, and returns
 * the folder. They are far too big for the project's own dependencies and need another Node than the project does.
 *
 * The work is done beside the final place and renamed, so that an interrupted install is never taken for a whole one
 * and two installs at the same time do not meet.
 * @param {string} name
 * @param {Readonly<Record<string, string>>} packages exact versions by package name
 * @param {(folder: string) => Promise<void>} [finish] what is left to do in the folder after npm
 */
export async function installOnce(name, packages, finish = async () => {}) {
  const folder = path.join(hostHome, name);
  const wanted = JSON.stringify(packages);
  if (stampOf(folder) === wanted) return folder;

  console.log(`Installing ${Object.keys(packages).join(', ')} into .vscode-test/${name} …`);
  const staging = `${folder}.${process.pid}`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(staging, { recursive: true });
  await writeFile(path.join(staging, 'package.json'), JSON.stringify({ private: true, dependencies: packages }));
  await installHere(staging);
  await finish(staging);
  await writeFile(path.join(staging, 'installed.json'), wanted);

  if (stampOf(folder) === wanted) {
    await rm(staging, { recursive: true, force: true });
    return folder;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(staging, folder);
  return folder;
}

/**
 * `npm install` without install scripts: nothing is compiled and nothing is downloaded but packages.
 * @param {string} folder
 */
export async function installHere(folder) {
  const args = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const code = await npm(args, { cwd: folder, quiet: true });
  if (code !== 0) throw new Error(`npm install failed in ${folder} with exit code ${code}.`);
}

function stampOf(folder) {
  const stamp = path.join(folder, 'installed.json');
  return existsSync(stamp) ? readFileSync(stamp, 'utf8') : undefined;
}
