/**
 * Typed access to the data rows in `server/data`: what the core knows about indicators, terms and wording.
 *
 * Every row names a source (an id of {@link sources}), a date and a status. A row is `confirmed` when its wording was
 * found in the source, a copy of it or several official reports (for a term that means the term and the members of a
 * numbered formula, not every word of the definition); `unconfirmed` when it rests on general knowledge. Rules soften
 * unconfirmed rows.
 * The shapes are checked by `data.test.ts`, so the casts below are safe.
 */
import confusionFile from '../../data/confusions.json';
import datedFile from '../../data/dated.json';
import formulationFile from '../../data/formulations.json';
import indicatorFile from '../../data/indicators.json';
import nameFile from '../../data/names.json';
import plenumFile from '../../data/plenums.json';
import regionFile from '../../data/regions.json';
import scriptFile from '../../data/scripts.json';
import sourceFile from '../../data/sources.json';
import termFile from '../../data/terms.json';
import unitFile from '../../data/units.json';
import type { Script, TermKind } from './model';

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
  /** The form also stands in texts that many eyes have read: worth a word, not a warning. */
  readonly grade?: 'information';
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
  /** Growth is published on a comparable basis (可比口径): the published levels of two years do not give it. */
  readonly comparable?: boolean;
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

/** A policy term known throughout the country; it needs no entry in a report's own glossary. */
export interface KnownTerm extends Sourced {
  /** The term without outer quotation marks. */
  readonly term: string;
  readonly aliases: readonly string[];
  readonly kind: TermKind;
  /** One or two neutral sentences; for political formulations the official members in their order. */
  readonly definition: string;
  /** When it came into use, ISO and cut to the precision known. */
  readonly since?: string;
  /** When it went out of use. */
  readonly until?: string;
}

/** A form that departs from a fixed formulation, with what to write instead. */
export interface Slip {
  readonly form: string;
  readonly right: string;
  /** No slip directly before one of these (山水林田湖草 before 沙). */
  readonly unlessBefore?: readonly string[];
  /** A slip only where this stands within twelve units before or after. */
  readonly near?: string;
  /** No slip where this stands within twelve units before or after. */
  readonly unlessNear?: string;
  /** An older or mixed form that is still in use: worth a word, not a warning. */
  readonly grade?: 'information';
}

interface FormulationBase extends Sourced {
  readonly id: string;
  readonly name: string;
  readonly slips: readonly Slip[];
  /** First date in force: never applied to reports before it. */
  readonly from?: string;
  /** Last date in force: never applied to reports after it. */
  readonly until?: string;
}

/** Members in a fixed order, joined by 、 and the like. */
export interface ListFormulation extends FormulationBase {
  readonly kind: 'list';
  readonly members: readonly string[];
  /** The full wording where it is more than the members joined by 、. */
  readonly wording?: string;
  /** How many different members in one list show that this formula is meant. */
  readonly recognise: number;
  /** Whether a list that is recognised but lacks a member is a slip (false: only the order counts). */
  readonly complete: boolean;
}

/** One fixed wording; its `slips` are the departures known. */
export interface PhraseFormulation extends FormulationBase {
  readonly kind: 'phrase';
  readonly wording: string;
  /** Forms beside it that are in good use. */
  readonly accepted?: readonly string[];
}

/** A verb that belongs to an object. `wrong` verbs at most `gap` units before the object are slips. */
export interface FrameFormulation extends FormulationBase {
  readonly kind: 'frame';
  readonly wording: string;
  readonly verb: string;
  readonly object: string;
  readonly wrong: readonly string[];
  /** Other verbs in accepted use. */
  readonly accepted: readonly string[];
  readonly gap: number;
}

export type Formulation = ListFormulation | PhraseFormulation | FrameFormulation;

/** A phrase that gave way to another one; never applied to reports dated before `since`. */
export interface DatedPhrase extends Sourced {
  readonly from: string;
  readonly to: string;
  readonly since: string;
  /** Longer strings in which the phrase stays right. */
  readonly exempt: readonly string[];
  /** `national`: only for the State Council's report. */
  readonly scope?: 'national';
  readonly zh: string;
  readonly en: string;
}

/** A word that is written wrongly, and the right one. */
export interface Confusion extends Sourced {
  readonly wrong: string;
  readonly right: string;
  /** Only directly before a date. */
  readonly before?: 'date';
  /** Only where one of these stands within four units before. */
  readonly after?: readonly string[];
  readonly unlessBefore?: readonly string[];
  readonly unlessAfter?: readonly string[];
  /** A preferred form among two in use, not a mistake. */
  readonly soft?: true;
}

/** A character that looks like another one in years written in Chinese digits. */
export interface Lookalike extends Sourced {
  readonly char: string;
  readonly right: string;
  readonly name: string;
}

/** A hotline, an honour or a programme whose official name is often written otherwise. */
export interface OfficialName extends Sourced {
  readonly name: string;
  /** Other names that are right as well. */
  readonly accepted: readonly string[];
  /** Whatever stands between these two means the thing of that name. */
  readonly head?: string;
  readonly tail?: string;
}

/** The plenary sessions that one Central Committee has held, by the day each closed. */
export interface PlenumRow extends Sourced {
  /** The congress in Han numerals: 十八, 二十. */
  readonly congress: string;
  /** ISO dates, from the first session on. */
  readonly closed: readonly string[];
  /** Whether its term is over, so that no session will follow. */
  readonly over: boolean;
}

/** Characters that one script shares with the other although a converter would change them. */
export interface ScriptRow extends Sourced {
  readonly script: Script;
  /** Right in texts of this script, in some words at least (乾 in 乾坤). */
  readonly also: string;
  /** Right in names of people and places. */
  readonly names: string;
}

export type UnitSystem = 'statutory' | 'customary' | 'counting' | 'currency' | 'ratio';

export interface UnitRow extends Sourced {
  readonly unit: string;
  /** length, area, volume, mass, power, energy, money, count, ratio, … */
  readonly dimension: string;
  readonly system: UnitSystem;
  readonly symbol?: string;
  /** `1 unit = factor base`. */
  readonly base?: string;
  readonly factor?: number;
  /** Another name of this unit that is as good. */
  readonly sameAs?: string;
  /** Short forms that formal text spells out (平米, 立方). */
  readonly clipped?: readonly string[];
  /** Symbols in wrong case (KV, KWH). */
  readonly miscased?: readonly string[];
  readonly obsolete?: readonly string[];
}

/** Which dimensions fit what is measured, and which are a slip. */
export interface NounUnits extends Sourced {
  readonly nouns: readonly string[];
  readonly fits: readonly string[];
  readonly wrong: readonly string[];
  readonly zh: string;
  readonly en: string;
}

export interface Province extends Sourced {
  readonly name: string;
  /** Short names, the usual one first. */
  readonly short: readonly string[];
  readonly prefectures: readonly string[];
  /** Counties and districts directly under the province whose names occur once in the country. */
  readonly direct?: readonly string[];
}

export interface Region {
  readonly name: string;
  readonly level: 'province' | 'prefecture' | 'county';
  readonly province: Province;
}

export const sources: readonly Source[] = sourceFile.sources;
export const indicators = indicatorFile.indicators as unknown as readonly Indicator[];
export const components = indicatorFile.components as unknown as readonly IndicatorComponent[];
export const knownTerms = termFile.terms as unknown as readonly KnownTerm[];
export const formulations = formulationFile.formulations as unknown as readonly Formulation[];
export const datedPhrases = datedFile.dated as unknown as readonly DatedPhrase[];
export const confusions = confusionFile.confusions as unknown as readonly Confusion[];
export const lookalikes = confusionFile.lookalikes as unknown as readonly Lookalike[];
export const units = unitFile.units as unknown as readonly UnitRow[];
export const nounUnits = unitFile.nouns as unknown as readonly NounUnits[];
export const officialNames = nameFile.names as unknown as readonly OfficialName[];
export const plenums = plenumFile.plenums as unknown as readonly PlenumRow[];
export const scripts = scriptFile.scripts as unknown as readonly ScriptRow[];
export const provinces = regionFile.provinces as unknown as readonly Province[];
/** Last words of the names of places and functional areas, the longest first within a level. */
export const regionSuffixes: Readonly<
  Record<'province' | 'prefecture' | 'county' | 'township' | 'functional', readonly string[]>
> = regionFile.suffixes;

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

/** The term known throughout the country that a text is, quotation marks around it dropped, or null. */
export function findKnownTerm(text: string): KnownTerm | null {
  termIndex ??= new Map(knownTerms.flatMap((row) => [row.term, ...row.aliases].map((form) => [bare(form), row])));
  return termIndex.get(bare(text)) ?? null;
}

/** The full wording of a formulation: for lists without one of their own the members joined by 、. */
export function wordingOf(formulation: Formulation): string {
  return formulation.kind === 'list' ? (formulation.wording ?? formulation.members.join('、')) : formulation.wording;
}

/**
 * The province-level or prefecture-level place with this name, or a county directly under a province; null for other
 * counties. A province's short name counts where it has two characters or more (内蒙古), a prefecture's only in full.
 */
export function findRegion(name: string): Region | null {
  regionIndex ??= buildRegionIndex();
  return regionIndex.get(name) ?? null;
}

// Example: 社会消费品零售总额增速, 居民消费价格涨幅.
const GROWTH_SUFFIX = /(?:增速|增幅|涨幅|增长率|增长)$/u;

let index: IndicatorIndex | undefined;
let termIndex: Map<string, KnownTerm> | undefined;
let regionIndex: Map<string, Region> | undefined;

function buildRegionIndex(): Map<string, Region> {
  const byName = new Map<string, Region>();
  for (const province of provinces) {
    for (const name of [province.name, ...province.short.filter((short) => short.length > 1)]) {
      byName.set(name, { name: province.name, level: 'province', province });
    }
    for (const name of province.prefectures) byName.set(name, { name, level: 'prefecture', province });
    for (const name of province.direct ?? []) byName.set(name, { name, level: 'county', province });
  }
  return byName;
}

/** Without quotation marks, so that “三公”经费 and 三公经费 are one. */
function bare(text: string): string {
  return fold(text.replace(/[“”‘’"]/gu, ''));
}

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
    // Nearly every form is printed as the catalogue has it.
    get: (form) => byForm.get(form) ?? (FOLDABLE.test(form) ? byForm.get(fold(form)) : undefined) ?? null,
  };
}

/** Folds width and case unit by unit, so that offsets stay: （ → (, Ａ → A, gdp → GDP, ₂ → 2. */
function fold(text: string): string {
  // Example: （R&D）, Ｇｄｐ, PM₂.₅; everything else is left alone.
  return FOLDABLE.test(text) ? text.replace(/[a-z！-～₀-₉]/gu, foldUnit) : text;
}

const FOLDABLE = /[a-z！-～₀-₉]/u;

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code >= 0x2080 && code <= 0x2089) return String.fromCharCode(code - 0x2080 + 0x30);
  return String.fromCharCode(code >= 0xff01 ? code - 0xfee0 : code).toUpperCase();
}
