import { createAnalyser } from '../core/analysis';
import type { Configuration } from '../core/configuration';
import type { CorpusScope } from '../core/corpus/corpus';
import type { Analysis, CorpusView } from '../core/model';
import type { Lang, Output } from './output';
import { say } from './output';
import { createGovernances } from './scope';
import type { Workspace } from './workspace';
import { createWorkspace, display, findTargets, readPrecedents } from './workspace';

export interface DraftOptions {
  readonly draft: string;
  /** Undefined: the precedents that lie around the draft. */
  readonly precedents?: readonly string[];
  readonly config?: string;
  readonly lang: Lang;
}

/** The one report that a command is about, with everything around it. */
export interface OneDraft {
  /** Absolute, with slashes. */
  readonly file: string;
  /** As printed. */
  readonly path: string;
  readonly analysis: Analysis;
  readonly view: CorpusView;
  readonly root: string;
  readonly configuration: Configuration;
  readonly scope: CorpusScope;
  readonly workspace: Workspace;
  /** Whether something beside the draft could not be read or followed. */
  readonly failed: boolean;
}

/** Reads the report named and all of its corpus. Null, and a line that says why, where there is no such report. */
export async function readDraft(options: DraftOptions, output: Output): Promise<OneDraft | null> {
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
    return null;
  }
  const decoded = await workspace.read(target.path);
  if (decoded === undefined) return null;
  const governances = createGovernances(options.config, output, lang);
  const { root, configuration } = await governances.of(target);
  workspace.corpus.set(target.path, decoded.text);
  await workspace.load(root);
  const given =
    options.precedents === undefined ? undefined : await readPrecedents(options.precedents, workspace, output, lang);
  const scope = { root, overrides: configuration.reports, ...(given !== undefined && { precedents: given }) };
  const analysis = workspace.corpus.analysis(target.path, scope) ?? createAnalyser().analyse('');
  const path = display(target.path);
  if (analysis.report.info === null) {
    output.complain(say(lang, `${path} 不是政府工作报告`, `${path} is not a government work report`));
    return null;
  }
  const view = workspace.corpus.viewFor(target.path, analysis, scope);
  return {
    file: target.path,
    path,
    analysis,
    view,
    root,
    configuration,
    scope,
    workspace,
    failed: workspace.failed || governances.failed,
  };
}
