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
const otherDraft = '杉岭县2026年政府工作报告（送审稿）.md';
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

  suite('the text of a document in the folder', () => {
    test('comes when the document has been read, and changes with it', async () => {
      const address = inWorkspace('去年.html');
      const uri = vscode.Uri.from({
        scheme: 'policy-drafting-text',
        path: `${address.path}.md`,
        query: address.toString(),
      });
      const page = (words: string): Uint8Array =>
        new TextEncoder().encode(`<html><body><p>${pageText(words).replaceAll('\n\n', '</p><p>')}</p></body></html>`);
      // As when a window opens again with such a text in it.
      const { document } = await vscode.window.showTextDocument(uri);
      equal(document.getText(), '');
      await withFiles({ '去年.html': page('第一稿') }, async () => {
        await until('the text', () => (document.getText().includes('第一稿') ? true : undefined));
        await vscode.workspace.fs.writeFile(address, page('第二稿'));
        await until('the new text', () => (document.getText().includes('第二稿') ? true : undefined));

        const draft = pageText('第三稿').replace('2025', '2026');
        await withFiles({ [otherDraft]: new TextEncoder().encode(draft) }, async () => {
          const { document: own } = await openFile(otherDraft);
          const link = await until('a link to the document of the same number', async () => {
            const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
              'vscode.executeLinkProvider',
              own.uri,
            );
            return links.find(({ target }) => target?.scheme === uri.scheme);
          });
          const target = link.target ?? uri;
          ok(/^L\d+,\d+$/.test(target.fragment), `The link leads to ${target.toString()}.`);
          const shown = await vscode.workspace.openTextDocument(target);
          ok(shown.getText().includes('第二稿'), 'The link opens an empty text.');
        });
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

/** A report of 杉岭县 that names a document by its number. */
function pageText(words: string): string {
  const review = '全县上下同心协力，各项事业取得新的进展。'.repeat(20);
  return `杉岭县2025年政府工作报告\n\n各位代表：\n\n现在，我代表杉岭县人民政府，向大会报告工作，请予审议。\n\n一、去年工作回顾\n\n${review}\n\n二、今年工作安排\n\n今年地区生产总值增长6%左右。落实云政发〔2024〕3号文件，${words}。\n`;
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
