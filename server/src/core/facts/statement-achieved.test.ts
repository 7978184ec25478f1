import { describe, expect, it } from 'vitest';
import { statements } from '../../../../test/unit/statement-sample';

describe('what a number of things came to', () => {
  it.each<[string, string[]]>([
    ['10件民生实事全部办结。', ['民生实事办结: level 10件 2024']],
    ['33家企业完成技改。', ['企业完成技改: level 33家 2024']],
    ['16个老旧小区改造全部完工。', ['老旧小区改造: level 16个 2024']],
    ['24个就业服务站全部投用。', ['就业服务站投用: level 24个 2024']],
    ['3个产品入选全国名录。', ['产品入选全国名录: level 3个 2024']],
    ['15个村获评省级美丽乡村。', ['村获评省级美丽乡村: level 15个 2024']],
    ['完成3所乡镇卫生院改扩建。', ['乡镇卫生院改扩建: level 3所 2024']],
    ['建成“15分钟养老服务圈”20个。', ['建成“15分钟养老服务圈”: level 20个 2024']],
  ])('is read from %s', (review, expected) => {
    expect(statements({ review }, 'result')).toEqual(expected);
  });

  it.each([
    '2座污水处理厂建成投用。',
    '3个项目全部开工。',
    '11个村集体收入突破百万元。',
    '17家企业通过上市和并购融资。',
    '12个部门联合执法。',
  ])('is none in %s', (review) => {
    expect(statements({ review }, 'result')).toEqual([]);
  });

  it('may be promised', () => {
    const plan = '力争3个项目纳入省级重点，让1.2万户居民用上天然气。';
    expect(statements({ plan }, 'task')).toEqual([
      '项目纳入省级重点: level 3个 2025',
      '居民用上天然气: level 1.2万户 2025',
    ]);
  });
});
