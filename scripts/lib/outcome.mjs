/**
 * What became of a suite. A problem is a failure outside of any test: a crash, a hang, tests that never ran.
 * @typedef {{ passed: number, failed: number, skipped: number, problems: string[] }} Outcome
 */

/**
 * @param {{ declared: ReadonlyMap<string, number>, ran: ReadonlyMap<string, number> }} counts tests by file
 * @returns {string[]} one problem for each file that ran fewer tests than it declares
 */
export function missingTests({ declared, ran }) {
  return [...declared]
    .filter(([file, count]) => count === 0 || (ran.get(file) ?? 0) < count)
    .map(([file, count]) =>
      count === 0 ? `${file} declares no test.` : `${file} declares ${count} tests and ran ${ran.get(file) ?? 0}.`,
    );
}

/**
 * The last line of a run: every problem counts as a failure, so that the line never says less than the exit code.
 * @param {readonly Outcome[]} outcomes
 */
export function closingLine(outcomes) {
  const passed = sum(outcomes, (outcome) => outcome.passed);
  return `${passed} passed, ${countFailures(outcomes)} failed`;
}

/** @param {readonly Outcome[]} outcomes */
export function countFailures(outcomes) {
  return sum(outcomes, (outcome) => outcome.failed + outcome.problems.length);
}

function sum(outcomes, count) {
  return outcomes.reduce((total, outcome) => total + count(outcome), 0);
}
