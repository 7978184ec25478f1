import type { Connection } from 'vscode-languageserver';
import type { Baseline } from '../core/baseline';
import { parseBaseline } from '../core/baseline';
import { mistakeAt } from '../core/configuration';
import type { Corpus } from '../core/corpus/corpus';
import { baseName, folderOf, isUnder, readableName } from '../core/corpus/paths';
import { MATCHES_FILE, parseMatches } from '../core/ledger/matches';
import type { Bilingual, ConfirmedMatches } from '../core/model';
import { isNamedSheet, notASheet, readSheet } from '../core/sheet/sheet';
import type { RefusedFormat } from '../import/formats';
import { refusedFormatOf } from '../import/formats';
import { PROBLEMS } from '../import/problems';
import type { ConfigurationFile } from './configuration';
import { readConfigurationFile } from './configuration';
import type { Lang } from './convert';
import type { Files } from './files';
import { CONFIGURATION_FILE, isRefused, isReportFile, isTableFile, normaliseUri } from './files';

/** What was read out of files: reports and sheets go into the corpus, what governs a folder stays here. */
export interface Contents {
  /** The configuration files that are in force, by folder. */
  readonly configurations: ReadonlyMap<string, ConfigurationFile>;
  /** The baselines that they name, by the folder of the configuration. */
  readonly baselines: ReadonlyMap<string, Baseline>;
  /** What persons confirmed, by folder; null for a file that cannot be followed. */
  readonly confirmed: ReadonlyMap<string, ConfirmedMatches | null>;
  /** Reads a file, whatever it is to us. Ends when the newest reading of it has ended. */
  read(uri: string): Promise<void>;
  /** Reads the configuration of a folder, if there is one. */
  readConfiguration(folder: string): Promise<void>;
  /** Reads the baseline that a configuration names. */
  readBaseline(folder: string): Promise<void>;
  /** Takes a report or a sheet out of the corpus. */
  drop(uri: string): void;
  /** Forgets what governs the folders for which this holds. */
  leave(isLeft: (folder: string) => boolean): void;
  /** The files that were read at this place or below it. */
  filesUnder(uri: string): string[];
  /** Documents that nobody can read are told of in one line a format, so that they are not missed in silence. */
  tellRefused(uris: readonly string[]): void;
  /** Forgets everything. */
  clear(): void;
}

export interface ContentEvents {
  /** A configuration file was read, changed or (undefined) taken away. */
  readonly configured: (uri: string, file: ConfigurationFile | undefined) => void;
  /** A configuration names this baseline, whose changes bear on findings. */
  readonly baselineNamed: (uri: string) => void;
}

export function createContents(
  connection: Connection,
  files: Files,
  corpus: Corpus,
  lang: Lang,
  { configured, baselineNamed }: ContentEvents,
): Contents {
  const configurations = new Map<string, ConfigurationFile>();
  const baselines = new Map<string, Baseline>();
  const confirmed = new Map<string, ConfirmedMatches | null>();
  /** Files of which something was said. */
  const warned = new Set<string>();

  /** The newest reading of each file. */
  const latest = new Map<string, Promise<void>>();
  /** Takes what was loaded, but an older answer that comes later is not taken: who asked for it waits for the newer. */
  const take = <T>(uri: string, loading: Promise<T>, use: (content: T) => void | Promise<void>): Promise<void> => {
    const reading: Promise<void> = loading.then((content) => {
      const newest = latest.get(uri);
      if (newest !== reading) return newest;
      latest.delete(uri);
      return use(content);
    });
    latest.set(uri, reading);
    return reading;
  };

  const warnOnce = (uri: string, message: string): void => {
    if (warned.has(uri)) return;
    warned.add(uri);
    connection.console.warn(message);
  };
  const tellUnreadable = (uri: string, reason: string): void => {
    const name = readableName(uri);
    warnOnce(uri, lang === 'zh' ? `无法读取 ${name}（${reason}）` : `Cannot read ${name} (${reason})`);
  };

  const readReport = (uri: string): Promise<void> =>
    take(uri, files.read(uri), (content) => {
      if (content.kind === 'text') corpus.set(uri, content.decoded.text);
      else corpus.delete(uri);
      if (content.kind === 'problem') tellUnreadable(uri, PROBLEMS[content.problem][lang]);
      else if (content.kind === 'unreadable') tellUnreadable(uri, content.reason);
      else warned.delete(uri);
    });

  const readTable = (uri: string): Promise<void> =>
    take(uri, files.readTabs(uri), (tabs) => {
      const sheet = tabs === null ? null : readSheet(uri, tabs);
      corpus.setSheet(uri, sheet);
      if (sheet !== null || !isNamedSheet(baseName(uri))) warned.delete(uri);
      else warnOnce(uri, notASheet(readableName(uri))[lang]);
    });

  const readConfiguration = (folder: string): Promise<void> => {
    const uri = `${folder}/${CONFIGURATION_FILE}`;
    return take(uri, files.read(uri), (content) => {
      if (content.kind === 'unreadable') {
        tellUnreadable(uri, content.reason);
        return;
      }
      if (content.kind === 'text') {
        configurations.set(folder, readConfigurationFile(content.decoded.text, configurations.get(folder)));
        return readBaseline(folder);
      }
      // Most folders that are asked never had one.
      if (configurations.delete(folder)) configured(uri, undefined);
      baselines.delete(folder);
    });
  };

  const readBaseline = async (folder: string): Promise<void> => {
    const uri = baselineUri(folder, configurations.get(folder));
    if (uri !== undefined) baselineNamed(uri);
    const content = uri === undefined ? undefined : await files.read(uri);
    const baseline = content?.kind === 'text' ? parseBaseline(content.decoded.text) : null;
    if (baseline === null) baselines.delete(folder);
    else baselines.set(folder, baseline);
    const file = configurations.get(folder);
    if (file === undefined) return;
    // One that is still to be written is no mistake.
    const isNone = content?.kind === 'text' && baseline === null;
    const mistakes = isNone ? [...file.mistakes, mistakeAt(file.text, ['baseline'], NO_BASELINE)] : file.mistakes;
    configured(`${folder}/${CONFIGURATION_FILE}`, { ...file, mistakes });
  };

  const readMatches = (uri: string): Promise<void> =>
    take(uri, files.read(uri), (content) => {
      if (content.kind === 'missing') confirmed.delete(folderOf(uri));
      else confirmed.set(folderOf(uri), content.kind === 'text' ? parseMatches(content.decoded.text) : null);
    });

  const tellRefused = (uris: readonly string[]): void => {
    for (const format of ['old', 'ofd'] satisfies RefusedFormat[]) {
      const names = uris.filter((uri) => refusedFormatOf(uri) === format && !warned.has(uri)).map(readableName);
      for (const uri of uris) if (refusedFormatOf(uri) === format) warned.add(uri);
      if (names.length === 0) continue;
      const [list, reason] = [names.join(lang === 'zh' ? '、' : ', '), PROBLEMS[format][lang]];
      connection.console.warn(lang === 'zh' ? `未读取 ${list}（${reason}）` : `Not read: ${list} (${reason})`);
    }
  };

  const leave = (isLeft: (folder: string) => boolean): void => {
    for (const folder of confirmed.keys()) if (isLeft(folder)) confirmed.delete(folder);
    for (const folder of configurations.keys()) {
      if (!isLeft(folder)) continue;
      configurations.delete(folder);
      baselines.delete(folder);
      configured(`${folder}/${CONFIGURATION_FILE}`, undefined);
    }
  };

  return {
    configurations,
    baselines,
    confirmed,
    async read(uri) {
      if (isReportFile(uri)) await readReport(uri);
      else if (isConfiguration(uri)) await readConfiguration(folderOf(uri));
      else if (isTableFile(uri)) await readTable(uri);
      else if (isMatches(uri)) await readMatches(uri);
      else if (isRefused(uri)) tellRefused([uri]);
    },
    readConfiguration,
    readBaseline,
    drop(uri) {
      latest.delete(uri);
      corpus.delete(uri);
    },
    leave,
    filesUnder(uri) {
      const named = (folders: Iterable<string>, name: string): string[] =>
        [...folders].filter((folder) => isUnder(folder, uri)).map((folder) => `${folder}/${name}`);
      return [
        ...corpus.pathsUnder(uri),
        ...named(configurations.keys(), CONFIGURATION_FILE),
        ...named(confirmed.keys(), MATCHES_FILE),
      ];
    },
    tellRefused,
    clear() {
      for (const uri of corpus.pathsUnder('')) corpus.delete(uri);
      leave(() => true);
      warned.clear();
    },
  };
}

export function isMatches(uri: string): boolean {
  return baseName(uri) === MATCHES_FILE;
}

export function isConfiguration(uri: string): boolean {
  return baseName(uri) === CONFIGURATION_FILE;
}

const NO_BASELINE: Bilingual = {
  zh: '该文件不是基线文件，可用 check --update-baseline 重新生成。',
  en: 'That file is no baseline; write it anew with check --update-baseline.',
};

/** The baseline that the configuration of a folder names; undefined where it names none or one that lies elsewhere. */
export function baselineUri(folder: string, file: ConfigurationFile | undefined): string | undefined {
  const name = file?.configuration.baseline ?? undefined;
  if (name === undefined) return undefined;
  const tidy = name.startsWith('./') ? name.slice(2) : name;
  // A baseline that lies elsewhere is the command line's business.
  if (tidy.startsWith('/') || tidy.includes('..') || tidy.includes(':')) return undefined;
  return normaliseUri(`${folder}/${tidy.split('/').map(encodeURIComponent).join('/')}`);
}
