import { formsOf, indicators } from '../../data';
import type { Analysis, CorpusReport, Statement } from '../../model';
import type { DocumentRule } from '../rule';
import { goalPlace, targetList, withTargets } from '../targets';
import { reportName } from '../values';

/** Indicators that every recent report set a target for and this one does not. */
export const targetDropped: DocumentRule = {
  id: 'target-dropped',
  category: 'indicators',
  severity: 'information',
  fix: 'none',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '近年都列入预期目标的指标，今年没有列',
    en: 'An indicator in the target list of all recent reports and missing now',
  },
  rationale: {
    zh: '代表会比较历年目标。最近（至多三年）的报告都列的指标今年不见了，可能是有意调整，也可能是改稿时漏掉。今年任务中另有安排、或者目标段用文字提到的，不作提示；城镇、农村居民收入合为一项的，视为已列。',
    en: 'Deputies compare target lists. An indicator that the last reports (up to three) all set and this one does not was either taken out on purpose or lost in drafting. Indicators that the plan mentions elsewhere, or that a joint one covers, are left alone.',
  },
  sources: ['本地历年政府工作报告的预期目标'],
  options: {
    years: {
      type: 'number',
      default: 3,
      description: { zh: '至多比较最近几年的报告', en: 'How many recent reports to compare with, at most' },
    },
  },
  examples: [
    {
      bad: '今年⟦主要预期目标⟧是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%，城镇登记失业率控制在4%以内。',
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%，城镇登记失业率控制在4%以内。',
      ],
    },
    {
      bad: '今年⟦主要预期目标⟧是：地区生产总值增长6%左右，一般公共预算收入增长5%，城镇新增就业5000人以上。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，社会消费品零售总额增长6%，城镇新增就业5000人以上。',
      ],
    },
    {
      bad: '今年⟦主要预期目标⟧是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%，规模以上工业增加值增长7%，粮食产量稳定在2.4亿斤以上。',
      ],
    },
    {
      good: '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%，城镇登记失业率控制在4%以内。',
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%。',
      ],
    },
    {
      good: '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%。\n落实就业优先政策，确保城镇新增就业5000人以上。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%，城镇新增就业5000人以上。',
      ],
    },
    {
      good: '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，城乡居民人均可支配收入增长6%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，城镇居民人均可支配收入增长5%，农村居民人均可支配收入增长7%。',
      ],
    },
    { good: '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%。' },
    {
      good: '全面完成各项任务。',
      precedents: ['今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%，固定资产投资增长8%。'],
    },
  ],
  *check({ analysis, corpus, options }) {
    const list = targetList(analysis);
    const [first] = list;
    if (first === undefined || list.length < 3) return;
    const recent = withTargets(corpus.precedents).slice(0, Math.max(1, Number(options.years)));
    const [newest] = recent;
    if (newest === undefined) return;
    const dropped = targetList(newest.analysis).filter(
      (target) =>
        !isAimedAt(analysis, target.indicator) &&
        recent.every(({ analysis: past }) => isAimedAt(past, target.indicator)) &&
        !isMentioned(analysis, target.indicator) &&
        !isGone(target.indicator, analysis.report.info?.planYear ?? null),
    );
    if (dropped.length === 0) return;
    const names = dropped.map(({ name }) => name);
    const span = years(recent);
    yield {
      ...goalPlace(analysis, first),
      message: {
        zh: `${span.zh}${recent.length > 1 ? '都' : ''}列有“${names.join('”“')}”的目标，今年没有列，请核是否有意调整。`,
        en: `${span.en} set a target for “${names.join('”, “')}”; this draft does not.`,
      },
      related: dropped.map((target) => related(newest, target)),
    };
  },
};

function related(
  report: CorpusReport,
  target: Statement,
): { path: string; start: number; end: number; message: { zh: string; en: string } } {
  const { zh, en } = reportName(report);
  return {
    path: report.path,
    start: target.start,
    end: target.end,
    message: { zh: `${zh}的目标`, en: `the target in ${en}` },
  };
}

function years(reports: readonly CorpusReport[]): { zh: string; en: string } {
  const list = reports.map(({ analysis }) => analysis.report.info?.planYear ?? 0).sort((a, b) => a - b);
  const [first] = list;
  const last = list.at(-1);
  if (list.length === 1) return { zh: `${last ?? ''}年报告`, en: `The report of ${last ?? ''}` };
  return {
    zh: `近 ${list.length} 年（${first ?? ''}—${last ?? ''}年）报告`,
    en: `The last ${list.length} reports (${first ?? ''} to ${last ?? ''})`,
  };
}

function isAimedAt(analysis: Analysis, indicator: string): boolean {
  return targetList(analysis).some((one) => one.indicator === indicator);
}

/** Whether the plan speaks of the indicator at all: as a target, a task, under another name or jointly with another one. */
function isMentioned(analysis: Analysis, name: string): boolean {
  const row = indicators.find((one) => one.name === name);
  const related = indicators.filter(
    (one) => one.parts?.includes(name) === true || one.nationalOf === name || row?.parts?.includes(one.name) === true,
  );
  const accepted = new Set([name, ...related.map((one) => one.name)]);
  const planYear = analysis.report.info?.planYear ?? null;
  const aims = analysis.statements.filter((one) => one.role !== 'result' && one.year === planYear);
  if (aims.some((one) => accepted.has(one.indicator))) return true;
  // What is said in passing, or for the five years to come, sets no target for the year.
  const lists = new Set(aims.filter((one) => one.role === 'target').map((one) => one.block));
  const forms = [row, ...related].flatMap((one) => (one === undefined ? [] : formsOf(one).map(([form]) => form)));
  // In words one term stands for several indicators: 居民收入, 失业率, 节能减排.
  const core = COMMON.find((words) => words.test(name));
  // 农村居民人均可支配收入 does not speak for the one of the towns.
  const apart = name.endsWith('收入') ? targetList(analysis).map((one) => one.name) : [];
  return analysis.report.blocks.some(
    (block) =>
      block.kind === 'body' &&
      (block.role === 'targets' || block.role === 'plan') &&
      ((lists.has(block.index) && forms.some((form) => block.text.includes(form))) ||
        (core !== undefined && isGoal(block.text) && core.test(without(block.text, apart)))),
  );
}

function without(text: string, names: readonly string[]): string {
  return names.reduce((rest, name) => rest.replaceAll(name, ''), text);
}

const COMMON: readonly RegExp[] = [
  /失业率/,
  /(?:居民|农民|农牧民).{0,8}收入/,
  /能耗|减排|污染物|碳排放|双控/,
  /价格|物价/,
  /粮食/,
  /就业/,
  /空气质量|生态环境质量/,
];

function isGoal(text: string): boolean {
  return text.includes('目标');
}

/** An indicator that is no longer compiled. */
function isGone(name: string, year: number | null): boolean {
  const until = indicators.find((one) => one.name === name)?.until;
  return until !== undefined && year !== null && year > Number(until.slice(0, 4));
}
