import { parse } from 'parse5';
import { isHan } from '../core/text/characters';
import type { Gb18030Decoder } from '../platform/decode';
import { decode } from '../platform/decode';
import type { Element, Node } from './html-pieces';
import { attribute, isElement, toPieces } from './html-pieces';
import type { Note, Piece } from './pieces';
import { toMarkdown } from './pieces';
import { ProblemError } from './problems';

/**
 * The report of a saved web page as Markdown: the part of the page that holds its text, without navigation, heads and
 * tails. Throws {@link ProblemError} for a page without text.
 */
export function convertHtml(bytes: Uint8Array, gb18030: Gb18030Decoder): string {
  const root = parse(decodeHtml(bytes, gb18030)).childNodes;
  const body = findElement(root, 'body');
  const weights = new Map<Element, number>();
  if (body === undefined || weigh(body, weights) === 0) throw new ProblemError('empty');
  const content = findContent(body, weights);
  const pieces = toPieces(content.childNodes, (element) => isNoise(element, weights));
  const title = titleFor(pieces, root, body, content);
  const { body: text, notes } = takeNotes(pieces);
  const markdown = toMarkdown(
    title === undefined ? text : [{ kind: 'heading', depth: 1, text: title }, ...text],
    notes,
  );
  if (markdown === '') throw new ProblemError('empty');
  return markdown;
}

/** Takes the notes off the end of a page that has no heading above them: paragraphs that begin with `[1]`, `[2]`, … */
function takeNotes(pieces: readonly Piece[]): { readonly body: readonly Piece[]; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  let first = pieces.length;
  // What was the foot of a printed page may stand below them.
  while (first > 0 && isPageNumber(pieces[first - 1])) first--;
  for (; first > 0; first--) {
    const piece = pieces[first - 1];
    const match = piece?.kind === 'paragraph' ? NOTE.exec(piece.text) : null;
    if (match === null) break;
    notes.unshift({ label: match[1] ?? '', text: match[2] ?? '' });
  }
  const before = pieces[first - 1];
  const headed =
    before !== undefined && before.kind !== 'table' && before.text.length <= 30 && /释|注/.test(before.text);
  const inOrder = notes.every(({ label }, i) => label === String(i + 1));
  return notes.length === 0 || headed || !inOrder
    ? { body: pieces, notes: [] }
    : { body: pieces.slice(0, first), notes };
}

function isPageNumber(piece: Piece | undefined): boolean {
  return piece?.kind === 'paragraph' && /^[-—–\s]{0,6}\d{1,4}[-—–\s]{0,6}$/.test(piece.text);
}

/** `[1] “三库联动”：指…` */
const NOTE = /^\[(\d{1,3})\]\s{0,4}(\S.*)$/;

/** The text of a page by its byte order mark, else by the encoding it names, else by what fits its bytes. */
export function decodeHtml(bytes: Uint8Array, gb18030: Gb18030Decoder): string {
  const found = decode(bytes, gb18030);
  if (found.text === '' && bytes.length > 0) throw new ProblemError('binary');
  const label = found.bom || found.encoding.startsWith('utf-16') ? undefined : namedCharset(bytes);
  if (label === undefined) return found.text;
  if (/^(?:gb|x-gbk)/.test(label)) {
    // Pages that were saved anew often name the encoding they had before.
    if (found.encoding === 'utf-8' && found.sound && /[\u0080-\uffff]/.test(found.text)) return found.text;
    return gb18030(bytes) ?? found.text;
  }
  if (label.startsWith('utf-8') || label.startsWith('utf8')) return found.text;
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return found.text;
  }
}

/** `<meta charset="gb2312">`, `<meta http-equiv="Content-Type" content="text/html; charset=gbk">` */
function namedCharset(bytes: Uint8Array): string | undefined {
  let head = '';
  for (const byte of bytes.subarray(0, 4096)) head += String.fromCharCode(byte);
  for (const [tag] of head.matchAll(/<meta [^>]{1,300}>/gi)) {
    const label = /charset\s{0,4}=\s{0,4}["']?([\w-]{2,20})/i.exec(tag)?.[1];
    if (label !== undefined) return label.toLowerCase();
  }
  return undefined;
}

/** Han characters outside of links in an element, remembered for every element below it. */
function weigh(element: Element, weights: Map<Element, number>): number {
  let weight = 0;
  if (!isSilent(element)) {
    for (const child of element.childNodes) {
      if (isElement(child)) weight += weigh(child, weights);
      else if (child.nodeName === '#text' && 'value' in child) weight += countHan(child.value);
    }
  }
  if (element.tagName === 'a' && attribute(element, 'href') !== undefined) weight = 0;
  weights.set(element, weight);
  return weight;
}

/** Everything but a little of the text stands in one child: the frame around it is the page's, not the report's. */
const NEARLY_ALL = 0.85;

function findContent(body: Element, weights: ReadonlyMap<Element, number>): Element {
  let content = body;
  for (;;) {
    const whole = weights.get(content) ?? 0;
    const next = content.childNodes
      .filter(isElement)
      .find((child) => (weights.get(child) ?? 0) >= whole * NEARLY_ALL && child.tagName !== 'p');
    if (next === undefined) return content;
    content = next;
  }
}

const NOISE_TAGS = new Set(['nav', 'aside', 'footer', 'menu']);
const NOISE_ROLES = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'toolbar', 'menu']);
/** Parts of names that developers of pages give to what is no text: `class="recommend-list"`, `id="shareBar"`. */
const NOISE_NAMES =
  /(?:^|[-_ ])(?:nav|navbar|menu|breadcrumbs?|crumbs?|sidebar|footer|copyright|share|related|recommend|comments?|toolbar|pagination|pager|qrcode)(?:$|[-_ ])/i;

/** Whether an element is part of the frame of a page: by what it calls itself, or because it is a list of links. */
function isNoise(element: Element, weights: ReadonlyMap<Element, number>): boolean {
  if (NOISE_TAGS.has(element.tagName) || NOISE_ROLES.has(attribute(element, 'role') ?? '')) return true;
  const weight = weights.get(element) ?? 0;
  const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
  if (weight < 300 && NOISE_NAMES.test(name)) return true;
  if (!/^(?:div|ul|ol|table|section|p|td|tr|tbody)$/.test(element.tagName)) return false;
  const linked = linkedText(element);
  return linked.links >= 3 && linked.han > weight * 2;
}

function linkedText(element: Element): { readonly links: number; readonly han: number } {
  let links = 0;
  let han = 0;
  for (const child of element.childNodes) {
    if (!isElement(child)) continue;
    if (child.tagName === 'a' && attribute(child, 'href') !== undefined) {
      links++;
      han += countHan(textOf(child));
    } else {
      const inner = linkedText(child);
      links += inner.links;
      han += inner.han;
    }
  }
  return { links, han };
}

/** The title of a report whose text does not begin with one: the heading above the text, else what the page is called. */
function titleFor(
  pieces: readonly Piece[],
  root: readonly Node[],
  body: Element,
  content: Element,
): string | undefined {
  const opening = pieces.slice(0, 12).map((piece) => (piece.kind === 'table' ? '' : piece.text.replace(/[*\s]/g, '')));
  if (opening.some((text) => text.length <= 60 && TITLE.test(text))) return undefined;
  const named = [...titlesBefore(body, content), metaTitle(root), pageTitle(root)];
  return named.find((text) => text !== undefined && text.length <= 80 && TITLE.test(text.replace(/\s/g, '')));
}

/** 青禾区2025年政府工作报告, maybe with the name of the site behind a mark. */
const TITLE = /政府(?:工作)?报告/;

/** Headings, and what is named a title, above the text; the nearest first. */
function titlesBefore(body: Element, content: Element): string[] {
  const found: string[] = [];
  const visit = (element: Element): boolean => {
    if (element === content) return true;
    const name = `${attribute(element, 'class') ?? ''} ${attribute(element, 'id') ?? ''}`;
    if (/^h[1-4]$/.test(element.tagName) || /title/i.test(name))
      found.unshift(
        textOf(element)
          .replace(/\s{1,99}/g, ' ')
          .trim(),
      );
    return element.childNodes.some((child) => isElement(child) && visit(child));
  };
  visit(body);
  return found;
}

/** `<meta name="ArticleTitle" content="…">`, which the State Council asks of every government site. */
function metaTitle(root: readonly Node[]): string | undefined {
  const metas = findAll(root, 'meta');
  const meta = metas.find((one) =>
    /^(?:ArticleTitle|og:title)$/i.test(attribute(one, 'name') ?? attribute(one, 'property') ?? ''),
  );
  return meta === undefined ? undefined : attribute(meta, 'content')?.trim();
}

function pageTitle(root: readonly Node[]): string | undefined {
  const title = findElement(root, 'title');
  return title === undefined
    ? undefined
    : textOf(title)
        .split(/[-_|－—–]/)[0]
        ?.trim();
}

function findElement(nodes: readonly Node[], tagName: string): Element | undefined {
  return findAll(nodes, tagName)[0];
}

function findAll(nodes: readonly Node[], tagName: string): Element[] {
  return nodes
    .filter(isElement)
    .flatMap((node) => [...(node.tagName === tagName ? [node] : []), ...findAll(node.childNodes, tagName)]);
}

function isSilent({ tagName }: Element): boolean {
  return tagName === 'script' || tagName === 'style' || tagName === 'noscript' || tagName === 'template';
}

function textOf(element: Element): string {
  return element.childNodes
    .map((child) => (isElement(child) ? textOf(child) : 'value' in child ? child.value : ''))
    .join('');
}

function countHan(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) count++;
  return count;
}
