import { XMLSerializer } from '@xmldom/xmldom';
import JSZip from 'jszip';
import mammoth from 'mammoth';
import { parseFragment } from 'parse5';
import type { Xml } from './docx-numbering';
import { child, readNumbering, value } from './docx-numbering';
import { markFaces } from './docx-faces';
import { tidyDocument } from './docx-tidy';
import { childElements, parseXml, toXml } from './docx-xml';
import type { Element as HtmlElement, Node as HtmlNode } from './html-pieces';
import { attribute, isElement, toPieces } from './html-pieces';
import type { Note } from './pieces';
import { inlineText, toMarkdown } from './pieces';
import { ProblemError } from './problems';

/**
 * A Word document as Markdown: headings, tables, and the numbers that Word counts itself; footnotes and endnotes follow
 * at the end. Throws {@link ProblemError} for what is no readable document.
 * @param most bytes of XML beyond which it is given up
 */
export async function convertDocx(bytes: Uint8Array, most = MOST_XML): Promise<string> {
  const parts = await readParts(bytes, most);
  const { document, styles, numbering } = findParts(parts);
  const main = parts.get(document);
  if (main === undefined) throw new ProblemError('corrupt');
  const tree = parseXml(main);
  tidyDocument(tree);
  markFaces(tree, partRoot(parts, styles));
  writeNumbers(
    tree,
    readNumbering(partRoot(parts, numbering), partRoot(parts, styles)),
    tableOfContents(partRoot(parts, styles)),
  );
  parts.set(document, new XMLSerializer().serializeToString(tree));
  // What counts is written into the text now; a second reading of the lists would only take it apart again.
  if (numbering !== undefined) parts.delete(numbering);
  const html = await toHtml(parts);
  const nodes = parseFragment(html).childNodes;
  const { body, notes } = takeNotes(nodes);
  const markdown = toMarkdown(toPieces(body), notes);
  if (markdown === '') throw new ProblemError('empty');
  return markdown;
}

/** No document of a report has more XML than this, in bytes; a file that swells beyond it was made to do harm. */
const MOST_XML = 64_000_000;

/** The XML parts of the package by name. Pictures and fonts stay packed. */
async function readParts(bytes: Uint8Array, most: number): Promise<Map<string, string>> {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new ProblemError(isCompound(bytes) ? compoundProblem(bytes) : 'corrupt');
  const parts = new Map<string, string>();
  let zip: JSZip;
  try {
    zip = await JSZip.loadAsync(bytes);
  } catch {
    throw new ProblemError('corrupt');
  }
  let left = most;
  for (const file of Object.values(zip.files)) {
    if (file.dir || !/\.(?:xml|rels)$/i.test(file.name)) continue;
    const content = await inflate(file, left);
    left -= content.length;
    parts.set(file.name, content);
  }
  return parts;
}

/** Unpacks one part piece by piece, so that it can be given up when it grows beyond all measure. */
function inflate(file: JSZip.JSZipObject, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: string[] = [];
    const decoder = new TextDecoder();
    let size = 0;
    // The typings leave it out although it is documented: https://stuk.github.io/jszip/documentation/api_zipobject/internal_stream.html
    const stream = (file as unknown as { internalStream(type: 'uint8array'): Stream }).internalStream('uint8array');
    stream
      .on('data', (piece) => {
        size += piece.length;
        if (size > most) {
          stream.pause();
          reject(new ProblemError('huge'));
        } else pieces.push(decoder.decode(piece, { stream: true }));
      })
      .on('error', () => reject(new ProblemError('corrupt')))
      .on('end', () => resolve(pieces.join('') + decoder.decode()))
      .resume();
  });
}

interface Stream {
  on(event: 'data', listen: (piece: Uint8Array) => void): Stream;
  on(event: 'error' | 'end', listen: () => void): Stream;
  pause(): Stream;
  resume(): Stream;
}

/** The container of .doc and .wps, in which Word also wraps documents with a password. */
function isCompound(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
}

function compoundProblem(bytes: Uint8Array): 'encrypted' | 'old' {
  // The directory names its streams in UTF-16.
  const name = Uint8Array.from(Array.from('EncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(0x45); at >= 0; at = bytes.indexOf(0x45, at + 1)) {
    if (name.every((byte, i) => bytes[at + i] === byte)) return 'encrypted';
  }
  return 'old';
}

interface PartNames {
  readonly document: string;
  readonly styles: string | undefined;
  readonly numbering: string | undefined;
}

function findParts(parts: ReadonlyMap<string, string>): PartNames {
  const document = related(parts, '_rels/.rels', '', 'officeDocument') ?? 'word/document.xml';
  const folder = document.slice(0, document.lastIndexOf('/') + 1);
  const relations = `${folder}_rels/${document.slice(folder.length)}.rels`;
  return {
    document,
    styles: related(parts, relations, folder, 'styles'),
    numbering: related(parts, relations, folder, 'numbering'),
  };
}

/** The part that a list of relationships names for a purpose. */
function related(
  parts: ReadonlyMap<string, string>,
  relations: string,
  folder: string,
  purpose: string,
): string | undefined {
  const found = partRoot(parts, relations)?.children.find((one) =>
    (one.attribute('Type') ?? '').endsWith(`/${purpose}`),
  );
  const target = found?.attribute('Target');
  if (target === undefined) return undefined;
  return target.startsWith('/') ? target.slice(1) : folder + target.replace(/^\.\//, '');
}

function partRoot(parts: ReadonlyMap<string, string>, name: string | undefined): Xml | undefined {
  const content = name === undefined ? undefined : parts.get(name);
  const root = content === undefined ? undefined : parseXml(content).documentElement;
  return root === undefined ? undefined : toXml(root);
}

/** Ids of the styles in which Word sets a table of contents. */
function tableOfContents(styles: Xml | undefined): ReadonlySet<string> {
  const found = (styles?.children ?? []).filter((style) =>
    /^(?:toc|目录|contents) ?\d/i.test(value(child(style, 'name')) ?? ''),
  );
  return new Set(found.map((style) => style.attribute('styleId') ?? ''));
}

/** Writes the number of every paragraph before its text, and takes the table of contents out. */
function writeNumbers(
  document: Document,
  numbering: ReturnType<typeof readNumbering>,
  contents: ReadonlySet<string>,
): void {
  const visit = (element: Element): void => {
    for (const node of childElements(element)) {
      // Old programs find here once more what new ones found beside it.
      if (node.localName === 'Fallback') continue;
      if (node.localName !== 'p') {
        visit(node);
        continue;
      }
      const properties = childElements(node).find(({ localName }) => localName === 'pPr');
      const xml = properties === undefined ? undefined : toXml(properties);
      if (contents.has(value(child(xml, 'pStyle')) ?? '')) {
        element.removeChild(node);
        continue;
      }
      const label = numbering.next(xml);
      if (label !== '') writeLabel(document, node, properties ?? null, label);
      visit(node);
    }
  };
  visit(document.documentElement);
}

/** A run of its own in the weight of the one that follows, so that bold text still opens the paragraph. */
function writeLabel(document: Document, paragraph: Element, properties: Element | null, label: string): void {
  const space = paragraph.namespaceURI;
  const prefix = paragraph.prefix === null ? '' : `${paragraph.prefix}:`;
  const run = document.createElementNS(space, `${prefix}r`);
  const first = childElements(paragraph).find(({ localName }) => localName === 'r');
  const format = first && childElements(first).find(({ localName }) => localName === 'rPr');
  if (format !== undefined) run.appendChild(format.cloneNode(true));
  const text = document.createElementNS(space, `${prefix}t`);
  text.setAttribute('xml:space', 'preserve');
  text.appendChild(document.createTextNode(label));
  run.appendChild(text);
  paragraph.insertBefore(run, properties === null ? paragraph.firstChild : properties.nextSibling);
}

/** The title stands above the headings, whatever levels Word gives them. */
const STYLES = [
  ...['Title', '标题'].map((name) => `p[style-name='${name}'] => h1:fresh`),
  ...[1, 2, 3, 4, 5].flatMap((level) =>
    ['Heading', '标题'].map((name) => `p[style-name='${name} ${String(level)}'] => h${String(level + 1)}:fresh`),
  ),
  "r[style-name='Strong'] => strong",
  'p:unordered-list(1) => p:fresh',
  'p:ordered-list(1) => p:fresh',
];

const NOTE_PREFIX = 'import-';

async function toHtml(parts: ReadonlyMap<string, string>): Promise<string> {
  const zip = new JSZip();
  for (const [name, content] of parts) zip.file(name, content);
  try {
    const bytes = await zip.generateAsync({ type: 'uint8array', compression: 'STORE' });
    // In Node the library takes a buffer and in browsers an array buffer; both only ever unpack it.
    const input = { buffer: bytes, arrayBuffer: bytes.buffer } as unknown as { arrayBuffer: ArrayBuffer };
    const { value: html } = await mammoth.convertToHtml(input, {
      styleMap: STYLES,
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      idPrefix: NOTE_PREFIX,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    });
    return html;
  } catch {
    throw new ProblemError('corrupt');
  }
}

/** Takes the list of notes off the end of the text. Marks in the text already read `[1]`. */
function takeNotes(nodes: readonly HtmlNode[]): {
  readonly body: readonly HtmlNode[];
  readonly notes: readonly Note[];
} {
  const isNote = (node: HtmlNode): node is HtmlElement =>
    isElement(node) && node.tagName === 'li' && NOTE_ID.test(attribute(node, 'id') ?? '');
  const isList = (node: HtmlNode): node is HtmlElement =>
    isElement(node) && node.tagName === 'ol' && node.childNodes.some(isNote);
  const notes = nodes.filter(isList).flatMap((list) => list.childNodes.filter(isNote));
  return {
    body: nodes.filter((node) => !isList(node)),
    notes: notes.map((note, i) => ({ label: String(i + 1), text: noteText(note) })).filter(({ text }) => text !== ''),
  };
}

const NOTE_ID = /^import-(?:footnote|endnote)-/;

function noteText(note: HtmlElement): string {
  const text = toPieces(
    note.childNodes,
    (element) => element.tagName === 'a' && (attribute(element, 'href') ?? '').includes('-ref-'),
  )
    .map((piece) => (piece.kind === 'table' ? piece.rows.flat().join('') : piece.text))
    .join('');
  return inlineText([{ text: text.replaceAll('**', '').replaceAll('↑', ''), bold: false }]);
}
