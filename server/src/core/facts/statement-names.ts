import type { Indicator, IndicatorMatch } from '../data';
import { components, indicatorIndex } from '../data';
import type { Span } from '../model';
import type { HeadEffect, TailEffect } from './statement-words';
import { ADVERBS, COUNT_VERBS, HEAD_WORDS, LONGEST_HEAD, LONGEST_TAIL, TAIL_WORDS } from './statement-words';
import type { TimeMark } from './statement-times';

/** What stands before a name in its clause. */
export interface Head {
  /** Where the name begins. */
  readonly end: number;
  readonly effects: readonly HeadEffect[];
  readonly time: TimeMark | null;
}

/** What stands between a name and its value. */
export interface Tail {
  /** Where the name ends. */
  readonly start: number;
  /** From the value outwards: the first is nearest to the value. */
  readonly effects: readonly TailEffect[];
  readonly time: TimeMark | null;
  /** What the value is compared with (比2002年). */
  readonly base: TimeMark | null;
  /** The value is the done part of a plan: 完成年度任务的85%. */
  readonly planShare: boolean;
}

/** A name with what the catalogue knows of it. Offsets are reading offsets of the block. */
export interface Name extends Span {
  readonly text: string;
  /** The row whose form this is, or null. */
  readonly indicator: Indicator | null;
  readonly via: IndicatorMatch['via'] | null;
  /** Words before a catalogued name that narrow it unless they are the issuer's own name. */
  readonly prefix: string;
}

/** Verbs that hand on to an indicator: 带动社会消费品零售总额增长. */
const HANDING_ON = /(?:推动|促进|实现|完成|确保|力争|保持|助推|助力|带动|使得?|促使|拉动)$/;

/** Words before an indicator that do not narrow it. */
const NEUTRAL_PREFIX = new Set(['地方', '地方财政', '财政', '本外币', '各项', '总', '等', '的', '新', '水、空气等']);

/** Words after an indicator that do not change it. */
const NEUTRAL_SUFFIX = new Set(
  '安排 人数 总数 总量 数量 数 总额 总规模 规模 总值 水平 总水平 存量 保有量 指标 率 增长 情况 状况 实际增长 人次 额'.split(
    ' ',
  ),
);

/**
 * Passes over connectives, times, region words and verbs before a name. Stops at once where a catalogued name begins,
 * as 年末常住人口 must not lose its 年末.
 */
export function readHead(text: string, from: number, to: number, times: readonly TimeMark[]): Head {
  const index = indicatorIndex();
  const effects: HeadEffect[] = [];
  let time: TimeMark | null = null;
  let i = from;
  for (;;) {
    const known = index.matchAt(text, i);
    if (known !== null && i + known.length <= to && known.via !== 'weak') break;
    const mark = times.find((one) => one.start === i && one.end <= to);
    if (mark !== undefined) {
      if (!mark.base) time = mark;
      i = mark.end;
      continue;
    }
    const word = longestAt(HEAD_WORDS, LONGEST_HEAD, text, i, to);
    if (word !== null && !startsName(text, i, word, to) && !isOwnVerb(text, i, word, to)) {
      const effect = HEAD_WORDS.get(word) ?? 'none';
      if (effect !== 'none') effects.push(effect);
      i += word.length;
      continue;
    }
    const adverb = ADVERBS.find((one) => text.startsWith(one, i) && i + one.length < to);
    if (adverb !== undefined && isVerbOrName(text, i + adverb.length, to)) {
      i += adverb.length;
      continue;
    }
    break;
  }
  return { end: i, effects, time };
}

/** 到位资金, 共同富裕, 新能源: a head word that is the beginning of a longer noun. */
function startsName(text: string, at: number, word: string, to: number): boolean {
  const next = text[at + word.length] ?? '';
  if (at + word.length >= to) return false;
  return (CONTINUED.get(word) ?? '').includes(next);
}

/** 争取资金 and 完成投资: a verb that belongs to the short noun behind it. */
function isOwnVerb(text: string, at: number, word: string, to: number): boolean {
  const behind = at + word.length;
  if (behind >= to) return false;
  if (word === '争取')
    return (
      !/^(?:实现|全年|达到?|增长|在|到|使|让|年|完成|新)/.test(text.slice(behind, behind + 2)) &&
      !isVerbOrName(text, behind, to)
    );
  if (word === '完成' || word === '实现')
    return to - behind <= 3 && indicatorIndex().matchAt(text, behind) === null && !endsInTail(text, behind, to);
  return false;
}

function endsInTail(text: string, from: number, to: number): boolean {
  return longestBefore(text, to, from) !== null;
}

const CONTINUED = new Map([
  ['到', '位港'],
  ['共', '同享建青产有'],
  ['都', '市'],
  ['将', '军'],
  ['再', '生制就'],
  ['要', '素求'],
  ['和', '谐田平美'],
  ['与', '会'],
  ['及', '时'],
  ['在', '岗校建线职册孵编用'],
  ['并', '网购联轨'],
  ['等', '级'],
  ['均', '衡'],
  ['使', '用馆'],
  ['至', '今'],
  ['且', '末'],
  ['已', '建'],
  ['把', '关'],
  ['也', '门'],
  ['基本', '养医公农民生药'],
  ['预期', '性寿'],
  ['年度', '投'],
  ['同期', '声'],
]);

function isVerbOrName(text: string, at: number, to: number): boolean {
  const known = indicatorIndex().matchAt(text, at);
  if (known !== null && at + known.length <= to) return true;
  return COUNT_VERBS.some((verb) => text.startsWith(verb, at));
}

/**
 * Reads backwards from a value to the name it belongs to. Stops where what is left is a catalogued name, so that
 * 经济增长 keeps its 增长.
 */
export function readTail(text: string, from: number, to: number, times: readonly TimeMark[]): Tail {
  const effects: TailEffect[] = [];
  let time: TimeMark | null = null;
  let planShare = false;
  let base: TimeMark | null = null;
  let p = to;
  while (p > from) {
    if (p < to + 1 && effects.length < 12 && isKnown(text.slice(from, p))) break;
    const mark = times.find((one) => one.end === p && one.start >= from);
    if (mark !== undefined) {
      const motion = longestBefore(text, mark.start, from);
      const moves = motion !== null && /^[到至]/.test(text.slice(mark.start, mark.end)) ? TAIL_WORDS.get(motion) : null;
      if (mark.base) {
        base ??= mark;
        p = mark.start - 1;
      } else if (motion !== null && (moves === 'up' || moves === 'down')) {
        // 增加到2007年的306亿元: the verb goes with 到, so the value is where it arrives.
        effects.push('level');
        time ??= mark;
        p = mark.start - motion.length;
      } else {
        time ??= mark;
        p = mark.start;
      }
      continue;
    }
    if (text[p - 1] === '的') {
      const share = PLAN_SHARE.exec(text.slice(Math.max(from, p - 14), p));
      if (share !== null) {
        planShare = true;
        p -= share[0].length;
        continue;
      }
      if (!times.some((one) => one.end === p - 1)) break;
      p--;
      continue;
    }
    if (/[同底末期]/.test(text[p - 1] ?? '')) {
      const compared = COMPARED.exec(text.slice(Math.max(from, p - 9), p));
      if (compared !== null) {
        const at = p - compared[0].length;
        base ??= times.find((one) => one.start === at + 1) ?? null;
        p = at;
        continue;
      }
    }
    const running = RUNNING.exec(text.slice(Math.max(from, p - 9), p));
    if (running !== null) {
      p -= running[0].length;
      continue;
    }
    const word = longestBefore(text, p, from);
    if (word === null) break;
    const effect = TAIL_WORDS.get(word) ?? 'none';
    if (effect !== 'none') effects.push(effect);
    p -= word.length;
  }
  return { start: p, effects, time, base, planShare };
}

/** 完成年度任务的, 占全年计划的, 达到年初预算的: the value behind it is a share of a plan. */
const PLAN_SHARE =
  /(?:完成|占|达到?|为|实现)(?:了)?(?:全年|年度|年初|预期|计划|总)?(?:预算|计划|任务|目标|目标任务|考核任务|任务数|总任务)(?:数|总额|值)?的$/;
/** 比上年同期, 较2020年末: what a change is measured against. */
const COMPARED = /[比较](?:(?:19|20)\d\d年|上年|去年|年初|期初|上年度|“?十[一二三四五]五”?)(?:同期|底|末|期末)$/;

/** 连续13年(稳定在…), 每斤(提高…): how long it has been so, or by what it is counted. */
const RUNNING =
  /(?:连续(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:年|个月|个季度)|(?:平均)?每(?:人每年|人每月|人每天|斤|公斤|亩|吨|户|平方米|立方米|千瓦时|度|生))$/;

function isKnown(name: string): boolean {
  return name.length >= 2 && name.length <= 30 && indicatorIndex().get(name) !== null;
}

function longestAt(
  words: ReadonlyMap<string, unknown>,
  longest: number,
  text: string,
  at: number,
  to: number,
): string | null {
  for (let length = Math.min(longest, to - at); length >= 1; length--) {
    const word = text.slice(at, at + length);
    if (words.has(word)) return word;
  }
  return null;
}

/** Last characters of words that a one-character tail word must not be cut from: 作为, 所有, 提升, 城市. */
const BELONGS = new Map([
  ['为', '行作成人'],
  ['有', '所国公共民享具私富特'],
  ['到', '报收签得'],
  ['至', '甚截'],
  ['达', '发到通传送直表雷抵'],
  ['是', '但可正'],
  ['占', '抢侵'],
  ['升', '提晋'],
  ['降', '空沉'],
  ['涨', '看高'],
  ['增', '新倍净'],
  ['减', '节'],
  ['共', '公'],
  ['均', '人户年亩平日月'],
  ['都', '首成'],
  ['各', '中'],
  ['将', '即'],
  ['要', '主重需纪摘概'],
  ['已', '而'],
  ['按', '仍'],
  ['由', '自理'],
  ['从', '服'],
  ['以', '可所加予'],
  ['了', '除为'],
  ['在', '存现内'],
  ['可', '许认'],
  ['跌', '下'],
  ['还', '偿归返'],
  ['就', '成'],
  ['翻', '推'],
]);

function longestBefore(text: string, end: number, from: number): string | null {
  for (let length = Math.min(LONGEST_TAIL, end - from); length >= 1; length--) {
    const word = text.slice(end - length, end);
    if (!TAIL_WORDS.has(word)) continue;
    const before = text[end - length - 1] ?? ' ';
    if (length === 1 && (BELONGS.get(word) ?? '').includes(before)) return null;
    if (word[0] === '年' && /[上去今前本明\d]/.test(before)) continue;
    return word;
  }
  return null;
}

/**
 * What the catalogue says of the words `from..to`. A name with words before it is that indicator only where those
 * words do not narrow it; they are given as `prefix` where they may be the name of a place.
 */
export function resolveName(text: string, from: number, to: number, growing: boolean): Name {
  const words = text.slice(from, to);
  const index = indicatorIndex();
  const exact = index.get(words) ?? index.get(withoutBrackets(words));
  if (exact !== null)
    return { start: from, end: to, text: words, indicator: exact.indicator, via: exact.via, prefix: '' };
  // Words behind: 城镇新增就业人数, 民间投资逆势(增长).
  const opening = index.matchAt(text, from);
  if (opening !== null && from + opening.length < to) {
    const rest = text.slice(from + opening.length, to);
    if (NEUTRAL_SUFFIX.has(rest) || (growing && isAdverb(rest))) {
      const end = growing && !NEUTRAL_SUFFIX.has(rest) ? from + opening.length : to;
      return {
        start: from,
        end,
        text: text.slice(from, end),
        indicator: opening.indicator,
        via: opening.via,
        prefix: '',
      };
    }
  }
  // Words before: 青禾区地区生产总值, 高新技术产业固定资产投资.
  for (let i = from + 1; i < to - 1; i++) {
    const match = index.matchAt(text, i);
    if (match === null || i + match.length > to) continue;
    const rest = text.slice(i + match.length, to);
    if (rest !== '' && !NEUTRAL_SUFFIX.has(rest)) continue;
    const prefix = text.slice(from, i);
    const name = text.slice(i, to);
    if (NEUTRAL_PREFIX.has(prefix) || HANDING_ON.test(prefix) || /[，：]$/.test(prefix)) {
      return { start: i, end: to, text: name, indicator: match.indicator, via: match.via, prefix: '' };
    }
    if (match.via !== 'weak' && isPlace(prefix)) {
      return { start: from, end: to, text: words, indicator: match.indicator, via: match.via, prefix };
    }
    break;
  }
  return { start: from, end: to, text: words, indicator: null, via: null, prefix: '' };
}

/** Whether a word may be the name of a place of any level. */
function isPlace(prefix: string): boolean {
  return prefix.length <= 12 && /[省市县区旗州盟镇乡]$|自治[区州县旗]$/.test(prefix);
}

/** Short words between a name and 增长 that are no part of either: 逆势, 由负转正. Nouns of measure would change the name. */
function isAdverb(rest: string): boolean {
  return (
    rest.length <= 6 && !/[比重占率额量值项目企业数中的内外出进口户家上下园区产投资收入对其人名与和及、“”]/.test(rest)
  );
}

function withoutBrackets(words: string): string {
  if (!words.includes('（')) return words;
  return words.replace(/（[^（）]{0,12}）/g, '');
}

/** Tails that several things in a list can share: 集成电路、锂电池出口. Longer first. */
const SHARED_TAILS =
  '最低收购价 收购价 价格 学生人均公用经费 生均公用经费 公用经费 人均经费 养老金 保障标准 低保标准 补助资金 参保率 就诊率 入学率 毛入学率 毛入园率 入园率 签约率 案件 发案率 立案数 破案数 破案率 检出率 人口 工资 产业增加值 业增加值 增加值 固定资产投资 产业投资 完成投资 投资额 投资 总产值 产值 总产量 产量 出口额 进口额 进出口额 出口 进口 进出口 销售额 零售额 营业收入 营业额 主营业务收入 预算收入 收入 支出 利润总额 利润 税收 销量 面积 余额 浓度 排放量 比例 比重 占比 覆盖率 普及率 参保率 处理率 利用率 合格率 满意率 达标率 装机容量 装机 发电量 用电量 吞吐量 货运量 客运量 标准 补助标准 人数 户数 数量 交易额 成交额 贷款余额 存款余额 贷款 存款 企业 消费 服务业'
    .split(' ')
    .sort((a, b) => b.length - a.length);

/** Names that stand for several by one word, with the words to put in its place. */
const PLURALS: readonly (readonly [string, readonly (readonly string[])[]])[] = [
  [
    '城乡',
    [
      ['城镇', '农村'],
      ['城市', '农村'],
    ],
  ],
  ['一二三产业', [['第一产业', '第二产业', '第三产业']]],
  ['一二三次产业', [['第一产业', '第二产业', '第三产业']]],
  ['一二三产', [['第一产业', '第二产业', '第三产业']]],
  ['三次产业', [['第一产业', '第二产业', '第三产业']]],
  ['二三产业', [['第二产业', '第三产业']]],
  ['存贷款', [['存款', '贷款']]],
  ['营收利润', [['营收', '利润']]],
];

/** One name of a list, expanded to stand alone. */
export interface ListedName {
  readonly text: string;
  readonly indicator: Indicator | null;
  readonly via: IndicatorMatch['via'] | null;
  readonly span: Span;
}

/**
 * Expands the names of a list to `count` names that can stand alone: 城镇 of “城镇、农村居民人均可支配收入” becomes
 * 城镇居民人均可支配收入. Null where the list does not give that many names.
 */
export function expandNames(text: string, items: readonly Span[], count: number): ListedName[] | null {
  const words = items.map(({ start, end }) => text.slice(start, end));
  if (items.length === count && count > 0) {
    const names = items.map((span, i) => listed(expandOne(words, i), span));
    // 小麦、稻谷最低收购价: a word that short is only the beginning of its name.
    return names.some((name) => name.indicator === null && name.text.length < 3) ? null : names;
  }
  const only = items[0];
  if (items.length !== 1 || only === undefined) return null;
  for (const [plural, ways] of PLURALS) {
    const at = (words[0] ?? '').indexOf(plural);
    if (at < 0) continue;
    let fallback: ListedName[] | null = null;
    for (const way of ways) {
      if (way.length !== count) continue;
      const names = way.map((word) => listed(alone((words[0] ?? '').replace(plural, word)), only));
      if (names.every((name) => name.indicator !== null)) return names;
      fallback ??= names;
    }
    if (fallback !== null) return fallback;
  }
  return null;
}

/** The second of such a pair stands short for the whole: 财政收入、支出. */
const OPPOSITES: readonly (readonly [string, string])[] = [
  ['收入', '支出'],
  ['进口', '出口'],
  ['出口', '进口'],
  ['存款', '贷款'],
  ['存款余额', '贷款余额'],
  ['起数', '死亡人数'],
  ['户数', '人数'],
  ['数量', '金额'],
];

interface Alone {
  readonly text: string;
  readonly match: IndicatorMatch | null;
}

function listed({ text, match }: Alone, span: Span): ListedName {
  return { text, indicator: match?.indicator ?? null, via: match?.via ?? null, span };
}

function alone(name: string): Alone {
  const index = indicatorIndex();
  const short = name.replace(/(?:增速|增幅|涨幅)$/, '');
  return { text: name, match: index.get(name) ?? index.get(short) ?? index.get(withoutBrackets(name)) };
}

function expandOne(words: readonly string[], i: number): Alone {
  const index = indicatorIndex();
  const word = words[i] ?? '';
  const first = words[0] ?? '';
  const last = words[words.length - 1] ?? '';
  const exact = alone(word);
  if (exact.match !== null && exact.match.via !== 'weak') return exact;
  if (i < words.length - 1) {
    for (let k = 0; k < last.length; k++) {
      const match = index.get(word + last.slice(k));
      if (match !== null) return { text: word + last.slice(k), match };
    }
  }
  for (const component of components) {
    const { part, members, shared } = component;
    const inTail = shared === 'tail' && last.endsWith(part) && (i < words.length - 1 || word === last);
    const inHead = shared === 'head' && first.startsWith(part);
    if (!inTail && !inHead) continue;
    const member = inTail
      ? i === words.length - 1
        ? word.slice(0, word.length - part.length)
        : word
      : i === 0
        ? word.slice(part.length)
        : word;
    const official = members[member];
    if (official === undefined) continue;
    const full = inTail ? member + part : part + member;
    return {
      text: index.get(full) === null && /^[一二三]$/.test(member) ? official : full,
      match: index.get(official),
    };
  }
  if (i > 0) {
    for (let k = first.length - 1; k >= 2; k--) {
      const match = index.get(first.slice(0, k) + word);
      if (match !== null) return { text: first.slice(0, k) + word, match };
    }
  }
  if (exact.match !== null) return exact;
  const pair =
    i > 0 ? OPPOSITES.find(([one, other]) => word === other && first.endsWith(one) && first !== one) : undefined;
  if (pair !== undefined) {
    const text = first.slice(0, first.length - pair[0].length) + word;
    return { text, match: index.get(text) };
  }
  if (i < words.length - 1) {
    const tail = SHARED_TAILS.find((one) => last.endsWith(one) && last.length > one.length);
    if (tail !== undefined && word.length <= 12 && !SHARED_TAILS.some((one) => word.endsWith(one))) {
      return { text: word + tail, match: index.get(word + tail) };
    }
  }
  return exact;
}
