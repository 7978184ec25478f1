import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  DidOpenTextDocumentNotification,
  FileChangeType,
  HoverRequest,
} from 'vscode-languageserver/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListFilesParams, ReadFileParams, ReadFileResult } from '../../server/src/lsp/protocol';
import { ListFilesMethod, ReadFileMethod } from '../../server/src/lsp/protocol';
import type { TestClient } from './client';
import { root, startClient } from './client';
import { reportText, SLIP } from './texts';

/** A folder in a file system that only the editor knows: the server has it list and read the files. */

const home = 'vscode-vfs://place/work';
const draft = `${home}/2026.md`;
const draftText = reportText({ issuer: '杉岭县', year: 2026, growth: '增长百分之六左右', extra: SLIP });

let client: TestClient;
/** What lies in the folder; a promise is a file that takes its time. */
let files: Map<string, ReadFileResult | Promise<ReadFileResult>>;
let asked: ReadFileParams[];

const content = (bytes: Uint8Array): ReadFileResult => ({ base64: Buffer.from(bytes).toString('base64') });
const text = (words: string): ReadFileResult => content(Buffer.from(words));

beforeEach(async () => {
  files = new Map();
  asked = [];
  client = await startClient({ initializationOptions: { clientFiles: true } });
  client.connection.onRequest(ListFilesMethod, ({ root: folder }: ListFilesParams) =>
    [...files.keys()].filter((uri) => uri.startsWith(`${folder}/`)).sort(),
  );
  client.connection.onRequest(ReadFileMethod, async (params: ReadFileParams): Promise<ReadFileResult> => {
    asked.push(params);
    return (await files.get(params.uri)) ?? null;
  });
});

afterEach(async () => {
  await client.stop();
});

async function openFolder(folder = home): Promise<void> {
  await client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
    event: { added: [{ uri: folder, name: 'work' }], removed: [] },
  });
  await client.connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: `${folder}/2026.md`, languageId: 'markdown', version: 1, text: draftText },
  });
}

async function touch(uri: string, type: FileChangeType): Promise<void> {
  await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
}

async function untilPrecedents(count: number): Promise<void> {
  for (;;) {
    const seen = client.refreshes();
    await client.findings(draft);
    if (client.statuses.filter((one) => one.draft !== undefined).at(-1)?.draft?.precedents === count) return;
    await client.waitForRefresh(seen);
  }
}

describe('a folder that only the editor knows', () => {
  it('is listed and read by the editor, which is told how much is too much', async () => {
    files.set(`${home}/2024.md`, text(reportText({ issuer: '杉岭县', year: 2024 })));
    files.set(`${home}/2025.docx`, content(await readFile(path.join(root, 'test/fixtures/import/word.docx'))));
    await openFolder();
    await untilPrecedents(2);
    const most = new Map(asked.map((one) => [one.uri, one.most]));
    expect(most.get(`${home}/2024.md`)).toBe(4_000_000);
    expect(most.get(`${home}/2025.docx`)).toBe(40_000_000);
  });

  it('may hold a document that takes its time, and answers do not wait for it', async () => {
    await openFolder();
    await untilPrecedents(0);
    let answer: (result: ReadFileResult) => void = () => undefined;
    files.set(`${home}/2025.docx`, new Promise((resolve) => (answer = resolve)));
    await touch(`${home}/2025.docx`, FileChangeType.Created);
    expect((await client.findings(draft)).map(({ code }) => code)).toContain('number-approximate');
    answer(text('no document of Word'));
    await client.waitFor(client.logs, (line) => line.includes('2025.docx'), 'a word on the document');
  });

  it('may be read twice at a time, and answers wait for the reading that counts', async () => {
    const inner = `${home}/inner`;
    const past = `${inner}/2025.md`;
    const answers: ((result: ReadFileResult) => void)[] = [];
    files.set(past, null);
    let both: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (both = resolve));
    client.connection.onRequest(
      ReadFileMethod,
      ({ uri }: ReadFileParams) =>
        new Promise<ReadFileResult>((resolve) => {
          if (uri !== past) resolve(null);
          else if (answers.push(resolve) === 2) both();
        }),
    );
    await openFolder(inner);
    await openFolder(home);
    await begun;
    const found = client.findings(`${inner}/2026.md`);
    const past2025 = text(reportText({ issuer: '杉岭县', year: 2025 }));
    answers[0]?.(past2025);
    // By its answer the server has taken in the first.
    await client.connection.sendRequest(HoverRequest.type, {
      textDocument: { uri: draft },
      position: { line: 0, character: 0 },
    });
    answers[1]?.(past2025);
    expect((await found).map(({ code }) => code)).toContain('target-format');
  });
});
