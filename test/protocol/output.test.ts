import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';
import Ajv from 'ajv-draft-04';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCommand } from './command';
import { reportText, SLIP } from './texts';

/** What `check` prints for other programs, as those programs take it. */

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'policy-drafting-output-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function put(name: string, content: string): Promise<void> {
  await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
  await writeFile(path.join(folder, name), content);
}

interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly charOffset: number;
  readonly charLength: number;
}
interface Location {
  readonly physicalLocation: { artifactLocation: { uri: string }; region: Region };
  readonly message?: { text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { text: string };
  readonly locations: [Location];
  readonly relatedLocations?: Location[];
  readonly occurrenceCount: number;
  readonly partialFingerprints: Record<string, string>;
  readonly suppressions: { kind: string; justification?: string }[];
  readonly fixes?: {
    artifactChanges: {
      artifactLocation: { uri: string };
      replacements: { deletedRegion: Region; insertedContent: { text: string } }[];
    }[];
  }[];
}
interface Log {
  readonly version: string;
  readonly runs: [
    {
      tool: { driver: { rules: { id: string; helpUri: string; defaultConfiguration: { level: string } }[] } };
      language: string;
      columnKind: string;
      results: Result[];
    },
  ];
}

// The schema as Microsoft publishes it. Its patterns predate the `u` flag, and its only format is `uri-reference`.
const ajv = new Ajv({ strict: false, unicodeRegExp: false, allErrors: true });
ajv.addFormat('uri', { validate: (text: string) => URL.canParse(text) });
ajv.addFormat('uri-reference', {
  // past/2025%E5%B9%B4.md
  validate: (text: string) =>
    /^(?:[\w!$&'()*+,;=:@/?#.~-]|%[\da-f]{2})*$/i.test(text) && URL.canParse(text, 'file:///'),
});
ajv.addFormat('date-time', { validate: (text: string) => !Number.isNaN(Date.parse(text)) });
const isSarif = ajv.compile(schema);

async function sarif(...args: string[]): Promise<Log['runs'][0] & { readonly code: number }> {
  const { code, out, err } = await runCommand(folder, ['check', '--format', 'sarif', ...args]);
  expect(err).toBe('');
  const log = JSON.parse(out) as Log;
  expect(isSarif(log), JSON.stringify(isSarif.errors, null, 1)).toBe(true);
  return { ...log.runs[0], code };
}

const fingerprints = (results: readonly Result[]): string[] =>
  results.flatMap(({ partialFingerprints }) => Object.values(partialFingerprints)).sort();

/** The words at a region, cut out by line and column as an editor would, then by offset. */
function wordsAt(text: string, region: Region): [string, string] {
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/u);
  const at = (line: number, column: number): number => lines.slice(0, line - 1).join('').length + column - 1;
  return [
    text.slice(at(region.startLine, region.startColumn), at(region.endLine, region.endColumn)),
    text.slice(region.charOffset, region.charOffset + region.charLength),
  ];
}

/** Findings of every level, some with places in the past report, some with fixes, in a text beyond the first plane. */
const DRAFT = reportText({
  year: 2026,
  growth: '增长百分之六左右',
  extra: `𠮷祥街道新建道路3条,改造管网12公里。${SLIP}\n\n建设“青禾好办服务圈。`,
});

describe('check --format sarif', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('is valid and right to the UTF-16 unit, with %s', async (_name, lineBreak) => {
    const text = DRAFT.replaceAll('\n', lineBreak);
    const past = reportText({ year: 2025 }).replaceAll('\n', lineBreak);
    await put('2026.md', text);
    await put('往年/2025.txt', past);
    const run = await sarif('2026.md');
    expect(run).toMatchObject({ code: 1, columnKind: 'utf16CodeUnits', language: 'zh-CN' });

    const { out } = await runCommand(folder, ['check', '--format', 'json', '2026.md']);
    const [file] = (JSON.parse(out) as { files: [{ findings: { rule: string; start: number; end: number }[] }] }).files;
    expect(
      run.results.map(
        ({
          ruleId,
          locations: [
            {
              physicalLocation: { region },
            },
          ],
        }) => [ruleId, region.charOffset],
      ),
    ) //
      .toEqual(file.findings.map(({ rule, start }) => [rule, start]));
    for (const { locations, fixes = [] } of run.results) {
      const [byColumn, byOffset] = wordsAt(text, locations[0].physicalLocation.region);
      expect(byColumn).toBe(byOffset);
      for (const { artifactChanges } of fixes)
        for (const { replacements } of artifactChanges) expect(replacements.length).toBeGreaterThan(0);
    }
    const approximate = run.results.find(({ ruleId }) => ruleId === 'number-approximate');
    expect(approximate?.locations[0].physicalLocation.region.startColumn).toBeGreaterThan(20);
    const width = run.results.find(({ ruleId }) => ruleId === 'punctuation-width');
    const [replacement] = width?.fixes?.[0]?.artifactChanges[0]?.replacements ?? [];
    expect(replacement?.insertedContent.text).toBe('，');

    const format = run.results.find(({ ruleId }) => ruleId === 'target-format');
    const [related] = format?.relatedLocations ?? [];
    expect(related?.physicalLocation.artifactLocation.uri).toBe(`${encodeURIComponent('往年')}/2025.txt`);
    const region = related?.physicalLocation.region;
    expect(region === undefined ? [] : wordsAt(past, region)).toEqual([
      expect.stringContaining('增长6%左右'),
      expect.stringContaining('增长6%左右'),
    ]);
  });

  it('names every rule with its level and the address of its page', async () => {
    await put('a.md', DRAFT);
    const { tool, results } = await sarif('a.md');
    const { rules } = tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { id, helpUri } of rules) expect(helpUri).toMatch(new RegExp(`^https://.+/${id}\\.md$`));
    for (const { ruleId, ruleIndex } of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
    expect(new Set(results.map(({ level }) => level))).toEqual(new Set(['error', 'warning', 'note']));
  });

  it('carries what a comment or the baseline silences, and says so', async () => {
    const silenced = DRAFT.replace('继续推进', '<!-- policy-drafting-disable number-approximate -->\n继续推进');
    await put('a.md', silenced);
    const before = await sarif('a.md');
    expect(before.results.filter(({ suppressions }) => suppressions.length > 0).map(({ ruleId }) => ruleId)).toEqual([
      'number-approximate',
    ]);
    await runCommand(folder, ['check', 'a.md', '--baseline', 'known.json', '--update-baseline']);
    const after = await sarif('a.md', '--baseline', 'known.json');
    expect(after.code).toBe(0);
    expect(fingerprints(after.results)).toEqual(fingerprints(before.results));
    for (const { ruleId, suppressions } of after.results)
      expect(suppressions).toEqual([{ kind: ruleId === 'number-approximate' ? 'inSource' : 'external' }]);
  });

  it.each([
    ['its reason', ' -- 上级文件如此，照录', [{ kind: 'inSource', justification: '上级文件如此，照录' }]],
    ['no reason', ' --', [{ kind: 'inSource' }]],
  ])('carries a comment with %s', async (_what, reason, expected) => {
    const comment = `<!-- policy-drafting-disable number-approximate${reason} -->`;
    await put('a.md', DRAFT.replace('继续推进', `${comment}\n继续推进`));
    const { results } = await sarif('a.md');
    const silenced = results.filter(({ suppressions }) => suppressions.length > 0);
    expect(silenced.map(({ suppressions }) => suppressions)).toEqual([expected]);
  });

  it.each(['青禾 2026#一稿?.md', '100%.md', 'a:b.md', '甲/乙 丙/稿.md', "c'd(1)[2].md"])(
    'writes %j as an address that leads back',
    async (name) => {
      await put(name, DRAFT);
      const { results } = await sarif(name);
      const base = pathToFileURL(`${folder}/`);
      for (const { locations } of results) {
        const { uri } = locations[0].physicalLocation.artifactLocation;
        expect(fileURLToPath(new URL(uri, base))).toBe(path.join(folder, name));
      }
    },
  );

  it('is valid where nothing is found, where nothing is a report, and for standard input', async () => {
    await put('a.md', reportText({ year: 2026 }).replaceAll('新增城镇就业', '城镇新增就业'));
    expect((await sarif('a.md')).results).toEqual([]);
    await mkdir(path.join(folder, 'empty'));
    expect((await sarif('empty')).results).toEqual([]);
    const { out } = await runCommand(folder, ['check', '--stdin', '--format', 'sarif', '--lang', 'en'], DRAFT);
    const log = JSON.parse(out) as Log;
    expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
    expect(log.runs[0].language).toBe('en-US');
    expect(log.runs[0].results.length).toBeGreaterThan(3);
  });
});

/** One workflow command as the runner of GitHub Actions reads it. */
function parseCommand(line: string): { command: string; properties: Record<string, string>; data: string } {
  const match = /^::(\w+) ([^:]*)::(.*)$/u.exec(line);
  const unescape = (text = ''): string =>
    text
      .replaceAll('%3A', ':')
      .replaceAll('%2C', ',')
      .replaceAll('%0D', '\r')
      .replaceAll('%0A', '\n')
      .replaceAll('%25', '%');
  const properties = (match?.[2] ?? '').split(',').map((pair) => {
    const [name = '', ...value] = pair.split('=');
    return [name, unescape(value.join('='))];
  });
  return { command: match?.[1] ?? '', properties: Object.fromEntries(properties) as never, data: unescape(match?.[3]) };
}

describe('check --format github', () => {
  it('is one command a finding, hints left out, that the runner reads back', async () => {
    const name = '稿,1:2%.md';
    await put(name, DRAFT);
    const { out, code } = await runCommand(folder, ['check', '--format', 'github', name]);
    expect(code).toBe(1);
    const commands = out.trimEnd().split('\n').map(parseCommand);
    const json = await runCommand(folder, ['check', '--format', 'json', name]);
    const [file] = (
      JSON.parse(json.out) as {
        files: [{ findings: { rule: string; severity: string; message: string; line: number; column: number }[] }];
      }
    ).files;
    const louder = file.findings.filter(({ severity }) => severity !== 'hint');
    expect(louder.length).toBeGreaterThan(3);
    expect(
      commands.map(({ command, properties, data }) => [
        command,
        properties.file,
        properties.title,
        properties.line,
        data,
      ]),
    ).toEqual(
      louder.map(({ rule, severity, message, line }) => [
        severity === 'information' ? 'notice' : severity,
        name,
        rule,
        String(line),
        message,
      ]),
    );
    for (const [index, { properties }] of commands.entries()) {
      // GitHub takes columns only for a place within one line.
      expect(properties.col).toBe(properties.line === properties.endLine ? String(louder[index]?.column) : undefined);
    }
  });
});

describe('check --format text', () => {
  it('shows the line and a mark of the same width right under the words', async () => {
    await put('a.md', DRAFT);
    const { out } = await runCommand(folder, ['check', 'a.md']);
    const lines = out.split('\n');
    const at = lines.findIndex((line) => line.includes('number-approximate'));
    expect(lines[at + 1]).toContain('约1200人左右');
    // 约, 1200 and 人左右 fill two, four and six columns.
    expect(lines[at + 2]?.trim()).toBe('^'.repeat(12));
    expect(out).toMatch(/共 1 份报告：错误 \d+，警告 \d+，信息 \d+，提示 \d+。\n$/u);
  });
});

describe('a report with control characters in its words', () => {
  it.each([
    ['compare', '2025.md', '2026.md'],
    ['ledger', '2026.md'],
    ['targets', '2026.md'],
    ['figures', '2026.md'],
  ])('%s sends none of them to a terminal', async (...args) => {
    const year = (one: number): string =>
      reportText({ year: one, growth: `增长${String(2031 - one)}%左右` })
        .replaceAll('地区生产总值', '地区\u001B生产总值')
        .replaceAll('增长5%左右', '增长5\u001B%左右');
    await put('2025.md', year(2025));
    await put('2026.md', year(2026));
    const { out, err } = await runCommand(folder, args);
    expect(out.length).toBeGreaterThan(100);
    expect(`${out}${err}`.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u);
  });
});
