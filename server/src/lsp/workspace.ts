import type { Connection, FileEvent, WorkDoneProgressServerReporter } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { Baseline } from '../core/baseline';
import { parseBaseline } from '../core/baseline';
import { mistakeAt } from '../core/configuration';
import type { Corpus } from '../core/corpus/corpus';
import { baseName, folderOf, isUnder, readableName, relativeName, wayFrom } from '../core/corpus/paths';
import { MATCHES_FILE, NO_MATCHES, parseMatches } from '../core/ledger/matches';
import type { Bilingual, ConfirmedMatches } from '../core/model';
import type { Governance } from '../core/service';
import { isNamedSheet, notASheet, readSheet } from '../core/sheet/sheet';
import type { GoverningFile } from './codeActions';
import type { Lang } from './convert';
import type { ConfigurationFile, EditorSettings, Settings } from './configuration';
import { combine, readConfigurationFile } from './configuration';
import { refusedFormatOf } from '../import/formats';
import type { RefusedFormat } from '../import/formats';
import { byUse } from '../import/order';
import type { OpenReport } from '../import/order';
import { PROBLEMS } from '../import/problems';
import type { Files } from './files';
import {
  CONFIGURATION_FILE,
  isDocument,
  isRefused,
  isReportFile,
  isTableFile,
  normaliseFolder,
  normaliseUri,
} from './files';
import type { Host } from '../platform/host';

/** The folders of the editor and every file in them that matters, read into the corpus and kept up to date. */
export interface Workspace {
  /** Takes folders in and out; the new ones are read. */
  changeFolders(added: readonly string[], removed: readonly string[]): void;
  readonly folders: readonly string[];
  /** A document was opened: what surrounds it is read if it lies outside of all folders. */
  opened(uri: string): void;
  /** Ends when everything that bears on the document was read for the first time. */
  ready(uri: string): Promise<void>;
  /** Files were created, changed or deleted. */
  filesChanged(events: readonly FileEvent[]): Promise<void>;
  /** Files or whole folders were moved or deleted by hand. */
  forget(uris: readonly string[]): Promise<void>;
  /** A file or a folder appeared under this name. */
  appeared(uris: readonly string[]): Promise<void>;
  /** Forgets everything and reads all folders again. */
  reread(): Promise<void>;
  rootOf(uri: string): string;
  governance(uri: string): Governance;
  /** The configuration file at the root of a document, to be made where there is none; null where there is no root. */
  configurationFile(uri: string): GoverningFile | null;
  /** The file of confirmed matches at the root of a document; null where there is no root. */
  matchesFile(uri: string): MatchesFileState | null;
  /** The editor's settings for this document. */
  settings(uri: string): Settings;
  /** The configuration files that are in force, by folder. */
  readonly configurations: ReadonlyMap<string, ConfigurationFile>;
}

/** What is known of a file of confirmed matches: `matches` is null where it is there and cannot be followed. */
export interface MatchesFileState {
  readonly uri: string;
  readonly matches: ConfirmedMatches | null;
}

export interface WorkspaceEvents {
  /** Reports, configurations or folders are other than before. */
  readonly changed: () => void;
  /** A configuration file was read, changed or (undefined) taken away. */
  readonly configured: (uri: string, file: ConfigurationFile | undefined) => void;
  /** Files are being read; undefined when that is done. */
  readonly reading: (progress: { readonly done: number; readonly total: number } | undefined) => void;
  /** Files under this folder, which lies outside of the workspace, should be watched. */
  readonly watch: (folder: string, deep: boolean) => void;
}

/** A root that no file lies under, for documents that have no place yet. */
const NOWHERE = 'nowhere:';

export function createWorkspace(
  connection: Connection,
  files: Files,
  host: Host,
  corpus: Corpus,
  editorSettings: EditorSettings,
  lang: Lang,
  events: WorkspaceEvents,
): Workspace {
  let folders: string[] = [];
  const configurations = new Map<string, ConfigurationFile>();
  const baselines = new Map<string, Baseline>();
  /** By folder; null for a file that cannot be followed. */
  const confirmed = new Map<string, ConfirmedMatches | null>();
  /** What is being read or was read: a folder with all below it, or (`deep: false`) a folder alone. */
  const scans = new Map<string, { readonly deep: boolean; readonly done: Promise<void> }>();
  const warned = new Set<string>();
  /** Reports that were opened, maybe closed again: the documents of a folder are read for them. */
  const openedUris = new Set<string>();
  /** The last request to read each file: an older answer that comes later is not taken. */
  const latest = new Map<string, number>();
  let requests = 0;

  const readReport = async (uri: string): Promise<void> => {
    const request = ++requests;
    latest.set(uri, request);
    const content = await files.read(uri);
    if (latest.get(uri) !== request) return;
    latest.delete(uri);
    if (content.kind === 'text') corpus.set(uri, content.decoded.text);
    else corpus.delete(uri);
    if (content.kind === 'problem') tellUnreadable(uri, PROBLEMS[content.problem][lang]);
    else if (content.kind === 'unreadable') tellUnreadable(uri, content.reason);
    else warned.delete(uri);
  };

  const readTable = async (uri: string): Promise<void> => {
    const request = ++requests;
    latest.set(uri, request);
    const tabs = await files.readTabs(uri);
    if (latest.get(uri) !== request) return;
    latest.delete(uri);
    const sheet = tabs === null ? null : readSheet(uri, tabs);
    corpus.setSheet(uri, sheet);
    if (sheet !== null || !isNamedSheet(baseName(uri))) warned.delete(uri);
    else if (!warned.has(uri)) {
      warned.add(uri);
      connection.console.warn(notASheet(readableName(uri))[lang]);
    }
  };

  const tellUnreadable = (uri: string, reason: string): void => {
    if (warned.has(uri)) return;
    warned.add(uri);
    const name = readableName(uri);
    connection.console.warn(lang === 'zh' ? `无法读取 ${name}（${reason}）` : `Cannot read ${name} (${reason})`);
  };

  /** Documents that nobody can read are told of in one line a format, so that they are not missed in silence. */
  const tellRefused = (uris: readonly string[]): void => {
    for (const format of ['old', 'ofd'] satisfies RefusedFormat[]) {
      const names = uris.filter((uri) => refusedFormatOf(uri) === format && !warned.has(uri)).map(readableName);
      for (const uri of uris) if (refusedFormatOf(uri) === format) warned.add(uri);
      if (names.length === 0) continue;
      const [list, reason] = [names.join(lang === 'zh' ? '、' : ', '), PROBLEMS[format][lang]];
      connection.console.warn(lang === 'zh' ? `未读取 ${list}（${reason}）` : `Not read: ${list} (${reason})`);
    }
  };

  const readConfiguration = async (uri: string): Promise<void> => {
    const folder = folderOf(uri);
    const content = await files.read(uri);
    if (content.kind === 'unreadable') {
      tellUnreadable(uri, content.reason);
      return;
    }
    if (content.kind !== 'text') {
      // Most folders that are asked never had one.
      if (configurations.delete(folder)) events.configured(uri, undefined);
      baselines.delete(folder);
      return;
    }
    configurations.set(folder, readConfigurationFile(content.decoded.text, configurations.get(folder)));
    await readBaseline(folder);
  };

  const readBaseline = async (folder: string): Promise<void> => {
    const uri = baselineUri(folder, configurations.get(folder));
    const content = uri === undefined ? undefined : await files.read(uri);
    const baseline = content?.kind === 'text' ? parseBaseline(content.decoded.text) : null;
    if (baseline === null) baselines.delete(folder);
    else baselines.set(folder, baseline);
    const file = configurations.get(folder);
    if (file === undefined) return;
    // One that is still to be written is no mistake.
    const isNone = content?.kind === 'text' && baseline === null;
    const mistakes = isNone ? [...file.mistakes, mistakeAt(file.text, ['baseline'], NO_BASELINE)] : file.mistakes;
    events.configured(`${folder}/${CONFIGURATION_FILE}`, { ...file, mistakes });
  };

  const readMatches = async (uri: string): Promise<void> => {
    const content = await files.read(uri);
    if (content.kind === 'missing') confirmed.delete(folderOf(uri));
    else confirmed.set(folderOf(uri), content.kind === 'text' ? parseMatches(content.decoded.text) : null);
  };

  const read = (uri: string): Promise<void> => {
    if (isReportFile(uri)) return readReport(uri);
    if (baseName(uri) === CONFIGURATION_FILE) return readConfiguration(uri);
    if (isTableFile(uri)) return readTable(uri);
    if (isRefused(uri)) tellRefused([uri]);
    return isMatches(uri) ? readMatches(uri) : Promise.resolve();
  };

  /** Reads all of a folder, a file at a time so that other messages are answered meanwhile. */
  const scan = (folder: string, deep: boolean): Promise<void> => {
    const known = scans.get(folder);
    if (known !== undefined && (known.deep || !deep)) return known.done;
    const done = readFolder(folder, deep);
    scans.set(folder, { deep, done });
    return done;
  };

  const readFolder = async (folder: string, deep: boolean): Promise<void> => {
    const progress = startProgress(connection, lang === 'zh' ? '正在读取报告' : 'Reading reports');
    try {
      const found = (await files.list(folder, deep)).map(normaliseUri);
      // Configurations first: they say what the reports are.
      const wanted = [
        ...found.filter(isConfiguration),
        ...found.filter(isMatches),
        ...found.filter((uri) => isReportFile(uri) && !isDocument(uri)),
        ...found.filter(isTableFile),
      ];
      documents.push(...found.filter(isDocument));
      tellRefused(found.filter(isRefused));
      for (const [done, uri] of wanted.entries()) {
        if (done % 8 === 0) {
          events.reading({ done, total: wanted.length });
          progress.report(done, wanted.length);
        }
        await read(uri);
        await host.pause();
      }
    } finally {
      progress.done();
      events.reading(undefined);
      events.changed();
    }
    converting = converting.then(convertDocuments);
  };

  const openReports = (): readonly OpenReport[] =>
    [...openedUris].flatMap((uri) => corpus.analysis(uri, { root: '', overrides: [] })?.report.info ?? []);

  /** Documents that are still to be converted. Nobody waits for them: findings come again when they have been read. */
  const documents: string[] = [];
  let converting: Promise<void> = Promise.resolve();
  const convertDocuments = async (): Promise<void> => {
    if (documents.length === 0) return;
    const progress = startProgress(
      connection,
      lang === 'zh' ? '正在读取 Word、网页和 PDF 报告' : 'Reading Word, web and PDF reports',
    );
    let known = corpus.revision;
    for (let done = 0; documents.length > 0; done++) {
      progress.report(done, done + documents.length);
      // Chosen anew each time: another report may have been opened meanwhile.
      const [uri = '', ...later] = byUse(documents, openReports());
      documents.splice(0, documents.length, ...later);
      // Its folder may have gone meanwhile.
      if (isSeen(uri)) await read(uri);
      // What is gained by the first reports is shown at once, what is gained by many in steps.
      if ((done < 4 || done % 8 === 0) && corpus.revision !== known) {
        known = corpus.revision;
        events.changed();
      }
    }
    progress.done();
    if (corpus.revision !== known) events.changed();
  };

  /** A configuration above the folder makes the folder where it lies the root. */
  const readAbove = async (folder: string): Promise<string | undefined> => {
    if (!files.reachesAbove(folder)) return undefined;
    for (let above = folderOf(folder); isHierarchical(above); above = folderOf(above)) {
      if (!configurations.has(above)) await readConfiguration(`${above}/${CONFIGURATION_FILE}`);
      if (configurations.has(above)) return above;
    }
    return undefined;
  };

  const readWorkspaceFolder = async (folder: string): Promise<void> => {
    await scan(folder, true);
    if (configurations.has(folder)) return;
    const above = await readAbove(folder);
    if (above === undefined) return;
    events.watch(above, true);
    await scan(above, true);
  };

  /** For a document outside of all folders: the corpus its configuration makes, else the files beside it. */
  const readAround = async (folder: string): Promise<void> => {
    if (!files.reachesAbove(folder) || !isHierarchical(folder)) return;
    if (!configurations.has(folder)) await readConfiguration(`${folder}/${CONFIGURATION_FILE}`);
    const root = configurations.has(folder) ? folder : await readAbove(folder);
    events.watch(root ?? folder, root !== undefined);
    await scan(root ?? folder, root !== undefined);
  };

  /** What was begun for a folder of the workspace or for a document outside of it, by that folder. */
  const begun = new Map<string, Promise<void>>();
  const begin = (folder: string, work: (folder: string) => Promise<void>): void => {
    if (begun.has(folder)) return;
    const done = work(folder).catch(() => undefined);
    begun.set(folder, done);
  };

  const folderAround = (uri: string): string | undefined =>
    folders.filter((folder) => isUnder(uri, folder)).sort((a, b) => b.length - a.length)[0];

  const rootOf = (uri: string): string => {
    if (!isHierarchical(folderOf(uri))) {
      // A document that was never saved belongs to the one folder there is.
      const [only] = folders;
      return only !== undefined && folders.length === 1 ? rootOf(`${only}/untitled`) : NOWHERE;
    }
    for (let folder = folderOf(uri); isHierarchical(folder); folder = folderOf(folder)) {
      if (configurations.has(folder)) return folder;
    }
    return folderAround(uri) ?? folderOf(uri);
  };

  const settings = (uri: string): Settings => editorSettings.of(folderAround(uri) ?? folders[0]);

  const isSeen = (uri: string): boolean => {
    for (const [folder, { deep }] of scans) {
      if (!isUnder(uri, folder)) continue;
      const parts = relativeName(uri, folder).split('/');
      if (parts.length > 1 && !deep) continue;
      if (!parts.some((part) => part.startsWith('.') || part === 'node_modules')) return true;
    }
    return false;
  };

  /** The files that were read at this place or below it. */
  const knownUnder = (uri: string): string[] => {
    const named = (folders: Iterable<string>, name: string): string[] =>
      [...folders].filter((folder) => isUnder(folder, uri)).map((folder) => `${folder}/${name}`);
    return [
      ...corpus.pathsUnder(uri),
      ...named(configurations.keys(), CONFIGURATION_FILE),
      ...named(confirmed.keys(), MATCHES_FILE),
    ];
  };

  /** What a change means for the files below, where a folder was moved or deleted as a whole. */
  const withContents = async ({ uri: given, type }: FileEvent): Promise<FileEvent[]> => {
    const uri = normaliseUri(given);
    if (isReadHere(uri) || type === FileChangeType.Changed) return [{ uri, type }];
    if (type === FileChangeType.Deleted) return [{ uri, type }, ...knownUnder(uri).map((one) => ({ uri: one, type }))];
    // Other programs write files by the thousand: what has the ending of one is no folder.
    const [ending] = /\.[a-z][a-z0-9]{0,9}$/i.exec(baseName(uri)) ?? [];
    if (ending !== undefined) return ending === '.json' ? [{ uri, type }] : [];
    if (!isSeen(`${uri}/x`)) return [];
    return (await files.list(uri, true)).map((one) => ({ uri: one, type }));
  };

  const workspace: Workspace = {
    get folders() {
      return folders;
    },
    configurations,
    changeFolders(added, removed) {
      const gone = removed.map(normaliseFolder);
      folders = [...folders.filter((folder) => !gone.includes(folder)), ...added.map(normaliseFolder)];
      for (const folder of gone) {
        begun.delete(folder);
        scans.delete(folder);
        // Files that another folder of the workspace also holds stay.
        for (const uri of corpus.pathsUnder(folder)) if (!isSeen(uri)) corpus.delete(uri);
        for (const place of confirmed.keys()) if (isUnder(place, folder)) confirmed.delete(place);
        for (const [place] of configurations) {
          if (isUnder(place, folder) && folderAround(`${place}/x`) === undefined) {
            configurations.delete(place);
            events.configured(`${place}/${CONFIGURATION_FILE}`, undefined);
          }
        }
      }
      for (const folder of folders) begin(folder, readWorkspaceFolder);
      if (gone.length > 0) events.changed();
    },
    opened(uri) {
      openedUris.add(uri);
      if (folderAround(uri) === undefined && isHierarchical(folderOf(uri))) begin(folderOf(uri), readAround);
    },
    async ready(uri) {
      const folder = folderAround(uri) ?? (isHierarchical(folderOf(uri)) ? folderOf(uri) : folders[0]);
      if (folder !== undefined) await begun.get(folder);
    },
    async filesChanged(changes) {
      const before = corpus.revision;
      let configured = false;
      const all = (await Promise.all(changes.map(withContents))).flat();
      for (const { uri, type } of all) {
        const folder = folderOf(uri);
        for (const [place, file] of configurations) {
          if (baselineUri(place, file) !== uri) continue;
          await readBaseline(place);
          configured = true;
        }
        if (!isSeen(uri) && !configurations.has(folder)) continue;
        configured ||= isConfiguration(uri) || isMatches(uri);
        if (type === FileChangeType.Deleted && (isReportFile(uri) || isTableFile(uri))) {
          latest.delete(uri);
          corpus.delete(uri);
        } else await read(uri);
      }
      if (configured || corpus.revision !== before) events.changed();
    },
    async forget(uris) {
      const known = uris.map(normaliseUri).flatMap(knownUnder);
      await workspace.filesChanged(known.map((uri) => ({ uri, type: FileChangeType.Deleted })));
    },
    async appeared(uris) {
      const found: string[] = [];
      for (const uri of uris.map(normaliseUri)) {
        if (isReadHere(uri)) found.push(uri);
        else if (isSeen(`${uri}/x`)) found.push(...(await files.list(uri, true)));
      }
      await workspace.filesChanged(found.map((uri) => ({ uri, type: FileChangeType.Created })));
    },
    async reread() {
      for (const uri of corpus.pathsUnder('')) corpus.delete(uri);
      for (const folder of configurations.keys()) events.configured(`${folder}/${CONFIGURATION_FILE}`, undefined);
      configurations.clear();
      baselines.clear();
      confirmed.clear();
      scans.clear();
      warned.clear();
      const again = [...begun.keys()];
      begun.clear();
      for (const folder of again) begin(folder, folders.includes(folder) ? readWorkspaceFolder : readAround);
      await Promise.all(begun.values());
      await converting;
      events.changed();
    },
    rootOf,
    configurationFile(uri) {
      const root = rootOf(uri);
      if (root === NOWHERE) return null;
      return { uri: `${root}/${CONFIGURATION_FILE}`, text: configurations.get(root)?.text ?? null };
    },
    matchesFile(uri) {
      const root = rootOf(uri);
      if (root === NOWHERE) return null;
      const matches = confirmed.get(root);
      return { uri: `${root}/${MATCHES_FILE}`, matches: matches === undefined ? NO_MATCHES : matches };
    },
    settings,
    governance(uri) {
      const root = rootOf(uri);
      const own = settings(uri);
      const baseline = baselines.get(root);
      const beside = baselineUri(root, configurations.get(root));
      const matches = confirmed.get(root) ?? null;
      return {
        root,
        configuration: combine(configurations.get(root)?.configuration, own),
        checkPrecedents: own.checkPrecedents,
        draftsOnly: !own.plainText,
        ...(baseline !== undefined &&
          beside !== undefined && { baseline: { content: baseline, name: wayFrom(folderOf(beside), uri) } }),
        ...(matches !== null && { matches }),
      };
    },
  };
  return workspace;
}

/** Progress in the client's own way. Nothing waits for the client to make room for it, and it may refuse. */
function startProgress(
  connection: Connection,
  message: string,
): { report(done: number, total: number): void; done(): void } {
  let shown: WorkDoneProgressServerReporter | undefined;
  let over = false;
  connection.window.createWorkDoneProgress().then(
    (progress) => {
      if (over) return;
      shown = progress;
      progress.begin('Policy Drafting', 0, message, false);
    },
    () => undefined,
  );
  return {
    report: (done, total) => shown?.report(Math.floor((done / total) * 100), `${String(done)}/${String(total)}`),
    done() {
      over = true;
      shown?.done();
    },
  };
}

function isReadHere(uri: string): boolean {
  return isReportFile(uri) || isTableFile(uri) || isConfiguration(uri) || isMatches(uri);
}

function isMatches(uri: string): boolean {
  return baseName(uri) === MATCHES_FILE;
}

function isConfiguration(uri: string): boolean {
  return baseName(uri) === CONFIGURATION_FILE;
}

/** Whether this names a folder in a tree of folders, as `file:///a` does and `untitled:` does not. */
function isHierarchical(folder: string): boolean {
  const scheme = folder.indexOf('://');
  return scheme > 0 && folder.length > scheme + '://'.length;
}

const NO_BASELINE: Bilingual = {
  zh: '该文件不是基线文件，可用 check --update-baseline 重新生成。',
  en: 'That file is no baseline; write it anew with check --update-baseline.',
};

function baselineUri(folder: string, file: ConfigurationFile | undefined): string | undefined {
  const name = file?.configuration.baseline ?? undefined;
  if (name === undefined) return undefined;
  const tidy = name.startsWith('./') ? name.slice(2) : name;
  // A baseline that lies elsewhere is the command line's business.
  if (tidy.startsWith('/') || tidy.includes('..') || tidy.includes(':')) return undefined;
  return normaliseUri(`${folder}/${tidy.split('/').map(encodeURIComponent).join('/')}`);
}
