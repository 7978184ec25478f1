import { expect, test } from 'vitest';
import { createOpenings } from './openings';

test('tells where a word may begin, and by which', () => {
  const openings = createOpenings<string>();
  for (const word of ['数字', '数据要素', '数据', '禾乡平台']) openings.add(word, word);
  const text = '用好数据要素，建设数字禾乡平台，数';
  const found: [number, readonly string[]][] = [];
  for (let at = openings.next(text, 0); at < text.length; at = openings.next(text, at + 1))
    found.push([at, (openings.at(text, at) ?? []).filter((word) => text.startsWith(word, at))]);
  expect(found.filter(([, words]) => words.length > 0)).toEqual([
    [2, ['数据要素', '数据']],
    [9, ['数字']],
    [11, ['禾乡平台']],
  ]);
  expect(openings.at(text, 3)).toBeUndefined();
  expect(openings.next('', 0)).toBe(0);
});
