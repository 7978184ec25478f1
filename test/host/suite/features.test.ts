import * as vscode from 'vscode';
import {
  deleteFile,
  equal,
  findGlossaryTerm,
  findingsOf,
  ok,
  openDraft,
  readFile,
  replaceText,
  runCommand,
  until,
  withParagraph,
  writeFile,
} from './support';

const configurationName = 'policy-drafting.json';

export function declareFeaturesSuite(): void {
  suite('completion', () => {
    test('offers known terms behind an opening quote', async () => {
      const editor = await openDraft();
      const { document } = editor;
      const { term } = findGlossaryTerm(document);
      await withParagraph(editor, '推行“”。', async (range) => {
        const position = range.start.translate(0, '推行“'.length);
        const item = await until(`“${term}” among the completions`, async () => {
          const list = await vscode.commands.executeCommand<vscode.CompletionList>(
            'vscode.executeCompletionItemProvider',
            document.uri,
            position,
            '“',
            100,
          );
          return list.items.find(({ label }) => nameOf(label).includes(term));
        });
        ok(item.documentation !== undefined, 'The term comes without its definition.');
      });
    });
  });

  suite('a term of the glossary', () => {
    test('has references in the draft and in past reports', async () => {
      const { document } = await openDraft();
      const { use } = findGlossaryTerm(document);
      await until('references in the draft', async () => {
        const found = await vscode.commands.executeCommand<vscode.Location[]>(
          'vscode.executeReferenceProvider',
          document.uri,
          use,
        );
        const here = found.filter(({ uri }) => uri.toString() === document.uri.toString());
        return here.length > 1 ? here : undefined;
      });
    });

    test('is renamed in body and glossary', async () => {
      const { document } = await openDraft();
      const { use, term, entryLine } = findGlossaryTerm(document);
      const edit = await until('an edit', async () => {
        const found = await vscode.commands.executeCommand<vscode.WorkspaceEdit | undefined>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          use,
          `${term}新`,
        );
        return found !== undefined && found.size > 0 ? found : undefined;
      });
      const lines = edit.get(document.uri).map(({ range }) => range.start.line);
      ok(lines.includes(use.line), 'The use keeps its name.');
      ok(lines.includes(entryLine), 'The entry keeps its name.');
      const before = document.getText();
      try {
        const own = new vscode.WorkspaceEdit();
        own.set(document.uri, edit.get(document.uri));
        ok(await vscode.workspace.applyEdit(own), 'The editor refused the edit.');
        ok(document.lineAt(entryLine).text.includes(`${term}新`), 'The entry was not renamed.');
        await vscode.commands.executeCommand('undo');
        equal(document.getText(), before);
      } finally {
        await replaceText(document, before);
      }
    });
  });

  suite('a target', () => {
    test('shows what last year said', async () => {
      const { document } = await openDraft();
      await until('an inlay hint with the year 2025', async () => {
        const whole = new vscode.Range(0, 0, document.lineCount, 0);
        const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          whole,
        );
        return hints.find(({ label }) => /^2025[：:]/.test(textOf(label)));
      });
    });

    test('has a lens that leads to past years', async () => {
      const { document } = await openDraft();
      await until('a code lens', async () => {
        const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
          'vscode.executeCodeLensProvider',
          document.uri,
          100,
        );
        return lenses.find(({ command }) => command?.command === 'policyDrafting.showLocations');
      });
    });
  });

  suite('a way out', () => {
    test('puts a term into policy-drafting.json, and its finding goes', async () => {
      await writeFile(configurationName, '{\n  // 本区用语\n  "terms": { "known": [] }\n}\n');
      try {
        await takeWayOut('known', (file) => file !== null);
        const text = await readFile(configurationName);
        ok(text.includes('四进四送') && text.includes('// 本区用语'), 'The file is not as it should be.');
      } finally {
        await deleteFile(configurationName);
      }
    });

    test('puts a term or a rule into the settings where there is no such file', async () => {
      const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('policyDrafting');
      try {
        await takeWayOut('ignore', (file) => file === null);
        equal(settings().get<string[]>('terms.ignore', []).join(), '四进四送');
        await settings().update('terms.ignore', undefined, vscode.ConfigurationTarget.Workspace);
        await takeWayOut('off', (file) => file === null);
        equal(settings().get<Record<string, unknown>>('rules', {})['term-undefined'], 'off');
      } finally {
        await settings().update('terms.ignore', undefined, vscode.ConfigurationTarget.Workspace);
        await settings().update('rules', undefined, vscode.ConfigurationTarget.Workspace);
      }
    });

    test('is to pause checking', async () => {
      const { document } = await openDraft();
      await until('findings', () => findingsOf(document)[0]);
      await runCommand('policyDrafting.togglePause');
      try {
        await until('no findings', () => (findingsOf(document).length === 0 ? true : undefined));
      } finally {
        await runCommand('policyDrafting.togglePause');
      }
      const found = await until('findings again', () => findingsOf(document)[0]);
      equal(found.source, 'policy-drafting');
    });
  });
}

/** Writes a term without an entry, takes one of the ways out of its finding, and waits for the finding to go. */
async function takeWayOut(kind: string, fits: (file: string | null) => boolean): Promise<void> {
  const editor = await openDraft();
  const { document } = editor;
  await withParagraph(editor, '开展“四进四送”行动。', async (range) => {
    const here = (): vscode.Diagnostic | undefined =>
      findingsOf(document, 'term-undefined').find((one) => one.range.intersection(range) !== undefined);
    const finding = await until('a finding on the term', here);
    const { command, given } = await until(`a way out of the kind ${kind}`, async () => {
      const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        finding.range,
        vscode.CodeActionKind.QuickFix.value,
      );
      return actions
        .map((action) => ({ command: action.command?.command ?? '', given: asArguments(action.command?.arguments) }))
        .find(({ given: [target, change] }) => target !== undefined && change?.kind === kind && fits(target.file));
    });
    await vscode.commands.executeCommand(command, ...given);
    await until('the finding to go', () => (here() === undefined ? true : undefined));
  });
}

/** What the command of a way out is given: where to write, and what. */
function asArguments(given: unknown): [target?: { file: string | null }, change?: { kind: string }] {
  return (given ?? []) as [target?: { file: string | null }, change?: { kind: string }];
}

function nameOf(label: string | vscode.CompletionItemLabel): string {
  return typeof label === 'string' ? label : label.label;
}

function textOf(label: string | readonly vscode.InlayHintLabelPart[]): string {
  return typeof label === 'string' ? label : label.map(({ value }) => value).join('');
}
