import * as vscode from 'vscode';
import type { DraftLedger, LedgerRow } from '../../../server/src/lsp/protocol';

/** How long a condition may take to come true, in milliseconds; the test of a broken server shortens it. */
const patience = Number(environment().POLICY_DRAFTING_PATIENCE ?? 60_000);

/** Empty in a web worker, which has no process. */
function environment(): Readonly<Record<string, string | undefined>> {
  return typeof process === 'undefined' ? {} : process.env;
}

/** Between two looks at a condition that no event announces, in milliseconds. */
const lookAgain = 100;

/** Name of the sample draft, as in scripts/lib/paths.mjs. */
const draftName = '青禾区2026年政府工作报告（草稿）.md';

/** Opens the sample draft of the workspace in an editor. */
export async function openDraft(): Promise<vscode.TextEditor> {
  return openFile(draftName);
}

/** Opens a file of the workspace in an editor. */
export async function openFile(name: string): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(name));
  return vscode.window.showTextDocument(document);
}

export async function readFile(name: string): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(inWorkspace(name)));
}

/** Writes a file of the workspace as another program would. */
export async function writeFile(name: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), new TextEncoder().encode(text));
}

/** Writes a file of the workspace that need not be text. */
export async function writeBytes(name: string, bytes: Uint8Array): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(name), bytes);
}

export async function deleteFile(name: string): Promise<void> {
  await vscode.workspace.fs.delete(inWorkspace(name));
}

/** The address of a file of the workspace, which is a copy of the samples made for this run. */
export function inWorkspace(name: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined) throw new Error('No folder is open.');
  return vscode.Uri.joinPath(folder.uri, name);
}

/** What the tests read of the manifest. */
interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[]; readonly walkthroughs: unknown };
}

/** The manifest of the extension as the editor has it, its strings in the editor's language. */
export function manifest(): Manifest {
  const extension = vscode.extensions.getExtension('policy-drafting.policy-drafting');
  if (extension === undefined) throw new Error('The extension is not there.');
  return extension.packageJSON as Manifest;
}

const commandsRun = new Set<string>();

/** Runs a command as a key or a button does, and remembers that it was run. */
export function runCommand<T>(name: string, ...given: unknown[]): Thenable<T> {
  commandsRun.add(name);
  return vscode.commands.executeCommand<T>(name, ...given);
}

/** Whether a command was run by any test so far. */
export function wasRun(name: string): boolean {
  return commandsRun.has(name);
}

/** Our findings on a document as the Problems view has them, of one rule or of all. */
export function findingsOf(document: vscode.TextDocument, rule?: string): vscode.Diagnostic[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter((finding) => finding.source === 'policy-drafting')
    .filter((finding) => rule === undefined || ruleOf(finding) === rule);
}

/** The id of the rule that a finding comes from. */
export function ruleOf(finding: vscode.Diagnostic): string {
  const { code } = finding;
  return String(typeof code === 'object' ? code.value : code);
}

/**
 * Waits until `read` gives a value: looks at once, whenever diagnostics change, and every tenth of a second.
 * @param what said when it never does
 */
export async function until<T>(what: string, read: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = await read();
    if (value !== undefined) return value;
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}.`);
    await nextChange();
  }
}

function nextChange(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, lookAgain);
    const listener = vscode.languages.onDidChangeDiagnostics(done);
    function done(): void {
      clearTimeout(timer);
      listener.dispose();
      resolve();
    }
  });
}

/** Waits until a document has as many findings of a rule as said. */
export async function untilCount(document: vscode.TextDocument, rule: string, count: number): Promise<void> {
  await until(`${String(count)} findings of ${rule}`, () =>
    findingsOf(document, rule).length === count ? true : undefined,
  );
}

/**
 * Adds a paragraph of its own before the second chapter, runs `work` with its range, and takes it out again.
 * The document is left as it was found.
 */
export async function withParagraph(
  editor: vscode.TextEditor,
  text: string,
  work: (range: vscode.Range) => Promise<void>,
): Promise<void> {
  const before = editor.document.getText();
  const at = editor.document.positionAt(before.indexOf('## 二、'));
  await edit(editor, (builder) => {
    builder.insert(at, `${text}\n\n`);
  });
  try {
    await work(editor.document.lineAt(at.line).range);
  } finally {
    await edit(editor, (builder) => {
      builder.replace(wholeOf(editor.document), before);
    });
  }
}

async function edit(editor: vscode.TextEditor, change: (builder: vscode.TextEditorEdit) => void): Promise<void> {
  if (!(await editor.edit(change))) throw new Error('The editor refused the edit.');
}

function wholeOf(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(new vscode.Position(0, 0), document.lineAt(document.lineCount - 1).range.end);
}

/** The ledger that the view shows, as soon as it is as said. */
export async function ledgerWith(fits: (ledger: DraftLedger) => boolean): Promise<DraftLedger> {
  const extension = vscode.extensions.getExtension<{ ledger: () => DraftLedger | null }>(
    'policy-drafting.policy-drafting',
  );
  if (extension === undefined) throw new Error('The extension is not there.');
  const { ledger } = await extension.activate();
  return until('the ledger to be as it should', () => {
    const found = ledger();
    return found !== null && fits(found) ? found : undefined;
  });
}

/** Gives a document another text, whether it is in front or not. */
export async function replaceText(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  ok(await vscode.workspace.applyEdit(edit), 'The editor refused the edit.');
}

/** The row of the ledger about an indicator. */
export async function rowOf(indicator: string): Promise<LedgerRow> {
  const { items } = await ledgerWith(({ items: rows }) => rows.some((row) => row.indicator === indicator));
  const row = items.find((one) => one.indicator === indicator);
  if (row === undefined) throw new Error(`No promise about ${indicator}.`);
  return row;
}

/** Takes what every list and field of a running command proposes, until the command has ended. */
export async function acceptPicks(running: Thenable<unknown>): Promise<void> {
  let done = false;
  const ended = Promise.resolve(running).finally(() => {
    done = true;
  });
  await until('the command to end', async () => {
    if (!done) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return done ? true : undefined;
  });
  await ended;
}

/** The first entry of the glossary whose term stands in the body too: where, and how its definition begins. */
export function findGlossaryTerm(document: vscode.TextDocument): {
  term: string;
  use: vscode.Position;
  entryLine: number;
  definition: string;
} {
  const text = document.getText();
  const glossary = text.indexOf('名词解释');
  if (glossary < 0) throw new Error('The document has no glossary.');
  // Example: "3.“1+3+N”产业体系：指以智能农机装备1个产业为主导，…"
  for (const match of text.slice(glossary).matchAll(/^\d+\.“([^”\n]+)”[^：\n]*：指([^，。\n]+)/gm)) {
    const [, term = '', definition = ''] = match;
    const use = text.indexOf(term);
    if (use >= glossary) continue;
    return {
      term,
      use: document.positionAt(use),
      entryLine: document.positionAt(glossary + match.index).line,
      definition,
    };
  }
  throw new Error('No term of the glossary stands in the body.');
}

/** Waits until a page of ours is shown in a panel. */
export async function untilPage(): Promise<void> {
  await until('a panel', () =>
    vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(({ input }) => input instanceof vscode.TabInputWebview))
      ? true
      : undefined,
  );
}

/** Runs the command of the first link of a piece of a page, as a click on it does. */
export async function follow(html: string | undefined): Promise<void> {
  const [, command, args] = /href="command:([^?"]+)\?([^"]+)"/.exec(html ?? '') ?? [];
  if (command === undefined || args === undefined) throw new Error(`No link in ${html ?? 'nothing'}.`);
  const given = JSON.parse(decodeURIComponent(args)) as unknown[];
  await vscode.commands.executeCommand(command, ...given);
}

/** Fails unless both are the same value. `node:assert` is not there in a web worker. */
export function equal(actual: unknown, expected: unknown): void {
  if (!Object.is(actual, expected)) throw new Error(`Expected ${String(expected)} and got ${String(actual)}.`);
}

/** Fails unless the condition holds. */
export function ok(condition: boolean, otherwise: string): void {
  if (!condition) throw new Error(otherwise);
}
