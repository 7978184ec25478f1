import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChecklistResult, CompareVersionsResult, ReportTableResult } from '../../server/src/lsp/writingProtocol';
import { ChecklistMethod, CompareVersionsMethod, ReportTableMethod } from '../../server/src/lsp/writingProtocol';
import type { TestClient } from './client';
import { cliFile, startClient, uriOf } from './client';
import { reportText, SLIP } from './texts';

const OLDER = reportText({ year: 2026, extra: SLIP });
const NEWER = reportText({ year: 2026, growth: '增长5.5%以上', extra: `${SLIP}新建社区食堂5个。` });

let folder: string;
let client: TestClient | undefined;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-pages-'));
  await put('征求意见稿.md', OLDER);
  await put('送审稿.md', NEWER);
  await put('2025.md', reportText({ year: 2025 }));
});

afterEach(async () => {
  await client?.stop();
  client = undefined;
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, content: string): Promise<void> => writeFile(path.join(folder, name), content);

describe('two versions', () => {
  it('are compared in the editor, each change with its places', async () => {
    client = await startClient({ folders: [folder] });
    const uri = await client.open(path.join(folder, '送审稿.md'), NEWER);
    const older = uriOf(path.join(folder, '征求意见稿.md'));
    const params = { uri, older };
    const result = await client.connection.sendRequest<CompareVersionsResult>(CompareVersionsMethod, params);
    expect(result.changes.map(({ subject, change, name }) => `${subject} ${change} ${name}`)).toEqual([
      'target changed 地区生产总值',
      'promise added 新建社区食堂',
    ]);
    const { before, after } = result.changes[0] ?? {};
    expect([before?.words, after?.words]).toEqual(['增长6%左右', '增长5.5%以上']);
    const line = NEWER.split('\n')[after?.range.start.line ?? -1] ?? '';
    expect(line.slice(after?.range.start.character, after?.range.end.character)).toContain('5.5%');
    expect(result.markdown).toContain('| 改 | 地区生产总值 | 增长6%左右 |');
    const [table] = result.page.tables;
    const [was, now] = [table?.rows[0]?.[3]?.[0], table?.rows[0]?.[5]?.[0]];
    expect([was?.place?.uri, now?.place?.uri]).toEqual([older, uri]);
    expect(now?.text).toBe(String((now?.place?.range.start.line ?? -1) + 1));
    expect(now?.place?.range).toEqual(after?.range);
    expect(result.page.notes).toEqual(['征求意见稿.md → 送审稿.md', '改 1 · 增 1']);
    const unknown = { uri, older: uriOf(path.join(folder, '没有.md')) };
    expect(await client.connection.sendRequest(CompareVersionsMethod, unknown)).toBeNull();
  });

  it('are compared on the command line as text, data and page', async () => {
    const text = await run('compare', '征求意见稿.md', '送审稿.md');
    expect([text.code, text.err]).toEqual([0, '']);
    expect(text.out.split('\n').slice(0, 2)).toEqual(['征求意见稿.md → 送审稿.md', '改 1 · 增 1']);
    const json = JSON.parse((await run('compare', '征求意见稿.md', '送审稿.md', '--format', 'json')).out) as {
      schema: number;
      before: object;
      changes: { name: string; after: { start: number; end: number; words: string } | null }[];
    };
    expect(json).toMatchObject({ schema: 1, before: { path: '征求意见稿.md', issuer: '青禾区', planYear: 2026 } });
    const after = json.changes[0]?.after;
    expect(NEWER.slice(after?.start, after?.end)).toContain('5.5%');
    const html = await run('compare', '征求意见稿.md', '送审稿.md', '--format', 'html', '--lang', 'en');
    expect(html.out).toContain('<h1>Comparison of two versions</h1>');
    expect(html.out).not.toContain('<script');
    expect(html.out).toContain('<h2 id="target">');
    expect(html.out).toContain('<tr id="target-1">');
    expect(html.out).not.toContain('<a ');
  });

  it('and targets side by side name the place of each target', async () => {
    client = await startClient({ folders: [folder] });
    const uri = await client.open(path.join(folder, '送审稿.md'), NEWER);
    const reports = [uri, uriOf(path.join(folder, '2025.md'))];
    const params = { uri, kind: 'targets', reports };
    const { page } = await client.connection.sendRequest<ReportTableResult>(ReportTableMethod, params);
    const [name, ...cells] = page?.tables[0]?.rows[0] ?? [];
    expect(name).toEqual([{ text: '地区生产总值', place: null }]);
    expect(cells.map((cell) => cell[0]?.text)).toEqual(['增长5.5%以上', '增长6%左右']);
    expect(cells.map((cell) => cell[0]?.place?.uri)).toEqual(reports);
    const line = NEWER.split('\n')[cells[0]?.[0]?.place?.range.start.line ?? -1] ?? '';
    expect(line).toContain('主要预期目标');
  });

  it('must be two reports', async () => {
    await put('便笺.md', '明天开会。');
    for (const args of [['送审稿.md'], ['送审稿.md', '没有.md'], ['送审稿.md', '便笺.md'], ['送审稿.md', '.']]) {
      const { code, err, out } = await run('compare', ...args);
      expect([code, err.split('\n').length, out]).toEqual([2, 2, '']);
    }
  });
});

describe('the checklist', () => {
  it('is given in the editor as a page and as a table', async () => {
    client = await startClient({ folders: [folder] });
    const uri = await client.open(path.join(folder, '送审稿.md'), NEWER);
    const result = await client.connection.sendRequest<ChecklistResult>(ChecklistMethod, { uri });
    expect(result.name).toBe('送审稿 校对清单');
    expect(result.html).toContain('<h1>青禾区2026年政府工作报告校对清单</h1>');
    expect(result.html).toContain('【约1200人左右】');
    expect(result.csv.startsWith('\uFEFF报告,序号,类别,级别,行,章节,原文,问题,建议,规则\r\n')).toBe(true);
    expect(result.csv).toContain(',number-approximate\r\n');
  });

  it('is a format of check', async () => {
    const csv = await run('check', '送审稿.md', '--format', 'csv');
    expect(csv.out.startsWith('\uFEFF')).toBe(true);
    expect(csv.out).toContain('送审稿.md,1,应当修改,警告,');
    const html = await run('check', '送审稿.md', '征求意见稿.md', '--format', 'html', '--lang', 'en');
    expect(html.code).toBe(0);
    expect(html.out.match(/<p class="sources">/g)).toHaveLength(2);
    expect(html.out).toContain('Checked and right');
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
