import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  ListedReport,
  ReportTableResult,
  StartNextYearResult,
  WriteGlossaryResult,
} from '../../server/src/lsp/writingProtocol';
import {
  ListReportsMethod,
  ReportTableMethod,
  StartNextYearMethod,
  WriteGlossaryMethod,
} from '../../server/src/lsp/writingProtocol';
import type { TestClient } from './client';
import { cliFile, startClient, uriOf } from './client';
import { applyTextEdits } from './edits';
import { reportText } from './texts';

let folder: string;
let client: TestClient | undefined;

const DRAFT = reportText({ year: 2026, extra: '推行“五联共治”模式，开展“四诊四送”行动。' });

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-writing-'));
  await put('2026.md', DRAFT);
  await put('2025.md', reportText({ year: 2025, growth: '增长7%以上' }));
  await put(
    '邻区.md',
    reportText({ year: 2025, issuer: '临溪区', glossary: ['1.“五联共治”模式：指五方联动、共同治理的模式。'] }),
  );
});

afterEach(async () => {
  await client?.stop();
  client = undefined;
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, content: string): Promise<void> => writeFile(path.join(folder, name), content);

async function opened(): Promise<{ client: TestClient; uri: string }> {
  client = await startClient({ folders: [folder] });
  return { client, uri: await client.open(path.join(folder, '2026.md'), DRAFT) };
}

describe('requests of writers', () => {
  it('give the glossary as one edit, with the first place to look at', async () => {
    const one = await opened();
    const result = await one.client.connection.sendRequest<WriteGlossaryResult>(WriteGlossaryMethod, { uri: one.uri });
    expect(result.counts).toEqual({ draft: 1, precedent: 0, peer: 1, stub: 1, doubled: 0 });
    expect(result.version).toBe(1);
    const after = applyTextEdits(DRAFT, {
      title: '',
      edit: { changes: { a: [{ range: result.range, newText: result.text }] } },
    });
    expect(after).toContain('2.“五联共治”模式：指五方联动、共同治理的模式。\n<!-- ');
    expect(after).toContain('3.“四诊四送”：指……。');
    const line = after.split('\n')[result.next?.start.line ?? -1] ?? '';
    expect(line.slice(result.next?.start.character, result.next?.end.character)).toBe('指五方联动、共同治理的模式。');
  });

  it('begin the report of the next year', async () => {
    const one = await opened();
    const result = await one.client.connection.sendRequest<StartNextYearResult>(StartNextYearMethod, { uri: one.uri });
    expect(result.planYear).toBe(2027);
    expect(result.text).toContain('## 一、2026年工作回顾');
    expect(result.text).toContain('地区生产总值增长××%左右');
  });

  it('list the reports around a draft and set their targets side by side', async () => {
    const one = await opened();
    const listed = await one.client.connection.sendRequest<ListedReport[]>(ListReportsMethod, { uri: one.uri });
    expect(listed.map(({ relation, name, path: file }) => `${relation} ${name} ${file}`)).toEqual([
      'draft 青禾区 2026 2026.md',
      'precedent 青禾区 2025 2025.md',
      'peer 临溪区 2025 邻区.md',
    ]);
    const table = await one.client.connection.sendRequest<ReportTableResult>(ReportTableMethod, {
      uri: one.uri,
      kind: 'targets',
      reports: listed.slice(0, 2).map(({ uri }) => uri),
    });
    expect(table.markdown).toContain('| 指标 | 青禾区 2026 | 青禾区 2025 |');
    expect(table.markdown).toContain('| 地区生产总值 | 增长6%左右 | 增长7%以上 |');
    const indicators = await one.client.connection.sendRequest<ReportTableResult>(ReportTableMethod, {
      uri: one.uri,
      kind: 'indicators',
    });
    expect(indicators.tsv.split('\n')[0]).toBe('指标\t口径\t单位\t2026年目标\t2025年目标\t2025年完成\t2024年完成');
    expect(indicators.tsv.split('\n')).toHaveLength(indicators.rows + 2);
  });

  it('answer null about what is no open report', async () => {
    const one = await opened();
    const note = await one.client.open(path.join(folder, '便笺.md'), '明天开会。');
    for (const uri of [note, uriOf(path.join(folder, '没有.md')), 'untitled:无']) {
      for (const method of [WriteGlossaryMethod, StartNextYearMethod, ListReportsMethod, ReportTableMethod]) {
        expect(await one.client.connection.sendRequest(method, { uri, kind: 'targets' })).toBeNull();
      }
    }
  });
});

describe('commands of writers', () => {
  it('print the glossary and say where its entries are from', async () => {
    const { code, out, err } = await run('glossary', '2026.md');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^1\.“三稳两进”：指/);
    expect(out).toContain('3.“四诊四送”：指……。\n');
    expect(err).toContain('本稿原有 1 条，往年 0 条，外地 1 条，待补 1 条');
    expect(await readFile(path.join(folder, '2026.md'), 'utf8')).toBe(DRAFT);
  });

  it('say how many terms are explained twice in different words', async () => {
    const twice = DRAFT.trimEnd().replace(/(名词解释\s+)/, '$1“三稳两进”：指另一件事。\n');
    await writeFile(path.join(folder, '重复.md'), twice);
    try {
      const { code, out, err } = await run('glossary', '重复.md');
      expect(code).toBe(0);
      expect(out).toContain('<!-- 下条与上条为同一名词，释义不一，请择一保留 -->');
      expect(err).toContain('重复待定 1 条');
      expect((await run('glossary', '重复.md', '--lang', 'en')).err).toContain('1 explained twice in different words');
    } finally {
      await rm(path.join(folder, '重复.md'));
    }
  });

  it('print the beginning of the next year', async () => {
    const { code, out } = await run('next-year', '2026.md');
    expect(code).toBe(0);
    expect(out).toContain('——2027年××月××日在青禾区第五届人民代表大会第××次会议上');
  });

  it('print tables of targets and indicators', async () => {
    const csv = await run('targets', '2026.md', '--format', 'csv');
    expect(csv.out.startsWith('\uFEFF指标,青禾区 2026,青禾区 2025\r\n')).toBe(true);
    const beside = await run('targets', '2026.md', '邻区.md', '--format', 'json');
    expect(JSON.parse(beside.out)).toMatchObject({ schema: 1, head: ['指标', '青禾区 2026', '临溪区 2025'] });
    const english = await run('indicators', '2026.md', '--lang', 'en');
    expect(english.out).toContain('| 地区生产总值 | growth | % | 6左右 | 7以上 | 5.8 | 5.8 |');
  });

  it('say in one line what is wrong', async () => {
    await put('便笺.md', '明天开会。');
    const runs = [
      await run('glossary'),
      await run('glossary', '没有.md'),
      await run('next-year', '便笺.md'),
      await run('next-year', '2026.md', '--format', 'json'),
      await run('targets', '2026.md', '便笺.md', '--format', 'xls'),
      await run('indicators', '2026.md', '2025.md'),
    ];
    for (const { code, err } of runs) expect([code, err.split('\n').length]).toEqual([2, 2]);
    expect((await run('targets', '2026.md', '便笺.md')).err).toContain('便笺.md 不是政府工作报告');
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
