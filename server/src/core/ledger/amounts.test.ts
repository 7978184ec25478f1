import { describe, expect, it } from 'vitest';
import type { Statement } from '../model';
import { intervalOf, measureKey, scaleOf } from './amounts';

const LEVEL: Statement = {
  start: 0,
  end: 0,
  indicator: '粮食产量',
  name: '粮食产量',
  nameStart: 0,
  nameEnd: 0,
  valueStart: 0,
  valueEnd: 0,
  role: 'target',
  year: 2024,
  period: 'annual',
  measure: 'level',
  direction: null,
  bound: 'exact',
  min: 2,
  max: 2,
  unit: '亿斤',
  estimated: false,
  stretch: null,
  known: true,
  block: 0,
};

describe('scaleOf', () => {
  it.each([
    ['万亿元', '元', 1e12],
    ['万人', '人', 1e4],
    ['人次', '人', 1],
    ['亿斤', '千克', 5e7],
    ['千瓦', '瓦', 1e3],
    ['千米', '米', 1e3],
    ['公里', '米', 1e3],
    ['家', '个', 1],
    ['%', '%', 1],
    ['倍', '%', 100],
    ['个百分点', '百分点', 1],
    [null, '个', 1],
  ])('%s', (unit, base, factor) => {
    expect(scaleOf(unit)).toEqual({ base, factor });
  });
});

describe('intervalOf', () => {
  it('is open where the bound is', () => {
    expect(intervalOf({ ...LEVEL, bound: 'at-least', max: null })).toEqual({ low: 1e8, high: Infinity });
    expect(intervalOf({ ...LEVEL, bound: 'at-most', min: null })).toEqual({ low: -Infinity, high: 1e8 });
  });

  it('counts drops downwards', () => {
    const drop = { ...LEVEL, measure: 'growth', direction: 'down', unit: '%' } as const;
    expect(intervalOf({ ...drop, bound: 'range', min: 2, max: 3 })).toEqual({ low: -3, high: -2 });
    expect(intervalOf({ ...drop, bound: 'at-least', min: 3, max: null })).toEqual({ low: -Infinity, high: -3 });
  });

  it('is null for words', () => {
    expect(intervalOf({ ...LEVEL, measure: 'qualitative', bound: null, min: null, max: null })).toBeNull();
  });
});

describe('measureKey', () => {
  it('keeps an amount and its rise apart', () => {
    expect(measureKey(LEVEL)).toBe('level');
    expect(measureKey({ ...LEVEL, direction: 'up' })).toBe('step');
  });
});
