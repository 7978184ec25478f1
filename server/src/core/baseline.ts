import type { Span } from './model';
import { hash } from './text/hash';

/**
 * Findings that were there when a house began to check, and that are not to be shown again. They are known by rule and
 * by the sentence they stand in, not by line: text may be added above, but a new slip of the same kind is shown.
 */
export interface Baseline {
  /** How often a finding of that name is let pass in a file; see {@link baselineKey}. */
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const EMPTY_BASELINE: Baseline = { files: {} };

/** The finding's rule and a hash of the sentence it stands in, blank space left out. */
export function baselineKey(rule: string, text: string, finding: Span): string {
  let start = finding.start;
  while (start > 0 && !ENDS.has(text[start - 1] ?? '') && finding.start - start < LONGEST) start--;
  let end = finding.end;
  while (end < text.length && !ENDS.has(text[end] ?? '') && end - finding.end < LONGEST) end++;
  let sentence = '';
  for (const character of text.slice(start, end)) if (character.trim() !== '') sentence += character;
  return `${rule} ${hash(sentence)}`;
}

/** Splits findings into those to show and those that the baseline lets pass for the file of that name. */
export function applyBaseline<T extends Span & { readonly rule: string }>(
  baseline: Baseline,
  name: string,
  text: string,
  findings: readonly T[],
): { readonly shown: readonly T[]; readonly passed: readonly T[] } {
  const left = new Map(Object.entries(baseline.files[name] ?? {}));
  if (left.size === 0) return { shown: findings, passed: [] };
  const shown: T[] = [];
  const passed: T[] = [];
  for (const finding of findings) {
    const key = baselineKey(finding.rule, text, finding);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    (count > 0 ? passed : shown).push(finding);
  }
  return { shown, passed };
}

/** The baseline with the findings of one file in place of what it held for that file. */
export function withBaselineOf(
  baseline: Baseline,
  name: string,
  text: string,
  findings: readonly (Span & { readonly rule: string })[],
): Baseline {
  const counts: Record<string, number> = {};
  for (const finding of findings) {
    const key = baselineKey(finding.rule, text, finding);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  const others = Object.fromEntries(Object.entries(baseline.files).filter(([other]) => other !== name));
  return { files: findings.length === 0 ? others : { ...others, [name]: counts } };
}

/** Reads the content of a baseline file; null when it is none. */
export function parseBaseline(content: string): Baseline | null {
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch {
    return null;
  }
  if (!isRecord(value) || value.schema !== 1 || !isRecord(value.files)) return null;
  const files: Record<string, Record<string, number>> = {};
  for (const [name, counts] of Object.entries(value.files)) {
    if (!isRecord(counts)) return null;
    const own: Record<string, number> = {};
    for (const [key, count] of Object.entries(counts)) if (typeof count === 'number') own[key] = count;
    files[name] = own;
  }
  return { files };
}

/** The content of a baseline file, sorted so that versions of it compare well. */
export function formatBaseline(baseline: Baseline): string {
  const files: Record<string, Record<string, number>> = {};
  for (const name of Object.keys(baseline.files).sort()) {
    const counts = baseline.files[name] ?? {};
    files[name] = Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  return `${JSON.stringify({ schema: 1, files }, null, 2)}\n`;
}

const ENDS = new Set('。！？!?；;\r\n');

/** A sentence is looked at this far around the finding. */
const LONGEST = 200;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
