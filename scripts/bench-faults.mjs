/**
 * Plants faults of every kind into clean texts and prints how many are found: `npm run bench:faults`.
 *
 * Options: `--seed N` other faults, `--count N` faults a kind, `--only RULE,RULE` some kinds, `--show` what was missed.
 */
import { build } from 'esbuild';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { fromRoot, root } from './lib/paths.mjs';

process.env.FAULTS_HOME = fromRoot('test', 'faults');
const outfile = fromRoot('out', 'faults', 'run.mjs');
await build({
  absWorkingDir: root,
  entryPoints: [fromRoot('test', 'faults', 'run.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
});
await import(pathToFileURL(outfile).href);
