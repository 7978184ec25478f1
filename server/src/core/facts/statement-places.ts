import type { Block, Heading, Report, Role } from '../model';
import type { FactCache } from './cache';
import type { BlockClaims, SentenceClaims } from './statement-blocks';
import { readClaims } from './statement-blocks';
import type { Claim } from './statement-claims';
import type { TimeMeaning } from './statement-times';
import { findTimes } from './statement-times';

/** What a year means for a claim that names none. */
export type Scope =
  | { readonly kind: 'year'; readonly year: number | null }
  | { readonly kind: 'several'; readonly meaning: Extract<TimeMeaning, { kind: 'several' }> };

export interface Place {
  readonly block: Block;
  readonly claims: BlockClaims;
  readonly role: 'review' | 'plan' | 'targets' | 'governance';
  /** The first row of the table that the block belongs to, null for text. */
  readonly head: string | null;
  /** The section is about several years to come or gone. */
  readonly section: Scope;
  scope: Scope;
  /** Takes up the time that a sentence opens with. */
  enter(sentence: SentenceClaims): void;
}

/** The blocks that state something, each with what holds for its section. */
export function readPlaces(report: Report, cache: FactCache): Place[] {
  const planYear = report.info?.planYear ?? null;
  const places: Place[] = [];
  let planned = false;
  let scope: Scope = { kind: 'year', year: null };
  let source: number | null = null;
  const sections = new Map<number, Section | null>();
  let head: string | null = null;
  for (const block of report.blocks) {
    if (block.kind !== 'body') continue;
    head = block.text.startsWith('|') ? (head ?? block.text) : null;
    const role = roleOf(block.role, planned);
    if (block.role === 'plan' || block.role === 'targets') planned = true;
    if (role === null) continue;
    const claims = cache.of('statements', block.text, readClaims);
    if (claims.sentences.length === 0) continue;
    const usual: Scope = {
      kind: 'year',
      year: planYear === null ? null : role === 'review' ? planYear - 1 : planYear,
    };
    const own = sectionOf(report.headings, block.heading, planYear, sections);
    // Only a title that comes into force sets the time; beneath one that names two times, what was read last holds.
    const from = own?.heading ?? -2 - partOf(report.headings, block.heading);
    if (from !== source) {
      scope = own?.scope ?? usual;
      source = from;
    }
    if (role !== 'review' && (own === null || own.mixed) && claims.sentences.some(announcesYear)) scope = usual;
    const section = own !== null && !own.mixed ? own.scope : usual;
    const place: Place = {
      block,
      claims,
      role,
      head,
      section,
      scope,
      enter(sentence) {
        if (sentence.opening === null) return;
        const opened = openedScope(sentence, block, planYear, role);
        if (opened === null) return;
        place.scope = opened;
      },
    };
    // The time a paragraph opens with holds for the paragraphs behind it too: 过去五年, …; 刚刚过去的2025年, ….
    const first = claims.sentences[0];
    const opened = first === undefined ? null : openedScope(first, block, planYear, role);
    if (opened !== null) scope = opened;
    place.scope = scope;
    places.push(place);
  }
  return places;
}

/** Whether a sentence turns from the years of a plan to the year's own targets. */
function announcesYear({ goal, claims }: SentenceClaims): boolean {
  if (goal === null || goal.several) return false;
  return goal.annual || claims.filter((claim) => claim.start >= goal.end && isNumbered(claim)).length >= 2;
}

function isNumbered(claim: Claim): boolean {
  return claim.indicator !== null && claim.form !== 'words' && !claim.average;
}

function roleOf(role: Role | null, planned: boolean): Place['role'] | null {
  if (role === 'review' || role === 'plan' || role === 'targets' || role === 'governance') return role;
  return role === null ? (planned ? 'plan' : 'review') : null;
}

/** The outermost heading over a heading. */
function partOf(headings: readonly Heading[], at: number): number {
  let i = at;
  while (i > 0 && (headings[i]?.level ?? 1) > 1) i--;
  return i;
}

/** The time that a title names, for everything beneath it. */
interface Section {
  readonly heading: number;
  readonly scope: Scope;
  /** The title names a year and a time of several years (“十五五”时期目标和2026年工作). */
  readonly mixed: boolean;
}

/** The innermost title over a block that names a time; null where none does. */
function sectionOf(
  headings: readonly Heading[],
  at: number,
  planYear: number | null,
  known: Map<number, Section | null>,
): Section | null {
  const cached = known.get(at);
  if (cached !== undefined) return cached;
  let section: Section | null = null;
  let level = Infinity;
  for (let i = at; i >= 0 && level > 1 && section === null; i--) {
    const heading = headings[i];
    if (heading === undefined || heading.level >= level) continue;
    level = heading.level;
    section = titleSection(heading, i, planYear);
  }
  known.set(at, section);
  return section;
}

function titleSection(heading: Heading, index: number, planYear: number | null): Section | null {
  // Hardly any title names a time.
  if (!/[年月季届任五]/.test(heading.title)) return null;
  const scopes: { at: number; scope: Scope }[] = [];
  for (const mark of findTimes(heading.title)) {
    const scope = mark.base ? null : scopeOf(mark.meaning, planYear);
    if (scope !== null) scopes.push({ at: mark.start, scope });
  }
  const several = scopes.some(({ scope }) => scope.kind === 'several');
  const named = /“?十([一二三四五六七])五”?|五年/.exec(heading.title);
  if (!several && named !== null) {
    const number = named[1] === undefined ? null : '一二三四五六七'.indexOf(named[1]) + 11;
    const end = number === null ? null : 1955 + 5 * number;
    const meaning = {
      kind: 'several',
      plan: number,
      ahead: number === null && heading.role !== 'review',
      end,
    } as const;
    scopes.push({ at: named.index, scope: { kind: 'several', meaning } });
  }
  const first = scopes.sort((a, b) => a.at - b.at)[0];
  if (first === undefined) return null;
  const kinds = new Set(scopes.map(({ scope }) => scope.kind));
  return { heading: index, scope: first.scope, mixed: kinds.size > 1 };
}

function scopeOf(meaning: TimeMeaning, planYear: number | null): Scope | null {
  if (meaning.kind === 'year') return meaning.end ? null : { kind: 'year', year: meaning.year };
  if (meaning.kind === 'several') return { kind: 'several', meaning };
  if (meaning.kind === 'relative') return planYear === null ? null : { kind: 'year', year: planYear + meaning.offset };
  if (meaning.kind === 'reviewed') return planYear === null ? null : { kind: 'year', year: planYear - 1 };
  return null;
}

/** The scope that a sentence sets for itself and what follows: 过去五年，…, 刚刚过去的2025年，…, 今年，…. */
function openedScope(
  sentence: SentenceClaims,
  block: Block,
  planYear: number | null,
  role: Place['role'],
): Scope | null {
  const { opening } = sentence;
  if (opening === null) return null;
  const before = block.text.slice(sentence.start, opening.start);
  if (
    !/^(?:——|各位代表[！，：]?|同志们[！，：]?|回顾|回首|刚刚过去的|刚刚|总结|[这在自，、—]|即将过去的|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|展望)*$/.test(
      before,
    )
  )
    return null;
  const next = block.text[opening.end] ?? '';
  const { meaning } = opening;
  if (meaning.kind === 'year' && (meaning.end || /[的和与、度]/.test(next) || next.includes('月'))) {
    return next === '的' || meaning.end || next === '月' ? null : scopeOf(meaning, planYear);
  }
  if (meaning.kind === 'relative' && role === 'review' && meaning.offset === 0) return null;
  // 近三年共 is told of one sentence; 过去五年 and “十四五”时期 of all that follows.
  if (meaning.kind === 'several' && /^[近前最两三二]/.test(block.text.slice(opening.start, opening.end))) return null;
  return scopeOf(meaning, planYear);
}
