import { strToU8, zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes } from './files';
import { isTableName, readTabs } from './tables';

const CSV = '指标,年份,数值,单位\r\n地区生产总值,2025,"1,338.9",亿元\r\n';
const CELLS = [
  ['指标', '年份', '数值', '单位'],
  ['地区生产总值', '2025', '1,338.9', '亿元'],
];
const read = async (name: string, bytes: Uint8Array) =>
  (await readTabs(name, bytes, decodeBytes))?.map(({ cells }) => cells.filter((row) => row.some((one) => one !== '')));

/** The smallest workbook that Excel opens: one tab, texts in place; a number may come with the number of its style. */
type Cell = string | number | readonly [value: number, style: number];

/** The number formats of the styles 1 and up. */
const FORMATS = ['0.00%', '0.0"%"', '0!.0,', '[Red]0.0_ ;-0.0%', '#,##0.00', '0.0\\%', 'yyyy"年"m"月"d"日"', '0.00,,'];

function workbook(rows: readonly (readonly Cell[])[]): Uint8Array {
  const cell = (value: Cell, at: string): string => {
    if (typeof value === 'string') return `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const [number, style] = typeof value === 'number' ? [value, 0] : value;
    return `<c r="${at}" s="${style}"><v>${number}</v></c>`;
  };
  const data = rows
    .map(
      (row, r) => `<row r="${r + 1}">${row.map((one, c) => cell(one, `${'ABCD'[c] ?? 'E'}${r + 1}`)).join('')}</row>`,
    )
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packaged = 'http://schemas.openxmlformats.org/package/2006';
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const files = {
    '[Content_Types].xml': `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="2025年" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${head}<styleSheet xmlns="${main}"><numFmts count="${FORMATS.length}">${FORMATS.map((code, i) => `<numFmt numFmtId="${200 + i}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts><cellStyleXfs count="1"><xf numFmtId="9"/></cellStyleXfs><cellXfs count="${FORMATS.length + 3}"><xf numFmtId="0"/>${FORMATS.map((_, i) => `<xf numFmtId="${200 + i}" applyNumberFormat="1"/>`).join('')}<xf numFmtId="9"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

describe('readTabs', () => {
  it.each([
    ['utf-8', true],
    ['utf-8', false],
    ['gb18030', false],
    ['utf-16le', true],
  ] as const)('reads a csv in %s (mark: %s)', async (encoding, addBOM) => {
    expect(await read('统计数据.csv', iconv.encode(CSV, encoding, { addBOM }))).toEqual([CELLS]);
  });

  it('reads tabs and semicolons as separators, too', async () => {
    expect(await read('a.csv', Buffer.from('指标\t年份\n失业率\t2025\n'))).toEqual([
      [
        ['指标', '年份'],
        ['失业率', '2025'],
      ],
    ]);
  });

  it('reads a workbook with the names of its tabs and numbers as people see them', async () => {
    const bytes = workbook([
      ['指标', '数值'],
      ['地区生产总值', 338.9],
      ['城镇新增就业', 0.1 + 0.2],
    ]);
    expect(await readTabs('统计数据.XLSX', bytes, decodeBytes)).toEqual([
      {
        name: '2025年',
        cells: [
          ['指标', '数值'],
          ['地区生产总值', '338.9'],
          ['城镇新增就业', '0.3'],
        ],
      },
    ]);
  });

  it('reads the numbers of a workbook as its formats show them', async () => {
    const bytes = workbook([
      // 0.00%, 0.0"%", 0!.0,
      [
        [0.066, 1],
        [6.6, 2],
        [3_389_400, 3],
      ],
      // a percentage of negative numbers only, one with separators, a drawn percent sign
      [
        [6.6, 4],
        [1234.5, 5],
        [6.6, 6],
      ],
      // a day, millions, the two percentages that Excel has by itself, one above a hundred
      [
        [46_022, 7],
        [3_389_400, 8],
        [0.07, 9],
        [1.066, 10],
      ],
      [0.066, 100.4],
    ]);
    expect((await readTabs('a.xlsx', bytes, decodeBytes))?.[0]?.cells).toEqual([
      ['6.6%', '6.6', '338.94', ''],
      ['6.6', '1234.5', '6.6', ''],
      ['2025-12-31', '3.3894', '7%', '106.6%'],
      ['0.066', '100.4', '', ''],
    ]);
  });

  it('gives null for what is no table, and does not throw', async () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff));
    expect(await readTabs('统计数据.xlsx', bytes, decodeBytes)).toBeNull();
    expect(await readTabs('统计数据.csv', bytes, decodeBytes)).toBeNull();
    expect(await readTabs('统计数据.xlsx', new Uint8Array(), decodeBytes)).toBeNull();
    expect(await read('统计数据.csv', new Uint8Array())).toEqual([[]]);
  });
});

describe('isTableName', () => {
  it('leaves locks and hidden files out', () => {
    expect(['统计数据.csv', 'A.XLSX', '~$统计数据.xlsx', '.a.csv', '报告.md'].map(isTableName)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
