import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { toCsv, toMarkdownTable, toTsv } from './tables';

const table = {
  head: ['指标', '数值'],
  rows: [
    ['一|二\n三', '-3.2'],
    ['=SUM(A1)', '说“好”, "行"'],
  ],
};

describe('tables', () => {
  it('escape what Markdown would read as marks', () => {
    expect(toMarkdownTable(table)).toBe(
      '| 指标 | 数值 |\n|---|---|\n| 一\\|二 三 | -3.2 |\n| =SUM(A1) | 说“好”, "行" |\n',
    );
  });

  it('stay in their cells in a spreadsheet, where nothing becomes a formula and numbers stay numbers', () => {
    expect(toTsv(table)).toBe('指标\t数值\n一|二 三\t-3.2\n\'=SUM(A1)\t说“好”, "行"\n');
    expect(toCsv(table)).toBe('指标,数值\r\n"一|二\n三",-3.2\r\n\'=SUM(A1),"说“好”, ""行"""\r\n');
  });

  it('keep straight quotes to their cells when they are pasted', () => {
    const rows = [
      ['"双随机', '1'],
      ['"一网"通办', '2'],
    ];
    const { data } = Papa.parse<string[]>(toTsv({ head: ['指标', '数值'], rows }).trimEnd(), { delimiter: '\t' });
    expect(data.slice(1)).toEqual(rows);
  });
});
