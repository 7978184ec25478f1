/**
 * What the commands for writers ask the server: names and payloads only. Compiled into client and server, therefore it
 * imports types alone. All requests go from client to server; each answers null for a document that is no open report.
 */
import type { CommandLocation, CommandRange } from './protocol';

/** The draft that a request is about. */
export interface DraftParams {
  readonly uri: string;
}

/** Request: the whole 名词解释, from the terms the draft uses. */
export const WriteGlossaryMethod = 'policyDrafting/writeGlossary';
export interface WriteGlossaryResult {
  /** Holds for this version of the document only. */
  readonly version: number;
  readonly range: CommandRange;
  readonly text: string;
  /** The first place to fill in or to check, in the text after the edit. */
  readonly next: CommandRange | null;
  readonly counts: Readonly<Record<'draft' | 'precedent' | 'peer' | 'stub' | 'doubled', number>>;
}

/** Request: the beginning of next year's report. */
export const StartNextYearMethod = 'policyDrafting/startNextYear';
export interface StartNextYearResult {
  readonly text: string;
  readonly planYear: number;
  readonly name: string;
}

/** Request: the recognised reports around a draft, the draft first. */
export const ListReportsMethod = 'policyDrafting/listReports';
export interface ListedReport {
  readonly uri: string;
  readonly relation: 'draft' | 'precedent' | 'version' | 'peer';
  /** 青禾区 2026 */
  readonly name: string;
  /** From the corpus root. */
  readonly path: string;
}

/** A page that is only looked at: tables whose cells lead to their places. */
export interface ListedPage {
  readonly title: string;
  /** Lines above the tables. */
  readonly notes: readonly string[];
  readonly tables: readonly ListedTable[];
}
export interface ListedTable {
  /** '' for the only table of a page. */
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (readonly ListedPart[])[])[];
}
export interface ListedPart {
  readonly text: string;
  readonly place: CommandLocation | null;
}

/** Request: a table of what reports say of their indicators. */
export const ReportTableMethod = 'policyDrafting/reportTable';
export interface ReportTableParams extends DraftParams {
  /** The main targets of reports side by side, or the indicators of the draft by year. */
  readonly kind: 'targets' | 'indicators';
  /** For `targets`: the reports, in the order of the columns. */
  readonly reports?: readonly string[];
}
export interface ReportTableResult {
  readonly title: string;
  readonly markdown: string;
  /** The same to be shown, each target with its place; null for what only a spreadsheet shows. */
  readonly page: ListedPage | null;
  /** Tab-separated, for a spreadsheet. */
  readonly tsv: string;
  readonly rows: number;
}

/** Request: every reported figure of a draft with what the figures sheet says of it. */
export const CheckFiguresMethod = 'policyDrafting/checkFigures';
export interface CheckFiguresResult {
  /** Names of the sheets, from the corpus root; empty where there is none. */
  readonly sheets: readonly string[];
  readonly figures: readonly ListedFigure[];
}
export interface ListedFigure {
  readonly state: 'agrees' | 'differs' | 'uncovered';
  readonly range: CommandRange;
  readonly indicator: string;
  /** As the draft has it, on one line. */
  readonly words: string;
  /** As the sheet has it; null where it has nothing. */
  readonly sheet: {
    /** The value of a row, or what the levels of two years give. */
    readonly value: string;
    readonly name: string;
    readonly row: number;
    /** The rows in words, to be shown. */
    readonly source: string;
  } | null;
}

/** Request: an empty figures sheet for a draft, as the text of a .csv file with its byte order mark. */
export const FigureSheetMethod = 'policyDrafting/figureSheet';
export interface FigureSheetResult {
  readonly csv: string;
  /** Where it belongs: beside the draft. */
  readonly name: string;
}

/** Request: what changed between two versions, one of them the draft itself. */
export const CompareVersionsMethod = 'policyDrafting/compareVersions';
export interface CompareVersionsParams extends DraftParams {
  /** The older version: any recognised report, open or in the folder. */
  readonly older: string;
}
export interface CompareVersionsResult {
  readonly title: string;
  readonly markdown: string;
  /** The same to be shown, each line number with its place. */
  readonly page: ListedPage;
  readonly changes: readonly ListedChange[];
}
export interface ListedChange {
  readonly subject: 'target' | 'figure' | 'promise' | 'term' | 'entry';
  readonly change: 'changed' | 'added' | 'removed';
  readonly name: string;
  readonly before: ListedSide | null;
  readonly after: ListedSide | null;
}
export interface ListedSide {
  readonly words: string;
  readonly range: CommandRange;
}

/** Request: the checklist of findings, for colleagues without the editor. */
export const ChecklistMethod = 'policyDrafting/checklist';
export interface ChecklistResult {
  readonly html: string;
  /** With its byte order mark. */
  readonly csv: string;
  /** A file name without its ending. */
  readonly name: string;
}
