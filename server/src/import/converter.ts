import type { ConvertedFormat } from './formats';
import type { Conversion } from './problems';

/**
 * Converts documents outside of the thread that answers the editor. One after another: each may need much memory. Never
 * rejects but for the signal, which gives the conversion up.
 */
export type Converter = (format: ConvertedFormat, bytes: Uint8Array, signal?: AbortSignal) => Promise<Conversion>;

/** What is sent to where the conversion is done. */
export interface ConversionRequest {
  readonly format: ConvertedFormat;
  readonly bytes: Uint8Array;
}
