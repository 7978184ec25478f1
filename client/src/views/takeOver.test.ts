import { describe, expect, it } from 'vitest';
import type { HeldReport, OpenReport } from './takeOver';
import { takesOver } from './takeOver';

const draft: OpenReport = { uri: '2026.md', planYear: 2026, precedents: ['2025.md', '2024.md'], newest: true };
const past: OpenReport = { uri: '2025.md', planYear: 2025, precedents: ['2024.md'], newest: false };
const neighbour: OpenReport = { uri: '邻区.md', planYear: 2025, precedents: [], newest: true };
const ofThisYear: OpenReport = { ...neighbour, planYear: 2026 };
const version: OpenReport = { ...draft, uri: '2026（征求意见稿）.md' };
const next: OpenReport = { uri: '2027.md', planYear: 2027, precedents: ['2026.md', '2025.md'], newest: true };
const nameless: OpenReport = { uri: 'Untitled-1', planYear: null, precedents: ['2026.md'], newest: true };

const held = (report: OpenReport, more: Partial<HeldReport> = {}): HeldReport => ({
  ...report,
  written: false,
  chosen: false,
  ...more,
});

describe('a report that is looked at', () => {
  it.each([
    ['the first one', null, past, true],
    ['a past report beside its draft', held(draft), past, false],
    ['a neighbour’s of last year', held(draft), neighbour, false],
    ['a neighbour’s of this year, without past reports', held(draft), ofThisYear, false],
    ['another version', held(draft), version, false],
    ['the draft behind a past report', held(past), draft, true],
    ['the draft behind a neighbour’s of last year', held(neighbour), draft, true],
    ['the draft behind a neighbour’s of this year', held(ofThisYear), draft, true],
    ['a neighbour’s behind a past report', held(past), neighbour, true],
    ['next year’s', held(draft, { written: true }), next, true],
    ['one that names no year yet', held(draft, { written: true }), nameless, true],
    ['any other behind what is written', held(neighbour, { written: true }), draft, false],
    ['the draft behind a chosen past report', held(past, { chosen: true }), draft, false],
  ])('%s', (_what, before, front, expected) => {
    expect(takesOver(before, front, 'looked-at')).toBe(expected);
  });
});

describe('a report that is written in', () => {
  it.each([
    ['takes over from another', held(draft, { written: true }), version, true],
    ['takes over from a chosen one', held(past, { chosen: true }), draft, true],
    ['does not where it is a past report of the draft', held(draft), past, false],
  ])('%s', (_what, before, front, expected) => {
    expect(takesOver(before, front, 'written-in')).toBe(expected);
  });
});

it('takes over when it is chosen, whatever it is', () => {
  for (const front of [past, neighbour, version]) {
    expect(takesOver(held(draft, { written: true }), front, 'chosen')).toBe(true);
  }
});
