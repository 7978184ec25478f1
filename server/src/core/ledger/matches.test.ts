import { describe, expect, it } from 'vitest';
import type { PromiseKey } from './matches';
import { confirmedResult, formatMatches, NO_MATCHES, parseMatches, withMatch, withoutMatch } from './matches';

const KEY: PromiseKey = { issuer: '青禾区', year: 2024, indicator: '城镇新增就业', promise: 'a1' };

describe('confirmed matches', () => {
  it('are added, replaced and removed', () => {
    const one = withMatch(NO_MATCHES, KEY, 'b2');
    expect(confirmedResult(one, KEY)).toBe('b2');
    const two = withMatch(one, KEY, 'none');
    expect(two.matches).toHaveLength(1);
    expect(confirmedResult(two, KEY)).toBe('none');
    expect(withoutMatch(two, KEY)).toEqual(NO_MATCHES);
    expect(confirmedResult(two, { ...KEY, year: 2023 })).toBeNull();
  });

  it('come back from the file as they were', () => {
    const matches = withMatch(withMatch(NO_MATCHES, { ...KEY, indicator: '固定资产投资' }, 'c3'), KEY, 'b2');
    const content = formatMatches(matches);
    expect(parseMatches(content)?.matches).toHaveLength(2);
    expect(formatMatches(parseMatches(`\ufeff${content}`) ?? NO_MATCHES)).toBe(content);
  });

  it.each([
    ['', 'nothing'],
    ['[]', 'a list'],
    ['{"schema":2,"matches":[]}', 'another schema'],
    ['{"schema":1,"matches":{}}', 'no list'],
    ['{"schema":1,"matches":[{"indicator":"地区生产总值"}]}', 'an entry without its hashes'],
    ['{"schema":1,"matches":[{"indicator":"a","promise":"b","result":1}]}', 'a number for a hash'],
    ['{"schema":1,"matches":[null]}', 'no entry'],
  ])('refuse %j', (content) => {
    expect(parseMatches(content)).toBeNull();
  });
});
