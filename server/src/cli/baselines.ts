import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'jsonc-parser';
import type { Baseline } from '../core/baseline';
import { applyBaseline, EMPTY_BASELINE, formatBaseline, parseBaseline, withBaselineOf } from '../core/baseline';
import { folderOf, wayFrom } from '../core/corpus/paths';
import type { ReportedFinding } from '../core/rules/engine';
import { decodeBytes, replaceFile } from '../platform/files';
import type { Lang, Output } from './output';
import { reasonOf, say } from './output';
import type { Governance } from './scope';
import { display, slashed } from './workspace';

/** The baseline that governs a report. */
export interface BaselineOfFile {
  /** Parts the findings of a file into those to show and those let pass; with `--update-baseline` all are let pass. */
  split(
    file: string,
    text: string,
    findings: readonly ReportedFinding[],
  ): { readonly shown: readonly ReportedFinding[]; readonly passed: readonly ReportedFinding[] };
}

/** The baselines of a run: one given on the command line for all files, else the one each configuration names. */
export interface Baselines {
  of(governance: Governance): Promise<BaselineOfFile>;
  /** Writes what `split` was told, the files of the run in place of what each baseline held for them. */
  write(): Promise<void>;
  /** Whether a baseline could not be read or written; that was complained about. */
  readonly failed: boolean;
}

interface State extends BaselineOfFile {
  content: Baseline;
}

export function createBaselines(
  {
    baseline: given,
    updateBaseline: update,
    lang,
  }: { readonly baseline?: string; readonly updateBaseline: boolean; readonly lang: Lang },
  output: Output,
): Baselines {
  const states = new Map<string, Promise<State>>();
  /** Files that are there and are not ours to write: unreadable, or somebody's report or configuration. */
  const kept = new Set<string>();
  let failed = false;
  const complain = (zh: string, en: string): void => {
    failed = true;
    output.complain(say(lang, zh, en));
  };
  const fileFor = ({ root, configuration }: Governance): string | undefined => {
    if (given !== undefined) return slashed(path.resolve(given));
    if (configuration.baseline !== null) return slashed(path.resolve(root, configuration.baseline));
    return update ? slashed(path.resolve('policy-drafting.baseline.json')) : undefined;
  };
  const read = async (file: string): Promise<Baseline> => {
    let text: string;
    try {
      text = decodeBytes(await readFile(file)).text;
    } catch (error) {
      // A baseline that is still to be written, or that only the configuration speaks of, may be missing.
      const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT' && (update || given === undefined);
      if (isMissing) return EMPTY_BASELINE;
      const reason = reasonOf(error, lang);
      kept.add(file);
      complain(`无法读取基线文件 ${display(file)}：${reason}`, `cannot read the baseline ${display(file)}: ${reason}`);
      return EMPTY_BASELINE;
    }
    const parsed = parseBaseline(text);
    if (parsed === null && update && !isSpoiled(text)) {
      kept.add(file);
      complain(
        `${display(file)} 不是基线文件，未写入；请核对 --baseline 的路径`,
        `${display(file)} is no baseline and was not written; check the path of --baseline`,
      );
    } else if (parsed === null && !update)
      complain(
        `${display(file)} 不是基线文件，可用 --update-baseline 重新生成`,
        `${display(file)} is no baseline; write it anew with --update-baseline`,
      );
    return parsed ?? EMPTY_BASELINE;
  };
  const load = async (file: string): Promise<State> => {
    const state: State = {
      content: await read(file),
      split(report, text, findings) {
        const name = wayFrom(folderOf(file), report);
        if (update) state.content = withBaselineOf(state.content, name, text, findings);
        return applyBaseline(state.content, name, text, findings);
      },
    };
    return state;
  };
  return {
    async of(governance) {
      const file = fileFor(governance);
      if (file === undefined) return { split: (_report, _text, findings) => ({ shown: findings, passed: [] }) };
      let state = states.get(file);
      if (state === undefined) states.set(file, (state = load(file)));
      return state;
    },
    async write() {
      for (const [file, state] of states) {
        const { content } = await state;
        if (kept.has(file)) continue;
        try {
          await replaceOrCreate(file, formatBaseline(content));
        } catch (error) {
          const reason = reasonOf(error, lang);
          complain(
            `无法写入基线文件 ${display(file)}：${reason}`,
            `cannot write the baseline ${display(file)}: ${reason}`,
          );
        }
      }
    },
    get failed() {
      return failed;
    },
  };
}

async function replaceOrCreate(file: string, text: string): Promise<void> {
  try {
    await replaceFile(file, Buffer.from(text));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    await writeFile(file, text);
  }
}

/** Whether a file that is no baseline may have been one: empty, cut off or badly merged, and not another file by mistake. */
function isSpoiled(text: string): boolean {
  if (text.trim() === '') return true;
  const value: unknown = parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.keys(value).length === 0 || 'files' in value;
}
