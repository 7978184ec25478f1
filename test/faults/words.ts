import type { Random } from '../layouts/random';

/** Words that planted sentences are made of. Nothing here comes from the data of the rules. */
const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Chinese numerals up to ninety-nine. */
export function chinese(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  const tens = Math.floor(value / 10);
  return `${tens === 1 ? '' : (DIGITS[tens] ?? '')}十${value % 10 === 0 ? '' : (DIGITS[value % 10] ?? '')}`;
}

export const VERBS = ['进', '送', '帮', '联', '促', '访', '治', '建', '创', '查'] as const;
export const NOUNS = ['企业', '园区', '社区', '校园', '农户', '景区', '车间', '机关', '楼宇', '市场'] as const;
export const PRODUCTS = ['轴承', '石墨', '瓷砖', '蓝莓', '香菇', '纺织', '玩具', '光缆', '涂料', '木门'] as const;
export const CRAFTS = ['养殖业', '林果业', '建筑业', '物流业', '餐饮业', '渔业', '家政业', '会展业'] as const;
export const PLACES = ['东关片区', '北湖新区', '南山组团', '临港片区', '老城片区', '西河组团'] as const;

/** A figure with one decimal that never ends in zero. */
export function figure(random: Random, low: number, high: number): string {
  const tenths = random.int(low * 10, high * 10);
  return ((tenths % 10 === 0 ? tenths + random.int(1, 9) : tenths) / 10).toFixed(1);
}
