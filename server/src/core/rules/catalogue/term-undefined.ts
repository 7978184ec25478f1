import { quotedCore, termCore } from '../../facts/matching';
import { unexplainedTerms } from '../../facts/unexplained';
import type { Analysis, Bilingual, CorpusReport, GlossaryEntry, Report, Term, TermKind } from '../../model';
import { insertionEdits, printedEntries, usesOfEntry } from '../glossary';
import type { DocumentRule, Finding, Fix, Related, RuleContext } from '../rule';

/** A coined term that neither the glossary nor the sentence itself explains. */
export const termUndefined: DocumentRule = {
  id: 'term-undefined',
  category: 'terms',
  severity: 'hint',
  fix: 'suggestion',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '新造的提法、数字缩略语没有名词解释，句中也没有说明',
    en: 'A coined term that neither the glossary nor the sentence explains',
  },
  rationale: {
    zh: '代表和群众读到“三联三包”“1+3+N”一类提法，不看解释不知所指。句中用“即”“是指”或括号作了说明的，或者紧接所列各项的，不作提示；两个以上外地报告都在使用的，视为通行，也不提示。往年或外地报告有解释的，可以直接采用。',
    en: 'Deputies and citizens cannot know what “三联三包” or “1+3+N” stands for. Terms explained in place (即, 是指, a bracket, or a list right before them) are left alone, and so are terms that two other places use. Where a past or neighbouring report explains the term, its entry can be taken over.',
  },
  sources: ['为便于代表审议而附名词解释，为各地政府工作报告通行做法'],
  options: {
    kinds: {
      type: 'strings',
      default: ['numeric', 'formula'],
      description: {
        zh: '无论有无现成解释都检查的名词种类：numeric 数字缩略语、formula 公式式提法、coined 新造词和品牌、abbreviation 简称、formulation 固定表述；未列入的，往年或外地报告有解释时才提示，新造词后接平台、品牌、模式、改革等的除外',
        en: 'Kinds of terms to check in any case: numeric, formula, coined, abbreviation, formulation; others are reported only where a past or neighbouring report explains them, coined ones also before 平台, 品牌, 模式, 改革 and the like',
      },
    },
  },
  examples: [
    {
      bad: '建立⟦“三联三包”⟧机制，深化“标准地”改革。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。',
      fixed:
        '建立“三联三包”机制，深化“标准地”改革。\n名词解释\n1.“三联三包”：指领导联系企业、项目、村社并包抓落实的机制。\n2.“标准地”：指带控制指标出让的工业用地。',
      precedents: ['建立“三联三包”机制。\n名词解释\n1.“三联三包”：指领导联系企业、项目、村社并包抓落实的机制。'],
    },
    {
      bad: '深化“标准地”改革，构建⟦“1+3+N”⟧产业体系。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。',
      fixed:
        '深化“标准地”改革，构建“1+3+N”产业体系。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。\n2.“1+3+N”产业体系：指以1个产业为主导、3个产业为支撑的产业体系。',
      peers: ['构建“1+3+N”产业体系。\n名词解释\n1.“1+3+N”产业体系：指以1个产业为主导、3个产业为支撑的产业体系。'],
    },
    { bad: '开展⟦“四进四送”⟧行动，把“四进四送”行动做实。' },
    { bad: '推广⟦“禾快通”⟧服务平台，打响⟦“青禾好味”⟧品牌。' },
    { good: '当好“压舱石”，跑出“加速度”，夜间经济“火”起来。' },
    { good: '开展“四进四送”行动，即进园区、进企业、进村组、进社区送政策。' },
    { good: '落实“五小”惠民工程（小游园、小书屋、小食堂、小车棚、小球场）建设。' },
    { good: '打造教育、医疗、文化“三个高地”，建设工业强区（以下简称“一号工程”）。' },
    { good: '深化“标准地”改革。\n名词解释\n1.“标准地”：指带控制指标出让的工业用地。' },
    {
      good: '开展“六边共治”行动。',
      peers: ['开展“六边共治”行动。', '深化“六边共治”专项行动。'],
    },
  ],
  *check(context) {
    const kinds = context.options.kinds as readonly TermKind[];
    const isSpared = (word: string): boolean => context.known.has(word) || context.ignored.has(word);
    for (const group of unexplainedTerms(context.analysis, isSpared)) {
      const [first] = group;
      if (first === undefined || isWidelyKnown(context, first)) continue;
      const known = explainedBy(context, first);
      if (known === null && !kinds.includes(first.kind) && !isBrand(context, first)) continue;
      yield finding(context, first, group, known);
    }
  },
};

// ”服务平台  ”政务品牌  ”改革
const BRANDED = /^”[^，。；、：“（]{0,4}(?:平台|小程序|系统|模式|机制|改革|品牌|工作法)/;

/** A coined name of something that the reader has to know: a platform, a brand, a way of working. */
function isBrand(context: RuleContext, term: Term): boolean {
  const block = context.analysis.report.blocks[term.block];
  if (term.kind !== 'coined' || !term.quoted || block === undefined) return false;
  return BRANDED.test(block.text.slice(block.readingOffset(term.start) + term.text.length));
}

/** In use at two other places. */
function isWidelyKnown(context: RuleContext, term: Term): boolean {
  const core = quotedCore(term.text);
  const issuers = new Set<string | null | undefined>();
  for (const peer of context.corpus.peers)
    if (vocabulary(peer.analysis).has(core)) issuers.add(peer.analysis.report.info?.issuer);
  return issuers.size >= 2;
}

/** The terms that a report uses or explains, by core; a report is read once. */
function vocabulary(analysis: Analysis): ReadonlySet<string> {
  let words = vocabularies.get(analysis);
  if (words === undefined) {
    words = new Set([
      ...analysis.terms.map((term) => quotedCore(term.text)),
      ...analysis.report.glossary.map((entry) => termCore(entry.term)),
    ]);
    vocabularies.set(analysis, words);
  }
  return words;
}

const vocabularies = new WeakMap<Analysis, ReadonlySet<string>>();

interface Known {
  readonly report: CorpusReport;
  readonly entry: GlossaryEntry;
  readonly own: boolean;
}

/** The newest precedent that explains the term, else the first peer. */
const byCore = new WeakMap<Report, ReadonlyMap<string, GlossaryEntry>>();

/** The entries of a report by the core of their term; the first of two alike counts. */
function entriesByCore(report: Report): ReadonlyMap<string, GlossaryEntry> {
  let entries = byCore.get(report);
  if (entries === undefined) {
    entries = new Map([...report.glossary].reverse().map((entry) => [termCore(entry.term), entry]));
    byCore.set(report, entries);
  }
  return entries;
}

function explainedBy(context: RuleContext, term: Term): Known | null {
  const core = quotedCore(term.text);
  for (const own of [true, false]) {
    for (const report of own ? context.corpus.precedents : context.corpus.peers) {
      const entry = entriesByCore(report.analysis.report).get(core);
      if (entry !== undefined) return { report, entry, own };
    }
  }
  return null;
}

function finding(context: RuleContext, first: Term, group: readonly Term[], known: Known | null): Finding {
  const related: Related[] =
    known === null
      ? []
      : [
          {
            path: known.report.path,
            start: known.entry.start,
            end: known.entry.end,
            message: { zh: `${whose(known).zh}的解释`, en: `as explained in ${whose(known).en}` },
          },
        ];
  const fix = known === null ? null : insertion(context, first, known);
  return {
    ...spanOf(context, first),
    places: group.map((term) => spanOf(context, term)),
    message: messageOf(first, known),
    related,
    ...(fix === null ? {} : { fixes: [fix] }),
  };
}

/** The term with its quotation marks. */
function spanOf(context: RuleContext, term: Term): { start: number; end: number } {
  const { text } = context.analysis.report;
  const quoted =
    term.quoted && /[“"「『＂〝]/.test(text[term.start - 1] ?? '') && /[”"」』＂〞]/.test(text[term.end] ?? '');
  return quoted ? { start: term.start - 1, end: term.end + 1 } : { start: term.start, end: term.end };
}

function whose({ report, own }: Known): Bilingual {
  const { info } = report.analysis.report;
  const year = info?.planYear ?? null;
  const issuer = own ? '' : (info?.issuer ?? '');
  return {
    zh: `${issuer}${year === null ? '往年' : `${year}年`}报告`,
    en: `the ${issuer === '' ? '' : `${issuer} `}report${year === null ? '' : ` of ${year}`}`,
  };
}

function messageOf(term: Term, known: Known | null): Bilingual {
  if (known === null) {
    return {
      zh: `“${term.text}”没有名词解释，句中也未说明。`,
      en: `“${term.text}” has no entry in the glossary and is not explained in place.`,
    };
  }
  const { zh, en } = whose(known);
  return {
    zh: `“${term.text}”没有名词解释；${zh}有此条，可以采用。`,
    en: `“${term.text}” has no entry in the glossary; ${en} explains it.`,
  };
}

/** Puts the known entry where its first use asks for it. */
function insertion(context: RuleContext, term: Term, known: Known): Fix | null {
  const { report } = context.analysis;
  const next = printedEntries(report).find((entry) => {
    const [first] = usesOfEntry(context.analysis, entry);
    return first !== undefined && first.start > term.start;
  });
  const { text } = known.report.analysis.report;
  const edits = insertionEdits(report, next ?? null, {
    term: text.slice(known.entry.termStart, known.entry.termEnd),
    definition: text.slice(known.entry.definitionStart, known.entry.definitionEnd),
  });
  if (edits === null) return null;
  const { zh, en } = whose(known);
  return { title: { zh: `采用${zh}的解释`, en: `Take over the entry of ${en}` }, kind: 'suggestion', edits };
}
