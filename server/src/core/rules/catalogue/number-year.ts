import type { Block, Span } from '../../model';
import type { DocumentRule } from '../rule';
import { matches, prose, quote } from '../support';

/** Years of two digits. */
export const numberYear: DocumentRule = {
  id: 'number-year',
  category: 'numbers',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: { zh: '年份用两位数字（25年）', en: 'A year in two digits (25年)' },
  rationale: {
    zh: '年份不用简写，写四位数字。表示时间长短的“连续25年”“25年来”不是年份，不作提示；只看与本报告年份相近、上下文确指年份的。',
    en: 'Years have four digits. 连续25年 and 25年来 are durations and left alone: only numbers near the report’s own year, in a place where a year stands, are reported.',
  },
  sources: ['GB/T 15835—2011 5.1.4'],
  options: {},
  examples: [
    { bad: '⟦24年⟧，全区经济平稳运行，⟦25年⟧是关键一年。', fixed: '2024年，全区经济平稳运行，2025年是关键一年。' },
    { bad: '到⟦25年⟧底建成园区，投资比⟦24年⟧增长8%。', fixed: '到2025年底建成园区，投资比2024年增长8%。' },
    { bad: '⟦25年⟧上半年完成，⟦26年⟧1月投用。', fixed: '2025年上半年完成，2026年1月投用。' },
    { good: '2024年，全区经济平稳运行，连续24年保持增长，时隔25年再获表彰。' },
    { good: '25年来，建区24年历程，承包期延长25年不变，25周年，近24年最高。' },
    {
      bad: '与⟦23年⟧相比，质量明显提升，编制⟦25年⟧城建计划。',
      fixed: '与2023年相比，质量明显提升，编制2025年城建计划。',
    },
    { bad: '2022—⟦24年⟧累计建成道路46公里。', fixed: '2022—2024年累计建成道路46公里。' },
    { bad: '刚刚过去的⟦24年⟧，是攻坚克难的一年。⟦23年⟧以来，营商环境持续改善。' },
    { bad: '自⟦23年⟧以来，新增企业80家。', fixed: '自2023年以来，新增企业80家。' },
    { good: '与23年前相比，编制15年规划，落实24年不变的政策，2020—2024年建成。' },
    { good: '建成24年以上老旧小区改造，2024—2025年完成，“24年度”除外。' },
    { good: '30年前的1995年，10年磨一剑，5年行动。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const plan = report.info?.planYear ?? null;
    if (plan === null) return;
    for (const block of prose(report, YEARS)) {
      for (const year of context.remember(block, 'years', readYears)) {
        const full = Math.floor(plan / 100) * 100 + year.value;
        // The number before the report's own year and the next are those that slip.
        if (full < plan - 3 || full > plan + 1 || (year.value < 20 && !year.certain)) continue;
        const place = block.span(year.start, year.end);
        const digits = block.span(year.start, year.start + 2);
        yield {
          ...place,
          message: {
            zh: `年份“${quote(report.text, place)}”应写四位数字：“${full}年”。`,
            en: `Write the year “${quote(report.text, place)}” with four digits: “${full}年”.`,
          },
          fixes: [
            {
              title: { zh: `改为“${full}年”`, en: `Change to “${full}年”` },
              kind: 'suggestion',
              edits: [{ ...digits, text: String(full) }],
            },
          ],
        };
      }
    }
  },
};

const YEARS = /\d年/;

interface ShortYear extends Span {
  readonly value: number;
  /** What follows is said of years only: 底, 度, 上半年. */
  readonly certain: boolean;
}

// 24年，  25年底  比24年增长; not 2024年, 连续24年, 24年来, “24年.
const SHORT = /(?<![\d.〇零一二三四五六七八九十百“‘—～-])(\d{2})年(?![代来间级前后以多余内期龄轮资])/g;

// Words before a number of years: 连续, 近, 时隔, 承包期延长.
const DURATION_BEFORE =
  /(?:连续|持续|[近约满第超用了已达这的后每再]|超过|时隔|延长|历时|长达|历经|过去|未来|今后|建区|建市|建党|建国|成立|办学|经过|不少于|至少|至多|最长)$/;

// 底  度  1月  上半年  一季度  第一季度
const POINT = /^(?:[底初末度春夏秋冬]|[上下]半年|第?[一二三四]季度|\d{1,2}月|全年)/;

// 2023—25年, 2023年至25年; the first year shows that the second is one.
const SPAN = /20(\d\d)年?[—–～~\-－至](\d{2})年(?![代来间级前后以多余内期龄轮资])/g;

// 24年城建计划  24年财政预算草案; what is drawn up year by year.
const YEARLY = /^[\u4e00-\u9fff]{0,5}(?:计划|预算|决算|规划|方案|目标|任务|工作要点|重点项目)/;
// 与24年相比  较24年
const COMPARED = /(?:^|[，。；：！？、])[与同跟和较比]$/;

const OPENING = /刚刚过去的\d{2}年(?=，是)|(?<=^|[。；！])\d{2}年(?=以来，)|自\d{2}年(?=以来|起)/g;

function readYears(block: Block): ShortYear[] {
  const { text } = block;
  const spans = matches(SPAN, text).flatMap((match) => {
    const [all, from = '', until = ''] = match;
    const end = match.index + all.length;
    return Number(until) > Number(from) ? [{ start: end - 3, end, value: Number(until), certain: true }] : [];
  });
  // 刚刚过去的24年，是…  24年以来，…: durations are said otherwise.
  const opening = matches(OPENING, text).map(({ index, 0: all }) => {
    const end = index + all.length;
    return { start: end - 3, end, value: Number(text.slice(end - 3, end - 1)), certain: false };
  });
  return [...spans, ...opening, ...shortYears(text)];
}

function shortYears(text: string): ShortYear[] {
  return matches(SHORT, text).flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 4), start);
    const after = text.slice(end, end + 4);
    const certain =
      POINT.test(after) ||
      (COMPARED.test(before) && /^相?[比同]/.test(after)) ||
      // 实施5年规划, 编制10年计划: a plan for so many years.
      ((Number(match[1]) % 5 !== 0 || !/^[计规目任]/.test(after)) && YEARLY.test(text.slice(end, end + 12)));
    if (!certain && DURATION_BEFORE.test(before)) return [];
    // A duration ends a phrase: 不变, 历程, 周年; a year opens one.
    if (
      !certain &&
      !/^(?:[，、的全是将要]|我们|工作|主要|计划|预算|增长|下降|提高|完成|实施|建成|以来|目标|任务|政府|重点)/.test(
        after,
      )
    )
      return [];
    if (!certain && before !== '' && !/[，。；：！？、）比较于在自从至到]$/.test(before)) return [];
    return [{ start, end, value: Number(match[1]), certain }];
  });
}
