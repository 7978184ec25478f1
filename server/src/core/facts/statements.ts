import type { Indicator } from '../data';
import { nationalCounterpart } from '../data';
import type { Block, Heading, Period, Report, Role, Statement, StatementRole } from '../model';
import type { FactCache } from './cache';
import type { BlockClaims, SentenceClaims } from './statement-blocks';
import { readClaims } from './statement-blocks';
import type { Claim } from './statement-claims';
import type { TimeMark, TimeMeaning } from './statement-times';
import { findTimes } from './statement-times';

/**
 * The targets, tasks and results of a report, in order of place. Reading a paragraph is kept by its text; what changes
 * with the place of the paragraph (part of the report, year, targets) is worked out anew each time.
 */
export function findStatements(report: Report, cache: FactCache): Statement[] {
  const { info } = report;
  if (info === null) return [];
  const places = readPlaces(report, cache);
  const goals = findGoals(report, places);
  const statements: Statement[] = [];
  for (const place of places) {
    const { block, claims } = place;
    for (const sentence of claims.sentences) {
      place.enter(sentence);
      const goalFrom = goals.get(sentence) ?? null;
      const add = (claim: Claim, aimed: boolean): void => {
        const statement = toStatement(report, place, claim, aimed);
        if (statement !== null) statements.push({ ...statement, block: block.index });
      };
      for (const claim of goalFrom === null ? sentence.claims : sentence.all) {
        add(claim, goalFrom !== null && claim.start >= goalFrom);
      }
      if (goalFrom === null && place.role !== 'review') for (const claim of sentence.promised) add(claim, false);
    }
  }
  return withoutRepeats(statements).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** What a year means for a claim that names none. */
type Scope =
  | { readonly kind: 'year'; readonly year: number | null }
  | { readonly kind: 'several'; readonly meaning: Extract<TimeMeaning, { kind: 'several' }> };

interface Place {
  readonly block: Block;
  readonly claims: BlockClaims;
  readonly role: 'review' | 'plan' | 'targets' | 'governance';
  /** The section is about several years to come or gone. */
  readonly section: Scope;
  scope: Scope;
  /** Takes up the time that a sentence opens with. */
  enter(sentence: SentenceClaims): void;
}

/** The blocks that state something, each with what holds for its section. */
function readPlaces(report: Report, cache: FactCache): Place[] {
  const planYear = report.info?.planYear ?? null;
  const places: Place[] = [];
  let planned = false;
  let scope: Scope = { kind: 'year', year: null };
  let source: number | null = null;
  const sections = new Map<number, Section | null>();
  for (const block of report.blocks) {
    if (block.kind !== 'body') continue;
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
    !/^(?:——|各位代表[！，：]?|同志们[！，：]?|回顾|回首|刚刚过去的|总结|[这在自，、—]|即将过去的|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.]|展望)*$/.test(
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
  // 近三年累计 is told of one sentence; 过去五年 and “十四五”时期 of all that follows.
  if (meaning.kind === 'several' && /^[近前最两三二]/.test(block.text.slice(opening.start, opening.end))) return null;
  return scopeOf(meaning, planYear);
}

/** Which sentences state this year's main expected targets, and from where in the sentence on. */
function findGoals(report: Report, places: readonly Place[]): Map<SentenceClaims, number> {
  const goals = new Map<SentenceClaims, number>();
  for (let p = 0; p < places.length; p++) {
    const place = places[p];
    if (place === undefined || place.role === 'review') continue;
    place.claims.sentences.forEach((sentence, s) => {
      const { goal } = sentence;
      if (goal === null || goal.several || isLongTerm(place) || goals.has(sentence)) return;
      const listed = sentence.all.filter((claim) => claim.start >= goal.end && isTargetLike(claim));
      const numbered = listed.filter((claim) => claim.form !== 'words');
      if (listed.some((claim) => claim.indicator !== null) || numbered.length >= 2) {
        goals.set(sentence, goal.end);
        takeFollowing(place.claims.sentences, s + 1, goals);
        if (s === place.claims.sentences.length - 1) takeRest(places, p, goals);
        return;
      }
      if (s === place.claims.sentences.length - 1 && /[^。！？：；]$/.test(place.block.text) && goal.annual) {
        goals.set(sentence, goal.end);
        takeRest(places, p, goals);
        return;
      }
      // The list stands beneath: on lines of their own, or as items.
      if (listed.length > 0 || goal.end < sentence.end - 2) return;
      if (takeFollowing(place.claims.sentences, s + 1, goals) > 0) return;
      for (let q = p + 1; q < Math.min(places.length, p + 25); q++) {
        const next = places[q];
        if (next === undefined || next.role === 'review' || takeFollowing(next.claims.sentences, 0, goals) === 0) break;
      }
    });
  }
  if (goals.size > 0) return goals;
  return guessGoals(report, places);
}

/** Takes the sentences from `from` on as long as each opens with an indicator; says how many. */
function takeFollowing(sentences: readonly SentenceClaims[], from: number, goals: Map<SentenceClaims, number>): number {
  let taken = 0;
  for (let i = from; i < sentences.length; i++) {
    const sentence = sentences[i];
    const first = sentence?.all.find(isTargetLike);
    if (sentence === undefined || first === undefined) break;
    // 固定资产投资增长预期目标为10% is an item; 主要预期目标是 begins another list.
    if (sentence.goal !== null && first.start >= sentence.goal.end) break;
    if (first.indicator === null || !first.opens) break;
    goals.set(sentence, sentence.start);
    taken++;
  }
  return taken;
}

/** Where a page ends in the midst of the list, takes the rest of its sentence from the next paragraph. */
function takeRest(places: readonly Place[], p: number, goals: Map<SentenceClaims, number>): void {
  let text = places[p]?.block.text ?? '';
  for (let q = p + 1; q < Math.min(places.length, p + 4) && !/[。！？：]$/.test(text); q++) {
    const next = places[q];
    const sentence = next?.claims.sentences[0];
    if (next === undefined || sentence === undefined || next.role === 'review') return;
    if (!sentence.all.some((claim) => isTargetLike(claim) && claim.indicator !== null)) continue;
    goals.set(sentence, sentence.start);
    if (next.claims.sentences.length > 1) return;
    text = next.block.text;
  }
}

function isTargetLike(claim: Claim): boolean {
  return claim.form !== 'value-before' && !claim.average;
}

function isLongTerm(place: Place): boolean {
  return place.scope.kind === 'several';
}

/**
 * Where no sentence says that it states the main targets: the first sentence of the plan that promises the year's
 * growth of the economy together with other indicators, or the sentences of a section that is called so.
 */
function guessGoals(report: Report, places: readonly Place[]): Map<SentenceClaims, number> {
  const goals = new Map<SentenceClaims, number>();
  for (const place of places) {
    if (place.role === 'review' || place.role === 'governance' || isLongTerm(place)) continue;
    const title = report.headings[place.block.heading]?.title ?? '';
    const titled = place.role === 'targets' && /目标|指标/.test(title) && title.length <= 20;
    for (const sentence of place.claims.sentences) {
      const known = sentence.claims.filter(
        (claim) => isTargetLike(claim) && claim.indicator !== null && claim.form !== 'words',
      );
      const economy = known.some((claim) => claim.measure === 'growth' && ECONOMY.has(claim.indicator?.name ?? ''));
      if ((economy && known.length >= 3) || (titled && known.length >= 1)) goals.set(sentence, sentence.start);
    }
    if (goals.size > 0 && !titled) break;
  }
  return goals;
}

const ECONOMY = new Set(['地区生产总值', '国内生产总值']);

interface Timed {
  readonly year: number | null;
  readonly period: Period;
  readonly part: boolean;
}

/** The year and period of a claim. */
function timeOf(claim: Claim, place: Place, planYear: number | null): Timed {
  const meaning = claim.time?.meaning ?? null;
  const timed =
    meaning === null ? scopedTime(place.scope, claim, planYear) : namedTime(meaning, claim, planYear, place);
  if (claim.average) return { year: null, period: 'average', part: timed.part };
  return spansYears(claim, timed.year) ? { year: null, period: 'term', part: timed.part } : timed;
}

/** A rise against a year further back than the last (比2002年增长65.5%) is not the rise of one year. */
function spansYears(claim: Claim, year: number | null): boolean {
  const meaning = claim.base?.meaning;
  if (meaning === undefined || claim.direction === null) return false;
  if (meaning.kind === 'several') return true;
  return meaning.kind === 'year' && year !== null && year - meaning.year > 1;
}

function scopedTime(scope: Scope, claim: Claim, planYear: number | null): Timed {
  if (scope.kind === 'year') return { year: scope.year, period: 'annual', part: false };
  return severalTime(scope.meaning, claim, planYear);
}

function namedTime(meaning: TimeMeaning, claim: Claim, planYear: number | null, place: Place): Timed {
  switch (meaning.kind) {
    case 'year': {
      const ahead = planYear !== null && meaning.year > planYear;
      return { year: meaning.year, period: ahead ? 'plan' : 'annual', part: false };
    }
    case 'relative':
      return {
        year: planYear === null ? null : planYear + relativeOffset(meaning, place),
        period: 'annual',
        part: false,
      };
    case 'reviewed':
      return { year: planYear === null ? null : planYear - 1, period: 'annual', part: false };
    case 'several':
      return severalTime(meaning, claim, planYear);
    case 'part':
      return { ...scopedTime(place.scope, claim, planYear), part: true };
  }
}

/** In the review 上年 is the year before the one reviewed. */
function relativeOffset(meaning: Extract<TimeMeaning, { kind: 'relative' }>, place: Place): number {
  return meaning.before && place.role === 'review' ? meaning.offset - 1 : meaning.offset;
}

function severalTime(meaning: Extract<TimeMeaning, { kind: 'several' }>, claim: Claim, planYear: number | null): Timed {
  const past = !meaning.ahead && (meaning.end === null || planYear === null || meaning.end < planYear);
  if (past && claim.reached && planYear !== null)
    return { year: meaning.end ?? planYear - 1, period: 'annual', part: false };
  return { year: null, period: meaning.plan !== null ? 'plan' : 'term', part: false };
}

function toStatement(report: Report, place: Place, claim: Claim, aimed: boolean): Omit<Statement, 'block'> | null {
  const planYear = report.info?.planYear ?? null;
  const time = timeOf(claim, place, planYear);
  const role = statementRole(place, claim, time, aimed, planYear);
  if (role === null) return null;
  if (role === 'result' && !isSoundResult(claim, time)) return null;
  const { block } = place;
  const indicator = indicatorOf(report, claim);
  // The issuer's own name before an indicator is a region word and stays outside.
  const region = indicator !== null ? claim.prefix.length : 0;
  const nameStart = claim.nameStart + region;
  const span = block.span(claim.start === claim.nameStart ? nameStart : claim.start, claim.end);
  const name = block.span(nameStart, claim.nameEnd);
  const value = block.span(claim.valueStart, claim.valueEnd);
  return {
    start: span.start,
    end: span.end,
    indicator: indicator === null ? claim.owner + claim.name : indicator.name,
    name: claim.name.slice(region),
    nameStart: name.start,
    nameEnd: name.end,
    valueStart: value.start,
    valueEnd: value.end,
    role,
    year: role === 'target' ? (time.year ?? planYear) : time.year,
    period: role === 'target' ? 'annual' : time.period,
    measure: claim.measure,
    direction: claim.measure === 'qualitative' ? null : claim.direction,
    bound: claim.bound,
    min: claim.min,
    max: claim.max,
    unit: claim.unit,
    estimated: role === 'result' && claim.estimated,
    stretch: claim.stretch,
    known: indicator !== null,
  };
}

/** The catalogue row a claim is about; none where words before its name narrow it to another place. */
function indicatorOf(report: Report, claim: Claim): Indicator | null {
  const { indicator, prefix } = claim;
  if (indicator === null) return null;
  if (prefix !== '' && !isOwnPlace(report, prefix)) return null;
  return report.info?.issuer === '国务院' ? nationalCounterpart(indicator) : indicator;
}

function isOwnPlace(report: Report, prefix: string): boolean {
  const issuer = report.info?.issuer ?? '';
  return issuer !== '' && (issuer === prefix || issuer.endsWith(prefix) || prefix.endsWith(issuer));
}

function statementRole(
  place: Place,
  claim: Claim,
  time: Timed,
  aimed: boolean,
  planYear: number | null,
): StatementRole | null {
  const future = planYear !== null && time.year !== null && time.year >= planYear;
  const past = planYear !== null && time.year !== null && time.year < planYear;
  if (place.role === 'review') {
    if (future) return claim.time?.meaning.kind === 'relative' ? null : 'task';
    return 'result';
  }
  if (aimed && !past) return 'target';
  if (past) return 'result';
  // What is so already is no promise: 财政性教育经费支出已经超过2万亿元.
  if (claim.already) return null;
  if (claim.time?.meaning.kind === 'several' && !claim.time.meaning.ahead && isPast(claim.time, planYear))
    return 'result';
  return 'task';
}

function isPast(mark: TimeMark, planYear: number | null): boolean {
  const { meaning } = mark;
  if (meaning.kind !== 'several' || meaning.ahead) return false;
  return meaning.end === null ? meaning.plan === null : planYear !== null && meaning.end < planYear;
}

/** Results must be right: what is only the size of one thing, or of a part of the year, is left out. */
function isSoundResult(claim: Claim, time: Timed): boolean {
  if (time.part) return false;
  if (claim.indicator !== null) return true;
  if (claim.form === 'value-before' && claim.size) return false;
  return true;
}

/** Drops what the plan says again of a target. */
function withoutRepeats(statements: readonly Statement[]): Statement[] {
  const targets = statements.filter((statement) => statement.role === 'target');
  if (targets.length === 0) return [...statements];
  return statements.filter((statement) => {
    if (statement.role === 'result') return true;
    const twin = targets.find((target) => isSame(target, statement));
    return twin === undefined || twin === statement;
  });
}

function isSame(one: Statement, other: Statement): boolean {
  return (
    one.indicator === other.indicator &&
    one.measure === other.measure &&
    one.min === other.min &&
    one.max === other.max &&
    one.year === other.year
  );
}
