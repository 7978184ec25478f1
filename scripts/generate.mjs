/**
 * Writes everything that follows from the declarations of the rules: `npm run generate`.
 *
 * The pages under docs/rules, the settings block `policyDrafting.rules` of package.json with its texts in package.nls*,
 * and the schema of policy-drafting.json.
 */
import { build } from 'esbuild';
import { mkdir, readFile, readdir, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const LEVELS = ['error', 'warning', 'information', 'hint', 'off'];

const FIX = { none: '–', safe: '安全修改 safe', suggestion: '建议 suggestion' };

const { rules, linterRules, ruleUrl, SCHEMA_URL } = await load();
const described = [...rules, ...linterRules.map((rule) => ({ ...rule, sources: [], since: '0.1.0' }))];

const files = new Map();
for (const rule of described) files.set(`docs/rules/${rule.id}.md`, page(rule));
files.set('docs/rules/README.md', index());
files.set('schemas/policy-drafting.schema.json', JSON.stringify(schema(), null, 2));
files.set('package.json', await manifest());
for (const [file, language] of [
  ['package.nls.json', 'en'],
  ['package.nls.zh-cn.json', 'zh'],
]) {
  files.set(file, await texts(file, language));
}

for (const [file, content] of files) {
  const target = path.join(root, file);
  const wanted = await format(content, { filepath: target, printWidth: 120 });
  const current = await readFile(target, 'utf8').catch(() => null);
  if (current === wanted) continue;
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(target, wanted);
}
for (const name of await readdir(path.join(root, 'docs/rules'))) {
  if (!files.has(`docs/rules/${name}`)) await unlink(path.join(root, 'docs/rules', name));
}

/** The declarations, straight from the sources: generating needs no build. */
async function load() {
  const source = ['rules/index', 'rules/listing', 'linter']
    .map((file) => `export * from ${JSON.stringify(path.join(root, 'server/src/core', file))};`)
    .join('\n');
  const result = await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    write: false,
    logLevel: 'error',
  });
  return import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].contents).toString('base64')}`);
}

function page(rule) {
  const lines = [
    `# ${rule.id}`,
    `${rule.summary.zh}`,
    `${rule.summary.en}`,
    table(
      ['默认级别 Level', '修改 Fix', '范围 Scope', '类别 Category', '始于 Since'],
      [[rule.severity, FIX[rule.fix], rule.scope, rule.category, rule.since]],
    ),
  ];
  lines.push('## 为什么 Why', rule.rationale.zh, rule.rationale.en);
  if (rule.sources.length > 0) lines.push('## 依据 Sources', rule.sources.map((source) => `- ${source}`).join('\n'));
  const bad = rule.examples.filter((example) => example.bad !== undefined);
  const good = rule.examples.filter((example) => example.good !== undefined);
  if (bad.length > 0) lines.push('## 会提示 Reported', 'Each finding stands between ⟦ and ⟧.', ...bad.map(badExample));
  if (good.length > 0)
    lines.push('## 不提示 Not reported', ...good.map((example) => context(example) + fence(example.good)));
  const options = Object.entries(rule.options);
  if (options.length > 0) {
    lines.push(
      '## 选项 Options',
      table(
        ['选项 Option', '类型 Type', '默认 Default', '说明 Description'],
        options.map(([name, option]) => [
          `\`${name}\``,
          option.type,
          `\`${JSON.stringify(option.default)}\``,
          `${option.description.zh}<br>${option.description.en}`,
        ]),
      ),
    );
  }
  lines.push('## 如何不提示 Ways out', ...waysOut(rule));
  return `${lines.join('\n\n')}\n`;
}

function badExample(example) {
  const fixed = example.fixed === undefined ? '' : `\n\n改后 fixed:\n\n${fence(example.fixed)}`;
  return context(example) + fence(example.bad) + fixed;
}

/** What an example needs to know besides its text. */
function context(example) {
  const parts = [];
  if (example.options !== undefined) parts.push(`选项 options: \`${JSON.stringify(example.options)}\``);
  for (const text of example.precedents ?? []) parts.push(`往年报告 precedent:\n\n${fence(text)}`);
  if (example.sheet !== undefined) parts.push(`统计数据表 figures sheet:\n\n${fence(example.sheet)}`);
  for (const text of example.peers ?? []) parts.push(`外地报告 peer:\n\n${fence(text)}`);
  return parts.map((part) => `${part}\n\n`).join('');
}

function fence(text) {
  return `\`\`\`text\n${text}\n\`\`\``;
}

function waysOut(rule) {
  if (rule.category === 'linter') return [`\`"rules": { "${rule.id}": "off" }\``];
  return [
    '只此一处 only here:',
    `\`\`\`markdown\n<!-- policy-drafting-disable-next-line ${rule.id} -- 理由 reason -->\n\`\`\``,
    '纯文本 in plain text:',
    `\`\`\`text\n// policy-drafting-disable-next-line ${rule.id} -- 理由 reason\n\`\`\``,
    '全部关闭 everywhere, in `policy-drafting.json`:',
    `\`\`\`json\n{ "rules": { "${rule.id}": "off" } }\n\`\`\``,
  ];
}

function index() {
  const rows = described.map((rule) => [
    `[\`${rule.id}\`](${rule.id}.md)`,
    rule.severity,
    FIX[rule.fix],
    `${rule.summary.zh}<br>${rule.summary.en}`,
  ]);
  return [
    '# 规则 Rules',
    '本目录由 `npm run generate` 生成，请勿手改。Generated by `npm run generate`; do not edit.',
    table(['规则 Rule', '默认级别 Level', '修改 Fix', '内容 What'], rows),
    '## 级别 Levels',
    'error 自相矛盾或违反规范，warning 审稿人会退改，information 多半不是有意，hint 可以更好。A level for a rule in the configuration replaces its default and caps the others it may give.',
    '',
  ].join('\n\n');
}

function table(head, rows) {
  const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');
}

async function manifest() {
  const content = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const property = content.contributes.configuration.properties['policyDrafting.rules'];
  property.additionalProperties = false;
  property.properties = Object.fromEntries(
    described.map((rule) => [
      rule.id,
      choice(rule, { markdownDescription: `%rule.${rule.id}%` }, (name) => ({
        markdownDescription: `%rule.${rule.id}.${name}%`,
      })),
    ]),
  );
  return JSON.stringify(content, null, 2);
}

async function texts(file, language) {
  const content = JSON.parse(await readFile(path.join(root, file), 'utf8'));
  for (const key of Object.keys(content)) if (key.startsWith('rule.')) delete content[key];
  for (const rule of described) {
    content[`rule.${rule.id}`] = `${rule.summary[language]} ([${rule.id}](${ruleUrl(rule.id)}))`;
    for (const [name, option] of Object.entries(rule.options))
      content[`rule.${rule.id}.${name}`] = option.description[language];
  }
  return JSON.stringify(content, null, 2);
}

/** A level, or a level with the rule's options. */
function choice(rule, description, describe) {
  const level = { type: 'string', enum: LEVELS };
  const options = Object.entries(rule.options);
  if (options.length === 0) return { ...level, ...description, default: rule.severity };
  const properties = Object.fromEntries(
    options.map(([name, option]) => [name, { ...typeOf(option), default: option.default, ...describe(name, option) }]),
  );
  return {
    ...description,
    default: rule.severity,
    anyOf: [
      level,
      {
        type: 'array',
        minItems: 1,
        maxItems: 2,
        items: [level, { type: 'object', additionalProperties: false, properties }],
      },
    ],
  };
}

function typeOf(option) {
  return option.type === 'strings' ? { type: 'array', items: { type: 'string' } } : { type: option.type };
}

function schema() {
  const both = ({ zh, en }) => ({ description: `${zh}\n${en}` });
  const text = (zh, en) => ({ type: 'string', ...both({ zh, en }) });
  const words = (zh, en) => ({
    type: 'array',
    items: { type: 'string', minLength: 1 },
    uniqueItems: true,
    ...both({ zh, en }),
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: SCHEMA_URL,
    title: 'policy-drafting.json',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      reports: {
        type: 'array',
        ...both({
          zh: '更正报告识别结果；往年报告一般自动识别，不必设置。',
          en: 'Corrections to what was recognised; past reports are found by themselves.',
        }),
        items: {
          type: 'object',
          required: ['path'],
          additionalProperties: false,
          properties: {
            path: {
              ...text('文件或通配路径，以“/”分隔。', 'A file or a pattern, with / between its parts.'),
              minLength: 1,
            },
            issuer: text('作报告的政府所在地，如“青禾区”。', 'The place whose government reports.'),
            region: text('上级地名，如“云川市”。', 'The parent place.'),
            planYear: {
              type: 'integer',
              minimum: 1949,
              maximum: 2999,
              ...both({ zh: '报告所安排工作的年份。', en: 'The year whose work the report plans.' }),
            },
            ignore: { type: 'boolean', default: false, ...both({ zh: '不作为报告。', en: 'Leave the file out.' }) },
          },
        },
      },
      rules: {
        type: 'object',
        additionalProperties: false,
        ...both({ zh: '各规则的级别，或级别与选项。', en: 'The level of each rule, or its level and options.' }),
        properties: Object.fromEntries(
          described.map((rule) => [
            rule.id,
            choice(rule, both(rule.summary), (_name, option) => both(option.description)),
          ]),
        ),
      },
      terms: {
        type: 'object',
        additionalProperties: false,
        properties: {
          known: words('不必解释的名词。', 'Terms that never ask for an entry.'),
          ignore: words('不作为名词的词语。', 'Words that are no terms at all.'),
        },
      },
      baseline: text('基线文件，相对于本文件所在文件夹。', 'The baseline file, relative to this folder.'),
    },
  };
}
