import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { exampleReport } from '../example-report';
import type { Analysis, CorpusView } from '../model';
import { indicatorSeries } from './indicator-series';

function report(year: number, review: string, targets: string): Analysis {
  const text = exampleReport({
    year,
    review: `过去一年，全区上下齐心协力。${review}`,
    plan: `今年主要预期目标是：${targets}`,
  });
  return createAnalyser().analyse(text, { path: `青禾区${String(year)}年政府工作报告.md`, force: true });
}

const corpus: CorpusView = {
  precedents: [
    { path: '2025', analysis: report(2025, '地区生产总值增长5.8%。', '地区生产总值增长6%左右，粮食产量2.4亿斤以上。') },
    {
      path: '2024',
      analysis: report(2024, '地区生产总值增长5.1%。', '地区生产总值增长5%—6%，粮食产量23000万斤以上。'),
    },
  ],
  versions: [],
  peers: [],
};

describe('indicators by year', () => {
  const draft = report(2026, '地区生产总值完成338亿元、增长5.7%。粮食产量2.47亿斤。', '地区生产总值增长5.5%。');
  const series = indicatorSeries(draft, corpus);
  const of = (indicator: string) => series.filter((one) => one.indicator === indicator);

  it('set each target beside its result, the oldest year first', () => {
    const [growth, ...others] = of('地区生产总值');
    expect(others).toEqual([]);
    expect(growth).toMatchObject({ measure: 'growth', unit: '%' });
    expect(
      growth?.years.map(({ year, target, result }) => [year, target?.low, target?.high, result?.low, result?.path]),
    ).toEqual([
      [2023, undefined, undefined, 5.1, '2024'],
      [2024, 5, 6, 5.8, '2025'],
      [2025, 6, 6, 5.7, null],
      [2026, 5.5, 5.5, undefined, undefined],
    ]);
  });

  it('bring all years to one unit, and leave open what a bound leaves open', () => {
    const [grain] = of('粮食产量');
    expect(grain?.unit).toBe('亿斤');
    expect(grain?.years.map(({ target }) => [target?.low, target?.high])).toEqual([
      [2.3, null],
      [2.4, null],
    ]);
  });

  it('are none where nothing is set', () => {
    expect(
      indicatorSeries(report(2026, '各项工作稳步推进。', '把各项任务落到实处。'), {
        precedents: [],
        versions: [],
        peers: [],
      }),
    ).toEqual([]);
  });
});
