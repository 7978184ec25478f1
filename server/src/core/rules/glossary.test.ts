import { describe, expect, it } from 'vitest';
import { SHAPES } from '../../../../test/unit/shapes';
import { createAnalyser } from '../analysis';
import { numberedLists } from './glossary';

describe('numbered lists', () => {
  it('begin anew behind text of the body, however short the one before was', () => {
    const text = SHAPES.find(({ name }) => name.includes('at the end of each part'))?.text ?? '';
    const lists = numberedLists(createAnalyser().analyse(text).report);
    expect(lists.map((list) => list.map(({ value }) => value))).toEqual([[1, 2], [1, 2], [1]]);
  });
});
