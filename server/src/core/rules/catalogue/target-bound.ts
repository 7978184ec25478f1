import { findIndicator } from '../../data';
import type { Report, Statement } from '../../model';
import type { DocumentRule } from '../rule';
import { quote } from '../support';

/** A bound against the direction of its indicator. */
export const targetBound: DocumentRule = {
  id: 'target-bound',
  category: 'indicators',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '目标的“以上”“以内”与指标方向相反（失业率5.5%以上）',
    en: 'A bound against the indicator’s direction (失业率5.5%以上, 生产总值增长9%以内)',
  },
  rationale: {
    zh: '失业率、能耗越低越好，目标用“以内”；生产总值、收入越高越好，目标用“以上”。方向写反，意思就反了。',
    en: 'Unemployment is to stay below its target and output above; a bound turned round says the opposite.',
  },
  sources: ['各级政府工作报告目标写法', '指标方向见 server/data/indicators.json'],
  options: {},
  examples: [
    { bad: '今年主要预期目标是：地区生产总值增长6%左右，城镇调查失业率控制在⟦5.5%以上⟧。' },
    { bad: '今年主要预期目标是：地区生产总值增长⟦9%以内⟧，固定资产投资增长8%。' },
    { bad: '今年主要预期目标是：地区生产总值增长6%，城镇新增就业⟦5000人以内⟧，单位地区生产总值能耗下降3%。' },
    { part: 'plan', bad: '落实就业优先政策，城镇登记失业率⟦不低于4%⟧，居民消费价格涨幅控制在⟦3%以上⟧。' },
    {
      good: '今年主要预期目标是：地区生产总值增长6%以上，城镇调查失业率控制在5.5%以内，单位地区生产总值能耗下降3%以上。',
    },
    { good: '今年主要预期目标是：居民消费价格涨幅控制在2%左右，粮食产量保持在3亿斤以上。' },
    { good: '今年主要预期目标是：地区生产总值增长6%左右，居民收入与经济增长同步。' },
    { part: 'review', good: '地区生产总值增长5%，进出口总额下降3%以内，失业率5%以上的月份只有1个。' },
  ],
  *check({ analysis: { report, statements } }) {
    for (const statement of statements) {
      if (statement.role === 'result' || !(isAgainst(statement) || isHeldAbove(report, statement))) continue;
      const place = { start: statement.valueStart, end: Math.max(statement.valueEnd, statement.end) };
      const words = quote(report.text, place);
      const direction = findIndicator(statement.indicator)?.direction;
      if (direction === 'neutral') {
        yield {
          ...place,
          message: {
            zh: `${statement.indicator}既说“控制在”，就是不超过，“${words}”方向相反，请核。`,
            en: `What is held (控制在) has a ceiling: “${words}” sets ${statement.indicator} a floor.`,
          },
        };
        continue;
      }
      const lower = direction === 'down';
      yield {
        ...place,
        message: {
          zh: `${statement.indicator}以${lower ? '低' : '高'}为好，目标写“${words}”方向相反，请核。`,
          en: `“${words}” sets ${statement.indicator} a bound on the wrong side: ${lower ? 'lower' : 'higher'} is better.`,
        },
      };
    }
  },
};

/** 涨幅控制在3%以上: of an indicator that is good neither high nor low. */
function isHeldAbove(report: Report, statement: Statement): boolean {
  if (statement.bound !== 'at-least' || findIndicator(statement.indicator)?.direction !== 'neutral') return false;
  return report.text.slice(Math.max(0, statement.valueStart - 4), statement.valueStart).includes('控制在');
}

function isAgainst(statement: Statement): boolean {
  const direction = findIndicator(statement.indicator)?.direction;
  const { bound, measure } = statement;
  if (direction === undefined || direction === 'neutral' || (bound !== 'at-least' && bound !== 'at-most')) return false;
  if (measure === 'level') return direction === 'down' ? bound === 'at-least' : bound === 'at-most';
  if (measure !== 'growth' && measure !== 'change') return false;
  // A drop of what should drop wants a floor, a rise of what should rise too.
  const good = statement.direction === direction;
  return statement.direction !== null && (good ? bound === 'at-most' : false);
}
