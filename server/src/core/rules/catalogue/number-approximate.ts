import type { Quantity } from '../../facts/quantities';
import { numbersIn } from '../../facts/quantities';
import type { Block, Span } from '../../model';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches, prose, quote } from '../support';

/** Two bounds on one number (约…左右), and an approximate figure reported as a result. */
export const numberApproximate: DocumentRule = {
  id: 'number-approximate',
  category: 'numbers',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '同一数值前后重复或矛盾的约数词（约…左右、近…余、超过…以上）',
    en: 'Two words of approximation or bound on one number (约…左右, 近…余, 超过…以上)',
  },
  rationale: {
    zh: '“约”与“左右”同义，叠用重复；“近”指不足，“余”指有余，并用矛盾；“超过”要求确数，“以上”是不定数。“达到5%以上”之类没有重复，不作提示。已完成的数据用“左右”“以上”而没有“预计”，仅作提示。',
    en: '“约” and “左右” say the same; “近” means below and “余” above; “超过” wants a definite number and “以上” leaves it open. “达到5%以上” is fine and never reported. A result with “左右” or “以上” and no “预计” is reported as information.',
  },
  sources: ['图书编校质量差错认定细则 第十九条（二）'],
  options: {
    results: {
      type: 'boolean',
      default: true,
      description: { zh: '提示已完成数据中的“左右”“以上”', en: 'Report “左右” and “以上” on results' },
    },
  },
  examples: [
    { bad: '城镇新增就业⟦约5000人左右⟧。', fixed: '城镇新增就业约5000人。' },
    { bad: '惠及群众⟦近300余户⟧，培育企业⟦超过20家以上⟧。', fixed: '惠及群众近300户，培育企业超过20家。' },
    {
      bad: '每年开展培训⟦不少于4次以上⟧，⟦超过半数以上⟧的村设立站点。',
      fixed: '每年开展培训不少于4次，超过半数的村设立站点。',
    },
    { bad: '投资⟦突破100亿元以上⟧，办理时限⟦不超过3天以内⟧。', fixed: '投资突破100亿元，办理时限不超过3天。' },
    { bad: '盘活闲置土地⟦1000多亩左右⟧。', fixed: '盘活闲置土地1000多亩。' },
    {
      bad: '每年⟦至少开展20场以上⟧惠民演出，面积⟦大约在3万平方米左右⟧。',
      fixed: '每年至少开展20场惠民演出，面积大约在3万平方米。',
    },
    { good: '至少引进10亿元以上项目3个，至少配备5名以上职称的教师，至少覆盖三级以上医院，约有1.2万人5年以上。' },
    { part: 'review', bad: '固定资产投资增长⟦9%左右⟧，规模以上工业增加值增长7.8%。' },
    { part: 'review', good: '预计地区生产总值增长6%左右，固定资产投资增长9%，基本医疗保险参保率稳定在95%以上。' },
    { good: '空气质量优良天数比率达到85%以上，失业率控制在5.5%以内，粮食产量稳定在3亿斤以上。' },
    { good: '节约100万元以上，新签约200亿元以上，集约利用土地500亩以上。' },
    { good: '近3年多来，附近500米以上的路段全部亮化，超过20个多功能厅对外开放。' },
    { good: '引进近10家亿元以上企业，约30户企业、5亿元以上投资同步落地，超过全市平均水平2个百分点以上。' },
    { good: '超额完成20项以上任务，赶超3个以上先进地区。' },
  ],
  *check(context) {
    for (const block of prose(context.analysis.report, BEHIND)) {
      for (const clash of context.remember(block, 'clashes', readClashes)) yield clashFinding(context, block, clash);
    }
    if (context.options.results === true) yield* vagueResults(context);
  },
};

// What stands in a clash behind the number, or in it: 近300余户, 超过20家以上.
const BEHIND = /以[上下内]|之内|左右|上下|[余多来]/;

interface Clash extends Span {
  readonly first: Span;
  readonly last: Span;
}

/** Words before a number that leave no room for another one behind it. 达到 and 控制在 are no such words. */
const BEFORE = new Set(
  '约 大约 近 将近 接近 超过 超 逾 突破 高于 不少于 不低于 至少 最少 不超过 不高于 不多于 最多 至多 不到 不足'.split(
    ' ',
  ),
);

// 超过半数以上  近一半左右
const HALF = /(超过|将近|接近|不足|约|近)(?:半数|一半)(以上|以下|左右|上下)/g;

function readClashes(block: Block): Clash[] {
  const { text } = block;
  const found: Clash[] = [];
  for (const quantity of numbersIn(text)) {
    const first = quantity.boundWords.find((word) => word.place === 'before');
    const last = quantity.boundWords.filter((word) => word.place !== 'before').at(-1);
    const inside = quantity.boundWords.find((word) => word.place === 'inside');
    // 1000多亩左右, 10万余人以上: two words behind the number.
    if (first === undefined && inside !== undefined && last !== undefined && last !== inside) {
      found.push({ start: quantity.start, end: quantity.end, first: inside, last });
      continue;
    }
    if (first === undefined && last !== undefined) {
      const apart = boundBefore(text, quantity, last);
      if (apart !== null) found.push({ start: apart.start, end: quantity.end, first: apart, last });
    }
    if (first === undefined || last === undefined || !BEFORE.has(first.text)) continue;
    // 近3年多 is “in the last three years and more”.
    if (first.text === '近' && /[年月天周日]$/.test(quantity.unit ?? '')) continue;
    found.push({ start: quantity.start, end: quantity.end, first, last });
  }
  for (const match of matches(HALF, text)) {
    const [all, first = '', last = ''] = match;
    const end = match.index + all.length;
    found.push({
      start: match.index,
      end,
      first: { start: match.index, end: match.index + first.length },
      last: { start: end - last.length, end },
    });
  }
  return found;
}

// 至少开展|20场以上  大约在|3万平方米左右: a verb between the word and the number.
const AT_LEAST = /(?:至少|最少|不少于)(?=(?:(?![一二两三四五六七八九十百千万亿])[\u4e00-\u9fff]){1,6}$)/;
const ABOUT = /(?:大约|约)(?=[在为有]$)/;

/** Things that are counted one by one: 20场以上演出 is no size, as 10亿元以上项目 is. */
const COUNTED_THINGS = /^(?:[家户个场次件项条座所处批期轮套台辆间]|人次|场次)$/;

/** The word of a bound that a verb parts from its number, if the one behind the number says the same again. */
function boundBefore(text: string, quantity: Quantity, last: Span & { readonly text: string }): Span | null {
  const from = Math.max(0, quantity.start - 10);
  const before = text.slice(from, quantity.start);
  const pattern = last.text === '以上' ? AT_LEAST : last.text === '左右' || last.text === '上下' ? ABOUT : null;
  const match = pattern?.exec(before) ?? null;
  if (match === null || (last.text === '以上' && !COUNTED_THINGS.test(quantity.unit ?? ''))) return null;
  // 5名以上职称: what is above is a rank, not a number.
  if (last.text === '以上' && /^(?:职称|学历|等级)/.test(text.slice(quantity.end, quantity.end + 2))) return null;
  const start = from + match.index;
  return { start, end: start + match[0].length };
}

function clashFinding(context: RuleContext, block: Block, clash: Clash): Finding {
  const { text } = context.analysis.report;
  const place = block.span(clash.start, clash.end);
  const first = block.span(clash.first.start, clash.first.end);
  const last = block.span(clash.last.start, clash.last.end);
  const [before, after] = [quote(text, first), quote(text, last)];
  return {
    ...place,
    message: {
      zh: `“${quote(text, place)}”中“${before}”与“${after}”重复或矛盾，宜只留其一。`,
      en: `“${quote(text, place)}”: “${before}” and “${after}” repeat or contradict each other; keep one of them.`,
    },
    fixes: [
      { title: { zh: `删去“${after}”`, en: `Remove “${after}”` }, kind: 'suggestion', edits: [{ ...last, text: '' }] },
      // A result is better without 左右 and 以上, so that they are not left alone in the review.
      ...(block.role === 'review' && /左右|以上/.test(after)
        ? []
        : [
            {
              title: { zh: `删去“${before}”`, en: `Remove “${before}”` },
              kind: 'suggestion' as const,
              edits: [{ ...first, text: '' }],
            },
          ]),
    ],
  };
}

/** Results with 左右 or 以上 and without 预计: one finding for all. */
function* vagueResults(context: RuleContext): Generator<Finding> {
  const { report, statements } = context.analysis;
  const places: Span[] = [];
  for (const statement of statements) {
    if (statement.role !== 'result' || statement.estimated || statement.period !== 'annual') continue;
    if (statement.bound !== 'about' && statement.bound !== 'at-least') continue;
    const block = report.blocks[statement.block];
    if (block === undefined) continue;
    const at = block.readingOffset(statement.valueStart);
    const tail = /^[^，。；、]{1,16}?(左右|以上)/.exec(block.text.slice(at, at + 20));
    if (tail === null) continue;
    // 稳定在95%以上, 保持在九成左右: a state that lasts, not a figure of one day.
    if (/(?:稳定|保持|维持)在$/.test(block.text.slice(Math.max(0, at - 3), at))) continue;
    // 以上 that goes on is a size (亿元以上项目, 三级以上医院), not a bound.
    if (!/^[，。；、）和与]?$/.test(block.text[at + tail[0].length] ?? '')) continue;
    places.push(block.span(at, at + tail[0].length));
  }
  const distinct = places.filter((place, i) => places.findIndex((other) => other.start === place.start) === i);
  const [first] = distinct;
  if (first === undefined) return;
  yield {
    ...first,
    grade: 'information',
    places: distinct,
    message: (count) => ({
      zh: `“${quote(report.text, first)}”${count > 1 ? `等 ${count} 处` : ''}是已完成的数据，宜用确数，或者注明“预计”。`,
      en: `“${quote(report.text, first)}”${count > 1 ? ` and ${count - 1} more` : ''} ${count > 1 ? 'are results' : 'is a result'}: give the exact figure or say “预计”.`,
    }),
  };
}
