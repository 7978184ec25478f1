import type { Connection } from 'vscode-languageserver';
import { URI } from 'vscode-uri';
import { baseName, folderOf } from '../core/corpus/paths';
import { CONVERTED_EXTENSIONS, convertedFormatOf, REFUSED_EXTENSIONS, refusedFormatOf } from '../import/formats';
import { createRememberingConverter } from '../import/memory';
import type { Problem } from '../import/problems';
import { LARGEST_DOCUMENT } from '../import/problems';
import type { Decoded } from '../platform/decode';
import { decode } from '../platform/decode';
import { LARGEST_FILE } from '../platform/limits';
import type { FileContent, Host } from '../platform/host';
import { isTableName, readTabs, TABLE_EXTENSIONS } from '../platform/tables';
import type { Tab } from '../core/sheet/sheet';
import type { ListFilesParams, ListFilesResult, ReadFileParams, ReadFileResult } from './protocol';
import { ListFilesMethod, ReadFileMethod } from './protocol';

/** Endings of files that may be reports. */
export const REPORT_EXTENSIONS = ['.md', '.txt', ...CONVERTED_EXTENSIONS];

export const CONFIGURATION_FILE = 'policy-drafting.json';

/** Files wherever they are: on this machine, or where only the client can reach them. */
export interface Files {
  /** Every report, configuration and document that nobody reads under a folder, or right in it. Never rejects. */
  list(folder: string, deep: boolean): Promise<readonly string[]>;
  /** The text of a file, converted where its format asks for it. Rejects only when the signal says so. */
  read(uri: string, signal?: AbortSignal): Promise<FileText>;
  /** The tabs of a table file; null for what cannot be read as one. Never rejects. */
  readTabs(uri: string): Promise<readonly Tab[] | null>;
  /** Whether folders above a folder of the workspace can be looked into. */
  reachesAbove(folder: string): boolean;
}

export type FileText =
  | { readonly kind: 'text'; readonly decoded: Decoded }
  /** The document is there and cannot be converted. */
  | { readonly kind: 'problem'; readonly problem: Problem }
  | Exclude<FileContent, { kind: 'bytes' }>;

/** @param script where the client says that the converters of the browser build are */
export function createFiles(connection: Connection, host: Host, clientFiles: boolean, script: string | null): Files {
  const converter = createRememberingConverter(host.converter(script));
  const isLocal = (uri: string): boolean => host.files?.holds(uri) === true;

  const readBytes = async (uri: string, most: number): Promise<FileContent> => {
    if (host.files !== null && isLocal(uri)) return host.files.read(uri, most);
    if (!clientFiles) return { kind: 'missing' };
    const params: ReadFileParams = { uri, most };
    const result = await connection.sendRequest<ReadFileResult>(ReadFileMethod, params);
    if (result === null) return { kind: 'missing' };
    if ('tooLarge' in result) return { kind: 'large' };
    return { kind: 'bytes', bytes: fromBase64(result.base64) };
  };

  return {
    async list(folder, deep) {
      try {
        if (host.files !== null && isLocal(folder)) {
          return await host.files.list(
            folder,
            [...REPORT_EXTENSIONS, ...REFUSED_EXTENSIONS, ...TABLE_EXTENSIONS, '.json'],
            deep,
          );
        }
        if (!clientFiles) return [];
        const params: ListFilesParams = { root: folder };
        const found = await connection.sendRequest<ListFilesResult>(ListFilesMethod, params);
        const uris = found.map(normaliseUri);
        return deep ? uris : uris.filter((uri) => folderOf(uri) === folder);
      } catch {
        return [];
      }
    },
    async read(uri, signal) {
      const format = convertedFormatOf(uri);
      try {
        const content = await readBytes(uri, format === undefined ? LARGEST_FILE : LARGEST_DOCUMENT);
        if (content.kind !== 'bytes') {
          converter.forget(uri);
          return content;
        }
        if (format === undefined) return { kind: 'text', decoded: decode(content.bytes, host.gb18030) };
        const conversion = await converter.convert(uri, format, content.bytes, signal);
        if (conversion.kind === 'problem') return conversion;
        return { kind: 'text', decoded: { text: conversion.text, encoding: 'utf-8', bom: false, sound: true } };
      } catch (error) {
        if (signal?.aborted === true) throw error;
        return { kind: 'missing' };
      }
    },
    async readTabs(uri) {
      try {
        const content = await readBytes(uri, LARGEST_FILE);
        if (content.kind !== 'bytes') return null;
        return await readTabs(baseName(uri), content.bytes, (bytes) => decode(bytes, host.gb18030));
      } catch {
        return null;
      }
    },
    reachesAbove: isLocal,
  };
}

/** One spelling for each URI, so that two clients' ways to encode it name one file. */
export function normaliseUri(uri: string): string {
  try {
    return URI.parse(uri).toString();
  } catch {
    return uri;
  }
}

/** A folder without a closing slash, however the client writes it. */
export function normaliseFolder(uri: string): string {
  const folder = normaliseUri(uri);
  return folder.endsWith('/') ? folder.slice(0, -1) : folder;
}

export function isReportFile(uri: string): boolean {
  const name = baseName(uri).toLowerCase();
  return REPORT_EXTENSIONS.some((extension) => name.endsWith(extension)) && !isHidden(name);
}

/** Whether the file is a document that could be a report in a format that nobody reads. */
export function isRefused(uri: string): boolean {
  return refusedFormatOf(uri) !== undefined && !isHidden(baseName(uri));
}

/** Whether the file is read by converting it, which takes its time. */
export function isDocument(uri: string): boolean {
  return convertedFormatOf(uri) !== undefined && isReportFile(uri);
}

/** Hidden files, and those with which Word marks that somebody has a document open (`~$报告.docx`). */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$');
}

export function isTableFile(uri: string): boolean {
  return isTableName(baseName(uri));
}

function fromBase64(base64: string): Uint8Array {
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
