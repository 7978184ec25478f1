import * as vscode from 'vscode';
import {
  deleteFile,
  equal,
  findingsOf,
  inWorkspace,
  ledgerWith,
  ok,
  openDraft,
  openFile,
  replaceText,
  ruleOf,
  runCommand,
  until,
  untilCount,
  writeBytes,
  writeFile,
} from './support';

/** What a person may do to a draft in an editor that no protocol test sees. */
export function declareStabilitySuite(): void {
  suite('a draft', () => {
    test('whose file is deleted is checked as long as it is open', async () => {
      const text = (await openDraft()).document.getText();
      await writeFile('删去的稿子.md', text);
      const { document } = await openFile('删去的稿子.md');
      await until('findings', () => findingsOf(document, 'number-arity')[0]);
      // An editor closes what was not changed together with its file.
      await replaceText(document, `${text}\n`);
      await deleteFile('删去的稿子.md');
      await replaceText(document, text.replace('## 二、', '全年培训职工约3000人左右。\n\n## 二、'));
      await until('findings of the new text', () => findingsOf(document, 'number-approximate')[0]);
      await close(document);
    });

    test('whose folder is deleted is checked as long as it is open, and so is every other', async () => {
      const { document: draft } = await openDraft();
      const text = draft.getText();
      await writeFile('新区/报告.md', text);
      await writeFile('新区/policy-drafting.json', '{ "rules": { "glossary-numbering": "off" } }\n');
      const { document } = await openFile('新区/报告.md');
      await until('findings by the configuration of its folder', () =>
        findingsOf(document, 'number-arity').length > 0 && findingsOf(document, 'glossary-numbering').length === 0
          ? true
          : undefined,
      );
      await replaceText(document, `${text}\n`);
      await vscode.workspace.fs.delete(inWorkspace('新区'), { recursive: true });
      await until('findings without that configuration', () => findingsOf(document, 'glossary-numbering')[0]);
      await close(document);
      await openDraft();
      await until('findings on the sample draft', () => findingsOf(draft, 'glossary-numbering')[0]);
    });

    test('with CR LF and a byte order mark has the same findings, and keeps its line ends', async () => {
      const { document: draft } = await openDraft();
      await until('findings on the sample draft', () => findingsOf(draft)[0]);
      const text = draft.getText();
      // Its own copy must not count as another version of the draft.
      await writeFile('换行.md', `\uFEFF${text.replaceAll('\n', '\r\n')}`);
      try {
        const { document } = await openFile('换行.md');
        equal(document.eol, vscode.EndOfLine.CRLF);
        const places = (one: vscode.TextDocument): string =>
          findingsOf(one)
            .map(
              (finding) =>
                `${ruleOf(finding)} ${String(finding.range.start.line)}:${String(finding.range.start.character)}`,
            )
            .sort()
            .join('\n');
        await until('the same findings', () => (places(document) === places(draft) ? true : undefined));
        await runCommand('policyDrafting.writeGlossary');
        ok(document.isDirty && !/[^\r]\n/.test(document.getText()), 'Not all lines end as they did.');
        await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
      } finally {
        await deleteFile('换行.md');
      }
    });

    test('that cannot be written is checked, and no command changes it', async () => {
      const text = (await openDraft()).document.getText();
      await writeFile('只读.md', text);
      const files = vscode.workspace.getConfiguration('files');
      await files.update('readonlyInclude', { '**/只读.md': true }, vscode.ConfigurationTarget.Workspace);
      try {
        const { document } = await openFile('只读.md');
        await until('findings', () => findingsOf(document, 'number-arity')[0]);
        await runCommand('policyDrafting.writeGlossary');
        equal(document.getText(), text);
        await close(document);
      } finally {
        await files.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
        await deleteFile('只读.md');
      }
    });

    test('beside its older text in a diff has its findings once', async () => {
      const { document } = await openDraft();
      await until('findings', () => findingsOf(document, 'number-arity')[0]);
      const text = document.getText();
      const provider = vscode.workspace.registerTextDocumentContentProvider('git-of-test', {
        provideTextDocumentContent: () => text,
      });
      try {
        const left = document.uri.with({ scheme: 'git-of-test' });
        await vscode.commands.executeCommand('vscode.diff', left, document.uri, '比较');
        const older = await vscode.workspace.openTextDocument(left);
        equal(older.getText(), text);
        await replaceText(document, text.replace('## 二、', '全年培训职工约3000人左右。\n\n## 二、'));
        await until('findings of the new text', () => findingsOf(document, 'number-approximate')[0]);
        equal(findingsOf(older).length, 0);
        await ledgerWith(({ planYear }) => planYear === 2026);
      } finally {
        await replaceText(document, text);
        provider.dispose();
        await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      }
    });

    test('stays in the ledger while its preview is in front', async () => {
      const { document } = await openDraft();
      await ledgerWith(({ items }) => items.length > 0);
      await vscode.commands.executeCommand('markdown.showPreviewToSide', document.uri);
      await until('the preview', () =>
        vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputWebview ? true : undefined,
      );
      await ledgerWith(({ planYear }) => planYear === 2026);
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    });
  });

  suite('a file', () => {
    test('of two megabytes is left alone, and the draft beside it is served', async () => {
      await withFile('长篇政府工作报告.md', new TextEncoder().encode('全区上下同心协力，'.repeat(80_000)), async () => {
        const { document } = await openFile('长篇政府工作报告.md');
        await draftIsServed();
        equal(findingsOf(document).length, 0);
        await close(document);
      });
    });

    test('that is binary under the name of a report harms nobody', async () => {
      const bytes = Uint8Array.from({ length: 50_000 }, (_one, i) => (i * 7919) % 256);
      await withFile('青禾区2022年政府工作报告.md', bytes, async () => {
        // An editor may refuse to open it.
        await openFile('青禾区2022年政府工作报告.md').then(
          ({ document }) => close(document),
          () => undefined,
        );
        await draftIsServed();
      });
    });
  });

  suite('settings of the wrong kind', () => {
    test('count as none, and the others are followed', async () => {
      const { document } = await openDraft();
      await until('findings', () => findingsOf(document, 'glossary-numbering')[0]);
      const settings = vscode.workspace.getConfiguration('policyDrafting');
      const wrong: Record<string, unknown> = {
        reports: '去年.md',
        'terms.known': 3,
        inlayHints: 'yes',
        checkPrecedents: [],
      };
      const set = async (value: (name: string) => unknown): Promise<void> => {
        for (const name of Object.keys(wrong)) {
          await settings.update(name, value(name), vscode.ConfigurationTarget.Workspace);
        }
      };
      try {
        await set((name) => wrong[name]);
        await settings.update('rules', { 'glossary-numbering': 'off' }, vscode.ConfigurationTarget.Workspace);
        await untilCount(document, 'glossary-numbering', 0);
        ok(findingsOf(document, 'number-arity').length > 0, 'The other findings are gone.');
      } finally {
        await set(() => undefined);
        await settings.update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await until('the finding again', () => findingsOf(document, 'glossary-numbering')[0]);
    });
  });
}

async function draftIsServed(): Promise<void> {
  const { document } = await openDraft();
  const text = document.getText();
  await replaceText(document, text.replace('## 二、', '全年培训职工约3000人左右。\n\n## 二、'));
  try {
    await until('findings of the new text', () => findingsOf(document, 'number-approximate')[0]);
  } finally {
    await replaceText(document, text);
  }
}

async function withFile(name: string, bytes: Uint8Array, work: () => Promise<void>): Promise<void> {
  await writeBytes(name, bytes);
  try {
    await work();
  } finally {
    await deleteFile(name);
  }
}

/** Closes a document without keeping what was changed in it. */
async function close(document: vscode.TextDocument): Promise<void> {
  await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
}
