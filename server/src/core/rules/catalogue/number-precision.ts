import { listsAmong } from '../../facts/quantities-lists';
import type { BlockRule } from '../rule';

/** Values of one 分别 list with different numbers of decimals. */
export const numberPrecision: BlockRule = {
  id: 'number-precision',
  category: 'numbers',
  severity: 'hint',
  fix: 'none',
  scope: 'block',
  needs: /分别/,
  since: '0.1.0',
  summary: {
    zh: '“分别”所列数值保留的小数位数不一',
    en: 'Values of one “分别” list with different numbers of decimals',
  },
  rationale: {
    zh: '同一“分别”之下、同一单位的百分数，宜保留相同的小数位数（4.6%、6.0%）。补零还是舍入，须核对原始数据，所以不代为修改。单位不同的、以个数计的不作提示。',
    en: 'Percentages and amounts of one 分别 list in one unit keep the same number of decimals (4.6%、6.0%). Whether to add a zero or to round is for the source to say. Counts and other units are left alone.',
  },
  sources: ['编校通例：同类数据精度一致', 'GB/T 8170—2008'],
  options: {},
  examples: [
    { bad: '进出口、社会消费品零售总额分别增长⟦4.6%、6%⟧。' },
    { bad: '工业投资、民间投资分别完成⟦33.28亿元、115亿元⟧。' },
    { bad: '城镇、农村居民人均可支配收入分别增长⟦5%、6.9%⟧左右。' },
    { good: '进出口、社会消费品零售总额分别增长4.6%、6.0%。' },
    { good: '城镇、农村居民人均可支配收入分别达到48836元、26873元，分别增长5.0%、6.9%。' },
    { good: '粮食、蔬菜产量分别达到2.47亿斤、12万吨。' },
    { good: '新建公路、水渠分别为36.4公里、28.0公里，新增企业、高新技术企业分别为12家、8家。' },
    { good: '办复率、满意率分别达到100%、99.6%。' },
  ],
  *checkBlock({ text, numbers }) {
    for (const list of listsAmong(text, numbers)) {
      const [first] = list.values;
      const last = list.values.at(-1);
      if (first === undefined || last === undefined || list.values.length < 2) continue;
      if (list.values.some((one) => one.unit !== first.unit || one.high !== null || one.numeralStyle !== 'arabic'))
        continue;
      // 100% and 0 need no decimals.
      const sides = list.values.map((one) => one.low).filter(({ value }) => value !== 100 && value !== 0);
      const decimals = new Set(sides.map((side) => side.decimals));
      if (decimals.size < 2) continue;
      yield {
        start: first.valueStart,
        end: last.valueEnd,
        message: {
          zh: `“分别”所列“${list.values.map((one) => text.slice(one.valueStart, one.valueEnd)).join('、')}”小数位数不一，宜统一。`,
          en: `The values of “分别”, “${list.values.map((one) => text.slice(one.valueStart, one.valueEnd)).join(', ')}”, have different numbers of decimals.`,
        },
      };
    }
  },
};
