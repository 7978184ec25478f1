import type { CorpusScope } from '../core/corpus/corpus';
import { entrySource } from '../core/features/entry';
import type { Analysis, Statement } from '../core/model';
import type { Lang, Output } from './output';
import { createGovernances } from './scope';
import type { Workspace } from './workspace';
import { createWorkspace, display, findTargets } from './workspace';

export interface ExtractOptions {
  readonly paths: readonly string[];
  readonly format: 'json' | 'text';
  readonly config?: string;
  readonly lang: Lang;
}

/** Prints what was read out of reports, or the text that the offsets of that point into. */
export async function extract(options: ExtractOptions, output: Output): Promise<number> {
  const { targets, failed } = await findTargets(options.paths, output, options.lang);
  const workspace = createWorkspace(output, options.lang);
  const governances = createGovernances(options.config, output, options.lang);
  const single = options.paths.length === 1 && targets.length === 1 && targets[0]?.named === true;
  const results: object[] = [];
  for (const target of targets) {
    const decoded = await workspace.read(target.path, target.named);
    if (decoded === undefined) continue;
    const { root, configuration } = await governances.of(target);
    const scope = { root, overrides: configuration.reports };
    workspace.corpus.set(target.path, decoded.text);
    // Of a folder only the reports are meant.
    const analysis = workspace.corpus.analysis(target.path, scope);
    if (!target.named && (analysis?.report.info ?? null) === null) continue;
    if (options.format === 'json') results.push(await extractOne(workspace, target.path, scope));
    else output.result(single ? decoded.text : `==> ${display(target.path)} <==\n${decoded.text}\n`);
  }
  if (options.format === 'json' && (!single || results.length > 0)) {
    output.result(`${JSON.stringify(single ? results[0] : results, null, 1)}\n`);
  }
  return failed || workspace.failed || governances.failed ? 2 : 0;
}

async function extractOne(workspace: Workspace, path: string, scope: CorpusScope): Promise<object> {
  const analysis = workspace.corpus.analysis(path, scope);
  if (analysis === undefined || analysis.report.info === null) return { schema: 1, path: display(path), ...NOTHING };
  // Others are read only where there is something to ask them.
  if (analysis.terms.length > 0) await workspace.load(scope.root);
  const view = workspace.corpus.viewFor(path, analysis, scope);
  const { report } = analysis;
  return {
    schema: 1,
    path: display(path),
    report: report.info,
    headings: report.headings.map(({ level, number, printedTitle, role, start, end }) => ({
      level,
      number,
      title: printedTitle,
      role,
      start,
      end,
    })),
    glossary: glossaryOf(analysis),
    terms: analysis.terms.map((term) => ({
      text: term.text,
      kind: term.kind,
      quoted: term.quoted,
      start: term.start,
      end: term.end,
      entry: entrySource(term, analysis, view),
    })),
    statements: analysis.statements.map((statement) => statementRow(report.text, statement)),
  };
}

const NOTHING = { report: null, headings: [], glossary: [], terms: [], statements: [] };

function glossaryOf(analysis: Analysis): object[] {
  return analysis.report.glossary.map((entry, i) => ({
    number: entry.number,
    term: entry.printedTerm,
    definition: entry.printedDefinition,
    start: entry.start,
    end: entry.end,
    termStart: entry.termStart,
    termEnd: entry.termEnd,
    definitionStart: entry.definitionStart,
    definitionEnd: entry.definitionEnd,
    uses: (analysis.uses[i] ?? []).map(({ start, end, text }) => ({ start, end, text })),
  }));
}

/** A statement as the contract prints it. */
export function statementRow(text: string, statement: Statement): object {
  return {
    indicator: statement.indicator,
    name: statement.name,
    text: text.slice(statement.start, statement.end),
    start: statement.start,
    end: statement.end,
    valueStart: statement.valueStart,
    valueEnd: statement.valueEnd,
    role: statement.role,
    year: statement.year,
    period: statement.period,
    measure: statement.measure,
    direction: statement.direction,
    bound: statement.bound,
    min: statement.min,
    max: statement.max,
    unit: statement.unit,
    estimated: statement.estimated,
    stretch: statement.stretch,
  };
}
