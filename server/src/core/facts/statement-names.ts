import type { Indicator, IndicatorMatch } from '../data';
import type { Span } from '../model';
import { nameAt, nameIs, nameOf } from './statement-index';
import type { TimeMark } from './statement-times';
import type { HeadEffect, TailEffect } from './statement-words';
import { adverbAt, countVerbAt, HEAD_WORDS, headWordAt, TAIL_WORDS, tailWordsBefore } from './statement-words';

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

/**
 * Passes over connectives, times, region words and verbs before a name. Stops at once where a catalogued name begins,
 * as 年末常住人口 must not lose its 年末.
 */
export function readHead(text: string, from: number, to: number, times: readonly TimeMark[]): Head {
  const effects: HeadEffect[] = [];
  let time: TimeMark | null = null;
  // A row of a table: |1|地区生产总值|增长6%|
  const cell = text[from] === '|' ? from + 1 : from;
  let i = cell + enumeratorLength(text, cell, to);
  while (i < to) {
    const known = nameAt(text, i, to);
    if (known !== null && known.via !== 'weak') break;
    const mark = times.length === 0 ? undefined : times.find((one) => one.start === i && one.end <= to);
    if (mark !== undefined) {
      if (!mark.base) time = mark;
      i = mark.end;
      continue;
    }
    const word = headWordAt(text, i, to);
    if (word !== '' && !startsName(text, i, word, to) && !isOwnVerb(text, i, word, to)) {
      const effect = HEAD_WORDS.get(word) ?? 'none';
      if (effect !== 'none') effects.push(effect);
      i += word.length;
      continue;
    }
    const adverb = adverbAt(text, i, to);
    if (adverb === '' || !isVerbOrName(text, i + adverb.length, to)) break;
    i += adverb.length;
  }
  return { end: i, effects, time };
}

/** Length of `1.`, `（2）`, `三、` or `④` before a name, 0 for none. */
function enumeratorLength(text: string, from: number, to: number): number {
  if (!ENUMERATOR_START.test(text[from] ?? '')) return 0;
  return ENUMERATOR.exec(text.slice(from, Math.min(to, from + 5)))?.[0].length ?? 0;
}

const ENUMERATOR_START = /[（(\d一二三四五六七八九十①-⑳]/;
const ENUMERATOR =
  /^(?:[（(][\d一二三四五六七八九十]{1,2}[）)]|(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?:[.．）)|]|、(?![一二三四五六七八九十]))|[①-⑳])/;

/** 到位资金, 共同富裕, 基本养老: a head word that is the beginning of a longer noun. */
function startsName(text: string, at: number, word: string, to: number): boolean {
  const behind = at + word.length;
  return behind < to && (CONTINUED.get(word) ?? '').includes(text[behind] ?? '');
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
  ['还', '原款贷债'],
  ['也', '门'],
  ['基本', '养医公农民生药'],
  ['预期', '性寿'],
  ['年度', '投'],
  ['同期', '声'],
]);

/** 争取资金 and 完成投资: a verb that belongs to the short noun behind it. */
function isOwnVerb(text: string, at: number, word: string, to: number): boolean {
  const behind = at + word.length;
  if (behind >= to) return false;
  if (word === '争取') return !HOPED.test(text.slice(behind, behind + 2)) && !isVerbOrName(text, behind, to);
  if (word !== '完成' && word !== '实现') return false;
  // 工业企业412户，实现增加值118亿元: what is added belongs to those before it.
  if (word === '实现' && text.startsWith('增加值', behind)) return false;
  return to - behind <= 3 && nameAt(text, behind, to) === null && tailWord(text, behind, to) === null;
}

/** What 争取 hopes for, where it is not the verb of getting something. */
const HOPED = /^(?:实现|全年|达到?|增长|[在到使让年新]|完成)/;

function isVerbOrName(text: string, at: number, to: number): boolean {
  return countVerbAt(text, at, text.length) !== '' || nameAt(text, at, to) !== null;
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
  // 城镇登记失业率、人口自然增长率(分别): the last name of a list keeps its end too.
  const last = lastItem(text, from, to);
  while (p > from && nameIs(text, from, p) === null && (last === from || nameIs(text, last, p) === null)) {
    const mark = times.length === 0 ? undefined : times.find((one) => one.end === p && one.start >= from);
    if (mark !== undefined) {
      const motion = tailWord(text, from, mark.start);
      const way = motion === null ? null : TAIL_WORDS.get(motion);
      if (mark.base) {
        base ??= mark;
        p = mark.start - 1;
      } else if (motion !== null && (way === 'up' || way === 'down') && /[到至]/.test(text[mark.start] ?? '')) {
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
    const passed = passedOver(text, from, p, times);
    if (passed !== null) {
      planShare ||= passed.planShare;
      base ??= passed.base;
      p = passed.at;
      continue;
    }
    const longest = text[p - 1] === '的' ? null : tailWord(text, from, p);
    if (longest === null) break;
    // 经济增长|预期目标: the name takes its own 增长 from the longer word.
    const shared = longest.length > 2 && nameIs(text, from, p - longest.length + 2) !== null;
    const word = shared ? longest.slice(2) : longest;
    const effect = TAIL_WORDS.get(word) ?? 'none';
    if (effect !== 'none') effects.push(effect);
    p -= word.length;
  }
  return { start: p, effects, time, base, planShare };
}

/** Where the last item of a list of names begins; `from` where there is no list. */
function lastItem(text: string, from: number, to: number): number {
  for (let i = to - 1; i > from; i--) {
    const code = text.charCodeAt(i);
    if (code === 0x3001 || code === 0x548c) return i + 1;
  }
  return from;
}

/** Longer expressions before a value that are not in the lexicon. */
function passedOver(
  text: string,
  from: number,
  end: number,
  times: readonly TimeMark[],
): { at: number; planShare: boolean; base: TimeMark | null } | null {
  const last = text[end - 1] ?? '';
  // 比上年增长（下同）6.2%
  if (last === '）') {
    const aside = ASIDE.exec(text.slice(Math.max(from, end - 14), end));
    return aside === null ? null : { at: end - aside[0].length, planShare: false, base: null };
  }
  // 扣除留抵退税因素后增长4.5%, 还原留抵退税后增长8%; in brackets it is a remark on the number before.
  if (last === '后') {
    const cleaned = CLEANED.exec(text.slice(Math.max(from, end - 18), end));
    const at = end - (cleaned?.[0].length ?? 0);
    return at === end || text[at - 1] === '（' ? null : { at, planShare: false, base: null };
  }
  if (last === '的') {
    const share = PLAN_SHARE.exec(text.slice(Math.max(from, end - 14), end));
    if (share !== null) return { at: end - share[0].length, planShare: true, base: null };
    return times.some((one) => one.end === end - 1) ? { at: end - 1, planShare: false, base: null } : null;
  }
  if ('期底末初前'.includes(last)) {
    const compared = COMPARED.exec(text.slice(Math.max(from, end - 9), end));
    if (compared !== null) {
      const at = end - compared[0].length;
      return { at, planShare: false, base: times.find((one) => one.start === at + 1) ?? null };
    }
  }
  if ('上下'.includes(last)) {
    const given = GIVEN.exec(text.slice(Math.max(from, end - 24), end));
    return given === null ? null : { at: end - given[0].length, planShare: false, base: null };
  }
  if (!'年月度斤亩吨户米时生天'.includes(last)) return null;
  const running = RUNNING.exec(text.slice(Math.max(from, end - 9), end));
  return running === null ? null : { at: end - running[0].length, planShare: false, base: null };
}

const ASIDE = /（[^（）]{0,10}下同）$/;
const CLEANED = /(?:扣除|剔除|还原)[^，。；、扣剔]{2,14}后$/;
/** 完成年度任务的, 占年计划的, 达到年初预算的: the value behind it is a share of a plan. */
export const PLAN_SHARE =
  /(?:完成|占|达到?|为|实现)了?(?:全年|年度|年初|预期|计划|总|年)?(?:预算|计划|任务|目标|目标任务|考核任务|任务数|总任务)(?:数|总额|值)?的$/;
/** 在高基数上, 在上年高速增长的基础上: under what conditions something moved. */
const GIVEN = /在[^，。；、在]{0,14}(?:基础|基数|情况|形势|背景|条件|压力|前提)之?[上下]$/;
/** 比上年同期, 较2020年末, 比五年前: what a change is measured against. */
const COMPARED =
  /[比较](?:(?:(?:19|20)\d\d年|上年|去年|年初|期初|上年度|“?十[一二三四五]五”?)(?:同期|底|末|期末)|年初|期初|(?:[两三四五十]|\d{1,2})年前)$/;
/** 连续13年(稳定在…), 每斤(提高…): how long it has been so, or by what it is counted. */
const RUNNING =
  /(?:连续(?:\d{1,2}|[一二三四五六七八九十两]{1,3})(?:年|个月|个季度)|(?:平均)?每(?:人每年|人每月|人每天|[斤亩吨户度生]|公斤|平方米|立方米|千瓦时))$/;

/** The longest tail word that ends at `end` and is no part of a longer word. */
function tailWord(text: string, from: number, end: number): string | null {
  for (const word of tailWordsBefore(text, from, end)) {
    const before = text[end - word.length - 1] ?? ' ';
    // 新增5个 counts what comes behind it; 里程新增60公里 says how the name before it grew.
    if (word === '新增' && end - 2 <= from) continue;
    // 配套资金安排8亿元 states the fund; 中央财政安排429亿元 says who gives.
    if ((word === '安排' || word === '拟安排') && !FUNDS.test(text.slice(Math.max(from, end - 6), end - word.length)))
      continue;
    if (word === '到账' && !/外资$|投资$/.test(text.slice(Math.max(from, end - 4), end - 2))) continue;
    if (word.length === 1 && (BELONGS.get(word) ?? '').includes(before)) return null;
    // The 年 of 上年 and 2024年 belongs to the year before it.
    if (word.length > 1 && word.startsWith('年') && /[上去今前本明\d]/.test(before)) continue;
    return word;
  }
  return null;
}

const FUNDS = /(?:投入|资金|赤字|预算|投资|支出|经费|补助|债券?)将?$/;

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

/** Verbs that hand on to an indicator: 带动社会消费品零售总额增长. */
const HANDING_ON = /(?:推动|促进|实现|完成|确保|力争|保持|助推|助力|带动|使得?|促使)$/;

/** Words before an indicator that do not narrow it. */
const NEUTRAL_PREFIX = new Set(['地方', '地方财政', '财政', '一般公共预算', '本外币', '各项', '总', '等', '的', '新']);

/** Words after an indicator that do not change it. */
const NEUTRAL_SUFFIX = new Set(
  '安排 人数 总数 总量 数量 数 总额 总规模 规模 总值 水平 总水平 存量 保有量 指标 率 增长 情况 状况 实际增长 人次 额'.split(
    ' ',
  ),
);

/**
 * What the catalogue says of the words `from..to`. A name with words before it is that indicator only where those
 * words do not narrow it; they are given as `prefix` where they may be the name of a place.
 */
export function resolveName(text: string, from: number, to: number, growing: boolean): Name {
  const words = text.slice(from, to);
  const named = (start: number, end: number, match: IndicatorMatch | null, prefix = ''): Name => ({
    start,
    end,
    text: text.slice(start, end),
    indicator: match?.indicator ?? null,
    via: match?.via ?? null,
    prefix,
  });
  const exact = nameIs(text, from, to) ?? (words.includes('（') ? nameOf(withoutBrackets(words)) : null);
  if (exact !== null) return named(from, to, exact);
  // 规上工业企业实现营业收入: the verb stands inside the name.
  const parted = /[实完][现成]/.test(words) ? PARTED.exec(words) : null;
  const joined = parted === null ? null : nameOf((parted[1] ?? '') + (parted[2] ?? ''));
  if (joined !== null) return { ...named(from, to, joined), text: joined.form };
  // Words behind: 城镇新增就业人数, 民间投资逆势(增长).
  const opening = nameAt(text, from, to);
  if (opening !== null) {
    const rest = text.slice(from + opening.length, to);
    if (NEUTRAL_SUFFIX.has(rest)) return named(from, to, opening);
    if (growing && isAdverb(rest)) return named(from, from + opening.length, opening);
  }
  // Words before: 青禾区地区生产总值, 高新技术产业固定资产投资.
  for (let i = from + 1; i < to - 1; i++) {
    const match = nameAt(text, i, to);
    if (match === null) continue;
    const rest = text.slice(i + match.length, to);
    if (rest !== '' && !NEUTRAL_SUFFIX.has(rest)) continue;
    const prefix = text.slice(from, i);
    if (NEUTRAL_PREFIX.has(prefix) || HANDING_ON.test(prefix)) return named(i, to, match);
    if (match.via !== 'weak' && (isPlace(prefix) || OWN_LEVEL.test(prefix))) return named(from, to, match, prefix);
    break;
  }
  return named(from, to, null);
}

/** 区级一般公共预算收入 is the district's own; that of a city is the one of its seat (市本级) and another figure. */
const OWN_LEVEL = /^[区县旗]级$/;

const PARTED = /^(.{2,14}?)(?:累计|共)?(?:实现|完成)(.{2,10})$/;

/** Whether a word may be the name of a place of any level. */
function isPlace(prefix: string): boolean {
  return prefix.length <= 12 && /[省市县区旗州盟镇乡]$/.test(prefix);
}

/** Short words between a name and 增长 that are no part of either: 逆势, 由负转正. Nouns of measure would change the name. */
function isAdverb(rest: string): boolean {
  return (
    rest.length <= 6 && !/[比重占率额量值项目企业数中的内外出进口户家上下园区产投资收入对其人名与和及、“”]/.test(rest)
  );
}

/** 固定资产投资（不含农户） as 固定资产投资. */
export function withoutBrackets(words: string): string {
  return words.replace(/（[^（）]{0,12}）/g, '');
}
