import { describe, expect, it } from 'vitest';
import { findQuantities } from './quantities';
import { findLists } from './quantities-lists';

/** Every quantity as `text[min,max,bound,unit]`. */
function quantities(text: string): string[] {
  return findQuantities(text).map(
    (quantity) =>
      `${text.slice(quantity.start, quantity.end)}[${quantity.min ?? ''},${quantity.max ?? ''},${quantity.bound},${quantity.unit ?? ''}]`,
  );
}

describe('findQuantities', () => {
  it.each([
    ['完成351.6亿元、增长9.7%', ['351.6亿元[351.6,351.6,exact,亿元]', '9.7%[9.7,9.7,exact,%]']],
    ['增长9%左右', ['9%左右[9,9,about,%]']],
    ['新增就业1.6万人以上', ['1.6万人以上[1.6,,at-least,万人]']],
    ['惠及750余万人次', ['750余万人次[750,,at-least,万人次]']],
    ['惠及750万余人次', ['750万余人次[750,,at-least,万人次]']],
    ['服务群众3.2万多人', ['3.2万多人[3.2,,at-least,万人]']],
    ['突破百亿元大关', ['突破百亿元[100,,at-least,亿元]']],
    ['迈入千亿元台阶', ['迈入千亿元[1000,,at-least,亿元]']],
    ['迈上万亿元新台阶', ['迈上万亿元[1,,at-least,万亿元]']],
    ['总量达1.22万亿元', ['1.22万亿元[1.22,1.22,exact,万亿元]']],
    ['控制在5%以内', ['5%以内[,5,at-most,%]']],
    ['不低于12,000户', ['不低于12,000户[12000,,at-least,户]']],
    ['不超过4.6%', ['不超过4.6%[,4.6,at-most,%]']],
    ['低于4.6%', ['低于4.6%[,4.6,at-most,%]']],
    ['约5万人左右', ['约5万人左右[5,5,about,万人]']],
    ['近300家', ['近300家[300,300,about,家]']],
    ['下降0.5个百分点', ['0.5个百分点[0.5,0.5,exact,百分点]']],
    ['提高一个百分点以上', ['一个百分点以上[1,,at-least,百分点]']],
    ['3千亿元', ['3千亿元[3000,3000,exact,亿元]']],
    ['装机30万千瓦，发电2亿千瓦时', ['30万千瓦[30,30,exact,万千瓦]', '2亿千瓦时[2,2,exact,亿千瓦时]']],
    ['每立方米28微克/立方米', ['28微克/立方米[28,28,exact,微克/立方米]']],
    ['二万五千人', ['二万五千人[25000,25000,exact,人]']],
    ['百分之九左右', ['百分之九左右[9,9,about,%]']],
    ['百分之三点五', ['百分之三点五[3.5,3.5,exact,%]']],
    ['.5%', ['.5%[0.5,0.5,exact,%]']],
    ['上千家企业', ['上千家[1000,,at-least,家]']],
    ['完成54，101元', ['54，101元[54101,54101,exact,元]']],
    ['GDP312.5亿元', ['312.5亿元[312.5,312.5,exact,亿元]']],
    ['CPI2.1%', ['2.1%[2.1,2.1,exact,%]']],
    ['3年多', ['3年多[3,,at-least,年]']],
    ['十多个村', ['十多个[10,,at-least,个]']],
  ])('reads %s', (text, expected) => {
    expect(quantities(text)).toEqual(expected);
  });

  it.each([
    ['4.5-5%', [4.5, 5, '%', '-']],
    ['5%—6%', [5, 6, '%', '—']],
    ['5%至6%', [5, 6, '%', '至']],
    ['百分之五至六', [5, 6, '%', '至']],
    ['3～5万元', [3, 5, '万元', '～']],
    ['5000万—1亿元', [0.5, 1, '亿元', '—']],
  ])('reads the range %s', (text, [min, max, unit, dash]) => {
    const [range, ...more] = findQuantities(text);
    expect(more).toEqual([]);
    expect(range).toMatchObject({ bound: 'range', min, max, unit });
    expect(range?.dash?.text).toBe(dash);
  });

  it('tells which side of a range has its unit printed', () => {
    const printed = (text: string): string[] =>
      findQuantities(text).flatMap(({ low, high }) =>
        [low, high].map((side) => (side ? text.slice(side.numberEnd, side.end) : '')),
      );
    expect(printed('4.5-5%')).toEqual(['', '%']);
    expect(printed('5%-6%')).toEqual(['%', '%']);
    expect(printed('3亿—5亿元')).toEqual(['亿', '亿元']);
  });

  it('gives the place and kind of every bound word', () => {
    const text = '超过100万元以上';
    expect(findQuantities(text)[0]?.boundWords).toEqual([
      { start: 0, end: 2, text: '超过', bound: 'at-least', place: 'before' },
      { start: 7, end: 9, text: '以上', bound: 'at-least', place: 'after' },
    ]);
  });

  it.each(['签约144个', '集约120亩', '邻近3个', '最近3年', '赶超2家'])('finds no bound word in %s', (text) => {
    expect(findQuantities(text)[0]?.bound).toBe('exact');
  });

  it.each([
    '2024年1月22日',
    '2021—2025年',
    '1—11月',
    '二〇二四年',
    '第3',
    '第一产业',
    '“2+N”',
    '5G',
    'PM2.5',
    '12345热线',
    '千家万户',
    '亿元以上项目',
    '十四五',
    '1.2024年',
    '三分之一',
    '3·15',
    '百强县',
    '进一步',
  ])('takes %s for no amount', (text) => {
    expect(quantities(text)).toEqual([]);
  });

  it('passes over noise', () => {
    expect(findQuantities('5'.repeat(5000))).toEqual([]);
    expect(findQuantities('5.'.repeat(5000))).toEqual([]);
    expect(findQuantities('百'.repeat(500))).toEqual([]);
  });

  it('knows the digits', () => {
    expect(findQuantities('三次会议、3次会议').map((quantity) => quantity.numeralStyle)).toEqual(['chinese', 'arabic']);
  });
});

describe('findLists', () => {
  const lists = (text: string): unknown[] =>
    findLists(text).map(({ names, values, arity }) => ({
      names: names.map((span) => text.slice(span.start, span.end)),
      values: values.map((value) => `${value.min ?? value.max ?? ''}${value.unit ?? ''}/${value.bound}`),
      arity,
    }));

  it('shares a qualifier at the end', () => {
    expect(lists('城镇、农村居民人均可支配收入分别增长4.5%、5.5%左右。')).toEqual([
      { names: ['城镇', '农村居民人均可支配收入'], values: ['4.5%/about', '5.5%/about'], arity: { min: 2, max: 2 } },
    ]);
  });

  it('shares a unit at the end', () => {
    expect(lists('存款、贷款余额分别达120、80亿元')).toEqual([
      { names: ['存款', '贷款余额'], values: ['120亿元/exact', '80亿元/exact'], arity: { min: 2, max: 2 } },
    ]);
  });

  it('lets a second 分别 refer to the same names', () => {
    const [, second] = findLists('甲业、乙业产值分别完成61亿元、30亿元，分别增长4.6%、6%');
    expect(second?.names).toHaveLength(2);
    expect(second?.values.map((value) => value.min)).toEqual([4.6, 6]);
  });

  it('allows for 和 inside a name', () => {
    expect(lists('批发和零售业、住宿和餐饮业增加值分别增长5%、6%')).toEqual([
      { names: ['批发和零售业', '住宿和餐饮业增加值'], values: ['5%/exact', '6%/exact'], arity: { min: 2, max: 4 } },
    ]);
  });

  it('counts a list that does not fit', () => {
    expect(findLists('粮食、油料、蔬菜产量分别增长5%、6%')[0]?.arity).toEqual({ min: 3, max: 3 });
  });

  it('does not judge a single name or an open list', () => {
    expect(findLists('两项指标分别增长5%、6%')[0]?.arity).toBeNull();
    expect(findLists('粮食、油料等分别增长5%、6%')[0]?.arity).toBeNull();
  });

  it('finds no list where no values follow', () => {
    expect(findLists('甲镇、乙镇分别荣获先进集体称号')).toEqual([]);
  });
});
