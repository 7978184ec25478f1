/** The suites of `npm test`. Each runs its tests and returns an outcome; none throws for a test that fails. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { declaredTests } from './declared.mjs';
import { runEditorSuite } from './editor-suite.mjs';
import { missingTests } from './outcome.mjs';
import { fromRoot, resultsHome, root } from './paths.mjs';
import { run } from './processes.mjs';

/** @typedef {import('./outcome.mjs').Outcome} Outcome */

/** In the order of a run: the quick ones first. */
export const suites = [
  {
    name: 'unit',
    title: 'Unit tests, laws over the rules, the real reports',
    run: () => vitest('unit', ['server/src', 'client/src', 'scripts', 'test/unit', 'test/laws']),
  },
  { name: 'layouts', title: 'Made-up reports in random layouts', run: () => vitest('layouts', ['test/layouts']) },
  { name: 'faults', title: 'Planted faults and their fixes', run: () => vitest('faults', ['test/faults']) },
  { name: 'grammar', title: 'TextMate grammar', run: grammar },
  { name: 'protocol', title: 'Built server and command line', run: () => vitest('protocol', ['test/protocol']) },
  {
    name: 'editor',
    title: 'Editor suite in a real VS Code',
    run: () => editor('editor', { suite: fromRoot('out', 'host', 'node.js') }),
  },
  {
    name: 'web',
    title: 'Editor suite with the browser build in a web worker',
    run: () => editor('web', { suite: fromRoot('out', 'host', 'browser.js'), web: true }),
  },
  {
    name: 'smoke',
    title: 'Packaged extension, npm start, a broken server, generated files, the page of the panel',
    run: () => vitest('smoke', ['test/smoke', 'test/page']),
  },
];

/**
 * Runs one of the projects of vitest.config.mts.
 * @param {string} project
 * @param {readonly string[]} folders where its test files are
 * @returns {Promise<Outcome>}
 */
async function vitest(project, folders) {
  const report = path.join(resultsHome, `${project}.json`);
  await mkdir(resultsHome, { recursive: true });
  await rm(report, { force: true });
  const cli = fromRoot('node_modules', 'vitest', 'vitest.mjs');
  const args = ['run', '--project', project, '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run(process.execPath, [cli, ...args]);

  const { testResults } = await readJson(report, { testResults: [] });
  const tests = testResults.flatMap((file) => file.assertionResults);
  const withStatus = (...wanted) => tests.filter((test) => wanted.includes(test.status)).length;
  /** @type {Outcome} */
  const outcome = {
    passed: withStatus('passed'),
    failed: withStatus('failed'),
    skipped: withStatus('skipped', 'pending', 'todo', 'disabled'),
    problems: testResults
      .filter((file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'))
      .map((file) => `${relative(file.name)}: ${file.message}`),
  };
  if (process.env['CI'] === 'true' && outcome.skipped > 0)
    outcome.problems.push(`${outcome.skipped} tests were skipped.`);
  const files = (
    await Promise.all(folders.map((folder) => filesBelow(fromRoot(folder), /\.test\.(?:ts|mjs)$/)))
  ).flat();
  const ran = new Map(testResults.map((file) => [path.normalize(file.name), file.assertionResults.length]));
  outcome.problems.push(...missing(await declaredTests(files), ran));
  return withExitCode(outcome, code);
}

/** @returns {Promise<Outcome>} every line of text with assertions is a test */
async function grammar() {
  const reports = path.join(resultsHome, 'grammar');
  await rm(reports, { recursive: true, force: true });
  await mkdir(reports, { recursive: true });
  const files = await filesBelow(fromRoot('test', 'grammar'), /\.(?:md|txt)$/);
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0, problems: ['test/grammar has no tests.'] };
  const cli = fromRoot('node_modules', 'vscode-tmgrammar-test', 'dist', 'unit.js');
  const names = files.map((file) => relative(file));
  const code = await run(process.execPath, [cli, '--compact', '--xunit-report', reports, ...names]);

  /** @type {Outcome} */
  const outcome = { passed: 0, failed: 0, skipped: 0, problems: [] };
  const ran = new Map();
  for (const file of await filesBelow(reports, /\.xml$/)) {
    const cases = readCases(await readFile(file, 'utf8'));
    outcome.failed += cases.failed;
    outcome.passed += cases.total - cases.failed;
    ran.set(cases.name, cases.total);
  }
  const declared = new Map();
  for (const file of files) declared.set(relative(file), countGrammarTests(await readFile(file, 'utf8')));
  outcome.problems.push(...missingTests({ declared, ran }));
  return withExitCode(outcome, code);
}

/**
 * @param {string} name
 * @param {{ suite: string, web?: boolean }} options
 * @returns {Promise<Outcome>}
 */
async function editor(name, { suite, web = false }) {
  const { results, exitCode, log } = await runEditorSuite({ extension: root, suite, web });
  await mkdir(resultsHome, { recursive: true });
  await writeFile(path.join(resultsHome, `${name}.log`), log.join('\n'));
  for (const { state, title, reason } of results) {
    console.log(state === 'passed' ? `  ✓ ${title}` : `  ✗ ${title}\n${indent(reason ?? '')}`);
  }
  const failed = results.filter((result) => result.state === 'failed').length;
  /** @type {Outcome} */
  const outcome = { passed: results.length - failed, failed, skipped: 0, problems: [] };

  const files = await filesBelow(fromRoot('test', 'host', 'suite'), /\.test\.ts$/);
  const declared = sumOf(await declaredTests(files));
  if (results.length < declared)
    outcome.problems.push(`The suite declares ${declared} tests and ran ${results.length}.`);
  if (exitCode === undefined) outcome.problems.push('The editor never ended the suite.');
  if (failed + outcome.problems.length > 0) console.log(`  The editor's log is in out/results/${name}.log.`);
  return withExitCode(outcome, exitCode ?? 0);
}

/** A runner that fails although no test did has crashed, or found something wrong outside of the tests. */
function withExitCode(outcome, code) {
  if (code !== 0 && outcome.failed === 0 && outcome.problems.length === 0) {
    outcome.problems.push(`The test runner ended with exit code ${code}.`);
  }
  return outcome;
}

function missing(declared, ran) {
  const byName = (counts) => new Map([...counts].map(([file, count]) => [relative(file), count]));
  return missingTests({ declared: byName(declared), ran: byName(ran) });
}

/** One report file of vscode-tmgrammar-test. */
function readCases(xml) {
  // Example: <testcase name="test/grammar/headings.test.md:3" …>
  const name = /<testcase name="([^"]*):\d+"/.exec(xml)?.[1] ?? '';
  const cases = xml.split('<testcase ').slice(1);
  return { name, total: cases.length, failed: cases.filter((one) => one.includes('<failure')).length };
}

/** A test is a line of text with one or more lines of assertions right beneath it. */
function countGrammarTests(source) {
  const [header = '', ...lines] = source.split(/\r?\n/);
  const [token = ''] = header.split(' ', 1);
  const isAssertion = (line = '') => line.startsWith(token) && /^\s*(?:\^|<~*-)/.test(line.slice(token.length));
  return lines.filter((line, index) => isAssertion(line) && !isAssertion(lines[index - 1])).length;
}

async function filesBelow(folder, pattern) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => pattern.test(name)).map((name) => path.join(folder, name));
}

async function readJson(file, fallback) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    // The runner crashed before it wrote its report; its exit code and the missing tests tell.
    return fallback;
  }
}

function relative(file) {
  return path.relative(root, path.resolve(root, file)).split(path.sep).join('/');
}

function indent(text) {
  return text.replaceAll(/^/gm, '    ');
}

function sumOf(counts) {
  return [...counts.values()].reduce((total, count) => total + count, 0);
}
