import { chmod, mkdir, mkdtemp, readFile, readdir, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandRun } from './command';
import { runCommand } from './command';
import { reportText, SLIP } from './texts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-cli-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Runs the built command in the folder of the test. */
const cli = (args: readonly string[], input?: string | Buffer): Promise<CommandRun> => runCommand(folder, args, input);

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
  readonly excerpt: string;
  readonly count: number;
  readonly related: { path: string; start: number; end: number; message: string }[];
  readonly fixes: { title: string; kind: string; edits: { start: number; end: number; text: string }[] }[];
}
interface Check {
  readonly schema: number;
  readonly files: { path: string; issuer: string | null; planYear: number | null; findings: Finding[] }[];
  readonly summary: Record<string, number>;
}

async function check(...args: string[]): Promise<Check & { readonly code: number; readonly err: string }> {
  const { code, out, err } = await cli(['check', '--format', 'json', ...args]);
  return { ...(JSON.parse(out) as Check), code, err };
}

const rulesIn = (result: Check): string[] => result.files.flatMap(({ findings }) => findings.map(({ rule }) => rule));
const put = (name: string, content: string | Buffer): Promise<void> => writeFile(path.join(folder, name), content);
const FAULTY = reportText({ year: 2026, extra: SLIP });
/** 全角以外的逗号可自动修改。 */
const FIXABLE = reportText({ year: 2026, extra: '新建道路3条,改造管网12公里。' });

describe('check', () => {
  it('prints the shape of the contract', async () => {
    await mkdir(path.join(folder, '往年'));
    await put('2026.md', reportText({ year: 2026, growth: '增长百分之六左右', extra: SLIP }));
    await put('往年/2025.txt', reportText({ year: 2025 }));
    const result = await check('2026.md');
    expect(result.schema).toBe(1);
    expect(result.files.map(({ path: file, issuer, planYear }) => [file, issuer, planYear])).toEqual([
      ['2026.md', '青禾区', 2026],
    ]);
    const text = await readFile(path.join(folder, '2026.md'), 'utf8');
    const found = result.files[0]?.findings ?? [];
    const approximate = found.find(({ rule }) => rule === 'number-approximate');
    expect(Object.keys(approximate ?? {})).toEqual(
      expect.arrayContaining([
        'rule',
        'severity',
        'message',
        'start',
        'end',
        'line',
        'column',
        'excerpt',
        'count',
        'related',
        'fixes',
      ]),
    );
    for (const one of found) {
      expect(text.slice(one.start, one.end).slice(0, 80)).toBe(one.excerpt);
      const before = text.slice(0, one.start).split('\n');
      expect([one.line, one.column]).toEqual([before.length, (before.at(-1)?.length ?? 0) + 1]);
    }
    const format = found.find(({ rule }) => rule === 'target-format');
    expect(format?.related[0]?.path).toBe('往年/2025.txt');
    const sum = (severity: string): number => found.filter((one) => one.severity === severity).length;
    expect(result.summary).toEqual({
      error: sum('error'),
      warning: sum('warning'),
      information: sum('information'),
      hint: sum('hint'),
    });
    expect(result.code).toBe(sum('error') > 0 ? 1 : 0);
  });

  it('lists every report of a folder, sorted, findings or not, and nothing else', async () => {
    await mkdir(path.join(folder, 'b'));
    await mkdir(path.join(folder, 'node_modules'));
    await mkdir(path.join(folder, '.old'));
    await put('c.md', FAULTY);
    await put('b/a.txt', reportText({ year: 2025 }));
    await put('notes.md', '# Notes\n');
    await put('node_modules/x.md', FAULTY);
    await put('.old/x.md', FAULTY);
    const result = await check();
    expect(result.files.map(({ path: file }) => file)).toEqual(['b/a.txt', 'c.md']);
    expect(result.err).toBe('');
  });

  it('ends with 0, 1 or 2 as the contract says', async () => {
    await put('clean.md', reportText({ year: 2026 }).replaceAll('新增城镇就业', '城镇新增就业'));
    await put('warned.md', FAULTY);
    await put('wrong.md', reportText({ year: 2026, extra: '建设“青禾好办服务圈。' }));
    expect((await check('clean.md')).code).toBe(0);
    expect((await check('warned.md')).code).toBe(0);
    const { summary } = await check('warned.md');
    expect((await check('warned.md', '--max-warnings', String(summary.warning))).code).toBe(0);
    expect((await check('warned.md', '--max-warnings', '0')).code).toBe(1);
    expect((await check('wrong.md')).code).toBe(1);

    const missing = await check('clean.md', 'nowhere.md');
    expect(missing.code).toBe(2);
    expect(missing.err.trim().split('\n')).toHaveLength(1);
    expect(missing.err).toContain('nowhere.md');
    expect(missing.files.map(({ path: file }) => file)).toEqual(['clean.md']);
  });

  it.each([
    [['check', '--format', 'yaml']],
    [['check', '--no-such-option']],
    [['check', '--max-warnings', '-1']],
    [['check', '--max-warnings=few']],
    [['check', '--stdin-path', 'a.md']],
    [['check', '--stdin', 'a.md']],
    [['check', '--lang', 'fr']],
    [['extract']],
    [['extract', 'a.md', '--format', 'sarif']],
    [['rules', 'a.md']],
    [['lsp']],
    [['nothing']],
    [[]],
  ])('refuses %j with one line and exit code 2', async (args) => {
    const { code, out, err } = await cli(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    [['check', '--fromat', 'json'], '没有名为“--fromat”的选项', 'there is no option “--fromat”'],
    [['check', '--format'], '选项“--format”后缺取值', 'the option “--format” lacks its value'],
    [['check', '--fix=yes'], '选项“--fix”后不写取值', 'the option “--fix” takes no value'],
    [['check', '--config', '--fix'], '选项“--config”后缺取值', 'the option “--config” lacks its value'],
    [['check', '--format', 'yaml'], '--format 应为', '--format must be'],
    [['rules', 'a.md'], '不接受文件路径', 'takes no paths'],
  ])('says what is wrong with %j in the language asked for', async (args, zh, en) => {
    const [command = '', ...rest] = args;
    expect((await cli(args)).err).toContain(zh);
    expect((await cli([command, '--lang=en', ...rest])).err).toContain(en);
  });

  it('says in one line that a text is no report', async () => {
    await put('notes.md', `# 会议纪要\n\n${SLIP}\n`);
    const result = await check('notes.md');
    expect(result).toMatchObject({ code: 0, files: [] });
    expect(result.err.trim().split('\n')).toHaveLength(1);
    expect(result.err).toContain('notes.md');
  });

  it('does not read what is larger than any report', async () => {
    await put('a.md', FAULTY);
    await put('dump.txt', '');
    await truncate(path.join(folder, 'dump.txt'), 1 << 30);
    const result = await check('.');
    expect(result.files.map((file) => file.path)).toEqual(['a.md']);
    expect([result.code === 2, result.err.trim().split('\n').length]).toEqual([false, 1]);
    expect(result.err).toContain('过大');
  });

  it('cannot read what is no text, but goes past it in a folder', async () => {
    await put('图.txt', Buffer.from([0x89, 0x50, 0, 0, 1, 2, 3, 0xff]));
    await put('a.md', FAULTY);
    const named = await check('图.txt', 'a.md');
    expect(named.code).toBe(2);
    expect(named.err.trim().split('\n')).toHaveLength(1);
    expect(named.files.map(({ path: file }) => file)).toEqual(['a.md']);
    expect((await check('.')).code).toBe(0);
  });

  it('speaks English where asked', async () => {
    await put('a.md', FAULTY);
    const { out } = await cli(['check', '--lang', 'en', 'a.md']);
    expect(out).toContain('warning');
    expect(out).toMatch(/1 reports?: /u);
    expect((await cli(['check', '--lang', 'en', 'nowhere.md'])).err).toContain('cannot read nowhere.md');
  });

  it('speaks Chinese of a folder that is named en', async () => {
    await mkdir(path.join(folder, 'en'));
    expect((await cli(['check', 'en', 'nowhere'])).err).toContain('不存在');
  });

  it('follows suppression comments', async () => {
    await put(
      'a.md',
      FAULTY.replace('继续推进', '<!-- policy-drafting-disable-next-line number-approximate -->\n继续推进'),
    );
    expect(rulesIn(await check('a.md'))).not.toContain('number-approximate');
  });

  describe('precedents', () => {
    const draft = reportText({ year: 2026, growth: '增长百分之六左右' });

    it('are found by themselves below the root', async () => {
      await put('2026.md', draft);
      await put('2025.md', reportText({ year: 2025 }));
      expect(rulesIn(await check('2026.md'))).toContain('target-format');
    });

    it('are those given instead, filtered by issuer', async () => {
      await mkdir(path.join(folder, 'a'));
      await mkdir(path.join(folder, 'past'));
      await put('a/2026.md', draft);
      await put('past/2025.md', reportText({ year: 2025 }));
      await put('past/other.md', reportText({ year: 2025, issuer: '临溪区' }));
      expect(rulesIn(await check('a/2026.md'))).not.toContain('target-format');
      expect(rulesIn(await check('a/2026.md', '--precedents', 'past'))).toContain('target-format');
      expect(rulesIn(await check('a/2026.md', '--precedents', 'past/other.md'))).not.toContain('target-format');
    });

    it('are none where the path given is not there, with one line', async () => {
      await put('2026.md', draft);
      await put('2025.md', reportText({ year: 2025 }));
      const result = await check('2026.md', '--precedents', 'nowhere');
      expect(rulesIn(result)).not.toContain('target-format');
      expect(result.err.trim().split('\n')).toHaveLength(1);
      expect(result.code).toBe(0);
    });
  });

  describe('configuration', () => {
    it('is the nearest one upward, and makes the root', async () => {
      await mkdir(path.join(folder, '2026'));
      await put('policy-drafting.json', '{ "rules": { "number-approximate": "error" } }');
      await put('2026/a.md', reportText({ year: 2026, growth: '增长百分之六左右', extra: SLIP }));
      await put('2025.md', reportText({ year: 2025 }));
      const result = await check('2026/a.md');
      expect(result.code).toBe(1);
      expect(result.files[0]?.findings.find(({ rule }) => rule === 'number-approximate')?.severity).toBe('error');
      expect(rulesIn(result)).toContain('target-format');
    });

    it('gives way to the one on the command line', async () => {
      await put('policy-drafting.json', '{ "rules": { "number-approximate": "error" } }');
      await put('other.json', '// none\n{ "rules": { "number-approximate": "off", }, }');
      await put('a.md', FAULTY);
      expect(rulesIn(await check('a.md', '--config', 'other.json'))).not.toContain('number-approximate');
    });

    it('that cannot be followed is told with its place; the files are printed all the same', async () => {
      await put('policy-drafting.json', '{\n  "rules": { "number-aproximate": "off" },\n  "colour": 1\n}');
      await put('a.md', FIXABLE);
      const result = await check('a.md', '--fix');
      expect(result.code).toBe(2);
      expect(result.err.trim().split('\n')).toHaveLength(1);
      expect(result.err).toContain('policy-drafting.json:2:14');
      expect(result.files).toHaveLength(1);
      expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe(FIXABLE);
      expect((await check('a.md', '--config', 'nowhere.json')).code).toBe(2);
    });

    it('can ignore reports', async () => {
      await put('policy-drafting.json', '{ "reports": [{ "path": "b/**", "ignore": true }] }');
      await mkdir(path.join(folder, 'b'));
      await put('a.md', FAULTY);
      await put('b/b.md', FAULTY);
      expect((await check()).files.map(({ path: file }) => file)).toEqual(['a.md']);
      expect((await check('b/b.md')).files.map(({ path: file }) => file)).toEqual(['b/b.md']);
    });
  });

  describe('--fix', () => {
    it('mends safely, reports what is left, and changes nothing a second time', async () => {
      await put('a.md', FIXABLE);
      const before = await check('a.md');
      const safe = before.files[0]?.findings.filter(({ fixes }) => fixes.some(({ kind }) => kind === 'safe')) ?? [];
      expect(safe.length).toBeGreaterThan(0);
      const after = await check('a.md', '--fix');
      const fixed = await readFile(path.join(folder, 'a.md'), 'utf8');
      expect(fixed).toContain('新建道路3条，改造管网12公里。');
      expect(after.files[0]?.findings.flatMap(({ fixes }) => fixes.map(({ kind }) => kind))).not.toContain('safe');
      const { mtimeMs } = await stat(path.join(folder, 'a.md'));
      await check('a.md', '--fix');
      expect(await readFile(path.join(folder, 'a.md'), 'utf8')).toBe(fixed);
      expect((await stat(path.join(folder, 'a.md'))).mtimeMs).toBe(mtimeMs);
      expect(await readdir(folder)).toEqual(['a.md']);
    });

    it.each([
      ['gb18030', false],
      ['utf-8', true],
      ['utf-16le', true],
    ])('keeps %s, the line ends, the mode and a link', async (encoding, addBOM) => {
      const text = FIXABLE.replaceAll('\n', '\r\n');
      await put('real.txt', iconv.encode(text, encoding, { addBOM }));
      await chmod(path.join(folder, 'real.txt'), 0o640);
      await symlink('real.txt', path.join(folder, 'link.txt'));
      await check('link.txt', '--fix');
      const bytes = await readFile(path.join(folder, 'real.txt'));
      expect(bytes).toEqual(iconv.encode(text.replace('3条,', '3条，'), encoding, { addBOM }));
      expect((await stat(path.join(folder, 'real.txt'))).mode & 0o777).toBe(0o640);
    });

    it('mends a file whose name is as long as a name can be', async () => {
      const name = `${'长'.repeat(83)}.md`;
      await put(name, FIXABLE);
      expect((await check(name, '--fix')).code).not.toBe(2);
      expect(await readFile(path.join(folder, name), 'utf8')).not.toBe(FIXABLE);
      expect(await readdir(folder)).toEqual([name]);
    });

    it('leaves a file alone whose characters were lost', async () => {
      const bytes = Buffer.concat([Buffer.from(FIXABLE), Buffer.from([0xff, 0xfe, 0xff])]);
      await put('a.md', bytes);
      const result = await check('a.md', '--fix');
      expect(rulesIn(result)).toContain('encoding');
      expect(result.code).toBe(1);
      expect(await readFile(path.join(folder, 'a.md'))).toEqual(bytes);
    });
  });

  describe('--stdin', () => {
    it('is always a draft, under the path it is given', async () => {
      await put('2025.md', reportText({ year: 2025 }));
      const text = reportText({ year: 2026, growth: '增长百分之六左右' });
      const args = ['check', '--format', 'json', '--stdin', '--stdin-path', '稿/2026.md'];
      await put('policy-drafting.json', '{}');
      const result = JSON.parse((await cli(args, text)).out) as Check;
      expect(result.files[0]).toMatchObject({ path: '稿/2026.md', issuer: '青禾区' });
      expect(rulesIn(result)).toContain('target-format');
      const short = await cli(['check', '--format', 'json', '--stdin'], `今年${SLIP}\n`);
      expect(rulesIn(JSON.parse(short.out) as Check)).toContain('number-approximate');
    });

    it('that is no text, or far too long, is said in one line', async () => {
      const binary = await cli(['check', '--stdin'], Buffer.from([0, 1, 2, 0xff, 0]));
      expect([binary.code, binary.err.trim().split('\n').length]).toEqual([2, 1]);
      const long = await cli(['check', '--stdin', '--format', 'json'], '青禾区，'.repeat(300_000));
      expect([long.code, long.err.trim().split('\n').length]).toEqual([0, 1]);
      expect((JSON.parse(long.out) as Check).files).toEqual([]);
    });

    it('with --fix prints the fixed text only, in the encoding it came in', async () => {
      const args = ['check', '--stdin', '--stdin-path', 'a.md', '--fix'];
      expect((await cli(args, FIXABLE)).out).toBe(FIXABLE.replace('3条,', '3条，'));
      const { bytes } = await cli(args, iconv.encode(FIXABLE, 'gb18030'));
      expect(iconv.decode(bytes, 'gb18030')).toBe(FIXABLE.replace('3条,', '3条，'));
      expect(await readdir(folder)).toEqual([]);
    });
  });

  describe('--stdin --fix of what cannot be mended', () => {
    const broken = Buffer.concat([Buffer.from(FIXABLE), Buffer.from([0xff, 0xfe, 0x80])]);
    it.each([
      ['lost characters', broken, 1],
      ['too long a text', Buffer.from('青禾区，'.repeat(300_000)), 0],
      ['no text at all', Buffer.from([0, 1, 2, 0xff, 0]), 2],
    ])('%s come out as they went in', async (_what, input, code) => {
      const result = await cli(['check', '--stdin', '--fix'], input);
      expect(result.code).toBe(code);
      expect(result.bytes.equals(input)).toBe(true);
    });
  });

  describe('--baseline', () => {
    it('lets pass what was there, and shows what is new', async () => {
      await put('a.md', FAULTY);
      expect((await check('a.md', '--max-warnings', '0')).code).toBe(1);
      const written = await check('a.md', '--baseline', 'known.json', '--update-baseline', '--max-warnings', '0');
      expect(written).toMatchObject({ code: 0, summary: { error: 0, warning: 0 } });
      await put('a.md', FAULTY.replace('## 二、', '新的一段话。\n\n## 二、').replace(SLIP, `${SLIP}服务约300人左右。`));
      const result = await check('a.md', '--baseline', 'known.json');
      expect(result.files[0]?.findings.filter(({ rule }) => rule === 'number-approximate')).toHaveLength(1);
      expect(result.files[0]?.findings.find(({ rule }) => rule === 'number-approximate')?.excerpt).toContain('300');
    });

    it('may be named by the configuration', async () => {
      await put('policy-drafting.json', '{ "baseline": "known.json" }');
      await put('a.md', FAULTY);
      await check('a.md', '--update-baseline');
      expect((await check('a.md')).summary).toMatchObject({ error: 0, warning: 0 });
    });

    it('that is not there or is none is a mistake, told in one line; the files are printed all the same', async () => {
      await put('a.md', FAULTY);
      await put('broken.json', '{');
      for (const name of ['nowhere.json', 'broken.json', '.']) {
        const result = await check('a.md', '--baseline', name);
        expect(result.code).toBe(2);
        expect(result.err.trim().split('\n')).toHaveLength(1);
        expect(rulesIn(result)).toContain('number-approximate');
      }
      const { code } = await check('a.md', '--baseline', 'no/such/folder.json', '--update-baseline');
      expect(code).toBe(2);
      expect((await check('a.md', '--baseline', 'broken.json', '--update-baseline')).code).toBe(0);
      expect((await check('a.md', '--baseline', 'broken.json')).summary).toMatchObject({ error: 0, warning: 0 });
    });

    it('is never written over another file', async () => {
      await put('a.md', FAULTY);
      const others = { 'b.md': reportText({ year: 2025 }), 'policy-drafting.json': '{ "rules": {} /* ours */ }' };
      for (const [name, content] of Object.entries(others)) {
        await put(name, content);
        const { code, err } = await check('a.md', '--baseline', name, '--update-baseline');
        expect([code, err.trim().split('\n').length]).toEqual([2, 1]);
        expect(await readFile(path.join(folder, name), 'utf8')).toBe(content);
      }
    });

    it('stands beside its configuration, one for each, and names files by the way to them', async () => {
      for (const place of ['甲', '乙']) {
        await mkdir(path.join(folder, place, 'ci'), { recursive: true });
        await put(`${place}/policy-drafting.json`, '{ "baseline": "ci/known.json" }');
        await put(`${place}/a.md`, FAULTY);
      }
      expect((await check('--update-baseline')).summary).toMatchObject({ error: 0, warning: 0 });
      for (const place of ['甲', '乙']) {
        const { files } = JSON.parse(await readFile(path.join(folder, place, 'ci/known.json'), 'utf8')) as {
          files: object;
        };
        expect(Object.keys(files)).toEqual(['../a.md']);
      }
      await put('乙/ci/known.json', '\uFEFF{"schema":1,"files":{}}');
      const result = await check('.', '--max-warnings', '0');
      expect(result.code).toBe(1);
      expect(result.files.map(({ findings }) => findings.length > 0)).toEqual([true, false]);
    });

    it('holds nothing that a comment silences, keeps the other files, and is not written under a broken configuration', async () => {
      await put('a.md', FAULTY.replace('继续推进', '<!-- policy-drafting-disable number-approximate -->\n继续推进'));
      await put('b.md', reportText({ year: 2026, issuer: '临溪区', extra: SLIP }));
      const known = async (): Promise<Record<string, Record<string, number>>> =>
        (JSON.parse(await readFile(path.join(folder, 'known.json'), 'utf8')) as { files: never }).files;
      const write = (...paths: string[]): Promise<unknown> =>
        check(...paths, '--baseline', 'known.json', '--update-baseline');
      await write('a.md', 'b.md');
      const first = await known();
      const rulesOf = (file: string): string[] => Object.keys(first[file] ?? {}).map((key) => key.split(' ')[0] ?? '');
      expect(rulesOf('a.md')).not.toContain('number-approximate');
      expect(rulesOf('b.md')).toContain('number-approximate');
      await put('a.md', reportText({ year: 2026 }).replaceAll('新增城镇就业', '城镇新增就业'));
      await write('a.md');
      expect(await known()).toEqual({ 'b.md': first['b.md'] });
      await put('policy-drafting.json', '{ "rules": { "number-approximate": "loud" } }');
      await write('a.md', 'b.md');
      expect(await known()).toEqual({ 'b.md': first['b.md'] });
    });
  });
});

describe('extract', () => {
  it('prints the shape of the contract, an object for one file and an array for several', async () => {
    await put('a.md', FAULTY);
    await put('b.md', reportText({ year: 2025 }));
    const one = JSON.parse((await cli(['extract', 'a.md'])).out) as Record<string, unknown>;
    expect(one).toMatchObject({
      schema: 1,
      path: 'a.md',
      report: { title: '政府工作报告', issuer: '青禾区', region: '云川市', planYear: 2026, script: 'simplified' },
    });
    for (const list of ['headings', 'glossary', 'terms', 'statements']) {
      expect((one[list] as unknown[]).length).toBeGreaterThan(0);
    }
    const text = FAULTY;
    const { terms, statements, glossary } = one as Record<string, Record<string, unknown>[]>;
    const term = terms?.find((row) => row.text === '三稳两进');
    expect(term).toMatchObject({ quoted: true, entry: 'draft' });
    for (const row of statements ?? []) expect(text.slice(row.start as number, row.end as number)).toBe(row.text);
    expect(Object.keys(statements?.[0] ?? {})).toEqual([
      'indicator',
      'name',
      'text',
      'start',
      'end',
      'valueStart',
      'valueEnd',
      'role',
      'year',
      'period',
      'measure',
      'direction',
      'bound',
      'min',
      'max',
      'unit',
      'estimated',
      'stretch',
    ]);
    expect((glossary?.[0]?.uses as unknown[]).length).toBe(2);
    const two = JSON.parse((await cli(['extract', 'b.md', 'a.md'])).out) as { path: string }[];
    expect(two.map(({ path: file }) => file)).toEqual(['a.md', 'b.md']);
  });

  it('takes the reports of a folder only, always as an array', async () => {
    await put('a.md', FAULTY);
    await put('notes.md', '# Notes\n');
    const found = JSON.parse((await cli(['extract', '.'])).out) as { path: string }[];
    expect(found.map(({ path: file }) => file)).toEqual(['a.md']);
  });

  it('says who explains a term', async () => {
    await put('2026.md', reportText({ year: 2026, extra: '用好“四张清单”，做实“五色图谱”。' }));
    await put('2025.md', reportText({ year: 2025, glossary: ['1.“四张清单”：指项目、企业、人才、资金清单。'] }));
    await put(
      '邻区.md',
      reportText({ year: 2025, issuer: '临溪区', glossary: ['1.“五色图谱”：指按五种颜色标注的进度图。'] }),
    );
    const { terms } = JSON.parse((await cli(['extract', '2026.md'])).out) as {
      terms: { text: string; entry: string }[];
    };
    const entryOf = (words: string): string | undefined => terms.find(({ text }) => text === words)?.entry;
    expect([entryOf('四张清单'), entryOf('五色图谱'), entryOf('三稳两进')]).toEqual(['precedent', 'peer', 'draft']);
  });

  it('gives null and empty lists for a text that is no report', async () => {
    await put('a.txt', '会议通知。');
    const { code, out } = await cli(['extract', 'a.txt']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({
      schema: 1,
      path: 'a.txt',
      report: null,
      headings: [],
      glossary: [],
      terms: [],
      statements: [],
    });
  });

  it('counts offsets without a mark, in the text that --format text prints', async () => {
    await put('a.txt', iconv.encode(FAULTY, 'utf-16le', { addBOM: true }));
    expect((await cli(['extract', 'a.txt', '--format', 'text'])).out).toBe(FAULTY);
    const { headings } = JSON.parse((await cli(['extract', 'a.txt'])).out) as { headings: { start: number }[] };
    expect(FAULTY.slice(headings[0]?.start, (headings[0]?.start ?? 0) + 2)).toBe('一、');
  });

  it('ends with 2 for a file that cannot be read, and prints the others', async () => {
    await put('a.md', FAULTY);
    const { code, out, err } = await cli(['extract', 'a.md', 'nowhere.md']);
    expect(code).toBe(2);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect((JSON.parse(out) as unknown[]).length).toBe(1);
  });
});

describe('rules', () => {
  it('prints the shape of the contract', async () => {
    const { code, out } = await cli(['rules', '--format', 'json']);
    expect(code).toBe(0);
    const rules = JSON.parse(out) as Record<string, unknown>[];
    expect(rules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['term-undefined', 'target-format', 'encoding', 'configuration']),
    );
    for (const rule of rules) {
      expect(Object.keys(rule).sort()).toEqual([
        'category',
        'fix',
        'id',
        'options',
        'scope',
        'severity',
        'summary',
        'url',
      ]);
      expect(rule.url).toContain(String(rule.id));
    }
  });

  it('and a line a rule for people', async () => {
    const { out } = await cli(['rules', '--lang', 'en']);
    expect(out).toMatch(/^number-range\s+warning\s+\S/mu);
  });
});
