import type { Analysis, CorpusReport, Statement } from '../../model';
import type { DocumentRule, Finding } from '../rule';
import { matches, prose } from '../support';
import {
  baseUnit,
  exactValue,
  indicatorOf,
  isAdjusted,
  isWhole,
  placeOf,
  reportName,
  settledStatements,
  statementsOf,
  show,
  valueWords,
} from '../values';

/** A stated growth that the level and the past report's level do not give. */
export const numberGrowth: DocumentRule = {
  id: 'number-growth',
  category: 'numbers',
  severity: 'warning',
  fix: 'none',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '总量与增速同上年报告的总量对不上',
    en: 'A level and a growth that do not fit the level in last year’s report',
  },
  rationale: {
    zh: '上年报告完成 100 亿元，今年完成 110 亿元，增速应在 10% 左右，写成增长 20% 必有一处不对。只核按现价计算的指标（地区生产总值、增加值的增速按不变价计算，不在此列），四舍五入之外再留余地，因为上年数据事后常有核定；注明同口径、实际增长的不核。',
    en: 'From 100亿元 to 110亿元 is growth of about 10%; 20% cannot be right. Only indicators at current prices are compared, and there is room beyond rounding, since the figures of a year are often settled later. Growth on another basis (同口径, 实际) is left alone.',
  },
  sources: ['国家统计局《中国统计年鉴》主要统计指标解释', '本地历年政府工作报告'],
  options: {
    tolerance: {
      type: 'number',
      default: 2,
      description: {
        zh: '四舍五入之外允许的出入（百分点）；出入超过百分之十五的按其百分之十五计',
        en: 'Tolerance beyond rounding in percentage points, or 15 % of the growth where that is more',
      },
    },
  },
  examples: [
    {
      part: 'review',
      bad: '社会消费品零售总额完成111.7亿元、⟦增长15.8%⟧。',
      precedents: ['社会消费品零售总额完成105.6亿元、增长6.1%。'],
    },
    {
      part: 'review',
      bad: '一般公共预算收入完成15.17亿元，⟦增长9.2%⟧。',
      precedents: ['一般公共预算收入完成14.31亿元。'],
    },
    {
      part: 'review',
      bad: '全年固定资产投资完成188.4亿元、⟦增长1.8%⟧。',
      precedents: ['全年固定资产投资完成174.3亿元。'],
    },
    {
      part: 'review',
      bad: '网络零售额由20亿元增加到25亿元，⟦增长35%⟧，旅游收入达到33.2亿元，比上年的30.1亿元⟦增长12.6%⟧。',
    },
    {
      part: 'review',
      good: '网络零售额由20亿元增加到25亿元，增长25%，存款余额由2020年的502亿元增加到553亿元、增长10.2%。',
    },
    {
      part: 'review',
      good: '社会消费品零售总额完成111.7亿元、增长5.8%，一般公共预算收入完成15.17亿元、增长6.0%。',
      precedents: ['社会消费品零售总额完成105.6亿元、增长6.1%，一般公共预算收入完成14.31亿元。'],
    },
    {
      part: 'review',
      good: '地区生产总值完成338.9亿元、增长5.7%，城镇居民人均可支配收入达到48836元、实际增长4.9%。',
      precedents: ['地区生产总值完成300.1亿元，城镇居民人均可支配收入达到44000元。'],
    },
    {
      part: 'review',
      good: '一般公共预算收入完成13.2亿元，同口径增长3.1%。',
      precedents: ['一般公共预算收入完成14.31亿元。'],
    },
    {
      part: 'review',
      good: '固定资产投资完成188.4亿元、增长8.1%。',
      precedents: ['预计固定资产投资完成150亿元，开发区固定资产投资完成62亿元。'],
    },
    { part: 'review', good: '社会消费品零售总额完成111.7亿元、增长15.8%。' },
  ],
  *check({ analysis, corpus, options }) {
    const tolerance = Math.max(0, Number(options.tolerance));
    yield* withinSentences(analysis);
    for (const growth of settledStatements(analysis)) {
      if (growth.role !== 'result' || growth.measure !== 'growth' || growth.unit !== '%' || !isSure(analysis, growth))
        continue;
      if (isAdjusted(analysis, growth)) continue;
      const level = statementsOf(analysis, growth.indicator).find(
        (one) => one.measure === 'level' && isSame(one, growth) && isSure(analysis, one),
      );
      if (level === undefined) continue;
      const past = corpus.precedents.find((one) => one.analysis.report.info?.planYear === growth.year);
      const finding = past === undefined ? null : compare(analysis, level, growth, past, tolerance);
      if (finding !== null) yield finding;
    }
  },
};

// 由20亿元增加到25亿元，增长35%  从8亿元提高到12亿元、增长50%
const FROM_TO =
  /[由从](?:\d{4}年[底末]?的?|上年的?|去年的?)?(\d+(?:\.\d+)?)([万亿]{0,2}[\u4e00-\u9fff]{1,2}?)(?:增加|提高|增长|提升|扩大|上升|跃升|减少|下降|降)[到至](?:\d{4}年[底末]?的?)?(\d+(?:\.\d+)?)\2[，、](增长|提高|提升|上升|增加|下降|减少)(\d+(?:\.\d+)?)%/g;
// 达到33亿元，比上年的30亿元增长12%
const THAN =
  /(?<![\d.])(\d{1,9}(?:\.\d+)?)([万亿]{0,2}[\u4e00-\u9fff]{1,2})，比(?:\d{4}年|上年|去年)的?(\d{1,9}(?:\.\d+)?)\2(增长|提高|上升|增加|下降|减少)(\d+(?:\.\d+)?)%/g;
const PERCENT = /[到至]\d|比(?:\d{4}|上|去)年/;
// Growth that is not that of the levels.
const CONSTANT = /生产总值|GDP|增加值|实际|可比|同口径|不变价|扣除/;

/** Two levels and their growth in one sentence. */
function* withinSentences({ report }: Analysis): Generator<Finding> {
  for (const block of prose(report, PERCENT)) {
    const { text } = block;
    const found = [
      ...matches(FROM_TO, text).map((match) => ({ match, from: match[1], to: match[3] })),
      ...matches(THAN, text).map((match) => ({ match, from: match[3], to: match[1] })),
    ];
    for (const { match, from = '', to = '' } of found) {
      const sentence = text.slice(Math.max(0, match.index - 40), match.index + match[0].length);
      if (CONSTANT.test(sentence.split(/[。；]/).at(-1) ?? '')) continue;
      const [verb = '', digits = ''] = match.slice(4);
      const stated = (/下降|减少/.test(verb) ? -1 : 1) * Number(digits);
      const [halfFrom, halfTo, half] = [from, to, digits].map(halfDigit) as [number, number, number];
      const least = ((Number(to) - halfTo) / (Number(from) + halfFrom) - 1) * 100 - half;
      const most = ((Number(to) + halfTo) / Math.max(Number(from) - halfFrom, 1e-9) - 1) * 100 + half;
      if (stated >= least - 1e-6 && stated <= most + 1e-6) continue;
      const words = verb + digits + '%';
      const start = match.index + match[0].length - words.length;
      const actual = (Number(to) / Number(from) - 1) * 100;
      yield {
        ...block.span(start, start + words.length),
        message: {
          zh: `由${from}${match[2] ?? ''}到${to}${match[2] ?? ''}，合${actual < 0 ? '下降' : '增长'}${show(Math.abs(actual))}%，与所写“${words}”不符，请核。`,
          en: `From ${from}${match[2] ?? ''} to ${to}${match[2] ?? ''} is a change of ${show(actual)}%, not “${words}”.`,
        },
      };
    }
  }
}

/** Half a unit of the last digit of a number as printed. */
function halfDigit(digits: string): number {
  return 0.5 * 10 ** -(digits.split('.')[1]?.length ?? 0);
}

/** Exact, of the whole place and year, and of an indicator whose growth is that of its level. */
function isSure(analysis: Analysis, statement: Statement): boolean {
  return statement.bound === 'exact' && indicatorOf(statement)?.basis === 'nominal' && isWhole(analysis, statement);
}

function isSame(a: Statement, b: Statement): boolean {
  return a.indicator === b.indicator && a.year === b.year && a.role === b.role;
}

function compare(
  analysis: Analysis,
  level: Statement,
  growth: Statement,
  past: CorpusReport,
  tolerance: number,
): Finding | null {
  const levels = statementsOf(past.analysis, level.indicator).filter(
    (one) =>
      one.role === 'result' &&
      one.measure === 'level' &&
      one.year === (level.year ?? 0) - 1 &&
      !one.estimated &&
      baseUnit(one) === baseUnit(level) &&
      isSure(past.analysis, one),
  );
  const [before] = levels;
  if (before === undefined) return null;
  const old = exactValue(past.analysis, before);
  const now = exactValue(analysis, level);
  if (old === null || now === null || old.value <= 0 || growth.min === null) return null;
  const stated = growth.direction === 'down' ? -growth.min : growth.min;
  const least = ((now.value - now.half) / (old.value + old.half) - 1) * 100;
  const most = ((now.value + now.half) / (old.value - old.half) - 1) * 100;
  const room = Math.max(tolerance, 0.15 * Math.abs(stated));
  if (stated >= least - room && stated <= most + room) return null;
  const actual = (now.value / old.value - 1) * 100;
  const where = reportName(past);
  const words = actual < 0 ? `下降${show(-actual)}%` : `增长${show(actual)}%`;
  return {
    ...growthPlace(analysis, growth),
    message: {
      zh: `${where.zh}“${level.name}”为“${valueWords(past.analysis, before)}”，本稿为“${valueWords(analysis, level)}”，合${words}，与所写“${valueWords(analysis, growth)}”不符，请核。`,
      en: `“${level.name}” went from “${valueWords(past.analysis, before)}” (${where.en}) to “${valueWords(analysis, level)}”, a change of ${show(actual)}%, not “${valueWords(analysis, growth)}”.`,
    },
    related: [
      { path: past.path, ...placeOf(before), message: { zh: `${where.zh}的数值`, en: `the value in ${where.en}` } },
      { ...placeOf(level), message: { zh: '本稿总量', en: 'the level in this draft' } },
    ],
  };
}

/** The value with the verb before it. */
function growthPlace(analysis: Analysis, growth: Statement): { start: number; end: number } {
  const block = analysis.report.blocks[growth.block];
  if (block === undefined) return { start: growth.valueStart, end: growth.valueEnd };
  const at = block.readingOffset(growth.valueStart);
  const verb = /(?:增长|下降|增加|减少|提高)$/.exec(block.text.slice(Math.max(0, at - 2), at))?.[0] ?? '';
  return block.span(at - verb.length, block.readingOffset(growth.valueEnd));
}
