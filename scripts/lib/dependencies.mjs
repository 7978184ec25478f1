import { existsSync, readFileSync } from 'node:fs';
import { fromRoot } from './paths.mjs';
import { npm } from './processes.mjs';

/**
 * Installs the project's dependencies when any of them is missing or has another version than `package.json` pins.
 * Only Node's own modules may be needed before this has run.
 */
export async function ensureDependencies() {
  if (missingDependencies().length === 0) return;
  console.log('Installing dependencies …');
  // Not `npm ci`: it refuses a lock file that lacks the binaries of other systems, which some registries do not carry.
  // The lock file decides on the versions all the same, and `--no-save` leaves it alone.
  const code = await npm(['install', '--no-save', '--no-audit', '--no-fund'], { quiet: true });
  if (code !== 0) throw new Error(`npm install failed with exit code ${code}.`);
}

function missingDependencies() {
  const manifest = readJson(fromRoot('package.json'));
  const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
  return Object.entries(wanted)
    .filter(([name, version]) => installedVersion(name) !== version)
    .map(([name]) => name);
}

function installedVersion(name) {
  const manifest = fromRoot('node_modules', ...name.split('/'), 'package.json');
  return existsSync(manifest) ? readJson(manifest).version : undefined;
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
