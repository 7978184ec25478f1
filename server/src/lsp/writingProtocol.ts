/**
 * What the commands for writers ask the server: names and payloads only. Compiled into client and server, therefore it
 * imports types alone. All requests go from client to server; each answers null for a document that is no open report.
 */
import type { CommandRange } from './protocol';

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
  readonly counts: Readonly<Record<'draft' | 'precedent' | 'peer' | 'stub', number>>;
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
  /** Tab-separated, for a spreadsheet. */
  readonly tsv: string;
  readonly rows: number;
}
