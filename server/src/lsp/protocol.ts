/**
 * What our client and our server say to each other beyond the Language Server Protocol: names and payloads only.
 *
 * The file is compiled into both sides, therefore it imports nothing. Another client that knows none of this still gets
 * the whole server: every message here is optional on both sides.
 */

/** Keys of `initializationOptions` that only our own client sets; settings may stand beside them under their own keys. */
export interface ClientAbilities {
  /** The client answers {@link ListFilesMethod} and {@link ReadFileMethod}, for every scheme the editor can read. */
  readonly clientFiles?: boolean;
  /** Address of `dist/import/browser.js` for a server in a web worker, which cannot know where it came from. */
  readonly converters?: string;
  /** Hovers may hold links to the commands in {@link HoverCommands}; without it they hold file links only. */
  readonly commandLinks?: boolean;
  /** Quick fixes may run {@link ChangeConfigurationCommand}; without it they carry an edit of the file. */
  readonly configurationCommand?: boolean;
  /** Checking is paused from the start, as it was before the server was started again. */
  readonly paused?: boolean;
}

/**
 * Request, server to client: every file under a folder that may be a report, a figures sheet or a configuration (`.md`,
 * `.txt`, `.docx`, `.html`, `.htm`, `.pdf`, `.csv`, `.xlsx`, `policy-drafting*.json`), dot folders and `node_modules` left
 * out. A folder that cannot be read is an empty list.
 */
export const ListFilesMethod = 'policyDrafting/listFiles';
export interface ListFilesParams {
  /** The folder as a URI, with any scheme. */
  readonly root: string;
}
/** URIs, sorted by their text so that two runs agree. */
export type ListFilesResult = readonly string[];

/**
 * Request, server to client: the bytes of one file. A file that cannot be read is null, never an error, and one that is
 * too large is not sent.
 */
export const ReadFileMethod = 'policyDrafting/readFile';
export interface ReadFileParams {
  readonly uri: string;
  /** Bytes beyond which nobody wants the file. */
  readonly most: number;
}
export type ReadFileResult = { readonly base64: string } | { readonly tooLarge: true } | null;

/** Request, client to server: forget every report that was read and read all folders again. Answers when that is done. */
export const RereadMethod = 'policyDrafting/reread';
export type RereadResult = null;

/** Request, client to server: what a document would be as a past report in Markdown. Nothing is written. */
export const ImportMethod = 'policyDrafting/import';
export interface ImportParams {
  readonly uri: string;
  /** What a person says of the report; it stands above what was recognised. */
  readonly issuer?: string;
  readonly planYear?: number;
}
export type ImportResult =
  | {
      readonly kind: 'report';
      /** Tidy Markdown with front matter, as it would be written. */
      readonly markdown: string;
      /** False for a text that is no government work report. */
      readonly recognised: boolean;
      readonly issuer: string | null;
      readonly planYear: number | null;
      /** What a person should look at: the text does not say it, or the name of the file says otherwise. */
      readonly unsure: readonly ('issuer' | 'planYear')[];
      readonly fileName: string;
      readonly headings: number;
      readonly entries: number;
      readonly targets: number;
      readonly characters: number;
    }
  /** Why it cannot be brought in and what to do, to stand behind the name of the file and a colon. */
  | { readonly kind: 'problem'; readonly message: string };

/**
 * Request, client to server: the text of a report that was read in place and is no text file. Places in such a file
 * point into this text; null for files that were not read.
 */
export const ImportedTextMethod = 'policyDrafting/importedText';
export interface ImportedTextParams {
  readonly uri: string;
}
export type ImportedTextResult = { readonly text: string } | null;

/**
 * Notification, server to client: where the reading stands. One is sent for each open report whenever its numbers
 * change; one without `draft` tells of the folder as a whole (while it is being read, or when no report is open).
 */
export const StatusMethod = 'policyDrafting/status';
export interface StatusParams {
  /** Recognised reports in the folder of the draft, the draft and its versions not counted. */
  readonly reports: number;
  /** Plan years of the oldest and the newest of them; null when there are none. */
  readonly years: readonly [number, number] | null;
  readonly draft?: DraftStatus;
  /** Present only while files are being read. */
  readonly reading?: { readonly done: number; readonly total: number };
}

export interface DraftStatus {
  readonly uri: string;
  readonly planYear: number | null;
  readonly issuer?: string | null;
  readonly findings: FindingCounts;
  /** How many precedents the draft is compared with. */
  readonly precedents: number;
  /** Length of the text in characters as an editor of the house counts them: no spaces, no marks of markup. */
  readonly characters: number;
  /** The same of the newest precedent; null where there is none. */
  readonly pastCharacters: number | null;
  /** How many figures agree with the figures sheet, differ from it and are not in it; null where none lies beside the draft. */
  readonly figures: FigureCounts | null;
}

export interface FigureCounts {
  readonly agrees: number;
  readonly differs: number;
  readonly uncovered: number;
}

export interface FindingCounts {
  readonly error: number;
  readonly warning: number;
  readonly information: number;
  readonly hint: number;
}

/**
 * Notification, client to server: while checking is paused every document has no findings. All else is answered as
 * before, and nothing of it is kept.
 */
export const PauseMethod = 'policyDrafting/pause';
export interface PauseParams {
  readonly paused: boolean;
}

/** What a quick fix changes in a configuration: a term that needs no entry, one that is none, a rule that is not wanted. */
export type ConfigurationChange =
  { readonly kind: 'known' | 'ignore'; readonly term: string } | { readonly kind: 'off'; readonly rule: string };

/**
 * The command of a quick fix that changes the configuration: `[ChangedConfiguration, ConfigurationChange]`. The client
 * writes where the server reads: into the file where there is one, else into the settings of the folder.
 */
export const ChangeConfigurationCommand = 'policyDrafting.changeConfiguration';
export interface ChangedConfiguration {
  /** The document that the finding is in. */
  readonly document: string;
  /** The `policy-drafting.json` in force for it; null where there is none. */
  readonly file: string | null;
}

/** A place as commands carry it: line and character count from 0, characters in UTF-16 units. */
export interface CommandPosition {
  readonly line: number;
  readonly character: number;
}
export interface CommandRange {
  readonly start: CommandPosition;
  readonly end: CommandPosition;
}
export interface CommandLocation {
  readonly uri: string;
  readonly range: CommandRange;
}

/**
 * The only commands a hover may link to. Arguments are a JSON array in the query of the command link:
 * `command:policyDrafting.openLocation?${encodeURIComponent(JSON.stringify([location]))}`.
 */
export const HoverCommands = {
  /** `[CommandLocation]`: show the place, also where a file link cannot reach it (virtual workspaces). */
  openLocation: 'policyDrafting.openLocation',
  /** `[uri, CommandPosition, CommandLocation[]]`: peek at all the places from where the hover stands. */
  showLocations: 'policyDrafting.showLocations',
  /** `[uri, CommandPosition]`: peek at the other places of the indicator or term that stands there, in all reports. */
  peekElsewhere: 'policyDrafting.peekElsewhere',
} as const;

/**
 * Request, client to server: the ledger of promises of an open draft. Null for documents that are no report or not open.
 * Asked again whenever the text has changed or {@link ViewsChangedMethod} was sent.
 */
export const LedgerMethod = 'policyDrafting/ledger';
export interface ViewParams {
  readonly uri: string;
}
export type LedgerResult = DraftLedger | null;

export interface DraftLedger {
  readonly planYear: number | null;
  /** Whose promises are looked at; null where no past report of this place was found. */
  readonly precedent: { readonly uri: string; readonly planYear: number | null } | null;
  /** All past reports of the place: a view stays with the draft while one of them is read. */
  readonly precedents: readonly string[];
  /** No report of the place in the folder is of a later year: it may be the one that is written. */
  readonly newest: boolean;
  /** In the order in which they were promised, targets before tasks. */
  readonly items: readonly LedgerRow[];
  /** Whether the file of confirmed matches is there and cannot be read. */
  readonly matchesUnreadable: boolean;
}

/** A promise and what became of it; see the contract for the words. */
export interface LedgerRow {
  /** Names the promise as long as its words stay. */
  readonly id: string;
  readonly kind: 'target' | 'task';
  readonly indicator: string;
  readonly year: number | null;
  readonly verdict: 'met' | 'missed' | 'reported' | 'unreported' | 'incomparable';
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** Whether a person confirmed or corrected it. */
  readonly confirmed: boolean;
  readonly promise: Quoted;
  /** The figure or the sentence that answers it. */
  readonly answer: Quoted | null;
  /** By how much it was missed, in `unit` (percentage points for %). */
  readonly shortfall: { readonly amount: number; readonly unit: string } | null;
  /** Where in the draft the answer stands or would stand; null where the draft has no review. */
  readonly place: CommandLocation | null;
  /** A sentence that would report the result, as a snippet whose stops are the figures. */
  readonly sentence: string;
}

/** Words of a report on one line, and where they stand. */
export interface Quoted {
  readonly words: string;
  readonly location: CommandLocation;
}

/**
 * Request, client to server: what in the draft a person could mean by the answer to a promise, the likeliest first.
 * Empty where there is no such promise.
 */
export const AnswersMethod = 'policyDrafting/ledgerAnswers';
export interface AnswersParams extends ViewParams {
  /** The {@link LedgerRow.id} of the promise. */
  readonly id: string;
}
export type AnswersResult = readonly PossibleAnswer[];
export interface PossibleAnswer extends Quoted {
  /** What {@link DecideParams.answer} is to be. */
  readonly answer: string;
  readonly kind: 'figure' | 'sentence';
}

/**
 * Request, client to server: how the file of confirmed matches is to read after a decision. The client writes it.
 * Null where the promise is gone, or the file is there and cannot be read.
 */
export const DecideMethod = 'policyDrafting/ledgerDecide';
export interface DecideParams extends AnswersParams {
  /** A {@link PossibleAnswer.answer}; `found` for what was found, `none` for nothing, `undo` to take a decision back. */
  readonly answer: string;
}
export type DecideResult = { readonly file: string; readonly content: string } | null;

/** Request, client to server: the glossary of an open draft in order of place; null as for the ledger. */
export const GlossaryMethod = 'policyDrafting/glossary';
export type GlossaryResult = readonly GlossaryRow[] | null;
export interface GlossaryRow {
  readonly number: number | null;
  readonly term: string;
  readonly definition: string;
  readonly location: CommandLocation;
  readonly uses: readonly CommandLocation[];
}

/**
 * Request, client to server: the indicators of the draft and its precedents with target and result by year; those with
 * a target only, in the order of the draft, then of the newest precedent. Null as for the ledger.
 */
export const IndicatorsMethod = 'policyDrafting/indicators';
export type IndicatorsResult = readonly IndicatorRow[] | null;

/** One indicator in one measure: growth and level of one indicator are two rows. */
export interface IndicatorRow {
  readonly indicator: string;
  readonly measure: 'growth' | 'level' | 'change' | 'qualitative';
  /** Of all numbers of the row; '' for a plain count. */
  readonly unit: string;
  /** The oldest first; years of which nothing is said are left out. */
  readonly years: readonly IndicatorYear[];
}
export interface IndicatorYear {
  readonly year: number;
  readonly target: IndicatorFigure | null;
  readonly result: IndicatorFigure | null;
}
export interface IndicatorFigure extends Quoted {
  /** Null where a bound is open, both null for words. Drops are negative. */
  readonly low: number | null;
  readonly high: number | null;
}

/** Notification, server to client: files or settings have changed on which the answers above depend. */
export const ViewsChangedMethod = 'policyDrafting/viewsChanged';
