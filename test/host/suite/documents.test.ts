import * as vscode from 'vscode';
import {
  deleteFile,
  equal,
  findingsOf,
  openDraft,
  openFile,
  runCommand,
  until,
  untilCount,
  writeFile,
} from './support';

const plainName = '初稿.md';

export function declareDocumentsSuite(): void {
  suite('a document', () => {
    test('that is a report by its content is served in its own language, unless a setting says no', async () => {
      const { document: draft } = await openDraft();
      await writeFile(plainName, draft.getText());
      try {
        const { document } = await openFile(plainName);
        await until('findings on plain Markdown', () => findingsOf(document, 'glossary-numbering')[0]);
        equal(document.languageId, 'markdown');

        await withSetting('plainText', false, async () => {
          await untilCount(document, 'glossary-numbering', 0);
        });
        await until('findings again', () => findingsOf(document, 'glossary-numbering')[0]);
      } finally {
        await deleteFile(plainName);
      }
    });

    test('that is no report has no findings', async () => {
      const { document } = await openFile('README.md');
      const { document: draft } = await openDraft();
      await until('findings on the sample draft', () => findingsOf(draft, 'glossary-numbering')[0]);
      equal(findingsOf(document).length, 0);
    });

    test('has an outline of its headings', async () => {
      const { document } = await openDraft();
      const names = await until('an outline', async () => {
        const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[] | undefined>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        );
        return symbols?.map((symbol) => symbol.name);
      });
      equal(
        names.some((name) => name.includes('2025年工作回顾')),
        true,
      );
    });
  });

  suite('a setting', () => {
    test('turns a rule off and on while the draft is open', async () => {
      const { document } = await openDraft();
      await until('findings on the sample draft', () => findingsOf(document, 'glossary-numbering')[0]);
      await withSetting('rules', { 'glossary-numbering': 'off' }, async () => {
        await untilCount(document, 'glossary-numbering', 0);
      });
      await until('the finding again', () => findingsOf(document, 'glossary-numbering')[0]);
    });

    test('stands in policy-drafting.json too', async () => {
      const { document } = await openDraft();
      await until('findings on the sample draft', () => findingsOf(document, 'glossary-numbering')[0]);
      await writeFile('policy-drafting.json', '{ "rules": { "glossary-numbering": "off" } }\n');
      try {
        await untilCount(document, 'glossary-numbering', 0);
      } finally {
        await deleteFile('policy-drafting.json');
      }
      await until('the finding again', () => findingsOf(document, 'glossary-numbering')[0]);
    });
  });

  suite('the command to restart the server', () => {
    test('brings the findings back', async () => {
      const { document } = await openDraft();
      await until('findings on the sample draft', () => findingsOf(document, 'glossary-numbering')[0]);
      await runCommand('policyDrafting.restartServer');
      await until('findings again', () => findingsOf(document, 'glossary-numbering')[0]);
    });
  });
}

/** Sets one of our settings for the workspace, runs `work`, and takes the setting back. */
async function withSetting(name: string, value: unknown, work: () => Promise<void>): Promise<void> {
  const settings = vscode.workspace.getConfiguration('policyDrafting');
  await settings.update(name, value, vscode.ConfigurationTarget.Workspace);
  try {
    await work();
  } finally {
    await settings.update(name, undefined, vscode.ConfigurationTarget.Workspace);
  }
}
