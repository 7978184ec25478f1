import * as vscode from 'vscode';
import type { DraftLedger } from '../../../server/src/lsp/protocol';
import {
  deleteFile,
  equal,
  inWorkspace,
  ledgerWith,
  ok,
  openDraft,
  openFile,
  readFile,
  replaceText,
  rowOf,
  runCommand,
  until,
  withParagraph,
  writeFile,
} from './support';

const matchesName = 'policy-drafting.matches.json';
/** A folder that is there for one test only. */
const samplesFolder = '试用';
const neighbourName = '邻区/临溪区2025年政府工作报告.md';
const pastName = '青禾区2025年政府工作报告.md';

export function declareViewsSuite(): void {
  suite('the ledger', () => {
    test('shows the promises of the newest past report', async () => {
      await openDraft();
      const { precedent, items } = await ledgerWith(({ items }) => items.length > 0);
      equal(precedent?.planYear, 2025);
      equal(items.filter(({ verdict }) => verdict === 'unreported').length, 3);
      ok(
        items.some(({ indicator, verdict }) => indicator === '地区生产总值' && verdict === 'met'),
        'No growth.',
      );
    });

    test('follows the text', async () => {
      const editor = await openDraft();
      await ledgerWith(rowIs('城镇调查失业率', 'unreported'));
      await withParagraph(editor, '城镇调查失业率为5.2%。', async () => {
        await ledgerWith(rowIs('城镇调查失业率', 'met'));
      });
      await ledgerWith(rowIs('城镇调查失业率', 'unreported'));
    });

    test('stays with the draft while one of its past reports is read', async () => {
      const { document } = await openDraft();
      await ledgerWith(rowIs('城镇调查失业率', 'unreported'));
      const before = document.getText();
      await openFile(pastName);
      try {
        await replaceText(document, before.replace('## 二、', '城镇调查失业率为5.2%。\n\n## 二、'));
        await ledgerWith(rowIs('城镇调查失业率', 'met'));
      } finally {
        await replaceText(document, before);
      }
      await ledgerWith(rowIs('城镇调查失业率', 'unreported'));
    });

    test('stays with the draft while a neighbour’s report is read, and goes where somebody says or writes', async () => {
      const { document } = await openDraft();
      await ledgerWith(ofYear(2026));
      const before = document.getText();
      const neighbour = await openFile(neighbourName);
      const untouched = neighbour.document.getText();
      try {
        await replaceText(document, before.replace('## 二、', '城镇调查失业率为5.2%。\n\n## 二、'));
        await ledgerWith(rowIs('城镇调查失业率', 'met'));

        await runCommand('policyDrafting.chooseReport');
        await ledgerWith(ofYear(2025));
        await openDraft();
        await runCommand('policyDrafting.chooseReport');
        await ledgerWith(ofYear(2026));

        await openFile(neighbourName);
        await replaceText(neighbour.document, untouched.replace('## 二、', '全县再添新貌。\n\n## 二、'));
        await ledgerWith(ofYear(2025));
      } finally {
        await replaceText(neighbour.document, untouched);
        await neighbour.document.save();
        await openDraft();
        await replaceText(document, before);
        await runCommand('policyDrafting.chooseReport');
      }
      await ledgerWith(rowIs('城镇调查失业率', 'unreported'));
    });

    test('leads to the promise and to where its answer would stand', async () => {
      await openDraft();
      const row = await rowOf('城镇调查失业率');
      await runCommand('policyDrafting.ledger.showPromise', row);
      const past = vscode.window.activeTextEditor;
      equal(past && vscode.workspace.asRelativePath(past.document.uri), pastName);
      equal(past?.document.getText(past.selection), '城镇调查失业率控制在5.5%以内');
      await runCommand('policyDrafting.ledger.showAnswer', row);
      const draft = vscode.window.activeTextEditor;
      equal(draft?.selection.active.line, row.place?.range.start.line);
      ok(draft?.document !== past?.document, 'The draft is not in front.');
    });

    test('inserts a sentence whose figure is left to fill in', async () => {
      const { document } = await openDraft();
      const before = document.getText();
      await runCommand('policyDrafting.ledger.insertSentence', await rowOf('城镇调查失业率'));
      try {
        await until('the sentence', () =>
          /城镇调查失业率[^。\n]{0,6}XX%。/u.test(document.getText()) ? true : undefined,
        );
        const editor = vscode.window.activeTextEditor;
        equal(editor?.document.getText(editor.selection), 'XX');
      } finally {
        await replaceText(document, before);
      }
    });
  });

  suite('the panel with charts', () => {
    test('opens once, beside the draft', async () => {
      await openDraft();
      await ledgerWith(({ items }) => items.length > 0);
      const panels = (): vscode.Tab[] =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(
            ({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('policyDrafting.charts'),
          );
      await runCommand('policyDrafting.showCharts');
      await until('the panel', () => panels()[0]);
      await openDraft();
      await runCommand('policyDrafting.showCharts');
      equal(panels().length, 1);
      await vscode.window.tabGroups.close(panels());
    });
  });

  suite('a match', () => {
    test('is confirmed, refused and left to the tool again, in a file beside the reports', async () => {
      await openDraft();
      const name = '新增高新技术企业';
      try {
        const likely = await rowOf(name);
        equal(likely.confirmed, false);
        await runCommand('policyDrafting.ledger.confirm', likely);
        await ledgerWith(({ items }) => items.some((row) => row.indicator === name && row.confirmed));
        await runCommand('policyDrafting.ledger.reject', await rowOf(name));
        await ledgerWith(rowIs(name, 'unreported'));
        ok((await readFile(matchesName)).includes('"none"'), 'The file does not say so.');
        await runCommand('policyDrafting.ledger.undo', await rowOf(name));
        await ledgerWith(rowIs(name, likely.verdict));
      } finally {
        await deleteFile(matchesName);
      }
    });

    test('is kept beside another that is made in the same moment', async () => {
      await openDraft();
      const rows = [await rowOf('新增高新技术企业'), await rowOf('地区生产总值')];
      try {
        await Promise.all(rows.map((row) => runCommand('policyDrafting.ledger.reject', row)));
        equal((await readFile(matchesName)).split('"none"').length - 1, 2);
      } finally {
        await deleteFile(matchesName);
      }
      await ledgerWith(({ items }) => items.every(({ confirmed }) => !confirmed));
    });

    test('is not kept in a file that cannot be followed, and the file stays', async () => {
      await openDraft();
      const row = await rowOf('新增高新技术企业');
      await writeFile(matchesName, '[]');
      try {
        await ledgerWith(({ matchesUnreadable }) => matchesUnreadable);
        // Nobody answers the message in a test, so the command does not end.
        void runCommand('policyDrafting.ledger.reject', row);
        await rowOf('新增高新技术企业');
        equal(await readFile(matchesName), '[]');
      } finally {
        await deleteFile(matchesName);
        await ledgerWith(({ matchesUnreadable }) => !matchesUnreadable);
      }
    });
  });

  suite('the sample reports', () => {
    test('are copied where a person wants them, over nothing, and their draft opens', async () => {
      const own = `${samplesFolder}/青禾区2023年政府工作报告.txt`;
      await writeFile(own, '自己的文件');
      try {
        await runCommand('policyDrafting.openSamples', inWorkspace(samplesFolder));
        equal(await readFile(own), '自己的文件');
        ok((await readFile(`${samplesFolder}/邻区/临溪区2025年政府工作报告.md`)).length > 1000, 'A sample is empty.');
        const front = vscode.window.activeTextEditor?.document.uri.toString();
        equal(front, inWorkspace(`${samplesFolder}/青禾区2026年政府工作报告（草稿）.md`).toString());
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      } finally {
        await vscode.workspace.fs.delete(inWorkspace(samplesFolder), { recursive: true });
      }
    });
  });
}

function ofYear(planYear: number): (ledger: DraftLedger) => boolean {
  return (ledger) => ledger.planYear === planYear;
}

function rowIs(indicator: string, verdict: string): (ledger: DraftLedger) => boolean {
  return ({ items }) => items.some((row) => row.indicator === indicator && row.verdict === verdict);
}
