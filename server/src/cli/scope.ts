import { readFile } from 'node:fs/promises';
import type { Configuration, ConfigurableRule } from '../core/configuration';
import { NO_CONFIGURATION, parseConfiguration } from '../core/configuration';
import { folderOf } from '../core/corpus/paths';
import { lineAndColumn, lineStarts } from '../core/text/lines';
import { decodeBytes } from '../platform/files';
import type { Lang } from './output';
import { CommandError, reasonOf, say } from './output';
import type { Target } from './workspace';
import { display, nearestConfiguration } from './workspace';

/** What governs a file: its corpus root and the configuration there. */
export interface Governance {
  readonly root: string;
  readonly configuration: Configuration;
}

/**
 * Finds and reads the configuration of each file once. A configuration that cannot be followed ends the command: a
 * check that silently runs with other rules than those asked for is worth nothing.
 */
export function createGovernance(
  given: string | undefined,
  rules: readonly ConfigurableRule[],
  lang: Lang,
): (target: Target) => Promise<Governance> {
  const read = new Map<string, Promise<Configuration>>();
  return async (target) => {
    const nearest = await nearestConfiguration(target.path);
    const file = given ?? nearest;
    const root = nearest === undefined ? target.fallbackRoot : folderOf(nearest);
    if (file === undefined) return { root, configuration: NO_CONFIGURATION };
    let configuration = read.get(file);
    if (configuration === undefined) read.set(file, (configuration = readFileAt(file, rules, lang)));
    return { root, configuration: await configuration };
  };
}

async function readFileAt(file: string, rules: readonly ConfigurableRule[], lang: Lang): Promise<Configuration> {
  let text: string;
  try {
    text = decodeBytes(await readFile(file)).text;
  } catch (error) {
    const reason = reasonOf(error, lang);
    throw new CommandError(say(lang, `无法读取配置文件 ${display(file)}：${reason}`, `cannot read ${display(file)}: ${reason}`));
  }
  const { configuration, mistakes } = parseConfiguration(text, rules);
  const [first] = mistakes;
  if (first === undefined) return configuration;
  const { line, column } = lineAndColumn(lineStarts(text), first.start);
  const place = `${display(file)}:${String(line)}:${String(column)}`;
  throw new CommandError(`${place} ${say(lang, first.message.zh, first.message.en)}`);
}
