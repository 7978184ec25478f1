/** What a person does with a row of the ledger. */
import { commands, DocumentDropEdit, l10n, Range, SnippetString, Uri, window, workspace } from 'vscode';
import type { Disposable, DocumentDropEditProvider, QuickPickItem } from 'vscode';
import type {
  AnswersParams,
  AnswersResult,
  CommandLocation,
  DecideParams,
  DecideResult,
  LedgerRow,
  PossibleAnswer,
} from '../../../server/src/lsp/protocol';
import { AnswersMethod, DecideMethod } from '../../../server/src/lsp/protocol';
import type { DraftInView, Request } from './draftInView';
import { asRange } from '../places';
import { showBeside, showPlace } from './places';
import { ledgerViewId, sentenceMimeType } from './ledgerView';

/** Tells the server that a file was written, in the protocol's own words: not every file system is watched. */
export type Touched = (file: string) => Promise<void>;

/** Registers the commands of the ledger's rows; each is given the row it was called on. */
export function registerLedgerCommands(draft: DraftInView, request: Request, touched: Touched): Disposable[] {
  /** Writes a decision into the file of confirmed matches. */
  const write = async ({ id }: LedgerRow, answer: string): Promise<void> => {
    const { document } = draft;
    if (document === undefined) return;
    const params: DecideParams = { uri: document.uri.toString(), id, answer };
    const result = await request<DecideResult>(DecideMethod, params);
    if (result === null) {
      void window.showErrorMessage(
        l10n.t('Nothing was kept: the promise is gone, or policy-drafting.matches.json cannot be followed.'),
      );
      return;
    }
    try {
      await workspace.fs.writeFile(Uri.parse(result.file), new TextEncoder().encode(result.content));
    } catch {
      void window.showErrorMessage(l10n.t('“{file}” could not be changed.', { file: 'policy-drafting.matches.json' }));
      return;
    }
    await touched(result.file);
    draft.refresh();
  };
  let last: Promise<void> = Promise.resolve();
  /** One decision after the other: each is added to what the file says after the one before. */
  const decide = (row: LedgerRow, answer: string): Promise<void> => {
    const done = last.then(() => write(row, answer));
    last = done.catch(() => undefined);
    return done;
  };
  const on = (name: string, run: (row: LedgerRow) => Promise<void>): Disposable =>
    commands.registerCommand(`${ledgerViewId}.${name}`, async (row: LedgerRow | undefined) => {
      if (row !== undefined) await run(row);
    });
  return [
    commands.registerCommand('policyDrafting.chooseReport', async () => {
      if (await draft.choose()) await commands.executeCommand(`${ledgerViewId}.focus`);
      else void window.showInformationMessage(l10n.t('This document was not recognised as a report.'));
    }),
    commands.registerCommand('policyDrafting.showLedger', () => commands.executeCommand(`${ledgerViewId}.focus`)),
    on('showBoth', async ({ promise, answer, place }) => {
      const own = answer?.location ?? place;
      if (own !== null) await showPlace(own, { preserveFocus: true, preview: false });
      await showBeside(promise.location);
    }),
    on('showPromise', async ({ promise }) => {
      await showPlace(promise.location);
    }),
    on('showAnswer', async ({ answer, place }) => {
      const own = answer?.location ?? place;
      if (own !== null) await showPlace(own);
    }),
    on('insertSentence', async ({ place, sentence }) => {
      const own = place ?? endOf(draft);
      if (own === null) return;
      const editor = await showPlace(own);
      const { version } = editor.document;
      await editor.insertSnippet(new SnippetString(sentence), asRange(own.range).end);
      if (editor.document.version === version) void window.showErrorMessage(l10n.t('The draft cannot be edited.'));
    }),
    on('confirm', (row) => decide(row, 'found')),
    on('reject', (row) => decide(row, 'none')),
    on('undo', (row) => decide(row, 'undo')),
    on('correct', async (row) => {
      const { document } = draft;
      if (document === undefined) return;
      const params: AnswersParams = { uri: document.uri.toString(), id: row.id };
      const chosen = await pickAnswer(row, await request<AnswersResult>(AnswersMethod, params));
      if (chosen !== undefined) await decide(row, chosen.answer);
    }),
  ];
}

/** Drops a row of the ledger into a report as the sentence that would report its result. */
export function dropSentences(): DocumentDropEditProvider {
  return {
    provideDocumentDropEdits: async (_document, _position, data) => {
      const snippet = await data.get(sentenceMimeType)?.asString();
      return snippet === undefined ? undefined : new DocumentDropEdit(new SnippetString(snippet));
    },
  };
}

type AnswerItem = QuickPickItem & { readonly possible: PossibleAnswer };

/** Lets a person choose the figure or sentence that answers a promise; each is shown in the draft as it is passed. */
async function pickAnswer(row: LedgerRow, answers: AnswersResult): Promise<PossibleAnswer | undefined> {
  const pick = window.createQuickPick<AnswerItem>();
  pick.title = l10n.t('What answers “{promise}”?', { promise: row.promise.words });
  pick.placeholder = l10n.t('A figure or a sentence of this draft; type to search');
  pick.matchOnDescription = true;
  pick.items = answers.map((possible) => ({
    label: possible.words,
    description: possible.kind === 'figure' ? l10n.t('figure') : l10n.t('sentence'),
    possible,
  }));
  const listeners = [
    pick.onDidChangeActive(([item]) => {
      if (item !== undefined) void showPlace(item.possible.location, { preserveFocus: true });
    }),
  ];
  try {
    return await new Promise((resolve) => {
      listeners.push(
        pick.onDidAccept(() => {
          resolve(pick.activeItems[0]?.possible);
        }),
        pick.onDidHide(() => {
          resolve(undefined);
        }),
      );
      pick.show();
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    pick.dispose();
  }
}

/** The end of the draft, for a sentence that has no better place. */
function endOf({ document }: DraftInView): CommandLocation | null {
  if (document === undefined) return null;
  const { line, character } = document.validateRange(new Range(0, 0, document.lineCount, 0)).end;
  return { uri: document.uri.toString(), range: { start: { line, character }, end: { line, character } } };
}
