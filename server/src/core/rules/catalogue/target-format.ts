import { indicatorIndex } from '../../data';
import type { Quantity } from '../../facts/quantities';
import { scanNumbers } from '../../facts/quantities';
import type { Analysis, Bilingual, Bound, CorpusReport, Span, Statement } from '../../model';
import type { DocumentRule, Edit, Finding, Fix, Related, RuleContext } from '../rule';
import { quote } from '../support';

/** A target that is written in another form than in every precedent. */
export const targetFormat: DocumentRule = {
  id: 'target-format',
  category: 'indicators',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '预期目标的写法与历年报告都不一致',
    en: 'A target written in another form than in every past report',
  },
  rationale: {
    zh: '同一指标的目标每年写法应当一致：数字用阿拉伯数字还是汉字、小数、单位、连接号、名称、增速还是总量。写法变了，读者会以为口径变了。修改建议只动写法，不动数值；“左右”改“以上”之类属于政策选择，只作提示。',
    en: 'A target keeps its form from year to year: digits, decimals, unit, dash, name, growth or level. Another form looks like another definition. The fix rewrites the form and never a value; another bound word (左右, 以上) is policy and reported as information.',
  },
  sources: ['本地历年政府工作报告', 'GB/T 15835—2011 4.1.1、4.3'],
  options: {
    bounds: {
      type: 'boolean',
      default: true,
      description: { zh: '提示“左右”“以上”等与历年不同', en: 'Report bound words that differ from past years' },
    },
  },
  examples: [
    {
      bad: '今年主要预期目标是：地区生产总值增长⟦百分之九⟧左右，一般公共预算收入增长6%。',
      fixed: '今年主要预期目标是：地区生产总值增长9%左右，一般公共预算收入增长6%。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长8%左右，一般公共预算收入增长6%。',
        '今年主要预期目标是：地区生产总值增长7.5%左右，一般公共预算收入增长5%。',
      ],
    },
    {
      bad: '今年主要预期目标是：地区生产总值增长⟦6.0%⟧左右，固定资产投资增长⟦8%-9%⟧，一般公共预算收入达到⟦125000万元⟧。',
      fixed: '今年主要预期目标是：地区生产总值增长6%左右，固定资产投资增长8%～9%，一般公共预算收入达到12.5亿元。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长5%左右，固定资产投资增长7%～8%，一般公共预算收入达到11.8亿元。',
      ],
    },
    {
      bad: '今年主要预期目标是：⟦GDP⟧增长6%左右，社会消费品零售总额增长7%左右，新增经营主体⟦3000家⟧以上。',
      fixed: '今年主要预期目标是：地区生产总值增长6%左右，社会消费品零售总额增长7%左右，新增经营主体3000户以上。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长6.5%左右，社会消费品零售总额增长8%左右，新增经营主体2800户以上。',
      ],
    },
    {
      bad: '今年主要预期目标是：地区生产总值增长⟦6%以上⟧，社会消费品零售总额增长7%以上。',
      precedents: ['今年主要预期目标是：地区生产总值增长6.5%左右，社会消费品零售总额增长8%左右。'],
    },
    {
      good: '今年主要预期目标是：地区生产总值增长8.5%左右，城镇新增就业5200人以上，居民收入与经济增长同步。',
      precedents: ['今年主要预期目标是：地区生产总值增长9%左右，城镇新增就业5000人以上，居民收入增长6%。'],
    },
    {
      good: '今年主要预期目标是：地区生产总值增长9%左右，城镇新增就业9800人以上。',
      precedents: ['今年主要预期目标是：地区生产总值增长8.5%左右，城镇新增就业1.1万人以上。'],
    },
    {
      good: '今年主要预期目标是：地区生产总值增长百分之九左右。',
      precedents: [
        '今年主要预期目标是：地区生产总值增长8%左右。',
        '今年主要预期目标是：地区生产总值增长百分之八左右。',
      ],
    },
    { good: '今年主要预期目标是：地区生产总值增长百分之九左右，固定资产投资增长8%-9%。' },
    {
      good: '今年主要预期目标是：地区生产总值增长6%以上。',
      precedents: ['今年主要预期目标是：地区生产总值增长6.5%左右。'],
      options: { bounds: false },
    },
  ],
  *check(context) {
    const past = pastTargets(context.corpus.precedents);
    const bounds: (Shift & Span)[] = [];
    for (const statement of context.analysis.statements) {
      if (statement.role !== 'target') continue;
      const others = past.get(keyOf(statement)) ?? [];
      const form = others.length === 0 ? null : formOf(context.analysis, statement);
      if (form === null) continue;
      const differences = differencesOf(context, statement, form, others);
      if (differences.length > 0) yield finding(context, statement, form, differences, others);
      const shift = boundShift(context.analysis, statement, others);
      if (shift !== null) bounds.push({ ...shift, ...valueWithBound(context.analysis, statement) });
    }
    if (context.options.bounds === true) yield* boundFindings(bounds);
  },
};

/** How a target is written. */
interface Form {
  readonly quantity: Quantity;
  readonly digits: 'arabic' | 'chinese';
  /** As printed after the digits; '' where a unit is shared with a later value. */
  readonly unit: string;
  readonly dash: string | null;
  readonly trailingZero: boolean;
  readonly decimals: number;
  /** Where the value stands in the original. */
  readonly place: Span;
}

/** A target of a past report. How it is written is read when a target of the draft is compared with it. */
class Past {
  #form: Form | null | undefined;

  constructor(
    readonly report: CorpusReport,
    readonly statement: Statement,
  ) {}

  get form(): Form | null {
    if (this.#form === undefined) this.#form = formOf(this.report.analysis, this.statement);
    return this.#form;
  }
}

interface Difference {
  readonly kind: 'digits' | 'decimals' | 'unit' | 'dash' | 'name' | 'measure';
  readonly message: Bilingual;
  readonly soft?: boolean;
}

function keyOf(statement: Statement): string {
  return statement.indicator;
}

function pastTargets(precedents: readonly CorpusReport[]): Map<string, Past[]> {
  const past = new Map<string, Past[]>();
  for (const report of precedents) {
    for (const statement of report.analysis.statements) {
      if (statement.role !== 'target') continue;
      const one = new Past(report, statement);
      const list = past.get(keyOf(statement));
      if (list === undefined) past.set(keyOf(statement), [one]);
      else list.push(one);
    }
  }
  return past;
}

/** The written form of a statement's value; null for targets in words. */
function formOf(analysis: Analysis, statement: Statement): Form | null {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined || statement.measure === 'qualitative') return null;
  const from = block.readingOffset(statement.valueStart);
  const until = block.readingOffset(statement.valueEnd);
  const text = block.text.slice(from, until);
  const quantity = scanNumbers(text)[0];
  if (quantity === undefined) return null;
  const sides = quantity.high === null ? [quantity.low] : [quantity.low, quantity.high];
  const last = quantity.high ?? quantity.low;
  return {
    quantity,
    digits: quantity.numeralStyle,
    unit: text.slice(last.numberEnd, last.end),
    dash: quantity.dash?.text ?? null,
    trailingZero: sides.some((side) => side.decimals > 0 && text[side.numberEnd - 1] === '0'),
    decimals: Math.max(...sides.map((side) => side.decimals)),
    place: block.span(from + quantity.valueStart, from + quantity.valueEnd),
  };
}

/** In what the form of a target differs from that of every precedent. */
function differencesOf(context: RuleContext, statement: Statement, form: Form, others: readonly Past[]): Difference[] {
  const found: Difference[] = [];
  const same = others.filter((one) => one.statement.measure === statement.measure);
  const forms = same.flatMap((one) => one.form ?? []);
  if (same.length === 0) {
    const difference = measureDifference(context, statement, others);
    return difference === null ? [] : [difference];
  }
  if (forms.length > 0) {
    if (form.digits === 'chinese' && forms.every((one) => one.digits === 'arabic')) {
      found.push({
        kind: 'digits',
        message: { zh: '用汉字数字，历年用阿拉伯数字', en: 'is in Chinese numerals, past reports use digits' },
      });
    }
    if (form.trailingZero && forms.every((one) => !one.trailingZero)) {
      found.push({
        kind: 'decimals',
        message: { zh: '小数末位带零，历年不带', en: 'ends in a decimal zero, past reports leave it out' },
      });
    } else if (
      form.decimals === 0 &&
      forms.length > 1 &&
      forms.every((one) => one.decimals === 1) &&
      forms.some((one) => one.trailingZero)
    ) {
      found.push({
        kind: 'decimals',
        message: { zh: '没有小数，历年保留一位小数', en: 'has no decimal, past reports keep one' },
      });
    }
    const unit = unitDifference(statement, same);
    if (unit !== null) found.push(unit);
    const dashes = forms.flatMap((one) => one.dash ?? []);
    if (form.dash !== null && dashes.length > 0 && !dashes.includes(form.dash)) {
      found.push({
        kind: 'dash',
        message: {
          zh: `用连接号“${form.dash}”，历年用“${dashes[0] ?? ''}”`,
          en: `is joined by “${form.dash}”, past reports use “${dashes[0] ?? ''}”`,
        },
      });
    }
  }
  const name = nameDifference(context, statement, same);
  if (name !== null) found.push(name);
  return found;
}

function measureDifference(context: RuleContext, statement: Statement, others: readonly Past[]): Difference | null {
  if (
    statement.measure === 'change' ||
    others.some((one) => one.statement.measure !== 'growth' && one.statement.measure !== 'level')
  )
    return null;
  const twin = context.analysis.statements.some(
    (one) => one.role === 'target' && keyOf(one) === keyOf(statement) && one.measure !== statement.measure,
  );
  if (twin) return null;
  const soft = new Set(others.map((one) => one.report.path)).size < 2;
  return statement.measure === 'growth'
    ? {
        kind: 'measure',
        soft,
        message: { zh: '定的是增速，历年定总量', en: 'is a rate of growth, past reports set a level' },
      }
    : {
        kind: 'measure',
        soft,
        message: { zh: '定的是总量，历年定增速', en: 'is a level, past reports set a rate of growth' },
      };
}

const SCALES: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
  ['', 1],
];

/** A unit as scale and base: 万元 is 10000 × 元. */
function splitUnit(unit: string): { scale: number; prefix: string; base: string } {
  for (const [prefix, scale] of SCALES)
    if (unit.startsWith(prefix)) return { scale, prefix, base: unit.slice(prefix.length) };
  return { scale: 1, prefix: '', base: unit };
}

function unitDifference(statement: Statement, same: readonly Past[]): Difference | null {
  const { unit } = statement;
  const model = same[0]?.statement.unit ?? null;
  if (unit === null || model === null || same.some((one) => one.statement.unit === unit || one.statement.unit === null))
    return null;
  const own = splitUnit(unit);
  const other = splitUnit(model);
  // % beside 倍, 元 beside 个: another thing is counted.
  const counts = COUNTERS.has(own.base) && COUNTERS.has(other.base);
  if (own.base !== other.base && !counts) return null;
  if (own.scale !== other.scale) {
    const factor = own.scale / other.scale;
    const value = valueOf(statement);
    const pastValue = Math.max(...same.map((one) => valueOf(one.statement)));
    // A number passes from one scale to the next as it grows: 9800人 after 1.1万人 is natural, 11000人 is not.
    // 0.18万人 after 1800人 is no growth: the old unit holds the number, the new one breaks it.
    const isBroken = value < 1 && value * factor < 10_000;
    if (!isBroken && (value * factor < 1 || pastValue / factor < 1)) return null;
  }
  return {
    kind: 'unit',
    message: { zh: `单位用“${unit}”，历年用“${model}”`, en: `is in “${unit}”, past reports use “${model}”` },
  };
}

/** Measure words that stand for one another: 3000家企业, 3000户企业. */
const COUNTERS = new Set(['家', '户', '个', '项', '件', '起', '人', '名', '人次', '处', '座', '所']);

function valueOf(statement: Statement): number {
  return statement.min ?? statement.max ?? 0;
}

function nameDifference(context: RuleContext, statement: Statement, same: readonly Past[]): Difference | null {
  if (!statement.known || !isPrintedWhole(context.analysis, statement)) return null;
  const names = same
    .filter((one) => isPrintedWhole(one.report.analysis, one.statement))
    .map((one) => bareName(one.statement.name));
  const model = names[0];
  if (model === undefined || names.includes(bareName(statement.name))) return null;
  const own = indicatorIndex().get(bareName(statement.name))?.via;
  // Names that are no accepted ones are the business of indicator-name.
  if (own === 'wrong' || own === 'informal' || own === 'old') return null;
  const official = indicatorIndex().get(model)?.via === 'name';
  return {
    kind: 'name',
    // Past reports that differ among themselves have no name of the house, and the official name is never a slip.
    soft: new Set(names).size > 1 || own === 'name' || !official,
    message: { zh: `与历年名称“${model}”不一致`, en: `is not the name in past reports, “${model}”` },
  };
}

function bareName(name: string): string {
  return name.replace(/(?:增速|增幅|涨幅|增长率)$/, '');
}

/** Whether the name stands in the text as it is, not put together from a list. */
function isPrintedWhole(analysis: Analysis, statement: Statement): boolean {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return false;
  return (
    block.text.slice(block.readingOffset(statement.nameStart), block.readingOffset(statement.nameEnd)) ===
    statement.name
  );
}

function finding(
  context: RuleContext,
  statement: Statement,
  form: Form,
  differences: readonly Difference[],
  others: readonly Past[],
): Finding {
  const { text } = context.analysis.report;
  const onlyName = differences.every((one) => one.kind === 'name');
  const place: Span = onlyName ? { start: statement.nameStart, end: statement.nameEnd } : form.place;
  const shown = others.slice(0, 2).map((one) => ({ year: yearOf(one), words: wordsOf(one) }));
  const fix = fixOf(context, statement, form, differences, others);
  return {
    ...place,
    ...(differences.every((one) => one.soft === true) ? { grade: 'information' as const } : {}),
    message: {
      zh: `“${quote(text, place)}”${differences.map((one) => one.message.zh).join('；')}：${shown.map(({ year, words }) => `${year}年“${words}”`).join('，')}。`,
      en: `“${quote(text, place)}” ${differences.map((one) => one.message.en).join('; ')}: ${shown.map(({ year, words }) => `“${words}” in ${year}`).join(', ')}.`,
    },
    related: relatedTo(others),
    ...(fix === null ? {} : { fixes: [fix] }),
  };
}

function relatedTo(others: readonly Past[]): Related[] {
  return others.slice(0, 5).map((one) => ({
    path: one.report.path,
    start: one.statement.start,
    end: one.statement.end,
    message: { zh: `${yearOf(one)}年：${wordsOf(one)}`, en: `${yearOf(one)}: ${wordsOf(one)}` },
  }));
}

function yearOf(past: Past): string {
  return String(past.report.analysis.report.info?.planYear ?? '');
}

function wordsOf(past: Past): string {
  return quote(past.report.analysis.report.text, past.statement, 40);
}

/** Rewrites digits, decimals, unit, dash and name after the precedents; the value stays what it is. */
function fixOf(
  context: RuleContext,
  statement: Statement,
  form: Form,
  differences: readonly Difference[],
  others: readonly Past[],
): Fix | null {
  const kinds = new Set(differences.map((one) => one.kind));
  if (kinds.has('measure') || context.analysis.report.info?.script === 'traditional') return null;
  const edits: Edit[] = [];
  const model = others.find((one) => one.form !== null && one.statement.measure === statement.measure);
  if (kinds.has('name')) {
    const name = others.find((one) => isPrintedWhole(one.report.analysis, one.statement))?.statement.name;
    if (name !== undefined) edits.push({ start: statement.nameStart, end: statement.nameEnd, text: name });
  }
  if ([...kinds].some((kind) => kind !== 'name')) {
    const value = model === undefined ? null : writeValue(form, statement, model, kinds);
    if (value === null) return null;
    edits.push({ ...form.place, text: value });
  }
  const written = edits.map((edit) => edit.text).join('、');
  return { title: { zh: `改为“${written}”`, en: `Change to “${written}”` }, kind: 'suggestion', edits };
}

/** The value in the form of the model; null where it cannot be written without rounding. */
function writeValue(
  form: Form,
  statement: Statement,
  model: Past,
  kinds: ReadonlySet<Difference['kind']>,
): string | null {
  const { quantity } = form;
  const ownUnit = statement.unit ?? '';
  const unit = kinds.has('unit')
    ? (model.statement.unit ?? ownUnit)
    : form.digits === 'chinese' || form.unit === ''
      ? ownUnit
      : form.unit;
  const factor = kinds.has('unit') ? splitUnit(ownUnit).scale / splitUnit(unit).scale : 1;
  const write = (value: number, decimals: number): string | null => {
    const scaled = Number((value * factor).toPrecision(12));
    const places = kinds.has('decimals') && decimals === 0 ? 1 : 0;
    const text = scaled.toFixed(Math.max(places, fewestDecimals(scaled)));
    return fewestDecimals(scaled) > 4 ? null : text;
  };
  const low = write(quantity.low.value, quantity.low.decimals);
  if (low === null) return null;
  if (quantity.high === null) return low + unit;
  const high = write(quantity.high.value, quantity.high.decimals);
  if (high === null) return null;
  const dash = kinds.has('dash')
    ? (model.form?.dash ?? quantity.dash?.text ?? '—')
    : form.digits === 'chinese'
      ? '—'
      : (quantity.dash?.text ?? '—');
  const first = form.digits === 'chinese' || quantity.low.end > quantity.low.numberEnd ? unit : '';
  return low + first + dash + high + unit;
}

function fewestDecimals(value: number): number {
  const text = String(value);
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}

interface Shift {
  readonly now: Bound;
  readonly then: Bound;
  readonly past: Past;
}

/** Another bound than every precedent has: a choice of policy that should be meant. */
function boundShift(analysis: Analysis, statement: Statement, others: readonly Past[]): Shift | null {
  const same = others.filter((one) => one.statement.measure === statement.measure);
  const [past] = same;
  const then = past?.statement.bound ?? null;
  if (
    past === undefined ||
    then === null ||
    statement.bound === null ||
    // From a range to one number or back is read from other words: only the new range is told.
    then === 'range'
  )
    return null;
  if (same.some((one) => one.statement.bound === statement.bound)) return null;
  return { now: statement.bound, then, past };
}

/** The value with the bound word behind it. */
function valueWithBound(analysis: Analysis, statement: Statement): Span {
  return { start: statement.valueStart, end: Math.max(statement.valueEnd, statement.end) };
}

const BOUNDS: Readonly<Record<Bound, Bilingual>> = {
  exact: { zh: '确数', en: 'an exact value' },
  about: { zh: '“左右”', en: '“左右”' },
  'at-least': { zh: '“以上”', en: '“以上”' },
  'at-most': { zh: '“以内”', en: '“以内”' },
  range: { zh: '区间', en: 'a range' },
};

/** One finding for all targets whose bound changed in the same way. */
function* boundFindings(shifts: readonly (Shift & Span)[]): Generator<Finding> {
  const groups = new Map<string, (Shift & Span)[]>();
  for (const shift of shifts) {
    const key = `${shift.then} ${shift.now}`;
    groups.set(key, [...(groups.get(key) ?? []), shift]);
  }
  for (const group of groups.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const [now, then] = [BOUNDS[first.now], BOUNDS[first.then]];
    yield {
      start: first.start,
      end: first.end,
      places: group,
      grade: 'information',
      message: (count) => ({
        zh: `${count > 1 ? `${count} 项目标` : '此项目标'}用${now.zh}，历年用${then.zh}：${yearOf(first.past)}年“${wordsOf(first.past)}”。请核是否有意调整。`,
        en: `${count > 1 ? `${count} targets have` : 'This target has'} ${now.en}, past reports ${then.en}: “${wordsOf(first.past)}” in ${yearOf(first.past)}. Check that the change is meant.`,
      }),
      related: group.flatMap((shift) => relatedTo([shift.past])).slice(0, 5),
    };
  }
}
