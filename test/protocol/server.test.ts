import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { CodeAction, DefinitionLink, Diagnostic, DocumentSymbol, Registration } from 'vscode-languageserver/node';
import {
  CodeActionRequest,
  DefinitionRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  DocumentSymbolRequest,
  FileChangeType,
  FoldingRangeRequest,
  HoverRequest,
} from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import type { LedgerResult } from '../../server/src/lsp/protocol';
import { LedgerMethod, RereadMethod } from '../../server/src/lsp/protocol';
import type { ChecklistResult } from '../../server/src/lsp/writingProtocol';
import { ChecklistMethod } from '../../server/src/lsp/writingProtocol';
import type { TestClient } from './client';
import { cliFile, positionOf, startClient, uriOf } from './client';
import { runCommand } from './command';
import { applyTextEdits } from './edits';
import { useHome } from './home';
import { reportText, SLIP } from './texts';

const home = useHome();
const { start } = home;

const draftFile = (): string => home.in('青禾区2026年政府工作报告.md');
const pastFile = (): string => home.in('青禾区2025年政府工作报告.txt');
const codes = (found: readonly Diagnostic[]): unknown[] => found.map(({ code }) => code);
const targetText = (growth: string): string => reportText({ year: 2026, growth });

/** The words of a text that a diagnostic stands on. */
function wordsOf(text: string, { range }: Diagnostic): string {
  const lines = text.split('\n');
  return (lines[range.start.line] ?? '').slice(range.start.character, range.end.character);
}

describe('initialize', () => {
  it('offers what it can do, in UTF-16', async () => {
    const { initialized } = await start();
    expect(initialized.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      diagnosticProvider: { interFileDependencies: true },
    });
  });

  it('offers no pull diagnostics to clients that have none', async () => {
    const { initialized } = await start({ diagnostics: 'push' });
    expect(initialized.capabilities.diagnosticProvider).toBeUndefined();
  });

  it('watches reports and configurations', async () => {
    const one = await start();
    const watching = await one.waitFor(
      one.registrations,
      ({ method }) => method === 'workspace/didChangeWatchedFiles',
      'a registration for files',
    );
    expect(JSON.stringify(watching.registerOptions)).toContain('policy-drafting');
  });

  it('is served by the command line too, and ends with exit code 0', async () => {
    const one = await startClient({ folders: [home.folder], command: [process.execPath, cliFile, 'lsp', '--stdio'] });
    const text = reportText({ year: 2026, extra: SLIP });
    const uri = await one.open(draftFile(), text);
    expect(codes(await one.findings(uri))).toContain('number-approximate');
    expect(await one.stop()).toBe(0);
  });
});

describe('findings', () => {
  it('are pulled, with source, code and page, and follow an edit', async () => {
    const one = await start();
    const text = reportText({ year: 2026, extra: SLIP });
    const uri = await one.open(draftFile(), text);
    const [found] = (await one.findings(uri)).filter(({ code }) => code === 'number-approximate');
    expect(found).toMatchObject({ source: 'policy-drafting', severity: 2 });
    expect(found?.codeDescription?.href).toContain('number-approximate');
    expect(found && wordsOf(text, found)).toContain('1200人');

    const at = positionOf(text, text.indexOf('约1200'));
    await one.edit(uri, { start: at, end: { line: at.line, character: at.character + 1 } }, '');
    expect(codes(await one.findings(uri))).not.toContain('number-approximate');
  });

  it('are not sent again when they did not change', async () => {
    const one = await start();
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: SLIP }));
    const first = await one.pull(uri);
    expect(first.kind).toBe('full');
    const second = await one.pull(uri, first.resultId);
    expect(second).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  it('are pushed to clients that cannot pull, and taken back on closing', async () => {
    const one = await start({ diagnostics: 'push' });
    const text = reportText({ year: 2026, extra: SLIP });
    const uri = await one.open(draftFile(), text);
    const pushed = await one.waitFor(one.published, (sent) => sent.uri === uri, 'findings');
    expect(codes(pushed.diagnostics)).toContain('number-approximate');
    expect(pushed.version).toBe(1);

    await one.change(uri, text.replace('约1200', '1200'));
    const mended = await one.waitFor(
      one.published,
      (sent) => sent.uri === uri && !codes(sent.diagnostics).includes('number-approximate'),
      'findings without the slip',
    );
    expect(mended.version).toBe(2);

    await one.change(uri, text);
    await one.waitFor(one.published, (sent) => sent.uri === uri && sent.version === 3, 'findings again');
    await one.close(uri);
    await one.waitFor(one.published, (sent) => sent.uri === uri && sent.version === undefined, 'an empty list');
  });

  it('come in English to an English editor', async () => {
    const one = await start({ locale: 'en' });
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: SLIP }));
    const [found] = (await one.findings(uri)).filter(({ code }) => code === 'number-approximate');
    expect(found?.message).toMatch(/[a-z]{4}/u);
  });

  it('are none in documents that are no reports, whatever their language', async () => {
    const one = await start();
    const uri = await one.open(home.in('notes.md'), `# Notes\n\n${SLIP}\n`);
    expect(await one.findings(uri)).toEqual([]);
    const report = await one.open(home.in('text.rst'), reportText({ year: 2026, extra: SLIP }), 'restructuredtext');
    expect(codes(await one.findings(report))).toContain('number-approximate');
  });

  it('treat a document of the language policy-report as a draft', async () => {
    const one = await start();
    const uri = await one.open(home.in('new.zfbg.md'), `各位代表：\n\n今年${SLIP}\n`, 'policy-report');
    expect(codes(await one.findings(uri))).toContain('number-approximate');
  });

  it('are errors only in a report that is the precedent of another open one', async () => {
    const past = reportText({ year: 2025, extra: SLIP });
    await writeFile(pastFile(), past);
    const one = await start({ settings: {} });
    const pastUri = await one.open(pastFile(), past);
    expect(codes(await one.findings(pastUri))).toContain('number-approximate');
    await one.open(draftFile(), targetText('增长6%左右'));
    expect(codes(await one.findings(pastUri))).toEqual([]);

    const before = one.refreshes();
    one.settings = { checkPrecedents: true };
    await one.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await one.waitForRefresh(before);
    expect(codes(await one.findings(pastUri))).toContain('number-approximate');
  });
});

describe('settings', () => {
  it('come by workspace/configuration', async () => {
    const one = await start({ settings: { rules: { 'number-approximate': 'off' } } });
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: SLIP }));
    expect(codes(await one.findings(uri))).not.toContain('number-approximate');
  });

  it('come with initialize where the client cannot be asked', async () => {
    const one = await start({ initializationOptions: { rules: { 'number-approximate': 'hint' } } });
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: SLIP }));
    const [found] = (await one.findings(uri)).filter(({ code }) => code === 'number-approximate');
    expect(found?.severity).toBe(4);
  });

  it('can leave Markdown and plain text alone', async () => {
    const one = await start({ settings: { plainText: false } });
    const text = reportText({ year: 2026, extra: SLIP });
    const uri = await one.open(home.in('a.md'), text);
    expect(await one.findings(uri)).toEqual([]);
    const draft = await one.open(home.in('b.md'), text, 'policy-report');
    expect(codes(await one.findings(draft))).toContain('number-approximate');
  });

  it.each([
    [
      undefined,
      ['设置“policyDrafting.rules.number-aproximate”未采用：没有名为“number-aproximate”的规则。', '此处应为列表'],
    ],
    [
      'en',
      ['The setting “policyDrafting.terms.known” was left out: A list is expected here', 'There is no rule named'],
    ],
  ])('that cannot be followed are told once, in the language %s, and the others count', async (locale, said) => {
    const wrong = {
      rules: { 'number-aproximate': 'off', 'number-approximate': 'hint' },
      terms: { known: '四进四送' },
      inlayHints: 'yes',
    };
    const one = await start({ settings: wrong, ...(locale !== undefined && { locale }) });
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: SLIP }));
    const severity = async (): Promise<number | undefined> =>
      (await one.findings(uri)).find(({ code }) => code === 'number-approximate')?.severity;
    expect(await severity()).toBe(4);
    for (const words of said) expect(one.shown.join('\n')).toContain(words);
    const before = one.refreshes();
    one.settings = { ...wrong, rules: { ...wrong.rules, 'number-approximate': 'error' } };
    await one.connection.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
    await one.waitForRefresh(before);
    expect(await severity()).toBe(1);
    expect(one.shown).toHaveLength(1);
  });

  it('give way to policy-drafting.json, which is followed as it changes', async () => {
    const configuration = home.in('policy-drafting.json');
    await writeFile(configuration, '{ "rules": { "number-approximate": "error" } } // house rule');
    const one = await start({ settings: { rules: { 'number-approximate': 'off' } } });
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: SLIP }));
    const [found] = (await one.findings(uri)).filter(({ code }) => code === 'number-approximate');
    expect(found?.severity).toBe(1);

    const before = one.refreshes();
    await writeFile(configuration, '{ "rules": { "number-approximate": "off" } }');
    await one.touched(configuration, FileChangeType.Changed);
    await one.waitForRefresh(before);
    expect(codes(await one.findings(uri))).not.toContain('number-approximate');
  });
});

it('reads a folder that comes as a whole, and looks into nothing that has the ending of a file', async () => {
  const one = await start();
  const uri = await one.open(draftFile(), reportText({ year: 2026 }));
  const targets = async (): Promise<string> => {
    // Findings wait for what was told before, hovers do not.
    await one.findings(uri);
    return (await one.hover(uri, reportText({ year: 2026 }), '地区生产总值')) ?? '';
  };
  expect(await targets()).not.toContain('2019');
  const moved = path.join(home.folder, '往年', '2019.1稿');
  await mkdir(moved, { recursive: true });
  await writeFile(path.join(moved, '甲.md'), reportText({ year: 2019 }));
  const other = home.in('a.tmp');
  await mkdir(other);
  await writeFile(path.join(other, '乙.md'), reportText({ year: 2018 }));
  const before = one.refreshes();
  await one.touched(other, FileChangeType.Created);
  await one.touched(home.in('往年'), FileChangeType.Created);
  await one.waitForRefresh(before);
  expect(await targets()).toContain('2019');
  expect(await targets()).not.toContain('2017');
  const again = one.refreshes();
  await rm(home.in('往年'), { recursive: true });
  await one.touched(home.in('往年'), FileChangeType.Deleted);
  await one.waitForRefresh(again);
  expect(await targets()).not.toContain('2019');
});

it('lets pass what the baseline of the configuration holds', async () => {
  const text = reportText({ year: 2026, extra: SLIP });
  await writeFile(draftFile(), text);
  await writeFile(home.in('policy-drafting.json'), '{ "baseline": "known.json" }');
  const one = await start();
  const uri = await one.open(draftFile(), text);
  expect(codes(await one.findings(uri))).toContain('number-approximate');
  await runCommand(home.folder, ['check', '--update-baseline']);
  const before = one.refreshes();
  await one.touched(home.in('known.json'), FileChangeType.Created);
  await one.waitForRefresh(before);
  expect(await one.findings(uri)).toEqual([]);
});

it('names reports in a baseline as the command line does, and says where one is none', async () => {
  const text = reportText({ year: 2026, extra: SLIP });
  await mkdir(home.in('ci'));
  await writeFile(draftFile(), text);
  const configuration = home.in('policy-drafting.json');
  await writeFile(configuration, '{ "baseline": "ci/known.json" }');
  await runCommand(home.folder, ['check', '--update-baseline']);
  const one = await start();
  const uri = await one.open(draftFile(), text);
  expect(await one.findings(uri)).toEqual([]);
  const baseline = path.join(home.folder, 'ci', 'known.json');
  await writeFile(baseline, '{');
  await one.touched(baseline, FileChangeType.Changed);
  const told = await one.waitFor(
    one.published,
    (sent) => sent.uri === uriOf(configuration) && sent.diagnostics.length > 0,
    'a finding in the configuration',
  );
  expect(told.diagnostics).toMatchObject([{ code: 'configuration', range: { start: { line: 0, character: 14 } } }]);
  expect(codes(await one.findings(uri))).toContain('number-approximate');
});

describe('a baseline', () => {
  it('of any name is watched, and findings follow it', async () => {
    await writeFile(home.in('policy-drafting.json'), '{ "baseline": "ci/known.json" }');
    const text = reportText({ year: 2026, extra: SLIP });
    await writeFile(draftFile(), text);
    const one = await start();
    const uri = await one.open(draftFile(), text);
    expect(codes(await one.findings(uri))).toContain('number-approximate');
    const watches = (registration: Registration): boolean =>
      JSON.stringify(registration.registerOptions).includes('"pattern":"known.json"');
    await one.waitFor(one.registrations, watches, 'the baseline to be watched');
    await mkdir(home.in('ci'));
    await runCommand(home.folder, ['check', '--update-baseline']);
    await one.touched(path.join(home.folder, 'ci', 'known.json'), FileChangeType.Created);
    expect(codes(await one.findings(uri))).not.toContain('number-approximate');
  });
});

describe('questions about a place', () => {
  it('a hover explains a term and an indicator', async () => {
    await writeFile(pastFile(), reportText({ year: 2025, growth: '增长6.5%左右' }));
    const one = await start();
    const text = targetText('增长6%左右');
    const uri = await one.open(draftFile(), text);
    await one.findings(uri);
    expect(await one.hover(uri, text, '三稳两进')).toContain('稳就业');
    const indicator = await one.hover(uri, text, '地区生产总值增长6%');
    expect(indicator).toContain('地区生产总值');
    expect(indicator).toContain('2025');
  });

  it('a definition leads to the entry, in the draft or in a past report', async () => {
    await writeFile(pastFile(), reportText({ year: 2025, glossary: ['1.“四张清单”：指项目、企业、人才、资金清单。'] }));
    const one = await start();
    const text = reportText({ year: 2026, extra: '用好“四张清单”。' });
    const uri = await one.open(draftFile(), text);
    await one.findings(uri);
    const ask = async (words: string): Promise<DefinitionLink | undefined> => {
      const position = positionOf(text, text.indexOf(words) + 1);
      const links = await one.connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position });
      return (links as DefinitionLink[] | null)?.[0];
    };
    const own = await ask('三稳两进');
    expect(own?.targetUri).toBe(uri);
    expect(own?.targetSelectionRange.start).toEqual(positionOf(text, text.lastIndexOf('“三稳两进”')));
    expect((await ask('四张清单'))?.targetUri).toBe(uriOf(pastFile()));
  });

  it('the outline and the folding follow the headings', async () => {
    const one = await start();
    const uri = await one.open(draftFile(), targetText('增长6%左右'));
    const symbols = await one.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } });
    const names = (symbols as DocumentSymbol[]).map(({ name }) => name);
    expect(names.some((name) => name.includes('2025年工作回顾'))).toBe(true);
    const folds = await one.connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } });
    expect(folds?.length).toBeGreaterThan(3);
  });

  it('is answered empty for documents that are closed or were never open', async () => {
    const one = await start();
    const text = targetText('增长6%左右');
    const uri = await one.open(draftFile(), text);
    await one.close(uri);
    for (const unknown of [uri, 'file:///nowhere/x.md', 'untitled:Untitled-1']) {
      const textDocument = { uri: unknown };
      const position = { line: 0, character: 0 };
      expect(await one.connection.sendRequest(HoverRequest.type, { textDocument, position })).toBeNull();
      expect(await one.connection.sendRequest(DefinitionRequest.type, { textDocument, position })).toBeNull();
      expect((await one.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })) ?? []).toEqual([]);
      expect((await one.connection.sendRequest(FoldingRangeRequest.type, { textDocument })) ?? []).toEqual([]);
      expect(await one.findings(unknown)).toEqual([]);
    }
  });
});

describe('fixes', () => {
  const ask = async (
    one: TestClient,
    uri: string,
    diagnostics: Diagnostic[],
    only?: string[],
  ): Promise<CodeAction[]> => {
    const actions = await one.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range: diagnostics[0]?.range ?? { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } },
      context: { diagnostics, ...(only !== undefined && { only }) },
    });
    return (actions ?? []) as CodeAction[];
  };

  it('one quick fix mends its finding', async () => {
    const one = await start();
    const text = reportText({ year: 2026, extra: SLIP });
    const uri = await one.open(draftFile(), text);
    const found = (await one.findings(uri)).filter(({ code }) => code === 'number-approximate');
    const [action] = await ask(one, uri, found);
    expect(action?.kind).toBe('quickfix');
    expect(action?.diagnostics).toEqual(found);
    await one.change(uri, applyTextEdits(text, action));
    expect(codes(await one.findings(uri))).not.toContain('number-approximate');
  });

  it('fix-all takes safe fixes only and leaves nothing to fix', async () => {
    const one = await start();
    const text = reportText({ year: 2026, extra: `${SLIP}新建道路3条,改造管网12公里。` });
    const uri = await one.open(draftFile(), text);
    const [action] = await ask(one, uri, [], ['source.fixAll.policyDrafting']);
    expect(action?.kind).toBe('source.fixAll.policyDrafting');
    const fixed = applyTextEdits(text, action);
    expect(fixed).toContain('新建道路3条，改造管网');
    expect(fixed).toContain('约1200人左右');
    await one.change(uri, fixed);
    expect(await ask(one, uri, [], ['source.fixAll.policyDrafting'])).toEqual([]);
  });

  it('no source action comes to those who ask for quick fixes', async () => {
    const one = await start();
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: '新建道路3条,改造管网12公里。' }));
    const actions = await ask(one, uri, await one.findings(uri), ['quickfix']);
    expect(actions.every(({ kind }) => kind === 'quickfix')).toBe(true);
  });
});

describe('the folder', () => {
  it('a past report that is added, changed and deleted changes the findings of the draft', async () => {
    const one = await start();
    const text = targetText('增长百分之六左右');
    const uri = await one.open(draftFile(), text);
    expect(codes(await one.findings(uri))).not.toContain('target-format');

    let before = one.refreshes();
    await writeFile(pastFile(), reportText({ year: 2025, growth: '增长6.5%左右' }));
    await one.touched(pastFile(), FileChangeType.Created);
    await one.waitForRefresh(before);
    const [found] = (await one.findings(uri)).filter(({ code }) => code === 'target-format');
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(uriOf(pastFile()));

    before = one.refreshes();
    await writeFile(pastFile(), '# 会议通知\n\n请准时参加。\n');
    await one.touched(pastFile(), FileChangeType.Changed);
    await one.waitForRefresh(before);
    expect(codes(await one.findings(uri))).not.toContain('target-format');

    before = one.refreshes();
    await writeFile(pastFile(), reportText({ year: 2025, growth: '增长6.5%左右' }));
    await one.touched(pastFile(), FileChangeType.Changed);
    await one.waitForRefresh(before);
    expect(codes(await one.findings(uri))).toContain('target-format');

    before = one.refreshes();
    await rm(pastFile());
    await one.touched(pastFile(), FileChangeType.Deleted);
    await one.waitForRefresh(before);
    expect(codes(await one.findings(uri))).not.toContain('target-format');
  });

  it('is read with the folders below it, also when the draft is open before anything was read', async () => {
    await mkdir(home.in('往年'));
    await writeFile(path.join(home.folder, '往年', '2025.txt'), reportText({ year: 2025 }));
    const one = await start({ settings: {} });
    const uri = await one.open(draftFile(), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).toContain('target-format');
  });

  it('may lose a folder of past reports, told as one event', async () => {
    const past = home.in('往年');
    await mkdir(past);
    await writeFile(path.join(past, '2025.txt'), reportText({ year: 2025 }));
    const one = await start({ settings: {} });
    const uri = await one.open(draftFile(), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).toContain('target-format');
    const before = one.refreshes();
    await rm(past, { recursive: true });
    await one.touched(past, FileChangeType.Deleted);
    await one.waitForRefresh(before);
    expect(codes(await one.findings(uri))).not.toContain('target-format');
  });

  it('is read again on request, in any encoding, with progress told to our own client', async () => {
    const one = await start({ initializationOptions: { commandLinks: true } });
    const uri = await one.open(draftFile(), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).not.toContain('target-format');
    await mkdir(home.in('往年'));
    const bytes = Buffer.from(`\uFEFF${reportText({ year: 2025 })}`, 'utf16le');
    await writeFile(path.join(home.folder, '往年', '2025.txt'), bytes);
    expect(await one.connection.sendRequest(RereadMethod)).toBeNull();
    expect(codes(await one.findings(uri))).toContain('target-format');
    const status = await one.waitFor(one.statuses, ({ draft }) => draft?.precedents === 1, 'a status with a precedent');
    expect(status).toMatchObject({ reports: 1, years: [2025, 2025], draft: { planYear: 2026, issuer: '青禾区' } });
    expect(status.draft?.pastCharacters).toBeGreaterThan(200);
  });

  it('keeps several folders apart', async () => {
    const first = home.in('a');
    const second = home.in('b');
    await mkdir(first);
    await mkdir(second);
    await writeFile(path.join(second, '2025.md'), reportText({ year: 2025 }));
    const one = await start({ folders: [first, second] });
    const text = targetText('增长百分之六左右');
    const inFirst = await one.open(path.join(first, '2026.md'), text);
    const inSecond = await one.open(path.join(second, '2026.md'), text);
    expect(codes(await one.findings(inFirst))).not.toContain('target-format');
    expect(codes(await one.findings(inSecond))).toContain('target-format');

    const before = one.refreshes();
    await one.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [], removed: [{ uri: uriOf(second), name: 'b' }] },
    });
    await one.waitForRefresh(before);
    expect(codes(await one.findings(inFirst))).not.toContain('target-format');
  });

  it('may be taken out of the workspace while a draft of it is open, which keeps its past reports', async () => {
    const [first, second] = [home.in('a'), home.in('b')];
    await mkdir(first);
    await mkdir(second);
    await writeFile(path.join(second, '2025.md'), reportText({ year: 2025 }));
    const one = await start({ folders: [first, second] });
    const uri = await one.open(path.join(second, '2026.md'), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).toContain('target-format');
    await one.connection.sendNotification(DidChangeWorkspaceFoldersNotification.type, {
      event: { added: [], removed: [{ uri: uriOf(second), name: 'b' }] },
    });
    expect(codes(await one.findings(uri))).toContain('target-format');
  });

  it('leaves out dot folders and node_modules', async () => {
    for (const hidden of ['.git', 'node_modules']) {
      await mkdir(home.in(hidden));
      await writeFile(path.join(home.folder, hidden, '2025.md'), reportText({ year: 2025 }));
    }
    const one = await start();
    const uri = await one.open(draftFile(), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).not.toContain('target-format');
  });

  it('may be none: the files beside a single document are its past reports', async () => {
    await writeFile(pastFile(), reportText({ year: 2025 }));
    const one = await start({ folders: [] });
    const uri = await one.open(draftFile(), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).toContain('target-format');
  });

  it('may be none: a link beside a single document is a past report as in a folder', async () => {
    await mkdir(home.in('档案'));
    await writeFile(path.join(home.folder, '档案', '2025.txt'), reportText({ year: 2025 }));
    await symlink(path.join(home.folder, '档案', '2025.txt'), pastFile());
    const one = await start({ folders: [] });
    const uri = await one.open(draftFile(), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).toContain('target-format');
  });

  it('is the one of the nearest configuration above, also above the folder that is open', async () => {
    await writeFile(home.in('policy-drafting.json'), '{}');
    await writeFile(pastFile(), reportText({ year: 2025 }));
    const inner = home.in('2026');
    await mkdir(inner);
    const one = await start({ folders: [inner] });
    const uri = await one.open(path.join(inner, '稿.md'), targetText('增长百分之六左右'));
    expect(codes(await one.findings(uri))).toContain('target-format');
  });

  it('answers for a document that was never saved', async () => {
    await writeFile(pastFile(), reportText({ year: 2025 }));
    const one = await start();
    const text = targetText('增长百分之六左右');
    await one.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'untitled:Untitled-1', languageId: 'policy-report', version: 1, text },
    });
    expect(codes(await one.findings('untitled:Untitled-1'))).toContain('target-format');
  });

  it('may be none for a document that was never saved, which is checked and listed all the same', async () => {
    const one = await start({ folders: [], initializationOptions: { commandLinks: true } });
    const uri = 'untitled:Untitled-1';
    await one.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'policy-report', version: 1, text: reportText({ year: 2026, extra: SLIP }) },
    });
    expect(codes(await one.findings(uri))).toContain('number-approximate');
    const list = await one.connection.sendRequest<ChecklistResult>(ChecklistMethod, { uri });
    expect(list.csv).toContain(',number-approximate');
    expect(list.name).toMatch(/^Untitled-1 /);
    const ledger = await one.connection.sendRequest<LedgerResult>(LedgerMethod, { uri });
    expect(ledger).toMatchObject({ planYear: 2026, precedent: null, newest: true });
  });
});
