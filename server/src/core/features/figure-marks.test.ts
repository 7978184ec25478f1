import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import type { CorpusView } from '../model';
import { countStates, checkFigures } from '../sheet/check';
import { readSheet } from '../sheet/sheet';
import { figureMarks } from './figure-marks';
import { hover } from './hover';

const DRAFT = `政府工作报告
——2025年1月12日在青禾区第六届人民代表大会第三次会议上
各位代表：
现在，我代表青禾区人民政府，向大会报告工作，请予审议。
一、2024年工作回顾
全年地区生产总值完成321.5亿元、增长6.5%左右，一般公共预算收入增长9.2%，城镇、农村居民人均可支配收入分别增长4.5%、5.5%。
二、2025年工作安排
今年主要预期目标是：地区生产总值增长6%左右。
`;
const ROWS = [
  '指标,年份,数值,单位',
  '地区生产总值,2024,321.46,亿元',
  '地区生产总值增速,2024,5.6,%',
  '一般公共预算收入,2023,14.31,亿元',
  '一般公共预算收入,2024,15.17,亿元',
  '农村居民人均可支配收入增速,2024,5.5,%',
];

const analysis = createAnalyser().analyse(DRAFT, { force: true });

function view(rows: readonly string[]): CorpusView {
  const sheet = readSheet('r/统计数据.csv', [{ name: '', cells: rows.map((row) => row.split(',')) }]);
  return { precedents: [], versions: [], peers: [], sheets: sheet === null ? [] : [sheet] };
}

const all = { start: 0, end: DRAFT.length };
const nameOf = (path: string): string => path.slice(2);
const marks = (rows: readonly string[], lang: 'zh' | 'en' = 'zh', range = all) =>
  figureMarks(analysis, view(rows), range, nameOf, lang);

describe('figureMarks', () => {
  it('stand behind every reported figure, and behind no target', () => {
    const marked = [...marks(ROWS)]
      .reverse()
      .reduce((text, { at, label }) => `${text.slice(0, at)}〔${label}〕${text.slice(at)}`, DRAFT);
    expect(marked.split('\n')[5]).toBe(
      '全年地区生产总值完成321.5亿元〔✓〕、增长6.5%左右〔≠ 5.6%〕，一般公共预算收入增长9.2%〔≠ 6.0%〕，城镇、农村居民人均可支配收入分别增长4.5%〔○〕、5.5%〔✓〕。',
    );
    expect(marked.split('\n')[7]).not.toContain('〔');
  });

  it('name the rows with their year, value and unit, in both languages', () => {
    expect(marks(ROWS).map(({ detail }) => detail)).toEqual([
      '与数据表一致：“统计数据.csv”第2行：地区生产总值，2024年，321.46亿元。',
      '与数据表不符：“统计数据.csv”第3行：地区生产总值增速，2024年，5.6%。',
      '与数据表不符：“统计数据.csv”第5行：一般公共预算收入，2024年，15.17亿元；“统计数据.csv”第4行：一般公共预算收入，2023年，14.31亿元；两年数值合增长6.0%。',
      '数据表未列入，无数可核。',
      '与数据表一致：“统计数据.csv”第6行：农村居民人均可支配收入增速，2024年，5.5%。',
    ]);
    expect(marks(ROWS, 'en').map(({ label }) => label)).toEqual(['✓', '≠ 5.6%', '≠ 6.0%', '○', '✓']);
    expect(marks(ROWS, 'en')[2]?.detail).toBe(
      'Differs from the figures sheet. Row 5 of “统计数据.csv”: 一般公共预算收入, 2024, 15.17亿元; row 4 of “统计数据.csv”: 一般公共预算收入, 2023, 14.31亿元; together growth of 6.0%.',
    );
    expect(marks(ROWS).map(({ row }) => row?.row ?? null)).toEqual([2, 3, 5, null, 6]);
  });

  it('are as many as the figures that lists count', () => {
    const counts = countStates(checkFigures(analysis, view(ROWS).sheets ?? []));
    for (const state of ['agrees', 'differs', 'uncovered'] as const)
      expect(marks(ROWS).filter((one) => one.state === state)).toHaveLength(counts[state]);
  });

  it('are told on hover, too', () => {
    const at = (words: string): string | undefined =>
      hover(analysis, view(ROWS), DRAFT.indexOf(words), { lang: 'zh', linkTo: () => null })?.markdown;
    expect(at('6.5%')).toContain('**≠ 5.6%** 与数据表不符：“统计数据.csv”第3行');
    expect(at('4.5%')).toBeUndefined();
  });

  it('are those of the stretch asked for, and none without a sheet', () => {
    const half = { start: 0, end: DRAFT.indexOf('，一般公共预算') };
    expect(marks(ROWS, 'zh', half).map(({ label }) => label)).toEqual(['✓', '≠ 5.6%']);
    expect(marks([])).toEqual([]);
  });
});
