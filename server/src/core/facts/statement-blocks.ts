import type { Span } from '../model';
import type { Quantity } from './quantities';
import { numbersIn } from './quantities';
import { listsAmong } from './quantities-lists';
import type { Claim, Scene } from './statement-claims';
import { numberedClaims } from './statement-clauses';
import { nameIs } from './statement-index';
import { readWithoutNotes } from './statement-notes';
import { promisedClaims } from './statement-promised';
import { readRow } from './statement-rows';
import type { TimeMark } from './statement-times';
import { findTimes } from './statement-times';
import { DURATION_UNITS } from './statement-words';
import { looseClaims, sureClaims } from './statement-worded';

/**
 * What a paragraph says of indicators, before it is known which part of which report it stands in. All offsets are
 * reading offsets of the paragraph.
 */
export interface BlockClaims {
  readonly sentences: readonly SentenceClaims[];
}

export interface SentenceClaims extends Span {
  readonly claims: readonly Claim[];
  /** As `claims`, with what is a claim only inside a list of targets (国际收支基本平衡). Computed when first asked for. */
  readonly all: readonly Claim[];
  /** What a plan promises in words. Computed when first asked for. */
  readonly promised: readonly Claim[];
  /** Where the words 主要预期目标是 end, if the sentence announces targets. */
  readonly goal: Goal | null;
  /** The sentence begins with 同时，. */
  readonly adds: boolean;
  /** The column of a table that the sentence was read from; null for text, and for rows with one value and its unit. */
  readonly column: number | null;
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

/** Reads a paragraph. Depends on nothing but its text; linear in its length. */
export function readClaims(text: string): BlockClaims {
  return readRow(text, readNoted);
}

function readNoted(text: string): BlockClaims {
  return readWithoutNotes(text, readPlain);
}

function readPlain(text: string): BlockClaims {
  const times = findTimes(text);
  const numbers = numbersIn(text).filter((number) => !isNamePart(text, number));
  const lists = listsAmong(text, numbers);
  const sentences: SentenceClaims[] = [];
  const next = { number: 0, time: 0, list: 0 };
  for (const { start, end } of sentenceSpans(text)) {
    const scene: Scene & { goalEnd: number | null } = {
      text,
      start,
      end,
      numbers: takeUntil<Quantity>(numbers, next.number, start, end, (number) => number.start),
      times: takeUntil(times, next.time, start, end, (mark) => mark.start),
      lists: takeUntil(lists, next.list, start, end, (list) => list.marker.start),
      goalEnd: null,
    };
    const goal = findGoal(scene);
    next.number = skipTo(numbers, next.number, end, (number) => number.start);
    next.time = skipTo(times, next.time, end, (mark) => mark.start);
    next.list = skipTo(lists, next.list, end, (list) => list.marker.start);
    if (goal !== null) scene.goalEnd = goal.end;
    sentences.push(new Sentence(scene, goal));
  }
  return { sentences };
}

/** “15分钟养老服务圈”: a time that opens a quoted name counts nothing. */
function isNamePart(text: string, { start, end, unit }: Quantity): boolean {
  return (
    text[start - 1] === '“' &&
    unit !== null &&
    DURATION_UNITS.has(unit) &&
    /^[\u4e00-\u9fff]{2,12}”/.test(text.slice(end, end + 13))
  );
}

/** A class, so that what is worked out later costs nothing while nobody asks: a report has hundreds of sentences. */
class Sentence implements SentenceClaims {
  readonly start: number;
  readonly end: number;
  readonly claims: readonly Claim[];
  readonly adds: boolean;
  readonly column = null;
  readonly opening: TimeMark | null;
  readonly #scene: Scene;
  readonly #numbered: readonly Claim[];
  #all: readonly Claim[] | undefined;
  #promised: readonly Claim[] | undefined;

  constructor(
    scene: Scene,
    readonly goal: Goal | null,
  ) {
    const { text, start, end } = scene;
    this.start = start;
    this.end = end;
    this.#scene = scene;
    this.#numbered = scene.numbers.length === 0 ? NO_CLAIMS : numberedClaims(scene);
    const sure = sureClaims(scene);
    this.claims = sure.length === 0 ? this.#numbered : inOrder([...this.#numbered, ...sure]);
    this.adds = text.startsWith('同时', start) && (text[start + 2] === '，' || text[start + 2] === '要');
    this.opening = scene.times.find((mark) => mark.start - start <= 12 && !mark.base) ?? null;
  }

  get all(): readonly Claim[] {
    return (this.#all ??= inOrder([...this.#numbered, ...looseClaims(this.#scene, this.goal?.end ?? this.start)]));
  }

  get promised(): readonly Claim[] {
    return (this.#promised ??= promisedClaims(this.#scene));
  }
}

const NO_CLAIMS: readonly Claim[] = [];

function inOrder(claims: Claim[]): Claim[] {
  return claims.sort((a, b) => a.start - b.start || a.end - b.end);
}

function takeUntil<T>(items: readonly T[], from: number, start: number, end: number, at: (item: T) => number): T[] {
  const taken: T[] = [];
  for (let i = from; i < items.length; i++) {
    const item = items[i];
    if (item === undefined || at(item) >= end) break;
    if (at(item) >= start) taken.push(item);
  }
  return taken;
}

function skipTo<T>(items: readonly T[], from: number, end: number, at: (item: T) => number): number {
  let i = from;
  for (; i < items.length; i++) {
    const item = items[i];
    if (item === undefined || at(item) >= end) break;
  }
  return i;
}

function sentenceSpans(text: string): Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // 。！？
    if (code !== 0x3002 && code !== 0xff01 && code !== 0xff1f) continue;
    if (i > start) spans.push({ start, end: i });
    start = i + 1;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

/** 主要预期目标是, 预期目标建议为, 发展目标：, 主要预期指标安排如下, 人民生活目标：. */
const GOAL =
  /(?:预期目标|主要目标|发展目标|奋斗目标|工作目标|总体目标|预期指标|主要指标|预期性指标|约束性指标|经济指标|目标任务|主要任务目标|指标任务|目标指标|具体目标|具体指标|以下目标|总的目标|我们的目标|全年目标|指标预期|[\u4e00-\u9fff]{2}[目指]标(?=[:：]))(?:[值拟定作]|任务|，?建议|安排|设定|初步|确定|考虑|今年|分别|主要|大体){0,5}(?:如下安排|如下|[为是，：:]){1,3}/g;

/** 经济增长预期目标为6% is the target of one indicator, and not the beginning of a list. */
function isOneTarget(scene: Scene, at: number): boolean {
  const end = scene.text[at - 1] === '的' ? at - 1 : at;
  if (/(?:增长|增速|增幅|涨幅|控制)$/.test(scene.text.slice(end - 2, end))) return true;
  for (let from = Math.max(scene.start, end - 20); from < end - 1; from++)
    if (nameIs(scene.text, from, end) !== null) return true;
  return false;
}

function findGoal(scene: Scene): Goal | null {
  const sentence = scene.text.slice(scene.start, scene.end);
  if (!sentence.includes('目标') && !sentence.includes('指标')) return null;
  for (const match of sentence.matchAll(GOAL)) {
    if (!/[为是：:]|如下|建议|安排/.test(match[0].slice(4))) continue;
    const at = scene.start + match.index;
    if (isOneTarget(scene, at)) continue;
    const before = scene.times.filter((mark) => mark.end <= at && !mark.base).map((mark) => mark.meaning);
    const year = before.some((meaning) => meaning.kind === 'relative' || (meaning.kind === 'year' && !meaning.end));
    const several =
      before.some((meaning) => meaning.kind === 'several' || (meaning.kind === 'year' && meaning.end)) ||
      (!year && /纲要|五年|远景|规划(?:建议|目标)/.test(sentence.slice(0, match.index)));
    return { end: at + match[0].length, several, annual: !several && (year || match[0].includes('预期')) };
  }
  return null;
}
