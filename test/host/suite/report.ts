import type { Runner } from 'mocha';

/** A test waits for conditions; the timeout, in milliseconds, only bounds one that hangs. */
export const mochaOptions = { ui: 'tdd', timeout: 180_000 } as const;

/** Lines that begin with it are read by the runner outside the editor (scripts/lib/editor-suite.mjs). */
const marker = '[policy-drafting-test]';

/**
 * Runs what is declared and tells the runner outside of every test as it ends. The console is the one way out that
 * both kinds of extension host have.
 * @returns a promise that fails when a test does, which makes the editor's exit code 1
 */
export function finish(start: (done: (failures: number) => void) => Runner): Promise<void> {
  return new Promise((resolve, reject) => {
    const runner = start((failures) => {
      if (failures === 0) resolve();
      else reject(new Error(`${String(failures)} tests failed.`));
    });
    runner.on('pass', (test) => {
      tell({ title: test.fullTitle(), state: 'passed' });
    });
    runner.on('fail', (test, error: unknown) => {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      tell({ title: test.fullTitle(), state: 'failed', reason });
    });
  });
}

function tell(line: Readonly<Record<string, string>>): void {
  console.log(`${marker}${JSON.stringify(line)}`);
}
