import type { GlossaryEntry, Report, Span } from '../../model';
import { numberedLists, printedEntries, usesOfEntry } from '../glossary';
import type { DocumentRule, Edit, RuleContext } from '../rule';
import { inHan } from '../sequence';
import { circled } from '../support';

/** Glossary entries that do not follow the order in which the body uses their terms. */
export const glossaryOrder: DocumentRule = {
  id: 'glossary-order',
  category: 'terms',
  severity: 'information',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: { zh: '名词解释没有按正文出现的先后排列', en: 'Glossary entries not in order of first use' },
  rationale: {
    zh: '名词解释通常按正文首次出现的先后排列，便于查找。整个列表本来就按重要程度等另外的次序排列的，不作提示；大体按先后、个别错位的，才提示。',
    en: 'Entries usually follow the order in which the body first uses their terms. A list that follows another order altogether is left alone; only single entries out of place are reported.',
  },
  sources: ['名词解释按出现先后排列，为多数政府工作报告的做法'],
  options: {},
  examples: [
    {
      bad: '深化“标准地”改革，用好“禾事通”平台，开展“三联”服务，建设“五小”工程。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“三联”服务：指联系企业、项目、村社的服务。\n3.⟦“禾事通”⟧：指政务服务平台。\n4.“五小”工程：指五类便民设施。',
      fixed:
        '深化“标准地”改革，用好“禾事通”平台，开展“三联”服务，建设“五小”工程。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“三联”服务：指联系企业、项目、村社的服务。\n4.“五小”工程：指五类便民设施。',
    },
    {
      bad: '建设“五小”工程，深化“标准地”改革，用好“禾事通”平台，开展“三联”服务。\n名词解释\n“标准地”：指带控制指标出让的工业用地。\n“禾事通”：指政务服务平台。\n“三联”服务：指联系企业、项目、村社的服务。\n⟦“五小”工程⟧：指五类便民设施。',
      fixed:
        '建设“五小”工程，深化“标准地”改革，用好“禾事通”平台，开展“三联”服务。\n名词解释\n“五小”工程：指五类便民设施。\n“标准地”：指带控制指标出让的工业用地。\n“禾事通”：指政务服务平台。\n“三联”服务：指联系企业、项目、村社的服务。',
    },
    {
      bad: '深化“标准地”改革，用好“禾事通”平台，开展“三联”服务，建设“五小”工程，推进“四办”改革。\n名词解释\n1.⟦“五小”工程⟧：指五类便民设施。\n2.“标准地”：指带控制指标出让的工业用地。\n3.“禾事通”：指政务服务平台。\n4.“三联”服务：指联系企业、项目、村社的服务。\n5.“四办”改革：指马上办、网上办、就近办、一次办。',
    },
    {
      good: '深化“标准地”改革，用好“禾事通”平台，开展“三联”服务。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“三联”服务：指联系企业、项目、村社的服务。',
    },
    {
      good: '深化“标准地”改革，用好“禾事通”平台，开展“三联”服务，建设“五小”工程。\n名词解释\n1.“五小”工程：指五类便民设施。\n2.“三联”服务：指联系企业、项目、村社的服务。\n3.“禾事通”：指政务服务平台。\n4.“标准地”：指带控制指标出让的工业用地。',
    },
    {
      good: '深化“标准地”改革，用好“禾事通”平台。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“四办”改革：指马上办、网上办、就近办、一次办。\n3.“禾事通”：指政务服务平台。',
    },
    { good: '深化“标准地”改革，用好“禾事通”平台。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const used = printedEntries(report).flatMap((entry) => {
      const first = firstUse(context, entry);
      return first === null ? [] : [{ entry, first }];
    });
    if (used.length < 3) return;
    const kept = longestRise(used.map((one) => one.first));
    const odd = used.filter((_one, i) => !kept.has(i));
    // A list that follows the body only here and there has another order.
    if (odd.length === 0 || odd.length > used.length * 0.4) return;
    const place = ({ entry }: { entry: GlossaryEntry }): Span => ({ start: entry.termStart, end: entry.termEnd });
    const [first] = odd;
    if (first === undefined) return;
    const edits = reorder(report, (entry) => firstUse(context, entry));
    yield {
      ...place(first),
      places: odd.map(place),
      message: (count) => ({
        zh: `名词解释大体按正文先后排列，“${bare(first.entry.term)}”${count > 1 ? `等 ${count} 条` : ''}位置不符。`,
        en: `The glossary follows the body, but ${count > 1 ? `${count} entries such as ` : ''}“${bare(first.entry.term)}” ${count > 1 ? 'stand' : 'stands'} elsewhere.`,
      }),
      related: [
        { ...(useOf(context, first.entry) ?? place(first)), message: { zh: '正文首次出现', en: 'first used here' } },
      ],
      ...(edits === null
        ? {}
        : {
            fixes: [
              {
                title: { zh: '按正文先后重排名词解释', en: 'Reorder the glossary after the body' },
                kind: 'suggestion' as const,
                edits,
              },
            ],
          }),
    };
  },
};

function useOf(context: RuleContext, entry: GlossaryEntry): Span | null {
  const found = usesOfEntry(context.analysis, entry);
  return found.reduce<Span | null>((first, use) => (first === null || use.start < first.start ? use : first), null);
}

function firstUse(context: RuleContext, entry: GlossaryEntry): number | null {
  return useOf(context, entry)?.start ?? null;
}

/** Indices of a longest increasing subsequence. */
function longestRise(values: readonly number[]): Set<number> {
  const length: number[] = [];
  const before: number[] = [];
  let best = -1;
  values.forEach((value, i) => {
    length[i] = 1;
    before[i] = -1;
    for (let k = 0; k < i; k++) {
      if ((values[k] ?? 0) <= value && (length[k] ?? 0) >= (length[i] ?? 0)) {
        length[i] = (length[k] ?? 0) + 1;
        before[i] = k;
      }
    }
    if (best < 0 || (length[i] ?? 0) > (length[best] ?? 0)) best = i;
  });
  const kept = new Set<number>();
  for (let i = best; i >= 0; i = before[i] ?? -1) kept.add(i);
  return kept;
}

/** Rewrites the places of the list with the entries in their new order; entries that are never used keep their neighbour. */
function reorder(report: Report, firstUseOf: (entry: GlossaryEntry) => number | null): Edit[] | null {
  const entries = printedEntries(report);
  // Each place gets the number that is due there: holes and repeats go in the same step.
  const numbers = new Map(
    numberedLists(report).flatMap((list) => {
      const from = Math.min(...list.map((one) => one.value));
      return list.map((one, i) => [one.entry.start, { ...one, due: from + i }] as const);
    }),
  );
  let last = -1;
  const ranked = entries.map((entry, i) => {
    last = firstUseOf(entry) ?? last;
    return { entry, i, rank: last };
  });
  const sorted = [...ranked].sort((a, b) => a.rank - b.rank || a.i - b.i);
  const edits: Edit[] = [];
  for (let i = 0; i < entries.length; i++) {
    const [slot, entry] = [entries[i], sorted[i]?.entry];
    if (slot === undefined || entry === undefined) return null;
    const number = numbers.get(slot.start);
    const own = numbers.get(entry.start);
    if (slot === entry && number?.value === number?.due) continue;
    let text = report.text.slice(entry.start, entry.end);
    if (number !== undefined && own !== undefined) {
      const from = own.numeral.start - entry.start;
      const digits =
        number.digits === 'circled'
          ? circled(number.due)
          : number.digits === 'han'
            ? inHan(number.due)
            : String(number.due);
      text = text.slice(0, from) + digits + text.slice(own.numeral.end - entry.start);
    }
    edits.push({ start: slot.start, end: slot.end, text });
  }
  return edits;
}

function bare(term: string): string {
  return term.replace(/[“”]/g, '');
}
