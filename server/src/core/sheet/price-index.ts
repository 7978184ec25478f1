/**
 * Price indices: 居民消费价格指数100.4 (上年=100) and 居民消费价格上涨0.4% say the same (国家统计局: 价格指数以上年同期为100, 涨跌幅度 =
 * 指数 − 100). Bulletins print the one, reports mostly the other.
 */
import { findIndicator } from '../data';
import type { Statement } from '../model';

/** Prices do not halve or double from one year to the next: numbers between these are indices and no rates. */
const LEAST = 70;
const MOST = 150;

/** Whether an indicator is one of prices, known to the catalogue or not (商品零售价格). */
export function isPriceIndicator(indicator: string): boolean {
  const row = findIndicator(indicator);
  return row === null ? /价格(?:总?指数|总水平)?$/.test(indicator) : row.group === 'prices';
}

/** The name of a price indicator without its 指数, for those that the catalogue does not know; others as they are. */
export function withoutIndex(indicator: string): string {
  return findIndicator(indicator) === null ? indicator.replace(/(价格|生产总值|增加值)总?指数$/, '$1') : indicator;
}

/** The rate that an index on last year = 100 gives, in percent; null for what is no such index. */
export function rateOfIndex(value: number, decimals: number): number | null {
  return value < LEAST || value > MOST ? null : Number((value - 100).toFixed(decimals));
}

/** Whether a report gives a price index and not a rate: 居民消费价格指数为100.4, with or without %. */
export function statesIndex({ indicator, measure, unit, min, max }: Statement): boolean {
  if (measure !== 'level' || (unit !== null && unit !== '%') || !isPriceIndicator(indicator)) return false;
  const value = min ?? max ?? 0;
  return value >= LEAST && value <= MOST;
}
