import {
  amountOf,
  bothIncomes,
  bounds,
  change,
  economic,
  growth,
  incomes,
  inWords,
  level,
  rateOf,
  regional,
  state,
  writeName,
  type Indicator,
  type Sheet,
} from './figures';
import type { Value } from './truth';

/** How the statement of this year's main expected targets begins. */
export const introductions = {
  year: '今年@all经济社会发展的主要预期目标是：',
  short: '主要预期目标是：',
  as: '今年全@u经济社会发展主要预期目标为：',
  suggested: '综合考虑各方面因素，建议今年经济社会发展主要预期目标为：',
  dated: '@Y年经济社会发展主要预期目标：',
  goal: '今年的主要目标是：',
  arranged: '今年@all主要经济指标预期目标安排如下：',
  striving: '今年要努力实现以下主要预期目标：',
  fixed: '@Y年全@u发展的预期目标确定为：',
} as const;

/** How the items follow one another: in one sentence, or each on a line of its own with the given opening. */
export interface ListForm {
  readonly separator: string;
  /** What the line of an item opens with; null for one sentence. */
  readonly lines: ((index: number) => string) | null;
  readonly onNewLine: () => void;
}

/** Writes the statement of this year's main expected targets: the introduction, then one item an indicator. */
export function writeTargets(sheet: Sheet, introduction: string, form: ListForm): void {
  sheet.writer.put(introduction);
  const items = chooseItems(sheet, form);
  items.forEach((write, index) => {
    if (form.lines !== null) {
      form.onNewLine();
      sheet.writer.put(form.lines(index));
    }
    write();
    sheet.writer.put(index === items.length - 1 ? '。' : form.separator);
  });
}

function chooseItems(sheet: Sheet, form: ListForm): (() => void)[] {
  const { random } = sheet;
  const chosen = random.some(economic, economic.length);
  const items = [() => growthTarget(sheet, regional)];
  const shared = random.chance(0.3) && form.lines === null;
  if (shared) items.push(() => random.pick(sharedTargets)(sheet, chosen.slice(0, 3)));
  for (const one of chosen.slice(3, random.int(shared ? 4 : 6, 8))) items.push(() => growthTarget(sheet, one));
  const income = random.int(0, 2);
  if (income === 0) items.push(() => incomeTargets(sheet));
  if (income === 1) items.push(() => growthTarget(sheet, random.pick(incomes)));
  if (income === 2) items.push(() => incomeInStep(sheet));
  if (random.chance(0.7)) items.push(() => random.pick([surveyedUnemployment, registeredUnemployment])(sheet));
  for (const write of random.some(otherTargets, random.int(2, 5))) items.push(() => write(sheet));
  return items;
}

/** A way to word a rate: how often, what stands before the value, the value with `#` for the number, its bound. */
type Wording = readonly [number, readonly string[], string, Value['bound']];

const wordings: readonly Wording[] = [
  [5, ['增长'], '#%左右', 'about'],
  [5, ['增长'], '#%以上', 'at-least'],
  [4, ['增长'], '#%', 'exact'],
  [2, ['预期增长', '增速达到', '增幅达到'], '#%左右', 'about'],
  [2, ['预期增长', '增速达到', '增幅达到'], '#%', 'exact'],
  [2, ['增长不低于', '增速不低于'], '#%', 'at-least'],
  [2, ['增速保持在'], '#%以上', 'at-least'],
  [1, ['按增长'], '#%安排', 'exact'],
  [1, ['增长预期目标为', '增长目标为'], '#%左右', 'about'],
];

function growthTarget(sheet: Sheet, indicator: Indicator): void {
  const { random, writer } = sheet;
  const { official } = indicator;
  const value = rateOf(random, indicator.growth);
  const other = (step: number): number => Number((value + step).toFixed(1));
  writeName(sheet, indicator);
  switch (
    random.weighted({ rate: 16, range: 2, stretch: 2, ensured: 1, better: 1, amount: 1, words: 1, comparable: 1 })
  ) {
    case 'rate': {
      const weights = Object.fromEntries(wordings.map(([weight], index) => [String(index), weight]));
      const wording = wordings[Number(random.weighted(weights))];
      if (wording === undefined) return;
      const [, before, words, bound] = wording;
      writer.put(random.pick(before));
      state(sheet, words.replace('#', String(value)), { indicator: official, ...growth(value, bound) });
      break;
    }
    case 'range': {
      const low = Math.floor(value);
      const high = low + random.pick([0.5, 1]);
      const words = random.pick(['#%—@%', '#%-@%', '#-@%', '#%～@%', '#%至@%']);
      writer.put('增长');
      state(sheet, words.replace('#', String(low)).replace('@', String(high)), {
        indicator: official,
        ...growth(low, 'range'),
        max: high,
      });
      break;
    }
    case 'stretch': {
      const stretch = other(random.pick([1, 2, 1.5]));
      writer.put('增长');
      state(sheet, `${value}%以上、力争${random.pick(['增长', '达到'])}${stretch}%`, {
        indicator: official,
        stretch,
        ...growth(value, 'at-least'),
      });
      break;
    }
    case 'ensured': {
      const stretch = other(random.pick([0.5, 1]));
      writer.put('确保增长');
      state(sheet, `${value}%、力争增长${stretch}%`, { indicator: official, stretch, ...growth(value, 'exact') });
      break;
    }
    case 'better':
      writer.put('增长');
      state(sheet, `${value}%左右`, { indicator: official, ...growth(value, 'about') });
      writer.put(random.pick(['、力争更好结果', '，在实际工作中争取更好结果']));
      break;
    case 'comparable':
      writer.put(official === '一般公共预算收入' ? '同口径增长' : '增长');
      state(sheet, `${value}%以上`, { indicator: official, ...growth(value, 'at-least') });
      break;
    case 'words':
      state(sheet, random.pick(['增速高于全国平均水平', '增速继续快于面上平均', '保持平稳增长']), {
        indicator: official,
        ...inWords,
      });
      break;
    case 'amount':
      amountTarget(sheet, indicator, value);
  }
}

function amountTarget(sheet: Sheet, indicator: Indicator, rate: number): void {
  const { random, writer } = sheet;
  const amount = amountOf(sheet, indicator);
  if (amount === null) {
    writer.put('增长');
    state(sheet, `${rate}%左右`, { indicator: indicator.official, ...growth(rate, 'about') });
    return;
  }
  const { value, unit, printed } = amount;
  const verb = random.pick(['达到', '完成', '突破']);
  const [word, bound] = verb === '突破' ? (['', 'at-least'] as const) : random.pick(bounds);
  writer.put(verb);
  state(sheet, `${printed}${unit}${word}`, { indicator: indicator.official, ...level(value, unit, bound) });
}

// ------------------------------------------------------------------------------- several indicators that share words

const named = (chosen: readonly Indicator[]): string => chosen.map(({ official }) => official).join('、');

const sharedTargets: readonly ((sheet: Sheet, chosen: readonly Indicator[]) => void)[] = [
  function respectively(sheet, chosen) {
    const two = chosen.slice(0, 2);
    const values = two.map((one) => rateOf(sheet.random, one.growth));
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put(`${named(two)}分别增长`);
    state(
      sheet,
      `${values.map((value) => `${value}%`).join('、')}${word}`,
      ...two.map((one, index) => ({ indicator: one.official, ...growth(values[index] ?? 0, bound) })),
    );
  },
  function eachWithItsOwnBound(sheet, chosen) {
    const values = chosen.map((one) => rateOf(sheet.random, one.growth));
    const last = chosen.length - 1;
    sheet.writer.put(`${named(chosen)}分别增长`);
    const words = values.map((value, index) => (index === last ? `${value}%左右` : `${value}%以上`));
    state(
      sheet,
      `${words.slice(0, -1).join('、')}和${words.at(-1) ?? ''}`,
      ...chosen.map((one, index) => ({
        indicator: one.official,
        ...growth(values[index] ?? 0, index === last ? 'about' : 'at-least'),
      })),
    );
  },
  function allTheSame(sheet, chosen) {
    const some = chosen.slice(0, sheet.random.int(2, 3));
    const value = rateOf(sheet.random, [4, 8]);
    sheet.writer.put(`${named(some)}${sheet.random.pick(['均增长', '都增长'])}`);
    state(sheet, `${value}%以上`, ...some.map((one) => ({ indicator: one.official, ...growth(value, 'at-least') })));
  },
];

function incomeTargets(sheet: Sheet): void {
  const urban = rateOf(sheet.random, [4, 6]);
  const rural = rateOf(sheet.random, [5, 8]);
  sheet.writer.put(sheet.random.pick(['城乡居民', '城镇、农村居民', '城镇和农村居民']));
  sheet.writer.put('人均可支配收入分别增长');
  const [words, bound] = sheet.random.pick([
    [`${urban}%、${rural}%左右`, 'about'],
    [`${urban}%左右和${rural}%左右`, 'about'],
    [`${urban}%以上和${rural}%以上`, 'at-least'],
  ] as const);
  const [first, second] = bothIncomes;
  state(sheet, words, { indicator: first, ...growth(urban, bound) }, { indicator: second, ...growth(rural, bound) });
}

// --------------------------------------------------------------------------------------------- one indicator a writer

function incomeInStep(sheet: Sheet): void {
  sheet.writer.put(sheet.random.pick(['居民收入增长', '城乡居民收入增长']));
  state(sheet, sheet.random.pick(['与经济增长同步', '与经济增长基本同步', '与经济发展同步']), {
    indicator: '居民收入',
    ...inWords,
  });
}

function surveyedUnemployment(sheet: Sheet): void {
  const value = sheet.random.pick([4.5, 5, 5.5, 5.8]);
  const [words, bound] = sheet.random.pick([
    ['控制在#以内', 'at-most'],
    ['控制在#左右', 'about'],
    ['#左右', 'about'],
    ['不超过#', 'at-most'],
    ['低于#', 'at-most'],
    ['控制在#以下', 'at-most'],
  ] as const);
  sheet.writer.put('城镇调查失业率');
  state(sheet, words.replace('#', `${value}%`), { indicator: '城镇调查失业率', ...level(value, '%', bound) });
}

function registeredUnemployment(sheet: Sheet): void {
  const value = sheet.random.pick([3.5, 4, 4.2, 4.5]);
  sheet.writer.put('城镇登记失业率');
  state(sheet, `控制在${value}%以内`, { indicator: '城镇登记失业率', ...level(value, '%', 'at-most') });
}

const otherTargets: readonly ((sheet: Sheet) => void)[] = [
  function jobs(sheet) {
    const few = sheet.random.chance(0.5);
    const value = few ? sheet.random.int(1200, 9800) : sheet.random.decimal(0.6, 9.8, 1);
    const unit = few ? '人' : '万人';
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put(sheet.random.pick(['城镇新增就业', '新增城镇就业']));
    state(sheet, `${value}${unit}${word}`, { indicator: '城镇新增就业', ...level(value, unit, bound) });
  },
  function prices(sheet) {
    const value = sheet.random.pick([2, 2.5, 3]);
    const [words, bound] = sheet.random.pick([
      ['#左右', 'about'],
      ['控制在#以内', 'at-most'],
      ['控制在#左右', 'about'],
    ] as const);
    sheet.writer.put(sheet.random.pick(['居民消费价格涨幅', '居民消费价格指数涨幅']));
    state(sheet, words.replace('#', `${value}%`), { indicator: '居民消费价格', ...growth(value, bound) });
  },
  function grain(sheet) {
    const heavy = sheet.random.chance(0.5);
    const value = heavy ? sheet.random.int(8, 160) : sheet.random.decimal(2, 30, 1);
    const unit = heavy ? '万吨' : '亿斤';
    sheet.writer.put(sheet.random.pick(['粮食产量', '粮食总产量']));
    sheet.writer.put(sheet.random.pick(['稳定在', '保持在', '达到', '']));
    state(sheet, `${value}${unit}以上`, { indicator: '粮食产量', ...level(value, unit, 'at-least') });
  },
  function energy(sheet) {
    const value = sheet.random.pick([2, 2.5, 3, 3.2]);
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put(sheet.random.pick(['单位地区生产总值能耗', '单位GDP能耗', '万元GDP能耗']));
    sheet.writer.put(sheet.random.pick(['下降', '降低']));
    state(sheet, `${value}%${word}`, { indicator: '单位地区生产总值能耗', ...growth(value, bound, 'down') });
  },
  function air(sheet) {
    const value = sheet.random.decimal(82, 97, 1);
    const [words, bound] = sheet.random.pick([
      ['达到#以上', 'at-least'],
      ['保持在#以上', 'at-least'],
      ['达到#', 'exact'],
    ] as const);
    sheet.writer.put('空气质量优良天数比率');
    state(sheet, words.replace('#', `${value}%`), { indicator: '空气质量优良天数比率', ...level(value, '%', bound) });
  },
  function urbanisation(sheet) {
    const value = sheet.random.pick([0.5, 1, 1.2]);
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put('常住人口城镇化率');
    state(sheet, `提高${value}个百分点${word}`, { indicator: '常住人口城镇化率', ...change(value, bound) });
  },
  function forests(sheet) {
    const value = sheet.random.decimal(28, 62, 1);
    sheet.writer.put(sheet.random.pick(['森林覆盖率达到', '森林覆盖率稳定在']));
    state(sheet, `${value}%以上`, { indicator: '森林覆盖率', ...level(value, '%', 'at-least') });
  },
  function research(sheet) {
    const value = rateOf(sheet.random, [6, 15]);
    sheet.writer.put('全社会研发经费投入增长');
    state(sheet, `${value}%以上`, { indicator: '研发经费投入', ...growth(value, 'at-least') });
  },
  function grainOnFields(sheet) {
    const area = sheet.random.int(20, 160);
    const amount = sheet.random.decimal(4, 60, 1);
    sheet.writer.put(`粮食播种面积稳定在`);
    state(sheet, `${area}万亩以上`, { indicator: '粮食播种面积', ...level(area, '万亩', 'at-least') });
    sheet.writer.put(sheet.random.pick(['、产量达到', '，总产量达到']));
    state(sheet, `${amount}万吨`, { indicator: '粮食产量', ...level(amount, '万吨', 'exact') });
  },
  function aboveOthers(sheet) {
    sheet.writer.put('民间投资增速');
    const words = ['高于全市平均0.5个百分点', '快于经济增速', '与全市持平'];
    state(sheet, sheet.random.pick(words), { indicator: '民间投资', ...inWords });
  },
  function foreignCapital(sheet) {
    sheet.writer.put('外贸进出口');
    state(sheet, sheet.random.pick(['稳中有升', '促稳提质', '与上年基本持平']), {
      indicator: '进出口总额',
      ...inWords,
    });
  },
  function share(sheet) {
    const value = sheet.random.pick([0.3, 0.5, 1]);
    sheet.writer.put('数字经济核心产业增加值占GDP比重提高');
    state(sheet, `${value}个百分点以上`, {
      indicator: '数字经济核心产业增加值占地区生产总值比重',
      ...change(value, 'at-least'),
    });
  },
  function task(sheet) {
    const start = sheet.random.pick(['按照省市要求完成', '确保完成']);
    state(sheet, `${start}节能减排目标任务`, { indicator: '节能减排', ...inWords });
  },
  function tourism(sheet) {
    const value = rateOf(sheet.random, [8, 20]);
    sheet.writer.put('旅游综合收入增长');
    state(sheet, `${value}%左右`, { indicator: '旅游综合收入', ...growth(value, 'about') });
  },
  function pollutants(sheet) {
    sheet.writer.put('主要污染物排放');
    state(sheet, '完成上级下达任务', { indicator: '主要污染物排放量', ...inWords });
  },
];
