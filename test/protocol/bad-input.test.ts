import { readdir, rm, symlink, writeFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { FileChangeType } from 'vscode-languageserver/node';
import { expect, it } from 'vitest';
import type { TestClient } from './client';
import { uriOf } from './client';
import { useHome } from './home';
import { reportText, SLIP } from './texts';

/** Whatever is put before it, the server says one clear thing where one is due and goes on serving. */

const home = useHome();
const { start } = home;

const inFolder = (name: string): string => home.in(name);

/** A good report is still helped with, and nothing of it or of the bad one stands in the log. */
async function expectService(one: TestClient, words: readonly string[] = []): Promise<void> {
  const text = reportText({ year: 2026, extra: SLIP });
  const uri = await one.open(inFolder('好的报告.md'), text);
  expect(await one.hover(uri, text, '三稳两进')).toContain('稳就业');
  expect((await one.findings(uri)).map(({ code }) => code)).toContain('number-approximate');
  for (const secret of ['稳就业', '实体经济', ...words]) expect(one.logs.join('\n')).not.toContain(secret);
}

it('an empty file', async () => {
  await writeFile(inFolder('空.md'), '');
  const one = await start();
  const uri = await one.open(inFolder('空.md'), '');
  expect(await one.findings(uri)).toEqual([]);
  const draft = await one.open(inFolder('空.zfbg.md'), '', 'policy-report');
  expect(await one.findings(draft)).toEqual([]);
  expect(await one.hover(draft, ' ', ' ')).toBeNull();
  expect(one.shown).toEqual([]);
  await expectService(one);
});

it('five megabytes in one line', async () => {
  const line = '推进高质量发展，'.repeat(Math.ceil(5_000_000 / 8));
  await writeFile(inFolder('长.txt'), line);
  const one = await start();
  const uri = await one.open(inFolder('长.txt'), line, 'plaintext');
  expect(await one.findings(uri)).toEqual([]);
  expect(one.shown).toEqual([]);
  const draft = await one.open(inFolder('长.zfbg.md'), `政府工作报告${line}`, 'policy-report');
  expect(await one.findings(draft)).toEqual([]);
  await one.waitFor(one.shown, (message) => message.includes('长.zfbg.md'), 'a message on the length');
  expect(one.shown).toHaveLength(1);
  await expectService(one, ['高质量']);
});

it('a report whose text stands in one line of half a million characters', async () => {
  const text = reportText({ year: 2026, extra: '推进高质量发展，新开工项目12个。'.repeat(30_000) }).replaceAll(
    '\n',
    '',
  );
  const one = await start();
  const uri = await one.open(inFolder('一行.md'), text);
  const answered = one.findings(uri);
  await expectService(one);
  await answered;
});

it('a binary file', async () => {
  const bytes = Buffer.from(Array.from({ length: 40_000 }, (_, i) => (i * 7919 + (i >> 3)) & 0xff));
  await writeFile(inFolder('图.txt'), bytes);
  const one = await start();
  const uri = await one.open(inFolder('图.txt'), bytes.toString('utf8'), 'plaintext');
  expect(await one.findings(uri)).toEqual([]);
  const draft = await one.open(inFolder('图.zfbg.md'), bytes.toString('utf8'), 'policy-report');
  const found = await one.findings(draft);
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['encoding', 1]]);
  await expectService(one);
});

it('GB18030 opened as UTF-8: one finding that says to reopen it', async () => {
  const bytes = iconv.encode(reportText({ year: 2026, extra: SLIP }), 'gb18030');
  await writeFile(inFolder('旧编码.txt'), bytes);
  const one = await start();
  const uri = await one.open(inFolder('旧编码.txt'), bytes.toString('utf8'), 'plaintext');
  const found = await one.findings(uri);
  expect(found.map(({ code, severity }) => [code, severity])).toEqual([['encoding', 1]]);
  expect(found[0]?.message).toContain('GB18030');
  // Opened rightly, all is well.
  await one.change(uri, iconv.decode(bytes, 'gb18030'));
  expect((await one.findings(uri)).map(({ code }) => code)).toContain('number-approximate');
  await expectService(one);
});

it('a past report in GB18030 is read as it should be', async () => {
  await writeFile(inFolder('2025.txt'), iconv.encode(reportText({ year: 2025 }), 'gb18030'));
  const one = await start({ initializationOptions: { commandLinks: true } });
  const uri = await one.open(inFolder('2026.md'), reportText({ year: 2026 }));
  await one.findings(uri);
  await one.waitFor(one.statuses, ({ draft }) => draft?.precedents === 1, 'a status with a precedent');
  await expectService(one);
});

it('an unreadable file is told once in the log', async () => {
  const loop = inFolder('循环.md');
  await symlink(loop, loop);
  const one = await start();
  await one.findings(await one.open(inFolder('2026.md'), reportText({ year: 2026 })));
  await one.touched(loop, FileChangeType.Created);
  await one.waitFor(one.logs, (message) => message.includes('循环.md'), 'a line in the log');
  await one.touched(loop, FileChangeType.Changed);
  await expectService(one);
  expect(one.logs.filter((message) => message.includes('循环.md'))).toHaveLength(1);
  expect(one.shown).toEqual([]);
});

it('a broken policy-drafting.json is told at its place, and what was known before stays in force', async () => {
  const configuration = inFolder('policy-drafting.json');
  await writeFile(configuration, '{\n  "rules": { "number-approximate": "hint" }\n}\n');
  const one = await start();
  const uri = await one.open(inFolder('2026.md'), reportText({ year: 2026, extra: SLIP }));
  const severity = async (): Promise<number | undefined> =>
    (await one.findings(uri)).find(({ code }) => code === 'number-approximate')?.severity;
  expect(await severity()).toBe(4);

  await writeFile(configuration, '{\n  "rules": { "number-approximate": \n}\n');
  await one.touched(configuration, FileChangeType.Changed);
  const broken = await one.waitFor(
    one.published,
    (sent) => sent.uri === uriOf(configuration) && sent.diagnostics.length > 0,
    'a finding in the configuration',
  );
  expect(broken.diagnostics).toHaveLength(1);
  expect(broken.diagnostics[0]).toMatchObject({ code: 'configuration', severity: 2, range: { start: { line: 2 } } });
  expect(await severity()).toBe(4);
  await expectService(one);

  await writeFile(configuration, '{ "rules": { "number-aproximate": "hint" }, "colour": 1 }');
  await one.touched(configuration, FileChangeType.Changed);
  const misspelt = await one.waitFor(
    one.published,
    (sent) => sent.uri === uriOf(configuration) && sent.diagnostics.length === 2,
    'two findings in the configuration',
  );
  expect(misspelt.diagnostics.map(({ range }) => range.start.character)).toEqual([13, 44]);
  expect(await severity()).toBe(2);

  await writeFile(configuration, '{}');
  await one.touched(configuration, FileChangeType.Changed);
  const last = one.published.length;
  await one.waitFor(
    one.published,
    (sent) => one.published.indexOf(sent) >= last - 1 && sent.diagnostics.length === 0,
    'no findings',
  );
});

it('past reports deleted while they are read', async () => {
  const names = Array.from({ length: 40 }, (_, i) => `${String(1980 + i)}.md`);
  await Promise.all(names.map((name, i) => writeFile(inFolder(name), reportText({ year: 1980 + i }))));
  const one = await start({ initializationOptions: { clientFiles: true } });
  await one.waitFor(one.statuses, ({ reading }) => reading !== undefined && reading.done > 0, 'reading to begin');
  await Promise.all((await readdir(home.folder)).map((name) => rm(inFolder(name))));
  await Promise.all(names.map((name) => one.touched(inFolder(name), FileChangeType.Deleted)));
  const uri = await one.open(inFolder('2026.md'), reportText({ year: 2026 }));
  await one.findings(uri);
  await one.waitFor(one.statuses, ({ draft }) => draft?.uri === uri && draft.precedents === 0, 'no precedent left');
  await one.touched(inFolder('从未有过.md'), FileChangeType.Created);
  await expectService(one);
  expect(one.shown).toEqual([]);
});

it('messages that make no sense', async () => {
  const one = await start();
  const uri = await one.open(inFolder('2026.md'), reportText({ year: 2026 }));
  await one.edit(uri, { start: { line: 9999, character: 9999 }, end: { line: 99999, character: 0 } }, '尾');
  await one.edit(uri, { start: { line: 0, character: 500 }, end: { line: 0, character: 900 } }, '');
  await one.touched(inFolder('../../etc/不在此处.md'), FileChangeType.Changed);
  await one.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: '%%%', type: 1 }] });
  await one.connection.sendNotification('policyDrafting/unknown', { anything: true });
  await expectService(one);
});

it('a client that promises everything and answers nothing it is asked', async () => {
  const refuse = { workspace: { configuration: true, didChangeWatchedFiles: { dynamicRegistration: true } } };
  const one = await start({
    capabilities: { ...refuse, window: { workDoneProgress: true }, textDocument: { diagnostic: {} } },
    deaf: true,
  });
  await expectService(one);
});

it('a client that can do nothing', async () => {
  const one = await start({ capabilities: { workspace: {}, window: {}, textDocument: {} }, diagnostics: 'push' });
  const text = reportText({ year: 2026, extra: SLIP });
  const uri = await one.open(inFolder('2026.md'), text);
  await one.waitFor(one.published, (sent) => sent.uri === uri && sent.diagnostics.length > 0, 'findings');
  expect(await one.hover(uri, text, '三稳两进')).toContain('稳就业');
});
