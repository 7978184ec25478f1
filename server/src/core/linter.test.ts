import { describe, expect, it } from 'vitest';
import { NO_CONFIGURATION } from './configuration';
import { encodingFinding, isUnreadable, wasChinese } from './linter';

describe('encodingFinding', () => {
  it('is one for all lost characters, on the first', () => {
    const found = encodingFinding('青禾\uFFFD区\uFFFD\uFFFD。', NO_CONFIGURATION);
    expect(found).toMatchObject({ rule: 'encoding', severity: 'error', start: 2, end: 3, count: 3 });
    expect(found?.message.zh).toContain('3 处');
  });

  it('says of bytes that are no text that they are none', () => {
    expect(encodingFinding('ab\0\uFFFD', NO_CONFIGURATION)?.start).toBe(2);
  });

  it('is none in sound texts and where it is switched off', () => {
    expect(encodingFinding('青禾区。', NO_CONFIGURATION)).toBeNull();
    expect(encodingFinding('\uFFFD', { rules: { encoding: { level: 'off' } } })).toBeNull();
    expect(encodingFinding('\uFFFD', { rules: { encoding: { level: 'hint' } } })?.severity).toBe('hint');
  });
});

it('a text is unreadable when more of it is lost than left', () => {
  expect(isUnreadable('青禾区\uFFFD的报告')).toBe(false);
  expect(isUnreadable(`2024 ${'\uFFFD\uFFFD\u05b0'.repeat(20)}`)).toBe(true);
  expect(isUnreadable('ab\0cd')).toBe(true);
});

it('a text was Chinese when lost characters by the hundred stand in lines', () => {
  const lost = `${'\uFFFD\uFFFD\u05b0\uFFFD\uFFFD 5%'.repeat(10)}\r\n`;
  expect(wasChinese(lost.repeat(100))).toBe(true);
  expect(wasChinese(lost.repeat(2))).toBe(false);
  expect(wasChinese(`${lost.repeat(100)}\u0002`)).toBe(false);
  expect(wasChinese('a short English text with a lost \uFFFD. '.repeat(1000))).toBe(false);
});
