/**
 * Begins a rule: `npm run new-rule -- ID [--document]`.
 *
 * Writes the declaration with its examples to fill in, puts it into the list and generates its page. The laws fail until
 * the examples say what the rule does, which is the way to write it: examples first.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const folder = path.join(root, 'server/src/core/rules');
const [id] = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const whole = process.argv.includes('--document');

if (id === undefined || !/^[a-z]+(?:-[a-z]+)*$/.test(id)) {
  console.error('Usage: npm run new-rule -- ID [--document], the id in kebab case, such as number-range.');
  process.exit(2);
}
const target = path.join(folder, 'catalogue', `${id}.ts`);
if (existsSync(target)) {
  console.error(`${path.relative(root, target)} exists already.`);
  process.exit(2);
}

const name = id.replace(/-([a-z])/g, (_all, letter) => letter.toUpperCase());
await writeFile(target, declaration());

const list = path.join(folder, 'index.ts');
const source = await readFile(list, 'utf8');
await writeFile(
  list,
  source
    .replace(
      "import type { Rule } from './rule';",
      `import { ${name} } from './catalogue/${id}';\nimport type { Rule } from './rule';`,
    )
    .replace(/\n\];\n$/, `\n  ${name},\n];\n`),
);
await import('./generate.mjs');
console.log(`Wrote ${path.relative(root, target)}. Next: its examples, then npx vitest run test/laws -t ${id}.`);

function declaration() {
  const type = whole ? 'DocumentRule' : 'BlockRule';
  const check = whole
    ? `  *check({ analysis: { report } }) {
    const at = report.text.indexOf('例');
    if (at >= 0) yield { start: at, end: at + 1, message: { zh: '“例”需要修改。', en: '“例” needs a change.' } };
  },`
    : `  *checkBlock({ text }) {
    const at = text.indexOf('例');
    if (at >= 0) yield { start: at, end: at + 1, message: { zh: '“例”需要修改。', en: '“例” needs a change.' } };
  },`;
  return `import type { ${type} } from '../rule';

/** What the rule finds, in one line. */
export const ${name}: ${type} = {
  id: '${id}',
  category: 'wording',
  severity: 'information',
  fix: 'none',
  scope: '${whole ? 'document' : 'block'}',
  since: '0.1.0',
  summary: { zh: '规则内容一句话', en: 'What the rule finds, in one line' },
  rationale: { zh: '为什么要这样写，什么情形不提示。', en: 'Why it matters, and what is left alone.' },
  sources: ['标准、文件或者通行做法'],
  options: {},
  examples: [{ bad: '这里有⟦例⟧。' }, { good: '这里没有。' }],
${check}
};
`;
}
