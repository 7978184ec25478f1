import type { Span } from './model';
import { hash } from './text/hash';

/**
 * Findings that were there when a house began to check, and that are not to be shown again. They are known by rule and
 * by the sentence they stand in, not by line: text may be added above, but a new slip of the same kind is shown. One
 * that was found throughout a file is known by its own words: it stays known when its first place is mended.
 */
export interface Baseline {
  /**
   * How often a finding of that name is let pass, by file; a file is named by the way to it from the folder of the
   * baseline. See {@link baselineKey}.
   */
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const EMPTY_BASELINE: Baseline = { files: {} };

/** The finding's rule and a hash of the sentence it stands in, blank space left out. */
export function baselineKey(rule: string, text: string, finding: Span): string {
  let start = finding.start;
  while (start > 0 && !ENDS.has(text[start - 1] ?? '') && finding.start - start < LONGEST) start--;
  let end = finding.end;
  while (end < text.length && !ENDS.has(text[end] ?? '') && end - finding.end < LONGEST) end++;
  return keyOf(rule, text.slice(start, end));
}

/** The key of a finding that stands for several places alike. */
function wordsKey(text: string, { rule, start, end }: Known): string {
  return keyOf(rule, text.slice(start, end));
}

function keyOf(rule: string, words: string): string {
  let solid = '';
  for (const character of words) if (character.trim() !== '') solid += character;
  return `${rule} ${hash(solid)}`;
}

/** What a baseline needs to know of a finding; without `count` it stands for one place. */
interface Known extends Span {
  readonly rule: string;
  readonly count?: number;
}

/** Splits findings into those to show and those that the baseline lets pass for the file of that name. */
export function applyBaseline<T extends Known>(
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
    const key = [baselineKey(finding.rule, text, finding), wordsKey(text, finding)].find(
      (one) => (left.get(one) ?? 0) > 0,
    );
    if (key !== undefined) left.set(key, (left.get(key) ?? 0) - 1);
    (key === undefined ? shown : passed).push(finding);
  }
  return { shown, passed };
}

/** The baseline with the findings of one file in place of what it held for that file. */
export function withBaselineOf(baseline: Baseline, name: string, text: string, findings: readonly Known[]): Baseline {
  const counts: Record<string, number> = {};
  for (const finding of findings) {
    const key = (finding.count ?? 1) > 1 ? wordsKey(text, finding) : baselineKey(finding.rule, text, finding);
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
