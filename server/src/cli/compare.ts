import { compareVersions } from '../core/compare/compare';
import type { Analysis } from '../core/model';
import type { PrintedComparison, Version } from '../core/pages/comparison';
import { comparisonHtml, comparisonNotes, comparisonTables } from '../core/pages/comparison';
import { plainTable } from '../core/text/tables';
import { printable } from './formats/terminal';
import type { Lang, Output } from './output';
import { say } from './output';
import { createGovernances } from './scope';
import { createWorkspace, display, findTargets } from './workspace';

export const COMPARE_FORMATS = ['text', 'json', 'html'] as const;

export interface CompareOptions {
  /** The older version, then the newer one. */
  readonly paths: readonly [string, string];
  readonly format: (typeof COMPARE_FORMATS)[number];
  readonly config?: string;
  readonly lang: Lang;
}

/** Prints what changed between two versions of a draft. */
export async function compare(options: CompareOptions, output: Output): Promise<number> {
  const { lang, paths } = options;
  const workspace = createWorkspace(output, lang);
  const governances = createGovernances(options.config, output, lang);
  const versions: Version[] = [];
  for (const one of paths) {
    const { targets, failed } = await findTargets([one], output, lang);
    const [target] = targets;
    if (failed || target?.named !== true) {
      if (!failed) output.complain(say(lang, `${one} 是文件夹，请写明文件`, `${one} is a folder: name a file`));
      return 2;
    }
    const decoded = await workspace.read(target.path);
    if (decoded === undefined) return 2;
    const { root, configuration } = await governances.of(target);
    workspace.corpus.set(target.path, decoded.text);
    const scope = { root, overrides: configuration.reports };
    const analysis: Analysis | undefined = workspace.corpus.analysis(target.path, scope);
    const name = display(target.path);
    if (analysis === undefined || analysis.report.info === null) {
      output.complain(say(lang, `${name} 不是政府工作报告`, `${name} is not a government work report`));
      return 2;
    }
    versions.push({ name, analysis });
  }
  const [before, after] = versions;
  if (before === undefined || after === undefined) return 2;
  const printed = { before, after, changes: compareVersions(before.analysis, after.analysis) };
  output.result(FORMATS[options.format](printed, lang === 'en' ? 'en' : 'zh'));
  return governances.failed ? 2 : 0;
}

const FORMATS: Readonly<Record<CompareOptions['format'], (printed: PrintedComparison, lang: 'zh' | 'en') => string>> = {
  text: (printed, lang) => printable(asText(printed, lang)),
  json: asJson,
  html: comparisonHtml,
};

function asText(printed: PrintedComparison, lang: 'zh' | 'en'): string {
  const { before, after } = printed;
  const lines = [`${before.name} → ${after.name}`, ...comparisonNotes(printed, lang)];
  for (const { title, table } of comparisonTables(printed, lang)) {
    lines.push('', title);
    for (const [change = '', name = '', old = '', oldLine = '', now = '', line = ''] of plainTable(table).rows) {
      const place = (words: string, at: string): string => (at === '' ? words : `${words} (${at})`);
      lines.push(`  ${change}  ${name}  ${place(old, oldLine)} → ${place(now, line)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

function asJson({ before, after, changes }: PrintedComparison): string {
  const version = ({ name, analysis }: Version): object => {
    const { issuer = null, planYear = null } = analysis.report.info ?? {};
    return { path: name, issuer, planYear };
  };
  return `${JSON.stringify({ schema: 1, before: version(before), after: version(after), changes }, null, 1)}\n`;
}
