import type { BlockRule } from '../rule';

/** A list of values for a list of names without 分别. */
export const numberRespectively: BlockRule = {
  id: 'number-respectively',
  category: 'numbers',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'block',
  since: '0.1.0',
  summary: { zh: '几项名称对应几个数值，缺“分别”', en: 'A list of values for a list of names without 分别' },
  rationale: {
    zh: '“刑事、治安案件下降12%、8%”读不出哪个数对应哪一项，加“分别”才清楚。',
    en: 'Without 分别 nobody can tell which value belongs to which name.',
  },
  sources: ['编校通例'],
  options: {},
  examples: [
    { bad: '刑事案件、治安案件⟦下降12%、8%⟧。', fixed: '刑事案件、治安案件分别下降12%、8%。' },
    {
      bad: '小麦、玉米单产⟦提高2.1%、1.8%⟧，质量稳步提升。',
      fixed: '小麦、玉米单产分别提高2.1%、1.8%，质量稳步提升。',
    },
    { bad: '新增规上企业、高新技术企业⟦达到8家和12家⟧。', fixed: '新增规上企业、高新技术企业分别达到8家和12家。' },
    { good: '刑事案件、治安案件分别下降12%、8%。' },
    { good: '地区生产总值完成321亿元、增长5.6%，固定资产投资增长8%、提高2个百分点。' },
    { good: '城镇、农村居民人均可支配收入增长5%，教育、卫生支出增长8%以上。' },
    { good: '实施重点项目82个，其中新建45个、续建37个。' },
  ],
  *checkBlock({ text, numbers }) {
    const quantities = numbers.filter((number) => number.unit !== null);
    for (let i = 0; i + 1 < quantities.length; i++) {
      const [first, second] = [quantities[i], quantities[i + 1]];
      if (first === undefined || first.unit !== second?.unit) continue;
      if (!/^[、和与]$/.test(text.slice(first.end, second.start))) continue;
      const clause = text.slice(clauseStart(text, first.start), first.start);
      const verb = VERB.exec(clause);
      if (verb === null || clause.includes('分别')) continue;
      const names = clause.slice(0, clause.length - verb[0].length);
      if (!/[、和与]/.test(names) || /\d/.test(names)) continue;
      const last = lastOf(quantities.slice(i), text);
      const start = first.start - verb[0].length;
      const end = last?.end ?? second.end;
      yield {
        start,
        end,
        message: {
          zh: `几项名称对应几个数值，“${text.slice(start, end)}”前应加“分别”。`,
          en: `Several names have several values: put “分别” before “${text.slice(start, end)}”.`,
        },
        fixes: [
          {
            title: { zh: '加“分别”', en: 'Insert “分别”' },
            kind: 'suggestion',
            edits: [{ start, end: start, text: '分别' }],
          },
        ],
      };
      i += 1;
    }
  },
};

// 下降  比上年增长  达到
const VERB = /(?:比上年|较上年|同比)?(?:增长|下降|提高|降低|减少|增加|上升|达到|达|为|完成投资|完成产值|实现产值)$/;

function clauseStart(text: string, at: number): number {
  let i = at;
  while (i > 0 && !/[，。；：！？“”]/.test(text[i - 1] ?? '')) i--;
  return i;
}

/** The last value of the row that begins with the first of `row`. */
function lastOf<T extends { readonly start: number; readonly end: number }>(
  row: readonly T[],
  text: string,
): T | undefined {
  let last = row[0];
  for (const one of row.slice(1)) {
    if (last === undefined || !/^[、和与]$/.test(text.slice(last.end, one.start))) break;
    last = one;
  }
  return last;
}
