import type { ReportedFinding } from './engine';
import type { Edit, Fix, FixKind } from './rule';

/**
 * Applies one fix of every finding that has one, leaving out fixes that would touch what another one changed.
 * @param kind `safe` for fixes that cannot change the meaning, `suggestion` for those and the others
 */
export function applyFixes(text: string, findings: readonly ReportedFinding[], kind: FixKind): string {
  return applyEdits(text, chooseEdits(findings, kind));
}

/**
 * Fixes, checks again and fixes again until nothing changes.
 * @param check the findings of a text
 */
export function fixAll(text: string, check: (text: string) => readonly ReportedFinding[], kind: FixKind): string {
  let current = text;
  // A fix may uncover another one, never many in a row; the limit only guards against two rules that disagree.
  for (let round = 0; round < 10; round++) {
    const next = applyFixes(current, check(current), kind);
    if (next === current) return current;
    current = next;
  }
  return current;
}

/** Edits that do not touch one another, in order of place. All edits of a fix are taken or none. */
export function chooseEdits(findings: readonly ReportedFinding[], kind: FixKind): Edit[] {
  const chosen: Edit[] = [];
  for (const finding of findings) {
    const fix = finding.fixes.find((one) => kind === 'suggestion' || one.kind === 'safe');
    if (fix === undefined || fix.edits.length === 0 || !isFree(fix, chosen)) continue;
    chosen.push(...fix.edits);
  }
  return chosen.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Replaces the places of edits that do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (edit.start < at) continue;
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

function isFree(fix: Fix, chosen: readonly Edit[]): boolean {
  return fix.edits.every((edit) =>
    chosen.every((other) => edit.end < other.start || edit.start > other.end || isApart(edit, other)),
  );
}

/** Neighbours that only meet are apart unless one of them inserts at that very place. */
function isApart(a: Edit, b: Edit): boolean {
  if (a.start === a.end || b.start === b.end) return false;
  return a.end <= b.start || b.end <= a.start;
}
