/**
 * The one file that knows both offsets and ranges: everything of the core that goes over the wire passes here.
 */
import type {
  CodeAction,
  Definition,
  DefinitionLink,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Position,
  Range,
  SymbolInformation,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { CodeActionKind, DiagnosticSeverity, SymbolKind } from 'vscode-languageserver';
import type { Definition as FoundDefinition } from '../core/features/definition';
import type { OutlineNode } from '../core/features/symbols';
import { ruleUrl } from '../core/rules/listing';
import type { Bilingual, Severity, Span } from '../core/model';
import type { ReportedFinding } from '../core/rules/engine';
import type { Edit, Fix } from '../core/rules/rule';
import { lineAndColumn, lineStarts } from '../core/text/lines';
import type { CommandLocation } from './protocol';
import { HoverCommands } from './protocol';

export type Lang = keyof Bilingual;

/** A text with the places where its lines begin. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Lines of a text; kept as long as `owner`, whose text it must be, is held by somebody. */
export function linesOf(owner: { readonly text: string }): Lines {
  let lines = kept.get(owner);
  if (lines === undefined) kept.set(owner, (lines = { text: owner.text, starts: lineStarts(owner.text) }));
  return lines;
}

const kept = new WeakMap<object, Lines>();

export function toPosition(lines: Lines, offset: number): Position {
  const { line, column } = lineAndColumn(lines.starts, Math.max(0, Math.min(offset, lines.text.length)));
  return { line: line - 1, character: column - 1 };
}

export function toRange(lines: Lines, span: Span): Range {
  return { start: toPosition(lines, span.start), end: toPosition(lines, span.end) };
}

/** The offset of a position; positions beyond the end of a line or text mean that end. */
export function toOffset(lines: Lines, position: Position): number {
  const start = lines.starts[position.line];
  if (start === undefined) return position.line < 0 ? 0 : lines.text.length;
  return Math.max(start, Math.min(start + position.character, endOfLine(lines, position.line)));
}

/** Where a line of the text ends, before its break. */
export function endOfLine({ text, starts }: Lines, line: number): number {
  const start = starts[line] ?? text.length;
  let end = starts[line + 1] ?? text.length;
  while (end > start && (text[end - 1] === '\n' || text[end - 1] === '\r')) end--;
  return end;
}

export function toSpan(lines: Lines, range: Range): Span {
  return { start: toOffset(lines, range.start), end: toOffset(lines, range.end) };
}

/** How the places of another report are found; undefined when it is known no more. */
export type LinesOfPath = (path: string) => Lines | undefined;

/** What a client can show of a diagnostic. */
export interface DiagnosticAbilities {
  readonly related: boolean;
  readonly codeDescription: boolean;
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<Severity, DiagnosticSeverity>;

export function toDiagnostic(
  finding: Pick<ReportedFinding, 'rule' | 'severity' | 'message' | 'start' | 'end' | 'count' | 'related'>,
  uri: string,
  lines: Lines,
  others: LinesOfPath,
  lang: Lang,
  abilities: DiagnosticAbilities,
): Diagnostic {
  const related = abilities.related
    ? finding.related.flatMap((one) => {
        const where = one.path === undefined ? lines : others(one.path);
        if (where === undefined) return [];
        return [{ location: { uri: one.path ?? uri, range: toRange(where, one) }, message: one.message[lang] }];
      })
    : [];
  return {
    range: toRange(lines, finding),
    severity: SEVERITIES[finding.severity],
    source: 'policy-drafting',
    code: finding.rule,
    message: finding.message[lang] + times(finding.count, lang),
    ...(abilities.codeDescription && { codeDescription: { href: ruleUrl(finding.rule) } }),
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

function times(count: number, lang: Lang): string {
  if (count <= 1) return '';
  return lang === 'zh' ? `（全文共 ${String(count)} 处）` : ` (${String(count)} places)`;
}

export function toTextEdits(lines: Lines, edits: readonly Edit[]): TextEdit[] {
  return edits.map((edit) => ({ range: toRange(lines, edit), newText: edit.text }));
}

/** A document as an edit of it must name it. */
export interface EditedDocument {
  readonly uri: string;
  readonly version: number;
  /** Whether the client understands edits that name a version. */
  readonly versioned: boolean;
}

/** The quick fix of a finding. A safe fix is the preferred one. */
export function toQuickFix(
  fix: Fix,
  document: EditedDocument,
  lines: Lines,
  diagnostics: readonly Diagnostic[],
  lang: Lang,
): CodeAction {
  return {
    title: fix.title[lang],
    kind: CodeActionKind.QuickFix,
    diagnostics: [...diagnostics],
    ...(fix.kind === 'safe' && { isPreferred: true }),
    edit: toWorkspaceEdit(document, toTextEdits(lines, fix.edits)),
  };
}

export const FIX_ALL_KIND = `${CodeActionKind.SourceFixAll}.policyDrafting`;

export function toFixAll(edits: readonly Edit[], document: EditedDocument, lines: Lines, lang: Lang): CodeAction {
  return {
    title: lang === 'zh' ? '修改所有可自动修改之处' : 'Fix everything that can be fixed safely',
    kind: FIX_ALL_KIND,
    edit: toWorkspaceEdit(document, toTextEdits(lines, edits)),
  };
}

export function toWorkspaceEdit({ uri, version, versioned }: EditedDocument, edits: TextEdit[]): WorkspaceEdit {
  return versioned ? { documentChanges: [{ textDocument: { uri, version }, edits }] } : { changes: { [uri]: edits } };
}

/** Where a term is explained, as links that also name the words in question where the client knows those. */
export function toDefinition(
  found: FoundDefinition,
  uri: string,
  lines: Lines,
  others: LinesOfPath,
  links: boolean,
): Definition | DefinitionLink[] {
  const places = found.targets.flatMap(({ path, span, selection }) => {
    const where = path === null ? lines : others(path);
    if (where === undefined) return [];
    return [{ uri: path ?? uri, range: toRange(where, span), selection: toRange(where, selection) }];
  });
  if (!links) return places.map((place) => ({ uri: place.uri, range: place.selection }));
  return places.map((place) => ({
    originSelectionRange: toRange(lines, found.origin),
    targetUri: place.uri,
    targetRange: place.range,
    targetSelectionRange: place.selection,
  }));
}

const KINDS = { heading: SymbolKind.String, entry: SymbolKind.Key } as const satisfies Record<
  OutlineNode['kind'],
  SymbolKind
>;

export function toSymbols(nodes: readonly OutlineNode[], lines: Lines): DocumentSymbol[] {
  return nodes.map((node) => ({
    name: node.name,
    ...(node.detail !== '' && { detail: node.detail }),
    kind: KINDS[node.kind],
    range: toRange(lines, node),
    selectionRange: toRange(lines, node.selection),
    children: toSymbols(node.children, lines),
  }));
}

/** The outline for clients that know no nesting. */
export function toFlatSymbols(
  nodes: readonly OutlineNode[],
  uri: string,
  lines: Lines,
  container?: string,
): SymbolInformation[] {
  return nodes.flatMap((node) => [
    {
      name: node.name,
      kind: KINDS[node.kind],
      location: { uri, range: toRange(lines, node) },
      ...(container !== undefined && { containerName: container }),
    },
    ...toFlatSymbols(node.children, uri, lines, node.name),
  ]);
}

/** Stretches over more than one line, told by lines alone, which every client understands. */
export function toFoldingRanges(spans: readonly Span[], lines: Lines): FoldingRange[] {
  return spans.flatMap((span) => {
    const startLine = toPosition(lines, span.start).line;
    const endLine = toPosition(lines, Math.max(span.start, span.end - 1)).line;
    return endLine > startLine ? [{ startLine, endLine }] : [];
  });
}

/** The address of a place for a link in a hover: a command of our own client, else the file with its line. */
export function toLink(uri: string, lines: Lines, span: Span, commands: boolean): string {
  if (!commands) return toFileLink(uri, lines, span);
  const location: CommandLocation = { uri, range: toRange(lines, span) };
  return `command:${HoverCommands.openLocation}?${encodeURIComponent(JSON.stringify([location]))}`;
}

/** The address of a file with line and column, from 1, as editors read it. */
export function toFileLink(uri: string, lines: Lines, span: Span): string {
  const { line, character } = toPosition(lines, span.start);
  return `${uri}#L${String(line + 1)},${String(character + 1)}`;
}

/** The most places that a link carries: addresses have an end. */
const MOST_PLACES = 60;

/** A command link that peeks at the other places of what stands at an offset. */
export function toElsewhereLink(uri: string, lines: Lines, offset: number): string {
  const given = [uri, toPosition(lines, offset)];
  return `command:${HoverCommands.peekElsewhere}?${encodeURIComponent(JSON.stringify(given))}`;
}

/** A command link that peeks at places of one document, for a hover of our own client. */
export function toPeekLink(uri: string, lines: Lines, spans: readonly Span[]): string | null {
  const [first] = spans;
  if (first === undefined) return null;
  const locations: CommandLocation[] = spans
    .slice(0, MOST_PLACES)
    .map((span) => ({ uri, range: toRange(lines, span) }));
  const given = [uri, toPosition(lines, first.start), locations];
  return `command:${HoverCommands.showLocations}?${encodeURIComponent(JSON.stringify(given))}`;
}
