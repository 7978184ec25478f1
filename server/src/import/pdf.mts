/**
 * PDF to Markdown. A module of its own, because the library is larger than everything else together and awaits at its
 * top level: it is loaded when the first PDF is read.
 */
import './pdf-stubs';
import { getDocument, OPS, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { mendRadicals } from '../core/text/radicals';
import type { FontLook } from './faces';
import { fontLook } from './faces';
import type { Looked, LookedPage } from './pdf-faces';
import { withWeights } from './pdf-faces';
import { readPages } from './pdf-pages';
import type { OperatorList } from './pdf-strokes';
import { findStrokes, splitByStrokes } from './pdf-strokes';
import { toMarkdown } from './pieces';
import { ProblemError } from './problems';

// The library looks here before it loads its worker from a file. We are in a thread of our own already.
(globalThis as unknown as { pdfjsWorker: unknown }).pdfjsWorker = pdfWorker;

/** Reports have a tenth of it; what has more pages is a book, and reading it would take minutes. */
const MOST_PAGES = 400;

/**
 * The text of a PDF as Markdown, page numbers and running heads left out, footnotes at the end. Throws
 * {@link ProblemError} for what cannot be read.
 * @param characterMaps the folder of the library's maps for Chinese fonts that are not embedded, with a closing slash
 */
export async function convertPdf(bytes: Uint8Array, characterMaps: string): Promise<string> {
  const task = getDocument({
    // The library keeps what it is given.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: characterMaps,
    cMapPacked: true,
    disableFontFace: true,
    isEvalSupported: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
  });
  try {
    return await convert(await task.promise);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError(error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'corrupt');
  } finally {
    await task.destroy();
  }
}

async function convert(document: PDFDocumentProxy): Promise<string> {
  if (document.numPages > MOST_PAGES) throw new ProblemError('huge');
  const pages: ReadPage[] = [];
  const looks = new Map<string, FontLook>();
  for (let number = 1; number <= document.numPages; number++)
    pages.push(await readPage(await document.getPage(number), looks));
  if (isScanned(pages)) throw new ProblemError('scanned');
  const { pieces, notes } = readPages(withWeights(pages));
  const markdown = toMarkdown(pieces, notes);
  if (markdown === '') throw new ProblemError('empty');
  return markdown;
}

/** A page, and whether it shows pictures. */
interface ReadPage extends LookedPage {
  readonly pictures: boolean;
}

/** Fewer characters on a page of a picture are the number of the page, or a mark of the program that made it. */
const FEWEST_CHARACTERS = 30;

/** Whether the pages are pictures of text: those of a scanner say who made them at most. */
function isScanned(pages: readonly ReadPage[]): boolean {
  const length = ({ fragments }: ReadPage): number => fragments.reduce((sum, { text }) => sum + text.trim().length, 0);
  if (pages.every((page) => length(page) === 0)) return true;
  return pages.every((page) => length(page) < FEWEST_CHARACTERS) && pages.some(({ pictures }) => pictures);
}

/** @param looks of the fonts met before, by the library's name for them */
async function readPage(page: PDFPageProxy, looks: Map<string, FontLook>): Promise<ReadPage> {
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const { items } = await page.getTextContent();
  // The fonts of a page are known when its operators are.
  const operators = await readOperators(page);
  const strokes = operators === null ? [] : findStrokes(operators, OPS);
  const lookOf = (font: string): FontLook => {
    const known = looks.get(font);
    if (known !== undefined) return known;
    const name = page.commonObjs.has(font) ? (page.commonObjs.get(font) as { name?: unknown }).name : undefined;
    const look = fontLook(typeof name === 'string' ? name : '');
    looks.set(font, look);
    return look;
  };
  const fragments = items.flatMap((item): Looked[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    // Text that runs up the page is a stamp or a mark of water.
    if (Math.abs(b) > Math.abs(a)) return [];
    const look = lookOf(item.fontName);
    const whole = { text: mendRadicals(item.str), x, y, width: item.width, size: Math.hypot(c, d), bold: false, look };
    return splitByStrokes(whole, strokes).map(({ outlined, ...part }) => ({
      ...part,
      x: part.x - left,
      y: part.y - bottom,
      look: outlined ? { ...look, bold: true } : look,
    }));
  });
  page.cleanup();
  const pictures = operators?.fnArray.some((one) => PICTURES.has(one)) ?? false;
  return { width, height, fragments, pictures };
}

const PICTURES: ReadonlySet<number> = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
]);

/** What draws the page; null where a broken picture or font keeps it from being known, which the text may survive. */
async function readOperators(page: PDFPageProxy): Promise<OperatorList | null> {
  try {
    return await page.getOperatorList();
  } catch {
    return null;
  }
}
