import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cliFile, root } from './client';
import { reportText, SLIP } from './texts';

/** The recipes of docs/ci, followed to the letter in a repository of their own. */

let folder: string;
let bin: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-recipes-'));
  bin = path.join(folder, '.bin');
  await mkdir(path.join(folder, '.policy-drafting/dist'), { recursive: true });
  await copyFile(cliFile, path.join(folder, '.policy-drafting/dist/cli.js'));
  await mkdir(bin);
  // What `npm link` does.
  await symlink(cliFile, path.join(bin, 'policy-drafting'));
  await chmod(cliFile, 0o755);
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const recipe = (name: string): Promise<string> => readFile(path.join(root, 'docs/ci', name), 'utf8');
const put = (name: string, content: string): Promise<void> => writeFile(path.join(folder, name), content);

function shell(command: string): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    PATH: `${bin}${path.delimiter}${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH ?? ''}`,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
  };
  return new Promise((resolve) => {
    execFile('bash', ['-c', command], { cwd: folder, env }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

const FAULTY = reportText({ year: 2026, extra: `${SLIP}建设“青禾好办服务圈。` });
const SOUND = reportText({ year: 2026 }).replaceAll('新增城镇就业', '城镇新增就业');

/** The last command of a workflow that runs the command line. */
async function stepOf(name: string): Promise<string> {
  const steps = (await recipe(name)).split('\n').filter((line) => line.trim().startsWith('- run: node '));
  expect(steps).toHaveLength(1);
  return (steps[0] ?? '').trim().slice('- run: '.length);
}

it('the workflow for GitHub marks lines and fails at errors, and does not check the tool itself', async () => {
  await put('青禾区2026.md', FAULTY);
  await put('.policy-drafting/2025.md', FAULTY);
  const step = await stepOf('github-action.yml');
  const { code, out } = await shell(step);
  expect(code).toBe(1);
  expect(out).toMatch(/^::error file=青禾区2026\.md,line=\d+,/mu);
  expect(out).not.toContain('2025.md');
  await put('青禾区2026.md', SOUND);
  expect(await shell(step)).toEqual({ code: 0, out: '', err: '' });
});

it('the workflow for code scanning writes the file that it uploads', async () => {
  await put('a.md', FAULTY);
  expect((await shell(await stepOf('code-scanning.yml'))).code).toBe(1);
  const [, file = ''] = /sarif_file: (\S+)/u.exec(await recipe('code-scanning.yml')) ?? [];
  const log = JSON.parse(await readFile(path.join(folder, file), 'utf8')) as { runs: { results: object[] }[] };
  expect(log.runs[0]?.results.length).toBeGreaterThan(1);
});

it('the hook lets no report with an error be committed, whatever its name, and nothing else is held up', async () => {
  expect((await shell('git init -q . && git config user.name a && git config user.email a@b')).code).toBe(0);
  await copyFile(path.join(root, 'docs/ci/pre-commit'), path.join(folder, '.git/hooks/pre-commit'));
  const commit = (file: string): ReturnType<typeof shell> => shell(`git add -- '${file}' && git commit -q -m x`);

  await put('青禾区 2026 年（草稿）.md', FAULTY);
  const refused = await commit('青禾区 2026 年（草稿）.md');
  expect(refused.code).not.toBe(0);
  expect(refused.out + refused.err).toContain('青禾区 2026 年（草稿）.md');
  expect(refused.out + refused.err).toContain('punctuation-pair');
  expect((await shell('git log --oneline')).code).not.toBe(0);

  await put('青禾区 2026 年（草稿）.md', SOUND);
  expect((await commit('青禾区 2026 年（草稿）.md')).code).toBe(0);
  await put('说明.md', '# 说明\n');
  expect((await commit('说明.md')).code).toBe(0);
  await put('a.csv', '1\n');
  expect((await commit('a.csv')).code).toBe(0);
  expect((await shell('git log --oneline')).out.trim().split('\n')).toHaveLength(3);
});

it('the recipe for pre-commit.com names files that are reports, and the command that checks them', async () => {
  const text = await recipe('pre-commit-config.yaml');
  const [, entry = ''] = /entry: (.+)/u.exec(text) ?? [];
  const [, files = ''] = /files: (.+)/u.exec(text) ?? [];
  expect(['a.md', '青禾/a.txt', 'a.json'].map((name) => new RegExp(files).test(name))).toEqual([true, true, false]);
  await put('a.md', FAULTY);
  expect((await shell(`${entry} a.md`)).code).toBe(1);
});
