import { execFile } from 'node:child_process';
import { mkdtemp, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FileChangeType } from 'vscode-languageserver/node';
import type { CheckFiguresResult, FigureSheetResult } from '../../server/src/lsp/writingProtocol';
import { CheckFiguresMethod, FigureSheetMethod } from '../../server/src/lsp/writingProtocol';
import type { TestClient } from './client';
import { cliFile, startClient } from './client';
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
