import { describe, expect, it } from 'vitest';
import { components, findIndicator, formsOf, indicatorIndex, indicators, sources } from './data';
import type { Sourced } from './data';

// Example: 2025, 2025-03, 2025-03-05.
const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const sourceIds = new Set(sources.map(({ id }) => id));

function expectSourced(rows: readonly Sourced[], label: (row: never) => string): void {
  const bad = rows.filter(
    (row) => !sourceIds.has(row.source) || !DATE.test(row.date) || !['confirmed', 'unconfirmed'].includes(row.status),
  );
  expect(bad.map((row) => label(row as never))).toEqual([]);
}

function repeated(values: readonly string[]): string[] {
  return values.filter((value, position) => values.indexOf(value) !== position);
}

describe('sources', () => {
  it('are unique and dated', () => {
    expect(repeated(sources.map(({ id }) => id))).toEqual([]);
    expect(sources.filter(({ date }) => !DATE.test(date))).toEqual([]);
  });
});

describe('indicators', () => {
  const names = new Set(indicators.map(({ name }) => name));

  it('are many, and every row has source, date and status', () => {
    expect(indicators.length).toBeGreaterThanOrEqual(110);
    expectSourced(indicators, (row: { name: string }) => row.name);
    expectSourced(components, (row: { part: string }) => row.part);
  });

  it('have no form twice, in one row or in two', () => {
    expect(repeated(indicators.flatMap((row) => formsOf(row).map(([form]) => form)))).toEqual([]);
  });

  it('keep to the closed sets of values', () => {
    for (const row of indicators) {
      expect(['up', 'down', 'neutral'], row.name).toContain(row.direction);
      expect(['nominal', 'real', null], row.name).toContain(row.basis);
      expect(['growth', 'floor', 'cap', 'level', 'sync', 'change'], row.name).toContain(row.kind);
      expect(row.measures.length, row.name).toBeGreaterThan(0);
      for (const measure of row.measures) expect(['growth', 'level', 'change', 'qualitative']).toContain(measure);
      expect(row.units[0], row.name).toBe(row.unit);
    }
  });

  it('refer only to rows that exist', () => {
    const referred = [
      ...indicators.flatMap(({ nationalOf, partOf, successor, parts = [] }) => [nationalOf, partOf, successor, ...parts]),
      ...components.flatMap(({ members }) => Object.values(members)),
    ];
    expect(referred.filter((name) => name !== undefined && !names.has(name))).toEqual([]);
  });

  it('correct a wrong form with a form of the same row', () => {
    for (const row of indicators) {
      const right = formsOf(row).flatMap(([form, via]) => (via === 'wrong' ? [] : [form]));
      for (const wrong of row.wrong ?? []) expect(right, wrong.form).toContain(wrong.right);
    }
  });

  it('carry no region words in names', () => {
    expect(indicators.filter(({ name }) => /^(?:全|我)(?:国|省|市|区|县|旗)/u.test(name))).toEqual([]);
  });

  it('are found by any form, growth words dropped, and by the national name on request', () => {
    for (const row of indicators) for (const [form] of formsOf(row)) expect(findIndicator(form)?.name).toBe(row.name);
    expect(findIndicator('gdp')?.name).toBe('地区生产总值');
    expect(findIndicator('居民消费价格涨幅')?.name).toBe('居民消费价格');
    expect(findIndicator('社零增速')?.name).toBe('社会消费品零售总额');
    expect(findIndicator('研究与试验发展(R&D)经费投入')?.name).toBe('研究与试验发展（R&D）经费投入');
    expect(findIndicator('GDP', { national: true })?.name).toBe('国内生产总值');
    expect(findIndicator('粮食产量', { national: true })?.name).toBe('粮食产量');
    expect(findIndicator('青禾区口袋公园')).toBeNull();
  });

  it('are matched at a place by their longest form', () => {
    const text = '青禾区规模以上工业企业利润总额增长3%，出口总额下降';
    const match = indicatorIndex().matchAt(text, 3);
    expect(match?.indicator.name).toBe('规模以上工业企业利润总额');
    expect(match?.length).toBe(12);
    expect(indicatorIndex().matchAt(text, 4)).toBeNull();
    expect(indicatorIndex().matchAt(text, text.indexOf('出口'))?.form).toBe('出口总额');
    expect(indicatorIndex().matchAt('出口', 0)?.via).toBe('weak');
    expect(indicatorIndex().matchAt('出', 0)).toBeNull();
    expect(indicatorIndex().matchAt('', 0)).toBeNull();
    expect(indicatorIndex().matchAt('细颗粒物(pm₂.₅)浓度', 0)?.length).toBe(13);
  });
});
