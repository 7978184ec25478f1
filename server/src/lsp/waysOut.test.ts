import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../core/analysis';
import { checkReport } from '../core/rules/engine';
import type { ReportedFinding } from '../core/rules/engine';
import { applyEdits } from '../core/rules/fixes';
import { commentStyle, waysOut } from './waysOut';

const NOBODY = { precedents: [], versions: [], peers: [] };
const SLIP = '带动就业约1200人左右。';

const analyse = (plan: string, before = '') =>
  createAnalyser().analyse(
    `${before}政府工作报告\n\n各位代表：\n\n一、2024年工作回顾\n过去一年，工作平稳。\n\n二、2025年工作安排\n${plan}\n\n今后继续努力。\n`,
    { force: true },
  );

/** Findings of one rule on a text. */
function find(text: string, rule: string): ReportedFinding[] {
  const analysis = createAnalyser().analyse(text, { force: true });
  return checkReport({ analysis, corpus: NOBODY, settings: {}, only: [rule] });
}

function first(text: string, rule: string): ReportedFinding {
  const [finding] = find(text, rule);
  if (finding === undefined) throw new Error(`No finding of ${rule}.`);
  return finding;
}

describe('waysOut', () => {
  it.each([
    ['markdown', '<!-- policy-drafting-disable-next-line number-approximate -->'],
    ['plain', '// policy-drafting-disable-next-line number-approximate'],
  ] as const)('writes a comment above the paragraph (%s)', (style, comment) => {
    const analysis = analyse(SLIP);
    const { text } = analysis.report;
    const finding = first(text, 'number-approximate');
    const [here, file] = waysOut(analysis, finding, style);
    const after = here?.does.kind === 'edit' ? applyEdits(text, here.does.fix.edits) : '';
    expect(after).toContain(`${comment}\n${SLIP}`);
    expect(find(after, 'number-approximate')).toEqual([]);
    const whole = file?.does.kind === 'edit' ? applyEdits(text, file.does.fix.edits) : '';
    expect(whole).toContain('policy-drafting-disable-file number-approximate');
    expect(find(whole, 'number-approximate')).toEqual([]);
    expect([here?.title.zh, file?.title.zh]).toEqual([
      '本处不提示 number-approximate',
      '本文件不提示 number-approximate',
    ]);
  });

  it('puts a pair around a paragraph that the source breaks', () => {
    const line = '加快建设现代化产业体系，推动传统产业改造提升和新兴产业培育壮大，持续';
    const analysis = analyse(`${line}\n${line}\n${line}\n${line}\n推进产业园区建设，${SLIP}\n${SLIP}`);
    const { text } = analysis.report;
    const finding = first(text, 'number-approximate');
    const block = analysis.report.blocks.find((one) => one.start <= finding.start && finding.start < one.end);
    expect(text.slice(block?.start, finding.start)).toContain('\n');
    const [here] = waysOut(analysis, finding, 'markdown');
    const after = here?.does.kind === 'edit' ? applyEdits(text, here.does.fix.edits) : '';
    expect(after).toContain(`<!-- policy-drafting-disable number-approximate -->\n${line}\n${line}`);
    expect(after).toContain('<!-- policy-drafting-enable number-approximate -->');
    expect(after.replace(/<!--.*-->\n?/g, '').trim().length).toBeGreaterThan(text.trim().length - 3);
  });

  it('stays behind front matter', () => {
    const analysis = analyse(SLIP, '---\nissuer: 青禾区\n---\n\n');
    const { text } = analysis.report;
    const finding = first(text, 'number-approximate');
    const [, file] = waysOut(analysis, finding, 'markdown');
    const after = file?.does.kind === 'edit' ? applyEdits(text, file.does.fix.edits) : '';
    expect(after.startsWith('---\nissuer: 青禾区\n---\n<!-- policy-drafting-disable-file')).toBe(true);
  });

  it('offers the dictionary for a term, and the rule for every finding', () => {
    const analysis = analyse('开展“四进四送”行动。');
    const finding = first(analysis.report.text, 'term-undefined');
    const changes = waysOut(analysis, finding, 'markdown').flatMap(({ does }) =>
      does.kind === 'configuration' ? [does.change] : [],
    );
    expect(changes).toEqual([
      { kind: 'known', term: '四进四送' },
      { kind: 'ignore', term: '四进四送' },
      { kind: 'off', rule: 'term-undefined' },
    ]);
  });
});

it('commentStyle follows language and name', () => {
  expect(commentStyle('file:///a.md', 'markdown')).toBe('markdown');
  expect(commentStyle('file:///a.txt', 'policy-report')).toBe('plain');
  expect(commentStyle('untitled:Untitled-1', 'policy-report')).toBe('markdown');
  expect(commentStyle('untitled:Untitled-1', 'plaintext')).toBe('plain');
});
