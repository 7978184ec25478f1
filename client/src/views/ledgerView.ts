/** The tree of promises: grouped by what became of them, each with the ways to its places and to a decision. */
import {
  DataTransferItem,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { TreeDataProvider, TreeDragAndDropController } from 'vscode';
import type { LedgerRow } from '../../../server/src/lsp/protocol';
import type { DraftInView } from './draftInView';
import { importDropped } from '../importReports';
import type { LedgerGroup } from './ledgerGroups';
import {
  certaintyWords,
  groupsOf,
  ledgerRemark,
  ledgerTitle,
  openCount,
  plainText,
  rowDescription,
  shortfallWords,
  verdictName,
} from './ledgerGroups';

export const ledgerViewId = 'policyDrafting.ledger';

/** Carries a result sentence, as a snippet, from the tree into an editor. */
export const sentenceMimeType = 'application/vnd.policy-drafting.sentence';

type Node = LedgerGroup | LedgerRow;

/** Shows the ledger of the draft and keeps title, badge and remark with it. */
export function createLedgerView(draft: DraftInView): { dispose(): void } {
  const changed = new EventEmitter<undefined>();
  const provider: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => {
      const ledger = draft.ledger.value;
      if (ledger === null) return [];
      return node === undefined ? groupsOf(ledger) : 'rows' in node ? [...node.rows] : [];
    },
    getTreeItem: (node) => ('rows' in node ? groupItem(node) : rowItem(node)),
  };
  const view = window.createTreeView(ledgerViewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
    dragAndDropController: dragRows,
  });
  const show = (): void => {
    const ledger = draft.ledger.value;
    view.description = ledger === null ? '' : ledgerTitle(ledger, translate, nameOfOther(draft));
    view.message = (ledger === null ? undefined : ledgerRemark(ledger, translate)) ?? '';
    const open = ledger === null ? 0 : openCount(ledger);
    view.badge =
      open === 0
        ? undefined
        : { value: open, tooltip: l10n.t('Promises that are not reported or were missed: {count}', { count: open }) };
    changed.fire(undefined);
  };
  const listeners = [draft.ledger.onDidChange(show), draft.onDidChangeFront(show)];
  show();
  return {
    dispose() {
      for (const listener of listeners) listener.dispose();
      view.dispose();
      changed.dispose();
    },
  };
}

/** The name of the draft while another report is in front; undefined where it is plain which one is told of. */
function nameOfOther({ document, otherInFront }: DraftInView): string | undefined {
  return otherInFront ? document?.uri.path.split('/').at(-1) : undefined;
}

export function translate(message: string, args?: Record<string, string | number>): string {
  return args === undefined ? l10n.t(message) : l10n.t(message, args);
}

const dragRows: TreeDragAndDropController<Node> = {
  dragMimeTypes: [sentenceMimeType, 'text/plain'],
  dropMimeTypes: ['text/uri-list'],
  // Documents that are dropped here are brought in.
  async handleDrop(_target, data) {
    await importDropped(await data.get('text/uri-list')?.asString());
  },
  handleDrag(nodes, data) {
    const sentences = nodes.flatMap((node) => ('rows' in node ? [] : [node.sentence]));
    if (sentences.length === 0) return;
    const snippet = sentences.map(withOwnStops).join('');
    data.set(sentenceMimeType, new DataTransferItem(snippet));
    data.set('text/plain', new DataTransferItem(plainText(snippet)));
  },
};

/** Several snippets in one must not share their stops: `${1:XX}` of the third becomes `${201:XX}`. */
function withOwnStops(snippet: string, place: number): string {
  return place === 0
    ? snippet
    : snippet.replace(/\$\{(\d{1,3}):/gu, (_all, stop) => `\${${100 * place + Number(stop)}:`);
}

function groupItem({ verdict, rows }: LedgerGroup): TreeItem {
  const asks = verdict === 'unreported' || verdict === 'missed';
  const item = new TreeItem(
    verdictName(verdict, translate),
    asks ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed,
  );
  item.id = verdict;
  item.description = String(rows.length);
  item.iconPath = iconOf(verdict);
  item.contextValue = 'group';
  return item;
}

function rowItem(row: LedgerRow): TreeItem {
  const item = new TreeItem(row.indicator, TreeItemCollapsibleState.None);
  item.id = row.id;
  item.description = rowDescription(row, translate);
  item.tooltip = tooltipOf(row);
  item.iconPath = row.kind === 'target' ? new ThemeIcon('target', iconOf(row.verdict).color) : iconOf(row.verdict);
  item.contextValue = contextOf(row);
  item.command = { command: 'policyDrafting.ledger.showBoth', title: l10n.t('Show'), arguments: [row] };
  item.accessibilityInformation = {
    label: [row.indicator, verdictName(row.verdict, translate), item.description, certaintyWords(row, translate)]
      .filter((part) => part !== '')
      .join(', '),
  };
  return item;
}

/** Names what can be done with a row; the menus of the manifest look for these words. */
function contextOf({ answer, confirmed, confidence }: LedgerRow): string {
  const words = ['promise'];
  if (answer !== null) words.push('answered');
  if (confirmed) words.push('confirmed');
  else if (answer !== null && confidence !== 'certain') words.push('unsure');
  return words.join(' ');
}

function tooltipOf(row: LedgerRow): MarkdownString {
  const { promise, answer, year, verdict } = row;
  const text = new MarkdownString();
  const line = (head: string, words: string): void => {
    text.appendMarkdown(`**${head}**  \n`);
    text.appendText(words);
    text.appendMarkdown('\n\n');
  };
  line(year === null ? l10n.t('Promised') : l10n.t('Promised for {year}', { year }), promise.words);
  if (answer !== null) line(l10n.t('This draft'), answer.words);
  const said = [verdictName(verdict, translate), shortfallWords(row, translate), certaintyWords(row, translate)];
  text.appendText(said.filter((part) => part !== '').join(' · '));
  return text;
}

function iconOf(verdict: LedgerRow['verdict']): ThemeIcon {
  switch (verdict) {
    case 'unreported':
      return new ThemeIcon('circle-slash', new ThemeColor('list.warningForeground'));
    case 'missed':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'reported':
      return new ThemeIcon('comment', new ThemeColor('charts.blue'));
    case 'met':
      return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'incomparable':
      return new ThemeIcon('circle-outline', new ThemeColor('disabledForeground'));
  }
}
