/** How fast the built server answers over stdio with fifty reports in its folder, as a writer asks it: amid typing. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { fromRoot, root, sampleDraftName, samplesHome } from './paths.mjs';

const REPORTS = 50;
const ROUNDS = 3;
/** Characters of a district's report. */
const LENGTH = 23_000;

/** What is asked, and what is typed right before it: nothing, a character amid the paragraph, the opening mark. */
const QUESTIONS = [
  { name: 'hover', method: 'hover', typed: '' },
  { name: 'hover after a keystroke', method: 'hover', typed: '新' },
  { name: 'definition', method: 'definition', typed: '' },
  { name: 'definition after a keystroke', method: 'definition', typed: '新' },
  { name: 'completion', method: 'completion', typed: '' },
  { name: 'completion right after “', method: 'completion', typed: '“' },
  { name: 'completion on request', method: 'completion', typed: '，' },
];

/**
 * Asks at quotations and indicators all over a draft of real size, with real reports beside it where `../shared` has
 * them, no two of the same words. The first answers count like all others.
 * @returns {Promise<{ name: string, times: number[], work: number[] }[]>} milliseconds from question to answer, and those
 *   that the server itself was at work for it (none where the system does not tell), each in order of size
 */
export async function timeAnswers() {
  const folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-bench-'));
  const server = spawn(process.execPath, [fromRoot('dist', 'cli.js'), 'lsp', '--stdio']);
  const connection = createMessageConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  try {
    const draft = await fill(folder);
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => ({})));
    connection.onRequest(() => null);
    connection.listen();
    const uri = pathToFileURL(folder).href;
    await connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'bench' }],
      capabilities: CAPABILITIES,
    });
    await connection.sendNotification('initialized', {});
    const textDocument = { uri: pathToFileURL(draft.file).href };
    let version = 1;
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { ...textDocument, languageId: 'policy-report', version, text: draft.text },
    });
    // Answered when the folder is read.
    await connection.sendRequest('textDocument/diagnostic', { textDocument });
    const change = (start, end, text) => {
      version += 1;
      return connection.sendNotification('textDocument/didChange', {
        textDocument: { ...textDocument, version },
        contentChanges: [{ range: { start, end }, text }],
      });
    };
    const places = placesOf(draft.text);
    const results = [];
    for (const { name, method, typed } of QUESTIONS) {
      const times = [];
      const work = [];
      for (let round = 0; round < ROUNDS; round++) {
        for (const { line, character } of places) {
          const at = { line, character };
          const behind = { line, character: character + typed.length };
          if (typed !== '') await change(at, at, typed);
          const quote = typed === '' && method === 'completion';
          const position = quote || typed !== '' ? behind : { line, character: character + 1 };
          const context = typed === '“' ? { triggerKind: 2, triggerCharacter: '“' } : { triggerKind: 1 };
          const before = await workOf(server.pid);
          const start = performance.now();
          await connection.sendRequest(`textDocument/${method}`, { textDocument, position, context });
          times.push(performance.now() - start);
          const after = await workOf(server.pid);
          if (before !== null && after !== null) work.push(after - before);
          if (typed !== '') await change(at, behind, '');
          // An editor asks for these in the pauses between keystrokes.
          if (typed !== '' && round === 0) await connection.sendRequest('textDocument/diagnostic', { textDocument });
        }
      }
      results.push({ name, times: times.sort((a, b) => a - b), work: work.sort((a, b) => a - b) });
    }
    return results;
  } finally {
    connection.dispose();
    server.kill();
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Milliseconds for which the main thread of a process has had a processor, null where the system does not tell. Unlike
 * the time on the clock it says the same on a machine that has other work.
 */
async function workOf(pid) {
  const told = await readFile(`/proc/${String(pid)}/schedstat`, 'utf8').catch(() => null);
  return told === null ? null : Number(told.split(' ')[0]) / 1e6;
}

/** Those of a usual editor. */
const CAPABILITIES = {
  workspace: { workspaceFolders: true, configuration: true },
  textDocument: {
    diagnostic: {},
    completion: {
      completionItem: { snippetSupport: true, resolveSupport: { properties: ['documentation', 'detail'] } },
    },
  },
};

/** Writes the reports and tells which one is the draft. */
async function fill(folder) {
  const { draft, others } = await realReports();
  const file = path.join(folder, draft.name);
  await writeFile(file, draft.text);
  await Promise.all(
    Array.from({ length: REPORTS - 1 }, (_, i) => {
      const { name, text } = others[i % others.length];
      const turn = Math.floor(i / others.length);
      if (turn === 0) return writeFile(path.join(folder, name), text);
      return writeFile(path.join(folder, `${String(turn)}-${name}`), varied(text, turn));
    }),
  );
  return { file, text: draft.text };
}

/**
 * The reports of the State Council, the newest of them as draft, with those of provinces and districts; the samples, put
 * together to the length of a district's report, where there are none.
 */
async function realReports() {
  const shared = path.resolve(root, '..', 'shared');
  const found = (
    await Promise.all(
      ['corpus/state-council', 'corpus/provinces', 'seeds'].map((name) => textsIn(path.join(shared, name))),
    )
  ).flat();
  const [draft] = found.filter(({ name }) => name.startsWith('国务院')).reverse();
  if (draft !== undefined && found.length > 10) return { draft, others: found.filter((one) => one !== draft) };
  const samples = (await textsIn(samplesHome)).filter(({ name }) => name.includes('政府工作报告'));
  const others = samples.filter(({ name }) => name !== sampleDraftName);
  const own = samples.find(({ name }) => name === sampleDraftName) ?? others[0];
  const filler = others.map(({ text }) =>
    text
      .split('\n')
      .filter((line) => line.length > 60 && !/\d/.test(line))
      .join('\n\n'),
  );
  const long = (text) => {
    let body = text;
    for (let i = 0; body.length < LENGTH; i++)
      body = body.replace(/(?=^## [二三]、)/m, `${varied(filler[i % filler.length], i)}\n\n`);
    return body;
  };
  return {
    draft: { name: sampleDraftName, text: long(own.text) },
    others: others.map(({ name, text }) => ({ name, text: long(text) })),
  };
}

async function textsIn(folder) {
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  const wanted = names.filter((name) => /\.(?:txt|md)$/.test(name) && !/README/i.test(name)).sort();
  return Promise.all(
    wanted.map(async (name) => ({
      name: path.basename(name),
      text: await readFile(path.join(folder, name), 'utf8'),
    })),
  );
}

/** The same report of another place and in other words: whatever is kept by the text of a paragraph does not help. */
function varied(text, turn) {
  const letter = '松望沙云临清白杉柳金石龙'[turn % 12];
  return text
    .replace(/^([^，\n]{12,80}，)./gmu, `$1${letter}`)
    .replace(/[一-鿿]{2}(?=[省市区县])/g, (name) => `${letter}${name.slice(1)}`)
    .replace(/(?<=“)[一-鿿]/g, letter);
}

/** Quotations and names of indicators all over the text, forty of them. */
function placesOf(text) {
  const all = text.split('\n').flatMap((words, line) =>
    Array.from(
      words.matchAll(/“[^”]{2,8}”|生产总值|居民消费价格|城镇登记失业率|固定资产投资|财政收入/g),
      ({ index }) => ({
        line,
        character: index + 1,
      }),
    ),
  );
  const step = Math.max(1, Math.floor(all.length / 40));
  return all.filter((_place, i) => i % step === 0).slice(0, 40);
}
