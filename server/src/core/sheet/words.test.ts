import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { checkReport } from '../rules/engine';
import { readSheet } from './sheet';

/** The Chinese messages on a review against a sheet. */
function messages(review: string, rows: string): string[] {
  const text = `政府工作报告
——2025年1月12日在青禾区第六届人民代表大会第三次会议上
各位代表：
现在，我代表青禾区人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
过去一年，全区上下齐心协力，各项工作取得新的进展。
${review}
二、2025年工作安排
今年要抓好各项工作，把任务落到实处。
`;
  const cells = `指标,年份,数值,单位\n地区生产总值,2024,1,亿元\n${rows}`.split('\n').map((line) => line.split(','));
  const sheet = readSheet('r/统计数据.csv', [{ name: '', cells }]);
  const analysis = createAnalyser().analyse(text, { force: true });
  const corpus = { precedents: [], versions: [], peers: [], sheets: sheet === null ? [] : [sheet] };
  return checkReport({ analysis, corpus, settings: {} })
    .filter(({ rule }) => rule === 'figure-differs')
    .map(({ message }) => message.zh);
}

describe('what is said of a figure that differs', () => {
  it.each([
    ['固定资产投资下降1.3%', '固定资产投资增速,2024,-0.3,%', '“固定资产投资”此处为“下降1.3%”，', '为“下降0.3%”'],
    ['固定资产投资增长1.3%', '固定资产投资增速,2024,-0.3,%', '此处为“增长1.3%”，', '为“下降0.3%”'],
    ['固定资产投资下降1.3%', '固定资产投资增速,2024,0.3,%', '此处为“下降1.3%”，', '为“增长0.3%”'],
    ['固定资产投资增长1.3%', '固定资产投资增速,2024,0.3,%', '此处为“1.3%”，', '为“0.3%”'],
    ['居民消费价格上涨1.4%', '居民消费价格指数,2024,100.4,', '此处为“1.4%”，', '为“100.4，即上涨0.4%”'],
    ['居民消费价格指数为101.4', '居民消费价格指数,2024,99.6,', '此处为“101.4”，', '为“99.6”'],
    ['一般公共预算收入完成3亿元', '一般公共预算收入,2024,2.123456789,亿元', '此处为“3亿元”，', '为“2.1235亿元”'],
  ])('tells the direction of both: %s', (review, row, ours, theirs) => {
    const [message, ...more] = messages(`全年${review}。`, row);
    expect(more).toEqual([]);
    expect(message).toContain(ours);
    expect(message).toContain(theirs);
  });
});
