import type { Connection } from 'vscode-languageserver';
import type { Configuration, ConfigurationMistake } from '../core/configuration';
import { mergeConfigurations, NO_CONFIGURATION, parseConfiguration, readConfiguration } from '../core/configuration';
import { listAllRules } from '../core/linter';

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
): EditorSettings {
  let fallback = readSettings(sectionOf(initializationOptions), connection);
  let byFolder = new Map<string | undefined, Settings>();
  return {
    async refresh(folders) {
      if (!canBeAsked) return;
      const items = folders.map((scopeUri) => ({ section: SECTION, ...(scopeUri !== undefined && { scopeUri }) }));
      try {
        const answers: unknown[] = await connection.workspace.getConfiguration(items);
        byFolder = new Map(
          folders.map((folder, i) => [
            folder,
            (answers[i] ?? null) === null ? fallback : readSettings(answers[i], connection),
          ]),
        );
      } catch {
        // A client that cannot answer leaves us with what we had.
      }
    },
    receive(settings) {
      const section = isObject(settings) ? settings[SECTION] : undefined;
      if (section !== undefined && !canBeAsked) fallback = readSettings(section, connection);
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

function readSettings(value: unknown, connection: Connection): Settings {
  if (!isObject(value)) return DEFAULT_SETTINGS;
  const { reports, rules, terms, checkPrecedents, plainText, inlayHints, figureMarks } = value;
  // Editors send null for what is not set.
  const mirrored = Object.fromEntries(
    Object.entries({ reports, rules, terms }).filter(([, part]) => (part ?? null) !== null),
  );
  const { configuration, problems } = readConfiguration(mirrored, listAllRules());
  for (const { path, message } of problems) {
    connection.console.warn(`${[SECTION, ...path].join('.')}: ${message.en}`);
  }
  return {
    configuration,
    checkPrecedents: typeof checkPrecedents === 'boolean' ? checkPrecedents : DEFAULT_SETTINGS.checkPrecedents,
    plainText: typeof plainText === 'boolean' ? plainText : DEFAULT_SETTINGS.plainText,
    inlayHints: typeof inlayHints === 'boolean' ? inlayHints : DEFAULT_SETTINGS.inlayHints,
    figureMarks: typeof figureMarks === 'boolean' ? figureMarks : DEFAULT_SETTINGS.figureMarks,
  };
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
