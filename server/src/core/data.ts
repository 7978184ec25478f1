/**
 * Typed access to the data rows in `server/data`: what the core knows about indicators, terms and wording.
 *
 * Every row names a source (an id of {@link sources}), a date and a status. A row is `confirmed` when its wording was
 * compared with the source or a copy of it, `unconfirmed` when it rests on general knowledge; rules soften the latter.
 * The shapes are checked by `data.test.ts`, so the casts below are safe.
 */
import indicatorFile from '../../data/indicators.json';
import sourceFile from '../../data/sources.json';

/** Where the wording of a row comes from. Dates are ISO, cut to the precision known (2025, 2025-03, 2025-03-05). */
export interface Source {
  readonly id: string;
  readonly title: string;
  readonly issuer: string;
  readonly date: string;
}

export type RowStatus = 'confirmed' | 'unconfirmed';

/** What every data row carries. */
export interface Sourced {
  readonly source: string;
  readonly date: string;
  readonly status: RowStatus;
}

export type IndicatorDirection = 'up' | 'down' | 'neutral';
export type IndicatorBasis = 'nominal' | 'real' | null;
export type IndicatorKind = 'growth' | 'floor' | 'cap' | 'level' | 'sync' | 'change';
export type IndicatorMeasure = 'growth' | 'level' | 'change' | 'qualitative';

/** A form that an editor corrects, with what to write instead (`right` is a form of the same row). */
export interface WrongForm {
  readonly form: string;
  readonly right: string;
  readonly zh: string;
  readonly en: string;
  /** The form is no slip directly after one of these characters (社会研发投入 inside 全社会研发投入). */
  readonly unlessAfter?: readonly string[];
}

/** One indicator of the catalogue. All forms of all rows are distinct. */
export interface Indicator extends Sourced {
  /** Official name, without region words. */
  readonly name: string;
  readonly group: string;
  /** Usual unit; '' for pure ratios and indicators stated in words. */
  readonly unit: string;
  /** Units that fit, the usual one first. */
  readonly units: readonly string[];
  /** Which way is better. */
  readonly direction: IndicatorDirection;
  /** Whether a stated growth is at constant prices (`real`) or current ones; null where prices play no part. */
  readonly basis: IndicatorBasis;
  /** Usual kind of target: growth rate, at least, at most, a plain level, in step with another one, points of change. */
  readonly kind: IndicatorKind;
  /** Measures that make sense, the most usual first. */
  readonly measures: readonly IndicatorMeasure[];
  /** Accepted short names and synonyms. */
  readonly aliases: readonly string[];
  /** Accepted variants in word order or by a qualifier in brackets. */
  readonly variants?: readonly string[];
  /** Everyday words that mean this indicator only where a value stands with them (出口, 经济增长, 老旧小区). */
  readonly weak?: readonly string[];
  /** Forms in wide use that are not the official name. */
  readonly informal?: readonly string[];
  /** Superseded names, with the last year in which they were current. */
  readonly old?: Readonly<Record<string, string>>;
  readonly wrong?: readonly WrongForm[];
  /** Official name of the local counterpart, on rows that only the State Council uses. */
  readonly nationalOf?: string;
  /** Official name of the whole this is a part of: its level cannot be larger. */
  readonly partOf?: string;
  /** Official names of the indicators this one stands for jointly. */
  readonly parts?: readonly string[];
  /** Last year in which the indicator was compiled, and what took its place. */
  readonly until?: string;
  readonly successor?: string;
}

/**
 * How a list with a shared part unfolds: “城镇、农村” before the shared tail “居民人均可支配收入”, “收入、支出” after the
 * shared head “一般公共预算”. `members` maps the words in the list to official names.
 */
export interface IndicatorComponent extends Sourced {
  readonly shared: 'head' | 'tail';
  readonly part: string;
  readonly members: Readonly<Record<string, string>>;
}

export type FormKind = 'name' | 'alias' | 'variant' | 'weak' | 'informal' | 'old' | 'wrong';

/** A form of an indicator found in a text, `length` in UTF-16 units. */
export interface IndicatorMatch {
  readonly indicator: Indicator;
  readonly form: string;
  readonly via: FormKind;
  readonly length: number;
}

export interface IndicatorIndex {
  /** The longest form that starts at `offset`, or null. Bracket width and letter case do not matter. */
  matchAt(text: string, offset: number): IndicatorMatch | null;
  /** The indicator with exactly this form, or null. */
  get(form: string): IndicatorMatch | null;
}

export const sources: readonly Source[] = sourceFile.sources;
export const indicators = indicatorFile.indicators as unknown as readonly Indicator[];
export const components = indicatorFile.components as unknown as readonly IndicatorComponent[];

/** The source of a row, or null for an id that is not listed. */
export function sourceOf(row: Sourced): Source | null {
  return sources.find((source) => source.id === row.source) ?? null;
}

/** The index over every form of every indicator, built at the first call. */
export function indicatorIndex(): IndicatorIndex {
  index ??= buildIndex();
  return index;
}

/**
 * The catalogue row that a name means, or null. A trailing 增速, 增幅, 涨幅, 增长率 or 增长 is dropped when the whole is
 * no form of its own. With `national`, rows that the State Council names differently are exchanged for its own
 * (GDP → 国内生产总值).
 */
export function findIndicator(name: string, options: { readonly national?: boolean } = {}): Indicator | null {
  const forms = indicatorIndex();
  const match = forms.get(name) ?? forms.get(name.replace(GROWTH_SUFFIX, ''));
  if (match === null) return null;
  return options.national === true ? nationalCounterpart(match.indicator) : match.indicator;
}

/** The State Council's own row for an indicator (地区生产总值 → 国内生产总值), or the row itself. */
export function nationalCounterpart(indicator: Indicator): Indicator {
  return indicators.find((row) => row.nationalOf === indicator.name) ?? indicator;
}

/** Every form of a row with its kind: the official name first, then aliases, variants and the rest. */
export function formsOf(indicator: Indicator): readonly (readonly [form: string, via: FormKind])[] {
  return [
    [indicator.name, 'name'],
    ...indicator.aliases.map((form) => [form, 'alias'] as const),
    ...(indicator.variants ?? []).map((form) => [form, 'variant'] as const),
    ...(indicator.weak ?? []).map((form) => [form, 'weak'] as const),
    ...(indicator.informal ?? []).map((form) => [form, 'informal'] as const),
    ...Object.keys(indicator.old ?? {}).map((form) => [form, 'old'] as const),
    ...(indicator.wrong ?? []).map(({ form }) => [form, 'wrong'] as const),
  ];
}

// Example: 社会消费品零售总额增速, 居民消费价格涨幅.
const GROWTH_SUFFIX = /(?:增速|增幅|涨幅|增长率|增长)$/u;

let index: IndicatorIndex | undefined;

function buildIndex(): IndicatorIndex {
  const byForm = new Map<string, IndicatorMatch>();
  // Lengths of the forms that begin with two given units, longest first: a text position is tried only at these.
  const lengths = new Map<string, number[]>();
  for (const indicator of indicators) {
    for (const [form, via] of formsOf(indicator)) {
      const key = fold(form);
      byForm.set(key, { indicator, form, via, length: form.length });
      const opening = key.slice(0, 2);
      const known = lengths.get(opening);
      if (known === undefined) lengths.set(opening, [form.length]);
      else if (!known.includes(form.length)) known.push(form.length);
    }
  }
  for (const list of lengths.values()) list.sort((a, b) => b - a);
  return {
    matchAt(text, offset) {
      const candidates = lengths.get(fold(text.slice(offset, offset + 2)));
      if (candidates === undefined) return null;
      const folded = fold(text.slice(offset, offset + (candidates[0] ?? 0)));
      for (const length of candidates) {
        const match = folded.length >= length ? byForm.get(folded.slice(0, length)) : undefined;
        if (match !== undefined) return match;
      }
      return null;
    },
    get: (form) => byForm.get(fold(form)) ?? null,
  };
}

/** Folds width and case unit by unit, so that offsets stay: （ → (, Ａ → A, gdp → GDP, ₂ → 2. */
function fold(text: string): string {
  // Example: （R&D）, Ｇｄｐ, PM₂.₅; everything else is left alone.
  return text.replace(/[a-z！-～₀-₉]/gu, foldUnit);
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0x2080 && code <= 0x2089) return String.fromCharCode(code - 0x2080 + 0x30);
  return String.fromCharCode(code >= 0xff01 ? code - 0xfee0 : code).toUpperCase();
}
