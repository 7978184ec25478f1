import type { Span } from '../model';

/** What a time expression says, before the report's year is known. */
export type TimeMeaning =
  /** A calendar year that is named: 2023年, 二〇二三年. `end` where it is a point at which something is reached (到2030年). */
  | { readonly kind: 'year'; readonly year: number; readonly end: boolean }
  /** A year counted from the year the report plans: 今年 0, 去年 -1; 上年 is `before` the year that is spoken of. */
  | { readonly kind: 'relative'; readonly offset: number; readonly before: boolean }
  /** The year under review, not named: 一年来, 过去一年. */
  | { readonly kind: 'reviewed' }
  /** Several years; `plan` is the number of a five-year plan (14 for 十四五), `ahead` for years to come. */
  | { readonly kind: 'several'; readonly plan: number | null; readonly ahead: boolean; readonly end: number | null }
  /** A part of a year: 1—11月, 上半年. */
  | { readonly kind: 'part' };

export interface TimeMark extends Span {
  readonly meaning: TimeMeaning;
  /** The expression is what something is compared with (比上年, 较2020年), not when it was. */
  readonly base: boolean;
}

/** The kinds of time expressions; groups are named after what they hold. */
const KINDS: readonly string[] = [
  // 2021—2025年, 2021年至2025年
  /(?<from>(?:19|20)\d\d)年?度?[-—～至到]{1,2}(?<to>(?:19|20)\d\d)年/,
  // 2023年, 2023年底, 到2030年, 2020年以来
  /(?<toward>截至|截止到?|力争到|[到至自从])?(?<year>(?:19|20)\d\d)年度?(?<edge>年?[底末初]|以来|以前|之前|前)?/,
  // 二〇二三年
  /(?<hanToward>[到至])?(?<hanYear>二[〇零][〇零一二三四五六七八九]{2})年/,
  // “十四五”时期, 到“十四五”末
  /(?<planToward>[到至])?“?十(?<plan>[一二三四五六七])五”?(?<planEdge>末|时期末|期末|时期|期间|以来|五年|规划期|累计)/,
  // 过去五年, 今后五年, 近三年, 五年来, 五年新增, 五年增长3.4倍, 比五年前, 本届任期
  /(?<several>(?:过去|今后|未来|[近这前]|最近|此后|往后)的?(?:[两三四五十]|\d{1,2})年|(?:[两三四五十]|\d{1,2})年(?:[来间里共]|累计|总计|中(?=[^央])|(?=全[国省市区县]|城镇|农村|中央|[共要将再]|新增|新建|建成|完成|投入|整理|转移|支出|财政|解决|分别))|(?<=[比较])(?:[两三四五十]|\d{1,2})年前|(?<!连续|[第\d])[两三四五十]年(?=增长\d)|近年来|近几年|本届(?:政府)?(?:任期|以来|期间|五年)?|任期内|届末)/,
  /(?<relative>去年|上年|前年|今年|本年|明年)/,
  /(?<reviewed>一年来|过去一年|过去的一年|这一年|一年间)/,
  // 1—11月, 上半年, 前三季度, 8月份
  /(?<part>[1一][-—～至](?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?|上半年|下半年|前[一二三四两\d]个?(?:季度|月)|[一二三四]季度|\d{1,2}月份)/,
].map((kind) => kind.source);

const TIME = new RegExp(KINDS.join('|'), 'g');

/** No kind does without one of these; most sentences have none. */
const TIMED = /[年月季届任五]/;

/** The time expressions of a text, in order of place. */
export function findTimes(text: string): TimeMark[] {
  const marks: TimeMark[] = [];
  if (!TIMED.test(text)) return marks;
  TIME.lastIndex = 0;
  for (let match = TIME.exec(text); match !== null; match = TIME.exec(text)) {
    const meaning = meaningOf(match.groups ?? {});
    if (meaning === null) continue;
    const before = text[match.index - 1] ?? '';
    const end = match.index + match[0].length;
    const base =
      before === '比' ||
      before === '较' ||
      (before === '于' && text[match.index - 2] === '高') ||
      // 与2016年相比, 同上年同期比
      (/[与同和跟]/.test(before) && /^(?:同期|[底末])?相?比/.test(text.slice(end, end + 4)));
    marks.push({ start: match.index, end, meaning, base });
  }
  return marks;
}

function meaningOf(groups: Readonly<Record<string, string | undefined>>): TimeMeaning | null {
  const { from, to, year, hanYear, plan, several, relative } = groups;
  if (from !== undefined && to !== undefined) {
    return from === to
      ? { kind: 'year', year: Number(to), end: false }
      : { kind: 'several', plan: planOf(Number(from), Number(to)), ahead: false, end: Number(to) };
  }
  if (year !== undefined) return yearMeaning(Number(year), groups.toward ?? '', groups.edge ?? '');
  if (hanYear !== undefined) return { kind: 'year', year: hanYearValue(hanYear), end: groups.hanToward !== undefined };
  if (plan !== undefined) {
    const number = PLAN_NUMBERS.indexOf(plan) + 11;
    const end = 1955 + 5 * number;
    const reached = groups.planToward !== undefined || groups.planEdge?.endsWith('末') === true;
    return reached ? { kind: 'year', year: end, end: true } : { kind: 'several', plan: number, ahead: false, end };
  }
  if (several !== undefined) {
    if (several.includes('一年')) return { kind: 'reviewed' };
    return { kind: 'several', plan: null, ahead: AHEAD.test(several), end: null };
  }
  if (relative !== undefined) {
    return { kind: 'relative', offset: RELATIVE[relative] ?? 0, before: relative === '上年' };
  }
  if (groups.reviewed !== undefined) return { kind: 'reviewed' };
  return groups.part === undefined ? null : { kind: 'part' };
}

const AHEAD = /^(?:今后|未来|此后|往后)|任期内|届末/;

/** 2020年以来 is told of several years, 2020年以前 of none. */
function yearMeaning(year: number, toward: string, edge: string): TimeMeaning | null {
  if (edge === '以来' || toward === '自') return { kind: 'several', plan: null, ahead: false, end: null };
  if (edge.endsWith('前')) return null;
  return { kind: 'year', year, end: /[到至]/.test(toward) };
}

const PLAN_NUMBERS = '一二三四五六七';
const RELATIVE: Readonly<Record<string, number>> = { 去年: -1, 上年: -1, 前年: -2, 今年: 0, 本年: 0, 明年: 1 };

/** The five-year plan that covers exactly these years, else null. */
function planOf(from: number, to: number): number | null {
  return to - from === 4 && to % 5 === 0 ? (to - 1955) / 5 : null;
}

const HAN_DIGITS = '〇一二三四五六七八九';

function hanYearValue(text: string): number {
  let value = 0;
  for (const character of text.replace(/零/g, '〇')) value = value * 10 + HAN_DIGITS.indexOf(character);
  return value;
}
