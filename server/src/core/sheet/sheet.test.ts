import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { isNamedSheet, readSheet } from './sheet';
import { sheetTemplate } from './template';

const cells = (table: string): string[][] => table.split('\n').map((line) => line.split(','));
const read = (table: string, path = 'r/数据.csv', name = '') => readSheet(path, [{ name, cells: cells(table) }]);
const figures = (table: string, path?: string, name?: string): string[] =>
  (read(table, path, name)?.figures ?? []).map(
    ({ indicator, measure, year, value, unit, row }) => `${indicator} ${measure} ${year} ${value}${unit} @${row}`,
  );

describe('readSheet', () => {
  it('reads the template: one figure a row', () => {
    expect(
      figures(
        '指标,年份,数值,单位\n地区生产总值,2025,338.9,亿元\nGDP增速,2025年,5.7,%\n城镇调查失业率,2025,5.2,%\n一般公共预算收入,2025,6.1,%\n地区生产总值,2026,,亿元',
      ),
    ).toEqual([
      '地区生产总值 level 2025 338.9亿元 @2',
      '地区生产总值 growth 2025 5.7% @3',
      '城镇调查失业率 level 2025 5.2% @4',
      '一般公共预算收入 growth 2025 6.1% @5',
    ]);
  });

  it('reads a bulletin: a title, values and growth in columns, the year in the title', () => {
    expect(
      figures(
        '2025年青禾区主要经济指标,,,\n,,,\n指标名称,计量单位,全年累计,同比增长(%)\n一、地区生产总值,亿元,338.94,5.7\n其中：第一产业增加值,亿元,41.2,4\n全区城镇新增就业,人,5326,-1.2\n固定资产投资,亿元,—,-3.1',
      ),
    ).toEqual([
      '地区生产总值 level 2025 338.94亿元 @4',
      '地区生产总值 growth 2025 5.7% @4',
      '第一产业增加值 level 2025 41.2亿元 @5',
      '第一产业增加值 growth 2025 4% @5',
      '城镇新增就业 level 2025 5326人 @6',
      '城镇新增就业 growth 2025 -1.2% @6',
      '固定资产投资 growth 2025 -3.1% @7',
    ]);
  });

  it('reads years across, with units behind the indicators', () => {
    expect(figures('指标,2024年,2025年,2025年增速\n地区生产总值（亿元）,321.5,338.9,下降5.7%\nPM2.5,30,28,')).toEqual([
      '地区生产总值 level 2024 321.5亿元 @2',
      '地区生产总值 level 2025 338.9亿元 @2',
      '地区生产总值 growth 2025 -5.7% @2',
      '细颗粒物（PM2.5）平均浓度 level 2024 30微克/立方米 @3',
      '细颗粒物（PM2.5）平均浓度 level 2025 28微克/立方米 @3',
    ]);
  });

  it('takes the year from the tab or the file where nothing else says it, and needs one', () => {
    const table = '指标,数值（亿元）\n地区生产总值,338.9';
    expect(figures(table, 'r/统计数据2025.csv')).toEqual(['地区生产总值 level 2025 338.9亿元 @2']);
    expect(figures(table, 'r/数据.xlsx', '2025年')).toEqual(['地区生产总值 level 2025 338.9亿元 @2']);
    expect(read(table)).toBeNull();
  });

  it('takes a number for what it says, however small', () => {
    expect(figures('指标,年份,数值,单位\n地区生产总值增速,2025,0.57,%\n固定资产投资增速,2025,-0.31,%')).toEqual([
      '地区生产总值 growth 2025 0.57% @2',
      '固定资产投资 growth 2025 -0.31% @3',
    ]);
  });

  it.each([
    ['居民消费价格指数,2025,100.4,', '0.4%'],
    ['居民消费价格总指数,2025,99.8,%', '-0.2%'],
    ['居民消费价格指数（上年=100）,2025,100.4,', '0.4%'],
    ['居民消费价格指数(上年同期=100),2025,100.4,', '0.4%'],
    ['居民消费价格指数,2025,100.4,上年=100', '0.4%'],
    ['居民消费价格指数（CPI）,2025,100,', '0%'],
    ['居民消费价格涨幅,2025,0.4,%', '0.4%'],
    ['地区生产总值指数（上年=100）,2025,105.7,', '5.7%'],
    ['商品零售价格指数,2025,100.6,', '0.6%'],
  ])('takes an index on last year for growth: %s', (row, growth) => {
    const [figure, ...more] = read(`指标,年份,数值,单位\n地区生产总值,2025,1,亿元\n${row}`)?.figures.slice(1) ?? [];
    expect([figure?.measure, `${String(figure?.value)}${String(figure?.unit)}`, more]).toEqual(['growth', growth, []]);
  });

  it('leaves an index on another base alone', () => {
    expect(figures('指标,年份,数值\n地区生产总值,2025,1\n居民消费价格指数（2020年=100）,2025,108.2')).not.toContain(
      '居民消费价格 growth 2025 8.2% @3',
    );
  });

  it.each([
    ['-3.2', -3.2],
    ['−3.2', -3.2],
    ['(3.2)', -3.2],
    ['（3.2）', -3.2],
    ['(3.2)%', -3.2],
    ['▼3.2', -3.2],
    ['↓3.2', -3.2],
    ['下降3.2', -3.2],
    ['下降3.2%', -3.2],
    ['负增长3.2', -3.2],
    ['▲3.2', -3.2],
    ['－３．２％', -3.2],
    ['+3.2', 3.2],
    ['↑3.2', 3.2],
    ['增长3.2', 3.2],
    ['3.2①', 3.2],
    ['3.2（初步）', 3.2],
    ['持平', 0],
    ['—', undefined],
    ['…', undefined],
    ['-', undefined],
    ['/', undefined],
    ['3.2左右', undefined],
    ['第3位', undefined],
    ['', undefined],
  ])('reads %s as growth', (cell, value) => {
    const table = `2025年,,\n指标,总量（亿元）,增速（%）\n地区生产总值,338.9,5.7\n固定资产投资,,${cell}`;
    const found = read(table)?.figures.filter(({ indicator }) => indicator === '固定资产投资') ?? [];
    expect(found.map((one) => [one.measure, one.value])).toEqual(value === undefined ? [] : [['growth', value]]);
  });

  it('tells what ▲ means by what stands beside it', () => {
    const rates = (...cells: string[]): number[] =>
      (
        read(
          `2025年,\n指标,同比±%\n${cells.map((cell, i) => `${['固定资产投资', '地区生产总值', '工业投资'][i] ?? ''},${cell}`).join('\n')}`,
        )?.figures ?? []
      ).map(({ value }) => value);
    expect(rates('▲3.2', '5.7')).toEqual([-3.2, 5.7]);
    expect(rates('▲3.2', '▼5.7')).toEqual([3.2, -5.7]);
    expect(rates('▲3.2', '▲5.7')).toEqual([]);
  });

  it.each(['增长(%)', '同比±%', '比上年增长（%）', '增速（±%）', '同比增减(%)', '比上年±%', '全年增速', '增长％'])(
    'knows %s for a column of growth',
    (head) => {
      expect(figures(`2025年,,\n指标,全年,${head}\n地区生产总值（亿元）,338.9,5.7`)).toEqual([
        '地区生产总值 level 2025 338.9亿元 @3',
        '地区生产总值 growth 2025 5.7% @3',
      ]);
    },
  );

  it.each([
    '全市排名',
    '位次',
    '11月',
    '本月',
    '1-11月',
    '一季度',
    '上半年',
    '环比(%)',
    '年度目标',
    '完成计划%',
    '比上年增减（亿元）',
    '增减',
  ])('leaves a column %s alone', (head) => {
    expect(figures(`2025年,,\n指标,数值,${head}\n地区生产总值（亿元）,338.9,5.7`)).toEqual([
      '地区生产总值 level 2025 338.9亿元 @3',
    ]);
  });

  it('reads a header of two rows, the years above or the words beneath', () => {
    const rows = ['地区生产总值,亿元,321.5,6.1,338.9,5.7'];
    const expected = (row: number): string[] => [
      `地区生产总值 level 2024 321.5亿元 @${String(row)}`,
      `地区生产总值 growth 2024 6.1% @${String(row)}`,
      `地区生产总值 level 2025 338.9亿元 @${String(row)}`,
      `地区生产总值 growth 2025 5.7% @${String(row)}`,
    ];
    expect(figures(['指标,单位,2024年,,2025年,', ',,总量,增速（%）,总量,增速（%）', ...rows].join('\n'))).toEqual(
      expected(3),
    );
    expect(
      figures(['主要指标,,,,,', ',,2024年,,2025年,', '指标,单位,总量,增速（%）,总量,增速（%）', ...rows].join('\n')),
    ).toEqual(expected(4));
  });

  it('reads last year beside this one, and names that are merged over the rows of years', () => {
    expect(figures('2025年,,,\n指标,单位,本年,上年\n粮食产量,万吨,12.2,12.1')).toEqual([
      '粮食产量 level 2025 12.2万吨 @3',
      '粮食产量 level 2024 12.1万吨 @3',
    ]);
    expect(figures('指标,年份,数值,单位\n粮食产量,2024,12.1,万吨\n,2025,12.2,万吨\n注：2025年为快报数,,,')).toEqual([
      '粮食产量 level 2024 12.1万吨 @2',
      '粮食产量 level 2025 12.2万吨 @3',
    ]);
  });

  it('is of no use for a part of the year', () => {
    for (const title of ['2025年1-11月主要指标', '2025年前三季度', '2025年上半年', '2025年11月'])
      expect(read(`${title},,\n指标,累计,增速\n地区生产总值（亿元）,250.1,5.7`)).toBeNull();
    for (const title of ['2025年1—12月主要指标', '2025年12月主要指标', '2025年全年'])
      expect(figures(`${title},,\n指标,累计,增速\n地区生产总值（亿元）,338.9,5.7`)).toHaveLength(2);
    expect(
      figures(
        '指标,时间,数值,单位\n地区生产总值,2025年1-11月,300,亿元\n地区生产总值,2025-09-30,240,亿元\n地区生产总值,2025-12-31,338.9,亿元',
      ),
    ).toEqual(['地区生产总值 level 2025 338.9亿元 @4']);
  });

  it('takes units from above the table, and says where it takes one for granted', () => {
    const unit = (title: string): string[] =>
      (read(`${title},\n指标,2025年\n一般公共预算收入,151700`)?.figures ?? []).map(
        (one) => `${one.unit}${one.assumed === true ? '?' : ''}`,
      );
    expect(unit('单位：万元')).toEqual(['万元']);
    expect(unit('（单位：万元、%）')).toEqual(['万元']);
    expect(unit('单位：人、万元')).toEqual(['万元']);
    expect(unit('单位：亿元、万元')).toEqual([]);
    expect(unit('主要指标')).toEqual(['亿元?']);
  });

  it('tells a change in points from a rate of growth', () => {
    expect(figures('2025年,,\n指标,数值,增减（百分点）\n常住人口城镇化率（%）,61.2,1.1')).toEqual([
      '常住人口城镇化率 level 2025 61.2% @3',
      '常住人口城镇化率 change 2025 1.1个百分点 @3',
    ]);
  });

  it('reads names with numbers, marks and notes around them, and no ranks', () => {
    const rows = [
      '（一）地区生产总值（现价）',
      '#第一产业增加值',
      '1.社会消费品零售总额',
      '其中：工业投资增速%',
      '地区生产总值增速全市排名',
    ];
    expect(figures(`2025年,\n指标,数值\n${rows.map((row) => `${row},3`).join('\n')}`)).toEqual([
      '地区生产总值 level 2025 3亿元 @3',
      '第一产业增加值 level 2025 3亿元 @4',
      '社会消费品零售总额 level 2025 3亿元 @5',
      '工业投资 growth 2025 3% @6',
    ]);
  });

  it('takes sectors for what they are parts of', () => {
    const rows = ['地区生产总值,321.5,5.6', '其中：第一产业,40.1,3.9', '固定资产投资,,-3.1', '其中：第一产业,,9.9'];
    expect(figures(`2025年快报,,\n指标,2025年快报数,增速（%）\n${rows.join('\n')}`)).toEqual([
      '地区生产总值 level 2025 321.5亿元 @3',
      '地区生产总值 growth 2025 5.6% @3',
      '第一产业增加值 level 2025 40.1亿元 @4',
      '第一产业增加值 growth 2025 3.9% @4',
      '固定资产投资 growth 2025 -3.1% @5',
    ]);
  });

  it('reads places or years in rows with indicators across', () => {
    const places = (
      read(
        '2025年,,,\n县区,地区生产总值（亿元）,增速（%）,固定资产投资增速\n临溪县,210.4,6.2,1.1\n青禾区,338.9,5.7,-3.1',
      )?.figures ?? []
    ).map((one) => `${one.place} ${one.indicator} ${one.measure} ${String(one.value)}${one.unit}`);
    expect(places.slice(3)).toEqual([
      '青禾区 地区生产总值 level 338.9亿元',
      '青禾区 地区生产总值 growth 5.7%',
      '青禾区 固定资产投资 growth -3.1%',
    ]);
    expect(figures('年份,地区生产总值（亿元）,增速（%）\n2024,321.5,6.1\n2025,338.9,5.7')).toEqual([
      '地区生产总值 level 2024 321.5亿元 @2',
      '地区生产总值 growth 2024 6.1% @2',
      '地区生产总值 level 2025 338.9亿元 @3',
      '地区生产总值 growth 2025 5.7% @3',
    ]);
  });

  it('reads several tables of one tab, beneath each other and side by side', () => {
    const below =
      '2025年,,\n指标,总量,增速\n粮食产量（万吨）,12.2,1.5\n,,\n2024年,,\n指标,总量,增速\n粮食产量（万吨）,12.1,1.1';
    expect(figures(below).map((one) => one.replace(/ @.*/, ''))).toEqual([
      '粮食产量 level 2025 12.2万吨',
      '粮食产量 growth 2025 1.5%',
      '粮食产量 level 2024 12.1万吨',
      '粮食产量 growth 2024 1.1%',
    ]);
    expect(figures('2025年,,,\n指标,全年,指标,全年\n粮食产量（万吨）,12.2,地区生产总值（亿元）,338.9')).toEqual([
      '粮食产量 level 2025 12.2万吨 @3',
      '地区生产总值 level 2025 338.9亿元 @3',
    ]);
  });

  it('is none for other tables, empty ones and texts', () => {
    expect(read('姓名,年份,数值\n张三,2025,3')).toBeNull();
    expect(read('项目,年份,数值\n会议室,2025,3')).toBeNull();
    expect(read('')).toBeNull();
    expect(readSheet('r/空.xlsx', [])).toBeNull();
    expect(read('指标,年份,数值,单位')).toBeNull();
  });

  it('knows files by name that are meant as sheets', () => {
    expect(
      ['统计数据.csv', '统计数据2025（快报）.XLSX', 'figures.csv', '统计数据.md', '人员.csv'].map(isNamedSheet),
    ).toEqual([true, true, true, false, false]);
  });
});

describe('sheetTemplate', () => {
  it('asks for what the draft reports and what was promised, in a form that is read back', () => {
    const head = '政府工作报告\n——2026年1月12日在青禾区第六届人民代表大会第三次会议上\n各位代表：\n';
    const draft = createAnalyser().analyse(
      `${head}一、2025年工作回顾\n全年地区生产总值完成338.9亿元、增长5.7%。\n二、2026年工作安排\n今年主要预期目标是：地区生产总值增长6%左右。\n`,
      { force: true },
    );
    const past = createAnalyser().analyse(
      `${head.replace('2026', '2025')}一、2024年工作回顾\n成绩来之不易。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%左右，城镇新增就业5000人以上，居民收入与经济增长同步。\n`,
      { force: true },
    );
    const precedent = { path: 'r/2025.txt', analysis: past };
    const { head: columns, rows } = sheetTemplate(draft, { precedents: [precedent], versions: [], peers: [] });
    expect(columns).toEqual(['指标', '年份', '数值', '单位']);
    expect(rows).toEqual([
      ['地区生产总值增速', '2025', '', '%'],
      ['城镇新增就业', '2025', '', '人'],
      ['地区生产总值', '2025', '', '亿元'],
    ]);
    const filled = rows.map(([name, year, , unit], i) => [name, year, String(i + 1), unit].map(String));
    const back = readSheet('r/统计数据.csv', [{ name: '', cells: [[...columns], ...filled] }]);
    expect(back?.figures.map(({ indicator, measure, value }) => `${indicator} ${measure} ${value}`)).toEqual([
      '地区生产总值 growth 1',
      '城镇新增就业 level 2',
      '地区生产总值 level 3',
    ]);
  });
});
