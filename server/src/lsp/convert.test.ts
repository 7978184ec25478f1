import { expect, it } from 'vitest';
import { linesOf, toOffset } from './convert';

it.each(['\n', '\r\n', '\r'])('a position beyond the end of a line means that end, before the break %j', (mark) => {
  const lines = linesOf({ text: `一二三${mark}四五` });
  const at = (line: number, character: number): number => toOffset(lines, { line, character });
  expect([at(0, 2), at(0, 3), at(0, 99)]).toEqual([2, 3, 3]);
  expect([at(1, 0), at(1, 99), at(9, 0)]).toEqual([3 + mark.length, 5 + mark.length, 5 + mark.length]);
});
