import { describe, expect, it } from 'vitest';
import { applyBaseline, baselineKey, EMPTY_BASELINE, formatBaseline, parseBaseline, withBaselineOf } from './baseline';

const TEXT = '今年增长5-6%。明年再说。\n增长5-6%，不变。';
const finding = (rule: string, words: string, from = 0): { rule: string; start: number; end: number } => {
  const start = TEXT.indexOf(words, from);
  return { rule, start, end: start + words.length };
};

describe('baseline', () => {
  it('knows a finding by its rule and sentence, not by its place', () => {
    const there = finding('number-range', '5-6%');
    const moved = `前面加了一段。\n${TEXT}`;
    const shifted = { start: moved.indexOf('5-6%'), end: moved.indexOf('5-6%') + 4 };
    expect(baselineKey('number-range', moved, shifted)).toBe(baselineKey('number-range', TEXT, there));
    expect(baselineKey('number-width', TEXT, there)).not.toBe(baselineKey('number-range', TEXT, there));
    expect(baselineKey('number-range', TEXT, finding('', '5-6%', 12))).not.toBe(
      baselineKey('number-range', TEXT, there),
    );
  });

  it('lets pass what it holds, as often as it holds it, in that file only', () => {
    const old = finding('number-range', '5-6%');
    const baseline = withBaselineOf(EMPTY_BASELINE, 'a.md', TEXT, [old]);
    const fresh = finding('number-range', '5-6%', 12);
    expect(applyBaseline(baseline, 'a.md', TEXT, [old, fresh])).toEqual({ shown: [fresh], passed: [old] });
    expect(applyBaseline(baseline, 'a.md', TEXT, [old, old])).toEqual({ shown: [old], passed: [old] });
    expect(applyBaseline(baseline, 'b.md', TEXT, [old]).shown).toEqual([old]);
  });

  it('knows what is found throughout a file by its words, wherever the first of them is then', () => {
    const all = { ...finding('number-range', '5-6%'), count: 2 };
    const baseline = withBaselineOf(EMPTY_BASELINE, 'a.md', TEXT, [all]);
    const mended = finding('number-range', '5-6%', 12);
    expect(applyBaseline(baseline, 'a.md', TEXT, [mended]).passed).toEqual([mended]);
    expect(applyBaseline(baseline, 'a.md', TEXT, [finding('number-range', '增长')]).passed).toEqual([]);
  });

  it('is written sorted, read back the same, and loses files that are clean again', () => {
    const one = withBaselineOf(EMPTY_BASELINE, 'b.md', TEXT, [finding('number-range', '5-6%')]);
    const two = withBaselineOf(one, 'a.md', TEXT, [finding('number-range', '5-6%')]);
    const content = formatBaseline(two);
    expect(content.indexOf('a.md')).toBeLessThan(content.indexOf('b.md'));
    expect(parseBaseline(content)).toEqual(two);
    expect(withBaselineOf(two, 'a.md', TEXT, [])).toEqual(one);
  });

  it.each(['', '[]', '{}', '{"schema":2,"files":{}}', '{"schema":1,"files":{"a":1}}'])('refuses %j', (content) => {
    expect(parseBaseline(content)).toBeNull();
  });
});
