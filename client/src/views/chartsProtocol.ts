/** What the panel with charts and the extension say to each other; compiled into both, therefore it imports types only. */
import type { CommandLocation, IndicatorRow } from '../../../server/src/lsp/protocol';

/** Extension to panel: everything to show, in the person's language. */
export interface ChartsContent {
  readonly type: 'show';
  readonly rows: readonly IndicatorRow[];
  readonly words: ChartsWords;
}

export interface ChartsWords {
  readonly year: string;
  readonly target: string;
  readonly result: string;
  /** Of a chart, for those who hear it: `{name}` stands for the indicator. */
  readonly chart: string;
  readonly filter: string;
  readonly empty: string;
  readonly measures: Readonly<Record<IndicatorRow['measure'], string>>;
}

/** Panel to extension: it is ready to be told, or a person wants to see a place. */
export type ChartsMessage = { readonly type: 'ready' } | { readonly type: 'open'; readonly location: CommandLocation };
