/**
 * The nouns of the field, shared by every layer of the core.
 *
 * Offsets called `start` and `end` are UTF-16 code units into the text of the file exactly as it is on disk (the
 * *original*). Offsets into a block's reading form are called reading offsets and never leave the block without
 * passing through {@link Block.span}.
 */

/** A half-open range of UTF-16 units in the original text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type Script = 'simplified' | 'traditional';

/** The part of a report that a heading or block belongs to. */
export type Role = 'review' | 'plan' | 'targets' | 'governance' | 'closing' | 'glossary' | 'annex';

/**
 * What a block is for. `page` is residue that is no part of the report (web heads and tails, page numbers, forum
 * furniture); `directive` is a suppression comment; `title` and `meta` are the title block (title, meeting line,
 * speaker, salutation).
 */
export type BlockKind = 'page' | 'directive' | 'title' | 'meta' | 'body' | 'entry' | 'annex';

/**
 * One logical paragraph: the lines that a person would read as one, joined where the source broke them.
 * Blocks are ordered, do not overlap, and everything between them is blank space or line breaks.
 */
export interface Block extends Span {
  readonly index: number;
  readonly kind: BlockKind;
  /** Innermost heading this block stands under (or carries), as an index into {@link Report.headings}; -1 for none. */
  readonly heading: number;
  readonly role: Role | null;
  readonly reading: Reading;
  /** The reading form: simplified, unified widths, without pinyin, marks and scraped line breaks. */
  readonly text: string;
  /** A reading range as printed: simplified, on one line, without pinyin and marks, but with the source's own widths. */
  printed(start: number, end: number): string;
  /** The original span of a reading range of this block. */
  span(start: number, end: number): Span;
  /** The reading offset in this block of an original offset (the nearest following one where that unit was dropped). */
  readingOffset(offset: number): number;
}

/** Reading form of a stretch of original text, position-independent: offsets are relative to the stretch. */
export interface Reading {
  readonly text: string;
  /**
   * Where its units stood: one pair for each run of units that were neighbours in the original too, the reading offset and
   * the relative original offset of its first unit; a last pair has the lengths of both. A reading unit always stands
   * for one original unit, so that it ends one after it starts. To be asked through `originalOffset` and `readingIndex`.
   */
  readonly runs: readonly number[];
}

/** Who reports, for which year, when; in reading form. */
export interface ReportInfo {
  readonly title: string;
  readonly issuer: string | null;
  readonly region: string | null;
  /** The year whose work the report plans. */
  readonly planYear: number | null;
  /** ISO date of the meeting, when a full date is printed. */
  readonly date: string | null;
  readonly session: string | null;
  readonly speaker: string | null;
  readonly post: string | null;
  readonly script: Script;
}

export interface Heading extends Span {
  /** Nesting depth from 1; not the numeral style. */
  readonly level: number;
  /** The number as printed, in reading form without its mark (一, 二, 3, 一是); null where none is printed. */
  readonly number: string | null;
  /** Reading form, as every other `title` and `term` of the core. */
  readonly title: string;
  /** The same with the source's own widths, for output. */
  readonly printedTitle: string;
  readonly titleStart: number;
  readonly role: Role | null;
  /** Whether body text follows on the same line. */
  readonly runIn: boolean;
  readonly block: number;
}

/** One line of the 名词解释. Two terms explained together are two entries with one number. */
export interface GlossaryEntry extends Span {
  readonly number: number | null;
  /** Headword in reading form, quotes kept. */
  readonly term: string;
  readonly printedTerm: string;
  readonly termStart: number;
  readonly termEnd: number;
  readonly definition: string;
  readonly printedDefinition: string;
  readonly definitionStart: number;
  readonly definitionEnd: number;
}

/** An occurrence of an entry's term in the body, variants included. `text` is the original slice. */
export interface Use extends Span {
  readonly text: string;
}

/** The structure of one document. `info` is null when the text is not a government work report. */
export interface Report {
  /** The original text. */
  readonly text: string;
  readonly info: ReportInfo | null;
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  readonly glossary: readonly GlossaryEntry[];
  /** Whether the text looks cut or abridged (a list that starts above 1, no plan, no closing). */
  readonly abridged: boolean;
}

export type TermKind = 'numeric' | 'formula' | 'coined' | 'abbreviation' | 'formulation';

/** One occurrence of a coined term in body or headings; the span is the core without quotes. */
export interface Term extends Span {
  /** Reading form of the core. */
  readonly text: string;
  readonly kind: TermKind;
  readonly quoted: boolean;
  readonly block: number;
}

export type StatementRole = 'target' | 'task' | 'result';
export type Period = 'annual' | 'term' | 'plan' | 'average';
export type Measure = 'growth' | 'level' | 'change' | 'qualitative';
export type Bound = 'exact' | 'about' | 'at-least' | 'at-most' | 'range';

/** A value with its bound: `min = max` for exact and about, one of them null for open bounds. */
export interface Bounded {
  readonly bound: Bound;
  readonly min: number | null;
  readonly max: number | null;
}

/** One indicator with what is said of it; see the contract for every field. */
export interface Statement extends Span {
  /** Official name. */
  readonly indicator: string;
  /** The words used, without region words, expanded in lists. */
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly role: StatementRole;
  readonly year: number | null;
  readonly period: Period;
  readonly measure: Measure;
  readonly direction: 'up' | 'down' | null;
  readonly bound: Bound | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly estimated: boolean;
  readonly stretch: Bounded | null;
  /** Whether the indicator is in the catalogue (false: its own words are kept as name). */
  readonly known: boolean;
  readonly block: number;
}

/** Everything one version of a document says; every feature and rule reads this and nothing else. */
export interface Analysis {
  readonly report: Report;
  readonly terms: readonly Term[];
  readonly statements: readonly Statement[];
  /** Occurrences in the body of each entry's term, by index into `report.glossary`. */
  readonly uses: readonly (readonly Use[])[];
}

/** A message in both languages of the interface. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A report of the workspace, named by the path or URI that its reader gave. */
export interface CorpusReport {
  readonly path: string;
  readonly analysis: Analysis;
}

/** A figure of the statistics bureau, from a figures sheet. */
export interface SheetFigure {
  /** Official name; the sheet's own words where the catalogue does not know them. */
  readonly indicator: string;
  /** As the sheet has it. */
  readonly name: string;
  readonly known: boolean;
  readonly measure: Exclude<Measure, 'qualitative'>;
  readonly year: number;
  /** Drops are negative. */
  readonly value: number;
  /** Digits behind the point in the sheet, which may have lost zeros at the end. */
  readonly decimals: number;
  readonly unit: string;
  /** The sheet gives an index on last year = 100 (100.4); `value` is the rate that it says (0.4). */
  readonly index?: boolean;
  /** No unit stands in the sheet: `unit` is the usual one of the indicator. */
  readonly assumed?: boolean;
  /** The place it is for (青禾区, 全市); '' where the sheet names none. */
  readonly place: string;
  /** The row of the sheet, from 1. */
  readonly row: number;
}

export interface FigureSheet {
  readonly path: string;
  readonly figures: readonly SheetFigure[];
}

/** What the workspace knows beside the draft. */
export interface CorpusView {
  /** Same issuer, earlier plan years, newest first, one a year. */
  readonly precedents: readonly CorpusReport[];
  /** Other files of the draft's own issuer and year. */
  readonly versions: readonly CorpusReport[];
  /** Reports of other issuers. */
  readonly peers: readonly CorpusReport[];
  /** What a person decided of the promises of the precedents; absent where nobody did. */
  readonly matches?: ConfirmedMatches;
  /** Figures sheets that lie beside the draft or above it; absent for none. */
  readonly sheets?: readonly FigureSheet[];
}

/**
 * One match that a person decided. Texts are kept as hashes of their words without blank space, so that the file tells
 * nothing of a report and survives another layout.
 */
export interface ConfirmedMatch {
  /** Whose promise it is; null for a report that names no place. */
  readonly issuer: string | null;
  /** The year that was promised for. */
  readonly year: number | null;
  readonly indicator: string;
  /** Hash of the promise's words. */
  readonly promise: string;
  /** Hash of the words that answer it, or `none` where nothing does. */
  readonly result: string;
  /**
   * Hash of what the answering figure is of, its value left out; null for words. It tells apart the figures of one list,
   * which share their words, and finds the figure again when words or values around it are edited.
   */
  readonly figure: string | null;
  /** Hashes of the clauses of the answering sentence: it is found again when some of them are edited. Empty for figures. */
  readonly clauses: readonly string[];
}

export interface ConfirmedMatches {
  readonly matches: readonly ConfirmedMatch[];
}
