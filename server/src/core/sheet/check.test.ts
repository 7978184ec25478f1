import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { createCorpus } from '../corpus/corpus';
import { readSheet } from './sheet';
import { checkFigures } from './check';

const report = (review: string): string =>
  `政府工作报告
——2025年1月12日在青禾区第六届人民代表大会第三次会议上
各位代表：
现在，我代表青禾区人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
过去一年，全区上下齐心协力，各项工作取得新的进展。
${review}
二、2025年工作安排
今年要抓好各项工作，把任务落到实处。
`;

/** `agrees|differs|uncovered` of each figure of a review. */
function states(review: string, table: string): string[] {
  const sheet = readSheet('r/统计数据.csv', [{ name: '', cells: table.split('\n').map((line) => line.split(',')) }]);
  const analysis = createAnalyser().analyse(report(review), { force: true });
  return checkFigures(analysis, sheet === null ? [] : [sheet]).map(
    ({ statement, state }) => `${statement.indicator} ${statement.measure} ${state}`,
  );
}

const HEAD = '指标,年份,数值,单位';

describe('checkFigures', () => {
  it('allows rounding by either side and other units, but no more', () => {
    const table = `${HEAD}\n地区生产总值,2024,3214567,万元\n一般公共预算收入,2024,15.17,亿元\n粮食产量,2024,12.2,万吨`;
    expect(
      states('全年地区生产总值完成321.5亿元，一般公共预算收入完成15.2亿元，粮食产量达到2.44亿斤。', table),
    ).toEqual(['地区生产总值 level agrees', '一般公共预算收入 level agrees', '粮食产量 level agrees']);
    expect(states('全年地区生产总值完成321.6亿元，一般公共预算收入完成15.1亿元。', table)).toEqual([
      '地区生产总值 level differs',
      '一般公共预算收入 level differs',
    ]);
  });

  it('does not take a zero that a spreadsheet dropped for rounding', () => {
    const table = `${HEAD}\n地区生产总值增速,2024,6,%\n固定资产投资增速,2024,7.1,%`;
    expect(states('全年地区生产总值增长5.8%，固定资产投资增长7.1%。', table)).toEqual([
      '地区生产总值 growth differs',
      '固定资产投资 growth agrees',
    ]);
  });

  it('lets bounds hold and 左右 be loose', () => {
    const table = `${HEAD}\n地区生产总值,2024,321.5,亿元\n城镇新增就业,2024,5108,人\n地区生产总值增速,2024,5.6,%`;
    expect(states('全年地区生产总值突破320亿元、预计增长6%左右，城镇新增就业超过5200人。', table)).toEqual([
      '地区生产总值 level agrees',
      '地区生产总值 growth agrees',
      '城镇新增就业 level differs',
    ]);
  });

  it('leaves alone what no row speaks of: other years, parts of the place, other measures', () => {
    const table = `${HEAD}\n地区生产总值增速,2024,5.6,%`;
    expect(
      states('2023年地区生产总值增长6.1%。青禾经济开发区地区生产总值增长9.9%。全年地区生产总值完成333亿元。', table),
    ).toEqual([
      '地区生产总值 growth uncovered',
      '青禾经济开发区地区生产总值 growth uncovered',
      '地区生产总值 level uncovered',
    ]);
  });

  it('works growth out of the levels of two years where no row gives it', () => {
    const table = `${HEAD}\n一般公共预算收入,2023,14.31,亿元\n一般公共预算收入,2024,15.17,亿元\n进出口总额,2023,4.2,亿元\n进出口总额,2024,40000,万元`;
    // 15.17 of 14.31 is 6.01 %, by their roundings 5.94 to 6.08.
    expect(states('一般公共预算收入增长6.0%。', table)).toEqual(['一般公共预算收入 growth agrees']);
    expect(states('一般公共预算收入增长6.1%。', table)).toEqual(['一般公共预算收入 growth agrees']);
    expect(states('一般公共预算收入增长6.2%。', table)).toEqual(['一般公共预算收入 growth differs']);
    expect(states('一般公共预算收入增长6%以上。', table)).toEqual(['一般公共预算收入 growth agrees']);
    expect(states('进出口总额下降4.8%。', table)).toEqual(['进出口总额 growth agrees']);
    expect(states('进出口总额增长4.8%。', table)).toEqual(['进出口总额 growth differs']);
    const row = `${table}\n一般公共预算收入增速,2024,6.2,%`;
    expect(states('一般公共预算收入增长6.2%。', row)).toEqual(['一般公共预算收入 growth agrees']);
  });

  it('works out no growth at constant prices, on a comparable or another basis, and none from a loss', () => {
    const levels = (name: string, past: string): string => `${HEAD}\n${name},2023,${past},亿元\n${name},2024,110,亿元`;
    for (const name of ['地区生产总值', '规模以上工业增加值', '固定资产投资', '规模以上工业企业利润总额'])
      expect(states(`全年${name}增长2.5%。`, levels(name, '100'))).toEqual([`${name} growth uncovered`]);
    const revenue = levels('一般公共预算收入', '100');
    expect(states('一般公共预算收入同口径增长2.5%。', revenue)).toEqual(['一般公共预算收入 growth uncovered']);
    expect(states('一般公共预算收入增长2.5%。', levels('一般公共预算收入', '-3'))).toEqual([
      '一般公共预算收入 growth uncovered',
    ]);
  });

  it('holds a price index and a rate against one another, either way', () => {
    for (const row of [
      '居民消费价格指数,2024,100.4,%',
      '居民消费价格指数（上年=100）,2024,100.4,',
      '居民消费价格涨幅,2024,0.4,%',
    ]) {
      const table = `${HEAD}\n地区生产总值,2024,333,亿元\n${row}`;
      for (const right of ['居民消费价格上涨0.4%', '居民消费价格指数为100.4', '居民消费价格指数达100.4%'])
        expect(states(`全年${right}。`, table)).toEqual([
          expect.stringMatching(/居民消费价格 (?:growth|level) agrees/),
        ]);
      for (const wrong of ['居民消费价格上涨1.4%', '居民消费价格下降0.4%', '居民消费价格指数为101.4'])
        expect(states(`全年${wrong}。`, table)).toEqual([
          expect.stringMatching(/居民消费价格 (?:growth|level) differs/),
        ]);
    }
  });

  it('lets one of two rows of a sheet hold, and does not take a missing unit for a difference', () => {
    const twice = `${HEAD}\n粮食产量,2024,12.1,万吨\n粮食产量,2024,12.2,万吨`;
    expect(states('粮食产量达到12.2万吨。', twice)).toEqual(['粮食产量 level agrees']);
    expect(states('粮食产量达到12.3万吨。', twice)).toEqual(['粮食产量 level differs']);
    const bare = `${HEAD}\n一般公共预算收入,2024,151700,`;
    expect(states('一般公共预算收入完成15.17亿元。', bare)).toEqual(['一般公共预算收入 level uncovered']);
    const grain = `${HEAD}\n粮食产量,2024,12.2,`;
    expect(states('粮食产量达到12.2万吨。', grain)).toEqual(['粮食产量 level agrees']);
    expect(states('一般公共预算收入完成15.17亿元。', bare.replace('151700', '15.2'))).toEqual([
      '一般公共预算收入 level agrees',
    ]);
    expect(states('一般公共预算收入完成15.17亿元。', bare.replace('151700', '16.2'))).toEqual([
      '一般公共预算收入 level differs',
    ]);
  });

  it('does not take the rows of the city above for those of the district', () => {
    const table = (name: string): string => `${HEAD}\n${name},2024,7.7,%\n粮食产量,2024,12.1,万吨`;
    expect(states('全年地区生产总值增长5.6%。', table('全市地区生产总值增速'))).toEqual([
      '地区生产总值 growth uncovered',
    ]);
    expect(states('全年地区生产总值增长5.6%。', table('全区地区生产总值增速'))).toEqual([
      '地区生产总值 growth differs',
    ]);
  });

  it('follows a column of places', () => {
    const table =
      '地区,指标,年份,数值,单位\n临溪区,地区生产总值增速,2024,7.7,%\n云川市青禾区,地区生产总值增速,2024,5.6,%';
    expect(states('全年地区生产总值增长5.6%。', table)).toEqual(['地区生产总值 growth agrees']);
  });
});

describe('the sheets of a corpus', () => {
  it('are those beside a draft and above it, the nearest first', () => {
    const corpus = createCorpus();
    const put = (path: string): void => {
      corpus.setSheet(
        path,
        readSheet(path, [{ name: '', cells: [HEAD.split(','), ['地区生产总值', '2024', '3', '亿元']] }]),
      );
    };
    for (const path of ['r/统计数据.csv', 'r/青禾/统计数据.csv', 'r/临溪/统计数据.csv', '统计数据.csv']) put(path);
    corpus.set('r/青禾/draft.txt', report('全年地区生产总值完成3亿元。'));
    const scope = { root: 'r', overrides: [] };
    const analysis = createAnalyser().analyse(report(''), { force: true });
    const paths = (): string[] =>
      (corpus.viewFor('r/青禾/draft.txt', analysis, scope).sheets ?? []).map(({ path }) => path);
    expect(paths()).toEqual(['r/青禾/统计数据.csv', 'r/统计数据.csv']);
    const { revision } = corpus;
    put('r/统计数据.csv');
    expect(corpus.revision).toBe(revision);
    corpus.delete('r/青禾/统计数据.csv');
    expect(corpus.revision).toBeGreaterThan(revision);
    expect(paths()).toEqual(['r/统计数据.csv']);
    expect(corpus.pathsUnder('r/临溪')).toEqual(['r/临溪/统计数据.csv']);
  });
});
