import type { ReportedFinding } from '../../server/src/core/rules/engine';
import { applyEdits, fixAll } from '../../server/src/core/rules/fixes';
import type { Fix } from '../../server/src/core/rules/rule';
import type { Desk } from './desk';
import { movedBy, type Edit, type Planted } from './fault';
import { spansOf, type Verdict } from './judging';

/** A law that a fix of a planted fault breaks. */
export interface Violation {
  readonly rule: string;
  readonly variant: string;
  readonly host: string;
  readonly fix: string;
  readonly law: 'silent' | 'not louder' | 'once' | 'idempotent';
  readonly what: string;
}

/**
 * Applies every fix of what was found of a planted fault, each to the planted text: then the rule is silent at the place,
 * no other rule is louder than it was with the fault or before it, and fixing once more changes nothing.
 */
export function violationsOf({ planted, findings, hits }: Verdict, desk: Desk): Violation[] {
  const found: Violation[] = [];
  for (const hit of hits) {
    for (const fix of hit.fixes) {
      const note = (law: Violation['law'], what: string): void => {
        found.push({ rule: hit.rule, variant: planted.variant, host: planted.host.name, fix: fix.title.zh, law, what });
      };
      const fixed = applyEdits(planted.text, fix.edits);
      const after = desk.check(planted.host, fixed);
      const left = after.filter((one) => one.rule === hit.rule && isLeft(one, hit, fix, desk, planted));
      for (const one of left) note('silent', `${fixed.slice(one.start, one.end)} | ${one.message.zh}`);
      for (const rule of louder(after, [findings, desk.before(planted.host)], hit.rule)) note('not louder', rule);
      const again = left.flatMap((one) => one.fixes[0] ?? []);
      if (again.some((one) => applyEdits(fixed, one.edits) !== fixed)) note('once', fixed);
    }
  }
  if (hits.some(({ fixes }) => fixes.some(({ kind }) => kind === 'safe'))) {
    const check = (text: string): readonly ReportedFinding[] => desk.check(planted.host, text);
    const once = fixAll(planted.text, check, 'safe');
    if (fixAll(once, check, 'safe') !== once)
      found.push({
        rule: planted.kind.rule,
        variant: planted.variant,
        host: planted.host.name,
        fix: '--fix',
        law: 'idempotent',
        what: '',
      });
  }
  return found;
}

/** Whether a finding of the fixed text is the one that was to go: at its place, and not there before the fault. */
function isLeft(one: ReportedFinding, hit: ReportedFinding, fix: Fix, desk: Desk, planted: Planted): boolean {
  const edits: readonly Edit[] = [...fix.edits].sort((a, b) => a.start - b.start);
  const old = desk
    .before(planted.host)
    .filter(({ rule }) => rule === one.rule)
    .map(({ start }) => movedBy(edits, movedBy(planted.edits, start)));
  if (old.includes(one.start)) return false;
  const [from, until] = [movedBy(edits, hit.start), movedBy(edits, hit.end)];
  return spansOf(one).some(({ start, end }) => start <= until + 1 && from - 1 <= end);
}

const LEVELS = ['error', 'warning', 'information', 'hint'] as const;

/** Rules with more findings at a level or above it than in each of the texts before. */
function louder(
  after: readonly ReportedFinding[],
  before: readonly (readonly ReportedFinding[])[],
  except: string,
): string[] {
  const rules = new Set(after.map(({ rule }) => rule));
  rules.delete(except);
  return [...rules].filter((rule) =>
    LEVELS.some((_, level) => {
      const count = (list: readonly ReportedFinding[]): number =>
        list.filter((one) => one.rule === rule && LEVELS.indexOf(one.severity) <= level).length;
      return before.every((list) => count(after) > count(list));
    }),
  );
}
