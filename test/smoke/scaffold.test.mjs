import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fromRoot, root } from '../../scripts/lib/paths.mjs';
import { capture } from '../../scripts/lib/processes.mjs';

/** @type {string} a copy of the sources, where a rule may be begun and generated files may go stale */
let copy;

/** What a clone would not have, and what is installed rather than copied. */
const absent = new Set(['.git', '.vscode-test', 'coverage', 'dist', 'node_modules', 'out']);

beforeAll(async () => {
  copy = await mkdtemp(path.join(tmpdir(), 'policy-drafting-copy-'));
  await cp(root, copy, { recursive: true, filter: (source) => !absent.has(path.relative(root, source)) });
  await symlink(fromRoot('node_modules'), path.join(copy, 'node_modules'), 'junction');
});

afterAll(() => rm(copy, { recursive: true, force: true }));

const node = (...args) => capture(process.execPath, args, { cwd: copy });
const generateCheck = () => node('scripts/generate-check.mjs');
const read = (file) => readFile(path.join(copy, file), 'utf8');

it.each([
  { id: 'scaffold-block', args: [] },
  { id: 'scaffold-document', args: ['--document'] },
])('npm run new-rule begins $id with its test, its page, its setting and its place in the schema', async (rule) => {
  const { id, args } = rule;
  const { code, output } = await node('scripts/new-rule.mjs', id, ...args);
  expect([code, output]).toEqual([0, expect.stringContaining(`server/src/core/rules/catalogue/${id}.ts`)]);
  expect(await read(`docs/rules/${id}.md`)).toContain(`policy-drafting-disable-next-line ${id}`);
  expect(await read('docs/rules/README.md')).toContain(`(${id}.md)`);
  expect(JSON.parse(await read('schemas/policy-drafting.schema.json')).properties.rules.properties).toHaveProperty(id);
  const { contributes } = JSON.parse(await read('package.json'));
  expect(contributes.configuration.properties['policyDrafting.rules'].properties).toHaveProperty(id);

  // Its examples run at once; the one test that fails asks for more of them.
  const report = path.join(copy, 'laws.json');
  const vitest = 'node_modules/vitest/vitest.mjs';
  await node(vitest, 'run', '--project', 'unit', 'test/laws', '-t', id, '--reporter=json', `--outputFile=${report}`);
  const { testResults } = JSON.parse(await readFile(report, 'utf8'));
  const own = testResults.flatMap((file) => file.assertionResults).filter(({ status }) => status !== 'skipped');
  const titlesOf = (status) => own.filter((one) => one.status === status).map(({ title }) => title);
  expect(titlesOf('passed')).toEqual(expect.arrayContaining([expect.stringContaining('⟦例⟧'), `${id} has a page`]));
  expect(titlesOf('failed')).toEqual(['has enough examples']);
});

it.each([['number-range'], ['Number_Range'], []])(
  'npm run new-rule refuses %s and changes nothing',
  async (...args) => {
    const list = 'server/src/core/rules/index.ts';
    const before = await read(list);
    expect((await node('scripts/new-rule.mjs', ...args)).code).toBe(2);
    expect(await read(list)).toBe(before);
  },
);

it('npm run generate:check names what is stale, whatever it is, and mends it', async () => {
  const declaration = 'server/src/core/rules/catalogue/number-range.ts';
  const spoilt = {
    'docs/rules/gone-rule.md': () => '# gone-rule\n',
    'docs/rules/term-unused.md': (text) => `${text}\nBy hand.\n`,
    'docs/rules/README.md': (text) => text.replace('term-unused', 'term-used'),
    'schemas/policy-drafting.schema.json': (text) => text.replace('"off"', '"silent"'),
    'package.json': (text) => text.replace('"%rule.term-unused%"', '"Unused"'),
    'package.nls.json': (text) => text.replace('"rule.term-unused": "', '"rule.term-unused": "Old: '),
    'package.nls.zh-cn.json': (text) => text.replace('"rule.term-unused": "', '"rule.term-unused": "旧：'),
  };
  const sound = new Map();
  for (const [file, spoil] of Object.entries(spoilt)) {
    const before = await read(file).catch(() => undefined);
    sound.set(file, before);
    expect(spoil(before)).not.toBe(before);
    await writeFile(path.join(copy, file), spoil(before));
  }
  const { code, output } = await generateCheck();
  expect(code).toBe(1);
  expect(output.trimEnd().split('\n').slice(1).sort()).toEqual([...sound.keys()].map(path.normalize).sort());
  for (const [file, before] of sound) expect(await read(file).catch(() => undefined)).toBe(before);

  const source = await read(declaration);
  await writeFile(path.join(copy, declaration), source.replace("severity: 'warning'", "severity: 'hint'"));
  const changed = await generateCheck();
  expect(changed.code).toBe(1);
  for (const file of ['docs/rules/number-range.md', 'docs/rules/README.md', 'schemas/policy-drafting.schema.json'])
    expect(changed.output).toContain(path.normalize(file));
  expect((await generateCheck()).code).toBe(0);
});
