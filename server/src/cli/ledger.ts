import type { Ledger } from '../core/ledger/ledger';
import { createLedger } from '../core/ledger/ledger';
import { NO_MATCHES } from '../core/ledger/matches';
import type { Analysis, CorpusReport } from '../core/model';
import { readDraft, type DraftOptions } from './draft';
import { printable } from './formats/terminal';
import { ledgerHtml } from './ledger-html';
import { ledgerJson } from './ledger-json';
import { ledgerText } from './ledger-text';
import type { Lang, Output } from './output';
import { readMatches } from './matches';

export const LEDGER_FORMATS = ['text', 'json', 'html'] as const;

export interface LedgerOptions extends DraftOptions {
  readonly format: (typeof LEDGER_FORMATS)[number];
}

/** A ledger with the names of its reports, as every format prints it. */
export interface PrintedLedger {
  /** As printed. */
  readonly path: string;
  readonly draft: Analysis;
  readonly ledger: Ledger;
  readonly precedents: readonly CorpusReport[];
}

/** Prints what the newest precedent of a draft promised and what the draft says came of it. */
export async function ledger(options: LedgerOptions, output: Output): Promise<number> {
  const { lang } = options;
  const draft = await readDraft(options, output);
  if (draft === null) return 2;
  const { precedents } = draft.view;
  const confirmed = await readMatches(draft.root, output, lang);
  const printed: PrintedLedger = {
    path: draft.path,
    draft: draft.analysis,
    ledger: createLedger(draft.analysis, precedents, confirmed ?? NO_MATCHES),
    precedents,
  };
  output.result(FORMATS[options.format](printed, lang));
  return confirmed === null || draft.failed ? 2 : 0;
}

const FORMATS: Readonly<Record<LedgerOptions['format'], (printed: PrintedLedger, lang: Lang) => string>> = {
  text: (printed, lang) => printable(ledgerText(printed, lang)),
  json: ledgerJson,
  html: ledgerHtml,
};
