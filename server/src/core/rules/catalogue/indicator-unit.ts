import { numbersIn } from '../../facts/quantities';
import type { NounUnits, UnitRow } from '../../data';
import { nounUnits, units } from '../../data';
import type { Bilingual, Block, Severity, Span } from '../../model';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches, prose, quote } from '../support';

/** Clipped units, symbols in wrong case, units that do not fit what is measured. */
export const indicatorUnit: DocumentRule = {
  id: 'indicator-unit',
  category: 'indicators',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '单位简缩（平米、立方）、符号大小写错误（KV）、与所计量的事物不符',
    en: 'Clipped units (平米, 立方), symbols in wrong case (KV), units that do not fit what is measured',
  },
  rationale: {
    zh: '正式文稿单位写全称：平方米、立方米；单位符号大小写有定：kV、kW、MW。电量用千瓦时，千瓦是功率。同一稿内亩与公顷、万千瓦与兆瓦并用的，仅作提示。',
    en: 'Formal text spells units out (平方米, 立方米), and symbols have their case (kV, kW, MW). Electric energy is in kW·h; kW is power. 亩 beside 公顷 and 万千瓦 beside MW in one draft are information.',
  },
  sources: ['GB 3100—1993 6.2.1', '量和单位的名称、符号及书写规则', '报纸编校质量评比差错认定细则 第四十三条'],
  options: {
    mixed: {
      type: 'boolean',
      default: true,
      description: {
        zh: '提示同一稿内混用亩与公顷、万千瓦与兆瓦',
        en: 'Report 亩 beside 公顷 and 万千瓦 beside MW in one draft',
      },
    },
  },
  examples: [
    { bad: '改造厂房⟦3.5万平米⟧，新增绿地12万平米。', fixed: '改造厂房3.5万平方米，新增绿地12万平方米。' },
    { bad: '建成⟦220KV⟧变电站，日处理污水⟦5000立方⟧。', fixed: '建成220kV变电站，日处理污水5000立方米。' },
    { bad: '盘活存量房屋⟦8.3万平⟧。', fixed: '盘活存量房屋8.3万平方米。' },
    { bad: '全年发电量⟦12亿千瓦⟧，更新排水管网⟦3.3万平方米⟧。' },
    { bad: '种植马铃薯3万亩，盘活土地⟦20公顷⟧，流转耕地2万亩。' },
    { bad: '争取上级资金⟦3.2亿万元⟧。' },
    { good: '贷款余额1.2万亿元，亿万人民同心，3亿元、4万户。' },
    { good: '改造厂房3.5万平方米，新增库容2万立方米，建成220千伏线路，装机50万千瓦，发电量12亿千瓦时。' },
    { good: '抓好6方面工作，实现8平台联动，完成3方协议，5G基站30座。' },
    { good: '新建管网12公里，铺设供热管网30公里，惠及3万平方米建筑。' },
    { good: '建成20MW光伏电站，配套10MWh储能，安装kV级设备。' },
    { good: '万平台计划落地，10万平安家庭创建，立方体展馆开放。' },
  ],
  *check(context) {
    const groups = new Map<string, Placed[]>();
    const areas: Placed[] = [];
    for (const block of prose(context.analysis.report)) {
      for (const slip of context.remember(block, 'units', readUnits)) {
        const placed = {
          ...slip,
          place: block.span(slip.start, slip.end),
          edit: block.span(slip.unit.start, slip.unit.end),
        };
        if (slip.system !== null) areas.push(placed);
        else groups.set(slip.key, [...(groups.get(slip.key) ?? []), placed]);
      }
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (first !== undefined) yield finding(context, first, group);
    }
    if (context.options.mixed === true) yield* mixed(context, areas);
  },
};

interface UnitSlip extends Span {
  readonly key: string;
  readonly unit: Span;
  /** What to write; null where only the writer knows. */
  readonly right: string | null;
  readonly message: Bilingual;
  /** For units that are right in themselves but one of two systems: 亩, 公顷, 千瓦, MW. */
  readonly system: string | null;
  readonly grade?: Severity;
}

interface Placed extends UnitSlip {
  readonly place: Span;
  readonly edit: Span;
}

// 3.5万平米  5000立方  8.3万平; 平 and 方 only behind 万, 立方 not before 米.
const CLIPPED =
  /\d{1,9}(?:\.\d{1,4})?多?余?([万亿]?(?:平米|立方(?![米体公分厘毫根厂])|吨标煤)|[万亿](?:平(?![方米台均安稳原整衡房价等行凡时日地坝])|方(?![面案向针式法可便位能略正圆言程队阵数])))/g;

// 3.2亿万元, after 万元 was to become 亿元; 1.2万亿元 is right.
const DOUBLED = /\d{1,9}(?:\.\d{1,4})?(亿万|万万|亿亿)[元吨亩人户斤平立千]/g;

const FULL: readonly (readonly [string, string])[] = [
  ['平米', '平方米'],
  ['吨标煤', '吨标准煤'],
  ['立方', '立方米'],
  ['平', '平方米'],
  ['方', '立方米'],
];

/** Symbols that are wrong for one thing only; T, v and the like may stand for something else. */
const MISCASED = new Map(
  units.flatMap((row: UnitRow) =>
    (row.miscased ?? []).filter((symbol) => symbol.length >= 2).map((symbol) => [symbol, row.symbol ?? ''] as const),
  ),
);
const SYMBOL = /\d(?:万|亿)?([A-Z]{2,5})(?![A-Z0-9·])/gi;

const OBSOLETE = new Map(
  units.flatMap((row: UnitRow) =>
    (row.obsolete ?? []).filter((name) => name.length >= 2).map((name) => [name, row.unit] as const),
  ),
);
const OBSOLETE_UNIT = new RegExp(`\\d{1,9}(?:\\.\\d{1,4})?[万亿]?(${[...OBSOLETE.keys()].join('|')})`, 'g');

function readUnits(block: Block): UnitSlip[] {
  const { text } = block;
  const found: UnitSlip[] = [];
  for (const match of matches(CLIPPED, text)) {
    const unit = match[1] ?? '';
    const [short, full] = FULL.find(([form]) => unit.endsWith(form)) ?? ['', ''];
    found.push(
      slip(match, unit.slice(unit.length - short.length), full, { zh: '单位应写全称', en: 'units are spelled out' }),
    );
  }
  for (const match of matches(DOUBLED, text)) {
    const end = match.index + match[0].length;
    found.push({
      ...base(match.index, end, match[1] ?? ''),
      right: null,
      message: {
        zh: `“${match[0]}”的数位重叠，“万”“亿”只能留一个，请核。`,
        en: `“${match[0]}” has two words of scale; check which one is meant.`,
      },
    });
  }
  for (const match of matches(SYMBOL, text)) {
    const symbol = match[1] ?? '';
    const right = MISCASED.get(symbol);
    if (right === undefined) continue;
    const number =
      /\d{1,9}(?:\.\d{1,4})?[万亿]?$/.exec(text.slice(0, match.index + match[0].length - symbol.length))?.[0] ?? '';
    const end = match.index + match[0].length;
    found.push({
      ...base(end - symbol.length - number.length, end, symbol),
      ...wording(symbol, right, { zh: '单位符号大小写有定', en: 'symbols have a fixed case' }),
    });
  }
  for (const match of matches(OBSOLETE_UNIT, text)) {
    const unit = match[1] ?? '';
    found.push(
      slip(match, unit, OBSOLETE.get(unit) ?? unit, { zh: '该单位已停止使用', en: 'the unit is no longer used' }),
    );
  }
  for (const quantity of numbersIn(text)) {
    if (quantity.unit === null) continue;
    const unit = text.slice(quantity.low.numberEnd, quantity.valueEnd);
    const bare = unit.replace(/^[万亿]+/, '');
    const system =
      bare === '亩' || bare === '公顷' ? 'area' : bare === '千瓦' || bare === 'MW' || bare === '兆瓦' ? 'power' : null;
    if (system !== null) {
      found.push({
        ...base(quantity.valueStart, quantity.valueEnd, bare),
        right: null,
        message: { zh: '', en: '' },
        system,
      });
    }
    const row = misfit(text, quantity.start, bare);
    if (row === null) continue;
    found.push({
      ...base(quantity.valueStart, quantity.valueEnd, bare),
      key: `${row.nouns[0] ?? ''} ${bare}`,
      right: null,
      ...(row.status === 'confirmed' ? {} : { grade: 'information' as const }),
      message: {
        zh: `单位“${bare}”与所计量的事物不符：${row.zh}`,
        en: `“${bare}” does not fit what is measured: ${row.en}`,
      },
    });
  }
  return found;
}

function base(start: number, end: number, unit: string): Omit<UnitSlip, 'right' | 'message'> {
  return { start, end, key: unit, unit: { start: end - unit.length, end }, system: null };
}

function slip(match: RegExpExecArray, unit: string, right: string, reason: Bilingual): UnitSlip {
  const end = match.index + match[0].length;
  return { ...base(match.index, end, unit), ...wording(unit, right, reason) };
}

function wording(unit: string, right: string, reason: Bilingual): Pick<UnitSlip, 'right' | 'message'> {
  return {
    right,
    message: { zh: `“${unit}”应写作“${right}”：${reason.zh}。`, en: `Write “${right}” for “${unit}”: ${reason.en}.` },
  };
}

const DIMENSIONS = new Map(
  units.flatMap((row: UnitRow) =>
    [row.unit, row.symbol ?? row.unit, ...(row.clipped ?? [])].map((name) => [name, row.dimension] as const),
  ),
);

// 达到  累计完成  突破; what may stand between a noun and its amount.
const BETWEEN = /^(?:能力|总量|规模|面积)?(?:累计|新增)?(?:达到?|完成|实现|突破|超过|[近约为]|增加)?了?$/;

/** The rows that a dimension is wrong for. */
function rowsAgainst(dimension: string): readonly NounUnits[] {
  let rows = byDimension.get(dimension);
  if (rows === undefined)
    byDimension.set(dimension, (rows = nounUnits.filter(({ wrong }) => wrong.includes(dimension))));
  return rows;
}

const byDimension = new Map<string, readonly NounUnits[]>();

/** The row whose noun stands right before an amount in a unit that cannot measure it. */
function misfit(text: string, start: number, unit: string): NounUnits | null {
  const dimension = DIMENSIONS.get(unit);
  if (dimension === undefined) return null;
  const before = text.slice(Math.max(0, start - 12), start);
  for (const row of rowsAgainst(dimension)) {
    for (const noun of row.nouns) {
      const at = before.lastIndexOf(noun);
      if (at >= 0 && BETWEEN.test(before.slice(at + noun.length))) return row;
    }
  }
  return null;
}

function finding(context: RuleContext, first: Placed, group: readonly Placed[]): Finding {
  const traditional = context.analysis.report.info?.script === 'traditional';
  const fixable = first.right !== null && !traditional;
  return {
    ...first.place,
    places: group.map((one) => one.place),
    ...(first.grade === undefined ? {} : { grade: first.grade }),
    message: first.message,
    ...(fixable
      ? {
          fixes: [
            {
              title: { zh: `改为“${first.right}”`, en: `Change to “${first.right}”` },
              kind: 'safe' as const,
              edits: group.map((one) => ({ ...one.edit, text: one.right ?? '' })),
            },
          ],
        }
      : {}),
  };
}

/** Two systems of units for one kind of quantity: one note, at the less frequent one. */
function* mixed(context: RuleContext, uses: readonly Placed[]): Generator<Finding> {
  for (const system of ['area', 'power']) {
    const forms = new Map<string, Placed[]>();
    for (const use of uses) if (use.system === system) forms.set(use.key, [...(forms.get(use.key) ?? []), use]);
    const [most, ...others] = [...forms.values()].sort((a, b) => b.length - a.length);
    const [first] = others.flat();
    const model = most?.[0];
    if (first === undefined || model === undefined) continue;
    const { text } = context.analysis.report;
    yield {
      ...first.place,
      grade: 'information',
      places: others.flat().map((one) => one.place),
      message: {
        zh: `“${quote(text, first.place)}”与“${quote(text, model.place)}”单位不一致，同一稿内宜用一种单位。`,
        en: `“${quote(text, first.place)}” and “${quote(text, model.place)}” are in different units; one draft should keep to one.`,
      },
      related: [{ ...model.place, message: { zh: '另一单位', en: 'the other unit' } }],
    };
  }
}
