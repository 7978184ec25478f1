import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandRun } from './command';
import { runCommand } from './command';
import { hash } from '../../server/src/core/text/hash';
import { reportText } from './texts';

interface Place {
  readonly path?: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

interface Item {
  readonly kind: string;
  readonly indicator: string;
  readonly year: number;
  readonly promise: Place & Record<string, unknown>;
  readonly result: (Place & Record<string, unknown>) | null;
  readonly verdict: string;
  readonly confidence: string;
  readonly evidence: Place | null;
}

interface Printed {
  readonly schema: number;
  readonly draft: { path: string; issuer: string; planYear: number };
  readonly precedent: { path: string; planYear: number } | null;
  readonly items: readonly Item[];
  readonly history: readonly {
    indicator: string;
    target: Place;
    past: readonly { planYear: number; target: Place | null; result: Place | null }[];
  }[];
}

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-ledger-'));
  await put('2026.md', reportText({ year: 2026 }));
  await put('2025.md', reportText({ year: 2025 }));
  await put('2024.md', reportText({ year: 2024, growth: '增长5%左右' }));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const put = (name: string, content: string): Promise<void> => writeFile(path.join(folder, name), content);
const text = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8');

/** Runs the built command in the folder of the test. */
const run = (...args: readonly string[]): Promise<CommandRun> => runCommand(folder, args);

const ledger = (...args: readonly string[]): ReturnType<typeof run> => run('ledger', ...args);

async function json(...args: readonly string[]): Promise<Printed> {
  const { code, out, err } = await ledger(...args, '--format', 'json');
  expect([code, err]).toEqual([0, '']);
  return JSON.parse(out) as Printed;
}

const verdicts = ({ items }: Printed): string[] => items.map(({ indicator, verdict }) => `${indicator} ${verdict}`);

describe('ledger --format json', () => {
  it('prints the shape of the contract, with places in the texts as on disk', async () => {
    const printed = await json('2026.md');
    expect(printed).toMatchObject({
      schema: 1,
      draft: { path: '2026.md', issuer: '青禾区', planYear: 2026 },
      precedent: { path: '2025.md', planYear: 2025 },
    });
    expect(verdicts(printed)).toEqual(
      expect.arrayContaining(['地区生产总值 met', '一般公共预算收入 met', '城镇新增就业 met']),
    );
    const [draft, past] = await Promise.all([text('2026.md'), text('2025.md')]);
    for (const { kind, year, promise, result, confidence, evidence } of printed.items) {
      expect(['target', 'task']).toContain(kind);
      expect(['certain', 'likely', 'possible']).toContain(confidence);
      expect(year).toBe(2025);
      expect(past.slice(promise.start, promise.end)).toBe(promise.text);
      expect(Object.keys(promise)).toEqual(expect.arrayContaining(['indicator', 'role', 'bound', 'unit', 'stretch']));
      if (result !== null) expect(draft.slice(result.start, result.end)).toBe(result.text);
      if (evidence !== null) expect(draft.slice(evidence.start, evidence.end)).toBe(evidence.text);
    }
    const growth = printed.history.find(({ indicator }) => indicator === '地区生产总值');
    expect(growth?.past.map(({ planYear, target, result }) => [planYear, target?.text, result?.path])).toEqual([
      [2025, '地区生产总值增长6%左右', '2026.md'],
      [2024, '地区生产总值增长5%左右', '2025.md'],
    ]);
  });

  it('takes the precedents it is given, and none where they are not there', async () => {
    await mkdir(path.join(folder, '另存'));
    await put('另存/2025.md', reportText({ year: 2025, growth: '增长9%以上' }));
    const given = await json('2026.md', '--precedents', '另存');
    expect(given.precedent?.path).toBe('另存/2025.md');
    expect(verdicts(given)).toContain('地区生产总值 missed');
    const { code, out, err } = await ledger('2026.md', '--format', 'json', '--precedents', '没有');
    expect([code, err.trim().split('\n').length]).toEqual([0, 1]);
    expect(JSON.parse(out)).toMatchObject({ precedent: null, items: [] });
  });

  it('says what cannot be compared', async () => {
    const printed = await json('2026.md', '--precedents', '2024.md');
    expect(printed.precedent?.planYear).toBe(2024);
    expect(new Set(printed.items.map(({ verdict }) => verdict))).toEqual(new Set(['incomparable']));
  });
});

describe('confirmed matches', () => {
  it('bear on the findings too', async () => {
    const findings = async (): Promise<string[]> => {
      const { out } = await run('check', '2026.md', '--format', 'json');
      const { files } = JSON.parse(out) as { files: { findings: { rule: string; message: string }[] }[] };
      return files.flatMap((file) => file.findings).map(({ rule }) => rule);
    };
    expect(await findings()).not.toContain('target-unreported');
    const gross = (await json('2026.md')).items.find(({ indicator }) => indicator === '地区生产总值');
    const past = await text('2025.md');
    const promise = hash(past.slice(gross?.promise.start, gross?.promise.end));
    const match = { issuer: '青禾区', year: 2025, indicator: '地区生产总值', promise, result: 'none' };
    await put('policy-drafting.matches.json', JSON.stringify({ schema: 1, matches: [match] }));
    expect(await findings()).toContain('target-unreported');
    expect((await json('2026.md')).items[0]).toMatchObject({ verdict: 'unreported', confirmed: true });
    await put('policy-drafting.matches.json', '[]');
    const { code, err } = await run('check', '2026.md');
    expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
  });

  it('are read from the corpus root, and a bad file is told in one line', async () => {
    await put('policy-drafting.matches.json', '{"schema":1,"matches":[]}');
    await json('2026.md');
    await put('policy-drafting.matches.json', '{"schema":1,"matches":[{}]}');
    const { code, out, err } = await ledger('2026.md', '--format', 'json');
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).toContain('policy-drafting.matches.json');
    expect(verdicts(JSON.parse(out) as Printed)).toContain('地区生产总值 met');
  });
});

describe('ledger for people', () => {
  it('groups the promises by what became of them', async () => {
    const { code, out } = await ledger('2026.md');
    expect(code).toBe(0);
    expect(out).toMatch(/^2025年承诺 \d+项：已兑现 \d+/u);
    expect(out).toContain('2025.md:');
    const english = await ledger('2026.md', '--lang', 'en');
    expect(english.out).toMatch(/^\d+ promises for 2025: met \d+/u);
  });

  it('prints one page that asks for nothing and runs nothing', async () => {
    await put('2025.md', reportText({ year: 2025, extra: '建设“<b>甲&乙</b>”驿站5个。' }));
    const { code, out } = await ledger('2026.md', '--format', 'html');
    expect(code).toBe(0);
    expect(out).toMatch(/^<!DOCTYPE html>\n<html lang="zh-CN">/u);
    expect(out).toContain('青禾区2026年政府工作报告承诺对照表');
    expect(out).toContain('@media print');
    expect(out).not.toMatch(/<script|<link|<img|<b>|src=|href=|url\(|https?:|@import| on\w+=/iu);
  });
});

describe('the sample reports', () => {
  const samples = fileURLToPath(new URL('../../samples/', import.meta.url));

  it('have every target answered but the one left out on purpose', async () => {
    const draft = (await readdir(samples)).find((name) => name.includes('2026') && name.includes('草稿')) ?? '';
    const printed = await json(path.join(samples, draft));
    const targets = printed.items.filter(({ kind }) => kind === 'target');
    expect(targets.map(({ indicator, verdict, confidence }) => [indicator, verdict, confidence])).toEqual([
      ['地区生产总值', 'met', 'certain'],
      ['一般公共预算收入', 'met', 'certain'],
      ['固定资产投资', 'met', 'certain'],
      ['规模以上工业增加值', 'met', 'certain'],
      ['社会消费品零售总额', 'met', 'certain'],
      ['城镇居民人均可支配收入', 'met', 'certain'],
      ['农村居民人均可支配收入', 'met', 'certain'],
      ['城镇新增就业', 'met', 'certain'],
      ['城镇调查失业率', 'unreported', 'certain'],
      ['空气质量优良天数比率', 'met', 'certain'],
    ]);
  });

  it('have that one finding of the ledger', async () => {
    const { out } = await run('check', samples, '--format', 'json');
    const { files } = JSON.parse(out) as {
      files: { findings: { rule: string; severity: string; excerpt: string }[] }[];
    };
    const found = files
      .flatMap(({ findings }) => findings)
      .filter(({ rule }) => /^target-(?:unreported|missed)$/u.test(rule));
    expect(found.map(({ rule, severity, excerpt }) => [rule, severity, excerpt])).toEqual([
      ['target-unreported', 'warning', '城镇新增就业5326人'],
    ]);
  });
});

describe('mistakes', () => {
  it.each([
    [[]],
    [['2026.md', '2025.md']],
    [['.']],
    [['没有.md']],
    [['notes.md']],
    [['2026.md', '--format', 'pdf']],
    [['2026.md', '--fromat', 'json']],
  ])('%j ends with 2 and one line', async (args) => {
    await put('notes.md', '# 会议记录\n\n本次会议讨论了办公用品的采购。\n');
    const { code, out, err } = await ledger(...args);
    expect([code, out, err.trim().split('\n').length]).toEqual([2, '', 1]);
  });
});
