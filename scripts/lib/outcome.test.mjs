import { expect, it } from 'vitest';
import { closingLine, missingTests } from './outcome.mjs';

it('sums what passed and counts every problem as a failure', () => {
  const outcomes = [
    { passed: 3, failed: 1, skipped: 0, problems: [] },
    { passed: 2, failed: 0, skipped: 4, problems: ['The test runner ended with exit code 1.'] },
  ];
  expect(closingLine(outcomes)).toBe('5 passed, 2 failed');
});

it('names a file that ran fewer tests than it declares, and one that declares none', () => {
  const declared = new Map([
    ['whole.test.ts', 2],
    ['cut.test.ts', 3],
    ['gone.test.ts', 1],
    ['empty.test.ts', 0],
  ]);
  const ran = new Map([
    ['whole.test.ts', 5],
    ['cut.test.ts', 2],
  ]);
  expect(missingTests({ declared, ran })).toEqual([
    'cut.test.ts declares 3 tests and ran 2.',
    'gone.test.ts declares 1 tests and ran 0.',
    'empty.test.ts declares no test.',
  ]);
});
