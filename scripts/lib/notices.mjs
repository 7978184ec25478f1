/**
 * The licences of what is shipped: one text with every package of which a bundle holds a part. Made from the packages as
 * they are installed, so that nothing has to be looked up and nothing can be out of date.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Files in which packages keep their licence and what it asks to be passed on. */
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|third.?party)/i;

/**
 * The folders of the packages that gave something to bundles, sorted by name.
 * @param {readonly import('esbuild').Metafile[]} metafiles what the bundler says of each bundle; paths from the root
 * @returns {string[]} such as `node_modules/mammoth/node_modules/argparse`
 */
export function packagesIn(metafiles) {
  const folders = new Set();
  for (const { outputs } of metafiles)
    for (const { inputs } of Object.values(outputs))
      for (const [input, { bytesInOutput }] of Object.entries(inputs)) {
        const folder = packageFolder(input);
        if (bytesInOutput > 0 && folder !== undefined) folders.add(folder);
      }
  return [...folders].sort();
}

/** `node_modules/@xmldom/xmldom/lib/dom.js` → `node_modules/@xmldom/xmldom` */
function packageFolder(input) {
  return /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input)?.[1];
}

/**
 * The notices of packages as one text. Throws for a package that does not say its licence.
 * @param {string} root folder of the project
 * @param {readonly string[]} folders of packages, from the root
 * @param {readonly string[]} more files with licences of parts of them, from the root
 */
export async function noticesOf(root, folders, more = []) {
  const parts = await Promise.all(folders.map((folder) => noticeOf(path.join(root, folder), folder, root, more)));
  const head = 'Third-party notices\n\nPolicy Drafting contains parts of these packages:\n';
  return [head, ...parts].join(`\n${'-'.repeat(78)}\n\n`);
}

async function noticeOf(place, folder, root, more) {
  const { name, version, license, homepage, repository, author } = JSON.parse(
    await readFile(path.join(place, 'package.json'), 'utf8'),
  );
  if (typeof license !== 'string') throw new Error(`${folder} does not say its licence in package.json.`);
  const files = await licenceFiles(place);
  const inside = more.filter((file) => file.startsWith(`${folder}/`)).map((file) => path.join(root, file));
  const texts = await Promise.all([...files, ...inside].map((file) => readFile(file, 'utf8')));
  const lines = [
    `${name} ${version}`,
    `Licence: ${license}`,
    ...(nameOf(author) === '' || files.length > 0 ? [] : [`Copyright: ${nameOf(author)}`]),
    `Source: ${homepage ?? repository?.url ?? repository ?? `https://www.npmjs.com/package/${name}`}`,
    '',
    ...(texts.length > 0 ? texts : [await licenceInReadme(place)]).map(
      (text) => `${text.replaceAll('\r\n', '\n').trim()}\n`,
    ),
  ];
  return lines.join('\n');
}

/** The last part of a README, where packages without a file for it have their licence; empty where there is none. */
async function licenceInReadme(place) {
  const name = (await readdir(place)).find((one) => /^readme/i.test(one));
  const text = name === undefined ? '' : await readFile(path.join(place, name), 'utf8');
  return /^#+ licen[cs]e\s*$([\s\S]*)/im.exec(text)?.[1] ?? '';
}

/** The files of a package that hold licences, those of a folder of licences included. */
async function licenceFiles(place) {
  const found = [];
  for (const entry of await readdir(place, { withFileTypes: true })) {
    const file = path.join(place, entry.name);
    if (!LICENCE_FILE.test(entry.name)) continue;
    if (entry.isFile()) found.push(file);
    else if (entry.isDirectory()) found.push(...(await readdir(file)).map((name) => path.join(file, name)));
  }
  return found.sort();
}

/** `{ "name": "…" }`, `"… <…> (…)"` */
function nameOf(author) {
  return (typeof author === 'string' ? author : (author?.name ?? '')).replace(/ [<(].*$/, '');
}
