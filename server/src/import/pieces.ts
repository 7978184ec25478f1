/**
 * What every converter makes of a document, and how that is written as Markdown. Nothing here knows a file format.
 */

/** A paragraph of an imported document. Texts are inline Markdown; a line break in one is a break on the page. */
export type Piece =
  | { readonly kind: 'heading'; readonly depth: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** A dotted item; numbered ones carry their number as text and are paragraphs. */
  | { readonly kind: 'item'; readonly text: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** A footnote or endnote. The body refers to it by its label in square brackets. */
export interface Note {
  readonly label: string;
  readonly text: string;
}

/** A stretch of text in one weight. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
}

/** Tidy Markdown: one paragraph a line, an empty line between paragraphs, notes last. Empty for no text at all. */
export function toMarkdown(pieces: readonly Piece[], notes: readonly Note[] = []): string {
  const blocks = pieces.map(block).filter((text) => text !== '');
  if (notes.length > 0) {
    // A report with a list of terms of its own keeps it apart from its notes.
    blocks.push(pieces.some(headsGlossary) ? '## 附注' : '## 注释');
    for (const { label, text } of notes) blocks.push(`[${label}] ${escapeLine(text)}`);
  }
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function block(piece: Piece): string {
  switch (piece.kind) {
    case 'heading':
      return piece.text === '' ? '' : `${'#'.repeat(piece.depth)} ${piece.text.replaceAll('\n', '')}`;
    case 'paragraph':
      return piece.text.split('\n').map(escapeLine).join('\n');
    case 'item':
      return piece.text === '' ? '' : `- ${piece.text}`;
    case 'table':
      return table(piece.rows);
  }
}

/** `## 名词解释`, `附件：名词解释`, 注释 and the like, whatever style they are set in. */
function headsGlossary(piece: Piece): boolean {
  if (piece.kind !== 'heading' && piece.kind !== 'paragraph') return false;
  return (
    piece.text.length <= 30 &&
    /(?:名词|词语|术语|用语|词汇|概念)(?:解释|注释|释义|说明)|^注释$/.test(piece.text.replace(/[*\s]/g, ''))
  );
}

/** A line that begins like a mark of Markdown and is none: `#1机组`, `> 5%`. */
function escapeLine(line: string): string {
  return /^(?:#|>|[-+] )/.test(line) ? `\\${line}` : line;
}

function table(rows: readonly (readonly string[])[]): string {
  const filled = rows.filter((row) => row.some((cell) => cell !== ''));
  const width = Math.max(0, ...filled.map((row) => row.length));
  const [head, ...rest] = filled;
  if (head === undefined) return '';
  const line = (row: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => (row[i] ?? '').replaceAll('|', '\\|').replaceAll('\n', '')).join(' | ')} |`;
  return [line(head), `|${' --- |'.repeat(width)}`, ...rest.map(line)].join('\n');
}

/**
 * Runs as inline Markdown: blanks of the page's making joined or dropped, bold stretches marked once, lines trimmed.
 * Example: `　　`, **一要**, 稳增长 → `**一要**稳增长`.
 */
export function inlineText(runs: readonly Run[]): string {
  const lines: Run[][] = [[]];
  for (const { text, bold } of runs) {
    text.split('\n').forEach((part, i) => {
      if (i > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push({ text: part, bold });
    });
  }
  return lines
    .map(lineText)
    .filter((line) => line !== '')
    .join('\n');
}

function lineText(runs: readonly Run[]): string {
  const joined: Run[] = [];
  for (const run of runs) {
    // Blanks and marks alone have no weight of their own.
    const last = joined.at(-1);
    const weightless = !/[\p{L}\p{N}]/u.test(run.text);
    if (last !== undefined && (last.bold === run.bold || weightless)) {
      joined[joined.length - 1] = { text: last.text + run.text, bold: last.bold };
    } else joined.push({ text: run.text, bold: run.bold && !weightless });
  }
  return joined
    .map(({ text, bold }, i) => {
      const tidy = text.replaceAll('*', '\\*');
      if (!bold) return tidy;
      const inner = tidy.trim();
      if (inner === '') return tidy;
      const [before = '', after = ''] = tidy.split(inner, 2);
      return `${i === 0 ? '' : before}**${inner}**${after}`;
    })
    .join('')
    .replace(/[ \t\u00a0]{2,}/g, ' ')
    .trim();
}
