import { exampleReport } from '../../example-report';
import type { Block, Report, Span } from '../../model';
import type { DocumentRule, Finding } from '../rule';
import { matches, prose } from '../support';

/** A year that last year’s text brought along: 二、2024年工作安排 in the report of 2025. */
export const yearCarriedOver: DocumentRule = {
  id: 'year-carried-over',
  category: 'numbers',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '套用上年文稿而没有改的年份（工作安排部分写“2024年我们将”）',
    en: 'A year left over from last year’s text, in headings, targets and plans',
  },
  rationale: {
    zh: '起草常以上年报告为底稿，年份漏改一处，安排就成了上年的安排。报告的年份以标题或会议日期为准；只看标题中的“某年工作回顾”“某年工作安排”、“某年主要预期目标是”、安排部分的“某年我们将”“确保完成某年目标任务”、回顾部分把计划年份当作已过去的说法。作比较的、讲五年规划的年份不作提示。',
    en: 'Drafts grow out of last year’s report, and one year forgotten makes a plan that of the year gone by. The report’s own year is the one of its title or meeting. Only places where no other year can stand are looked at: headings of the review and the plan, the sentence of the targets, what “we will” do in the plan, and results of the year that is only being planned.',
  },
  sources: ['编校通例：套用往年文稿应逐处更新年份'],
  options: {},
  examples: [
    {
      part: 'whole',
      bad: dated('一、2023年工作回顾', '一、⟦2022年⟧工作回顾', '二、2024年工作安排', '二、⟦2023年⟧工作安排'),
      fixed: dated(),
    },
    {
      part: 'plan',
      bad: '⟦2024年⟧，我们将办好十件民生实事。',
      fixed: '2025年，我们将办好十件民生实事。',
    },
    {
      part: 'plan',
      bad: '压实责任，确保完成⟦2024年⟧各项目标任务。',
      fixed: '压实责任，确保完成2025年各项目标任务。',
    },
    {
      part: 'plan',
      bad: '⟦2024年⟧全区经济社会发展主要预期目标是：地区生产总值增长6%左右。',
      fixed: '2025年全区经济社会发展主要预期目标是：地区生产总值增长6%左右。',
    },
    { part: 'plan', bad: '⟦去年⟧，我们将办好十件民生实事。', fixed: '今年，我们将办好十件民生实事。' },
    { part: 'review', bad: '⟦2025年⟧，全区粮食产量达到2.4亿斤。', fixed: '2024年，全区粮食产量达到2.4亿斤。' },
    { part: 'review', bad: '⟦今年以来⟧，粮食产量稳步增长。', fixed: '一年来，粮食产量稳步增长。' },
    { part: 'plan', good: '去年，我们把要素跟着项目走落到实处；今年以来，项目建设开局良好。' },
    {
      part: 'plan',
      good: '2025年，我们将巩固2024年的好势头，粮食产量比2024年增长1%。到2030年，我们将建成现代化城区，确保完成2030年各项任务。',
    },
    {
      part: 'review',
      good: '2024年，全区粮食产量达到2.4亿斤。2025年，我们将迎来建区70周年。2023年，全区粮食产量达到2.3亿斤。',
    },
    { part: 'whole', good: dated() },
  ],
  *check({ analysis: { report } }) {
    const plan = sureYear(report);
    if (plan === null) return;
    yield* inHeadings(report, plan);
    for (const block of prose(report, SAID)) {
      const { role } = block;
      if (role === 'review') yield* asResults(block, plan, withinYear(report));
      else if (role === 'plan' || role === 'targets') yield* asPlans(block, plan);
    }
  },
};

/** Whether the meeting is in the year that is planned: in a November before it, 今年 is the year under review. */
function withinYear({ info }: Report): boolean {
  const month = Number((info?.date ?? '').split('-')[1]);
  return month >= 1 && month <= 6;
}

/** A report in small whose headings may be altered: pairs of what stands there and what to write instead. */
function dated(...changes: readonly string[]): string {
  let text = exampleReport({ year: 2024, review: '各项工作都有新进展。', plan: '抓好项目建设，办好惠民实事。' });
  for (let i = 0; i + 1 < changes.length; i += 2) text = text.replace(changes[i] ?? '', changes[i + 1] ?? '');
  return text;
}

/** The year that a report plans, where its title or the day of its meeting says so; null where it is only a guess. */
function sureYear({ info }: Report): number | null {
  const plan = info?.planYear ?? null;
  if (info === null || plan === null) return null;
  const [year = '', month = ''] = (info.date ?? '').split('-');
  // A meeting of November or December is of the year that begins.
  const met = year === '' ? null : Number(year) + (Number(month) >= 11 ? 1 : 0);
  return met === plan || (met === null && info.title.includes(`${plan}年`)) ? plan : null;
}

// 一、2024年工作回顾; not 2021年至2024年工作回顾.
const REVIEW_TITLE = /(?<![—–～~\-－至到])(20\d\d)年\D{0,8}(?:回顾|总结)/;
// 二、2025年工作安排, 2025年重点任务
const PLAN_TITLE =
  /(?<![—–～~\-－至到])(20\d\d)年\D{0,12}(?:工作安排|工作部署|工作打算|工作建议|工作任务|主要任务|重点任务|重点工作|主要工作|目标任务)/;

function* inHeadings(report: Report, plan: number): Generator<Finding> {
  for (const heading of report.headings) {
    if (heading.level > 2) continue;
    const block = report.blocks[heading.block];
    if (block === undefined) continue;
    const review = REVIEW_TITLE.exec(heading.title);
    const match = review ?? PLAN_TITLE.exec(heading.title);
    if (match === null) continue;
    const year = Number(match[1]);
    const right = review === null ? plan : plan - 1;
    // A year or two behind is last year's text; anything else means something else.
    if (year === right || year > plan || plan - year > 3) continue;
    const from = block.readingOffset(heading.titleStart) + match.index;
    yield finding(block, { start: from, end: from + 5 }, `${year}年`, `${right}年`);
  }
}

// What a paragraph has in which one of the patterns below may be found.
const SAID = /20\d\d年(?:[，全我将要各经国主既预目任]|力争|计划)|去年，?(?:我们)?[将要]|今年以来，/;

// 2025年，我们将…  2025年全区要…; at the head of a sentence.
const WILL = /(?<=^|[。；！])(20\d\d)年，?(?:全[省市区县旗州]|我们|[省市区县旗]政府)?(?:将|要(?![求素])|力争|计划)/g;
// 2025年全区经济社会发展主要预期目标是
const AIMS =
  /(20\d\d)年(?:全[国省市区县旗州])?(?:经济社会|国民经济和社会|经济)?(?:发展)?的?(?:主要)?(?:预期)?目标[是为：]/g;
// 确保完成2025年各项目标任务
const PURSUED =
  /(?<=(?:确保|力争|奋力|全面|圆满|高质量)(?:完成|实现))(20\d\d)年(?:度|全年|各项|既定){0,2}(?:目标|任务)/g;
// 去年，我们将…
const LAST_YEAR = /(?<=^|[。；！])去年，?(?:我们)?(?:将|要(?![求素]))/g;
// 2024年，全区粮食产量达到…; not what is to come.
const DONE =
  /(?<=^|[。；！])(20\d\d)年(?:，|全年|全[省市区县旗州])(?![^。；]{0,60}(?:将|要|力争|预计|计划|迎来|确定))[^。；]{0,60}(?:完成|实现|达到|增长)/g;

/** The year under review, or one before it, where the plan is spoken of. */
function* asPlans(block: Block, plan: number): Generator<Finding> {
  for (const pattern of [WILL, AIMS, PURSUED]) {
    for (const match of matches(pattern, block.text)) {
      const year = Number(match[1]);
      if (year >= plan || plan - year > 3) continue;
      yield finding(block, { start: match.index, end: match.index + 5 }, `${year}年`, `${plan}年`);
    }
  }
  // 将 may be 把 here: 去年，我们将老街改造成景区.
  for (const match of matches(LAST_YEAR, block.text)) {
    const place = { start: match.index, end: match.index + 2 };
    yield { ...finding(block, place, '去年', '今年'), grade: 'information' };
  }
}

// 今年以来，粮食产量…: written in the year under review.
const SINCE = /(?<=^|[。；！])今年以来(?=，)/g;

/** The year that is being planned, where results are told. */
function* asResults(block: Block, plan: number, withinYear: boolean): Generator<Finding> {
  for (const match of withinYear ? matches(SINCE, block.text) : []) {
    const place = { start: match.index, end: match.index + match[0].length };
    yield { ...finding(block, place, '今年以来', '一年来'), grade: 'information' };
  }
  for (const match of matches(DONE, block.text)) {
    if (Number(match[1]) !== plan) continue;
    yield finding(block, { start: match.index, end: match.index + 5 }, `${plan}年`, `${plan - 1}年`);
  }
}

/** A place within a block, what stands there, and what is due. */
function finding(block: Block, { start, end }: Span, words: string, right: string): Finding {
  const place = block.span(start, end);
  return {
    ...place,
    message: {
      zh: `此处应为“${right}”，“${words}”可能是套用往年文稿未改，请核。`,
      en: `“${right}” is due here; “${words}” seems to be left over from another year’s text.`,
    },
    fixes: [
      {
        title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
        kind: 'suggestion',
        edits: [{ ...place, text: right }],
      },
    ],
  };
}
