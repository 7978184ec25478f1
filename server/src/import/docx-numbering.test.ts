import { describe, expect, it } from 'vitest';
import { formatNumber } from './docx-numbering';

describe('formatNumber', () => {
  it.each([
    ['chineseCounting', 1, '一'],
    ['chineseCounting', 10, '十'],
    ['chineseCountingThousand', 12, '十二'],
    ['chineseCountingThousand', 20, '二十'],
    ['chineseCountingThousand', 101, '一百零一'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['japaneseCounting', 3, '三'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographDigital', 20, '二〇'],
    ['decimalEnclosedCircleChinese', 3, '③'],
    ['decimalEnclosedCircle', 21, '21'],
    ['decimalEnclosedParen', 2, '⑵'],
    ['decimalFullWidth', 15, '１５'],
    ['decimalZero', 5, '05'],
    ['upperLetter', 28, 'BB'],
    ['lowerRoman', 14, 'xiv'],
    ['none', 4, ''],
    ['somethingNew', 4, '4'],
  ])('writes %s %i as %s', (format, count, expected) => {
    expect(formatNumber(count, format)).toBe(expected);
  });
});
