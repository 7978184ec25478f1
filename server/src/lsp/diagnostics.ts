import type {
  CancellationToken,
  Connection,
  DocumentDiagnosticReport,
  PublishDiagnosticsParams,
} from 'vscode-languageserver';
import { DocumentDiagnosticReportKind, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { Checked } from '../core/service';
import type { Host } from '../platform/host';
import { runSteps, send } from './steps';

/** What this file needs to know of documents; all of it may be asked at any time. */
export interface DiagnosticsSource {
  /** Ends when what bears on the document was read. */
  ready(uri: string): Promise<void>;
  check(uri: string): Generator<undefined, Checked, undefined>;
  /** Undefined for documents that are closed. */
  version(uri: string): number | undefined;
  convert(uri: string, checked: Checked): PublishDiagnosticsParams['diagnostics'];
  /** Told when an open document has new findings. */
  checked(uri: string, checked: Checked): void;
}

/** How findings get to the client. */
export interface Diagnostics {
  /** The document was opened or its text changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** Something else changed that findings may depend on. */
  refresh(): void;
}

/** A pause in typing of this many milliseconds, before findings are pushed. */
const TYPING_PAUSE = 200;

/** Changes that come in a row ask the client once. */
const REFRESH_PAUSE = 100;

/** The client asks for findings when it wants them; when other files change, it is asked to ask again. */
export function createPullDiagnostics(
  connection: Connection,
  host: Host,
  source: DiagnosticsSource,
  canRefresh: boolean,
): Diagnostics {
  const sent = new Map<string, { readonly id: string; readonly content: string }>();
  let ids = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  connection.languages.diagnostics.on(async ({ textDocument, previousResultId }, token) => {
    const { uri } = textDocument;
    const checked = await checkNow(uri, token);
    if (checked === undefined || source.version(uri) === undefined) return empty();
    source.checked(uri, checked);
    const items = source.convert(uri, checked);
    const content = JSON.stringify(items);
    const before = sent.get(uri);
    if (before?.content === content && before.id === previousResultId) {
      return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: before.id };
    }
    const id = before?.content === content ? before.id : String(++ids);
    sent.set(uri, { id, content });
    return { kind: DocumentDiagnosticReportKind.Full, resultId: id, items };
  });

  const checkNow = async (uri: string, token: CancellationToken): Promise<Checked | undefined> => {
    if (source.version(uri) === undefined) return undefined;
    await source.ready(uri);
    const version = source.version(uri);
    const stale = (): boolean => token.isCancellationRequested || source.version(uri) !== version;
    const checked = await runSteps(source.check(uri), host, stale);
    if (checked !== undefined || source.version(uri) === undefined) return checked;
    // Findings shown before stay until the client asks again. It always has to: one that cancels because other files
    // changed has asked for nothing else yet, and takes `false` for “never ask again”.
    throw new ResponseError(LSPErrorCodes.ServerCancelled, 'The text changed meanwhile.', { retriggerRequest: true });
  };

  const refresh = (): void => {
    if (!canRefresh || timer !== undefined) return;
    timer = setTimeout(() => {
      timer = undefined;
      send(connection.languages.diagnostics.refresh());
    }, REFRESH_PAUSE);
  };

  return {
    changed: () => undefined,
    closed: (uri) => {
      sent.delete(uri);
    },
    refresh,
  };
}

function empty(): DocumentDiagnosticReport {
  return { kind: DocumentDiagnosticReportKind.Full, items: [] };
}

/** Findings are sent when typing pauses, and only where they differ from those sent before. */
export function createPushDiagnostics(
  connection: Connection,
  host: Host,
  source: DiagnosticsSource,
  openUris: () => readonly string[],
): Diagnostics {
  const sent = new Map<string, string>();
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();

  const schedule = (uri: string): void => {
    const timer = waiting.get(uri);
    if (timer !== undefined) clearTimeout(timer);
    waiting.set(
      uri,
      setTimeout(() => {
        waiting.delete(uri);
        push(uri).catch((error: unknown) => {
          connection.console.error(`Check failed: ${error instanceof Error ? error.name : 'unknown error'}`);
        });
      }, TYPING_PAUSE),
    );
  };

  const push = async (uri: string): Promise<void> => {
    await source.ready(uri);
    const version = source.version(uri);
    if (version === undefined) return;
    // Another round is on its way: that one will see the newest text.
    const stale = (): boolean => waiting.has(uri) || source.version(uri) !== version;
    const checked = await runSteps(source.check(uri), host, stale);
    if (checked === undefined || source.version(uri) !== version) return;
    source.checked(uri, checked);
    const diagnostics = source.convert(uri, checked);
    const content = JSON.stringify(diagnostics);
    if ((sent.get(uri) ?? '[]') === content) return;
    sent.set(uri, content);
    await connection.sendDiagnostics({ uri, version, diagnostics });
  };

  return {
    changed(uri) {
      for (const one of new Set([uri, ...openUris()])) schedule(one);
    },
    closed(uri) {
      const timer = waiting.get(uri);
      if (timer !== undefined) clearTimeout(timer);
      waiting.delete(uri);
      if ((sent.get(uri) ?? '[]') !== '[]') send(connection.sendDiagnostics({ uri, diagnostics: [] }));
      sent.delete(uri);
    },
    refresh() {
      for (const uri of openUris()) schedule(uri);
    },
  };
}
