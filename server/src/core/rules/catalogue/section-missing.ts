import type { Analysis, Bilingual, CorpusReport, Report, Span } from '../../model';
import type { DocumentRule, Finding } from '../rule';
import { goalPlace, targetList } from '../targets';
import { reportName } from '../values';

/** A part that past reports have and this one lacks. */
export const sectionMissing: DocumentRule = {
  id: 'section-missing',
  category: 'structure',
  severity: 'information',
  fix: 'none',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '缺往年报告都有的部分：回顾、预期目标、自身建设、名词解释；缺标题',
    en: 'A part that past reports have is missing: review, targets, governance, glossary; or no title',
  },
  rationale: {
    zh: '政府工作报告的基本结构是上年回顾、今年目标和任务、自身建设，用到新提法的附名词解释。往年都有而今年没有的部分，多半是合稿时漏掉。节选的文本不作提示。',
    en: 'A report looks back, sets targets and tasks and speaks of the government itself; one with coined terms has a glossary. A part that past reports have and this one lacks was mostly lost when drafts were merged. Abridged texts are left alone.',
  },
  sources: ['各地政府工作报告通行结构', '本地历年政府工作报告'],
  options: {},
  examples: [
    {
      part: 'whole',
      bad: '⟦政府工作报告⟧\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n开展“三清零”行动，落实“五联”机制，各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n抓好“四进四送”行动。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n开展“三清零”行动，各项工作都有新进展。\n二、2024年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n名词解释\n1.“三清零”行动：指厕所革命、垃圾治理、污水治理清零。\n2.“五联”机制：指联系企业的机制。\n',
      ],
    },
    {
      part: 'whole',
      bad: '⟦政府工作报告⟧\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n抓好项目建设，推进乡村振兴。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n各项工作都有新进展。\n二、2024年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
      ],
    },
    {
      part: 'whole',
      bad: '⟦——2025年1月10日在青禾区第十六届人民代表大会第四次会议上⟧\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会作政府工作报告，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
    },
    {
      part: 'whole',
      bad: '⟦（2025年1月10日在青禾区第十六届人民代表大会第四次会议上）⟧\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会作政府工作报告，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
    },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n各项工作都有新进展。\n二、2024年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
      ],
    },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n开展“三清零”行动，各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n名词解释\n1.“三清零”行动：指厕所革命、垃圾治理、污水治理清零。\n2.“五联”机制：指联系企业的机制。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n开展“三清零”行动，各项工作都有新进展。\n二、2024年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n名词解释\n1.“三清零”行动：指厕所革命、垃圾治理、污水治理清零。\n2.“五联”机制：指联系企业的机制。\n',
      ],
    },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
    },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n开展“三清零”行动，各项工作都有新进展。\n二、2024年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n名词解释\n1.“三清零”行动：指厕所革命、垃圾治理、污水治理清零。\n2.“五联”机制：指联系企业的机制。\n',
      ],
    },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n开展“三清零”行动，各项工作都有新进展。\n二、2025年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n名词解释\n1.“三清零”行动：指厕所革命、垃圾治理、污水治理清零。\n2.“五联”机制：指联系企业的机制。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n青禾区人民政府区长 周明远\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n各项工作都有新进展。\n二、2024年工作安排\n今年主要预期目标是：地区生产总值增长6%，固定资产投资增长8%，城镇新增就业5000人。\n各位代表，让我们齐心协力，把青禾的事情办好。\n',
      ],
    },
  ],
  *check({ analysis, corpus }) {
    const { report } = analysis;
    if (report.info === null) return;
    const untitled = withoutTitle(report);
    if (untitled !== null) yield untitled;
    const [past] = corpus.precedents.filter((one) => isComplete(one.analysis.report));
    const place = headOf(report);
    if (past === undefined || place === null || !isComplete(report)) return;
    // A draft that is only begun lacks more than it has.
    if (lengthOf(report) < 0.4 * lengthOf(past.analysis.report)) return;
    const missing = PARTS.filter(
      (part) => part.has(past.analysis) && !part.has(analysis) && part.wanted(analysis, past.analysis),
    );
    if (missing.length > 0) yield finding(place, past, missing);
  },
};

interface Part {
  readonly name: Bilingual;
  has(analysis: Analysis): boolean;
  /** Whether this draft would need it. */
  wanted(analysis: Analysis, past: Analysis): boolean;
  place(analysis: Analysis): Span | null;
}

// 主要预期目标是：  预期目标为; not what is said of a term or of five years.
const AIMS = /(?<!时期[^。；]{0,16}|五年[^。；]{0,16}|届[^。；]{0,16})(?:预期|主要|奋斗)目标(?:任务)?(?:[是为：]|如下)/;

const PARTS: readonly Part[] = [
  {
    name: { zh: '上年工作回顾', en: 'a review' },
    has: ({ report }) => report.blocks.some((block) => block.role === 'review'),
    wanted: () => true,
    place: ({ report }) => report.headings.find((heading) => heading.role === 'review') ?? null,
  },
  {
    name: { zh: '预期目标', en: 'a statement of targets' },
    has: (analysis) => targetList(analysis).length > 0,
    // Targets that are there in words the reader does not know are not missing.
    wanted: ({ report }) => !report.blocks.some((block) => block.kind === 'body' && AIMS.test(block.text)),
    place(analysis) {
      const [first] = targetList(analysis);
      return first === undefined ? null : goalPlace(analysis, first);
    },
  },
  {
    name: { zh: '政府自身建设', en: 'a part on the government itself' },
    has: ({ report }) => report.blocks.some((block) => block.role === 'governance'),
    wanted: ({ report }) => !report.blocks.some((block) => /自身建设|依法行政|法治政府/.test(block.text)),
    place: ({ report }) => report.headings.find((heading) => heading.role === 'governance') ?? null,
  },
  {
    name: { zh: '名词解释', en: 'a glossary' },
    has: ({ report }) => report.glossary.length > 0,
    // Terms that call for an explanation, or that were explained last time.
    wanted: ({ terms, report }, past) =>
      new Set(terms.filter(({ quoted, kind }) => quoted && kind === 'numeric').map(({ text }) => text)).size >= 3 ||
      past.report.glossary.filter(({ term }) => isUsed(report, term)).length >= 3,
    place: ({ report }) => report.glossary[0] ?? null,
  },
];

/** Whether the words in the quotation marks of a headword stand in a report, or the headword where it has none. */
function isUsed(report: Report, headword: string): boolean {
  const words = /“([^“”]+)”/.exec(headword)?.[1] ?? headword;
  return report.blocks.some((block) => block.kind === 'body' && block.text.includes(words));
}

/** Whether a text goes on to the plan, and its glossary, if any, from the first entry. */
function isComplete(report: Report): boolean {
  const first = report.glossary.find((entry) => entry.number !== null)?.number ?? 1;
  return first <= 1 && report.blocks.some((block) => block.role === 'plan' || block.role === 'targets');
}

function lengthOf(report: Report): number {
  return report.blocks.reduce((sum, block) => sum + (block.kind === 'body' ? block.text.length : 0), 0);
}

function finding(place: Span, past: CorpusReport, missing: readonly Part[]): Finding {
  const { zh, en } = reportName(past);
  return {
    ...place,
    message: {
      zh: `本稿没有“${missing.map(({ name }) => name.zh).join('”“')}”，${zh}有，请核是否遗漏。`,
      en: `This draft lacks ${missing.map(({ name }) => name.en).join(' and ')}, which ${en} has.`,
    },
    related: missing.flatMap((part) => {
      const there = part.place(past.analysis);
      return there === null
        ? []
        : [
            {
              path: past.path,
              start: there.start,
              end: there.end,
              message: { zh: `${zh}的${part.name.zh}`, en: `${part.name.en} in ${en}` },
            },
          ];
    }),
  };
}

/** The first line of the report itself. */
function headOf(report: Report): Span | null {
  return report.blocks.find((block) => block.kind !== 'page' && block.kind !== 'directive') ?? null;
}

// ——2024年1月10日在…会议上 · （2024年1月10日在…会议上） · 2024年1月10日在…会议上
const MEETING = /^[（(]?[—\-–]{0,2}\d{4}年.{0,60}会议/;

/** A report that begins with its meeting line: the title was lost. */
function withoutTitle(report: Report): Finding | null {
  const first = report.blocks.find((block) => block.kind !== 'directive');
  if (first === undefined || !MEETING.test(first.text) || first.text.includes('报告')) return null;
  return {
    start: first.start,
    end: first.end,
    message: { zh: '文首没有标题“政府工作报告”。', en: 'The title 政府工作报告 is missing at the top.' },
  };
}
