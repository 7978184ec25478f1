import { manifest, ok, wasRun } from './support';

/** Comes last: what no test has run is proved by none. */
export function declareCoverageSuite(): void {
  suite('every command of the manifest', () => {
    test('was run by a test of this suite', () => {
      const never = manifest()
        .contributes.commands.map(({ command }) => command)
        .filter((command) => !wasRun(command));
      ok(never.length === 0, `No test runs ${never.join(', ')}.`);
    });
  });
}
