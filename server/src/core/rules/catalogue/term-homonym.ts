import { termCore } from '../../facts/matching';
import type { TermMatch } from '../../facts/matching';
import { entryMatches } from '../../facts/uses';
import type { Block, GlossaryEntry, Report, Span, Term } from '../../model';
import { printedEntries } from '../glossary';
import type { DocumentRule, Finding, RuleContext } from '../rule';

/** One label for two things in one draft. */
export const termHomonym: DocumentRule = {
  id: 'term-homonym',
  category: 'terms',
  severity: 'information',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '同一数字缩略语在一份报告里指两件事',
    en: 'One label for two things in one draft (“四个一”行动, “四个一”工程)',
  },
  rationale: {
    zh: '“四个一”既是行动又是工程，名词解释只说明一个，读者分不清另一个指什么。只比较数字缩略语，后接名词不同类的才提示；同一件事换个说法（工程、攻坚工程）的不算，两者各有解释的不算。',
    en: 'When “四个一” is both an action and a project and the glossary explains one of them, the reader cannot tell what the other is. Only numeric labels followed by nouns of different kinds count; labels that both have entries are left alone.',
  },
  sources: ['编校通例：一词一义'],
  options: {},
  examples: [
    {
      bad: '推进双拥共建“四个一”工程。\n开展⟦“四个一”专项行动⟧。\n名词解释\n1.双拥共建“四个一”工程：指建设一园、一馆、一街、一中心。',
    },
    {
      bad: '实施“三个一”工程，落实“三个一”工程责任。\n健全⟦“三个一”机制⟧。',
    },
    {
      bad: '推进招商“五库建设”，健全项目⟦“五库联动”机制⟧。\n名词解释\n1.五库建设：指建设政策库、图谱库、企业库、要素库、签约库。',
    },
    { bad: '启动“三个百”计划，培育骨干企业。推进⟦“三个百”行动⟧，整治背街小巷。' },
    { bad: '推行“四张图”管理模式，办好⟦“四张图”文化展⟧。' },
    { bad: '新增“两新”企业45家，推进⟦“乡村两新”集聚区⟧建设。' },
    { good: '整治河道“四乱”问题，河湖“四乱”问题动态清零，开展“河湖四乱”清理。' },
    { good: '推进“四个一”工程，深化“四个一”攻坚工程。\n名词解释\n1.“四个一”工程：指一园一馆一街一中心。' },
    {
      good: '推进“四个一”工程，开展“四个一”行动。\n名词解释\n1.“四个一”工程：指一园一馆一街一中心。\n2.“四个一”行动：指一周一调度等安排。',
    },
    { bad: '开展“三进五送”行动，成效明显。建设⟦“三进五送”示范区⟧，再添新举措。' },
    { good: '落实“双减”政策，做好“双减”工作，实施“强区”工程，深化“强区”战略。' },
    { good: '构建“2+N”产业体系，壮大“2+N”主导产业，推进“三清零”行动、“三清零”攻坚行动。' },
    { good: '落实“三个一”机制，“三个一”工作机制更加健全，完善“三个一”。' },
  ],
  *check(context) {
    const told = new Set<string>();
    for (const finding of [
      ...besideEntries(context),
      ...amongUses(context),
      ...joined(context),
      ...insideOthers(context),
    ]) {
      const key = `${finding.start}`;
      if (told.has(key)) continue;
      told.add(key);
      yield finding;
    }
  },
};

/** Uses of an entry's label that say by their noun, and by lacking the headword's lead, that something else is meant. */
function* besideEntries(context: RuleContext): Generator<Finding> {
  const { report } = context.analysis;
  const labels = report.glossary.filter((entry) => isNumeric(termCore(entry.term)) && !hasTwin(report, entry));
  if (labels.length === 0) return;
  const numbers = new Map(labels.map((entry, i) => [report.glossary.indexOf(entry), i]));
  const found: { block: Block; match: TermMatch }[][] = labels.map(() => []);
  for (const { block, matches } of entryMatches(report)) {
    if (block.role === 'glossary') continue;
    for (const match of matches) found[numbers.get(match.entry) ?? -1]?.push({ block, match });
  }
  for (const [i, list] of found.entries()) {
    const entry = labels[i];
    if (entry === undefined) continue;
    const own = list.find(({ match }) => match.led && !match.otherTail);
    const tail = kindOf(tailOf(entry.term));
    const other = list.find(({ block, match }) => {
      const noun = kindOf(nounAfter(block, match));
      return (
        match.otherTail && noun !== null && noun !== tail && (!match.led || tail !== null) && !hasLead(entry, match)
      );
    });
    if (own === undefined || other === undefined) continue;
    const place = withNoun(other.block, other.match);
    yield homonym(report, termCore(entry.term), place, { start: entry.termStart, end: entry.termEnd });
  }
}

/** The same words before the label in both places: one thing under two nouns. */
function hasLead(entry: GlossaryEntry, match: TermMatch): boolean {
  return /^[^“]/.test(entry.term) && entry.term.includes('“') && match.led;
}

function hasTwin(report: Report, entry: GlossaryEntry): boolean {
  const core = termCore(entry.term);
  return printedEntries(report).some((one) => one.start !== entry.start && termCore(one.term) === core);
}

/** Labels without an entry that two kinds of nouns follow. */
function* amongUses(context: RuleContext): Generator<Finding> {
  const { report, terms } = context.analysis;
  const explained = new Set(report.glossary.map((entry) => termCore(entry.term)));
  const groups = new Map<string, { term: Term; kind: string; place: Span }[]>();
  for (const term of terms) {
    const block = report.blocks[term.block];
    if (
      !term.quoted ||
      block === undefined ||
      term.text.length > 6 ||
      !/^(?:[一二三四五六七八九十]个一|[二三四五六七八九十][个张项条]\p{Script=Han}{1,2}|[两三四五六七八九十]\p{Script=Han}{2}|(?:[一二两三四五六七八九十]\p{Script=Han}){1,3})$/u.test(
        term.text,
      ) ||
      explained.has(term.text)
    )
      continue;
    const start = block.readingOffset(term.start);
    const match = { start: start - 1, end: start + term.text.length + 1 };
    const kind = kindOf(nounAfter(block, match));
    if (kind === null) continue;
    groups.set(term.text, [...(groups.get(term.text) ?? []), { term, kind, place: withNoun(block, match) }]);
  }
  for (const [label, list] of groups) {
    const [first] = list;
    const other = list.find(({ kind }) => kind !== first?.kind);
    if (first !== undefined && other !== undefined) yield homonym(report, label, other.place, first.place);
  }
}

// 五库建设 and 五库联动: the same count of the same things, then another word for what is done with them.
const COMPOUND = /^([二三四五六七八九十]\p{Script=Han})(建设|联动|共建|共治|改革|行动|工程|协同|融合|攻坚|治理|提升)$/u;

/** Labels of a count and a verb whose count means something else with another verb. */
function* joined(context: RuleContext): Generator<Finding> {
  const { report, terms } = context.analysis;
  const stems = new Map<string, { verb: string; entry: GlossaryEntry }>();
  for (const entry of report.glossary) {
    const match = COMPOUND.exec(entry.term.replace(/[“”]/g, ''));
    if (match !== null) stems.set(match[1] ?? '', { verb: match[2] ?? '', entry });
  }
  if (stems.size === 0) return;
  for (const term of terms) {
    if (!term.quoted) continue;
    const words = /^[^、，]{1,8}/.exec(term.text)?.[0] ?? '';
    const match = COMPOUND.exec(words);
    const stem = stems.get(match?.[1] ?? '');
    const block = report.blocks[term.block];
    if (match === null || stem === undefined || block === undefined || stem.verb === match[2]) continue;
    const start = block.readingOffset(term.start);
    yield homonym(report, match[1] ?? '', withNoun(block, { start: start - 1, end: start + term.text.length + 1 }), {
      start: stem.entry.termStart,
      end: stem.entry.termEnd,
    });
  }
}

/** “两新”企业 and “乡村两新”集聚区: a label inside a longer one, with other things named after it. */
function* insideOthers({ analysis: { report, terms } }: RuleContext): Generator<Finding> {
  const quoted = terms.filter(
    (term) =>
      term.quoted &&
      (term.text.length === 2 || term.text.length === 4) &&
      /[一二三四五六七八九十两双]\p{Script=Han}$/u.test(term.text),
  );
  const nounOf = (term: Term): { noun: string; place: Span } | null => {
    const block = report.blocks[term.block];
    if (block === undefined) return null;
    const start = block.readingOffset(term.start);
    const match = { start: start - 1, end: start + term.text.length + 1 };
    const noun = /^\p{Script=Han}{0,2}?(?:企业|集聚区|园区|基地|行动|工程|项目)/u.exec(nounAfter(block, match))?.[0];
    return noun === undefined ? null : { noun, place: withNoun(block, match) };
  };
  for (const long of quoted) {
    if (long.text.length !== 4) continue;
    const inner = nounOf(long);
    if (inner === null) continue;
    for (const label of quoted) {
      if (label.text !== long.text.slice(2)) continue;
      const own = nounOf(label);
      if (own === null || own.noun === inner.noun) continue;
      yield homonym(report, label.text, inner.place, own.place);
      break;
    }
  }
}

function homonym(report: Report, label: string, here: Span, there: Span): Finding {
  const words = (place: Span): string => report.text.slice(place.start, place.end).replace(/[“”"\s*]/g, '');
  return {
    ...here,
    message: {
      zh: `“${label}”此处为“${words(here)}”，别处为“${words(there)}”，一名两指的宜加以区别。`,
      en: `“${label}” stands for “${words(here)}” here and “${words(there)}” elsewhere.`,
    },
    related: [{ ...there, message: { zh: '另一处', en: 'the other one' } }],
  };
}

function isNumeric(core: string): boolean {
  return /^[一二三四五六七八九十两\d]/.test(core) && core.length <= 6;
}

/** Nouns that tell kinds of things apart; those of one kind stand for one another. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['action', /行动|攻坚战|战役|活动/],
  ['project', /工程|项目/],
  ['mechanism', /机制|制度|体系|模式/],
  ['place', /企业|园区|[聚范验行片街]区|基地/],
  ['plan', /计划/],
  ['event', /文化节|文化展|主题展|展览|大赛|竞赛/],
];

function kindOf(noun: string): string | null {
  return KINDS.find(([, words]) => words.test(noun))?.[0] ?? null;
}

function tailOf(term: string): string {
  return term.slice(term.lastIndexOf('”') + 1);
}

function nounAfter(block: Block, { end }: Span): string {
  return block.text.slice(end, end + 6).split(/[，。；：、“”（）和与]/)[0] ?? '';
}

function withNoun(block: Block, match: Span): Span {
  const noun =
    /^\p{Script=Han}{0,2}?(?:攻坚战|行动|战役|活动|工程|项目|机制|制度|体系|模式|企业|园区|集聚区|示范区|试验区|先行区|片区|街区|基地|计划|文化节|文化展|主题展|展览|大赛|竞赛)/u.exec(
      block.text.slice(match.end, match.end + 6),
    )?.[0] ?? '';
  return block.span(match.start, match.end + noun.length);
}
