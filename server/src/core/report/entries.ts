import { readNumber } from './numbering';

/** An entry as anybody would write it: number or quoted name, then a colon or 指. */
const ENTRY = /^(?:[[(（【]?注?\d{1,3}[\])）】]?[.、．：:]?|[①-⑳*·])?.{1,50}?(?:[：:指即]|——|是指)/;

export function isEntryLike(text: string): boolean {
  return ENTRY.test(text.length > 120 ? text.slice(0, 120) : text);
}

export interface EntryNumber {
  readonly value: number;
  readonly length: number;
  readonly style: string;
}

/**
 * Whether a number goes on the list after another. Lists change their style where single characters run out: ⑳ is
 * followed by 21 in some other form.
 */
export function follows(number: EntryNumber, before: EntryNumber): boolean {
  return number.value === before.value + 1 && (number.style === before.style || before.value % 10 === 0);
}

/** Numbers of entries: 1. 1、 （1） [1] ［1］ [①] ① 1） 注1：, and a bare 1 before a quoted name. */
const ENTRY_NUMBER =
  /^(?:注释?(\d{1,3})[：:、.]?|[[（(【〔]\^?(\d{1,3})[\]）)】〕][、.：]?|(\d{1,3})(?:[、）)]|\.(?!\d)|：(?=[“\u4e00-\u9fff])|(?=“))|（([一二三四五六七八九十]{1,3})）|([一二三四五六七八九十]{1,3})、)/;

/** | 12 | or | ① | in a table, which may lack the bar at its edge. */
const ROW_NUMBER = /^\|?[（([〔]?(?:(\d{1,3})|([①-⑳]))[）)\]〕.、]?\|/;

/**
 * `17.9710模式：…`, `10.5G工厂` on a line of its own: a headword that begins with a digit; only the sequence tells it
 * from 2.5.
 */
const LOOSE_NUMBER = /^([1-9]\d{0,2})\.(?=\d[^。；，]{0,40}(?:[：:即]|——|是?指|$))/;

/** A remark on the list as a whole: （按报告中出现的先后排序）; also the head of a table and the rule below it. */
export function isNote(text: string): boolean {
  if (text.length > 60) return false;
  return /^（[^（）：:]{4,38}）$/.test(text) || TABLE_HEAD.test(text) || /^\|[|：:—-]{2,}$/.test(text);
}

/** 序号 名词 解释 */
const TABLE_HEAD =
  /^\|?(?:序号|编号)?\|?(?:名词|词语|术语|词条|用语|名称)(?:名称)?\|?(?:解释|注释|释义|说明|含义|内容|定义)\|?$/;

/** A row of a Markdown table: | 1 | 链主企业 | … |. */
export function isRow(text: string): boolean {
  return text.startsWith('|');
}

/** The number of an entry that goes on a list after `before`, even where its headword begins with a digit. */
export function followingNumber(text: string, before: number): EntryNumber | null {
  const match = LOOSE_NUMBER.exec(text.length > 60 ? text.slice(0, 60) : text);
  if (!match || Number(match[1]) !== before + 1) return null;
  return { value: before + 1, length: match[0].length, style: 'arabic' };
}

/**
 * The same for text that is known to begin an entry of a list that is `numbered`: behind a number that goes on the list
 * anything may stand.
 */
export function looseNumber(text: string, before: number, numbered: boolean): EntryNumber | null {
  const following = followingNumber(text, before);
  if (following !== null || !numbered) return following;
  const number = `${String(before + 1)}.`;
  return text.startsWith(number) ? { value: before + 1, length: number.length, style: 'arabic' } : null;
}

/** The number that opens an entry, in any of the usual forms; null where there is none. */
export function entryNumber(text: string): EntryNumber | null {
  const code = text.charCodeAt(0);
  if (code >= 0x2460 && code <= 0x2473) return { value: code - 0x245f, length: 1, style: 'circled' };
  const inside = text.charCodeAt(1);
  if (inside >= 0x2460 && inside <= 0x2473 && /^[[（(【〔].[\]）)】〕]/.test(text))
    return { value: inside - 0x245f, length: 3, style: 'bracket' };
  if (code >= 0x2474 && code <= 0x2487) return { value: code - 0x2473, length: 1, style: 'bracket' };
  if (code >= 0x2488 && code <= 0x249b) return { value: code - 0x2487, length: 1, style: 'arabic' };
  if (code >= 0x3251 && code <= 0x325f) return { value: code - 0x3251 + 21, length: 1, style: 'circled' };
  const head = text.length > 12 ? text.slice(0, 12) : text;
  const row = ROW_NUMBER.exec(head);
  if (row) {
    const value = row[2] === undefined ? Number(row[1]) : row[2].charCodeAt(0) - 0x245f;
    return { value, length: row[0].length, style: 'row' };
  }
  const match = ENTRY_NUMBER.exec(head);
  if (!match) return null;
  const length = match[0].length;
  for (const [i, style] of [
    [1, 'note'],
    [2, 'bracket'],
    [3, 'arabic'],
  ] as const) {
    if (match[i] !== undefined) return { value: Number(match[i]), length, style };
  }
  const numeral = match[4] ?? match[5] ?? '';
  const value = readNumber(match[4] !== undefined ? `（${numeral}）` : `${numeral}、`)?.value;
  return value === undefined ? null : { value, length, style: match[4] !== undefined ? 'paren' : 'cn' };
}
