import 'mocha/mocha.js';
import { declareSuites } from './suites';
import { report, testTimeout } from './report';

/** Entry point of the editor suite where the extension runs in a web worker (vscode.dev and the like). */
export function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: testTimeout, reporter: SilentReporter });
  declareSuites();
  return new Promise((resolve, reject) => {
    report(
      mocha.run((failures) => {
        if (failures === 0) resolve();
        else reject(new Error(`${String(failures)} tests failed.`));
      }),
    );
  });
}

// A worker has no page that mocha's own reporters could write to.
function SilentReporter(): void {
  return undefined;
}
