import { describe, expect, it } from 'vitest';
import type { Reading } from '../model';
import { readingSpan } from '../text/document';
import { read } from '../text/reading';
import { createTermMatcher, sameTerm, termCore } from './matching';

function block(text: string): { text: string; reading: Reading } {
  const reading = read(text, { traditional: false, pinyin: false });
  return { text: reading.text, reading };
}

/** What a headword is found as in a text, in original characters. */
function found(term: string, text: string): string[] {
  const one = block(text);
  return createTermMatcher([{ term }])
    .find(one)
    .map((match) => {
      const span = readingSpan(one.reading, 0, match.start, match.end);
      return text.slice(span.start, span.end);
    });
}

describe('a headword in running text', () => {
  const cases: [what: string, term: string, text: string, uses: string[]][] = [
    ['same form', '“三提三降”攻坚行动', '开展“三提三降”攻坚行动。', ['“三提三降”攻坚行动']],
    ['quotes in the text only', '三证齐领', '推行“三证齐领”，办事更快。', ['“三证齐领”']],
    ['quotes in the headword only', '“城市会客厅”', '建成城市会客厅2处。', ['城市会客厅']],
    ['quotes moved inward', '农村三变', '农村“三变”改革提速。', ['农村“三变”']],
    ['quotes moved outward', '能耗“双控”', '落实“能耗双控”制度。', ['“能耗双控”']],
    ['no quotes round a pair with its frame', '能耗“双控”', '能耗双控目标达成。', ['能耗双控']],
    ['suffix dropped', '“三提三降”攻坚行动', '“三提三降”成效显现。', ['“三提三降”']],
    ['suffix swapped', '“双增”政策', '落实“双增”举措和“双增”工作。', ['“双增”', '“双增”']],
    ['suffix of a bare headword dropped', '六库建设', '建立“六库”。', ['“六库”']],
    ['suffix inside the quotes', '“五办工作”', '提升“五办”效能。', ['“五办”']],
    ['suffix inside the quotes of the text', '“五办”', '做好“五办工作”。', ['五办']],
    ['的 inserted', '“2+N”产业体系', '“2+N”的产业体系初步形成。', ['“2+N”的产业体系']],
    ['等 inserted', '“三快三慢”问题', '整治“三快三慢”等问题。', ['“三快三慢”等问题']],
    ['系列 inserted', '“青禾好味”活动', '办好“青禾好味”系列活动。', ['“青禾好味”系列活动']],
    ['leading year dropped', '2026年10件民生实事', '10件民生实事全部办结。', ['10件民生实事']],
    ['count in the other figures', '10件民生实事', '十件民生实事全部办结。', ['十件民生实事']],
    ['leading modifier dropped', '企业“上云接链”', '推动“上云接链”。', ['“上云接链”']],
    ['leading modifier kept', '企业“上云接链”', '推动企业“上云接链”。', ['企业“上云接链”']],
    ['modifier of an unquoted numeral', '水务五张清单', '落实“五张清单”。', ['“五张清单”']],
    ['verb before it in the quotes', '四乱', '开展“清四乱”行动。', ['四乱']],
    [
      'one of two joined terms',
      '“三大支点”“五大行动”',
      '围绕“三大支点”，实施“五大行动”。',
      ['“三大支点”', '“五大行动”'],
    ],
    ['two joined terms together', '“两改”“两新”', '用好“两改”“两新”政策。', ['“两改”“两新”']],
    ['one of a listed pair', '一轴一带、三园五点', '优化一轴一带布局。', ['一轴一带']],
    ['the listed pair', '一轴一带、三园五点', '“一轴一带、三园五点”的格局', ['“一轴一带、三园五点”']],
    ['twice on one line', '“三提三降”', '“三提三降”再提速，三提三降见实效。', ['“三提三降”', '三提三降']],
    ['full-width formula', '“2+N”产业体系', '做强“２＋Ｎ”产业体系。', ['“２＋Ｎ”产业体系']],
    ['small letters', '“2+N”产业体系', '做强“2+n”产业体系。', ['“2+n”产业体系']],
    ['straight quotes', '“三提三降”', '开展"三提三降"行动。', ['"三提三降"']],
    ['corner quotes', '“三提三降”', '开展「三提三降」行动。', ['「三提三降」']],
    ['spaces inside', '“一纲N项”', '创新“一纲 N 项”机制。', ['“一纲 N 项”']],
    ['broken line inside', '“青禾好味”活动', '办好“青禾\n好味”活动。', ['“青禾\n好味”活动']],
    ['note mark behind', '“三提三降”行动', '开展“三提三降”［3］行动。', ['“三提三降”［3］行动']],
    ['figures with their noun', '8210模式', '率先开通8210模式。', ['8210模式']],
    ['letters', 'GEP核算', '探索GEP核算。', ['GEP核算']],
    ['verb phrase with generic noun', '强中心工程', '“强中心”工程和“强中心”战略', ['“强中心”工程', '“强中心”']],
  ];
  it.each(cases)('%s: %s', (_what, term, text, uses) => {
    expect(found(term, text)).toEqual(uses);
  });
});

describe('no headword', () => {
  const cases: [what: string, term: string, text: string][] = [
    ['a larger count', '“四个一”工程', '建成十四个一体化平台。'],
    ['a longer quotation of another thing', '六库建设', '“六库协同、滚动更新”机制'],
    ['a longer formula', '“2+N”产业体系', '“2+N+X”模式'],
    ['a larger figure', '“2+N”产业体系', '“12+N”模式'],
    ['two characters without quotes', '“两改”', '推动两改革一创新。'],
    ['a figure that is one', '“3618”行动', '完成投资3618万元。'],
    ['ordinary words that meet', '“好邻居”', '邻里之间做好邻居工作。'],
    ['a list that goes on', '“五个一”工程', '实施五个一批工程。'],
    ['a near miss', '“四张名录”', '落实“三名录”机制。'],
    ['a long form', '紧密型医共体', '组建县域医疗共同体。'],
    ['half of a quotation', '“一链一策”', '开展“一业一链”一策帮扶。'],
    ['a numeral that ends it, then a noun', '“三合一”', '三合一体化布局'],
  ];
  it.each(cases)('%s: %s', (_what, term, text) => {
    expect(found(term, text)).toEqual([]);
  });
});

describe('homonyms', () => {
  it('knows which occurrence has the words of its headword', () => {
    const one = block('军地共建“四个一”工程结项，开展“四个一”专项行动。');
    const matches = createTermMatcher([{ term: '军地共建“四个一”工程' }]).find(one);
    expect(matches.map(({ led, otherTail }) => [led, otherTail])).toEqual([
      [true, false],
      [false, true],
    ]);
  });
});

describe('many terms', () => {
  it('finds each on its own, overlaps included', () => {
    const one = block('落实“三区三线”，“三区”统筹。');
    const matches = createTermMatcher([{ term: '三区' }, { term: '三区三线' }]).find(one);
    expect(matches.map(({ entry, coreStart, coreEnd }) => [entry, coreStart, coreEnd])).toEqual([
      [1, 3, 7],
      [0, 10, 12],
    ]);
  });

  it('takes a literal term as it is', () => {
    const matcher = createTermMatcher([{ term: '暖心工程', literal: true }]);
    expect(matcher.find(block('暖心服务、暖心工程'))).toHaveLength(1);
  });

  it('survives empty and odd headwords', () => {
    const matcher = createTermMatcher(['', '“”', '、', '“', '一', '”“', '的'].map((term) => ({ term })));
    expect(matcher.find(block('“”、“一”的，“'))).toEqual([]);
  });
});

describe('sameTerm', () => {
  it.each([
    ['“三提三降”行动', '“三提三降”攻坚行动', true],
    ['三件要事', '“三件要事”', true],
    ['“2+N”产业体系', '“2+n”产业', true],
    ['2025年10件民生实事', '2026年10件民生实事', true],
    ['能耗“双控”', '“双控”', true],
    ['能耗“双控”', '用水“双控”', false],
    ['“三提三降”行动', '“双提双降”行动', false],
    ['四大行动', '四大工程', false],
  ])('%s / %s: %s', (a, b, same) => {
    expect(sameTerm(a, b)).toBe(same);
  });

  it('has one core for all ways to print a term', () => {
    expect(termCore('“三提三降”攻坚行动')).toBe(termCore('三提三降行动'));
  });
});
