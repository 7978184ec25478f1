import { exampleReport } from '../../example-report';
import type { Ledger, LedgerItem } from '../../ledger/ledger';
import { ledgerOf } from '../../ledger/ledger';
import { neighboursOf, openingOfReview } from '../../ledger/places';
import { answerToInsert } from '../../ledger/result-draft';
import type { Analysis, Bilingual, CorpusReport, CorpusView, Span } from '../../model';
import type { DocumentRule, Finding, Fix } from '../rule';
import { quote } from '../support';

/** A target of last year's report that this draft's review does not answer. */
export const targetUnreported: DocumentRule = {
  id: 'target-unreported',
  category: 'indicators',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '上年报告提出的目标，本稿回顾部分没有回应',
    en: 'A target of last year’s report that the review does not answer',
  },
  rationale: {
    zh: '上年提出的主要预期目标，代表会逐项对照。回顾部分既无数据也无表述的，应当补上完成情况；确需略去的，也应心中有数。用文字表述的目标（“国际收支基本平衡”）没有回应，只作提示；回顾部分尚未写出数据、没有上一年度报告的，不提示。快速修复按历年写法补一句草稿，数据留作〔数据〕、文字表述留作〔完成情况〕，须由起草人填写。',
    en: 'Deputies compare the review with last year’s targets one by one. A target with neither figures nor words wants its result. Targets in words are reported as information. Nothing is said while the review has no figures yet, or when no past report is of the year before. The quick fix drafts the sentence as past years put it and leaves 〔数据〕 for the figure or 〔完成情况〕 for the words, to be filled in by whoever writes.',
  },
  sources: ['各地政府工作报告回顾部分逐项回应上年目标，为通行做法'],
  options: {},
  examples: [
    {
      part: 'whole',
      bad: draftWith('地区生产总值增长6.2%，⟦城镇新增就业5326人⟧，居民收入稳步增长。'),
      fixed: draftWith('地区生产总值增长6.2%，城镇新增就业5326人，居民收入稳步增长。城镇调查失业率〔数据〕%。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇新增就业5000人以上，城镇调查失业率控制在5.5%以内。')],
    },
    {
      part: 'whole',
      bad: draftWith('⟦地区生产总值增长6.2%⟧，城镇新增就业5326人。'),
      fixed: draftWith('地区生产总值增长6.2%，城镇新增就业5326人。粮食产量〔数据〕亿斤。'),
      precedents: [pastWith('粮食产量稳定在2.4亿斤以上，地区生产总值增长6%左右，城镇新增就业5000人以上。')],
    },
    {
      part: 'whole',
      bad: draftWith('一般公共预算收入增长5.1%，⟦固定资产投资增长8.4%⟧。'),
      fixed: draftWith('一般公共预算收入增长5.1%，固定资产投资增长8.4%。国际收支〔完成情况〕。'),
      precedents: [pastWith('一般公共预算收入增长5%，固定资产投资增长8%，国际收支基本平衡。')],
    },
    {
      part: 'whole',
      good: draftWith('地区生产总值增长6.2%，新增城镇就业5326人，城镇调查失业率保持稳定。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇新增就业5000人以上，城镇调查失业率控制在5.5%以内。')],
    },
    {
      part: 'whole',
      good: draftWith('地区生产总值增长6.2%，城镇居民人均可支配收入增长5.2%，农村居民人均可支配收入增长6.8%。'),
      precedents: [pastWith('地区生产总值增长6%左右，城乡居民人均可支配收入与经济增长同步。')],
    },
    {
      part: 'whole',
      good: draftWith('各项工作稳步推进，经济运行总体平稳。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇新增就业5000人以上。')],
    },
    { part: 'whole', good: draftWith('地区生产总值增长6.2%，城镇新增就业5326人。') },
  ],
  *check({ analysis, corpus }) {
    if (!hasReview(analysis)) return;
    const ledger = ledgerOf(analysis, corpus);
    const { precedent } = ledger;
    if (precedent === null) return;
    const targets = ledger.items.filter(({ kind }) => kind === 'target');
    const silent = targets.filter(({ verdict }) => verdict === 'unreported');
    // Where most is missing, the review speaks of several years or is not written yet.
    const sparse = silent.length >= 3 && silent.length * 2 > targets.length;
    for (const item of silent) {
      const place = placeFor(item, ledger, analysis);
      if (place === null) continue;
      const hard = item.promise.known && item.promise.measure !== 'qualitative' && !sparse;
      const fixes = fixesOf(item, ledger, analysis, corpus);
      yield { ...finding(item, place, precedent, hard), fixes };
    }
  },
};

function finding(item: LedgerItem, place: Span, precedent: CorpusReport, hard: boolean): Finding {
  const words = quote(precedent.analysis.report.text, item.promise, 40);
  return {
    start: place.start,
    end: place.end,
    message: messageOf(words),
    ...(!hard && { grade: 'information' as const }),
    related: [
      {
        path: precedent.path,
        start: item.promise.start,
        end: item.promise.end,
        message: { zh: '上年的目标', en: 'last year’s target' },
      },
    ],
  };
}

/** The sentence that would answer, its figure left open: a suggestion, since what came of a promise only the house can say. */
function fixesOf(item: LedgerItem, ledger: Ledger, analysis: Analysis, { precedents }: CorpusView): Fix[] {
  const answer = answerToInsert(item, ledger, analysis, precedents);
  if (answer === null) return [];
  const { at, text } = answer;
  return [
    {
      title: { zh: `补写完成情况，空白待填：“${text}”`, en: `Insert a sentence with a blank to fill in: “${text}”` },
      kind: 'suggestion',
      edits: [{ start: at, end: at, text }],
    },
  ];
}

function messageOf(words: string): Bilingual {
  return {
    zh: `上年报告提出“${words}”，本稿回顾部分未见完成情况。`,
    en: `Last year’s report set “${words}”; the review does not say what came of it.`,
  };
}

/** Whether the review gives a figure at all: an unwritten one answers nothing, and need not be told so. */
function hasReview(analysis: Analysis): boolean {
  const year = analysis.report.info?.planYear ?? null;
  return analysis.statements.some(
    (one) => one.role === 'result' && one.known && (year === null || one.year === year - 1),
  );
}

/** At the result of the nearest target of last year's list that has one, else at the beginning of the review. */
function placeFor(item: LedgerItem, ledger: Ledger, analysis: Analysis): Span | null {
  const beside = neighboursOf(item, ledger).find(({ result }) => result !== null)?.result ?? null;
  if (beside !== null) return { start: beside.start, end: beside.end };
  const block = openingOfReview(analysis);
  if (block === null) return null;
  return block.span(0, Math.min(block.text.length, 20));
}

function draftWith(review: string): string {
  return exampleReport({
    year: 2025,
    review: `过去一年，全区上下齐心协力。${review}`,
    plan: '今年主要预期目标是：地区生产总值增长6%左右。',
  });
}

function pastWith(targets: string): string {
  return exampleReport({
    year: 2024,
    review: '过去一年，全区上下齐心协力。过去一年，各项工作稳步推进。',
    plan: `今年主要预期目标是：${targets}`,
  });
}
