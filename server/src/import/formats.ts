import { baseName } from '../core/corpus/paths';

/** Formats that are read by converting them to Markdown. */
export type ConvertedFormat = 'docx' | 'html' | 'pdf';

/** Endings of files that are converted; offsets of such a report point into the Markdown text. */
export const CONVERTED_EXTENSIONS: readonly string[] = ['.docx', '.html', '.htm', '.pdf'];

/** Formats of documents that only another program can make one of those above of. */
export type RefusedFormat = 'old' | 'ofd';

/** Endings of documents that are told of and not read. */
export const REFUSED_EXTENSIONS: readonly string[] = ['.doc', '.wps', '.rtf', '.odt', '.ofd'];

const FORMATS: readonly (readonly [string, ConvertedFormat | 'text' | RefusedFormat])[] = [
  ['.docx', 'docx'],
  ['.html', 'html'],
  ['.htm', 'html'],
  ['.pdf', 'pdf'],
  ['.txt', 'text'],
  ['.md', 'text'],
  ['.doc', 'old'],
  ['.wps', 'old'],
  ['.rtf', 'old'],
  ['.odt', 'old'],
  // The layout format of official documents, GB/T 33190-2016.
  ['.ofd', 'ofd'],
];

/** The format that the ending of a name or URI promises; undefined for endings that nobody reads. */
export function formatOf(path: string): ConvertedFormat | 'text' | RefusedFormat | undefined {
  const name = baseName(path).toLowerCase();
  return FORMATS.find(([extension]) => name.endsWith(extension))?.[1];
}

/** The format of a file that is read by converting it; undefined for plain text and everything else. */
export function convertedFormatOf(path: string): ConvertedFormat | undefined {
  const format = formatOf(path);
  return format === 'docx' || format === 'html' || format === 'pdf' ? format : undefined;
}

/** The format of a document that is there and that nobody here can read; undefined for everything else. */
export function refusedFormatOf(path: string): RefusedFormat | undefined {
  const format = formatOf(path);
  return format === 'old' || format === 'ofd' ? format : undefined;
}
