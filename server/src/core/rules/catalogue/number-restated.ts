import type { DocumentRule } from '../rule';
import {
  baseUnit,
  exactValue,
  indicatorOf,
  isWhole,
  placeOf,
  reportName,
  settledStatements,
  statementsOf,
  valueWords,
} from '../values';

/** Another value for a past year than the report of that time gave. */
export const numberRestated: DocumentRule = {
  id: 'number-restated',
  category: 'numbers',
  severity: 'information',
  fix: 'none',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '往年数据与当时的报告不一致',
    en: 'Another value for a past year than the report of that time gave',
  },
  rationale: {
    zh: '回顾几年变化时引用的往年数据，应与当年报告一致；经普查或年报核定而修订的，请核后保留。保留位数不同而四舍五入相等的、当时注明预计的，不作提示。',
    en: 'Figures of earlier years agree with the reports of those years unless they were revised. Roundings of one number and values that were estimates at the time are left alone.',
  },
  sources: ['本地历年政府工作报告'],
  options: {},
  examples: [
    {
      part: 'review',
      bad: '⟦一般公共预算收入由2022年的13.8亿元⟧增加到2024年的15.17亿元。',
      precedents: ['各项工作都有新进展。', '全年一般公共预算收入完成13.4亿元。'],
    },
    {
      part: 'review',
      bad: '2023年⟦社会消费品零售总额105.6亿元⟧，2024年社会消费品零售总额111.7亿元。',
      precedents: ['全年社会消费品零售总额完成106.5亿元。'],
    },
    {
      part: 'review',
      bad: '2023年⟦城镇调查失业率为5.1%⟧。',
      precedents: ['全年城镇调查失业率为5.3%。'],
    },
    {
      part: 'review',
      good: '2023年社会消费品零售总额105.6亿元，2024年社会消费品零售总额111.7亿元。',
      precedents: ['全年社会消费品零售总额完成105.62亿元。'],
    },
    {
      part: 'review',
      good: '2023年社会消费品零售总额105.6亿元。',
      precedents: ['预计全年社会消费品零售总额完成106.5亿元。'],
    },
    {
      part: 'review',
      good: '2024年社会消费品零售总额111.7亿元，年均增长5%。',
      precedents: ['全年社会消费品零售总额完成105.6亿元。'],
    },
    {
      part: 'review',
      good: '2023年开发区一般公共预算收入3.2亿元。',
      precedents: ['全年一般公共预算收入完成13.4亿元，开发区一般公共预算收入2.9亿元。'],
    },
  ],
  *check({ analysis, corpus }) {
    const planYear = analysis.report.info?.planYear ?? null;
    if (planYear === null) return;
    for (const statement of settledStatements(analysis)) {
      const { year } = statement;
      if (statement.role !== 'result' || year === null || year >= planYear - 1 || statement.estimated) continue;
      if (statement.measure === 'qualitative' || indicatorOf(statement) === null || !isWhole(analysis, statement))
        continue;
      const now = exactValue(analysis, statement);
      const report = corpus.precedents.find((one) => one.analysis.report.info?.planYear === year + 1);
      if (now === null || report === undefined) continue;
      const past = statementsOf(report.analysis, statement.indicator).filter(
        (one) =>
          one.role === 'result' &&
          one.year === year &&
          one.measure === statement.measure &&
          one.direction === statement.direction &&
          baseUnit(one) === baseUnit(statement) &&
          isWhole(report.analysis, one),
      );
      const [before] = past;
      if (before === undefined || past.some((one) => one.estimated || one.bound !== 'exact')) continue;
      const values = past.flatMap((one) => exactValue(report.analysis, one) ?? []);
      if (values.some((old) => Math.abs(old.value - now.value) <= Math.max(old.half, now.half) * 1.0001)) continue;
      const where = reportName(report);
      yield {
        ...placeOf(statement),
        message: {
          zh: `${year}年“${statement.name}”此处为“${valueWords(analysis, statement)}”，${where.zh}为“${valueWords(report.analysis, before)}”，请核是否有修订。`,
          en: `“${statement.name}” of ${year} is “${valueWords(analysis, statement)}” here; ${where.en} gave “${valueWords(report.analysis, before)}”.`,
        },
        related: [
          {
            path: report.path,
            ...placeOf(before),
            message: { zh: `${where.zh}的数值`, en: `the value in ${where.en}` },
          },
        ],
      };
    }
  },
};
