import { describe, expect, it } from 'vitest';
import configuration from '../../syntaxes/language-configuration.json';

const { pattern, flags } = configuration.wordPattern;

/** The word of the editor around a column, by the rule of VS Code: the match that holds it. */
function wordAt(marked: string): string | undefined {
  const column = marked.indexOf('‸');
  const line = marked.replace('‸', '');
  for (const match of line.matchAll(new RegExp(pattern, `g${flags}`))) {
    if (match.index <= column && column <= match.index + match[0].length) return match[0];
  }
  return undefined;
}

describe('wordPattern', () => {
  it.each([
    ['推进“2‸+N”产业体系', '2+N'],
    ['推进“2+N‸”产业体系', '2+N'],
    ['构建1+1+‸N+X体系', '1+1+N+X'],
    ['推广２‸＋Ｎ模式', '２＋Ｎ'],
    ['推行9710‸模式，', '9710模式'],
    ['实施“三提‸升”行动', '三提升'],
    ['清“四‸乱”、治“五小”', '四乱'],
    ['1.“**三提‸升**”行动：', '三提升'],
    ['增长‸9.7%左右', '增长'],
    ['增长9.‸7%左右', '9.7%左右'],
    ['深入清‘四‸点’整治', '四点'],
    ['健全链长‸制，', '健全链长制'],
  ])('%s', (marked, word) => {
    expect(wordAt(marked)).toBe(word);
  });

  it('finds no word between marks', () => {
    expect(wordAt('——‸——')).toBeUndefined();
  });

  it('stays fast on long lines without marks', () => {
    const line = '经济+'.repeat(20_000) + '“'.repeat(20_000) + '1+'.repeat(20_000);
    expect([...line.matchAll(new RegExp(pattern, `g${flags}`))].length).toBeGreaterThan(1000);
  });
});

describe('pairs', () => {
  it.each(['“”', '‘’', '《》', '（）', '〔〕', '【】'])('closes and surrounds with %s', (pair) => {
    const open = pair.charAt(0);
    const close = pair.charAt(1);
    expect(configuration.autoClosingPairs).toContainEqual({ open, close });
    expect(configuration.surroundingPairs).toContainEqual([open, close]);
    expect(configuration.brackets).toContainEqual([open, close]);
  });
});
