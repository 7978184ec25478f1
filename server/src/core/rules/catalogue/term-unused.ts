import { termCore } from '../../facts/matching';
import type { GlossaryEntry } from '../../model';
import { unquotedBody } from '../blocks';
import { printedEntries, removalEdits } from '../glossary';
import type { DocumentRule, RuleContext } from '../rule';

/** A glossary entry whose term the body never uses. */
export const termUnused: DocumentRule = {
  id: 'term-unused',
  category: 'terms',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: { zh: '名词解释中的名词正文没有用到', en: 'An entry whose term never occurs in the body' },
  rationale: {
    zh: '解释了却没有用到，多是正文改写后名词解释没有同步。引号有无、后缀不同、中间加“的”“等”、省略年份的，都算用到。节选文本仅作提示。',
    en: 'An explained term that is never used was mostly left behind when the body changed. Quotes moved, another generic noun, 的 or 等 in between and a dropped year all count as uses. In an abridged text this is information.',
  },
  sources: ['名词解释为正文服务，为各地政府工作报告通行做法'],
  options: {},
  examples: [
    {
      bad: '深化“标准地”改革，扩大“标准地”出让规模。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.⟦“三联”机制⟧：指联系企业、项目、村社的机制。',
      fixed: '深化“标准地”改革，扩大“标准地”出让规模。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。',
    },
    {
      bad: '深化“标准地”改革，用好“禾事通”平台。\n名词解释\n1.⟦“三联”机制⟧：指联系企业、项目、村社的机制。\n2.“标准地”：指带控制指标出让的工业用地。\n3.“禾事通”：指政务服务平台。',
      fixed:
        '深化“标准地”改革，用好“禾事通”平台。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。',
    },
    {
      bad: '推进项目建设。\n名词解释\n⟦黑土粮仓⟧：指集成保护性耕作等技术的示范区。\n⟦“1+3+N”产业体系⟧：指以1个产业为主导的产业体系。',
    },
    { good: '开展规上企业“三清零”行动。\n名词解释\n1.“三清零”攻坚行动：指厕所革命、垃圾治理、污水治理清零工作。' },
    {
      good: '打造城市客厅，落实“四办”效能提升要求。\n名词解释\n1.“城市客厅”：指城市公共活动空间。\n2.“四办”工作：指马上办、网上办、就近办、一次办。',
    },
    {
      good: '接续开展河湖“清四乱”行动，“两园”“一带”同步建设。\n名词解释\n1.四乱：指乱占、乱采、乱堆、乱建。\n2.“两园”和“一带”：指智能农机园、绿色食品园和文旅融合带。',
    },
    { good: '落实省“18条”措施。\n名词解释\n1.稳增长“18”条：指稳定经济增长的18条措施。' },
    { good: '健全“2+N”的产业体系。\n名词解释\n1.“2+N”产业体系：指以2个优势产业带动若干产业的体系。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    for (const entry of printedEntries(report)) {
      if (isUsed(context, entry)) continue;
      const edits = removalEdits(report, entry);
      yield {
        start: entry.termStart,
        end: entry.termEnd,
        ...(report.abridged ? { grade: 'information' as const } : {}),
        message: {
          zh: `名词解释“${bare(entry.term)}”在正文中没有出现。`,
          en: `The body never uses “${bare(entry.term)}”, which the glossary explains.`,
        },
        fixes: [
          {
            title: { zh: '删去此条并重排序号', en: 'Remove the entry and renumber' },
            kind: 'suggestion',
            edits,
          },
        ],
      };
    }
  },
};

/** Whether the body uses any of the terms that one printed entry explains. */
function isUsed(context: RuleContext, printed: GlossaryEntry): boolean {
  const { report, uses } = context.analysis;
  return report.glossary.some(
    (entry, i) => entry.start === printed.start && ((uses[i]?.length ?? 0) > 0 || isMentioned(context, entry)),
  );
}

/** A last look, blind to word boundaries: a warning must not stand on a form that the matcher does not know. */
function isMentioned(context: RuleContext, entry: GlossaryEntry): boolean {
  const core = termCore(entry.term);
  // 稳增长“18”条 is 18条 in the body: what stands before the quotation mark may be left out.
  const cores = [core, bare(/“.*/.exec(entry.term)?.[0] ?? '')].filter((one) => one.length >= 3);
  if (cores.length === 0) return false;
  const body = unquotedBody(context.analysis.report);
  return cores.some((one) => body.includes(one));
}

function bare(term: string): string {
  return term.replace(/[“”]/g, '');
}
