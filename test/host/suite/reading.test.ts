import * as vscode from 'vscode';
import { equal, findGlossaryTerm, ok, openDraft, until } from './support';

export function declareReadingSuite(): void {
  suite('a term', () => {
    test('shows its definition in a hover', async () => {
      const { document } = await openDraft();
      const { use, definition } = findGlossaryTerm(document);
      await until(`a hover that says “${definition}”`, async () => {
        const shown = await hoverText(document, use);
        return shown.includes(definition) ? shown : undefined;
      });
    });

    test('leads to its entry in the glossary', async () => {
      const { document } = await openDraft();
      const { term, use, entryLine } = findGlossaryTerm(document);
      const target = await until(`a definition of “${term}”`, () => definitionTarget(document, use));
      equal(target.uri.toString(), document.uri.toString());
      equal(target.range.start.line, entryLine);
    });

    test('has words that hold together', async () => {
      const { document } = await openDraft();
      const { term, use } = findGlossaryTerm(document);
      await until('the language configuration', () => document.getWordRangeAtPosition(use));
      ok(document.getWordRangeAtPosition(use.translate(0, 1)) !== undefined, `“${term}” is no word.`);
    });
  });
}

async function hoverText(document: vscode.TextDocument, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<{ contents: vscode.MarkdownString[] }[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents)
    .map(({ value }) => value)
    .join('\n');
}

async function definitionTarget(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.Location | undefined> {
  const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    position,
  );
  const [target] = targets;
  if (target === undefined) return undefined;
  return 'targetUri' in target
    ? new vscode.Location(target.targetUri, target.targetSelectionRange ?? target.targetRange)
    : target;
}
