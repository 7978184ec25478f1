import { Worker } from 'node:worker_threads';
import type { ConversionRequest, Converter } from './converter';
import type { Conversion, Problem } from './problems';

/** Megabytes of objects that one document may need. */
const MEMORY = 512;

/** Milliseconds after which a document is given up. Reports take a second or two on a slow machine. */
const PATIENCE = 60_000;

/** Milliseconds after which the thread is let go when nothing is left to convert. */
const IDLE = 20_000;

/**
 * A converter in a thread of its own, started when first needed: a document that was made to do harm, or only a very
 * large one, ends that thread and not the server.
 * @param file the built script of the thread
 */
export function createThreadConverter(file: string | URL): Converter {
  let worker: Worker | undefined;
  let idle: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const start = (): Worker => {
    // What libraries print must not get into the protocol on standard output.
    const made = new Worker(file, { stdout: true, stderr: true, resourceLimits: { maxOldGenerationSizeMb: MEMORY } });
    made.once('exit', () => {
      if (worker === made) worker = undefined;
    });
    // A library may throw when its document is long done, and an error that nobody listens to would end the process.
    made.on('error', () => undefined);
    return made;
  };
  const stop = (): void => {
    void worker?.terminate();
    worker = undefined;
  };

  const convert = (request: ConversionRequest, signal: AbortSignal | undefined): Promise<Conversion> =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      clearTimeout(idle);
      const thread = (worker ??= start());
      const timer = setTimeout(() => fail('slow'), PATIENCE);
      const end = (): void => {
        clearTimeout(timer);
        thread.off('message', answered).off('error', failed).off('exit', ended);
        signal?.removeEventListener('abort', abort);
        // A thread that waits for work must not keep the process from ending.
        thread.unref();
        idle = setTimeout(stop, IDLE).unref();
      };
      const fail = (problem: Problem): void => {
        end();
        stop();
        resolve({ kind: 'problem', problem });
      };
      const answered = (conversion: Conversion): void => {
        end();
        resolve(conversion);
      };
      const failed = (error: Error): void => {
        fail('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'huge' : 'corrupt');
      };
      const ended = (): void => fail('corrupt');
      const abort = (): void => {
        end();
        stop();
        reject(signal?.reason as Error);
      };
      thread.ref();
      thread.on('message', answered);
      thread.on('error', failed);
      thread.on('exit', ended);
      signal?.addEventListener('abort', abort);
      thread.postMessage(request);
    });

  return (format, bytes, signal) => {
    const result = last.then(() => convert({ format, bytes }, signal));
    last = result.catch(() => undefined);
    return result;
  };
}
