import * as vscode from 'vscode';
import { findingsOf, ok, openDraft, until, withParagraph } from './support';

const faulty = '全年培训职工约3000人左右。';

export function declareFixesSuite(): void {
  suite('a quick fix', () => {
    test('changes the text and clears its finding', async () => {
      const editor = await openDraft();
      const { document } = editor;
      await withParagraph(editor, faulty, async (range) => {
        const here = (): vscode.Diagnostic | undefined =>
          findingsOf(document, 'number-approximate').find((one) => one.range.intersection(range) !== undefined);
        const finding = await until('a finding on the new paragraph', here);
        const action = await until('a quick fix', () => quickFix(document, finding.range));
        await apply(action);
        const fixed = document.lineAt(range.start.line).text;
        ok(fixed !== faulty, 'The text is as it was.');
        await until('the finding to go', () => (here() === undefined ? true : undefined));
      });
    });
  });
}

async function quickFix(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction | undefined> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    1,
  );
  return actions.find((action) => action.edit !== undefined);
}

/** Does what choosing the action in the editor does. */
async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit !== undefined) await vscode.workspace.applyEdit(edit);
  if (command !== undefined) {
    const given: unknown[] = command.arguments ?? [];
    await vscode.commands.executeCommand(command.command, ...given);
  }
}
