import { placeOf, valueWords } from '../core/facts/settled';
import type { CheckedFigure } from '../core/sheet/check';
import { checkFigures } from '../core/sheet/check';
import { sheetValue, STATE_NAMES } from '../core/sheet/words';
import { sheetTemplate } from '../core/sheet/template';
import { BOM, toCsv } from '../core/text/tables';
import { lineAndColumn, lineStarts } from '../core/text/lines';
import { printable } from './formats/terminal';
import { readDraft, type DraftOptions, type OneDraft } from './draft';
import type { Lang, Output } from './output';
import { say } from './output';
import { display } from './workspace';

export const FIGURE_FORMATS = ['text', 'json'] as const;

export interface FigureOptions extends DraftOptions {
  readonly format: (typeof FIGURE_FORMATS)[number];
  /** Print an empty figures sheet for the draft instead. */
  readonly template: boolean;
}

/** Prints every reported figure of a draft with what the figures sheet beside it says. Exit code 1 where one differs. */
export async function figures(options: FigureOptions, output: Output): Promise<number> {
  const draft = await readDraft(options, output);
  if (draft === null) return 2;
  const { analysis, view } = draft;
  if (options.template) {
    output.result(BOM + toCsv(sheetTemplate(analysis, view)));
    return draft.failed ? 2 : 0;
  }
  const sheets = view.sheets ?? [];
  if (sheets.length === 0) {
    output.complain(
      say(
        options.lang,
        `${draft.path} 旁没有统计数据表；可用 figures --template 生成`,
        `no figures sheet lies beside ${draft.path}; figures --template prints one to fill in`,
      ),
    );
  }
  const checked = checkFigures(analysis, sheets);
  output.result(options.format === 'json' ? asJson(draft, checked) : printable(asText(draft, checked, options.lang)));
  if (draft.failed) return 2;
  return checked.some(({ state }) => state === 'differs') ? 1 : 0;
}

function asJson({ path, analysis, view }: OneDraft, checked: readonly CheckedFigure[]): string {
  const figuresOf = checked.map(({ statement, state, figure, path: sheet, derived }) => ({
    state,
    indicator: statement.indicator,
    year: statement.year,
    measure: statement.measure,
    text: valueWords(analysis, statement),
    ...placeOf(statement),
    sheet:
      figure === null || sheet === null
        ? null
        : { path: display(sheet), row: figure.row, value: figure.value, unit: figure.unit },
    // Growth that the sheet has no row for and two levels give: the one above and this one.
    derived:
      derived === null
        ? null
        : {
            value: Number(derived.value.toFixed(2)),
            unit: '%',
            before: {
              path: display(derived.path),
              row: derived.before.row,
              value: derived.before.value,
              unit: derived.before.unit,
            },
          },
  }));
  const sheets = (view.sheets ?? []).map((sheet) => display(sheet.path));
  return `${JSON.stringify({ schema: 1, path, sheets, figures: figuresOf }, null, 1)}\n`;
}

function asText({ path, analysis }: OneDraft, checked: readonly CheckedFigure[], lang: Lang): string {
  const starts = lineStarts(analysis.report.text);
  const lines: string[] = [];
  for (const state of ['differs', 'uncovered', 'agrees'] as const) {
    const own = checked.filter((one) => one.state === state);
    if (own.length === 0) continue;
    lines.push(`${say(lang, STATE_NAMES[state].zh, STATE_NAMES[state].en)} ${String(own.length)}`);
    for (const one of own) {
      const { statement, figure, derived } = one;
      const { line, column } = lineAndColumn(starts, placeOf(statement).start);
      const place = (path: string | null, row: number): string => `${display(path ?? '')}:${String(row)}`;
      const past = derived === null ? '' : ` / ${place(derived.path, derived.before.row)}`;
      const told = figure === null ? '' : `  ${place(one.path, figure.row)}${past}  ${sheetValue(one, analysis)}`;
      lines.push(
        `  ${path}:${String(line)}:${String(column)}  ${statement.name} ${valueWords(analysis, statement)}${told}`,
      );
    }
    lines.push('');
  }
  return lines.length === 0 ? say(lang, '没有可核对的数据\n', 'no figures to check\n') : lines.join('\n');
}
