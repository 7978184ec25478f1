import { expect, test } from 'vitest';
import { createPhraseFinder } from './phrases';

test('finds every phrase everywhere, overlaps included', () => {
  const finder = createPhraseFinder(['市场主体', '市场', '主体责任', '市场']);
  expect(finder.find('压实市场主体责任，规范市场。')).toEqual([
    { at: 2, phrase: '市场主体' },
    { at: 2, phrase: '市场' },
    { at: 4, phrase: '主体责任' },
    { at: 11, phrase: '市场' },
  ]);
  expect(finder.find('市')).toEqual([]);
});
