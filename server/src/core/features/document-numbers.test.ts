import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { exampleReport } from '../example-report';
import type { Analysis } from '../model';
import { findDefinition } from './definition';
import { documentLinks, documentNumbers } from './document-numbers';
import { highlights, references } from './occurrences';

function report(year: number, review: string): Analysis {
  const text = exampleReport({ year, review, plan: '做好今年工作，要把各项任务落到实处。' });
  return createAnalyser().analyse(text, { path: `青禾区${String(year)}年政府工作报告.md`, force: true });
}

describe('numbers of documents', () => {
  const draft = report(2026, '按照青政办发〔2024〕3号，完成改造12处；依据云政字[2023]018号推进。另见2024年第3号公告。');

  it('are found however their brackets and zeros are written, in the form of the norm', () => {
    const { text } = draft.report;
    expect(documentNumbers(draft.report).map(({ number, start, end }) => [number, text.slice(start, end)])).toEqual([
      ['青政办发〔2024〕3号', '青政办发〔2024〕3号'],
      ['云政字〔2023〕18号', '云政字[2023]018号'],
    ]);
  });

  it.each([
    ['落实国办发〔2024〕3号和清政发〔2022〕15号', ['国办发〔2024〕3号', '清政发〔2022〕15号']],
    ['按照县政府清政发〔2022〕15号文件', ['清政发〔2022〕15号']],
    ['根据县政府办公室清政办发〔2022〕15号文件精神', ['清政办发〔2022〕15号']],
    ['全面贯彻国务院国发〔2024〕7号以及省政府云政发〔2024〕9号', ['国发〔2024〕7号', '云政发〔2024〕9号']],
    ['严格按我县清政发〔2022〕15号办理', ['清政发〔2022〕15号']],
    ['县里出台的清政规发〔2022〕15号', ['清政规发〔2022〕15号']],
    ['市委办发〔2022〕15号', ['市委办发〔2022〕15号']],
    ['人社部发〔2022〕15号', ['人社部发〔2022〕15号']],
    ['云川市应急管理局通〔2022〕15号', ['云川市应急管理局通〔2022〕15号']],
    ['省发〔2022〕1号、和政办发〔2022〕15号', ['省发〔2022〕1号', '和政办发〔2022〕15号']],
    ['见国发〔2022〕1号和政发〔2022〕15号', ['国发〔2022〕1号', '和政发〔2022〕15号']],
    ['2024年第3号公告（2024）3号', []],
  ])('swallow no words before them: %s', (sentence, numbers) => {
    expect(documentNumbers(report(2026, `${sentence}。`).report).map(({ number }) => number)).toEqual(numbers);
  });

  it('lead from one place that names a document to all others', () => {
    const text = '按照青政办发〔2024〕3号，完成改造12处。依据县政府青政办发〔2024〕3号推进，另有云政字〔2023〕18号。';
    const one = report(2026, text);
    const past = report(2025, '印发青政办发〔2024〕3号。');
    const corpus = { precedents: [{ path: '2025', analysis: past }], versions: [], peers: [] };
    const at = one.report.text.indexOf('〔2024〕3号');
    const words = ({ path, start, end }: { path: string | null; start: number; end: number }): string =>
      `${path ?? 'draft'} ${(path === null ? one : past).report.text.slice(start, end)}`;
    const found = findDefinition(one, corpus, at);
    expect(one.report.text.slice(found?.origin.start, found?.origin.end)).toBe('青政办发〔2024〕3号');
    expect(found?.targets.map(({ path, span }) => words({ path, ...span }))).toEqual([
      'draft 青政办发〔2024〕3号',
      '2025 青政办发〔2024〕3号',
    ]);
    expect(found?.targets[0]?.span.start).toBeGreaterThan(at);
    const steps = references(one, corpus, at);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value.map(words)).toEqual([
      'draft 青政办发〔2024〕3号',
      'draft 青政办发〔2024〕3号',
      '2025 青政办发〔2024〕3号',
    ]);
    expect(highlights(one, corpus, at)).toHaveLength(2);
    const alone = one.report.text.indexOf('〔2023〕18号');
    expect(findDefinition(one, corpus, alone)).toBeNull();
    expect(highlights(one, corpus, alone)).toHaveLength(1);
  });

  it('lead to the newest report that names the same document', () => {
    const past = report(2025, '印发青政办发〔2024〕3号。');
    const older = report(2024, '印发云政字〔2023〕18号和青政办发〔2024〕3号。');
    const precedents = [
      { path: '2025', analysis: past },
      { path: '2024', analysis: older },
    ];
    const links = documentLinks(draft, { precedents, versions: [], peers: [] });
    expect(links.map(({ number, path }) => [number, path])).toEqual([
      ['青政办发〔2024〕3号', '2025'],
      ['云政字〔2023〕18号', '2024'],
    ]);
    expect(past.report.text.slice(links[0]?.target.start, links[0]?.target.end)).toBe('青政办发〔2024〕3号');
    expect(documentLinks(draft, { precedents: [], versions: [], peers: [] })).toEqual([]);
  });
});
