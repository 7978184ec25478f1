import { execFile } from 'node:child_process';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InlayHint, InlayHintLabelPart } from 'vscode-languageserver/node';
import { FileChangeType, InlayHintRequest } from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/src/lsp/protocol';
import type { CheckFiguresResult, FigureSheetResult } from '../../server/src/lsp/writingProtocol';
import { CheckFiguresMethod, FigureSheetMethod } from '../../server/src/lsp/writingProtocol';
import type { TestClient } from './client';
import { cliFile, startClient, uriOf } from './client';
import { reportText } from './texts';

const DRAFT = reportText({ year: 2026 });
const table = (growth: string): string => `指标,年份,数值,单位\r\n地区生产总值增速,2025,${growth},%\r\n`;

let folder: string;
let client: TestClient | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-sheet-'));
  await put('2026.md', DRAFT);
});

afterEach(async () => {
  await client?.stop();
  client = undefined;
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, content: string | Uint8Array): Promise<void> => writeFile(path.join(folder, name), content);

describe('the figures sheet in the editor', () => {
  it('is followed as it comes, changes and goes', async () => {
    client = await startClient({ folders: [folder] });
    const uri = await client.open(path.join(folder, '2026.md'), DRAFT);
    const messages = async (): Promise<string[]> =>
      ((await client?.findings(uri)) ?? [])
        .filter(({ code }) => code === 'figure-differs')
        .map(({ message }) => (typeof message === 'string' ? message : message.value));
    expect(await messages()).toEqual([]);
    const sheet = path.join(folder, '统计数据.csv');
    const touch = async (type: FileChangeType): Promise<void> => {
      const before = client?.refreshes() ?? 0;
      await client?.touched(sheet, type);
      await client?.waitForRefresh(before);
    };
    await put('统计数据.csv', iconv.encode(table('5.6'), 'gb18030'));
    await touch(FileChangeType.Created);
    expect(await messages()).toEqual(['“地区生产总值”此处为“5.8%”，“统计数据.csv”第2行2025年为“5.6%”，请核。']);
    await put('统计数据.csv', table('5.8'));
    await touch(FileChangeType.Changed);
    expect(await messages()).toEqual([]);
    await put('统计数据.csv', table('6.6'));
    await touch(FileChangeType.Changed);
    expect(await messages()).toHaveLength(1);
    await unlink(sheet);
    await touch(FileChangeType.Deleted);
    expect(await messages()).toEqual([]);
  });

  it('is marked behind every figure, again when it changes, and not at all by a setting', async () => {
    await put('统计数据.csv', `${table('5.6')}一般公共预算收入,2024,14.5,亿元\r\n一般公共预算收入,2025,15.1,亿元\r\n`);
    client = await startClient({ folders: [folder], settings: { inlayHints: false } });
    const one = client;
    const uri = await one.open(path.join(folder, '2026.md'), DRAFT);
    const hints = async (): Promise<readonly InlayHint[]> => {
      const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
      const found = await one.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });
      return found ?? [];
    };
    const parts = ({ label }: InlayHint): InlayHintLabelPart[] => label as InlayHintLabelPart[];
    const labels = async (): Promise<string[]> =>
      (await hints()).map((hint) =>
        parts(hint)
          .map(({ value }) => value)
          .join(''),
      );
    const first = await hints();
    expect((await labels()).slice(0, 3)).toEqual(['≠ 5.6%', '✓', '○']);
    const line = DRAFT.split('\n')[first[0]?.position.line ?? -1] ?? '';
    expect(line.slice(0, first[0]?.position.character)).toMatch(/地区生产总值增长5\.8%$/);
    expect(first[0]?.tooltip).toBe('与数据表不符：“统计数据.csv”第2行：地区生产总值增速，2025年，5.6%。');
    expect(first[1]?.tooltip).toContain('两年数值合增长4.1%');
    expect(parts(first[1] ?? { position: { line: 0, character: 0 }, label: [] })[0]?.location).toEqual({
      uri: uriOf(path.join(folder, '统计数据.csv')),
      range: { start: { line: 3, character: 0 }, end: { line: 3, character: 0 } },
    });
    // The list and the marks are one computation.
    const { figures } = await one.connection.sendRequest<CheckFiguresResult>(CheckFiguresMethod, { uri });
    expect(figures).toHaveLength(first.length);

    const changed = one.refreshes();
    await put('统计数据.csv', table('5.8'));
    await one.touched(path.join(folder, '统计数据.csv'), FileChangeType.Changed);
    await one.waitForRefresh(changed);
    expect((await labels()).slice(0, 3)).toEqual(['✓', '○', '○']);

    const switched = one.refreshes();
    one.settings = { inlayHints: false, figureMarks: false };
    await one.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await one.waitForRefresh(switched);
    expect(await labels()).toEqual([]);
  });

  it('is counted for the status item', async () => {
    await put('统计数据.csv', table('5.6'));
    client = await startClient({ folders: [folder], initializationOptions: { commandLinks: true } });
    const uri = await client.open(path.join(folder, '2026.md'), DRAFT);
    await client.findings(uri);
    const counted = ({ draft }: StatusParams): boolean => (draft?.figures ?? null) !== null;
    const { draft } = await client.waitFor(client.statuses, counted, 'a status with figures');
    expect(draft?.figures).toMatchObject({ agrees: 0, differs: 1 });
    expect(draft?.figures?.uncovered).toBeGreaterThan(3);
  });

  it('tells of every figure, and is begun for those the draft reports', async () => {
    await put('统计数据.csv', table('5.6'));
    client = await startClient({ folders: [folder] });
    const uri = await client.open(path.join(folder, '2026.md'), DRAFT);
    const { sheets, figures } = await client.connection.sendRequest<CheckFiguresResult>(CheckFiguresMethod, { uri });
    expect(sheets).toEqual(['统计数据.csv']);
    expect(figures[0]).toMatchObject({
      state: 'differs',
      indicator: '地区生产总值',
      words: '5.8%',
      sheet: { value: '5.6%', name: '统计数据.csv', row: 2 },
    });
    expect(figures.slice(1).every(({ state, sheet }) => state === 'uncovered' && sheet === null)).toBe(true);
    const begun = await client.connection.sendRequest<FigureSheetResult>(FigureSheetMethod, { uri });
    expect(begun.name).toBe('统计数据2025.csv');
    expect(begun.csv.startsWith('\uFEFF指标,年份,数值,单位\r\n地区生产总值增速,2025,,%\r\n')).toBe(true);
  });

  it('says once that a file named as a sheet is none', async () => {
    await put('统计数据.xlsx', 'no workbook');
    client = await startClient({ folders: [folder] });
    const uri = await client.open(path.join(folder, '2026.md'), DRAFT);
    expect(await client.findings(uri)).not.toEqual([]);
    expect(client.logs.filter((line) => line.includes('没有认出统计数据表'))).toHaveLength(1);
  });
});

describe('policy-drafting figures', () => {
  it('lists what differs, what is not covered and what agrees', async () => {
    await put('统计数据.csv', `${table('5.6')}城镇新增就业,2025,5320,人\r\n`);
    const { code, out } = await run('figures', '2026.md', '--format', 'json');
    const printed = JSON.parse(out) as {
      sheets: string[];
      figures: { state: string; text: string; indicator: string }[];
    };
    expect(code).toBe(1);
    expect(printed.sheets).toEqual(['统计数据.csv']);
    const of = (state: string): string[] =>
      printed.figures.filter((one) => one.state === state).map(({ indicator, text }) => `${indicator} ${text}`);
    expect(of('differs')).toEqual(['地区生产总值 5.8%']);
    expect(of('agrees')).toEqual(['城镇新增就业 5320人']);
    expect(of('uncovered').length).toBeGreaterThan(3);
    await put('统计数据.csv', `${table('5.8')}一般公共预算收入,2024,14.5,亿元\r\n一般公共预算收入,2025,15.1,亿元\r\n`);
    const worked = await run('figures', '2026.md');
    expect(worked.out).toContain('一般公共预算收入 4.1%  统计数据.csv:4 / 统计数据.csv:3  4.1%');
    await put('统计数据.csv', `${table('5.6')}城镇新增就业,2025,5320,人\r\n`);
    const text = await run('figures', '2026.md');
    expect(text.out.split('\n').slice(0, 2)).toEqual([
      '不符 1',
      '  2026.md:13:28  地区生产总值 5.8%  统计数据.csv:2  5.6%',
    ]);
    expect((await run('check', '2026.md', '--format', 'json')).out).toContain('"rule": "figure-differs"');
  });

  it('prints a sheet to fill in, and says where there is none', async () => {
    const none = await run('figures', '2026.md');
    expect([none.code, none.err.split('\n').length]).toEqual([0, 2]);
    expect(none.err).toContain('旁没有统计数据表');
    const { out, code } = await run('figures', '2026.md', '--template');
    expect(code).toBe(0);
    await put('统计数据.csv', out.replace('地区生产总值增速,2025,,', '地区生产总值增速,2025,5.8,'));
    expect((await run('figures', '2026.md')).out).toContain('一致 1\n');
    await put('统计数据.csv', '姓名,电话\n');
    expect((await run('check', '2026.md')).err).toContain('没有认出统计数据表');
  });
});

/** Runs the built command in the folder of the test. */
function run(...args: readonly string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cliFile, ...args], { cwd: folder, maxBuffer: 1 << 26 }, (error, out, err) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err });
    });
  });
}
