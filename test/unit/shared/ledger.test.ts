import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../../server/src/core/analysis';
import type { Ledger } from '../../../server/src/core/ledger/ledger';
import { createLedger } from '../../../server/src/core/ledger/ledger';
import type { CorpusReport } from '../../../server/src/core/model';

const shared = fileURLToPath(new URL('../../../../shared', import.meta.url));
const present = existsSync(shared);
if (!present && process.env.CI !== 'true') console.log(`No ${shared}: the ledger was not tried on real reports.`);

function read(name: string): CorpusReport {
  const text = readFileSync(path.join(shared, name), 'utf8');
  return { path: name, analysis: createAnalyser().analyse(text, { path: name }) };
}

function ledgerOf(draft: string, precedent: string): Ledger {
  return createLedger(read(draft).analysis, [read(precedent)]);
}

const cabinet = (year: number): string => `corpus/state-council/国务院${String(year)}.txt`;

/** What was read by hand: docs/ledger-check.md, one row a target. */
interface Checked {
  readonly indicator: string;
  readonly verdict: string;
  readonly certainty: string;
  /** The offset of the evidence, and its words: how it begins and how it ends. Null where the review says nothing. */
  readonly shown: { readonly at: number; readonly words: string } | null;
}

const VERDICTS: Readonly<Record<string, string>> = {
  met: '已兑现',
  missed: '未达目标',
  reported: '有表述',
  unreported: '未见回应',
};
const CERTAINTIES: Readonly<Record<string, string>> = { certain: '确定', likely: '较可能', possible: '待核' };

/** The rows of the list by the year promised for. */
function checkedByHand(): Map<number, Checked[]> {
  const page = readFileSync(fileURLToPath(new URL('../../../docs/ledger-check.md', import.meta.url)), 'utf8');
  const found = new Map<number, Checked[]>();
  for (const line of page.split('\n')) {
    const [, year, indicator, verdict, certainty, place] = line.split('|').map((cell) => cell.trim());
    if (!/^20\d\d$/.test(year ?? '') || indicator === undefined || verdict === undefined) continue;
    const [, at, words] = /:(\d+) “(.+)”$/.exec(place ?? '') ?? [];
    const shown = at === undefined || words === undefined ? null : { at: Number(at), words };
    const row = { indicator, verdict, certainty: certainty ?? '', shown };
    found.set(Number(year), [...(found.get(Number(year)) ?? []), row]);
  }
  return found;
}

const CHECKED = checkedByHand();

/** A sentence by its first and last eight characters. */
function endsOf(text: string): string {
  const words = text.replace(/\s/gu, '');
  return words.length > 20 ? `${words.slice(0, 8)}…${words.slice(-8)}` : words;
}

/** Certain matches with an answer, by the year promised for. */
const CERTAIN: Readonly<Record<number, number>> = { 2008: 5, 2009: 4, 2010: 3, 2011: 4, 2012: 3, 2013: 6 };

// On a build server the reports must be there; elsewhere a line above tells that they are not.
describe.runIf(present || process.env.CI === 'true')('the ledger on real reports', () => {
  it('has five years in its list', () => {
    expect([...CHECKED.keys()]).toEqual([2008, 2010, 2011, 2012, 2013]);
  });

  it.each([...CHECKED])(
    'judges every target of the main statement of %d by the sentence that shows it',
    (year, rows) => {
      const targets = ledgerOf(cabinet(year + 1), cabinet(year)).items.filter(({ kind }) => kind === 'target');
      const found = targets.map(({ indicator, verdict, confidence, evidence }) => ({
        indicator,
        verdict: VERDICTS[verdict],
        certainty: CERTAINTIES[confidence],
        shown: evidence === null ? null : { at: evidence.start, words: endsOf(evidence.text) },
      }));
      expect(found).toEqual(rows);
    },
  );

  it.each([2008, 2009, 2010, 2011, 2012, 2013])('is sure of a match of %d only where words and year agree', (year) => {
    const { items } = ledgerOf(cabinet(year + 1), cabinet(year));
    const sure = items.filter(({ confidence, result }) => confidence === 'certain' && result !== null);
    for (const { promise, result } of sure) {
      expect([result?.year, result?.period, result?.measure]).toEqual([year, 'annual', promise.measure]);
    }
    // How many there are was counted by hand, each read in both reports: docs/ledger-check.md.
    expect(sure).toHaveLength(CERTAIN[year] ?? 0);
  });

  it('compares nothing of reports two years apart, and shows what would answer', () => {
    const { items } = ledgerOf('seeds/000_126ab8571b93a0f0.txt', 'seeds/001_948226ca6efd262f.txt');
    expect(items.length).toBeGreaterThan(30);
    expect(new Set(items.map(({ verdict }) => verdict))).toEqual(new Set(['incomparable']));
    expect(items.filter(({ result, confidence }) => result !== null && confidence === 'certain')).toEqual([]);
    const jobs = items.find(({ indicator }) => indicator === '城镇新增就业');
    expect([jobs?.promise.min, jobs?.result?.min]).toEqual([3600, 4385]);
  });
});
