import type { Indicator } from '../data';
import type { Measure } from '../model';
import type { Quantity } from './quantities';
import { limits } from './quantities';
import type { Claim } from './statement-claims';
import type { Name, Tail } from './statement-names';
import type { TailEffect } from './statement-words';

/** What kind of statement a value makes. */
export interface Reading {
  readonly measure: Measure;
  readonly direction: 'up' | 'down' | null;
  /** What the words behind the name add to it: 占43.7% makes it a share. */
  readonly suffix: string;
}

/** Names that are rates, so that a percentage behind them is their level. */
export const RATE_NAME =
  /(?:率|比重|占比|比例|[比度]|指数|满意度|安全感|覆盖|强度|盖度|系数|程度|份额|占有率|浓度|复种|口径|进度)$/;

/**
 * Reads a value under the words between name and value, or null where they make no statement together. `from` is the
 * claim whose name this value took over.
 */
export function readMeasure(number: Quantity, name: Name, tail: Tail, from: Claim | null): Reading | null {
  const main = tail.effects.find(isMain) ?? null;
  const motion = tail.effects.find((effect) => effect === 'up' || effect === 'down');
  const direction = motion === 'up' || motion === 'down' ? motion : null;
  if (tail.planShare) return { measure: 'level', direction: null, suffix: '' };
  if (main === 'share') return number.percent ? { measure: 'level', direction: null, suffix: '占比' } : null;
  if (number.unit === '百分点') return direction === null ? null : { measure: 'change', direction, suffix: '' };
  if (number.percent || number.unit === '‰') return readRate(number, name, main, direction, from);
  // 增长一成 is a rate in tenths.
  if (number.unit === '成' && direction !== null) return { measure: 'growth', direction, suffix: '' };
  if (number.unit === '倍') {
    // 是2020年的1.4倍 is a comparison, unless the name is a ratio itself.
    if (main === 'level') return RATE_NAME.test(name.text) ? { measure: 'level', direction: null, suffix: '' } : null;
    return direction === null ? null : { measure: 'growth', direction, suffix: '' };
  }
  return { measure: 'level', direction: main === 'level' || main === 'from' ? null : direction, suffix: '' };
}

/** Whether a number can be where a price index stands whose base is 100. */
export function isIndexValue(number: Quantity): boolean {
  return (number.unit === null || number.percent) && number.low.value >= 90 && number.low.value <= 130;
}

function isMain(effect: TailEffect): boolean {
  return effect === 'up' || effect === 'down' || effect === 'level' || effect === 'share' || effect === 'from';
}

/** A percentage is a growth or the level of a rate: the verb tells, else the indicator's own unit. */
function readRate(
  number: Quantity,
  name: Name,
  main: TailEffect | null,
  direction: 'up' | 'down' | null,
  from: Claim | null,
): Reading | null {
  const known = name.indicator;
  const grows = known !== null && known.unit !== number.unit;
  // 居民消费价格指数103% is where the index stands (the year before is 100), no rise by 103%.
  if (known?.group === 'prices' && isIndexValue(number)) return { measure: 'level', direction: null, suffix: '' };
  const growthOnly = known !== null && !known.measures.includes('level') && known.measures.includes('growth');
  const growth = (way: 'up' | 'down' | null): Reading => ({ measure: 'growth', direction: way, suffix: '' });
  const level: Reading = { measure: 'level', direction: null, suffix: '' };
  // 涨幅控制在3% is a rate of rise; 城镇化率提高到62% has its verb in one word and no direction of its own.
  if (direction !== null && (main === 'up' || main === 'down' || grows || growthOnly || known === null)) {
    return growth(direction);
  }
  if (growthOnly) return growth('up');
  if (main === 'level' || main === 'from') {
    if (grows && known.measures[0] === 'growth') return growth('up');
    return from !== null && from.measure === 'growth' ? growth(from.direction) : level;
  }
  if (known !== null) {
    if (!grows) return level;
    return known.measures.includes('growth') ? growth('up') : null;
  }
  if (from !== null)
    return from.unit === number.unit ? { measure: from.measure, direction: from.direction, suffix: '' } : null;
  if (/(?:增速|增幅|涨幅|增长率)$/.test(name.text)) return growth('up');
  return RATE_NAME.test(name.text) ? level : null;
}

/** Whether a catalogued name can have this value; weak forms (出口, 经济增长) need a value of their own kind. */
export function fits(known: Indicator, name: Name, reading: Reading, number: Quantity, tail: Tail): boolean {
  if (tail.planShare || (known.group === 'prices' && isIndexValue(number))) return true;
  if (reading.measure === 'growth' || reading.measure === 'change') {
    return name.via !== 'weak' || reading.measure === 'growth' || known.measures.includes('change');
  }
  const unit = bareUnit(number.unit ?? '');
  const units = known.units.map(bareUnit);
  if (units.includes(unit)) return true;
  if (name.via === 'weak') return false;
  return units.every((one) => one === '') ? number.percent : sameKind(unit, units);
}

/** A unit without its scale: 万人 and 人 measure the same. */
export function bareUnit(unit: string): string {
  return unit.replace(/^[万亿]{1,2}/, '');
}

/** Units that measure one kind of thing. */
const KINDS: readonly (readonly string[])[] = [
  '元 美元 港元 欧元',
  '个 家 户 项 件 座 处 所 条 套 台 宗 起 例 次 张 支 批 间 块 枚 辆 列',
  '人 人次 名 位 人（次） 户',
  '吨 斤 公斤 担 千克 吨标准煤 吨标煤 吨二氧化碳',
  '亩 公顷 平方公里 平方米 平方千米 亩次',
  '公里 千米 米',
  '千瓦 兆瓦 吉瓦 MW GW kW 瓦',
  '千瓦时 度 兆瓦时 kWh MWh GWh 度电',
  '头 只 羽 头只 口 尾',
  '立方米 吨 升',
  '标箱 标准箱 箱 TEU',
  '微克/立方米 毫克/立方米',
  '% ‰',
  '天 年 岁 个月',
].map((units) => units.split(' '));

/** Whether a unit without scale measures what one of `units` measures. */
export function sameKind(unit: string, units: readonly string[]): boolean {
  return KINDS.some((kind) => kind.includes(unit) && units.some((one) => kind.includes(one)));
}

/** 翻一番 is a growth of 1 倍, 翻两番 of 3 倍. */
export function doubled(number: Quantity): Quantity {
  const value = 2 ** number.low.value - 1;
  return { ...number, unit: '倍', ...limits(number.bound, value, null) };
}

/**
 * 地区生产总值突破500亿 is short for 亿元: a bare scale takes the unit of the indicator, and so does 0 of a rate
 * (贫困发生率由2.6%降至0).
 */
export function withUnitOf(number: Quantity, indicator: Indicator | null): Quantity {
  const usual = bareUnit(indicator?.units[0] ?? '');
  if (usual === '%' && number.unit === null && number.low.value === 0) return { ...number, unit: '%', percent: true };
  if (usual === '' || usual === '%' || number.unit === null || !/^[万亿]{1,2}$/.test(number.unit)) return number;
  return { ...number, unit: number.unit + usual };
}
