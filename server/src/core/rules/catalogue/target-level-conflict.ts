import type { Analysis, Bilingual, Statement } from '../../model';
import { findIndicator } from '../../data';
import type { DocumentRule, Finding } from '../rule';
import { matches, prose } from '../support';
import type { Printed } from '../values';
import {
  baseUnit,
  indicatorOf,
  isAdjusted,
  isWhole,
  placeOf,
  printed,
  settledStatements,
  statementsOf,
  show,
  valueWords,
} from '../values';

/** A level, a growth target and next year's level that do not fit, or a part larger than its whole. */
export const targetLevelConflict: DocumentRule = {
  id: 'target-level-conflict',
  category: 'indicators',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '上年总量、增速目标与今年总量目标互不相符，或者部分大于总体',
    en: 'Last year’s level, the growth target and this year’s level do not fit, or a part is larger than its whole',
  },
  rationale: {
    zh: '上年完成 189 亿元、今年增长 20% 以上，今年就应在 226.8 亿元以上，写成 217 亿元必有一处不对。只核按现价计算的指标，允许 1% 的出入；地区生产总值、增加值按不变价计算增速，不作比较。重点项目投资、出口总额等是总体的一部分，不能大于总体。',
    en: 'After 189亿元, growth of 20% or more asks for 226.8亿元; 217亿元 cannot be right. Only indicators at current prices are compared, with a tolerance of 1 %; the growth of output and value added is at constant prices. A part, such as the investment of key projects, cannot exceed its whole.',
  },
  sources: ['国家统计局《中国统计年鉴》主要统计指标解释', '编校通例：数据之间互相印证'],
  options: {
    tolerance: {
      type: 'number',
      default: 1,
      description: { zh: '允许的出入（%）', en: 'Tolerance in per cent' },
    },
  },
  examples: [
    {
      part: 'whole',
      bad: '政府工作报告\n——2025年1月10日在青禾区第十八届人民代表大会第四次会议上\n各位代表：\n一、2024年工作回顾\n全年固定资产投资完成189亿元，增长20.8%。\n二、2025年工作安排\n今年主要预期目标是：固定资产投资增长20%以上，一般公共预算收入增长6%。\n抓好项目建设，力争全年⟦固定资产投资217亿元以上⟧。\n',
    },
    {
      part: 'whole',
      bad: '政府工作报告\n——2025年1月10日在青禾区第十八届人民代表大会第四次会议上\n各位代表：\n一、2024年工作回顾\n全年一般公共预算收入完成15.17亿元，增长6%。\n二、2025年工作安排\n今年主要预期目标是：一般公共预算收入增长6%左右，社会消费品零售总额增长5%。\n涵养财源，⟦一般公共预算收入达到17.8亿元⟧。\n',
    },
    { part: 'plan', bad: '去年引进到位资金80亿元，今年确保增长10%以上，达到⟦84亿元⟧以上。' },
    { part: 'plan', good: '去年引进到位资金80亿元，今年确保增长10%以上，达到88亿元。' },
    {
      part: 'review',
      bad: '固定资产投资完成115亿元。\n推进项目建设，⟦重点项目完成投资154.2亿元⟧。',
    },
    {
      part: 'review',
      bad: '全年进出口总额完成9.7亿元，⟦出口总额完成10.4亿元⟧。',
    },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十八届人民代表大会第四次会议上\n各位代表：\n一、2024年工作回顾\n全年一般公共预算收入完成16.4亿元，增长6%，地区生产总值完成338亿元。\n二、2025年工作安排\n今年主要预期目标是：一般公共预算收入增长9%以上，地区生产总值增长6%。\n一般公共预算收入达到18亿元以上，地区生产总值达到350亿元。\n',
    },
    { part: 'review', good: '固定资产投资完成115亿元。\n实施重点项目88个，完成投资92亿元，重点项目总投资320亿元。' },
    { part: 'review', good: '开发区固定资产投资完成15亿元，全区重点项目完成投资54.2亿元。' },
    { part: 'review', good: '社会消费品零售总额完成111.7亿元，餐饮收入12.1亿元，五年来重点项目累计完成投资460亿元。' },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十八届人民代表大会第四次会议上\n各位代表：\n一、2024年工作回顾\n全年固定资产投资完成189亿元。\n二、2025年工作安排\n今年主要预期目标是：固定资产投资增长10%以上，工业投资增长12%。\n开发区固定资产投资60亿元以上，固定资产投资突破210亿元。\n',
    },
  ],
  *check({ analysis, options }) {
    const tolerance = Math.max(0, Number(options.tolerance)) / 100;
    yield* targets(analysis, tolerance);
    yield* withinSentences(analysis, tolerance);
    yield* parts(analysis, settledStatements(analysis));
  },
};

// 去年引进到位资金80亿元，今年确保增长10%以上，达到84亿元以上
const LEVELS =
  /(去年|上年|\d{4}年)([^，。；\d]{0,16})(\d+(?:\.\d+)?)([万亿]{0,2}[\u4e00-\u9fff]{1,2})，(?:今年|\d{4}年)[^，。；\d]{0,8}增长(\d+(?:\.\d+)?)%(以上|左右)?[，、][^，。；\d]{0,12}?(?:达到?|突破|实现|完成|超过)(\d+(?:\.\d+)?)\4(以上|左右)?/g;
const NEXT = /[今\d]年[^，。；\d]{0,8}增长\d/;

/** Last year's level, this year's growth and this year's level in one sentence, of indicators without a row too. */
function* withinSentences({ report }: Analysis, tolerance: number): Generator<Finding> {
  const planYear = report.info?.planYear ?? null;
  for (const block of prose(report, NEXT)) {
    for (const match of matches(LEVELS, block.text)) {
      const [all, when = '', name = '', before = '', unit = '', growth = '', bound = '', level = ''] = match;
      if (/生产总值|增加值/.test(name) || (/^\d/.test(when) && Number(when.slice(0, 4)) !== (planYear ?? 0) - 1))
        continue;
      if (/^[万亿]?个?百分/.test(unit)) continue;
      const wanted = Number(before) * (1 + Number(growth) / 100);
      const half = 0.5 * 10 ** -(level.split('.')[1]?.length ?? 0);
      const room = tolerance + (bound === '左右' ? 0.005 : 0);
      const stated = Number(level);
      const isLow = stated + half < wanted * (1 - room);
      const isHigh = bound !== '以上' && stated - half > wanted * (1 + room);
      if (!isLow && !isHigh) continue;
      const words = level + unit;
      const start = match.index + all.lastIndexOf(words);
      const place = block.span(start, start + words.length);
      const actual = (stated / Number(before) - 1) * 100;
      yield {
        ...place,
        message: {
          zh: `${when}“${before}${unit}”，增长“${growth}%${bound}”应为${show(wanted)}${unit}，此处“${words}”只合增长${show(actual)}%，请核。`,
          en: `“${before}${unit}” and growth of “${growth}%${bound}” make ${show(wanted)}${unit}; “${words}” is a change of ${show(actual)}%.`,
        },
      };
    }
  }
}

function* targets(analysis: Analysis, tolerance: number): Generator<Finding> {
  for (const level of settledStatements(analysis)) {
    if (level.role === 'result' || level.measure !== 'level' || indicatorOf(level)?.basis !== 'nominal') continue;
    if (!isWhole(analysis, level)) continue;
    const same = statementsOf(analysis, level.indicator).filter((one) => isWhole(analysis, one));
    const before = same.find(
      (one) =>
        one.role === 'result' &&
        one.measure === 'level' &&
        one.bound === 'exact' &&
        one.year === (level.year ?? 0) - 1 &&
        baseUnit(one) === baseUnit(level),
    );
    const growth = same.find(
      (one) => one.role !== 'result' && one.measure === 'growth' && one.unit === '%' && one.year === level.year,
    );
    if (before === undefined || growth === undefined || isAdjusted(analysis, growth)) continue;
    const finding = judge(analysis, before, growth, level, tolerance);
    if (finding !== null) yield finding;
  }
}

function judge(
  analysis: Analysis,
  before: Statement,
  growth: Statement,
  level: Statement,
  tolerance: number,
): Finding | null {
  const base = printed(analysis, before, before.min ?? 0);
  const sign = growth.direction === 'down' ? -1 : 1;
  const from = growth.min === null ? null : base.value * (1 + (sign * growth.min) / 100);
  const until = growth.max === null ? null : base.value * (1 + (sign * growth.max) / 100);
  const [low, high] = sign > 0 ? [from, until] : [until, from];
  const stated = printed(analysis, level, level.min ?? level.max ?? 0);
  // 增长20%左右 leaves more room than 增长20%.
  const room = (growth.bound === 'about' ? 0.005 : 0) + tolerance;
  const tooLow = low !== null && level.bound !== 'at-most' && isBelow(stated, low, room);
  const tooHigh =
    high !== null &&
    level.bound !== 'at-most' &&
    growth.bound !== 'at-least' &&
    isBelow({ ...stated, value: high }, stated.value, room);
  if (!tooLow && !tooHigh) return null;
  const implied = (stated.value / base.value - 1) * 100 * sign;
  const wanted = (tooLow ? low : high) ?? 0;
  const scale = stated.value / (level.min ?? level.max ?? 1);
  return {
    ...placeOf(level),
    message: {
      zh: `上年“${valueWords(analysis, before)}”，今年目标${sign > 0 ? '增长' : '下降'}“${valueWords(analysis, growth)}”，应为${show(wanted / scale)}${level.unit ?? ''}，此处“${valueWords(analysis, level)}”只合${implied >= 0 ? '增长' : '下降'}${show(Math.abs(implied))}%，请核。`,
      en: `“${valueWords(analysis, before)}” last year and a target of “${valueWords(analysis, growth)}” make ${show(wanted / scale)}${level.unit ?? ''}; “${valueWords(analysis, level)}” here is a change of ${show(implied)}%.`,
    },
    related: [
      { ...placeOf(before), message: { zh: '上年总量', en: 'last year’s level' } },
      { ...placeOf(growth), message: { zh: '增速目标', en: 'the growth target' } },
    ],
  };
}

function isBelow(stated: Printed, limit: number, room: number): boolean {
  return stated.value + stated.half < limit * (1 - room);
}

/** Parts of a whole that are larger than it, in one year. */
function* parts(analysis: Analysis, all: readonly Statement[]): Generator<Finding> {
  for (const part of all) {
    if (part.measure !== 'level' || part.period !== 'annual' || part.year === null || part.role !== 'result') continue;
    const whole = wholeOf(part);
    if (whole === null || (part.bound !== 'exact' && part.bound !== 'at-least') || part.min === null) continue;
    const total = statementsOf(analysis, whole).find(
      (one) =>
        one.role === part.role &&
        one.measure === 'level' &&
        one.year === part.year &&
        one.bound === 'exact' &&
        baseUnit(one) === baseUnit(part) &&
        isWhole(analysis, one),
    );
    if (
      total === undefined ||
      total.min === null ||
      (part.known && !isWhole(analysis, part)) ||
      saysMore(analysis, part)
    )
      continue;
    const small = printed(analysis, part, part.min);
    const large = printed(analysis, total, total.min);
    if (small.value - small.half <= (large.value + large.half) * 1.01) continue;
    yield {
      ...placeOf(part),
      message: messageOf(analysis, part, total),
      related: [
        {
          ...placeOf(total),
          message: { zh: `此处为“${valueWords(analysis, total)}”`, en: `“${valueWords(analysis, total)}” here` },
        },
      ],
    };
  }
}

function messageOf(analysis: Analysis, part: Statement, total: Statement): Bilingual {
  const name = part.known ? part.name : '项目完成投资';
  return {
    zh: `“${name}”为“${valueWords(analysis, part)}”，大于同年“${total.name}”“${valueWords(analysis, total)}”，部分不应大于总体，请核。`,
    en: `“${name}” is “${valueWords(analysis, part)}”, more than the whole, “${total.name}” of “${valueWords(analysis, total)}”, in the same year.`,
  };
}

/** The indicator that a statement is a part of; projects are part of the investment in fixed assets. */
function wholeOf(part: Statement): string | null {
  if (part.known) return findIndicator(part.indicator)?.partOf ?? null;
  // 实施1亿元以上项目…完成投资
  return /(?:重点|重大)项目完成投资$|^(?:全部)?项目投资$/.test(part.indicator) && !/累计|五年|前/.test(part.indicator)
    ? '固定资产投资'
    : null;
}

/** A total of several years or a plan's amount is not spent in this one. */
function saysMore(analysis: Analysis, part: Statement): boolean {
  const block = analysis.report.blocks[part.block];
  if (block === undefined) return true;
  const from = block.readingOffset(part.nameStart);
  const until = block.readingOffset(part.valueEnd);
  const before =
    block.text
      .slice(Math.max(0, from - 40), from)
      .split(/[。；！？]/)
      .at(-1) ?? '';
  return /累计|总投资|协议|以来|期间|[三四五]年/.test(before + block.text.slice(from, until));
}
