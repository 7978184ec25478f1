import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createThreadConverter } from '../import/converter.node';
import { convertedFormatOf, refusedFormatOf } from '../import/formats';
import { LARGEST_DOCUMENT, ProblemError } from '../import/problems';
import type { Decoded } from '../platform/decode';
import { readText } from '../platform/files';

/** The thread that converts documents, built beside the command line. */
export const CONVERTER_THREAD = path.join(__dirname, 'import', 'thread.js');

const converter = createThreadConverter(CONVERTER_THREAD);

/**
 * The text of a file: as it is, or as Markdown where the format is one that is converted. Throws a
 * {@link ProblemError} for documents that cannot be converted, else the error of the file system.
 */
export async function readDocument(file: string): Promise<Decoded> {
  const format = convertedFormatOf(file);
  const refused = refusedFormatOf(file);
  if (refused !== undefined && (await stat(file)).isFile()) throw new ProblemError(refused);
  // A log or a dump among the reports may be larger than memory.
  if ((await stat(file)).size > LARGEST_DOCUMENT) throw new ProblemError('huge');
  if (format === undefined) return readText(file);
  const conversion = await converter(format, await readFile(file));
  if (conversion.kind === 'problem') throw new ProblemError(conversion.problem);
  return { text: conversion.text, encoding: 'utf-8', bom: false, sound: true };
}
