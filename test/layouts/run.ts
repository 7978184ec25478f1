import process from 'node:process';
import { parseArgs } from 'node:util';
import { generateLayout } from './generator';
import { add, judge, measures, score, type Outcome } from './measure';
import { others } from './others';
import { createAnalyser } from '../../server/src/core/analysis';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    show: { type: 'string', default: '0' },
    only: { type: 'string' },
    text: { type: 'boolean', default: false },
  },
});
const seed = Number(values.seed);
if (values.text) process.stdout.write(generateLayout(seed).text);
else measureAll();

function measureAll(): void {
  const outcomes: Outcome[] = [];
  const began = Date.now();
  for (let index = 0; index < Number(values.count); index += 1) outcomes.push(judge(generateLayout(seed + index)));
  for (const name of measures) {
    const total = add(outcomes.map(({ counts }) => counts[name]));
    const { recall, precision, f1 } = score(total);
    console.log(`${name.padEnd(14)} F1 ${f1.toFixed(4)}  recall ${recall.toFixed(4)}  precision ${precision.toFixed(4)}  (${total.expected} expected, ${total.found} found)`);
  }
  const taken = others.filter(({ text }) => createAnalyser().analyse(text).report.info !== null);
  console.log(`${others.length - taken.length} of ${others.length} other texts are not taken for reports${taken.map(({ name }) => `\n   taken: ${name}`).join('')}`);
  console.log(`${Date.now() - began} ms`);
  printCauses(outcomes);
  printWorst(outcomes);
}

/** For every value of every axis: how many failures a layout has with it, compared with all layouts. */
function printCauses(outcomes: readonly Outcome[]): void {
  const only = values.only;
  const failuresOf = ({ failures }: Outcome): number =>
    failures.filter(({ measure }) => only === undefined || measure.startsWith(only)).length;
  const all = outcomes.reduce((sum, one) => sum + failuresOf(one), 0) / outcomes.length;
  const groups = new Map<string, { layouts: number; failures: number; failing: number }>();
  for (const outcome of outcomes) {
    for (const [axis, value] of Object.entries(outcome.layout.axes)) {
      const key = `${axis}=${value}`;
      const group = groups.get(key) ?? { layouts: 0, failures: 0, failing: 0 };
      group.layouts += 1;
      group.failures += failuresOf(outcome);
      if (failuresOf(outcome) > 0) group.failing += 1;
      groups.set(key, group);
    }
  }
  const rows = [...groups]
    .map(([key, group]) => ({ key, ...group, rate: group.failures / group.layouts }))
    .filter(({ failures }) => failures > 2)
    .sort((one, other) => other.rate - one.rate);
  console.log(`\nfailures a layout: ${all.toFixed(2)}; by axis:`);
  for (const { key, layouts, failing, rate } of rows.slice(0, 30)) {
    console.log(`  ${rate.toFixed(2).padStart(6)}  ${key}  (${failing} of ${layouts} layouts fail)`);
  }
}

function printWorst(outcomes: readonly Outcome[]): void {
  const only = values.only;
  const worst = outcomes
    .map((outcome) => ({ ...outcome, failures: outcome.failures.filter(({ measure }) => only === undefined || measure.startsWith(only)) }))
    .filter(({ failures }) => failures.length > 0)
    .sort((one, other) => other.failures.length - one.failures.length)
    .slice(0, Number(values.show));
  for (const { layout, failures } of worst) {
    console.log(`\n== seed ${layout.seed}: ${failures.length} failures`);
    console.log(`   ${Object.entries(layout.axes).map(([axis, value]) => `${axis}=${value}`).join(' ')}`);
    for (const { measure, kind, expected, actual, at } of failures.slice(0, 8)) {
      console.log(`   ${measure} ${kind} expected: ${expected.slice(0, 110)} | actual: ${actual.slice(0, 160)}`);
      console.log(`      …${JSON.stringify(layout.text.slice(Math.max(0, at - 25), at + 60))}`);
    }
  }
}
