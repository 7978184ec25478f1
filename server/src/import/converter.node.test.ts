import type * as Threads from 'node:worker_threads';
import { expect, it, vi } from 'vitest';
import { createThreadConverter } from './converter.node';

const threads: Threads.Worker[] = [];

vi.mock('node:worker_threads', async (load) => {
  const { Worker } = await load<typeof Threads>();
  const Counted = class extends Worker {
    constructor(...[file, options]: ConstructorParameters<typeof Worker>) {
      super(file, options);
      threads.push(this);
    }
  };
  return { Worker: Counted };
});

it('outlives what a library throws when its document is long done', async () => {
  const script = `import { parentPort } from 'node:worker_threads';
    parentPort.on('message', () => parentPort.postMessage({ kind: 'text', text: '正文' }));`;
  const convert = createThreadConverter(new URL(`data:text/javascript,${encodeURIComponent(script)}`));
  expect(await convert('html', new Uint8Array())).toEqual({ kind: 'text', text: '正文' });
  expect(threads).toHaveLength(1);
  expect(threads[0]?.emit('error', new Error('late'))).toBe(true);
  expect(await convert('html', new Uint8Array())).toEqual({ kind: 'text', text: '正文' });
  await Promise.all(threads.map((thread) => thread.terminate()));
});
