import type { Connection, FileEvent } from 'vscode-languageserver';
import { FileChangeType } from 'vscode-languageserver';
import type { Corpus } from '../core/corpus/corpus';
import { baseName, folderOf, isUnder, relativeName, wayFrom } from '../core/corpus/paths';
import { MATCHES_FILE, NO_MATCHES } from '../core/ledger/matches';
import type { ConfirmedMatches } from '../core/model';
import type { Governance } from '../core/service';
import type { GoverningFile } from './codeActions';
import type { EditorSettings, Settings } from './configuration';
import { combine } from './configuration';
import type { ContentEvents } from './contents';
import { baselineUri, createContents, isConfiguration, isMatches } from './contents';
import { createConversions } from './conversions';
import type { Lang } from './convert';
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
import { startProgress } from './progress';

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
  governance(uri: string): Governance;
  /** The configuration file at the root of a document, to be made where there is none; null where there is no root. */
  configurationFile(uri: string): GoverningFile | null;
  /** The file of confirmed matches at the root of a document; null where there is no root. */
  matchesFile(uri: string): MatchesFileState | null;
  /** The editor's settings for this document. */
  settings(uri: string): Settings;
}

/** What is known of a file of confirmed matches: `matches` is null where it is there and cannot be followed. */
export interface MatchesFileState {
  readonly uri: string;
  readonly matches: ConfirmedMatches | null;
}

export interface WorkspaceEvents extends ContentEvents {
  /** Reports, configurations or folders are other than before. */
  readonly changed: () => void;
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
  const contents = createContents(connection, files, corpus, lang, events);
  const { configurations, baselines, confirmed } = contents;
  let folders: string[] = [];
  /** What is being read or was read: a folder with all below it, or (`deep: false`) a folder alone. */
  const scans = new Map<string, { readonly deep: boolean; readonly done: Promise<void> }>();
  /** Reports that were opened, maybe closed again: the documents of a folder are read for them. */
  const openedUris = new Set<string>();
  const conversions = createConversions(connection, corpus, lang, {
    open: () => [...openedUris].flatMap((uri) => corpus.analysis(uri, { root: '', overrides: [] })?.report.info ?? []),
    isWanted: (uri) => isSeen(uri),
    read: (uri) => contents.read(uri),
    changed: events.changed,
  });

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
    const found = (await files.list(folder, deep)).map(normaliseUri);
    try {
      // Configurations first: they say what the reports are.
      const wanted = [
        ...found.filter(isConfiguration),
        ...found.filter(isMatches),
        ...found.filter((uri) => isReportFile(uri) && !isDocument(uri)),
        ...found.filter(isTableFile),
      ];
      contents.tellRefused(found.filter(isRefused));
      for (const [done, uri] of wanted.entries()) {
        if (done % 8 === 0) {
          events.reading({ done, total: wanted.length });
          progress.report(done, wanted.length);
        }
        await contents.read(uri);
        await host.pause();
      }
    } finally {
      progress.done();
      events.reading(undefined);
      events.changed();
    }
    conversions.add(found.filter(isDocument));
  };

  /** A configuration above the folder makes the folder where it lies the root. */
  const readAbove = async (folder: string): Promise<string | undefined> => {
    if (!files.reachesAbove(folder)) return undefined;
    for (let above = folderOf(folder); isHierarchical(above); above = folderOf(above)) {
      if (!configurations.has(above)) await contents.readConfiguration(above);
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
    if (!configurations.has(folder)) await contents.readConfiguration(folder);
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

  /** What a change means for the files below, where a folder was moved or deleted as a whole. */
  const withContents = async ({ uri: given, type }: FileEvent): Promise<FileEvent[]> => {
    const uri = normaliseUri(given);
    if (isReadHere(uri) || type === FileChangeType.Changed) return [{ uri, type }];
    if (type === FileChangeType.Deleted)
      return [{ uri, type }, ...contents.filesUnder(uri).map((one) => ({ uri: one, type }))];
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
    changeFolders(added, removed) {
      const gone = removed.map(normaliseFolder);
      folders = [...folders.filter((folder) => !gone.includes(folder)), ...added.map(normaliseFolder)];
      for (const folder of gone) {
        begun.delete(folder);
        scans.delete(folder);
        // Files that another folder of the workspace also holds stay.
        for (const uri of corpus.pathsUnder(folder)) if (!isSeen(uri)) corpus.delete(uri);
        contents.leave((place) => isUnder(place, folder) && folderAround(`${place}/x`) === undefined);
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
          await contents.readBaseline(place);
          configured = true;
        }
        if (!isSeen(uri) && !configurations.has(folder)) continue;
        configured ||= isConfiguration(uri) || isMatches(uri);
        if (type === FileChangeType.Deleted && (isReportFile(uri) || isTableFile(uri))) {
          contents.drop(uri);
        } else if (isDocument(uri)) conversions.add([uri]);
        else await contents.read(uri);
      }
      if (configured || corpus.revision !== before) events.changed();
    },
    async forget(uris) {
      const known = uris.map(normaliseUri).flatMap((uri) => contents.filesUnder(uri));
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
      contents.clear();
      scans.clear();
      const again = [...begun.keys()];
      begun.clear();
      for (const folder of again) begin(folder, folders.includes(folder) ? readWorkspaceFolder : readAround);
      await Promise.all(begun.values());
      await conversions.ended();
      events.changed();
    },
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

function isReadHere(uri: string): boolean {
  return isReportFile(uri) || isTableFile(uri) || isConfiguration(uri) || isMatches(uri);
}

/** Whether this names a folder in a tree of folders, as `file:///a` does and `untitled:` does not. */
function isHierarchical(folder: string): boolean {
  const scheme = folder.indexOf('://');
  return scheme > 0 && folder.length > scheme + '://'.length;
}
