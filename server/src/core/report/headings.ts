import type { Heading } from '../model';
import { printedForm, readingSpan } from '../text/document';
import type { Candidate, Style } from './candidates';
import { byPlace, isStrong, RANK } from './candidates';
import { findLeads } from './leads';
import { keepNumbered, numberedCandidates } from './numbered';
import type { Paragraph } from './paragraphs';
import { unnumbered } from './unnumbered';

/** A heading before roles are known. */
export type Found = Omit<Heading, 'role' | 'block'> & { readonly paragraph: number; readonly style: Style };

/** Finds the headings of the body, in order. `paragraphs` are all of the document; only kind `body` is looked at. */
export function findHeadings(paragraphs: readonly Paragraph[], original: string): Found[] {
  const body = paragraphs.map((p, i) => ({ p, i })).filter(({ p }) => p.kind === 'body');
  const numbered = body.flatMap(({ p, i }) => numberedCandidates(p, i, original));
  const kept = keepNumbered(numbered, paragraphs);
  const taken = new Set(kept.map((candidate) => candidate.paragraph));
  const plain = unnumbered(body, taken, paragraphs, kept);
  const outer = [...kept, ...plain].sort(byPlace);
  const begin = outer[0]?.paragraph ?? Infinity;
  const leads = findLeads(
    body.filter(({ i }) => i >= begin),
    outer,
    paragraphs,
  );
  const all = [...outer, ...leads].sort(byPlace);
  return nest(all, paragraphs, original);
}

/** Gives every candidate its level by the nesting of styles. */
function nest(candidates: readonly Candidate[], paragraphs: readonly Paragraph[], original: string): Found[] {
  const stack: { key: string; rank: number; runIn: boolean }[] = [];
  return candidates.flatMap((candidate) => {
    const key = candidate.style === 'markdown' ? `markdown${candidate.mark}` : candidate.style;
    const rank = RANK[candidate.style] + (candidate.style === 'markdown' ? candidate.mark / 20 : 0);
    const at = stack.findIndex((open) => open.key === key);
    if (at >= 0) stack.length = at + 1;
    else {
      const begins = candidate.label !== null && candidate.value === 1;
      while (stack.length > 0) {
        const top = stack[stack.length - 1];
        if (!top) break;
        const leaf = top.rank >= RANK.dash || (top.rank >= RANK.item && top.runIn);
        // A list that begins anew belongs under whatever is open, unless that is a leaf or an inner numeral.
        if (top.rank < rank || (begins && !leaf && !isStrong(candidate))) break;
        stack.pop();
      }
      stack.push({ key, rank, runIn: candidate.runIn });
    }
    const p = paragraphs[candidate.paragraph];
    if (!p) return [];
    const span = readingSpan(p.reading, p.start, candidate.start, candidate.end);
    return {
      paragraph: candidate.paragraph,
      style: candidate.style,
      level: stack.length,
      number: candidate.label,
      title: p.text.slice(candidate.title, candidate.end),
      printedTitle: printedForm(original, p.start, p.reading, candidate.title, candidate.end),
      titleStart: readingSpan(p.reading, p.start, candidate.title, candidate.end).start,
      start: span.start,
      end: span.end,
      runIn: candidate.runIn,
    };
  });
}
