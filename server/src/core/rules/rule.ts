import type { Quantity } from '../facts/quantities';
import type { Analysis, Bilingual, Block, BlockKind, CorpusView, Role, Severity, Span } from '../model';

/** A rule as a declaration: metadata, examples that are executed, and a pure check. */
export type Rule = BlockRule | DocumentRule;

interface RuleDeclaration {
  /** Permanent: it is in users' configuration, suppressions, SARIF and the address of the page. */
  readonly id: string;
  readonly category: RuleCategory;
  readonly severity: Severity;
  readonly fix: 'none' | FixKind;
  readonly since: string;
  readonly summary: Bilingual;
  readonly rationale: Bilingual;
  /** Norms and house facts behind the rule, as printed on its page. */
  readonly sources: readonly string[];
  readonly options: Readonly<Record<string, RuleOption>>;
  readonly examples: readonly RuleExample[];
  /** Where a finding of this rule and one of these overlap, only this one is shown. */
  readonly supersedes?: readonly string[];
}

export type RuleCategory = 'terms' | 'indicators' | 'numbers' | 'wording' | 'structure' | 'punctuation' | 'linter';
export type FixKind = 'safe' | 'suggestion';

/** A rule that looks at one paragraph at a time. Its findings are kept until that paragraph changes. */
export interface BlockRule extends RuleDeclaration {
  readonly scope: 'block';
  /** Kinds of blocks it looks at; body text and glossary entries unless said otherwise. */
  readonly kinds?: readonly BlockKind[];
  /** What must stand in a block for the rule to find anything there; blocks without it are not asked about. */
  readonly needs?: RegExp;
  /**
   * Findings in reading offsets of the block; the engine turns them into places of the document. They may depend on
   * nothing but the block and the options.
   */
  checkBlock(block: BlockView, options: RuleOptions): Iterable<Finding>;
}

/** A rule that needs the whole document, or the other reports (`corpus`). */
export interface DocumentRule extends RuleDeclaration {
  readonly scope: 'document' | 'corpus';
  /** Findings in offsets of the original text. */
  check(context: RuleContext): Iterable<Finding>;
}

/** What a block rule sees of a block. */
export interface BlockView {
  /** The reading form. */
  readonly text: string;
  readonly kind: BlockKind;
  readonly role: Role | null;
  /** Everything that reads as a number, bare numbers (unit null) included; found once for all rules. */
  readonly numbers: readonly Quantity[];
  /** The original slice behind a reading range, for replacements that keep the script and widths of the source. */
  original(start: number, end: number): string;
}

/** One option of a rule; the JSON schema and the documentation are generated from it. */
export interface RuleOption {
  readonly type: 'boolean' | 'number' | 'string' | 'strings';
  readonly default: boolean | number | string | readonly string[];
  readonly description: Bilingual;
}

export type RuleOptions = Readonly<Record<string, unknown>>;

/**
 * An executed example. `bad` marks each finding's span with ⟦…⟧ and gives exactly those findings of the rule; `fixed`
 * is the text after every fix; `good` gives none. `precedents` are past reports of the same issuer, newest first.
 */
export interface RuleExample {
  /**
   * Where the snippets stand in the small report that the tests put around them: in the plan unless said otherwise. A
   * line 名词解释 begins the glossary. `whole` snippets are reports themselves.
   */
  readonly part?: 'review' | 'plan' | 'whole';
  readonly bad?: string;
  readonly fixed?: string;
  readonly good?: string;
  readonly precedents?: readonly string[];
  readonly peers?: readonly string[];
  /** A figures sheet beside the draft, comma-separated. */
  readonly sheet?: string;
  readonly options?: RuleOptions;
}

export interface RuleContext {
  readonly analysis: Analysis;
  readonly corpus: CorpusView;
  readonly options: RuleOptions;
  /** Terms that never ask for an entry. */
  readonly known: ReadonlySet<string>;
  /** Words that are no terms at all. */
  readonly ignored: ReadonlySet<string>;
  /**
   * What `compute` says of a block, kept until that block changes. The result may depend on nothing but the block's
   * own text and kind; `key` tells several such results of one rule apart.
   */
  remember<T>(block: Block, key: string, compute: (block: Block) => T): T;
}

/** What a rule found; the engine adds id, severity, suppression and order. */
export interface Finding extends Span {
  /** Given the number of places where it depends on it: a place may be suppressed by the user. */
  readonly message: Bilingual | ((count: number) => Bilingual);
  /** A softer or harder level for a named case; a user's level caps it. */
  readonly grade?: Severity;
  /** Every place of a slip that is found throughout a file, the first of them `start..end` itself. */
  readonly places?: readonly Span[];
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

export interface Related extends Span {
  /** Absent for the draft itself. */
  readonly path?: string;
  readonly message: Bilingual;
}

export interface Fix {
  readonly title: Bilingual;
  readonly kind: FixKind;
  readonly edits: readonly Edit[];
}

/** Replaces `start..end` of the original by `text`. */
export interface Edit extends Span {
  readonly text: string;
}
