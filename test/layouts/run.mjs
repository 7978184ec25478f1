/** `node test/layouts/run.mjs [--seed N] [--count N] [--show K] [--only MEASURE] [--text]`: how well layouts are read. */
import { build } from 'esbuild';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const outfile = path.join(here, '../../out/layouts/run.mjs');
await build({
  entryPoints: [path.join(here, 'run.ts')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  sourcemap: 'inline',
});
await import(pathToFileURL(outfile).href);
