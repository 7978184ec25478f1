import type { Gb18030Decoder } from '../platform/decode';
import { convertDocx } from './docx';
import type { ConvertedFormat } from './formats';
import { convertHtml } from './html';
import type { Conversion } from './problems';
import { ProblemError } from './problems';

/** What the place of the conversion brings along. */
export interface Means {
  readonly gb18030: Gb18030Decoder;
  /** Reads PDF; null where that library cannot run. */
  readonly pdf: ((bytes: Uint8Array) => Promise<string>) | null;
}

/** The Markdown text of a document, or the one reason why there is none. Never throws for what is in the bytes. */
export async function convert(format: ConvertedFormat, bytes: Uint8Array, means: Means): Promise<Conversion> {
  try {
    return { kind: 'text', text: await convertAs(format, bytes, means) };
  } catch (error) {
    return { kind: 'problem', problem: error instanceof ProblemError ? error.problem : 'corrupt' };
  }
}

function convertAs(format: ConvertedFormat, bytes: Uint8Array, { gb18030, pdf }: Means): Promise<string> | string {
  if (bytes.length === 0) throw new ProblemError('empty');
  switch (format) {
    case 'docx':
      return convertDocx(bytes);
    case 'html':
      return convertHtml(bytes, gb18030);
    case 'pdf':
      if (pdf === null) throw new ProblemError('unavailable');
      return pdf(bytes);
  }
}
