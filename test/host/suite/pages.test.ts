import * as vscode from 'vscode';
import {
  deleteFile,
  equal,
  findingsOf,
  ok,
  openDraft,
  readFile,
  runCommand,
  until,
  untilCount,
  writeFile,
} from './support';

const sheetName = '统计数据.csv';
const olderName = '青禾区2026年政府工作报告（征求意见稿）.md';
const checklistName = '校对清单.csv';

export function declarePagesSuite(): void {
  suite('a figures sheet', () => {
    test('beside the draft is held against it as long as it lies there', async () => {
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      equal(findingsOf(document, 'figure-differs').length, 0);
      await writeFile(sheetName, '\uFEFF指标,年份,数值,单位\r\n地区生产总值增速,2025,5.6,%\r\n');
      try {
        const [finding] = await until('a finding against the sheet', () => {
          const found = findingsOf(document, 'figure-differs');
          return found.length > 0 ? found : undefined;
        });
        equal(finding?.severity, vscode.DiagnosticSeverity.Warning);
        await writeFile(sheetName, '指标,年份,数值,单位\r\n地区生产总值增速,2025,5.7,%\r\n');
        await untilCount(document, 'figure-differs', 0);
      } finally {
        await deleteFile(sheetName);
      }
    });

    test('is begun beside the draft, and one that is there is left alone', async () => {
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      const uri = await runCommand<vscode.Uri>('policyDrafting.createFigureSheet');
      const name = decodeURIComponent(uri.path.slice(uri.path.lastIndexOf('/') + 1));
      try {
        equal(name, '统计数据2025.csv');
        ok((await readFile(name)).includes('指标,年份,数值,单位\r\n地区生产总值增速,2025,,%\r\n'), 'Not the template.');
        await writeFile(name, '指标,年份,数值,单位\r\n地区生产总值增速,2025,5.7,%\r\n');
        await openDraft();
        await runCommand('policyDrafting.createFigureSheet');
        ok((await readFile(name)).includes('5.7'), 'What was filled in is gone.');
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await deleteFile(name);
      }
    });
  });

  suite('a page', () => {
    test('compares two versions of the draft', async () => {
      const { document } = await openDraft();
      const older = document.getText().replace('地区生产总值增长6%左右', '地区生产总值增长6.5%左右');
      await writeFile(olderName, older);
      try {
        const address = vscode.Uri.joinPath(document.uri, '..', olderName).toString();
        const page = await until('the page of the comparison', async () => {
          const uri = await runCommand<vscode.Uri | undefined>('policyDrafting.compareVersions', address);
          return uri === undefined ? undefined : await vscode.workspace.openTextDocument(uri);
        });
        ok(/地区生产总值 \| 增长6\.5%左右 \| \d+ \| 增长6%左右 \| \d+ \|/.test(page.getText()), page.getText());
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await deleteFile(olderName);
      }
    });

    test('lists the findings for colleagues', async () => {
      const { document } = await openDraft();
      await until('findings on the draft', () => findingsOf(document)[0]);
      const target = vscode.Uri.joinPath(document.uri, '..', checklistName);
      await runCommand('policyDrafting.saveChecklist', target);
      try {
        const bytes = await vscode.workspace.fs.readFile(target);
        equal([...bytes.slice(0, 3)].join(), '239,187,191');
        ok((await readFile(checklistName)).includes(',number-arity\r\n'), 'A finding is missing.');
      } finally {
        await deleteFile(checklistName);
      }
    });
  });
}
