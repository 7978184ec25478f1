import { describe, expect, it } from 'vitest';
import { findTimes } from './statement-times';

describe('findTimes', () => {
  it.each<[string, string, unknown]>([
    ['2023年，', '2023年', { kind: 'year', year: 2023, end: false }],
    ['到2030年', '到2030年', { kind: 'year', year: 2030, end: true }],
    ['截至2024年底', '截至2024年底', { kind: 'year', year: 2024, end: true }],
    ['2021—2025年', '2021—2025年', { kind: 'several', plan: 14, ahead: false, end: 2025 }],
    ['二〇二三年', '二〇二三年', { kind: 'year', year: 2023, end: false }],
    ['“十四五”时期', '“十四五”时期', { kind: 'several', plan: 14, ahead: false, end: 2025 }],
    ['到“十四五”末', '到“十四五”末', { kind: 'year', year: 2025, end: true }],
    ['2020年以来', '2020年以来', { kind: 'several', plan: null, ahead: false, end: null }],
    ['过去五年', '过去五年', { kind: 'several', plan: null, ahead: false, end: null }],
    ['今后五年', '今后五年', { kind: 'several', plan: null, ahead: true, end: null }],
    ['去年', '去年', { kind: 'relative', offset: -1, before: false }],
    ['一年来', '一年来', { kind: 'reviewed' }],
    ['1—11月', '1—11月', { kind: 'part' }],
    ['前三季度', '前三季度', { kind: 'part' }],
  ])('reads %s', (text, words, meaning) => {
    const [mark, ...more] = findTimes(text);
    expect(more).toEqual([]);
    expect(text.slice(mark?.start, mark?.end)).toBe(words);
    expect(mark?.meaning).toEqual(meaning);
  });

  it('tells what something is compared with', () => {
    expect(findTimes('比2020年增长').map(({ base }) => base)).toEqual([true]);
    expect(findTimes('较上年提高').map(({ base }) => base)).toEqual([true]);
  });

  it('finds no time in other words', () => {
    expect(findTimes('十四五规划、五年计划、百年大计、三年级')).toEqual([]);
  });
});
