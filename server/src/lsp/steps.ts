import type { Host } from '../platform/host';

/** Work goes on for this many milliseconds before other messages are let in. */
const SLICE = 8;

/**
 * Runs work of the core to its end, with a pause every few milliseconds: only then can the message arrive that says
 * that nobody wants the result any more. Undefined when that happened.
 */
export async function runSteps<T>(
  steps: Generator<undefined, T, undefined>,
  host: Host,
  isCancelled: () => boolean,
): Promise<T | undefined> {
  let began = performance.now();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() - began < SLICE) continue;
    await host.pause();
    if (isCancelled()) return undefined;
    began = performance.now();
  }
}

/** A message that nobody waits for. The client gone meanwhile is no error of ours. */
export function send(sending: Promise<unknown>): void {
  sending.catch(() => undefined);
}
