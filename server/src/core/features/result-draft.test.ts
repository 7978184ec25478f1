import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { createLedger } from '../ledger/ledger';
import type { Analysis } from '../model';
import { draftSentence } from './result-draft';

function report(year: number, review: string, targets: string): Analysis {
  const text = [
    '政府工作报告',
    `——${String(year)}年1月10日在青禾区第十八届人民代表大会第四次会议上`,
    '青禾区人民政府区长 周明远',
    '各位代表：',
    '现在，我代表青禾区人民政府，向大会报告工作，请予审议。',
    `一、${String(year - 1)}年工作回顾`,
    `过去一年，全区上下齐心协力。${review}`,
    `二、${String(year)}年工作安排`,
    `今年主要预期目标是：${targets}`,
    '',
  ].join('\n');
  return createAnalyser().analyse(text, { path: `青禾区${String(year)}年政府工作报告.md`, force: true });
}

/** The sentence for the only target of 2025, with its blanks in brackets. */
function sentence(targets: string, lastReview = '各项工作稳步推进。'): string {
  const made = report(2025, lastReview, targets);
  const precedents = [{ path: '2025.md', analysis: made }];
  const [item] = createLedger(report(2026, '各项工作稳步推进。', '粮食产量稳定。'), precedents).items;
  if (item === undefined) throw new Error('No promise.');
  const { text, selected } = draftSentence(item, made, precedents);
  return [...selected]
    .reverse()
    .reduce((all, { start, end }) => `${all.slice(0, start)}〔${all.slice(start, end)}〕${all.slice(end)}`, text);
}

describe('the draft of a sentence that reports a result', () => {
  it.each([
    ['地区生产总值增长6%左右。', '地区生产总值增长〔XX〕%。'],
    ['单位地区生产总值能耗下降3%。', '单位地区生产总值能耗下降〔XX〕%。'],
    ['城镇新增就业5000人以上。', '城镇新增就业〔XX〕人。'],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率〔XX〕%。'],
    ['居民收入与经济增长基本同步。', '居民收入〔与经济增长基本同步〕。'],
  ])('has the form of the promise: %s', (targets, wanted) => {
    expect(sentence(targets)).toBe(wanted);
  });

  it('has the form in which past reports report this indicator', () => {
    const review = '城镇新增就业达到4900人。';
    expect(sentence('城镇新增就业5000人以上。', review)).toBe('城镇新增就业达到〔XX〕人。');
  });

  it('states no figure that nobody gave', () => {
    expect(sentence('一般公共预算收入增长6%左右。', '一般公共预算收入完成14.3亿元、增长5.2%。')).not.toMatch(/\d/u);
  });
});
