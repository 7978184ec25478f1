/**
 * `npm test [-- SUITE...]`: installs what is missing, builds, runs every suite (or those named) and ends with the line
 * `N passed, N failed`.
 */
import process from 'node:process';
import { ensureDependencies } from './lib/dependencies.mjs';
import { onStopSignal } from './lib/processes.mjs';

onStopSignal();
await ensureDependencies();

// These need the dependencies, which may only just have been installed.
const { buildExtension, buildHostSuite } = await import('../esbuild.mjs');
const { closingLine, countFailures } = await import('./lib/outcome.mjs');
const { suites } = await import('./lib/suites.mjs');

const outcomes = await runAll(process.argv.slice(2));
console.log(`\n${closingLine(outcomes)}`);
process.exit(countFailures(outcomes) === 0 ? 0 : 1);

async function runAll(names) {
  const unknown = names.filter((name) => suites.every((suite) => suite.name !== name));
  if (unknown.length > 0) {
    const known = suites.map(({ name }) => name).join(', ');
    return [reported('arguments', crash(`No such suite: ${unknown.join(', ')}. There are ${known}.`))];
  }
  try {
    await buildExtension({ production: true });
    await buildHostSuite();
  } catch (error) {
    return [reported('build', crash(describe(error)))];
  }
  const outcomes = [];
  for (const suite of suites.filter(({ name }) => names.length === 0 || names.includes(name))) {
    console.log(`\n── ${suite.name}: ${suite.title}`);
    const outcome = await suite.run().catch((error) => crash(describe(error)));
    outcomes.push(reported(suite.name, outcome));
  }
  return outcomes;
}

function reported(name, outcome) {
  const { passed, failed, skipped, problems } = outcome;
  for (const problem of problems) console.log(`  ! ${problem}`);
  const parts = [`${passed} passed`, `${failed} failed`];
  if (skipped > 0) parts.push(`${skipped} skipped`);
  if (problems.length > 0) parts.push(`${problems.length} problems`);
  console.log(`   ${name}: ${parts.join(', ')}`);
  return outcome;
}

function crash(problem) {
  return { passed: 0, failed: 0, skipped: 0, problems: [problem] };
}

function describe(error) {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
