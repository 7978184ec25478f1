import { bareTerm } from '../../facts/matching';
import type { GlossaryEntry } from '../../model';
import type { DocumentRule } from '../rule';

/** One term with two entries. */
export const glossaryDuplicate: DocumentRule = {
  id: 'glossary-duplicate',
  category: 'terms',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: { zh: '同一名词有两条解释', en: 'One term with two entries' },
  rationale: {
    zh: '同一名词两处解释，读者不知以何为准，多为合稿时重复收录。名称只差引号、空格的，视为同一名词；“四个一”行动与“四个一”工程之类后缀不同的，视为不同名词。',
    en: 'Two entries for one term leave the reader in doubt and usually come from merging drafts. Terms that differ in quotes and spaces only are one; “四个一”行动 and “四个一”工程 are two.',
  },
  sources: ['名词解释一词一条，为各地政府工作报告通行做法'],
  options: {},
  examples: [
    {
      bad: '名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.⟦标准地⟧：指明确投资强度等要求的工业用地。',
    },
    { bad: '名词解释\n“五小”工程：指五类便民设施。\n⟦“五小” 工程⟧：指五类便民设施建设。' },
    {
      bad: '名词解释\n1.“两园一带”：指两个园区和一个文旅带。\n2.⟦“两园一带”⟧：指智能农机园、绿色食品园和文旅融合带。\n3.“三联”：指联系企业、项目、村社。',
    },
    { good: '名词解释\n1.“四个一”行动：指一周一调度等工作安排。\n2.“四个一”工程：指一园一馆等建设工程。' },
    { good: '名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“标准厂房”：指统一建设的厂房。' },
    { good: '名词解释\n1.“三联”和“三包”：指联系企业并包抓落实的机制。\n2.“禾事通”：指政务服务平台。' },
    {
      good: '推进“标准地”改革，深化“标准地”出让。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地，“标准地”由区级认定。',
    },
  ],
  *check({ analysis: { report } }) {
    const seen = new Map<string, GlossaryEntry>();
    for (const entry of report.glossary) {
      const key = bareTerm(entry.term);
      const earlier = seen.get(key);
      if (earlier === undefined) {
        seen.set(key, entry);
        continue;
      }
      if (earlier.start === entry.start) continue;
      const at = earlier.number === null ? '' : `第 ${earlier.number} 条`;
      yield {
        start: entry.termStart,
        end: entry.termEnd,
        message: {
          zh: `“${key}”前面${at}已有解释，应合并为一条。`,
          en: `“${key}” already has an entry${earlier.number === null ? '' : ` (number ${earlier.number})`}: merge the two.`,
        },
        related: [
          { start: earlier.termStart, end: earlier.termEnd, message: { zh: '前一条解释', en: 'the earlier entry' } },
        ],
      };
    }
  },
};
