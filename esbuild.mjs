/**
 * Builds the extension: `node esbuild.mjs [--production]`.
 *
 * The five entry points of `dist/` are public; `dist/import/` holds the converters they load when needed, `dist/webview/`
 * the page of the panel. `dist/ThirdPartyNotices.txt` names the packages in them with their licences. Each file is written to a temporary name first and renamed over the
 * old one, so that a server that starts during a build never reads half a file.
 */
import { build } from 'esbuild';
import { chmod, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { noticesOf, packagesIn } from './scripts/lib/notices.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

/** @type {import('esbuild').BuildOptions} */
const forNode = {
  platform: 'node',
  format: 'cjs',
  target: 'node20',
  external: ['vscode'],
  // Some dependencies ship UMD as `main`, whose inner `require` calls a bundler cannot follow.
  mainFields: ['module', 'main'],
};

/** @type {import('esbuild').BuildOptions} */
const forBrowser = { platform: 'browser', target: 'es2022', mainFields: ['browser', 'module', 'main'] };

/** @type {readonly { from: string, to: string, options: import('esbuild').BuildOptions, executable?: boolean }[]} */
export const extensionBundles = [
  { from: 'server/src/cli/main.ts', to: 'dist/cli.js', options: forNode, executable: true },
  { from: 'server/src/main.node.ts', to: 'dist/server/node.js', options: forNode },
  { from: 'server/src/main.browser.ts', to: 'dist/server/browser.js', options: { ...forBrowser, format: 'iife' } },
  { from: 'client/src/main.node.ts', to: 'dist/client/node.js', options: forNode },
  {
    from: 'client/src/main.browser.ts',
    to: 'dist/client/browser.js',
    options: { ...forBrowser, format: 'cjs', external: ['vscode'] },
  },
  {
    from: 'server/src/import/thread.ts',
    to: 'dist/import/thread.js',
    options: { ...forNode, external: ['./pdf.mjs'] },
  },
  { from: 'server/src/import/pdf.mts', to: 'dist/import/pdf.mjs', options: { ...forNode, format: 'esm' } },
  { from: 'server/src/import/browser.ts', to: 'dist/import/browser.js', options: { ...forBrowser, format: 'iife' } },
  // Its styles come out beside it, as charts.css.
  { from: 'client/webview/charts.ts', to: 'dist/webview/charts.js', options: { ...forBrowser, format: 'iife' } },
];

/** @type {import('esbuild').BuildOptions} */
const withDocuments = { loader: { '.docx': 'binary', '.pdf': 'binary' } };

const suiteBundles = [
  {
    from: 'test/host/suite/index.node.ts',
    to: 'out/host/node.js',
    options: { ...forNode, ...withDocuments, external: ['vscode', 'mocha'] },
  },
  {
    from: 'test/host/suite/index.browser.ts',
    to: 'out/host/browser.js',
    options: { ...forBrowser, ...withDocuments, format: 'cjs', external: ['vscode'] },
  },
];

/**
 * Builds the extension into `dist/`.
 * @param {{ production?: boolean }} [options] `production` minifies and leaves out source maps
 */
export async function buildExtension({ production = false } = {}) {
  const [metafiles] = await Promise.all([
    Promise.all(extensionBundles.map((bundle) => buildOne(bundle, production))),
    copyCharacterMaps(),
  ]);
  const notices = await noticesOf(root, packagesIn(metafiles), ['node_modules/pdfjs-dist/cmaps/LICENSE']);
  await replaceFile(path.join(root, 'dist', 'ThirdPartyNotices.txt'), notices);
}

/** What pdf.js needs to read Chinese fonts that a PDF names and does not hold: the maps of mainland China's encodings. */
async function copyCharacterMaps() {
  const home = path.join(root, 'node_modules', 'pdfjs-dist', 'cmaps');
  const names = (await readdir(home)).filter((name) => /^(?:Adobe-GB1|GB|UniGB)/.test(name));
  for (const name of names)
    await replaceFile(path.join(root, 'dist', 'import', 'cmaps', name), await readFile(path.join(home, name)));
}

/** Builds the editor suite, one file for each kind of extension host, into `out/host/`. */
export async function buildHostSuite() {
  await Promise.all(suiteBundles.map((bundle) => buildOne(bundle, false)));
}

async function buildOne({ from, to, options, executable = false }, production) {
  const outfile = path.join(root, to);
  const result = await build({
    ...options,
    absWorkingDir: root,
    entryPoints: [from],
    outfile,
    bundle: true,
    metafile: true,
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'error',
    minify: production,
    sourcemap: production ? false : 'linked',
    write: false,
  });
  for (const file of result.outputFiles ?? []) await replaceFile(file.path, file.contents);
  if (executable) await chmod(outfile, 0o755);
  return result.metafile ?? { inputs: {}, outputs: {} };
}

async function replaceFile(file, contents) {
  await mkdir(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}.tmp`;
  await writeFile(temporary, contents);
  await rename(temporary, file);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildExtension({ production: process.argv.includes('--production') });
}
