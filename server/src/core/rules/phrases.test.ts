import { expect, test } from 'vitest';
import { createListFinder, createPhraseFinder, linesWithLists } from './phrases';

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

test('finds the lines of all lists in one pass', () => {
  const markets = createListFinder(() => ['市场主体', '市场']);
  const duties = createListFinder(() => ['主体责任', '责任']);
  const lines = ['压实市场主体责任，规范市场。', '没有相关的词。', '', '责任', '市场', '场主'];
  const starts = [0];
  for (const line of lines) starts.push((starts.at(-1) ?? 0) + line.length + 1);
  const found = linesWithLists(lines.join('\n'), starts);
  expect(found[markets.list]).toEqual([0, 4]);
  expect(found[duties.list]).toEqual([0, 3]);
  for (const finder of [markets, duties])
    expect(found[finder.list]).toEqual(lines.flatMap((line, i) => (finder.next(line, 0) < 0 ? [] : [i])));
});
