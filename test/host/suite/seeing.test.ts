import * as vscode from 'vscode';
import { equal, findGlossaryTerm, findingsOf, ok, openDraft, replaceText, runCommand, until } from './support';

/** What the editor draws and lists of a report, as its own API returns it. */
export function declareSeeingSuite(): void {
  suite('the editor', () => {
    test('marks every occurrence of a term', async () => {
      const { document } = await openDraft();
      const { use, term } = findGlossaryTerm(document);
      const found = await until('more than one occurrence', async () => {
        const marks = await ask<vscode.DocumentHighlight[]>('vscode.executeDocumentHighlights', document.uri, use);
        return marks !== undefined && marks.length > 1 ? marks : undefined;
      });
      for (const { range } of found)
        ok(document.getText(range).includes(term), `“${document.getText(range)}” is marked.`);
    });

    test('finds entries, headings and indicators of all reports', async () => {
      const { document } = await openDraft();
      const { term } = findGlossaryTerm(document);
      for (const name of [term, '工作回顾', '地区生产总值']) {
        await until(`“${name}” among the symbols of the workspace`, async () => {
          const symbols = await ask<vscode.SymbolInformation[]>('vscode.executeWorkspaceSymbolProvider', name);
          return symbols?.find((symbol) => symbol.name.includes(name));
        });
      }
    });

    test('folds a part of the report', async () => {
      const { document } = await openDraft();
      const heading = document.positionAt(document.getText().indexOf('## 二、')).line;
      await until('a range that begins at the heading', async () => {
        const ranges = await ask<vscode.FoldingRange[]>('vscode.executeFoldingRangeProvider', document.uri);
        return ranges?.find(({ start, end }) => start === heading && end > heading);
      });
    });

    test('colours terms, targets and results', async () => {
      const { document } = await openDraft();
      const legend = await until('a legend', () =>
        ask<vscode.SemanticTokensLegend>('vscode.provideDocumentSemanticTokensLegend', document.uri),
      );
      const used = await until('colours', async () => {
        const tokens = await ask<vscode.SemanticTokens>('vscode.provideDocumentSemanticTokens', document.uri);
        const kinds = new Set([...(tokens?.data ?? [])].filter((_one, i) => i % 5 === 3));
        return kinds.size > 0 ? [...kinds].map((kind) => legend.tokenTypes[kind]) : undefined;
      });
      for (const kind of ['definedTerm', 'targetValue', 'resultValue']) ok(used.includes(kind), `No ${kind}.`);
    });

    test('peeks at an indicator in other places, from the caret and from its card', async () => {
      const editor = await openDraft();
      const { document } = editor;
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      const at = document.positionAt(document.getText().indexOf('城镇新增就业') + 2);
      editor.selection = new vscode.Selection(at, at);
      const places = await runCommand<vscode.Location[]>('policyDrafting.peekElsewhere');
      const files = new Set(places.map(({ uri }) => uri.path.replace(/^.*\//, '')));
      for (const year of ['2024', '2025', '2026'])
        ok(
          [...files].some((file) => file.includes(year)),
          `No place in the report of ${year}: ${[...files].join(', ')}`,
        );
      ok(
        places.every(({ uri, range }) => uri.toString() !== document.uri.toString() || !range.contains(at)),
        'The place itself is among the others.',
      );
      await vscode.commands.executeCommand('closeReferenceSearch');
      const card = await until('a card with a link', async () => {
        const hovers = await ask<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at);
        return hovers
          ?.flatMap(({ contents }) => contents as vscode.MarkdownString[])
          .find(({ value }) => value.includes('command:policyDrafting.peekElsewhere?'));
      });
      const [, count, given = ''] = / (\d+)\]\(command:policyDrafting\.peekElsewhere\?([^)]+)\)/.exec(card.value) ?? [];
      const args = JSON.parse(decodeURIComponent(given)) as unknown[];
      const again = await runCommand<vscode.Location[]>('policyDrafting.peekElsewhere', ...args);
      equal(String(again.length), count ?? '');
      equal(again.length, places.length);
      await vscode.commands.executeCommand('closeReferenceSearch');
      // A card may run what it links to and nothing else.
      const { isTrusted } = card;
      ok(typeof isTrusted === 'object' && isTrusted.enabledCommands.length === 3, 'A card may run any command.');
    });

    test('leads from the mark of a note to its entry', async () => {
      const { document } = await openDraft();
      const before = document.getText();
      try {
        await replaceText(document, before.replace('## 二、', '做强产业体系[3]。\n\n## 二、'));
        await until('a link on the mark', async () => {
          const links = await ask<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri);
          return links?.find(({ range }) => document.getText(range) === '[3]');
        });
      } finally {
        await replaceText(document, before);
      }
    });
  });

  suite('the language of reports', () => {
    test('keeps suggestions by themselves off and wraps lines', async () => {
      const { document } = await openDraft();
      const settings = vscode.workspace.getConfiguration('editor', document);
      equal(settings.get('wordWrap'), 'on');
      equal(settings.get<{ other: unknown }>('quickSuggestions')?.other, 'off');
    });

    test('shows the hints of a whole paragraph, which is one line', async () => {
      const { document } = await openDraft();
      for (const languageId of [document.languageId, 'markdown', 'plaintext']) {
        const settings = vscode.workspace.getConfiguration('editor.inlayHints', { uri: document.uri, languageId });
        ok(settings.get('maximumLength') === 0, `Hints are cut off in ${languageId}.`);
      }
    });

    test('checks policy-drafting.json against its schema', async () => {
      const uri = vscode.Uri.joinPath(
        vscode.workspace.workspaceFolders?.[0]?.uri ?? vscode.Uri.file('/'),
        'policy-drafting.json',
      );
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode('{ "rules": { "number-arity": "loud" } }\n'));
      try {
        const document = await vscode.workspace.openTextDocument(uri);
        await vscode.window.showTextDocument(document);
        equal(document.languageId, 'jsonc');
        const [finding] = await until('our own finding in the file', () => {
          const found = findingsOf(document);
          return found.length > 0 ? found : undefined;
        });
        equal(finding?.range.start.line, 0);
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      } finally {
        await vscode.workspace.fs.delete(uri);
      }
    });
  });
}

async function ask<T>(command: string, ...given: unknown[]): Promise<T | undefined> {
  return vscode.commands.executeCommand<T | undefined>(command, ...given);
}
