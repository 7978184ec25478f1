import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../analysis';
import { linterRules } from '../linter';
import type { CheckInput } from './engine';
import { checkReport } from './engine';
import { fixAll } from './fixes';

const examples = linterRules.find((rule) => rule.id === 'suppression-unused')?.examples ?? [];

function check(text: string, more: Partial<CheckInput> = {}) {
  const analysis = createAnalyser().analyse(text, { force: true });
  const corpus = { precedents: [], versions: [], peers: [] };
  return checkReport({ analysis, corpus, settings: {}, ...more }).filter((one) => one.rule === 'suppression-unused');
}

describe('comments that silence nothing', () => {
  test.each(examples.filter((one) => one.bad !== undefined))('are reported: $bad', ({ bad = '', fixed }) => {
    const text = bad.replace(/[⟦⟧]/g, '');
    const found = check(text);
    expect(found.map((one) => [one.start, one.end])).toEqual([[bad.indexOf('⟦'), bad.indexOf('⟧') - 1]]);
    expect(found[0]?.severity).toBe('hint');
    expect(fixAll(text, check, 'safe')).toBe(fixed);
  });

  test.each(examples.filter((one) => one.good !== undefined))('are let be: $good', ({ good = '' }) => {
    expect(check(good)).toEqual([]);
  });

  test('are judged only by rules that ran', () => {
    const text = '// policy-drafting-disable-next-line number-range\n全年投资增长5%。';
    expect(check(text)).toHaveLength(1);
    expect(check(text, { settings: { rules: { 'number-range': { level: 'off' } } } })).toEqual([]);
    expect(check(text, { only: ['duplicate-word'] })).toEqual([]);
    expect(check(text, { settings: { rules: { 'suppression-unused': { level: 'off' } } } })).toEqual([]);
    expect(check(text, { least: 'error' })).toEqual([]);
  });

  test('may have lost the comment before them', () => {
    expect(check('写好。\n// policy-drafting-enable number-range\n做好。').map((one) => one.message.zh)).toEqual([
      '此注释之前没有相应的 disable 注释，可以删去。',
    ]);
  });

  test('leave whole lines when they go, whatever ends them', () => {
    const text = '投资增长5%。\r\n// policy-drafting-disable-next-line number-range\r\n做好。';
    expect(fixAll(text, check, 'safe')).toBe('投资增长5%。\r\n做好。');
    expect(fixAll('做好。\r\n// policy-drafting-disable number-range', check, 'safe')).toBe('做好。');
  });
});
