import { parseArgs } from 'node:util';
import { extract } from './extract';
import type { Lang, Output } from './output';
import { CommandError, say } from './output';

const USAGE = `policy-drafting extract PATH... [--format json|text] [--config FILE] [--lang zh-cn|en]
`;

/** Runs one command and gives its exit code: 0 clean, 1 findings, 2 a mistake of usage, configuration or reading. */
export async function run(args: readonly string[], output: Output): Promise<number> {
  const [command, ...rest] = args;
  try {
    switch (command) {
      case 'extract':
        return await runExtract(rest, output);
      case 'help':
      case '--help':
      case '-h':
        output.result(USAGE);
        return 0;
      default:
        throw new CommandError(
          command === undefined
            ? '请写明命令，如 policy-drafting check 。全部用法见 --help'
            : `没有“${command}”这个命令。全部用法见 --help`,
        );
    }
  } catch (error) {
    if (!(error instanceof CommandError)) throw error;
    output.complain(error.message);
    return 2;
  }
}

async function runExtract(args: readonly string[], output: Output): Promise<number> {
  const { values, positionals } = parse(args, {
    format: { type: 'string' },
    config: { type: 'string' },
    lang: { type: 'string' },
  });
  const lang = oneOf(values.lang, 'lang', ['zh-cn', 'en'] as const, 'zh-cn');
  const format = oneOf(values.format, 'format', ['json', 'text'] as const, 'json');
  if (positionals.length === 0) throw new CommandError(say(lang, '请写明要读取的文件', 'name the files to read'));
  return extract({ paths: positionals, format, lang, ...(values.config !== undefined && { config: values.config }) }, output);
}

type Options = Record<string, { readonly type: 'string' | 'boolean'; readonly multiple?: boolean }>;

function parse<const T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new CommandError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<const T extends string>(
  value: string | undefined,
  name: string,
  choices: readonly T[],
  fallback: NoInfer<T>,
): T {
  if (value === undefined) return fallback;
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new CommandError(`--${name}: ${choices.join(' | ')}`);
  return found;
}
