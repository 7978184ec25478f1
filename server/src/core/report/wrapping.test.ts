import { describe, expect, it } from 'vitest';
import { createReadingCache, survey } from '../text/document';
import { continues, findWrapping, readLines } from './lines';

const sentence = '我们把实事办在群众心坎上，逐条梳理诉求，逐项压实责任，街巷里的新变化看得见摸得着大家劲头越来越足';

/** Sixteen full lines of text, then `last`, then `next`: whether the two are one paragraph. */
function goesOn(width: (i: number) => number, last: string, next: string): boolean {
  const full = Array.from({ length: 16 }, (_, i) => sentence.repeat(2).slice(i, i + width(i)));
  const text = [...full, last, next].join('\n');
  const look = survey(text);
  const lines = readLines(text, look, createReadingCache());
  const wrapping = findWrapping(lines, text, false);
  const [before, after] = lines.slice(-2);
  if (before === undefined || after === undefined) throw new Error('too few lines');
  return continues(before, after, wrapping, text, true);
}

const end = (length: number): string => `${sentence.slice(0, length - 1)}。`;

describe('lines that a machine broke', () => {
  it('go on behind a full line', () => {
    expect(goesOn(() => 36, end(36), '产业发展稳中有进')).toBe(true);
    expect(goesOn(() => 36, sentence.slice(0, 36), '产业发展稳中有进')).toBe(true);
  });

  it('end where a line has room for a character', () => {
    expect(goesOn(() => 36, end(35), '产业发展稳中有进')).toBe(false);
  });

  it('may be a little short where marks draw a character to the next line', () => {
    const uneven = (i: number): number => (i % 6 === 0 ? 35 : 36);
    expect(goesOn(uneven, end(35), '产业发展稳中有进')).toBe(false);
    expect(goesOn(uneven, end(35), '产，业发展稳中有进')).toBe(true);
  });

  it('begin a paragraph where the years are counted again, and where a part begins', () => {
    expect(goesOn(() => 36, end(36), '过去五年，我们坚持创新引领。')).toBe(false);
    expect(goesOn(() => 36, end(36), '2025年重点工作')).toBe(false);
  });
});
