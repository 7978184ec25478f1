import path from 'node:path';
import process from 'node:process';
import { createAnalyser } from '../core/analysis';
import { LONGEST_REPORT, type CorpusScope } from '../core/corpus/corpus';
import { encodingFinding } from '../core/linter';
import type { Analysis, CorpusView } from '../core/model';
import type { ReportedFinding } from '../core/rules/engine';
import { checkSteps, createRuleCache } from '../core/rules/engine';
import { applyEdits } from '../core/rules/fixes';
import { fixSteps } from '../core/service';
import { convertedFormatOf } from '../import/formats';
import type { Decoded } from '../platform/decode';
import { decodeBytes, encode, replaceFile } from '../platform/files';
import { createBaselines } from './baselines';
import type { CheckFormat, CheckedFile } from './formats';
import { formatCheck } from './formats';
import type { MatchesReader } from './matches';
import { createMatchesReader } from './matches';
import type { Lang, Output } from './output';
import { reasonOf, say } from './output';
import type { Governance, Governances } from './scope';
import { createGovernances } from './scope';
import type { Target, Workspace } from './workspace';
import { createWorkspace, display, findTargets, readPrecedents, slashed } from './workspace';

export interface CheckOptions {
  readonly paths: readonly string[];
  /** Undefined: the precedents that lie around each draft. */
  readonly precedents?: readonly string[];
  readonly config?: string;
  readonly format: CheckFormat;
  readonly fix: boolean;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly maxWarnings?: number;
  readonly lang: Lang;
  /** The text comes from standard input; the path it would have is optional. */
  readonly stdin?: { readonly path?: string };
}

/** Checks reports and prints what was found. */
export async function check(options: CheckOptions, output: Output): Promise<number> {
  const { lang } = options;
  const workspace = createWorkspace(output, lang);
  const governances = createGovernances(options.config, output, lang);
  const input = options.stdin === undefined ? undefined : await readStdin();
  const { drafts, failed } =
    input === undefined
      ? await readDrafts(options, workspace, governances, output)
      : await readInput(input, options, workspace, governances, output);
  const precedents =
    options.precedents === undefined ? undefined : await readPrecedents(options.precedents, workspace, output, lang);
  const matches = createMatchesReader(output, lang);
  const job: Job = { options, output, workspace, precedents, matches: matches.of, cache: createRuleCache(), failed };

  // All files are mended before any is checked, so that the findings are those of the folder as it then is.
  // With a configuration that could not be followed, nobody knows what the author wants mended.
  if (options.fix && !governances.failed) for (const draft of drafts) await fix(draft, job);
  if (options.fix && input !== undefined) {
    // Whoever pipes a text through puts the answer in its place: what was not mended comes out byte by byte as it was.
    const [draft] = drafts;
    output.result(draft?.mended === true ? encode(draft.decoded.text, draft.decoded) : input);
  }

  const baselines = createBaselines(options, output);
  const files: CheckedFile[] = [];
  for (const draft of drafts) {
    const checked = await checkDraft(draft, job);
    const baseline = await baselines.of(draft.governance);
    const { shown, passed } = baseline.split(draft.target.path, checked.text, checked.findings);
    files.push({ ...checked, findings: shown, passed });
  }
  // As with fixes: findings under a configuration that could not be followed are not what the author lives with.
  if (options.updateBaseline && !governances.failed) await baselines.write();
  if (!(options.fix && input !== undefined)) output.result(formatCheck(options.format, files, lang));

  const count = (severity: string): number =>
    files.reduce((sum, file) => sum + file.findings.filter((one) => one.severity === severity).length, 0);
  if (job.failed || workspace.failed || governances.failed || baselines.failed || matches.failed) return 2;
  return count('error') > 0 || count('warning') > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}

interface Draft {
  readonly target: Target;
  readonly governance: Governance;
  decoded: Decoded;
  /** Whether fixes made another text of it. */
  mended?: true;
}

interface Job {
  readonly options: CheckOptions;
  readonly output: Output;
  readonly workspace: Workspace;
  readonly precedents: readonly string[] | undefined;
  /** What a person decided of the ledger, by corpus root. */
  readonly matches: MatchesReader['of'];
  readonly cache: ReturnType<typeof createRuleCache>;
  failed: boolean;
}

/** The text from standard input, which is always a draft; none where it is no text or too long. */
async function readInput(
  input: Uint8Array,
  { lang, stdin }: CheckOptions,
  { corpus }: Workspace,
  governances: Governances,
  output: Output,
): Promise<{ drafts: Draft[]; failed: boolean }> {
  const decoded = decodeBytes(input);
  const file = slashed(path.resolve(stdin?.path ?? 'stdin.txt'));
  const target = { path: file, fallbackRoot: slashed(path.dirname(file)), named: true };
  const governance = await governances.of(target);
  if (!decoded.sound && decoded.text === '') {
    output.complain(say(lang, '标准输入不是文本', 'standard input is not text'));
    return { drafts: [], failed: true };
  }
  if (decoded.text.length > LONGEST_REPORT) {
    output.complain(
      say(lang, '标准输入过长，不像一份报告，未检查', 'standard input is too long for a report and was not checked'),
    );
    return { drafts: [], failed: false };
  }
  corpus.overlay(file, createAnalyser().analyse(decoded.text, { path: file, force: true }));
  return { drafts: [{ target, governance, decoded }], failed: false };
}

/** The reports among the files named, each with what governs it. What is no report is said once and left. */
async function readDrafts(
  options: CheckOptions,
  workspace: Workspace,
  governances: Governances,
  output: Output,
): Promise<{ drafts: Draft[]; failed: boolean }> {
  const { lang } = options;
  const { targets, failed } = await findTargets(options.paths, output, lang);
  const drafts: Draft[] = [];
  let unread = failed;
  for (const target of targets) {
    const decoded = await workspace.read(target.path, target.named);
    if (decoded === undefined) continue;
    const governance = await governances.of(target);
    workspace.corpus.set(target.path, decoded.text);
    const scope = scopeOf(governance);
    if (!target.named && workspace.corpus.isIgnored(target.path, scope)) continue;
    if ((workspace.corpus.analysis(target.path, scope)?.report.info ?? null) === null) {
      if (!target.named) continue;
      const name = display(target.path);
      // Bytes that are no text at all cannot be judged: that is a mistake of reading, not a text of another kind.
      const isText = decoded.sound || decoded.text !== '';
      unread ||= !isText;
      output.complain(
        isText
          ? say(lang, `${name} 不是政府工作报告，未检查`, `${name} is not a government work report and was not checked`)
          : say(lang, `无法读取 ${name}：不是文本文件`, `cannot read ${name}: it is not text`),
      );
      continue;
    }
    drafts.push({ target, governance, decoded });
  }
  return { drafts, failed: unread };
}

function scopeOf({ root, configuration }: Governance): CorpusScope {
  return { root, overrides: configuration.reports };
}

async function surroundings(draft: Draft, job: Job): Promise<{ analysis: Analysis; view: CorpusView }> {
  const { corpus } = job.workspace;
  await job.workspace.load(draft.governance.root);
  const scope = { ...scopeOf(draft.governance), ...(job.precedents !== undefined && { precedents: job.precedents }) };
  const analysis = corpus.analysis(draft.target.path, scope) ?? createAnalyser().analyse('');
  const view = corpus.viewFor(draft.target.path, analysis, scope);
  const matches = await job.matches(draft.governance.root);
  return { analysis, view: matches === null ? view : { ...view, matches } };
}

async function checkDraft(draft: Draft, job: Job): Promise<CheckedFile> {
  const { analysis, view } = await surroundings(draft, job);
  const { configuration } = draft.governance;
  const { text, info } = analysis.report;
  const result = finish(
    checkSteps({
      analysis,
      corpus: view,
      settings: configuration,
      cache: job.cache,
      onRuleError: (id, error) => {
        const reason = error instanceof Error ? error.message : String(error);
        job.output.complain(
          say(
            job.options.lang,
            `规则 ${id} 出错，其结果从略：${reason}`,
            `rule ${id} failed and was left out: ${reason}`,
          ),
        );
      },
    }),
  );
  const encoding = encodingFinding(text, configuration);
  const findings: readonly ReportedFinding[] = encoding === null ? result.findings : [encoding, ...result.findings];
  return {
    path: isNameless(job.options) ? '<stdin>' : display(draft.target.path),
    issuer: info?.issuer ?? null,
    planYear: info?.planYear ?? null,
    text,
    analysis,
    view,
    rules: configuration.rules,
    findings,
    suppressed: result.suppressed,
    passed: [],
    others: textsBehind([...findings, ...result.suppressed], view),
  };
}

/** The texts of the reports around a draft that its findings point into. */
function textsBehind(findings: readonly ReportedFinding[], view: CorpusView): ReadonlyMap<string, string> {
  const wanted = new Set(findings.flatMap(({ related }) => related.map(({ path }) => path)));
  const around = [...view.precedents, ...view.versions, ...view.peers].filter((report) => wanted.has(report.path));
  return new Map(around.map((report) => [report.path, report.analysis.report.text]));
}

function isNameless({ stdin }: CheckOptions): boolean {
  return stdin !== undefined && stdin.path === undefined;
}

/** Applies safe fixes and puts the file back as it was written. Texts with lost characters are not touched. */
async function fix(draft: Draft, job: Job): Promise<void> {
  const { decoded, target } = draft;
  if (!decoded.sound) return;
  const { corpus } = job.workspace;
  const { analysis, view } = await surroundings(draft, job);
  const force = job.options.stdin !== undefined;
  const scope = scopeOf(draft.governance);
  const edits = finish(
    fixSteps(analysis, (text, analyser) => ({
      analysis: corpus.adapted(target.path, analyser.analyse(text, { path: target.path, force }), scope),
      corpus: view,
      settings: draft.governance.configuration,
      cache: job.cache,
    })),
  );
  if (edits.length === 0) return;
  if (convertedFormatOf(target.path) !== undefined) {
    const name = display(target.path);
    job.output.complain(
      say(
        job.options.lang,
        `${name} 不是文本文件，未修改；可先导入为 .md`,
        `${name} is no text file and was left as it is; import it as .md first`,
      ),
    );
    return;
  }
  const text = applyEdits(decoded.text, edits);
  if (force) corpus.overlay(target.path, createAnalyser().analyse(text, { path: target.path, force }));
  else {
    try {
      await replaceFile(target.path, encode(text, decoded));
    } catch (error) {
      job.failed = true;
      const reason = reasonOf(error, job.options.lang);
      const name = display(target.path);
      job.output.complain(say(job.options.lang, `无法写入 ${name}：${reason}`, `cannot write ${name}: ${reason}`));
      return;
    }
    corpus.set(target.path, text);
  }
  draft.decoded = { ...decoded, text };
  draft.mended = true;
}

function finish<T>(steps: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

async function readStdin(): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for await (const part of process.stdin) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
