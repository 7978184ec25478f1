import type { Confusion } from '../../data';
import { confusions, lookalikes } from '../../data';
import type { Bilingual, Block, Severity, Span } from '../../model';
import { createListFinder } from '../phrases';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches, prose, quote } from '../support';

/** Words mistaken for others, characters that only look like 〇, plan names without quotation marks. */
export const confusedWord: DocumentRule = {
  id: 'confused-word',
  category: 'wording',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '易混词误用（给与、截止年底），形近字符（二О二五），“十四五”缺引号',
    en: 'Confused words (给与, 截止 before a date), look-alike characters (二О二五), 十四五 without quotation marks',
  },
  rationale: {
    zh: '同音、形近的字词容易误用，拼写检查看不出。每一条都有公开出处；两种写法都通行、只是推荐其一的，仅作提示。“十四五”作简称用时加引号；全稿都不加的，视为本地习惯，只提示一次。',
    en: 'Words of the same sound or shape slip through spell checkers. Every pair has a published source; where both forms are in use and one is only preferred, it is information. “十四五” takes quotation marks as an abbreviation; a draft that never sets them gets one note.',
  },
  sources: [
    '报纸编校质量评比差错认定细则 第十八、二十二、二十五、二十六条',
    'GB/T 15834—2011 4.8.3.3',
    '两会报道用语规范',
  ],
  options: {
    quotes: {
      type: 'boolean',
      default: true,
      description: { zh: '检查“十四五”等是否加引号', en: 'Report 十四五 and the like without quotation marks' },
    },
  },
  examples: [
    { bad: '对困难家庭⟦给与⟧补贴。', fixed: '对困难家庭给予补贴。' },
    { bad: '⟦截止⟧2024年底，建成园区8个，加强统筹⟦按排⟧。', fixed: '截至2024年底，建成园区8个，加强统筹安排。' },
    { bad: '二⟦О⟧二五年，办好社区⟦其它⟧服务。', fixed: '二〇二五年，办好社区其他服务。' },
    {
      bad: '“十四五”规划如期收官，“十四五”时期成效显著，编制好⟦十五五⟧规划。',
      fixed: '“十四五”规划如期收官，“十四五”时期成效显著，编制好“十五五”规划。',
    },
    {
      bad: '⟦坚定不移的⟧推进政务公开，环境面貌⟦的到明显⟧改善，取得⟦显着⟧成效。',
      fixed: '坚定不移地推进政务公开，环境面貌得到明显改善，取得显著成效。',
    },
    { good: '改革坚定不移的决心，坚定不移的推进者，彰显着活力，高铁时代的到来，选做为民服务的好公仆。' },
    { good: '给予补贴，其他事项，截至2024年底，报名于2024年12月31日截止。' },
    { good: '自给与外销并重，按排放标准执行，年份量化考核，二〇二五年。' },
    { good: '“十四五”规划如期收官，落实《青禾区“十五五”规划纲要》，完成二十五五折让利。' },
    { good: '群众反映强烈的问题得到解决，市场反应良好，桥梁合龙。' },
    { good: '编制十五五规划。', options: { quotes: false } },
  ],
  *check(context) {
    const { report } = context.analysis;
    const traditional = report.info?.script === 'traditional';
    const groups = new Map<string, Placed[]>();
    // 給與 and 計畫 are right in traditional characters.
    if (!traditional) {
      for (const block of prose(report, wordFinder)) {
        for (const slip of context.remember(block, 'words', readWords))
          add(groups, slip.key, { ...slip, place: block.span(slip.start, slip.end) });
      }
    }
    for (const block of prose(report, CIRCLE)) {
      for (const slip of readCircles(block, report.text))
        add(groups, slip.key, { ...slip, place: block.span(slip.start, slip.end) });
    }
    for (const group of groups.values()) {
      const [first] = group;
      if (first !== undefined) yield finding(first, group);
    }
    if (context.options.quotes === true) yield* barePlans(context);
  },
};

interface WordSlip extends Span {
  readonly key: string;
  readonly right: string;
  readonly message: Bilingual;
  readonly grade?: Severity;
}

interface Placed extends WordSlip {
  readonly place: Span;
}

function add(groups: Map<string, Placed[]>, key: string, slip: Placed): void {
  groups.set(key, [...(groups.get(key) ?? []), slip]);
}

function readWords(block: Block): WordSlip[] {
  const { text } = block;
  return wordFinder
    .find(text)
    .flatMap(({ at, phrase }) =>
      rowsByForm.has(phrase)
        ? (rowsByForm.get(phrase) ?? []).filter((row) => isSlip(text, at, row)).map((row) => wordSlip(row, at))
        : adverbSlip(text, at, phrase),
    );
}

const wordFinder = createListFinder(() => [...rowsByForm.keys(), ...ADVERBS]);

// Said of how something is done, never of a thing: what follows with a verb takes 地.
const ADVERBS = [
  '坚定不移的',
  '毫不动摇的',
  '旗帜鲜明的',
  '坚持不懈的',
  '持之以恒的',
  '扎扎实实的',
  '一以贯之的',
  '千方百计的',
  '理直气壮的',
  '大张旗鼓的',
  '全力以赴的',
  '义无反顾的',
  '锲而不舍的',
  '不折不扣的',
];

// 坚定不移的|推进从严治党; not 坚定不移的推进者, 坚定不移的推进态势.
const VERB =
  /^(?:推[进动]|落实|贯彻|执行|抓[好实紧牢]?|做[好实]|维护|坚持|深化|加强|走[好稳]?|支持|拥护|服务|保障|开展)(?![者的，。]|力度|态势|力量|作用|精神|体系|机制)/;

/** 坚定不移的推进: 的 for 地. */
function adverbSlip(text: string, at: number, phrase: string): WordSlip[] {
  const end = at + phrase.length;
  if (!VERB.test(text.slice(end, end + 4))) return [];
  const word = phrase.slice(0, -1);
  return [
    {
      start: at,
      end,
      key: phrase,
      right: `${word}地`,
      message: {
        zh: `“${phrase}”后接动词，“的”应为“地”。`,
        en: `A verb follows “${phrase}”: write “地” for “的”.`,
      },
    },
  ];
}

const CIRCLE = /〇/;

const rowsByForm = new Map<string, Confusion[]>();
for (const row of confusions) rowsByForm.set(row.wrong, [...(rowsByForm.get(row.wrong) ?? []), row]);

// 2024年底  去年底  9月  目前
const DATE = /^到?(?:\d{4}年|\d{1,2}月|目前|[去今本上]年|年底)/;

function isSlip(text: string, at: number, row: Confusion): boolean {
  const end = at + row.wrong.length;
  if (row.before === 'date' && !DATE.test(text.slice(end, end + 8))) return false;
  if (row.unlessBefore?.some((word) => text.startsWith(word, end)) === true) return false;
  if (row.unlessAfter?.some((word) => text.startsWith(word, at - word.length)) === true) return false;
  return (
    row.after === undefined ||
    row.after.some((word) => text.slice(Math.max(0, at - 4 - word.length), at).includes(word))
  );
}

function wordSlip(row: Confusion, start: number): WordSlip {
  const grade: Severity | null = row.soft === true ? 'information' : row.status === 'confirmed' ? null : 'hint';
  return {
    start,
    end: start + row.wrong.length,
    key: row.wrong,
    right: row.right,
    message:
      row.soft === true
        ? { zh: `“${row.wrong}”宜写作“${row.right}”。`, en: `“${row.right}” is preferred to “${row.wrong}”.` }
        : { zh: `“${row.wrong}”应为“${row.right}”。`, en: `“${row.wrong}” should be “${row.right}”.` },
    ...(grade === null ? {} : { grade }),
  };
}

/** Characters that the reading took for 〇 and that are something else. */
function readCircles(block: Block, original: string): WordSlip[] {
  const found: WordSlip[] = [];
  for (let at = block.text.indexOf('〇'); at >= 0; at = block.text.indexOf('〇', at + 1)) {
    const place = block.span(at, at + 1);
    const row = lookalikes.find((one) => one.char === original.slice(place.start, place.end));
    if (row === undefined) continue;
    found.push({
      start: at,
      end: at + 1,
      key: row.char,
      right: row.right,
      message: {
        zh: `汉字数字中的“${row.char}”是形近字符（${row.name.slice(0, 6)}），应为“${row.right}”。`,
        en: `“${row.char}” (${row.name}) only looks like “${row.right}”, which belongs here.`,
      },
    });
  }
  return found;
}

function finding(first: Placed, group: readonly Placed[]): Finding {
  return {
    ...first.place,
    places: group.map((one) => one.place),
    message: first.message,
    ...(first.grade === undefined ? {} : { grade: first.grade }),
    fixes: [
      {
        title: { zh: `改为“${first.right}”`, en: `Change to “${first.right}”` },
        kind: 'suggestion',
        edits: group.map((one) => ({ ...one.place, text: one.right })),
      },
    ],
  };
}

// 十四五规划, 十五五时期; not 二十五五, 第十五五, “十四五”规划.
const PLAN = /(?<![“‘一二三四五六七八九十百第\d])(十[一二三四五]五)(?=规划|时期|期间|末|以来|开局|收官|目标)/g;
const QUOTED_PLAN = /[“‘]十[一二三四五]五[”’]/g;

const ANY_PLAN = /十[一二三四五]五/;

/** Plan names without the quotation marks that others of the draft have. */
function* barePlans(context: RuleContext): Generator<Finding> {
  const { report } = context.analysis;
  const places: Span[] = [];
  let quoted = 0;
  for (const block of prose(report, ANY_PLAN)) {
    const found = context.remember(block, 'plans', ({ text }) => ({
      quoted: matches(QUOTED_PLAN, text).length,
      bare: matches(PLAN, text).filter((match) => !isQuoted(text, match.index)),
    }));
    quoted += found.quoted;
    for (const match of found.bare) places.push(block.span(match.index, match.index + 3));
  }
  const [first] = places;
  if (first === undefined) return;
  yield {
    ...first,
    places,
    ...(quoted > places.length ? {} : { grade: 'information' as const }),
    message: {
      zh: `${quote(report.text, first)}是简称，应加引号，写作“${quote(report.text, first)}”。`,
      en: `${quote(report.text, first)} is an abbreviation and takes quotation marks: “${quote(report.text, first)}”.`,
    },
    fixes: [
      {
        title: { zh: '加引号', en: 'Add quotation marks' },
        kind: 'suggestion',
        edits: places.map((place) => ({ ...place, text: `“${report.text.slice(place.start, place.end)}”` })),
      },
    ],
  };
}

/** Whether quotation marks are open at `at`: inside them other marks would be due. */
function isQuoted(text: string, at: number): boolean {
  return text.lastIndexOf('“', at) > text.lastIndexOf('”', at);
}
