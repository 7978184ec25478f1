import { baseName } from '../../corpus/paths';
import type { Analysis, SheetFigure, Span, Statement } from '../../model';
import type { CheckedFigure } from '../figures';
import { checkFigures, sheetValue, valueForDraft } from '../figures';
import type { DocumentRule, Fix } from '../rule';
import { placeOf, valueWords } from '../values';

const SHEET = [
  '指标,年份,数值,单位',
  '地区生产总值,2024,321.46,亿元',
  '地区生产总值增速,2024,5.6,%',
  '固定资产投资增速,2024,-3.1,%',
  '城镇新增就业,2024,5108,人',
  '城镇居民人均可支配收入,2024,46510,元',
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
    zh: '报告数据以统计部门提供的为准。稿件所在文件夹或上级文件夹中有统计数据表时，逐项核对指标、年份、口径都对得上的数据；没有数据表时不作任何提示。四舍五入后相等的、“超过”“左右”与数值相合的，视为一致；园区、行业等局部数据不比。',
    en: 'The statistics bureau is right. With a figures sheet in the folder of the draft or above it, every figure of the same indicator, year and measure is compared; without one nothing is said. Roundings agree, and so does a bound that holds; parts of the place or of the year are not compared.',
  },
  sources: ['稿件旁的统计数据表'],
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
      // A drop told as a rise: the words must change, not the number alone.
      part: 'review',
      bad: '全年⟦固定资产投资增长3.1%⟧，⟦城镇新增就业超过5200人⟧。',
      fixed: '全年固定资产投资增长3.1%，城镇新增就业超过5200人。',
      sheet: SHEET,
    },
    { part: 'review', good: '全年地区生产总值完成321.5亿元、增长5.6%，固定资产投资下降3.1%。', sheet: SHEET },
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
      const { statement, figure, state, path } = checked;
      if (state !== 'differs' || figure === null || path === null) continue;
      const name = baseName(path);
      const written = valueWords(analysis, statement);
      const row = String(figure.row);
      yield {
        ...ownPlace(analysis, statement),
        message: {
          zh: `“${statement.name}”此处为“${written}”，“${name}”第${row}行${String(figure.year)}年为“${wordsOf(figure, 'zh')}”，请核。`,
          en: `“${statement.name}” is “${written}” here; row ${row} of “${name}” gives “${wordsOf(figure, 'en')}” for ${String(figure.year)}.`,
        },
        fixes: fixesOf(checked, analysis),
      };
    }
  },
};

/** Name and value; the value alone where another one stands between them (完成321.5亿元、增长6.5%). */
function ownPlace(analysis: Analysis, statement: Statement): Span {
  const place = placeOf(statement);
  const between = analysis.report.text.slice(statement.nameEnd, statement.valueStart);
  return /\d/.test(between) ? { start: statement.valueStart, end: statement.valueEnd } : place;
}

function wordsOf(figure: SheetFigure, lang: 'zh' | 'en'): string {
  if (figure.measure !== 'growth' || figure.value >= 0) return sheetValue(figure);
  const size = sheetValue({ ...figure, value: -figure.value });
  return lang === 'zh' ? `下降${size}` : `a drop of ${size}`;
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
