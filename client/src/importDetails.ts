/** Asks whose report a document is and for which year, where an import is not sure of it or wrong. */
import { l10n, window, type InputBoxOptions, type Uri } from 'vscode';
import { ImportMethod, type ImportParams, type ImportResult } from '../../server/src/lsp/protocol';
import type { Request } from './client';
import { nameOf } from './importPlaces';

export type ReportDetails = Extract<ImportResult, { kind: 'report' }>;

/** The report with what the person said; undefined when they gave up, or when it cannot be read again, which is told. */
export async function askDetails(
  source: Uri,
  { issuer, planYear }: ReportDetails,
  request: Request,
): Promise<ReportDetails | undefined> {
  const options: InputBoxOptions = { title: l10n.t('Import past reports'), ignoreFocusOut: true };
  const place = await window.showInputBox({
    ...options,
    prompt: l10n.t('Whose report is it? The place as its title names it, such as 青禾区.'),
    value: issuer ?? '',
    validateInput: (text) =>
      isIssuer(text.trim()) ? undefined : l10n.t('One name without quotes, of at most 40 characters.'),
  });
  if (place === undefined) return undefined;
  const year = await window.showInputBox({
    ...options,
    prompt: l10n.t('For which year does it plan?'),
    value: planYear === null ? '' : String(planYear),
    validateInput: (text) => (isYear(text.trim()) ? undefined : l10n.t('A year of four digits, such as 2024.')),
  });
  if (year === undefined) return undefined;
  const params: ImportParams = { uri: source.toString(), issuer: place.trim(), planYear: Number(year.trim()) };
  try {
    const result = await request<ImportResult>(ImportMethod, params);
    if (result.kind === 'report') return result;
    void window.showErrorMessage(refusal(source, result.message));
  } catch {
    void window.showErrorMessage(refusal(source, l10n.t('the language server does not answer')));
  }
  return undefined;
}

/** Why a document was not imported, as a sentence. */
export function refusal(source: Uri, reason: string): string {
  return l10n.t('“{name}” was not imported: {reason}.', { name: nameOf(source.path), reason });
}

/** What the front matter of a report can say. */
function isIssuer(text: string): boolean {
  return /^[^"“”'\r\n]{1,40}$/.test(text);
}

function isYear(text: string): boolean {
  return /^(?:19|20)\d\d$/.test(text);
}
