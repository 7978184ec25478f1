import type { Span } from '../model';

/** Makes the address of a place: in a report (`path` as the reader gave it) or, with null, in the draft. Null: no link. */
export type LinkTo = (path: string | null, span: Span) => string | null;

/** Text of a report inside Markdown: nothing in it may turn into markup, a link or an image. */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_{}[\]<>|~#]/g, '\\$&')
      .replace(/&/g, '&amp;')
      // 1. or + or - at the start of a line would open a list
      .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2')
      .replace(/^[-+=]/, '\\$&')
      // bare addresses are made into links by some renderers
      .replace(/:\/\//g, ':\u200b//')
  );
}

/** `[words](address)`, or the words alone where there is no address. Words are escaped here. */
export function markdownLink(words: string, address: string | null): string {
  if (address === null) return escapeMarkdown(words);
  return `[${escapeMarkdown(words)}](${address.replace(/[()<>\s\\]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)})`;
}
