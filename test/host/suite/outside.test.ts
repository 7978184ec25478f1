import * as vscode from 'vscode';
import { deleteFile, equal, findingsOf, inWorkspace, ok, openDraft, replaceText, until, writeFile } from './support';

/** What comes from elsewhere: a folder that another program moves, a notebook that another extension serves. */
export function declareOutsideSuite(): void {
  suite('a folder of past reports', () => {
    test('that another program moves into the workspace is read, and forgotten when it is moved out', async () => {
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      const elsewhere = vscode.Uri.joinPath(inWorkspace('..'), `${nameOf(inWorkspace('.'))}-elsewhere`);
      // An entry of a glossary: the editor's own Markdown lists headings as symbols.
      const term = '移来之策';
      const report = document
        .getText()
        .replaceAll('2026年', '2019年')
        .replaceAll('2025年', '2018年')
        .replaceAll('智改数转', term);
      await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(elsewhere, '里层'));
      await vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(elsewhere, '里层', '青禾区2019年政府工作报告.md'),
        new TextEncoder().encode(report),
      );
      const inside = inWorkspace('往年/移来');
      await vscode.workspace.fs.createDirectory(inWorkspace('往年'));
      try {
        await vscode.workspace.fs.rename(elsewhere, inside);
        await until('an entry of the report that was moved in', () => symbol(term));
        await vscode.workspace.fs.rename(inside, elsewhere);
        await until('nothing of the report that was moved out', async () =>
          (await symbol(term)) === undefined ? true : undefined,
        );
      } finally {
        await remove(elsewhere);
        await remove(inWorkspace('往年'));
      }
    });
  });

  suite('a notebook', () => {
    test('with the text of a report in its cells is left alone', async () => {
      const { document } = await openDraft();
      const text = document.getText();
      const term = '笔记之策';
      const cell = { cell_type: 'markdown', metadata: {}, source: [text.replaceAll('智改数转', term)] };
      const written = { cells: [cell, { ...cell, cell_type: 'raw' }], metadata: {}, nbformat: 4, nbformat_minor: 2 };
      await writeFile('青禾区2026年政府工作报告.ipynb', JSON.stringify(written));
      try {
        const notebook = await vscode.workspace.openNotebookDocument(inWorkspace('青禾区2026年政府工作报告.ipynb'));
        await vscode.window.showNotebookDocument(notebook);
        // The draft is checked anew, and by then cells would have been, too.
        await replaceText(document, text.replace('## 二、', '全年培训职工约3000人左右。\n\n## 二、'));
        await until('findings of the new text', () => findingsOf(document, 'number-approximate')[0]);
        equal(notebook.cellCount, 2);
        for (const { document: one } of notebook.getCells()) equal(findingsOf(one).length, 0);
        ok((await symbol(term)) === undefined, 'The server knows the text of a cell.');
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      } finally {
        await replaceText(document, text);
        await deleteFile('青禾区2026年政府工作报告.ipynb');
      }
    });
  });
}

async function symbol(words: string): Promise<vscode.SymbolInformation | undefined> {
  const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[] | undefined>(
    'vscode.executeWorkspaceSymbolProvider',
    words,
  );
  return symbols?.find(({ name }) => name.includes(words));
}

async function remove(uri: vscode.Uri): Promise<void> {
  await vscode.workspace.fs.delete(uri, { recursive: true }).then(undefined, () => undefined);
}

function nameOf(uri: vscode.Uri): string {
  return (
    uri.path
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .at(-1) ?? ''
  );
}
