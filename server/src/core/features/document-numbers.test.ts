import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { exampleReport } from '../example-report';
import type { Analysis } from '../model';
import { documentLinks, documentNumbers } from './document-numbers';

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
