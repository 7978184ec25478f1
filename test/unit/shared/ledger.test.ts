import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analysis';
import type { Ledger } from '../../../server/src/core/ledger/ledger';
import { createLedger } from '../../../server/src/core/ledger/ledger';
import type { CorpusReport } from '../../../server/src/core/model';

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));
const present = existsSync(shared);
if (!present && process.env.CI !== 'true') console.log(`No ${shared}: the ledger was not tried on real reports.`);

function read(name: string): CorpusReport {
  const text = readFileSync(path.join(shared, name), 'utf8');
  return { path: name, analysis: createAnalyser().analyse(text, { path: name }) };
}

function ledgerOf(draft: string, precedent: string): Ledger {
  return createLedger(read(draft).analysis, [read(precedent)]);
}

const cabinet = (year: number): string => `corpus/state-council/国务院${String(year)}.txt`;

/** Indicator, verdict, and the words of the report that show it, by hand; '' where the review says nothing of it. */
type Expected = readonly (readonly [indicator: string, verdict: string, shown: string])[];

const PAIRS: readonly (readonly [promised: number, expected: Expected])[] = [
  [
    2008,
    [
      ['国内生产总值', 'met', '比上年增长9%'],
      ['居民消费价格', 'reported', '物价总水平涨幅得到控制'],
      ['城镇新增就业', 'met', '1113万人'],
      // The review speaks of unemployment insurance only.
      ['城镇登记失业率', 'unreported', ''],
      ['国际收支', 'unreported', ''],
    ],
  ],
  [
    2010,
    [
      ['国内生产总值', 'met', '国内生产总值增长10.3%'],
      ['城镇新增就业', 'met', '城镇新增就业1168万人'],
      ['城镇登记失业率', 'unreported', ''],
      ['居民消费价格', 'met', '居民消费价格涨幅控制在3.3%'],
      ['国际收支', 'reported', '国际收支状况有所改善'],
    ],
  ],
  [
    2011,
    [
      ['国内生产总值', 'met', '比上年增长9.2%'],
      ['经济结构', 'reported', '调整经济结构'],
      ['居民消费价格', 'reported', '居民消费价格指数'],
      ['城镇新增就业', 'met', '城镇新增就业1221万人'],
      ['城镇登记失业率', 'unreported', ''],
      ['国际收支', 'unreported', ''],
    ],
  ],
  [
    2012,
    [
      ['国内生产总值', 'met', '国内生产总值增长7.8%'],
      ['城镇新增就业', 'met', '城镇新增就业1266万人'],
      ['城镇登记失业率', 'unreported', ''],
      ['居民消费价格', 'met', '涨幅回落到2.6%'],
      ['进出口总额', 'reported', '年均增长12.2%'],
      ['国际收支', 'reported', '国际收支趋于平衡'],
      // The review speaks of the structure of the economy, never of industries.
      ['产业结构调整', 'unreported', ''],
      ['自主创新', 'reported', '自主创新'],
      ['节能减排降碳', 'reported', '能耗下降17.2%'],
      ['居民收入', 'reported', '年均分别增长8.8%'],
    ],
  ],
  [
    2013,
    [
      ['国内生产总值', 'met', '比上年增长7.7％'],
      ['发展的协调性', 'reported', '协调性增强'],
      // A ceiling for prices: below it is better.
      ['居民消费价格', 'met', '2.6％'],
      ['城镇新增就业', 'met', '1310万人'],
      ['城镇登记失业率', 'met', '4.1％'],
      // “In step with growth” is no number: the incomes of town and country answer it.
      ['居民收入', 'reported', '实际增长7％'],
      ['劳动报酬', 'unreported', ''],
      ['国际收支', 'unreported', ''],
    ],
  ],
];

/** Certain matches with an answer, by the year promised for. */
const CERTAIN: Readonly<Record<number, number>> = { 2008: 5, 2009: 4, 2010: 3, 2011: 4, 2012: 3, 2013: 6 };

// On a build server the reports must be there; elsewhere a line above tells that they are not.
describe.runIf(present || process.env.CI === 'true')('the ledger on real reports', () => {
  it.each(PAIRS)('judges every target of the main statement of %d', (year, expected) => {
    const targets = ledgerOf(cabinet(year + 1), cabinet(year)).items.filter(({ kind }) => kind === 'target');
    expect(targets.map(({ indicator, verdict }) => [indicator, verdict])).toEqual(
      expected.map(([indicator, verdict]) => [indicator, verdict]),
    );
    targets.forEach(({ evidence }, i) => {
      const shown = expected[i]?.[2] ?? '';
      if (shown === '') expect(evidence).toBeNull();
      else expect(evidence?.text.replace(/\s/gu, '')).toContain(shown);
    });
  });

  it.each([2008, 2009, 2010, 2011, 2012, 2013])('is sure of a match of %d only where words and year agree', (year) => {
    const { items } = ledgerOf(cabinet(year + 1), cabinet(year));
    const sure = items.filter(({ confidence, result }) => confidence === 'certain' && result !== null);
    for (const { promise, result } of sure) {
      expect([result?.year, result?.period, result?.measure]).toEqual([year, 'annual', promise.measure]);
    }
    // How many there are was counted by hand, each read in both reports: docs/ledger-check.md.
    expect(sure).toHaveLength(CERTAIN[year] ?? 0);
  });

  it('compares nothing of reports two years apart, and shows what would answer', () => {
    const { items } = ledgerOf('seeds/000_126ab8571b93a0f0.txt', 'seeds/001_948226ca6efd262f.txt');
    expect(items.length).toBeGreaterThan(30);
    expect(new Set(items.map(({ verdict }) => verdict))).toEqual(new Set(['incomparable']));
    expect(items.filter(({ result, confidence }) => result !== null && confidence === 'certain')).toEqual([]);
    const jobs = items.find(({ indicator }) => indicator === '城镇新增就业');
    expect([jobs?.promise.min, jobs?.result?.min]).toEqual([3600, 4385]);
  });
});
