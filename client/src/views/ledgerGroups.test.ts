import { describe, expect, it } from 'vitest';
import type { DraftLedger, LedgerRow } from '../../../server/src/lsp/protocol';
import {
  certaintyWords,
  groupsOf,
  ledgerRemark,
  ledgerTitle,
  openCount,
  plainText,
  rowDescription,
  verdictName,
} from './ledgerGroups';

const location = { uri: 'file:///a.md', range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } } };

function row(more: Partial<LedgerRow> = {}): LedgerRow {
  return {
    id: 'a',
    kind: 'target',
    indicator: '地区生产总值',
    year: 2025,
    verdict: 'met',
    confidence: 'certain',
    confirmed: false,
    promise: { words: '地区生产总值增长6%', location },
    answer: { words: '增长5.8%', location },
    shortfall: null,
    place: location,
    sentence: '地区生产总值增长${1:XX}%。',
    ...more,
  };
}

function ledger(more: Partial<DraftLedger> = {}): DraftLedger {
  const precedent = { uri: 'file:///2025.md', planYear: 2025 };
  return { planYear: 2026, precedent, precedents: [], newest: true, items: [], matchesUnreadable: false, ...more };
}

/** The English message with its values. */
const t = (message: string, args: Record<string, string | number> = {}): string =>
  message.replace(/\{(\w+)\}/gu, (_all, name: string) => String(args[name]));

describe('groups of the ledger', () => {
  it('put what needs a hand first and leave out what does not occur', () => {
    const items = (['met', 'unreported', 'met', 'missed'] as const).map((verdict) => row({ verdict }));
    const groups = groupsOf(ledger({ items }));
    expect(groups.map(({ verdict, rows }) => [verdict, rows.length])).toEqual([
      ['unreported', 1],
      ['missed', 1],
      ['met', 2],
    ]);
    expect(openCount(ledger({ items }))).toBe(2);
  });

  it('have a name each', () => {
    const verdicts = ['met', 'missed', 'reported', 'unreported', 'incomparable'] as const;
    expect(new Set(verdicts.map((verdict) => verdictName(verdict, t))).size).toBe(5);
  });
});

describe('words of the ledger', () => {
  it('count the promises of a year', () => {
    expect(ledgerTitle(ledger({ items: [row()] }), t)).toBe('Promises of 2025: 1');
    expect(ledgerTitle(ledger({ precedent: { uri: '', planYear: null } }), t)).toBe('Promises: 0');
    expect(ledgerTitle(ledger({ precedent: null }), t)).toBe('');
    expect(ledgerTitle(ledger({ items: [row()] }), t, '2026.md')).toBe('Promises of 2025: 1 · 2026.md');
  });

  it('say what limits the comparison', () => {
    expect(ledgerRemark(ledger(), t)).toBeUndefined();
    expect(ledgerRemark(ledger({ precedent: { uri: '', planYear: 2024 } }), t)).toContain('plans 2024');
    expect(ledgerRemark(ledger({ matchesUnreadable: true }), t)).toContain('policy-drafting.matches.json');
  });

  it('say by how much a target was missed', () => {
    expect(rowDescription(row(), t)).toBe('增长6% → 增长5.8%');
    expect(rowDescription(row({ shortfall: { amount: 1.2, unit: '%' } }), t)).toMatch(
      /^1\.2 percentage points off · /u,
    );
    expect(rowDescription(row({ answer: null, shortfall: { amount: 3, unit: '万人' } }), t)).toBe('3万人 off · 增长6%');
  });

  it('say how sure a match is', () => {
    expect(certaintyWords(row(), t)).toBe('');
    expect(certaintyWords(row({ confidence: 'likely' }), t)).toContain('confirm');
    expect(certaintyWords(row({ confidence: 'possible', confirmed: true }), t)).toBe('confirmed by hand');
    expect(certaintyWords(row({ confidence: 'possible', answer: null }), t)).toContain('other words');
  });

  it('read a snippet as plain text', () => {
    expect(plainText('新增就业${1:XX}人、增长${2:XX}%，含 \\$ 和 \\}。')).toBe('新增就业XX人、增长XX%，含 $ 和 }。');
  });
});
