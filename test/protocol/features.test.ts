import { rm, writeFile } from 'node:fs/promises';
import type {
  CodeAction,
  CompletionItem,
  CompletionList,
  Diagnostic,
  InlayHint,
  InlayHintLabelPart,
  Location,
  SymbolInformation,
} from 'vscode-languageserver/node';
import {
  CodeActionRequest,
  CodeLensRequest,
  CompletionRequest,
  CompletionResolveRequest,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SemanticTokensRequest,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { describe, expect, it } from 'vitest';
import { ChangeConfigurationCommand, HoverCommands, PauseMethod } from '../../server/src/lsp/protocol';
import type { ClientOptions, TestClient } from './client';
import { positionOf, uriOf } from './client';
import { applyTextEdits } from './edits';
import { useHome } from './home';
import { reportText, SLIP } from './texts';

const home = useHome();
const { start } = home;

const draftFile = (): string => home.in('青禾区2026年政府工作报告.md');
const codes = (found: readonly Diagnostic[]): unknown[] => found.map(({ code }) => code);

async function actionsOn(one: TestClient, uri: string, finding: Diagnostic | undefined): Promise<CodeAction[]> {
  if (finding === undefined) throw new Error('The finding is not there.');
  const actions = await one.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri },
    range: finding.range,
    context: { diagnostics: [finding] },
  });
  return (actions ?? []) as CodeAction[];
}

function named(actions: readonly CodeAction[], words: string): CodeAction {
  const action = actions.find(({ title }) => title.includes(words));
  if (action === undefined)
    throw new Error(`No action “${words}” among ${actions.map(({ title }) => title).join(', ')}`);
  return action;
}

describe('ways out', () => {
  it('a comment silences a finding here or in the file, in the style of the document', async () => {
    const one = await start();
    for (const [name, open, words] of [
      ['a.md', '<!-- policy-drafting-disable-next-line number-approximate -->\n', '本处不提示'],
      ['b.txt', '// policy-drafting-disable-file number-approximate\n', '本文件不提示'],
    ] as const) {
      const text = reportText({ year: 2026, extra: SLIP });
      const uri = await one.open(home.in(name), text);
      const finding = (await one.findings(uri)).find(({ code }) => code === 'number-approximate');
      const action = named(await actionsOn(one, uri, finding), words);
      expect(action.kind).toBe('quickfix');
      const after = applyTextEdits(text, action);
      expect(after).toContain(open);
      await one.change(uri, after);
      expect(codes(await one.findings(uri))).not.toContain('number-approximate');
      await one.close(uri);
    }
  });

  it('our client changes the configuration by a command, which is told where', async () => {
    const one = await start({ initializationOptions: { configurationCommand: true } });
    const text = reportText({ year: 2026, extra: '开展“四进四送”行动。' });
    const uri = await one.open(draftFile(), text);
    const finding = (await one.findings(uri)).find(({ code }) => code === 'term-undefined');
    const actions = await actionsOn(one, uri, finding);
    expect(named(actions, '加入已知名词').command).toMatchObject({
      command: ChangeConfigurationCommand,
      arguments: [
        { document: uri, file: null },
        { kind: 'known', term: '四进四送' },
      ],
    });
    expect(named(actions, '不作名词看待').command?.arguments?.[1]).toEqual({ kind: 'ignore', term: '四进四送' });
    expect(named(actions, '关闭此规则').command?.arguments?.[1]).toEqual({ kind: 'off', rule: 'term-undefined' });
  });

  it('other clients get an edit of the file, or the file', async () => {
    const configuration = home.in('policy-drafting.json');
    const before = '{\n  // house rules\n  "rules": {}\n}\n';
    await writeFile(configuration, before);
    const one = await start();
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: '开展“四进四送”行动。' }));
    const finding = (await one.findings(uri)).find(({ code }) => code === 'term-undefined');
    const action = named(await actionsOn(one, uri, finding), '不作名词看待');
    const edits = action.edit?.changes?.[uriOf(configuration)] ?? [];
    const after = applyTextEdits(before, { title: '', edit: { changes: { file: edits } } });
    expect(after).toContain('// house rules');
    expect(after.replace(/\s/g, '')).toContain('"terms":{"ignore":["四进四送"]}');
    await one.stop();

    await rm(configuration);
    const other = await start({
      capabilities: { workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['create'] } } },
    });
    await other.open(draftFile(), reportText({ year: 2026, extra: '开展“四进四送”行动。' }));
    const again = (await other.findings(uri)).find(({ code }) => code === 'term-undefined');
    const creating = named(await actionsOn(other, uri, again), '关闭此规则');
    expect(creating.edit?.documentChanges).toMatchObject([
      { kind: 'create', uri: uriOf(configuration) },
      { edits: [{ newText: '{\n  "rules": {\n    "term-undefined": "off"\n  }\n}\n' }] },
    ]);
  });

  it('checking can be paused and goes on', async () => {
    const one = await start();
    const uri = await one.open(draftFile(), reportText({ year: 2026, extra: SLIP }));
    expect(codes(await one.findings(uri))).toContain('number-approximate');
    for (const paused of [true, false]) {
      const before = one.refreshes();
      await one.connection.sendNotification(PauseMethod, { paused });
      await one.waitForRefresh(before);
      expect((await one.findings(uri)).length > 0).toBe(!paused);
    }
  });
});

/** Two characters that stand for a number below 150. */
const han = (i: number): string =>
  `${'甲乙丙丁戊己庚辛壬癸'[i % 10] ?? ''}${'东南西北中上下左右前后内外天地'[Math.floor(i / 10)] ?? ''}`;

describe('completion', () => {
  const ask = async (one: TestClient, uri: string, text: string, offset: number, typed: boolean) => {
    const found = await one.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: positionOf(text, offset),
      context: typed ? { triggerKind: 2, triggerCharacter: '“' } : { triggerKind: 1 },
    });
    return Array.isArray(found) ? found : (found?.items ?? []);
  };

  it('offers terms behind “ and past figures on request', async () => {
    await writeFile(
      home.in('青禾区2025年政府工作报告.md'),
      reportText({ year: 2025, growth: '增长6.5%左右', glossary: ['1.“四张清单”：指项目、企业、人才、资金清单。'] }),
    );
    const one = await start({
      capabilities: { textDocument: { diagnostic: {}, completion: { completionItem: { snippetSupport: true } } } },
    });
    const text = reportText({ year: 2026, growth: '', extra: '用好“”。' });
    const uri = await one.open(draftFile(), text);
    await one.findings(uri);
    const terms = await ask(one, uri, text, text.indexOf('“”') + 1, true);
    const term = terms.find(({ label }) => label === '“四张清单”');
    expect(term).toMatchObject({ filterText: '四张清单”', documentation: '指项目、企业、人才、资金清单。' });
    expect(applyTextEdits(text, { title: '', edit: { changes: { a: [term?.textEdit as never] } } })).toContain(
      '用好“四张清单”。',
    );
    const place = text.indexOf('地区生产总值，') + '地区生产总值'.length;
    const ways = await ask(one, uri, text, place, false);
    expect(ways[0]).toMatchObject({ label: '增长6.5%左右', insertTextFormat: 2 });
    expect(ways[0]?.textEdit).toMatchObject({ newText: '增长${1:6.5}%左右' });
    expect(await ask(one, uri, text, place, true)).toEqual([]);
    expect(await ask(one, 'file:///nowhere/x.md', text, 0, false)).toEqual([]);
  });

  it('sends definitions one by one to clients that ask for them, and the most used of many terms', async () => {
    const glossary = Array.from({ length: 150 }, (_, i) => `${i + 1}.“${han(i)}清单”：指第${i + 1}张清单。`);
    await writeFile(
      home.in('青禾区2025年政府工作报告.md'),
      reportText({ year: 2025, glossary, extra: '抓好各项重点工作，不断增进民生福祉。'.repeat(300) }),
    );
    const resolveSupport = { properties: ['documentation'] };
    const one = await start({
      capabilities: { textDocument: { diagnostic: {}, completion: { completionItem: { resolveSupport } } } },
    });
    const text = reportText({ year: 2026, extra: `用好“${han(7)}清单”。用好“` });
    const uri = await one.open(draftFile(), text);
    await one.findings(uri);
    const at = text.lastIndexOf('用好“') + '用好“'.length;
    const list = (await one.connection.sendRequest(CompletionRequest.type, {
      textDocument: { uri },
      position: positionOf(text, at),
      context: { triggerKind: 2, triggerCharacter: '“' },
    })) as CompletionList;
    expect([list.isIncomplete, list.items.length]).toEqual([true, 100]);
    // Used twice, and once; all others are only explained.
    expect(list.items.slice(0, 2).map(({ label }) => label)).toEqual(['“三稳两进”', `“${han(7)}清单”`]);
    const [, first = { label: '' }] = list.items;
    expect(first).toMatchObject({ sortText: '0001', filterText: `${han(7)}清单”` });
    expect(first).not.toHaveProperty('documentation');
    const resolve = (item: CompletionItem): Promise<CompletionItem> =>
      one.connection.sendRequest(CompletionResolveRequest.type, item);
    expect(await resolve(first)).toEqual({ ...first, documentation: '指第8张清单。' });
    // A later list does not take its definitions away; what nobody knows comes back as it was.
    const typed = text.slice(0, at) + han(140) + text.slice(at);
    await one.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text: typed }],
    });
    const narrowed = await ask(one, uri, typed, at + 2, false);
    expect(narrowed.map(({ label }) => label)).toEqual([`“${han(140)}清单”`]);
    expect((await resolve(first)).documentation).toBe('指第8张清单。');
    expect((await resolve(narrowed[0] ?? first)).documentation).toBe('指第141张清单。');
    expect(await resolve({ label: '无', data: { list: 99, index: 0 } })).toEqual({
      label: '无',
      data: { list: 99, index: 0 },
    });
  });
});

describe('finding one’s way', () => {
  const past = (): string => home.in('青禾区2025年政府工作报告.md');
  const text = reportText({ year: 2026, extra: '用好三稳两进［1］。推行“四进四送”。' });
  const everything = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };
  const openBoth = async (options: ClientOptions = {}): Promise<[TestClient, string]> => {
    await writeFile(past(), reportText({ year: 2025, growth: '增长6.5%左右' }));
    const one = await start(options);
    const uri = await one.open(draftFile(), text);
    return [one, uri];
  };
  const at = (words: string): { line: number; character: number } => positionOf(text, text.indexOf(words) + 1);

  it('references and highlights follow a term', async () => {
    const [one, uri] = await openBoth();
    const textDocument = { uri };
    const ask = (includeDeclaration: boolean): Promise<Location[] | null> =>
      one.connection.sendRequest(ReferencesRequest.type, {
        textDocument,
        position: at('三稳两进'),
        context: { includeDeclaration },
      });
    const all = (await ask(true)) ?? [];
    expect(new Set(all.map((place) => place.uri))).toEqual(new Set([uri, uriOf(past())]));
    expect(all.length - ((await ask(false)) ?? []).length).toBe(2);
    const marked = await one.connection.sendRequest(DocumentHighlightRequest.type, {
      textDocument,
      position: at('三稳两进'),
    });
    expect(marked?.map(({ kind }) => kind)).toEqual([2, 2, 2, 3]);
  });

  it('a term is renamed in body and glossary', async () => {
    const [one, uri] = await openBoth();
    const params = { textDocument: { uri }, position: at('三稳两进') };
    expect(await one.connection.sendRequest(PrepareRenameRequest.type, params)).toMatchObject({
      placeholder: '三稳两进',
    });
    const edit = await one.connection.sendRequest(RenameRequest.type, { ...params, newName: '四稳四进' });
    const after = applyTextEdits(text, { title: '', ...(edit !== null && { edit }) });
    expect(after).not.toContain('三稳两进');
    expect(after).toContain('1.“四稳四进”：');
    expect(JSON.stringify(edit)).not.toContain('2025');
    await expect(one.connection.sendRequest(RenameRequest.type, { ...params, newName: ' ' })).rejects.toThrow(
      '不含引号',
    );
  });

  it('symbols of all reports are found by name', async () => {
    const [one, uri] = await openBoth();
    await one.findings(uri);
    const found = (await one.connection.sendRequest(WorkspaceSymbolRequest.type, {
      query: '稳两进',
    })) as SymbolInformation[];
    expect(found.map(({ containerName }) => containerName)).toEqual(['青禾区 2026', '青禾区 2025']);
  });

  it('note marks lead to their entries', async () => {
    const [one, uri] = await openBoth();
    const links = await one.connection.sendRequest(DocumentLinkRequest.type, { textDocument: { uri } });
    const line = positionOf(text, text.lastIndexOf('三稳两进')).line + 1;
    expect(links?.[0]?.target?.startsWith(`${uri}#L${String(line)},`)).toBe(true);
  });

  it('targets have hints, unless a setting says no', async () => {
    const [one, uri] = await openBoth({ settings: {} });
    const ask = async (): Promise<string[]> => {
      const hints: InlayHint[] | null = await one.connection.sendRequest(InlayHintRequest.type, {
        textDocument: { uri },
        range: everything,
      });
      return (hints ?? []).map(({ label }) => (label as InlayHintLabelPart[]).map(({ value }) => value).join(''));
    };
    expect(await ask()).toContain('2025：目标 6.5%左右，完成 5.8%');
    one.settings = { inlayHints: false };
    const before = one.refreshes();
    await one.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await one.waitForRefresh(before);
    expect(await ask()).toEqual([]);
  });

  it('parts and targets have lenses, which show places in our client', async () => {
    const [one, uri] = await openBoth({ initializationOptions: { commandLinks: true } });
    const lenses = (await one.connection.sendRequest(CodeLensRequest.type, { textDocument: { uri } })) ?? [];
    expect(lenses.some(({ command }) => /^字数 \d+ · 名词未释义 1 · 数据 \d+$/.test(command?.title ?? ''))).toBe(true);
    const compare = lenses.find(({ command }) => command?.title === '与往年对照')?.command;
    expect(compare?.command).toBe(HoverCommands.showLocations);
    expect((compare?.arguments?.[2] as Location[]).map((place) => place.uri)).toEqual([uriOf(past())]);
    expect(await one.hover(uri, text, '三稳两进')).toContain(`[全部用例 3](command:${HoverCommands.showLocations}?`);
  });

  it('an indicator leads to its other places in our client alone', async () => {
    const [ours, uri] = await openBoth({ initializationOptions: { commandLinks: true } });
    expect(await ours.hover(uri, text, '地区生产总值')).toMatch(
      new RegExp(`\\[其他出处 \\d+\\]\\(command:${HoverCommands.peekElsewhere}\\?`),
    );
    const [other, same] = await openBoth();
    expect(await other.hover(same, text, '地区生产总值')).not.toContain('command:');
  });

  it('a cell of a notebook, from a client that sends it, is a text like others and harms none', async () => {
    const [one, uri] = await openBoth();
    const cell = 'vscode-notebook-cell:/nowhere/%E7%A8%BF.ipynb#W0sZmlsZQ%3D%3D';
    await one.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri: cell, languageId: 'python', version: 1, text: 'print("增长约1200人左右")' },
    });
    expect(await one.findings(cell)).toEqual([]);
    const place = { textDocument: { uri: cell }, position: { line: 0, character: 3 } };
    expect((await one.connection.sendRequest(CodeLensRequest.type, place)) ?? []).toEqual([]);
    await one.close(cell);
    expect(await one.hover(uri, text, '三稳两进')).toContain('三稳两进');
  });

  it('terms and values are set off', async () => {
    const [one, uri] = await openBoth();
    const { capabilities } = one.initialized;
    expect(capabilities.semanticTokensProvider?.legend.tokenTypes).toContain('definedTerm');
    const tokens = await one.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    const kinds = (tokens?.data ?? []).filter((_, i) => i % 5 === 3);
    expect(new Set(kinds)).toEqual(new Set([0, 1, 2, 3]));
  });

  it('documents that are closed or never were open have nothing of it', async () => {
    const [one, open] = await openBoth();
    await one.close(open);
    for (const uri of [open, 'file:///nowhere/x.md', 'untitled:Untitled-1']) {
      const place = { textDocument: { uri }, position: { line: 0, character: 0 } };
      const { connection } = one;
      expect(
        await connection.sendRequest(ReferencesRequest.type, { ...place, context: { includeDeclaration: true } }),
      ).toBeNull();
      expect(await connection.sendRequest(DocumentHighlightRequest.type, place)).toBeNull();
      expect(await connection.sendRequest(PrepareRenameRequest.type, place)).toBeNull();
      expect(await connection.sendRequest(RenameRequest.type, { ...place, newName: '甲' })).toBeNull();
      expect(await connection.sendRequest(DocumentLinkRequest.type, place)).toBeNull();
      expect(await connection.sendRequest(CodeLensRequest.type, place)).toBeNull();
      expect(await connection.sendRequest(InlayHintRequest.type, { ...place, range: everything })).toBeNull();
      expect((await connection.sendRequest(SemanticTokensRequest.type, place))?.data).toEqual([]);
    }
  });
});
