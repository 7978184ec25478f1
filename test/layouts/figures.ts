import type { Random } from './random';
import type { Writer } from './writer';

/** What the text says of one indicator, as the reader should report it. */
export interface FigureTruth {
  readonly indicator: string;
  readonly measure: 'growth' | 'level' | 'change' | 'qualitative';
  readonly bound: 'exact' | 'about' | 'at-least' | 'at-most' | 'range' | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string | null;
  readonly direction: 'up' | 'down' | null;
  readonly stretch?: number;
  readonly year: number;
  /** Where the value is printed (the words of the promise where it has no number). */
  readonly start: number;
  readonly end: number;
}

type Value = Pick<FigureTruth, 'measure' | 'bound' | 'min' | 'max' | 'unit' | 'direction'>;

interface Indicator {
  readonly official: string;
  /** Other names, used as often as the official one. */
  readonly names?: readonly string[];
  readonly growth?: readonly [number, number];
  readonly level?: readonly [number, number, number, string];
}

/** Indicators that grow in per cent, with the amounts that a county might report. */
const growing: readonly Indicator[] = [
  { official: '地区生产总值', names: ['地区生产总值', '@all生产总值', '@all地区生产总值', 'GDP'], growth: [3, 9], level: [180, 900, 1, '亿元'] },
  { official: '规模以上工业增加值', names: ['规上工业增加值'], growth: [3, 16] },
  { official: '固定资产投资', names: ['@all固定资产投资'], growth: [2, 18], level: [60, 400, 1, '亿元'] },
  { official: '社会消费品零售总额', growth: [2, 10], level: [40, 300, 1, '亿元'] },
  { official: '一般公共预算收入', names: ['地方一般公共预算收入', '@all一般公共预算收入'], growth: [1, 12], level: [5, 60, 2, '亿元'] },
  { official: '进出口总额', names: ['外贸进出口总额'], growth: [2, 20], level: [2, 40, 1, '亿元'] },
  { official: '居民人均可支配收入', names: ['全体居民人均可支配收入'], growth: [4, 8], level: [21000, 48000, 0, '元'] },
  { official: '城镇居民人均可支配收入', names: ['城镇常住居民人均可支配收入'], growth: [3, 7], level: [32000, 59000, 0, '元'] },
  { official: '农村居民人均可支配收入', names: ['农村常住居民人均可支配收入'], growth: [4, 9], level: [16000, 29000, 0, '元'] },
  { official: '第一产业增加值', growth: [2, 6], level: [10, 90, 1, '亿元'] },
  { official: '服务业增加值', growth: [3, 9], level: [60, 300, 1, '亿元'] },
  { official: '工业投资', growth: [3, 20], level: [20, 90, 1, '亿元'] },
  { official: '税收收入', growth: [1, 12], level: [4, 40, 2, '亿元'] },
];

const bounds: readonly (readonly [string, Value['bound']])[] = [
  ['左右', 'about'],
  ['以上', 'at-least'],
  ['', 'exact'],
];

function numberOf(random: Random, low: number, high: number): number {
  return random.chance(0.5) ? random.int(low, high) : random.decimal(low, high, 1);
}

function bounded(bound: Value['bound'], value: number): Pick<Value, 'bound' | 'min' | 'max'> {
  if (bound === 'at-least') return { bound, min: value, max: null };
  if (bound === 'at-most') return { bound, min: null, max: value };
  return { bound, min: value, max: value };
}

/** Writes one item after another and keeps what each of them says. */
interface Sheet {
  readonly random: Random;
  readonly writer: Writer;
  readonly year: number;
  readonly all: string;
  readonly truths: FigureTruth[];
  /** Whether long amounts are printed with commas between thousands. */
  readonly grouped: boolean;
  /** How many times larger than a county's the amounts of money are. */
  readonly scale: number;
}

/** An amount as the text prints it, with its unit; those of a province are counted in 万亿. */
function amountOf(sheet: Sheet, indicator: Indicator): { value: number; unit: string; printed: string } | null {
  if (indicator.level === undefined) return null;
  const { random } = sheet;
  const [lowest, highest, digits, unit] = indicator.level;
  if (unit !== '亿元' || sheet.scale === 1) {
    const value = random.decimal(lowest, highest, digits);
    return { value, unit, printed: sheet.grouped ? withCommas(value) : String(value) };
  }
  const value = random.decimal(lowest * sheet.scale, highest * sheet.scale, 1);
  if (value >= 10_000) {
    const large = Number((value / 10_000).toFixed(2));
    return { value: large, unit: '万亿元', printed: String(large) };
  }
  return { value, unit, printed: sheet.grouped ? withCommas(value) : String(value) };
}

function withCommas(value: number): string {
  const [whole = '', rest] = String(value).split('.');
  const grouped = whole.length <= 4 ? whole : `${whole.slice(0, -3)},${whole.slice(-3)}`;
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

function nameOf(sheet: Sheet, indicator: Indicator): string {
  const names = [indicator.official, ...(indicator.names ?? [])];
  return sheet.random.pick(names).replace('@all', sheet.all);
}

/** Writes the words and notes their place for each of the values they state. */
function state(sheet: Sheet, words: string, values: readonly (Value & { indicator: string; stretch?: number })[]): void {
  const start = sheet.writer.length;
  sheet.writer.put(words);
  const end = sheet.writer.length;
  for (const value of values) sheet.truths.push({ ...value, year: sheet.year, start, end });
}

const growth = (value: number, bound: Value['bound'], direction: 'up' | 'down' = 'up'): Value => ({
  measure: 'growth',
  unit: '%',
  direction,
  ...bounded(bound, value),
});
const level = (value: number, unit: string, bound: Value['bound']): Value => ({
  measure: 'level',
  unit,
  direction: null,
  ...bounded(bound, value),
});
const words = (): Value => ({ measure: 'qualitative', bound: null, min: null, max: null, unit: null, direction: null });

// ---------------------------------------------------------------------------------------------------------- targets

function growthTarget(sheet: Sheet, indicator: Indicator): void {
  const { random, writer } = sheet;
  const { official } = indicator;
  const [low, high] = indicator.growth ?? [3, 9];
  const value = numberOf(random, low, high);
  writer.put(nameOf(sheet, indicator));
  const style = random.weighted({
    plain: 12,
    range: 2,
    stretch: 2,
    notLess: 2,
    keep: 2,
    above: 1,
    expected: 2,
    amount: 1,
    planned: 1,
    higher: 1,
    ensured: 1,
    aimed: 1,
    better: 1,
    comparable: 1,
  });
  switch (style) {
    case 'plain': {
      const [word, bound] = random.pick(bounds);
      writer.put('增长');
      return state(sheet, `${value}%${word}`, [{ indicator: official, ...growth(value, bound) }]);
    }
    case 'expected': {
      const [word, bound] = random.pick(bounds);
      writer.put(random.pick(['预期增长', '增速达到', '增幅达到']));
      return state(sheet, `${value}%${word}`, [{ indicator: official, ...growth(value, bound) }]);
    }
    case 'ensured': {
      const more = Number((value + random.pick([0.5, 1])).toFixed(1));
      writer.put('确保增长');
      return state(sheet, `${value}%、力争增长${more}%`, [
        { indicator: official, stretch: more, ...growth(value, 'exact') },
      ]);
    }
    case 'aimed':
      writer.put(random.pick(['增长预期目标为', '增长目标为']));
      return state(sheet, `${value}%左右`, [{ indicator: official, ...growth(value, 'about') }]);
    case 'better':
      writer.put('增长');
      state(sheet, `${value}%左右`, [{ indicator: official, ...growth(value, 'about') }]);
      writer.put(random.pick(['、力争更好结果', '，在实际工作中争取更好结果']));
      return;
    case 'comparable':
      writer.put(official === '一般公共预算收入' ? '同口径增长' : '增长');
      return state(sheet, `${value}%以上`, [{ indicator: official, ...growth(value, 'at-least') }]);
    case 'planned':
      writer.put('按增长');
      return state(sheet, `${value}%安排`, [{ indicator: official, ...growth(value, 'exact') }]);
    case 'range': {
      const low2 = random.int(low, high - 1);
      const high2 = low2 + random.pick([0.5, 1]);
      const text = random.pick([`${low2}%—${high2}%`, `${low2}%-${high2}%`, `${low2}-${high2}%`, `${low2}%～${high2}%`, `${low2}%至${high2}%`]);
      writer.put('增长');
      return state(sheet, text, [
        { indicator: official, measure: 'growth', unit: '%', direction: 'up', bound: 'range', min: low2, max: high2 },
      ]);
    }
    case 'stretch': {
      const more = Number((value + random.pick([1, 2, 1.5])).toFixed(1));
      writer.put('增长');
      return state(sheet, `${value}%以上、力争${random.pick(['增长', '达到'])}${more}%`, [
        { indicator: official, stretch: more, ...growth(value, 'at-least') },
      ]);
    }
    case 'notLess':
      writer.put(random.pick(['增长不低于', '增速不低于']));
      return state(sheet, `${value}%`, [{ indicator: official, ...growth(value, 'at-least') }]);
    case 'keep':
      writer.put('增速保持在');
      return state(sheet, `${value}%以上`, [{ indicator: official, ...growth(value, 'at-least') }]);
    case 'above':
      writer.put('增长');
      return state(sheet, `${value}%以上`, [{ indicator: official, ...growth(value, 'at-least') }]);
    case 'amount': {
      const amount = amountOf(sheet, indicator);
      if (amount === null) {
        writer.put('增长');
        return state(sheet, `${value}%左右`, [{ indicator: official, ...growth(value, 'about') }]);
      }
      const { unit, printed } = amount;
      const [word, bound] = random.pick(bounds);
      writer.put(random.pick(['达到', '完成', '突破']));
      const broken = writer.endsWith('突破');
      if (broken) return state(sheet, `${printed}${unit}`, [{ indicator: official, ...level(amount.value, unit, 'at-least') }]);
      return state(sheet, `${printed}${unit}${word}`, [{ indicator: official, ...level(amount.value, unit, bound) }]);
    }
    case 'higher':
      return state(sheet, random.pick(['增速高于全国平均水平', '增速继续快于面上平均', '保持平稳增长']), [
        { indicator: official, ...words() },
      ]);
  }
}

const otherTargets: readonly ((sheet: Sheet) => void)[] = [
  (sheet) => {
    const value = sheet.random.pick([4.5, 5, 5.5, 5.8]);
    const [word, bound] = sheet.random.pick([
      ['控制在#以内', 'at-most'],
      ['控制在#左右', 'about'],
      ['#左右', 'about'],
      ['不超过#', 'at-most'],
      ['低于#', 'at-most'],
      ['控制在#以下', 'at-most'],
    ] as const);
    sheet.writer.put('城镇调查失业率');
    state(sheet, word.replace('#', `${value}%`), [{ indicator: '城镇调查失业率', ...level(value, '%', bound) }]);
  },
  (sheet) => {
    const value = sheet.random.pick([3.5, 4, 4.2, 4.5]);
    sheet.writer.put('城镇登记失业率');
    state(sheet, `控制在${value}%以内`, [{ indicator: '城镇登记失业率', ...level(value, '%', 'at-most') }]);
  },
  (sheet) => {
    const [value, unit] = sheet.random.chance(0.5)
      ? [sheet.random.int(1200, 9800), '人']
      : [sheet.random.decimal(0.6, 9.8, 1), '万人'];
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put(sheet.random.pick(['城镇新增就业', '新增城镇就业']));
    state(sheet, `${value}${unit}${word}`, [{ indicator: '城镇新增就业', ...level(value, unit, bound) }]);
  },
  (sheet) => {
    const value = sheet.random.pick([2, 2.5, 3]);
    sheet.writer.put(sheet.random.pick(['居民消费价格涨幅', '居民消费价格指数涨幅']));
    const [word, bound] = sheet.random.pick([
      ['#左右', 'about'],
      ['控制在#以内', 'at-most'],
      ['控制在#左右', 'about'],
    ] as const);
    state(sheet, word.replace('#', `${value}%`), [{ indicator: '居民消费价格', ...growth(value, bound) }]);
  },
  (sheet) => {
    sheet.writer.put(sheet.random.pick(['居民收入增长', '城乡居民收入增长']));
    state(sheet, sheet.random.pick(['与经济增长同步', '与经济增长基本同步', '与经济发展同步']), [
      { indicator: '居民收入', ...words() },
    ]);
  },
  (sheet) => {
    const [value, unit] = sheet.random.pick([
      [sheet.random.decimal(2, 30, 1), '亿斤'],
      [sheet.random.int(8, 160), '万吨'],
    ] as const);
    sheet.writer.put(sheet.random.pick(['粮食产量', '粮食总产量']));
    sheet.writer.put(sheet.random.pick(['稳定在', '保持在', '达到', '']));
    state(sheet, `${value}${unit}以上`, [{ indicator: '粮食产量', ...level(value, unit, 'at-least') }]);
  },
  (sheet) => {
    const value = sheet.random.pick([2, 2.5, 3, 3.2]);
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put(sheet.random.pick(['单位地区生产总值能耗', '单位GDP能耗', '万元GDP能耗']));
    sheet.writer.put(sheet.random.pick(['下降', '降低']));
    state(sheet, `${value}%${word}`, [{ indicator: '单位地区生产总值能耗', ...growth(value, bound, 'down') }]);
  },
  (sheet) => {
    const value = sheet.random.decimal(82, 97, 1);
    sheet.writer.put('空气质量优良天数比率');
    const [word, bound] = sheet.random.pick([
      ['达到#以上', 'at-least'],
      ['保持在#以上', 'at-least'],
      ['达到#', 'exact'],
    ] as const);
    state(sheet, word.replace('#', `${value}%`), [{ indicator: '空气质量优良天数比率', ...level(value, '%', bound) }]);
  },
  (sheet) => {
    const value = sheet.random.pick([0.5, 1, 1.2]);
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put('常住人口城镇化率');
    state(sheet, `提高${value}个百分点${word}`, [
      { indicator: '常住人口城镇化率', measure: 'change', unit: '百分点', direction: 'up', ...bounded(bound, value) },
    ]);
  },
  (sheet) => {
    const value = sheet.random.decimal(28, 62, 1);
    sheet.writer.put(sheet.random.pick(['森林覆盖率达到', '森林覆盖率稳定在']));
    state(sheet, `${value}%以上`, [{ indicator: '森林覆盖率', ...level(value, '%', 'at-least') }]);
  },
  (sheet) => {
    const value = numberOf(sheet.random, 6, 15);
    sheet.writer.put('全社会研发经费投入增长');
    state(sheet, `${value}%以上`, [{ indicator: '研发经费投入', ...growth(value, 'at-least') }]);
  },
  (sheet) => {
    const value = numberOf(sheet.random, 8, 20);
    sheet.writer.put('旅游综合收入增长');
    state(sheet, `${value}%左右`, [{ indicator: '旅游综合收入', ...growth(value, 'about') }]);
  },
  (sheet) => {
    sheet.writer.put('主要污染物排放');
    state(sheet, '完成上级下达任务', [{ indicator: '主要污染物排放量', ...words() }]);
  },
];

/** Several indicators that share their words: 分别, 均 and the two incomes. */
const sharedTargets: readonly ((sheet: Sheet, chosen: readonly Indicator[]) => void)[] = [
  (sheet, chosen) => {
    const two = chosen.slice(0, 2);
    const values = two.map((one) => numberOf(sheet.random, ...(one.growth ?? [3, 9])));
    const [word, bound] = sheet.random.pick(bounds);
    sheet.writer.put(`${two.map((one) => one.official).join('、')}分别增长`);
    state(
      sheet,
      `${values.map((value) => `${value}%`).join('、')}${word}`,
      two.map((one, index) => ({ indicator: one.official, ...growth(values[index] ?? 0, bound) })),
    );
  },
  (sheet, chosen) => {
    const three = chosen.slice(0, 3);
    const values = three.map((one) => numberOf(sheet.random, ...(one.growth ?? [3, 9])));
    sheet.writer.put(`${three.map((one) => one.official).join('、')}分别增长`);
    state(
      sheet,
      `${values.slice(0, -1).map((value) => `${value}%以上`).join('、')}和${values.at(-1) ?? 0}%左右`,
      three.map((one, index) => ({ indicator: one.official, ...growth(values[index] ?? 0, index === 2 ? 'about' : 'at-least') })),
    );
  },
  (sheet, chosen) => {
    const two = chosen.slice(0, sheet.random.int(2, 3));
    const value = numberOf(sheet.random, 4, 8);
    sheet.writer.put(`${two.map((one) => one.official).join('、')}${sheet.random.pick(['均增长', '都增长'])}`);
    state(sheet, `${value}%以上`, two.map((one) => ({ indicator: one.official, ...growth(value, 'at-least') })));
  },
];

function incomeTarget(sheet: Sheet): void {
  const urban = numberOf(sheet.random, 4, 6);
  const rural = numberOf(sheet.random, 5, 8);
  const style = sheet.random.int(0, 2);
  sheet.writer.put(sheet.random.pick(['城乡居民人均可支配收入分别增长', '城镇、农村居民人均可支配收入分别增长', '城镇和农村居民人均可支配收入分别增长']));
  const text =
    style === 0 ? `${urban}%、${rural}%左右` : style === 1 ? `${urban}%左右和${rural}%左右` : `${urban}%以上和${rural}%以上`;
  const bound = style === 2 ? 'at-least' : 'about';
  state(sheet, text, [
    { indicator: '城镇居民人均可支配收入', ...growth(urban, bound) },
    { indicator: '农村居民人均可支配收入', ...growth(rural, bound) },
  ]);
}

export const targetIntroductions = {
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

/**
 * Writes the statement of this year's main expected targets: the introduction, then one item an indicator.
 * `lines` gives every item a line of its own, opened by the given words.
 */
export function writeTargets(
  sheet: Sheet,
  introduction: string,
  options: { readonly separator: string; readonly lines: string | null; readonly onNewLine: () => void },
): void {
  const { random, writer } = sheet;
  writer.put(introduction);
  const chosen = random.some(growing.slice(1), growing.length);
  const incomes = chosen.filter((one) => one.official.includes('居民'));
  const others = chosen.filter((one) => !one.official.includes('居民'));
  const first = growing[0];
  const items: (() => void)[] = [];
  if (first !== undefined) items.push(() => growthTarget(sheet, first));
  const count = random.int(3, 5);
  const shared = random.chance(0.3) && options.lines === null;
  const single = shared ? others.slice(3, 3 + count - 2) : others.slice(0, count);
  if (shared) items.push(() => random.pick(sharedTargets)(sheet, others.slice(0, 3)));
  for (const one of single) items.push(() => growthTarget(sheet, one));
  const income = random.int(0, 2);
  const one = incomes[0];
  const others2 = [...otherTargets];
  if (income === 0) items.push(() => incomeTarget(sheet));
  else if (income === 1 && one !== undefined) items.push(() => growthTarget(sheet, one));
  const sync = others2.splice(4, 1);
  if (income === 2) items.push(() => sync[0]?.(sheet));
  // Both rates of unemployment in one list would be odd.
  others2.splice(random.int(0, 1), 1);
  for (const write of random.some(others2, random.int(2, 5))) items.push(() => write(sheet));
  items.forEach((write, index) => {
    const last = index === items.length - 1;
    if (options.lines !== null) {
      options.onNewLine();
      writer.put(options.lines);
    }
    write();
    writer.put(last ? '。' : options.separator);
  });
}

// ---------------------------------------------------------------------------------------------------------- results

function resultItem(sheet: Sheet, indicator: Indicator): void {
  const { random, writer } = sheet;
  const { official } = indicator;
  const [low, high] = indicator.growth ?? [3, 9];
  const rate = numberOf(random, low, high);
  const down = random.chance(0.12);
  const verb = down ? '下降' : random.pick(['增长', '增长', '同比增长', '比上年增长']);
  const direction = down ? 'down' : 'up';
  const name = nameOf(sheet, indicator);
  writer.put(name);
  const amount = amountOf(sheet, indicator);
  if (amount === null || random.chance(0.35)) {
    if (official === '一般公共预算收入' && random.chance(0.3)) writer.put('同口径');
    writer.put(verb);
    return state(sheet, `${rate}%`, [{ indicator: official, ...growth(rate, 'exact', direction) }]);
  }
  const { unit, printed, value } = amount;
  const broken = random.chance(0.1);
  writer.put(broken ? '突破' : random.pick(['完成', '达到', '达', '实现', '']));
  state(sheet, `${printed}${unit}`, [{ indicator: official, ...level(value, unit, broken ? 'at-least' : 'exact') }]);
  if (broken || random.chance(0.2)) return;
  writer.put(`${random.pick(['、', '，'])}${verb}`);
  state(sheet, `${rate}%`, [{ indicator: official, ...growth(rate, 'exact', direction) }]);
}

function resultIncomes(sheet: Sheet): void {
  const { random, writer } = sheet;
  const urban = random.int(34000, 59000);
  const rural = random.int(17000, 29000);
  const printed = (value: number): string => (sheet.grouped ? withCommas(value) : String(value));
  const rates = [numberOf(random, 3, 6), numberOf(random, 5, 8)] as const;
  writer.put(random.pick(['城乡居民人均可支配收入', '城镇、农村居民人均可支配收入', '城镇和农村居民人均可支配收入']));
  if (random.chance(0.6)) {
    writer.put(random.pick(['分别达到', '分别为', '分别完成']));
    state(sheet, `${printed(urban)}元${random.pick(['、', '和'])}${printed(rural)}元`, [
      { indicator: '城镇居民人均可支配收入', ...level(urban, '元', 'exact') },
      { indicator: '农村居民人均可支配收入', ...level(rural, '元', 'exact') },
    ]);
    writer.put(random.pick(['，', '、']));
  }
  writer.put('分别增长');
  state(sheet, `${rates[0]}%${random.pick(['、', '和'])}${rates[1]}%`, [
    { indicator: '城镇居民人均可支配收入', ...growth(rates[0], 'exact') },
    { indicator: '农村居民人均可支配收入', ...growth(rates[1], 'exact') },
  ]);
}

function resultShared(sheet: Sheet, chosen: readonly Indicator[]): void {
  const { random, writer } = sheet;
  const values = chosen.map((one) => numberOf(random, ...(one.growth ?? [3, 9])));
  writer.put(`${chosen.map((one) => one.official).join('、')}分别增长`);
  state(
    sheet,
    values.map((value) => `${value}%`).join('、'),
    chosen.map((one, index) => ({ indicator: one.official, ...growth(values[index] ?? 0, 'exact') })),
  );
}

/** Writes the sentence of headline figures of the year under review. */
export function writeResults(sheet: Sheet, introduction: string): void {
  const { random, writer } = sheet;
  writer.put(introduction);
  const separator = random.pick(['，', '；']);
  const chosen = random.some(growing.slice(1), growing.length).filter((one) => !one.official.includes('居民'));
  const first = growing[0];
  const items: (() => void)[] = first === undefined ? [] : [() => resultItem(sheet, first)];
  if (random.chance(0.3)) items.push(() => resultShared(sheet, chosen.slice(5, 8)));
  for (const one of chosen.slice(0, random.int(2, 5))) items.push(() => resultItem(sheet, one));
  if (random.chance(0.8)) items.push(() => resultIncomes(sheet));
  if (random.chance(0.4)) {
    items.push(() => {
      const count = random.int(1200, 9800);
      writer.put('城镇新增就业');
      state(sheet, `${count}人`, [{ indicator: '城镇新增就业', ...level(count, '人', 'exact') }]);
    });
  }
  if (random.chance(0.2)) {
    items.push(() => {
      const rate = random.decimal(0.2, 2.8, 1);
      writer.put('居民消费价格上涨');
      state(sheet, `${rate}%`, [{ indicator: '居民消费价格', ...growth(rate, 'exact') }]);
    });
  }
  if (random.chance(0.2)) {
    items.push(() => {
      const rate = random.decimal(48, 72, 1);
      const more = random.decimal(0.4, 1.6, 1);
      writer.put('常住人口城镇化率达到');
      state(sheet, `${rate}%`, [{ indicator: '常住人口城镇化率', ...level(rate, '%', 'exact') }]);
      writer.put('、提高');
      state(sheet, `${more}个百分点`, [
        { indicator: '常住人口城镇化率', measure: 'change', unit: '百分点', direction: 'up', ...bounded('exact', more) },
      ]);
    });
  }
  if (random.chance(0.2)) {
    items.push(() => {
      const amount = random.decimal(3, 28, 1);
      writer.put(random.pick(['粮食产量达到', '粮食总产量']));
      state(sheet, `${amount}亿斤`, [{ indicator: '粮食产量', ...level(amount, '亿斤', 'exact') }]);
    });
  }
  if (random.chance(0.3)) {
    items.push(() => {
      const rate = random.pick([4.1, 4.6, 5.1]);
      writer.put('城镇调查失业率');
      state(sheet, `${random.pick(['为', ''])}${rate}%`, [{ indicator: '城镇调查失业率', ...level(rate, '%', 'exact') }]);
    });
  }
  items.forEach((write, index) => {
    write();
    writer.put(index === items.length - 1 ? `${random.pick(['', '，主要指标增速保持前列', '，成绩好于预期'])}。` : separator);
  });
}
