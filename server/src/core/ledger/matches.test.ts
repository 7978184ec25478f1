import { describe, expect, it } from 'vitest';
import type { PromiseKey } from './matches';
import {
  confirmedAnswer,
  formatMatches,
  NO_ANSWER,
  NO_MATCHES,
  parseMatches,
  withMatch,
  withoutMatch,
} from './matches';

const KEY: PromiseKey = { issuer: '青禾区', year: 2024, indicator: '城镇新增就业', promise: 'a1' };
const FIGURE = { result: 'b2', figure: 'd4', clauses: [] };
const WORDS = { result: 'c3', figure: null, clauses: ['e5', 'f6'] };

describe('confirmed matches', () => {
  it('are added, replaced and removed', () => {
    const one = withMatch(NO_MATCHES, KEY, FIGURE);
    expect(confirmedAnswer(one, KEY)).toMatchObject(FIGURE);
    const two = withMatch(one, KEY, NO_ANSWER);
    expect(two.matches).toHaveLength(1);
    expect(confirmedAnswer(two, KEY)).toMatchObject(NO_ANSWER);
    expect(withoutMatch(two, KEY)).toEqual(NO_MATCHES);
    expect(confirmedAnswer(two, { ...KEY, year: 2023 })).toBeNull();
  });

  it('come back from the file as they were', () => {
    const matches = withMatch(withMatch(NO_MATCHES, { ...KEY, indicator: '固定资产投资' }, WORDS), KEY, FIGURE);
    const content = formatMatches(matches);
    expect(parseMatches(content)?.matches.map(({ result, figure, clauses }) => ({ result, figure, clauses }))).toEqual([
      WORDS,
      FIGURE,
    ]);
    expect(formatMatches(parseMatches(`\ufeff${content}`) ?? NO_MATCHES)).toBe(content);
  });

  it.each([
    ['', 'nothing'],
    ['[]', 'a list'],
    ['{"schema":2,"matches":[]}', 'another schema'],
    ['{"schema":1,"matches":{}}', 'no list'],
    ['{"schema":1,"matches":[{"indicator":"地区生产总值"}]}', 'an entry without its hashes'],
    ['{"schema":1,"matches":[{"indicator":"a","promise":"b","result":1}]}', 'a number for a hash'],
    ['{"schema":1,"matches":[{"indicator":"a","promise":"b","result":"c","figure":1}]}', 'a number for a figure'],
    ['{"schema":1,"matches":[{"indicator":"a","promise":"b","result":"c","clauses":[1]}]}', 'a number for a clause'],
    ['{"schema":1,"matches":[null]}', 'no entry'],
  ])('refuse %j', (content) => {
    expect(parseMatches(content)).toBeNull();
  });
});
