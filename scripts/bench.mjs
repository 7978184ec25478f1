/**
 * Times reading, checking and hovering against two peers on the same text in the same run: `npm run bench`.
 *
 * Absolute times depend on the machine and on what else it does; the ratios are what to look at: medians of zhlint's, and
 * for answers of the server the 95th percentile of its work in shares of zhlint's median. With `--file PATH` the
 * text is a report of yours; otherwise the samples are put together to one of about 23,000 characters.
 */
import { build } from 'esbuild';
import autocorrect from 'autocorrect-node';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import * as zhlint from 'zhlint';
import { buildExtension } from '../esbuild.mjs';
import { timeAnswers } from './lib/bench-answers.mjs';
import { fromRoot, root, samplesHome } from './lib/paths.mjs';

await buildExtension({ production: true });

const RUNS = 30;
const WARM_UP = 100;
/** Characters of a district's report. */
const LENGTH = 23_000;

const { values: options } = parseArgs({ options: { file: { type: 'string' } } });
const { createAnalyser, checkReport, createRuleCache, createCorpus, hover } = await loadCore();

const { text, precedents } = await chooseText();
/**
 * The text of a round: in every paragraph a mark changes from round to round, so that nothing that was kept of earlier
 * texts helps. Of equal length, and with the same findings but for the odd word.
 */
const variants = Array.from('稳实好快新进优美', (character) => text.replace(/^(.{20,}?，)./gmu, `$1${character}`));
let round = 0;
const current = () => variants[round % variants.length];
const corpus = createCorpus();
const scope = { root: samplesHome, overrides: [] };
for (const { name, content } of precedents) corpus.set(path.join(samplesHome, name), content);
const draftPath = path.join(samplesHome, 'bench.md');
const settings = {};

const rows = measure([
  ['zhlint', () => zhlint.run(current(), { rules: { preset: 'default' } })],
  ['autocorrect-node (native)', () => autocorrect.lintFor(current(), 'bench.md')],
  ['ours: read into all facts', () => read(createAnalyser())],
  ['ours: full check, nothing kept', () => check(read(createAnalyser()), createRuleCache())],
  ['ours: check after a one-character edit', editing()],
  ['ours: hover', hovering()],
]);

const [zh] = rows;
console.log(
  `${String(text.length)} characters, ${String(RUNS)} runs after ${String(WARM_UP)} to warm up, Node ${process.version}\n`,
);
console.log(`${'what'.padEnd(42)}${'median ms'.padStart(11)}${'95 % ms'.padStart(10)}${'of zhlint'.padStart(11)}`);
for (const row of rows) {
  const share = `${((row.median / zh.median) * 100).toFixed(1)} %`;
  console.log(
    `${row.name.padEnd(42)}${row.median.toFixed(2).padStart(11)}${row.late.toFixed(2).padStart(10)}${share.padStart(11)}`,
  );
}
console.log(`\n${memory()}`);

console.log(
  '\nthe built server over stdio, 50 reports in the folder, first answers included; work is its own processor time',
);
const columns = ['median ms', '95 % ms', 'work 95 %', 'of zhlint'].map((name) => name.padStart(11)).join('');
console.log(`${'what'.padEnd(42)}${columns}`);
for (const { name, times, work } of await timeAnswers()) {
  const at = (list, share) => list[Math.floor(list.length * share)];
  const late = at(work.length > 0 ? work : times, 0.95);
  const cells = [at(times, 0.5).toFixed(2), at(times, 0.95).toFixed(2), work.length > 0 ? late.toFixed(2) : '—'];
  console.log(
    `${name.padEnd(42)}${[...cells, `${((late / zh.median) * 100).toFixed(1)} %`].map((cell) => cell.padStart(11)).join('')}`,
  );
}

/** Everything that is known of a text, with nothing left to compute later. */
function read(analyser, content = current()) {
  const analysis = analyser.analyse(content, { force: true });
  void [analysis.terms, analysis.statements, analysis.uses];
  return analysis;
}

function check(analysis, cache) {
  return checkReport({ analysis, corpus: corpus.viewFor(draftPath, analysis, scope), settings, cache });
}

/** Types a character in the middle of the text, then takes it away, and so on: the caches are those of an editor. */
function editing() {
  const analyser = createAnalyser();
  const cache = createRuleCache();
  const at = text.indexOf('，', Math.floor(text.length / 2)) + 1;
  let turn = 0;
  return () => {
    turn += 1;
    const edited = turn % 2 === 0 ? text : `${text.slice(0, at)}新${text.slice(at)}`;
    return check(read(analyser, edited), cache);
  };
}

/** Hovers over a term that the glossary explains, facts at hand. */
function hovering() {
  const analysis = read(createAnalyser());
  const view = corpus.viewFor(draftPath, analysis, scope);
  const use = analysis.uses.flat()[0];
  const place = use === undefined ? Math.floor(text.length / 2) : Math.floor((use.start + use.end) / 2);
  return () => hover(analysis, view, place, { lang: 'zh', linkTo: () => '' });
}

/**
 * Runs all works in turn, round by round: the machine is now faster and now slower, for each of them alike.
 * @param {[string, () => unknown][]} works
 */
function measure(works) {
  const rows = works.map(([name, work]) => ({ name, work, times: /** @type {number[]} */ ([]) }));
  for (round = 0; round < WARM_UP + RUNS; round++) {
    for (const { work, times } of rows) {
      const start = performance.now();
      work();
      if (round >= WARM_UP) times.push(performance.now() - start);
    }
  }
  return rows.map(({ name, times }) => {
    times.sort((a, b) => a - b);
    return { name, median: times[Math.floor(times.length / 2)], late: times[Math.floor(times.length * 0.95)] };
  });
}

/** What fifty reports weigh in memory, held as a corpus holds them with all facts found. */
function memory() {
  if (globalThis.gc === undefined) return 'Memory is measured with node --expose-gc scripts/bench.mjs.';
  const held = [];
  globalThis.gc();
  const before = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
  for (let i = 0; i < 50; i++) held.push(read(createAnalyser(), `${text}\n${String(i)}`));
  globalThis.gc();
  const each = (process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - before) / held.length;
  return `memory a report held: ${(each / 1024).toFixed(0)} KB, ${(each / (text.length * 2)).toFixed(1)} times its UTF-16 size`;
}

async function chooseText() {
  const names = (await readdir(samplesHome)).filter((name) => name.includes('政府工作报告')).sort();
  const contents = await Promise.all(names.map((name) => readFile(path.join(samplesHome, name), 'utf8')));
  const precedents = names
    .map((name, i) => ({ name, content: contents[i] }))
    .filter(({ name }) => !name.includes('草稿'));
  if (options.file !== undefined) return { text: await readFile(options.file, 'utf8'), precedents };
  const [draft, ...others] = [...contents].reverse();
  let joined = '';
  // A report gives its figures once: what fills the text up to length are the words of past reports.
  for (let i = 0; draft.length + joined.length < LENGTH; i++) joined += `${words(others[i % others.length])}\n\n`;
  return { text: draft.replace(/(?=^## 三、)/m, `${joined}\n`), precedents };
}

/** The running text of a report without its title block, its glossary and the sentences that give figures. */
function words(report) {
  return report
    .split('\n')
    .filter((line) => line.length > 60)
    .map((line) =>
      line
        .split(/(?<=。)/)
        .filter((sentence) => !/\d/.test(sentence))
        .join(''),
    )
    .filter((line) => line.length > 20)
    .join('\n\n');
}

async function loadCore() {
  const result = await build({
    stdin: {
      contents: `
        export { createAnalyser } from './server/src/core/analysis';
        export { checkReport, createRuleCache } from './server/src/core/rules/engine';
        export { createCorpus } from './server/src/core/corpus/corpus';
        export { hover } from './server/src/core/features/hover';
      `,
      resolveDir: root,
      loader: 'ts',
    },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    outfile: fromRoot('out', 'bench.mjs'),
    logLevel: 'error',
  });
  if (result.errors.length > 0) throw new Error('The core does not build.');
  return import(fromRoot('out', 'bench.mjs'));
}
