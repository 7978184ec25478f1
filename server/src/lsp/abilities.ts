import type { InitializeParams } from 'vscode-languageserver';
import type { DiagnosticAbilities, Lang } from './convert';
import type { ClientAbilities } from './protocol';

/** What the client can do, read once from its `initialize`. */
export interface Abilities {
  readonly lang: Lang;
  readonly pullDiagnostics: boolean;
  readonly refreshDiagnostics: boolean;
  readonly diagnostics: DiagnosticAbilities;
  readonly configuration: boolean;
  readonly registersConfiguration: boolean;
  readonly registersWatching: boolean;
  /** Files outside of the folders of the workspace can be watched. */
  readonly watchElsewhere: boolean;
  readonly workspaceFolders: boolean;
  readonly definitionLinks: boolean;
  readonly nestedSymbols: boolean;
  readonly versionedEdits: boolean;
  readonly clientFiles: boolean;
  /** Where the converters of the browser build are. */
  readonly converters: string | null;
  readonly commandLinks: boolean;
  readonly configurationCommand: boolean;
  readonly paused: boolean;
  /** Edits may make files. */
  readonly createsFiles: boolean;
  readonly snippets: boolean;
  /** The documentation of a completion may be asked when it is shown. */
  readonly resolvesDocumentation: boolean;
  readonly refreshInlayHints: boolean;
  readonly refreshCodeLenses: boolean;
  readonly refreshSemanticTokens: boolean;
  /** The client is our own and shows how the reading stands. */
  readonly status: boolean;
}

export function readAbilities({ capabilities, locale, initializationOptions }: InitializeParams): Abilities {
  const { workspace, textDocument } = capabilities;
  const own = clientAbilities(initializationOptions);
  return {
    // Reports are Chinese, and so are those who write them, unless their editor says otherwise.
    lang: locale === undefined || locale === '' || locale.toLowerCase().startsWith('zh') ? 'zh' : 'en',
    pullDiagnostics: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    diagnostics: {
      related:
        textDocument?.publishDiagnostics?.relatedInformation === true ||
        textDocument?.diagnostic?.relatedInformation === true,
      codeDescription:
        textDocument?.publishDiagnostics?.codeDescriptionSupport === true ||
        textDocument?.diagnostic?.codeDescriptionSupport === true,
    },
    configuration: workspace?.configuration === true,
    registersConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    registersWatching: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchElsewhere:
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true &&
      workspace.didChangeWatchedFiles.relativePatternSupport === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    definitionLinks: textDocument?.definition?.linkSupport === true,
    nestedSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    clientFiles: own.clientFiles === true,
    converters: typeof own.converters === 'string' ? own.converters : null,
    commandLinks: own.commandLinks === true,
    configurationCommand: own.configurationCommand === true,
    paused: own.paused === true,
    createsFiles:
      workspace?.workspaceEdit?.documentChanges === true &&
      workspace.workspaceEdit.resourceOperations?.includes('create') === true,
    resolvesDocumentation:
      textDocument?.completion?.completionItem?.resolveSupport?.properties.includes('documentation') === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    refreshCodeLenses: workspace?.codeLens?.refreshSupport === true,
    refreshSemanticTokens: workspace?.semanticTokens?.refreshSupport === true,
    status: own.clientFiles === true || own.commandLinks === true,
  };
}

function clientAbilities(options: unknown): ClientAbilities {
  return typeof options === 'object' && options !== null ? options : {};
}
