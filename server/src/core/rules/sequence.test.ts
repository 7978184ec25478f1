import { describe, expect, test } from 'vitest';
import { breaksOf, inHan, missingNumbers } from './sequence';

const shape = (numbers: number[]) => breaksOf(numbers).map((one) => `${one.kind}@${one.index}`);

describe('breaksOf', () => {
  test.each([
    [[1, 2, 3], []],
    [[6, 7, 8], ['start@0']],
    [[1, 2, 4, 5], ['gap@2']],
    [[1, 2, 2, 3], ['repeat@2']],
    [[1, 2, 5, 4, 5], ['slip@2']],
    [[1, 1, 3, 4], ['slip@1']],
    [[3, 2, 3], ['slip@0']],
    [[1, 3, 2, 4], ['swap@1']],
    [[1, 2, 3, 2], ['back@3']],
    [
      [6, 7, 9],
      ['start@0', 'gap@2'],
    ],
    [[], []],
  ])('%j', (numbers, breaks) => {
    expect(shape(numbers)).toEqual(breaks);
  });

  test('names what is missing', () => {
    expect(breaksOf([1, 5]).map(missingNumbers)).toEqual([[2, 3, 4]]);
  });
});

test('writes numbers in Han characters', () => {
  expect([1, 9, 10, 11, 20, 35, 99, 100].map(inHan)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '二十',
    '三十五',
    '九十九',
    '',
  ]);
});
