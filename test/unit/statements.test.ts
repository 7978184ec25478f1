import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import { SOURCES, VARIANTS } from './variants';

const filler =
  '我们坚持把实事办在群众心坎上，逐条梳理诉求，逐项压实责任，街巷里的新变化看得见、摸得着，大家的劲头越来越足。';

const report = `政府工作报告
——2025年1月9日在青禾区第六届人民代表大会第四次会议上
云川市青禾区人民政府区长 周明远
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议，并请区政协委员和列席人员提出意见。
一、2024年工作回顾
过去一年，全区上下同心协力，较好完成了年度目标任务。预计地区生产总值完成312.5亿元、增长6.2%；固定资产投资增长9.1%；城乡居民人均可支配收入分别达到52360元、27140元，分别增长4.5%、6.1%；城镇登记失业率控制在3.4%以内。
（一）产业发展提质增效。新增规模以上工业企业12家、高新技术企业9家。签约项目38个，总投资126亿元，落地21个。${filler}
（二）城乡面貌持续改善。改造老旧小区12个、背街小巷30条，新建改造高标准农田3.2万亩。${filler}
二、2025年工作安排
今年经济社会发展的主要预期目标是：地区生产总值增长6%以上、力争增长7%，固定资产投资增长8%左右，社会消费品零售总额增长5.5%—6%，城镇、农村居民人均可支配收入分别增长5%、6.5%左右，城镇新增就业4800人以上，城镇登记失业率控制在4%以内，居民收入增长与经济增长同步，完成市下达的节能减排任务。
（一）聚力产业强区。引进领军企业5家以上，实施重点项目64个，完成投资82亿元。${filler}
（二）聚力民生改善。新增学位1200个，建成3个社区养老服务中心。${filler}
三、加强政府自身建设
一般性支出压减5%以上。${filler}
各位代表！使命催人奋进，让我们团结一心、埋头苦干，为建设美丽青禾而努力奋斗！
`;

/** What every source of the same report must state, whatever its characters and lines. */
function facts(text: string): string[] {
  return createAnalyser()
    .analyse(text)
    .statements.map(
      ({ indicator, name, role, year, period, measure, direction, bound, min, max, unit, estimated, stretch }) =>
        JSON.stringify([
          role,
          indicator,
          name,
          year,
          period,
          measure,
          direction,
          bound,
          min,
          max,
          unit,
          estimated,
          stretch,
        ]),
    );
}

describe('statements over sources', () => {
  const expected = facts(report);

  it('finds all roles', () => {
    const roles = createAnalyser()
      .analyse(report)
      .statements.map(({ role }) => role);
    expect(roles.filter((role) => role === 'target')).toHaveLength(9);
    expect(roles.filter((role) => role === 'result').length).toBeGreaterThanOrEqual(15);
    expect(roles.filter((role) => role === 'task').length).toBeGreaterThanOrEqual(5);
  });

  it.each([...VARIANTS, ...SOURCES.filter(({ name }) => name === 'half-width marks')])(
    'reads the same from: $name',
    (variant) => {
      expect(facts(variant.make(report))).toEqual(expected);
    },
  );

  it.each(VARIANTS)('maps every span back: $name', (variant) => {
    const text = variant.make(report);
    const { report: parsed, statements } = createAnalyser().analyse(text);
    for (const statement of statements) {
      const { start, end, nameStart, nameEnd, valueStart, valueEnd, block } = statement;
      expect(start).toBeLessThanOrEqual(nameStart);
      expect(nameEnd).toBeLessThanOrEqual(Math.max(end, nameEnd));
      expect(valueStart).toBeGreaterThanOrEqual(start);
      expect(valueEnd).toBeLessThanOrEqual(end);
      const place = parsed.blocks[block];
      expect(place).toBeDefined();
      if (place === undefined) continue;
      const value = place.text.slice(place.readingOffset(valueStart), place.readingOffset(valueEnd));
      const number = statement.min ?? statement.max;
      if (number !== null && statement.unit !== '倍') expect(value).toContain(String(number));
    }
  });
});

describe('any text', () => {
  const words = fc.constantFrom(
    ...'地区生产总值 城镇 农村居民人均可支配收入 增长 分别 5% 6.5%左右 12亿元 100个 百亿元 、 ， 。 ； ： （ ） “ ” 和 其中 预计 力争 确保 主要预期目标是： 2024年 五年来 “十四五”时期 完成 新建 比上年 与经济增长同步 完成国家下达的 翻一番 由 到 —— 以上 3 . \n'.split(
      ' ',
    ),
  );

  it('is read without an error and with spans inside the text', () => {
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (parts) => {
        const text = `${report.slice(0, 420)}\n${parts.join('')}`;
        for (const { start, end, nameStart, nameEnd } of createAnalyser().analyse(text, { force: true }).statements) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeLessThan(end);
          expect(nameStart).toBeLessThan(nameEnd);
        }
      }),
      { numRuns: 150, seed: 7 },
    );
  });
});
