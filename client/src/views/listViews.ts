/** The two plainer trees beside the ledger: the glossary of the draft, and its indicators by year. */
import { EventEmitter, l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState, window } from 'vscode';
import type { Command, TreeView } from 'vscode';
import type { CommandLocation, GlossaryRow, IndicatorRow, IndicatorYear } from '../../../server/src/lsp/protocol';
import { HoverCommands } from '../../../server/src/lsp/protocol';
import type { DraftInView, Feed } from './draftInView';

interface ListView {
  dispose(): void;
  readonly visible: boolean;
}

/** A tree that shows the answer of a feed as long as it is looked at. */
function createListView<T, Node>(
  id: string,
  feed: Feed<T>,
  children: (value: T, node: Node | undefined) => readonly Node[],
  item: (node: Node) => TreeItem,
  title: (value: T) => string,
): ListView {
  const changed = new EventEmitter<undefined>();
  const view: TreeView<Node> = window.createTreeView<Node>(id, {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: item,
      getChildren: (node) => (feed.value === null ? [] : [...children(feed.value, node)]),
    },
  });
  const listeners = [
    feed.onDidChange(() => {
      view.description = feed.value === null ? '' : title(feed.value);
      changed.fire(undefined);
    }),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible) feed.look();
    }),
  ];
  return {
    get visible() {
      return view.visible;
    },
    dispose() {
      for (const one of [...listeners, view, changed]) one.dispose();
    },
  };
}

type GlossaryNode = GlossaryRow | CommandLocation;

export function createGlossaryView(draft: DraftInView): ListView {
  return createListView<readonly GlossaryRow[], GlossaryNode>(
    'policyDrafting.glossary',
    draft.glossary,
    (rows, node) => (node === undefined ? rows : 'uses' in node ? node.uses : []),
    (node) => ('uses' in node ? entryItem(node) : useItem(node, draft)),
    (rows) => l10n.t('Entries: {count}', { count: rows.length }),
  );
}

function entryItem({ number, term, definition, location, uses }: GlossaryRow): TreeItem {
  const item = new TreeItem(
    number === null ? term : `${String(number)}. ${term}`,
    uses.length === 0 ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
  );
  item.description =
    uses.length === 0 ? l10n.t('not used in the body') : l10n.t('uses: {count}', { count: uses.length });
  item.tooltip = new MarkdownString().appendText(definition);
  item.iconPath = new ThemeIcon(uses.length === 0 ? 'warning' : 'book');
  item.command = openCommand(location);
  return item;
}

function useItem(location: CommandLocation, { document }: DraftInView): TreeItem {
  const { start, end } = location.range;
  const line = document === undefined || start.line >= document.lineCount ? '' : document.lineAt(start.line).text;
  const from = Math.max(0, start.character - 12);
  const words = line.slice(from, (end.line === start.line ? end.character : line.length) + 18).trim();
  const item = new TreeItem(`${from > 0 ? '…' : ''}${words}`, TreeItemCollapsibleState.None);
  item.description = l10n.t('line {line}', { line: start.line + 1 });
  item.command = openCommand(location);
  return item;
}

type IndicatorNode = IndicatorRow | IndicatorYear;

export function createIndicatorsView(draft: DraftInView): ListView {
  return createListView<readonly IndicatorRow[], IndicatorNode>(
    'policyDrafting.indicators',
    draft.indicators,
    (rows, node) => (node === undefined ? rows : 'years' in node ? [...node.years].reverse() : []),
    (node) => ('years' in node ? indicatorItem(node) : yearItem(node)),
    (rows) => l10n.t('Indicators: {count}', { count: rows.length }),
  );
}

function indicatorItem({ indicator, years }: IndicatorRow): TreeItem {
  const item = new TreeItem(indicator, TreeItemCollapsibleState.Collapsed);
  const newest = years.at(-1);
  if (newest !== undefined) item.description = `${String(newest.year)}  ${figuresOf(newest)}`;
  item.iconPath = new ThemeIcon('graph-line');
  return item;
}

function yearItem(year: IndicatorYear): TreeItem {
  const item = new TreeItem(String(year.year), TreeItemCollapsibleState.None);
  item.description = figuresOf(year);
  const place = (year.result ?? year.target)?.location;
  if (place !== undefined) item.command = openCommand(place);
  return item;
}

function figuresOf({ target, result }: IndicatorYear): string {
  return [
    target === null ? '' : l10n.t('target {words}', { words: target.words }),
    result === null ? '' : l10n.t('result {words}', { words: result.words }),
  ]
    .filter((part) => part !== '')
    .join(l10n.t(', '));
}

function openCommand(location: CommandLocation): Command {
  return { command: HoverCommands.openLocation, title: l10n.t('Show'), arguments: [location] };
}
