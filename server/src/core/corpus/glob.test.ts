import { describe, expect, it } from 'vitest';
import { isLiteral, matchesGlob } from './glob';

describe('matchesGlob', () => {
  it.each([
    ['past/**', 'past/2023.txt'],
    ['past/**', 'past/old/2019.md'],
    ['past', 'past/2023.txt'],
    ['./past/', 'past/2023.txt'],
    ['past\\2023.txt', 'past/2023.txt'],
    ['**/2023*.md', '2023年政府工作报告.md'],
    ['**/2023*.md', '往年/区/2023年政府工作报告.md'],
    ['a/**/b.txt', 'a/b.txt'],
    ['a/**/b.txt', 'a/x/y/b.txt'],
    ['*.{md,txt}', '报告.txt'],
    ['报告?.md', '报告1.md'],
    ['报告[[]定稿].md', '报告[定稿].md'],
    ['报告[*].md', '报告*.md'],
    ['**', 'a/b'],
  ])('%s matches %s', (pattern, name) => {
    expect(matchesGlob(pattern, name)).toBe(true);
  });

  it.each([
    ['past/**', 'present/2023.txt'],
    ['past/*.md', 'past/old/2019.md'],
    ['*.md', 'past/2023.md'],
    ['past/2023.txt', 'past'],
    ['报告[*].md', '报告1.md'],
    ['报告?.md', '报告.md'],
    ['', 'a'],
  ])('%s does not match %s', (pattern, name) => {
    expect(matchesGlob(pattern, name)).toBe(false);
  });

  it('stays quick on patterns made to be slow', () => {
    const pattern = `${'*a'.repeat(200)}b`;
    expect(matchesGlob(pattern, 'a'.repeat(2000))).toBe(false);
  });
});

describe('isLiteral', () => {
  it('knows names from patterns', () => {
    expect(['past/2023.txt', '报告[[]定稿].md', '报告[*].md'].map(isLiteral)).toEqual([true, true, true]);
    expect(['past/**', 'past/202?.txt', '{a,b}.md', '[ab].md'].map(isLiteral)).toEqual([false, false, false, false]);
  });
});
