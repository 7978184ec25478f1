/** Answers what the views beside the editor ask: the ledger of promises, the glossary, the indicators. */
import type { Connection } from 'vscode-languageserver';
import { isNewest } from '../core/corpus/arrange';
import { indicatorSeries } from '../core/features/indicator-series';
import type { SeriesFigure } from '../core/features/indicator-series';
import type { Decision } from '../core/ledger/answers';
import { decided, possibleAnswers } from '../core/ledger/answers';
import type { Ledger, LedgerItem } from '../core/ledger/ledger';
import { ledgerOf } from '../core/ledger/ledger';
import { answerFrom, formatMatches, promiseKey } from '../core/ledger/matches';
import { placeForAnswer } from '../core/ledger/places';
import { draftSentence } from '../core/ledger/result-draft';
import { shortfallOf } from '../core/ledger/verdict';
import { statementWords, wordsAt } from '../core/ledger/words';
import type { Analysis, CorpusReport, Span } from '../core/model';
import type { Draft } from '../core/service';
import { toSnippet } from './answers';
import type { Lines, LinesOfPath } from './convert';
import { toRange } from './convert';
import type {
  AnswersParams,
  AnswersResult,
  CommandLocation,
  DecideParams,
  DecideResult,
  DraftLedger,
  GlossaryResult,
  IndicatorFigure,
  IndicatorsResult,
  LedgerResult,
  LedgerRow,
  PossibleAnswer,
} from './protocol';
import {
  AnswersMethod,
  DecideMethod,
  GlossaryMethod,
  IndicatorsMethod,
  LedgerMethod,
  ViewsChangedMethod,
} from './protocol';
import { send } from './steps';
import type { MatchesFileState } from './workspace';

export interface ViewSource {
  /** Ends when what bears on the document was read. */
  readonly ready: (uri: string) => Promise<void>;
  /** Answers about an open report; `nothing` for all other documents, and when answering fails. */
  readonly answer: <T>(uri: string, nothing: T, ask: (draft: Draft, lines: Lines) => T | Promise<T>) => Promise<T>;
  /** Lines of the reports around a draft. */
  readonly others: (draft: Draft) => LinesOfPath;
  readonly matchesFile: (draft: Draft) => MatchesFileState | null;
  /** The reports among which a draft stands, itself among them. */
  readonly reportsAround: (draft: Draft) => readonly CorpusReport[];
}

/** @param wanted whether the client knows the views and wants to hear when to ask again */
export function serveViews(connection: Connection, source: ViewSource, wanted: boolean): { refresh(): void } {
  const { answer, ready } = source;
  /** One question about an open report, answered when all that bears on it was read. A method reads the parameters it has. */
  const on = <Result>(method: string, nothing: Result, ask: (page: Page, params: DecideParams) => Result): void => {
    connection.onRequest(method, async (params: DecideParams) => {
      await ready(params.uri);
      return answer(params.uri, nothing, (draft, lines) =>
        ask(
          { draft, uri: params.uri, lines, source, others: source.others(draft), file: source.matchesFile(draft) },
          params,
        ),
      );
    });
  };
  on<LedgerResult>(LedgerMethod, null, ledgerPage);
  on<AnswersResult>(AnswersMethod, [], answersOf);
  on<DecideResult>(DecideMethod, null, decide);
  on<GlossaryResult>(GlossaryMethod, null, glossaryRows);
  on<IndicatorsResult>(IndicatorsMethod, null, indicatorRows);
  return {
    refresh() {
      if (wanted) send(connection.sendNotification(ViewsChangedMethod));
    },
  };
}

/** A draft with what is needed to name places in it and around it. */
interface Page {
  readonly draft: Draft;
  readonly uri: string;
  readonly lines: Lines;
  readonly source: ViewSource;
  readonly others: LinesOfPath;
  readonly file: MatchesFileState | null;
}

function ledgerPage(page: Page): DraftLedger {
  const { analysis, view } = page.draft;
  const ledger = ledgerOf(analysis, view);
  const { precedent, items } = ledger;
  const { info } = analysis.report;
  return {
    planYear: info?.planYear ?? null,
    precedent:
      precedent === null ? null : { uri: precedent.path, planYear: precedent.analysis.report.info?.planYear ?? null },
    precedents: view.precedents.map(({ path }) => path),
    newest: info === null || isNewest(info, page.source.reportsAround(page.draft)),
    items: precedent === null ? [] : items.map((item) => ledgerRow(item, ledger, precedent, page)),
    matchesUnreadable: page.file !== null && page.file.matches === null,
  };
}

function ledgerRow(item: LedgerItem, ledger: Ledger, precedent: CorpusReport, page: Page): LedgerRow {
  const { kind, indicator, year, verdict, confidence, confirmed, promise, result, evidence } = item;
  const { analysis, view } = page.draft;
  const made = precedent.analysis;
  const shown = result ?? evidence;
  const gap = verdict !== 'missed' || result === null ? null : shortfallOf(promise, result);
  const place = placeForAnswer(item, ledger, analysis);
  return {
    id: idOf(item, made),
    kind,
    indicator,
    year,
    verdict,
    confidence,
    confirmed,
    promise: { words: statementWords(made, promise), location: locate(promise, precedent.path, page) },
    answer:
      shown === null
        ? null
        : {
            words: result === null ? wordsAt(analysis, shown, LONGEST_SENTENCE) : statementWords(analysis, result),
            location: locate(shown, null, page),
          },
    shortfall: gap === null ? null : { amount: gap, unit: promise.unit ?? '' },
    place: place === null ? null : locate({ start: place, end: place }, null, page),
    sentence: toSnippet(draftSentence(item, made, view.precedents)),
  };
}

const LONGEST_SENTENCE = 60;

function answersOf(page: Page, { id }: AnswersParams): AnswersResult {
  const { analysis } = page.draft;
  const found = itemOf(page, id);
  if (found === null) return [];
  return possibleAnswers(found.item, analysis).map(({ kind, result, kept, start, end }): PossibleAnswer => ({
    kind,
    words: result === null ? wordsAt(analysis, { start, end }, LONGEST_SENTENCE) : statementWords(analysis, result),
    location: locate({ start, end }, null, page),
    answer: JSON.stringify(kept),
  }));
}

function decide(page: Page, { id, answer }: DecideParams): DecideResult {
  const found = itemOf(page, id);
  const { file } = page;
  const before = file?.matches ?? null;
  if (found === null || file === null || before === null) return null;
  const given = decisionNamed(answer);
  if (given === null) return null;
  const matches = decided(before, found.item, given, found.made, page.draft.analysis);
  return { file: file.uri, content: formatMatches(matches) };
}

/** A decision as the protocol names it; null for what is none. */
function decisionNamed(name: string): Decision | null {
  if (name === 'found' || name === 'none' || name === 'undo') return name;
  try {
    return answerFrom(JSON.parse(name));
  } catch {
    return null;
  }
}

function glossaryRows(page: Page): GlossaryResult {
  const { report, uses } = page.draft.analysis;
  return report.glossary.map((entry, i) => ({
    number: entry.number,
    term: entry.printedTerm,
    definition: entry.printedDefinition,
    location: locate(entry, null, page),
    uses: (uses[i] ?? []).map((use) => locate(use, null, page)),
  }));
}

function indicatorRows(page: Page): IndicatorsResult {
  const figure = (one: SeriesFigure | null): IndicatorFigure | null =>
    one === null ? null : { words: one.words, low: one.low, high: one.high, location: locate(one, one.path, page) };
  return indicatorSeries(page.draft.analysis, page.draft.view).map(({ indicator, measure, unit, years }) => ({
    indicator,
    measure,
    unit,
    years: years.map(({ year, target, result }) => ({ year, target: figure(target), result: figure(result) })),
  }));
}

function itemOf({ draft }: Page, id: string): { readonly item: LedgerItem; readonly made: Analysis } | null {
  const { precedent, items } = ledgerOf(draft.analysis, draft.view);
  if (precedent === null) return null;
  const made = precedent.analysis;
  const item = items.find((one) => idOf(one, made) === id);
  return item === undefined ? null : { item, made };
}

/** The promise by its words, its indicator and its figure: one list may hold several promises of one indicator. */
function idOf({ promise }: LedgerItem, made: Analysis): string {
  const { indicator, promise: hash } = promiseKey(promise, made);
  return [hash, indicator, promise.min, promise.max].join(' ');
}

/** A place in a report; at the beginning of one that is known no more. */
function locate(span: Span, path: string | null, { uri, lines, others }: Page): CommandLocation {
  const where = path === null ? lines : others(path);
  const top = { line: 0, character: 0 };
  return { uri: path ?? uri, range: where === undefined ? { start: top, end: top } : toRange(where, span) };
}
