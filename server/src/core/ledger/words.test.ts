import { expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { exampleReport } from '../example-report';
import { statementWords } from './words';

it('tells statements that share their words by name and value', () => {
  const plan = '今年主要预期目标是：地区生产总值增长6%左右，城镇、农村居民人均可支配收入分别增长5%、7%。';
  const text = exampleReport({ year: 2025, review: '各项工作稳步推进。', plan });
  const analysis = createAnalyser().analyse(text, { path: '青禾区2025.md', force: true });
  const targets = analysis.statements.filter(({ role }) => role === 'target');
  expect(targets.map((one) => statementWords(analysis, one))).toEqual([
    '地区生产总值增长6%左右',
    '城镇居民人均可支配收入…5%',
    '农村居民人均可支配收入…7%',
  ]);
});
