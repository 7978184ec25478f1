/** What a line of the made-up report is for; the renderer indents, wraps and breaks lines by it. */
export type LineKind = 'page' | 'title' | 'meta' | 'heading' | 'body' | 'entry' | 'annex';

export interface Line {
  readonly kind: LineKind;
  readonly start: number;
  /** Where the line ends, before its line break. */
  end: number;
}

/** Collects the report as logical lines: one a paragraph, before any layout. Offsets are into this logical text. */
export interface Writer {
  readonly length: number;
  readonly lines: readonly Line[];
  begin(kind: LineKind): void;
  put(text: string): void;
  endsWith(text: string): boolean;
  text(): string;
}

export function createWriter(): Writer {
  const lines: Line[] = [];
  let text = '';
  return {
    get length() {
      return text.length;
    },
    lines,
    begin(kind) {
      if (lines.length > 0) text += '\n';
      lines.push({ kind, start: text.length, end: text.length });
    },
    put(more) {
      text += more;
      const line = lines.at(-1);
      if (line !== undefined) line.end = text.length;
    },
    endsWith: (end) => text.endsWith(end),
    text: () => text,
  };
}
