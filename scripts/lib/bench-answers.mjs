/** How fast the built server answers over stdio with fifty reports in its folder. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { fromRoot, sampleDraftName, samplesHome } from './paths.mjs';

const REPORTS = 50;
const ROUNDS = 4;
const METHODS = ['hover', 'definition', 'completion'];

/**
 * Asks at every quotation and at two indicators of the sample draft; the first round is not counted.
 * @returns {Promise<{ name: string, times: number[] }[]>} milliseconds from question to answer, in order of size
 */
export async function timeAnswers() {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-bench-'));
  const server = spawn(process.execPath, [fromRoot('dist', 'cli.js'), 'lsp', '--stdio']);
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    await fill(folder);
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
    connection.onRequest(() => null);
    connection.listen();
    const root = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: root,
      workspaceFolders: [{ uri: root, name: 'bench' }],
      capabilities: { workspace: { workspaceFolders: true, configuration: true }, textDocument: { diagnostic: {} } },
    });
    await connection.sendNotification('initialized', {});
    const file = path.join(folder, sampleDraftName);
    const textDocument = { uri: pathToFileURL(file).href };
    const text = await readFile(file, 'utf8');
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'policy-report', version: 1, text },
    });
    // Answered when the folder is read.
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
    const results = [];
    for (const method of METHODS) {
      const times = [];
      for (let round = 0; round < ROUNDS; round++) {
        for (const position of placesOf(text, method)) {
          const start = performance.now();
          await connection.sendRequest(`textDocument/${method}`, { textDocument, position });
          if (round > 0) times.push(performance.now() - start);
        }
      }
      results.push({ name: method, times: times.sort((a, b) => a - b) });
    }
    return results;
  } finally {
    connection.dispose();
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The samples, and their past reports again under the names of other places. */
async function fill(folder) {
  const names = (await readdir(samplesHome)).filter((name) => name.includes('政府工作报告')).sort();
  const texts = await Promise.all(names.map((name) => readFile(path.join(samplesHome, name), 'utf8')));
  await Promise.all(names.map((name, i) => writeFile(path.join(folder, name), texts[i])));
  const past = texts.filter((_text, i) => names[i] !== sampleDraftName);
  const others = Array.from({ length: REPORTS - names.length }, (_, i) => {
    const place = `${'松望沙云临清白杉柳金石龙'[i % 12]}${'岭川河江'[Math.floor(i / 12)]}`;
    return writeFile(path.join(folder, `${place}区.md`), past[i % past.length].replaceAll('青禾', place));
  });
  await Promise.all(others);
}

/** Inside quotations and names; completion is asked for behind the opening mark. */
function placesOf(text, method) {
  return text.split('\n').flatMap((words, line) =>
    Array.from(words.matchAll(/“[^”]{2,8}”|地区生产总值|固定资产投资/g), ({ index }) => ({
      line,
      character: index + (method === 'completion' ? 1 : 2),
    })),
  );
}
