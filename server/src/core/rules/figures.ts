import { findIndicator } from '../data';
import { decimalsOf, intervalOf, measureKey, scaleOf, toleranceOf } from '../ledger/amounts';
import type { Analysis, FigureSheet, SheetFigure, Statement } from '../model';
import { isWhole, settledStatements } from './values';

/** What the figures sheet says of a figure of the draft. */
export type FigureState = 'agrees' | 'differs' | 'uncovered';

export interface CheckedFigure {
  /** A result of the draft with a number. */
  readonly statement: Statement;
  readonly state: FigureState;
  /** The row that speaks of it; null where none does. */
  readonly figure: SheetFigure | null;
  /** The path of its sheet. */
  readonly path: string | null;
}

/**
 * Holds every reported figure of a draft against the figures sheets: one indicator, year and measure, for the whole place
 * and the whole year. What is narrower, or in a unit that cannot be put into the sheet's, is not covered. A draft may
 * round what the sheet has in full, and say 超过 or 左右. Of several sheets the nearest counts.
 */
export function checkFigures(analysis: Analysis, sheets: readonly FigureSheet[]): CheckedFigure[] {
  const index = indexOf(sheets, analysis.report.info?.issuer ?? null);
  const found: CheckedFigure[] = [];
  for (const statement of settledStatements(analysis)) {
    if (statement.role !== 'result' || intervalOf(statement) === null) continue;
    const rows = isWhole(analysis, statement) ? (index.get(keyOf(statement)) ?? []) : [];
    const row = rows.find(({ figure }) => scaleOf(figure.unit).base === scaleOf(statement.unit).base);
    if (row === undefined || measureKey(statement) === 'step') {
      found.push({ statement, state: 'uncovered', figure: null, path: null });
      continue;
    }
    const state = agrees(statement, row, analysis) ? 'agrees' : 'differs';
    found.push({ statement, state, figure: row.figure, path: row.path });
  }
  return found;
}

interface Row {
  readonly figure: SheetFigure;
  readonly path: string;
  /** Half a unit of the last digit that the sheet gives for figures of this kind, in base units. */
  readonly half: number;
}

function indexOf(sheets: readonly FigureSheet[], issuer: string | null): ReadonlyMap<string, readonly Row[]> {
  const index = new Map<string, Row[]>();
  for (const { path, figures } of sheets) {
    const digits = new Map<string, number>();
    const kind = ({ measure, unit }: SheetFigure): string => `${measure} ${unit}`;
    // A spreadsheet drops zeros at the end: how exact it is, its other figures of the kind show.
    for (const one of figures) digits.set(kind(one), Math.max(digits.get(kind(one)) ?? 0, one.decimals));
    for (const figure of figures) {
      if (figure.place !== '' && issuer !== null && !figure.place.endsWith(issuer)) continue;
      const key = [figure.indicator, figure.measure, String(figure.year)].join('\n');
      const half = 0.5 * 10 ** -(digits.get(kind(figure)) ?? 0) * scaleOf(figure.unit).factor;
      const list = index.get(key);
      if (list === undefined) index.set(key, [{ figure, path, half }]);
      else list.push({ figure, path, half });
    }
  }
  return index;
}

function keyOf({ indicator, measure, year }: Statement): string {
  const row = findIndicator(indicator);
  return [row?.nationalOf ?? row?.name ?? indicator, measure, String(year)].join('\n');
}

function agrees(statement: Statement, { figure, half }: Row, analysis: Analysis): boolean {
  const said = intervalOf(statement);
  if (said === null) return true;
  const value = figure.value * scaleOf(figure.unit).factor;
  const own = 0.5 * 10 ** -decimalsOf(statement, analysis) * scaleOf(statement.unit).factor;
  // 左右 and 近 say that the figure is not exact: half a point for rates, one part in fifty else.
  const loose =
    statement.bound === 'about' ? Math.max(toleranceOf(statement, analysis), looseness(statement, value)) : 0;
  const slack = Math.max(own, half, loose) + 1e-9 * Math.max(1, Math.abs(value));
  return value >= said.low - slack && value <= said.high + slack;
}

function looseness({ measure }: Statement, value: number): number {
  return measure === 'level' ? Math.abs(value) / 50 : 0;
}

/** What the draft would have to print: the sheet's value in the unit and with the digits of the draft; '' for a drop said as a rise. */
export function valueForDraft({ statement, figure }: CheckedFigure, analysis: Analysis): string {
  if (figure === null) return '';
  const value = (figure.value * scaleOf(figure.unit).factor) / scaleOf(statement.unit).factor;
  const signed = statement.direction === 'down' ? -value : value;
  if (signed < 0) return '';
  // 0.1 + 0.2 is no reason for seventeen digits.
  const exact = Number(signed.toPrecision(12));
  return exact.toFixed(Math.min(9, decimalsOf(statement, analysis)));
}

/** 5.8%, 412.68亿元, -3.2%: a figure of the sheet as it stands there. */
export function sheetValue({ value, decimals, unit }: SheetFigure): string {
  return `${value.toFixed(decimals)}${unit}`;
}
