import { exampleReport } from '../../example-report';
import { formsOf, indicators } from '../../data';
import type { LedgerItem } from '../../ledger/ledger';
import { ledgerOf } from '../../ledger/ledger';
import { relatedTo } from '../../ledger/relations';
import type { Analysis, Block, CorpusReport } from '../../model';
import type { DocumentRule, Finding } from '../rule';
import { quote } from '../support';

/** A result that falls short of last year's target and is passed over where the report names its problems. */
export const targetMissed: DocumentRule = {
  id: 'target-missed',
  category: 'indicators',
  severity: 'information',
  fix: 'none',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '结果未达上年目标，问题部分也没有提及',
    en: 'A result short of last year’s target that the paragraph on problems does not name',
  },
  rationale: {
    zh: '没有完成的目标，通常在结果处或问题部分有所交代。按指标的方向判断：好于目标的一律不提示；“左右”和未加界限词的目标，差距在半个百分点或末位数的一半以内不提示；“以上”“以内”不留余地。',
    en: 'A target that was not reached is usually accounted for beside the result or among the problems. Better than promised is never reported; half a percentage point or half a unit of the last digit is let pass for 左右 and for exact numbers, nothing for 以上 and 以内.',
  },
  sources: ['各地政府工作报告对未完成目标作出说明，为通行做法'],
  options: {},
  examples: [
    {
      part: 'whole',
      bad: draftWith('⟦地区生产总值增长4.8%⟧，城镇新增就业5326人。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇新增就业5000人以上。')],
    },
    {
      part: 'whole',
      bad: draftWith('地区生产总值增长6.2%，⟦城镇新增就业4970人⟧。', '产业层次还不够高，投资增长乏力。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇新增就业5000人以上。')],
    },
    {
      part: 'whole',
      bad: draftWith('⟦城镇调查失业率为5.7%⟧，一般公共预算收入增长5.1%。'),
      precedents: [pastWith('城镇调查失业率控制在5.5%以内，一般公共预算收入增长5%。')],
    },
    {
      part: 'whole',
      good: draftWith('地区生产总值增长4.8%，城镇新增就业5326人。', '经济下行压力较大，增速低于预期。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇新增就业5000人以上。')],
    },
    {
      part: 'whole',
      good: draftWith('地区生产总值增长5.6%，城镇调查失业率为5.2%，居民消费价格上涨0.4%。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇调查失业率控制在5.5%以内，居民消费价格涨幅控制在2%左右。')],
    },
    {
      part: 'whole',
      good: draftWith('受重点企业检修影响，规模以上工业增加值增长3.1%，未达预期目标。'),
      precedents: [pastWith('规模以上工业增加值增长8%左右。')],
    },
    {
      part: 'whole',
      good: draftWith('地区生产总值增长4.8%。受需求不足影响，部分指标增速低于年初预期。'),
      precedents: [pastWith('地区生产总值增长6%左右。')],
    },
    {
      part: 'whole',
      bad: draftWith('⟦地区生产总值增长4.8%⟧，城镇新增就业5326人。', '经济总量偏小，配套服务不够。'),
      precedents: [pastWith('地区生产总值增长6%左右，城镇新增就业5000人以上。')],
    },
    { part: 'whole', good: draftWith('地区生产总值增长4.8%，城镇新增就业4970人。') },
  ],
  *check({ analysis, corpus }) {
    const { precedent, items } = ledgerOf(analysis, corpus);
    if (precedent === null) return;
    const problems = problemText(analysis);
    for (const item of items) {
      if (item.kind !== 'target' || item.verdict !== 'missed' || item.confidence !== 'certain') continue;
      if (item.evidence !== null && ADMITTED.test(item.evidence.text)) continue;
      if (item.result !== null && ADMITTED_BESIDE.test(analysis.report.blocks[item.result.block]?.text ?? '')) continue;
      if (topicsOf(item.indicator).some((word) => problems.includes(word))) continue;
      const found = finding(item, analysis, precedent);
      if (found !== null) yield found;
    }
  },
};

function finding({ promise, result }: LedgerItem, analysis: Analysis, precedent: CorpusReport): Finding | null {
  if (result === null) return null;
  const wanted = quote(precedent.analysis.report.text, promise, 40);
  const got = quote(analysis.report.text, result, 40);
  return {
    start: result.start,
    end: result.end,
    message: {
      zh: `“${got}”未达到上年报告提出的“${wanted}”，问题部分也没有提及，请核。`,
      en: `“${got}” falls short of “${wanted}” in last year’s report, and the paragraph on problems does not name it.`,
    },
    related: [
      {
        path: precedent.path,
        start: promise.start,
        end: promise.end,
        message: { zh: '上年的目标', en: 'last year’s target' },
      },
    ],
  };
}

// Example: 未达预期目标, 低于年初目标, 没有完成.
const ADMITTED = /未达|未能|未完成|没有完成|没有达到|低于|不及|差距/u;

// Example: 主要指标增速低于年初预期, 没有达到预期目标, in the paragraph that reports the figures.
const ADMITTED_BESIDE = /(?:低于|未达|未能达到|未完成|没有完成|没有达到|不及)[^，。；]{0,8}(?:预期|目标|计划)/u;

/** What the report says of its difficulties: the paragraphs that open the subject, and what follows under their title. */
function problemText(analysis: Analysis): string {
  let text = '';
  let open: Block | null = null;
  for (const block of analysis.report.blocks) {
    if (block.kind !== 'body') continue;
    const opens = block.role !== 'targets' && PROBLEMS.test(block.text);
    if (opens) open = block;
    const follows = open !== null && block.heading === open.heading && block.index - open.index <= MOST_FOLLOWING;
    if (opens || follows) text += block.text;
  }
  return text;
}

/** Paragraphs behind the one that opens the problems are read this far. */
const MOST_FOLLOWING = 8;

// Example: 我们也清醒地认识到, 发展中还有不少困难, 工作还有不足.
const PROBLEMS =
  /(?:清醒|深刻|充分|也要|我们也)地?(?:认识|看)到|困难和(?:问题|挑战)|问题和(?:困难|挑战|不足)|(?:矛盾|短板)和问题|面临的?(?:不少|诸多|一些|许多)?(?:困难|问题|挑战)|存在(?:着|的)?(?:不少|诸多|一些|许多)?(?:困难|问题|不足|短板|差距)/u;

/** Words by which a paragraph on problems may name an indicator: its forms, those of related ones, and its subject. */
function topicsOf(indicator: string): readonly string[] {
  const names = new Set([indicator, ...relatedTo(indicator)]);
  const forms = indicators.filter((row) => names.has(row.name)).flatMap((row) => formsOf(row).map(([form]) => form));
  // 经济总量偏小 is said of the place year after year; it is no word on a year's growth.
  const said = [...names, ...forms].filter((form) => !form.includes('总量'));
  return [...said, ...TOPICS.filter(({ of }) => of.test(indicator)).flatMap(({ words }) => words)];
}

const TOPICS: readonly { readonly of: RegExp; readonly words: readonly string[] }[] = [
  { of: /生产总值/u, words: ['经济增', '经济下行', '增长动力', '下行'] },
  { of: /投资/u, words: ['投资', '有效需求', '内需'] },
  { of: /零售|消费品|批发|餐饮|住宿/u, words: ['消费', '有效需求', '内需', '服务业'] },
  { of: /工业/u, words: ['工业', '实体经济'] },
  { of: /预算|财政|税/u, words: ['财政', '财力', '收支', '税'] },
  { of: /居民.*收入|收入.*居民|劳动报酬/u, words: ['增收', '居民收入', '收入增长', '收入差距'] },
  { of: /就业|失业/u, words: ['就业', '失业'] },
  { of: /价格/u, words: ['物价', '价格', '通胀', '通货'] },
  { of: /进出口|出口|外资|外商/u, words: ['外贸', '进出口', '出口', '外资', '开放'] },
  { of: /能耗|能源|排放|污染|降碳|双控/u, words: ['节能', '减排', '能耗', '环境', '污染', '降碳'] },
  { of: /空气|水体|水质|生态|绿化|森林/u, words: ['生态', '环境', '大气', '空气', '水质', '污染'] },
  { of: /粮食|农/u, words: ['粮食', '农业', '农村', '农民'] },
  { of: /研发|研究与试验|专利|高新/u, words: ['创新', '研发', '科技'] },
];

function draftWith(review: string, problems = '城市管理还不够精细。'): string {
  return exampleReport({
    year: 2025,
    review: `过去一年，全区上下齐心协力。${review}\n同时，我们也清醒地认识到，工作中还有不少不足：${problems}`,
    plan: '今年主要预期目标是：粮食产量稳定在2.4亿斤以上。',
  });
}

function pastWith(targets: string): string {
  return exampleReport({
    year: 2024,
    review: '过去一年，各项工作稳步推进。',
    plan: `今年主要预期目标是：${targets}`,
  });
}
