import { hanNumberAt } from '../../facts/numerals';
import type { Bilingual, Block, Heading, Report, Span } from '../../model';
import type { PrintedNumber } from '../../report/numbering';
import { chineseNumber, readNumber } from '../../report/numbering';
import { oddNumeral } from '../odd-numeral';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import type { Break } from '../sequence';
import { breaksOf, inHan } from '../sequence';
import { matches, prose, quote } from '../support';

/** A stated count that does not match what follows, and steps left out (一是 二是 四是). */
export const numberEnumeration: DocumentRule = {
  id: 'number-enumeration',
  category: 'numbers',
  severity: 'error',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '说明的项数与所列不符，“一是、二是”缺项或重复',
    en: 'A stated count that does not match what follows, or a step left out (一是 二是 四是)',
  },
  rationale: {
    zh: '“抓实六个方面工作”之下应有六个标题，“一是、二是”应当连续，“三个到位：”之后应列三项。末尾有“等”的、数的是总量而不是种类的，不作提示。',
    en: 'Six headings follow 抓实六个方面工作, steps run on by one, and three items follow 三个到位：. Lists that end in 等, and numbers that count things and not kinds, are left alone.',
  },
  sources: ['编校通例'],
  options: {},
  examples: [
    { bad: '一是稳投资，二是促消费，⟦四是⟧强产业。' },
    { bad: '做到⟦三个到位⟧：人员到位、资金到位，确保见效。' },
    {
      part: 'whole',
      bad: draft('重点抓好以下⟦六个方面⟧工作：', [
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '（三）稳住外贸基本盘',
        '（四）建设美丽乡村',
        '（五）保障改善民生',
      ]),
    },
    { bad: '推进教育、医疗、养老⟦四大⟧民生工程，存在的问题：一是总量不大；⟦一是⟧结构不优；三是后劲不足。' },
    { bad: '抓好⟦五个方面工作⟧：稳投资、促消费、强产业、惠民生。重点办好⟦三件实事⟧：一是修路；二是引水。' },
    { bad: '开展“⟦五个一⟧”活动，即一次宣讲、一次走访、一次座谈、一次慰问，做到组织、责任、保障、督查⟦三个⟧到位。' },
    {
      bad: '办好⟦四件事⟧：一是修路；二是引水；三是通气。抓好以下⟦三个方面⟧：第一，稳增长；第二，防风险；第三，惠民生；第四，促和谐。',
    },
    { good: '开展“三个一”活动，即一次宣讲、一次走访、一次座谈，着力解决停车难、入园难、就医难三个问题。' },
    {
      good: '抓好四个方面工作：稳投资、促消费、强产业、惠民生。重点办好3件实事：一是修路；二是引水；三是通气。办好两件事：一是修路；二是引水。',
    },
    { good: '推进五项重点任务：扩内需、稳外贸等。实施三大行动：以项目促投资，以服务促招商。' },
    { bad: '重点抓好⟦四项工作⟧：一是稳投资；二是促消费；三是强产业。' },
    { bad: '一是稳投资；⟦一是⟧促消费；二是强产业。' },
    { good: '一是稳投资，二是促消费，三是强产业。存在三个问题：一是总量不大；二是结构不优；三是后劲不足。' },
    {
      part: 'whole',
      good: draft('重点抓好以下四个方面工作：', [
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '三、稳住外贸基本盘',
        '（四）建设美丽乡村',
      ]),
    },
    {
      part: 'whole',
      good: draft('重点抓好以下三个方面工作：', ['（一）扩大有效投资', '（二）激活消费市场', '3.稳住外贸基本盘']),
    },
    {
      part: 'whole',
      good: draft('重点抓好以下五个方面工作：', [
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '（三）稳住外贸基本盘',
        '（四）建设美丽乡村',
        '（五）保障改善民生',
      ]),
    },
    { bad: '强化政策、资金、人才、服务“⟦三大⟧保障”，统筹发展和安全、政府和市场、城市和乡村⟦四个⟧关系。' },
    { bad: '建设河东、河西、城南、城北⟦3个⟧片区，做好⟦两件事⟧：抓项目、促消费、稳外贸。' },
    {
      good: '建设河东、河西、城南3个片区，新建河东、河西、城南社区食堂6个，统筹发展和安全、政府和市场、城市和乡村三对关系。',
    },
    { good: '做到三个到位：人员到位、资金到位、措施到位。推进教育、医疗等八大民生工程。' },
    { good: '新建学校、医院、公园12个，教育、医疗等8类项目全面铺开，打好蓝天、碧水、净土三大保卫战。' },
    { good: '统一是前提，第一是安全，区、镇、村三级联动，城乡、区域两个差距不断缩小。' },
  ],
  *check(context) {
    yield* brokenSteps(context);
    for (const block of prose(context.analysis.report, COUNTED)) {
      for (const count of context.remember(block, 'counts', readCounts)) yield countFinding(context, block, count);
    }
    yield* headingCounts(context);
  },
};

/** A report in small, with a promise and the headings below it. */
function draft(promise: string, headings: readonly string[]): string {
  const text = '全区上下齐心协力，各项工作取得新的进展，为下一步发展打下了良好基础，群众得到了更多实惠。';
  return [
    '政府工作报告',
    '各位代表：',
    '现在，我代表区人民政府向大会报告工作，请予审议。',
    '一、2024年工作回顾',
    text,
    '二、2025年工作安排',
    `今年是关键一年。${promise}`,
    ...headings.flatMap((heading) => [heading, text]),
    '三、加强政府自身建设',
    text,
  ].join('\n');
}

interface Step extends Span {
  readonly value: number;
  readonly style: string;
  readonly block: Block;
  /** Heads a paragraph as a heading does; those are the business of heading-numbering. */
  readonly heading: boolean;
}

const STEPS = /[一二三四五六七八九十][是要]/;

// 一是  二要; only at the head of a clause.
const STEP = /(?<=^|[。；：！？，、”])([一二三四五六七八九十]{1,3})([是要])(?!否|么|不是)/g;

function* brokenSteps(context: RuleContext): Generator<Finding> {
  const { report } = context.analysis;
  const heads = new Set(report.headings.map((heading) => heading.start));
  const steps: Step[] = [];
  for (const block of prose(report, STEPS)) {
    if (block.kind !== 'body') continue;
    for (const step of context.remember(block, 'steps', readSteps)) {
      const { start, end, value, style } = step;
      steps.push({ start, end, value, style, block, heading: heads.has(block.span(start, end).start) });
    }
  }
  for (const style of ['是', '要']) {
    for (const list of listsOf(steps.filter((step) => step.style === style))) {
      for (const one of breaksOf(list.map((step) => step.value))) {
        const step = list[one.index];
        if (step === undefined || step.heading || one.kind === 'start' || one.kind === 'back') continue;
        yield { ...step.block.span(step.start, step.end), message: stepMessage(one, step.style) };
      }
    }
  }
}

function readSteps({ text }: Block): Omit<Step, 'block' | 'heading'>[] {
  return matches(STEP, text).flatMap((match) => {
    const value = chineseNumber(match[1] ?? '');
    return value === null
      ? []
      : [{ start: match.index, end: match.index + match[0].length, value, style: match[2] ?? '' }];
  });
}

/** Lists that begin with one, cut where another begins or where a list without its beginning follows. */
function listsOf(steps: readonly Step[]): Step[][] {
  const lists: Step[][] = [];
  let current: Step[] | null = null;
  steps.forEach((step, i) => {
    const before = current?.[current.length - 1];
    const near = before !== undefined && step.block.index - before.block.index <= 1;
    // 一是…一是…三是: the second should be 二是. So it should in 一是…；一是…, one sentence.
    const doubled =
      near && step.value === 1 && before.value === 1 && (steps[i + 1]?.value === 3 || isOneSentence(before, step));
    if (step.value === 1 && !doubled) {
      current = [step];
      lists.push(current);
    } else if (near && (doubled || step.value >= before.value)) current?.push(step);
    else current = null;
  });
  return lists;
}

function isOneSentence(one: Step, other: Step): boolean {
  return one.block === other.block && !/[。！？]/.test(one.block.text.slice(one.end, other.start));
}

function stepMessage(one: Break, style: string): Bilingual {
  const [actual, expected] = [`${inHan(one.actual)}${style}`, `${inHan(one.expected)}${style}`];
  if (one.kind === 'gap') {
    return {
      zh: `“${inHan(one.previous)}${style}”之后是“${actual}”，缺“${expected}”。`,
      en: `“${actual}” follows “${inHan(one.previous)}${style}”; “${expected}” is missing.`,
    };
  }
  return {
    zh: `“${actual}”与前后不连续，应为“${expected}”。`,
    en: `“${actual}” is out of order; “${expected}” is due.`,
  };
}

// 个到位：  项工作：  四大  五类  八个方面
const COUNTED =
  /(?:个..|工作|任务|重点|举措|措施|实事|问题|事|行动|工程|方面)”?：|[一二三四五六七八九十0-9](?:大|类|个?方面)|[三四五六七八九十](?:个|项)(?=..)|[3-9]个(?=片区|组团|街道|乡镇|园区|领域|方向|环节)|个一”/;

interface Count extends Span {
  readonly stated: number;
  readonly found: number;
  readonly items: Span;
}

// 三个到位：人员到位、…  五个坚持：
const PROMISE = /([三四五六七八九十\d])个([\u4e00-\u9fff]{2})”?：/g;
// “五个一”活动，即一次宣讲、一次走访、…
const ONES =
  /(?<=“)([三四五六七八九十])个一”[\u4e00-\u9fff]{0,6}(?:，即|，就是|：)(一[\u4e00-\u9fff]{1,10}(?:、一[\u4e00-\u9fff]{1,10}){1,9})(?=[，。；）])/g;
// 教育、医疗、养老四大民生工程  A、B、C和D5类  停车难、就医难、入园难三个问题
const SUM =
  /([三四五六七八九十]|\d{1,2})(大(?![型桥道棚街厦豆]|数据|学生)|类|个方面|方面|(?<=[三四五六七八九十])[个项](?=到位|目标|问题|难题|难点|重点|环节|关键|领域|方向|维度|片区|任务|工程|行动|机制|体系|清单|短板|专项|关系)|(?<=(?<!\d)[3-9])个(?=片区|组团|街道|乡镇|园区|领域|方向|环节))/g;
const SUMMED = /(?:[\u4e00-\u9fffA-Z]{2,8}、){2,9}[\u4e00-\u9fffA-Z]{2,14}$/;
// 抓好五个方面工作：抓投资、抓消费、…  办好三件实事：一是…
const LISTED =
  /([两三四五六七八九十]|\d{1,2})(个方面|[项件个大])[\u4e00-\u9fff]{0,2}?(?:工作|任务|重点|举措|措施|实事|问题|事|行动|工程|方面)”?：/g;
/** No list that is counted is longer. */
const LONGEST_LIST = 100;

function readCounts({ text }: Block): Count[] {
  const found: Count[] = [];
  for (const match of matches(PROMISE, text)) {
    const stated = valueOf(match[1] ?? '');
    const word = match[2] ?? '';
    const start = match.index;
    const end = start + match[0].length - 1;
    const stop = text.slice(end + 1).search(/[。；！？]/);
    const list = text.slice(end + 1, stop < 0 ? text.length : end + 1 + stop);
    const items = list.split(word).length - 1;
    if (items < 2 || items >= stated || list.includes('等')) continue;
    found.push({
      start,
      end: text[end - 1] === '”' ? end - 1 : end,
      stated,
      found: items,
      items: { start: end + 1, end: end + 1 + list.length },
    });
  }
  for (const match of matches(ONES, text)) {
    const stated = valueOf(match[1] ?? '');
    const list = match[2] ?? '';
    const items = list.split('、');
    if (items.length === stated || !items.every((item) => item.startsWith('一')) || list.includes('等')) continue;
    const start = match.index;
    const from = start + match[0].length - list.length;
    found.push({
      start,
      end: start + 3,
      stated,
      found: items.length,
      items: { start: from, end: from + list.length },
    });
  }
  for (const match of matches(LISTED, text)) {
    const stated = valueOf(match[1] ?? '');
    const start = match.index;
    const from = start + match[0].length;
    const counted = /^(?:[一1]是|第一，)/.test(text.slice(from, from + 3))
      ? countSteps(text, from)
      : countItems(text, from);
    if (counted === null || (stated >= counted.fewest && stated <= counted.most)) continue;
    const end = from - 1 - (text[from - 2] === '”' ? 1 : 0);
    found.push({ start, end, stated, found: counted.fewest, items: { start: from, end: counted.end } });
  }
  for (const match of matches(SUM, text)) {
    // 政策、资金、人才、服务“三大保障”: the count may open a quotation.
    const until = text[match.index - 1] === '“' ? match.index - 1 : match.index;
    const list = SUMMED.exec(text.slice(Math.max(0, until - LONGEST_LIST), until))?.[0] ?? '';
    if (list === '') continue;
    const stated = valueOf(match[1] ?? '');
    const items = list.split('、');
    const fewest = items.length;
    const most = list.split(/[、和与及]/).length;
    // 发展和安全、政府和市场、城市和乡村: three pairs, or six things; nothing between.
    const pairs = items.every((item) => /.[和与]./.test(item));
    if (pairs ? stated === fewest || stated === most : stated >= fewest && stated <= most) continue;
    const start = match.index;
    // A number behind a preposition or verb does not count the list: 分为四大类, 打造五大.
    if (/[等为成分造实施建推进]$/.test(list)) continue;
    found.push({
      start,
      end: match.index + match[0].length,
      stated,
      found: fewest,
      items: { start: until - list.length, end: until },
    });
  }
  return found;
}

interface Counted {
  readonly fewest: number;
  readonly most: number;
  readonly end: number;
}

// 第一，  第二，; at the head of a clause.
const ORDINAL = /(?<=[。；：])第([一二三四五六七八九十])，/g;

/** Short items between 、 up to the end of the sentence; null for anything else. */
function countItems(text: string, from: number): Counted | null {
  const stop = text.slice(from, from + LONGEST_LIST).search(/[，。；：！？]/);
  if (stop < 0 || text[from + stop] === '：') return null;
  const list = text.slice(from, from + stop);
  const items = list.split('、');
  if (items.length < 3 || /[等（“《]/.test(list) || items.some((item) => item.length < 2 || item.length > 12))
    return null;
  return { fewest: items.length, most: list.split(/[、和与及]/).length, end: from + stop };
}

/** 一是…二是… to the last step in the paragraph; null where a step is missing, which is told by itself. */
function countSteps(text: string, from: number): Counted | null {
  let last = 0;
  let end = from;
  const ordinal = text.startsWith('第一', from);
  for (const match of matches(ordinal ? ORDINAL : STEP, text)) {
    if (match.index < from || (!ordinal && match[2] !== '是')) continue;
    const value = chineseNumber(match[1] ?? '');
    if (value !== last + 1) {
      if (value === 1) break;
      return null;
    }
    last = value;
    end = match.index + match[0].length;
  }
  // A list of one step goes on in the next paragraph.
  return last < 2 || /[；：]$/.test(text) ? null : { fewest: last, most: last, end };
}

function valueOf(numeral: string): number {
  if (numeral === '两') return 2;
  return /^\d/.test(numeral) ? Number(numeral) : (chineseNumber(numeral) ?? 0);
}

function countFinding(context: RuleContext, block: Block, count: Count): Finding {
  const place = block.span(count.start, count.end);
  const words = quote(context.analysis.report.text, place);
  return {
    ...place,
    grade: 'warning',
    message: {
      zh: `“${words}”与所列不符：列出 ${count.found} 项。`,
      en: `“${words}” does not match the list: it has ${count.found} items.`,
    },
    related: [{ ...block.span(count.items.start, count.items.end), message: { zh: '所列各项', en: 'the list' } }],
  };
}

// 着力抓好以下六个方面：  着力做好8项重点工作。
const PROMISED =
  /(?:以下|下列|如下|抓好|做好|突出|聚焦|做到|打好|推进|实施)[^。；，：]{0,8}?([一二三四五六七八九十]{1,3}|\d{1,2})(个?方面|[项个大])[\u4e00-\u9fff]{0,10}[：。]?$/;

/** Promises right above a row of numbered headings. */
function* headingCounts(context: RuleContext): Generator<Finding> {
  const { report } = context.analysis;
  for (let i = 0; i < report.headings.length; i++) {
    const first = report.headings[i];
    if (first === undefined || first.number === null || !isFirst(report, i)) continue;
    const block = report.blocks[first.block - 1];
    if (block?.kind !== 'body' || first.block === 0) continue;
    const tail = block.text.slice(-60);
    const match = PROMISED.exec(tail);
    if (match === null) continue;
    const numeral = match[1] ?? '';
    const stated = /^\d/.test(numeral) ? Number(numeral) : (hanNumberAt(numeral, 0)?.value ?? 0);
    const siblings = countSiblings(report, i);
    if (stated < 2 || siblings < 2 || stated === siblings || goesOnOtherwise(report, i, siblings)) continue;
    const offset = block.text.length - tail.length + match.index + match[0].indexOf(numeral + (match[2] ?? ''));
    const place = block.span(offset, offset + numeral.length + (match[2] ?? '').length);
    yield {
      ...place,
      message: {
        zh: `“${quote(report.text, place)}”与下文不符：其后有 ${siblings} 个标题。`,
        en: `“${quote(report.text, place)}” does not match what follows: there are ${siblings} headings.`,
      },
      related: [{ start: first.start, end: first.end, message: { zh: '其后的标题', en: 'the headings below' } }],
    };
  }
}

/** Whether a heading opens a numbered row. */
function isFirst(report: Report, at: number): boolean {
  return numberOf(report, report.headings[at])?.value === 1;
}

function numberOf(report: Report, heading: Heading | undefined): PrintedNumber | null {
  const block = heading === undefined ? undefined : report.blocks[heading.block];
  if (heading === undefined || block === undefined) return null;
  return readNumber(block.text.slice(block.readingOffset(heading.start)));
}

/**
 * Whether a row of headings has one whose number is written otherwise, inside or behind it: 四、 or 4. for （四）. That is
 * for the rules of headings to say; the row is not short of it.
 */
function goesOnOtherwise(report: Report, at: number, count: number): boolean {
  const first = report.headings[at];
  const style = numberOf(report, first)?.style;
  if (first === undefined || style === undefined) return false;
  const rest = report.headings.slice(at + 1).map((heading) => ({ heading, number: numberOf(report, heading) }));
  const next = rest.findIndex(({ number }) => number?.style === style && number.value === 1);
  const own = rest.slice(0, next < 0 ? rest.length : next).filter(({ number }) => number?.style === style);
  // （一）（二）（四）, whether or not （四） was taken for a heading.
  if ((own.at(-1)?.number?.value ?? 0) > count) return true;
  const last = own.at(-1)?.heading;
  if (last === undefined) return false;
  const numbers = report.blocks
    .slice(last.block + 1)
    .map(({ kind, text }) => (kind === 'body' ? readNumber(text) : null));
  if (numbers.find((one) => one?.style === style)?.value === count + 2) return true;
  const above = report.headings.findIndex((one) => one.start > last.start && one.level < first.level);
  const end = report.headings[above];
  if (oddNumeral(report.blocks.slice(last.block + 1, end?.block), style, count + 1, last.runIn) !== null) return true;
  const number = numberOf(report, end);
  if (number?.value !== count + 1) return false;
  const before = report.headings.slice(0, above).map((heading) => numberOf(report, heading));
  return before.filter((one) => one?.style === number.style).at(-1)?.value !== count;
}

function countSiblings(report: Report, at: number): number {
  const level = report.headings[at]?.level ?? 0;
  let count = 0;
  for (let i = at; i < report.headings.length; i++) {
    const heading = report.headings[i];
    if (heading === undefined || heading.level < level) break;
    if (heading.level === level) {
      if (heading.number === null || (i > at && isFirst(report, i))) break;
      count++;
    }
  }
  return count;
}
