import type { Quantity } from './quantities';
import { DURATION_UNITS, NO_NAME_END, NO_NAME_START } from './statement-words';

/** Whether words that the catalogue does not know can be the name of a quantity. */
export function isPlainName(name: string, number: Quantity): boolean {
  if (name.length < 2 || name.length > 26) return false;
  if (NO_NAME_END.test(name) || NO_NAME_START.test(name)) return false;
  if (/[，。；：！？…]/.test(name) || !isBalanced(name)) return false;
  const { unit } = number;
  if (unit !== null && DURATION_UNITS.has(unit) && !LASTING.test(name)) return false;
  if (
    (unit === '位' || unit === '名') &&
    /(?:[第前居列升进]|排名?|名次|位次)(?:前移|上升|提升|晋升|跃升|下降|后移)?$/.test(name)
  )
    return false;
  if (name.endsWith('中占比')) return false;
  // 死亡率10/10万 is one number.
  if (/\d\/$/.test(name)) return false;
  if (number.numeralStyle === 'chinese' && unit !== null && !HAN_COUNTED.test(unit)) return false;
  return /[\u4e00-\u9fffA-Z]/i.test(name);
}

/** Names of quantities that are themselves times. */
const LASTING = /(?:时间|时限|期限|用时|天数|周期|年限|寿命|年龄|时长|里程)$/;

/** Units in which an amount is written in words; small counts in words (千城一面, 三个清单) are manners of speaking. */
const HAN_COUNTED = /^(?:[万亿元亩吨倍%‰成]|美元|公里|公顷|平方米|平方公里|立方米|千瓦|百分点)/;

/** Whether quotes and brackets close in the order they open. */
export function isBalanced(name: string): boolean {
  let depth = 0;
  for (const character of name) {
    if ('“（《'.includes(character)) depth++;
    else if ('”）》'.includes(character)) depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
