import type { DefaultTreeAdapterTypes } from 'parse5';
import { isHan } from '../core/text/characters';
import type { Piece, Run } from './pieces';
import { inlineText } from './pieces';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;

/** Elements that begin a line of their own. */
const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody td tfoot th thead tr ucapcontent ul'.split(
    ' ',
  ),
);

/** Elements whose content is never text of the page. */
const SILENT = new Set(
  'audio button canvas embed head iframe input link meta noscript object option script select style svg template textarea title video'.split(
    ' ',
  ),
);

/** What is left out of a page beside {@link SILENT}. */
export type IsNoise = (element: Element) => boolean;

/** The paragraphs, headings and tables of a tree, in order. */
export function toPieces(nodes: readonly Node[], isNoise: IsNoise = () => false): Piece[] {
  const pieces: Piece[] = [];
  let runs: Run[] = [];
  const flush = (make: (text: string) => Piece = (text) => ({ kind: 'paragraph', text })): void => {
    const text = inlineText(runs);
    runs = [];
    if (text === '') return;
    const piece = make(text);
    // A break inside a paragraph begins another one; only a title may go on.
    if (piece.kind === 'paragraph') for (const line of text.split('\n')) pieces.push({ kind: 'paragraph', text: line });
    else pieces.push(piece);
  };

  const walk = (list: readonly Node[], bold: boolean, make?: (text: string) => Piece): void => {
    for (const node of list) {
      if (node.nodeName === '#text' && 'value' in node) {
        addText(runs, node.value, bold);
        continue;
      }
      if (!isElement(node) || SILENT.has(node.tagName) || isHidden(node) || isNoise(node)) continue;
      const { tagName } = node;
      if (tagName === 'br') runs.push({ text: '\n', bold });
      else if (noteNumber(node, runs) !== undefined)
        runs.push({ text: `[${noteNumber(node, runs) ?? ''}] `.slice(0, runs.length > 0 ? -1 : undefined), bold });
      else if (!BLOCKS.has(tagName)) walk(node.childNodes, bold || isBold(node), make);
      else {
        flush(make);
        visit(node, bold, make);
      }
    }
  };

  const visit = (element: Element, bold: boolean, make?: (text: string) => Piece): void => {
    const { tagName, childNodes } = element;
    if (tagName === 'table') {
      visitTable(element);
      return;
    }
    const depth = /^h([1-6])$/.exec(tagName)?.[1];
    if (depth !== undefined) {
      const heading = (text: string): Piece => ({
        kind: 'heading',
        depth: Number(depth),
        text: text.replaceAll('**', ''),
      });
      walk(childNodes, false, heading);
      flush(heading);
      return;
    }
    if (tagName === 'ol' || tagName === 'ul') {
      visitList(element, bold);
      return;
    }
    walk(childNodes, bold, make);
    flush(make);
  };

  const visitList = (list: Element, bold: boolean): void => {
    const ordered = list.tagName === 'ol';
    let number = Number(attribute(list, 'start') ?? '1') || 1;
    for (const child of list.childNodes) {
      if (!isElement(child)) continue;
      if (child.tagName !== 'li') {
        visit(child, bold);
        continue;
      }
      if (ordered) {
        number = Number(attribute(child, 'value') ?? number) || number;
        runs.push({ text: `${String(number)}. `, bold: false });
        number++;
        visit(child, bold);
      } else {
        const item = (text: string): Piece => ({ kind: 'item', text });
        walk(child.childNodes, bold, item);
        flush(item);
      }
    }
  };

  /** A table of one column, or one that holds tables or whole paragraphs, is a way to lay out a page. */
  const visitTable = (element: Element): void => {
    const rows = rowsOf(element);
    const cells = rows.flat();
    const layout =
      Math.max(0, ...rows.map((row) => row.length)) <= 1 ||
      cells.some((cell) => hasTable(cell) || paragraphsIn(cell) > 4);
    if (layout) {
      for (const cell of cells) {
        walk(cell.childNodes, false);
        flush();
      }
      return;
    }
    const texts = rows.map((row) => row.map((cell) => cellText(cell, isNoise)));
    if (texts.some((row) => row.some((cell) => cell !== ''))) pieces.push({ kind: 'table', rows: texts });
  };

  walk(nodes, false);
  flush();
  return pieces;
}

/**
 * The number of a note: a link inside the page, or a small raised number, that reads `1`, `[1]` or `①`. A bare raised
 * number is one behind a word, and a power behind a letter or a figure (km², 10⁸).
 */
function noteNumber(element: Element, before: readonly Run[]): string | undefined {
  const linked = element.tagName === 'a' && (attribute(element, 'href') ?? '').startsWith('#');
  if (!linked && element.tagName !== 'sup') return undefined;
  const text = plainText(element).trim();
  const digits = /^[[［〔(（]?(\d{1,3})[\]］〕)）]?$/.exec(text)?.[1];
  if (digits !== undefined && (linked || text.length > digits.length || endsInWord(before))) return digits;
  const code = text.charCodeAt(0);
  return text.length === 1 && code >= 0x2460 && code <= 0x2473 ? String(code - 0x245f) : undefined;
}

function endsInWord(runs: readonly Run[]): boolean {
  return /[\p{Script=Han}”’）》]$/u.test(runs.at(-1)?.text.slice(-2) ?? '');
}

function plainText(element: Element): string {
  return element.childNodes
    .map((child) => (isElement(child) ? plainText(child) : 'value' in child ? child.value : ''))
    .join('');
}

function cellText(cell: Element, isNoise: IsNoise): string {
  return toPieces(cell.childNodes, isNoise)
    .map((piece) => (piece.kind === 'table' ? piece.rows.flat().join('') : piece.text))
    .join('')
    .replaceAll('**', '');
}

function rowsOf(table: Element): Element[][] {
  const rows: Element[][] = [];
  const find = (element: Element): void => {
    for (const child of element.childNodes) {
      if (!isElement(child) || child.tagName === 'table') continue;
      if (child.tagName !== 'tr') find(child);
      else rows.push(child.childNodes.filter(isElement).filter(({ tagName }) => tagName === 'td' || tagName === 'th'));
    }
  };
  find(table);
  return rows;
}

function hasTable(element: Element): boolean {
  return element.childNodes.some((child) => isElement(child) && (child.tagName === 'table' || hasTable(child)));
}

function paragraphsIn(element: Element): number {
  return element.childNodes.filter((child) => isElement(child) && (child.tagName === 'p' || child.tagName === 'div'))
    .length;
}

/** Adds a text node: line breaks of the source are blanks, and none at all where Chinese was broken. */
function addText(runs: Run[], value: string, bold: boolean): void {
  const text = value.replace(/[ \t\r\n\f]+/g, (blank, at: number) => {
    const before = value.charCodeAt(at - 1);
    const after = value.charCodeAt(at + blank.length);
    return blank.includes('\n') && (isWide(before) || isWide(after)) ? '' : ' ';
  });
  if (text !== '') runs.push({ text, bold });
}

function isWide(code: number): boolean {
  return (
    isHan(code) ||
    (code >= 0x3000 && code <= 0x303f) ||
    (code >= 0xff00 && code <= 0xff65) ||
    (code >= 0x2014 && code <= 0x2026)
  );
}

export function isElement(node: Node): node is Element {
  return 'tagName' in node;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function isBold(element: Element): boolean {
  if (element.tagName === 'b' || element.tagName === 'strong') return true;
  return /font-weight:\s{0,4}(?:bold|[6-9]00)/i.test(attribute(element, 'style') ?? '');
}

function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined || attribute(element, 'aria-hidden') === 'true') return true;
  return /display:\s{0,4}none|visibility:\s{0,4}hidden/i.test(attribute(element, 'style') ?? '');
}
