import type { Block, Span } from '../../model';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { matches, prose } from '../support';

/** Marks in lists that the standard leaves out: 、 between quotations, after 一是 or （一）. */
export const punctuationList: DocumentRule = {
  id: 'punctuation-list',
  category: 'punctuation',
  severity: 'information',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '并列的引号、书名号之间用了顿号，“一是”“（一）”之后用了标点',
    en: '、 between quotations or titles in a list; a mark after 一是 or （一）',
  },
  rationale: {
    zh: '标有引号、书名号的并列成分之间通常不用顿号，中间插有其他成分的可以用；“一是”后不加点号，“（一）”后不加顿号，“第一”后用逗号。全文如此的，每种提示一次。',
    en: 'Quotations and titles side by side take no 、 between them unless other words stand there; 一是 takes no mark, （一） no 、, and 第一 a comma. One note for each kind in a file.',
  },
  sources: ['GB/T 15834—2011 4.5.3.5、4.5.3.3、4.4.3.3、附录A.5、附录B.3'],
  options: {},
  examples: [
    { bad: '推广“三联⟦”、“⟧三包”、“三送”做法。', fixed: '推广“三联”“三包”“三送”做法。' },
    { bad: '落实《安全生产法⟦》、《⟧消防法》等法规。', fixed: '落实《安全生产法》《消防法》等法规。' },
    { bad: '⟦一是，⟧稳投资；二是促消费。\n⟦（一）、⟧强产业', fixed: '一是稳投资；二是促消费。\n（一）强产业' },
    { bad: '⟦第一、⟧稳投资；第二、促消费。', fixed: '第一，稳投资；第二，促消费。' },
    { bad: '一是修路。全面完成乡道改造⟦；⟧二是架桥。' },
    { good: '一是修路；二是架桥。全面完成改造。三是引水；四是通气。' },
    { good: '推广“三联”“三包”做法，落实《安全生产法》《消防法》。' },
    { good: '增强“四个意识”、坚定“四个自信”，《条例》（修订）、《办法》。' },
    { good: '一是稳投资；二是促消费。（一）强产业。第一，抓项目；第二、三产融合。' },
    { good: '二〇二五年，第一产业、第二产业协调发展，统一是前提。' },
  ],
  *check(context) {
    const groups = new Map<string, Placed[]>();
    for (const block of prose(context.analysis.report, MARKED)) {
      for (const slip of context.remember(block, 'lists', readSlips)) {
        const placed = {
          ...slip,
          place: block.span(slip.start, slip.end),
          edit: block.span(slip.mark.start, slip.mark.end),
        };
        groups.set(slip.kind, [...(groups.get(slip.kind) ?? []), placed]);
      }
    }
    for (const [kind, group] of groups) yield* report(kind as Kind, group);
    yield* mixedEnds(context);
  },
};

// What no pattern below does without.
const MARKED = /”、“|》、《|是[，、：]|）、|第.、/;

// 一是修路。  二是架桥；
const ITEM = /(?<=^|[。；：])([一二三四五六七八九十]{1,2}是|（\d{1,2}）)/g;

/** Items that hold sentences of their own and end with ；: then all of them end with 。. */
function* mixedEnds(context: RuleContext): Generator<Finding> {
  const places: Span[] = [];
  for (const block of prose(context.analysis.report)) {
    for (const { start, end } of context.remember(block, 'ends', readMixedEnds)) places.push(block.span(start, end));
  }
  const [first] = places;
  if (first === undefined) return;
  yield {
    ...first,
    places,
    message: (count) => ({
      zh: `分项之内有句号，分项之末却用分号${count > 1 ? `（${count} 处）` : ''}，各项之末应一律用句号。`,
      en: `An item that holds a full stop ends with ；${count > 1 ? ` (${count} places)` : ''}; all items then end with 。.`,
    }),
  };
}

function readMixedEnds({ text }: Block): Span[] {
  const starts = matches(ITEM, text).map((match) => match.index);
  return starts.flatMap((start, i) => {
    const end = starts[i + 1] ?? text.length;
    const item = text.slice(start, end);
    return item.endsWith('；') && item.slice(0, -1).includes('。') ? [{ start: end - 1, end }] : [];
  });
}

type Kind = 'quotes' | 'titles' | 'items' | 'brackets' | 'ordinals';

interface Slip extends Span {
  readonly kind: Kind;
  readonly mark: Span;
  readonly text: string;
}

interface Placed extends Slip {
  readonly place: Span;
  readonly edit: Span;
}

// ”、“  》、《  一是，  （一）、  第一、稳投资; 第二、三产业 counts industries.
const PATTERNS: readonly (readonly [Kind, RegExp, string])[] = [
  ['quotes', /”(、)“/g, ''],
  ['titles', /》(、)《/g, ''],
  ['items', /(?<=^|[。；：！？，])[一二三四五六七八九十]{1,2}是([，、：])/g, ''],
  ['brackets', /（[一二三四五六七八九十]{1,3}）(、)/g, ''],
  ['ordinals', /(?<=^|[。；：！？，])第[一二三四五六七八九十](、)(?![一二三四五六七八九十])/g, '，'],
];

function readSlips({ text }: Block): Slip[] {
  return PATTERNS.flatMap(([kind, pattern, right]) =>
    matches(pattern, text).map((match): Slip => {
      const start = match.index;
      const end = start + match[0].length;
      const at = start + match[0].lastIndexOf(match[1] ?? '');
      return { kind, start, end, mark: { start: at, end: at + 1 }, text: right };
    }),
  );
}

const MESSAGES: Readonly<Record<Kind, { readonly zh: string; readonly en: string }>> = {
  quotes: { zh: '并列的引号之间通常不用顿号', en: 'No 、 stands between quotations side by side' },
  titles: { zh: '并列的书名号之间通常不用顿号', en: 'No 、 stands between titles side by side' },
  items: { zh: '“一是”“二是”之后不加标点', en: 'No mark stands after 一是' },
  brackets: { zh: '带括号的序号之后不加顿号', en: 'No 、 stands after a number in brackets' },
  ordinals: { zh: '“第一”“第二”之后用逗号', en: 'A comma stands after 第一' },
};

/** One note for each kind. */
function report(kind: Kind, group: readonly Placed[]): Finding[] {
  const [first] = group;
  if (first === undefined) return [];
  const { zh, en } = MESSAGES[kind];
  return [
    {
      ...first.place,
      places: group.map((one) => one.place),
      message: (count) => ({
        zh: `${zh}${count > 1 ? `（${count} 处）` : ''}。`,
        en: `${en}${count > 1 ? ` (${count} places)` : ''}.`,
      }),
      fixes: [
        {
          title: first.text === '' ? { zh: '删去标点', en: 'Remove the mark' } : { zh: '改用逗号', en: 'Use a comma' },
          kind: 'safe',
          edits: group.map((one) => ({ ...one.edit, text: one.text })),
        },
      ],
    },
  ];
}
