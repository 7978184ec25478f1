/**
 * Bold that is no font: where a typeface has no bold face, as 仿宋 has none, programs draw the outline of its letters
 * too (text rendering mode 2, ISO 32000-1, 9.3.6). The text of a page does not tell, its list of operators does.
 */
import type { Fragment } from './pdf-lines';

/** The operators that move text over a page, by the numbers that the library gives them. */
export interface Operators {
  readonly save: number;
  readonly restore: number;
  readonly transform: number;
  readonly paintFormXObjectBegin: number;
  readonly paintFormXObjectEnd: number;
  readonly beginText: number;
  readonly setFont: number;
  readonly setCharSpacing: number;
  readonly setWordSpacing: number;
  readonly setHScale: number;
  readonly setLeading: number;
  readonly setTextRenderingMode: number;
  readonly setTextMatrix: number;
  readonly moveText: number;
  readonly setLeadingMoveText: number;
  readonly nextLine: number;
  readonly showText: number;
}

/** What a page does, one operator after another. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly (readonly unknown[] | null)[];
}

/** A stretch of outlined text, in the units of {@link Fragment}. */
export interface Stroke {
  readonly from: number;
  readonly to: number;
  readonly y: number;
}

type Matrix = readonly [number, number, number, number, number, number];

interface State {
  readonly matrix: Matrix;
  readonly size: number;
  readonly letterGap: number;
  readonly wordGap: number;
  readonly scale: number;
  readonly leading: number;
  readonly mode: number;
}

const START: State = {
  matrix: [1, 0, 0, 1, 0, 0],
  size: 0,
  letterGap: 0,
  wordGap: 0,
  scale: 1,
  leading: 0,
  mode: 0,
};

/** Fill, then outline. Text that is only outlined (1) is an ornament. */
const FILLED_AND_OUTLINED = 2;

/** Where a page has outlined text, before the page's own corner is taken off. */
export function findStrokes({ fnArray, argsArray }: OperatorList, ops: Operators): Stroke[] {
  const strokes: Stroke[] = [];
  if (!fnArray.includes(ops.setTextRenderingMode)) return strokes;
  const stack: State[] = [];
  let state = START;
  let text: Matrix = START.matrix;
  // The beginning of the line, and how far along it we are.
  let line = { x: 0, y: 0 };
  let along = 0;
  const move = (x: number, y: number): void => {
    line = { x: line.x + x, y: line.y + y };
    along = 0;
  };
  const place = (): readonly [number, number] => apply(multiply(state.matrix, text), line.x + along, line.y);

  fnArray.forEach((operator, i) => {
    const args = argsArray[i] ?? [];
    const number = (at: number): number => (typeof args[at] === 'number' ? args[at] : 0);
    switch (operator) {
      case ops.save:
        stack.push(state);
        break;
      case ops.restore:
      case ops.paintFormXObjectEnd:
        state = stack.pop() ?? state;
        break;
      case ops.transform:
        state = { ...state, matrix: multiply(state.matrix, toMatrix(args)) };
        break;
      case ops.paintFormXObjectBegin:
        stack.push(state);
        if (isNumbers(args[0])) state = { ...state, matrix: multiply(state.matrix, toMatrix(args[0])) };
        break;
      case ops.beginText:
        text = START.matrix;
        line = { x: 0, y: 0 };
        along = 0;
        break;
      case ops.setFont:
        state = { ...state, size: number(1) };
        break;
      case ops.setCharSpacing:
        state = { ...state, letterGap: number(0) };
        break;
      case ops.setWordSpacing:
        state = { ...state, wordGap: number(0) };
        break;
      case ops.setHScale:
        state = { ...state, scale: number(0) / 100 };
        break;
      case ops.setLeading:
        state = { ...state, leading: number(0) };
        break;
      case ops.setTextRenderingMode:
        state = { ...state, mode: number(0) };
        break;
      case ops.setTextMatrix:
        text = toMatrix(isNumbers(args[0]) ? args[0] : args);
        line = { x: 0, y: 0 };
        along = 0;
        break;
      case ops.moveText:
        move(number(0), number(1));
        break;
      case ops.setLeadingMoveText:
        state = { ...state, leading: -number(1) };
        move(number(0), number(1));
        break;
      case ops.nextLine:
        move(0, -state.leading);
        break;
      case ops.showText: {
        const [from, y] = place();
        along += advance(args[0], state);
        const [to] = place();
        if (state.mode === FILLED_AND_OUTLINED && to > from) strokes.push({ from, to, y });
        break;
      }
      default:
    }
  });
  return strokes;
}

/** How far a list of glyphs and gaps reaches, in units of text. */
function advance(glyphs: unknown, { size, letterGap, wordGap, scale }: State): number {
  let width = 0;
  for (const one of Array.isArray(glyphs) ? (glyphs as unknown[]) : []) {
    if (typeof one === 'number') width -= (one * size) / 1000;
    else if (typeof one === 'object' && one !== null) {
      const glyph = one as { readonly width?: number | null; readonly isSpace?: boolean };
      width += ((glyph.width ?? 0) * size) / 1000 + letterGap + (glyph.isSpace === true ? wordGap : 0);
    }
  }
  return width * scale;
}

/** A fragment in parts, each all outlined or not at all. The library joins text of one font whatever its outline is. */
export function splitByStrokes<F extends Fragment>(
  fragment: F,
  strokes: readonly Stroke[],
): (F & { outlined: boolean })[] {
  const { x, y, width, size, text } = fragment;
  const near = strokes.filter((one) => Math.abs(one.y - y) < size * 0.2 && one.to > x && one.from < x + width);
  const characters = Array.from(text);
  if (near.length === 0 || width <= 0) return [{ ...fragment, outlined: false }];
  const weights = characters.map((character) => ((character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2));
  const unit = width / weights.reduce((sum, weight) => sum + weight, 0);
  const parts: (F & { outlined: boolean })[] = [];
  let at = x;
  for (const [i, character] of characters.entries()) {
    const reach = (weights[i] ?? 2) * unit;
    const middle = at + reach / 2;
    const outlined = near.some(({ from, to }) => middle > from && middle < to);
    const last = parts.at(-1);
    if (last?.outlined === outlined)
      parts[parts.length - 1] = { ...last, text: last.text + character, width: last.width + reach };
    else parts.push({ ...fragment, text: character, x: at, width: reach, outlined });
    at += reach;
  }
  return parts;
}

function isNumbers(value: unknown): value is ArrayLike<unknown> {
  return typeof value === 'object' && value !== null && 'length' in value;
}

function toMatrix(args: ArrayLike<unknown>): Matrix {
  const at = (i: number): number => (typeof args[i] === 'number' ? args[i] : i === 0 || i === 3 ? 1 : 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

/** `inner` first, then `outer`. */
function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}
