/** Holds the figures of a draft against the figures sheets beside it: the one computation behind findings, marks and lists. */
import { findIndicator } from '../data';
import { isAdjusted, isWhole, settledStatements } from '../facts/settled';
import { decimalsOf, intervalOf, measureKey, scaleOf, toleranceOf } from '../ledger/amounts';
import type { Analysis, FigureSheet, SheetFigure, Statement } from '../model';
import { statesIndex, withoutIndex } from './price-index';

/** What the figures sheet says of a figure of the draft. */
export const FIGURE_STATES = ['agrees', 'differs', 'uncovered'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

export interface CheckedFigure {
  /** A result of the draft with a number. */
  readonly statement: Statement;
  readonly state: FigureState;
  /** The row that speaks of it, for derived growth that of the level of its year; null where none does. */
  readonly figure: SheetFigure | null;
  /** The path of its sheet. */
  readonly path: string | null;
  /** Growth that no row gives and two levels do; null everywhere else. */
  readonly derived: DerivedGrowth | null;
}

/** A rate of growth from the level of one year to that of the next. */
export interface DerivedGrowth {
  /** The level of the year before, and the path of its sheet. */
  readonly before: SheetFigure;
  readonly path: string;
  /** In percent, a drop negative. */
  readonly value: number;
}

/**
 * Holds every reported figure of a draft against the figures sheets: one indicator, year and measure, for the whole place
 * and the whole year. Where no row gives a growth and the sheets have the levels of both years, it is held against what
 * they give. What is narrower, or in a unit that cannot be put into the sheet's, is not covered. A draft may round, and a
 * sheet may have been rounded; of several rows that speak of one figure the nearest counts. In order of the statements;
 * the same texts and sheets give the same list.
 */
export function checkFigures(analysis: Analysis, sheets: readonly FigureSheet[]): readonly CheckedFigure[] {
  const kept = checks.get(analysis);
  if (kept !== undefined && sameSheets(kept.sheets, sheets)) return kept.figures;
  const index = indexOf(sheets, analysis.report.info?.issuer ?? null);
  const figures = settledStatements(analysis)
    .filter((statement) => statement.role === 'result' && intervalOf(statement) !== null)
    .map((statement) => checkFigure(statement, analysis, index));
  checks.set(analysis, { sheets, figures });
  return figures;
}

/** Rules, marks, the status item and lists ask for the same one. */
const checks = new WeakMap<
  Analysis,
  { readonly sheets: readonly FigureSheet[]; readonly figures: readonly CheckedFigure[] }
>();

function sameSheets(a: readonly FigureSheet[], b: readonly FigureSheet[]): boolean {
  return a.length === b.length && a.every((one, i) => one === b[i]);
}

/** How many figures are in each state. */
export function countStates(figures: readonly CheckedFigure[]): Readonly<Record<FigureState, number>> {
  const counts = { agrees: 0, differs: 0, uncovered: 0 };
  for (const { state } of figures) counts[state]++;
  return counts;
}

function checkFigure(statement: Statement, analysis: Analysis, index: RowIndex): CheckedFigure {
  if (isWhole(analysis, statement) && measureKey(statement) !== 'step') {
    // 居民消费价格指数为100.4 is held against the rate of 0.4 % that a sheet gives.
    const isIndex = statesIndex(statement);
    const base = isIndex ? '%' : scaleOf(statement.unit).base;
    const rows = rowsOf(index, statement, isIndex ? 'growth' : statement.measure, statement.year).filter(
      ({ figure }) => scaleOf(figure.unit).base === base,
    );
    const holds = (row: Row): boolean => {
      const value = valueOf(row.figure, statement);
      // Draft and sheet round the same number: the coarser of the two decides.
      const slack = Math.max(slackOf(statement, value, analysis), row.half);
      if (agrees(statement, { low: value, high: value }, slack)) return true;
      // Without a unit the number may as well be in the draft's own.
      const own = row.figure.value * scaleOf(statement.unit).factor;
      return (
        row.figure.assumed === true && agrees(statement, { low: own, high: own }, slackOf(statement, own, analysis))
      );
    };
    // A sheet may give one figure twice, of a first and a last reckoning; the nearest sheet counts.
    const nearest = rows.filter(({ path }) => path === rows[0]?.path);
    const row = nearest.find(holds) ?? nearest[0];
    if (row !== undefined && !isOtherUnit(row.figure, statement)) {
      const { figure, path } = row;
      return { statement, state: holds(row) ? 'agrees' : 'differs', figure, path, derived: null };
    }
    const growth = derive(statement, analysis, index);
    if (growth !== null) {
      const { now, before, value } = growth;
      const fits = agrees(statement, growth, slackOf(statement, value, analysis));
      const derived = { before: before.figure, path: before.path, value };
      return { statement, state: fits ? 'agrees' : 'differs', figure: now.figure, path: now.path, derived };
    }
  }
  return { statement, state: 'uncovered', figure: null, path: null, derived: null };
}

/** The value of a row in base units, as an index where the draft gives one. */
function valueOf(figure: SheetFigure, statement: Statement): number {
  return statesIndex(statement) ? figure.value + 100 : figure.value * scaleOf(figure.unit).factor;
}

/** A row without a unit whose number is far from the draft's: it will be in 万元 where 亿元 was taken for granted. */
function isOtherUnit(figure: SheetFigure, statement: Statement): boolean {
  const said = intervalOf(statement);
  if (figure.assumed !== true || said === null || figure.measure !== 'level') return false;
  const value = Math.abs(valueOf(figure, statement));
  const least = Math.min(Math.abs(said.low), Math.abs(said.high));
  return least > 0 && value > 0 && (value / least > 20 || least / value > 20);
}

interface Derivation {
  readonly now: Row;
  readonly before: Row;
  readonly value: number;
  /** What the growth may be, since both levels are rounded. */
  readonly low: number;
  readonly high: number;
}

/**
 * The growth that the levels of two years give. Only for indicators whose growth is stated at current prices: that of
 * 地区生产总值 and of value added is stated at constant prices (国家统计局: 增长速度按不变价格计算), so that their levels never give
 * it. Nor do the levels of investment and of units above a threshold, whose growth is on a comparable basis (可比口径), nor
 * those of a growth that the draft itself says is real or on another basis.
 */
function derive(statement: Statement, analysis: Analysis, index: RowIndex): Derivation | null {
  const { measure, year, unit, indicator } = statement;
  if (measure !== 'growth' || year === null || scaleOf(unit).base !== '%') return null;
  const row = findIndicator(indicator);
  if (row?.basis !== 'nominal' || row.comparable === true || isAdjusted(analysis, statement)) return null;
  for (const now of rowsOf(index, statement, 'level', year)) {
    const { base, factor } = scaleOf(now.figure.unit);
    const pasts = rowsOf(index, statement, 'level', year - 1).filter(
      ({ figure }) => scaleOf(figure.unit).base === base && figure.place === now.figure.place,
    );
    const before = pasts.find(({ path }) => path === now.path) ?? pasts[0];
    if (before === undefined) continue;
    const level = now.figure.value * factor;
    const past = before.figure.value * scaleOf(before.figure.unit).factor;
    // From nothing or from a loss no rate leads anywhere.
    if (past - before.half <= 0 || level < 0) continue;
    const rate = (a: number, b: number): number => (a / b - 1) * 100;
    return {
      now,
      before,
      value: rate(level, past),
      low: rate(level - now.half, past + before.half),
      high: rate(level + now.half, past - before.half),
    };
  }
  return null;
}

interface Row {
  readonly figure: SheetFigure;
  readonly path: string;
  /** Half a unit of the last digit that the sheet gives for figures of this kind, in base units. */
  readonly half: number;
}

type RowIndex = ReadonlyMap<string, readonly Row[]>;

function indexOf(sheets: readonly FigureSheet[], issuer: string | null): RowIndex {
  const index = new Map<string, Row[]>();
  for (const { path, figures } of sheets) {
    const digits = new Map<string, number>();
    const kind = ({ measure, unit }: SheetFigure): string => `${measure} ${unit}`;
    // A spreadsheet drops zeros at the end: how exact it is, its other figures of the kind show.
    for (const one of figures) digits.set(kind(one), Math.max(digits.get(kind(one)) ?? 0, one.decimals));
    for (const figure of figures) {
      if (!isAbout(figure.place, issuer)) continue;
      const key = [figure.indicator, figure.measure, String(figure.year)].join('\n');
      const half = 0.5 * 10 ** -(digits.get(kind(figure)) ?? 0) * scaleOf(figure.unit).factor;
      const list = index.get(key);
      if (list === undefined) index.set(key, [{ figure, path, half }]);
      else list.push({ figure, path, half });
    }
  }
  return index;
}

/** Whether a row is for the place of the report: 青禾区, 云川市青禾区, 青禾; 全区, which is no 全市. */
function isAbout(place: string, issuer: string | null): boolean {
  if (place === '') return true;
  if (issuer === null) return false;
  const whole = /^[全我本]([国省市区县旗州盟])(?:合计)?$/.exec(place);
  if (whole !== null) return issuer.endsWith(whole[1] ?? '');
  return (
    place.endsWith(issuer) || (place.length >= 2 && issuer.startsWith(place) && issuer.length === place.length + 1)
  );
}

/** The rows on the indicator of a statement in a measure and year, those of the nearest sheet first. */
function rowsOf(
  index: RowIndex,
  { indicator }: Statement,
  measure: Statement['measure'],
  year: number | null,
): readonly Row[] {
  const row = findIndicator(indicator);
  return index.get([row?.nationalOf ?? row?.name ?? withoutIndex(indicator), measure, String(year)].join('\n')) ?? [];
}

/** Whether what is said may hold for a value that lies between two bounds, in base units. */
function agrees(
  statement: Statement,
  { low, high }: { readonly low: number; readonly high: number },
  slack: number,
): boolean {
  const said = intervalOf(statement);
  if (said === null) return true;
  const room = slack + 1e-9 * Math.max(1, Math.abs(low));
  return high >= said.low - room && low <= said.high + room;
}

/** What a figure of the draft may be away from the truth, in base units. */
function slackOf(statement: Statement, value: number, analysis: Analysis): number {
  const own = 0.5 * 10 ** -decimalsOf(statement, analysis) * scaleOf(statement.unit).factor;
  if (statement.bound !== 'about') return own;
  // 左右 and 近 say that the figure is not exact: half a point for rates, one part in fifty else.
  return Math.max(own, toleranceOf(statement, analysis), looseness(statement, value));
}

function looseness({ measure }: Statement, value: number): number {
  return measure === 'level' ? Math.abs(value) / 50 : 0;
}

/**
 * What the draft would have to print: the sheet's value in the unit and with the digits of the draft; '' for a drop said
 * as a rise.
 */
export function valueForDraft(checked: CheckedFigure, analysis: Analysis): string {
  const { statement, figure, derived } = checked;
  if (figure === null) return '';
  const whole = derived === null ? valueOf(figure, statement) : derived.value;
  const value = whole / scaleOf(statement.unit).factor;
  const signed = statement.direction === 'down' ? -value : value;
  if (signed < 0) return '';
  // 0.1 + 0.2 is no reason for seventeen digits.
  const exact = Number(signed.toPrecision(12));
  return exact.toFixed(Math.min(9, decimalsOf(statement, analysis)));
}
