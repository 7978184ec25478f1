import type { Bilingual, Report, Span } from '../../model';
import type { NumberStyle } from '../../report/numbering';
import { readNumber } from '../../report/numbering';
import type { DocumentRule, Edit, Finding } from '../rule';
import type { NumberedHeading } from '../numbered-headings';
import { draftWith, locateNumber } from '../numbered-headings';
import { oddNumeral } from '../odd-numeral';
import type { Break } from '../sequence';
import { breaksOf, inHan, missingNumbers } from '../sequence';
import { circled } from '../support';

/** Gaps, repeats and disorder in the numbers of headings, level by level. */
export const headingNumbering: DocumentRule = {
  id: 'heading-numbering',
  category: 'structure',
  severity: 'error',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '各级标题序号缺号、重号或次序颠倒',
    en: 'A gap, a repeat or a disorder in heading numbers of any level',
  },
  rationale: {
    zh: '同一上级标题之下，同一种序号应从一起连续。段首的“一是”“第一”等也在检查之列。节选文本不从一开始的，仅作提示。',
    en: 'Under one heading, numbers of one kind run on from one; 一是 and 第一 at the head of a paragraph count too. A list that starts above one in an abridged text is information.',
  },
  sources: ['GB/T 9704—2012 7.3.3', 'GB/T 15834—2011 附录B.3.8'],
  options: {},
  examples: [
    {
      part: 'whole',
      bad: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '⟦（三）⟧激活消费市场',
        '（四）稳住外贸基本盘',
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
      bad: draftWith(['一、2024年工作回顾', '二、2025年工作安排', '⟦二、⟧加强政府自身建设']),
      fixed: draftWith(['一、2024年工作回顾', '二、2025年工作安排', '三、加强政府自身建设']),
    },
    {
      part: 'whole',
      bad: draftWith([
        '一、2024年工作回顾',
        '（一）经济稳步回升',
        '⟦（五）⟧产业加快转型',
        '（三）民生持续改善',
        '二、2025年工作安排',
      ]),
      fixed: draftWith([
        '一、2024年工作回顾',
        '（一）经济稳步回升',
        '（二）产业加快转型',
        '（三）民生持续改善',
        '二、2025年工作安排',
      ]),
    },
    {
      part: 'whole',
      good: draftWith([
        '一、2024年工作回顾',
        '（一）经济稳步回升',
        '（二）产业加快转型',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '三、加强政府自身建设',
      ]),
    },
    {
      part: 'whole',
      good: draftWith([
        '一、2024年工作回顾',
        '1.经济稳步回升',
        '2.产业加快转型',
        '二、2025年工作安排',
        '1.扩大有效投资',
        '2.激活消费市场',
      ]),
    },
    { part: 'whole', good: draftWith(['第一部分 2024年工作回顾', '第二部分 2025年工作安排', '第三部分 政府自身建设']) },
    {
      good:
        draftWith(['一、2024年工作回顾', '二、2025年工作安排']) +
        '\n重点办好两件事：一是修路；三是引水，按既定安排推进。',
    },
    {
      part: 'whole',
      good: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '三、加强政府自身建设',
        '（一）依法行政',
        '（二）廉洁从政',
      ]),
    },
    {
      part: 'whole',
      good: draftWith([
        '一、2024年工作回顾',
        '二、2025年工作安排',
        '（一）扩大有效投资',
        '（二）激活消费市场',
        '（三）稳住外贸基本盘',
        '四、建设美丽乡村',
        '（五）保障改善民生',
        '三、加强政府自身建设',
      ]),
    },
  ],
  *check({ analysis: { report } }) {
    for (const list of listsOf(report)) {
      const breaks = breaksOf(list.map((one) => one.value)).filter((one) => isCertain(report, list, one));
      if (breaks.length === 0) continue;
      const edits = renumber(list);
      for (const one of breaks) yield finding(report, list, one, edits);
    }
  },
};

/** The numbered headings that should follow one another: same parent, same kind of number, begun anew at each 1. */
function listsOf(report: Report): NumberedHeading[][] {
  const lists: NumberedHeading[][] = [];
  const open = new Map<string, NumberedHeading[]>();
  const before = new Map<NumberedHeading[], NumberedHeading[]>();
  const parents: number[] = [];
  const all = report.headings.map((heading) => locateNumber(report, heading));
  report.headings.forEach((heading, index) => {
    if (isWrittenOtherwise(report, all, index)) return;
    parents.length = Math.min(parents.length, heading.level - 1);
    const numbered = all[index] ?? null;
    if (numbered !== null) {
      const key = `${parents.join('.')} ${heading.level} ${numbered.style}`;
      const list = open.get(key);
      if (list === undefined || beginsAnew(list, numbered)) {
        const begun = [numbered];
        if (list !== undefined) before.set(begun, list);
        open.set(key, begun);
        lists.push(begun);
      } else list.push(numbered);
    }
    while (parents.length < heading.level - 1) parents.push(-1);
    parents.push(index);
  });
  return withoutStrays(lists, before);
}

/** 四、 between （三） and （五）: one of them in another style, which is for another rule to say, and no heading above them. */
function isWrittenOtherwise(report: Report, all: readonly (NumberedHeading | null)[], at: number): boolean {
  const [before, here] = [all[at - 1], all[at]];
  if (!here || !before || here.style === before.style || here.value !== before.value + 1) return false;
  // （五） below 四、 need not have been taken for a heading: it is the only one there.
  const end = report.headings[at + 1]?.block ?? report.blocks.length;
  return report.blocks.slice(here.heading.block + 1, end + 1).some(({ kind, text }) => {
    const number = kind === 'body' ? readNumber(text) : null;
    return number?.style === before.style && number.value === here.value + 1;
  });
}

/** A list of a single （一） after a longer one below the same heading is the last of that list, misnumbered. */
function withoutStrays(
  lists: readonly NumberedHeading[][],
  before: ReadonlyMap<NumberedHeading[], NumberedHeading[]>,
): NumberedHeading[][] {
  return lists.filter((list) => {
    const [only] = list;
    const longer = before.get(list);
    if (list.length > 1 || only === undefined || longer === undefined || longer.length < 2) return true;
    longer.push(only);
    return false;
  });
}

function beginsAnew(list: readonly NumberedHeading[], next: NumberedHeading): boolean {
  return next.value === 1 && (list.length >= 2 || list[0]?.value !== 1);
}

/**
 * Whether a break is the writer's: a number that is printed in between, at the head of a paragraph that was not taken
 * for a heading or inside one, shows that only our reading has a hole.
 */
function isCertain(report: Report, list: readonly NumberedHeading[], one: Break): boolean {
  const here = list[one.index];
  if (here === undefined || list.length < 2) return false;
  if (one.kind === 'start' && (here.style === 'item' || here.style === 'ordinal' || list.length < 3)) return false;
  const before = list[one.index - 1];
  const from = before?.heading.end ?? 0;
  const sought = [one.expected, one.actual - 1];
  // （一） 2. （三）: the number is there, in another style, which is for another rule to say.
  const between = report.blocks.slice((before?.heading.block ?? -1) + 1, here.heading.block);
  if (oddNumeral(between, here.style, one.expected, here.heading.runIn) !== null) return false;
  for (const block of report.blocks) {
    if (block.end <= from || block.start >= here.heading.start || block.kind !== 'body') continue;
    const offset = block.readingOffset(Math.max(from, block.start));
    const until = block.end > here.heading.start ? block.readingOffset(here.heading.start) : block.text.length;
    const text = block.text.slice(offset, until);
    if (sought.some((value) => value > 0 && prints(text, value, here.style))) return false;
  }
  return true;
}

function prints(text: string, value: number, style: NumberStyle): boolean {
  const han = inHan(value);
  switch (style) {
    case 'part':
      return text.includes(`第${han}部分`) || text.includes(`第${han}章`);
    case 'cn':
      return startsOrFollows(text, `${han}、`) || startsOrFollows(text, `${han}.`) || startsOrFollows(text, `${han}，`);
    case 'paren':
      return text.includes(`（${han}`) || text.includes(`${han}）`);
    case 'arabic':
      return startsOrFollows(text, `${value}.`) || startsOrFollows(text, `${value}、`);
    case 'parenArabic':
      return text.includes(`（${value}）`) || startsOrFollows(text, `${value}）`);
    case 'circled':
      return text.includes(circled(value));
    case 'item':
      return text.includes(`${han}是`) || text.includes(`${han}要`);
    case 'ordinal':
      return text.includes(`第${han}`);
  }
}

/** Whether `label` opens the text or a sentence in it. */
function startsOrFollows(text: string, label: string): boolean {
  for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
    if (at === 0 || /[。！？；：”]/.test(text[at - 1] ?? '')) return true;
  }
  return false;
}

function renumber(list: readonly NumberedHeading[]): Edit[] {
  const first = list[0];
  const from = first === undefined || (first.value !== 1 && list[1]?.value === 2) ? 1 : first.value;
  const edits: Edit[] = [];
  list.forEach((one, i) => {
    const value = from + i;
    const arabic = one.style === 'arabic' || one.style === 'parenArabic';
    const text = one.style === 'circled' ? circled(value) : arabic ? String(value) : inHan(value);
    if (one.value !== value && text !== '') edits.push({ ...one.numeral, text });
  });
  return edits;
}

function finding(report: Report, list: readonly NumberedHeading[], one: Break, edits: readonly Edit[]): Finding {
  const here = list[one.index];
  const before = list[one.index - 1];
  const place = here?.printed ?? { start: 0, end: 0 };
  const label = (span: Span | undefined): string =>
    span === undefined ? '' : report.text.slice(span.start, span.end).trim();
  return {
    ...place,
    message: messageOf(one, label(here?.printed), label(before?.printed)),
    ...(one.kind === 'start' ? { grade: report.abridged ? ('information' as const) : ('warning' as const) } : {}),
    ...(before === undefined
      ? {}
      : { related: [{ ...before.printed, message: { zh: '前一标题', en: 'the heading before' } }] }),
    ...(edits.length === 0 || one.kind === 'start'
      ? {}
      : {
          fixes: [
            {
              title: { zh: '重排本级标题序号', en: 'Renumber the headings of this level' },
              kind: 'suggestion' as const,
              edits,
            },
          ],
        }),
  };
}

function messageOf(one: Break, here: string, before: string): Bilingual {
  const missing = missingNumbers(one).map(inHan);
  const due = inHan(one.expected);
  switch (one.kind) {
    case 'start':
      return {
        zh: `本级标题从“${here}”开始，前面缺“一”。`,
        en: `Headings of this level begin with “${here}”; “一” is missing.`,
      };
    case 'gap':
      return {
        zh: `标题序号由“${before}”跳至“${here}”，缺“${missing.join('、')}”。`,
        en: `Heading numbers jump from “${before}” to “${here}”; “${missing.join('、')}” missing.`,
      };
    case 'repeat':
      return {
        zh: `标题序号“${here}”与前一标题重复，应为“${due}”。`,
        en: `Heading number “${here}” repeats the one before; “${due}” is due.`,
      };
    case 'swap':
      return {
        zh: `标题序号“${here}”与后一标题次序颠倒。`,
        en: `Heading number “${here}” and the next have changed places.`,
      };
    case 'back':
    case 'slip':
      return {
        zh: `标题序号“${here}”与前后不连续，应为“${due}”。`,
        en: `Heading number “${here}” is out of order; “${due}” is due.`,
      };
  }
}
