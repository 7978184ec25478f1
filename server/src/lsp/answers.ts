/** What the features of the core find, as the protocol carries it; places are converted by `convert.ts` alone. */
import type { CompletionItem } from 'vscode-languageserver';
import { CompletionItemKind, InsertTextFormat } from 'vscode-languageserver';
import type { Completion } from '../core/features/completion';
import type { Lines } from './convert';
import { toRange } from './convert';

const COMPLETION_KINDS = {
  term: CompletionItemKind.Keyword,
  entry: CompletionItemKind.Snippet,
  way: CompletionItemKind.Value,
  indicator: CompletionItemKind.Field,
  document: CompletionItemKind.Reference,
} as const satisfies Record<Completion['kind'], CompletionItemKind>;

/** Completions in the order in which the core gave them. */
export function toCompletions(found: readonly Completion[], lines: Lines, snippets: boolean): CompletionItem[] {
  return found.map((one, i) => {
    const snippet = snippets && one.selected.length > 0;
    return {
      label: one.label,
      kind: COMPLETION_KINDS[one.kind],
      ...(one.detail !== '' && { detail: one.detail }),
      ...(one.documentation !== '' && { documentation: one.documentation }),
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
