import { applyEdits, parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { asPattern, configurationsAbove, editsOfEntry, isEarlierYear, suggestedYear, withReport } from './reportEntry';

describe('withReport', () => {
  it('adds an entry and replaces the one of the same path', () => {
    const before = [{ path: 'a.md', planYear: 2023 }, { path: 'b.md' }];
    expect(withReport(before, { path: 'a.md', planYear: 2024 })).toEqual([
      { path: 'b.md' },
      { path: 'a.md', planYear: 2024 },
    ]);
    expect(before).toHaveLength(2);
  });
});

describe('editsOfEntry', () => {
  it('keeps comments and form', () => {
    const text = '{\r\n  // 往年\r\n  "reports": [{ "path": "a.md", "planYear": 2023 }]\r\n}\r\n';
    const added = applyEdits(text, editsOfEntry(text, { path: 'b.md', planYear: 2024 }));
    expect(added).toContain('// 往年\r\n');
    expect(parse(added)).toEqual({
      reports: [
        { path: 'a.md', planYear: 2023 },
        { path: 'b.md', planYear: 2024 },
      ],
    });
    expect(applyEdits(text, editsOfEntry(text, { path: 'a.md', planYear: 2024 }))).not.toContain('2023');
  });
});

describe('configurationsAbove', () => {
  it('looks up to the root of a disk, as the server does, and elsewhere to the folder that is open', () => {
    expect(configurationsAbove('file:///c%3A/w/2026/a.md', 'file:///c%3A/w/2026')).toEqual([
      'file:///c%3A/w/2026/policy-drafting.json',
      'file:///c%3A/w/policy-drafting.json',
      'file:///c%3A/policy-drafting.json',
    ]);
    for (const top of ['vscode-vfs://github/o/r', 'vscode-vfs://github/o/r/']) {
      expect(configurationsAbove('vscode-vfs://github/o/r/past/a.md', top)).toEqual([
        'vscode-vfs://github/o/r/past/policy-drafting.json',
        'vscode-vfs://github/o/r/policy-drafting.json',
      ]);
    }
  });
});

describe('asPattern', () => {
  it('keeps marks of patterns in a file name literal', () => {
    expect(asPattern('往年/报告[定稿]*.md')).toBe('往年/报告[[]定稿][*].md');
    expect(asPattern('往年/报告（定稿）.md')).toBe('往年/报告（定稿）.md');
  });
});

describe('suggestedYear', () => {
  it('takes the latest year in the name before the year of the draft', () => {
    expect(suggestedYear('青禾区2023年政府工作报告.md', 2025)).toBe(2023);
    expect(suggestedYear('2022—2024年.txt', 2025)).toBe(2024);
  });
  it('falls back to the year before the draft', () => {
    expect(suggestedYear('报告.md', 2025)).toBe(2024);
    expect(suggestedYear('2025稿.md', 2025)).toBe(2024);
    expect(suggestedYear('20240108.md', 2025)).toBe(2024);
  });
  it('suggests nothing where nothing is known', () => {
    expect(suggestedYear('报告.md', null)).toBeUndefined();
  });
});

describe('isEarlierYear', () => {
  it('accepts four digits before the year of the draft', () => {
    expect(isEarlierYear('2024', 2025)).toBe(true);
    expect(isEarlierYear('2025', 2025)).toBe(false);
    expect(isEarlierYear('24', 2025)).toBe(false);
    expect(isEarlierYear('2030', null)).toBe(true);
  });
});
