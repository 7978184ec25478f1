/**
 * The converters for a browser, a script that the server's worker loads with the first document. PDF is left out: its
 * library would need a worker of its own there.
 */
import { gb18030 } from '../platform/host.browser';
import { convert } from './convert';
import type { Converter } from './converter';

const converter: Converter = (format, bytes) => convert(format, bytes, { gb18030, pdf: null });
(globalThis as { policyDraftingConvert?: Converter }).policyDraftingConvert = converter;
