import type { Block, Heading, Report } from '../core/model';

/**
 * A report as tidy Markdown: headings marked, one paragraph a line, what a page left behind taken out. Words stay;
 * pinyin in brackets goes, and traditional characters become simplified ones, as everywhere that a report is printed.
 */
export function tidyReport(report: Report): string {
  const headings = new Map<number, Heading[]>();
  for (const heading of report.headings) headings.set(heading.block, [...(headings.get(heading.block) ?? []), heading]);
  const lines: string[] = [];
  let table = false;
  for (const block of report.blocks) {
    const line = lineOf(block, headings.get(block.index) ?? [], report.text);
    if (line === '') continue;
    const row = line.startsWith('|');
    // The rows of a table stand together.
    if (lines.length > 0 && !(row && table)) lines.push('');
    lines.push(line);
    table = row;
  }
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function lineOf(block: Block, headings: readonly Heading[], text: string): string {
  const raw = text.slice(block.start, block.end);
  switch (block.kind) {
    case 'page':
      // The rule below the head of a table looks like one drawn across a page.
      return raw.startsWith('|') ? raw : '';
    case 'directive':
      return raw;
    case 'title':
      return `# ${oneLine(block, raw)}`;
    default:
      return raw.startsWith('|') ? raw : paragraph(block, headings, raw);
  }
}

function paragraph(block: Block, headings: readonly Heading[], raw: string): string {
  const [heading] = headings;
  const own = oneLine(block, raw);
  if (heading === undefined || own.startsWith('——')) return own;
  if (!heading.runIn && headings.length === 1) return `${'#'.repeat(Math.min(6, heading.level + 1))} ${own}`;
  // A bold opening is what makes some headings one.
  if (!raw.startsWith('**')) return own;
  const line = printed(block);
  const lead = block.printed(0, block.readingOffset(heading.end));
  const mark = /^[。：；！]/.exec(line.slice(lead.length))?.[0] ?? '';
  return `**${lead}${mark}**${line.slice(lead.length + mark.length)}`;
}

/**
 * The paragraph on one line, its blanks kept where nothing else than layout has to go; else without blanks, too, as it is
 * printed elsewhere.
 */
function oneLine(block: Block, raw: string): string {
  const line = raw
    .split(/\r\n|[\r\n]/u)
    .map((part) => part.trim())
    .join('')
    .replace(/^#{1,6}/u, '')
    .replaceAll('**', '')
    .trim();
  const plain = printed(block);
  return withoutBlanks(line) === withoutBlanks(plain) ? line : plain;
}

function withoutBlanks(text: string): string {
  return text.replace(/\s+/gu, '');
}

function printed(block: Block): string {
  return block.printed(0, block.text.length);
}
