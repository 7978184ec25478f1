import type {
  CancellationToken,
  CodeAction,
  CodeActionParams,
  Connection,
  InitializeParams,
  InitializeResult,
} from 'vscode-languageserver';
import {
  CodeActionKind,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { LONGEST_REPORT } from '../core/corpus/corpus';
import { baseName } from '../core/corpus/paths';
import type { Severity } from '../core/model';
import type { Checked, Draft } from '../core/service';
import { createService } from '../core/service';
import { readAbilities } from './abilities';
import type { Abilities } from './abilities';
import { quickFixes } from './codeActions';
import { createEditorSettings } from './configuration';
import type { Lang, Lines } from './convert';
import { FIX_ALL_KIND, linesOf, toDiagnostic, toFixAll, toSpan } from './convert';
import type { DiagnosticsSource } from './diagnostics';
import { createPullDiagnostics, createPushDiagnostics } from './diagnostics';
import { FEATURE_CAPABILITIES, serveFeatures, type FeatureSource } from './features';
import { createFiles, normaliseFolder, normaliseUri } from './files';
import type { Host } from '../platform/host';
import { traceOf } from '../platform/trace';
import { serveImports } from './imports';
import type { PauseParams } from './protocol';
import { PauseMethod, RereadMethod } from './protocol';
import { serveReading } from './reading';
import { createStatus } from './status';
import { runSteps, send } from './steps';
import { serveViews } from './views';
import { createWatching } from './watching';
import { createWorkspace } from './workspace';
import { serveWriting } from './writing';

/** Serves one client until it goes. */
export function serve(connection: Connection, host: Host): void {
  connection.onInitialize((params) => {
    const abilities = readAbilities(params);
    serveSession(connection, host, params, abilities);
    return initializeResult(abilities);
  });
  connection.listen();
}

function initializeResult(abilities: Abilities): InitializeResult {
  const files = { filters: [{ pattern: { glob: '**/*' } }] };
  return {
    serverInfo: { name: 'policy-drafting' },
    capabilities: {
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      hoverProvider: true,
      definitionProvider: true,
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      ...FEATURE_CAPABILITIES,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL_KIND] },
      ...(abilities.pullDiagnostics && {
        diagnosticProvider: { identifier: 'policy-drafting', interFileDependencies: true, workspaceDiagnostics: false },
      }),
      workspace: {
        workspaceFolders: { supported: true, changeNotifications: true },
        fileOperations: { didCreate: files, didRename: files, didDelete: files },
      },
    },
  };
}

/** Everything between `initialize` and the end: handlers that look up, answer empty, or ask the core. */
function serveSession(connection: Connection, host: Host, params: InitializeParams, abilities: Abilities): void {
  const { lang } = abilities;
  const documents = new TextDocuments(TextDocument);
  /** The client's own spelling of the URIs of open documents. */
  const spellings = new Map<string, string>();
  const open = (uri: string): TextDocument | undefined => documents.get(spellings.get(uri) ?? uri);

  const settings = createEditorSettings(connection, abilities.configuration, params.initializationOptions, lang);
  const service = createService({
    governance: (path) => workspace.governance(path),
    onRuleError: (id, error) => {
      connection.console.error(`Rule ${id} failed: ${traceOf(error)}`);
    },
  });
  const files = createFiles(connection, host, abilities.clientFiles, abilities.converters);
  const status = createStatus(connection, abilities.status);
  let { paused } = abilities;
  const watching = createWatching(connection, abilities);
  /** Configuration files that have mistakes shown in them. */
  const misconfigured = new Set<string>();
  const workspace = createWorkspace(connection, files, host, service.corpus, settings, lang, {
    changed: () => {
      refresh();
    },
    configured: (uri, file) => {
      const lines = linesOf(file ?? { text: '' });
      const severity = file?.configuration.rules.configuration?.level ?? 'warning';
      const found = (severity === 'off' ? [] : (file?.mistakes ?? [])).map((mistake) =>
        toDiagnostic(
          { rule: 'configuration', severity: severity as Severity, count: 1, related: [], ...mistake },
          uri,
          lines,
          () => undefined,
          lang,
          abilities.diagnostics,
        ),
      );
      if (found.length === 0 && !misconfigured.delete(uri)) return;
      if (found.length > 0) misconfigured.add(uri);
      send(connection.sendDiagnostics({ uri, diagnostics: found }));
    },
    reading: (progress) => {
      const reports = service.corpus.reports({ root: '', overrides: [] });
      status.folder(reports, progress);
    },
    watch: watching.folder,
    baselineNamed: watching.baseline,
  });

  const scopeOf = (uri: string) => {
    const { root, configuration } = workspace.governance(uri);
    return { root, overrides: configuration.reports };
  };
  /** Lines of a report that is not the draft itself, open or not. */
  const othersAround = (uri: string) => (path: string) => {
    const analysis = service.corpus.analysis(path, scopeOf(uri));
    return analysis === undefined ? undefined : linesOf(analysis.report);
  };

  const source: DiagnosticsSource = {
    ready: (uri) => whenReady(normaliseUri(uri)),
    check: (uri) => (paused ? noFindings() : service.check(normaliseUri(uri))),
    version: (uri) => documents.get(uri)?.version,
    convert(uri, { findings }) {
      const path = normaliseUri(uri);
      const text = open(path)?.getText() ?? '';
      const lines = service.draft(path)?.analysis.report ?? { text };
      return findings.map((one) =>
        toDiagnostic(one, uri, linesOf(lines), othersAround(path), lang, abilities.diagnostics),
      );
    },
    checked(uri, checked) {
      const draft = service.draft(normaliseUri(uri));
      if (draft !== undefined) status.draft(uri, draft, service.corpus.reports(scopeOf(draft.path)), checked);
    },
  };
  /** Asks the client to ask again for all that other files and settings bear on. */
  const refresh = (): void => {
    diagnostics.refresh();
    features.refresh();
    views.refresh();
  };
  const openUris = (): readonly string[] => documents.keys();
  const diagnostics = abilities.pullDiagnostics
    ? createPullDiagnostics(connection, host, source, abilities.refreshDiagnostics)
    : createPushDiagnostics(connection, host, source, openUris);

  /** Folders, files and settings as they are known so far; changes of them wait for each other. */
  let started: Promise<void> = Promise.resolve();
  const inOrder = (work: () => Promise<void>): void => {
    started = started.then(work).catch((error: unknown) => {
      connection.console.error(`A change could not be followed: ${traceOf(error)}`);
    });
  };
  const whenReady = async (path: string): Promise<void> => {
    await started;
    await workspace.ready(path);
  };

  const start = async (): Promise<void> => {
    watching.start();
    const folders = foldersOf(params).map(normaliseFolder);
    await settings.refresh([undefined, ...folders]);
    changeFolders(folders, []);
  };
  const changeFolders = (added: readonly string[], removed: readonly string[]): void => {
    workspace.changeFolders(added, removed);
    // A document whose folder was taken out goes on with the files beside it.
    for (const path of service.openPaths()) workspace.opened(path);
  };
  connection.onInitialized(() => {
    inOrder(start);
    if (!abilities.workspaceFolders) return;
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
      const uris = added.map(({ uri }) => normaliseFolder(uri));
      inOrder(async () => {
        await settings.refresh([undefined, ...workspace.folders, ...uris]);
        changeFolders(
          uris,
          removed.map(({ uri }) => uri),
        );
      });
    });
  });

  documents.onDidOpen(({ document }) => {
    const path = normaliseUri(document.uri);
    spellings.set(path, document.uri);
    tooLong(connection, document, lang);
    // Not before the folders are known: a document in one of them would count as one beside others, and what lies in
    // the folders below would never be read.
    void started.then(() => {
      workspace.opened(path);
    });
    // The reports that were open before may have got a precedent that is now open.
    diagnostics.refresh();
  });
  documents.onDidChangeContent(({ document }) => {
    const path = normaliseUri(document.uri);
    const draft = document.languageId === 'policy-report';
    service.put({ path, version: document.version, text: () => document.getText(), draft });
    diagnostics.changed(document.uri);
  });
  documents.onDidClose(({ document }) => {
    const path = normaliseUri(document.uri);
    spellings.delete(path);
    service.close(path);
    status.closed(document.uri);
    diagnostics.closed(document.uri);
    diagnostics.refresh();
  });

  connection.onDidChangeConfiguration(({ settings: sent }) => {
    settings.receive(sent);
    inOrder(async () => {
      await settings.refresh([undefined, ...workspace.folders]);
      refresh();
    });
  });
  connection.onDidChangeWatchedFiles(({ changes }) => inOrder(() => workspace.filesChanged(changes)));
  connection.workspace.onDidCreateFiles(({ files: made }) =>
    inOrder(() => workspace.appeared(made.map(({ uri }) => uri))),
  );
  connection.workspace.onDidDeleteFiles(({ files: gone }) =>
    inOrder(() => workspace.forget(gone.map(({ uri }) => uri))),
  );
  connection.workspace.onDidRenameFiles(({ files: moved }) =>
    inOrder(async () => {
      await workspace.forget(moved.map(({ oldUri }) => oldUri));
      await workspace.appeared(moved.map(({ newUri }) => newUri));
    }),
  );
  connection.onRequest(RereadMethod, async () => {
    await workspace.reread();
    return null;
  });

  serveImports(connection, files, service.corpus, lang);

  connection.onNotification(PauseMethod, (params: PauseParams) => {
    paused = params.paused;
    diagnostics.refresh();
  });

  /** Answers a request about an open report; `nothing` for all other documents, and when answering fails. */
  const answer = async <T>(
    uri: string,
    nothing: T,
    ask: (draft: Draft, lines: Lines) => T | Promise<T>,
  ): Promise<T> => {
    try {
      const draft = service.draft(normaliseUri(uri));
      return draft === undefined ? nothing : await ask(draft, linesOf(draft.analysis.report));
    } catch (error) {
      connection.console.error(`A request failed: ${traceOf(error)}`);
      return nothing;
    }
  };

  const featureSource: FeatureSource = {
    ready: (uri) => whenReady(normaliseUri(uri)),
    answer,
    others: (draft) => othersAround(draft.path),
    reports: () => service.corpus.reports({ root: '', overrides: [] }),
    // A report that is only read shows what it says and nothing else.
    wantsInlayHints: ({ path }) => workspace.settings(path).inlayHints && !service.isPrecedentOfOpen(path),
    wantsFigureMarks: ({ path }) => workspace.settings(path).figureMarks && !service.isPrecedentOfOpen(path),
  };
  const features = serveFeatures(connection, host, abilities, featureSource);
  serveWriting(connection, lang, {
    ...featureSource,
    check: (path) => runSteps(service.check(path), host, () => false),
  });

  const views = serveViews(
    connection,
    {
      ready: (uri) => whenReady(normaliseUri(uri)),
      answer,
      others: (draft) => othersAround(draft.path),
      matchesFile: ({ path }) => workspace.matchesFile(path),
      reportsAround: ({ path }) => service.corpus.reports(scopeOf(path)),
    },
    abilities.status,
  );

  serveReading(connection, abilities, featureSource);
  connection.onCodeAction((request, token) =>
    answer(request.textDocument.uri, null, (draft, lines) => codeActions(request, draft, lines, token)),
  );

  const codeActions = async (
    { textDocument: { uri }, range, context }: CodeActionParams,
    draft: Draft,
    lines: Lines,
    token: CancellationToken,
  ): Promise<CodeAction[] | null> => {
    const { path, version } = draft;
    await whenReady(path);
    const stale = (): boolean => token.isCancellationRequested || open(path)?.version !== version;
    const document = { uri, version, versioned: abilities.versionedEdits };
    const actions: CodeAction[] = [];
    // Source actions are for those who ask for them, on saving or from their menu.
    if (context.only !== undefined && isWanted(context.only, FIX_ALL_KIND)) {
      const edits = await runSteps(service.fixAll(path), host, stale);
      if (edits === undefined || stale()) return null;
      if (edits.length > 0) actions.push(toFixAll(edits, document, lines, lang));
    }
    if (!paused && (context.only === undefined || isWanted(context.only, CodeActionKind.QuickFix))) {
      const checked = await runSteps(service.check(path), host, stale);
      if (checked === undefined || stale()) return null;
      const place = toSpan(lines, range);
      const last: CodeAction[] = [];
      const quickFixContext = {
        lang,
        languageId: open(path)?.languageId ?? '',
        command: abilities.configurationCommand,
        createsFiles: abilities.createsFiles,
        configuration: workspace.configurationFile(path),
      };
      for (const finding of checked.findings) {
        if (finding.end < place.start || finding.start > place.end) continue;
        const own = toDiagnostic(finding, uri, lines, othersAround(path), lang, abilities.diagnostics);
        // The client knows its own copy of the diagnostic best.
        const known = context.diagnostics.filter(
          (one) => one.code === own.code && JSON.stringify(one.range) === JSON.stringify(own.range),
        );
        const solved = known.length > 0 ? known : [own];
        const { fixes, waysOut } = quickFixes(draft, finding, solved, document, lines, quickFixContext);
        actions.push(...fixes);
        last.push(...waysOut);
      }
      actions.push(...last);
    }
    return actions;
  };

  documents.listen(connection);
}

/** A check while checking is paused. */
function* noFindings(): Generator<undefined, Checked, undefined> {
  yield undefined;
  return { findings: [] };
}

function foldersOf(params: InitializeParams): string[] {
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? [];
  if (folders.length > 0) return folders;
  // Clients that know no folders of a workspace name one root.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- that is how they name it
  const root = params.rootUri;
  return root === null ? [] : [root];
}

/** Whether an action of this kind is among the kinds asked for: `source` asks for `source.fixAll` too. */
function isWanted(only: readonly string[], kind: string): boolean {
  return only.some((one) => kind === one || kind.startsWith(`${one}.`));
}

/** Says once, at opening, why a document that its author calls a report gets no help. */
function tooLong(connection: Connection, document: TextDocument, lang: Lang): void {
  if (document.languageId !== 'policy-report' || document.getText().length <= LONGEST_REPORT) return;
  const name = baseName(document.uri);
  const limit = LONGEST_REPORT / 10_000;
  const message =
    lang === 'zh'
      ? `“${name}”超过 ${String(limit)} 万字，不像一份报告，未作检查。`
      : `“${name}” has more than ${String(limit)}0,000 characters, too many for a report, and is not checked.`;
  // A notification, not the request that waits for a button to be pressed.
  send(connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Warning, message }));
}
