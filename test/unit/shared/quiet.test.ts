import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createCorpus } from '../../../server/src/core/corpus/corpus';
import { checkReport } from '../../../server/src/core/rules/engine';

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));
const present = existsSync(shared);
if (!present && process.env.CI !== 'true') console.log(`No ${shared}: quiet was not measured on real reports.`);

const FOLDERS = ['seeds', 'corpus/state-council', 'corpus/provinces'];

interface Real {
  readonly path: string;
  readonly text: string;
}

function reports(): Real[] {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(shared, folder)).map((name) => {
      const file = path.join(shared, folder, name);
      return { path: file, text: readFileSync(file, 'utf8') };
    }),
  );
}

describe.runIf(present || process.env.CI === 'true')('all real reports in one folder', () => {
  const all = present ? reports() : [];
  const corpus = createCorpus();
  const scope = { root: shared, overrides: [] };
  for (const report of all) corpus.set(report.path, report.text);
  const infoOf = (report: Real) => corpus.analysis(report.path, scope)?.report.info ?? null;

  it('are there', () => {
    expect(all.length).toBeGreaterThanOrEqual(24);
  });

  it('are recognised with issuer and year', () => {
    for (const report of all) {
      const name = path.basename(report.path, '.txt');
      const info = infoOf(report);
      expect(info?.issuer, name).toBeTruthy();
      // The files of the corpus are named by issuer and year.
      const named = /^([\u4e00-\u9fff]+)(20\d\d)$/.exec(name);
      if (named) expect([info?.issuer, info?.planYear], name).toEqual([named[1], Number(named[2])]);
    }
    const districts = all.filter(({ path: file }) => file.includes('seeds')).map(infoOf);
    expect(districts.map((info) => `${info?.issuer ?? ''}${String(info?.planYear)}`)).toEqual([
      '九原区2024',
      '九原区2022',
      '青山区2025',
      '石拐区2024',
      '新城区2023',
    ]);
  });

  it('stand to one another as precedents and peers', () => {
    const years = (name: string): (number | null)[] => {
      const report = all.find(({ path: file }) => file.includes(name));
      const analysis = report && corpus.analysis(report.path, scope);
      if (!report || !analysis) return [];
      return corpus
        .viewFor(report.path, analysis, scope)
        .precedents.map((one) => one.analysis.report.info?.planYear ?? null);
    };
    expect(years('国务院2014')).toEqual([2013, 2012, 2011, 2010, 2009, 2008]);
    expect(years('国务院2008')).toEqual([]);
    expect(years('seeds/000')).toEqual([2022]);
    expect(years('江西省2026')).toEqual([]);
  });

  it.each([
    ['corpus', 1, 0],
    // Slips are frequent in district reports: nine in ten findings are real, and few are not.
    ['seeds', Infinity, 0.9],
  ])(
    '%s get only errors and warnings that were judged, and few that are not real',
    (folder, most, leastReal) => {
      const judged = judgements();
      const verdicts: string[] = [];
      const unknown: string[] = [];
      let characters = 0;
      const root = path.join(shared, folder);
      for (const report of all.filter(({ path: file }) => file.startsWith(root))) {
        const analysis = corpus.analysis(report.path, { ...scope, root });
        if (analysis === undefined) continue;
        characters += report.text.length;
        const findings = checkReport({
          analysis,
          corpus: corpus.viewFor(report.path, analysis, { ...scope, root }),
          settings: {},
          least: 'warning',
        });
        for (const { rule, start, end } of findings) {
          const words = report.text.slice(start, end).replace(/\s/g, '');
          const verdict = judged.get(`${path.basename(report.path)} ${rule} ${words}`);
          if (verdict === undefined) unknown.push(`${path.basename(report.path)} ${String(start)} ${rule} ${words}`);
          else verdicts.push(verdict);
        }
      }
      expect(unknown, 'judge these with their context and write them into docs/quiet.md').toEqual([]);
      const wrong = verdicts.filter((verdict) => verdict === 'false').length;
      expect(verdicts.length).toBeLessThanOrEqual((most * characters) / 10_000);
      expect(wrong).toBeLessThan(characters / 10_000);
      expect(verdicts.filter((verdict) => verdict === 'real').length).toBeGreaterThanOrEqual(
        verdicts.length * leastReal,
      );
    },
    60_000,
  );
});

/** The verdicts of docs/quiet.md by file, rule and words. */
function judgements(): Map<string, string> {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/quiet.md', import.meta.url)), 'utf8');
  const found = new Map<string, string>();
  for (const line of page.split('\n')) {
    const [, file, offset, rule, words, verdict] = line.split('|').map((cell) => cell.trim());
    if (file === undefined || words === undefined || verdict === undefined || !/^\d+$/.test(offset ?? '')) continue;
    found.set(`${file} ${(rule ?? '').replaceAll('`', '')} ${words.replace(/\s/g, '')}`, verdict);
  }
  return found;
}
