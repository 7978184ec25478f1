import { describe, expect, it } from 'vitest';
import { lineAndColumn, lineStarts } from './lines';

describe('lines', () => {
  it('end with CR LF, LF or CR', () => {
    expect(lineStarts('a\r\nb\nc\rd')).toEqual([0, 3, 5, 7]);
    expect(lineStarts('')).toEqual([0]);
    expect(lineStarts('a\n\r\n')).toEqual([0, 2, 4]);
  });

  it('and columns count from one, in UTF-16 units', () => {
    const starts = lineStarts('甲乙\n𠮷丙');
    expect(lineAndColumn(starts, 0)).toEqual({ line: 1, column: 1 });
    expect(lineAndColumn(starts, 2)).toEqual({ line: 1, column: 3 });
    expect(lineAndColumn(starts, 3)).toEqual({ line: 2, column: 1 });
    expect(lineAndColumn(starts, 5)).toEqual({ line: 2, column: 3 });
  });
});
