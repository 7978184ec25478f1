import { createAnalyser } from '../analysis';
import type { Analysis, CorpusReport, CorpusView } from '../model';
import type { Candidate } from './arrange';
import { arrange } from './arrange';
import type { Override, ReportOverride } from './overrides';
import { overrideFor, withOverride } from './overrides';
import { isUnder, readableName, relativeName } from './paths';

/** A text longer than this many UTF-16 units is no report: the longest ones have less than a tenth of it. */
export const LONGEST_REPORT = 1_000_000;

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
  /** Like {@link set} for a text that is analysed elsewhere, as that of an open document is. */
  adopt(path: string, analysis: Analysis): boolean;
  /** Takes a file out. True when it was a report. */
  delete(path: string): boolean;
  /** The names of all files put in, reports or not. */
  paths(): readonly string[];
  /** The recognised reports of a scope, sorted by path, ignored ones left out. */
  reports(scope: CorpusScope): readonly CorpusReport[];
  /** What a file that was put in says, with what the configuration knows of it; ignored files answer too. */
  analysis(path: string, scope: CorpusScope): Analysis | undefined;
  /** What stands around a draft; `analysis` is its own, overrides applied. */
  viewFor(path: string, analysis: Analysis, scope: CorpusScope): CorpusView;
  /** Grows with every change that a view could show. */
  readonly revision: number;
}

interface File {
  readonly text: string;
  readonly analysis: Analysis;
  /** Whether the text was judged a report by its content or was taken for one because the configuration names it. */
  readonly forced: boolean;
}

export function createCorpus(): Corpus {
  const files = new Map<string, File>();
  let revision = 0;

  const put = (path: string, file: File): boolean => {
    const before = files.get(path);
    files.set(path, file);
    const changed = isReport(before) || isReport(file);
    if (changed) revision++;
    return changed;
  };
  /** The file as the configuration of the scope sees it. */
  const look = (path: string, scope: CorpusScope): { analysis: Analysis; override: Override } | undefined => {
    let file = files.get(path);
    if (file === undefined) return undefined;
    const override = overrideFor(relativeName(path, scope.root), scope.overrides);
    // A file that the configuration names itself, with its issuer or year, is a report even if it does not look so.
    const told = override.named === 'literally' && (override.issuer ?? override.planYear) !== undefined;
    if (told && !file.forced && !isReport(file)) {
      file = { text: file.text, analysis: read(path, file.text, true), forced: true };
      files.set(path, file);
    }
    return { analysis: told || !file.forced ? withOverride(file.analysis, override) : NOTHING, override };
  };
  const candidates = (scope: CorpusScope): Candidate[] => {
    const found: Candidate[] = [];
    for (const path of [...files.keys()].sort()) {
      const outside = scope.precedents?.includes(path) === true;
      if (!outside && !isUnder(path, scope.root)) continue;
      const file = look(path, scope);
      if (file === undefined || file.analysis.report.info === null) continue;
      if (file.override.ignored && !outside) continue;
      found.push({ report: { path, analysis: file.analysis }, named: file.override.named });
    }
    return found;
  };

  return {
    set(path, text) {
      if (files.get(path)?.text === text) return false;
      return put(path, { text, analysis: read(path, text, false), forced: false });
    },
    adopt(path, analysis) {
      if (files.get(path)?.analysis === analysis) return false;
      return put(path, { text: analysis.report.text, analysis, forced: false });
    },
    delete(path) {
      const before = files.get(path);
      files.delete(path);
      if (isReport(before)) revision++;
      return isReport(before);
    },
    paths: () => [...files.keys()],
    reports: (scope) => candidates(scope).map((candidate) => candidate.report),
    analysis: (path, scope) => look(path, scope)?.analysis,
    viewFor(path, analysis, scope) {
      const info = analysis.report.info ?? { issuer: null, region: null, planYear: null };
      const beside = candidates(scope).filter((candidate) => candidate.report.path !== path);
      if (scope.precedents === undefined) return arrange(info, beside);
      const given = new Set(scope.precedents);
      const around = arrange(info, beside.filter(({ report }) => isUnder(report.path, scope.root)));
      const chosen = arrange(info, beside.filter(({ report }) => given.has(report.path)));
      return { ...around, precedents: chosen.precedents };
    },
    get revision() {
      return revision;
    },
  };
}

const NOTHING = createAnalyser().analyse('');

/** Reads the text of one file as it stands on disk. Reports lie still, so the reader's caches are not kept. */
function read(path: string, text: string, force: boolean): Analysis {
  if (text.length > LONGEST_REPORT) return NOTHING;
  return createAnalyser().analyse(text, { path: readableName(path), force });
}

function isReport(file: File | undefined): boolean {
  return file !== undefined && file.analysis.report.info !== null;
}
