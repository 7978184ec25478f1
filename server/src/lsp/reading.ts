/** Answers those who read: what stands at a place, where it is explained, and how the report is built. */
import type { Connection } from 'vscode-languageserver';
import { MarkupKind } from 'vscode-languageserver';
import { findDefinition } from '../core/features/definition';
import { foldingRanges } from '../core/features/folding';
import { hover } from '../core/features/hover';
import { outline } from '../core/features/symbols';
import type { Span } from '../core/model';
import type { Abilities } from './abilities';
import {
  toDefinition,
  toElsewhereLink,
  toFlatSymbols,
  toFoldingRanges,
  toLink,
  toOffset,
  toPeekLink,
  toRange,
  toSymbols,
} from './convert';
import type { FeatureSource } from './features';

/** To be called once for a session. */
export function serveReading(
  connection: Connection,
  abilities: Abilities,
  { answer, others: othersOf }: Pick<FeatureSource, 'answer' | 'others'>,
): void {
  const { lang } = abilities;
  connection.onHover(({ textDocument: { uri }, position }) =>
    answer(uri, null, (draft, lines) => {
      const others = othersOf(draft);
      const linkTo = (path: string | null, span: Span): string | null => {
        const where = path === null ? lines : others(path);
        return where === undefined ? null : toLink(path ?? uri, where, span, abilities.commandLinks);
      };
      const linkToAll = (spans: readonly Span[]): string | null =>
        abilities.commandLinks ? toPeekLink(uri, lines, spans) : null;
      const linkElsewhere = ({ start }: Span): string | null =>
        abilities.commandLinks ? toElsewhereLink(uri, lines, start) : null;
      const links = { lang, linkTo, linkToAll, linkElsewhere };
      const found = hover(draft.analysis, draft.view, toOffset(lines, position), links);
      if (found === null) return null;
      return {
        contents: { kind: MarkupKind.Markdown, value: found.markdown },
        range: toRange(lines, found.span),
      };
    }),
  );
  connection.onDefinition(({ textDocument: { uri }, position }) =>
    answer(uri, null, (draft, lines) => {
      const found = findDefinition(draft.analysis, draft.view, toOffset(lines, position));
      return found === null ? null : toDefinition(found, uri, lines, othersOf(draft), abilities.definitionLinks);
    }),
  );
  connection.onDocumentSymbol(({ textDocument: { uri } }) =>
    answer(uri, null, (draft, lines) => {
      const nodes = outline(draft.analysis.report);
      return abilities.nestedSymbols ? toSymbols(nodes, lines) : toFlatSymbols(nodes, uri, lines);
    }),
  );
  connection.onFoldingRanges(({ textDocument: { uri } }) =>
    answer(uri, null, (draft, lines) => toFoldingRanges(foldingRanges(draft.analysis.report), lines)),
  );
}
