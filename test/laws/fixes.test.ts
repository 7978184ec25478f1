import { describe, expect, test } from 'vitest';
import type { ReportedFinding } from '../../server/src/core/rules/engine';
import { applyEdits } from '../../server/src/core/rules/fixes';
import { rules } from '../../server/src/core/rules/index';
import { findingsAmong, prepare } from './harness';

const withFixes = rules.filter(({ fix }) => fix !== 'none');

describe.each(withFixes.map((rule) => [rule.id, rule] as const))('%s', (_id, rule) => {
  const bad = rule.examples.filter((example) => example.bad !== undefined);

  test.each(bad)('each fix by itself silences its finding and no other rule speaks up: $bad', (example) => {
    const { text } = prepare(example);
    const check = (current: string): ReportedFinding[] => findingsAmong(rules, rule, current, example);
    const before = check(text);
    for (const finding of before.filter((one) => one.rule === rule.id)) {
      for (const fix of finding.fixes) {
        const fixed = applyEdits(text, fix.edits);
        expect(fixed).not.toBe(text);
        const after = check(fixed);
        expect(messagesOf(after, rule.id), fix.title.zh).not.toContain(finding.message.zh);
        expect(countOf(after, rule.id), fix.title.zh).toBeLessThan(countOf(before, rule.id));
        for (const other of rules) {
          if (other === rule) continue;
          expect(countOf(after, other.id), `${fix.title.zh}: ${other.id}`).toBeLessThanOrEqual(
            countOf(before, other.id),
          );
        }
      }
    }
  });
});

function messagesOf(findings: readonly ReportedFinding[], rule: string): string[] {
  return findings.filter((one) => one.rule === rule).map((one) => one.message.zh);
}

/** How often a rule speaks, places found throughout a file counted one by one. */
function countOf(findings: readonly ReportedFinding[], rule: string): number {
  return findings.filter((one) => one.rule === rule).reduce((total, one) => total + one.count, 0);
}
