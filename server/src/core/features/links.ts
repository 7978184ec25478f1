import { noteMarkAt } from '../facts/matching';
import type { GlossaryEntry, Report, Span } from '../model';

/** A note mark in the body with the entry it leads to. */
export interface NoteLink extends Span {
  readonly entry: GlossaryEntry;
}

/** The marks ([3], ③) of the body that have an entry of their number. */
export function noteLinks(report: Report): NoteLink[] {
  const entries = new Map<number, GlossaryEntry>();
  for (const entry of report.glossary)
    if (entry.number !== null && !entries.has(entry.number)) entries.set(entry.number, entry);
  if (entries.size === 0) return [];
  const links: NoteLink[] = [];
  for (const block of report.blocks) {
    if (block.kind !== 'body') continue;
    for (let at = 0; at < block.text.length; at++) {
      const mark = noteMarkAt(block.text, at);
      const entry = mark === null ? undefined : entries.get(mark.number);
      if (mark === null || entry === undefined) continue;
      links.push({ ...block.span(at, at + mark.length), entry });
      at += mark.length - 1;
    }
  }
  return links;
}
