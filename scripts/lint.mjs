/** `npm run lint`: format, types, rules with types, unused code. All are run, so that one round shows everything. */
import process from 'node:process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { fromRoot } from './lib/paths.mjs';
import { main, onStopSignal, run } from './lib/processes.mjs';

const checks = [
  { name: 'prettier', file: 'prettier/bin/prettier.cjs', args: ['--check', '--log-level', 'warn', '.'] },
  { name: 'tsc', file: 'typescript/bin/tsc', args: ['--build'] },
  { name: 'eslint', file: 'eslint/bin/eslint.js', args: ['.'] },
  { name: 'knip', file: 'knip/bin/knip.js', args: [] },
];

onStopSignal();
await main(async () => {
  await ensureDependencies();
  const failed = [];
  for (const { name, file, args } of checks) {
    console.log(`── ${name}`);
    const code = await run(process.execPath, [fromRoot('node_modules', ...file.split('/')), ...args]);
    if (code !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new Error(`Not clean: ${failed.join(', ')}.`);
});
