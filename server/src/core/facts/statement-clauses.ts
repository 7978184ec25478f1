/** The claims of a sentence that have numbers, clause by clause. */
import type { Indicator, IndicatorMatch } from '../data';
import { components } from '../data';
import type { Quantity } from './quantities';
import { achievedClaim } from './statement-achieved';
import type { Claim, Scene } from './statement-claims';
import { makeClaim } from './statement-claims';
import { countedClaim, predicatedClaim } from './statement-counted';
import { followsNumber, leftEdge, rightSide } from './statement-edges';
import { nameAt, nameOf } from './statement-index';
import type { JointClause } from './statement-listed';
import {
  againClaims,
  backwardClaims,
  jointNames,
  listClaims,
  MOVING,
  recallingClaims,
  valueRun,
} from './statement-listed';
import type { ListedName } from './statement-lists';
import type { Head, Name, Tail } from './statement-names';
import { PLAN_SHARE, readHead, readTail, resolveName } from './statement-names';
import { settle } from './statement-settle';
import { isComparison, isSpecification, isTransparent } from './statement-skipped';
import type { Clause } from './statement-valued';
import { nameClause } from './statement-valued';
import { countVerbAt, DURATION_UNITS, verbWithin } from './statement-words';

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
