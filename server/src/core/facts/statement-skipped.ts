/** Numbers that are no value of anything named: durations, ordinals, sizes, comparisons. */
import type { Quantity } from './quantities';
import type { Scene } from './statement-claims';
import { isIndexValue } from './statement-measures';
import { COUNT_UNITS, DURATION_UNITS } from './statement-words';

/** A number that only says how long or which one (连续5年, 第3) and does not part a name from its value. */
export function isTransparent(scene: Scene, number: Quantity): boolean {
  const { text } = scene;
  const { unit } = number;
  if (unit === null) return !isCoefficient(scene, number) && !isGone(scene, number);
  if (unit === '岁' && sizesNoun(scene, number)) return true;
  if (DURATION_UNITS.has(unit)) {
    const before = text.slice(Math.max(scene.start, number.start - 3), number.start);
    return (
      /(?:连续|近|过去|历时|用时|仅用|经过)$/.test(before) ||
      /^[来内间里后前]/.test(text[number.end] ?? '') ||
      (unit === '年' && number.numeralStyle === 'chinese')
    );
  }
  if (sizesNoun(scene, number)) return true;
  // 一件事一次办, 三个清单: small counts in words are a part of names.
  return number.numeralStyle === 'chinese' && COUNT_UNITS.has(unit) && (number.max ?? number.min ?? 0) < 100;
}

/** 城乡居民收入比2.15, 有效利用系数0.57, 价格指数控制在103左右: a number that needs no unit. */
function isCoefficient({ text, start }: Scene, number: Quantity): boolean {
  const before = text.slice(Math.max(start, number.start - 24), number.start);
  return number.low.decimals > 0 ? COEFFICIENT.test(before) : isIndexValue(number) && INDEX.test(before);
}

/** 由2.6%降至0: nothing is left of what the name counts, in whatever unit. */
function isGone({ text }: Scene, number: Quantity): boolean {
  return number.low.value === 0 && /[降减][到至为]$|归$/.test(text.slice(Math.max(0, number.start - 2), number.start));
}

const COEFFICIENT = /(?:(?:收入|支出)(?:之?比|比值|差距|倍差)|系数|指数|CPI|PPI)[^，。；]{0,12}$/;
const INDEX = /(?:价格[^，。；]{0,4}指数|CPI|PPI)[^，。；]{0,8}$/;

/** 500万元以上(项目64个): a bound that tells which things are counted by the next number. */
function sizesNoun(scene: Scene, number: Quantity): boolean {
  if (!number.boundWords.some((word) => word.place === 'after' && word.bound !== 'about')) return false;
  if (number.percent || number.unit === '百分点') return false;
  if (COUNT_UNITS.has((number.unit ?? '').replace(/^[万亿]{1,2}/, ''))) return false;
  const next = scene.numbers.find((one) => one.start >= number.end);
  if (next === undefined || next.start - number.end < 2) return false;
  return !/[，。；：、！？（）]/.test(scene.text.slice(number.end, next.start));
}

/** Whether a number is the size or kind of what is named behind it: 500万元以上(重点项目128个). */
export function isSpecification(scene: Scene, i: number): boolean {
  const number = scene.numbers[i];
  const next = scene.numbers[i + 1];
  return number !== undefined && next !== undefined && !/[，。；：]/.test(scene.text.slice(number.end, next.start));
}

/** 高于全国平均水平1.2个百分点, 比全市快2%: how far one number is from another, not a number of the indicator. */
export function isComparison(left: string, number: Quantity): boolean {
  if (number.unit !== '百分点' && !number.percent && number.unit !== '倍') return false;
  if (number.unit === '百分点' && /拉动|贡献/.test(left)) return true;
  if (!/[高低快慢超领优好]/.test(left) || !COMPARISON.test(left)) return false;
  return !/(?:上年|去年|同期|年)(?:高|低)?$/.test(left.replace(/(?:提高|降低|下降|上升|增长|回落)$/, ''));
}

const COMPARISON =
  /(?:(?:高于|低于|快于|慢于|高出|高过|低出|超出|超过|领先|优于|好于|快过|大于)[^，。；]{1,16}|(?:比(?![重例率])|较)[^，。；]{1,12}(?<![提降减])[高低快慢多少]|[高低快慢](?:全国|全省|全市|全区|全盟|全州|全自治区|平均)[^，。；]{0,6})$/;
