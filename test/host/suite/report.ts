import type { Runner } from 'mocha';

/** A test waits for conditions; this bounds how long, in milliseconds. */
export const testTimeout = 90_000;

/** Lines that begin with it are read by the runner outside the editor (scripts/lib/editor-suite.mjs). */
const marker = '[policy-drafting-test]';

/** Tells the runner outside of every test as it ends. The console is the one way out that both kinds of host have. */
export function report(runner: Runner): void {
  runner.on('pass', (test) => {
    tell({ title: test.fullTitle(), state: 'passed' });
  });
  runner.on('fail', (test, error: unknown) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    tell({ title: test.fullTitle(), state: 'failed', reason });
  });
}

function tell(line: Readonly<Record<string, string>>): void {
  console.log(`${marker}${JSON.stringify(line)}`);
}
