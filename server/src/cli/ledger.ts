import { createAnalyser } from '../core/analysis';
import type { Ledger } from '../core/ledger/ledger';
import { createLedger } from '../core/ledger/ledger';
import { NO_MATCHES } from '../core/ledger/matches';
import type { Analysis, CorpusReport } from '../core/model';
import { ledgerHtml } from './ledger-html';
import { ledgerJson } from './ledger-json';
import { ledgerText } from './ledger-text';
import type { Lang, Output } from './output';
import { say } from './output';
import { readMatches } from './matches';
import { createGovernances } from './scope';
import { createWorkspace, display, findTargets, readPrecedents } from './workspace';

export const LEDGER_FORMATS = ['text', 'json', 'html'] as const;

export interface LedgerOptions {
  readonly draft: string;
  readonly precedents?: readonly string[];
  readonly format: (typeof LEDGER_FORMATS)[number];
  readonly config?: string;
  readonly lang: Lang;
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
  const { targets, failed } = await findTargets([options.draft], output, lang);
  const workspace = createWorkspace(output, lang);
  const [target, ...others] = targets;
  if (target === undefined || others.length > 0 || !target.named) {
    if (!failed) {
      output.complain(
        say(
          lang,
          `${options.draft} 是文件夹，请写明一份报告的路径`,
          `${options.draft} is a folder: name the file of one report`,
        ),
      );
    }
    return 2;
  }
  const decoded = await workspace.read(target.path);
  if (decoded === undefined) return 2;
  const governances = createGovernances(options.config, output, lang);
  const { root, configuration } = await governances.of(target);
  workspace.corpus.set(target.path, decoded.text);
  await workspace.load(root);
  const given =
    options.precedents === undefined ? undefined : await readPrecedents(options.precedents, workspace, output, lang);
  const scope = { root, overrides: configuration.reports, ...(given !== undefined && { precedents: given }) };
  const analysis = workspace.corpus.analysis(target.path, scope) ?? createAnalyser().analyse('');
  const name = display(target.path);
  if (analysis.report.info === null) {
    output.complain(say(lang, `${name} 不是政府工作报告`, `${name} is not a government work report`));
    return 2;
  }
  const { precedents } = workspace.corpus.viewFor(target.path, analysis, scope);
  const confirmed = await readMatches(root, output, lang);
  const printed: PrintedLedger = {
    path: name,
    draft: analysis,
    ledger: createLedger(analysis, precedents, confirmed ?? NO_MATCHES),
    precedents,
  };
  output.result(FORMATS[options.format](printed, lang));
  return confirmed === null || workspace.failed || governances.failed ? 2 : 0;
}

const FORMATS: Readonly<Record<LedgerOptions['format'], (printed: PrintedLedger, lang: Lang) => string>> = {
  text: ledgerText,
  json: ledgerJson,
  html: ledgerHtml,
};
