import type { Node, ParseError } from 'jsonc-parser';
import { findNodeAtLocation, getNodeValue, parseTree, printParseErrorCode } from 'jsonc-parser';
import * as v from 'valibot';
import type { ReportOverride } from './corpus/overrides';
import type { Bilingual, Severity, Span } from './model';
import type { Rule, RuleOption } from './rules/rule';

export type RuleLevel = Severity | 'off';

/** What a user says of one rule. An absent level leaves the rule's own. */
export interface RuleChoice {
  readonly level?: RuleLevel;
  readonly options?: Readonly<Record<string, unknown>>;
}

/** The content of a `policy-drafting.json` or of the editor's settings, checked; absent parts are empty. */
export interface Configuration {
  readonly reports: readonly ReportOverride[];
  readonly rules: Readonly<Record<string, RuleChoice>>;
  readonly known: readonly string[];
  readonly ignored: readonly string[];
  /** Path of the baseline, relative to the corpus root. */
  readonly baseline: string | null;
}

export const NO_CONFIGURATION: Configuration = { reports: [], rules: {}, known: [], ignored: [], baseline: null };

/** Something in a configuration file that cannot be followed, and where it stands. */
export interface ConfigurationMistake extends Span {
  readonly message: Bilingual;
}

/** What the validation needs to know of a rule. */
export type ConfigurableRule = Pick<Rule, 'id' | 'options'>;

export interface ParsedConfiguration {
  /** What could be understood; a part with a mistake is left out alone. */
  readonly configuration: Configuration;
  readonly mistakes: readonly ConfigurationMistake[];
  /** Whether the text is no JSON at all, so that `configuration` cannot be relied on. */
  readonly broken: boolean;
}

/** Reads the text of a configuration file: JSON with comments and trailing commas. Never throws. */
export function parseConfiguration(text: string, rules: readonly ConfigurableRule[]): ParsedConfiguration {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false });
  if (errors.length > 0 || tree === undefined) {
    const first = errors[0];
    const start = Math.min(first?.offset ?? 0, text.length);
    const end = Math.min(start + Math.max(1, first?.length ?? 1), text.length);
    const code = first === undefined ? '' : printParseErrorCode(first.error);
    const what = SYNTAX.get(code) ?? { zh: '此处不符合 JSON 语法', en: 'this is not valid JSON' };
    const message = { zh: `配置文件无法解析：${what.zh}。`, en: `The configuration cannot be read: ${what.en}.` };
    return { configuration: NO_CONFIGURATION, mistakes: [{ start, end, message }], broken: true };
  }
  const { configuration, problems } = readConfiguration(getNodeValue(tree) as unknown, rules);
  const mistakes = problems.map((problem) => ({ ...place(tree, problem), message: problem.message }));
  return { configuration, mistakes: mistakes.sort((a, b) => a.start - b.start), broken: false };
}

/** A setting that reads well but cannot be followed, for whoever finds that out later; `path` leads to its value. */
export function mistakeAt(text: string, path: readonly (string | number)[], message: Bilingual): ConfigurationMistake {
  const tree = parseTree(text);
  const span = tree === undefined ? { start: 0, end: 0 } : place(tree, { path, key: false, message });
  return { ...span, message };
}

/** One thing wrong in a configuration value; `path` leads to it. */
export interface ConfigurationProblem {
  readonly path: readonly (string | number)[];
  /** The name of the property is wrong, not its value. */
  readonly key: boolean;
  readonly message: Bilingual;
}

/** Checks a configuration that is already a value, such as the editor's settings. */
export function readConfiguration(
  value: unknown,
  rules: readonly ConfigurableRule[],
): { readonly configuration: Configuration; readonly problems: readonly ConfigurationProblem[] } {
  const problems: ConfigurationProblem[] = [];
  if (!isObject(value)) {
    problems.push({ path: [], key: false, message: EXPECTED.object });
    return { configuration: NO_CONFIGURATION, problems };
  }
  for (const key of Object.keys(value)) {
    if (!KEYS.has(key)) problems.push({ path: [key], key: true, message: unknownKey(key) });
  }
  const check = <T>(path: (string | number)[], schema: v.GenericSchema<unknown, T>, part: unknown): T | undefined => {
    if (part === undefined) return undefined;
    const result = v.safeParse(schema, part);
    if (result.success) return result.output;
    for (const issue of result.issues) problems.push(problemOf(path, issue));
    return undefined;
  };
  check(['$schema'], v.string('text'), value.$schema);
  const terms = check(['terms'], TERMS, value.terms);
  const baseline = check(['baseline'], v.string('text'), value.baseline);

  const reports: ReportOverride[] = [];
  const listed = check(['reports'], v.array(v.unknown(), 'list'), value.reports) ?? [];
  listed.forEach((item, i) => {
    const report = check(['reports', i], REPORT, item);
    if (report !== undefined) reports.push(withoutUndefined(report));
  });

  const choices: Record<string, RuleChoice> = {};
  const chosen = check(['rules'], OBJECT, value.rules) ?? {};
  for (const [id, choice] of Object.entries(chosen)) {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) {
      const message = { zh: `没有名为“${id}”的规则。`, en: `There is no rule named “${id}”.` };
      problems.push({ path: ['rules', id], key: true, message });
      continue;
    }
    const [level, options] = Array.isArray(choice) ? (choice as unknown[]) : [choice];
    const read: { level?: RuleLevel; options?: Record<string, unknown> } = {};
    const path = ['rules', id, ...(Array.isArray(choice) ? [0] : [])];
    if (Array.isArray(choice) && choice.length > 2) {
      problems.push({ path: ['rules', id, 2], key: false, message: EXPECTED.nothing });
    }
    const checked = check(path, LEVEL, level ?? null);
    if (checked !== undefined) read.level = checked;
    if (options !== undefined) {
      const given = check(['rules', id, 1], optionsSchema(rule.options), options);
      if (given !== undefined) read.options = withoutUndefined(given);
    }
    choices[id] = read;
  }
  const configuration = {
    reports,
    rules: choices,
    known: terms?.known ?? [],
    ignored: terms?.ignore ?? [],
    baseline: baseline ?? null,
  };
  return { configuration, problems };
}

/**
 * Two configurations in one, the first winning: a rule's level and options are taken whole from the first that names
 * them, lists of terms are joined, and the overrides of reports follow one another so that the first has the last word.
 */
export function mergeConfigurations(first: Configuration, second: Configuration): Configuration {
  const rules: Record<string, RuleChoice> = { ...second.rules };
  for (const [id, choice] of Object.entries(first.rules)) rules[id] = { ...rules[id], ...choice };
  return {
    reports: [...second.reports, ...first.reports],
    rules,
    known: [...new Set([...first.known, ...second.known])],
    ignored: [...new Set([...first.ignored, ...second.ignored])],
    baseline: first.baseline ?? second.baseline,
  };
}

const KEYS = new Set(['$schema', 'reports', 'rules', 'terms', 'baseline']);

// The messages of these schemas are the names of what was expected; `problemOf` puts them into words.
const LEVEL = v.picklist(['error', 'warning', 'information', 'hint', 'off'], 'level');
// The schemas of objects let lists pass, so that is asked first.
const OBJECT = v.custom<Record<string, unknown>>(isObject, 'object');
const FILLED = v.pipe(v.string('text'), v.minLength(1, 'filled'));
const TERMS = v.pipe(
  OBJECT,
  v.strictObject({
    known: v.optional(v.array(FILLED, 'list')),
    ignore: v.optional(v.array(FILLED, 'list')),
  }),
);
const REPORT = v.pipe(
  OBJECT,
  v.strictObject({
    path: FILLED,
    issuer: v.optional(v.string('text')),
    region: v.optional(v.string('text')),
    planYear: v.optional(
      v.pipe(v.number('year'), v.integer('year'), v.minValue(1949, 'year'), v.maxValue(2999, 'year')),
    ),
    ignore: v.optional(v.boolean('boolean')),
  }),
);

/** What to write instead of a value that is of the wrong kind. */
export const EXPECTED = {
  text: { zh: '此处应为字符串。', en: 'A string is expected here.' },
  filled: { zh: '此处不能为空。', en: 'This must not be empty.' },
  nothing: { zh: '此处多余，规则只有级别和选项两项。', en: 'A rule has a level and options, and nothing after them.' },
  number: { zh: '此处应为数字。', en: 'A number is expected here.' },
  year: { zh: '此处应为四位年份，如 2024。', en: 'A year of four digits is expected here, such as 2024.' },
  boolean: { zh: '此处应为 true 或 false。', en: 'true or false is expected here.' },
  list: { zh: '此处应为列表，如 ["…"]。', en: 'A list is expected here, such as ["…"].' },
  object: { zh: '此处应为对象，如 {"…": …}。', en: 'An object is expected here, such as {"…": …}.' },
  level: {
    zh: '此处应为 "error"、"warning"、"information"、"hint" 或 "off"。',
    en: '"error", "warning", "information", "hint" or "off" is expected here.',
  },
} satisfies Record<string, Bilingual>;

// Names of `printParseErrorCode` that deserve more than a general word.
const SYNTAX = new Map<string, Bilingual>([
  ['CommaExpected', { zh: '此处缺逗号', en: 'a comma is missing here' }],
  ['ColonExpected', { zh: '此处缺冒号', en: 'a colon is missing here' }],
  ['ValueExpected', { zh: '此处缺内容', en: 'a value is missing here' }],
  ['PropertyNameExpected', { zh: '此处应为带双引号的名称', en: 'a name in double quotes is expected here' }],
  ['CloseBraceExpected', { zh: '缺右花括号', en: 'a closing brace is missing' }],
  ['CloseBracketExpected', { zh: '缺右方括号', en: 'a closing bracket is missing' }],
  ['EndOfFileExpected', { zh: '此后有多余内容', en: 'there is text after the end' }],
  ['UnexpectedEndOfString', { zh: '字符串没有右引号', en: 'a string is not closed' }],
  ['UnexpectedEndOfComment', { zh: '注释没有结束', en: 'a comment is not closed' }],
]);

function problemOf(base: readonly (string | number)[], issue: v.BaseIssue<unknown>): ConfigurationProblem {
  const path = [...base, ...(issue.path ?? []).map((item) => item.key as string | number)];
  // `received` of a value that must not be there at all is the name of its property.
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return { path, key: true, message: unknownKey(String(path.at(-1))) };
  }
  if (issue.type === 'strict_object' && issue.path !== undefined) {
    const missing = String(path.at(-1));
    return {
      path: path.slice(0, -1),
      key: false,
      message: { zh: `缺少“${missing}”。`, en: `“${missing}” is missing.` },
    };
  }
  return { path, key: false, message: EXPECTED[issue.message as keyof typeof EXPECTED] };
}

function unknownKey(key: string): Bilingual {
  return { zh: `没有名为“${key}”的设置。`, en: `There is no setting named “${key}”.` };
}

function optionsSchema(
  options: Readonly<Record<string, RuleOption>>,
): v.GenericSchema<unknown, Record<string, unknown>> {
  const entries: Record<string, v.GenericSchema> = {};
  for (const [name, option] of Object.entries(options)) entries[name] = v.optional(optionSchema(option));
  return v.pipe(OBJECT, v.strictObject(entries));
}

function optionSchema(option: RuleOption): v.GenericSchema {
  switch (option.type) {
    case 'boolean':
      return v.boolean('boolean');
    case 'number':
      return v.number('number');
    case 'string':
      return v.string('text');
    case 'strings':
      return v.array(v.string('text'), 'list');
  }
}

/** Where a problem stands in the file: the name or the value it speaks of, else the nearest thing around it. */
function place(tree: Node, problem: ConfigurationProblem): Span {
  for (let length = problem.path.length; length >= 0; length--) {
    const node = findNodeAtLocation(tree, problem.path.slice(0, length));
    if (node === undefined) continue;
    const name = problem.key && length === problem.path.length ? node.parent?.children?.[0] : undefined;
    const shown = name ?? node;
    return { start: shown.offset, end: shown.offset + shown.length };
  }
  return { start: tree.offset, end: tree.offset + tree.length };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Drops properties whose value is undefined: absent and undefined are told apart by the compiler's settings. */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };
}
