import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import type { Statement } from '../model';

/** The texts here are too short to be taken for reports by themselves. */
const DRAFT = { force: true } as const;

/** A made-up report of 青禾区 for 2025 with the given text in its review and its plan. */
function report(parts: { review?: string; plan?: string; goals?: string }): string {
  return [
    '政府工作报告',
    '——2025年1月8日在青禾区第六届人民代表大会第四次会议上',
    '青禾区人民政府区长　林知远',
    '各位代表：',
    '现在，我代表青禾区人民政府向大会报告工作，请予审议，并请区政协委员和列席人员提出意见。',
    '一、2024年工作回顾',
    '一年来，我们团结依靠全区人民，扎实做好各项工作。',
    parts.review ?? '全区经济平稳运行。',
    '二、2025年工作安排',
    parts.goals ?? '做好今年工作，任务艰巨，责任重大。',
    parts.plan ?? '我们要坚定信心，开拓前进。',
    '各位代表！让我们携手并肩，奋勇前进！',
  ].join('\n');
}

/** `indicator (name): measure direction bound value unit, year period`, with what is usual left out. */
function show(statement: Statement): string {
  const { indicator, name, measure, direction, bound, min, max, unit, year, period, stretch } = statement;
  const value = bound === 'range' ? `${min ?? ''}~${max ?? ''}` : String(min ?? max ?? '');
  const words = [
    `${indicator}${name === indicator ? '' : ` (${name})`}:`,
    measure,
    direction,
    bound === 'exact' ? null : bound,
    measure === 'qualitative' ? null : `${value}${unit ?? ''}`,
    stretch === null ? null : `stretch ${stretch.bound} ${stretch.min ?? stretch.max ?? ''}`,
    period === 'annual' ? year : period,
    statement.estimated ? 'estimated' : null,
  ];
  return words.filter((word) => word !== null).join(' ');
}

function statements(parts: Parameters<typeof report>[0], role: Statement['role']): string[] {
  return createAnalyser()
    .analyse(report(parts), DRAFT)
    .statements.filter((statement) => statement.role === role)
    .map(show);
}

const results = (review: string): string[] => statements({ review }, 'result');
const tasks = (plan: string): string[] => statements({ plan }, 'task');
const targets = (goals: string): string[] =>
  statements({ goals: `今年经济社会发展主要预期目标是：${goals}` }, 'target');

describe('results', () => {
  it.each<[string, string[]]>([
    ['地区生产总值增长6.2%。', ['地区生产总值: growth up 6.2% 2024']],
    [
      '全区地区生产总值完成312.5亿元，同比增长6.2%。',
      ['地区生产总值: level 312.5亿元 2024', '地区生产总值: growth up 6.2% 2024'],
    ],
    ['固定资产投资完成88亿元、增长12.4%。', ['固定资产投资: level 88亿元 2024', '固定资产投资: growth up 12.4% 2024']],
    [
      'GDP增长6.2%，总量突破三百亿元大关。',
      ['地区生产总值 (GDP): growth up 6.2% 2024', '地区生产总值 (GDP): level at-least 300亿元 2024'],
    ],
    ['经济增长6.2%。', ['地区生产总值 (经济增长): growth up 6.2% 2024']],
    ['规上工业增加值增速8.1%。', ['规模以上工业增加值 (规上工业增加值): growth up 8.1% 2024']],
    ['一般公共预算收入下降3.5%。', ['一般公共预算收入: growth down 3.5% 2024']],
    ['民间投资逆势增长4.8%。', ['民间投资: growth up 4.8% 2024']],
    ['地区生产总值突破百亿元大关。', ['地区生产总值: level at-least 100亿元 2024']],
    ['地区生产总值迈上千亿元新台阶。', ['地区生产总值: level at-least 1000亿元 2024']],
    [
      '地区生产总值突破300亿，城镇新增就业1.2万。',
      ['地区生产总值: level at-least 300亿元 2024', '城镇新增就业: level 1.2万人 2024'],
    ],
    ['地区生产总值增长6.5%好于预期。', ['地区生产总值: growth up 6.5% 2024']],
    ['数字经济规模达1.05万亿元。', ['数字经济规模: level 1.05万亿元 2024']],
    ['粮食产量达到42.6万吨，比上年增加1.3万吨。', ['粮食产量: level 42.6万吨 2024', '粮食产量: level up 1.3万吨 2024']],
    ['城镇登记失业率3.2%。', ['城镇登记失业率: level 3.2% 2024']],
    ['城镇调查失业率控制在5.2%以内。', ['城镇调查失业率: level at-most 5.2% 2024']],
    ['居民消费价格上涨0.6%。', ['居民消费价格: growth up 0.6% 2024']],
    ['居民消费价格涨幅控制在2%以内。', ['居民消费价格: growth up at-most 2% 2024']],
    ['常住人口城镇化率提高1.2个百分点。', ['常住人口城镇化率: change up 1.2百分点 2024']],
    [
      '常住人口城镇化率达到61.8%，提高1.2个百分点。',
      ['常住人口城镇化率: level 61.8% 2024', '常住人口城镇化率: change up 1.2百分点 2024'],
    ],
    ['单位地区生产总值能耗下降3.1%。', ['单位地区生产总值能耗: growth down 3.1% 2024']],
    ['细颗粒物（PM2.5）平均浓度28微克/立方米。', ['细颗粒物（PM2.5）平均浓度: level 28微克/立方米 2024']],
    ['PM2.5平均浓度下降8.5%。', ['细颗粒物（PM2.5）平均浓度 (PM2.5平均浓度): growth down 8.5% 2024']],
    ['空气质量优良天数比率达92.6%。', ['空气质量优良天数比率: level 92.6% 2024']],
    ['城镇新增就业5200人。', ['城镇新增就业: level 5200人 2024']],
    ['城镇新增就业五千二百人。', ['城镇新增就业: level 5200人 2024']],
    ['农村贫困人口减少1.2万人。', ['农村贫困人口: level down 1.2万人 2024']],
    ['旅游收入实现翻番。', ['旅游收入: growth up 1倍 2024']],
    ['旅游收入翻了一番。', ['旅游收入: growth up 1倍 2024']],
    ['旅游收入比上年增长1.4倍。', ['旅游收入: growth up 1.4倍 2024']],
    ['全社会用电量增长百分之九。', ['全社会用电量: growth up 9% 2024']],
    ['人均地区生产总值突破10万元。', ['人均地区生产总值: level at-least 10万元 2024']],
    [
      '接待游客320余万人次，旅游收入21亿元、增长18%。',
      [
        '接待游客人次 (接待游客): level at-least 320万人次 2024',
        '旅游收入: level 21亿元 2024',
        '旅游收入: growth up 18% 2024',
      ],
    ],
    ['进出口总额完成52亿元，按同口径增长9%。', ['进出口总额: level 52亿元 2024', '进出口总额: growth up 9% 2024']],
    [
      '实现社会消费品零售总额96亿元，增长5.5%。',
      ['社会消费品零售总额: level 96亿元 2024', '社会消费品零售总额: growth up 5.5% 2024'],
    ],
    [
      '规模以上工业增加值由上年的下降2%转为增长7%。',
      ['规模以上工业增加值: growth down 2% 2023', '规模以上工业增加值: growth up 7% 2024'],
    ],
    ['常住人口城镇化率由58.1%提高到60.4%。', ['常住人口城镇化率: level 60.4% 2024']],
    ['一般公共预算收入完成年度预算的103.5%。', ['一般公共预算收入: level 103.5% 2024']],
    [
      '全区居民人均可支配收入达4.1万元，增长5.6%左右。',
      ['居民人均可支配收入: level 4.1万元 2024', '居民人均可支配收入: growth up about 5.6% 2024'],
    ],
    ['青禾区地区生产总值增长6%。', ['地区生产总值: growth up 6% 2024']],
    ['云溪镇固定资产投资增长6%。', ['云溪镇固定资产投资: growth up 6% 2024']],
    ['高技术产业固定资产投资增长22%。', ['高技术产业固定资产投资: growth up 22% 2024']],
  ])('reads catalogued indicators: %s', (text, expected) => {
    expect(results(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      '城镇、农村居民人均可支配收入分别增长4.5%、6.1%。',
      ['城镇居民人均可支配收入: growth up 4.5% 2024', '农村居民人均可支配收入: growth up 6.1% 2024'],
    ],
    [
      '城乡居民人均可支配收入分别增长4.5%和6.1%。',
      ['城镇居民人均可支配收入: growth up 4.5% 2024', '农村居民人均可支配收入: growth up 6.1% 2024'],
    ],
    [
      '城乡居民人均可支配收入分别达到52360元、27140元，分别增长4.5%、6.1%。',
      [
        '城镇居民人均可支配收入: level 52360元 2024',
        '农村居民人均可支配收入: level 27140元 2024',
        '城镇居民人均可支配收入: growth up 4.5% 2024',
        '农村居民人均可支配收入: growth up 6.1% 2024',
      ],
    ],
    [
      '城镇和农村居民人均可支配收入增长4.8%、6.3%。',
      ['城镇居民人均可支配收入: growth up 4.8% 2024', '农村居民人均可支配收入: growth up 6.3% 2024'],
    ],
    [
      '全年一、二、三产业增加值分别增长3.2%、7.5%、6.4%。',
      [
        '第一产业增加值: growth up 3.2% 2024',
        '第二产业增加值: growth up 7.5% 2024',
        '第三产业增加值: growth up 6.4% 2024',
      ],
    ],
    [
      '三次产业增加值分别增长3.2%、7.5%、6.4%。',
      [
        '第一产业增加值: growth up 3.2% 2024',
        '第二产业增加值: growth up 7.5% 2024',
        '第三产业增加值: growth up 6.4% 2024',
      ],
    ],
    [
      '地区生产总值、固定资产投资、社会消费品零售总额分别增长6%、8%和5%。',
      ['地区生产总值: growth up 6% 2024', '固定资产投资: growth up 8% 2024', '社会消费品零售总额: growth up 5% 2024'],
    ],
    [
      '固定资产投资、工业投资均增长10%以上。',
      ['固定资产投资: growth up at-least 10% 2024', '工业投资: growth up at-least 10% 2024'],
    ],
    [
      '粮食、油料、蔬菜产量分别增长2%、5%、3%。',
      ['粮食产量: growth up 2% 2024', '油料产量: growth up 5% 2024', '蔬菜产量: growth up 3% 2024'],
    ],
    [
      '茶叶、香菇、竹笋出口分别增长21%、17%、9%。',
      ['茶叶出口: growth up 21% 2024', '香菇出口: growth up 17% 2024', '竹笋出口: growth up 9% 2024'],
    ],
    [
      '一般公共预算收入、支出分别完成18亿元、46亿元。',
      ['一般公共预算收入: level 18亿元 2024', '一般公共预算支出: level 46亿元 2024'],
    ],
    [
      '存款、贷款余额分别增长8%、11%。',
      [
        '金融机构本外币各项存款余额 (存款余额): growth up 8% 2024',
        '金融机构本外币各项贷款余额 (贷款余额): growth up 11% 2024',
      ],
    ],
    [
      '化学需氧量、氨氮排放量分别下降3%、2.5%。',
      ['化学需氧量排放量: growth down 3% 2024', '氨氮排放量: growth down 2.5% 2024'],
    ],
    ['工业投资、民间投资分别增长12%、下降3%。', ['工业投资: growth up 12% 2024', '民间投资: growth down 3% 2024']],
    [
      '办复率、满意率均达到100%，今年的建议提案全部办结。',
      ['建议提案办复率 (办复率): level 100% 2024', '建议提案办理满意率 (满意率): level 100% 2024'],
    ],
    [
      '城乡低保标准分别提高到每人每月820元和每人每年7800元。',
      ['城市低保标准: level 820元 2024', '农村低保标准: level 7800元 2024'],
    ],
  ])('unfolds lists: %s', (text, expected) => {
    expect(results(text).map((line) => line.replace('城市低保标准 (城镇低保标准)', '城市低保标准'))).toEqual(expected);
  });

  it.each<[string, string[]]>([
    [
      '预计地区生产总值增长6%，固定资产投资增长9%；城镇新增就业4000人。',
      [
        '地区生产总值: growth up 6% 2024 estimated',
        '固定资产投资: growth up 9% 2024 estimated',
        '城镇新增就业: level 4000人 2024 estimated',
      ],
    ],
    [
      '初步核算，地区生产总值增长6%。粮食产量12万吨。',
      ['地区生产总值: growth up 6% 2024 estimated', '粮食产量: level 12万吨 2024'],
    ],
    ['地区生产总值预计增长6%。', ['地区生产总值: growth up 6% 2024 estimated']],
  ])('lets 预计 cover what follows: %s', (text, expected) => {
    expect(results(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['2023年，地区生产总值增长5.1%。', ['地区生产总值: growth up 5.1% 2023']],
    ['去年地区生产总值增长5.1%。', ['地区生产总值: growth up 5.1% 2024']],
    ['二〇二三年粮食产量达11万吨。', ['粮食产量: level 11万吨 2023']],
    ['地区生产总值年均增长6.8%。', ['地区生产总值: growth up 6.8% average']],
    ['五年来，城镇新增就业2.4万人。', ['城镇新增就业: level 2.4万人 term']],
    ['“十四五”时期，累计新建改造农村公路320公里。', ['新建改造农村公路: level 320公里 plan']],
    [
      '过去五年，地区生产总值由180亿元增加到312亿元，年均增长7.1%。',
      ['地区生产总值: level 312亿元 2024', '地区生产总值: growth up 7.1% average'],
    ],
    [
      '地区生产总值从2020年的210亿元增长到2024年的312亿元。',
      ['地区生产总值: level 210亿元 2020', '地区生产总值: level 312亿元 2024'],
    ],
    ['城镇新增就业每年超过4000人。', ['城镇新增就业: level at-least 4000人 average']],
    [
      '2024年，存款余额达到420亿元，比2020年增长52%，贷款余额增长61%。',
      [
        '金融机构本外币各项存款余额 (存款余额): level 420亿元 2024',
        '金融机构本外币各项存款余额 (存款余额): growth up 52% term',
        '金融机构本外币各项贷款余额 (贷款余额): growth up 61% term',
      ],
    ],
    ['规上工业总产值比2020年增长45%。', ['规模以上工业总产值 (规上工业总产值): growth up 45% term']],
    ['粮食产量连续八年稳定在10万吨以上。', ['粮食产量: level at-least 10万吨 2024']],
    ['搁置近12年的旧厂房完成改造，村集体经济收入突破900万元。', ['村集体经济收入: level at-least 900万元 2024']],
  ])('tells the time: %s', (text, expected) => {
    expect(results(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['新建改造高标准农田3.2万亩。', ['新建改造高标准农田: level 3.2万亩 2024']],
    ['新增中小学学位1800个、托位260个。', ['新增中小学学位: level 1800个 2024', '新增托位: level 260个 2024']],
    [
      '改造老旧小区12个、背街小巷30条。',
      ['城镇老旧小区改造数 (改造老旧小区): level 12个 2024', '改造背街小巷: level 30条 2024'],
    ],
    ['新建5个社区养老服务中心。', ['新建社区养老服务中心: level 5个 2024']],
    ['打通望春路、听泉路等6条断头路。', ['打通断头路: level 6条 2024']],
    ['42个重点项目开工26个。', ['重点项目开工: level 26个 2024']],
    [
      '签约项目38个，总投资126亿元，落地21个。',
      [
        '签约项目数 (签约项目): level 38个 2024',
        '签约项目总投资 (总投资): level 126亿元 2024',
        '签约项目落地 (落地): level 21个 2024',
      ],
    ],
    ['实施500万元以上项目64个。', ['实施500万元以上项目: level 64个 2024']],
    [
      '发放创业担保贷款3200万元，惠及创业者210人。',
      ['发放创业担保贷款: level 3200万元 2024', '惠及创业者: level 210人 2024'],
    ],
    ['新增“一件事一次办”事项18项。', ['新增“一件事一次办”事项: level 18项 2024']],
    ['新增上市公司2家、总量达9家。', ['新增上市公司: level 2家 2024', '上市公司总量 (总量): level 9家 2024']],
    ['排查隐患620处，整改率达98%。', ['排查隐患: level 620处 2024', '排查隐患整改率 (整改率): level 98% 2024']],
    ['可再生能源装机占全部装机的41%。', []],
    ['研发投入占营业收入比重提高到3.6%。', ['研发投入占营业收入比重: level 3.6% 2024']],
    ['税收占比达81.5%。', ['税收收入占一般公共预算收入比重 (税收占比): level 81.5% 2024']],
  ])('keeps the words of other quantities: %s', (text, expected) => {
    expect(results(text)).toEqual(expected);
  });

  it.each<string>([
    '升级1500亩智能温室。',
    '项目从签约到开工仅用19天。',
    '综合实力跃居全市第2位。',
    '前三季度地区生产总值增长6.1%。',
    '1—11月，固定资产投资增长7%。',
    '规上工业增加值增速高于全市平均水平2.1个百分点。',
    '消费拉动经济增长2.2个百分点。',
    '在全省86个县区中位列前十。',
    '2座污水处理厂建成投用。',
    '“三个清单”全面落实，“12345”热线高效运行。',
    '为3.2万名老年人免费体检。',
    '开展第三次土壤普查，完成“十四五”规划中期评估。',
    '11个村集体收入突破百万元。',
    '避免千村一面，做到一村一品。',
    '计划总投资30亿元。',
    '三次产业结构调整为8:41:51。',
  ])('takes no result from %s', (text) => {
    expect(results(text)).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['居民收入增长与经济增长基本同步。', ['居民收入: qualitative 2024']],
    ['单位地区生产总值能耗完成市下达任务。', ['单位地区生产总值能耗: qualitative 2024']],
    ['固定资产投资增速高于全市平均水平。', ['固定资产投资: qualitative 2024']],
  ])('reads results in words: %s', (text, expected) => {
    expect(results(text)).toEqual(expected);
  });
});

describe('targets', () => {
  it.each<[string, string[]]>([
    ['地区生产总值增长6%左右。', ['地区生产总值: growth up about 6% 2025']],
    ['地区生产总值增长6%以上、力争达到7%。', ['地区生产总值: growth up at-least 6% stretch exact 7 2025']],
    ['地区生产总值增长6%以上（力争7%）。', ['地区生产总值: growth up at-least 6% stretch exact 7 2025']],
    ['地区生产总值力争增长7%、确保增长6%以上。', ['地区生产总值: growth up at-least 6% stretch exact 7 2025']],
    ['地区生产总值增长5.5—6%。', ['地区生产总值: growth up range 5.5~6% 2025']],
    ['地区生产总值增长5.5%-6%。', ['地区生产总值: growth up range 5.5~6% 2025']],
    ['地区生产总值增长５．５％～６％。', ['地区生产总值: growth up range 5.5~6% 2025']],
    ['地区生产总值增长百分之六左右。', ['地区生产总值: growth up about 6% 2025']],
    ['地区生产总值按增长6%安排。', ['地区生产总值: growth up 6% 2025']],
    ['地区生产总值增速不低于6%。', ['地区生产总值: growth up at-least 6% 2025']],
    [
      '地区生产总值6%以上，固定资产投资10%。',
      ['地区生产总值: growth up at-least 6% 2025', '固定资产投资: growth up 10% 2025'],
    ],
    ['一般公共预算收入同口径增长5%。', ['一般公共预算收入: growth up 5% 2025']],
    [
      '城镇、农村居民人均可支配收入分别增长5%、6.5%左右。',
      ['城镇居民人均可支配收入: growth up about 5% 2025', '农村居民人均可支配收入: growth up about 6.5% 2025'],
    ],
    [
      '城乡居民人均可支配收入分别增长5%左右和6.5%左右。',
      ['城镇居民人均可支配收入: growth up about 5% 2025', '农村居民人均可支配收入: growth up about 6.5% 2025'],
    ],
    [
      '固定资产投资、社会消费品零售总额均增长8%以上。',
      ['固定资产投资: growth up at-least 8% 2025', '社会消费品零售总额: growth up at-least 8% 2025'],
    ],
    ['城镇登记失业率控制在4%以内。', ['城镇登记失业率: level at-most 4% 2025']],
    ['城镇调查失业率控制在5.5%左右。', ['城镇调查失业率: level about 5.5% 2025']],
    ['居民消费价格涨幅2%左右。', ['居民消费价格: growth up about 2% 2025']],
    ['居民消费价格涨幅控制在3%以内。', ['居民消费价格: growth up at-most 3% 2025']],
    ['城镇新增就业4800人以上。', ['城镇新增就业: level at-least 4800人 2025']],
    ['粮食产量稳定在12万吨以上。', ['粮食产量: level at-least 12万吨 2025']],
    ['常住人口城镇化率提升1个百分点以上。', ['常住人口城镇化率: change up at-least 1百分点 2025']],
    ['单位地区生产总值能耗下降3%左右。', ['单位地区生产总值能耗: growth down about 3% 2025']],
    ['居民收入增长与经济增长同步。', ['居民收入: qualitative 2025']],
    ['城乡居民人均可支配收入与经济增长基本同步。', ['城乡居民人均可支配收入: qualitative 2025']],
    ['固定资产投资增速高于全省平均水平。', ['固定资产投资: qualitative 2025']],
    ['单位地区生产总值能耗完成市下达任务。', ['单位地区生产总值能耗: qualitative 2025']],
    ['完成省下达的能耗双控目标任务。', ['能耗双控: qualitative 2025']],
    ['完成国家下达的节能减排任务。', ['节能减排降碳 (节能减排任务): qualitative 2025']],
    ['生态环境质量持续改善。', ['生态环境质量: qualitative 2025']],
    ['进出口稳中提质。', ['进出口总额 (进出口): qualitative 2025']],
    ['居民消费价格保持基本稳定。', ['居民消费价格: qualitative 2025']],
    [
      '主要污染物排放量和单位地区生产总值能耗控制在市下达范围内。',
      ['主要污染物排放量: qualitative 2025', '单位地区生产总值能耗: qualitative 2025'],
    ],
    ['引进国内（区外）到位资金65亿元以上。', ['引进国内（区外）到位资金: level at-least 65亿元 2025']],
    ['重点项目完成投资80亿元以上。', ['重点项目完成投资: level at-least 80亿元 2025']],
    ['旅游收入实现翻番。', ['旅游收入: growth up 1倍 2025']],
    [
      '地区生产总值突破350亿元、增长6%。',
      ['地区生产总值: level at-least 350亿元 2025', '地区生产总值: growth up 6% 2025'],
    ],
    [
      '城镇新增就业0.5万人，地区生产总值增长6%，在实际工作中努力争取更好结果。',
      ['城镇新增就业: level 0.5万人 2025', '地区生产总值: growth up 6% 2025'],
    ],
    [
      '三次产业增加值分别增长3%、7%、6%。',
      ['第一产业增加值: growth up 3% 2025', '第二产业增加值: growth up 7% 2025', '第三产业增加值: growth up 6% 2025'],
    ],
    [
      '规上工业增加值增长7%左右，其中制造业增加值增长8%。',
      ['规模以上工业增加值 (规上工业增加值): growth up about 7% 2025', '制造业增加值: growth up 8% 2025'],
    ],
    ['全社会研发投入强度达到2.1%。', ['研究与试验发展（R&D）经费投入强度 (全社会研发投入强度): level 2.1% 2025']],
    ['空气质量优良天数比率保持在90%以上。', ['空气质量优良天数比率: level at-least 90% 2025']],
  ])('reads %s', (text, expected) => {
    expect(targets(text)).toEqual(expected);
  });

  it.each<[string, string]>([
    ['建议今年全区经济社会发展主要目标为：', '地区生产总值增长6%左右，固定资产投资增长8%，社会消费品零售总额增长5%。'],
    ['今年的预期目标：', '地区生产总值增长6%左右；固定资产投资增长8%；社会消费品零售总额增长5%。'],
    [
      '综合各方面因素，今年发展主要预期目标建议安排如下：',
      '地区生产总值增长6%左右，固定资产投资增长8%，社会消费品零售总额增长5%。',
    ],
    [
      '做好今年的工作，要坚持稳中求进。主要预期目标是，',
      '地区生产总值增长6%左右，固定资产投资增长8%，社会消费品零售总额增长5%。',
    ],
    ['考虑需要和可能，', '今年地区生产总值增长6%左右，固定资产投资增长8%，社会消费品零售总额增长5%。'],
  ])('knows the statement of targets by %s', (opening, list) => {
    const expected = [
      '地区生产总值: growth up about 6% 2025',
      '固定资产投资: growth up 8% 2025',
      '社会消费品零售总额: growth up 5% 2025',
    ];
    expect(statements({ goals: opening + list }, 'target')).toEqual(expected);
  });

  it('reads targets on lines of their own', () => {
    const goals =
      '今年全区发展的主要预期目标是：\n——地区生产总值增长6%左右；\n——固定资产投资增长8%以上；\n——城镇新增就业4800人。';
    expect(statements({ goals }, 'target')).toEqual([
      '地区生产总值: growth up about 6% 2025',
      '固定资产投资: growth up at-least 8% 2025',
      '城镇新增就业: level 4800人 2025',
    ]);
  });

  it('goes on over lines that name their own target', () => {
    const goals =
      '今年要努力实现以下主要预期目标：\n——地区生产总值增长6%左右；\n——固定资产投资增长预期目标为8%左右；\n——城镇新增就业4800人。';
    expect(statements({ goals }, 'target')).toHaveLength(3);
  });

  it('goes on behind a page that ends in the list', () => {
    const goals =
      '今年主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%，\n- 7 -\n\n城镇新增就业4800人，居民收入与经济增长同步。';
    expect(statements({ goals }, 'target')).toHaveLength(4);
  });

  it('goes on in the next sentence of the list and stops with the list', () => {
    const goals =
      '今年主要预期目标是：地区生产总值增长6%左右。城镇新增就业4800人以上，城镇登记失业率控制在4%以内。实现上述目标，要抓好8个方面工作。';
    expect(statements({ goals }, 'target')).toHaveLength(3);
    expect(statements({ goals }, 'task')).toEqual([]);
  });

  it('goes on in a sentence that adds to the list', () => {
    const goals =
      '今年主要预期目标是：地区生产总值增长6%左右，城镇新增就业4800人以上。同时，要在改革创新上取得新进展，居民收入与经济增长保持同步。';
    expect(statements({ goals }, 'target')).toHaveLength(3);
  });

  it('keeps the targets of five years apart', () => {
    const goals =
      '今后五年主要目标是：地区生产总值年均增长6.5%，到2029年突破450亿元。\n今年主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%。';
    expect(statements({ goals }, 'target')).toEqual([
      '地区生产总值: growth up about 6% 2025',
      '固定资产投资: growth up 8% 2025',
    ]);
    expect(statements({ goals }, 'task')).toEqual([
      '地区生产总值: growth up 6.5% average',
      '地区生产总值: level at-least 450亿元 plan',
    ]);
  });

  it('does not take up a target again where it is explained', () => {
    const goals =
      '今年主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%。提出地区生产总值增长6%左右，主要考虑三点。';
    expect(statements({ goals }, 'target')).toHaveLength(2);
    expect(statements({ goals }, 'task')).toEqual([]);
  });

  it('leaves last year out of the targets', () => {
    const goals = '今年主要预期目标是：地区生产总值增长6%左右，2024年增长6.2%。';
    expect(statements({ goals }, 'target')).toEqual(['地区生产总值: growth up about 6% 2025']);
  });
});

describe('targets of other places', () => {
  it.each<[string, string[]]>([
    [
      'GDP增长6.5%，财政总收入增长7%、地方一般公共预算收入增长5%。',
      [
        '地区生产总值 (GDP): growth up 6.5% 2025',
        '财政总收入: growth up 7% 2025',
        '一般公共预算收入 (地方一般公共预算收入): growth up 5% 2025',
      ],
    ],
    ['地区生产总值增长7%以上，力争8%。', ['地区生产总值: growth up at-least 7% stretch exact 8 2025']],
    ['确保地区生产总值增长6.5%、力争7%。', ['地区生产总值: growth up 6.5% stretch exact 7 2025']],
    ['固定资产投资增长10%（力争12%以上）。', ['固定资产投资: growth up 10% stretch at-least 12 2025']],
    [
      '城镇、农村常住居民人均可支配收入分别增长5%左右、6.5%左右。',
      [
        '城镇居民人均可支配收入 (城镇常住居民人均可支配收入): growth up about 5% 2025',
        '农村居民人均可支配收入 (农村常住居民人均可支配收入): growth up about 6.5% 2025',
      ],
    ],
    ['城乡居民人均可支配收入增长6%左右。', ['城乡居民人均可支配收入: growth up about 6% 2025']],
    [
      '居民人均可支配收入增长6%，其中城镇增长5%、农村增长7%。',
      [
        '居民人均可支配收入: growth up 6% 2025',
        '城镇居民人均可支配收入: growth up 5% 2025',
        '农村居民人均可支配收入: growth up 7% 2025',
      ],
    ],
    [
      '地区生产总值增长6%，其中第一产业增长4%、第二产业增长8%、第三产业增长5%。',
      [
        '地区生产总值: growth up 6% 2025',
        '第一产业增加值 (第一产业): growth up 4% 2025',
        '第二产业增加值 (第二产业): growth up 8% 2025',
        '第三产业增加值 (第三产业): growth up 5% 2025',
      ],
    ],
    ['规模以上工业增加值增速保持在7%以上。', ['规模以上工业增加值: growth up at-least 7% 2025']],
    ['GDP增速快于全国、全省平均水平。', ['地区生产总值 (GDP): qualitative 2025']],
    ['一般公共预算收入可比增长3%。', ['一般公共预算收入: growth up 3% 2025']],
    ['城镇登记失业率低于4.5%。', ['城镇登记失业率: level at-most 4.5% 2025']],
    ['单位GDP能耗达到省定目标。', ['单位地区生产总值能耗 (单位GDP能耗): qualitative 2025']],
    [
      '外贸进出口保稳提质，居民收入稳步增长。',
      ['进出口总额 (外贸进出口): qualitative 2025', '居民收入: qualitative 2025'],
    ],
    [
      'PM2.5平均浓度控制在35微克/立方米以下，地表水国考断面优良水体比例100%。',
      [
        '细颗粒物（PM2.5）平均浓度 (PM2.5平均浓度): level at-most 35微克/立方米 2025',
        '地表水达到或好于Ⅲ类水体比例 (地表水国考断面优良水体比例): level 100% 2025',
      ],
    ],
    [
      '新增规上工业企业50家以上，城镇新增就业4800人。',
      ['新增规上工业企业: level at-least 50家 2025', '城镇新增就业: level 4800人 2025'],
    ],
    [
      '地区生产总值、规上工业增加值、固定资产投资分别增长7%、8%、10%以上。',
      [
        '地区生产总值: growth up at-least 7% 2025',
        '规模以上工业增加值 (规上工业增加值): growth up at-least 8% 2025',
        '固定资产投资: growth up at-least 10% 2025',
      ],
    ],
    [
      '地区生产总值、规上工业增加值分别增长6%左右、8%以上。',
      ['地区生产总值: growth up about 6% 2025', '规模以上工业增加值 (规上工业增加值): growth up at-least 8% 2025'],
    ],
    [
      '地区生产总值增长6%，总量突破350亿元。',
      ['地区生产总值: growth up 6% 2025', '地区生产总值: level at-least 350亿元 2025'],
    ],
    [
      '规上工业增加值、固定资产投资增速继续保持全市前列。',
      ['规模以上工业增加值 (规上工业增加值): qualitative 2025', '固定资产投资: qualitative 2025'],
    ],
    [
      '一是地区生产总值增长6%；二是城镇新增就业4800人。',
      ['地区生产总值: growth up 6% 2025', '城镇新增就业: level 4800人 2025'],
    ],
    [
      '1.地区生产总值增长6%；2.固定资产投资增长8%；3.城镇新增就业4800人。',
      ['地区生产总值: growth up 6% 2025', '固定资产投资: growth up 8% 2025', '城镇新增就业: level 4800人 2025'],
    ],
    [
      '（1）地区生产总值增长6%；（2）固定资产投资增长8%。',
      ['地区生产总值: growth up 6% 2025', '固定资产投资: growth up 8% 2025'],
    ],
    ['一般公共预算收入增长3%（剔除一次性因素后增长8%）。', ['一般公共预算收入: growth up 3% 2025']],
    [
      '地区生产总值保持6%以上增速，战略性新兴产业产值保持两位数增长。',
      ['地区生产总值: growth up at-least 6% 2025', '战略性新兴产业产值: qualitative 2025'],
    ],
    [
      '主导产业产值实现10%以上的增长，城镇新增就业4800人。',
      ['主导产业产值: growth up at-least 10% 2025', '城镇新增就业: level 4800人 2025'],
    ],
    ['争取一般公共预算收入完成20亿元。', ['一般公共预算收入: level 20亿元 2025']],
    [
      '全社会固定资产投资增长9%左右，技改投资增长15%。',
      ['固定资产投资 (全社会固定资产投资): growth up about 9% 2025', '技术改造投资 (技改投资): growth up 15% 2025'],
    ],
    ['地区生产总值（GDP）增长6%。', ['地区生产总值 (地区生产总值（GDP）): growth up 6% 2025']],
    ['经济增速保持在6%左右，好于全市平均水平。', ['地区生产总值 (经济增速): growth up about 6% 2025']],
  ])('reads %s', (text, expected) => {
    expect(targets(text)).toEqual(expected);
  });

  it.each<[string, number]>([
    [
      '城镇新增就业1100万人以上，城镇调查失业率5.5%左右，城镇登记失业率4.5%以内；国际收支基本平衡，进出口稳中提质；居民收入增长与经济增长基本同步；生态环境进一步改善，单位国内生产总值能耗下降3%左右，主要污染物排放量继续下降。',
      9,
    ],
    [
      '国内生产总值增长5%左右；城镇新增就业1200万人以上，城镇调查失业率5.5%左右；居民消费价格涨幅2%左右；国际收支保持基本平衡；居民收入增长和经济增长同步；粮食产量1.4万亿斤左右；单位国内生产总值能耗降低3%左右，生态环境质量持续改善。',
      9,
    ],
    [
      '居民消费价格涨幅3.5%左右；进出口促稳提质，国际收支基本平衡；居民收入增长与经济增长基本同步；单位国内生产总值能耗和主要污染物排放量继续下降，努力完成五年规划目标任务。',
      6,
    ],
  ])('counts the targets of %s', (text, count) => {
    expect(targets(text)).toHaveLength(count);
  });
});

describe('tasks', () => {
  it.each<[string, string[]]>([
    ['新建改造高标准农田4.1万亩。', ['新建改造高标准农田: level 4.1万亩 2025']],
    ['力争服务业增加值增长8%。', ['服务业增加值: growth up 8% 2025']],
    ['城镇化率提高到62%。', ['常住人口城镇化率 (城镇化率): level 62% 2025']],
    [
      '年内竣工项目30个以上，完成投资52亿元。',
      ['竣工项目: level at-least 30个 2025', '竣工项目完成投资 (完成投资): level 52亿元 2025'],
    ],
    [
      '培育专精特新企业8家以上、高新技术企业12家以上。',
      ['培育专精特新企业: level at-least 8家 2025', '培育高新技术企业: level at-least 12家 2025'],
    ],
    ['到2030年，森林覆盖率达到46%。', ['森林覆盖率: level 46% plan']],
    ['“十五五”期间，累计新建农村公路600公里。', ['新建农村公路: level 600公里 plan']],
    ['一般性支出压减5%以上。', ['一般性支出: growth down at-least 5% 2025']],
    ['实施45万平方米既有建筑节能改造。', ['实施既有建筑节能改造: level 45万平方米 2025']],
    ['旅游收入力争突破30亿元。', ['旅游收入: level at-least 30亿元 2025']],
    ['引进领军人才团队不少于5个。', ['引进领军人才团队: level at-least 5个 2025']],
  ])('reads %s', (text, expected) => {
    expect(tasks(text)).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['开工建设云溪水库、南山隧道。', ['云溪水库: qualitative 2025', '南山隧道: qualitative 2025']],
    ['确保区妇幼保健院年底前建成投用。', ['区妇幼保健院: qualitative 2025']],
    ['力促环城北路、望江大桥建成通车。', ['环城北路: qualitative 2025', '望江大桥: qualitative 2025']],
    ['建成全民健身中心，启动建设青禾高铁站。', ['全民健身中心: qualitative 2025', '青禾高铁站: qualitative 2025']],
    ['加快推进项目建设，开工建设一批重大项目，全面建成小康社会成果更加巩固。', []],
    ['项目建成后将带动群众增收。', []],
  ])('reads promises in words: %s', (text, expected) => {
    expect(tasks(text)).toEqual(expected);
  });

  it('tells what is so already from what is promised', () => {
    expect(tasks('全区研发平台已达46家，今年再新增研发平台8家。')).toEqual(['新增研发平台: level 8家 2025']);
  });

  it('knows a past year in the plan as a result', () => {
    expect(statements({ plan: '2024年全区接待游客300万人次，今年要接待游客350万人次以上。' }, 'result')).toEqual([
      '接待游客人次 (接待游客): level 300万人次 2024',
    ]);
  });
});

describe('places', () => {
  const text = report({
    review: '全区生产总值完成312亿元、增长6.2%。',
    goals: '主要预期目标是：城镇、农村居民人均可支配收入分别增长5%、6%左右，地区生产总值增长6%以上。',
  });
  const all = createAnalyser().analyse(text, DRAFT).statements;
  const slice = (start: number, end: number): string => text.slice(start, end);

  it('runs from the name to the value', () => {
    expect(all.map(({ start, end }) => slice(start, end))).toEqual([
      '生产总值完成312亿元',
      '生产总值完成312亿元、增长6.2%',
      '城镇、农村居民人均可支配收入分别增长5%、6%左右',
      '城镇、农村居民人均可支配收入分别增长5%、6%左右',
      '地区生产总值增长6%以上',
    ]);
  });

  it('gives the place of names and values', () => {
    expect(all.map(({ nameStart, nameEnd }) => slice(nameStart, nameEnd))).toEqual([
      '生产总值',
      '生产总值',
      '城镇',
      '农村居民人均可支配收入',
      '地区生产总值',
    ]);
    expect(all.map(({ valueStart, valueEnd }) => slice(valueStart, valueEnd))).toEqual([
      '312亿元',
      '6.2%',
      '5%',
      '6%左右',
      '6%以上',
    ]);
  });

  it('stays right in traditional characters, with CR LF and with broken lines', () => {
    const plain = createAnalyser()
      .analyse(report({ review: '粮食产量增长3.5%。' }), DRAFT)
      .statements.map(show);
    const folded = report({ review: '粮食产量增长3.5%。' }).replace(/\n/g, '\r\n');
    expect(createAnalyser().analyse(folded, DRAFT).statements.map(show)).toEqual(plain);
  });

  it('says nothing of a text that is no report', () => {
    expect(createAnalyser().analyse('地区生产总值增长6%。').statements).toEqual([]);
  });
});

describe('the State Council', () => {
  it('has its own names', () => {
    const text = [
      '政府工作报告',
      '——2025年3月5日在第十四届全国人民代表大会第三次会议上',
      '国务院总理　某某',
      '各位代表：',
      '我代表国务院向大会作报告，请代表们审议，也请各位委员提出意见。',
      '一、2024年的工作',
      '国内生产总值增长5%，城镇新增就业1200万人。',
      '二、2025年工作安排',
      '今年发展主要预期目标是：经济增长5%左右，单位国内生产总值能耗降低3%左右。',
      ...Array.from({ length: 8 }, () => '我们要坚定信心，开拓前进。'),
    ].join('\n');
    expect(createAnalyser().analyse(text, DRAFT).statements.map(show)).toEqual([
      '国内生产总值: growth up 5% 2024',
      '城镇新增就业: level 1200万人 2024',
      '国内生产总值 (经济增长): growth up about 5% 2025',
      '单位国内生产总值能耗: growth down about 3% 2025',
    ]);
  });
});
