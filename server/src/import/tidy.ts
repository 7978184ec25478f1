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
      return `# ${printed(block)}`;
    default:
      return raw.startsWith('|') ? raw : paragraph(block, headings, raw);
  }
}

function paragraph(block: Block, headings: readonly Heading[], raw: string): string {
  const [heading] = headings;
  const line = printed(block);
  if (heading === undefined || line.startsWith('——')) return line;
  if (!heading.runIn && headings.length === 1) return `${'#'.repeat(Math.min(6, heading.level + 1))} ${line}`;
  // A bold opening is what makes some headings one.
  if (!raw.startsWith('**')) return line;
  const lead = block.printed(0, block.readingOffset(heading.end));
  const mark = /^[。：；！]/.exec(line.slice(lead.length))?.[0] ?? '';
  return `**${lead}${mark}**${line.slice(lead.length + mark.length)}`;
}

function printed(block: Block): string {
  return block.printed(0, block.text.length);
}
