import { describe, expect, test } from 'vitest';
import { applyFixes, fixAll } from '../../server/src/core/rules/fixes';
import { rules } from '../../server/src/core/rules/index';
import { findingsOf, prepare } from './harness';

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const bad = rule.examples.filter((example) => example.bad !== undefined);
  const good = rule.examples.filter((example) => example.good !== undefined);
  const fixed = bad.filter((example) => example.fixed !== undefined);

  test('has enough examples', () => {
    expect(bad.length).toBeGreaterThanOrEqual(3);
    expect(good.length).toBeGreaterThanOrEqual(4);
    if (rule.fix !== 'none') expect(fixed.length).toBeGreaterThan(0);
  });

  test.each(bad)('reports what is marked: $bad', (example) => {
    const { text, marks } = prepare(example);
    const findings = findingsOf(rule, text, example);
    expect(findings.map((finding) => text.slice(finding.start, finding.end))).toEqual(
      marks.map((mark) => text.slice(mark.start, mark.end)),
    );
    expect(findings.map(({ start, end }) => ({ start, end }))).toEqual(marks);
    for (const finding of findings) {
      for (const message of [finding.message.zh, finding.message.en]) expect(message).toMatch(/\S/);
      expect(finding.message.zh + finding.message.en).not.toMatch(/[!！]|undefined|null|NaN/);
      expect(finding.message.zh).not.toBe(finding.message.en);
      if (rule.fix === 'none') expect(finding.fixes).toEqual([]);
      for (const fix of finding.fixes) {
        if (rule.fix === 'suggestion') expect(fix.kind).toBe('suggestion');
        expect(fix.edits.length).toBeGreaterThan(0);
      }
    }
  });

  test.each(good)('is silent: $good', (example) => {
    const { text } = prepare(example);
    expect(findingsOf(rule, text, example).map((finding) => text.slice(finding.start, finding.end))).toEqual([]);
  });

  test.each(fixed)('fixes to the stated text: $bad', (example) => {
    const prepared = prepare(example);
    const check = (current: string) => findingsOf(rule, current, example);
    const after = fixAll(prepared.text, check, 'suggestion');
    expect(prepared.snippet(after)).toBe(example.fixed);
    expect(applyFixes(after, check(after), 'suggestion')).toBe(after);
    expect(check(after).filter((finding) => finding.fixes.length > 0)).toEqual([]);
  });

  test.each(fixed)('makes no other rule louder: $bad', (example) => {
    const { text } = prepare(example);
    const after = fixAll(text, (current) => findingsOf(rule, current, example), 'suggestion');
    const others = (current: string) =>
      rules
        .filter((other) => other !== rule)
        .flatMap((other) => findingsOf(other, current, { ...example, options: {} }))
        .filter((finding) => finding.severity === 'error' || finding.severity === 'warning')
        .map((finding) => finding.rule)
        .sort();
    const before = others(text);
    for (const id of others(after)) expect(before).toContain(id);
  });

  test.each(bad)('keeps numbers and bounds in safe fixes: $bad', (example) => {
    const { text } = prepare(example);
    const after = fixAll(text, (current) => findingsOf(rule, current, example), 'safe');
    expect(meaningOf(after)).toEqual(meaningOf(text));
  });
});

/** The numbers and bound words of a text, whatever the widths, spaces and padding zeros around them. */
function meaningOf(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/[ ,]/g, '');
  const words = plain.match(/\d+(?:\.\d+)?|左右|以上|以内|以下|不低于|不少于|不超过|约/g) ?? [];
  return words.map((word) => word.replace(/^0+(?=\d)/, ''));
}
