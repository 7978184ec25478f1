import type { Converter } from '../import/converter';
import type { Gb18030Decoder } from './decode';

/** What the place where the server runs can do: a Node process or a worker of a browser. */
export interface Host {
  /** Files that can be read without asking the client; null in a browser. */
  readonly files: LocalFiles | null;
  readonly gb18030: Gb18030Decoder;
  /**
   * Converts documents to Markdown. Asked for once.
   * @param script where the client says that the converters of the browser build are; null where it does not
   */
  converter(script: string | null): Converter;
  /** Lets messages that wait be read, such as the cancellation of what is being done. */
  pause(): Promise<void>;
}

export interface LocalFiles {
  /** Whether a file of this URI is on a disk of this machine. */
  holds(uri: string): boolean;
  /** URIs of files with one of the endings under a folder; only right in it unless `deep`. */
  list(folder: string, extensions: readonly string[], deep: boolean): Promise<readonly string[]>;
  /** @param most bytes beyond which a file is not read */
  read(uri: string, most: number): Promise<FileContent>;
}

/** The content of a file, or why there is none: it is gone, too large for a report, or cannot be read. */
export type FileContent =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'missing' }
  | { readonly kind: 'large' }
  | { readonly kind: 'unreadable'; readonly reason: string };
