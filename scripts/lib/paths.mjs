import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Everything that is installed for the editor host lives here: outside `node_modules`, ignored by git, reused. */
export const hostHome = path.join(root, '.vscode-test');

/** Results of a test run: one folder a suite. */
export const resultsHome = path.join(root, 'out', 'results');

export const samplesHome = path.join(root, 'samples');

/** The draft that `npm start`, the editor suite and the screenshots open. */
export const sampleDraftName = '青禾区2026年政府工作报告（草稿）.md';

/** @param {...string} parts */
export function fromRoot(...parts) {
  return path.join(root, ...parts);
}
