import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { fromRoot } from './paths.mjs';

const read = (...parts) => readFile(fromRoot(...parts), 'utf8');
const json = async (...parts) => JSON.parse(await read(...parts));
const manifest = await json('package.json');

it('asks for the oldest VS Code that the language client serves, and is typed against that one', async () => {
  const client = await json('node_modules', 'vscode-languageclient', 'package.json');
  expect(manifest.engines.vscode).toBe(client.engines.vscode);
  expect(manifest.engines.vscode).toBe(`^${manifest.devDependencies['@types/vscode']}`);
});

it('pins every dependency, in the manifest as in what is installed', async () => {
  for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
    expect(version, name).toMatch(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/);
    expect((await json('node_modules', ...name.split('/'), 'package.json')).version, name).toBe(version);
  }
});

it('says in ARCHITECTURE.md why each dependency is there, and speaks of no others', async () => {
  const [, table = ''] = (await read('ARCHITECTURE.md')).split('## Dependencies, each with its reason');
  const named = table
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (?:package|---)/.test(line))
    .flatMap((line) => (line.split('|')[1] ?? '').replace(/\([^()]*\)/g, '').split(/,| with /))
    // opencc-js (`t2cn` only), pdfjs-dist 5.4
    .map((name) => name.trim().split(' ', 1)[0] ?? '');
  const types = (name) => name.startsWith('@types/');
  const ours = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).filter((name) => !types(name));
  expect(named.sort()).toEqual(ours.sort());
});

it('is under the MIT licence, which the package brings along', async () => {
  expect(manifest.license).toBe('MIT');
  expect(await read('LICENSE')).toMatch(/^MIT License\n/);
  expect(await read('.vscodeignore')).toContain('!LICENSE');
});

it('names every command and setting in both languages', async () => {
  const texts = [await json('package.nls.json'), await json('package.nls.zh-cn.json')];
  const keys = new Set([...JSON.stringify(manifest).matchAll(/"%([^%"]+)%"/g)].map(([, key]) => key));
  expect(keys.size).toBeGreaterThan(50);
  for (const text of texts) expect(Object.keys(text).sort()).toEqual([...keys].sort());
});
