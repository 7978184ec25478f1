import {
  amountOf,
  bothIncomes,
  change,
  economic,
  growth,
  level,
  printedNumber,
  rateOf,
  regional,
  state,
  writeName,
  type Indicator,
  type Sheet,
} from './figures';

/** Writes the sentence of headline figures of the year under review. */
export function writeResults(sheet: Sheet, introduction: string): void {
  const { random, writer } = sheet;
  const separator = random.pick(['，', '；']);
  const ending = random.pick(['', '，主要指标增速保持前列', '，成绩好于预期']);
  writer.put(introduction);
  const items = chooseItems(sheet);
  items.forEach((write, index) => {
    write();
    writer.put(index === items.length - 1 ? `${ending}。` : separator);
  });
}

function chooseItems(sheet: Sheet): (() => void)[] {
  const { random } = sheet;
  const chosen = random.some(economic, economic.length);
  const items = [() => growthResult(sheet, regional)];
  if (random.chance(0.3)) items.push(() => sharedResult(sheet, chosen.slice(5, 8)));
  for (const one of chosen.slice(0, random.int(2, 5))) items.push(() => growthResult(sheet, one));
  if (random.chance(0.8)) items.push(() => incomeResults(sheet));
  for (const write of random.some(otherResults, random.int(0, 3))) items.push(() => write(sheet));
  return items;
}

function growthResult(sheet: Sheet, indicator: Indicator): void {
  const { random, writer } = sheet;
  const { official } = indicator;
  const rate = rateOf(random, indicator.growth);
  const falling = random.chance(0.12);
  const verb = falling ? '下降' : random.pick(['增长', '增长', '同比增长', '比上年增长']);
  const rateWords = { indicator: official, ...growth(rate, 'exact', falling ? 'down' : 'up') };
  writeName(sheet, indicator);
  const amount = amountOf(sheet, indicator);
  if (amount === null || random.chance(0.35)) {
    if (official === '一般公共预算收入' && random.chance(0.3)) writer.put('同口径');
    writer.put(verb);
    state(sheet, `${rate}%`, rateWords);
    return;
  }
  const { unit, printed, value } = amount;
  const beyond = random.chance(0.1);
  writer.put(beyond ? '突破' : random.pick(['完成', '达到', '达', '实现', '']));
  state(sheet, `${printed}${unit}`, { indicator: official, ...level(value, unit, beyond ? 'at-least' : 'exact') });
  if (beyond || random.chance(0.2)) return;
  writer.put(`${random.pick(['、', '，'])}${verb}`);
  state(sheet, `${rate}%`, rateWords);
}

function incomeResults(sheet: Sheet): void {
  const { random, writer } = sheet;
  const [first, second] = bothIncomes;
  const urban = random.int(34000, 59000);
  const rural = random.int(17000, 29000);
  const rates = [rateOf(random, [3, 6]), rateOf(random, [5, 8])] as const;
  writer.put(random.pick(['城乡居民', '城镇、农村居民', '城镇和农村居民']));
  writer.put('人均可支配收入');
  if (random.chance(0.6)) {
    writer.put(random.pick(['分别达到', '分别为', '分别完成']));
    state(
      sheet,
      `${printedNumber(sheet, urban)}元${random.pick(['、', '和'])}${printedNumber(sheet, rural)}元`,
      { indicator: first, ...level(urban, '元', 'exact') },
      { indicator: second, ...level(rural, '元', 'exact') },
    );
    writer.put(random.pick(['，', '、']));
  }
  writer.put('分别增长');
  state(
    sheet,
    `${rates[0]}%${random.pick(['、', '和'])}${rates[1]}%`,
    { indicator: first, ...growth(rates[0], 'exact') },
    { indicator: second, ...growth(rates[1], 'exact') },
  );
}

function sharedResult(sheet: Sheet, chosen: readonly Indicator[]): void {
  const values = chosen.map((one) => rateOf(sheet.random, one.growth));
  sheet.writer.put(`${chosen.map(({ official }) => official).join('、')}分别增长`);
  state(
    sheet,
    values.map((value) => `${value}%`).join('、'),
    ...chosen.map((one, index) => ({ indicator: one.official, ...growth(values[index] ?? 0, 'exact') })),
  );
}

const otherResults: readonly ((sheet: Sheet) => void)[] = [
  function visitors(sheet) {
    const { random, writer } = sheet;
    const guests = random.int(120, 1800);
    const income = random.decimal(6, 120, 1);
    const rates = [rateOf(random, [5, 30]), rateOf(random, [5, 30])] as const;
    writer.put('接待游客');
    state(sheet, `${guests}万人次`, { indicator: '接待游客人次', ...level(guests, '万人次', 'exact') });
    writer.put(random.pick(['、旅游收入', '，实现旅游收入']));
    state(sheet, `${income}亿元`, { indicator: '旅游收入', ...level(income, '亿元', 'exact') });
    writer.put(random.pick(['，分别增长', '，同比分别增长']));
    state(
      sheet,
      `${rates[0]}%、${rates[1]}%`,
      { indicator: '接待游客人次', ...growth(rates[0], 'exact') },
      { indicator: '旅游收入', ...growth(rates[1], 'exact') },
    );
  },
  function livelihood(sheet) {
    const spent = sheet.random.decimal(12, 90, 1);
    const share = sheet.random.decimal(70, 88, 1);
    sheet.writer.put('民生支出');
    state(sheet, `${spent}亿元`, { indicator: '民生支出', ...level(spent, '亿元', 'exact') });
    sheet.writer.put('，占一般公共预算支出的');
    state(sheet, `${share}%`, { indicator: '民生支出占一般公共预算支出比重', ...level(share, '%', 'exact') });
  },
  function stepsUp(sheet) {
    const amount = sheet.random.decimal(301, 399, 1);
    sheet.writer.put('农产品加工业产值迈上');
    state(sheet, '300亿元', { indicator: '农产品加工业产值', ...level(300, '亿元', 'at-least') });
    sheet.writer.put('台阶，达到');
    state(sheet, `${amount}亿元`, { indicator: '农产品加工业产值', ...level(amount, '亿元', 'exact') });
  },
  function jobs(sheet) {
    const count = sheet.random.int(1200, 9800);
    sheet.writer.put('城镇新增就业');
    state(sheet, `${count}人`, { indicator: '城镇新增就业', ...level(count, '人', 'exact') });
  },
  function unemployment(sheet) {
    const rate = sheet.random.pick([4.1, 4.6, 5.1]);
    sheet.writer.put(`城镇调查失业率${sheet.random.pick(['为', ''])}`);
    state(sheet, `${rate}%`, { indicator: '城镇调查失业率', ...level(rate, '%', 'exact') });
  },
  function prices(sheet) {
    const rate = sheet.random.decimal(0.2, 2.8, 1);
    sheet.writer.put('居民消费价格上涨');
    state(sheet, `${rate}%`, { indicator: '居民消费价格', ...growth(rate, 'exact') });
  },
  function urbanisation(sheet) {
    const rate = sheet.random.decimal(48, 72, 1);
    const more = sheet.random.decimal(0.4, 1.6, 1);
    sheet.writer.put('常住人口城镇化率达到');
    state(sheet, `${rate}%`, { indicator: '常住人口城镇化率', ...level(rate, '%', 'exact') });
    sheet.writer.put('、提高');
    state(sheet, `${more}个百分点`, { indicator: '常住人口城镇化率', ...change(more, 'exact') });
  },
  function grain(sheet) {
    const amount = sheet.random.decimal(3, 28, 1);
    sheet.writer.put(sheet.random.pick(['粮食产量达到', '粮食总产量']));
    state(sheet, `${amount}亿斤`, { indicator: '粮食产量', ...level(amount, '亿斤', 'exact') });
  },
];
