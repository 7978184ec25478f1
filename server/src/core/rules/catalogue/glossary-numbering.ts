import type { Bilingual, Report } from '../../model';
import { entryNumber } from '../../report/entries';
import type { NumberedEntry } from '../glossary';
import { numberedLists, renumberEdits } from '../glossary';
import type { DocumentRule, Edit, Finding } from '../rule';
import type { Break } from '../sequence';
import { breaksOf, missingNumbers } from '../sequence';

/** Holes, repeats and disorder in the numbers of the glossary. */
export const glossaryNumbering: DocumentRule = {
  id: 'glossary-numbering',
  category: 'terms',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '名词解释序号缺号、重号或次序颠倒',
    en: 'A hole, a repeat or a disorder in the numbers of glossary entries',
  },
  rationale: {
    zh: '序号断开，多是增删条目后没有重排，也可能漏了整条。节选文本的名词解释不从 1 开始，仅作提示。一个条目并列解释两个名词，只算一个序号。',
    en: 'Numbers break when entries are added or removed, or when a whole entry is lost. A list that starts above 1 in an abridged text is information. Two terms explained in one entry share one number.',
  },
  sources: ['名词解释按序编号，为各地政府工作报告通行做法'],
  options: {},
  examples: [
    {
      bad: '名词解释\n1.“三联”机制：指联系企业、项目、村社的机制。\n⟦3⟧.“标准地”：指带控制指标出让的工业用地。\n4.“禾事通”：指政务服务平台。',
      fixed:
        '名词解释\n1.“三联”机制：指联系企业、项目、村社的机制。\n2.“标准地”：指带控制指标出让的工业用地。\n3.“禾事通”：指政务服务平台。',
    },
    {
      bad: '名词解释\n1.“三联”机制：指联系企业、项目、村社的机制。\n2.“标准地”：指带控制指标出让的工业用地。\n⟦2⟧.“禾事通”：指政务服务平台。\n3.“五小”工程：指五类便民设施。',
      fixed:
        '名词解释\n1.“三联”机制：指联系企业、项目、村社的机制。\n2.“标准地”：指带控制指标出让的工业用地。\n3.“禾事通”：指政务服务平台。\n4.“五小”工程：指五类便民设施。',
    },
    {
      bad: '名词解释\n1、“三联”机制：指联系企业、项目、村社的机制。\n⟦5⟧、“标准地”：指带控制指标出让的工业用地。\n3、“禾事通”：指政务服务平台。\n4、“五小”工程：指五类便民设施。',
      fixed:
        '名词解释\n1、“三联”机制：指联系企业、项目、村社的机制。\n2、“标准地”：指带控制指标出让的工业用地。\n3、“禾事通”：指政务服务平台。\n4、“五小”工程：指五类便民设施。',
    },
    {
      good: '名词解释\n1.“三联”机制：指联系企业、项目、村社的机制。\n2.“标准地”：指带控制指标出让的工业用地。\n3.“禾事通”：指政务服务平台。',
    },
    {
      good: '名词解释\n1.“三联”和“三包”：指联系企业、项目、村社并包抓落实的机制。\n2.“标准地”：指带控制指标出让的工业用地。',
    },
    {
      good: '名词解释\n（一）“三联”机制：指联系企业、项目、村社的机制。\n（二）“标准地”：指带3项控制指标出让的工业用地。\n（三）“禾事通”：指政务服务平台。',
    },
    { good: '名词解释\n“三联”机制：指联系企业、项目、村社的机制。\n“标准地”：指带控制指标出让的工业用地。' },
    {
      good: '名词解释\n①“三联”机制：指联系企业、项目、村社的机制。\n②“标准地”：指带1.2万元控制指标出让的工业用地。\n③“禾事通”：指平台。',
    },
  ],
  *check({ analysis: { report } }) {
    for (const list of numberedLists(report)) {
      const breaks = breaksOf(list.map((one) => one.value)).filter((one) => !isPrinted(report, list, one));
      const edits = renumber(list);
      for (const one of breaks) yield finding(report, list, one, edits);
    }
  },
};

/** Whether the number that seems to be missing stands at the head of a paragraph that was not taken for an entry. */
function isPrinted(report: Report, list: readonly NumberedEntry[], one: Break): boolean {
  if (one.kind !== 'gap' && one.kind !== 'slip') return false;
  const from = list[one.index - 1]?.entry.start ?? 0;
  const to = list[one.index]?.entry.start ?? 0;
  return report.blocks.some(
    (block) => block.start > from && block.end <= to && entryNumber(block.text)?.value === one.expected,
  );
}

function renumber(list: readonly NumberedEntry[]): Edit[] {
  const first = list[0];
  // An abridged list keeps its beginning; a wrong first number is seen from the second.
  const from = first === undefined || (first.value !== 1 && list[1]?.value === 2) ? 1 : first.value;
  return renumberEdits(list, (i) => from + i);
}

function finding(report: Report, list: readonly NumberedEntry[], one: Break, edits: readonly Edit[]): Finding {
  const place = list[one.index]?.numeral ?? { start: 0, end: 0 };
  const before = list[one.index - 1];
  return {
    ...place,
    message: messageOf(one),
    ...(one.kind === 'start' && report.abridged ? { grade: 'information' as const } : {}),
    ...(before === undefined
      ? {}
      : { related: [{ ...before.numeral, message: { zh: '前一条', en: 'the entry before' } }] }),
    ...(edits.length === 0 || one.kind === 'start'
      ? {}
      : {
          fixes: [
            { title: { zh: '重排名词解释序号', en: 'Renumber the glossary' }, kind: 'suggestion' as const, edits },
          ],
        }),
  };
}

function messageOf(one: Break): Bilingual {
  const missing = missingNumbers(one);
  const more = one.actual - one.expected > missing.length;
  switch (one.kind) {
    case 'start':
      return {
        zh: `名词解释从 ${one.actual} 开始编号，缺 1${one.actual > 2 ? ` 至 ${one.actual - 1}` : ''}。`,
        en: `The glossary begins with ${one.actual}; 1${one.actual > 2 ? ` to ${one.actual - 1} are` : ' is'} missing.`,
      };
    case 'gap':
      return {
        zh: `名词解释序号由 ${one.previous} 跳至 ${one.actual}，缺 ${missing.join('、')}${more ? ' 等' : ''}。`,
        en: `Glossary numbers jump from ${one.previous} to ${one.actual}; ${missing.join(', ')}${more ? ' and more' : ''} missing.`,
      };
    case 'repeat':
      return {
        zh: `名词解释序号 ${one.actual} 重复，此处应为 ${one.expected}。`,
        en: `Glossary number ${one.actual} is used twice; ${one.expected} is due here.`,
      };
    case 'swap':
      return {
        zh: `名词解释序号 ${one.actual} 与 ${one.expected} 次序颠倒。`,
        en: `Glossary numbers ${one.actual} and ${one.expected} have changed places.`,
      };
    case 'back':
    case 'slip':
      return {
        zh: `名词解释序号 ${one.actual} 与前后不连续，此处应为 ${one.expected}。`,
        en: `Glossary number ${one.actual} is out of order; ${one.expected} is due here.`,
      };
  }
}
