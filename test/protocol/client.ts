/**
 * A client over stdio that behaves as an editor does, for tests of the built server. It answers what the server asks
 * and keeps what the server tells, so that a test can wait for the message it needs instead of for a time to pass.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type {
  ClientCapabilities,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  ProtocolConnection,
  PublishDiagnosticsParams,
  Registration,
  WorkspaceFolder,
} from 'vscode-languageserver/node';
import {
  ConfigurationRequest,
  createProtocolConnection,
  DiagnosticRefreshRequest,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  ExitNotification,
  type FileChangeType,
  HoverRequest,
  InitializedNotification,
  InitializeRequest,
  LogMessageNotification,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  WorkDoneProgressCreateRequest,
} from 'vscode-languageserver/node';
import type { StatusParams } from '../../server/src/lsp/protocol';
import { StatusMethod } from '../../server/src/lsp/protocol';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const serverFile = path.join(root, 'dist/server/node.js');
export const cliFile = path.join(root, 'dist/cli.js');

export interface ClientOptions {
  /** Folders of the workspace, as paths. */
  readonly folders?: readonly string[];
  /** Findings are pulled unless said otherwise. */
  readonly diagnostics?: 'pull' | 'push';
  /** What `workspace/configuration` answers for `policyDrafting`; without it the client cannot be asked. */
  readonly settings?: Record<string, unknown>;
  readonly initializationOptions?: Record<string, unknown>;
  readonly locale?: string;
  /** The server to start, by its command line. */
  readonly command?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** Refuse every request of the server. */
  readonly deaf?: boolean;
}

export interface TestClient {
  readonly connection: ProtocolConnection;
  readonly initialized: InitializeResult;
  readonly process: ChildProcess;
  readonly logs: readonly string[];
  readonly shown: readonly string[];
  readonly registrations: readonly Registration[];
  readonly statuses: readonly StatusParams[];
  readonly published: readonly PublishDiagnosticsParams[];
  settings: Record<string, unknown> | undefined;
  open(file: string, text: string, languageId?: string): Promise<string>;
  change(uri: string, text: string): Promise<void>;
  /** Replaces a range of the text as an editor does. */
  edit(uri: string, range: { start: Place; end: Place }, text: string): Promise<void>;
  close(uri: string): Promise<void>;
  /** Tells that a file was created, changed or deleted. */
  touched(file: string, type: FileChangeType): Promise<void>;
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  /** The findings of a document, pulled. */
  findings(uri: string): Promise<Diagnostic[]>;
  /** The text of the hover at the first place of `words`; null for no hover. */
  hover(uri: string, text: string, words: string): Promise<string | null>;
  /** The first of the published, logged, shown … messages that fits, sent already or still to come. */
  waitFor<T>(list: readonly T[], fits: (one: T) => boolean, what: string): Promise<T>;
  /** How many times the server asked to pull again. */
  readonly refreshes: () => number;
  waitForRefresh(after: number): Promise<void>;
  stop(): Promise<number | null>;
}

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Starts the built server and initializes it. */
export async function startClient(options: ClientOptions = {}): Promise<TestClient> {
  if (!existsSync(serverFile)) throw new Error('dist/ is not built: run npm run build first.');
  const [program = process.execPath, ...args] = options.command ?? [process.execPath, serverFile, '--stdio'];
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );

  const logs: string[] = [];
  const shown: string[] = [];
  const registrations: Registration[] = [];
  const statuses: StatusParams[] = [];
  const published: PublishDiagnosticsParams[] = [];
  const waiting = new Set<() => void>();
  let refreshed = 0;
  const versions = new Map<string, number>();
  const texts = new Map<string, string>();
  const keep = <T>(list: T[], one: T): void => {
    list.push(one);
    for (const wake of [...waiting]) wake();
  };
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    keep(logs, message);
  });
  connection.onNotification(ShowMessageNotification.type, ({ message }) => {
    keep(shown, message);
  });
  connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
    keep(published, params);
  });
  connection.onNotification(StatusMethod, (params: StatusParams) => {
    keep(statuses, params);
  });
  if (options.deaf !== true) {
    connection.onRequest(RegistrationRequest.type, (params) => {
      for (const one of params.registrations) keep(registrations, one);
    });
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => client.settings ?? null));
    connection.onRequest(WorkDoneProgressCreateRequest.type, () => undefined);
    connection.onRequest(DiagnosticRefreshRequest.type, () => {
      refreshed++;
      for (const wake of [...waiting]) wake();
    });
  }
  connection.listen();

  const pull = options.diagnostics !== 'push';
  const workspaceFolders: WorkspaceFolder[] | null =
    options.folders?.map((folder) => ({ uri: uriOf(folder), name: path.basename(folder) })) ?? null;
  const params: InitializeParams = {
    processId: process.pid,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the protocol still asks for it
    rootUri: workspaceFolders?.[0]?.uri ?? null,
    workspaceFolders,
    locale: options.locale ?? 'zh-cn',
    initializationOptions: options.initializationOptions,
    capabilities: {
      workspace: {
        configuration: options.settings !== undefined,
        workspaceFolders: true,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        didChangeConfiguration: { dynamicRegistration: true },
        workspaceEdit: { documentChanges: true },
        ...(pull && { diagnostics: { refreshSupport: true } }),
      },
      window: { workDoneProgress: true },
      textDocument: {
        publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true },
        definition: { linkSupport: true },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        ...(pull && { diagnostic: {} }),
      },
      ...options.capabilities,
    },
  };

  const waitUntil = (met: () => boolean, what: string): Promise<void> =>
    new Promise((resolve, reject) => {
      // The server gone means that nothing more will come.
      const gone = (): void => {
        waiting.delete(look);
        reject(new Error(`The server ended before: ${what}`));
      };
      const look = (): void => {
        if (!met()) return;
        waiting.delete(look);
        child.off('exit', gone);
        resolve();
      };
      child.once('exit', gone);
      waiting.add(look);
      look();
    });

  const client: TestClient = {
    connection,
    process: child,
    logs,
    shown,
    registrations,
    statuses,
    published,
    settings: options.settings,
    initialized: await connection.sendRequest(InitializeRequest.type, params),
    async open(file, text, languageId = 'markdown') {
      const uri = uriOf(file);
      versions.set(uri, 1);
      texts.set(uri, text);
      await connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
      return uri;
    },
    async change(uri, text) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ text }],
      });
    },
    async edit(uri, range, text) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      await connection.sendNotification(DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version },
        contentChanges: [{ range, text }],
      });
    },
    async close(uri) {
      await connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
    },
    async touched(file, type) {
      await connection.sendNotification(DidChangeWatchedFilesNotification.type, {
        changes: [{ uri: uriOf(file), type }],
      });
    },
    pull: (uri, previousResultId) =>
      connection.sendRequest(DocumentDiagnosticRequest.type, {
        textDocument: { uri },
        ...(previousResultId !== undefined && { previousResultId }),
      }),
    async findings(uri) {
      const report = await client.pull(uri);
      return report.kind === 'full' ? report.items : [];
    },
    async hover(uri, text, words) {
      const result = await connection.sendRequest(HoverRequest.type, {
        textDocument: { uri },
        position: positionOf(text, text.indexOf(words)),
      });
      if (result === null) return null;
      return typeof result.contents === 'object' && 'value' in result.contents ? result.contents.value : '';
    },
    async waitFor(list, fits, what) {
      await waitUntil(() => list.some(fits), what);
      const found = list.find(fits);
      if (found === undefined) throw new Error(what);
      return found;
    },
    refreshes: () => refreshed,
    waitForRefresh: (after) => waitUntil(() => refreshed > after, 'a request to pull again'),
    async stop() {
      const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
      await connection.sendRequest(ShutdownRequest.type);
      await connection.sendNotification(ExitNotification.type);
      const code = await ended;
      connection.dispose();
      return code;
    },
  };
  await connection.sendNotification(InitializedNotification.type, {});
  return client;
}

export function uriOf(file: string): string {
  return pathToFileURL(file).toString();
}

/** The position of an offset in a text, in UTF-16 units. */
export function positionOf(text: string, offset: number): Place {
  if (offset < 0) throw new Error('The words are not in the text.');
  const before = text.slice(0, offset).split(/\r\n|\r|\n/u);
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}
