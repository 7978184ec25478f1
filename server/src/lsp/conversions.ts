import type { Connection } from 'vscode-languageserver';
import type { Corpus } from '../core/corpus/corpus';
import type { OpenReport } from '../import/order';
import { byUse } from '../import/order';
import { traceOf } from '../platform/trace';
import type { Lang } from './convert';
import { startProgress } from './progress';

/** Documents that are still to be converted. Nobody waits for them: findings come again when they have been read. */
export interface Conversions {
  add(uris: readonly string[]): void;
  /** Ends when nothing is left to convert. */
  ended(): Promise<void>;
}

export interface ConversionSource {
  /** The reports for which the documents are read. */
  readonly open: () => readonly OpenReport[];
  /** Whether the document is still wanted. */
  readonly isWanted: (uri: string) => boolean;
  readonly read: (uri: string) => Promise<void>;
  /** Reports are other than before. */
  readonly changed: () => void;
}

export function createConversions(
  connection: Connection,
  corpus: Corpus,
  lang: Lang,
  { open, isWanted, read, changed }: ConversionSource,
): Conversions {
  let waiting: readonly string[] = [];
  let running: Promise<void> = Promise.resolve();

  const convertAll = async (): Promise<void> => {
    if (waiting.length === 0) return;
    const message = lang === 'zh' ? '正在读取 Word、网页和 PDF 报告' : 'Reading Word, web and PDF reports';
    const progress = startProgress(connection, message);
    let known = corpus.revision;
    for (let done = 0; waiting.length > 0; done++) {
      progress.report(done, done + waiting.length);
      // Chosen anew each time: another report may have been opened meanwhile.
      const [uri = '', ...later] = byUse(waiting, open());
      waiting = later;
      // Its folder may have gone meanwhile.
      if (isWanted(uri)) await convertOne(uri);
      // What is gained by the first reports is shown at once, what is gained by many in steps.
      if ((done < 4 || done % 8 === 0) && corpus.revision !== known) {
        known = corpus.revision;
        changed();
      }
    }
    progress.done();
    if (corpus.revision !== known) changed();
  };

  /** One document that fails must not hold back the others. */
  const convertOne = async (uri: string): Promise<void> => {
    try {
      await read(uri);
    } catch (error) {
      connection.console.error(`A document could not be taken in: ${traceOf(error)}`);
    }
  };

  return {
    add(uris) {
      waiting = [...new Set([...waiting, ...uris])];
      running = running.then(convertAll);
    },
    ended: () => running,
  };
}
