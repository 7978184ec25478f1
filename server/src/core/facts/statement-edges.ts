/** Where the clause of a number begins and what stands behind the number. */
import type { Scene } from './statement-claims';
import { nameIs } from './statement-index';
import { readTail } from './statement-names';
import { isTransparent } from './statement-skipped';
import { AFTER_VALUE, countVerbAt } from './statement-words';

/** Where the clause of a number begins: behind a mark, a bracket that is still open, or the number before. */
export function leftEdge(scene: Scene, i: number): number {
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

/** Whether a clause begins right behind another number, as the noun of that number does (11个|村集体收入). */
export function followsNumber(scene: Scene, i: number, left: number): boolean {
  const before = scene.numbers[i - 1];
  return before?.end === left && !isTransparent(scene, before);
}

/** What follows a value: nothing that belongs to it, a counted noun, or something else. */
export function rightSide(scene: Scene, i: number): { kind: 'free' | 'noun' | 'other'; end: number } {
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
