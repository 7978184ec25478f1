import path from 'node:path';
import { startNextYear } from '../core/features/next-year';
import { indicatorTable, nameOf, targetTable } from '../core/features/report-tables';
import type { EntryOrigin } from '../core/features/write-glossary';
import { writeGlossary } from '../core/features/write-glossary';
import type { CorpusReport } from '../core/model';
import type { Table } from '../core/text/tables';
import { BOM, toCsv, toMarkdownTable, toTsv } from '../core/text/tables';
import { printable } from './formats/terminal';
import { readDraft, type DraftOptions } from './draft';
import type { Lang, Output } from './output';
import { say } from './output';
import { display, slashed } from './workspace';

/** Prints the 名词解释 of a draft as it should stand, and on standard error where its entries come from. */
export async function glossary(options: DraftOptions, output: Output): Promise<number> {
  const draft = await readDraft(options, output);
  if (draft === null) return 2;
  const { known, ignored } = draft.configuration;
  const written = writeGlossary(draft.analysis, draft.view, { known, ignored });
  if (written === null) {
    output.complain(say(options.lang, `${draft.path} 没有需要解释的名词`, `${draft.path} uses no term to explain`));
    return draft.failed ? 2 : 0;
  }
  output.result(`${written.edit.text.trim()}\n`);
  const count = (origin: EntryOrigin): string =>
    String(written.entries.filter((entry) => entry.origin === origin).length);
  const { doubled } = written;
  output.complain(
    say(
      options.lang,
      `本稿原有 ${count('draft')} 条，往年 ${count('precedent')} 条，外地 ${count('peer')} 条，待补 ${count('stub')} 条${doubled === 0 ? '' : `，重复待定 ${String(doubled)} 条`}`,
      `${count('draft')} entries as they were, ${count('precedent')} from past reports, ${count('peer')} from other places, ${count('stub')} to write${doubled === 0 ? '' : `, ${String(doubled)} explained twice in different words`}`,
    ),
  );
  return draft.failed ? 2 : 0;
}

/** Prints the beginning of next year's report. */
export async function nextYear(options: DraftOptions, output: Output): Promise<number> {
  const draft = await readDraft(options, output);
  if (draft === null) return 2;
  const begun = startNextYear(draft.analysis);
  if (begun === null) {
    output.complain(
      say(options.lang, `${draft.path} 看不出是哪一年的报告`, `${draft.path} does not say for which year it is`),
    );
    return 2;
  }
  output.result(begun.text);
  return draft.failed ? 2 : 0;
}

export const TABLE_FORMATS = ['text', 'json', 'tsv', 'csv'] as const;

export interface TableOptions extends DraftOptions {
  readonly format: (typeof TABLE_FORMATS)[number];
}

/** Prints the main targets of a draft and its precedents side by side; of other reports when they are named. */
export async function targets(
  options: TableOptions & { readonly beside?: readonly string[] },
  output: Output,
): Promise<number> {
  const draft = await readDraft(options, output);
  if (draft === null) return 2;
  const { view, workspace, scope, analysis } = draft;
  let beside: readonly CorpusReport[] = view.precedents;
  let failed = false;
  if (options.beside !== undefined) {
    const named: CorpusReport[] = [];
    for (const one of options.beside) {
      const file = slashed(path.resolve(one));
      const decoded = await workspace.read(file);
      if (decoded !== undefined) workspace.corpus.set(file, decoded.text);
      const other = workspace.corpus.analysis(file, scope);
      if (other !== undefined && other.report.info !== null) named.push({ path: file, analysis: other });
      else if (decoded !== undefined) {
        failed = true;
        const name = display(file);
        output.complain(say(options.lang, `${name} 不是政府工作报告`, `${name} is not a government work report`));
      }
    }
    beside = named;
  }
  const reports = [{ analysis }, ...beside];
  print(targetTable(reports, language(options.lang)), options, output);
  return failed || draft.failed || workspace.failed ? 2 : 0;
}

/** Prints the indicators of a draft with targets and results by year. */
export async function indicators(options: TableOptions, output: Output): Promise<number> {
  const draft = await readDraft(options, output);
  if (draft === null) return 2;
  const table = indicatorTable(draft.analysis, draft.view, language(options.lang));
  print(table, options, output, nameOf(draft.analysis, language(options.lang)));
  return draft.failed ? 2 : 0;
}

function print(table: Table, { format }: TableOptions, output: Output, title?: string): void {
  switch (format) {
    case 'json':
      output.result(`${JSON.stringify({ schema: 1, head: table.head, rows: table.rows }, null, 1)}\n`);
      return;
    case 'tsv':
      output.result(toTsv(table));
      return;
    case 'csv':
      output.result(BOM + toCsv(table));
      return;
    case 'text':
      output.result(printable(`${title === undefined ? '' : `${title}\n\n`}${toMarkdownTable(table)}`));
  }
}

function language(lang: Lang): 'zh' | 'en' {
  return lang === 'en' ? 'en' : 'zh';
}
