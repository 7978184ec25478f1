/** Everything that helps in writing and finding one's way, beyond findings, hovers and definitions. */
import type { CancellationToken, Connection, ServerCapabilities } from 'vscode-languageserver';
import {
  CodeLensRefreshRequest,
  CompletionTriggerKind,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import { relativeName } from '../core/corpus/paths';
import { codeLenses } from '../core/features/code-lens';
import type { Completion } from '../core/features/completion';
import { complete } from '../core/features/completion';
import { documentLinks } from '../core/features/document-numbers';
import { figureMarks } from '../core/features/figure-marks';
import { inlayHints } from '../core/features/inlay-hints';
import { noteLinks } from '../core/features/links';
import { highlights, prepareRename, references, rename } from '../core/features/occurrences';
import { semanticTokens, TOKEN_KINDS } from '../core/features/semantic-tokens';
import type { Dictionary } from '../core/facts/unexplained';
import { workspaceSymbols } from '../core/features/workspace-symbols';
import type { CorpusReport } from '../core/model';
import type { Draft } from '../core/service';
import type { Host } from '../platform/host';
import type { Abilities } from './abilities';
import {
  toCodeLenses,
  toCompletions,
  toDocumentLinks,
  toHighlights,
  toRefusal,
  toInlayHints,
  toLocations,
  toMarkHints,
  toNumberLinks,
  toSemanticTokens,
  toWorkspaceSymbols,
} from './answers';
import type { Lines, LinesOfPath } from './convert';
import { toOffset, toRange, toSpan, toTextEdits, toWorkspaceEdit } from './convert';
import { runSteps, send } from './steps';

/** What this file needs to know; all of it may be asked at any time. */
export interface FeatureSource {
  /** Ends when what bears on the document was read. */
  readonly ready: (uri: string) => Promise<void>;
  /** Answers about an open report; `nothing` for all other documents, and when answering fails. */
  readonly answer: <T>(uri: string, nothing: T, ask: (draft: Draft, lines: Lines) => T | Promise<T>) => Promise<T>;
  /** Lines of the reports around a draft. */
  readonly others: (draft: Draft) => LinesOfPath;
  /** Every recognised report, open or not. */
  readonly reports: () => readonly CorpusReport[];
  readonly wantsInlayHints: (draft: Draft) => boolean;
  /** Whether figures are to be marked with what the figures sheet says of them. */
  readonly wantsFigureMarks: (draft: Draft) => boolean;
}

/** Told when something changed that answers depend on beside the text they were asked for. */
export interface Features {
  refresh(): void;
}

/** Characters after which the client asks for completions by itself. */
const COMPLETION_TRIGGERS = ['“'];

export const FEATURE_CAPABILITIES: ServerCapabilities = {
  completionProvider: { triggerCharacters: COMPLETION_TRIGGERS, resolveProvider: true },
  referencesProvider: true,
  documentHighlightProvider: true,
  workspaceSymbolProvider: true,
  renameProvider: { prepareProvider: true },
  documentLinkProvider: {},
  codeLensProvider: {},
  inlayHintProvider: true,
  semanticTokensProvider: { legend: { tokenTypes: [...TOKEN_KINDS], tokenModifiers: [] }, full: true },
};

/** Answers the requests of writers; to be called once for a session. */
export function serveFeatures(
  connection: Connection,
  host: Host,
  abilities: Abilities,
  source: FeatureSource,
): Features {
  const { answer, ready, others } = source;
  const { lang } = abilities;

  const documentation = keepDocumentation();
  connection.onCompletion(({ textDocument: { uri }, position, context }, token: CancellationToken) =>
    answer(uri, null, (draft, lines) => {
      if (token.isCancellationRequested) return null;
      const typed = context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
      const options = { lang, typed, dictionary: dictionaryOf(draft) };
      const { items, incomplete } = complete(draft.analysis, draft.view, toOffset(lines, position), options);
      const later = abilities.resolvesDocumentation ? documentation.keep(items) : null;
      const converted = toCompletions(items, lines, abilities.snippets, later);
      return incomplete ? { isIncomplete: true, items: converted } : converted;
    }),
  );
  connection.onCompletionResolve((item) => {
    const found = documentation.of(item.data);
    return found === undefined ? item : { ...item, documentation: found };
  });

  connection.onReferences(async ({ textDocument: { uri }, position, context }, token) => {
    await ready(uri);
    return answer(uri, null, async (draft, lines) => {
      const steps = references(draft.analysis, draft.view, toOffset(lines, position));
      const found = await runSteps(steps, host, () => token.isCancellationRequested);
      const wanted = found?.filter(({ kind }) => context.includeDeclaration || kind !== 'entry');
      return wanted === undefined ? null : toLocations(wanted, uri, lines, others(draft));
    });
  });
  connection.onDocumentHighlight(({ textDocument: { uri }, position }) =>
    answer(uri, null, (draft, lines) =>
      toHighlights(highlights(draft.analysis, draft.view, toOffset(lines, position)), lines),
    ),
  );
  connection.onWorkspaceSymbol(async ({ query }, token) => {
    const found = await runSteps(workspaceSymbols(source.reports(), query), host, () => token.isCancellationRequested);
    return found === undefined ? null : toWorkspaceSymbols(found, source.reports());
  });

  connection.onPrepareRename(({ textDocument: { uri }, position }) =>
    answer(uri, null, (draft, lines) => {
      const found = prepareRename(draft.analysis, draft.view, toOffset(lines, position));
      return found === null ? null : { range: toRange(lines, found.span), placeholder: found.name };
    }),
  );
  connection.onRenameRequest(({ textDocument: { uri }, position, newName }) =>
    answer(uri, null, (draft, lines) => {
      const renamed = rename(draft.analysis, draft.view, toOffset(lines, position), newName);
      if (renamed === null) return null;
      // The editor shows the message beside the field.
      if (renamed.kind !== 'edits') return toRefusal(renamed, lang);
      const { edits } = renamed;
      const document = { uri, version: draft.version, versioned: abilities.versionedEdits };
      return toWorkspaceEdit(document, toTextEdits(lines, edits));
    }),
  );

  connection.onDocumentLinks(async ({ textDocument: { uri } }) => {
    // Links are asked for once for a text, so that past reports must be there.
    await ready(uri);
    return answer(uri, null, (draft, lines) => [
      ...toDocumentLinks(noteLinks(draft.analysis.report), uri, lines, lang),
      ...toNumberLinks(documentLinks(draft.analysis, draft.view), lines, others(draft), lang),
    ]);
  });
  connection.onCodeLens(async ({ textDocument: { uri } }, token) => {
    await ready(uri);
    return answer(uri, null, (draft, lines) => {
      if (token.isCancellationRequested) return null;
      const found = codeLenses(draft.analysis, draft.view, dictionaryOf(draft), lang);
      return toCodeLenses(found, uri, lines, others(draft), abilities.commandLinks);
    });
  });
  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }, token) => {
    await ready(uri);
    return answer(uri, null, (draft, lines) => {
      if (token.isCancellationRequested) return null;
      const { analysis, view, governance } = draft;
      const span = toSpan(lines, range);
      const nameOf = (path: string): string => relativeName(path, governance.root);
      const past = source.wantsInlayHints(draft) ? inlayHints(analysis, view, span, lang) : [];
      const marks = source.wantsFigureMarks(draft) ? figureMarks(analysis, view, span, nameOf, lang) : [];
      return [...toInlayHints(past, uri, lines, others(draft)), ...toMarkHints(marks, lines)];
    });
  });
  connection.languages.semanticTokens.on(({ textDocument: { uri } }, token) =>
    answer(uri, { data: [] }, (draft, lines) => {
      if (token.isCancellationRequested) return { data: [] };
      return toSemanticTokens(semanticTokens(draft.analysis, dictionaryOf(draft)), lines);
    }),
  );

  return {
    refresh() {
      if (abilities.refreshInlayHints) send(connection.sendRequest(InlayHintRefreshRequest.type));
      if (abilities.refreshCodeLenses) send(connection.sendRequest(CodeLensRefreshRequest.type));
      if (abilities.refreshSemanticTokens) send(connection.sendRequest(SemanticTokensRefreshRequest.type));
    },
  };
}

/** Lists whose documentation is kept: an editor shows one at a time and may still ask of the one before. */
const KEPT_LISTS = 4;

/** The documentation of the lists sent last, for clients that ask it one by one. */
function keepDocumentation() {
  const lists = new Map<number, readonly Completion[]>();
  let last = 0;
  return {
    /** The number of a list, by which its items are found again. */
    keep(items: readonly Completion[]): number {
      last += 1;
      lists.set(last, items);
      lists.delete(last - KEPT_LISTS);
      return last;
    },
    /** What an item of a kept list is documented with, by the data that went out with it. */
    of(data: unknown): string | undefined {
      const { list, index } = (data ?? {}) as { readonly list?: number; readonly index?: number };
      return lists.get(list ?? 0)?.[index ?? -1]?.documentation;
    },
  };
}

/** What the configuration of a draft says of terms. */
export function dictionaryOf({ governance: { configuration } }: Draft): Dictionary {
  return { known: configuration.known, ignored: configuration.ignored };
}
