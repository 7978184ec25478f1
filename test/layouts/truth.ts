/** A half-open range of UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Everything that a careful person would read from a report. Offsets are into the text it comes with. */
export interface Truth {
  readonly issuer: string;
  /** Null where the text does not name it near the title. */
  readonly region: string | null;
  readonly planYear: number;
  /** Undefined where the text prints no date of the meeting but other dates. */
  readonly date: string | null | undefined;
  /** The ordinals of the congress and of its session. */
  readonly session: readonly [string, string] | null;
  readonly speaker: string | null;
  readonly post: string | null;
  readonly script: 'simplified' | 'traditional';
  readonly headings: readonly HeadingTruth[];
  readonly glossary: readonly EntryTruth[];
  readonly targets: readonly FigureTruth[];
  readonly results: readonly FigureTruth[];
  /** Where results other than those listed may be found without being wrong. */
  readonly open: readonly Span[];
}

export interface HeadingTruth {
  readonly level: number;
  /** What may be given as its title; the first is what the contract says. */
  readonly titles: readonly string[];
  /** Where a reader may say that it starts; the first is what the contract says. */
  readonly starts: readonly number[];
  /** Whether nobody could call it wrong to leave it out. */
  readonly optional: boolean;
  /** What its part is for, where that is beyond doubt. */
  readonly role?: 'review' | 'plan' | 'governance' | 'glossary' | 'annex';
}

export interface EntryTruth extends Span {
  readonly number: number | null;
  readonly term: string;
  readonly definition: string;
  readonly definitionStart: number;
  readonly definitionEnd: number;
  readonly used: boolean;
}

/** What is said of an indicator, without the indicator. */
export interface Value {
  readonly measure: 'growth' | 'level' | 'change' | 'qualitative';
  readonly bound: 'exact' | 'about' | 'at-least' | 'at-most' | 'range' | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly direction: 'up' | 'down' | null;
}

/** One statement, placed where its value is printed (where its words are, if it has no number). */
export interface FigureTruth extends Value, Span {
  readonly indicator: string;
  /** What is striven for beyond the value. */
  readonly stretch?: number;
  /** Whether a word like 预计 or 初步核算 covers it. */
  readonly estimated: boolean;
  readonly year: number;
}
