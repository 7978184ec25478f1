import { describe, expect, it } from 'vitest';
import type { ConfigurableRule } from './configuration';
import { mergeConfigurations, NO_CONFIGURATION, parseConfiguration } from './configuration';

const describeOption = { zh: '', en: '' };
const RULES: ConfigurableRule[] = [
  { id: 'number-range', options: {} },
  {
    id: 'target-format',
    options: {
      years: { type: 'number', default: 3, description: describeOption },
      names: { type: 'strings', default: [], description: describeOption },
      strict: { type: 'boolean', default: false, description: describeOption },
    },
  },
];

/** Where the mistakes of a configuration stand, as the words of the file, and what is said of them. */
function mistakesOf(text: string): string[][] {
  return parseConfiguration(text, RULES).mistakes.map(({ start, end, message }) => [
    text.slice(start, end),
    message.zh,
  ]);
}

describe('parseConfiguration', () => {
  it('reads everything the contract names, with comments and trailing commas', () => {
    const text = `{
      "$schema": "x", // where the schema is
      "reports": [{ "path": "past/**", "issuer": "青禾区", "region": "云川市", "planYear": 2024, "ignore": false, }],
      "rules": { "number-range": "off", "target-format": ["warning", { "years": 2, "names": ["a"] }] },
      "terms": { "known": ["三稳两进"], "ignore": ["一号"] },
      "baseline": "policy-drafting.baseline.json",
    }`;
    expect(parseConfiguration(text, RULES)).toEqual({
      configuration: {
        reports: [{ path: 'past/**', issuer: '青禾区', region: '云川市', planYear: 2024, ignore: false }],
        rules: {
          'number-range': { level: 'off' },
          'target-format': { level: 'warning', options: { years: 2, names: ['a'] } },
        },
        known: ['三稳两进'],
        ignored: ['一号'],
        baseline: 'policy-drafting.baseline.json',
      },
      mistakes: [],
      broken: false,
    });
  });

  it('points at unknown names', () => {
    expect(mistakesOf('{ "colour": 1 }')).toEqual([['"colour"', '没有名为“colour”的设置。']]);
    expect(mistakesOf('{ "terms": { "knwon": [] } }')).toEqual([['"knwon"', '没有名为“knwon”的设置。']]);
    expect(mistakesOf('{ "reports": [{ "path": "a", "year": 1 }] }')).toEqual([['"year"', '没有名为“year”的设置。']]);
    expect(mistakesOf('{ "rules": { "number-rage": "off" } }')).toEqual([
      ['"number-rage"', '没有名为“number-rage”的规则。'],
    ]);
    expect(mistakesOf('{ "rules": { "target-format": ["hint", { "year": 1 }] } }')).toEqual([
      ['"year"', '没有名为“year”的设置。'],
    ]);
  });

  it('points at wrong values', () => {
    expect(mistakesOf('{ "rules": { "number-range": "loud" } }')[0]?.[0]).toBe('"loud"');
    expect(mistakesOf('{ "rules": { "number-range": null } }')[0]?.[0]).toBe('null');
    expect(mistakesOf('{ "rules": { "target-format": ["warning", { "years": "2" }] } }')[0]?.[0]).toBe('"2"');
    expect(mistakesOf('{ "rules": { "target-format": [] } }')).toHaveLength(1);
    expect(mistakesOf('{ "rules": [] }')[0]?.[0]).toBe('[]');
    expect(mistakesOf('{ "reports": [{ "path": "a", "planYear": 24 }] }')[0]?.[0]).toBe('24');
    expect(mistakesOf('{ "reports": [{ "issuer": "a" }] }')).toEqual([['{ "issuer": "a" }', '缺少“path”。']]);
    expect(mistakesOf('{ "terms": { "known": "a" } }')[0]?.[0]).toBe('"a"');
    expect(mistakesOf('{ "terms": [] }')[0]?.[0]).toBe('[]');
    expect(mistakesOf('{ "reports": [[]] }')[0]?.[0]).toBe('[]');
    expect(mistakesOf('{ "rules": { "target-format": ["hint", []] } }')[0]?.[0]).toBe('[]');
    expect(mistakesOf('[]')[0]?.[0]).toBe('[]');
    expect(mistakesOf('{ "terms": { "ignore": ["a", ""] } }')).toEqual([['""', '此处不能为空。']]);
    expect(mistakesOf('{ "rules": { "number-range": ["off", {}, 3] } }').map(([words]) => words)).toEqual(['3']);
  });

  it('keeps what it could understand', () => {
    const text = '{ "rules": { "number-range": "loud", "target-format": "off" }, "reports": [{}, { "path": "a" }] }';
    const { configuration, mistakes } = parseConfiguration(text, RULES);
    expect(mistakes).toHaveLength(2);
    expect(configuration.rules).toEqual({ 'number-range': {}, 'target-format': { level: 'off' } });
    expect(configuration.reports).toEqual([{ path: 'a' }]);
  });

  it.each(['', '{', '{ "rules": }', '{ "a" 1 }', '\0\0', '{ "a": "b', '{}{}'])(
    'calls %j broken, at a place in it',
    (text) => {
      const { mistakes, broken, configuration } = parseConfiguration(text, RULES);
      expect(broken).toBe(true);
      expect(configuration).toEqual(NO_CONFIGURATION);
      expect(mistakes).toHaveLength(1);
      expect(mistakes[0]?.start).toBeLessThanOrEqual(text.length);
      expect(mistakes[0]?.end).toBeLessThanOrEqual(text.length);
    },
  );
});

describe('mergeConfigurations', () => {
  it('lets the first win and joins what can stand together', () => {
    const file = {
      ...NO_CONFIGURATION,
      rules: { a: { level: 'off' as const } },
      known: ['x'],
      reports: [{ path: 'file' }],
    };
    const editor = {
      ...NO_CONFIGURATION,
      rules: { a: { level: 'error' as const }, b: { level: 'hint' as const } },
      known: ['x', 'y'],
      reports: [{ path: 'editor' }],
      baseline: 'b.json',
    };
    expect(mergeConfigurations(file, editor)).toEqual({
      reports: [{ path: 'editor' }, { path: 'file' }],
      rules: { a: { level: 'off' }, b: { level: 'hint' } },
      known: ['x', 'y'],
      ignored: [],
      baseline: 'b.json',
    });
  });
});
