/**
 * `npm run shared-strings [-- --all]`: lists the Han strings of code and data that exactly one report of ../shared has
 * too, and fails at those that nothing vouches for. `--all` lists the others as well, each with its source.
 */
import process from 'node:process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { readSharedStrings } = await import('./lib/shared-files.mjs');
  const found = await readSharedStrings();
  if (found === null) {
    console.log('There is no ../shared to compare with.');
    return;
  }
  const unexplained = found.filter(({ source }) => source === null);
  for (const { string, report, places, source } of process.argv.includes('--all') ? found : unexplained)
    console.log([string, source ?? '–', report, places.join(' ')].join('\t'));
  console.log(`${found.length} strings stand in exactly one report; ${unexplained.length} without a source.`);
  if (unexplained.length > 0) process.exitCode = 1;
});
