import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import type { Report } from '../../server/src/core/model';
import { read } from '../../server/src/core/text/reading';
import { FIXTURES as REPORTS } from './reports';
import { SHAPES } from './shapes';
import { VARIANTS } from './variants';

const FIXTURES = [...REPORTS, ...SHAPES];

function parse(text: string): Report {
  return createAnalyser().analyse(text).report;
}

describe.each(VARIANTS)('a report $name', ({ name: variant, make }) => {
  it.each(FIXTURES)('reads: $name', (fixture) => {
    const report = parse(make(fixture.text));
    expect(report.info).toMatchObject({
      issuer: fixture.issuer,
      region: fixture.region,
      planYear: fixture.planYear,
      date: fixture.date,
    });
    expect(report.info?.script).toBe(variant.startsWith('traditional') ? 'traditional' : 'simplified');
    expect(report.headings.map((heading) => `${heading.level} ${heading.number}|${heading.title}`)).toEqual(
      fixture.headings,
    );
    expect(report.glossary.map((entry) => `${entry.number} ${entry.term}|${entry.definition}`)).toEqual(
      fixture.glossary,
    );
  });
});

describe('a page that lost its line breaks', () => {
  it.each(FIXTURES.filter(({ text }) => !text.includes('#') && !text.includes('\n\n')))(
    'reads alike: $name',
    (fixture) => {
      const report = parse(fixture.text.replace(/\n/g, '　　'));
      expect(report.info).toMatchObject({ issuer: fixture.issuer, planYear: fixture.planYear, date: fixture.date });
      expect(report.headings.map((heading) => `${heading.level} ${heading.number}|${heading.title}`)).toEqual(
        fixture.headings,
      );
      expect(report.glossary.map((entry) => `${entry.number} ${entry.term}|${entry.definition}`)).toEqual(
        fixture.glossary,
      );
    },
  );
});

describe('spans', () => {
  it.each(VARIANTS)('point into the original: $name', ({ make }) => {
    for (const fixture of FIXTURES) {
      const report = parse(make(fixture.text));
      for (const block of report.blocks) {
        const { start, end } = block.span(0, block.text.length);
        expect(start).toBeGreaterThanOrEqual(block.start);
        expect(end).toBeLessThanOrEqual(block.end);
      }
      for (const heading of report.headings) {
        const block = report.blocks[heading.block];
        expect(block).toBeDefined();
        expect(block?.text.slice(block.readingOffset(heading.titleStart), block.readingOffset(heading.end))).toBe(
          heading.title,
        );
      }
    }
  });
});

describe('parsing', () => {
  const pieces = fc.constantFrom(
    '一、',
    '（一）',
    '1.',
    '“',
    '”',
    '名词解释',
    '\n',
    '\r\n',
    '　　',
    '增长',
    '5%',
    '。',
    '，',
    '政府工作报告',
    '各位代表：',
    '指',
    '：',
    '**',
    '#',
    '（qū）',
    '2+N',
    '\u0000',
    '\ufffd',
    '😀',
    '人民代表大会',
  );

  it('never fails, and its blocks are ordered and do not overlap', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string({ maxLength: 6 })), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const { blocks } = createAnalyser().analyse(text, { force: true }).report;
        let at = 0;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(at);
          expect(block.end).toBeGreaterThanOrEqual(block.start);
          expect(read(text.slice(at, block.start), { traditional: false, pinyin: false }).text).toBe('');
          at = block.end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same whether a text is read fresh or after another version', () => {
    const analyser = createAnalyser();
    const [first] = FIXTURES;
    const text = first?.text ?? '';
    analyser.analyse(text);
    const edited = text.replace('6.1%', '6.2%');
    const before = analyser.misses.readings;
    const again = analyser.analyse(edited).report;
    expect(analyser.misses.readings - before).toBe(1);
    expect(again.headings).toEqual(parse(edited).headings);
  });
});
