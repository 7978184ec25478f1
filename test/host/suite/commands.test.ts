import * as vscode from 'vscode';
import {
  acceptPicks,
  deleteFile,
  equal,
  findingsOf,
  inWorkspace,
  ledgerWith,
  manifest,
  ok,
  openDraft,
  readFile,
  replaceText,
  rowOf,
  runCommand,
  until,
  writeFile,
} from './support';

const sheetName = '统计数据.csv';
const pastName = '青禾区2025年政府工作报告.md';
const matchesName = 'policy-drafting.matches.json';

export function declareCommandsSuite(): void {
  suite('a command', () => {
    test('reads the past reports again', async () => {
      const { document } = await openDraft();
      await until('findings', () => findingsOf(document, 'target-format')[0]);
      await runCommand('policyDrafting.rereadReports');
      await until('what past reports say', () => findingsOf(document, 'target-format')[0]);
      await ledgerWith(({ items }) => items.length > 0);
    });

    test('lets a person name last year’s report, by the keyboard alone', async () => {
      const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('policyDrafting');
      const { document } = await openDraft();
      await until('findings, so that the folder is read', () => findingsOf(document)[0]);
      try {
        await acceptPicks(runCommand('policyDrafting.choosePrecedent'));
        const [entry, ...others] = settings().get<readonly Record<string, unknown>[]>('reports', []);
        equal(others.length, 0);
        equal(entry?.path, pastName);
        equal(entry?.planYear, 2025);
      } finally {
        await settings().update('reports', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    test('lists the figures against the sheet, what differs first, and leads there', async () => {
      const { document } = await openDraft();
      await writeFile(sheetName, '\uFEFF指标,年份,数值,单位\r\n地区生产总值增速,2025,5.6,%\r\n');
      try {
        await until('a finding against the sheet', () => findingsOf(document, 'figure-differs')[0]);
        await acceptPicks(runCommand('policyDrafting.showFigures'));
        const editor = vscode.window.activeTextEditor;
        equal(editor?.document, document);
        ok(document.getText(editor?.selection).includes('5.7%'), 'The figure that differs is not selected.');
      } finally {
        await deleteFile(sheetName);
      }
    });

    test('opens the settings of this extension', async () => {
      await runCommand('policyDrafting.openSettings');
      const tab = await until('the settings', () => {
        const active = vscode.window.tabGroups.activeTabGroup.activeTab;
        return active !== undefined && !(active.input instanceof vscode.TabInputText) ? active : undefined;
      });
      await vscode.window.tabGroups.close(tab);
    });

    test('shows the log', async () => {
      await openDraft();
      await runCommand('policyDrafting.showLog');
      await until('the log', () =>
        vscode.workspace.textDocuments.some(
          ({ uri }) => uri.scheme === 'output' && uri.path.includes('policy-drafting'),
        )
          ? true
          : undefined,
      );
      await vscode.commands.executeCommand('workbench.action.closePanel');
    });

    test('leads from the walkthrough to what it promises', async () => {
      const known = new Set(await vscode.commands.getCommands());
      const named = commandsOfWalkthrough();
      ok(named.length >= 5, `The walkthrough names ${named.join(', ')}.`);
      for (const name of named) ok(known.has(name), `The walkthrough names ${name}, which is not there.`);
      const editor = await openDraft();
      const { document } = editor;
      await until('findings', () => findingsOf(document)[0]);
      editor.selection = new vscode.Selection(0, 0, 0, 0);
      await vscode.commands.executeCommand('editor.action.marker.nextInFiles');
      await until('the cursor at a finding', () => {
        const { active } = editor.selection;
        return findingsOf(document).some(({ range }) => range.contains(active)) ? true : undefined;
      });
      await vscode.commands.executeCommand('closeMarkersNavigation');
    });
  });

  suite('a row of the ledger', () => {
    test('is reached and opened by the keyboard', async () => {
      await openDraft();
      await ledgerWith(({ items }) => items.some(({ verdict }) => verdict === 'unreported'));
      await vscode.window.tabGroups.close(tabsOf(pastName));
      await until('the promise beside its answer', async () => {
        await runCommand('policyDrafting.showLedger');
        for (const key of ['focusFirst', 'focusDown', 'select']) await vscode.commands.executeCommand(`list.${key}`);
        return tabsOf(pastName).length > 0 ? true : undefined;
      });
      await vscode.window.tabGroups.close(tabsOf(pastName));
    });

    test('shows both of its places side by side', async () => {
      await openDraft();
      await runCommand('policyDrafting.ledger.showBoth', await rowOf('地区生产总值'));
      const shown = vscode.window.visibleTextEditors.map(({ document }) =>
        vscode.workspace.asRelativePath(document.uri),
      );
      ok(shown.includes(pastName) && shown.some((name) => name.includes('2026')), shown.join());
      await vscode.window.tabGroups.close(tabsOf(pastName));
    });

    test('takes another answer, chosen by the keyboard', async () => {
      await openDraft();
      const row = await rowOf('新增高新技术企业');
      try {
        await acceptPicks(runCommand('policyDrafting.ledger.correct', row));
        await ledgerWith(({ items }) => items.some(({ id, confirmed }) => id === row.id && confirmed));
        ok(/"figure": "[0-9a-f]+"/.test(await readFile(matchesName)), 'The file does not say which figure.');
      } finally {
        await deleteFile(matchesName);
      }
      await ledgerWith(({ items }) => items.every(({ confirmed }) => !confirmed));
    });
  });

  suite('a document that was never saved', () => {
    test('is checked, listed for colleagues and given its glossary', async () => {
      const { document: saved } = await openDraft();
      const document = await vscode.workspace.openTextDocument({ language: 'policy-report', content: saved.getText() });
      await vscode.window.showTextDocument(document);
      const target = inWorkspace('清单.csv');
      try {
        await until('findings', () => findingsOf(document, 'number-arity')[0]);
        await runCommand('policyDrafting.saveChecklist', target);
        ok((await readFile('清单.csv')).includes(',number-arity\r\n'), 'A finding is missing.');
        const before = document.getText();
        await runCommand('policyDrafting.writeGlossary');
        ok(document.getText().includes('12.“五链共建”'), 'A neighbour does not explain the term.');
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), before);
        // There is no folder to lay it in yet; the person is told so.
        equal(await runCommand('policyDrafting.createFigureSheet'), undefined);
      } finally {
        await vscode.window.showTextDocument(document);
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await deleteFile('清单.csv');
      }
    });
  });

  suite('a comparison', () => {
    test('takes a version that lies outside of the folder', async () => {
      const { document } = await openDraft();
      const outside = vscode.Uri.joinPath(inWorkspace('..'), '征求意见稿.md');
      const older = document.getText().replace('地区生产总值增长6%左右', '地区生产总值增长6.5%左右');
      await vscode.workspace.fs.writeFile(outside, new TextEncoder().encode(older));
      try {
        const { html } = await runCommand<{ html: string }>('policyDrafting.compareVersions', outside.toString());
        ok(/<td>地区生产总值<\/td><td>增长6\.5%左右<\/td><td>.+?<\/td><td>增长6%左右<\/td>/.test(html), html);
      } finally {
        await vscode.commands.executeCommand('workbench.action.closeAllEditors');
        await vscode.workspace.fs.delete(outside);
      }
    });
  });

  suite('undo', () => {
    test('takes back an inserted sentence in one step', async () => {
      const { document } = await openDraft();
      const before = document.getText();
      try {
        await runCommand('policyDrafting.ledger.insertSentence', await rowOf('城镇调查失业率'));
        ok(document.getText() !== before, 'Nothing was inserted.');
        await vscode.commands.executeCommand('leaveSnippet');
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), before);
      } finally {
        await replaceText(document, before);
      }
    });

    test('takes back a comment that silences a finding', async () => {
      const { document } = await openDraft();
      const before = document.getText();
      const finding = await until('a finding', () => findingsOf(document, 'number-arity')[0]);
      try {
        const action = await until('a way out that writes a comment', async () => {
          const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
            'vscode.executeCodeActionProvider',
            document.uri,
            finding.range,
            vscode.CodeActionKind.QuickFix.value,
          );
          return actions.find(({ edit }) => JSON.stringify(edit).includes('policy-drafting-disable-next-line'));
        });
        ok(action.edit !== undefined && (await vscode.workspace.applyEdit(action.edit)), 'Not applied.');
        await until('the finding to go', () => (findingsOf(document, 'number-arity').length === 0 ? true : undefined));
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), before);
      } finally {
        await replaceText(document, before);
      }
    });
  });
}

/** The commands that the steps of the walkthrough have a button for. */
function commandsOfWalkthrough(): string[] {
  return [...JSON.stringify(manifest().contributes.walkthroughs).matchAll(/\(command:([\w.]+)/g)].map(
    ([, name]) => name ?? '',
  );
}

function tabsOf(name: string): vscode.Tab[] {
  const uri = inWorkspace(name).toString();
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri);
}
