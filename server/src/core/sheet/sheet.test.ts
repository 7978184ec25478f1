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

  it('takes rates that a spreadsheet keeps as fractions for percentages', () => {
    expect(figures('指标,年份,数值,单位\n地区生产总值增速,2025,0.057,%\n固定资产投资增速,2025,-0.031,%')).toEqual([
      '地区生产总值 growth 2025 5.7% @2',
      '固定资产投资 growth 2025 -3.1% @3',
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
