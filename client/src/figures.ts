/**
 * The commands around the figures sheet: to begin one beside the draft, to see what it says of every figure, to go to the
 * next figure that needs a look, and to switch the marks beside the text.
 */
import {
  commands,
  ConfigurationTarget,
  l10n,
  Position,
  Selection,
  TextEditorRevealType,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { QuickPickItem, TextDocument } from 'vscode';
import {
  CheckFiguresMethod,
  FigureSheetMethod,
  type CheckFiguresResult,
  type FigureSheetResult,
  type ListedFigure,
} from '../../server/src/lsp/writingProtocol';
import { asRange } from './places';
import type { About } from './writing';

/** Writes an empty sheet beside the draft; a file that is there already is opened and left alone. */
export async function createFigureSheet(document: TextDocument, about: About): Promise<Uri | undefined> {
  const result = await about<FigureSheetResult>(document, FigureSheetMethod);
  if (result === undefined) return undefined;
  if (document.isUntitled) {
    void window.showInformationMessage(l10n.t('Save the draft first: the figures sheet lies beside it.'));
    return undefined;
  }
  const uri = Uri.joinPath(document.uri, '..', result.name);
  try {
    await workspace.fs.stat(uri);
  } catch {
    try {
      await workspace.fs.writeFile(uri, new TextEncoder().encode(result.csv));
    } catch {
      void window.showErrorMessage(l10n.t('“{file}” could not be written.', { file: result.name }));
      return undefined;
    }
  }
  await window.showTextDocument(uri);
  return uri;
}

type FigureItem = QuickPickItem & { readonly figure?: ListedFigure };

/** Lists every figure with what the sheet says of it, what differs first; choosing one leads to its place. */
export async function showFigures(document: TextDocument, about: About): Promise<void> {
  const result = await about<CheckFiguresResult>(document, CheckFiguresMethod);
  if (result === undefined) return;
  if (result.sheets.length === 0) {
    await offerSheet();
    return;
  }
  const count = (state: ListedFigure['state']): number => result.figures.filter((one) => one.state === state).length;
  const items = (['differs', 'uncovered', 'agrees'] as const).flatMap((state) =>
    result.figures.filter((one) => one.state === state).map(itemOf),
  );
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Figures against {sheets}: {agrees} agree, {differs} differ, {uncovered} not covered', {
      sheets: result.sheets.join(', '),
      agrees: count('agrees'),
      differs: count('differs'),
      uncovered: count('uncovered'),
    }),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (picked?.figure === undefined) return;
  await select(document, picked.figure);
}

/** Goes to the next figure behind the caret that is in this state, from the end of the draft to its beginning. */
export async function goToFigure(document: TextDocument, about: About, state: ListedFigure['state']): Promise<void> {
  const result = await about<CheckFiguresResult>(document, CheckFiguresMethod);
  if (result === undefined) return;
  if (result.sheets.length === 0) {
    await offerSheet();
    return;
  }
  const found = result.figures
    .filter((one) => one.state === state)
    .sort((a, b) => asRange(a.range).start.compareTo(asRange(b.range).start));
  const caret = window.activeTextEditor?.selection.start ?? new Position(0, 0);
  const next = found.find(({ range }) => asRange(range).start.isAfter(caret)) ?? found[0];
  if (next === undefined) {
    void window.showInformationMessage(
      state === 'differs'
        ? l10n.t('No figure differs from the figures sheet.')
        : l10n.t('The figures sheet covers every figure.'),
    );
    return;
  }
  await select(document, next);
}

async function select(document: TextDocument, figure: ListedFigure): Promise<void> {
  const range = asRange(figure.range);
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(range.start, range.end);
  editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Switches the marks beside the text where they are set: in the folder or workspace if it says so, else for the person. */
export async function toggleFigureMarks(document: TextDocument): Promise<void> {
  const settings = workspace.getConfiguration('policyDrafting', document);
  const set = settings.inspect<boolean>('figureMarks');
  const where =
    set?.workspaceFolderValue !== undefined
      ? ConfigurationTarget.WorkspaceFolder
      : set?.workspaceValue !== undefined
        ? ConfigurationTarget.Workspace
        : ConfigurationTarget.Global;
  await settings.update('figureMarks', !settings.get<boolean>('figureMarks', true), where);
}

function itemOf(figure: ListedFigure): FigureItem {
  const { sheet } = figure;
  return {
    label: `${ICONS[figure.state]} ${figure.indicator} ${figure.words}`,
    description: stateName(figure.state),
    ...(sheet !== null && { detail: sheet.source }),
    figure,
  };
}

const ICONS = { agrees: '$(check)', differs: '$(warning)', uncovered: '$(dash)' } as const;

function stateName(state: ListedFigure['state']): string {
  switch (state) {
    case 'agrees':
      return l10n.t('agrees');
    case 'differs':
      return l10n.t('differs');
    case 'uncovered':
      return l10n.t('not covered');
  }
}

async function offerSheet(): Promise<void> {
  const create = l10n.t('Create');
  const answer = await window.showInformationMessage(
    l10n.t('No figures sheet (统计数据.csv or .xlsx) lies beside the draft. Create one to fill in?'),
    create,
  );
  if (answer === create) await commands.executeCommand('policyDrafting.createFigureSheet');
}
