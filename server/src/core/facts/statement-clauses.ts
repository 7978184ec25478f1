import type { Indicator, IndicatorMatch } from '../data';
import { components } from '../data';
import type { Span } from '../model';
import type { Quantity } from './quantities';
import type { ValueList } from './quantities-lists';
import { shareQualifiers } from './quantities-lists';
import { achievedClaim } from './statement-achieved';
import type { Claim, Scene } from './statement-claims';
import { isEstimated, makeClaim, sentenceTime } from './statement-claims';
import { countedClaim, predicatedClaim } from './statement-counted';
import { nameAt, nameIs, nameOf } from './statement-index';
import type { ListedName } from './statement-lists';
import { expandNames, hasTail, splitNames } from './statement-lists';
import type { Reading } from './statement-measures';
import { doubled, fits, isIndexValue, RATE_NAME, readMeasure, withUnitOf } from './statement-measures';
import type { Head, Name, Tail } from './statement-names';
import { PLAN_SHARE, readHead, readTail, resolveName } from './statement-names';
import { isPlainName } from './statement-plain';
import { settle } from './statement-settle';
import type { TimeMark } from './statement-times';
import { AFTER_VALUE, COUNT_UNITS, countVerbAt, DURATION_UNITS, verbWithin } from './statement-words';

/** What a later clause of the sentence may go on about. */
interface Subject {
  readonly name: Name;
  readonly claim: Claim;
  readonly number: Quantity;
}

/** The claims of a sentence that have numbers, in order of their numbers. */
export function numberedClaims(scene: Scene): Claim[] {
  const claims: Claim[] = [];
  const { numbers, text } = scene;
  let subject = null as Subject | null;
  let borrowed = null as ListedName[] | null;
  // The number behind the last list.
  let behind = -1;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (number === undefined) continue;
    const list = scene.lists.find((one) => one.values[0]?.valueStart === number.valueStart);
    if (list !== undefined) {
      const made = listClaims(scene, list, borrowed) ?? recallingClaims(scene, list, claims);
      if (made !== null) {
        claims.push(...made.claims);
        borrowed = made.names;
      }
      i += list.values.length - 1;
      behind = i + 1;
      subject = null;
      continue;
    }
    if (isTransparent(scene, number)) continue;
    const left = leftEdge(scene, i);
    const again = borrowed === null || i !== behind ? null : againClaims(scene, i, left, borrowed);
    if (again !== null) {
      claims.push(...again);
      i += again.length - 1;
      behind = i + 1;
      subject = null;
      continue;
    }
    const found = readClause(scene, i, left, subject);
    if (found === null) {
      if (!isSpecification(scene, i)) subject = keepsSubject(text, subject, number) ? subject : null;
      continue;
    }
    if (found.several !== null) {
      claims.push(...found.several);
      i += found.taken - 1;
      subject = null;
      continue;
    }
    const run = found.claim.inherited ? valueRun(scene, i) : [];
    if (run.length > 1) {
      // 城镇收入15781元，农村收入4761元，实际增长8.4%和8%: one value for each of the claims before.
      claims.push(...backwardClaims(claims, run, found.claim));
      i += run.length - 1;
      subject = null;
      continue;
    }
    const gap = subject === null ? null : text.slice(subject.number.end, left);
    const claim = found.claim.inherited ? found.claim : settle(scene, found.claim, subject?.claim ?? null, gap, left);
    if (claim === null) {
      subject = null;
      continue;
    }
    const last = claims[claims.length - 1];
    const goesOn = last !== undefined && claim.inherited && claim.nameStart === last.nameStart;
    const merged = goesOn && subject?.claim === last ? withStretch(last, claim) : null;
    if (merged !== null) {
      claims[claims.length - 1] = merged;
      subject = { name: found.name, claim: merged, number };
      continue;
    }
    // 平均每年新增就业1000人、转移就业800人: the average goes on through the list.
    const averaged = subject?.claim.average === true && gap === '、' && claim.measure === subject.claim.measure;
    const kept: Claim = averaged ? { ...claim, average: true } : claim;
    if (found.emit) claims.push(kept);
    // The names of a list before are out of sight now.
    borrowed = null;
    subject = { name: nameIn(kept, found.name), claim: kept, number };
  }
  return claims;
}

/** The name that a claim goes by: 总量 of what was added may have become an indicator of its own. */
function nameIn({ name, indicator }: Claim, found: Name): Name {
  return indicator === null || found.indicator !== null ? found : { ...found, text: name, indicator, via: 'alias' };
}

/**
 * 固定资产投资稳步增长，完成86亿元: the name that a clause without a number spoke of right before. Null where the clause
 * before has a number, or says something of another thing than a catalogued name.
 */
function topicBefore(scene: Scene, i: number, left: number): Subject | null {
  const { text, numbers, times } = scene;
  const number = numbers[i];
  if (number === undefined || text[left - 1] !== '，') return null;
  const end = left - 1;
  let start = end;
  while (start > scene.start && end - start < 40 && !/[，；：。]/.test(text[start - 1] ?? '')) start--;
  for (let k = i - 1; k >= 0; k--) {
    const before = numbers[k];
    if (before === undefined || before.end <= start) break;
    if (!isTransparent(scene, before)) return null;
  }
  const head = readHead(text, start, end, times);
  const match = nameAt(text, head.end, end);
  if (match === null || !PREDICATE.test(text.slice(head.end + match.length, end))) return null;
  const stop = head.end + match.length;
  const { indicator, via } = match;
  const name: Name = { start: head.end, end: stop, text: text.slice(head.end, stop), indicator, via, prefix: '' };
  const claim = makeClaim(scene, {
    start: name.start,
    end: stop,
    name: name.text,
    nameStart: name.start,
    nameEnd: stop,
    indicator,
    valueStart: stop,
    valueEnd: end,
    measure: 'qualitative',
    form: 'words',
  });
  return { name, claim, number: { ...number, start: stop, end } };
}

/** How what is said of an indicator begins where no number follows: 稳步增长, 再创新高, 与经济增长同步. */
const PREDICATE =
  /^(?:实现|保持|持续|继续|稳步|平稳|快速|较快|大幅|不断|进一步|加快|总体|基本|全面|连续|连跨|接连|首次|成功|再[创上次登]|创[下历]|增势|增速|稳|逆势|强劲|企稳|由负转正|与)[^、；。：]{1,24}$/;

/** Joins 增长8%以上 and 力争增长10% to one claim with a stretch; null where they are two. */
function withStretch(base: Claim, further: Claim): Claim | null {
  if (base.measure !== further.measure || base.unit !== further.unit) return null;
  if (base.bound === null || further.bound === null) return null;
  if (further.hope === 'stretch' && base.hope !== 'stretch') {
    return { ...base, end: further.end, stretch: { bound: further.bound, min: further.min, max: further.max } };
  }
  if (base.hope === 'stretch' && further.hope === 'firm' && base.stretch === null) {
    const stretch = { bound: base.bound, min: base.min, max: base.max };
    return { ...further, start: base.start, inherited: base.inherited, stretch };
  }
  return null;
}

/** Pairs values with the last claims before them; none where the numbers differ. */
function backwardClaims(claims: readonly Claim[], run: readonly Quantity[], made: Claim): Claim[] {
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
function recallingClaims(
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
function againClaims(scene: Scene, i: number, left: number, names: readonly ListedName[]): Claim[] | null {
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

/** A number that only says how long or which one (连续5年, 第3) and does not part a name from its value. */
function isTransparent(scene: Scene, number: Quantity): boolean {
  const { text } = scene;
  const { unit } = number;
  if (unit === null) return !isCoefficient(scene, number) && !isGone(scene, number);
  if (unit === '岁' && sizesNoun(scene, number)) return true;
  if (DURATION_UNITS.has(unit)) {
    const before = text.slice(Math.max(scene.start, number.start - 3), number.start);
    return (
      /(?:连续|近|过去|历时|用时|仅用|经过)$/.test(before) ||
      /^[来内间里后前]/.test(text[number.end] ?? '') ||
      (unit === '年' && number.numeralStyle === 'chinese')
    );
  }
  if (sizesNoun(scene, number)) return true;
  // 一件事一次办, 三个清单: small counts in words are a part of names.
  return number.numeralStyle === 'chinese' && COUNT_UNITS.has(unit) && (number.max ?? number.min ?? 0) < 100;
}

/** 城乡居民收入比2.15, 有效利用系数0.57, 价格指数控制在103左右: a number that needs no unit. */
function isCoefficient({ text, start }: Scene, number: Quantity): boolean {
  const before = text.slice(Math.max(start, number.start - 24), number.start);
  return number.low.decimals > 0 ? COEFFICIENT.test(before) : isIndexValue(number) && INDEX.test(before);
}

/** 由2.6%降至0: nothing is left of what the name counts, in whatever unit. */
function isGone({ text }: Scene, number: Quantity): boolean {
  return number.low.value === 0 && /[降减][到至为]$|归$/.test(text.slice(Math.max(0, number.start - 2), number.start));
}

const COEFFICIENT = /(?:(?:收入|支出)(?:之?比|比值|差距|倍差)|系数|指数|CPI|PPI)[^，。；]{0,12}$/;
const INDEX = /(?:价格[^，。；]{0,4}指数|CPI|PPI)[^，。；]{0,8}$/;

/** 500万元以上(项目64个): a bound that tells which things are counted by the next number. */
function sizesNoun(scene: Scene, number: Quantity): boolean {
  if (!number.boundWords.some((word) => word.place === 'after' && word.bound !== 'about')) return false;
  if (number.percent || number.unit === '百分点') return false;
  if (COUNT_UNITS.has((number.unit ?? '').replace(/^[万亿]{1,2}/, ''))) return false;
  const next = scene.numbers.find((one) => one.start >= number.end);
  if (next === undefined || next.start - number.end < 2) return false;
  return !/[，。；：、！？（）]/.test(scene.text.slice(number.end, next.start));
}

/** After a number that was no claim, a clause may still go on about the same thing (居全市前3位，增长6%). */
function keepsSubject(text: string, subject: Subject | null, number: Quantity): boolean {
  if (subject === null) return false;
  const between = text.slice(subject.number.end, number.start);
  return BETWEEN.test(between) || (number.unit === '倍' && TIMES_OF.test(between));
}

/** ，是2019年的(1.5倍) */
const TIMES_OF = /^，?(?:是|为|相当于|达到?)[^，。；]{0,14}$/;

/**
 * What may stand between a value and a further value of the same name: 、同比, ，居全市第3位，, ，按可比价计算，; also
 * ，同比增收 before an amount behind which a rate may follow.
 */
const BETWEEN =
  /^(?:[、，；（）]|，?(?:总量|增速|增幅|规模|均|分别|稳)?(?:居(?!民)|[列创按是]|位居|排名?|位列|高于|快于|领先|连续|超额|完成|同比|增收|减收|多收|扣除|剔除|相当于)[^，。；]{0,18}，){1,3}(?:其中)?$|^，(?:同比|[比较]上年)?(?:增收|减收|多收)$/;

/** Whether a number is the size or kind of what is named behind it: 500万元以上(重点项目128个). */
function isSpecification(scene: Scene, i: number): boolean {
  const number = scene.numbers[i];
  const next = scene.numbers[i + 1];
  return number !== undefined && next !== undefined && !/[，。；：]/.test(scene.text.slice(number.end, next.start));
}

/** Where the clause of a number begins: behind a mark, a bracket that is still open, or the number before. */
function leftEdge(scene: Scene, i: number): number {
  const { text, numbers } = scene;
  const number = numbers[i];
  if (number === undefined) return scene.start;
  // 主要预期目标为|地区生产总值增长6%
  let floor = scene.goalEnd !== null && scene.goalEnd <= number.start ? scene.goalEnd : scene.start;
  for (let k = i - 1; k >= 0; k--) {
    const before = numbers[k];
    if (before === undefined || isTransparent(scene, before)) continue;
    floor = Math.max(floor, before.end);
    break;
  }
  let depth = 0;
  for (let p = number.start - 1; p >= floor; p--) {
    const code = text.charCodeAt(p);
    // Nearly all units are Han characters; no mark in question has a code among theirs.
    if (code >= 0x4e00 && code <= 0x9fff) continue;
    if (code === CLOSES) depth++;
    else if (code === OPENS) {
      if (depth === 0) return p + 1;
      depth--;
    } else if (depth === 0 && isClauseMark(text, p) && !isNamed(text, floor, p)) return p + 1;
  }
  const joint = floor === scene.start || floor === scene.goalEnd ? null : JOINT.exec(text.slice(floor, number.start));
  return cutList(text, floor + (joint?.[0].length ?? 0), number.start);
}

const [OPENS, CLOSES] = [0xff08, 0xff09];
const JOINT = /^(?:以及|并且|[、和与及并且而，；）|]){1,2}/;

function isClauseMark(text: string, at: number): boolean {
  const character = text[at] ?? '';
  return '，；：】'.includes(character) || ('—|'.includes(character) && text[at - 1] === character);
}

/** 地区生产总值：增长6%: a colon may stand between a name and what is said of it. */
function isNamed(text: string, floor: number, at: number): boolean {
  if (text[at] !== '：') return false;
  let from = at;
  while (from > floor && at - from < 30 && !/[，；。：|]/.test(text[from - 1] ?? '')) from--;
  const mark = ITEM_MARK.exec(text.slice(from, Math.min(at, from + 6)))?.[0].length ?? 0;
  return nameIs(text, from + mark, at) !== null;
}

const ITEM_MARK = /^(?:[—·-]{1,2}|[（(]?\d{1,2}[）).、．]|[①-⑳])/;

/** Cuts a clause before its last 、 where a new verb begins behind it: 加固堤防、新建水闸(5座). */
function cutList(text: string, from: number, to: number): number {
  let depth = 0;
  for (let p = to - 1; p > from; p--) {
    const code = text.charCodeAt(p);
    if (code === 0x201d || code === CLOSES) depth++;
    else if (code === 0x201c || code === OPENS) depth--;
    if (code !== 0x3001 || depth !== 0) continue;
    const verb = countVerbAt(text, p + 1, to);
    const start = Math.max(from, text.lastIndexOf('、', p - 1) + 1);
    // 新建、改扩建(学校12所) is one phrase with two verbs.
    const onlyVerb = countVerbAt(text, start, p).length === p - start;
    return verb !== '' && p + 1 + verb.length + 1 < to && !onlyVerb ? p + 1 : from;
  }
  return from;
}

interface Clause {
  readonly claim: Claim;
  readonly name: Name;
  /** False for what only tells where a value began. */
  readonly emit: boolean;
  readonly several: null;
}

interface JointClause {
  readonly several: Claim[];
  /** How many numbers it used up. */
  readonly taken: number;
}

function readClause(scene: Scene, i: number, left: number, subject: Subject | null): Clause | JointClause | null {
  const { text, times } = scene;
  const number = scene.numbers[i];
  if (number === undefined) return null;
  const sign = signOf(text, number);
  const edge = sign === null ? number.start : number.start - 1;
  // 完成年初预算的105.8%: the verb belongs to the share.
  const done = text[edge - 1] === '的' && PLAN_SHARE.exec(text.slice(left, edge))?.index === 0;
  const head: Head = done ? { end: left, effects: [], time: null } : readHead(text, left, edge, times);
  const before = readTail(text, head.end, edge, times);
  // 保持6%以上增速: the growth is named behind the value.
  const grows = number.percent && /^的?(?:增速|增长|增幅)/.test(text.slice(number.end, number.end + 3));
  const tail: Tail =
    sign !== null
      ? { ...before, effects: [sign, ...before.effects] }
      : grows
        ? { ...before, effects: [...before.effects, 'up'] }
        : before;
  if (isComparison(text.slice(left, number.start), number)) return null;
  const right = rightSide(scene, i);
  const share = right.kind === 'free' ? shareOf(scene, number, head, left, subject) : null;
  if (share !== null) return share;
  const noun = right.kind === 'noun';
  const achieved = noun
    ? (predicatedClaim(scene, number, head, right.end) ?? achievedClaim(scene, number, head, right.end))
    : null;
  if (achieved !== null) return { ...achieved, emit: true, several: null };
  if (tail.start <= head.end || (right.kind === 'free' && text.slice(head.end, number.start) === '新增')) {
    const source = right.kind === 'free' ? (topicBefore(scene, i, left) ?? subject) : null;
    // 达到120户，新增15户: without a noun of its own 新增 tells how the one before it grew.
    const moved: Tail = tail.start > head.end ? { ...tail, effects: ['up'] } : tail;
    return source === null ? null : inherit(scene, number, head, moved, left, source);
  }
  const counted = noun ? countedClaim(scene, number, head, right.end) : null;
  if (counted !== null) return { claim: counted.claim, name: counted.name, emit: true, several: null };
  const growing = tail.effects.some((effect) => effect === 'up' || effect === 'down');
  const joint = right.kind === 'free' ? jointNames(scene, i, head, tail, growing) : null;
  if (joint !== null) return joint;
  let name = resolveName(text, head.end, tail.start, growing);
  if (followsNumber(scene, i, left)) {
    // 6.8亿元|资金新建小学8所: the first noun is what the number before counts; the name begins with the verb.
    const at = countVerbAt(name.text, 0, name.text.length) !== '' ? 0 : verbWithin(name.text);
    if (at < 0) return null;
    if (at > 0 && at <= 4 && at + 2 < name.text.length && name.indicator === null && !isDone(name.text.slice(at))) {
      name = resolveName(text, name.start + at, name.end, growing);
    }
  }
  // Words behind a rate are another clause (增长6%好于预期); words behind an amount are what it counts.
  if (right.kind !== 'free' && !(name.indicator !== null && number.percent && growing)) return null;
  const whole = subject?.claim.indicator ?? null;
  if (whole !== null && (name.indicator === null || head.effects.includes('part')))
    name = memberOf(whole, name) ?? name;
  return nameClause(scene, number, name, head, tail, null, whole);
}

/** 增长-1.2%, 同比+8.5%: which way a printed sign points. */
function signOf(text: string, { percent, start }: Quantity): 'up' | 'down' | null {
  const before = text[start - 1] ?? '';
  if (!percent || !/^[-－−+＋]$/.test(before) || /[\d%]/.test(text[start - 2] ?? '')) return null;
  return before === '+' || before === '＋' ? 'up' : 'down';
}

/** 民生支出32亿元，占一般公共预算支出的81.5%: a share that the catalogue knows under its full name. */
function shareOf(scene: Scene, number: Quantity, head: Head, left: number, subject: Subject | null): Clause | null {
  const { text } = scene;
  if (!number.percent) return null;
  const words = text.slice(head.end, number.start);
  if (!words.includes('占')) return null;
  const whole = SHARE.exec(words)?.[1] ?? (BARE_SHARE.test(words) ? '' : undefined);
  if (whole === undefined) return null;
  const at = head.end + words.indexOf('占');
  const close = subject !== null && /^[，、]?$/.test(text.slice(subject.number.end, left));
  const part = at > head.end ? text.slice(head.end, at) : close ? subject.name.text : '';
  const own = at > head.end;
  const shareBy = (name: string): IndicatorMatch | null =>
    name === '' ? null : nameOf(whole === '' ? `${name}占比` : `${name}占${whole}比重`);
  const known = shareBy(part) ?? (own ? null : shareBy(subject?.claim.indicator?.name ?? ''));
  if (known === null || (!own && !close)) return null;
  const tail: Tail = { start: number.start, effects: ['level'], time: null, base: null, planShare: false };
  const start = own ? head.end : (subject?.claim.nameStart ?? at);
  const name: Name = {
    start,
    end: own ? number.start : (subject?.claim.nameEnd ?? at),
    text: known.form,
    indicator: known.indicator,
    via: known.via,
    prefix: '',
  };
  return nameClause(scene, number, name, head, tail, null);
}

const SHARE =
  /占([^占，。；]{2,24}?)的?(?:比重|比例|份额)?(?:为|达到|达|高达|提高到|提升到|提高至|提升至|升至|保持在|稳定在)?的?$/;

/** 税收收入9亿元，占比68.6% */
const BARE_SHARE = /^占比(?:为|达到?|提高到|提升到|提高至|提升至)?$/;

/** 城镇 in 居民人均可支配收入增长6%，其中城镇增长5%: the member of the family that the name before belongs to. */
function memberOf(whole: Indicator, name: Name): Name | null {
  for (const { shared, part, members } of components) {
    const official = shared === 'tail' && whole.name.endsWith(part) ? members[name.text] : undefined;
    const match = official === undefined ? null : nameOf(official);
    if (match !== null) return { ...name, text: match.form, indicator: match.indicator, via: match.via };
  }
  return null;
}

/** Whether a phrase is nothing but a verb (竣工), so that the noun before it is its subject. */
function isDone(phrase: string): boolean {
  return countVerbAt(phrase, 0, phrase.length).length === phrase.length;
}

/** Whether a clause begins right behind another number, as the noun of that number does (11个|村集体收入). */
function followsNumber(scene: Scene, i: number, left: number): boolean {
  const before = scene.numbers[i - 1];
  return before?.end === left && !isTransparent(scene, before);
}

/** What follows a value: nothing that belongs to it, a counted noun, or something else. */
function rightSide(scene: Scene, i: number): { kind: 'free' | 'noun' | 'other'; end: number } {
  const { text, numbers } = scene;
  const from = numbers[i]?.end ?? scene.end;
  const next = numbers[i + 1];
  const stop = Math.min(scene.end, next?.start ?? Infinity);
  if (from >= scene.end || MARK.test(text[from] ?? '')) return { kind: 'free', end: from };
  const rest = text.slice(from, Math.min(scene.end, from + 12));
  if (AFTER_VALUE.test(rest) || ON_WITH.test(rest)) return { kind: 'free', end: from };
  let end = from;
  let depth = 0;
  while (end < stop) {
    const character = text[end] ?? '';
    if (character === '“' || character === '《') depth++;
    else if (character === '”' || character === '》') depth--;
    else if (depth <= 0 && MARK.test(character)) break;
    end++;
  }
  if (next?.start === end) {
    // 增长5%达到120亿元: only function words lead to the next value.
    const leads = end > from && readTail(text, from, end, scene.times).start === from;
    return { kind: leads ? 'free' : 'other', end };
  }
  return { kind: rest.startsWith('的') ? 'other' : 'noun', end };
}

const MARK = /[，。；：！？、）（|]/;
/** Words with which the sentence goes on behind a value. */
const ON_WITH = /^(?:[和与及并且而后]|以及|同时)/;

/** 高于全国平均水平1.2个百分点, 比全市快2%: how far one number is from another, not a number of the indicator. */
export function isComparison(left: string, number: Quantity): boolean {
  if (number.unit !== '百分点' && !number.percent && number.unit !== '倍') return false;
  if (number.unit === '百分点' && /拉动|贡献/.test(left)) return true;
  if (!/[高低快慢超领优好]/.test(left) || !COMPARISON.test(left)) return false;
  return !/(?:上年|去年|同期|年)(?:高|低)?$/.test(left.replace(/(?:提高|降低|下降|上升|增长|回落)$/, ''));
}

const COMPARISON =
  /(?:(?:高于|低于|快于|慢于|高出|高过|低出|超出|超过|领先|优于|好于|快过|大于)[^，。；]{1,16}|(?:比(?![重例率])|较)[^，。；]{1,12}(?<![提降减])[高低快慢多少]|[高低快慢](?:全国|全省|全市|全区|全盟|全州|全自治区|平均)[^，。；]{0,6})$/;

/** A value without a name of its own goes on about the name before: 完成189亿元、增长20.8%. */
function inherit(
  scene: Scene,
  number: Quantity,
  head: Head,
  tail: Tail,
  left: number,
  subject: Subject,
): Clause | null {
  if (head.effects.includes('part')) return null;
  const { text } = scene;
  const between = text.slice(subject.number.end, left).replace(STEP, '');
  if (between !== '' && !BETWEEN.test(between) && !/^[、，（并且和而及]{1,2}$/.test(between)) return null;
  const words = text.slice(left, number.start);
  const moves =
    tail.planShare ||
    tail.effects.some((effect) => MOVING.has(effect)) ||
    head.effects.some((effect) => effect === 'stretch' || effect === 'firm') ||
    number.boundWords.some((word) => word.place === 'before' && /突破|超过|[迈跨站登跃越]/.test(word.text)) ||
    /(?:实现|完成|达到|力争|确保|争取)$/.test(words) ||
    (subject.claim.measure === 'level' && /[到至]$/.test(words));
  if (!moves) return null;
  if (number.unit !== null && DURATION_UNITS.has(number.unit) && subject.claim.unit !== number.unit) return null;
  return nameClause(scene, number, subject.name, head, tail, subject.claim);
}

/** 迈上300亿元台阶，达到312亿元: what belongs to the value before. */
const STEP = /^级?(?:大关|关口|门槛|新?台阶|行列|俱乐部)/;

const MOVING = new Set(['up', 'down', 'level', 'stretch', 'firm']);

/**
 * The claim of a name and a value. `from` is the claim before, where the name is taken from it; `whole` the indicator
 * that the sentence spoke of before.
 */
function nameClause(
  scene: Scene,
  value: Quantity,
  name: Name,
  head: Head,
  tail: Tail,
  from: Claim | null,
  whole: Indicator | null = null,
): Clause | null {
  const number = value.unit === '番' ? doubled(value) : withUnitOf(value, name.indicator);
  const reading = readMeasure(number, name, tail, from);
  if (reading === null) return null;
  const text = name.text + reading.suffix;
  const known =
    reading.suffix === ''
      ? knownFor(scene, name, number, reading, head, tail, whole)
      : (nameOf(text)?.indicator ?? null);
  if (number.unit === null && known?.units.includes('') !== true && !(known !== null && isIndexValue(number)))
    return null;
  if (known === null && from === null && !isPlainName(text, number)) return null;
  const starting =
    tail.effects.includes('from') ||
    /[由从]$/.test(scene.text.slice(number.start - 1, number.start)) ||
    MOVES_ON.test(scene.text.slice(number.end, number.end + 5));
  const named = tail.time ?? head.time;
  const lead = scene.text.slice(Math.max(scene.start, number.valueStart - 10), number.valueStart);
  const claim = makeClaim(scene, {
    start: from?.nameStart ?? name.start,
    end: number.end,
    name: text,
    nameStart: from?.nameStart ?? name.start,
    nameEnd: from?.nameEnd ?? name.end,
    indicator: known,
    prefix: name.prefix,
    owner: from?.owner ?? '',
    valueStart: number.start,
    valueEnd: number.end,
    measure: reading.measure,
    direction: reading.direction,
    bound: number.bound,
    min: number.min,
    max: number.max,
    unit: number.unit,
    estimated: isEstimated(scene, number.start),
    hope: hopeOf(head, tail),
    inherited: from !== null,
    time: named ?? (from === null ? innerTime(scene, name) : null) ?? sentenceTime(scene, number.start),
    base: tail.base ?? carriedBase(scene, number.start),
    average: tail.effects.includes('average') || head.effects.includes('average') || name.text.endsWith('年均'),
    reached: isReached(scene, name, number, tail, from, reading),
    summed:
      /累计[^，。；]{0,4}$/.test(lead) &&
      (reading.measure === 'growth'
        ? number.percent
        : AGAINST_TERM.test(scene.text.slice(number.end, Math.min(scene.end, number.end + 14)))),
    aim: lead.includes('目标'),
    already: /已经?[^，。；]{0,4}$/.test(scene.text.slice(head.end, number.valueStart)),
  });
  const { start, end: nameEnd, via, prefix } = name;
  const kept: Name = from === null ? { start, end: nameEnd, text, indicator: known, via, prefix } : name;
  return { claim, name: kept, emit: !starting || tail.time !== null, several: null };
}

/** 累计完成48亿元，是“九五”时期的2.3倍: what is measured against several years was added up over as many. */
const AGAINST_TERM = /^[，、（](?:[是为比较]|相当于)(?:“?十?[一二三四五六七八九]五”?|[上前]一?[个届]?[五\d]?[年届])/;

/** The catalogue row of a name, if the value can be one of it. */
function knownFor(
  scene: Scene,
  name: Name,
  number: Quantity,
  reading: Reading,
  head: Head,
  tail: Tail,
  whole: Indicator | null,
): Indicator | null {
  const indicator = name.indicator ?? plainDemand(scene, name, reading);
  if (indicator === null || !fits(indicator, name, reading, number, tail)) return null;
  if (name.via !== 'weak') return indicator;
  // 其中高速公路3公里 is a part of what was built, 其中第一产业增长3% of what is the whole of it.
  const member = whole !== null && indicator.partOf === whole.name;
  if (head.effects.includes('part') && reading.measure !== 'growth' && !member) return null;
  const rate = number.percent && reading.measure === 'level';
  return rate && !isInContext(scene, indicator, name.text) ? null : indicator;
}

/** 投资增长8% and 消费增长6% beside the growth of the economy are the indicators of the whole. */
function plainDemand(scene: Scene, name: Name, reading: Reading): Indicator | null {
  const official = DEMAND.get(name.text);
  if (official === undefined || reading.measure !== 'growth') return null;
  const economy = scene.goalEnd !== null || /生产总值|GDP/.test(scene.text.slice(scene.start, name.start));
  return economy ? (nameOf(official)?.indicator ?? null) : null;
}

const DEMAND = new Map([
  ['投资', '固定资产投资'],
  ['消费', '社会消费品零售总额'],
]);

/** Whether the sentence speaks of what a weak form leaves out: 满意率 is that of proposals where 建议 or 提案 stands near. */
function isInContext(scene: Scene, known: Indicator, form: string): boolean {
  const sentence = scene.text.slice(scene.start, scene.end);
  for (let i = 0; i + 2 <= known.name.length; i++) {
    const pair = known.name.slice(i, i + 2);
    if (!form.includes(pair) && sentence.includes(pair)) return true;
  }
  return false;
}

/** 2.15缩小到(1.98), 6.4%降至(1.7%): what stands right before is where the value began. */
const MOVES_ON =
  /^(?:缩小|下降|降低|回落|减少|压减|压缩|缩短|提高|提升|上升|增加|增长|扩大|扩展)?(?:[到至]|[降升增][到至])\d/;

function hopeOf(head: Head, tail: Tail): Claim['hope'] {
  if (tail.effects.includes('stretch') || head.effects.includes('stretch')) return 'stretch';
  return tail.effects.includes('firm') || head.effects.includes('firm') ? 'firm' : null;
}

/** 比2020年 holds for the rises behind it in the sentence too, until another time is named. */
function carriedBase(scene: Scene, at: number): TimeMark | null {
  let base: TimeMark | null = null;
  for (const mark of scene.times) {
    if (mark.end > at) break;
    base = mark.base ? mark : null;
  }
  return base;
}

/** A time inside a name: 县财政五年共补助, 2023年重点项目. */
function innerTime(scene: Scene, name: Name): TimeMark | null {
  return scene.times.find((mark) => !mark.base && mark.start >= name.start && mark.end <= name.end) ?? null;
}

/**
 * 达到, 突破, 提高到 and their like say where something stands at the end of a time; what is added up over it
 * (累计新开工超过3万个) does not stand anywhere.
 */
function isReached(
  scene: Scene,
  name: Name,
  number: Quantity,
  tail: Tail,
  from: Claim | null,
  reading: Reading,
): boolean {
  const start = from === null ? name.start - 4 : number.start - 8;
  const clause = scene.text.slice(Math.max(scene.start, start), number.valueStart);
  // 建成区绿化覆盖率 begins like a verb and is a rate.
  const counts = countVerbAt(name.text, 0, name.text.length) !== '' && !RATE_NAME.test(name.text);
  if (counts || /累计|总计|合计|(?<![一公])共(?![同享])/.test(clause)) return false;
  const stands = reading.measure === 'level' && reading.direction === null;
  if (stands && (number.percent || (STANDING.test(name.text) && !ADDED.test(name.text)))) return true;
  // What is spent over five years may 达到 an amount too, and is a sum all the same.
  if (SPENT.test(name.text) && !/[加长高升][到至]$/.test(clause)) return false;
  return ARRIVING.test(clause) || (tail.effects[0] === 'level' && /(?:达到?|[至到为有])$/.test(clause));
}

/** Rates and stocks stand somewhere without a verb too: 农机化率90%, 经营主体总量276万户, 国家级示范区23个. */
const STANDING =
  /(?:率|比重|占比|比例|总量|总数|余额|存量|保有量|里程|浓度|装机|装机容量|装机规模|企业数?|示范区|基地|园区|产业园|平台|机构|医院|高校|景区|公司|集群|主体|基站|实验室|“小巨人”)$|^(?:人均|每)/;
const ADDED = /新[设增建]|引进|培育/;
const SPENT = /(?:投入|支出|投资|资金|补助|补贴)$/;
const ARRIVING =
  /(?:达到?|突破|超过?|接近|逼近|[迈跨站登跃]上|[迈跨越]过|跃升|迈入|跨越|[提升增降减涨缩落高加长少低复展][至到]|(?:稳定|保持|维持)在)[了约近]?(?:(?:每人)?每[月年])?$/;

/** Several names with one value (A、B均增长5%), or with as many values and no 分别. */
function jointNames(scene: Scene, i: number, head: Head, tail: Tail, growing: boolean): JointClause | null {
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
function valueRun(scene: Scene, i: number): Quantity[] {
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
function listClaims(
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
