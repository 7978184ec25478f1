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
    console.log(
      `${name.padEnd(14)} F1 ${f1.toFixed(4)}  recall ${recall.toFixed(4)}  precision ${precision.toFixed(4)}  (${total.expected} expected, ${total.found} found)`,
    );
  }
  const taken = others.filter(({ text }) => createAnalyser().analyse(text).report.info !== null);
  console.log(
    `${others.length - taken.length} of ${others.length} other texts are not taken for reports${taken.map(({ name }) => `\n   taken: ${name}`).join('')}`,
  );
  console.log(`${Date.now() - began} ms`);
  printCauses(outcomes);
  printWorst(outcomes);
}

/** For every measure and kind of failure: the values of axes that its layouts have more often than all layouts. */
function printCauses(outcomes: readonly Outcome[]): void {
  const share = sharesOf(outcomes.map((outcome) => ({ outcome, weight: 1 })));
  const kinds = new Set(outcomes.flatMap(({ failures }) => failures.map(({ measure, kind }) => `${measure} ${kind}`)));
  for (const wanted of kinds) {
    if (values.only !== undefined && !wanted.startsWith(values.only)) continue;
    const weighted = outcomes
      .map((outcome) => ({
        outcome,
        weight: outcome.failures.filter(({ measure, kind }) => `${measure} ${kind}` === wanted).length,
      }))
      .filter(({ weight }) => weight > 0);
    const causes = [...sharesOf(weighted)]
      .map(([key, part]) => ({ key, part, base: share.get(key) ?? 0, excess: part - (share.get(key) ?? 0) }))
      .sort((one, other) => other.excess - one.excess)
      .slice(0, 6)
      .map(({ key, part, base }) => `${key} ${Math.round(part * 100)}% (of all ${Math.round(base * 100)}%)`);
    const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
    console.log(
      `\n${wanted}: ${total} in ${weighted.length} layouts (seeds ${weighted
        .slice(0, 6)
        .map(({ outcome }) => outcome.layout.seed)
        .join(' ')})`,
    );
    console.log(`   ${causes.join('; ')}`);
  }
}

function sharesOf(weighted: readonly { readonly outcome: Outcome; readonly weight: number }[]): Map<string, number> {
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  const shares = new Map<string, number>();
  for (const { outcome, weight } of weighted) {
    for (const [axis, value] of Object.entries(outcome.layout.axes)) {
      const key = `${axis}=${value}`;
      shares.set(key, (shares.get(key) ?? 0) + weight / total);
    }
  }
  return shares;
}

function printWorst(outcomes: readonly Outcome[]): void {
  const only = values.only;
  const worst = outcomes
    .map((outcome) => ({
      ...outcome,
      failures: outcome.failures.filter(({ measure }) => only === undefined || measure.startsWith(only)),
    }))
    .filter(({ failures }) => failures.length > 0)
    .sort((one, other) => other.failures.length - one.failures.length)
    .slice(0, Number(values.show));
  for (const { layout, failures } of worst) {
    console.log(`\n== seed ${layout.seed}: ${failures.length} failures`);
    console.log(
      `   ${Object.entries(layout.axes)
        .map(([axis, value]) => `${axis}=${value}`)
        .join(' ')}`,
    );
    for (const { measure, kind, expected, actual, at } of failures.slice(0, 8)) {
      console.log(`   ${measure} ${kind} expected: ${expected.slice(0, 110)} | actual: ${actual.slice(0, 160)}`);
      console.log(`      …${JSON.stringify(layout.text.slice(Math.max(0, at - 25), at + 60))}`);
    }
  }
}
