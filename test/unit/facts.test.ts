import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import type { Analysis, Block, Span } from '../../server/src/core/model';
import { survey } from '../../server/src/core/text/document';
import { read } from '../../server/src/core/text/reading';
import { FIXTURES } from './reports';
import { VARIANTS } from './variants';

/** Every fact of every fixture, the same from every source, and each where it says in that source. */

const analyse = (text: string): Analysis => createAnalyser().analyse(text);

/** What a report says, without where. */
function facts({ report, statements, terms, uses }: Analysis): string[] {
  return [
    JSON.stringify(report.info).replace(/"script":"\w+"/, ''),
    ...report.headings.map(({ level, number, title, role }) => JSON.stringify(['heading', level, number, title, role])),
    ...report.glossary.map(({ number, term, definition }, index) =>
      JSON.stringify(['entry', number, term, definition, uses[index]?.length]),
    ),
    ...terms.map(({ text, kind, quoted }) => JSON.stringify(['term', text, kind, quoted])),
    ...statements.map(({ indicator, name, role, year, period, measure, direction, bound, min, max, unit, ...rest }) =>
      JSON.stringify([role, indicator, name, year, period, measure, direction, bound, min, max, unit, rest.stretch]),
    ),
  ];
}

/** The reading of an original span, as the block it lies in reads it. */
function inBlock(block: Block | undefined, { start, end }: Span): string {
  return block?.text.slice(block.readingOffset(start), block.readingOffset(end)) ?? '';
}

describe.each(VARIANTS)('every fixture $name', ({ make }) => {
  it.each(FIXTURES)('states the same: $name', ({ text }) => {
    expect(facts(analyse(make(text)))).toEqual(facts(analyse(text)));
  });

  it.each(FIXTURES)('and its spans lead back: $name', ({ text }) => {
    const original = make(text);
    const { report, statements, terms, uses } = analyse(original);
    const script = survey(original);
    /** The words at a span of the original, read on their own. */
    const words = (start: number, end: number): string =>
      read(original.slice(start, end), script).text.replace(/\s/g, '');
    const solid = (reading: string): string => reading.replace(/\s/g, '');

    for (const { titleStart, end, title } of report.headings) expect(words(titleStart, end)).toBe(solid(title));
    for (const { term, termStart, termEnd, definition, definitionStart, definitionEnd } of report.glossary) {
      expect(words(termStart, termEnd).replace(/[“”]/g, '')).toBe(solid(term).replace(/[“”]/g, ''));
      expect(words(definitionStart, definitionEnd)).toBe(solid(definition));
    }
    for (const places of uses)
      for (const { start, end, text: printed } of places) expect(original.slice(start, end)).toBe(printed);
    for (const term of terms) expect(inBlock(report.blocks[term.block], term)).toBe(term.text);
    for (const { block, start, end, valueStart, valueEnd, min, max } of statements) {
      expect(start).toBeLessThanOrEqual(valueStart);
      expect(valueEnd).toBeLessThanOrEqual(end);
      const number = min ?? max;
      if (number === null) continue;
      const value = inBlock(report.blocks[block], { start: valueStart, end: valueEnd });
      expect(value).toMatch(/[\d零一二三四五六七八九十百千万亿两半]/u);
      if (/^\d/.test(value)) expect(value).toContain(String(number));
    }
  });
});
