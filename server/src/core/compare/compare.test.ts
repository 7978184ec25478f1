import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { compareVersions } from './compare';

interface Parts {
  readonly review?: string;
  readonly targets?: string;
  readonly tasks?: string;
  readonly glossary?: string;
}

const text = ({ review = '', targets = '', tasks = '', glossary = '' }: Parts): string =>
  `政府工作报告
——2026年1月12日在青禾区第六届人民代表大会第三次会议上
各位代表：
现在，我代表青禾区人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全区上下齐心协力，各项工作取得新的进展。${review}
二、2026年工作安排
今年全区发展的主要预期目标是：${targets === '' ? '地区生产总值增长6%左右' : targets}。
做好今年工作，要把任务落到实处。${tasks}
各位代表，让我们齐心协力，为建设美丽青禾而努力奋斗！
${glossary === '' ? '' : `名词解释\n${glossary}\n`}`;

/** `subject change name: before → after`; the places are proved to hold the words' numbers. */
function changes(before: Parts, after: Parts): string[] {
  const [a, b] = [text(before), text(after)];
  const found = compareVersions(
    createAnalyser().analyse(a, { force: true }),
    createAnalyser().analyse(b, { force: true }),
  );
  return found.map((one) => {
    const sides = [
      [one.before, a],
      [one.after, b],
    ] as const;
    for (const [side, whole] of sides) {
      const number = side === null ? undefined : /\d+(?:\.\d+)?/.exec(side.words)?.[0];
      if (side !== null && number !== undefined) expect(whole.slice(side.start, side.end)).toContain(number);
    }
    return `${one.subject} ${one.change} ${one.name}: ${one.before?.words ?? '—'} → ${one.after?.words ?? '—'}`;
  });
}

describe('compareVersions', () => {
  it('tells that a date was put off', () => {
    const before = { tasks: '清河水库除险加固工程主汛期前完工。' };
    expect(changes(before, { tasks: '清河水库除险加固工程年底前完工。' })).toEqual([
      'promise changed 清河水库除险加固: “主汛期前完工” → “年底前完工”',
    ]);
  });

  it('tells figures, targets and promises that changed, with bound and direction', () => {
    expect(
      changes(
        {
          review: '全年地区生产总值完成338.9亿元、增长5.7%，固定资产投资增长1.2%。',
          targets: '地区生产总值增长6%左右，城镇新增就业5000人以上',
          tasks: '改造老旧小区12个，新增学位1200个。',
        },
        {
          review: '全年地区生产总值完成339.2亿元、增长5.7%，固定资产投资下降1.2%。',
          targets: '地区生产总值增长6%以上，城镇新增就业5000人以上',
          tasks: '改造老旧小区15个，新增学位1200个。',
        },
      ),
    ).toEqual([
      'target changed 地区生产总值: 增长6%左右 → 增长6%以上',
      'figure changed 地区生产总值: 338.9亿元 → 339.2亿元',
      'figure changed 固定资产投资: 增长1.2% → 下降1.2%',
      'promise changed 城镇老旧小区改造数: 12个 → 15个',
    ]);
  });

  it('tells what came and what went', () => {
    expect(
      changes(
        { targets: '地区生产总值增长6%左右，居民收入与经济增长同步', tasks: '新建社区食堂5个。' },
        { targets: '地区生产总值增长6%左右，城镇新增就业5000人以上', tasks: '新增停车位800个。' },
      ),
    ).toEqual([
      'target added 城镇新增就业: — → 5000人以上',
      'target removed 居民收入: “与经济增长同步” → —',
      'promise added 新增停车位: — → 800个',
      'promise removed 新建社区食堂: 5个 → —',
    ]);
  });

  it('says nothing of what was moved, reworded or put in another unit', () => {
    expect(
      changes(
        { review: '全年地区生产总值完成338.9亿元，新增学位1200个。', tasks: '改造老旧小区12个，新增学位800个。' },
        {
          review: '一年来，新增学位1200个，全年地区生产总值达到3389000万元。',
          tasks: '新增学位800个，稳步推进城市更新，改造老旧小区12个。',
        },
      ),
    ).toEqual([]);
    expect(changes({}, {})).toEqual([]);
  });

  it('sees numbers that are no statement where the words around them stayed', () => {
    expect(
      changes(
        { review: '开发区综合考评位次前移4位，用19天完成签约。' },
        { review: '开发区综合考评位次前移3位，用19天完成签约。' },
      ),
    ).toHaveLength(1);
  });

  it('compares terms by their cores and entries by what they say', () => {
    expect(
      changes(
        {
          tasks: '深化“三查两改”机制，推行“五联共治”。',
          glossary: '1.“三查两改”机制：指查隐患、查台账、查责任，改短板、改作风。\n2.“五联共治”：指五方联动。',
        },
        {
          tasks: '深化“三查两改”，开展“四诊四送”行动。',
          glossary: '1.“三查两改”：指查隐患、查台账、查制度，改短板、改作风。\n2.“四诊四送”行动：指进企业。',
        },
      ),
    ).toEqual([
      'term added 四诊四送: — → “四诊四送”',
      'term removed 五联共治: “五联共治” → —',
      'entry changed “三查两改”: 指查隐患、查台账、查责任，改短板、改作风。 → 指查隐患、查台账、查制度，改短板、改作风。',
      'entry added “四诊四送”行动: — → 指进企业。',
      'entry removed “五联共治”: 指五方联动。 → —',
    ]);
  });
});
