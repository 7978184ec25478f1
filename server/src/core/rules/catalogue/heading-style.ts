import type { CorpusView, Heading, Report, Span } from '../../model';
import { isBlank, isLineBreak } from '../../text/characters';
import type { NumberStyle } from '../../report/numbering';
import type { NumberedHeading } from '../numbered-headings';
import { draftWith, locateNumber } from '../numbered-headings';
import { MARKED_STYLES, oddNumeral } from '../odd-numeral';
import type { DocumentRule, Finding, Related } from '../rule';
import { inHan } from '../sequence';

/** One level of headings numbered or marked in two ways. */
export const headingStyle: DocumentRule = {
  id: 'heading-style',
  category: 'structure',
  severity: 'hint',
  fix: 'safe',
  scope: 'corpus',
  since: '0.1.0',
  supersedes: ['punctuation-width'],
  summary: {
    zh: '同一级标题的序号写法不一，或者 Markdown 标题级别不一',
    en: 'One level of headings numbered in two styles, or marked with different Markdown depths',
  },
  rationale: {
    zh: '同一级标题的序号应当写法一致：括号同为全角，序号后的点号相同。两种写法都通行的，随往年报告，没有往年报告的随本稿多数。中文序号与阿拉伯数字混用的只作建议。Markdown 稿中同级标题的“#”个数应当相同。',
    en: 'Headings of one level carry one style of number: full-width brackets, one mark after the number. Where both are in use, the precedents decide, else the majority of the draft. A numeral of another kind among siblings is only a suggestion. In Markdown, headings of one level have as many “#” as each other.',
  },
  sources: ['GB/T 9704—2012 7.3.3', 'GB/T 15834—2011 5.1、附录B.3.8'],
  options: {},
  examples: [
    {
      part: 'whole',
      bad: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '⟦(二)⟧激活消费市场',
        '（三）稳住外贸基本盘',
      ]),
      fixed: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '（三）稳住外贸基本盘',
      ]),
    },
    {
      part: 'whole',
      bad: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '1.扩大有效投资',
        '⟦2、⟧激活消费市场',
        '3.稳住外贸基本盘',
      ]),
      fixed: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '1.扩大有效投资',
        '2.激活消费市场',
        '3.稳住外贸基本盘',
      ]),
    },
    {
      part: 'whole',
      bad: draftWith([
        '## 一、2024年工作回顾',
        '## 二、2025年工作安排',
        '### （一）扩大有效投资',
        '⟦####⟧ （二）激活消费市场',
        '### （三）稳住外贸基本盘',
      ]),
      fixed: draftWith([
        '## 一、2024年工作回顾',
        '## 二、2025年工作安排',
        '### （一）扩大有效投资',
        '### （二）激活消费市场',
        '### （三）稳住外贸基本盘',
      ]),
    },
    {
      part: 'whole',
      bad: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '⟦2.⟧激活消费市场',
        '（三）稳住外贸基本盘',
        '（四）建设美丽乡村',
      ]),
      fixed: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '（三）稳住外贸基本盘',
        '（四）建设美丽乡村',
      ]),
    },
    {
      part: 'whole',
      bad: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '⟦3、⟧稳住外贸基本盘',
        '三、加强政府自身建设',
      ]),
      fixed: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '（三）稳住外贸基本盘',
        '三、加强政府自身建设',
      ]),
    },
    {
      part: 'whole',
      bad: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '1.扩大有效投资',
        '⟦2，⟧激活消费市场',
        '3.稳住外贸基本盘',
      ]),
      fixed: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '1.扩大有效投资',
        '2.激活消费市场',
        '3.稳住外贸基本盘',
      ]),
    },
    {
      part: 'whole',
      good: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '1.抓好项目储备',
        '2.抓好项目开工',
        '（二）激活消费市场',
        '3.抓好商圈改造',
        '三、加强政府自身建设',
      ]),
    },
    {
      part: 'whole',
      good: draftWith(['一、2024年工作回顾', '二、2025年工作安排', '（一）扩大有效投资', '（二）激活消费市场']),
    },
    {
      part: 'whole',
      good: draftWith(['一、2024年工作回顾', '二、2025年工作安排', '(一)扩大有效投资', '(二)激活消费市场']),
    },
    {
      part: 'whole',
      good: draftWith(['一、2024年工作回顾', '二、2025年工作安排', '1、扩大有效投资', '2、激活消费市场']),
    },
    {
      part: 'whole',
      good: draftWith([
        '# 一、2024年工作回顾',
        '# 二、2025年工作安排',
        '## （一）扩大有效投资',
        '## （二）激活消费市场',
      ]),
    },
    {
      part: 'whole',
      good: draftWith([
        '一、2024年工作回顾',
        '（一）经济稳步回升',
        '（二）民生持续改善',
        '二、2025年工作安排',
        '1.扩大有效投资',
        '2.激活消费市场',
      ]),
    },
  ],
  *check({ analysis: { report }, corpus }) {
    const numbered = report.headings.map((heading) => locate(report, heading)).filter((one) => one !== null);
    yield* marksOfNumbers(report, numbered, corpus);
    const odd = [...numeralsOfSiblings(report, numbered)];
    yield* odd;
    // ### 四、 for （四） has the depth of its neighbours; its number is what is wrong.
    const even = numbered.filter(({ printed }) => !odd.some(({ start }) => start === printed.start));
    yield* depths(report, even);
  },
};

/** A heading with its number as printed: `before` and `after` are the marks around the numeral. */
interface Numbered extends NumberedHeading {
  readonly before: string;
  readonly after: string;
}

function locate(report: Report, heading: Heading): Numbered | null {
  const found = locateNumber(report, heading);
  if (found === null || found.style === 'circled' || heading.role === 'glossary') return null;
  if (report.blocks[heading.block]?.kind === 'annex') return null;
  const { printed, numeral } = found;
  return {
    ...found,
    before: report.text.slice(printed.start, numeral.start).trim(),
    after: report.text.slice(numeral.end, printed.end).trim(),
  };
}

function* marksOfNumbers(report: Report, numbered: readonly Numbered[], corpus: CorpusView): Generator<Finding> {
  for (const group of groupBy(numbered, (one) => `${String(one.heading.level)} ${one.style}`)) {
    const [some] = group;
    if (some === undefined || !MARKED_STYLES.has(some.style)) continue;
    const forms = new Map<string, Numbered[]>();
    for (const one of group) {
      const form = `${one.before}N${one.after}`;
      forms.set(form, [...(forms.get(form) ?? []), one]);
    }
    if (forms.size < 2) continue;
    const right = chooseForm(forms, some.style, corpus);
    const [model] = right.model;
    for (const one of group) {
      if (`${one.before}N${one.after}` === right.form) continue;
      const [before = '', after = ''] = right.form.split('N');
      const numeral = report.text.slice(one.numeral.start, one.numeral.end);
      const text = `${before}${numeral}${after}`;
      const printed = report.text.slice(one.printed.start, one.printed.end).trim();
      yield {
        start: one.printed.start,
        end: one.printed.start + printed.length,
        message: {
          zh: `同级标题的序号多写作“${right.sample}”，此处为“${printed}”，应为“${text}”。`,
          en: `Numbers of this level are written like “${right.sample}”; this one is “${printed}”: “${text}”.`,
        },
        ...(model === undefined ? {} : { related: [model] }),
        fixes: [
          {
            title: { zh: `改为“${text}”`, en: `Change to “${text}”` },
            kind: 'safe',
            edits: [{ start: one.printed.start, end: one.printed.start + printed.length, text }],
          },
        ],
      };
    }
  }
}

interface Chosen {
  readonly form: string;
  readonly sample: string;
  readonly model: readonly Related[];
}

/** Brackets are full-width; else the form of the newest precedent that has one, else the draft's majority. */
function chooseForm(forms: ReadonlyMap<string, readonly Numbered[]>, style: NumberStyle, corpus: CorpusView): Chosen {
  const ranked = [...forms].sort((a, b) => b[1].length - a[1].length || standing(b[0]) - standing(a[0]));
  const [majority = 'N'] = ranked.map(([form]) => form);
  const own = forms.get(majority)?.[0];
  const ofDraft: Chosen = {
    form: widen(majority),
    sample: widen(majority).replace('N', style === 'arabic' || style === 'parenArabic' ? '1' : '一'),
    model: own === undefined ? [] : [{ ...own.printed, message: { zh: '本稿多数写法', en: 'most of the draft' } }],
  };
  for (const { path, analysis } of corpus.precedents) {
    const past = analysis.report.headings
      .map((heading) => locate(analysis.report, heading))
      .find((one) => one?.style === style);
    if (past === undefined || past === null) continue;
    const form = widen(`${past.before}N${past.after}`);
    if (![...forms.keys()].map(widen).includes(form)) continue;
    const year = String(analysis.report.info?.planYear ?? '');
    const message = { zh: `${year}年报告的写法`, en: `as written in ${year}` };
    return {
      form,
      sample: form.replace('N', style === 'arabic' || style === 'parenArabic' ? '1' : '一'),
      model: [{ path, ...past.printed, message }],
    };
  }
  return ofDraft;
}

/** The forms that GB/T 9704 prints come first where neither has a majority. */
function standing(form: string): number {
  return ['N、', '（N）', 'N.'].includes(form) ? 1 : 0;
}

function widen(form: string): string {
  return form
    .replace(/[(〔[【]/, '（')
    .replace(/[)〕\]】]/, '）')
    .replace(/^（N）[、.．，：:]$/, '（N）')
    .replace('．', '.');
}

/** （一） 2. （三）, or 3. behind （二）: behind a heading a line that goes on counting in another style. */
function* numeralsOfSiblings(report: Report, numbered: readonly Numbered[]): Generator<Finding> {
  for (const [i, before] of numbered.entries()) {
    if (!MARKED_STYLES.has(before.style)) continue;
    const { level, block, runIn } = before.heading;
    const rest = numbered.slice(i + 1);
    const after = rest.find((one) => one.style === before.style);
    const goesOn = after?.heading.level === level && after.value === before.value + 2;
    // What stands above ends the list, and so does another list of its kind.
    const end = goesOn ? after : rest.find((one) => one === after || one.heading.level < level);
    if (!goesOn && !isLast(numbered, i, end)) continue;
    const between = report.blocks.slice(block + 1, end?.heading.block);
    const odd = oddNumeral(between, before.style, before.value + 1, runIn);
    if (odd === null) continue;
    if (!goesOn && numbersElsewhere(numbered, i, odd.number.style, odd.block.index)) continue;
    const value = before.value + 1;
    const arabic = before.style === 'arabic' || before.style === 'parenArabic';
    const text = `${before.before}${arabic ? String(value) : inHan(value)}${before.after}`;
    const place = odd.block.span(0, odd.number.length);
    const [printed, model] = [place, before.printed].map((span) => report.text.slice(span.start, span.end).trim());
    yield {
      ...place,
      message: {
        zh: `前后同级标题为“${model ?? ''}”一类序号，此处为“${printed ?? ''}”，应为“${text}”。`,
        en: `The headings around are numbered like “${model ?? ''}”; this one is “${printed ?? ''}”: “${text}”.`,
      },
      related: [{ ...before.printed, message: { zh: '前一标题', en: 'the heading before' } }],
      fixes: [
        {
          title: { zh: `改为“${text}”`, en: `Change to “${text}”` },
          kind: 'suggestion',
          edits: [{ ...place, text }],
        },
      ],
    };
  }
}

/** Whether a list of three or more may have ended too early: behind its heading comes none of its kind but a first one. */
function isLast(numbered: readonly Numbered[], at: number, end: Numbered | undefined): boolean {
  const here = numbered[at];
  if (here === undefined || here.value < 2) return false;
  return end === undefined || end.heading.level < here.heading.level || (end.style === here.style && end.value === 1);
}

/** Whether the headings from the first of the list on use a style for something else, as items that count on below. */
function numbersElsewhere(numbered: readonly Numbered[], at: number, style: NumberStyle, block: number): boolean {
  const here = numbered[at];
  let first = at;
  while (first > 0 && !(numbered[first]?.style === here?.style && numbered[first]?.value === 1)) first--;
  return numbered.slice(first, at + 2).some((one) => one.style === style && one.heading.block !== block);
}

interface Depth {
  readonly one: Numbered;
  readonly marks: Span;
}

/** One finding for each level of numbered headings whose Markdown marks differ in number. */
function* depths(report: Report, numbered: readonly Numbered[]): Generator<Finding> {
  for (const group of groupBy(numbered, (one) => `${String(one.heading.level)} ${one.style}`)) {
    const marked = group.flatMap((one): Depth[] => {
      const marks = marksBefore(report.text, one.heading.start);
      return marks === null ? [] : [{ one, marks }];
    });
    const counts = new Map<number, number>();
    for (const { marks } of marked) {
      const depth = marks.end - marks.start;
      counts.set(depth, (counts.get(depth) ?? 0) + 1);
    }
    if (counts.size < 2) continue;
    const [right] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([depth]) => depth);
    if (right === undefined) continue;
    const odd = marked.filter(({ marks }) => marks.end - marks.start !== right);
    const model = marked.find(({ marks }) => marks.end - marks.start === right);
    const [first] = odd;
    if (first === undefined) continue;
    const wanted = '#'.repeat(right);
    yield {
      ...first.marks,
      ...(odd.length > 1 ? { places: odd.map(({ marks }) => marks) } : {}),
      message: (count) => ({
        zh: `同级标题多为“${wanted}”，此处${count > 1 ? `等 ${count} 处` : ''}不同。`,
        en: `Headings of this level have “${wanted}”; ${count > 1 ? `${count} of them differ` : 'this one differs'}.`,
      }),
      ...(model === undefined
        ? {}
        : { related: [{ ...model.marks, message: { zh: '本稿多数写法', en: 'most of the draft' } }] }),
      fixes: [
        {
          title: { zh: `改为“${wanted}”`, en: `Change to “${wanted}”` },
          kind: 'safe',
          edits: odd.map(({ marks }) => ({ ...marks, text: wanted })),
        },
      ],
    };
  }
}

/** The `#` marks that open the line of a heading; null where there are none. */
function marksBefore(text: string, at: number): Span | null {
  let i = at;
  while (i > 0 && (text[i - 1] === '*' || isBlank(text.charCodeAt(i - 1)))) i--;
  const end = i;
  while (i > 0 && text[i - 1] === '#') i--;
  if (i === end || (i > 0 && !isLineBreak(text.charCodeAt(i - 1)))) return null;
  return { start: i, end };
}

function groupBy<T>(all: readonly T[], key: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const name = key(one);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [one]);
    else group.push(one);
  }
  return [...groups.values()];
}
