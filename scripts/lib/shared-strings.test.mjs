import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { readSharedStrings } from './shared-files.mjs';
import { sharedStrings } from './shared-strings.mjs';

const found = await readSharedStrings();
if (found === null) console.log('scripts/lib/shared-strings.test.mjs: ../shared is absent, no report is compared with');

describe.runIf(found !== null || process.env['CI'] === 'true')('code and data', () => {
  it('have no string in common with a single report that is not an official name or a national term', () => {
    expect((found ?? []).length).toBeGreaterThan(100);
    const unexplained = (found ?? []).filter(({ source }) => source === null);
    expect(unexplained.map(({ string, places }) => `${string} ${places.join(' ')}`)).toEqual([]);
  });
});

describe('sharedStrings', () => {
  const data = JSON.stringify({
    rows: [
      { name: '青禾产业增加值', wrong: [{ form: '产业青禾增加额' }], source: 'yearbook' },
      { name: '邻里互助达标率', source: 'local-reports' },
    ],
  });
  const check = (code, ...reports) =>
    sharedStrings({
      files: [
        { path: 'rows.json', text: data },
        { path: 'a.ts', text: code },
      ],
      reports: reports.map((text, index) => ({ path: `${index}.txt`, text })),
      allowances: [{ source: 'a law', reason: 'an office', strings: ['青禾督察专员'] }],
    }).map(({ string, source }) => [string, source]);

  it('finds what exactly one report has, of five characters or more', () => {
    expect(check('// 推行榜样引路法\n// 老法子', '推行榜样引路法，老法子。')).toEqual([['推行榜样引路法', null]]);
    expect(check('// 推行榜样引路法', '推行榜样引路法', '推行榜样引路法')).toEqual([]);
    expect(check('// 推行榜样引路法', '推行法')).toEqual([]);
  });

  it('reads reports through line breaks, pinyin and traditional characters', () => {
    for (const text of ['推行榜\r\n　样引路法', '推行榜(bǎng)样引路法', '推行榜樣引路法'])
      expect(check('// 推行榜样引路法', text)).toEqual([['推行榜样引路法', null]]);
  });

  it('takes the word of a row with an official source, of its parts, and of an allowance', () => {
    expect(check('', '青禾产业增加值')).toEqual([['青禾产业增加值', 'yearbook']]);
    expect(check('// 青禾产业增加值达到', '青禾产业增加值达到5亿元')).toEqual(
      expect.arrayContaining([['青禾产业增加值达到', 'yearbook']]),
    );
    expect(check('// 青禾督察专员', '青禾督察专员')).toEqual([['青禾督察专员', 'a law']]);
    expect(check('', '邻里互助达标率')).toEqual([['邻里互助达标率', null]]);
    expect(check('', '产业青禾增加额')).toEqual([['产业青禾增加额', null]]);
    expect(check('// 青禾产业增加值和邻里互助站', '青禾产业增加值和邻里互助站')).toEqual(
      expect.arrayContaining([['青禾产业增加值和邻里互助站', null]]),
    );
  });
});
