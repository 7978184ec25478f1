/** What a figures sheet says of a figure of the draft, in words: the same beside the text, in findings and in lists. */
import { valueWords } from '../facts/settled';
import { LEADING_VERB, verbBefore } from '../facts/wording';
import { decimalsOf } from '../ledger/amounts';
import type { Analysis, Bilingual, SheetFigure, Statement } from '../model';
import type { CheckedFigure, FigureState } from './check';
import { countStates } from './check';

type Lang = keyof Bilingual;

export const STATE_NAMES = {
  agrees: { zh: '一致', en: 'agrees' },
  differs: { zh: '不符', en: 'differs' },
  uncovered: { zh: '未列入', en: 'not covered' },
} as const satisfies Record<FigureState, Bilingual>;

/** 与统计数据表核对：一致 12 · 不符 1 · 未列入 30 */
export function sheetSummary(figures: readonly CheckedFigure[], lang: Lang): string {
  const { agrees, differs, uncovered } = countStates(figures);
  return lang === 'zh'
    ? `与统计数据表核对：一致 ${String(agrees)} · 不符 ${String(differs)} · 未列入 ${String(uncovered)}`
    : `Against the figures sheet: ${String(agrees)} agree · ${String(differs)} differ · ${String(uncovered)} not covered`;
}

/** 5.8%, 412.68亿元, -3.2%: the value that the sheet gives, or that two of its levels give; '' where it gives none. */
export function sheetValue({ statement, figure, derived }: CheckedFigure, analysis: Analysis): string {
  if (figure === null) return '';
  if (derived === null) return printedValue(figure);
  return `${derived.value.toFixed(Math.max(1, decimalsOf(statement, analysis)))}%`;
}

/**
 * The same with a drop of growth in words: 下降3.2%. A rise is put into words where the draft tells of a drop, and the
 * rate of a price index where the draft gives a rate: 100.4（涨跌幅0.4%）.
 */
export function spokenValue(checked: CheckedFigure, analysis: Analysis, lang: Lang): string {
  const { statement, figure, derived } = checked;
  const value = sheetValue(checked, analysis);
  if (figure?.index === true && derived === null) return spokenIndex(figure, value, statement, lang);
  const isRate = derived !== null || figure?.measure === 'growth' || figure?.measure === 'change';
  if (!isRate) return value;
  if (value.startsWith('-')) return lang === 'zh' ? `下降${value.slice(1)}` : `a drop of ${value.slice(1)}`;
  if (statement.direction !== 'down') return value;
  const rise = figure?.measure === 'change' && derived === null ? '提高' : '增长';
  return lang === 'zh' ? `${rise}${value}` : `a rise of ${value}`;
}

function spokenIndex({ value, decimals }: SheetFigure, printed: string, statement: Statement, lang: Lang): string {
  if (statement.measure === 'level') return printed;
  const rate = `${Math.abs(value).toFixed(Math.min(decimals, MOST_DIGITS))}%`;
  if (lang === 'zh') return `${printed}，即${value < 0 ? '下降' : '上涨'}${rate}`;
  return `${printed}, ${value < 0 ? 'a drop' : 'a rise'} of ${rate}`;
}

/** What the draft says of a figure, with its own verb where that makes a drop of it: 下降1.3%. */
export function spokenDraft({ statement, figure, derived }: CheckedFigure, analysis: Analysis): string {
  const written = valueWords(analysis, statement);
  const drops = statement.direction === 'down' || (derived?.value ?? figure?.value ?? 0) < 0;
  if (!drops || (statement.measure !== 'growth' && statement.measure !== 'change')) return written;
  const verb = verbBefore(statement, analysis.report) ?? (statement.direction === 'down' ? '下降' : '增长');
  return LEADING_VERB.test(written) ? written : `${verb}${written}`;
}

/**
 * The rows that speak of a figure, each with its number, its words, year and value; the growth they give where they are
 * two levels. '' where none does.
 * @param nameOf the name of a sheet as people know it
 */
export function sheetSource(
  checked: CheckedFigure,
  analysis: Analysis,
  nameOf: (path: string) => string,
  lang: Lang,
): string {
  const { figure, path, derived } = checked;
  if (figure === null || path === null) return '';
  const words = rowWords(figure, nameOf(path), lang);
  const own = words.charAt(0).toUpperCase() + words.slice(1);
  if (derived === null) return own;
  const past = rowWords(derived.before, nameOf(derived.path), lang);
  const growth = spokenValue(checked, analysis, lang);
  if (lang === 'zh') return `${own}；${past}；两年数值合${/^\d/.test(growth) ? `增长${growth}` : growth}`;
  return `${own}; ${past}; together ${/^\d/.test(growth) ? `growth of ${growth}` : growth}`;
}

/** “统计数据.csv”第2行：地区生产总值，2025年，338.9亿元 */
function rowWords(figure: SheetFigure, name: string, lang: Lang): string {
  const row = String(figure.row);
  const year = String(figure.year);
  return lang === 'zh'
    ? `“${name}”第${row}行：${figure.name}，${year}年，${printedValue(figure)}`
    : `row ${row} of “${name}”: ${figure.name}, ${year}, ${printedValue(figure)}`;
}

/** The number as the sheet has it, but for digits that only a formula gives. */
function printedValue({ value, decimals, unit, index }: SheetFigure): string {
  if (index === true) return (value + 100).toFixed(Math.min(decimals, MOST_DIGITS));
  return `${value.toFixed(Math.min(decimals, MOST_DIGITS))}${unit}`;
}

const MOST_DIGITS = 4;
