/** Several names with one value or as many values: joined, tied by 分别, or told again of the claims before. */
import type { Span } from '../model';
import type { Quantity } from './quantities';
import type { ValueList } from './quantities-lists';
import { shareQualifiers } from './quantities-lists';
import type { Claim, Scene } from './statement-claims';
import type { ListedName } from './statement-lists';
import { expandNames, hasTail, splitNames } from './statement-lists';
import { RATE_NAME } from './statement-measures';
import type { Head, Tail } from './statement-names';
import { readHead, readTail, resolveName } from './statement-names';
import { isComparison, isTransparent } from './statement-skipped';
import { nameClause } from './statement-valued';

/** Pairs values with the last claims before them; none where the numbers differ. */
export function backwardClaims(claims: readonly Claim[], run: readonly Quantity[], made: Claim): Claim[] {
  const last = claims.slice(-run.length);
  const before = claims[claims.length - run.length - 1];
  const model = last[0];
  const alike = (claim: Claim | undefined): boolean => claim?.unit === model?.unit && claim?.measure === model?.measure;
  const same = last.length === run.length && last.every((claim) => alike(claim) && !claim.inherited);
  if (!same || (before !== undefined && alike(before))) return [];
  const end = Math.max(...run.map((value) => value.end));
  return shareQualifiers(run).flatMap((value, k) => {
    const claim = last[k];
    if (claim === undefined) return [];
    const { name, nameStart, nameEnd, indicator, prefix, owner, start } = claim;
    const { bound, min, max, unit } = value;
    const place = { start, end, valueStart: value.start, valueEnd: value.end };
    return [{ ...made, ...place, name, nameStart, nameEnd, indicator, prefix, owner, bound, min, max, unit }];
  });
}

/** 接待游客650万人次、旅游收入58亿元，同比分别增长22%、26%: a list without names is told of the claims right before it. */
export function recallingClaims(
  scene: Scene,
  list: ValueList,
  claims: readonly Claim[],
): { claims: Claim[]; names: ListedName[] } | null {
  const { text, times } = scene;
  const count = list.values.length;
  const first = list.values[0];
  const last = claims.slice(-count);
  const end = last[count - 1]?.valueEnd;
  if (first === undefined || end === undefined || !/[，、]/.test(text[end] ?? '')) return null;
  if (readTail(text, end + 1, list.marker.start, times).start > end + 1) return null;
  const distinct = new Set(last.map((claim) => claim.name)).size === count;
  if (!distinct || last.some((claim) => claim.inherited || claim.form === 'words')) return null;
  // A、B、C，分别增长5%、6% leaves open which two are meant.
  const before = claims[claims.length - count - 1];
  if (before !== undefined && text.slice(before.valueEnd, last[0]?.start) === '、') return null;
  const names = last.map(({ name, indicator, nameStart, nameEnd }) => ({
    text: name,
    indicator,
    via: null,
    span: { start: nameStart, end: nameEnd },
  }));
  const head: Head = { end: list.marker.start, effects: [], time: null };
  const prior = readTail(text, end + 1, list.marker.start, times);
  const shared = join(readTail(text, list.marker.end, first.start, times), prior);
  const made = pairClaims(scene, names, list.values, head, () => shared);
  return made.length === 0 ? null : { claims: made, names };
}

/** 分别达到3.8万元、1.9万元，增长4.8%、7.1%: as many values behind a list go on about its names. */
export function againClaims(scene: Scene, i: number, left: number, names: readonly ListedName[]): Claim[] | null {
  const { text, times } = scene;
  const number = scene.numbers[i];
  const before = scene.numbers[i - 1];
  if (number === undefined || before === undefined || !/^[，、]$/.test(text.slice(before.end, left))) return null;
  const head = readHead(text, left, number.start, times);
  const tail = readTail(text, head.end, number.start, times);
  if (tail.start > head.end || !tail.effects.some((effect) => MOVING.has(effect))) return null;
  const run = valueRun(scene, i);
  if (run.length !== names.length) return null;
  const claims = pairClaims(scene, names, shareQualifiers(run), head, () => tail);
  return claims.length === 0 ? null : claims;
}

export interface JointClause {
  readonly several: Claim[];
  /** How many numbers it used up. */
  readonly taken: number;
}

export const MOVING = new Set(['up', 'down', 'level', 'stretch', 'firm']);

/** Several names with one value (A、B均增长5%), or with as many values and no 分别. */
export function jointNames(scene: Scene, i: number, head: Head, tail: Tail, growing: boolean): JointClause | null {
  const { text } = scene;
  const number = scene.numbers[i];
  const words = text.slice(head.end, tail.start);
  const joined = /[、和与及]/.test(words);
  if (number === undefined || (!joined && !/城乡|产业|三产/.test(words))) return null;
  const run = valueRun(scene, i);
  const whole = resolveName(text, head.end, tail.start, growing).indicator;
  if (whole !== null && !(words.includes('城乡') && run.length > 1)) return null;
  const items = splitNames(text, head.end, tail.start);
  const count = run.length > 1 ? run.length : items.length;
  const each = run.length > 1 || EACH.test(text.slice(tail.start, number.start));
  const names = count < 2 || (!each && !number.percent) ? null : expandNames(text, items, count);
  const ownRate = ({ start, end }: Span): boolean => RATE_NAME.test(text.slice(start, end));
  // 制造业投资、高新技术产业投资均增长12%: what can grow shows by its last word.
  const grown = growing && each && number.percent && run.length === 1;
  if (names?.every((name) => name.indicator !== null || ownRate(name.span) || (grown && hasTail(name.text))) === true) {
    const values = run.length > 1 ? shareQualifiers(run) : names.map(() => number);
    return { several: pairClaims(scene, names, values, head, () => tail), taken: run.length };
  }
  // Two values for names that nobody can tell apart belong to no one.
  return run.length > 1 && joined ? { several: [], taken: run.length } : null;
}

/** Words by which a value holds for each of several names. */
const EACH = /[均都各]|分别|双双|同时/;

/** The number and the numbers that follow it in a list with nothing between: 4.8%、6.3%. */
export function valueRun(scene: Scene, i: number): Quantity[] {
  const run: Quantity[] = [];
  for (let k = i; k < scene.numbers.length; k++) {
    const number = scene.numbers[k];
    const before = run[run.length - 1];
    if (number === undefined) break;
    if (before !== undefined && !/^[、和与]$/.test(scene.text.slice(before.end, number.start))) break;
    run.push(number);
  }
  return run;
}

/** The claims of a list tied by 分别; null where names and values do not pair. */
export function listClaims(
  scene: Scene,
  list: ValueList,
  borrowed: readonly ListedName[] | null,
): { claims: Claim[]; names: ListedName[] } | null {
  const { text, times } = scene;
  const first = list.values[0];
  if (first === undefined || isComparison(text.slice(list.marker.end, first.start), first)) return null;
  const from = list.names[0]?.start ?? list.marker.start;
  const own = from >= scene.start && from < list.marker.start;
  const head = readHead(text, own ? from : list.marker.start, list.marker.start, times);
  const prior = own ? readTail(text, head.end, list.marker.start, times) : null;
  let names: ListedName[] | null = null;
  if (prior !== null && head.end < list.marker.start) {
    names = expandNames(text, listItems(scene, list, head, prior), list.values.length);
  }
  if (names === null && !own) names = namesBefore(scene, list);
  // 其中入境游客数量和花费分别增长5%、6% has names of its own, though nobody can tell them apart.
  const numbered = scene.numbers.some(
    (one) => one.start > head.end && one.end <= list.marker.start && !isTransparent(scene, one),
  );
  const unread = names === null && own && !numbered && prior !== null && prior.start > head.end;
  if (names === null && !unread && borrowed?.length === list.values.length) names = [...borrowed];
  if (names === null) return null;
  // 2022年、2023年各增长5%、6% is told of years, not of names.
  if (names.some(({ span }) => times.some((mark) => mark.start <= span.start && mark.end >= span.end))) return null;
  const shared = readTail(text, list.marker.end, first.start, times);
  const tailOf = (value: Quantity, k: number): Tail => {
    const before = list.values[k - 1];
    if (before === undefined) return join(shared, prior);
    const turned = readTail(text, before.end, value.start, times);
    return turned.effects.some((effect) => effect === 'up' || effect === 'down') ? turned : join(shared, prior);
  };
  return { claims: pairClaims(scene, names, list.values, head, tailOf), names };
}

/** 城镇、农村居民人均可支配收入稳步提高，分别达到…: names of the clause before, which has no number of its own. */
function namesBefore(scene: Scene, list: ValueList): ListedName[] | null {
  const { text, times, numbers } = scene;
  const end = list.marker.start - 1;
  if (text[end] !== '，') return null;
  const start = Math.max(scene.start, text.lastIndexOf('，', end - 1) + 1, text.lastIndexOf('；', end - 1) + 1);
  const inside = (one: Quantity): boolean => one.start >= start && one.end <= end && !isTransparent(scene, one);
  if (end - start > 50 || numbers.some(inside)) return null;
  const head = readHead(text, start, end, times);
  const verb = SPOKEN.exec(text.slice(head.end, end));
  if (verb === null) return null;
  const names = expandNames(text, splitNames(text, head.end, head.end + verb.index), list.values.length);
  return names?.every((name) => name.indicator !== null) === true ? names : null;
}

/** What can be said of several names without a number. */
const SPOKEN =
  /(?:双双|(?<![人户亩])[均都]|持续|稳步|不断|同步|快速|较快|大幅|保持|实现|突破|增长|提高|提升|增加)[^、]{0,12}$/;

/** The names before 分别 without lead words and verbs, up to 从46503元和16935元 where that stands between. */
function listItems(scene: Scene, list: ValueList, head: Head, prior: Tail): Span[] {
  const { text } = scene;
  const value = scene.numbers.find(
    (one) => one.start > head.end && one.end <= list.marker.start && !isTransparent(scene, one),
  );
  if (value !== undefined) {
    const at = Math.max(text.lastIndexOf('从', value.start), text.lastIndexOf('由', value.start));
    return splitNames(text, head.end, Math.max(at, head.end));
  }
  return list.names
    .map(({ start, end }, k) => ({
      start: k === 0 ? Math.max(start, head.end) : start,
      end: prior.start > start ? Math.min(end, prior.start) : end,
    }))
    .filter(({ start, end }) => end > start);
}

/** Words before 分别 count too: 增速分别为5%、6%. */
function join(tail: Tail, prior: Tail | null): Tail {
  if (prior === null) return tail;
  return { ...tail, effects: [...tail.effects, ...prior.effects], time: tail.time ?? prior.time };
}

function isLevel(claim: Claim): boolean {
  return claim.measure === 'level' && claim.direction === null;
}

function pairClaims(
  scene: Scene,
  names: readonly ListedName[],
  values: readonly Quantity[],
  head: Head,
  tailOf: (value: Quantity, k: number) => Tail,
): Claim[] {
  const start = Math.min(...names.map(({ span }) => span.start));
  const end = Math.max(...values.map((value) => value.end));
  const claims: Claim[] = [];
  names.forEach(({ text, indicator, via, span }, k) => {
    const value = values[k];
    if (value === undefined) return;
    const made = nameClause(scene, value, { ...span, text, indicator, via, prefix: '' }, head, tailOf(value, k), null);
    // 分别达到A和B: the verb stands before the first value only.
    const reached = made !== null && (made.claim.reached || (claims[0]?.reached === true && isLevel(made.claim)));
    if (made !== null) claims.push({ ...made.claim, start, end, reached });
  });
  return claims.length === names.length ? claims : [];
}
