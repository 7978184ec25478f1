import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { extensionBundles } from '../../esbuild.mjs';
import { runEditorSuite } from '../../scripts/lib/editor-suite.mjs';
import { createProfile, installVsix } from '../../scripts/lib/host.mjs';
import { packageExtension } from '../../scripts/lib/package.mjs';
import { fromRoot } from '../../scripts/lib/paths.mjs';
import { capture } from '../../scripts/lib/processes.mjs';

/** @type {string} */
let temporary;
/** @type {string} */
let vsix;
/** @type {Awaited<ReturnType<typeof createProfile>>} */
let profile;
/** @type {string} the extension as the editor unpacked it */
let installed;

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'policy-drafting-package-'));
  vsix = path.join(temporary, 'policy-drafting.vsix');
  await packageExtension(vsix);
  profile = await createProfile();
  await installVsix(profile, vsix);
  const extensions = path.join(profile.folder, 'extensions');
  const [name = ''] = (await readdir(extensions)).filter((one) => one.startsWith('policy-drafting.policy-drafting-'));
  installed = path.join(extensions, name);
});

afterAll(async () => {
  await profile.remove();
  await rm(temporary, { recursive: true, force: true });
});

it('holds every file that its manifest names', async () => {
  const manifest = JSON.parse(await readFile(path.join(installed, 'package.json'), 'utf8'));
  const named = pathsIn({ ...manifest, scripts: {}, bin: Object.values(manifest.bin) });
  expect(named).toContain('./dist/client/node.js');
  expect(named.filter((file) => !existsSync(path.join(installed, file)))).toEqual([]);
});

it('holds the five entry points, the page of the panel and nothing of our sources', async () => {
  const files = (await readdir(installed, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(installed, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
  const bundles = [
    'dist/ThirdPartyNotices.txt',
    'dist/cli.js',
    'dist/client/browser.js',
    'dist/client/node.js',
    'dist/import/browser.js',
    'dist/import/pdf.mjs',
    'dist/import/thread.js',
    'dist/server/browser.js',
    'dist/server/node.js',
    'dist/webview/charts.css',
    'dist/webview/charts.js',
  ];
  const built = files.filter((file) => file.startsWith('dist/') && !/^dist\/import\/cmaps\/[\w-]+\.bcmap$/.test(file));
  expect(built.sort()).toEqual(bundles);
  expect(
    files.filter((file) => !bundles.includes(file) && /\.(?:ts|mts|mjs|map|tsbuildinfo|vsix)$|node_modules/.test(file)),
  ).toEqual([]);
  expect(files.filter((file) => /^(?:client|scripts|server|test)\/|\.test\./.test(file))).toEqual([]);
});

it('names every package in its bundles with its licence', async () => {
  const notices = await readFile(path.join(installed, 'dist', 'ThirdPartyNotices.txt'), 'utf8');
  // The bundler writes above each piece where it comes from, as long as it is not asked for a small file.
  const named = new Set();
  for (const { from, options } of extensionBundles) {
    const { outputFiles } = await build({ ...options, ...LOOKED_INTO, entryPoints: [from], outdir: 'unused' });
    for (const line of (outputFiles ?? []).flatMap(({ text }) => text.split('\n'))) {
      const folder = /^ {0,8}\/[/*] ((?:[^ ]{1,200}\/)?node_modules\/(?:@[^/ ]+\/)?[^/ ]+)\//.exec(line)?.[1];
      if (folder !== undefined) named.add(folder);
    }
  }
  expect(named.size).toBeGreaterThan(20);
  for (const folder of named) {
    const { name, version } = JSON.parse(await readFile(fromRoot(folder, 'package.json'), 'utf8'));
    expect.soft(notices, folder).toContain(`\n${name} ${version}\nLicence: `);
  }
  expect(notices).not.toMatch(/Licence: (?:undefined|UNLICENSED)/);
});

/** @type {import('esbuild').BuildOptions} */
const LOOKED_INTO = { absWorkingDir: fromRoot(), bundle: true, write: false, minify: false, logLevel: 'error' };

it('brings a command line that needs nothing else', async () => {
  const { code, output } = await capture(
    process.execPath,
    [path.join(installed, 'dist', 'cli.js'), 'rules', '--format', 'json'],
    {
      cwd: temporary,
    },
  );
  expect(code).toBe(0);
  expect(JSON.parse(output).map((rule) => rule.id)).toContain('term-undefined');
});

it.each(['word.docx', 'report.pdf'])('reads %s with nothing else', async (name) => {
  const document = fromRoot('test', 'fixtures', 'import', name);
  const { code, output } = await capture(
    process.execPath,
    [path.join(installed, 'dist', 'cli.js'), 'extract', document],
    {
      cwd: temporary,
    },
  );
  expect(code).toBe(0);
  expect(JSON.parse(output).report).toMatchObject({ issuer: '杉岭县', planYear: 2025 });
});

it('passes the editor suite when it is installed', async () => {
  const { results, exitCode } = await runEditorSuite({
    extension: fromRoot('test', 'smoke', 'probe'),
    suite: fromRoot('out', 'host', 'node.js'),
    vsix,
  });
  expect(results.filter((result) => result.state === 'failed')).toEqual([]);
  expect(results.length).toBeGreaterThan(0);
  expect(exitCode).toBe(0);
});

/** Every relative path that stands anywhere in a manifest. */
function pathsIn(value) {
  if (typeof value === 'string') return value.startsWith('./') || /^(?:dist|docs)\//.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(pathsIn);
}
