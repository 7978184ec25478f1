/** Offsets at which the lines of a text begin. Lines end with CR LF, LF or CR. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a || (code === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) starts.push(i + 1);
  }
  return starts;
}

/** Line and column of an offset, both from 1, columns in UTF-16 units. */
export function lineAndColumn(starts: readonly number[], offset: number): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

/** The line that an offset lies in, without its break. */
export function lineAt(text: string, at: number): { readonly start: number; readonly end: number } {
  let start = at;
  while (start > 0 && !isBreak(text[start - 1])) start--;
  let end = at;
  while (end < text.length && !isBreak(text[end])) end++;
  return { start, end };
}

/** The line break that a text uses: that of its first line. */
export function lineBreakOf(text: string): '\n' | '\r\n' | '\r' {
  const at = text.search(/[\r\n]/);
  if (at < 0 || text[at] === '\n') return '\n';
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

function isBreak(character: string | undefined): boolean {
  return character === '\n' || character === '\r';
}
