import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Corpus } from '../core/corpus/corpus';
import { createCorpus } from '../core/corpus/corpus';
import { CONVERTED_EXTENSIONS, convertedFormatOf } from '../import/formats';
import { LARGEST_DOCUMENT, ProblemError } from '../import/problems';
import type { Decoded } from '../platform/decode';
import { isNamedSheet, notASheet, readSheet } from '../core/sheet/sheet';
import { decodeBytes, isFile, listFiles } from '../platform/files';
import { LARGEST_FILE } from '../platform/limits';
import { readDocument } from './documents';
import { isTableName, readTabs, TABLE_EXTENSIONS } from '../platform/tables';
import type { Lang, Output } from './output';
import { reasonOf, say } from './output';

/** The file in which a corpus root keeps its configuration. */
export const CONFIGURATION_FILE = 'policy-drafting.json';

/** Endings of the files that may be reports. */
export const REPORT_EXTENSIONS = ['.md', '.txt', ...CONVERTED_EXTENSIONS];

/** A file named on the command line, itself or by its folder. */
export interface Target {
  /** Absolute, with slashes. */
  readonly path: string;
  /** The corpus root where no configuration lies above the file. */
  readonly fallbackRoot: string;
  /** Named itself: then a text that is no report is worth a line. */
  readonly named: boolean;
}

/** What the files of one run have in common. */
export interface Workspace {
  readonly corpus: Corpus;
  /**
   * The text of a file; what cannot be read is complained about once, makes the run fail and is undefined. A document
   * that cannot be converted does not make the run fail where nobody `named` it.
   */
  read(file: string, named?: boolean): Promise<Decoded | undefined>;
  /** Reads all files below a corpus root into the corpus. */
  load(root: string): Promise<void>;
  /** Whether something could not be read. */
  readonly failed: boolean;
}

export function createWorkspace(output: Output, lang: Lang): Workspace {
  const corpus = createCorpus();
  const texts = new Map<string, Promise<Decoded | undefined>>();
  const loaded = new Set<string>();
  let failed = false;

  const readOnce = async (file: string, named: boolean): Promise<Decoded | undefined> => {
    try {
      return await readDocument(file);
    } catch (error) {
      failed ||= named || !(error instanceof ProblemError);
      const reason = reasonOf(error, lang);
      output.complain(say(lang, `无法读取 ${display(file)}：${reason}`, `cannot read ${display(file)}: ${reason}`));
      return undefined;
    }
  };
  const read = (file: string, named = true): Promise<Decoded | undefined> => {
    let text = texts.get(file);
    if (text === undefined) texts.set(file, (text = readOnce(file, named)));
    return text;
  };
  const readTable = async (file: string): Promise<void> => {
    const name = path.basename(file);
    if (!isTableName(name) || !(await isSmall(file))) return;
    const bytes = await readFile(file).catch(() => undefined);
    const tabs = bytes === undefined ? null : await readTabs(name, bytes, decodeBytes);
    const sheet = tabs === null ? null : readSheet(file, tabs);
    corpus.setSheet(file, sheet);
    if (sheet !== null || !isNamedSheet(name)) return;
    const { zh, en } = notASheet(display(file));
    output.complain(say(lang, zh, en));
  };
  return {
    corpus,
    read,
    async load(root) {
      if (loaded.has(root)) return;
      loaded.add(root);
      const files = await listFiles(root, REPORT_EXTENSIONS, () => undefined);
      for (const file of files.map(slashed)) {
        // Files nobody named may come and go; what cannot be read is no report for this run.
        if (corpus.has(file) || !(await isSmall(file))) continue;
        const decoded = await readDocument(file).catch(() => undefined);
        if (decoded !== undefined) corpus.set(file, decoded.text);
      }
      for (const file of (await listFiles(root, TABLE_EXTENSIONS, () => undefined)).map(slashed)) await readTable(file);
    },
    get failed() {
      return failed;
    },
  };
}

async function isSmall(file: string): Promise<boolean> {
  try {
    return (await stat(file)).size <= (convertedFormatOf(file) === undefined ? LARGEST_FILE : LARGEST_DOCUMENT);
  } catch {
    return false;
  }
}

/** The files meant by the paths of the command line, sorted by path, each once. Paths that are not there are complained about. */
export async function findTargets(
  paths: readonly string[],
  output: Output,
  lang: Lang,
): Promise<{ targets: Target[]; failed: boolean }> {
  const targets = new Map<string, Target>();
  let failed = false;
  const complain = (file: string, error: unknown): void => {
    failed = true;
    const reason = reasonOf(error, lang);
    output.complain(
      say(lang, `无法读取 ${display(slashed(file))}：${reason}`, `cannot read ${display(slashed(file))}: ${reason}`),
    );
  };
  for (const one of paths) {
    const absolute = path.resolve(one);
    try {
      if ((await stat(absolute)).isDirectory()) {
        for (const file of await listFiles(absolute, REPORT_EXTENSIONS, complain)) {
          const name = slashed(file);
          if (!targets.has(name)) targets.set(name, { path: name, fallbackRoot: slashed(absolute), named: false });
        }
      } else {
        const name = slashed(absolute);
        const fallbackRoot = targets.get(name)?.fallbackRoot ?? slashed(path.dirname(absolute));
        targets.set(name, { path: name, fallbackRoot, named: true });
      }
    } catch (error) {
      complain(one, error);
    }
  }
  const sorted = [...targets.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  return { targets: sorted, failed };
}

/** The configuration file that governs a file, if one lies in its folder or above. */
export async function nearestConfiguration(file: string): Promise<string | undefined> {
  for (let folder = path.dirname(path.resolve(file)); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, CONFIGURATION_FILE);
    if (await isFile(candidate)) return slashed(candidate);
    if (folder === path.dirname(folder)) return undefined;
  }
}

/** A path as printed: relative to the working folder, with slashes. */
export function display(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return slashed(relative === '' ? '.' : relative);
}

export function slashed(file: string): string {
  return path.sep === '/' ? file : file.replaceAll(path.sep, '/');
}

/** The files among which precedents are chosen. What is not there means none, with a line that says so. */
export async function readPrecedents(
  paths: readonly string[],
  workspace: Workspace,
  output: Output,
  lang: Lang,
): Promise<readonly string[]> {
  const { targets } = await findTargets(paths, output, lang);
  const found: string[] = [];
  for (const { path: file } of targets) {
    const decoded = await workspace.read(file);
    if (decoded === undefined) continue;
    workspace.corpus.set(file, decoded.text);
    found.push(file);
  }
  return found;
}
