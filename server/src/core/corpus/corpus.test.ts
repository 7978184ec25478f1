import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import type { CorpusScope } from './corpus';
import { createCorpus, LONGEST_REPORT } from './corpus';
import { reportText } from '../../../../test/protocol/texts';

const scope = (more: Partial<CorpusScope> = {}): CorpusScope => ({ root: '/w', overrides: [], ...more });

describe('corpus', () => {
  it('finds reports by their content and grows its revision with them only', () => {
    const corpus = createCorpus();
    expect(corpus.set('/w/a.txt', reportText({ issuer: '青禾区', year: 2024 }))).toBe(true);
    expect(corpus.set('/w/notes.txt', '会议通知')).toBe(false);
    expect(corpus.revision).toBe(1);
    expect(corpus.set('/w/a.txt', reportText({ issuer: '青禾区', year: 2024 }))).toBe(false);
    expect(corpus.reports(scope()).map(({ path }) => path)).toEqual(['/w/a.txt']);
    expect(corpus.delete('/w/notes.txt')).toBe(false);
    expect(corpus.delete('/w/a.txt')).toBe(true);
    expect(corpus.reports(scope())).toEqual([]);
  });

  it('sees what lies below the root, sorted by path, and not the draft itself', () => {
    const corpus = createCorpus();
    corpus.set('/w/sub/2024.txt', reportText({ issuer: '青禾区', year: 2024 }));
    corpus.set('/w/2026.txt', reportText({ issuer: '青禾区', year: 2026 }));
    corpus.set('/elsewhere/2025.txt', reportText({ issuer: '青禾区', year: 2025 }));
    corpus.set('/wider/2025.txt', reportText({ issuer: '青禾区', year: 2025 }));
    const draft = corpus.analysis('/w/2026.txt', scope());
    expect(corpus.reports(scope()).map(({ path }) => path)).toEqual(['/w/2026.txt', '/w/sub/2024.txt']);
    expect(draft && corpus.viewFor('/w/2026.txt', draft, scope()).precedents.map(({ path }) => path)).toEqual([
      '/w/sub/2024.txt',
    ]);
  });

  it('follows overrides: year, place, ignored files, and files named themselves', () => {
    const corpus = createCorpus();
    corpus.set('/w/past/a.txt', reportText({ issuer: '青禾区', year: 2024 }));
    corpus.set('/w/past/b.txt', reportText({ issuer: '青禾区', year: 2023 }));
    corpus.set('/w/past/plain.txt', '一份没有写明是什么的旧稿。');
    const overrides = [
      { path: 'past/**', region: '远山市' },
      { path: 'past/a.txt', planYear: 2020 },
      { path: 'past/b.txt', ignore: true },
      { path: 'past/plain.txt', issuer: '青禾区', planYear: 2019 },
    ];
    const found = corpus.reports(scope({ overrides }));
    expect(
      found.map(({ path, analysis }) => [path, analysis.report.info?.planYear, analysis.report.info?.region]),
    ).toEqual([
      ['/w/past/a.txt', 2020, '远山市'],
      ['/w/past/plain.txt', 2019, '远山市'],
    ]);
    expect(corpus.isIgnored('/w/past/b.txt', scope({ overrides }))).toBe(true);
    // The same question gets the same objects, so that results can be kept.
    expect(corpus.reports(scope({ overrides }))[0]?.analysis).toBe(found[0]?.analysis);
    expect(corpus.reports(scope()).map(({ path }) => path)).toEqual(['/w/past/a.txt', '/w/past/b.txt']);
  });

  it('chooses precedents from the files given, wherever they lie, and leaves peers alone', () => {
    const corpus = createCorpus();
    corpus.set('/w/2026.txt', reportText({ issuer: '青禾区', year: 2026 }));
    corpus.set('/w/2025.txt', reportText({ issuer: '青禾区', year: 2025 }));
    corpus.set('/w/peer.txt', reportText({ issuer: '临溪区', year: 2025 }));
    corpus.set('/old/2020.txt', reportText({ issuer: '青禾区', year: 2020 }));
    corpus.set('/old/other.txt', reportText({ issuer: '临溪区', year: 2020 }));
    const given = scope({ precedents: ['/old/2020.txt', '/old/other.txt'] });
    const draft = corpus.analysis('/w/2026.txt', given);
    const view = draft && corpus.viewFor('/w/2026.txt', draft, given);
    expect(view?.precedents.map(({ path }) => path)).toEqual(['/old/2020.txt']);
    expect(view?.peers.map(({ path }) => path)).toEqual(['/w/peer.txt']);
    expect(draft && corpus.viewFor('/w/2026.txt', draft, scope({ precedents: [] })).precedents).toEqual([]);
  });

  it('lets an open document stand over its file', () => {
    const corpus = createCorpus();
    corpus.set('/w/a.txt', reportText({ issuer: '青禾区', year: 2024 }));
    const typed = createAnalyser().analyse(reportText({ issuer: '青禾区', year: 2025 }));
    expect(corpus.overlay('/w/a.txt', typed)).toBe(true);
    expect(corpus.analysis('/w/a.txt', scope())?.report.info?.planYear).toBe(2025);
    corpus.set('/w/a.txt', reportText({ issuer: '青禾区', year: 2022 }));
    expect(corpus.analysis('/w/a.txt', scope())?.report.info?.planYear).toBe(2025);
    corpus.overlay('/w/a.txt', null);
    expect(corpus.analysis('/w/a.txt', scope())?.report.info?.planYear).toBe(2022);
  });

  it('takes nothing for a report that is far too long', () => {
    const corpus = createCorpus();
    expect(corpus.set('/w/a.txt', reportText({ issuer: '青禾区', year: 2024 }) + '禾'.repeat(LONGEST_REPORT))).toBe(
      false,
    );
    expect(corpus.has('/w/a.txt')).toBe(true);
  });
});
