import { indicatorIndex } from '../data';
import type { Span } from '../model';
import type { Quantity } from './quantities';
import { limits, scanNumbers } from './quantities';

/** Names and the values that 分别 gives them, one by one. Reading offsets. */
export interface ValueList extends Span {
  /** The word 分别. */
  readonly marker: Span;
  /** The names as listed; where a list can be split in two ways, the way that agrees with the number of values. */
  readonly names: readonly Span[];
  readonly values: readonly Quantity[];
  /**
   * How many names there can be: 和 may join two names or stand inside one, 城乡 may be one name or two. Null where
   * nobody can tell (one name only, a list that ends in 等, values with words between them).
   */
  readonly arity: { readonly min: number; readonly max: number } | null;
}

/**
 * The lists of a reading text that are tied by 分别: “城镇、农村居民人均可支配收入分别增长4.5%、5.5%左右”. A unit or bound
 * word printed once at the end of the values holds for each of them. A second 分别 in the sentence without names of its
 * own refers to the names before.
 */
export function findLists(text: string): ValueList[] {
  if (!text.includes(MARKER)) return [];
  return listsAmong(text, scanNumbers(text));
}

const MARKER = '分别';

/** As {@link findLists}, with the numbers already found. */
export function listsAmong(text: string, numbers: readonly Quantity[]): ValueList[] {
  const lists: ValueList[] = [];
  let next = 0;
  for (let at = text.indexOf(MARKER); at >= 0; at = text.indexOf(MARKER, at + 2)) {
    while (next < numbers.length && (numbers[next]?.start ?? 0) < at) next++;
    const values = valuesAfter(text, at + 2, numbers, next);
    if (values === null) continue;
    const from = behindValues(text, clauseStart(text, at), at, numbers, next);
    const before = lists[lists.length - 1];
    const own = nameItems(text, from, at);
    const borrowed = before !== undefined && own.items.length <= 1 && isBorrowing(text, before, from, at);
    const names = borrowed ? borrowedNames(before) : own;
    const last = values.items[values.items.length - 1];
    lists.push({
      start: names.items[0]?.start ?? at,
      end: last?.end ?? at + 2,
      marker: { start: at, end: at + 2 },
      names: chooseNames(names, values.items.length),
      values: values.items,
      arity: values.certain ? names.arity : null,
    });
  }
  return lists;
}

/** Where the names begin in a list of other figures: 固定资产投资增长6%、|城乡居民收入分别增长5%、6%. */
function behindValues(text: string, from: number, at: number, numbers: readonly Quantity[], next: number): number {
  for (let k = next - 1; k >= Math.max(0, next - 8); k--) {
    const number = numbers[k];
    if (number === undefined || number.start < from) break;
    if (number.unit === null) continue;
    // 从46503元和16935元各提高到58794元 names nothing behind its values.
    if (at - number.end < 3) break;
    if (/[、和与及]/.test(text[number.end] ?? '')) return number.end + 1;
  }
  return from;
}

interface Names {
  /** Split at 、 only. */
  readonly items: readonly Span[];
  /** Split at 和, 与, 及 too. */
  readonly fine: readonly Span[];
  readonly arity: { readonly min: number; readonly max: number } | null;
}

function borrowedNames(list: ValueList): Names {
  return { items: list.names, fine: list.names, arity: list.arity };
}

/** Whether a list has no names of its own: only a comma and a verb stand between the list before and its 分别. */
function isBorrowing(text: string, before: ValueList, from: number, at: number): boolean {
  const between = text.slice(before.end, at);
  // 三次产业分别: a name of its own.
  if (PLURAL.some(([word]) => between.includes(word))) return false;
  return between.length <= 8 && !/[。；！？：]/.test(between) && (at - from <= 4 || from <= before.end);
}

function chooseNames(names: Names, count: number): readonly Span[] {
  if (names.items.length === count) return names.items;
  return names.fine.length === count ? names.fine : names.items;
}

function clauseStart(text: string, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= 0; i--) {
    const character = text[i] ?? '';
    if (character === '）' || character === '”') depth++;
    else if (character === '（' || character === '“') depth = Math.max(0, depth - 1);
    else if (depth === 0 && /[，。；：！？]/.test(character)) return i + 1;
  }
  return 0;
}

/** Words in one name that stand for more than one: 城乡 (2), 三次产业 (3), 存贷款 (2). */
const PLURAL: readonly (readonly [string, number])[] = [
  ['城乡', 2],
  ['城镇和农村', 2],
  ['三次产业', 3],
  ['一二三产业', 3],
  ['一二三产', 3],
  ['二三产业', 2],
  ['二三产', 2],
  ['存贷款', 2],
  ['进出口', 2],
  ['中小学', 2],
];

/** Of these the ones that 分别 splits; 进出口 and 中小学 may also be one of several names. */
const SPLIT = new Set(['城乡', '三次产业', '一二三产业', '存贷款']);

function nameItems(text: string, from: number, to: number): Names {
  const items = split(text, from, to, false);
  const fine = split(text, from, to, true);
  const words = text.slice(from, to);
  let max = fine.length;
  // 北方、南方进出口分别: one figure for each of the places, not one for 进口 and one for 出口.
  for (const [word, count] of PLURAL) if (word !== '进出口' && words.includes(word)) max += count - 1;
  const pair = fine.length === 1 ? PLURAL.find(([word]) => SPLIT.has(word) && words.includes(word)) : undefined;
  // 城乡居民收入分别: one name that is two, and cannot be read otherwise.
  if (pair !== undefined) return { items, fine, arity: { min: pair[1], max: pair[1] } };
  const open = /[等均都]$/.test(words) || fine.length < 2;
  return { items, fine, arity: open ? null : { min: items.length + joinedWholes(text, items), max } };
}

// 北湖新区和西河组团, 渔业和餐饮业: names of places, trades and bodies are whole on both sides of 和.
const WHOLE_NAME = /(?:[省市区县旗州镇乡村园港业]|街道|组团|片区|公司|集团|大学|学院|医院)$/;

/** How many items are two names beyond doubt: places or indicators on both sides of a 和. */
function joinedWholes(text: string, items: readonly Span[]): number {
  return items.filter(({ start, end }) => {
    const sides = split(text, start, end, true).map((side) => text.slice(side.start, side.end));
    const [one = '', other = ''] = sides;
    if (sides.length !== 2) return false;
    const tail = WHOLE_NAME.exec(one)?.[0];
    // 渔业和餐饮业从业人员: words for both stand behind the second.
    const whole = tail !== undefined && (WHOLE_NAME.test(other) || other.includes(tail));
    return whole || (isIndicator(one) && isIndicator(other));
  }).length;
}

function isIndicator(name: string): boolean {
  return indicatorIndex().get(name)?.via === 'name';
}

function split(text: string, from: number, to: number, fine: boolean): Span[] {
  const spans: Span[] = [];
  let start = from;
  let depth = 0;
  for (let i = from; i <= to; i++) {
    const character = text[i] ?? '';
    if (character === '（' || character === '“' || character === '《') depth++;
    else if (character === '）' || character === '”' || character === '》') depth--;
    const cut = i === to || (depth <= 0 && (character === '、' || (fine && isJoint(text, i))));
    if (!cut) continue;
    if (i > start) spans.push({ start, end: i });
    start = i + 1;
    if (text.startsWith('以及', i)) {
      i++;
      start++;
    }
  }
  return spans;
}

function isJoint(text: string, at: number): boolean {
  const character = text[at] ?? '';
  if (character === '和') return text[at + 1] !== '谐' && text[at - 1] !== '总';
  if (character === '与') return text[at - 1] !== '参';
  if (character === '及') return text[at - 1] !== '以' && text[at - 1] !== '普';
  return text.startsWith('以及', at);
}

/** Verbs and words that may stand before each value of a list: 增长, 比上年提高, 约, 每人每月. */
const BEFORE_VALUE =
  /^(?:较?比?上年|同比|每[人年月亩户吨]{1,2}|实际|名义|增长|下降|提高|降低|增加|减少|上升|回落|完成|达到|实现|约?为|达|累计|建成|新增){0,3}$/;

/** The values behind 分别; null where none follow. */
function valuesAfter(
  text: string,
  from: number,
  numbers: readonly Quantity[],
  first: number,
): { items: Quantity[]; certain: boolean } | null {
  const head = numbers[first];
  if (head === undefined || head.start - from > 24 || /[，。；：！？、]/.test(text.slice(from, head.start)))
    return null;
  const items = [head];
  let index = first + 1;
  let end = head.end;
  let certain = true;
  for (;;) {
    const joint = text.startsWith('以及', end) ? 2 : /[、和与及]/.test(text[end] ?? '') ? 1 : 0;
    if (joint === 0) break;
    const next = numbers[index];
    if (
      next === undefined ||
      next.start - end - joint > 12 ||
      !BEFORE_VALUE.test(text.slice(end + joint, next.start))
    ) {
      certain = false;
      break;
    }
    items.push(next);
    end = next.end;
    index++;
  }
  const unit = items[items.length - 1]?.unit ?? null;
  if (unit === null) return null;
  return { items: shareQualifiers(items), certain };
}

/** Gives each value of a list the unit and the bound word that are printed once at its end, or the bound at its head. */
export function shareQualifiers(items: readonly Quantity[]): Quantity[] {
  const last = items[items.length - 1];
  if (last === undefined) return [];
  const after =
    last.boundWords.find((word) => word.place === 'after' && word.bound !== 'at-least' && word.bound !== 'at-most') ??
    last.boundWords.find((word) => word.place === 'after');
  const before = items[0]?.boundWords.find((word) => word.place === 'before');
  return items.map((item, k) => {
    let shared = item;
    if (shared.unit === null && last.unit !== null) shared = { ...shared, unit: last.unit, percent: last.percent };
    if (after !== undefined && shared.bound === 'exact' && shared.low.value !== 0) {
      shared = { ...shared, ...limits(after.bound, shared.low.value, null), bound: after.bound };
    } else if (before !== undefined && shared.bound === 'exact' && item.start - (items[k - 1]?.end ?? 0) <= 2) {
      // 分别不低于6%和8%
      shared = { ...shared, ...limits(before.bound, shared.low.value, null), bound: before.bound };
    }
    return shared;
  });
}
