import type { Connection } from 'vscode-languageserver';
import { MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { Configuration, ConfigurationMistake, ConfigurationProblem } from '../core/configuration';
import {
  EXPECTED,
  mergeConfigurations,
  NO_CONFIGURATION,
  parseConfiguration,
  readConfiguration,
} from '../core/configuration';
import { listAllRules } from '../core/linter';
import type { Lang } from './convert';
import { send } from './steps';

/** The editor's settings, checked. */
export interface Settings {
  readonly configuration: Configuration;
  readonly checkPrecedents: boolean;
  /** Whether Markdown and plain text that is a report is served. */
  readonly plainText: boolean;
  /** Last year's target and result behind each target. */
  readonly inlayHints: boolean;
  /** What the figures sheet says behind each figure. */
  readonly figureMarks: boolean;
}

const SECTION = 'policyDrafting';

export const DEFAULT_SETTINGS: Settings = {
  configuration: NO_CONFIGURATION,
  checkPrecedents: false,
  plainText: true,
  inlayHints: true,
  figureMarks: true,
};

/** The settings of the editor by folder: asked for where the client can be asked, else those of `initialize`. */
export interface EditorSettings {
  /** Asks for the settings of these folders again; undefined stands for the window. */
  refresh(folders: readonly (string | undefined)[]): Promise<void>;
  /** Settings that a client sends along with its notification that they changed. */
  receive(settings: unknown): void;
  of(folder: string | undefined): Settings;
}

export function createEditorSettings(
  connection: Connection,
  canBeAsked: boolean,
  initializationOptions: unknown,
  lang: Lang,
): EditorSettings {
  const tell = createTeller(connection, lang);
  const readAll = (values: readonly unknown[]): Settings[] => {
    const read = values.map(readSettings);
    tell(read.flatMap(({ problems }) => problems));
    return read.map(({ settings }) => settings);
  };
  const readOne = (value: unknown): Settings => readAll([value])[0] ?? DEFAULT_SETTINGS;
  let fallback = readOne(sectionOf(initializationOptions));
  let byFolder = new Map<string | undefined, Settings>();
  return {
    async refresh(folders) {
      if (!canBeAsked) return;
      const items = folders.map((scopeUri) => ({ section: SECTION, ...(scopeUri !== undefined && { scopeUri }) }));
      try {
        const answers: unknown[] = await connection.workspace.getConfiguration(items);
        const read = readAll(answers);
        byFolder = new Map(
          folders.map((folder, i) => [folder, (answers[i] ?? null) === null ? fallback : (read[i] ?? fallback)]),
        );
      } catch {
        // A client that cannot answer leaves us with what we had.
      }
    },
    receive(settings) {
      const section = isObject(settings) ? settings[SECTION] : undefined;
      if (section !== undefined && !canBeAsked) fallback = readOne(section);
    },
    of: (folder) => byFolder.get(folder) ?? byFolder.get(undefined) ?? fallback,
  };
}

/** A configuration file as it was last read. */
export interface ConfigurationFile {
  readonly configuration: Configuration;
  readonly mistakes: readonly ConfigurationMistake[];
  readonly text: string;
}

/** Reads a configuration file. One that is no JSON leaves what was known before in force. */
export function readConfigurationFile(text: string, before: ConfigurationFile | undefined): ConfigurationFile {
  const { configuration, mistakes, broken } = parseConfiguration(text, listAllRules());
  return { configuration: broken ? (before?.configuration ?? NO_CONFIGURATION) : configuration, mistakes, text };
}

/** The file's configuration before the editor's; the same two give the same object, so that results can be kept. */
export function combine(file: Configuration | undefined, settings: Settings): Configuration {
  if (file === undefined) return settings.configuration;
  let combined = combinations.get(file)?.get(settings);
  if (combined === undefined) {
    combined = mergeConfigurations(file, settings.configuration);
    let bySettings = combinations.get(file);
    if (bySettings === undefined) combinations.set(file, (bySettings = new WeakMap()));
    bySettings.set(settings, combined);
  }
  return combined;
}

const combinations = new WeakMap<Configuration, WeakMap<Settings, Configuration>>();

/**
 * Says once what is wrong in the settings, whatever number of folders has it: in the log, and to the person, who wrote
 * it by hand and sees no effect. What was mended and is wrong again is said again.
 */
function createTeller(connection: Connection, lang: Lang): (problems: readonly ConfigurationProblem[]) => void {
  let told: ReadonlySet<string> = new Set();
  return (problems) => {
    const lines = new Set(
      problems.map(({ path, message }) => {
        const name = [SECTION, ...path].join('.');
        return lang === 'zh'
          ? `设置“${name}”未采用：${message.zh}`
          : `The setting “${name}” was left out: ${message.en}`;
      }),
    );
    const fresh = [...lines].filter((line) => !told.has(line));
    told = lines;
    if (fresh.length === 0) return;
    for (const line of fresh) connection.console.warn(line);
    const message = fresh.slice(0, MOST_SHOWN).join(lang === 'zh' ? '' : ' ');
    send(connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
  };
}

/** More mistakes than these stand in the log alone. */
const MOST_SHOWN = 3;

interface ReadSettings {
  readonly settings: Settings;
  readonly problems: readonly ConfigurationProblem[];
}

function readSettings(value: unknown): ReadSettings {
  if (!isObject(value)) return { settings: DEFAULT_SETTINGS, problems: [] };
  const { reports, rules, terms, checkPrecedents, plainText, inlayHints, figureMarks } = value;
  // Editors send null for what is not set.
  const mirrored = Object.fromEntries(
    Object.entries({ reports, rules, terms }).filter(([, part]) => (part ?? null) !== null),
  );
  const { configuration, problems } = readConfiguration(mirrored, listAllRules());
  const wrong = [...problems];
  const flag = (name: 'checkPrecedents' | 'plainText' | 'inlayHints' | 'figureMarks', given: unknown): boolean => {
    if (typeof given === 'boolean') return given;
    if ((given ?? null) !== null) wrong.push({ path: [name], key: false, message: EXPECTED.boolean });
    return DEFAULT_SETTINGS[name];
  };
  const settings = {
    configuration,
    checkPrecedents: flag('checkPrecedents', checkPrecedents),
    plainText: flag('plainText', plainText),
    inlayHints: flag('inlayHints', inlayHints),
    figureMarks: flag('figureMarks', figureMarks),
  };
  return { settings, problems: wrong };
}

/** Clients without `workspace/configuration` send settings under their keys, with or without the section's name. */
function sectionOf(options: unknown): unknown {
  if (!isObject(options)) return undefined;
  const section: Record<string, unknown> = { ...options };
  if (isObject(options[SECTION])) Object.assign(section, options[SECTION]);
  for (const [key, value] of Object.entries(options)) {
    if (!key.startsWith(`${SECTION}.`)) continue;
    const [first = '', second] = key.slice(SECTION.length + 1).split('.');
    const group = section[first];
    section[first] = second === undefined ? value : { ...(isObject(group) ? group : {}), [second]: value };
  }
  return section;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
