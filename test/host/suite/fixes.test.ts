import * as vscode from 'vscode';
import { ChangeConfigurationCommand } from '../../../server/src/lsp/protocol';
import {
  deleteFile,
  equal,
  findingsOf,
  inWorkspace,
  ok,
  openDraft,
  readFile,
  runCommand,
  until,
  untilCount,
  withParagraph,
  writeBytes,
  writeFile,
} from './support';

const faulty = '全年培训职工约3000人左右。';

const fixAll = vscode.CodeActionKind.SourceFixAll.append('policyDrafting');

export function declareFixesSuite(): void {
  suite('a quick fix', () => {
    test('changes the text and clears its finding', async () => {
      const editor = await openDraft();
      const { document } = editor;
      await withParagraph(editor, faulty, async (range) => {
        const here = (): vscode.Diagnostic | undefined =>
          findingsOf(document, 'number-approximate').find((one) => one.range.intersection(range) !== undefined);
        const finding = await until('a finding on the new paragraph', here);
        const action = await until('a quick fix', () =>
          firstAction(document, finding.range, vscode.CodeActionKind.QuickFix),
        );
        await apply(action);
        const fixed = document.lineAt(range.start.line).text;
        ok(fixed !== faulty, 'The text is as it was.');
        await until('the finding to go', () => (here() === undefined ? true : undefined));
        await vscode.commands.executeCommand('undo');
        equal(document.lineAt(range.start.line).text, faulty);
      });
    });
  });

  suite('the quick fix of an unanswered target', () => {
    test('inserts the sentence with a blank, once, and takes no part in fix-all', async () => {
      const editor = await openDraft();
      const { document } = editor;
      const before = document.getText();
      const finding = await until('a target without a result', () => findingsOf(document, 'target-unreported')[0]);
      const count = findingsOf(document, 'target-unreported').length;
      try {
        const safe = await firstAction(document, finding.range, fixAll);
        ok(
          safe === undefined || !JSON.stringify(safe.edit?.entries()).includes('〔数据〕'),
          'It takes part in fix-all.',
        );
        const action = await until('the quick fix', async () => {
          const found = await actionsAt(document, finding.range, vscode.CodeActionKind.QuickFix);
          return found.find(({ title }) => title.includes('〔数据〕'));
        });
        await apply(action);
        equal(document.getText().split('〔数据〕').length, 2);
        await untilCount(document, 'target-unreported', count - 1);
      } finally {
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), before);
        await untilCount(document, 'target-unreported', count);
      }
    });
  });

  suite('a way out that changes a configuration file', () => {
    const known = (name: string): Thenable<unknown> => {
      const file = inWorkspace(name).toString();
      return runCommand(ChangeConfigurationCommand, { document: file, file }, { kind: 'known', term: '三稳两进' });
    };

    test('leaves its comments as they are', async () => {
      await writeFile('甲.json', '{\n  // 本区\n  "terms": { "known": ["两区"] }\n}\n');
      try {
        await known('甲.json');
        ok(
          /^\{\n {2}\/\/ 本区\n[\s\S]*"两区",\s+"三稳两进"/.test(await readFile('甲.json')),
          await readFile('甲.json'),
        );
      } finally {
        await deleteFile('甲.json');
      }
    });

    test('leaves a file alone that is no JSON, or whose characters saving would lose', async () => {
      const encoder = new TextEncoder();
      const [before, after] = ['{ "terms": { "known": ["', '"] } }\n'].map((part) => encoder.encode(part));
      // 两区 in GB18030, which the editor takes for broken UTF-8.
      const old = new Uint8Array([...(before ?? []), 0xc1, 0xbd, 0xc7, 0xf8, ...(after ?? [])]);
      const files = { '乙.json': old, '丙.json': encoder.encode('{ "rules": {') };
      for (const [name, bytes] of Object.entries(files)) {
        await writeBytes(name, bytes);
        try {
          await known(name);
          equal(Array.from(await vscode.workspace.fs.readFile(inWorkspace(name))).join(), bytes.join());
        } finally {
          await deleteFile(name);
        }
      }
    });
  });

  suite('fix-all', () => {
    test('mends what is safe to mend and leaves the rest', async () => {
      const editor = await openDraft();
      const { document } = editor;
      await withParagraph(editor, `改造农村公路12公里,新建桥梁3座。${faulty}`, async (range) => {
        await until('findings of both kinds', () =>
          ['punctuation-width', 'number-approximate'].every((rule) => findingsOf(document, rule).length > 0)
            ? true
            : undefined,
        );
        await apply(await until('an action that fixes all', () => firstAction(document, range, fixAll)));
        await untilCount(document, 'punctuation-width', 0);
        ok(document.lineAt(range.start.line).text.endsWith(faulty), 'A suggestion took part in fix-all.');
        await vscode.commands.executeCommand('undo');
        await until('the findings again', () => findingsOf(document, 'punctuation-width')[0]);
      });
    });
  });
}

async function firstAction(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction | undefined> {
  return (await actionsAt(document, range, kind))[0];
}

/** What can be done at a place by an edit, in the order offered. */
async function actionsAt(
  document: vscode.TextDocument,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<vscode.CodeAction[]> {
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    kind.value,
    20,
  );
  return actions.filter((action) => action.edit !== undefined);
}

/** Does what choosing the action in the editor does. */
async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  if (edit !== undefined) await vscode.workspace.applyEdit(edit);
  if (command !== undefined) {
    const given: unknown[] = command.arguments ?? [];
    await vscode.commands.executeCommand(command.command, ...given);
  }
}
