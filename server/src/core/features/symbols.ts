import type { Heading, Report, Span } from '../model';

/** A node of the outline: a heading with what stands under it, or a glossary entry. */
export interface OutlineNode extends Span {
  readonly kind: 'heading' | 'entry';
  /** As printed, with its number, in reading form. */
  readonly name: string;
  /** For entries the beginning of the definition, else empty. */
  readonly detail: string;
  /** The words to select when one goes there; inside `start..end`. */
  readonly selection: Span;
  readonly children: readonly OutlineNode[];
}

/** The outline of a report: headings nested by level, glossary entries under the glossary's heading. */
export function outline(report: Report): OutlineNode[] {
  const sections = findSections(report);
  const entries = report.glossary.map((entry, index) => ({ entry, index }));
  const roots: Growing[] = [];
  const open: { level: number; node: Growing }[] = [];
  let home: Growing | null = null;
  for (const { heading, start, end } of sections) {
    const node: Growing = {
      kind: 'heading',
      name: cut(printed(report, heading), 60),
      detail: '',
      start,
      end,
      selection: { start: heading.start, end: Math.min(heading.end, end) },
      children: [],
    };
    while (open.length > 0 && (open[open.length - 1]?.level ?? 0) >= heading.level) open.pop();
    (open[open.length - 1]?.node.children ?? roots).push(node);
    open.push({ level: heading.level, node });
    if (heading.role === 'glossary' && home === null) home = node;
  }
  const list = home?.children ?? roots;
  for (const { entry } of entries) {
    list.push({
      kind: 'entry',
      name: cut(entry.number === null ? entry.term : `${entry.number}. ${entry.term}`, 60),
      detail: cut(entry.definition, 40),
      start: entry.start,
      end: entry.end,
      selection: { start: entry.termStart, end: entry.termEnd },
      children: [],
    });
  }
  return roots;
}

interface Growing extends OutlineNode {
  readonly children: Growing[];
}

export interface Section extends Span {
  readonly heading: Heading;
}

/** Each heading with all that stands under it, up to the next heading that is not deeper; blank space behind it is left out. */
export function findSections(report: Report): Section[] {
  const { headings, blocks } = report;
  return headings.map((heading, i) => {
    let next = i + 1;
    while (next < headings.length && (headings[next]?.level ?? 0) > heading.level) next++;
    const limit = lineOf(report, headings[next]);
    let last = heading.end;
    for (let b = heading.block; b < blocks.length; b++) {
      const block = blocks[b];
      if (block === undefined || block.start >= limit) break;
      if (block.kind !== 'page' && block.kind !== 'directive') last = Math.max(last, Math.min(block.end, limit));
    }
    return { heading, start: heading.start, end: last };
  });
}

/** Where the line of a heading begins, marks of markup included; the end of the text for none. */
export function lineOf({ text, blocks }: Report, heading: Heading | undefined): number {
  if (heading === undefined) return text.length;
  const start = blocks[heading.block]?.start ?? heading.start;
  return /^[\s#>*_-]{0,12}$/.test(text.slice(start, heading.start)) ? start : heading.start;
}

/** A heading as it stands in the text, number and mark included. */
function printed(report: Report, heading: Heading): string {
  const block = report.blocks[heading.block];
  if (block === undefined) return heading.title;
  const from = block.readingOffset(heading.start);
  const words = block.text.slice(from, Math.max(from, block.readingOffset(heading.end)));
  return words === '' ? heading.title : words;
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
