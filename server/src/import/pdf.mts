/**
 * PDF to Markdown. A module of its own, because the library is larger than everything else together and awaits at its
 * top level: it is loaded when the first PDF is read.
 */
import './pdf-stubs';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { mendRadicals } from '../core/text/radicals';
import type { Fragment, Page } from './pdf-lines';
import { readPages } from './pdf-lines';
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
  const pages: Page[] = [];
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(document, number));
  if (pages.every(({ fragments }) => fragments.length === 0)) throw new ProblemError('scanned');
  const { pieces, notes } = readPages(pages);
  const markdown = toMarkdown(pieces, notes);
  if (markdown === '') throw new ProblemError('empty');
  return markdown;
}

async function readPage(document: PDFDocumentProxy, number: number): Promise<Page> {
  const page = await document.getPage(number);
  const { width, height } = page.getViewport({ scale: 1 });
  const [left = 0, bottom = 0] = page.view;
  const { items } = await page.getTextContent();
  page.cleanup();
  const fragments = items.flatMap((item): Fragment[] => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform as number[];
    // Text that runs up the page is a stamp or a mark of water.
    if (Math.abs(b) > Math.abs(a)) return [];
    const text = mendRadicals(item.str);
    return [{ text, x: x - left, y: y - bottom, width: item.width, size: Math.hypot(c, d) }];
  });
  return { width, height, fragments };
}
