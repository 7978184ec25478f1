import { describe, expect, test } from 'vitest';
import type { ReportedFinding } from './engine';
import { applyFixes, fixAll } from './fixes';
import type { Edit, FixKind } from './rule';
import { fileSuppressionFix, suppressionFix } from './suppressions';

function finding(kind: FixKind, ...edits: Edit[]): ReportedFinding {
  const title = { zh: '改', en: 'fix' };
  const start = edits[0]?.start ?? 0;
  return {
    start,
    end: start + 1,
    rule: 'x',
    severity: 'warning',
    message: title,
    count: 1,
    related: [],
    fixes: [{ title, kind, edits }],
  };
}

describe('applyFixes', () => {
  test('takes safe fixes, and suggestions when asked', () => {
    const findings = [
      finding('safe', { start: 0, end: 1, text: 'A' }),
      finding('suggestion', { start: 1, end: 2, text: 'B' }),
    ];
    expect(applyFixes('abc', findings, 'safe')).toBe('Abc');
    expect(applyFixes('abc', findings, 'suggestion')).toBe('ABc');
  });

  test('takes all edits of a fix or none', () => {
    const findings = [
      finding('safe', { start: 2, end: 4, text: '' }),
      finding('safe', { start: 0, end: 1, text: 'A' }, { start: 3, end: 5, text: 'D' }),
    ];
    expect(applyFixes('abcdef', findings, 'safe')).toBe('abef');
  });

  test('leaves one of two insertions at one place for the next round', () => {
    const findings = [
      finding('safe', { start: 1, end: 1, text: '1' }),
      finding('safe', { start: 1, end: 1, text: '2' }),
    ];
    expect(applyFixes('ab', findings, 'safe')).toBe('a1b');
  });
});

describe('fixAll', () => {
  test('goes on until nothing changes', () => {
    const check = (text: string) => (text.startsWith('x') ? [finding('safe', { start: 0, end: 1, text: '' })] : []);
    expect(fixAll('xxxab', check, 'safe')).toBe('ab');
  });

  test('ends when two rules disagree', () => {
    const check = (text: string) => [finding('safe', { start: 0, end: 1, text: text.startsWith('a') ? 'b' : 'a' })];
    expect(fixAll('a', check, 'safe')).toMatch(/^[ab]$/);
  });
});

describe('fixes that write comments', () => {
  const apply = (text: string, fix: { edits: readonly Edit[] }) =>
    fix.edits.reduce((all, edit) => all.slice(0, edit.start) + edit.text + all.slice(edit.end), text);

  test('put a line above the finding, in the style and with the line ends of the document', () => {
    const text = '第一行。\r\n第二行。';
    expect(apply(text, suppressionFix(text, { rule: 'x-y', start: 8 }, 'markdown'))).toBe(
      '第一行。\r\n<!-- policy-drafting-disable-next-line x-y -->\r\n第二行。',
    );
    expect(apply('一。\n二。', suppressionFix('一。\n二。', { rule: 'x', start: 3 }, 'plain'))).toBe(
      '一。\n// policy-drafting-disable-next-line x\n二。',
    );
  });

  test('put a line at the top for the whole file', () => {
    expect(apply('一。\n二。', fileSuppressionFix('一。\n二。', { rule: 'x' }, 'plain'))).toBe(
      '// policy-drafting-disable-file x\n一。\n二。',
    );
  });
});
