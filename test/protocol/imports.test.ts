import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { CancellationTokenSource, FileChangeType } from 'vscode-languageserver/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ImportedTextResult, ImportResult } from '../../server/src/lsp/protocol';
import { ImportedTextMethod, ImportMethod } from '../../server/src/lsp/protocol';
import type { TestClient } from './client';
import { cliFile, root, startClient, uriOf } from './client';
import { reportText, SLIP } from './texts';

/** Documents of Word, web pages and PDF lie in a folder as reports do that are plain text. */

const fixture = (name: string): string => path.join(root, 'test/fixtures/import', name);
const inFolder = (name: string): string => path.join(folder, name);

let folder: string;
let client: TestClient | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-imports-'));
});

afterEach(async () => {
  await client?.stop();
  client = undefined;
  await rm(folder, { recursive: true, force: true });
});

const draftText = (): string => reportText({ issuer: '杉岭县', region: '云川市', year: 2026, extra: SLIP });

async function startWithDraft(): Promise<{ one: TestClient; uri: string; text: string }> {
  const text = draftText();
  const one = await startClient({ folders: [folder], initializationOptions: { commandLinks: true } });
  client = one;
  const uri = await one.open(inFolder('草稿.md'), text);
  return { one, uri, text };
}

/** Pulls until the draft is compared with as many precedents as said; the server asks to pull whenever there are more. */
async function untilPrecedents(one: TestClient, uri: string, count: number): Promise<void> {
  for (;;) {
    const seen = one.refreshes();
    await one.findings(uri);
    if (one.statuses.filter(({ draft }) => draft !== undefined).at(-1)?.draft?.precedents === count) return;
    await one.waitForRefresh(seen);
  }
}

describe('in a folder', () => {
  it.each(['word.docx', 'page.html', 'report.pdf'])('%s serves as a precedent, comes and goes', async (name) => {
    await copyFile(fixture(name), inFolder(name));
    const { one, uri, text } = await startWithDraft();
    await untilPrecedents(one, uri, 1);
    const hover = await one.hover(uri, text, '一般公共预算收入');
    expect(hover).toContain('2025');
    expect(hover).toContain('7.92亿元');

    await rm(inFolder(name));
    await one.touched(inFolder(name), FileChangeType.Deleted);
    await untilPrecedents(one, uri, 0);
    await copyFile(fixture(name), inFolder(name));
    await one.touched(inFolder(name), FileChangeType.Created);
    await untilPrecedents(one, uri, 1);
  });

  it('what cannot be converted is told in one line each, and the server goes on', async () => {
    const pdf = await readFile(fixture('report.pdf'));
    await writeFile(inFolder('断.pdf'), pdf.subarray(0, 2000));
    await writeFile(inFolder('断.docx'), (await readFile(fixture('word.docx'))).subarray(0, 2000));
    await writeFile(inFolder('空.html'), '');
    await writeFile(inFolder('改名.docx'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0, 0, 0]));
    await copyFile(fixture('word.docx'), inFolder('好.docx'));
    const { one, uri } = await startWithDraft();
    await untilPrecedents(one, uri, 1);
    for (const name of ['断.docx', '断.pdf', '改名.docx', '空.html']) {
      await one.waitFor(one.logs, (line) => line.includes(name), `a word on ${name}`);
    }
    const told = one.logs.filter((line) => line.includes('无法读取'));
    expect(told.map((line) => path.basename(/无法读取 (.*?)（/.exec(line)?.[1] ?? '')).sort()).toEqual(
      ['断.docx', '断.pdf', '改名.docx', '空.html'].sort(),
    );
    expect(told.find((line) => line.includes('改名.docx'))).toContain('另存为 .docx');
    expect((await one.findings(uri)).map(({ code }) => code)).toContain('number-approximate');
    expect(one.logs.join('\n')).not.toContain('三库联动');
  });
});

describe('many documents in a folder', () => {
  it('are read the newest first', async () => {
    // Those that cannot be read say so in the order of reading.
    for (const year of [2019, 2020, 2021, 2022, 2023, 2024]) await writeFile(inFolder(`杉岭县${year}.html`), '');
    await copyFile(fixture('word.docx'), inFolder('杉岭县2018.docx'));
    const { one, uri } = await startWithDraft();
    await untilPrecedents(one, uri, 1);
    const years = one.logs.flatMap((line) => /杉岭县(\d{4})\.html/.exec(line)?.[1] ?? []);
    expect(years).toEqual(['2024', '2023', '2022', '2021', '2020', '2019']);
  });

  it('that nobody can read are told of once, and locks of Word not at all', async () => {
    for (const name of ['旧一.doc', '旧二.wps', '公文.ofd', '~$草稿.docx']) await writeFile(inFolder(name), 'PK');
    await copyFile(fixture('word.docx'), inFolder('好.docx'));
    const { one, uri } = await startWithDraft();
    await untilPrecedents(one, uri, 1);
    const told = one.logs.filter((line) => line.includes('未读取') || line.includes('无法读取'));
    expect(told.map((line) => line.includes('旧一.doc') && line.includes('旧二.wps'))).toEqual([true, false]);
    expect(told[0]).toContain('另存为 .docx');
    expect(told[1]).toContain('OFD');
    await one.touched(inFolder('旧一.doc'), FileChangeType.Changed);
    expect((await one.findings(uri)).length).toBeGreaterThan(0);
    expect(one.logs.filter((line) => line.includes('旧一.doc'))).toHaveLength(1);
  });
});

describe('the request to import', () => {
  const ask = (one: TestClient, file: string): Promise<ImportResult> =>
    one.connection.sendRequest(ImportMethod, { uri: uriOf(file) });

  it.each(['word.docx', 'libreoffice.html', 'report.pdf', 'gb18030.txt', 'source.md'])(
    'answers what %s would be, wherever it lies, and writes nothing',
    async (name) => {
      client = await startClient({ folders: [folder] });
      const result = await ask(client, fixture(name));
      expect(result).toMatchObject({
        ...{
          kind: 'report',
          recognised: true,
          issuer: '杉岭县',
          planYear: 2025,
          fileName: '杉岭县2025年政府工作报告.md',
        },
        ...{ headings: 11, entries: 5, targets: 9 },
      });
      const markdown = result.kind === 'report' ? result.markdown : '';
      expect(markdown.startsWith(`---\nissuer: 杉岭县\nplanYear: 2025\nsource: ${name}\n---\n\n`)).toBe(true);
      expect(markdown).toContain('\n## 一、2024年工作回顾\n');
      expect(markdown).toContain('\n[5] “15分钟养老圈”：指');
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it.each([
    ['旧.wps', 'PK', 'as .docx with Word or WPS'],
    ['公文.ofd', 'PK', 'save this OFD file as .docx or .pdf'],
    ['a.xlsx', 'PK', 'this format is not read'],
    ['断.pdf', '%PDF', 'damaged'],
    ['空.txt', '', 'no text'],
    ['图.txt', '\0\x01\x02\x03\x05\x80', 'not text'],
    ['没有.docx', null, 'not there'],
  ])('says in one clear line why %s is not read', async (name, content, message) => {
    if (content !== null) await writeFile(inFolder(name), content, 'latin1');
    client = await startClient({ folders: [folder], locale: 'en' });
    const result = await ask(client, inFolder(name));
    expect(result).toEqual({ kind: 'problem', message: expect.stringContaining(message) as string });
  });

  it('takes what a person says of the report, and says what it is not sure of', async () => {
    await writeFile(inFolder('2021年报告.txt'), await readFile(fixture('gb18030.txt')));
    client = await startClient({ folders: [folder] });
    expect(await ask(client, inFolder('2021年报告.txt'))).toMatchObject({ planYear: 2025, unsure: ['planYear'] });
    const params = { uri: uriOf(inFolder('2021年报告.txt')), issuer: '临溪县', planYear: 2021 };
    const result = await client.connection.sendRequest<ImportResult>(ImportMethod, params);
    expect(result).toMatchObject({
      issuer: '临溪县',
      planYear: 2021,
      unsure: [],
      fileName: '临溪县2021年政府工作报告.md',
    });
  });

  it('can be given up, and the next one is answered', async () => {
    client = await startClient({ folders: [folder] });
    const cancel = new CancellationTokenSource();
    const given = client.connection.sendRequest(ImportMethod, { uri: uriOf(fixture('report.pdf')) }, cancel.token);
    cancel.cancel();
    await expect(given).rejects.toThrow();
    expect(await ask(client, fixture('word.docx'))).toMatchObject({ kind: 'report' });
  });

  it('leaves a text that is no report as it is', async () => {
    await writeFile(inFolder('会议纪要.txt'), iconv.encode('会议纪要\r\n\r\n  议定事项如下。\r\n', 'gb18030'));
    client = await startClient({ folders: [folder] });
    expect(await ask(client, inFolder('会议纪要.txt'))).toMatchObject({
      ...{ recognised: false, issuer: null, fileName: '会议纪要.md' },
      markdown: '---\nissuer:\nplanYear:\nsource: 会议纪要.txt\n---\n\n会议纪要\r\n\r\n  议定事项如下。\r\n',
    });
  });
});

describe('the text of a document that was read in place', () => {
  it('is what places point into, and nothing for other files', async () => {
    await copyFile(fixture('word.docx'), inFolder('去年.docx'));
    const { one, uri } = await startWithDraft();
    await untilPrecedents(one, uri, 1);
    const textOf = (file: string): Promise<ImportedTextResult> =>
      one.connection.sendRequest(ImportedTextMethod, { uri: uriOf(file) });
    const { out } = await cli('extract', '--format', 'text', '去年.docx');
    expect(await textOf(inFolder('去年.docx'))).toEqual({ text: out });
    expect(await textOf(inFolder('没有.docx'))).toBeNull();
  });
});

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function cli(...args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cliFile, ...args], { cwd: folder, encoding: 'utf8' }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}

describe('on the command line', () => {
  it.each(['word.docx', 'page.html', 'report.pdf'])(
    'offsets of %s point into the text that extract prints',
    async (name) => {
      const { out: text } = await cli('extract', '--format', 'text', fixture(name));
      const { out } = await cli('extract', fixture(name));
      const { headings, glossary, statements } = JSON.parse(out) as {
        headings: { title: string; start: number; end: number }[];
        glossary: { term: string; termStart: number; termEnd: number }[];
        statements: { text: string; start: number; end: number }[];
      };
      expect(headings.length).toBeGreaterThan(8);
      for (const { title, start, end } of headings) expect(text.slice(start, end)).toContain(title.slice(-4));
      expect(glossary).toHaveLength(5);
      for (const { term, termStart, termEnd } of glossary) expect(text.slice(termStart, termEnd)).toBe(term);
      for (const statement of statements) expect(text.slice(statement.start, statement.end)).toBe(statement.text);
    },
  );

  it('a document is checked, and a fix leaves it as it is', async () => {
    const page = `<meta charset="utf-8"><body>${draftText()
      .split('\n')
      .map((line) => `<p>${line.replace(/^#+ /, '')}</p>`)
      .join('')}</body>`;
    await writeFile(inFolder('草稿.html'), page);
    const { code, out, err } = await cli('check', '--fix', '--format', 'json', '草稿.html');
    const [file] = (JSON.parse(out) as { files: { planYear: number; findings: { rule: string }[] }[] }).files;
    expect(file?.planYear).toBe(2026);
    expect(file?.findings.map(({ rule }) => rule)).toContain('number-approximate');
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(await readFile(inFolder('草稿.html'), 'utf8')).toBe(page);
  });

  it('a document is the precedent of a ledger, found in the folder or named', async () => {
    await writeFile(inFolder('草稿.md'), draftText());
    await copyFile(fixture('report.pdf'), inFolder('去年.pdf'));
    for (const args of [[], ['--precedents', '去年.pdf']]) {
      const { code, out } = await cli('ledger', '草稿.md', '--format', 'json', ...args);
      expect(code).toBe(0);
      expect((JSON.parse(out) as { precedent: object }).precedent).toEqual({ path: '去年.pdf', planYear: 2025 });
    }
  });

  it.each([
    ['断.pdf', '已损坏'],
    ['断.docx', '已损坏'],
    ['旧.doc', '另存为 .docx'],
    ['空.html', '没有文字'],
  ])('%s is told in one line', async (name, message) => {
    const bytes =
      name === '断.pdf'
        ? (await readFile(fixture('report.pdf'))).subarray(0, 2000)
        : Buffer.from(name === '空.html' ? '' : 'PK');
    await writeFile(inFolder(name), bytes);
    await copyFile(fixture('word.docx'), inFolder('好.docx'));
    const { code, out, err } = await cli('check', name, '好.docx');
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toEqual([expect.stringContaining(message)]);
    expect(out).toContain('好.docx');
    // Nobody named it: the folder is checked all the same.
    expect((await cli('check', '.')).code).toBe(0);
  });
});
