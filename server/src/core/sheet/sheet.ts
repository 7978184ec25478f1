/**
 * The figures sheet: a table beside the draft with what the statistics bureau says, as truth for the draft's figures.
 *
 * A table is one by its header row: an indicator, and either a year and a value, or years across, or a value with the
 * year in the title, the name of the tab or of the file. Growth stands in a column of its own (增速, 同比) or in rows whose
 * name says so (地区生产总值增速). Units stand in a column, in the header or behind the indicator. Nothing here knows a
 * file format: cells are texts.
 */
import { baseName } from '../corpus/paths';
import { findIndicator } from '../data';
import type { Bilingual, FigureSheet, SheetFigure } from '../model';

/** One tab of a file: its name ('' where it has none) and its cells, row by row. */
export interface Tab {
  readonly name: string;
  readonly cells: readonly (readonly string[])[];
}

/** The figures of a file; null where no table of it is a figures sheet. Never throws. */
export function readSheet(path: string, tabs: readonly Tab[]): FigureSheet | null {
  const figures = tabs.flatMap(({ name, cells }) => readTab(cells, [name, baseName(path)]));
  // A table of anything else may have such a header, too.
  return figures.some(({ known }) => known) ? { path, figures } : null;
}

/** Whether the name of a file says that it is meant as a figures sheet: then a header nobody understands is worth a word. */
export function isNamedSheet(name: string): boolean {
  return /^(?:统计数据|统计局数据|数据表|figures)[^/]*\.(?:csv|xlsx)$/i.test(name);
}

/** What is said of a file that is named as a sheet and cannot be read as one. */
export function notASheet(name: string): Bilingual {
  return {
    zh: `“${name}”中没有认出统计数据表：首行应有“指标、年份、数值、单位”，未用于核对`,
    en: `“${name}” was not understood as a figures sheet and is left aside: its first row should name 指标, 年份, 数值, 单位`,
  };
}

/** The header row of the template, which is the plainest form of a sheet. */
export const TEMPLATE_HEAD = ['指标', '年份', '数值', '单位'] as const;

type Column =
  | { readonly kind: 'indicator' | 'year' | 'unit' | 'place' }
  | {
      readonly kind: 'value' | 'growth';
      /** The year of a column across; null where the row or the title says it. */
      readonly year: number | null;
      readonly unit: string;
    };

function readTab(cells: Tab['cells'], titles: readonly string[]): SheetFigure[] {
  // Above the header stand a title, a unit, a blank row.
  for (let at = 0; at < Math.min(cells.length, 12); at++) {
    const columns = (cells[at] ?? []).map(columnOf);
    if (!columns.some((column) => column?.kind === 'indicator')) continue;
    const above = cells.slice(0, at).flat();
    const year = yearIn([...above, ...titles]);
    const figures = cells.slice(at + 1).flatMap((row, i) => readRow(row, columns, year, at + i + 2));
    if (figures.length > 0) return inPercent(figures);
  }
  return [];
}

/** Cells that a spreadsheet shows as percentages come as fractions: where every rate is below one, they are that. */
function inPercent(figures: readonly SheetFigure[]): SheetFigure[] {
  const rates = figures.filter(({ unit, value }) => unit === '%' && value !== 0);
  if (rates.length < 2 || rates.some(({ value, decimals }) => Math.abs(value) >= 1 || decimals < 2))
    return [...figures];
  return figures.map((one) =>
    one.unit === '%'
      ? { ...one, value: Number((one.value * 100).toPrecision(12)), decimals: Math.max(0, one.decimals - 2) }
      : one,
  );
}

function columnOf(cell: string): Column | null {
  const bare = cell.replace(/\s+/g, '');
  // 数值（亿元）, 增速(%), 2025年（亿元）
  const bracket = /[（(]([^（）()]{1,8})[）)]$/.exec(bare);
  const name = bracket === null ? bare : bare.slice(0, bracket.index);
  const unit = bracket?.[1] ?? '';
  if (/^(?:统计|主要)?(?:指标|指标名称|项目|项目名称|indicator)$/i.test(name)) return { kind: 'indicator' };
  if (/^(?:年份|年度|统计年度|year)$/i.test(name)) return { kind: 'year' };
  if (/^(?:计量)?(?:单位|unit)$/i.test(name)) return { kind: 'unit' };
  if (/^(?:地区|区域|行政区划?|place)$/i.test(name)) return { kind: 'place' };
  const across = /^((?:19|20)\d\d)年?度?(.{0,8})$/.exec(name);
  const year = across === null ? null : Number(across[1]);
  const what = across === null ? name : (across[2] ?? '');
  if (/^(?:比?上年|同比)?(?:增长|增速|增幅|增长率|增减|同比|growth)(?:率|±)?%?$/i.test(what) && what !== '') {
    return { kind: 'growth', year, unit: '%' };
  }
  const value =
    /^(?:全年|本年|年末|累计|1[-—]12月){0,2}(?:数值|数据|数|值|绝对量|绝对值|绝对数|总量|完成|完成值|完成数|实绩|实际|value)?$/i;
  if ((across !== null || what !== '') && value.test(what)) return { kind: 'value', year, unit };
  return null;
}

function readRow(
  row: readonly string[],
  columns: readonly (Column | null)[],
  titleYear: number | null,
  number: number,
): SheetFigure[] {
  const cellOf = (kind: Column['kind']): string => {
    const at = columns.findIndex((column) => column?.kind === kind);
    return at < 0 ? '' : (row[at] ?? '').trim();
  };
  const { name, unit: ownUnit } = indicatorIn(cellOf('indicator'));
  if (name === '') return [];
  const hasYear = columns.some((column) => column?.kind === 'year');
  const rowYear = hasYear ? yearIn([cellOf('year')]) : titleYear;
  const place = cellOf('place');
  const isGrowthRow = GROWTH.test(name);
  const row2 = findIndicator(name);
  const indicator = row2 === null ? name.replace(GROWTH, '') : (row2.nationalOf ?? row2.name);
  return columns.flatMap((column, at): SheetFigure[] => {
    if (column === null || (column.kind !== 'value' && column.kind !== 'growth')) return [];
    const year = column.year ?? rowYear;
    const read = numberIn(row[at] ?? '');
    if (read === null || year === null) return [];
    const growth = column.kind === 'growth' || isGrowthRow;
    const unit = growth ? '%' : tidyUnit(read.unit || cellOf('unit') || ownUnit || column.unit || (row2?.unit ?? ''));
    const base = { indicator, name, known: row2 !== null, year, place, row: number };
    const { value, decimals } = read;
    return [{ ...base, measure: growth ? 'growth' : measureOf(unit, indicator), value, decimals, unit }];
  });
}

/** A percentage is a rate of growth for what is measured otherwise (地区生产总值 in 亿元) or only known by its growth. */
function measureOf(unit: string, indicator: string): SheetFigure['measure'] {
  if (unit === '百分点' || unit === '个百分点') return 'change';
  if (unit !== '%') return 'level';
  const row = findIndicator(indicator);
  if (row === null) return 'level';
  return row.measures[0] === 'growth' || (row.unit !== '%' && row.measures.includes('growth')) ? 'growth' : 'level';
}

// 地区生产总值增速, 固定资产投资比上年增长
const GROWTH = /(?:同比|比上年)?(?:增速|增幅|涨幅|增长率|增长|同比)$/;

/** `其中：第一产业增加值（亿元）` → the name and the unit behind it. */
function indicatorIn(cell: string): { readonly name: string; readonly unit: string } {
  const bare = cell
    .replace(/\s+/g, '')
    .replace(
      /^(?:其中[：:]|#|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.、．])/,
      '',
    )
    .replace(/^(?:全[国省市区县旗州盟]|我[国省市区县旗])/, '');
  const bracket = /[（(]([^（）()]{1,10})[）)]$/.exec(bare);
  // （R&D） and （PM2.5） belong to the name.
  if (bracket === null || findIndicator(bare) !== null) return { name: bare, unit: '' };
  return { name: bare.slice(0, bracket.index), unit: bracket[1] ?? '' };
}

/** 1,234.5  5.9%  -3.2  下降3.2  ▲3; null for blanks, dashes and words. */
function numberIn(cell: string): { readonly value: number; readonly decimals: number; readonly unit: string } | null {
  const bare = cell
    .replace(/[\s,，]+/g, '')
    .replace(/[−－–]/g, '-')
    .replace(/％/g, '%');
  const match = /^(?:增长|上升|提高|完成|为)?(下降|减少|降低|-|▼)?\+?(\d{1,15}(?:\.(\d{1,9}))?)([^\d.]{0,8})$/.exec(
    bare,
  );
  if (match === null) return null;
  const value = Number(match[2]);
  return {
    value: match[1] === undefined || value === 0 ? value : -value,
    decimals: match[3]?.length ?? 0,
    unit: match[4] ?? '',
  };
}

function yearIn(texts: readonly string[]): number | null {
  for (const text of texts) {
    const match = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text);
    if (match !== null) return Number(match[1]);
  }
  return null;
}

function tidyUnit(unit: string): string {
  return unit.replace(/\s+/g, '').replace(/％/g, '%');
}
