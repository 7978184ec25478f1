import type { Block, Report } from '../model';
import type { ReadingCache } from '../text/document';
import { createBlock, survey } from '../text/document';

export interface ParseOptions {
  /** Path or name of the file, which may name issuer and year where the text does not. */
  readonly path?: string;
  /** Take the text for a report even if it does not look like one (a draft just begun). */
  readonly force?: boolean;
}

/** Reads the structure of a text. Never throws; what is not a report gets `info: null` and empty lists. */
export function parseReport(text: string, options: ParseOptions, readings: ReadingCache): Report {
  const look = survey(text);
  const blocks: Block[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      const reading = readings.get(line, look);
      blocks.push(createBlock({ start: at, end: at + line.length }, reading, { index: blocks.length, kind: 'body', heading: -1, role: null }));
    }
    at += line.length + 1;
  }
  return { text, info: null, blocks, headings: [], glossary: [], abridged: options.force === true && false };
}
