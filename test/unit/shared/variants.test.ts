import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analysis';
import type { Report } from '../../../server/src/core/model';
import { SOURCES } from '../variants';

const SHARED = path.resolve(import.meta.dirname, '../../../../shared');

/** Reports that nobody looks at while the reader is being made. */
const HELD_OUT = /(?:四川省|上海市|贵州省|黑龙江省|新疆维吾尔自治区)2026\.txt$|国务院(?:2010|2012)\.txt$/;

function reportsIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return reportsIn(at);
    return at.endsWith('.txt') && !HELD_OUT.test(at) ? [at] : [];
  });
}

function read(text: string, file: string): Report {
  return createAnalyser().analyse(text, { path: file }).report;
}

/** Numbered headings, which a source cannot hide; the others vanish where a full row happens to end a paragraph. */
function numbered(report: Report): string[] {
  return report.headings.filter(({ number }) => number !== null).map(({ number, title }) => `${number}|${title}`);
}

function entries(report: Report): string[] {
  return report.glossary.map(({ number, term, definition }) => `${number} ${term}|${definition}`);
}

/** How many of the expected lines are there, each counted once. */
function hits(expected: readonly string[], actual: readonly string[]): number {
  const left = [...actual];
  return expected.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at >= 0;
  }).length;
}

const folders = ['seeds', 'corpus'].map((name) => path.join(SHARED, name));
const present = folders.every((folder) => existsSync(folder));
if (!present) console.log('test/unit/shared: ../shared is absent, real reports are not read');

describe.runIf(present || process.env.CI === 'true')('real reports read alike whatever their source', () => {
  const files = present ? folders.flatMap(reportsIn) : [];
  const plain = new Map(files.map((file) => [file, read(readFileSync(file, 'utf8'), file)]));

  it('are at hand', () => {
    expect(files.length).toBeGreaterThan(5);
  });

  it.each(SOURCES)('$name', ({ make }) => {
    let expected = 0;
    let found = 0;
    let extra = 0;
    for (const [file, report] of plain) {
      const other = read(make(report.text), file);
      const name = path.basename(file);
      expect(entries(other), name).toEqual(entries(report));
      expect([other.info?.issuer, other.info?.planYear, other.info?.date], name).toEqual([
        report.info?.issuer,
        report.info?.planYear,
        report.info?.date,
      ]);
      const [before, after] = [numbered(report), numbered(other)];
      expected += before.length;
      found += hits(before, after);
      extra += after.length - hits(after, before);
    }
    expect(found / expected).toBeGreaterThanOrEqual(0.97);
    expect(extra / expected).toBeLessThanOrEqual(0.03);
  });
});
