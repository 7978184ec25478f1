import { isPlan } from '../../facts/terms-quoted';
import type { Block, Span, Term } from '../../model';
import type { Offsets } from '../../text/offsets';
import { offsets } from '../../text/offsets';
import { createPhraseFinder } from '../phrases';
import type { DocumentRule, Edit, Finding, RuleContext } from '../rule';
import { prose } from '../support';

/** A coined term with quotation marks here and without them there. */
export const termQuotes: DocumentRule = {
  id: 'term-quotes',
  category: 'terms',
  severity: 'information',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '同一提法有的加引号，有的不加，或者引号位置不一',
    en: 'A coined term quoted here and bare there, or with its quotes moved',
  },
  rationale: {
    zh: '引号表示特定称谓或特殊含义，同一提法在一份报告里应当前后一致。以多数写法为准，每个提法提示一次；只检查三个字以上的提法，两个字的要与前面或者后面的词一起重复出现、或者三处加了引号才算。引语、书名号中的和更长引号中的不算。',
    en: 'Quotation marks set a term apart; within one report they are there or they are not. The less frequent form is reported once a term. Terms of two characters count only where the words before or behind them agree, or where three are quoted. What stands in titles or in a longer quotation is left alone.',
  },
  sources: ['GB/T 15834—2011 4.8.3.2', '编校通例：同一称谓前后一致'],
  options: {
    ignore: {
      type: 'strings',
      default: [],
      description: { zh: '不检查的提法', en: 'Terms that are not checked' },
    },
  },
  examples: [
    {
      bad: '打造“红色物业”品牌，发挥“红色物业”作用，新增⟦红色物业⟧示范点10个。',
      fixed: '打造“红色物业”品牌，发挥“红色物业”作用，新增“红色物业”示范点10个。',
    },
    {
      bad: '强化能耗“双控”管理。\n完成能耗⟦双控⟧任务。',
      fixed: '强化能耗“双控”管理。\n完成能耗“双控”任务。',
    },
    {
      bad: '建设口袋公园12个，口袋公园见缝插绿，再添⟦“口袋公园”⟧5个。',
      fixed: '建设口袋公园12个，口袋公园见缝插绿，再添口袋公园5个。',
    },
    {
      bad: '习惯“过紧日子”，坚持“过紧日子”，树立⟦过“紧日子”⟧思想。',
      fixed: '习惯“过紧日子”，坚持“过紧日子”，树立“过紧日子”思想。',
    },
    {
      bad: '有序推进“双碳”工作，落实“双碳”目标任务。\n围绕⟦双碳⟧目标调整能源结构。',
      fixed: '有序推进“双碳”工作，落实“双碳”目标任务。\n围绕“双碳”目标调整能源结构。',
    },
    { good: '打造“红色物业”品牌，发挥“红色物业”作用。' },
    {
      bad: '坚持“三农”优先，服务“三农”发展，加大“三农”投入，补齐⟦三农⟧短板。',
      fixed: '坚持“三农”优先，服务“三农”发展，加大“三农”投入，补齐“三农”短板。',
    },
    { good: '落实“双减”政策，做到减负双减压，能耗双控平稳。' },
    { good: '践行“一线工作法”，“一线工作法深入人心，干部走出机关”。' },
    { good: '推进“三个一”工程，建成十三个一级站点。' },
    { good: '制定《口袋公园建设导则》，新建“口袋公园”6个。' },
    { good: '编制“十四五”规划，实现“十四五”良好开局。\n名词解释\n1.院士青禾行：指专家服务活动。' },
  ],
  *check(context) {
    const skipped = new Set([...(context.options.ignore as readonly string[]), ...context.ignored]);
    const terms = candidates(context.analysis.terms).filter((term) => !skipped.has(term) && !isPlan(term));
    const places = new Map(terms.map((term): [string, Place[]] => [term, []]));
    const finder = createPhraseFinder(terms);
    for (const block of prose(context.analysis.report, { ...finder, unquoted: true })) {
      if (block.kind !== 'body' || block.role === 'glossary') continue;
      const stripped = context.remember(block, 'stripped', strip);
      const ends = new Map<string, number>();
      for (const { at, phrase } of finder.find(stripped.text)) {
        if (at < (ends.get(phrase) ?? 0)) continue;
        ends.set(phrase, at + phrase.length);
        const place = placeOf(phrase, at, block, stripped);
        if (place !== null) places.get(phrase)?.push(place);
      }
    }
    for (const [term, found] of places) {
      const finding = judge(context, term, found);
      if (finding !== null) yield finding;
    }
  },
};

/** A reading text without quotation marks, and where they stood. */
interface Stripped {
  readonly text: string;
  /** Reading offset of each unit; one more at the end. Empty where no mark was left out. */
  readonly at: Offsets;
  /** How many quotations and titles each unit stands in; empty where there are none. */
  readonly depth: Uint8Array;
  /** Short quotations as ranges of `text`. */
  readonly quoted: readonly Span[];
}

const EMPTY: Stripped = { text: '', at: new Uint16Array(), depth: new Uint8Array(), quoted: [] };

function strip(block: Block): Stripped {
  if (!/[“”《》]/.test(block.text)) return { ...EMPTY, text: block.text };
  const at = offsets(block.text.length);
  const depth = new Uint8Array(block.text.length);
  const quoted: Span[] = [];
  const open: number[] = [];
  let titles = 0;
  let text = '';
  let length = 0;
  let from = 0;
  for (let i = 0; i < block.text.length; i++) {
    const code = block.text.charCodeAt(i);
    if (code === OPENS || code === CLOSES) {
      text += block.text.slice(from, i);
      from = i + 1;
      if (code === OPENS) {
        open.push(length);
        continue;
      }
      const start = open.pop();
      if (start !== undefined && length > start && titles === 0) quoted.push({ start, end: length });
      continue;
    }
    if (code === TITLE) titles++;
    // A title is as closed to the search as two quotations.
    depth[length] = Math.min(DEEPEST, open.length + titles * 2);
    at[length++] = i;
    if (code === TITLE_END) titles = Math.max(0, titles - 1);
  }
  at[length] = block.text.length;
  return { text: text + block.text.slice(from), at, depth, quoted };
}

const [OPENS, CLOSES, TITLE, TITLE_END] = [0x201c, 0x201d, 0x300a, 0x300b];

/** Nobody asks how deep beyond it. */
const DEEPEST = 255;

/** The terms that are quoted somewhere, in order of first appearance; of two characters only numeric ones. */
function candidates(terms: readonly Term[]): string[] {
  const found = new Set<string>();
  for (const { text, quoted, kind } of terms) {
    if (!quoted || text.length < (kind === 'numeric' ? 2 : 3) || text.length > 12) continue;
    // Mottos and formulas with marks inside stand in quotes for other reasons.
    if (/^[\p{Script=Han}A-Za-z\d+]+$/u.test(text) && /\p{Script=Han}/u.test(text)) found.add(text);
  }
  return [...found];
}

interface Place extends Span {
  readonly form: 'quoted' | 'bare' | 'moved';
  /** The two characters before it. */
  readonly before: string;
  /** The two characters behind it. */
  readonly after: string;
  /** Edits that take the quotes away. */
  readonly marks: readonly Span[];
  readonly core: Span;
}

/** The term that stands at `from` of the stripped text; null where it is part of something else. */
function placeOf(term: string, from: number, block: Block, stripped: Stripped): Place | null {
  const { text, at, depth, quoted } = stripped;
  const to = from + term.length;
  if (!isFree(text, from, to)) return null;
  const own = quoted.some((one) => one.start === from && one.end === to);
  const readFrom = at[from] ?? from;
  const readTo = (at[to - 1] ?? to - 1) + 1;
  const inner = block.text.slice(readFrom, readTo);
  const first = depth[from] ?? 0;
  const last = depth[to - 1] ?? 0;
  const before = text.slice(Math.max(0, from - 2), from);
  const after = text.slice(to, to + 2);
  const core = block.span(readFrom, readTo);
  if (own) {
    if (first > 1) return null;
    const open = block.span(readFrom - 1, readFrom);
    const close = block.span(readTo, readTo + 1);
    return { start: open.start, end: close.end, form: 'quoted', before, after, core, marks: [open, close] };
  }
  if (first !== 0) return null;
  if (last === 0 && !/[“”]/.test(inner))
    return sumsUp(text, term, from)
      ? null
      : { start: core.start, end: core.end, form: 'bare', before, after, core, marks: [] };
  if (last !== 1 || block.text[readTo] !== '”' || inner.split('“').length !== 2 || inner.includes('”')) return null;
  // 过“紧日子”
  const mark = readFrom + inner.indexOf('“');
  return {
    ...block.span(readFrom, readTo + 1),
    form: 'moved',
    before,
    after,
    core,
    marks: [block.span(mark, mark + 1), block.span(readTo, readTo + 1)],
  };
}

/** Whether a bare count closes a list of what it counts: 稳定、发展、生态三件大事. */
function sumsUp(text: string, term: string, from: number): boolean {
  if (!/^[一二三四五六七八九十两\d]/.test(term)) return false;
  return /、[^，。；：、]{1,20}$/.test(text.slice(Math.max(0, from - 24), from));
}

/** A figure must not go on: no 三个一 in 十三个一级. */
function isFree(text: string, from: number, to: number): boolean {
  // 一次办成: the verb goes on.
  if (text[to - 1] === '办' && /[成理好结]/.test(text[to] ?? '')) return false;
  const numeral = /[\d一二三四五六七八九十百千万两零〇A-Z+.第]/i;
  const opens = /[\d一二三四五六七八九十百千万两A-Z]/i.test(text[from] ?? '');
  const closes = /[\d一二三四五六七八九十A-Z]/i.test(text[to - 1] ?? '');
  return (
    !(opens && numeral.test(text[from - 1] ?? ' ')) &&
    !(closes && /[\d一二三四五六七八九十A-Z+级批流线类]/i.test(text[to] ?? ' '))
  );
}

function judge(context: RuleContext, term: string, all: readonly Place[]): Finding | null {
  const places = term.length >= 3 ? all : alike(all);
  const quoted = places.filter((place) => place.form === 'quoted');
  const others = places.filter((place) => place.form !== 'quoted');
  const bare = others.filter((place) => place.form === 'bare');
  const [model] = quoted;
  if (model === undefined || others.length === 0) return null;
  const odd = bare.length > quoted.length ? places.filter((place) => place.form !== 'bare') : others;
  const usual = bare.length > quoted.length ? bare[0] : model;
  const [first] = odd;
  if (first === undefined || usual === undefined) return null;
  const add = usual.form === 'quoted';
  const { text } = context.analysis.report;
  return {
    start: first.start,
    end: first.end,
    places: odd,
    message: (count) => ({
      zh: add
        ? `“${term}”别处加引号，此处${first.form === 'moved' ? '引号位置不同' : '没有'}${count > 1 ? `（共 ${count} 处）` : ''}，宜前后一致。`
        : `“${term}”别处不加引号，此处加了${count > 1 ? `（共 ${count} 处）` : ''}，宜前后一致。`,
      en: add
        ? `“${term}” is quoted elsewhere and ${first.form === 'moved' ? 'quoted in part' : 'bare'} here${count > 1 ? ` (${count} places)` : ''}.`
        : `“${term}” is bare elsewhere and quoted here${count > 1 ? ` (${count} places)` : ''}.`,
    }),
    related: [
      {
        start: usual.start,
        end: usual.end,
        message: { zh: add ? '此处加引号' : '此处不加引号', en: add ? 'quoted here' : 'bare here' },
      },
    ],
    fixes: [
      {
        title: add
          ? { zh: `统一为“${term}”（加引号）`, en: `Quote “${term}” everywhere` }
          : { zh: `统一去掉“${term}”的引号`, en: `Take the quotes of “${term}” away` },
        kind: 'safe',
        edits: odd.flatMap((place) => editsOf(place, add, marksOf(text, model))),
      },
    ],
  };
}

/** Of terms of two characters those places that two agree on a word beside: 能耗“双控”, 能耗双控; “双减”政策, 双减政策. */
function alike(all: readonly Place[]): Place[] {
  const quoted = all.filter(({ form }) => form === 'quoted');
  const [before, after] = [new Set(quoted.map((one) => one.before)), new Set(quoted.map((one) => one.after))];
  if (quoted.length >= OFTEN) return all.filter((one) => !GOES_ON.test(one.after));
  return all.filter(
    (one) => (before.has(one.before) && TWO_HAN.test(one.before)) || (after.has(one.after) && TWO_HAN.test(one.after)),
  );
}

/** What is quoted as often as that is a label wherever it stands. */
const OFTEN = 3;

// 三公里, 双碳酸盐, 减负双减压: other words that begin alike.
const GOES_ON = /^[里斤顷尺分酸压村]/;

const TWO_HAN = /^\p{Script=Han}{2}$/u;

/** The quotation marks of the source, which may be straight or corner brackets. */
function marksOf(text: string, model: Place): readonly [string, string] {
  return [text.slice(model.start, model.core.start).trim(), text.slice(model.core.end, model.end).trim()];
}

function editsOf(place: Place, add: boolean, [open, close]: readonly [string, string]): Edit[] {
  const removal = place.marks.map((mark) => ({ ...mark, text: '' }));
  if (!add) return removal;
  const { start, end } = place.core;
  if (place.form === 'bare')
    return [
      { start, end: start, text: open },
      { start: end, end, text: close },
    ];
  const [inner] = removal;
  return inner === undefined ? [] : [{ start, end: start, text: open }, inner];
}
