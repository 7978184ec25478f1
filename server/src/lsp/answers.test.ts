import { describe, expect, it } from 'vitest';
import { toSnippet } from './answers';

describe('toSnippet', () => {
  it('numbers what is to be written over', () => {
    const text = '增长4.5%、5.5%左右';
    const selected = [
      { start: 2, end: 5 },
      { start: 7, end: 10 },
    ];
    expect(toSnippet({ text, selected })).toBe('增长${1:4.5}%、${2:5.5}%左右');
  });

  it('escapes what would be syntax', () => {
    expect(toSnippet({ text: 'a$b}c\\d', selected: [{ start: 0, end: 3 }] })).toBe('${1:a\\$b}\\}c\\\\d');
  });
});
