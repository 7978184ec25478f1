import * as vscode from 'vscode';
import { equal, findingsOf, follow, ok, openDraft, replaceText, runCommand, until, untilPage } from './support';

export function declareWritingSuite(): void {
  suite('a command for writers', () => {
    test('writes the whole glossary, which one undo takes back', async () => {
      const editor = await openDraft();
      const { document } = editor;
      const before = document.getText();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      await runCommand('policyDrafting.writeGlossary');
      try {
        const after = document.getText();
        ok(
          after.includes('12.“五链共建”'),
          `A neighbour does not explain the term: ${after.slice(after.lastIndexOf('名词解释'))}`,
        );
        ok(after.includes('.“三减三提”：指……。'), 'No stub for a term that nobody explains.');
        ok(after.includes('15.“四进四送”行动：指'), 'A past report does not explain the term.');
        await until('the first place to look at, selected: two entries of one term', () =>
          document.getText(editor.selection).startsWith('<!-- 下条与上条为同一名词') ? true : undefined,
        );
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), before);
      } finally {
        await replaceText(document, before);
      }
    });

    test('starts the report of next year in a document of its own', async () => {
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      await runCommand('policyDrafting.startNextYear');
      const fresh = await until('a document that is not saved', () => {
        const shown = vscode.window.activeTextEditor?.document;
        return shown?.isUntitled === true && shown.getText() !== '' ? shown : undefined;
      });
      try {
        ok(fresh.getText().includes('## 二、2027年工作安排'), 'The years are not moved on.');
        ok(fresh.getText().includes('<!-- ☐ 目标　地区生产总值：增长6%左右 -->'), 'No list of promises.');
        equal(fresh.languageId, document.languageId);
      } finally {
        await vscode.window.showTextDocument(fresh);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      }
    });

    test('sets the targets of chosen reports side by side', async () => {
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      const { html } = await runCommand<{ html: string }>('policyDrafting.compareTargets', [
        document.uri.toString(),
        vscode.Uri.joinPath(document.uri, '..', '青禾区2025年政府工作报告.md').toString(),
      ]);
      ok(html.includes('<th scope="col">青禾区 2026</th><th scope="col">青禾区 2025</th>'), html.slice(0, 2000));
      await untilPage();
      const [, past] = /<td>城镇新增就业<\/td><td>.+?<\/td><td>(.+?)<\/td>/.exec(html) ?? [];
      await follow(past);
      const editor = vscode.window.activeTextEditor;
      ok(editor?.document.uri.path.includes('2025') === true, `${editor?.document.uri.path ?? 'Nothing'} opened.`);
      equal(editor?.document.getText(editor.selection).slice(0, 6), '城镇新增就业');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    test('copies the table of indicators', async () => {
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      await vscode.env.clipboard.writeText('');
      await runCommand('policyDrafting.copyIndicators');
      const copied = await vscode.env.clipboard.readText();
      ok(/^[^\t\n]+\t[^\t\n]+\t[^\t\n]+\t2026[^\t\n]+\t/.test(copied), `Not a table: ${copied.slice(0, 40)}`);
      ok(copied.includes('\n地区生产总值\t'), 'The regional product is missing.');
    });
  });
}
