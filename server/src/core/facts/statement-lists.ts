import type { Indicator, IndicatorMatch } from '../data';
import { components } from '../data';
import type { Span } from '../model';
import { nameOf } from './statement-index';
import { withoutBrackets } from './statement-names';

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
  return items.length === 1 && only !== undefined ? unfold(words[0] ?? '', only, count) : null;
}

/** The spans between 、, 和, 与 and 及, those in brackets and quotes aside. */
export function splitNames(text: string, from: number, to: number): Span[] {
  const spans: Span[] = [];
  let start = from;
  let depth = 0;
  for (let p = from; p <= to; p++) {
    const character = text[p] ?? '';
    if (character === '（' || character === '“') depth++;
    else if (character === '）' || character === '”') depth--;
    if (p < to && (depth > 0 || !'、和与及'.includes(character))) continue;
    if (p > start) spans.push({ start, end: p });
    start = p + 1;
  }
  return spans;
}

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

/** 城乡居民人均可支配收入 as the two names it stands for. */
function unfold(word: string, span: Span, count: number): ListedName[] | null {
  for (const [plural, ways] of PLURALS) {
    if (!word.includes(plural)) continue;
    let fallback: ListedName[] | null = null;
    for (const way of ways) {
      if (way.length !== count) continue;
      const names = way.map((one) => listed(alone(word.replace(plural, one)), span));
      if (names.every((name) => name.indicator !== null)) return names;
      fallback ??= names;
    }
    if (fallback !== null) return fallback;
  }
  return null;
}

interface Alone {
  readonly text: string;
  readonly match: IndicatorMatch | null;
}

function listed({ text, match }: Alone, span: Span): ListedName {
  return { text, indicator: match?.indicator ?? null, via: match?.via ?? null, span };
}

function alone(text: string): Alone {
  const short = text.replace(/(?:增速|增幅|涨幅)$/, '');
  return { text, match: nameOf(text) ?? nameOf(short) ?? nameOf(withoutBrackets(text)) };
}

function expandOne(words: readonly string[], i: number): Alone {
  const word = words[i] ?? '';
  const exact = alone(word);
  if (exact.match !== null && exact.match.via !== 'weak') return exact;
  return sharedByCatalogue(words, i) ?? (exact.match !== null ? exact : (sharedByWords(words, i) ?? exact));
}

/** Tries the ends of the last name, the lists of the catalogue, and the beginnings of the first name. */
function sharedByCatalogue(words: readonly string[], i: number): Alone | null {
  const word = words[i] ?? '';
  const first = words[0] ?? '';
  const last = words[words.length - 1] ?? '';
  if (i < words.length - 1) {
    for (let k = 0; k < last.length; k++) {
      const match = nameOf(word + last.slice(k));
      if (match !== null) return { text: word + last.slice(k), match };
    }
  }
  for (const { part, members, shared } of components) {
    const isLast = i === words.length - 1;
    const inTail = shared === 'tail' && last.endsWith(part);
    const inHead = shared === 'head' && first.startsWith(part);
    if (!inTail && !inHead) continue;
    const cut = inTail
      ? isLast
        ? word.slice(0, word.length - part.length)
        : word
      : i === 0
        ? word.slice(part.length)
        : word;
    const official = members[cut];
    if (official === undefined) continue;
    const full = inTail ? cut + part : part + cut;
    // 二 of 一、二、三产业 is 第二产业.
    return { text: nameOf(full) === null && /^[一二三]$/.test(cut) ? official : full, match: nameOf(official) };
  }
  if (i > 0) {
    for (let k = first.length - 1; k >= 2; k--) {
      const match = nameOf(first.slice(0, k) + word);
      if (match !== null) return { text: first.slice(0, k) + word, match };
    }
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

/** Tails that several things in a list can share: 风机、光伏组件出口. Longer first. */
const SHARED_TAILS =
  '行业增加值 最低收购价 收购价 价格 学生人均公用经费 生均公用经费 公用经费 人均经费 养老金 保障标准 低保标准 补助资金 参保率 就诊率 入学率 毛入学率 毛入园率 入园率 签约率 案件 发案率 立案数 破案数 破案率 检出率 人口 工资 参保人数 产业增加值 业增加值 增加值 固定资产投资 产业投资 完成投资 投资额 投资 总产值 产值 总产量 产量 出口额 进口额 进出口额 出口 进口 进出口 销售额 零售额 营业收入 营业额 主营业务收入 预算收入 收入 支出 利润总额 利润 税收 销量 面积 余额 浓度 排放量 比例 比重 占比 覆盖率 普及率 参保率 处理率 利用率 合格率 满意率 达标率 装机容量 装机 发电量 用电量 吞吐量 货运量 客运量 标准 补助标准 人数 户数 数量 交易额 成交额 贷款余额 存款余额 贷款 存款 企业 消费 服务业'
    .split(' ')
    .sort((a, b) => b.length - a.length);

/**
 * 利税 behind 规模以上工业增加值 as 规模以上工业利税: a noun that stands for a name by what the name before it begins with.
 * Null where the one is no such noun, or the other has no such end.
 */
export function swapTail(before: string, noun: string): string | null {
  if (!SWAPPED.has(noun)) return null;
  const tail = SHARED_TAILS.find(
    (one) => !/^(?:行|产)?业/.test(one) && before.endsWith(one) && before.length > one.length + 1,
  );
  return tail === undefined ? null : before.slice(0, before.length - tail.length) + noun;
}

/** Nouns of two characters for what trades and firms are measured by. */
const SWAPPED: ReadonlySet<string> = new Set('利税 利润 税收 产值 营收 税金 产量 销量 工资'.split(' '));

/** Whether a name ends in a word for what is measured: 高新技术产业投资. */
export function hasTail(name: string): boolean {
  return SHARED_TAILS.some((tail) => name.length > tail.length && name.endsWith(tail));
}

/** What two names share by their words alone. */
function sharedByWords(words: readonly string[], i: number): Alone | null {
  const word = words[i] ?? '';
  const first = words[0] ?? '';
  const last = words[words.length - 1] ?? '';
  const pair =
    i > 0 ? OPPOSITES.find(([one, other]) => word === other && first.endsWith(one) && first !== one) : undefined;
  if (pair !== undefined) {
    const text = first.slice(0, first.length - pair[0].length) + word;
    return { text, match: nameOf(text) };
  }
  // 存量和新增规上企业占比
  if (word === '存量' && last.startsWith('新增')) {
    const text = word + last.slice(2);
    return { text, match: nameOf(text) };
  }
  if (
    i === words.length - 1 ||
    word.length > 12 ||
    word.endsWith('率') ||
    SHARED_TAILS.some((one) => word.endsWith(one))
  )
    return null;
  const tail = SHARED_TAILS.find((one) => last.endsWith(one) && last.length > one.length);
  return tail === undefined ? null : { text: word + tail, match: nameOf(word + tail) };
}
