import type { Statement } from '../../model';
import type { DocumentRule } from '../rule';
import { targetList, withTargets } from '../targets';
import { reportName } from '../values';

/** The target list in another order than in the newest precedent. */
export const targetOrder: DocumentRule = {
  id: 'target-order',
  category: 'indicators',
  severity: 'hint',
  fix: 'none',
  scope: 'corpus',
  since: '0.1.0',
  summary: { zh: '预期目标的排列次序与上年报告不同', en: 'Targets in another order than in the last report' },
  rationale: {
    zh: '目标的先后次序年年相沿，便于代表对照。只比较两年都有的指标，指出为恢复上年次序至少要移动的几项；增减指标不算。有意调整次序的，可以忽略。',
    en: 'The order of targets is kept from year to year, so that deputies can compare. Only indicators of both lists count, and the fewest that would have to move are named. Added and dropped ones make no difference.',
  },
  sources: ['本地历年政府工作报告的预期目标'],
  options: {},
  examples: [
    {
      bad: '今年主要预期目标是：地区生产总值增长6%，⟦固定资产投资增长8%⟧，一般公共预算收入增长5%，社会消费品零售总额增长6%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%，社会消费品零售总额增长6%，固定资产投资增长8%。',
      ],
    },
    {
      bad: '今年主要预期目标是：⟦城镇新增就业5000人⟧，地区生产总值增长6%，一般公共预算收入增长5%，固定资产投资增长8%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%，固定资产投资增长8%，城镇新增就业5000人。',
      ],
    },
    {
      bad: '今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，进出口总额增长6%，⟦一般公共预算收入增长5%⟧，规模以上工业增加值增长8%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%，固定资产投资增长8%，进出口总额增长6%，规模以上工业增加值增长8%。',
      ],
    },
    {
      good: '今年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%，规模以上工业增加值增长8%，固定资产投资增长8%，城镇新增就业5000人。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%，固定资产投资增长8%，城镇新增就业5000人，粮食产量2.4亿斤。',
      ],
    },
    {
      good: '今年主要预期目标是：固定资产投资增长8%，地区生产总值增长6%，一般公共预算收入增长5%。',
      precedents: ['今年主要预期目标是：地区生产总值增长6%，一般公共预算收入增长5%，固定资产投资增长8%。'],
    },
    {
      good: '今年主要预期目标是：固定资产投资增长8%，地区生产总值增长6%，粮食产量2.4亿斤，城镇新增就业5000人。',
    },
    {
      good: '今年主要预期目标是：城镇、农村居民人均可支配收入分别增长5%、7%，地区生产总值增长6%，一般公共预算收入增长5%。',
      precedents: ['今年抓好各项任务，地区生产总值增长6%。'],
    },
  ],
  *check({ analysis, corpus }) {
    const list = targetList(analysis);
    const newest = withTargets(corpus.precedents)[0];
    if (newest === undefined) return;
    const past = targetList(newest.analysis);
    const rank = new Map(past.map((target, i) => [target.indicator, i]));
    const common = list.filter((target) => rank.has(target.indicator));
    if (common.length < 4) return;
    const kept = longestRise(common.map((target) => rank.get(target.indicator) ?? 0));
    const moved = common.filter((_, i) => !kept.has(i));
    const [first] = moved;
    // When most of a list moved, its order was made anew.
    if (first === undefined || moved.length * 2 >= common.length) return;
    const { zh, en } = reportName(newest);
    yield {
      ...placeOf(first),
      message: {
        zh: `预期目标中“${moved.map(({ name }) => name).join('”“')}”的位置与${zh}不同。`,
        en: `“${moved.map(({ name }) => name).join('”, “')}” stands at another place in the target list than in ${en}.`,
      },
      related: moved.flatMap((target) => {
        const before = past.find((one) => one.indicator === target.indicator);
        return before === undefined
          ? []
          : [
              {
                path: newest.path,
                start: before.start,
                end: before.end,
                message: { zh: `${zh}的位置`, en: `its place in ${en}` },
              },
            ];
      }),
    };
  },
};

function placeOf(target: Statement): { start: number; end: number } {
  return { start: target.nameStart, end: target.valueEnd };
}

/** Indexes of a longest rising subsequence; what is left out is the least that has to move. */
function longestRise(values: readonly number[]): Set<number> {
  const length: number[] = [];
  const before: number[] = [];
  let best = -1;
  values.forEach((value, i) => {
    length[i] = 1;
    before[i] = -1;
    for (let k = 0; k < i; k++) {
      if ((values[k] ?? 0) < value && (length[k] ?? 0) + 1 > (length[i] ?? 0)) {
        length[i] = (length[k] ?? 0) + 1;
        before[i] = k;
      }
    }
    if (best < 0 || (length[i] ?? 0) > (length[best] ?? 0)) best = i;
  });
  const kept = new Set<number>();
  for (let i = best; i >= 0; i = before[i] ?? -1) kept.add(i);
  return kept;
}
