/** What the features of the core find, as the protocol carries it; places are converted by `convert.ts` alone. */
import type {
  CodeLens,
  CompletionItem,
  DocumentHighlight,
  DocumentLink,
  InlayHint,
  Location,
  SemanticTokens,
  SymbolInformation,
} from 'vscode-languageserver';
import {
  CompletionItemKind,
  DocumentHighlightKind,
  InlayHintKind,
  InsertTextFormat,
  LSPErrorCodes,
  ResponseError,
  SemanticTokensBuilder,
  SymbolKind,
} from 'vscode-languageserver';
import type { CodeLens as FoundLens } from '../core/features/code-lens';
import type { Completion } from '../core/features/completion';
import type { DocumentLink as DocumentNumberLink } from '../core/features/document-numbers';
import type { FigureMark } from '../core/features/figure-marks';
import type { InlayHint as FoundHint } from '../core/features/inlay-hints';
import type { NoteLink } from '../core/features/links';
import type { Occurrence, RenameResult } from '../core/features/occurrences';
import type { Token } from '../core/features/semantic-tokens';
import { TOKEN_KINDS } from '../core/features/semantic-tokens';
import type { WorkspaceSymbol } from '../core/features/workspace-symbols';
import type { Bilingual, CorpusReport, Span } from '../core/model';
import type { Lang, Lines, LinesOfPath } from './convert';
import { endOfLine, linesOf, toFileLink, toPosition, toRange } from './convert';
import type { CommandLocation } from './protocol';
import { HoverCommands } from './protocol';

const COMPLETION_KINDS = {
  term: CompletionItemKind.Keyword,
  entry: CompletionItemKind.Snippet,
  way: CompletionItemKind.Value,
  indicator: CompletionItemKind.Field,
  document: CompletionItemKind.Reference,
} as const satisfies Record<Completion['kind'], CompletionItemKind>;

/**
 * Completions in the order in which the core gave them.
 * @param later the list that a client may ask the documentation of, one by one; null where it comes with the list
 */
export function toCompletions(
  found: readonly Completion[],
  lines: Lines,
  snippets: boolean,
  later: number | null,
): CompletionItem[] {
  return found.map((one, i) => {
    const snippet = snippets && one.selected.length > 0;
    return {
      label: one.label,
      kind: COMPLETION_KINDS[one.kind],
      ...(one.detail !== '' && { detail: one.detail }),
      ...(one.documentation !== '' &&
        (later === null ? { documentation: one.documentation } : { data: { list: later, index: i } })),
      filterText: one.filter,
      sortText: String(i).padStart(4, '0'),
      insertTextFormat: snippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: { range: toRange(lines, one.replace), newText: snippet ? toSnippet(one) : one.text },
    };
  });
}

/** 增长7%左右 with its figure selected → 增长${1:7}%左右 */
export function toSnippet({ text, selected }: Pick<Completion, 'text' | 'selected'>): string {
  const parts: string[] = [];
  let at = 0;
  selected.forEach(({ start, end }, i) => {
    parts.push(escapeSnippet(text.slice(at, start)), `\${${String(i + 1)}:${escapeSnippet(text.slice(start, end))}}`);
    at = end;
  });
  parts.push(escapeSnippet(text.slice(at)));
  return parts.join('');
}

function escapeSnippet(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** Places by report; those of a report that is known no more are left out. */
export function toLocations(
  found: readonly (Span & Pick<Occurrence, 'path'>)[],
  uri: string,
  lines: Lines,
  others: LinesOfPath,
): Location[] {
  return found.flatMap((one) => {
    const where = one.path === null ? lines : others(one.path);
    return where === undefined ? [] : [{ uri: one.path ?? uri, range: toRange(where, one) }];
  });
}

export function toHighlights(found: readonly Occurrence[], lines: Lines): DocumentHighlight[] {
  return found.map((one) => ({
    range: toRange(lines, one),
    // The entry makes the term, the others use it.
    kind: one.kind === 'entry' ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}

const SYMBOL_KINDS = {
  heading: SymbolKind.String,
  entry: SymbolKind.Key,
  indicator: SymbolKind.Number,
} as const satisfies Record<WorkspaceSymbol['kind'], SymbolKind>;

/** Why a term is not renamed; the editor shows it where the name was written. */
export function toRefusal(refused: Exclude<RenameResult, { kind: 'edits' }>, lang: Lang): ResponseError {
  const said: Bilingual =
    refused.kind === 'taken'
      ? {
          zh: `名词解释已有“${refused.by.term}”词条，改名后两个名词将混为一个，请换用其他名称。`,
          en: `The glossary explains “${refused.by.term}” already, and both terms would become one. Choose another name.`,
        }
      : {
          zh: '名词应为一行以内、60字以内的文字，不含引号。',
          en: 'A term is one line of at most 60 characters without quotes.',
        };
  return new ResponseError(LSPErrorCodes.RequestFailed, said[lang]);
}

export function toWorkspaceSymbols(
  found: readonly WorkspaceSymbol[],
  reports: readonly CorpusReport[],
): SymbolInformation[] {
  const byPath = new Map(reports.map(({ path, analysis }) => [path, analysis.report]));
  return found.flatMap(({ kind, name, path, span, container }) => {
    const report = byPath.get(path);
    if (report === undefined) return [];
    const location = { uri: path, range: toRange(linesOf(report), span) };
    return [{ name, kind: SYMBOL_KINDS[kind], location, ...(container !== '' && { containerName: container }) }];
  });
}

export function toDocumentLinks(found: readonly NoteLink[], uri: string, lines: Lines, lang: Lang): DocumentLink[] {
  return found.map(({ start, end, entry }) => ({
    range: toRange(lines, { start, end }),
    target: toFileLink(uri, lines, { start: entry.termStart, end: entry.termEnd }),
    tooltip: lang === 'zh' ? `转到词条 ${entry.term}` : `Go to the entry ${entry.term}`,
  }));
}

/** Numbers of documents lead to another report that names the same one; those of a report that is known no more are left out. */
export function toNumberLinks(
  found: readonly DocumentNumberLink[],
  lines: Lines,
  others: LinesOfPath,
  lang: Lang,
): DocumentLink[] {
  return found.flatMap(({ start, end, number, path, target }) => {
    const where = others(path);
    if (where === undefined) return [];
    const tooltip = lang === 'zh' ? `${number} 在其他报告中的提法` : `${number} in another report`;
    return [{ range: toRange(lines, { start, end }), target: toFileLink(path, where, target), tooltip }];
  });
}

/** Lenses with something to show need a command of our own client; for others only what they say is left. */
export function toCodeLenses(
  found: readonly FoundLens[],
  uri: string,
  lines: Lines,
  others: LinesOfPath,
  commands: boolean,
): CodeLens[] {
  return found.map(({ at, title, shows }) => {
    const range = toRange(lines, { start: at.start, end: at.start });
    const places = shows.map(({ path, span }) => ({ path, ...span }));
    const locations: CommandLocation[] = commands ? toLocations(places, uri, lines, others) : [];
    if (locations.length === 0) return { range, command: { title, command: '' } };
    return {
      range,
      command: { title, command: HoverCommands.showLocations, arguments: [uri, range.start, locations] },
    };
  });
}

export function toInlayHints(found: readonly FoundHint[], uri: string, lines: Lines, others: LinesOfPath): InlayHint[] {
  return found.map(({ at, parts }) => ({
    position: toPosition(lines, at),
    label: parts.map(({ text, source }) => {
      const [location] =
        source === null ? [] : toLocations([{ path: source.path, ...source.span }], uri, lines, others);
      return { value: text, ...(location !== undefined && { location }) };
    }),
    kind: InlayHintKind.Parameter,
    paddingLeft: true,
  }));
}

/** A mark leads to the row of its sheet, where that is a text: rows of a table in text are its lines. */
export function toMarkHints(found: readonly FigureMark[], lines: Lines): InlayHint[] {
  return found.map(({ at, label, detail, row }) => {
    const line = Math.max(0, (row?.row ?? 1) - 1);
    const top = { line, character: 0 };
    const isText = row?.path.toLowerCase().endsWith('.csv') === true;
    return {
      position: toPosition(lines, at),
      label: [{ value: label, ...(isText && { location: { uri: row.path, range: { start: top, end: top } } }) }],
      tooltip: detail,
      paddingLeft: true,
    };
  });
}

/** Tokens may not go over the end of a line: each line of a long one gets its own. */
export function toSemanticTokens(found: readonly Token[], lines: Lines): SemanticTokens {
  const builder = new SemanticTokensBuilder();
  for (const token of found) {
    const { start, end } = toRange(lines, token);
    for (let line = start.line; line <= end.line; line++) {
      const from = line === start.line ? start.character : 0;
      const to = line === end.line ? end.character : endOfLine(lines, line) - (lines.starts[line] ?? 0);
      if (to > from) builder.push(line, from, to - from, TOKEN_KINDS.indexOf(token.kind), 0);
    }
  }
  return builder.build();
}
