import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import { CodeActionKind } from 'vscode-languageserver';
import type { ReportedFinding } from '../core/rules/engine';
import type { Draft } from '../core/service';
import type { EditedDocument, Lang, Lines } from './convert';
import { linesOf, toQuickFix, toRange, toTextEdits } from './convert';
import { editsOfChange } from './configurationChange';
import type { ChangedConfiguration, ConfigurationChange } from './protocol';
import { ChangeConfigurationCommand } from './protocol';
import { commentStyle, waysOut } from './waysOut';

/** The configuration file that governs a document, as it was last read; `text` is null where there is none yet. */
export interface GoverningFile {
  readonly uri: string;
  readonly text: string | null;
}

export interface QuickFixContext {
  readonly lang: Lang;
  readonly languageId: string;
  /** The client changes configurations by a command of its own. */
  readonly command: boolean;
  /** Edits may make files. */
  readonly createsFiles: boolean;
  /** Null for a document that lies in no folder. */
  readonly configuration: GoverningFile | null;
}

/** The fixes of a finding, then its ways out. */
export function quickFixes(
  draft: Draft,
  finding: ReportedFinding,
  diagnostics: readonly Diagnostic[],
  document: EditedDocument,
  lines: Lines,
  context: QuickFixContext,
): { readonly fixes: CodeAction[]; readonly waysOut: CodeAction[] } {
  const { lang } = context;
  const style = commentStyle(document.uri, context.languageId);
  return {
    fixes: finding.fixes.map((fix) => toQuickFix(fix, document, lines, diagnostics, lang)),
    waysOut: waysOut(draft.analysis, finding, style).flatMap(({ title, does }): CodeAction[] => {
      if (does.kind === 'edit') return [toQuickFix(does.fix, document, lines, diagnostics, lang)];
      const action = configurationAction(does.change, document.uri, title[lang], context);
      return action === null
        ? []
        : [{ title: title[lang], kind: CodeActionKind.QuickFix, diagnostics: [...diagnostics], ...action }];
    }),
  };
}

/** A change of the configuration by our client's own command, else as an edit of the file. Null where neither will do. */
function configurationAction(
  change: ConfigurationChange,
  uri: string,
  title: string,
  { command, createsFiles, configuration }: QuickFixContext,
): Pick<CodeAction, 'edit' | 'command'> | null {
  if (command) {
    const exists = configuration !== null && configuration.text !== null;
    const target: ChangedConfiguration = { document: uri, file: exists ? configuration.uri : null };
    return { command: { title, command: ChangeConfigurationCommand, arguments: [target, change] } };
  }
  if (configuration === null) return null;
  const lines = linesOf({ text: configuration.text ?? '' });
  const edits = toTextEdits(
    lines,
    editsOfChange(lines.text, change).map(({ offset, length, content }) => ({
      start: offset,
      end: offset + length,
      text: content,
    })),
  );
  if (edits.length === 0) return null;
  if (configuration.text !== null) return { edit: { changes: { [configuration.uri]: edits } } };
  if (!createsFiles) return null;
  const textDocument = { uri: configuration.uri, version: null };
  return {
    edit: {
      documentChanges: [
        { kind: 'create', uri: configuration.uri, options: { ignoreIfExists: true } },
        { textDocument, edits: edits.map((edit) => ({ ...edit, range: toRange(lines, { start: 0, end: 0 }) })) },
      ],
    },
  };
}
