import { eastAsianWidth } from 'get-east-asian-width';

/** A stretch of text as a terminal draws it, in characters rather than UTF-16 units. */
export interface Drawn {
  readonly text: string;
  /** Columns that it fills. */
  readonly width: number;
}

/**
 * What a terminal shows of a text. Tabs, line breaks and other controls would move the cursor (or, after an escape,
 * change the colours), marks of direction would turn the line round: each is drawn as one blank.
 */
export function drawn(text: string): Drawn {
  let out = '';
  let width = 0;
  for (const character of text) {
    const shown = CONTROL.test(character) ? ' ' : character;
    out += shown;
    width += widthOf(shown);
  }
  return { text: out, width };
}

/** A text of several lines as a terminal may have it: each line as it is {@link drawn}. */
export function printable(text: string): string {
  return text
    .split('\n')
    .map((line) => drawn(line).text)
    .join('\n');
}

/** Characters from the start of `text` that fit into `columns`, in UTF-16 units; a pair of surrogates is never parted. */
export function fitting(text: string, columns: number): number {
  let units = 0;
  let width = 0;
  for (const character of text) {
    width += widthOf(character);
    if (width > columns) break;
    units += character.length;
  }
  return units;
}

/** The same from the end of `text`, backwards. */
export function fittingAtEnd(text: string, columns: number): number {
  let from = text.length;
  for (let width = 0; from > 0;) {
    const isPair = from > 1 && (text.codePointAt(from - 2) ?? 0) > 0xffff;
    const start = from - (isPair ? 2 : 1);
    width += widthOf(text.slice(start, from));
    if (width > columns) break;
    from = start;
  }
  return text.length - from;
}

/**
 * Columns of one character after Unicode TR 11: wide and full-width ones take two. Quotes, dashes and the ellipsis are
 * ambiguous there; terminals draw “” and … in one column unless told otherwise, as is counted here.
 */
function widthOf(character: string): number {
  if (WITHOUT_WIDTH.test(character)) return 0;
  return eastAsianWidth(character.codePointAt(0) ?? 0);
}

// U+0009, U+001B, U+0085, U+2028, U+202E
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

// U+0301, U+20DD, U+200B, U+FEFF, U+FE0F
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\p{Cf}]/u;
