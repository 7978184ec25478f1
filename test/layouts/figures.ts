import type { Random } from './random';
import type { FigureTruth, Value } from './truth';
import type { Writer } from './writer';

/** Where figures are written and what they say is kept. */
export interface Sheet {
  readonly random: Random;
  readonly writer: Writer;
  /** The year that the figures are for. */
  readonly year: number;
  /** Whether the list as a whole is called an estimate. */
  readonly estimated: boolean;
  /** 全市, 全县: what stands before names of indicators. */
  readonly all: string;
  readonly truths: FigureTruth[];
  /** Whether long amounts are printed with commas between thousands. */
  readonly grouped: boolean;
  /** How many times larger than a county's the amounts of money are. */
  readonly scale: number;
}

export interface Indicator {
  readonly official: string;
  /** Other names, used as often as the official one. */
  readonly names?: readonly string[];
  /** Usual rates of growth in per cent. */
  readonly growth: readonly [number, number];
  /** Usual amounts of a county: lowest, highest, decimals, unit. */
  readonly level?: readonly [number, number, number, string];
}

export const regional: Indicator = {
  official: '地区生产总值',
  names: ['地区生产总值', '@all生产总值', '@all地区生产总值', 'GDP'],
  growth: [3, 9],
  level: [180, 900, 1, '亿元'],
};

/** Indicators that grow in per cent, other than the regional product and incomes. */
export const economic: readonly Indicator[] = [
  { official: '规模以上工业增加值', names: ['规上工业增加值'], growth: [3, 16] },
  { official: '固定资产投资', names: ['@all固定资产投资'], growth: [2, 18], level: [60, 400, 1, '亿元'] },
  { official: '社会消费品零售总额', growth: [2, 10], level: [40, 300, 1, '亿元'] },
  {
    official: '一般公共预算收入',
    names: ['地方一般公共预算收入', '@all一般公共预算收入'],
    growth: [1, 12],
    level: [5, 60, 2, '亿元'],
  },
  { official: '进出口总额', names: ['外贸进出口总额'], growth: [2, 20], level: [2, 40, 1, '亿元'] },
  { official: '第一产业增加值', growth: [2, 6], level: [10, 90, 1, '亿元'] },
  { official: '服务业增加值', growth: [3, 9], level: [60, 300, 1, '亿元'] },
  { official: '工业投资', growth: [3, 20], level: [20, 90, 1, '亿元'] },
  { official: '税收收入', growth: [1, 12], level: [4, 40, 2, '亿元'] },
];

export const incomes: readonly Indicator[] = [
  { official: '居民人均可支配收入', names: ['全体居民人均可支配收入'], growth: [4, 8], level: [21000, 48000, 0, '元'] },
  {
    official: '城镇居民人均可支配收入',
    names: ['城镇常住居民人均可支配收入'],
    growth: [3, 7],
    level: [32000, 59000, 0, '元'],
  },
  {
    official: '农村居民人均可支配收入',
    names: ['农村常住居民人均可支配收入'],
    growth: [4, 9],
    level: [16000, 29000, 0, '元'],
  },
];

export const bothIncomes = ['城镇居民人均可支配收入', '农村居民人均可支配收入'] as const;

/** Words after a value and what they make of it. */
export const bounds: readonly (readonly [string, Value['bound']])[] = [
  ['左右', 'about'],
  ['以上', 'at-least'],
  ['', 'exact'],
];

/** Writes the words and notes their place for each of the values they state. */
export function state(
  sheet: Sheet,
  words: string,
  ...values: readonly (Value & { readonly indicator: string; readonly stretch?: number })[]
): void {
  const start = sheet.writer.length;
  sheet.writer.put(words);
  const end = sheet.writer.length;
  for (const value of values) sheet.truths.push({ ...value, year: sheet.year, estimated: sheet.estimated, start, end });
}

export function writeName(sheet: Sheet, indicator: Indicator): void {
  const names = [indicator.official, ...(indicator.names ?? [])];
  sheet.writer.put(sheet.random.pick(names).replace('@all', sheet.all));
}

export function rateOf(random: Random, [low, high]: readonly [number, number]): number {
  return random.chance(0.5) ? random.int(low, high) : random.decimal(low, high, 1);
}

/** An amount as the text prints it, with its unit; those of a province are counted in 万亿. */
export function amountOf(sheet: Sheet, indicator: Indicator): { value: number; unit: string; printed: string } | null {
  if (indicator.level === undefined) return null;
  const [lowest, highest, digits, unit] = indicator.level;
  if (unit !== '亿元' || sheet.scale === 1) {
    const value = sheet.random.decimal(lowest, highest, digits);
    return { value, unit, printed: printedNumber(sheet, value) };
  }
  const value = sheet.random.decimal(lowest * sheet.scale, highest * sheet.scale, 1);
  if (value < 10_000) return { value, unit, printed: printedNumber(sheet, value) };
  const large = Number((value / 10_000).toFixed(2));
  return { value: large, unit: '万亿元', printed: String(large) };
}

export function printedNumber(sheet: Sheet, value: number): string {
  const [whole = '', decimals] = String(value).split('.');
  const grouped = sheet.grouped && whole.length > 4 ? `${whole.slice(0, -3)},${whole.slice(-3)}` : whole;
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

export function bounded(bound: Value['bound'], value: number): Pick<Value, 'bound' | 'min' | 'max'> {
  if (bound === 'at-least') return { bound, min: value, max: null };
  if (bound === 'at-most') return { bound, min: null, max: value };
  return { bound, min: value, max: value };
}

export function growth(value: number, bound: Value['bound'], direction: 'up' | 'down' = 'up'): Value {
  return { measure: 'growth', unit: '%', direction, ...bounded(bound, value) };
}

export function level(value: number, unit: string, bound: Value['bound']): Value {
  return { measure: 'level', unit, direction: null, ...bounded(bound, value) };
}

export function change(value: number, bound: Value['bound']): Value {
  return { measure: 'change', unit: '百分点', direction: 'up', ...bounded(bound, value) };
}

/** A promise without a number. */
export const inWords: Value = {
  measure: 'qualitative',
  bound: null,
  min: null,
  max: null,
  unit: null,
  direction: null,
};
