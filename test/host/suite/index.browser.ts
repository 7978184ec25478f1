import 'mocha/mocha.js';
import { declareSuites } from './suites';
import { finish, mochaOptions } from './report';

/** Entry point of the editor suite where the extension runs in a web worker (vscode.dev and the like). */
export function run(): Promise<void> {
  mocha.setup({ ...mochaOptions, reporter: Mocha.reporters.Base });
  declareSuites();
  return finish((done) => mocha.run(done));
}
