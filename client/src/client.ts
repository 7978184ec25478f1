/** What the desktop and the browser share: the language client with its options, and everything that hangs on it. */
import { commands, Uri, window, workspace, type CancellationToken, type ExtensionContext } from 'vscode';
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type DocumentSelector,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  HoverCommands,
  PauseMethod,
  StatusMethod,
  ViewsChangedMethod,
  type ClientAbilities,
  type DraftLedger,
  type PauseParams,
  type StatusParams,
} from '../../server/src/lsp/protocol';
import { registerCommands } from './commands';
import { refreshImportedText, serveImportedText, shownUri } from './importedText';
import { registerImport } from './importReports';
import { serveFiles } from './files';
import { withoutPayload } from './log';
import { onlyWhenAsked, watchTyping } from './completion';
import { createStatusItems, type StatusItems } from './statusItems';
import { createViews } from './views';
import { registerWriting } from './writing';

/** The name of the settings and the identity of the client, from which it reads `policyDrafting.trace.server`. */
const section = 'policyDrafting';

/** Where parts of the extension are that only some places need to be told. */
export interface Places {
  /** Address of the converters for a server in a web worker. */
  readonly converters?: string;
}

/** Ways to make a client that differ between the desktop and the browser. */
export type CreateClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The running extension. */
export interface Extension {
  /** Stops the server, and answers when it has gone. */
  readonly stop: () => Promise<void>;
  readonly exports: Exports;
}

/** What other extensions get from this one. */
export interface Exports {
  /** The ledger of promises that the view shows; null where it shows none. */
  readonly ledger: () => DraftLedger | null;
}

/**
 * Starts the server and registers what belongs to it. Never throws: where the server does not come up, the status item
 * says so and offers to start it again, and the commands stay.
 */
export async function activateExtension(
  context: ExtensionContext,
  createClient: CreateClient,
  places: Places = {},
): Promise<Extension> {
  const log = window.createOutputChannel('Policy Drafting', { log: true });
  const status = createStatusItems();

  const options = (): LanguageClientOptions => ({
    documentSelector: servedDocuments(),
    outputChannel: log,
    traceOutputChannel: withoutPayload(log),
    // A drafter is told by the status item. Pop-ups belong to what only a person can mend.
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    diagnosticCollectionName: section,
    diagnosticPullOptions: { onChange: true },
    initializationOptions: (): ClientAbilities => ({
      ...places,
      clientFiles: true,
      commandLinks: true,
      configurationCommand: true,
      paused: status.paused,
    }),
    uriConverters: { code2Protocol: (uri) => uri.toString(), protocol2Code: (value) => shownUri(Uri.parse(value)) },
    middleware: { provideCompletionItem: onlyWhenAsked() },
    markdown: { isTrusted: { enabledCommands: Object.values(HoverCommands) }, supportHtml: false },
  });
  const server = createServer(
    () => createClient(section, 'Policy Drafting', options()),
    status,
    () => {
      views.refresh();
      refreshImportedText();
    },
  );
  const views = createViews(
    server.request,
    (uri) =>
      server.notify(DidChangeWatchedFilesNotification.method, { changes: [{ uri, type: FileChangeType.Changed }] }),
    context.extensionUri,
  );

  context.subscriptions.push(
    log,
    status,
    views,
    watchTyping(),
    serveImportedText(server.request),
    registerImport(server.request),
    ...registerCommands({
      log,
      status,
      restart: server.restart,
      request: server.request,
      extension: context.extensionUri,
      pause: (paused) => {
        status.setPaused(paused);
        return server.notify(PauseMethod, { paused } satisfies PauseParams);
      },
    }),
    ...registerWriting(server.request),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(`${section}.plainText`)) void server.restart();
    }),
  );
  void commands.executeCommand('setContext', 'policyDrafting.active', true);
  await server.start();
  return { stop: server.stop, exports: { ledger: () => views.draft.ledger.value } };
}

/**
 * The documents whose text goes to the server. Diffs, output and settings have schemes of their own and stay out. Which
 * files and settings the server wants to hear of it registers itself.
 */
function servedDocuments(): DocumentSelector {
  const schemes = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'vscode-test-web', 'vsls']);
  for (const folder of workspace.workspaceFolders ?? []) schemes.add(folder.uri.scheme);
  const plainText = workspace.getConfiguration(section).get<boolean>('plainText', true);
  const languages = plainText ? ['policy-report', 'markdown', 'plaintext'] : ['policy-report'];
  return languages.flatMap((language) => [...schemes].map((scheme) => ({ language, scheme })));
}

/** Asks the server. Rejects where none runs. */
export type Request = <Result>(method: string, params?: object, token?: CancellationToken) => Promise<Result>;

interface Server {
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Starts over with options read anew: a client cannot change its documents while it lives. */
  readonly restart: () => Promise<void>;
  readonly request: Request;
  /** Nothing happens where no server runs. */
  readonly notify: (method: string, params: object) => Promise<void>;
}

/**
 * One client at a time, replaced as a whole. Starting and stopping wait for each other: two commands in a row must not
 * leave two servers.
 */
function createServer(create: () => BaseLanguageClient, status: StatusItems, viewsChanged: () => void): Server {
  let client: BaseLanguageClient | undefined;
  let listeners: { dispose(): void }[] = [];
  let last: Promise<void> = Promise.resolve();
  const inOrder = (step: () => Promise<void>): Promise<void> => {
    const done = last.then(step);
    // A step that fails must not take all later ones along.
    last = done.catch(() => undefined);
    return done;
  };

  const start = async (): Promise<void> => {
    const next = create();
    client = next;
    listeners = [
      next.onDidChangeState(({ newState }) => {
        status.setRunning(
          newState === State.Running ? 'running' : newState === State.Starting ? 'starting' : 'stopped',
        );
      }),
      next.onNotification(StatusMethod, (params: StatusParams) => {
        status.update(params);
      }),
      next.onNotification(ViewsChangedMethod, viewsChanged),
      ...serveFiles(next),
    ];
    status.setRunning('starting');
    try {
      await next.start();
      viewsChanged();
    } catch {
      // The client has told the person and the log why; a failed start must not take the commands along.
      status.setRunning('stopped');
    }
  };
  const stop = async (): Promise<void> => {
    const old = client;
    client = undefined;
    for (const listener of listeners) listener.dispose();
    status.clear();
    try {
      await old?.dispose();
    } catch {
      // A server that broke down cannot say goodbye; it is gone all the same.
    }
  };
  return {
    start: () => inOrder(start),
    stop: () => inOrder(stop),
    restart: () =>
      inOrder(async () => {
        await stop();
        await start();
      }),
    request: async <Result>(method: string, params?: object, token?: CancellationToken): Promise<Result> => {
      await last;
      if (client === undefined) throw new Error('The language server is not running.');
      if (params === undefined) return client.sendRequest<Result>(method);
      // A token that is undefined would be sent as a second parameter.
      return token === undefined
        ? client.sendRequest<Result>(method, params)
        : client.sendRequest<Result>(method, params, token);
    },
    notify: async (method, params) => {
      await last;
      if (client?.isRunning() === true) await client.sendNotification(method, params);
    },
  };
}
