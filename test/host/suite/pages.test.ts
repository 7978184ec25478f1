import * as vscode from 'vscode';
import {
  deleteFile,
  equal,
  findingsOf,
  follow,
  ok,
  openDraft,
  readFile,
  runCommand,
  until,
  untilCount,
  untilPage,
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

    test('is marked behind every figure, and leads from one to the next', async () => {
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      await until('no marks without a sheet', async () => ((await marksOf(document)).length === 0 ? true : undefined));
      await writeFile(sheetName, '指标,年份,数值,单位\r\n地区生产总值增速,2025,5.6,%\r\n城镇新增就业,2025,5326,人\r\n');
      try {
        const marks = await until('marks', async () => {
          const found = await marksOf(document);
          return found.length > 0 ? found : undefined;
        });
        const labels = marks.map(({ label }) => labelOf(label));
        for (const wanted of [/^≠ 5\.6%$/, /^○$/])
          ok(
            labels.some((label) => wanted.test(label)),
            `No ${String(wanted)} among ${labels.join(' ')}.`,
          );
        const differs = marks.find(({ label }) => labelOf(label).startsWith('≠'));
        const words = document.getText(
          new vscode.Range(new vscode.Position(0, 0), differs?.position ?? new vscode.Position(0, 0)),
        );
        ok(words.endsWith('5.7%'), `The mark stands behind “${words.slice(-12)}”.`);
        ok(tooltipOf(differs).includes(sheetName), 'The hover does not name the sheet.');

        const editor = await openDraft();
        editor.selection = new vscode.Selection(0, 0, 0, 0);
        await runCommand('policyDrafting.nextDifferingFigure');
        ok(selected().includes('5.7%'), `“${selected()}” is selected.`);
        await runCommand('policyDrafting.nextUncoveredFigure');
        const first = vscode.window.activeTextEditor?.selection.start;
        await runCommand('policyDrafting.nextUncoveredFigure');
        const second = vscode.window.activeTextEditor?.selection.start;
        ok(first !== undefined && second?.isAfter(first) === true, 'The second figure is not behind the first.');

        await runCommand('policyDrafting.toggleFigureMarks');
        await until('no marks', async () => ((await marksOf(document)).length === 0 ? true : undefined));
        await runCommand('policyDrafting.toggleFigureMarks');
        await until('marks again', async () => ((await marksOf(document)).length > 0 ? true : undefined));
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
        const { html } = await until('the page of the comparison', async () =>
          runCommand<{ html: string } | undefined>('policyDrafting.compareVersions', address),
        );
        const row =
          /<td>地区生产总值<\/td><td>增长6\.5%左右<\/td><td>(.+?)<\/td><td>增长6%左右<\/td><td>(.+?)<\/td>/.exec(html);
        ok(row !== null, html);
        await untilPage();
        // What a click on a line number runs, for the older version and for the newer one.
        for (const [link, name, words] of [
          [row?.[1], olderName, '地区生产总值增长6.5%'],
          [row?.[2], document.uri.path, '地区生产总值增长6%'],
        ]) {
          await follow(link);
          const editor = vscode.window.activeTextEditor;
          ok(
            editor?.document.uri.path.endsWith(name ?? '') === true,
            `${editor?.document.uri.path ?? 'Nothing'} opened.`,
          );
          equal(editor?.viewColumn, vscode.ViewColumn.One);
          ok(selected().startsWith(words ?? ''), `“${selected()}” is selected.`);
        }
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

/** The hints on a document that are marks of the figures sheet: those of targets begin with a year. */
async function marksOf(document: vscode.TextDocument): Promise<vscode.InlayHint[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  const found = await vscode.commands.executeCommand<vscode.InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    all,
  );
  return found.filter(({ label }) => !/^20\d\d/.test(labelOf(label)));
}

function labelOf(label: vscode.InlayHint['label']): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}

function tooltipOf(hint: vscode.InlayHint | undefined): string {
  const tooltip = hint?.tooltip ?? '';
  return typeof tooltip === 'string' ? tooltip : tooltip.value;
}

function selected(): string {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.getText(editor.selection) ?? '';
}
