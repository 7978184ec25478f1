import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Configuration } from '../core/configuration';
import { NO_CONFIGURATION, parseConfiguration } from '../core/configuration';
import { listAllRules } from '../core/linter';
import { folderOf } from '../core/corpus/paths';
import { lineAndColumn, lineStarts } from '../core/text/lines';
import { decodeBytes } from '../platform/files';
import type { Lang, Output } from './output';
import { reasonOf, say } from './output';
import type { Target } from './workspace';
import { display, nearestConfiguration, slashed } from './workspace';

/** What governs a file: its corpus root and the configuration there. */
export interface Governance {
  readonly root: string;
  readonly configuration: Configuration;
}

/** Finds the configuration of each file; each is read once and its first mistake is said once. */
export interface Governances {
  of(target: Target): Promise<Governance>;
  /** Whether a configuration could not be followed. The parts that could are followed all the same. */
  readonly failed: boolean;
}

/** @param given the configuration named on the command line, which takes the place of those found */
export function createGovernances(given: string | undefined, output: Output, lang: Lang): Governances {
  const read = new Map<string, Promise<Configuration>>();
  let failed = false;
  const complain = (zh: string, en: string): void => {
    failed = true;
    output.complain(say(lang, zh, en));
  };
  return {
    async of(target) {
      const nearest = await nearestConfiguration(target.path);
      const root = nearest === undefined ? target.fallbackRoot : folderOf(nearest);
      const file = given === undefined ? nearest : slashed(path.resolve(given));
      if (file === undefined) return { root, configuration: NO_CONFIGURATION };
      let configuration = read.get(file);
      if (configuration === undefined) read.set(file, (configuration = readFileAt(file, lang, complain)));
      return { root, configuration: await configuration };
    },
    get failed() {
      return failed;
    },
  };
}

async function readFileAt(
  file: string,
  lang: Lang,
  complain: (zh: string, en: string) => void,
): Promise<Configuration> {
  const name = display(file);
  let text: string;
  try {
    text = decodeBytes(await readFile(file)).text;
  } catch (error) {
    const reason = reasonOf(error, lang);
    complain(`无法读取配置文件 ${name}：${reason}`, `cannot read the configuration ${name}: ${reason}`);
    return NO_CONFIGURATION;
  }
  const { configuration, mistakes } = parseConfiguration(text, listAllRules());
  const [first] = mistakes;
  if (first !== undefined) {
    const { line, column } = lineAndColumn(lineStarts(text), first.start);
    const place = `${name}:${String(line)}:${String(column)}`;
    const others = mistakes.length - 1;
    complain(
      `${place} ${first.message.zh}${others > 0 ? `（另有 ${String(others)} 处）` : ''}`,
      `${place} ${first.message.en}${others > 0 ? ` (and ${String(others)} more)` : ''}`,
    );
  }
  return configuration;
}
