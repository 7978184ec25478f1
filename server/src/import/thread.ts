/** The thread in which a Node process converts documents. Built into a file of its own, loaded with the first document. */
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import iconv from 'iconv-lite';
import type { Means } from './convert';
import { convert } from './convert';
import type { ConversionRequest } from './converter';

const means: Means = {
  gb18030: (bytes) => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), 'gb18030'),
  pdf: async (bytes) => (await import('./pdf.mjs')).convertPdf(bytes, path.join(__dirname, 'cmaps/')),
};

parentPort?.on('message', ({ format, bytes }: ConversionRequest) => {
  void convert(format, bytes, means).then((conversion) => parentPort?.postMessage(conversion));
});
