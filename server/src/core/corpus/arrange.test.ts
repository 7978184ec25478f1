import { describe, expect, it } from 'vitest';
import type { Analysis, Block, CorpusReport } from '../model';
import type { Candidate } from './arrange';
import { arrange, isNewest } from './arrange';
import type { Identity } from './identity';

interface Made extends Partial<Identity> {
  readonly named?: Candidate['named'];
  readonly length?: number;
  readonly abridged?: boolean;
}

/** A report of 青禾区 for 2024 unless said otherwise, of which only what matters here is filled in. */
function candidate(path: string, made: Made = {}): Candidate {
  const { issuer = '青禾区', region = null, planYear = 2024, named = 'not', length = 10, abridged = false } = made;
  const text = '禾'.repeat(length);
  const report = {
    text,
    info: {
      title: '政府工作报告',
      issuer,
      region,
      planYear,
      date: null,
      session: null,
      speaker: null,
      post: null,
      script: 'simplified',
    },
    blocks: [{ kind: 'body', text } as Block],
    headings: [],
    glossary: [],
    abridged,
  } as const;
  const analysis: Analysis = { report, terms: [], statements: [], uses: [] };
  return { report: { path, analysis }, named };
}

const DRAFT: Identity = { issuer: '青禾区', region: '云川市', planYear: 2026 };
const paths = (reports: readonly CorpusReport[]): string[] => reports.map(({ path }) => path);

function arranged(draft: Identity, candidates: readonly Candidate[]) {
  const view = arrange(draft, candidates);
  return { precedents: paths(view.precedents), versions: paths(view.versions), peers: paths(view.peers) };
}

describe('arrange', () => {
  it('takes earlier years of the same place as precedents, newest first', () => {
    const candidates = [
      candidate('a', { planYear: 2023 }),
      candidate('b', { planYear: 2025 }),
      candidate('c', { planYear: 2024 }),
      candidate('d', { planYear: 2027 }),
    ];
    expect(arranged(DRAFT, candidates)).toEqual({ precedents: ['b', 'c', 'a'], versions: [], peers: [] });
  });

  it('takes the same place and year as versions, other places as peers', () => {
    const candidates = [
      candidate('征求意见稿', { planYear: 2026 }),
      candidate('邻区', { issuer: '临溪区', planYear: 2026 }),
      candidate('邻区往年', { issuer: '临溪区', planYear: 2020 }),
      candidate('不知何处', { issuer: null }),
      candidate('不知何年', { planYear: null }),
    ];
    expect(arranged(DRAFT, candidates)).toEqual({
      precedents: [],
      versions: ['征求意见稿'],
      peers: ['邻区', '邻区往年'],
    });
  });

  it('tells places of one name apart by known regions only', () => {
    const candidates = [
      candidate('a', { region: '远山市', planYear: 2025 }),
      candidate('b', { region: '云川市', planYear: 2024 }),
      candidate('c', { region: null, planYear: 2023 }),
      candidate('d', { issuer: '云川市青禾区', planYear: 2022 }),
      candidate('e', { issuer: '青禾区人民政府', planYear: 2021 }),
    ];
    expect(arranged(DRAFT, candidates)).toEqual({ precedents: ['b', 'c', 'd', 'e'], versions: [], peers: ['a'] });
  });

  describe('of several files of one year', () => {
    it('takes the one that the configuration names before all', () => {
      const named = candidate('a', { named: 'literally', length: 1 });
      const byPattern = candidate('b', { named: 'by-pattern', length: 5 });
      const final = candidate('c定稿', { length: 99 });
      expect(arranged(DRAFT, [named, byPattern, final]).precedents).toEqual(['a']);
      expect(arranged(DRAFT, [byPattern, final]).precedents).toEqual(['b']);
    });

    it('takes the one named 定稿 or 终稿, but not 未定稿', () => {
      const long = candidate('x送审稿.md', { length: 99 });
      expect(arranged(DRAFT, [candidate('a/报告（定稿）.md'), long]).precedents).toEqual(['a/报告（定稿）.md']);
      expect(arranged(DRAFT, [candidate('a/最终稿.md'), long]).precedents).toEqual(['a/最终稿.md']);
      expect(arranged(DRAFT, [candidate('a/未定稿.md'), long]).precedents).toEqual(['x送审稿.md']);
      // The name of a file, not of the folders above it.
      expect(arranged(DRAFT, [candidate('定稿/a.md'), long]).precedents).toEqual(['x送审稿.md']);
    });

    it('takes the most complete one, and the last by path where they are alike', () => {
      const whole = candidate('b', { length: 20 });
      const cut = candidate('c', { length: 50, abridged: true });
      expect(arranged(DRAFT, [candidate('a'), whole, cut]).precedents).toEqual(['b']);
      expect(arranged(DRAFT, [candidate('a'), candidate('b')]).precedents).toEqual(['b']);
    });
  });

  it('lets a draft that names no place yet belong to the only place there is', () => {
    const nameless: Identity = { issuer: null, region: null, planYear: null };
    const own = [candidate('a', { planYear: 2024 }), candidate('b', { planYear: 2025 })];
    expect(arranged(nameless, own).precedents).toEqual(['b', 'a']);
    const two = [...own, candidate('c', { issuer: '临溪区' })];
    expect(arranged(nameless, two)).toEqual({ precedents: [], versions: [], peers: [] });
  });
});

describe('isNewest', () => {
  const reports = [
    candidate('a', { planYear: 2025 }),
    candidate('b', { planYear: 2027, issuer: '临溪县' }),
    candidate('c', { planYear: null }),
  ].map(({ report }) => report);

  it.each([
    [2026, true],
    [2025, true],
    [2024, false],
    [null, true],
  ])('of %s', (planYear, expected) => {
    expect(isNewest({ ...DRAFT, planYear }, reports)).toBe(expected);
  });
});
