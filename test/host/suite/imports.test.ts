import * as vscode from 'vscode';
import pdf from '../../fixtures/import/report.pdf';
import word from '../../fixtures/import/word.docx';
import {
  acceptPicks,
  deleteFile,
  equal,
  inWorkspace,
  ok,
  openFile,
  readFile,
  runCommand,
  until,
  writeFile,
} from './support';

const imported = '杉岭县2025年政府工作报告.md';
const draftName = '杉岭县2026年政府工作报告（草稿）.md';
/** In a web worker there is no process, and PDF is refused. */
const inWorker = typeof process === 'undefined';

export function declareImportsSuite(): void {
  suite('the command to import a past report', () => {
    test('writes a Word document as Markdown, and never over a file without asking', async () => {
      await withFiles({ '去年.docx': word }, async () => {
        await importFile('去年.docx');
        const text = await readFile(imported);
        ok(text.startsWith('---\nissuer: 杉岭县\nplanYear: 2025\nsource: 去年.docx\n---\n'), text.slice(0, 80));
        ok(text.includes('\n## 一、2024年工作回顾\n'), 'The numbers of Word are not there.');
        ok(text.includes('\n[1] “三库联动”：指'), 'The footnotes are not there.');

        // A dialog cannot be answered in a test and counts as no answer.
        await writeFile(imported, '改过的文本');
        await importFile('去年.docx');
        equal(await readFile(imported), '改过的文本');
      });
    });

    test('reads PDF on the desktop and refuses it in a worker', async () => {
      await withFiles({ '去年.pdf': pdf }, async () => {
        await importFile('去年.pdf');
        equal(await exists(imported), !inWorker);
      });
    });

    test('refuses a document that is damaged, and goes on', async () => {
      await withFiles({ '断.docx': word.subarray(0, 1000), '去年.docx': word }, async () => {
        await importFile('断.docx', '去年.docx');
        ok(await exists(imported), 'The good document was not imported.');
      });
    });
  });

  suite('a Word document in the folder', () => {
    test('explains a term of the draft, and F12 shows its text', async () => {
      const text = `# 政府工作报告\n\n各位代表：\n\n现在，我代表杉岭县人民政府，向大会报告工作，请予审议。\n\n## 一、2025年工作回顾\n\n${'全县上下同心协力，各项事业取得新的进展。'.repeat(20)}\n\n## 二、2026年工作安排\n\n今年经济社会发展的主要预期目标是：地区生产总值增长6%左右。继续用好“三库联动”机制。\n`;
      await withFiles({ '去年.docx': word, [draftName]: new TextEncoder().encode(text) }, async () => {
        const { document } = await openFile(draftName);
        const position = document.positionAt(text.indexOf('三库联动') + 1);
        // What the tests before left in the folder may be forgotten only now.
        const place = await until('a definition in the Word document', async () => {
          const found = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
            'vscode.executeDefinitionProvider',
            document.uri,
            position,
          );
          return found.find((one) => uriOf(one).path.endsWith('去年.docx.md'));
        });
        const uri = uriOf(place);
        const range = 'targetUri' in place ? (place.targetSelectionRange ?? place.targetRange) : place.range;
        const shown = await vscode.workspace.openTextDocument(uri);
        ok(shown.getText(range).includes('三库联动'), `The place reads “${shown.getText(range)}”.`);
      });
    });
  });
}

function uriOf(place: vscode.Location | vscode.LocationLink): vscode.Uri {
  return 'targetUri' in place ? place.targetUri : place.uri;
}

/** Runs the command on files of the workspace and takes what it proposes. */
async function importFile(...names: readonly string[]): Promise<void> {
  const uris = names.map(inWorkspace);
  await acceptPicks(runCommand('policyDrafting.importReports', uris[0], uris));
}

/** Puts files into the workspace, runs `work`, and takes them out again with what it may have written. */
async function withFiles(files: Readonly<Record<string, Uint8Array>>, work: () => Promise<void>): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) await vscode.workspace.fs.writeFile(inWorkspace(name), bytes);
  try {
    await work();
  } finally {
    for (const name of [...Object.keys(files), imported]) if (await exists(name)) await deleteFile(name);
  }
}

async function exists(name: string): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(inWorkspace(name));
    return true;
  } catch {
    return false;
  }
}
