import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../core/analysis';
import type { CheckedFile } from './index';
import { formatText } from './text';

function fileWith(text: string, words: string): CheckedFile {
  const start = text.indexOf(words);
  return {
    path: 'a.md',
    issuer: '青禾区',
    planYear: 2026,
    text,
    analysis: createAnalyser().analyse(text),
    view: { precedents: [], versions: [], peers: [] },
    rules: {},
    findings: [
      {
        rule: 'number-range',
        severity: 'warning',
        message: { zh: '前一数值省略了“%”。', en: 'The first number lacks %.' },
        start,
        end: start + words.length,
        count: 1,
        related: [],
        fixes: [],
      },
    ],
    suppressed: [],
    passed: [],
    others: new Map(),
  };
}

/** The two lines that show the place, as a terminal would print them. */
function shown(text: string, words: string): string[] {
  return formatText([fileWith(text, words)], 'zh-cn')
    .split('\n')
    .slice(2, 4);
}

describe('formatText', () => {
  it('puts carets right under words that are two columns wide', () => {
    expect(shown('一、总值\n民间投资增长5-6%。\n', '5-6%')).toEqual([
      '      民间投资增长5-6%。',
      '                  ^^^^',
    ]);
    expect(shown('民间投资“稳”增长', '增长')).toEqual(['      民间投资“稳”增长', '                  ^^^^']);
  });

  it('cuts long lines around the place', () => {
    const [line = '', mark = ''] = shown(`${'禾'.repeat(100)}5-6%${'禾'.repeat(100)}`, '5-6%');
    expect(line).toBe(`      …${'禾'.repeat(12)}5-6%${'禾'.repeat(23)}…`);
    expect(mark).toBe(`${' '.repeat(6 + 1 + 24)}^^^^`);
  });

  it('shows the first line of what spans several, and blanks for tabs', () => {
    expect(shown('a\tb“c\nd”e\n', '“c\nd”')).toEqual(['      a b“c', '         ^^']);
  });

  it('counts columns of characters, not of UTF-16 units, and parts no pair of them', () => {
    expect(shown('①𠮷野村e\u0301\u200b✅增长5-6%', '5-6%').at(1)).toBe(`${' '.repeat(6 + 1 + 6 + 1 + 2 + 4)}^^^^`);
    for (const around of ['𠮷', 'a𠮷']) {
      const text = `${around.repeat(60)}5-6%${around.repeat(60)}`;
      const [line = '', mark = ''] = shown(text, '5-6%');
      expect(line).not.toMatch(/\p{Surrogate}/u);
      expect(mark.length).toBe(6 + 1 + 24 + 4);
    }
  });

  it('lets nothing of a report or of a file name steer the terminal', () => {
    const file = { ...fileWith('增\u001b[31m长\u009b5-6%\u202e', '5-6%'), path: 'a\u001b[2Jb.md' };
    const [finding] = file.findings;
    const message = { zh: '“\u001b[31m”\n有误', en: '' };
    const printed = formatText(
      [{ ...file, findings: finding === undefined ? [] : [{ ...finding, message }] }],
      'zh-cn',
    );
    expect(printed.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(printed.split('\n')[1]).toContain('“ [31m” 有误  number-range');
  });

  it('marks a place at the end of the text', () => {
    expect(shown('青禾', '').at(1)).toBe('      ^');
  });

  it('says what was found in words, and what was not', () => {
    const file = fileWith('增长5-6%', '5-6%');
    expect(formatText([file], 'zh-cn')).toContain('1:3  警告  前一数值省略了“%”。  number-range');
    expect(formatText([file], 'zh-cn')).toContain('共 1 份报告：错误 0，警告 1，信息 0，提示 0。');
    expect(formatText([{ ...file, findings: [] }], 'en')).toContain('a.md  青禾区 2026  nothing found');
  });
});
