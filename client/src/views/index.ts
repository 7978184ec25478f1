/** The views beside the editor, all of one draft. */
import { commands, languages } from 'vscode';
import type { Uri } from 'vscode';
import type { DraftInView, Request } from './draftInView';
import { followDraft } from './draftInView';
import { createChartsPanel } from './chartsPanel';
import type { Touched } from './ledgerCommands';
import { dropSentences, registerLedgerCommands } from './ledgerCommands';
import { createLedgerView } from './ledgerView';
import { createGlossaryView, createIndicatorsView } from './listViews';

export interface Views {
  dispose(): void;
  readonly draft: DraftInView;
  /** What the server said may be out of date. */
  readonly refresh: () => void;
}

/** Shows the views and registers their commands. */
export function createViews(request: Request, touched: Touched, extension: Uri): Views {
  const lookers: Record<'glossary' | 'indicators', { readonly visible: boolean }[]> = {
    glossary: [],
    indicators: [],
  };
  const draft = followDraft(request, (feed) => lookers[feed].some(({ visible }) => visible));
  const glossary = createGlossaryView(draft);
  const indicators = createIndicatorsView(draft);
  const charts = createChartsPanel(draft, extension);
  lookers.glossary.push(glossary);
  lookers.indicators.push(indicators, charts);
  const tellContext = (): void => {
    const ledger = draft.ledger.value;
    void commands.executeCommand('setContext', 'policyDrafting.otherReport', draft.otherInFront);
    void commands.executeCommand('setContext', 'policyDrafting.hasDraft', ledger !== null);
    void commands.executeCommand('setContext', 'policyDrafting.hasPrecedent', (ledger?.precedent ?? null) !== null);
  };
  tellContext();
  const parts = [
    draft,
    glossary,
    indicators,
    charts,
    createLedgerView(draft),
    draft.ledger.onDidChange(tellContext),
    draft.onDidChangeFront(tellContext),
    ...registerLedgerCommands(draft, request, touched),
    languages.registerDocumentDropEditProvider(
      [{ language: 'policy-report' }, { language: 'markdown' }, { language: 'plaintext' }],
      dropSentences(),
    ),
  ];
  return {
    draft,
    refresh: draft.refresh,
    dispose() {
      for (const part of parts) part.dispose();
    },
  };
}
