import process from 'node:process';
import { parseArgs } from 'node:util';
import { createDesk } from './desk';
import { drafts, realReports } from './hosts';
import { judge, type Verdict } from './judging';
import { violationsOf } from './laws';
import { kinds } from './kinds';
import { plantSome } from './planting';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '20' },
    only: { type: 'string' },
    show: { type: 'boolean', default: false },
    fixes: { type: 'boolean', default: false },
  },
});

const desk = createDesk();
const hosts = [...drafts(), ...realReports()];
const began = Date.now();
let total = 0;
let found = 0;
let noisy = 0;
let least = 1;
for (const kind of kinds) {
  if (values.only !== undefined && !values.only.split(',').includes(kind.rule)) continue;
  const count = Number(values.count);
  const verdicts = plantSome(kind, hosts, count, Number(values.seed)).map((planted) => judge(planted, desk));
  const hits = verdicts.filter((verdict) => verdict.hits.length > 0).length;
  const loud = verdicts.filter(({ noise }) => noise.length > 0);
  total += verdicts.length;
  found += hits;
  noisy += loud.length;
  const recall = verdicts.length === 0 ? 0 : hits / verdicts.length;
  least = Math.min(least, recall);
  console.log(
    `${kind.rule.padEnd(26)}${recall.toFixed(3).padStart(7)}${`${hits}/${verdicts.length}`.padStart(9)}${loud.length > 0 ? `  noise in ${loud.length}` : ''}`,
  );
  if (values.fixes)
    for (const one of verdicts.flatMap((verdict) => violationsOf(verdict, desk)))
      console.log(`    ${one.law}: ${one.rule} (${one.variant}, ${one.host}) ${one.fix}: ${one.what.slice(0, 200)}`);
  if (values.show) printDetails(verdicts);
  else for (const verdict of loud) printNoise(verdict);
}
console.log(
  `\n${String(kinds.length)} kinds, recall ${(found / total).toFixed(3)} overall (${found} of ${total}), ${least.toFixed(3)} at the least; ${noisy} with a new finding elsewhere; ${Date.now() - began} ms, seed ${values.seed}`,
);
if (process.env.CI === 'true' && (found / total < 0.95 || least < 0.8)) process.exitCode = 1;

function printDetails(verdicts: readonly Verdict[]): void {
  for (const variant of new Set(verdicts.map(({ planted }) => planted.variant))) {
    const own = verdicts.filter(({ planted }) => planted.variant === variant);
    const hits = own.filter((verdict) => verdict.hits.length > 0);
    console.log(`    ${variant.padEnd(36)}${hits.length}/${own.length}`);
    for (const verdict of own) {
      if (verdict.hits.length === 0) printMissed(verdict);
      printNoise(verdict);
    }
  }
}

function printMissed({ planted: { text, places, host }, findings }: Verdict): void {
  for (const place of places.slice(0, 2))
    console.log(`        missed in ${host.name}: ${cut(text, place.start, place.end)}`);
  const near = findings.filter((finding) =>
    places.some((place) => finding.start <= place.end + 20 && place.start - 20 <= finding.end),
  );
  if (near.length > 0) console.log(`          there: ${near.map(({ rule }) => rule).join(' ')}`);
}

function printNoise({ planted: { text, variant }, noise }: Verdict): void {
  for (const { rule, severity, start, end, message } of noise)
    console.log(`        new elsewhere (${variant}): ${rule} ${severity} ${cut(text, start, end)}  ${message.zh}`);
}

function cut(text: string, start: number, end: number): string {
  return `…${text.slice(Math.max(0, start - 12), start)}⟦${text.slice(start, Math.min(end, start + 70))}⟧${text.slice(end, end + 12)}…`.replaceAll(
    '\n',
    '⏎',
  );
}
