import { units } from '../data';
import type { Analysis, Statement } from '../model';

/** A unit taken apart: 万亿元 is 10¹² times 元. */
export interface Scale {
  /** Units of one base measure one thing and differ by their factor only. */
  readonly base: string;
  readonly factor: number;
}

/** The base unit of a unit as reports write it and how many of it one is; null has the base ''. */
export function scaleOf(unit: string | null): Scale {
  let rest = unit ?? '';
  let factor = 1;
  for (let step = magnitudeOf(rest); step !== null; step = magnitudeOf(rest)) {
    factor *= step;
    rest = rest.slice(1);
  }
  if (PEOPLE.has(rest)) return { base: '人', factor };
  if (THINGS.has(rest)) return { base: '个', factor };
  const row = RATES.get(rest) ?? BASES.get(rest);
  return row === undefined ? { base: rest, factor } : { base: row.base, factor: factor * row.factor };
}

/** Whether two statements give their numbers in units that can be put into one another. */
export function sameScale(a: Statement, b: Statement): boolean {
  return scaleOf(a.unit).base === scaleOf(b.unit).base;
}

/**
 * What a statement measures: a rate of change, points of change, an amount, an amount by which something rose or fell,
 * or words. Only numbers of one kind can be compared.
 */
export function measureKey(statement: Statement): string {
  const { measure, direction } = statement;
  return measure === 'level' && direction !== null ? 'step' : measure;
}

/**
 * Whether the numbers of two statements are of one kind: an amount that was added (新增经营主体1622户) is told by a rise
 * (经营主体净增1500户) as well.
 */
export function sameMeasure(a: Statement, b: Statement): boolean {
  return measureKey(a) === measureKey(b) || isAdded(a, b) || isAdded(b, a);
}

function isAdded(amount: Statement, rise: Statement): boolean {
  const rose = rise.measure === 'level' && rise.direction === 'up';
  return rose && amount.measure === 'level' && amount.direction === null && ADDED.test(amount.name);
}

// Example: 新增经营主体, 建设5G基站.
const ADDED = /^(?:新增|净增|新建|新培育|新认定|新发展|建设|建成|培育|引进|发展)/u;

/** A stretch of the number line in base units, drops as negative numbers; infinite where a bound is open. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** What a statement says of its number; null for words. */
export function intervalOf(statement: Statement): Interval | null {
  const { min, max, bound, direction, unit } = statement;
  if (statement.measure === 'qualitative' || (min === null && max === null)) return null;
  const { factor } = scaleOf(unit);
  const least = bound === 'at-most' ? Number.NEGATIVE_INFINITY : (min ?? max ?? 0) * factor;
  const most = bound === 'at-least' ? Number.POSITIVE_INFINITY : (max ?? min ?? 0) * factor;
  return direction === 'down' ? { low: -most, high: -least } : { low: least, high: most };
}

/**
 * What is let pass on the worse side of an exact number or one with 左右, in base units: half a percentage point for
 * rates, and everywhere half a unit of the last digit stated, whichever is more.
 */
export function toleranceOf(statement: Statement, analysis: Analysis): number {
  const { base, factor } = scaleOf(statement.unit);
  const digit = 0.5 * 10 ** -decimalsOf(statement, analysis) * factor;
  return base === '%' || base === '百分点' ? Math.max(0.5, digit) : digit;
}

/** Digits behind the point as the report prints them (6.0% has one); of the value itself where it is written in words. */
export function decimalsOf(statement: Statement, analysis: Analysis): number {
  const block = analysis.report.blocks[statement.block];
  const printed =
    block === undefined
      ? ''
      : block.text.slice(block.readingOffset(statement.valueStart), block.readingOffset(statement.valueEnd));
  // Example: 6.0%左右, 1.25万人.
  const number = /\d{1,15}(?:\.(\d{1,9}))?/u.exec(printed);
  if (number !== null) return number[1]?.length ?? 0;
  const value = String(statement.min ?? statement.max ?? 0);
  const point = value.indexOf('.');
  return point < 0 ? 0 : value.length - point - 1;
}

function magnitudeOf(unit: string): number | null {
  // 千瓦, 千克 and 千米 are units of their own, and 万 alone counts things.
  if (unit.startsWith('亿')) return 1e8;
  if (unit.startsWith('万')) return 1e4;
  if (/^[千百](?![瓦克米伏焦卡分赫])/u.test(unit)) return unit.startsWith('千') ? 1e3 : 100;
  return null;
}

const PEOPLE: ReadonlySet<string> = new Set('人 名 位 人次 人（次） 人(次) 口 劳动力'.split(' '));

/** Measure words of things counted one by one. Which of them a report takes for one thing changes from year to year. */
const THINGS: ReadonlySet<string> = new Set(
  ' 个 家 户 项 件 座 处 所 条 套 台 宗 起 例 次 张 支 批 间 块 枚 辆 列 场 场次 种 类 部 盏 株 棵 头 只 床 期 栋 幢 门 笔 单 份 组 队 根 基 对 篇 节 班 艘 架 片 站 点 人份 户次 件次 项次 台套 家次 个（次） 台（套） 户（次） 家（次） 家（户） 户（家） 件（套） 场（次） 项（个） 个（项） 车位 学位 托位 床位 张床位 席位 座位 泊位 村 镇 乡镇'.split(
    ' ',
  ),
);

const RATES: ReadonlyMap<string, Scale> = new Map([
  ['个百分点', { base: '百分点', factor: 1 }],
  ['倍', { base: '%', factor: 100 }],
  ['成', { base: '%', factor: 10 }],
]);

const BASES: ReadonlyMap<string, Scale> = new Map(
  units.flatMap((row) =>
    [row.unit, ...(row.clipped ?? []), ...(row.miscased ?? []), ...(row.obsolete ?? [])].flatMap((form) =>
      row.base === undefined || row.factor === undefined ? [] : [[form, { base: row.base, factor: row.factor }]],
    ),
  ),
);
