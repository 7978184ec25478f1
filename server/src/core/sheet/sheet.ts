/**
 * The figures sheet: a table beside the draft with what the statistics bureau says, as truth for the draft's figures.
 *
 * A table is one by its header, which may go over two rows: an indicator, and either a year and a value, or years across,
 * or a value with the year in the title, the name of the tab or of the file; or a year or a place in each row and
 * indicators across. Growth stands in a column of its own (增速, 同比) or in rows whose name says so (地区生产总值增速).
 * Units stand in a column, in the header, behind the indicator or above the table. What is for a part of the year is left
 * out. Nothing here knows a file format: cells are texts.
 */
import { baseName } from '../corpus/paths';
import { findIndicator } from '../data';
import { scaleOf } from '../ledger/amounts';
import type { Bilingual, FigureSheet, SheetFigure } from '../model';
import type { CellNumber } from './cells';
import { LAST_YEAR, namesPart, numberIn, timeIn, unitIn } from './cells';
import type { Column, Header } from './columns';
import { headerAt } from './columns';
import { isPriceIndicator, rateOfIndex } from './price-index';
import type { RowName } from './row-names';
import { rowName } from './row-names';

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

/** A table of a tab: its header with all rows down to the next one. */
interface Part {
  readonly header: Header;
  /** Rows beneath the header with their numbers, from 1. */
  readonly rows: readonly (readonly [number: number, cells: readonly string[]])[];
  /** What is said above it, and the names of tab and file. */
  readonly titles: readonly string[];
}

/** A header further down than this is none, as long as there was none before. */
const MOST_ABOVE = 12;

function partsOf(cells: Tab['cells'], names: readonly string[]): Part[] {
  const parts: Part[] = [];
  let above: string[] = [];
  for (let at = 0; at < cells.length; at++) {
    const header = parts.length > 0 || at < MOST_ABOVE ? headerAt(cells, at) : null;
    const last = parts.at(-1);
    if (header !== null) {
      const titles = [...above.filter((cell) => cell.trim() !== '' && cell.length <= 60), ...names];
      parts.push({ header, rows: [], titles });
      above = [];
      at += header.rows - 1;
      continue;
    }
    const row = cells[at] ?? [];
    // Between two tables stands the title of the second in a row of its own.
    if (last === undefined || row.filter((cell) => cell.trim() !== '').length <= 1) above.push(...row);
    if (last !== undefined) (last.rows as [number, readonly string[]][]).push([at + 1, row]);
  }
  return parts;
}

function readTab(cells: Tab['cells'], names: readonly string[]): SheetFigure[] {
  return partsOf(cells, names).flatMap(readPart);
}

function readPart({ header, rows, titles }: Part): SheetFigure[] {
  // 2025年12月 on a monthly table is the whole year.
  if (titles.some((title) => namesPart(title.replace(/(?<!\d)12月/g, '')))) return [];
  const year = titles.map((title) => timeIn(title)).find((time) => time !== null)?.year ?? null;
  const triangles = triangleSign(header, rows);
  const setting = { year, units: unitsAbove(titles), triangles };
  const figures: SheetFigure[] = [];
  for (const columns of panelsOf(header.columns)) {
    let above: RowName | null = null;
    /** The last row that is no part of another. */
    let whole: RowName | null = null;
    for (const [number, row] of rows) {
      const read = readRow({ row, number, columns, above }, setting);
      above = read.name ?? above;
      // 第一产业 beneath 固定资产投资 is investment and no value added.
      const isSector = read.name !== null && /^第[一二三]产业$/.test(read.name.words);
      if (!isSector) whole = read.name ?? whole;
      else if (whole !== null && !whole.indicator.includes('生产总值')) continue;
      figures.push(...read.figures);
    }
  }
  return figures;
}

/** Tables may stand side by side, each with its own 指标. Columns of the others count as empty. */
function panelsOf(columns: Header['columns']): (Column | null)[][] {
  const starts = columns.flatMap((column, i) => (column?.kind === 'indicator' ? [i] : []));
  if (starts.length < 2) return [[...columns]];
  return starts.map((start, i) => {
    const end = starts[i + 1] ?? columns.length;
    return columns.map((column, at) => (at >= start && at < end ? column : null));
  });
}

/** 单位：亿元、% above the table: the units that values may be in. */
function unitsAbove(titles: readonly string[]): string[] {
  const found = titles.flatMap((title) => {
    const words = /单位[:：]\s{0,2}([^\s()（）]{1,16})/.exec(title)?.[1];
    return words === undefined ? [] : words.split(/[、,，;；/]/).map((unit) => unitIn(unit));
  });
  return found.filter((unit) => unit !== '' && unit !== '%');
}

/**
 * What ▲ means in a table: a drop where all other rates stand without a mark, a rise where drops have one of their own,
 * nothing sure (0) where it stands alone.
 */
function triangleSign({ columns }: Header, rows: Part['rows']): -1 | 0 | 1 {
  const rates = rows.flatMap(([, row]) =>
    columns.flatMap((column, i) => (column?.kind === 'growth' ? [numberIn(row[i] ?? '')] : [])),
  );
  const numbers = rates.filter((rate) => rate !== null);
  if (numbers.some(({ value }) => value < 0)) return 1;
  return numbers.some(({ triangle }) => !triangle) ? -1 : 0;
}

interface Setting {
  /** The year that the title says. */
  readonly year: number | null;
  readonly units: readonly string[];
  readonly triangles: -1 | 0 | 1;
}

interface Row {
  readonly row: readonly string[];
  readonly number: number;
  readonly columns: Header['columns'];
  /** The name of the row before, for cells that are merged down. */
  readonly above: RowName | null;
}

function readRow(
  { row, number, columns, above }: Row,
  setting: Setting,
): { readonly figures: SheetFigure[]; readonly name: RowName | null } {
  const cellOf = (kind: Column['kind']): string => {
    const at = columns.findIndex((column) => column?.kind === kind);
    return at < 0 ? '' : (row[at] ?? '').trim();
  };
  const hasYear = columns.some((column) => column?.kind === 'year');
  const time = hasYear ? timeIn(cellOf('year')) : null;
  if (time !== null && !time.whole) return { figures: [], name: null };
  const rowYear = hasYear ? (time?.year ?? null) : setting.year;
  const own = rowName(cellOf('indicator'));
  // One name over the rows of several years.
  let name = own ?? (time === null ? null : above);
  const place = cellOf('place').replace(/\s+/g, '');
  const figures: SheetFigure[] = [];
  for (const [at, column] of columns.entries()) {
    if (column === null) continue;
    if (column.kind === 'named') name = rowName(column.name);
    if (column.kind !== 'value' && column.kind !== 'growth' && column.kind !== 'named') continue;
    const year = column.year ?? (rowYear === null ? null : rowYear - column.back);
    const cell = numberIn(row[at] ?? '');
    if (name === null || cell === null || year === null) continue;
    const read = signed(cell, setting.triangles);
    if (read === null) continue;
    const told = tidyUnit(read.unit) || unitIn(cellOf('unit')) || name.unit || column.unit;
    const amount = amountOf(read, told, { name, column, units: setting.units });
    if (amount === null) continue;
    const { indicator, known, words } = name;
    figures.push({ indicator, name: words, known, year, place: place || name.place, row: number, ...amount });
  }
  return { figures, name: own };
}

function signed(cell: CellNumber, triangles: Setting['triangles']): CellNumber | null {
  if (!cell.triangle) return cell;
  return triangles === 0 ? null : { ...cell, value: cell.value === 0 ? 0 : cell.value * triangles };
}

type Amount = Pick<SheetFigure, 'measure' | 'value' | 'decimals' | 'unit' | 'index' | 'assumed'>;

/** What a number of a row measures, in which unit; null for what cannot be told. */
function amountOf(
  { value, decimals }: CellNumber,
  told: string,
  { name, column, units }: { readonly name: RowName; readonly column: Column; readonly units: readonly string[] },
): Amount | null {
  const row = findIndicator(name.indicator);
  const saysIndex = name.index || LAST_YEAR.test(told);
  if (saysIndex || isPriceIndicator(name.indicator)) {
    const rate = rateOfIndex(value, decimals);
    if (rate !== null) return { measure: 'growth', value: rate, decimals, unit: '%', index: true };
    // On another base than last year it says nothing of growth.
    if (saysIndex) return null;
  }
  if (column.kind === 'growth' || name.growth) {
    const points = told.endsWith('百分点') || (row !== null && row.unit === '%' && !row.measures.includes('growth'));
    return points
      ? { measure: 'change', value, decimals, unit: '个百分点' }
      : { measure: 'growth', value, decimals, unit: '%' };
  }
  if (told !== '') return { measure: measureOf(told, name.indicator), value, decimals, unit: told };
  const usual = row?.unit ?? '';
  const fitting = units.filter((unit) => usual === '' || scaleOf(unit).base === scaleOf(usual).base);
  if (new Set(fitting).size > 1) return null;
  const unit = fitting[0] ?? usual;
  const assumed = fitting.length === 0 && { assumed: true };
  return { measure: measureOf(unit, name.indicator), value, decimals, unit, ...assumed };
}

/** A percentage is a rate of growth for what is measured otherwise (地区生产总值 in 亿元) or only known by its growth. */
function measureOf(unit: string, indicator: string): SheetFigure['measure'] {
  if (unit === '百分点' || unit === '个百分点') return 'change';
  if (unit !== '%') return 'level';
  const row = findIndicator(indicator);
  if (row === null) return 'level';
  return row.measures[0] === 'growth' || (row.unit !== '%' && row.measures.includes('growth')) ? 'growth' : 'level';
}

function tidyUnit(unit: string): string {
  return unit.replace(/\s+/g, '');
}
