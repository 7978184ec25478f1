import type { ReportedFinding } from '../../server/src/core/rules/engine';
import type { Desk } from './desk';
import { movedBy, type Place, type Planted } from './fault';

/** How far beside the planted place a finding may stand, in characters. */
const BESIDE = 40;

export interface Verdict {
  readonly planted: Planted;
  readonly findings: readonly ReportedFinding[];
  /** New findings of the rule that should speak, at or beside the place. */
  readonly hits: readonly ReportedFinding[];
  /** New findings elsewhere, of rules that have no reason to speak there. */
  readonly noise: readonly ReportedFinding[];
}

export function judge(planted: Planted, desk: Desk): Verdict {
  const before = desk.before(planted.host);
  const findings = desk.check(planted.host, planted.text);
  const { kind } = planted;
  const wanted = [kind.rule, ...(kind.accepts ?? [])];
  const fresh = findings.filter((finding) => isNew(finding, before, planted));
  const hits = fresh.filter((finding) => wanted.includes(finding.rule) && isNear(finding, planted));
  const allowed = [...wanted, ...(kind.follows ?? [])];
  const noise = fresh.filter((finding) => !allowed.includes(finding.rule) && !isNear(finding, planted));
  return { planted, findings, hits, noise };
}

/** The place of a finding and the others in the same text that it names. */
export function spansOf(finding: ReportedFinding): Place[] {
  return [finding, ...finding.related.filter(({ path }) => path === undefined)];
}

export function isNear(finding: ReportedFinding, { places }: Planted): boolean {
  return places.length === 0 || spansOf(finding).some((span) => places.some((place) => near(span, place)));
}

function near(span: Place, place: Place): boolean {
  return span.start <= place.end + BESIDE && place.start - BESIDE <= span.end;
}

/** Whether a finding, or one of the places it names, was not there before the fault. */
function isNew(finding: ReportedFinding, before: readonly ReportedFinding[], planted: Planted): boolean {
  const old = new Set(
    before
      .filter(({ rule }) => rule === finding.rule)
      .flatMap((one) => spansOf(one).map(({ start }) => movedBy(planted.edits, start))),
  );
  return spansOf(finding).some(({ start }) => !old.has(start));
}
