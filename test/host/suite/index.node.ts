import Mocha from 'mocha';
import { finish, mochaOptions } from './report';
import { declareSuites } from './suites';

/** Entry point of the editor suite where the extension runs in Node. The editor calls it once its window is ready. */
export function run(): Promise<void> {
  // With this variable set the first failure ends the run: enough to see that a broken server is noticed.
  const bail = process.env.POLICY_DRAFTING_BAIL === '1';
  const mocha = new Mocha({ ...mochaOptions, reporter: Mocha.reporters.Base, bail });
  // Puts `suite` and `test` where the declarations look for them, as loading a file would.
  mocha.suite.emit('pre-require', globalThis, 'suite', mocha);
  declareSuites();
  return finish((done) => mocha.run(done));
}
