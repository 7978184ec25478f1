import type { Analysis, Bilingual, CorpusView, Severity, Span } from '../model';

/** A rule as a declaration: metadata, examples that are executed, and a pure check. */
export interface Rule {
  /** Permanent: it is in users' configuration, suppressions, SARIF and the address of the page. */
  readonly id: string;
  readonly category: 'terms' | 'indicators' | 'numbers' | 'wording' | 'structure' | 'punctuation' | 'linter';
  readonly severity: Severity;
  readonly fix: 'none' | 'safe' | 'suggestion';
  readonly scope: 'block' | 'document' | 'corpus';
  readonly since: string;
  readonly summary: Bilingual;
  readonly rationale: Bilingual;
  /** Norms and house facts behind the rule, as printed on its page. */
  readonly sources: readonly string[];
  readonly options: Readonly<Record<string, RuleOption>>;
  readonly examples: readonly RuleExample[];
  check(context: RuleContext): Iterable<Finding>;
}

/** One option of a rule; the JSON schema and the documentation are generated from it. */
export interface RuleOption {
  readonly type: 'boolean' | 'number' | 'string' | 'strings';
  readonly default: boolean | number | string | readonly string[];
  readonly description: Bilingual;
}

/**
 * An executed example. `bad` marks each finding's span with ⟦…⟧ and gives exactly those findings of the rule; `fixed`
 * is the text after every fix; `good` gives none. `precedents` are past reports of the same issuer, newest first.
 */
export interface RuleExample {
  readonly bad?: string;
  readonly fixed?: string;
  readonly good?: string;
  readonly precedents?: readonly string[];
  readonly peers?: readonly string[];
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface RuleContext {
  readonly analysis: Analysis;
  readonly corpus: CorpusView;
  readonly options: Readonly<Record<string, unknown>>;
  /** Terms that never ask for an entry. */
  readonly known: ReadonlySet<string>;
  /** Words that are no terms at all. */
  readonly ignored: ReadonlySet<string>;
}

/** What a rule found; the engine adds id, severity, suppression and order. */
export interface Finding extends Span {
  readonly message: Bilingual;
  /** A softer or harder level for a named case; a user's level caps it. */
  readonly grade?: Severity;
  readonly count?: number;
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
  readonly kind: 'safe' | 'suggestion';
  readonly edits: readonly Edit[];
}

/** Replaces `start..end` of the original by `text`. */
export interface Edit extends Span {
  readonly text: string;
}
