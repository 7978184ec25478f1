/** What a figures sheet says of a figure of the draft, in words: the same beside the text, in findings and in lists. */
import { decimalsOf } from '../ledger/amounts';
import type { Analysis, Bilingual, SheetFigure } from '../model';
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
  if (derived === null) return valueOf(figure);
  return `${derived.value.toFixed(Math.max(1, decimalsOf(statement, analysis)))}%`;
}

/** The same with a drop of growth in words: 下降3.2%. */
export function spokenValue(checked: CheckedFigure, analysis: Analysis, lang: Lang): string {
  const value = sheetValue(checked, analysis);
  const isGrowth = checked.derived !== null || checked.figure?.measure === 'growth';
  if (!isGrowth || !value.startsWith('-')) return value;
  return lang === 'zh' ? `下降${value.slice(1)}` : `a drop of ${value.slice(1)}`;
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
  if (lang === 'zh') return `${own}；${past}；两年数值合${growth.startsWith('下降') ? growth : `增长${growth}`}`;
  return `${own}; ${past}; together ${growth.startsWith('a drop') ? growth : `growth of ${growth}`}`;
}

/** “统计数据.csv”第2行：地区生产总值，2025年，338.9亿元 */
function rowWords(figure: SheetFigure, name: string, lang: Lang): string {
  const row = String(figure.row);
  const year = String(figure.year);
  return lang === 'zh'
    ? `“${name}”第${row}行：${figure.name}，${year}年，${valueOf(figure)}`
    : `row ${row} of “${name}”: ${figure.name}, ${year}, ${valueOf(figure)}`;
}

function valueOf({ value, decimals, unit }: SheetFigure): string {
  return `${value.toFixed(decimals)}${unit}`;
}
