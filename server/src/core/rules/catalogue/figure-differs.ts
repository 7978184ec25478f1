import { baseName } from '../../corpus/paths';
import { intervalOf } from '../../ledger/amounts';
import type { Analysis, Bilingual, Span, Statement } from '../../model';
import type { CheckedFigure } from '../../sheet/check';
import { checkFigures, valueForDraft } from '../../sheet/check';
import { sheetSource, spokenDraft, spokenValue } from '../../sheet/words';
import type { DocumentRule, Fix } from '../rule';
import { placeOf } from '../values';

const SHEET = [
  '指标,年份,数值,单位',
  '地区生产总值,2024,321.46,亿元',
  '地区生产总值增速,2024,5.6,%',
  '固定资产投资增速,2024,-3.1,%',
  '城镇新增就业,2024,5108,人',
  '城镇居民人均可支配收入,2024,46510,元',
  '居民消费价格指数（上年=100）,2024,100.4,',
].join('\n');

/** Levels of two years, which give the growth at current prices. */
const LEVELS = [
  '指标,年份,数值,单位',
  '一般公共预算收入,2023,14.31,亿元',
  '一般公共预算收入,2024,15.17,亿元',
  '地区生产总值,2023,300.12,亿元',
  '地区生产总值,2024,321.46,亿元',
  '固定资产投资,2023,174.3,亿元',
  '固定资产投资,2024,188.4,亿元',
].join('\n');

/** A figure of the review that is not the figures sheet's. */
export const figureDiffers: DocumentRule = {
  id: 'figure-differs',
  category: 'numbers',
  severity: 'warning',
  fix: 'suggestion',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '数据与稿件旁的统计数据表（统计数据.csv、.xlsx）不一致',
    en: 'A figure that is not the one of the figures sheet beside the draft (统计数据.csv, .xlsx)',
  },
  rationale: {
    zh: '报告数据以统计部门提供的为准。稿件所在文件夹或上级文件夹中有统计数据表时，逐项核对指标、年份、口径都对得上的数据；没有数据表时不作任何提示。四舍五入后相等的、“超过”“左右”与数值相合的，视为一致；价格指数（上年=100）与涨跌幅可以互比；园区、行业等局部数据不比。表中没有增速、但有本年和上年数值的，按两年数值推算：只限按现价计算增速的指标（一般公共预算收入、社会消费品零售总额、居民收入等），地区生产总值、增加值的增速按不变价计算，投资和规模以上企业数据的增速按可比口径计算，都不推算；推算结果相差不大的只作提示，因为上年数据事后常有核定。',
    en: 'The statistics bureau is right. With a figures sheet in the folder of the draft or above it, every figure of the same indicator, year and measure is compared; without one nothing is said. Roundings agree, and so does a bound that holds; a price index (last year = 100) and a rate are held against one another; parts of the place or of the year are not compared. Where the sheet has no growth but the levels of both years, growth is worked out, for indicators at current prices only: never for GDP and value added (constant prices) or for investment and units above a threshold (comparable basis). A small difference from what was worked out is information, since last year’s figures are often settled later.',
  },
  sources: ['稿件旁的统计数据表', '国家统计局《中国统计年鉴》主要统计指标解释（增速的不变价、现价与可比口径）'],
  // The sheet knows better than last year's report.
  supersedes: ['number-growth'],
  options: {},
  examples: [
    {
      part: 'review',
      bad: '全年⟦地区生产总值完成322.5亿元⟧、增长5.6%。',
      fixed: '全年地区生产总值完成321.5亿元、增长5.6%。',
      sheet: SHEET,
    },
    {
      part: 'review',
      bad: '全年地区生产总值完成321.5亿元、增长⟦6.5%⟧，城镇新增就业5108人。',
      fixed: '全年地区生产总值完成321.5亿元、增长5.6%，城镇新增就业5108人。',
      sheet: SHEET,
    },
    {
      part: 'review',
      bad: '全年⟦居民消费价格上涨1.4%⟧。',
      fixed: '全年居民消费价格上涨0.4%。',
      sheet: SHEET,
    },
    { part: 'review', good: '全年居民消费价格上涨0.4%，居民消费价格指数为100.4。', sheet: SHEET },
    {
      // A drop told as a rise: the words must change, not the number alone.
      part: 'review',
      bad: '全年⟦固定资产投资增长3.1%⟧，⟦城镇新增就业超过5200人⟧。',
      fixed: '全年固定资产投资增长3.1%，城镇新增就业超过5200人。',
      sheet: SHEET,
    },
    {
      part: 'review',
      bad: '一般公共预算收入完成15.17亿元、增长⟦9.2%⟧。',
      fixed: '一般公共预算收入完成15.17亿元、增长6.0%。',
      sheet: LEVELS,
    },
    { part: 'review', good: '全年地区生产总值完成321.5亿元、增长5.6%，固定资产投资下降3.1%。', sheet: SHEET },
    {
      part: 'review',
      good: '一般公共预算收入增长6.0%，地区生产总值增长5.6%，固定资产投资增长4.2%。',
      sheet: LEVELS,
    },
    { part: 'review', good: '一般公共预算收入完成15.17亿元，同口径增长8.3%。', sheet: LEVELS },
    { part: 'review', good: '全年地区生产总值突破320亿元，城镇居民人均可支配收入达到4.65万元。', sheet: SHEET },
    {
      part: 'review',
      good: '青禾经济开发区地区生产总值完成96.2亿元、增长8.8%，2023年地区生产总值增长6.1%。',
      sheet: SHEET,
    },
    { part: 'review', good: '全年地区生产总值完成333.3亿元、增长9.9%。' },
    { part: 'plan', good: '今年主要预期目标是：地区生产总值增长6%左右，城镇新增就业5000人以上。', sheet: SHEET },
  ],
  *check({ analysis, corpus }) {
    if (corpus.sheets === undefined || corpus.sheets.length === 0) return;
    for (const checked of checkFigures(analysis, corpus.sheets)) {
      if (checked.state !== 'differs') continue;
      const { statement } = checked;
      yield {
        ...ownPlace(analysis, statement),
        ...(isSlight(checked) && { grade: 'information' as const }),
        message: messageOf(checked, analysis),
        fixes: fixesOf(checked, analysis),
      };
    }
  },
};

function messageOf(checked: CheckedFigure, analysis: Analysis): Bilingual {
  const { statement, figure, path, derived } = checked;
  const written = spokenDraft(checked, analysis);
  const name = baseName(path ?? '');
  const row = String(figure?.row);
  const year = String(figure?.year);
  if (derived === null) {
    return {
      zh: `“${statement.name}”此处为“${written}”，“${name}”第${row}行${year}年为“${spokenValue(checked, analysis, 'zh')}”，请核。`,
      en: `“${statement.name}” is “${written}” here; row ${row} of “${name}” gives “${spokenValue(checked, analysis, 'en')}” for ${year}.`,
    };
  }
  return {
    zh: `“${statement.name}”增速此处为“${written}”；${sheetSource(checked, analysis, baseName, 'zh')}，请核。`,
    en: `The growth of “${statement.name}” is “${written}” here. ${sheetSource(checked, analysis, baseName, 'en')}.`,
  };
}

/**
 * Growth that was worked out and is not far from the stated one: last year's level may have been settled anew since, as
 * `number-growth` allows for.
 */
function isSlight({ statement, derived }: CheckedFigure): boolean {
  const said = intervalOf(statement);
  if (derived === null || said === null) return false;
  const away = Math.max(derived.value - said.high, said.low - derived.value);
  return away <= Math.max(2, 0.15 * Math.abs(derived.value));
}

/** Name and value; the value alone where another one stands between them (完成321.5亿元、增长6.5%). */
function ownPlace(analysis: Analysis, statement: Statement): Span {
  const place = placeOf(statement);
  const between = analysis.report.text.slice(statement.nameEnd, statement.valueStart);
  return /\d/.test(between) ? { start: statement.valueStart, end: statement.valueEnd } : place;
}

/** The sheet's number in the draft's unit and digits; none where the words around it would have to change. */
function fixesOf(checked: CheckedFigure, analysis: Analysis): Fix[] {
  const { statement } = checked;
  const block = analysis.report.blocks[statement.block];
  if (block === undefined || (statement.bound !== 'exact' && statement.bound !== 'about')) return [];
  const start = block.readingOffset(statement.valueStart);
  const words = block.text.slice(start, block.readingOffset(statement.valueEnd));
  const numbers = [...words.matchAll(/\d{1,15}(?:\.\d{1,9})?/g)];
  const [number] = numbers;
  const text = valueForDraft(checked, analysis);
  if (number === undefined || numbers.length > 1 || text === '' || text === number[0]) return [];
  const place = block.span(start + number.index, start + number.index + number[0].length);
  return [
    {
      title: { zh: `改为“${text}”`, en: `Change to “${text}”` },
      kind: 'suggestion',
      edits: [{ ...place, text }],
    },
  ];
}
