import type { Analyser } from './analysis';
import { createAnalyser } from './analysis';
import type { Baseline } from './baseline';
import { applyBaseline } from './baseline';
import type { Configuration } from './configuration';
import type { Corpus, CorpusScope } from './corpus/corpus';
import { createCorpus, LONGEST_REPORT } from './corpus/corpus';
import { readableName } from './corpus/paths';
import { encodingFinding, isUnreadable, wasChinese } from './linter';
import type { Analysis, ConfirmedMatches, CorpusReport, CorpusView, FigureSheet } from './model';
import type { ReportedFinding, RuleCache } from './rules/engine';
import { checkSteps, createRuleCache } from './rules/engine';
import { applyEdits, chooseEdits } from './rules/fixes';
import type { Edit } from './rules/rule';

/** A document that somebody edits. */
export interface OpenDocument {
  readonly path: string;
  /** Another version is another text; one version is read once, when first asked for. */
  readonly version: number;
  readonly text: () => string;
  /** The author says that it is a report: taken for one whatever it looks like. */
  readonly draft: boolean;
}

/** What governs a document, found by whoever knows folders and settings. */
export interface Governance {
  readonly root: string;
  readonly configuration: Configuration;
  /** Check reports in full although they are only the precedents of another open report. */
  readonly checkPrecedents: boolean;
  /** Only documents that their author calls drafts are served, others not even if they are reports. */
  readonly draftsOnly: boolean;
  /** Findings to let pass, with the name of the document in that list. */
  readonly baseline?: { readonly content: Baseline; readonly name: string };
  /** What a person decided of the ledger of promises. */
  readonly matches?: ConfirmedMatches;
}

export interface ServiceOptions {
  readonly governance: (path: string) => Governance;
  /** Told when a rule throws. */
  readonly onRuleError: (id: string, error: unknown) => void;
}

/** A report that is open, with everything a feature may ask for. */
export interface Draft {
  readonly path: string;
  readonly version: number;
  readonly analysis: Analysis;
  readonly view: CorpusView;
  readonly governance: Governance;
}

/** The answer of a check. Equal answers are one object, so that who sent it before can tell. */
export interface Checked {
  readonly findings: readonly ReportedFinding[];
}

/**
 * The facade of the core: open documents, the reports around them, and every question that an editor asks. It knows
 * neither a protocol nor a disk; paths are any strings that name files, and all answers are in offsets.
 */
export interface Service {
  readonly corpus: Corpus;
  /** A document was opened or changed. Nothing is read before somebody asks. */
  put(document: OpenDocument): void;
  close(path: string): void;
  openPaths(): readonly string[];
  /** The open report of that name; undefined for closed documents and for texts that are no reports. */
  draft(path: string): Draft | undefined;
  /**
   * Checks an open document in small steps, so that the caller can look for a cancellation between them. Documents
   * that are no reports have no findings, except that characters were lost in opening one.
   */
  check(path: string): Generator<undefined, Checked, undefined>;
  /** The edits of all safe fixes, repeated until nothing is left to fix. */
  fixAll(path: string): Generator<undefined, readonly Edit[], undefined>;
  /** Whether a report is open for which this one is a precedent. */
  isPrecedentOfOpen(path: string): boolean;
}

export function createService(options: ServiceOptions): Service {
  const corpus = createCorpus();
  const documents = new Map<string, State>();
  const rules = createRuleCache();

  const analysisOf = (state: State): Analysis => {
    const { document } = state;
    if (state.read?.version !== document.version) {
      const text = document.text();
      const hopeless = text.length > LONGEST_REPORT || isUnreadable(text);
      const analysis = state.analyser.analyse(hopeless ? '' : text, {
        path: readableName(document.path),
        force: document.draft && !hopeless,
      });
      state.read = { version: document.version, text, hopeless, analysis };
      // Where the characters were lost in opening, the file on disk still tells what the report says.
      corpus.overlay(document.path, hopeless ? null : analysis);
    }
    return state.read.analysis;
  };

  const draft = (path: string): Draft | undefined => {
    const state = documents.get(path);
    if (state === undefined) return undefined;
    const governance = options.governance(path);
    if (governance.draftsOnly && !state.document.draft) return undefined;
    const own = analysisOf(state);
    if (state.read?.hopeless === true) return undefined;
    const scope = { root: governance.root, overrides: governance.configuration.reports };
    if (corpus.isIgnored(path, scope)) return undefined;
    const analysis = corpus.analysis(path, scope) ?? corpus.adapted(path, own, scope);
    if (analysis.report.info === null) return undefined;
    for (const other of documents.values()) if (other !== state) analysisOf(other);
    return {
      path,
      version: state.document.version,
      analysis,
      view: viewOf(state, analysis, scope, governance.matches),
      governance,
    };
  };

  /** One object as long as the same reports stand around the draft, so that findings can be kept. */
  const viewOf = (
    state: State,
    analysis: Analysis,
    scope: CorpusScope,
    matches: ConfirmedMatches | undefined,
  ): CorpusView => {
    const key = `${String(corpus.revision)} ${scope.root} ${JSON.stringify(scope.overrides)}`;
    if (state.view?.analysis === analysis && state.view.key === key && state.view.view.matches === matches) {
      return state.view.view;
    }
    const around = corpus.viewFor(state.document.path, analysis, scope);
    const fresh = matches === undefined ? around : { ...around, matches };
    const view = state.view !== undefined && sameView(state.view.view, fresh) ? state.view.view : fresh;
    state.view = { key, analysis, view };
    return view;
  };

  const isPrecedentOfOpen = (path: string): boolean => {
    for (const name of documents.keys()) {
      const other = name === path ? undefined : draft(name);
      // A text that does not say yet for which year it is silences nothing.
      const year = other?.analysis.report.info?.planYear ?? null;
      if (other === undefined || year === null) continue;
      if (other.view.precedents.some((report) => report.path === path)) return true;
    }
    return false;
  };

  return {
    corpus,
    put(document) {
      const state = documents.get(document.path);
      if (state === undefined) documents.set(document.path, { document, analyser: createAnalyser() });
      else state.document = document;
    },
    close(path) {
      documents.delete(path);
      corpus.overlay(path, null);
    },
    openPaths: () => [...documents.keys()],
    draft,
    isPrecedentOfOpen,
    *check(path) {
      const state = documents.get(path);
      if (state === undefined) return NOTHING;
      const report = draft(path);
      if (report === undefined) return remember(state, lostCharacters(state, options.governance(path), corpus));
      const { analysis, view, governance } = report;
      const least = !governance.checkPrecedents && isPrecedentOfOpen(path) ? 'error' : undefined;
      const { version } = state.document;
      const kept = state.checked;
      if (
        kept?.analysis === analysis &&
        kept.view === view &&
        kept.configuration === governance.configuration &&
        kept.baseline === governance.baseline?.content &&
        kept.least === least
      ) {
        return kept.result;
      }
      yield* warmUp(view);
      const { findings } = yield* checkSteps({
        analysis,
        corpus: view,
        settings: governance.configuration,
        cache: rules,
        onRuleError: options.onRuleError,
        ...(least !== undefined && { least }),
      });
      const { text } = analysis.report;
      const encoding = encodingFinding(text, governance.configuration);
      const all = encoding === null ? findings : [encoding, ...findings];
      const { baseline } = governance;
      const shown = baseline === undefined ? all : applyBaseline(baseline.content, baseline.name, text, all).shown;
      const result = remember(state, shown);
      // A text that changed meanwhile has its own check coming.
      if (state.document.version === version) {
        const { configuration } = governance;
        state.checked = { analysis, view, configuration, baseline: baseline?.content, least, result };
      }
      return result;
    },
    *fixAll(path) {
      const report = draft(path);
      if (report === undefined) return [];
      const { analysis, view, governance } = report;
      const scope = { root: governance.root, overrides: governance.configuration.reports };
      return yield* fixSteps(analysis, (text, analyser) => {
        const next = corpus.adapted(path, analyser.analyse(text, { path: readableName(path), force: true }), scope);
        return { analysis: next, corpus: view, settings: governance.configuration, cache: rules };
      });
    },
  };
}

interface State {
  document: OpenDocument;
  readonly analyser: Analyser;
  read?: {
    readonly version: number;
    readonly text: string;
    /** Too long, or no text any more: not even looked at. */
    readonly hopeless: boolean;
    readonly analysis: Analysis;
  };
  view?: { readonly key: string; readonly analysis: Analysis; readonly view: CorpusView };
  checked?: {
    readonly analysis: Analysis;
    readonly view: CorpusView;
    readonly configuration: Configuration;
    readonly baseline: Baseline | undefined;
    readonly least: 'error' | undefined;
    readonly result: Checked;
  };
  last?: Checked;
}

const NOTHING: Checked = { findings: [] };

/** More rounds than this mean that two fixes undo each other. */
const MOST_ROUNDS = 10;

interface FixInput {
  readonly analysis: Analysis;
  readonly corpus: CorpusView;
  readonly settings: Configuration;
  readonly cache: RuleCache;
}

/** Fixes, reads the result and fixes again; the edits lead from the first text to the last. */
export function* fixSteps(
  analysis: Analysis,
  input: (text: string, analyser: Analyser) => FixInput,
): Generator<undefined, readonly Edit[], undefined> {
  const original = analysis.report.text;
  const analyser = createAnalyser();
  let text = original;
  let edits: readonly Edit[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = yield* checkSteps(input(text, analyser));
    const chosen = chooseEdits(findings, 'safe');
    const next = applyEdits(text, chosen);
    if (next === text) return edits;
    edits = round === 0 ? chosen : [difference(original, next)];
    text = next;
  }
  return edits;
}

/** The one edit between what two texts have in common at both ends. */
function difference(before: string, after: string): Edit {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

/**
 * Facts of other reports are found when first asked for; here with a pause after each, because the first check of a
 * draft asks them all. What rules never ask of peers is not looked for.
 */
function* warmUp(view: CorpusView): Generator<undefined, void, undefined> {
  const facts = [
    ...view.precedents.flatMap(({ analysis }) => [() => analysis.terms, () => analysis.statements]),
    ...view.peers.map(
      ({ analysis }) =>
        () =>
          analysis.terms,
    ),
  ];
  for (const find of facts) {
    find();
    yield undefined;
  }
}

/** The finding for a document in which the editor lost the characters of a report. */
function lostCharacters(state: State, governance: Governance, corpus: Corpus): readonly ReportedFinding[] {
  const text = state.read?.text ?? '';
  if (text.length > LONGEST_REPORT || !isUnreadable(text)) return [];
  const scope = { root: governance.root, overrides: governance.configuration.reports };
  const onDisk = corpus.analysis(state.document.path, scope);
  // Where the file itself is not known, a long text that was Chinese before it was lost may well be a report.
  const mayBeReport = onDisk === undefined ? wasChinese(text) : onDisk.report.info !== null;
  if (!state.document.draft && !mayBeReport) return [];
  const finding = encodingFinding(text, governance.configuration);
  return finding === null ? [] : [finding];
}

function remember(state: State, findings: readonly ReportedFinding[]): Checked {
  if (state.last === undefined || JSON.stringify(state.last.findings) !== JSON.stringify(findings)) {
    state.last = { findings };
  }
  return state.last;
}

function sameView(a: CorpusView, b: CorpusView): boolean {
  return (
    a.matches === b.matches &&
    sameReports(a.precedents, b.precedents) &&
    sameReports(a.versions, b.versions) &&
    sameReports(a.peers, b.peers) &&
    sameSheets(a.sheets ?? [], b.sheets ?? [])
  );
}

function sameSheets(a: readonly FigureSheet[], b: readonly FigureSheet[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

function sameReports(a: readonly CorpusReport[], b: readonly CorpusReport[]): boolean {
  return a.length === b.length && a.every((one, i) => one.path === b[i]?.path && one.analysis === b[i].analysis);
}
