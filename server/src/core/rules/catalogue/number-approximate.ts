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
    { good: '空气质量优良天数比率达到85%以上，失业率控制在5.5%以内，粮食产量稳定在3亿斤以上。' },
    { good: '节约100万元以上，新签约200亿元以上，集约利用土地500亩以上。' },
    { good: '近3年多来，附近500米以上的路段全部亮化，超过20个多功能厅对外开放。' },
    { good: '引进近10家亿元以上企业，约30户企业、5亿元以上投资同步落地，超过全市平均水平2个百分点以上。' },
    { good: '超额完成20项以上任务，赶超3个以上先进地区。' },
  ],
  *check(context) {
    for (const block of prose(context.analysis.report)) {
      for (const clash of context.remember(block, 'clashes', readClashes)) yield clashFinding(context, block, clash);
    }
  },
};

interface Clash extends Span {
  readonly first: Span;
  readonly last: Span;
}

type Sense = 'about' | 'near' | 'over' | 'floor' | 'cap';

const SENSES: readonly (readonly [Sense, string])[] = [
  ['about', '大约 大概 约'],
  ['near', '将近 接近 近'],
  ['over', '超过 超 逾 突破'],
  ['floor', '不少于 不低于 至少 最少'],
  ['cap', '不超过 不高于 不多于 最多 至多 不到 不足'],
];

const SENSE_OF = new Map(SENSES.flatMap(([sense, words]) => words.split(' ').map((word) => [word, sense] as const)));

/** Words after a number that go with no word before it; 以上 and 以内 with none of its kind or of the other. */
const TAIL = '左右|上下|以上|以下|以内';

/** Measure words and units between the number and its last word. */
const UNIT =
  '个百分点|百分点|万元|亿元|元|美元|人次|人|户|家|个|项|件|亩|公顷|吨|公斤|斤|公里|平方公里|平方米|立方米|米|千瓦时|千瓦|度|次|名|位|所|处|座|条|套|辆|台|栋|宗|起|份|场|期|批|只|头|张|间|床|倍|%|年|个月|月|天|小时|分钟|成|村|镇|省|市|县|区';

// 约5000人左右  近300余户  超过20家以上  超过半数以上; the word before must not end another word (节约, 附近, 赶超).
const CLASH = new RegExp(
  '(大约|大概|(?<![节签履集违预条公制契续解])约|将近|接近|(?<![附邻临靠最相亲新])近|超过|(?<![赶反高])超|逾|突破|' +
    '不少于|不低于|至少|最少|不超过|不高于|不多于|最多|至多|不到|不足)' +
    '(?:了)?(?:\\d{1,9}(?:\\.\\d{1,4})?|[一二两三四五六七八九十百千]{1,5}(?:分之[一二三四五六七八九]{1,2})?|半数|半)' +
    '(?:万亿|亿|万)?([余多])?(?:万亿|亿|万)?' +
    `(${UNIT})?(${TAIL})?`,
  'g',
);

function readClashes(block: Block): Clash[] {
  const found: Clash[] = [];
  for (const match of matches(CLASH, block.text)) {
    const [all, word = '', more, unit = '', tail] = match;
    const sense = SENSE_OF.get(word);
    const last = tail ?? more;
    if (sense === undefined || last === undefined) continue;
    // 近3年多 is “in the last three years and more”.
    if (word === '近' && /[年月天]$/.test(unit)) continue;
    if (tail === undefined && unit === '' && !isEnd(block.text, match.index + all.length)) continue;
    const start = match.index;
    const at = start + all.lastIndexOf(last);
    found.push({
      start,
      end: tail === undefined ? start + all.length : at + last.length,
      first: { start, end: start + word.length },
      last: { start: at, end: at + last.length },
    });
  }
  return found;
}

/** Whether a word that began with 余 or 多 may not go on here: 20多功能… is no number with 多. */
function isEnd(text: string, at: number): boolean {
  const next = text[at];
  return next === undefined || /[，。；、：！？）”的]/.test(next);
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
      {
        title: { zh: `删去“${before}”`, en: `Remove “${before}”` },
        kind: 'suggestion',
        edits: [{ ...first, text: '' }],
      },
    ],
  };
}
