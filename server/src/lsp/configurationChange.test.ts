import { applyEdits } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { editsOfChange, rulesWithout } from './configurationChange';
import type { ConfigurationChange } from './protocol';

const changed = (text: string, change: ConfigurationChange): string => applyEdits(text, editsOfChange(text, change));

describe('editsOfChange', () => {
  it('adds a term and keeps comments', () => {
    const text = '{\n  // 本地常用\n  "terms": { "known": ["四张清单"] } // 完\n}\n';
    const after = changed(text, { kind: 'known', term: '五链共建' });
    expect(after).toContain('// 本地常用');
    expect(after).toContain('// 完');
    expect(after.replace(/\s/g, '')).toContain('"known":["四张清单","五链共建"]');
    expect(editsOfChange(after, { kind: 'known', term: '五链共建' })).toEqual([]);
  });

  it('makes what is missing, down to the whole file', () => {
    expect(JSON.parse(changed('{ "rules": {} }', { kind: 'ignore', term: '压舱石' }))).toEqual({
      rules: {},
      terms: { ignore: ['压舱石'] },
    });
    expect(JSON.parse(changed('', { kind: 'off', rule: 'number-range' }))).toEqual({
      rules: { 'number-range': 'off' },
    });
    expect(changed('\n', { kind: 'known', term: '五链共建' })).toMatch(/^\{[\s\S]*\}\n$/);
  });

  it('turns a rule off and keeps its options', () => {
    const text = '{ "rules": { "number-range": ["warning", { "dashes": false }], "term-unused": "error" } }';
    expect(JSON.parse(changed(text, { kind: 'off', rule: 'number-range' }))).toEqual({
      rules: { 'number-range': ['off', { dashes: false }], 'term-unused': 'error' },
    });
    expect(editsOfChange('{ "rules": { "a": "off" } }', { kind: 'off', rule: 'a' })).toEqual([]);
  });

  it('leaves alone what is no configuration', () => {
    expect(editsOfChange('[1, 2]', { kind: 'known', term: '甲' })).toEqual([]);
  });
});

it('turns a rule off in settings', () => {
  expect(rulesWithout(undefined, 'a')).toEqual({ a: 'off' });
  expect(rulesWithout({ a: ['hint', { x: 1 }], b: 'hint' }, 'a')).toEqual({ a: ['off', { x: 1 }], b: 'hint' });
});
