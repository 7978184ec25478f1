import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../core/analysis';
import { decodeBytes } from '../platform/files';
import type { Means } from './convert';
import { convert } from './convert';
import { convertedFormatOf } from './formats';

const folder = path.join(path.dirname(fileURLToPath(import.meta.url)), '../../../test/fixtures/import');
const maps = path.join(path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps/');

const means: Means = {
  gb18030: (bytes) => decodeBytes(bytes).text,
  pdf: async (bytes) => (await import('./pdf.mjs')).convertPdf(bytes, maps),
};

const read = (name: string): Promise<Buffer> => readFile(path.join(folder, name));

async function textOf(name: string): Promise<string> {
  const format = convertedFormatOf(name);
  const bytes = await read(name);
  if (format === undefined) return decodeBytes(bytes).text;
  const converted = await convert(format, bytes, means);
  return converted.kind === 'text' ? converted.text : `! ${converted.problem}`;
}

/** Everything that a report says, without the places where it says it. */
function factsOf(text: string) {
  const { report, terms, statements, uses } = createAnalyser().analyse(text);
  return {
    info: report.info,
    headings: report.headings.map(({ level, number, title, role }) => ({ level, number, title, role })),
    glossary: report.glossary.map(({ number, term, definition }) => ({ number, term, definition })),
    uses: uses.map((found) => found.map((use) => use.text)),
    terms: terms.map(({ text: term, kind, quoted }) => ({ term, kind, quoted })),
    statements: statements.map(
      ({ indicator, name, role, year, period, measure, direction, bound, min, max, unit, stretch }) => ({
        ...{ indicator, name, role, year, period, measure, direction, bound, min, max, unit, stretch },
      }),
    ),
  };
}

describe('a document', () => {
  it.each(['word.docx', 'libreoffice.docx', 'libreoffice.html', 'page.html', 'report.pdf', 'gb18030.txt'])(
    '%s says the same as its source',
    async (name) => {
      const source = factsOf(await textOf('source.md'));
      expect(source.statements.length).toBeGreaterThan(25);
      expect(factsOf(await textOf(name))).toEqual(source);
    },
  );
});
