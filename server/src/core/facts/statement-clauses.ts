import type { Indicator } from '../data';
import { indicatorIndex } from '../data';
import type { Bound, Bounded, Measure, Span } from '../model';
import type { Quantity, ValueList } from './quantities';
import { limits, listsAmong, scanNumbers, shareQualifiers } from './quantities';
import type { Head, ListedName, Name, Tail } from './statement-names';
import { expandNames, readHead, readTail, resolveName } from './statement-names';
import type { TimeMark } from './statement-times';
import { findTimes } from './statement-times';
import type { TailEffect } from './statement-words';
import {
  ADVERBS,
  AFTER_VALUE,
  BORROWING_NOUN,
  COUNT_UNITS,
  COUNT_VERBS,
  DURATION_UNITS,
  GENERIC_NOUNS,
  NO_NAME_END,
  NO_NAME_START,
  PROJECT_NOUNS,
} from './statement-words';
import { wordedClaims } from './statement-worded';

/**
 * What a paragraph says of indicators, before it is known which part of which report it stands in. All offsets are
 * reading offsets of the paragraph.
 */
export interface BlockClaims {
  readonly sentences: readonly SentenceClaims[];
}

export interface SentenceClaims extends Span {
  readonly claims: readonly Claim[];
  /** Where the words 主要预期目标是 end, if the sentence announces targets. */
  readonly goal: Goal | null;
  /** The first time expression, if the sentence opens with it. */
  readonly opening: TimeMark | null;
}

/** The words by which a sentence announces targets. */
export interface Goal {
  readonly end: number;
  /** The targets are for several years (今后五年, the outline of a plan). */
  readonly several: boolean;
  /** The sentence says that they are for one year, or calls them 预期 as only the year's are. */
  readonly annual: boolean;
}

/** One value with the name it belongs to. */
export interface Claim extends Span {
  readonly name: string;
  readonly nameStart: number;
  readonly nameEnd: number;
  readonly indicator: Indicator | null;
  /** See {@link Name.prefix}. */
  readonly prefix: string;
  /** What the name belongs to, where it says too little by itself (协议总金额 after 签约项目). */
  readonly owner: string;
  readonly valueStart: number;
  readonly valueEnd: number;
  readonly measure: Measure;
  readonly direction: 'up' | 'down' | null;
  readonly bound: Bound | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly estimated: boolean;
  readonly stretch: Bounded | null;
  /** Whether the clause hopes (力争) or promises (确保). */
  readonly hope: 'stretch' | 'firm' | null;
  /** `value-before`: 新建5个停车场. `words`: no number. */
  readonly form: 'name-before' | 'value-before' | 'words';
  /** The claim is one only inside a list of targets. */
  readonly loose: boolean;
  /** The value is the size of one thing (1500亩), not a count. */
  readonly size: boolean;
  /** The name was taken from the clause before. */
  readonly inherited: boolean;
  /** Nothing but a mark of enumeration or a lead word stands before it in its sentence. */
  readonly opens: boolean;
  /** When, as far as the sentence says. */
  readonly time: TimeMark | null;
  /** What the value is compared with, if that is named. */
  readonly base: TimeMark | null;
  readonly average: boolean;
  /** The value is a point that was reached, not a sum over a time. */
  readonly reached: boolean;
  /** 已, 已经: the value is so when the report is given. */
  readonly already: boolean;
  /** The number is written in Han characters. */
  readonly inWords: boolean;
}

/** Reads a paragraph. Depends on nothing but its text; linear in its length. */
export function readClaims(text: string): BlockClaims {
  const times = findTimes(text);
  const numbers = scanNumbers(text);
  const lists = listsAmong(text, numbers);
  const sentences: SentenceClaims[] = [];
  let next = 0;
  for (const { start, end } of sentenceSpans(text)) {
    const own: Quantity[] = [];
    while (next < numbers.length && (numbers[next]?.start ?? 0) < end) {
      const number = numbers[next++];
      if (number !== undefined && number.start >= start) own.push(number);
    }
    const marks = times.filter((mark) => mark.start >= start && mark.end <= end);
    const goal = findGoal(text, start, end, marks);
    const scene: Scene = {
      text,
      start,
      end,
      times: marks,
      numbers: own,
      lists: lists.filter((list) => list.marker.start >= start && list.marker.end <= end),
    };
    const claims = [...numberedClaims(scene), ...wordedClaims(scene, goal?.end ?? null)].sort(
      (a, b) => a.start - b.start || a.end - b.end,
    );
    const opening = marks.find((mark) => mark.start - start <= 12 && !mark.base) ?? null;
    sentences.push({ start, end, claims, goal, opening });
  }
  return { sentences };
}

/** One sentence with what was found in it. */
export interface Scene extends Span {
  readonly text: string;
  readonly times: readonly TimeMark[];
  readonly numbers: readonly Quantity[];
  readonly lists: readonly ValueList[];
}

function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text[i];
    if (i < text.length && character !== '。' && character !== '！' && character !== '？') continue;
    if (i > start) spans.push({ start, end: i });
    start = i + 1;
  }
  return spans;
}

/** 主要预期目标是, 预期目标建议为, 发展目标：, 主要预期指标安排如下. */
const GOAL =
  /(?:预期目标|主要目标|发展目标|奋斗目标|工作目标|总体目标|预期指标|主要指标|预期性指标|约束性指标|经济指标|目标任务|主要任务目标|指标任务|目标指标)(?:值|任务|建议|安排|设定|初步|拟|确定|考虑|今年|分别|主要|大体){0,5}(?:如下|为|是|，|：|:){1,3}/g;

function findGoal(text: string, start: number, end: number, times: readonly TimeMark[]): SentenceClaims['goal'] {
  const at = text.indexOf('标', start);
  if (at < 0 || at >= end) return null;
  GOAL.lastIndex = start;
  for (let match = GOAL.exec(text); match !== null && match.index < end; match = GOAL.exec(text)) {
    if (!/[为是：:]|如下|建议|安排/.test(match[0].slice(4))) continue;
    const index = match.index;
    const before = times.filter((mark) => mark.end <= index && !mark.base);
    const year = before.some(({ meaning }) => meaning.kind === 'relative' || (meaning.kind === 'year' && !meaning.end));
    const several =
      before.some(({ meaning }) => meaning.kind === 'several' || (meaning.kind === 'year' && meaning.end)) ||
      (!year && /纲要|五年|远景|规划(?:建议|目标)/.test(text.slice(start, index)));
    const annual = !several && (year || match[0].includes('预期'));
    return { end: index + match[0].length, several, annual };
  }
  return null;
}

/** A claim in the making, with what later clauses may inherit from it. */
interface Subject {
  readonly name: Name;
  readonly claim: Claim;
  readonly number: Quantity;
}

function numberedClaims(scene: Scene): Claim[] {
  const claims: Claim[] = [];
  const { numbers, text } = scene;
  let subject = null as Subject | null;
  let borrowed = null as ListedName[] | null;
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i];
    if (number === undefined) continue;
    const list = scene.lists.find((one) => one.values[0]?.valueStart === number.valueStart);
    if (list !== undefined) {
      const made = listClaims(scene, list, borrowed);
      if (made !== null) {
        claims.push(...made.claims);
        borrowed = made.names;
      }
      i += list.values.length - 1;
      subject = null;
      continue;
    }
    if (isTransparent(scene, number)) continue;
    const left = leftEdge(scene, i);
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
    if (found.claim.inherited && !/^(?:其中)/.test(text.slice(left, number.start))) {
      const run = valueRun(scene, i);
      if (run.length > 1) {
        // 城镇收入15781元，农村收入4761元，实际增长8.4%和8%: one value for each of the claims before.
        claims.push(...backwardClaims(claims, run, found.claim));
        i += run.length - 1;
        subject = null;
        continue;
      }
    }
    const { name } = found;
    const claim: Claim | null = found.claim.inherited ? found.claim : settle(scene, found.claim, subject, left);
    if (claim === null) {
      subject = null;
      continue;
    }
    const last = claims[claims.length - 1];
    const merged: Claim | null =
      last !== undefined && subject?.claim === last && claim.inherited ? withStretch(last, claim) : null;
    if (merged !== null) {
      claims[claims.length - 1] = merged;
      subject = { name, claim: merged, number };
      continue;
    }
    const gap = subject === null ? '' : text.slice(subject.number.end, left);
    const averaged =
      subject !== null && subject.claim.average && gap === '、' && claim.measure === subject.claim.measure;
    const kept: Claim = averaged ? { ...claim, average: true } : claim;
    if (found.emit) claims.push(kept);
    subject = { name, claim: kept, number };
  }
  return claims;
}

/** Pairs values with the last claims before them; none where the numbers differ. */
function backwardClaims(claims: readonly Claim[], run: readonly Quantity[], made: Claim): Claim[] {
  const last = claims.slice(-run.length);
  const before = claims[claims.length - run.length - 1];
  const same =
    last.length === run.length &&
    last.every((claim) => claim.unit === last[0]?.unit && claim.measure === last[0]?.measure && !claim.inherited);
  if (!same || (before !== undefined && before.unit === last[0]?.unit && before.measure === last[0]?.measure))
    return [];
  const end = Math.max(...run.map((value) => value.end));
  return shareQualifiers(run).flatMap((value, k) => {
    const claim = last[k];
    if (claim === undefined) return [];
    const { name, nameStart, nameEnd, indicator, prefix, owner, start } = claim;
    const { bound, min, max, unit } = value;
    return [
      {
        ...made,
        name,
        nameStart,
        nameEnd,
        indicator,
        prefix,
        owner,
        start,
        end,
        valueStart: value.start,
        valueEnd: value.end,
        bound,
        min,
        max,
        unit,
      },
    ];
  });
}

/**
 * Gives a name that says too little the words it depends on: the verb of the list it stands in (改造小区2个、街巷6条),
 * or the projects it tells of (总投资, 落地). Null where such words are needed and missing.
 */
function settle(scene: Scene, claim: Claim, subject: Subject | null, left: number): Claim | null {
  const { text } = scene;
  const gap = subject === null ? '' : text.slice(subject.number.end, left);
  if (TOTALS.has(claim.name)) {
    // 新增上市公司48家、总量达122家: the total is of what was added.
    if (subject === null || !/^[，、]$/.test(gap) || subject.claim.unit !== claim.unit) return null;
    const verb = subject.claim.owner === '' ? sharedVerb(subject.claim) : '';
    return { ...claim, owner: subject.claim.name.slice(verb.length) };
  }
  if (subject !== null && /^[、和与及]$/.test(gap) && claim.form === 'name-before' && claim.measure === 'level') {
    const verb = sharedVerb(subject.claim);
    const standing = claim.indicator !== null && subject.claim.indicator !== null;
    if (
      verb !== '' &&
      !standing &&
      !/其中/.test(text.slice(left, claim.nameStart)) &&
      !COUNT_VERBS.some((one) => claim.name.startsWith(one)) &&
      claim.name.length <= 16
    ) {
      if (GENERIC_NOUNS.has(claim.name)) return null;
      const name = verb + claim.name;
      return { ...claim, name, indicator: indicatorIndex().get(name)?.indicator ?? null };
    }
  }
  if (claim.indicator !== null) return claim;
  if (PROJECT_NOUNS.has(claim.name)) {
    if (subject === null || !/^[，、]$/.test(gap)) return null;
    const projects =
      subject.claim.owner !== '' && PROJECT_NOUNS.has(subject.claim.name) ? subject.claim.owner : subject.claim.name;
    const verb = COUNT_VERBS.includes(claim.name) ? sharedVerb({ ...subject.claim, owner: '', name: projects }) : '';
    return /项目|工程/.test(projects)
      ? { ...claim, owner: projects.length - verb.length > 3 ? projects.slice(verb.length) : projects }
      : null;
  }
  if (claim.name.startsWith('占')) {
    return subject !== null && gap === '，' ? { ...claim, owner: subject.claim.owner + subject.claim.name } : null;
  }
  if (BORROWING_NOUN.test(claim.name)) {
    if (
      subject === null ||
      gap !== '，' ||
      !claim.name.endsWith('率') ||
      !/[项件个起处户家]$/.test(subject.claim.unit ?? '')
    )
      return null;
    return { ...claim, owner: subject.claim.name };
  }
  if (GENERIC_NOUNS.has(claim.name) || claim.name.length < 3) return null;
  return claim;
}

const SHARED_ADVERBS: readonly string[] = [...ADVERBS, '综合', '公开', '累计'];

const TOTALS = new Set(['总数', '总量', '总数量', '存量', '保有量', '累计', '总规模', '总额']);

/** The verb that opens a name (综合改造 of 综合改造老旧小区) and may hold for the next items of its list. */
function sharedVerb(claim: Claim): string {
  const adverb = SHARED_ADVERBS.find((one) => claim.name.startsWith(one)) ?? '';
  const verb = COUNT_VERBS.filter((one) => claim.name.startsWith(one, adverb.length)).sort(
    (a, b) => b.length - a.length,
  )[0];
  return verb !== undefined && adverb.length + verb.length + 1 < claim.name.length ? adverb + verb : '';
}

/** A number that only says how long or which one (连续5年, 第3) and does not part a name from its value. */
function isTransparent(scene: Scene, number: Quantity): boolean {
  const { text } = scene;
  const before = text.slice(Math.max(scene.start, number.start - 3), number.start);
  const after = text[number.end] ?? '';
  if (number.unit !== null && DURATION_UNITS.has(number.unit)) {
    return (
      /(?:连续|近|过去|历时|用时|仅用|经过)$/.test(before) ||
      /^[来内间里后前]/.test(after) ||
      (number.unit === '年' && number.numeralStyle === 'chinese')
    );
  }
  if (number.unit === null) return true;
  if (sizesNoun(scene, number)) return true;
  // 一件事一次办, 三个清单: small counts in words are a part of names.
  return number.numeralStyle === 'chinese' && COUNT_UNITS.has(number.unit) && (number.max ?? number.min ?? 0) < 100;
}

/** 500万元以上(项目64个): a bound that tells which things are counted by the next number. */
function sizesNoun(scene: Scene, number: Quantity): boolean {
  if (!number.boundWords.some((word) => word.place === 'after' && word.bound !== 'about')) return false;
  if (number.percent || number.unit === '百分点' || COUNT_UNITS.has((number.unit ?? '').replace(/^[万亿]+/, '')))
    return false;
  const next = scene.numbers.find((one) => one.start >= number.end);
  return (
    next !== undefined &&
    next.start - number.end >= 2 &&
    !/[，。；：、！？（）]/.test(scene.text.slice(number.end, next.start))
  );
}

/** After a number that was no claim, a clause may still go on about the same thing (居全市前3位，增长6%). */
function keepsSubject(text: string, subject: Subject | null, number: Quantity): boolean {
  if (subject === null) return false;
  return BETWEEN.test(text.slice(subject.number.end, number.start));
}

/** What may stand between a value and a further value of the same name: 、同比, ，居全市第3位，, ，按可比价计算，. */
const BETWEEN =
  /^(?:[、，；（）]|，?(?:总量|增速|增幅|规模|均|分别|稳)?(?:居|位居|排名?|位列|列|高于|快于|领先|连续|创|超额|完成|同比|按|扣除|剔除)[^，。；]{0,18}，|，?按[^，。；]{0,10}(?:计算|口径)，|，?扣除[^，。；]{0,8}，){1,3}(?:其中)?$/;

/** Whether a number is the size or kind of what is named behind it: 500万元以上(重点项目128个). */
function isSpecification(scene: Scene, i: number): boolean {
  const number = scene.numbers[i];
  const next = scene.numbers[i + 1];
  if (number === undefined || next === undefined) return false;
  return !/[，。；：]/.test(scene.text.slice(number.end, next.start));
}

/** Where the clause of a number begins: behind a mark, a bracket that is still open, or the number before. */
function leftEdge(scene: Scene, i: number): number {
  const { text, numbers } = scene;
  const number = numbers[i];
  if (number === undefined) return scene.start;
  let floor = scene.start;
  for (let k = i - 1; k >= 0; k--) {
    const before = numbers[k];
    if (before === undefined || isTransparent(scene, before)) continue;
    floor = before.end;
    break;
  }
  let depth = 0;
  for (let p = number.start - 1; p >= floor; p--) {
    const character = text[p] ?? '';
    if (character === '）') depth++;
    else if (character === '（') {
      if (depth === 0) return p + 1;
      depth--;
    } else if (depth === 0 && isClauseMark(text, p)) return p + 1;
  }
  let from = floor;
  if (floor > scene.start) {
    const joint = /^(?:以及|并且|[、和与及并且而，；）]){1,2}/.exec(text.slice(floor, number.start));
    if (joint !== null) from += joint[0].length;
  }
  return cutList(text, from, number.start);
}

function isClauseMark(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (character === '，' || character === '；' || character === '：') return true;
  return character === '—' && text[at - 1] === '—';
}

/** Cuts a clause before its last 、 where a new verb begins behind it: 加固堤防、新建水闸(5座). */
function cutList(text: string, from: number, to: number): number {
  let depth = 0;
  for (let p = to - 1; p > from; p--) {
    const character = text[p] ?? '';
    if (character === '”' || character === '）') depth++;
    else if (character === '“' || character === '（') depth--;
    if (character !== '、' || depth !== 0) continue;
    const behind = text.slice(p + 1, to);
    const verb = COUNT_VERBS.find((one) => behind.startsWith(one));
    const before = text.slice(from, p);
    const whole = COUNT_VERBS.some((one) => before === one || before.endsWith(`、${one}`));
    return verb !== undefined && behind.length > verb.length + 1 && !whole ? p + 1 : from;
  }
  return from;
}

interface Clause {
  readonly claim: Claim;
  readonly name: Name;
  readonly emit: boolean;
  readonly several: null;
  readonly taken: 1;
}

interface JointClause {
  readonly several: Claim[];
  readonly taken: number;
}

function readClause(scene: Scene, i: number, left: number, subject: Subject | null): Clause | JointClause | null {
  const { text, times } = scene;
  const number = scene.numbers[i];
  if (number === undefined) return null;
  const head = readHead(text, left, number.start, times);
  const tail = readTail(text, head.end, number.start, times);
  if (isComparison(text.slice(left, number.start), number)) return null;
  const right = rightSide(scene, i);
  if (tail.start <= head.end) {
    if (right.kind !== 'free') return null;
    return inherit(scene, number, head, tail, left, subject);
  }
  if (right.kind === 'noun') return countedThing(scene, number, head, right.end, left);
  const growing = tail.effects.some((effect) => effect === 'up' || effect === 'down');
  const joint = jointNames(scene, i, head, tail, growing);
  if (joint !== null) return joint;
  const run = valueRun(scene, i);
  if (
    run.length > 1 &&
    /[、和与及]/.test(text.slice(head.end, tail.start)) &&
    run.every((one) => one.unit === number.unit || one.unit === null)
  ) {
    return { several: [], taken: run.length };
  }
  const name = resolveName(text, head.end, tail.start, growing);
  if (
    text[left - 1] !== undefined &&
    followsNumber(scene, i, left) &&
    !COUNT_VERBS.some((verb) => name.text.indexOf(verb) > 0)
  )
    return null;
  if (right.kind === 'other' && !(name.indicator !== null && number.percent && growing)) return null;
  return nameClause(scene, number, name, head, tail, subject);
}

/** Whether a clause begins right behind another number, as the noun of that number does (11个|村集体收入). */
function followsNumber(scene: Scene, i: number, left: number): boolean {
  return scene.numbers.slice(0, i).some((number) => number.end === left && !isTransparent(scene, number));
}

/** Where the first verb of counting stands in a phrase, behind its first character; -1 for nowhere. */
function verbAt(phrase: string): number {
  let first = -1;
  for (const verb of COUNT_VERBS) {
    const at = phrase.indexOf(verb, 1);
    if (at > 0 && (first < 0 || at < first)) first = at;
  }
  return first;
}

/** What follows a value: nothing that belongs to it, a counted noun, or something else. */
function rightSide(scene: Scene, i: number): { kind: 'free' | 'noun' | 'other'; end: number } {
  const { text, numbers } = scene;
  const number = numbers[i];
  if (number === undefined) return { kind: 'other', end: 0 };
  const from = number.end;
  const next = numbers[i + 1];
  const stop = next === undefined ? scene.end : Math.min(scene.end, next.start);
  const first = text[from] ?? '';
  if (from >= scene.end || /[，。；：！？、）（]/.test(first)) return { kind: 'free', end: from };
  const rest = text.slice(from, Math.min(scene.end, from + 12));
  if (AFTER_VALUE.test(rest)) return { kind: 'free', end: from };
  let end = from;
  let depth = 0;
  while (end < stop) {
    const character = text[end] ?? '';
    if (character === '“' || character === '《') depth++;
    else if (character === '”' || character === '》') depth--;
    else if (depth <= 0 && /[，。；：！？、）（]/.test(character)) break;
    end++;
  }
  if (/^(?:和|与|及|并|且|而|以及|同时|后)/.test(rest)) return { kind: 'free', end: from };
  const between = text.slice(from, end);
  if (end === stop && next !== undefined && end === next.start) {
    if (end === from) return { kind: 'other', end };
    // 增长5%达到120亿元: only function words lead to the next value.
    const tail = readTail(text, from, end, scene.times);
    return { kind: tail.start === from ? 'free' : 'other', end };
  }
  if (between.startsWith('的')) return { kind: 'other', end };
  return { kind: 'noun', end };
}

/** 高于全国平均水平1.2个百分点, 比全市快2%: how far one number is from another, not a number of the indicator. */
function isComparison(left: string, number: Quantity): boolean {
  if (/(?:拉动|贡献)/.test(left) && number.unit === '百分点') return true;
  if (number.unit !== '百分点' && !number.percent && number.unit !== '倍') return false;
  if (!/[高低快慢超领优好]/.test(left)) return false;
  return (
    COMPARISON.test(left) &&
    !/(?:上年|去年|同期|年)(?:高|低)?$/.test(left.replace(/(?:提高|降低|下降|上升|增长|回落)$/, ''))
  );
}

const COMPARISON =
  /(?:(?:高于|低于|快于|慢于|高出|高过|低出|超出|超过|领先|优于|好于|快过|大于)[^，。；]{1,16}|[比较][^，。；]{1,12}[高低快慢多少]|[高低快慢](?:全国|全省|全市|全区|全盟|全州|全自治区|平均)[^，。；]{0,6})$/;

/** A value without a name of its own goes on about the name before: 完成189亿元、增长20.8%. */
function inherit(
  scene: Scene,
  number: Quantity,
  head: Head,
  tail: Tail,
  left: number,
  subject: Subject | null,
): Clause | null {
  if (subject === null || head.effects.includes('part')) return null;
  const { text } = scene;
  const between = text.slice(subject.number.end, left);
  const words = text.slice(left, number.start);
  const direct = between === '' || BETWEEN.test(between) || /^[、，（并且和而及]{1,2}$/.test(between);
  if (!direct) return null;
  const passes = number.boundWords.some(
    (word) => word.place === 'before' && /突破|超过|迈|跨|站|登|跃|越/.test(word.text),
  );
  const moves =
    passes ||
    tail.effects.some(
      (effect) =>
        effect === 'up' || effect === 'down' || effect === 'level' || effect === 'stretch' || effect === 'firm',
    );
  const headMoves = /(?:实现|完成|达到|力争|确保|争取)$/.test(words);
  const hopes = head.effects.includes('stretch') || head.effects.includes('firm');
  const toward = subject.claim.measure === 'level' && tail.effects.length === 0 && /[到至]$/.test(words);
  if (!moves && !headMoves && !hopes && !toward && !tail.planShare) return null;
  if (number.unit !== null && DURATION_UNITS.has(number.unit) && subject.claim.unit !== number.unit) return null;
  const made = nameClause(scene, number, subject.name, head, tail, null, subject.claim);
  if (made === null) return null;
  return made;
}

function nameClause(
  scene: Scene,
  number: Quantity,
  name: Name,
  head: Head,
  tail: Tail,
  subject: Subject | null,
  from: Claim | null = null,
): Clause | null {
  if (number.unit === '番') return nameClause(scene, doubled(number), name, head, tail, subject, from);
  let known: Indicator | null = name.indicator;
  const reading = measureOf(number, name, known, tail, from);
  if (reading === null) return null;
  if (known !== null && !fits(known, name, reading, number, tail)) known = null;
  if (known !== null && name.via === 'weak') {
    if (head.effects.includes('part')) known = null;
    else if (number.percent && reading.measure === 'level' && !isInContext(scene, known, name.text)) known = null;
  }
  if (number.unit === null && !(known !== null && known.units.includes(''))) return null;
  const text = reading.suffix === '' ? name.text : name.text + reading.suffix;
  if (reading.suffix !== '') known = indicatorIndex().get(text)?.indicator ?? null;
  if (known === null && from === null && !isPlainName(text, number, reading.measure)) return null;
  const starting = tail.effects.includes('from') || /[由从]$/.test(scene.text.slice(number.start - 1, number.start));
  const time = tail.time ?? head.time ?? innerTime(scene, name, from) ?? sentenceTime(scene, number.start);
  const claim: Claim = {
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
    stretch: null,
    hope: hopeOf(head, tail),
    form: 'name-before',
    loose: false,
    size: false,
    inherited: from !== null,
    opens: isOpening(scene, from?.nameStart ?? name.start),
    time,
    base: tail.base,
    average: tail.effects.includes('average') || head.effects.includes('average') || /年均$/.test(name.text),
    reached: isReached(scene.text.slice(head.end, number.valueStart), tail),
    already: /已经?[^，。；]{0,4}$/.test(scene.text.slice(head.end, number.valueStart)),
    inWords: number.numeralStyle === 'chinese',
  };
  const kept: Name = from === null ? { ...name, text, indicator: known } : name;
  return { claim, name: kept, emit: !starting || tail.time !== null || head.time !== null, several: null, taken: 1 };
}

/** 翻一番 is a growth of 1 倍, 翻两番 of 3 倍. */
function doubled(number: Quantity): Quantity {
  const value = 2 ** number.low.value - 1;
  return { ...number, unit: '倍', ...limits(number.bound, value, null) };
}

function hopeOf(head: Head, tail: Tail): Claim['hope'] {
  if (tail.effects.includes('stretch') || head.effects.includes('stretch')) return 'stretch';
  return tail.effects.includes('firm') || head.effects.includes('firm') ? 'firm' : null;
}

/** `——`, 一是, （一）, 经济增长：, 城镇方面，and words like 确保 may stand before what opens a sentence. */
const LEAD =
  /^(?:[—·-]|[一二三四五六七八九十]{1,2}[是、]|[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]|同时，?|力争|确保|努力|实现|保持|全年|预计|全[省市区县州盟旗]|[^，。；：]{2,10}：|[^，。；：]{2,6}方面[，：]){0,4}$/;

export function isOpening(scene: Scene, at: number): boolean {
  return at - scene.start <= 24 && LEAD.test(scene.text.slice(scene.start, at));
}

/** 达到, 突破, 提高到 and their like say where something stands at the end of a time. */
function isReached(between: string, tail: Tail): boolean {
  if (
    /(?:达到?|突破|超过|超|接近|逼近|迈上|跨上|站上|登上|跃上|迈过|跨过|越过|跃升|迈入|跨越|[提升增降减涨缩落高加长少低复展][至到])(?:了|约|近)?$/.test(
      between,
    )
  )
    return true;
  return tail.effects[0] === 'level' && /(?:达到?|至|到|为|突破|有)$/.test(between);
}

/** 预计 covers everything behind it in its sentence. */
function isEstimated(scene: Scene, at: number): boolean {
  return /预计|初步核算|初步统计|快报|预估|初步预计/.test(scene.text.slice(scene.start, at));
}

/** The time of a value that names none itself: the last time before it in the sentence that opens a clause. */
export function sentenceTime(scene: Scene, at: number): TimeMark | null {
  let last: TimeMark | null = null;
  for (const mark of scene.times) if (mark.end <= at && !mark.base && opensClause(scene, mark)) last = mark;
  return last;
}

/** A time inside a name: 中央财政五年累计补助, 2023年重点项目. */
function innerTime(scene: Scene, name: Name, from: Claim | null): TimeMark | null {
  if (from !== null) return null;
  return scene.times.find((mark) => !mark.base && mark.start >= name.start && mark.end <= name.end) ?? null;
}

/** Words that may stand between the beginning of a clause and the time it opens with. */
const BEFORE_TIME =
  /(?:^|[，；：。（—])(?:在|到|自|从|截至|预计|这|全[省市区县]|我[省市区县]|其中|特别是|力争|确保|努力|刚刚过去的|即将过去的|回顾|经过|与|同时|而|并|[（(]?[一二三四五六七八九十]{1,2}[是要）、]){0,3}$/;

function opensClause(scene: Scene, mark: TimeMark): boolean {
  const { text } = scene;
  if (text[mark.end] === '的' && mark.meaning.kind === 'several') return false;
  return BEFORE_TIME.test(text.slice(Math.max(scene.start, mark.start - 12), mark.start));
}

interface Reading {
  readonly measure: Measure;
  readonly direction: 'up' | 'down' | null;
  readonly suffix: string;
}

/** Names that are rates, so that a percentage behind them is their level. */
const RATE_NAME =
  /(?:率|比重|占比|比例|比|指数|满意度|安全感|覆盖|强度|盖度|系数|程度|度|份额|占有率|完好|浓度|复种|口径|达标|进度)$/;

function measureOf(
  number: Quantity,
  name: Name,
  known: Indicator | null,
  tail: Tail,
  from: Claim | null,
): Reading | null {
  const main = tail.effects.find(
    (effect): effect is TailEffect =>
      effect === 'up' || effect === 'down' || effect === 'level' || effect === 'share' || effect === 'from',
  );
  const motion = tail.effects.find((effect) => effect === 'up' || effect === 'down') ?? null;
  const direction = motion === 'up' || motion === 'down' ? motion : null;
  if (tail.planShare) return { measure: 'level', direction: null, suffix: '' };
  if (main === 'share') {
    if (!number.percent) return null;
    return { measure: 'level', direction: null, suffix: '占比' };
  }
  if (number.unit === '百分点') {
    return direction === null ? null : { measure: 'change', direction, suffix: '' };
  }
  if (number.percent || number.unit === '‰') {
    const grows = known !== null && known.unit !== number.unit;
    const growthOnly = known !== null && !known.measures.includes('level') && known.measures.includes('growth');
    if (direction !== null && (main === 'up' || main === 'down' || grows || growthOnly || known === null)) {
      // 失业率下降控制在5% is nobody's wording; 涨幅控制在3% is a rate of rise.
      return { measure: 'growth', direction, suffix: '' };
    }
    if (growthOnly) return { measure: 'growth', direction: 'up', suffix: '' };
    if (main === 'level' || main === 'from') {
      if (known !== null && grows && known.measures[0] === 'growth')
        return { measure: 'growth', direction: 'up', suffix: '' };
      if (from !== null && from.measure === 'growth')
        return { measure: 'growth', direction: from.direction, suffix: '' };
      return { measure: 'level', direction: null, suffix: '' };
    }
    if (known !== null) {
      if (!grows) return { measure: 'level', direction: null, suffix: '' };
      return known.measures.includes('growth') ? { measure: 'growth', direction: 'up', suffix: '' } : null;
    }
    if (from !== null)
      return from.unit === number.unit ? { measure: from.measure, direction: from.direction, suffix: '' } : null;
    if (/(?:增速|增幅|涨幅|增长率)$/.test(name.text)) return { measure: 'growth', direction: 'up', suffix: '' };
    return RATE_NAME.test(name.text) ? { measure: 'level', direction: null, suffix: '' } : null;
  }
  if (number.unit === '倍') {
    if (main === 'level') return { measure: 'level', direction: null, suffix: '' };
    return direction === null ? null : { measure: 'growth', direction, suffix: '' };
  }
  return { measure: 'level', direction: main === 'level' || main === 'from' ? null : direction, suffix: '' };
}

/** Whether a catalogued name can have this value; weak forms (出口, 经济增长) need a value of their own kind. */
function fits(known: Indicator, name: Name, reading: Reading, number: Quantity, tail: Tail): boolean {
  if (tail.planShare) return true;
  if (reading.measure === 'growth' || reading.measure === 'change') {
    if (name.via === 'weak' && reading.measure === 'change') return known.measures.includes('change');
    return true;
  }
  const unit = bare(number.unit ?? '');
  const units = known.units.map(bare);
  if (units.includes(unit)) return true;
  if (units.every((one) => one === '')) return name.via !== 'weak' && number.percent;
  return name.via !== 'weak' && sameKind(unit, units);
}

/** Whether the sentence speaks of what a weak form leaves out: 满意率 is that of proposals where 建议 or 提案 stands near. */
function isInContext(scene: Scene, known: Indicator, form: string): boolean {
  const sentence = scene.text.slice(scene.start, scene.end);
  for (let i = 0; i + 2 <= known.name.length; i++) {
    const pair = known.name.slice(i, i + 2);
    if (!form.includes(pair) && sentence.includes(pair)) return true;
  }
  return false;
}

/** A unit without its scale: 万人 and 人 measure the same. */
function bare(unit: string): string {
  return unit.replace(/^[万亿]{1,2}/, '');
}

const KINDS: readonly (readonly string[])[] = [
  ['元', '美元', '人民币', '港元', '欧元', ''],
  [
    '个',
    '家',
    '户',
    '项',
    '件',
    '座',
    '处',
    '所',
    '条',
    '套',
    '台',
    '宗',
    '起',
    '例',
    '次',
    '张',
    '支',
    '批',
    '间',
    '块',
    '枚',
    '辆',
    '列',
  ],
  ['人', '人次', '名', '位', '人（次）', '户'],
  ['吨', '斤', '公斤', '担', '千克', '吨标准煤', '吨标煤', '吨二氧化碳'],
  ['亩', '公顷', '平方公里', '平方米', '平方千米', '亩次'],
  ['公里', '千米', '米'],
  ['千瓦', '兆瓦', '吉瓦', 'MW', 'GW', 'kW', '瓦'],
  ['千瓦时', '度', '兆瓦时', 'kWh', 'MWh', 'GWh', '度电'],
  ['头', '只', '羽', '头只', '口', '尾'],
  ['立方米', '吨', '升'],
  ['标箱', '标准箱', '箱', 'TEU'],
  ['微克/立方米', '毫克/立方米'],
  ['%', '‰'],
  ['天', '年', '岁', '个月'],
];

function sameKind(unit: string, units: readonly string[]): boolean {
  return KINDS.some((kind) => kind.includes(unit) && units.some((one) => kind.includes(one)));
}

/** Whether words that the catalogue does not know can be the name of a quantity. */
function isPlainName(name: string, number: Quantity, measure: Measure): boolean {
  if (name.length < 2 || name.length > 26) return false;
  if (NO_NAME_END.test(name) || NO_NAME_START.test(name)) return false;
  if (/[，。；：！？…]/.test(name) || !isBalanced(name)) return false;
  if (
    number.unit !== null &&
    DURATION_UNITS.has(number.unit) &&
    !/(?:时间|时限|期限|用时|天数|周期|年限|寿命|年龄|时长|里程)$/.test(name)
  )
    return false;
  if ((number.unit === '位' || number.unit === '名') && /(?:第|前|居|列|排名?|升|进|跃居|名次)$/.test(name))
    return false;
  if (number.numeralStyle === 'chinese' && number.unit !== null && !HAN_COUNTED.test(number.unit)) return false;
  return /[\u4e00-\u9fffA-Za-z]/.test(name);
}

/** Units in which an amount is written in words; small counts in words (千城一面, 三个清单) are manners of speaking. */
const HAN_COUNTED = /^(?:[万亿]|元|美元|亩|吨|公里|公顷|平方米|平方公里|立方米|千瓦|倍|%|‰|百分点|成)/;

function isBalanced(name: string): boolean {
  let depth = 0;
  for (const character of name) {
    if (character === '“' || character === '（' || character === '《') depth++;
    else if (character === '”' || character === '）' || character === '》') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** 新建5个停车场: a verb of counting, a number, and what is counted. */
function countedThing(scene: Scene, number: Quantity, head: Head, end: number, left: number): Clause | null {
  const { text } = scene;
  const verb = COUNT_VERBS.filter((one) => text.startsWith(one, head.end)).sort((a, b) => b.length - a.length)[0];
  if (verb === undefined || number.unit === null || number.percent || number.unit === '百分点' || number.unit === '倍')
    return null;
  const between = text.slice(head.end + verb.length, number.start);
  if (between !== '' && between !== '了' && !/等(?:一批)?$/.test(between) && !/[、”]/.test(between)) return null;
  if (number.numeralStyle === 'chinese' || DURATION_UNITS.has(number.unit)) return null;
  const noun = text.slice(number.end, end);
  if (noun.length < 2 || noun.length > 16 || NO_NAME_START.test(noun) || NO_NAME_END.test(noun)) return null;
  if (
    /[的了被将]/.test(noun) ||
    COUNT_VERBS.some((one) => noun.startsWith(one) && one.length === 2 && noun.length > 4 && !NOUN_VERBS.has(one))
  )
    return null;
  const known = indicatorIndex().get(verb + noun);
  const fitting =
    known !== null && sameKind(bare(number.unit), known.indicator.units.map(bare)) ? known.indicator : null;
  // Where the list of counted things goes on, the noun is whole only if it is a thing done by itself.
  if (text[end] === '、' && DOING.has(verb) && !DONE_NOUN.test(noun)) return null;
  if (/[级类]$/.test(noun) || /元$/.test(number.unit)) return null;
  const generic = fitting === null && GENERIC_NOUNS.has(noun);
  if (generic && (between === '' || between.length > 24 || !isBalanced(between))) return null;
  const words = generic ? verb + between + noun : verb + noun;
  const name: Name = {
    start: number.end,
    end,
    text: verb + noun,
    indicator: fitting,
    via: known?.via ?? null,
    prefix: '',
  };
  const claim: Claim = {
    start: head.end,
    end,
    name: name.text,
    nameStart: number.end,
    nameEnd: end,
    indicator: fitting,
    prefix: '',
    owner: '',
    valueStart: number.start,
    valueEnd: number.end,
    measure: 'level',
    direction: null,
    bound: number.bound,
    min: number.min,
    max: number.max,
    unit: number.unit,
    estimated: isEstimated(scene, number.start),
    stretch: null,
    hope: head.effects.includes('stretch') ? 'stretch' : head.effects.includes('firm') ? 'firm' : null,
    form: 'value-before',
    loose: false,
    size: !COUNT_UNITS.has(bare(number.unit)),
    inherited: false,
    opens: isOpening(scene, head.end),
    time: head.time ?? sentenceTime(scene, left + 1) ?? sentenceTime(scene, number.start),
    base: null,
    average: false,
    reached: false,
    already: false,
    inWords: false,
  };
  return { claim, name, emit: true, several: null, taken: 1 };
}

const DOING = new Set(['开展', '实施', '推进', '启动', '组织', '完成']);
const DONE_NOUN =
  /(?:工程|项目|行动|活动|改造|治理|建设|整治|工作|试点|培训|检查|计划|措施|修复|提升|服务|演出|赛事|任务|课题|专项)$/;

/** Verbs that often begin a noun: 服务站, 培训基地, 安置点, 监测点. */
const NOUN_VERBS = new Set(
  '服务 培训 培养 安置 监测 检查 创新 创业 救助 养护 种植 储备 发展 改革 建设 养老 交付 支持 组织 推广 研发 出版 整治 治理 改造'.split(
    ' ',
  ),
);

/** Several names with one value (A、B均增长5%), or with as many values and no 分别. */
function jointNames(scene: Scene, i: number, head: Head, tail: Tail, growing: boolean): JointClause | null {
  const { text } = scene;
  const number = scene.numbers[i];
  const words = text.slice(head.end, tail.start);
  if (number === undefined || (!/[、和与及]/.test(words) && !words.includes('城乡') && !words.includes('产业')))
    return null;
  if (resolveName(text, head.end, tail.start, growing).indicator !== null && !words.includes('城乡')) return null;
  const run = valueRun(scene, i);
  const items = splitNames(text, head.end, tail.start);
  const count = run.length > 1 ? run.length : items.length;
  if (count < 2) return null;
  const each = run.length > 1 || EACH.test(text.slice(tail.start, number.start));
  if (!each && !number.percent) return null;
  const names = expandNames(text, items, count);
  if (names === null || !names.every((name) => name.indicator !== null || (each && RATE_NAME.test(name.text))))
    return null;
  const values = run.length > 1 ? shareQualifiers(run) : names.map(() => number);
  return { several: pairClaims(scene, names, values, head, () => tail), taken: run.length };
}

/** Words by which a value holds for each of several names. */
const EACH = /均|都|各|分别|双双|同时/;

/** The number and the bare numbers that follow it in a list: 4.8%、6.3%. */
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

function splitNames(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  let depth = 0;
  for (let p = from; p <= to; p++) {
    const character = text[p] ?? '';
    if (character === '（' || character === '“') depth++;
    else if (character === '）' || character === '”') depth--;
    if (p < to && (depth > 0 || !/[、和与及]/.test(character))) continue;
    if (p > start) spans.push({ start, end: p });
    start = p + 1;
  }
  return spans;
}

/** The claims of a list tied by 分别; null where names and values do not pair. */
function listClaims(
  scene: Scene,
  list: ValueList,
  borrowed: readonly ListedName[] | null,
): { claims: Claim[]; names: ListedName[] } | null {
  const { text, times } = scene;
  const first = list.values[0];
  if (first === undefined) return null;
  const from = list.names[0]?.start ?? list.marker.start;
  const own = from >= scene.start && from < list.marker.start;
  const head = readHead(text, own ? from : list.marker.start, list.marker.start, times);
  let names: ListedName[] | null = null;
  if (own && head.end < list.marker.start) {
    const before = readTail(text, head.end, list.marker.start, times);
    const stop = startingValue(scene, head.end, list.marker.start);
    const items =
      stop !== null
        ? splitNames(text, head.end, stop)
        : list.names.map((span, k) => ({
            start: k === 0 ? Math.max(span.start, head.end) : span.start,
            end: Math.min(span.end, before.start > span.start ? before.start : span.end),
          }));
    names = expandNames(
      text,
      items.filter((span) => span.end > span.start),
      list.values.length,
    );
  }
  if (names === null && borrowed !== null && borrowed.length === list.values.length) names = [...borrowed];
  if (names === null) return null;
  const marks = scene.times;
  if (names.some(({ span }) => marks.some((mark) => mark.start <= span.start && mark.end >= span.end))) return null;
  if (isComparison(text.slice(list.marker.end, first.start), first)) return null;
  const shared = readTail(text, list.marker.end, first.start, times);
  const prior = own ? readTail(text, head.end, list.marker.start, times) : null;
  const tailOf = (value: Quantity, k: number): Tail => {
    if (k === 0) return join(shared, prior);
    const before = list.values[k - 1];
    const turned = before === undefined ? shared : readTail(text, before.end, value.start, times);
    return turned.effects.some((effect) => effect === 'up' || effect === 'down') ? turned : join(shared, prior);
  };
  return { claims: pairClaims(scene, names, list.values, head, tailOf), names };
}

/** Where 从46503元和16935元 begins in the words before 分别提高到; null where no value stands there. */
function startingValue(scene: Scene, from: number, to: number): number | null {
  const number = scene.numbers.find((one) => one.start > from && one.end <= to && one.unit !== null);
  if (number === undefined) return null;
  const at = Math.max(scene.text.lastIndexOf('从', number.start), scene.text.lastIndexOf('由', number.start));
  return at > from ? at : from;
}

/** Words before 分别 count too: 增速分别为5%、6%. */
function join(tail: Tail, prior: Tail | null): Tail {
  return prior === null
    ? tail
    : { ...tail, effects: [...tail.effects, ...prior.effects], time: tail.time ?? prior.time };
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
  names.forEach((listed, k) => {
    const value = values[k];
    if (value === undefined) return;
    const tail = tailOf(value, k);
    const name: Name = { ...listed.span, text: listed.text, indicator: listed.indicator, via: listed.via, prefix: '' };
    const made = nameClause(scene, value, name, head, tail, null);
    if (made !== null) claims.push({ ...made.claim, start, end });
  });
  return claims.length === names.length ? claims : [];
}

/** Joins 增长8%以上 and 力争增长10% to one claim with a stretch; null where they are two. */
function withStretch(base: Claim, further: Claim): Claim | null {
  if (base.measure !== further.measure || base.unit !== further.unit || base.bound === null || further.bound === null)
    return null;
  if (further.hope === 'stretch' && base.hope !== 'stretch') {
    return { ...base, end: further.end, stretch: { bound: further.bound, min: further.min, max: further.max } };
  }
  if (base.hope === 'stretch' && further.hope === 'firm' && base.stretch === null) {
    return {
      ...further,
      start: base.start,
      inherited: base.inherited,
      stretch: { bound: base.bound, min: base.min, max: base.max },
    };
  }
  return null;
}
