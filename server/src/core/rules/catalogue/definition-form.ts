import type { GlossaryEntry, Report, Span, Use } from '../../model';
import { printedEntries } from '../glossary';
import type { DocumentRule, Edit, Finding } from '../rule';
import { blockAt } from '../support';

/** Entries of one glossary in different forms. */
export const definitionForm: DocumentRule = {
  id: 'definition-form',
  category: 'terms',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '名词解释体例不一：起首用语、名词引号、末尾标点',
    en: 'Entries in different forms: how they open, quotes of headwords, the closing mark',
  },
  rationale: {
    zh: '一份名词解释宜用同一体例：都以“指”起首，或者都不用；名词的引号与正文一致；末尾都有句号。以多数为准，每类提示一次。',
    en: 'The entries of one glossary share a form: all open with 指 or none does, headwords are quoted as in the body, all end in a full stop. The majority counts; each kind is reported once.',
  },
  sources: ['GB/T 15834—2011', '编校通例：同类内容体例一致'],
  options: {
    opening: {
      type: 'boolean',
      default: true,
      description: { zh: '检查起首用语（指、即、是指）', en: 'Check how definitions open (指, 即, 是指)' },
    },
    quotes: {
      type: 'boolean',
      default: true,
      description: { zh: '检查名词引号与正文是否一致', en: 'Check the quotes of headwords against the body' },
    },
  },
  examples: [
    {
      bad: '推进“标准地”改革，用好“禾事通”，建设“两园一带”，落实“田长制”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“两园一带”：⟦即⟧两个园区和一个文旅带。\n4.“田长制”：指落实耕地保护责任的制度。',
      fixed:
        '推进“标准地”改革，用好“禾事通”，建设“两园一带”，落实“田长制”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“两园一带”：指两个园区和一个文旅带。\n4.“田长制”：指落实耕地保护责任的制度。',
    },
    {
      bad: '推进“标准地”改革，用好“禾事通”，打响“青禾好味”。\n名词解释\n1.⟦标准地⟧：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“青禾好味”：指区域公用品牌。',
      fixed:
        '推进“标准地”改革，用好“禾事通”，打响“青禾好味”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“青禾好味”：指区域公用品牌。',
    },
    {
      bad: '推进“标准地”改革，用好“禾事通”，打响“青禾好味”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务⟦平台⟧\n3.“青禾好味”：指区域公用品牌。',
      fixed:
        '推进“标准地”改革，用好“禾事通”，打响“青禾好味”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“青禾好味”：指区域公用品牌。',
    },
    {
      bad: '推进“标准地”改革，用好“禾事通”，打响“青禾好味”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务⟦台；⟧\n3.“青禾好味”：指区域公用品牌。',
      fixed:
        '推进“标准地”改革，用好“禾事通”，打响“青禾好味”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务台。\n3.“青禾好味”：指区域公用品牌。',
    },
    {
      good: '推进“标准地”改革，用好“禾事通”，打响“青禾好味”。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“禾事通”：指政务服务平台。\n3.“青禾好味”：指区域公用品牌。',
    },
    {
      good: '推进综合保税区建设，用好“禾事通”。\n名词解释\n1.综合保税区：设立在内陆的海关特殊监管区域。\n2.“禾事通”：政务服务平台。',
    },
    {
      good: '构建“1+3”体系，用好“禾事通”，打响“青禾好味”，推进“标准地”改革。\n名词解释\n1.“1+3”体系：“1”是指主导产业，“3”是指三个支撑产业。\n2.“禾事通”：指政务服务平台。\n3.“青禾好味”：指区域公用品牌。\n4.“标准地”：指带控制指标出让的工业用地。',
    },
    {
      good: '实施“强区”工程，推进“标准地”改革，用好“禾事通”。\n名词解释\n“强区”工程：指做强区域经济的工程\n“标准地”：指带控制指标出让的工业用地\n“禾事通”：指政务服务平台',
    },
    {
      good: '推进综合保税区建设，落实四不两直，打响“青禾好味”。\n名词解释\n1.综合保税区：指海关特殊监管区域。\n2.四不两直：指检查方式。\n3.“青禾好味”：指区域公用品牌。',
    },
  ],
  *check({ analysis: { report, uses }, options }) {
    const entries = printedEntries(report);
    if (entries.length < 3) return;
    if (options.opening === true) yield* openings(report, entries);
    if (options.quotes === true) yield* headwords(report, uses);
    yield* endings(report, entries);
  },
};

type Opening = '指' | '即' | '是指' | '';

/** How a definition opens; null where it takes its term apart first (“1”是指…), which is a form of its own. */
function openingOf(definition: string): Opening | null {
  if (/^“[^”]{1,12}”/.test(definition) || /^[^，。：]{1,4}是指/.test(definition))
    return definition.startsWith('是指') ? '是指' : null;
  if (definition.startsWith('是指')) return '是指';
  if (definition.startsWith('指')) return '指';
  return definition.startsWith('即') ? '即' : '';
}

function* openings(report: Report, entries: readonly GlossaryEntry[]): Generator<Finding> {
  const classes = new Map<Opening, GlossaryEntry[]>();
  for (const entry of entries) {
    const opening = openingOf(entry.definition);
    if (opening !== null) classes.set(opening, [...(classes.get(opening) ?? []), entry]);
  }
  const sorted = [...classes].sort((a, b) => b[1].length - a[1].length);
  const [usual, ...others] = sorted;
  if (usual === undefined || others.length === 0 || usual[1].length < 2 || entries.length < 4) return;
  const odd = others.flatMap(([opening, list]) => list.map((entry) => ({ opening, entry })));
  odd.sort((a, b) => a.entry.start - b.entry.start);
  const places = odd.map(({ opening, entry }) => openingSpan(report, entry, opening));
  const [first] = places;
  const model = usual[1][0];
  if (first === undefined || model === undefined) return;
  const name =
    usual[0] === ''
      ? { zh: '不用“指”“即”', en: 'without 指 or 即' }
      : { zh: `用“${usual[0]}”`, en: `with “${usual[0]}”` };
  const edits = odd.flatMap(({ opening, entry }) => openingEdit(report, entry, opening, usual[0]));
  yield {
    ...first,
    places,
    message: (count) => ({
      zh: `名词解释多数${name.zh}起首，${count > 1 ? `${count} 条` : '此条'}不同，宜统一体例。`,
      en: `Most definitions open ${name.en}; ${count > 1 ? `${count} do` : 'this one does'} not.`,
    }),
    related: [{ ...openingSpan(report, model, usual[0]), message: { zh: '多数的写法', en: 'the usual form' } }],
    ...(edits.length === 0
      ? {}
      : {
          fixes: [
            {
              title: { zh: `统一${name.zh}起首`, en: `Open all definitions ${name.en}` },
              kind: 'suggestion' as const,
              edits,
            },
          ],
        }),
  };
}

function openingSpan(report: Report, entry: GlossaryEntry, opening: Opening): Span {
  return inDefinition(report, entry, 0, Math.max(opening.length, 1));
}

function openingEdit(report: Report, entry: GlossaryEntry, from: Opening, to: Opening): Edit[] {
  // 是…提出的 is a sentence that no 指 mends.
  if (from === '' && /^[是围为由]/.test(entry.definition)) return [];
  if (report.info?.script === 'traditional') return [];
  return [{ ...inDefinition(report, entry, 0, from.length), text: to }];
}

function inDefinition(report: Report, entry: GlossaryEntry, from: number, until: number): Span {
  const block = blockAt(report, entry.definitionStart);
  if (block === undefined) return { start: entry.definitionStart, end: entry.definitionStart };
  const at = block.readingOffset(entry.definitionStart);
  if (from === until) return { start: entry.definitionStart, end: entry.definitionStart };
  return block.span(at + from, at + until);
}

/** Headwords with quotes where the body never has them, and the reverse. */
function* headwords(report: Report, uses: readonly (readonly Use[])[]): Generator<Finding> {
  const odd: { entry: GlossaryEntry; use: Use }[] = [];
  report.glossary.forEach((entry, i) => {
    const list = uses[i] ?? [];
    const [use] = list;
    if (use === undefined || report.glossary.some((one, k) => k !== i && one.start === entry.start)) return;
    const quoted = QUOTE.test(report.text.slice(entry.termStart, entry.termEnd));
    if (list.every((one) => isQuoted(report.text, one) !== quoted)) odd.push({ entry, use });
  });
  const [first] = odd;
  if (first === undefined) return;
  const edits = odd.flatMap(({ entry, use }) => headwordEdit(report, entry, use));
  yield {
    start: first.entry.termStart,
    end: first.entry.termEnd,
    places: odd.map(({ entry }) => ({ start: entry.termStart, end: entry.termEnd })),
    message: (count) => ({
      zh: `名词“${bare(first.entry.term)}”${count > 1 ? `等 ${count} 条` : ''}的引号与正文不一致，宜统一。`,
      en: `“${bare(first.entry.term)}” ${count > 1 ? `and ${count - 1} more headwords are` : 'is'} quoted in one place only, here or in the body.`,
    }),
    related: [{ start: first.use.start, end: first.use.end, message: { zh: '正文的写法', en: 'as in the body' } }],
    ...(edits.length === 0
      ? {}
      : {
          fixes: [
            {
              title: { zh: '按正文统一名词的引号', en: 'Quote headwords as in the body' },
              kind: 'suggestion' as const,
              edits,
            },
          ],
        }),
  };
}

const QUOTE = /[“”"「」『』＂〝〞]/;

function isQuoted(text: string, use: Use): boolean {
  return QUOTE.test(use.text) || (QUOTE.test(text[use.start - 1] ?? '') && QUOTE.test(text[use.end] ?? ''));
}

/** Writes the headword as the body does, where both have the same words. */
function headwordEdit(report: Report, entry: GlossaryEntry, use: Use): Edit[] {
  const here = report.text.slice(entry.termStart, entry.termEnd);
  if (bare(here) !== bare(use.text) || /[\r\n*]/.test(here + use.text)) return [];
  return [{ start: entry.termStart, end: entry.termEnd, text: use.text }];
}

function bare(term: string): string {
  return term.replace(/[“”"「」『』＂〝〞\s]/g, '');
}

/** Entries without a closing mark where the others have one. */
function* endings(report: Report, entries: readonly GlossaryEntry[]): Generator<Finding> {
  // One ； among full stops is a slip, a list of them a style.
  const stops = entries.filter((entry) => entry.definition.endsWith('。')).length;
  const marks = stops * 3 >= entries.length * 2 ? /[。！？…）”]$/ : /[。！？；…）”]$/;
  const open = entries.filter((entry) => !marks.test(entry.definition));
  const [first] = open;
  if (first === undefined || open.length * 2 > entries.length) return;
  const last = (entry: GlossaryEntry): Span => {
    const length = entry.definition.length;
    return inDefinition(report, entry, Math.max(0, length - 2), length);
  };
  const closed = entries.find((entry) => entry.definition.endsWith('。'));
  const stop = closed === undefined ? '。' : report.text.slice(closed.definitionEnd - 1, closed.definitionEnd);
  yield {
    ...last(first),
    places: open.map(last),
    message: (count) => ({
      zh: `${count > 1 ? `${count} 条` : '此条'}释义末尾不是句号。`,
      en: `${count > 1 ? `${count} definitions do` : 'This definition does'} not end with a full stop.`,
    }),
    ...(stop === '。' || stop === '.' || stop === '．'
      ? {
          fixes: [
            {
              title: { zh: '补句号', en: 'Add the full stop' },
              kind: 'suggestion' as const,
              edits: open.map((entry) => {
                const { end } = last(entry);
                return { start: entry.definition.endsWith('；') ? end - 1 : end, end, text: stop };
              }),
            },
          ],
        }
      : {}),
  };
}
