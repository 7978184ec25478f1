import { createAnalyser } from '../analysis';
import type { Analysis, CorpusReport, CorpusView, FigureSheet } from '../model';
import { isHan } from '../text/characters';
import type { Candidate } from './arrange';
import { arrange } from './arrange';
import type { Override, ReportOverride } from './overrides';
import { overrideFor, withOverride } from './overrides';
import { folderOf, isUnder, readableName, relativeName } from './paths';

/** A text longer than this many UTF-16 units is no report: the longest ones have less than a tenth of it. */
export const LONGEST_REPORT = 500_000;

/** Where to look for the reports around a draft. */
export interface CorpusScope {
  /** The corpus root: only files below it are seen, and the paths of overrides start from it. */
  readonly root: string;
  readonly overrides: readonly ReportOverride[];
  /** When given, precedents are chosen from these files only, wherever they lie. */
  readonly precedents?: readonly string[];
}

/**
 * The reports of a workspace, kept up to date by whoever reads the files. Texts are put in and taken out under the
 * name of their file; nothing here knows a disk.
 */
export interface Corpus {
  /** Puts a file in or replaces it. True when reports were changed by it: a file that is none before and after is not. */
  set(path: string, text: string): boolean;
  /** Lays the text of an open document over the file of that name, whether there is such a file or not; null lifts it. */
  overlay(path: string, analysis: Analysis | null): boolean;
  /** Puts in what a table says; null for a table that is no figures sheet. True when figures were changed by it. */
  setSheet(path: string, sheet: FigureSheet | null): boolean;
  /** Takes a file out; what is laid over it stays. True when it was a report. */
  delete(path: string): boolean;
  /** Whether a file of that name was put in, report or not. */
  has(path: string): boolean;
  /** The names of the files put in that are `folder` or lie below it. */
  pathsUnder(folder: string): readonly string[];
  /** The recognised reports of a scope, sorted by path, ignored ones left out. */
  reports(scope: CorpusScope): readonly CorpusReport[];
  /** What a file that was put in says, with what the configuration knows of it; ignored files answer too. */
  analysis(path: string, scope: CorpusScope): Analysis | undefined;
  /** Whether the configuration of the scope wants the file left alone. */
  isIgnored(path: string, scope: CorpusScope): boolean;
  /** The analysis of a text that is not put in, with what the configuration knows of its name. */
  adapted(path: string, analysis: Analysis, scope: CorpusScope): Analysis;
  /** What stands around a draft; `analysis` is its own, overrides applied. */
  viewFor(path: string, analysis: Analysis, scope: CorpusScope): CorpusView;
  /** Grows with every change that a view could show. */
  readonly revision: number;
}

interface File {
  /** Empty for what cannot be a report whatever a configuration says: nobody asks for it again. */
  readonly text: string;
  readonly analysis: Analysis;
  /** The analysis under the last override asked for, so that two questions get one object. */
  adapted?: { readonly override: string; readonly analysis: Analysis };
}

export function createCorpus(): Corpus {
  const files = new Map<string, File>();
  const overlays = new Map<string, File>();
  const sheets = new Map<string, FigureSheet>();
  let revision = 0;

  const put = (into: Map<string, File>, path: string, file: File | undefined): boolean => {
    const before = current(path);
    if (file === undefined) into.delete(path);
    else into.set(path, file);
    const after = current(path);
    if (before === after || !(isReport(before) || isReport(after))) return false;
    revision++;
    return true;
  };
  const current = (path: string): File | undefined => overlays.get(path) ?? files.get(path);

  const look = (path: string, scope: CorpusScope): { analysis: Analysis; override: Override } | undefined => {
    const file = current(path);
    if (file === undefined) return undefined;
    const override = overrideFor(relativeName(path, scope.root), scope.overrides);
    const key = JSON.stringify(override);
    if (file.adapted?.override !== key) file.adapted = { override: key, analysis: adapt(path, file, override) };
    return { analysis: file.adapted.analysis, override };
  };

  const candidates = (scope: CorpusScope): Candidate[] => {
    const found: Candidate[] = [];
    for (const path of new Set([...files.keys(), ...overlays.keys()])) {
      const outside = scope.precedents?.includes(path) === true;
      if (!outside && !isUnder(path, scope.root)) continue;
      // Most files of a folder are no reports; without overrides nothing can make one of them.
      if (scope.overrides.length === 0 && !isReport(current(path))) continue;
      const file = look(path, scope);
      if (file === undefined || file.analysis.report.info === null) continue;
      if (file.override.ignored && !outside) continue;
      found.push({ report: { path, analysis: file.analysis }, named: file.override.named });
    }
    return found.sort(byPath);
  };

  return {
    set(path, text) {
      if (files.get(path)?.text === text) return false;
      return put(files, path, couldBeReport(text) ? { text, analysis: read(path, text, false) } : { ...NO_REPORT });
    },
    overlay(path, analysis) {
      if (analysis === null) return put(overlays, path, undefined);
      if (overlays.get(path)?.analysis === analysis) return false;
      return put(overlays, path, { text: analysis.report.text, analysis });
    },
    setSheet(path, sheet) {
      const before = sheets.get(path);
      if (sheet === null ? before === undefined : JSON.stringify(before) === JSON.stringify(sheet)) return false;
      if (sheet === null) sheets.delete(path);
      else sheets.set(path, sheet);
      revision++;
      return true;
    },
    delete(path) {
      if (sheets.delete(path)) revision++;
      return put(files, path, undefined);
    },
    has: (path) => files.has(path),
    pathsUnder: (folder) => [...files.keys(), ...sheets.keys()].filter((path) => isUnder(path, folder)),
    reports: (scope) => candidates(scope).map((candidate) => candidate.report),
    analysis: (path, scope) => look(path, scope)?.analysis,
    isIgnored: (path, scope) => overrideFor(relativeName(path, scope.root), scope.overrides).ignored,
    adapted: (path, analysis, scope) =>
      adapt(
        path,
        { text: analysis.report.text, analysis },
        overrideFor(relativeName(path, scope.root), scope.overrides),
      ),
    viewFor(path, analysis, scope) {
      const info = analysis.report.info ?? { issuer: null, region: null, planYear: null };
      const beside = candidates(scope).filter(({ report }) => report.path !== path);
      const own = sheetsFor(path, scope, sheets);
      if (scope.precedents === undefined) return { ...arrange(info, beside), ...own };
      const given = new Set(scope.precedents);
      const around = arrange(
        info,
        beside.filter(({ report }) => isUnder(report.path, scope.root)),
      );
      const chosen = arrange(
        info,
        beside.filter(({ report }) => given.has(report.path)),
      );
      return { ...around, precedents: chosen.precedents, ...own };
    },
    get revision() {
      return revision;
    },
  };
}

/** Sheets in the folder of a draft and above it: those in other folders are of other places or years. */
function sheetsFor(
  path: string,
  scope: CorpusScope,
  sheets: ReadonlyMap<string, FigureSheet>,
): Pick<CorpusView, 'sheets'> {
  const found = [...sheets.values()]
    .filter((sheet) => isUnder(sheet.path, scope.root) && isUnder(path, folderOf(sheet.path)))
    // The nearest counts where two tell of one figure.
    .sort((a, b) => folderOf(b.path).length - folderOf(a.path).length || (a.path < b.path ? -1 : 1));
  return found.length > 0 ? { sheets: found } : {};
}

/** A file that the configuration names itself, with its issuer or year, is a report even if it does not look so. */
function adapt(path: string, { text, analysis }: File, override: Override): Analysis {
  const told = override.named === 'literally' && (override.issuer ?? override.planYear) !== undefined;
  const known = told && analysis.report.info === null ? read(path, text, true) : analysis;
  return withOverride(known, override);
}

/** Reads the text of one file. Reports that nobody edits lie still, so the reader's caches are not kept. */
function read(path: string, text: string, force: boolean): Analysis {
  return createAnalyser().analyse(text, { path: readableName(path), force });
}

const NO_REPORT: File = { text: '', analysis: createAnalyser().analyse('') };

/** A report has more Han characters than this near its head; most texts of a folder have not, and are not read. */
const FEWEST_HAN = 100;
const HEAD = 20_000;

function couldBeReport(text: string): boolean {
  if (text.length > LONGEST_REPORT) return false;
  let han = 0;
  for (let i = 0; i < Math.min(text.length, HEAD); i++)
    if (isHan(text.charCodeAt(i)) && ++han > FEWEST_HAN) return true;
  return false;
}

function isReport(file: File | undefined): boolean {
  return file !== undefined && file.analysis.report.info !== null;
}

function byPath(a: Candidate, b: Candidate): number {
  return a.report.path < b.report.path ? -1 : a.report.path > b.report.path ? 1 : 0;
}
