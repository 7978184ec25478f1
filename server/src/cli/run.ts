import { parseArgs } from 'node:util';
import { check } from './check';
import { compare, COMPARE_FORMATS } from './compare';
import { extract } from './extract';
import { FIGURE_FORMATS, figures } from './figures';
import { CHECK_FORMATS } from './formats';
import type { DraftOptions } from './draft';
import { ledger, LEDGER_FORMATS } from './ledger';
import { lsp } from './lsp';
import type { Lang, Output } from './output';
import { CommandError, say } from './output';
import { rules } from './rules';
import { glossary, indicators, nextYear, TABLE_FORMATS, targets } from './writing';

const USAGE = `policy-drafting check   [PATH...] [--precedents PATH]... [--config FILE] [--format text|json|sarif|github|html|csv]
                        [--fix] [--baseline FILE] [--update-baseline] [--max-warnings N]
                        [--lang zh-cn|en] [--stdin --stdin-path PATH]
policy-drafting extract PATH... [--format json|text] [--config FILE] [--lang zh-cn|en]
policy-drafting ledger  DRAFT [--precedents PATH]... [--format text|json|html] [--config FILE] [--lang zh-cn|en]
policy-drafting glossary   DRAFT [--precedents PATH]... [--config FILE] [--lang zh-cn|en]
policy-drafting next-year  DRAFT [--config FILE] [--lang zh-cn|en]
policy-drafting targets    DRAFT [REPORT...] [--precedents PATH]... [--format text|json|tsv|csv] [--config FILE] [--lang zh-cn|en]
policy-drafting indicators DRAFT [--precedents PATH]... [--format text|json|tsv|csv] [--config FILE] [--lang zh-cn|en]
policy-drafting figures    DRAFT [--template] [--format text|json] [--config FILE] [--lang zh-cn|en]
policy-drafting compare    OLDER NEWER [--format text|json|html] [--config FILE] [--lang zh-cn|en]
policy-drafting lsp     --stdio
policy-drafting rules   [--format text|json] [--lang zh-cn|en]
`;

/** Runs one command and gives its exit code: 0 clean, 1 findings, 2 a mistake of usage, configuration or reading. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const [command, ...rest] = args;
  // Mistakes of usage are told in the language asked for, even before the arguments are understood.
  const lang = rest.some((one, i) => one === '--lang=en' || (one === 'en' && rest[i - 1] === '--lang'))
    ? 'en'
    : 'zh-cn';
  try {
    switch (command) {
      case 'check':
        return await runCheck(rest, lang, output);
      case 'extract':
        return await runExtract(rest, lang, output);
      case 'ledger':
        return await runLedger(rest, lang, output);
      case 'glossary':
        return await glossary(oneDraft(rest, lang).options, output);
      case 'next-year':
        return await nextYear(oneDraft(rest, lang).options, output);
      case 'targets':
        return await runTargets(rest, lang, output);
      case 'indicators':
        return await runIndicators(rest, lang, output);
      case 'figures':
        return await runFigures(rest, lang, output);
      case 'compare':
        return await runCompare(rest, lang, output);
      case 'lsp':
        parse(lang, rest, { stdio: { type: 'boolean' } });
        if (!rest.includes('--stdio')) throw usage(lang, 'lsp 要与 --stdio 一起使用', 'lsp needs --stdio');
        return await lsp();
      case 'rules':
        return runRules(rest, lang, output);
      case 'help':
      case '--help':
      case '-h':
        output.result(USAGE);
        return 0;
      case undefined:
        throw usage(lang, '请写明命令，如 policy-drafting check', 'name a command, such as policy-drafting check');
      default:
        throw usage(lang, `没有名为“${command}”的命令`, `there is no command “${command}”`);
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    output.complain(error.message);
    return 2;
  }
}

const LANG = { lang: { type: 'string' } } as const;

async function runCheck(args: readonly string[], lang: Lang, output: Output): Promise<number> {
  const { values, positionals } = parse(lang, args, {
    ...LANG,
    precedents: { type: 'string', multiple: true },
    config: { type: 'string' },
    format: { type: 'string' },
    fix: { type: 'boolean' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean' },
    'max-warnings': { type: 'string' },
    stdin: { type: 'boolean' },
    'stdin-path': { type: 'string' },
  });
  oneOf(lang, values.lang, 'lang', LANGS, lang);
  const stdinPath = values['stdin-path'];
  if (values.stdin !== true && stdinPath !== undefined) {
    throw usage(lang, '--stdin-path 要与 --stdin 一起使用', '--stdin-path goes with --stdin');
  }
  if (values.stdin === true && positionals.length > 0) {
    throw usage(lang, '用 --stdin 时不能再写文件路径', 'paths and --stdin exclude each other');
  }
  const stdin = stdinPath === undefined ? {} : { path: stdinPath };
  const maxWarnings = countOf(lang, values['max-warnings']);
  return check(
    {
      paths: positionals.length > 0 ? positionals : ['.'],
      format: oneOf(lang, values.format, 'format', CHECK_FORMATS, 'text'),
      fix: values.fix === true,
      updateBaseline: values['update-baseline'] === true,
      lang,
      ...(values.precedents !== undefined && { precedents: values.precedents }),
      ...(values.config !== undefined && { config: values.config }),
      ...(values.baseline !== undefined && { baseline: values.baseline }),
      ...(maxWarnings !== undefined && { maxWarnings }),
      ...(values.stdin === true && { stdin }),
    },
    output,
  );
}

async function runExtract(args: readonly string[], lang: Lang, output: Output): Promise<number> {
  const { values, positionals } = parse(lang, args, {
    ...LANG,
    format: { type: 'string' },
    config: { type: 'string' },
  });
  oneOf(lang, values.lang, 'lang', LANGS, lang);
  const format = oneOf(lang, values.format, 'format', ['json', 'text'], 'json');
  if (positionals.length === 0) throw usage(lang, '请写明要读取的文件', 'name the files to read');
  const config = values.config !== undefined && { config: values.config };
  return extract({ paths: positionals, format, lang, ...config }, output);
}

/** The arguments of a command about one draft. */
function oneDraft(
  args: readonly string[],
  lang: Lang,
  takes: { readonly format?: boolean; readonly more?: boolean } = {},
): { readonly options: DraftOptions; readonly format: string | undefined; readonly others: readonly string[] } {
  const { values, positionals } = parse(lang, args, {
    ...LANG,
    precedents: { type: 'string', multiple: true },
    format: { type: 'string' },
    config: { type: 'string' },
  });
  oneOf(lang, values.lang, 'lang', LANGS, lang);
  const { format } = values;
  if (takes.format !== true && format !== undefined) {
    throw usage(lang, '这个命令没有 --format', 'this command has no --format');
  }
  const [draft, ...others] = positionals;
  if (draft === undefined || (others.length > 0 && takes.more !== true)) {
    throw usage(lang, '要写明一份报告的路径', 'name the path of one report');
  }
  const config = values.config !== undefined && { config: values.config };
  const precedents = values.precedents !== undefined && { precedents: values.precedents };
  return { options: { draft, lang, ...config, ...precedents }, format, others };
}

function runLedger(args: readonly string[], lang: Lang, output: Output): Promise<number> {
  const { options, format } = oneDraft(args, lang, { format: true });
  return ledger({ ...options, format: oneOf(lang, format, 'format', LEDGER_FORMATS, 'text') }, output);
}

function runTargets(args: readonly string[], lang: Lang, output: Output): Promise<number> {
  const { options, format, others } = oneDraft(args, lang, { format: true, more: true });
  const beside = others.length > 0 && { beside: others };
  return targets({ ...options, format: oneOf(lang, format, 'format', TABLE_FORMATS, 'text'), ...beside }, output);
}

function runIndicators(args: readonly string[], lang: Lang, output: Output): Promise<number> {
  const { options, format } = oneDraft(args, lang, { format: true });
  return indicators({ ...options, format: oneOf(lang, format, 'format', TABLE_FORMATS, 'text') }, output);
}

function runFigures(args: readonly string[], lang: Lang, output: Output): Promise<number> {
  const template = args.includes('--template');
  const rest = args.filter((one) => one !== '--template');
  const { options, format } = oneDraft(rest, lang, { format: true });
  return figures({ ...options, template, format: oneOf(lang, format, 'format', FIGURE_FORMATS, 'text') }, output);
}

function runCompare(args: readonly string[], lang: Lang, output: Output): Promise<number> {
  const { values, positionals } = parse(lang, args, {
    ...LANG,
    format: { type: 'string' },
    config: { type: 'string' },
  });
  oneOf(lang, values.lang, 'lang', LANGS, lang);
  const format = oneOf(lang, values.format, 'format', COMPARE_FORMATS, 'text');
  const [older, newer, ...others] = positionals;
  if (older === undefined || newer === undefined || others.length > 0) {
    throw usage(lang, 'compare 要写明两稿的路径，旧稿在前', 'compare takes the paths of two versions, the older first');
  }
  const config = values.config !== undefined && { config: values.config };
  return compare({ paths: [older, newer], format, lang, ...config }, output);
}

function runRules(args: readonly string[], lang: Lang, output: Output): number {
  const { values, positionals } = parse(lang, args, { ...LANG, format: { type: 'string' } });
  oneOf(lang, values.lang, 'lang', LANGS, lang);
  if (positionals.length > 0) throw usage(lang, 'rules 不接受文件路径', 'rules takes no paths');
  return rules(oneOf(lang, values.format, 'format', ['text', 'json'], 'text'), lang, output);
}

const LANGS = ['zh-cn', 'en'] as const;

type Options = Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>;

function parse<const T extends Options>(lang: Lang, args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw badArgument(lang, error);
  }
}

/** Node's complaints about arguments, which it makes in English only. */
function badArgument(lang: Lang, error: unknown): CommandError {
  const { code, message } = error as NodeJS.ErrnoException;
  // Unknown option '--fromat'. To specify …; Option '-f, --format <value>' argument missing
  const option = /'(?:-\w, )?(-[^\s'=]+)/u.exec(message)?.[1] ?? '';
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return usage(lang, `没有名为“${option}”的选项`, `there is no option “${option}”`);
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return message.includes('does not take')
        ? usage(lang, `选项“${option}”后不写取值`, `the option “${option}” takes no value`)
        : usage(lang, `选项“${option}”后缺取值`, `the option “${option}” lacks its value`);
    default:
      throw error;
  }
}

function oneOf<const T extends string>(
  lang: Lang,
  value: string | undefined,
  name: string,
  choices: readonly T[],
  fallback: NoInfer<T>,
): T {
  if (value === undefined) return fallback;
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  const list = choices.join(' | ');
  throw usage(lang, `--${name} 应为 ${list}`, `--${name} must be ${list}`);
}

function countOf(lang: Lang, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = Number(value);
  if (value.trim() !== '' && Number.isInteger(count) && count >= 0) return count;
  throw usage(lang, '--max-warnings 应为 0 或正整数', '--max-warnings must be 0 or a positive integer');
}

function usage(lang: Lang, zh: string, en: string): CommandError {
  return new CommandError(say(lang, `${zh}。用法见 policy-drafting --help`, `${en}. See policy-drafting --help`));
}
