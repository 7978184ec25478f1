import { describe, expect, it } from 'vitest';
import { blankFollows, blanksIn } from './blanks';

const found = (text: string): string[] => blanksIn(text).map(({ start, end }) => text.slice(start, end));

describe('blanksIn', () => {
  it('finds what was put there and what writers put by hand', () => {
    expect(found('增长〔数据〕%，〔完成情况〕；增长××%、新增XX个。')).toEqual(['〔数据〕', '〔完成情况〕', '××', 'XX']);
    expect(found('（一）聚力产业强区\r\n\r\n……\r\n\r\n一是增强实力。……\n**二是扩大开放。**……')).toEqual([
      '……',
      '……',
      '……',
    ]);
  });

  it('leaves an ellipsis of the text, products and letters alone', () => {
    expect(found('桥通了，路宽了，灯亮了……群众的笑容多了。3×3篮球赛，XXL码，MAXX。')).toEqual([]);
  });
});

describe('blankFollows', () => {
  it('tells a name that is followed by a blank from one with its figure', () => {
    expect(blankFollows('地区生产总值增长××%', 6)).toBe(true);
    expect(blankFollows('地区生产总值增长XX%', 6)).toBe(true);
    expect(blankFollows('地区生产总值完成320亿元、增长××%', 6)).toBe(false);
    expect(blankFollows('地区生产总值稳步增长，增长××%', 6)).toBe(false);
  });
});
