import type { Offsets } from '../text/offsets';
import { offsets } from '../text/offsets';

/** A text without its double quotation marks, for what looks at words whoever quotes them. */
export interface Unquoted {
  readonly text: string;
  /** Offset in the quoted text of each unit, one more at the end; null where nothing was left out. */
  readonly at: Offsets | null;
}

/** Takes the double quotation marks out of a reading text. */
export function unquote(text: string): Unquoted {
  if (!text.includes('“') && !text.includes('”')) return { text, at: null };
  const at = offsets(text.length);
  let plain = '';
  let from = 0;
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code !== 0x201c && code !== 0x201d) at[length++] = i;
    else {
      plain += text.slice(from, i);
      from = i + 1;
    }
  }
  at[length] = text.length;
  return { text: plain + text.slice(from), at };
}

/** The quoted range of `start..end` of a text without marks; marks at its edges stay outside. */
export function requote({ at }: Unquoted, start: number, end: number): { start: number; end: number } {
  return at === null ? { start, end } : { start: at[start] ?? 0, end: (at[end - 1] ?? 0) + 1 };
}
