import type { IndicatorMatch } from '../../data';
import { formsOf, indicatorIndex, indicators } from '../../data';
import type { Bilingual, Block, Report, Severity, Span, Statement } from '../../model';
import type { FormUse } from '../indicator-forms';
import { doubtfulFinder, doubtfulForms } from '../indicator-forms';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { wholeText } from '../blocks';
import { cite, prose } from '../support';

/** Names of indicators that are not official, or that differ within one draft. */
export const indicatorName: DocumentRule = {
  id: 'indicator-name',
  category: 'indicators',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '指标名称不规范（失业登记率、安全生产事故），或前后名称不一致',
    en: 'A name that is not the official one of an indicator (失业登记率, 安全生产事故), or two names of one indicator',
  },
  rationale: {
    zh: '统计指标和法定用语有固定名称，词序颠倒、字词增减就不是那个指标。简称、俗称通行的只作提示；同一指标前后用两个名称的，以多数写法为准提示一次。',
    en: 'Statistical indicators and legal terms have fixed names; words turned round or left out name something else. Names in wide use are information only, and so is one indicator under two accepted names, reported once at the less frequent one.',
  },
  sources: ['国家统计局《国民经济和社会发展统计公报》指标名称', '生产安全事故报告和调查处理条例（国务院令第493号）'],
  options: {
    variants: {
      type: 'boolean',
      default: true,
      description: {
        zh: '提示同一指标前后名称不一致，以及通行而不规范的名称',
        en: 'Report two accepted names of one indicator, and names in wide use that are not official',
      },
    },
  },
  examples: [
    { bad: '⟦城镇失业登记率⟧控制在3.9%以内。', fixed: '城镇登记失业率控制在3.9%以内。' },
    {
      bad: '全年⟦新增城镇就业⟧5000人，⟦安全生产事故起数⟧下降10%，未发生较大以上事故。',
      fixed: '全年城镇新增就业5000人，生产安全事故起数下降10%，未发生较大以上事故。',
    },
    { bad: '⟦社会消费零售总额⟧增长6%。', fixed: '社会消费品零售总额增长6%。' },
    {
      part: 'review',
      bad: '规模以上工业增加值增长7.8%，总量居全市前列。规模以上工业增加值增速连续三年领先，规模以上工业增加值增长目标顺利实现。⟦规上工业增加值⟧增长9%以上的镇达到3个。',
      fixed:
        '规模以上工业增加值增长7.8%，总量居全市前列。规模以上工业增加值增速连续三年领先，规模以上工业增加值增长目标顺利实现。规模以上工业增加值增长9%以上的镇达到3个。',
    },
    { bad: '⟦空气质量优良率⟧达到85%以上。', fixed: '空气质量优良天数比率达到85%以上。' },
    { bad: '全年⟦引入国内省外资金⟧12亿元，力争今年引进国内省外资金增长5%。' },
    { part: 'review', bad: '全年⟦国内生产总值⟧增长5.6%。', fixed: '全年地区生产总值增长5.6%。' },
    { part: 'review', good: '我国国内生产总值增长5%，研发经费占国内生产总值比重达到2.1%。' },
    {
      bad: '今年⟦固定投资资产⟧增长6%，⟦一般性公共预算收入⟧增长3%，⟦常驻人口城镇化率⟧达到68%。',
      fixed: '今年固定资产投资增长6%，一般公共预算收入增长3%，常住人口城镇化率达到68%。',
    },
    { good: '城镇登记失业率控制在3.9%以内，城镇新增就业5000人，社会消费品零售总额增长6%。' },
    { good: '严防生产安全事故，开展安全生产事故隐患排查，落实《安全生产事故隐患排查治理暂行规定》。' },
    { good: '全社会研发投入增长10%，升规上限入库企业20家。' },
    { good: '农产品出口额3.2亿元，汽车出口额增长11%。' },
    { good: '优良天数比率达到85%，城乡居民增收，新增就业岗位。' },
    { good: '空气质量优良率达到85%以上。', options: { variants: false } },
  ],
  *check(context) {
    const places = new Map<string, Placed[]>();
    for (const block of prose(context.analysis.report, doubtfulFinder)) {
      for (const use of context.remember(block, 'forms', readForms)) {
        const key = `${use.match.indicator.name} ${use.match.via}`;
        const list = places.get(key);
        const placed = { ...use, ...block.span(use.start, use.end) };
        if (list === undefined) places.set(key, [placed]);
        else list.push(placed);
      }
    }
    for (const list of places.values()) yield* unofficial(context, list);
    yield* national(context);
    yield* misspelt(context);
    if (context.options.variants === true) {
      yield* inconsistent(context);
      yield* neverInFull(context);
      yield* alike(context);
    }
  },
};

type Placed = FormUse;

/** The forms of indicators in a block that an editor corrects, in reading offsets. */
function readForms({ text }: Block): FormUse[] {
  return doubtfulForms(text).filter(({ match, start, end }) => match.via !== 'old' && isSlip(match, text, start, end));
}

function isSlip(match: IndicatorMatch, text: string, start: number, end: number): boolean {
  // 安全生产事故隐患 has a regulation of that name.
  if (text.startsWith('隐患', end)) return false;
  const row = match.indicator.wrong?.find((one) => one.form === match.form);
  return row?.unlessAfter?.some((word) => text.startsWith(word, start - word.length)) !== true;
}

function* unofficial(context: RuleContext, list: readonly Placed[]): Generator<Finding> {
  const first = list[0];
  if (first === undefined) return;
  const { match } = first;
  const wrong = match.indicator.wrong?.find((one) => one.form === match.form);
  if (wrong === undefined && context.options.variants !== true) return;
  const right = rightForm(match);
  const grade: Severity | null =
    wrong === undefined || match.indicator.status === 'unconfirmed' ? 'information' : (wrong.grade ?? null);
  const reason: Bilingual = wrong ?? {
    zh: `规范名称为“${right}”。`,
    en: `The official name is ${right}.`,
  };
  const simplified = context.analysis.report.info?.script !== 'traditional';
  yield {
    start: first.start,
    end: first.end,
    places: list,
    ...(grade === null ? {} : { grade }),
    message: (count) => ({
      zh: `“${match.form}”${count > 1 ? `（${count} 处）` : ''}宜写作“${right}”。${reason.zh}`,
      en: `“${match.form}”${count > 1 ? ` (${count} places)` : ''} should be “${right}”. ${reason.en}`,
    }),
    // A text in traditional characters would get simplified words.
    ...(simplified
      ? {
          fixes: [
            {
              title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
              kind: 'suggestion' as const,
              edits: list.map((one) => ({ start: one.start, end: one.end, text: rightForm(one.match) })),
            },
          ],
        }
      : {}),
  };
}

function rightForm(match: IndicatorMatch): string {
  return match.indicator.wrong?.find((one) => one.form === match.form)?.right ?? match.indicator.name;
}

/** A name of a value that is one slip away from an official one: 固定投资资产, 常驻人口城镇化率. */
function* misspelt({ analysis: { report, statements } }: RuleContext): Generator<Finding> {
  const seen = new Set<string>();
  for (const { name, known, block, nameStart, nameEnd } of statements) {
    if (known || name.length < SHORTEST_NAME || name.length > LONGEST_NAME || seen.has(name)) continue;
    seen.add(name);
    if (report.text.slice(nameStart, nameEnd) !== name || report.blocks[block] === undefined) continue;
    const right = officialNames(name).find((one) => isSlipOf(name, one));
    if (right === undefined) continue;
    yield {
      start: nameStart,
      end: nameEnd,
      // Another order or one word more may be meant; 常驻人口 never is.
      ...(isMistyped(name, right) ? {} : { grade: 'information' as const }),
      message: {
        zh: `“${cite(name)}”不是规范名称，与“${cite(right)}”只差一处，请核。`,
        en: `“${cite(name)}” is no official name; it is one slip away from “${cite(right)}”.`,
      },
      fixes: [
        {
          title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
          kind: 'suggestion',
          edits: [{ start: nameStart, end: nameEnd, text: right }],
        },
      ],
    };
  }
}

const SHORTEST_NAME = 6;
const LONGEST_NAME = 24;

let names: ReadonlyMap<string, readonly string[]> | undefined;

/** Long names in good use that begin with the character that a name begins with. */
function officialNames(name: string): readonly string[] {
  if (names === undefined) {
    const byFirst = new Map<string, string[]>();
    for (const row of indicators)
      for (const [form, via] of formsOf(row)) {
        if ((via !== 'name' && via !== 'alias' && via !== 'variant') || form.length < SHORTEST_NAME) continue;
        byFirst.set(form.charAt(0), [...(byFirst.get(form.charAt(0)) ?? []), form]);
      }
    names = byFirst;
  }
  return names.get(name.charAt(0)) ?? [];
}

/** Whether a name has the characters of another in another order, or one inside it is missing, added or mistyped; they begin alike. */
function isSlipOf(name: string, right: string): boolean {
  if (name === right || Math.abs(name.length - right.length) > 1) return false;
  if (isMistyped(name, right) || isShuffled(name, right)) return true;
  const [own, other] = middles(name, right);
  if (!right.endsWith(name.slice(-1))) return false;
  return name.length !== right.length && own.length + other.length === 1 && !TELLING.includes(own + other);
}

/** Whether one character inside a name is taken for another that is like it. */
function isMistyped(name: string, right: string): boolean {
  const [own, other] = middles(name, right);
  return own.length === 1 && other.length === 1 && ALIKE.some((pair) => pair.includes(own) && pair.includes(other));
}

/** What is left of two words without the opening and the end that they share. */
function middles(a: string, b: string): [string, string] {
  const most = Math.min(a.length, b.length);
  let from = 0;
  while (from < most && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let behind = 0;
  while (behind < most - from && a.charCodeAt(a.length - 1 - behind) === b.charCodeAt(b.length - 1 - behind)) behind++;
  return [a.slice(from, a.length - behind), b.slice(from, b.length - behind)];
}

/** Characters that are mistaken for each other in such names. */
const ALIKE = ['住驻', '加长', '加价', '额值', '可所', '优忧'];
/** Characters that make another indicator of one: 存贷款 is not 存款. */
const TELLING = '存贷进出口内外城乡农总净新增大中小高低男女上下年月日实名省市区县村镇国的和与及等';

function sumOf(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) sum += text.charCodeAt(i);
  return sum;
}

/** Whether a name has the characters of another in another order. */
function isShuffled(name: string, right: string): boolean {
  if (name.length !== right.length || sumOf(name) !== sumOf(right)) return false;
  return name.split('').sort().join('') === right.split('').sort().join('');
}

/** 国内生产总值 with a value of a province, city or county: that name is the nation's. */
function* national(context: RuleContext): Generator<Finding> {
  const { report, statements } = context.analysis;
  const issuer = report.info?.issuer ?? '国务院';
  if (issuer === '国务院') return;
  const own = statements.filter((one) => {
    const block = report.blocks[one.block];
    if (one.name !== NATIONAL || block === undefined || !isPrintedWhole(report, one)) return false;
    const at = block.readingOffset(one.nameStart);
    const before =
      block.text
        .slice(Math.max(0, at - 24), at)
        .split(/[。；！？]/)
        .at(-1) ?? '';
    return !/[全我][国球]|国家|世界|占|单位|万元|人均$/.test(before);
  });
  const [first] = own;
  if (first === undefined) return;
  const places = own.map((one) => ({ start: one.nameStart, end: one.nameEnd }));
  const right = usualName(context) ?? REGIONAL;
  yield {
    start: first.nameStart,
    end: first.nameEnd,
    places,
    message: {
      zh: `地方称“${right}”，“${NATIONAL}”只用于全国。`,
      en: `A place has ${right}; ${NATIONAL} is the nation’s.`,
    },
    ...(report.info?.script === 'traditional'
      ? {}
      : {
          fixes: [
            {
              title: { zh: `改为“${right}”`, en: `Change to “${right}”` },
              kind: 'suggestion' as const,
              edits: places.map((place) => ({ ...place, text: right })),
            },
          ],
        }),
  };
}

/** What the draft itself calls its product most often. */
function usualName({ analysis: { report, statements } }: RuleContext): string | null {
  const counts = new Map<string, number>();
  for (const one of statements) {
    if (one.indicator !== REGIONAL || one.name === NATIONAL || !isPrintedWhole(report, one)) continue;
    if (indicatorIndex().get(one.name)?.indicator.name !== REGIONAL) continue;
    counts.set(one.name, (counts.get(one.name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const NATIONAL = '国内生产总值';
const REGIONAL = '地区生产总值';

/** One indicator under two accepted names where values are stated: one finding at the less frequent name. */
function* inconsistent(context: RuleContext): Generator<Finding> {
  const { report, statements } = context.analysis;
  const byIndicator = new Map<string, Map<string, Statement[]>>();
  for (const statement of statements) {
    if (!statement.known || !isPrintedWhole(report, statement)) continue;
    // 粮食产量 and 粮食总产量 are one name.
    const name = statement.name.replace(/(?:增速|增幅|涨幅|增长率)$/, '').replace(/总产量$/, '产量');
    const via = indicatorIndex().get(name)?.via;
    if (via !== 'name' && via !== 'alias' && via !== 'variant') continue;
    const names = byIndicator.get(statement.indicator) ?? new Map<string, Statement[]>();
    names.set(name, [...(names.get(name) ?? []), statement]);
    byIndicator.set(statement.indicator, names);
  }
  for (const names of byIndicator.values()) {
    if (names.size < 2) continue;
    // The first of equals wins: a map keeps the order of appearance and the sort is stable.
    const [most, ...others] = [...names].sort((a, b) => b[1].length - a[1].length);
    const odd = others.flatMap(([, list]) => list).sort((a, b) => a.start - b.start);
    const [first] = odd;
    const model = most?.[1][0];
    if (first === undefined || most === undefined || model === undefined) continue;
    yield inconsistentName(context, odd, first, most[0], model);
  }
}

/** A short name in a draft that never gives the full one: one finding at its first use. */
function* neverInFull({ analysis: { report, statements } }: RuleContext): Generator<Finding> {
  const seen = new Set<string>();
  for (const statement of statements) {
    const { indicator, name } = statement;
    if (!statement.known || seen.has(indicator) || !isShort(name, indicator)) continue;
    if (!isPrintedWhole(report, statement)) continue;
    seen.add(indicator);
    const fullName = wholeText(report).includes(indicator);
    if (fullName || statements.some((one) => one.indicator === indicator && one.name === indicator)) continue;
    const place = { start: statement.nameStart, end: statement.nameEnd };
    // 规上工业企业 for 规模以上工业企业数: only the abbreviation is written out.
    const full = name.endsWith('数') ? indicator : indicator.replace(/数$/, '');
    yield {
      ...place,
      grade: 'hint',
      message: {
        zh: `全文只用简称“${name}”，首次出现宜用全称“${full}”。`,
        en: `Only the short name “${name}” is used; give “${full}” in full at first.`,
      },
      ...(report.info?.script === 'traditional'
        ? {}
        : {
            fixes: [
              {
                title: { zh: `改为“${full}”`, en: `Change to “${full}”` },
                kind: 'suggestion' as const,
                edits: [{ ...place, text: full }],
              },
            ],
          }),
    };
  }
}

/** A name that is nearly that of a known indicator of the draft: 引入国内资金, elsewhere 引进到位国内资金. */
function* alike({ analysis: { report, statements } }: RuleContext): Generator<Finding> {
  const index = indicatorIndex();
  const seen = new Set<string>();
  // Each name once, the first statement that has it.
  const names = new Set<string>();
  const known: { readonly name: string; readonly statement: Statement }[] = [];
  for (const statement of statements) {
    const name = statement.known ? bare(statement.name) : '';
    if (!statement.known || names.has(name)) continue;
    names.add(name);
    known.push({ name, statement });
  }
  for (const statement of statements) {
    const { name } = statement;
    if (seen.has(name) || name.length < LONG_NAME || index.get(name) !== null) continue;
    if (!isPrintedWhole(report, statement)) continue;
    seen.add(name);
    const own = bare(name);
    const model = known.find((one) => isNearly(own, one.name))?.statement;
    if (model === undefined) continue;
    yield {
      start: statement.nameStart,
      end: statement.nameEnd,
      grade: 'information',
      message: {
        zh: `此处称“${cite(name)}”，别处称“${cite(model.name)}”，请核是否同一指标并统一。`,
        en: `“${cite(name)}” here, “${cite(model.name)}” elsewhere; if they are one indicator, keep to one name.`,
      },
      related: [
        {
          start: model.nameStart,
          end: model.nameEnd,
          message: { zh: `此处称“${cite(model.name)}”`, en: `“${cite(model.name)}” here` },
        },
      ],
    };
  }
}

/** Shorter names differ from others by one word that matters. */
const LONG_NAME = 8;

const MARKS = /[（）()“”]/;

function bare(name: string): string {
  return MARKS.test(name) ? name.replace(/[（）()“”]/g, '') : name;
}

/** Whether most of two names is common, in order and at both ends, and each has something of its own. */
function isNearly(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || !b.endsWith(a.slice(-2)) || Math.abs(a.length - b.length) > 3)
    return false;
  const common = longestCommon(a, b);
  const shorter = Math.min(a.length, b.length);
  return common < shorter && common >= shorter * 0.8 && shorter - common === 1;
}

/** Length of the longest sequence of characters that both have in order. */
function longestCommon(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    for (let k = 1; k <= b.length; k++)
      next.push(x === b[k - 1] ? (row[k - 1] ?? 0) + 1 : Math.max(row[k] ?? 0, next[k - 1] ?? 0));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** 规上工业增加值 for 规模以上工业增加值; other short forms, such as 民间投资比重, are what reports say. */
function isShort(name: string, official: string): boolean {
  return /规上|限上|社零|固投/.test(name) && !/规上|限上/.test(official) && name !== official;
}

function inconsistentName(
  context: RuleContext,
  odd: readonly Statement[],
  first: Statement,
  usual: string,
  model: Statement,
): Finding {
  const place = (one: Statement): Span => ({ start: one.nameStart, end: one.nameEnd });
  return {
    ...place(first),
    places: odd.map(place),
    grade: 'information',
    message: {
      zh: `同一指标，此处称“${first.name}”，别处称“${usual}”，宜前后一致。`,
      en: `One indicator is “${first.name}” here and “${usual}” elsewhere; keep to one name.`,
    },
    related: [{ ...place(model), message: { zh: `此处称“${usual}”`, en: `“${usual}” here` } }],
    ...(context.analysis.report.info?.script === 'traditional'
      ? {}
      : {
          fixes: [
            {
              title: { zh: `统一为“${usual}”`, en: `Use “${usual}”` },
              kind: 'suggestion' as const,
              edits: odd.map((one) => ({ ...place(one), text: usual })),
            },
          ],
        }),
  };
}

/** Whether the name stands in the text as it is, not put together from a list. */
function isPrintedWhole(report: Report, statement: Statement): boolean {
  const block = report.blocks[statement.block];
  if (block === undefined) return false;
  const words = block.text.slice(block.readingOffset(statement.nameStart), block.readingOffset(statement.nameEnd));
  return words === statement.name;
}
