/** What the client is asked to tell us of: settings, files of the workspace, and single places elsewhere. */
import type { Connection, FileSystemWatcher } from 'vscode-languageserver';
import {
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  WatchKind,
} from 'vscode-languageserver';
import { baseName, folderOf } from '../core/corpus/paths';
import type { Abilities } from './abilities';
import { send } from './steps';

/** A client that refuses tells us nothing of changes; everything else works. */
export interface Watching {
  /** Settings, and files in the folders of the workspace. */
  start(): void;
  /** Files under a folder that lies outside of the workspace, or right in it. */
  readonly folder: (uri: string, deep: boolean) => void;
  /** A baseline, which may have any name. */
  readonly baseline: (uri: string) => void;
}

/** What is watched in the folders of the workspace. */
const WATCHED = [
  '**/*.{md,txt,docx,html,htm,pdf,csv,xlsx,MD,TXT,DOCX,HTML,HTM,PDF,CSV,XLSX}',
  '**/policy-drafting*.json',
];

export function createWatching(connection: Connection, abilities: Abilities): Watching {
  const watched = new Set<string>();
  /** Watches what the patterns of the workspace leave out, once. */
  const watchElsewhere = (baseUri: string, patterns: readonly string[]): void => {
    const key = [baseUri, ...patterns].join(' ');
    if (!abilities.watchElsewhere || watched.has(key)) return;
    watched.add(key);
    const watchers = patterns.map((pattern) => ({ globPattern: { baseUri, pattern } }));
    send(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
  };
  return {
    start() {
      if (abilities.registersConfiguration) {
        send(connection.client.register(DidChangeConfigurationNotification.type, { section: 'policyDrafting' }));
      }
      if (!abilities.registersWatching) return;
      const watchers: FileSystemWatcher[] = WATCHED.map((globPattern) => ({ globPattern }));
      // A folder that comes or goes is told under its own name, and not what lies in it.
      watchers.push({ globPattern: '**/*', kind: WatchKind.Create | WatchKind.Delete });
      send(connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }));
    },
    folder(uri, deep) {
      watchElsewhere(uri, deep ? WATCHED : WATCHED.map((glob) => glob.slice('**/'.length)));
    },
    baseline(uri) {
      const name = baseName(uri);
      // Those of the usual name are watched wherever they lie.
      if (!/^policy-drafting.*\.json$/.test(name)) watchElsewhere(folderOf(uri), [name]);
    },
  };
}
