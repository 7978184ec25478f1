import type { Block, Report, Term, TermKind } from '../model';
import type { FactCache } from './cache';
import type { TermMatcher } from './matching';
import { createTermMatcher } from './matching';
import { findBare } from './terms-bare';
import { classifyQuoted, kindOf } from './terms-quoted';

/**
 * The coined terms and fixed formulations in body and headings, in order of place. What is built like a term in quotes
 * is one; without quotes only what is widely known, what the draft's own glossary explains, what the draft quotes
 * elsewhere, and formulas.
 */
export function findTerms(report: Report, cache: FactCache): Term[] {
  const blocks = report.blocks.filter(saysSomething);
  const candidates = blocks.map((block) => cache.of('terms', block.text, termsOfText));
  const own = ownTerms(report, candidates);
  const terms: Term[] = [];
  blocks.forEach((block, i) => {
    const found = [...(candidates[i] ?? [])];
    if (own !== null) {
      for (const one of cache.of(own.key, block.text, () => termsOf(own.matcher, block))) add(found, one);
    }
    found.sort((a, b) => a.start - b.start);
    for (const one of found) {
      if (one.kind === null) continue;
      terms.push({
        ...block.span(one.start, one.end),
        text: one.text,
        kind: one.kind,
        quoted: one.quoted,
        block: block.index,
      });
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
function termsOfText(text: string): Candidate[] {
  const titles = titleRanges(text);
  const inTitle = (start: number): boolean => titles.some(([from, to]) => start >= from && start < to);
  const found: Candidate[] = [];
  for (const [start, end] of quotations(text)) {
    if (inTitle(start)) continue;
    // Inside a term nothing else is a term; inside a sentence that is quoted there may be.
    if (found.some((one) => one.kind !== null && one.start <= start && end <= one.end)) continue;
    const inner = text.slice(start, end);
    const kind = classifyQuoted(inner, surroundings(text, start, end));
    found.push({ start, end, text: inner, kind, quoted: true });
  }
  for (const bare of findBare(text)) {
    if (inTitle(bare.start)) continue;
    if (found.some((one) => one.start < bare.end && one.end > bare.start && (one.kind !== null || covers(one, bare))))
      continue;
    found.push({ ...bare, text: text.slice(bare.start, bare.end), quoted: false });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A rejected quotation hides only what is the whole of it. */
function covers(one: Candidate, bare: { readonly start: number; readonly end: number }): boolean {
  return one.start === bare.start && one.end === bare.end;
}

/** The longest quotation that may be a term. */
const LONGEST = 60;

/** Ranges between quotes, those inside others after them. */
function quotations(text: string): [number, number][] {
  const found: [number, number][] = [];
  const open: { readonly start: number; readonly close: string }[] = [];
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '“' || character === '‘') {
      open.push({ start: i + 1, close: character === '“' ? '”' : '’' });
    } else if (character === '”' || character === '’') {
      // Quotes that were never closed are passed over; a mark that closes nothing is an apostrophe or a slip.
      let at = open.length - 1;
      while (at >= 0 && open[at]?.close !== character) at--;
      const start = open[at]?.start ?? i;
      if (at >= 0) open.length = at;
      if (i > start && i - start <= LONGEST) found.push([start, i]);
    }
  }
  return found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
}

/** Ranges from 《 to its 》. */
function titleRanges(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (let open = text.indexOf('《'); open >= 0;) {
    const close = text.indexOf('》', open);
    if (close < 0) break;
    found.push([open, close]);
    open = text.indexOf('《', close);
  }
  return found;
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

function termsOf(matcher: TermMatcher, block: Block): Candidate[] {
  return matcher.find(block).map((match) => {
    const text = block.text.slice(match.coreStart, match.coreEnd);
    const around = `${block.text[match.coreStart - 1] ?? ''}${block.text[match.coreEnd] ?? ''}`;
    const quoted = around === '“”' || around === '‘’';
    return {
      start: match.coreStart,
      end: match.coreEnd,
      text: text.replace(/[“”‘’]/g, ''),
      kind: kindOf(text),
      quoted,
    };
  });
}

/**
 * Adds a term of the document. What is already seen in its place stays, but for the bare part of a longer own term (GEP
 * in GEP核算) and for a quotation that was taken for none.
 */
function add(found: Candidate[], one: Candidate): void {
  const rivals = found.filter((other) => other.start < one.end && other.end > one.start);
  if (!rivals.every((other) => other.kind === null || (!other.quoted && isPart(other, one)))) return;
  for (const other of rivals) if (other.kind !== null) found.splice(found.indexOf(other), 1);
  found.push(one);
}

function isPart(part: Candidate, whole: Candidate): boolean {
  return part.start >= whole.start && part.end <= whole.end && part.end - part.start < whole.end - whole.start;
}
