import type { Block, Report, Term, TermKind } from '../model';
import type { FactCache } from './cache';
import type { TermMatch, TermMatcher } from './matching';
import { createTermMatcher } from './matching';
import { findBare, knownKind } from './terms-bare';
import { classifyQuoted, kindOf } from './terms-quoted';

/**
 * The coined terms and fixed formulations in body and headings, in order of place. What is built like a term in quotes
 * is one; without quotes only what is widely known, what the draft's own glossary explains, what the draft quotes
 * elsewhere, and formulas. Empty for what is no report.
 */
export function findTerms(report: Report, cache: FactCache): Term[] {
  if (report.info === null) return [];
  const blocks = report.blocks.filter(saysSomething);
  const candidates = blocks.map((block) => cache.of('terms', block.text, termsOfText));
  const own = ownTerms(report, candidates);
  const terms: Term[] = [];
  blocks.forEach((block, i) => {
    const seen = candidates[i] ?? [];
    const found =
      own === null
        ? seen
        : merge(
            seen,
            cache.of(own.key, block.text, () => termsOf(own.matcher, block)),
          );
    for (const one of found) {
      if (one.kind === null) continue;
      const { start, end } = block.span(one.start, one.end);
      terms.push({ start, end, text: one.text, kind: one.kind, quoted: one.quoted, block: block.index });
    }
  });
  return terms;
}

/** Blocks whose words are the report's own: body and headings, no glossary, no annex, no page furniture. */
export function saysSomething(block: Block): boolean {
  return block.kind === 'body' && block.role !== 'glossary' && block.role !== 'annex';
}

/** A stretch of a block that is a term, or (kind null) a quotation that is none, so that nothing else is seen in it by document. */
interface Candidate {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly kind: TermKind | null;
  readonly quoted: boolean;
}

/** What a text shows by itself, whatever document it stands in. */
function termsOfText(text: string): readonly Candidate[] {
  const titles = inTitles(text);
  const quoted: Candidate[] = [];
  let taken = 0;
  for (const [start, end] of quotations(text)) {
    // Inside a term nothing else is a term; inside a sentence that is quoted there may be.
    if (start < taken || titles(start)) continue;
    const inner = text.slice(start, end);
    const built = classifyQuoted(inner, surroundings(text, start, end));
    // 放管服 shows by nothing in its build that it is cut from longer words.
    const kind = built === 'coined' ? (knownKind(inner) ?? built) : built;
    if (kind !== null) taken = end;
    quoted.push({ start, end, text: inner, kind, quoted: true });
  }
  const bare = findBare(text)
    .filter(({ start }) => !titles(start))
    .map(({ start, end, kind }) => ({ start, end, text: text.slice(start, end), kind, quoted: false }));
  return combine(quoted, bare, (one, rivals) => rivals.every((rival) => rival.kind === null && !covers(rival, one)));
}

/** A quotation that is no term hides only what is the whole of it. */
function covers(one: Candidate, bare: Candidate): boolean {
  return one.start === bare.start && one.end === bare.end;
}

/**
 * Adds to `base` those of `more` that `fits` lets in, given what of `base` overlaps them; both are in order of place, and
 * so is the result.
 */
function combine(
  base: readonly Candidate[],
  more: readonly Candidate[],
  fits: (one: Candidate, rivals: readonly Candidate[]) => boolean,
): readonly Candidate[] {
  const added: Candidate[] = [];
  let from = 0;
  for (const one of more) {
    // No quotation is longer than LONGEST, so that what ends before here cannot come back.
    while (from < base.length && (base[from]?.start ?? 0) < one.start - LONGEST) from++;
    const rivals: Candidate[] = [];
    for (let i = from; i < base.length; i++) {
      const other = base[i];
      if (other === undefined || other.start >= one.end) break;
      if (other.end > one.start) rivals.push(other);
    }
    if (fits(one, rivals)) added.push(one);
  }
  if (added.length === 0) return base;
  if (base.length === 0) return added;
  return [...base, ...added].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The longest quotation that may be a term. */
const LONGEST = 60;

/** How many unclosed quotes are looked past for the one that a closing quote belongs to. */
const DEEPEST = 8;

/** Ranges between quotes, those inside others after them. */
function quotations(text: string): readonly [number, number][] {
  if (!text.includes('“') && !text.includes('‘')) return [];
  const found: [number, number][] = [];
  /** The unit that closes a quotation follows in code the one that opens it: “ ”, ‘ ’. */
  const open: { readonly start: number; readonly close: number }[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x2018 || code > 0x201d) continue;
    if (code === 0x201c || code === 0x2018) {
      open.push({ start: i + 1, close: code + 1 });
    } else if (code === 0x201d || code === 0x2019) {
      // Quotes that were never closed are passed over; a mark that closes nothing is an apostrophe or a slip.
      let at = open.length - 1;
      while (at > open.length - DEEPEST && open[at]?.close !== code) at--;
      if (open[at]?.close !== code) continue;
      const start = open[at]?.start ?? i;
      open.length = at;
      if (i > start && i - start <= LONGEST) found.push([start, i]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** Whether a place stands between 《 and its 》; to be asked in any order. */
function inTitles(text: string): (at: number) => boolean {
  const ranges: [number, number][] = [];
  for (let open = text.indexOf('《'); open >= 0;) {
    const close = text.indexOf('》', open);
    if (close < 0) break;
    ranges.push([open, close]);
    open = text.indexOf('《', close);
  }
  if (ranges.length === 0) return () => false;
  return (at) => {
    let low = 0;
    let high = ranges.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle]?.[1] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    return (ranges[low]?.[0] ?? Infinity) <= at;
  };
}

/** The words around a quotation; quotations right beside it are looked past, as what follows the last is said of all. */
function surroundings(text: string, start: number, end: number): { before: string; after: string } {
  let after = end + 1;
  for (let i = 0; i < 6; i++) {
    const next =
      text[after] === '“' ? after : '、和及与'.includes(text[after] ?? ' ') && text[after + 1] === '“' ? after + 1 : -1;
    const close = next < 0 ? -1 : text.indexOf('”', next);
    if (close < 0 || close - next > LONGEST) break;
    after = close + 1;
  }
  return { before: text.slice(Math.max(0, start - 13), start - 1), after: text.slice(after, after + 12) };
}

/** What this document alone makes a term: its glossary, and what it quotes somewhere. */
function ownTerms(
  report: Report,
  candidates: readonly (readonly Candidate[])[],
): { matcher: TermMatcher; key: string } | null {
  const words = new Map<string, boolean>();
  for (const entry of report.glossary) words.set(entry.term, false);
  for (const found of candidates) {
    for (const one of found) {
      if (one.quoted && one.kind !== null && isDistinct(one.text, one.kind) && !words.has(one.text))
        words.set(one.text, true);
    }
  }
  if (words.size === 0) return null;
  const entries = Array.from(words, ([term, literal]) => ({ term, literal }));
  const key = `terms of ${Array.from(words.keys()).join('\n')}`;
  let matcher: TermMatcher | undefined;
  return {
    key,
    // Made only when some block is not in the cache.
    matcher: { find: (block) => (matcher ??= createTermMatcher(entries)).find(block) },
  };
}

/** Whether a quoted term is so built that the same characters without quotes are surely the same term. */
function isDistinct(text: string, kind: TermKind): boolean {
  if (kind === 'numeric' || kind === 'formula') return text.length >= 3 && !/^\d+$/.test(text);
  return text.length >= 4 && text.length <= 12 && !text.includes('，');
}

const NONE: readonly Candidate[] = [];

/** The document's own terms in a block; of those that overlap the longest. */
function termsOf(matcher: TermMatcher, block: Block): readonly Candidate[] {
  const matches = matcher.find(block);
  if (matches.length === 0) return NONE;
  matches.sort((a, b) => length(b) - length(a) || a.coreStart - b.coreStart);
  const taken = matches.length < 2 ? null : new Uint8Array(block.text.length);
  const found: Candidate[] = [];
  for (const { coreStart: start, coreEnd: end } of matches) {
    if (taken !== null) {
      // What is taken is at least as long as this, so that one of the ends shows it.
      if (taken[start] === 1 || taken[end - 1] === 1) continue;
      taken.fill(1, start, end);
    }
    const text = block.text.slice(start, end).replace(/[“”‘’]/g, '');
    const around = `${block.text[start - 1] ?? ''}${block.text[end] ?? ''}`;
    found.push({ start, end, text, kind: kindOf(text), quoted: around === '“”' || around === '‘’' });
  }
  return found.sort((a, b) => a.start - b.start);
}

function length(match: TermMatch): number {
  return match.coreEnd - match.coreStart;
}

/**
 * Adds the terms of the document. What is already seen in their place stays, but for the bare part of a longer own term
 * (GEP in GEP核算) and for a quotation that was taken for none.
 */
function merge(seen: readonly Candidate[], own: readonly Candidate[]): readonly Candidate[] {
  if (own.length === 0) return seen;
  const dropped = new Set<Candidate>();
  const found = combine(seen, own, (one, rivals) => {
    if (!rivals.every((other) => other.kind === null || (!other.quoted && isPart(other, one)))) return false;
    for (const other of rivals) if (other.kind !== null) dropped.add(other);
    return true;
  });
  return dropped.size === 0 ? found : found.filter((one) => !dropped.has(one));
}

function isPart(part: Candidate, whole: Candidate): boolean {
  return part.start >= whole.start && part.end <= whole.end && part.end - part.start < whole.end - whole.start;
}
