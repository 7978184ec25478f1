import type { Indicator } from '../data';
import { nationalCounterpart } from '../data';
import type { Period, Report, Statement, StatementRole } from '../model';
import type { FactCache } from './cache';
import type { Claim } from './statement-claims';
import { findGoals } from './statement-goals';
import type { Place, Scope } from './statement-places';
import { readPlaces } from './statement-places';
import { columnOf } from './statement-rows';
import type { TimeMark, TimeMeaning } from './statement-times';

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
    const { claims } = place;
    for (const sentence of claims.sentences) {
      place.enter(sentence);
      const goalFrom = goals.get(sentence) ?? null;
      const time = sentence.column === null ? null : columnTime(place, sentence.column);
      // Several values under a head that says nothing of them are nobody's.
      if (time === undefined && goalFrom === null) continue;
      const add = (found: Claim, aimed: boolean): void => {
        const claim = time ? { ...found, time } : found;
        const statement = toStatement(report, place, claim, aimed);
        if (statement !== null) statements.push(statement);
      };
      for (const claim of goalFrom === null ? sentence.claims : sentence.all) {
        add(claim, goalFrom !== null && claim.start >= goalFrom);
      }
      if (goalFrom === null && place.role !== 'review') for (const claim of sentence.promised) add(claim, false);
    }
  }
  return withoutRepeats(statements).sort((a, b) => a.start - b.start || a.end - b.end);
}

/** When the values of a column are for; null where its head names no time, undefined where it says nothing at all. */
function columnTime({ head, claims }: Place, at: number): TimeMark | null | undefined {
  const column = head === null ? null : columnOf(head, at);
  if (column === null || column.kind === 'other') return claims.sentences.length === 1 ? null : undefined;
  return column.time === null ? null : { start: 0, end: 0, base: false, meaning: column.time };
}

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
  return spansYears(claim, timed.year) || claim.summed ? { year: null, period: 'term', part: timed.part } : timed;
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

function toStatement(report: Report, place: Place, claim: Claim, aimed: boolean): Statement | null {
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
    year: role === 'target' && !claim.average ? (time.year ?? planYear) : time.year,
    // 年均增长8%以上 is a target for several years, though it stands among those of one.
    period: role === 'target' && !claim.average ? 'annual' : time.period,
    measure: claim.measure,
    direction: claim.measure === 'qualitative' ? null : claim.direction,
    bound: claim.bound,
    min: claim.min,
    max: claim.max,
    unit: claim.unit,
    estimated: role === 'result' && claim.estimated,
    stretch: claim.stretch,
    known: indicator !== null,
    block: block.index,
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
  if (prefix.length === 2 && prefix.endsWith('级')) return issuer.endsWith(prefix.charAt(0));
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
  return claim.time !== null && isPast(claim.time, place.scope, planYear) ? 'result' : 'task';
}

/** Among the goals of several years 五年累计 is told of the years to come. */
function isPast({ meaning }: TimeMark, scope: Scope, planYear: number | null): boolean {
  if (meaning.kind !== 'several' || meaning.ahead) return false;
  if (meaning.end !== null) return planYear !== null && meaning.end < planYear;
  return meaning.plan === null && scope.kind !== 'several';
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
