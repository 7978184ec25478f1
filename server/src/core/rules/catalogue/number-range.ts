import type { Block, Bilingual, CorpusReport, Span } from '../../model';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches, prose, quote } from '../support';

/** A range that drops %, 万 or 亿 on its first side, or a draft whose ranges are joined by different dashes. */
export const numberRange: DocumentRule = {
  id: 'number-range',
  category: 'numbers',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '数值范围前一数值省略“%”“万”“亿”，或全文连接号不统一',
    en: 'A range drops %, 万 or 亿 on its first side, or one draft joins its ranges by different dashes',
  },
  rationale: {
    zh: '“9～16亿”可以读作“9元至16亿元”。国家标准要求省略后会引起误解的附加符号、计量单位和数量级前后都写。连接号用浪纹线或一字线均可，一稿之内应当统一；用法不一时仅作提示，以多数为准。',
    en: '“9～16亿” can be read as 9 yuan to 1.6 billion. The standard wants signs and orders of magnitude on both sides where leaving one out could mislead. Either dash is right, but one draft should keep to one: a mixture is reported as information, at the less frequent form.',
  },
  sources: ['GB/T 15835—2011 5.1.3', 'GB/T 15834—2011 4.13.3.2、A.11'],
  options: {
    dashes: {
      type: 'boolean',
      default: true,
      description: { zh: '检查全文连接号是否统一', en: 'Report dashes that differ within one draft' },
    },
  },
  examples: [
    {
      bad: '一般公共预算收入增长⟦4.5-5%⟧。',
      fixed: '一般公共预算收入增长4.5%-5%。',
    },
    {
      bad: '每户补助⟦2～3万⟧元，全年投入资金⟦1.5～2亿⟧元。',
      fixed: '每户补助2万～3万元，全年投入资金1.5亿～2亿元。',
    },
    { bad: '力争接待游客⟦300至350万⟧人次。', fixed: '力争接待游客300万至350万人次。' },
    {
      bad: '工业增加值增长5%～6%，服务业增加值增长4%～5%，农业增加值增长⟦3%-4%⟧。',
      fixed: '工业增加值增长5%～6%，服务业增加值增长4%～5%，农业增加值增长3%～4%。',
    },
    { good: '地区生产总值增长5%—6%，新增就业3万—4万人。' },
    { good: '规划期为2021—2025年，每批项目建设6—8个，每次培训40—50人。' },
    { good: '企业登记压缩到0.5—1天，补贴标准为每亩5000元—1万元，热线0000-1234567全天开通。' },
    { good: '收入由18万元增至25万元，失业率降至5%以内，比例为3:7，完成青政发〔2023〕5号确定的8项任务。' },
    { good: '建成A3-5型厂房2万平方米，机组编号为G6-1。' },
    { good: '增长5%～6%，下降3%-4%。', options: { dashes: false } },
  ],
  *check(context) {
    const ranges: Placed[] = [];
    const short: { block: Block; range: Clipped }[] = [];
    for (const block of prose(context.analysis.report, DASHED)) {
      const found = context.remember(block, 'ranges', readRanges);
      for (const range of found.clipped) short.push({ block, range });
      for (const range of found.joined) ranges.push({ ...range, block });
    }
    const usual = mostUsual(
      context,
      ranges.filter((range) => range.kind === 'value'),
    )?.[0];
    for (const { block, range } of short) yield clipped(context, block, range, usual);
    if (context.options.dashes !== true) return;
    for (const kind of ['value', 'time'] as const)
      yield* mixed(
        context,
        ranges.filter((range) => range.kind === kind),
      );
  },
};

// —6  至350
const DASHED = /[—～\-至]\d/;

interface Clipped extends Span {
  readonly unit: Span;
  readonly insertAt: number;
  /** The digits behind the dash. */
  readonly second: string;
}

interface Joined extends Span {
  readonly kind: 'value' | 'time';
  readonly dash: Span;
  readonly form: string;
}

interface Placed extends Joined {
  readonly block: Block;
}

// 4.5-5%  1.5—2亿元  300至350万人次; no match in A3-5 or 0000-1234567.
const CLIPPED = /(?<![\dA-Z.,:—～-])(\d{1,6}(?:\.\d{1,4})?)([—～\-至])(\d{1,6}(?:\.\d{1,4})?)([%‰]|万亿|[万亿])/gi;

// 5%～6%  2021—2025年  6—8个; the unit of the first side is optional.
const JOINED =
  /(?<![\dA-Z.,:—～-])\d{1,6}(?:\.\d{1,4})?(?:[%‰]|[万亿]?[元人户家个吨亩年月日天]|[万亿])?([—～\-])\d{1,6}(?:\.\d{1,4})?([%‰\u4e00-\u9fff])/gi;

function readRanges(block: Block): { clipped: Clipped[]; joined: Joined[] } {
  const { text } = block;
  const clippedRanges: Clipped[] = [];
  for (const match of matches(CLIPPED, text)) {
    const [all, first = '', , second = '', unit = ''] = match;
    // 5000—1万 counts from five thousand: nothing is left out.
    if (Number(first) >= Number(second)) continue;
    const start = match.index;
    const end = start + all.length;
    const insertAt = start + first.length;
    clippedRanges.push({ start, end, insertAt, unit: { start: end - unit.length, end }, second });
  }
  const joined = matches(JOINED, text).map((match): Joined => {
    const [all, form = '', after = ''] = match;
    const dash = match.index + all.lastIndexOf(form);
    return {
      start: match.index,
      end: match.index + all.length,
      kind: after === '年' || after === '月' || after === '日' ? 'time' : 'value',
      dash: { start: dash, end: dash + 1 },
      form,
    };
  });
  // A range with a unit left out is written anew, with the usual dash.
  const isClipped = (one: Span): boolean =>
    clippedRanges.some((range) => range.start < one.end && one.start < range.end);
  return { clipped: clippedRanges, joined: joined.filter((one) => !isClipped(one)) };
}

function clipped(context: RuleContext, block: Block, range: Clipped, usual: Placed | undefined): Finding {
  const { text } = context.analysis.report;
  const place = block.span(range.start, range.end);
  const unitPlace = block.span(range.unit.start, range.unit.end);
  const unit = text.slice(unitPlace.start, unitPlace.end);
  const at = block.span(range.start, range.insertAt).end;
  const written = quote(text, place);
  const dash = text.slice(at, at + 1);
  const dashPlace = usual === undefined ? null : usual.block.span(usual.dash.start, usual.dash.end);
  // 3至5万 is words, no dash.
  const joint = dashPlace === null || dash === '至' ? dash : text.slice(dashPlace.start, dashPlace.end);
  const better = quote(text, { start: place.start, end: at }) + unit + joint + range.second + unit;
  return {
    ...place,
    message: {
      zh: `“${written}”前一数值省略了“${unit}”，易生歧义，宜写作“${better}”。`,
      en: `“${written}” leaves out “${unit}” on its first side and can be misread: write “${better}”.`,
    },
    fixes: [
      {
        title: { zh: `改为“${better}”`, en: `Change to “${better}”` },
        kind: 'suggestion',
        edits: [joint === dash ? { start: at, end: at, text: unit } : { start: at, end: at + 1, text: unit + joint }],
      },
    ],
  };
}

/** The ranges of a draft that are joined as past reports join theirs, else as most of its own are. */
function mostUsual({ corpus }: RuleContext, ranges: readonly Placed[]): Placed[] | undefined {
  const forms = new Map<string, Placed[]>();
  for (const range of ranges) forms.set(range.form, [...(forms.get(range.form) ?? []), range]);
  const [newest] = corpus.precedents;
  const past = forms.size < 2 || newest === undefined ? [] : formsOf(newest);
  // The first of equals wins: a map keeps the order of appearance and the sort is stable.
  return (
    past.flatMap((form) => (forms.has(form) ? [forms.get(form) ?? []] : []))[0] ??
    [...forms.values()].sort((a, b) => b.length - a.length)[0]
  );
}

/** The dashes that a past report joins values with, the most frequent first. */
function formsOf({ analysis: { report } }: CorpusReport): string[] {
  const counts = new Map<string, number>();
  for (const block of prose(report)) {
    for (const { kind, form } of readRanges(block).joined)
      if (kind === 'value') counts.set(form, (counts.get(form) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([form]) => form);
}

/** One finding for all ranges that are not joined as most are. */
function* mixed(context: RuleContext, ranges: readonly Placed[]): Generator<Finding> {
  const most = mostUsual(context, ranges);
  const others = ranges.filter((range) => range.form !== most?.[0]?.form);
  if (others.length === 0) return;
  const model = most?.[0];
  const odd = [...others].sort((a, b) => place(a).start - place(b).start);
  const first = odd[0];
  if (model === undefined || first === undefined) return;
  const { text } = context.analysis.report;
  const dashOf = (range: Placed): Span => range.block.span(range.dash.start, range.dash.end);
  const dash = text.slice(dashOf(model).start, dashOf(model).end);
  const place0 = place(first);
  const shown = quote(text, place(model));
  const message = (count: number): Bilingual => ({
    zh: `“${quote(text, place0)}”${count > 1 ? `等 ${count} 处` : ''}所用连接号与本稿多数写法（“${shown}”）不一致。`,
    en: `${count > 1 ? `${count} ranges such as ` : ''}“${quote(text, place0)}” ${count > 1 ? 'are' : 'is'} joined by another dash than most in this draft (“${shown}”).`,
  });
  yield {
    ...place0,
    message,
    grade: 'information',
    places: odd.map(place),
    related: [{ ...place(model), message: { zh: '本稿多数写法', en: 'as most are written here' } }],
    fixes: [
      {
        title: { zh: `连接号统一为“${dash}”`, en: `Join all by “${dash}”` },
        kind: 'suggestion',
        edits: odd.map((range) => ({ ...dashOf(range), text: dash })),
      },
    ],
  };
}

function place(range: Placed): Span {
  return range.block.span(range.start, range.end);
}
