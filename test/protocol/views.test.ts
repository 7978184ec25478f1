import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkspaceFolder } from 'vscode-languageserver/node';
import { DidChangeWorkspaceFoldersNotification, FileChangeType } from 'vscode-languageserver/node';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  AnswersResult,
  CommandLocation,
  DecideResult,
  DraftLedger,
  GlossaryResult,
  IndicatorsResult,
  LedgerResult,
  LedgerRow,
} from '../../server/src/lsp/protocol';
import {
  AnswersMethod,
  DecideMethod,
  GlossaryMethod,
  IndicatorsMethod,
  LedgerMethod,
  ViewsChangedMethod,
} from '../../server/src/lsp/protocol';
import type { TestClient } from './client';
import { positionOf, startClient, uriOf } from './client';
import { reportText } from './texts';

const PAST = reportText({ year: 2025 });
const DRAFT = reportText({ year: 2026 }).replace('新增城镇就业5320人，', '就业形势总体稳定，');
const matchesName = 'policy-drafting.matches.json';

let folder: string;
let client: TestClient;
let uri: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-views-'));
  await writeFile(path.join(folder, '2025.md'), PAST);
  client = await startClient({ folders: [folder], initializationOptions: { commandLinks: true } });
  uri = await client.open(path.join(folder, '2026.md'), DRAFT);
});

afterEach(async () => {
  await client.stop();
  await rm(folder, { recursive: true, force: true });
});

async function ledger(): Promise<DraftLedger> {
  const found = await client.connection.sendRequest<LedgerResult>(LedgerMethod, { uri });
  if (found === null) throw new Error('No ledger.');
  return found;
}

async function row(indicator: string): Promise<LedgerRow> {
  const found = (await ledger()).items.find((one) => one.indicator === indicator);
  if (found === undefined) throw new Error(`No promise about ${indicator}.`);
  return found;
}

/** The words of a text at a place. */
function wordsAt(text: string, { range }: CommandLocation): string {
  const lines = text.split('\n');
  return (lines[range.start.line] ?? '').slice(range.start.character, range.end.character);
}

/** Writes what the server answered to a decision, as the client does. */
async function decide(id: string, answer: string): Promise<void> {
  const result = await client.connection.sendRequest<DecideResult>(DecideMethod, { uri, id, answer });
  if (result === null) throw new Error('Nothing was decided.');
  expect(result.file).toBe(uriOf(path.join(folder, matchesName)));
  await writeFile(fileURLToPath(result.file), result.content);
  await client.touched(path.join(folder, matchesName), FileChangeType.Changed);
}

describe('the ledger for a view', () => {
  it('gives promises, answers and places in both reports', async () => {
    const { planYear, precedent, precedents, items } = await ledger();
    const past = uriOf(path.join(folder, '2025.md'));
    expect([planYear, precedent, precedents]).toEqual([2026, { uri: past, planYear: 2025 }, [past]]);
    const gross = items.find(({ indicator }) => indicator === '地区生产总值');
    expect(gross).toMatchObject({ kind: 'target', verdict: 'met', confidence: 'certain', confirmed: false });
    expect(gross && wordsAt(PAST, gross.promise.location)).toBe('地区生产总值增长6%左右');
    expect(gross?.answer && wordsAt(DRAFT, gross.answer.location)).toBe('地区生产总值增长5.8%');
  });

  it('tells where an answer would stand, and drafts it as past years report it', async () => {
    const jobs = await row('城镇新增就业');
    expect(jobs.verdict).not.toBe('met');
    expect(jobs.sentence).toMatch(/^新增城镇就业\$\{1:XX\}人。$/u);
    expect(jobs.place?.range.start.line).toBe(positionOf(DRAFT, DRAFT.indexOf('就业形势总体稳定')).line);
  });

  it('is null for what is no open report', async () => {
    const other = await client.open(path.join(folder, 'read-me.md'), '# Read me\n\nNothing else.\n');
    for (const one of [other, uriOf(path.join(folder, '2025.md')), 'untitled:nothing']) {
      for (const method of [LedgerMethod, GlossaryMethod, IndicatorsMethod]) {
        expect(await client.connection.sendRequest(method, { uri: one })).toBeNull();
      }
    }
  });
});

describe('a decision about a match', () => {
  it('is kept in the file, and ledger and findings follow it', async () => {
    const jobs = await row('城镇新增就业');
    let changed: () => void = () => undefined;
    const told = new Promise<void>((resolve) => (changed = resolve));
    client.connection.onNotification(ViewsChangedMethod, () => {
      changed();
    });
    await decide(jobs.id, 'none');
    await told;
    expect(await row('城镇新增就业')).toMatchObject({ verdict: 'unreported', confidence: 'certain', confirmed: true });
    expect(await readFile(path.join(folder, matchesName), 'utf8')).not.toContain('5000');

    await decide(jobs.id, 'undo');
    expect(await row('城镇新增就业')).toMatchObject({ verdict: jobs.verdict, confirmed: false });
  });

  it('silences a finding and raises one', async () => {
    const unreported = async (): Promise<number> =>
      (await client.findings(uri)).filter(({ code }) => code === 'target-unreported').length;
    expect(await unreported()).toBe(0);
    const gross = await row('地区生产总值');
    await decide(gross.id, 'none');
    await ledger();
    expect(await unreported()).toBe(1);
    await decide(gross.id, 'found');
    await ledger();
    expect(await unreported()).toBe(1);
    await decide(gross.id, 'undo');
    await ledger();
    expect(await unreported()).toBe(0);
  });

  it('outlives an inner folder that is taken out of the workspace while an outer one holds it', async () => {
    const inner = path.join(folder, '内');
    await mkdir(inner);
    await writeFile(path.join(inner, 'policy-drafting.json'), '{}');
    await writeFile(path.join(inner, '2025.md'), PAST);
    const change = (added: string[], removed: string[]): Promise<void> => {
      const named = (one: string): WorkspaceFolder => ({ uri: uriOf(one), name: path.basename(one) });
      const event = { added: added.map(named), removed: removed.map(named) };
      return client.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, { event });
    };
    await change([inner], []);
    uri = await client.open(path.join(inner, '2026.md'), DRAFT);
    const { id } = await row('城镇新增就业');
    const result = await client.connection.sendRequest<DecideResult>(DecideMethod, { uri, id, answer: 'none' });
    await writeFile(path.join(inner, matchesName), result?.content ?? '');
    await client.touched(path.join(inner, matchesName), FileChangeType.Created);
    expect(await row('城镇新增就业')).toMatchObject({ confirmed: true });
    await change([], [inner]);
    expect(await row('城镇新增就业')).toMatchObject({ confirmed: true });
  });

  it('may name another figure or a sentence', async () => {
    const jobs = await row('城镇新增就业');
    const answers = await client.connection.sendRequest<AnswersResult>(AnswersMethod, { uri, id: jobs.id });
    const [sentence] = answers.filter(({ words }) => words === '就业形势总体稳定，改造老旧小区14个');
    const figure = answers.find(({ kind, words }) => kind === 'figure' && words.includes('老旧小区14个'));
    if (sentence === undefined || figure === undefined) throw new Error('The words are not offered.');
    await decide(jobs.id, sentence.answer);
    expect(await row('城镇新增就业')).toMatchObject({ verdict: 'reported', confirmed: true });
    await decide(jobs.id, figure.answer);
    expect((await row('城镇新增就业')).answer?.words).toContain('14个');
  });

  it('is not made where the file cannot be followed, and the ledger says so', async () => {
    const { id } = await row('地区生产总值');
    await writeFile(path.join(folder, matchesName), '{ "schema": 1, "matches": [');
    await client.touched(path.join(folder, matchesName), FileChangeType.Created);
    expect((await ledger()).matchesUnreadable).toBe(true);
    expect(await client.connection.sendRequest(DecideMethod, { uri, id, answer: 'none' })).toBeNull();
    expect(await client.connection.sendRequest(DecideMethod, { uri, id: 'unknown', answer: 'none' })).toBeNull();
  });
});

describe('glossary and indicators for a view', () => {
  it('name entries with their uses', async () => {
    const rows = await client.connection.sendRequest<GlossaryResult>(GlossaryMethod, { uri });
    expect(rows).toMatchObject([{ number: 1, term: '“三稳两进”' }]);
    expect(rows?.[0]?.uses.map((use) => wordsAt(DRAFT, use))).toEqual(['“三稳两进”', '“三稳两进”']);
  });

  it('name targets and results by year', async () => {
    const rows = await client.connection.sendRequest<IndicatorsResult>(IndicatorsMethod, { uri });
    const gross = rows?.find(({ indicator }) => indicator === '地区生产总值');
    expect(gross).toMatchObject({ measure: 'growth', unit: '%' });
    expect(gross?.years.map(({ year, target, result }) => [year, target?.low ?? null, result?.low ?? null])).toEqual([
      [2024, null, 5.8],
      [2025, 6, 5.8],
      [2026, 6, null],
    ]);
  });
});
