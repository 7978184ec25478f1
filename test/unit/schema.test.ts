import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../server/src/core/configuration';
import { listAllRules } from '../../server/src/core/linter';

/**
 * The editor underlines what the schemas refuse, the server tells what its own reading refuses. Whoever writes a
 * configuration must hear the same from both.
 */

type Json = Record<string, unknown>;
const read = (file: string): Json =>
  JSON.parse(readFileSync(path.resolve(import.meta.dirname, '../..', file), 'utf8')) as Json;

const ajv = new Ajv({ strictTuples: false, allErrors: true });
// Words of the editor's own, which say how a setting is shown.
for (const word of ['markdownDescription', 'scope', 'order', 'defaultSnippets']) ajv.addKeyword(word);

const manifest = read('package.json') as {
  contributes: {
    configuration: { properties: Record<string, Json> };
    jsonValidation: { fileMatch: string; url: string }[];
  };
};
const isFile = ajv.compile(read('schemas/policy-drafting.schema.json'));
const settings = manifest.contributes.configuration.properties;
const isSettings = ajv.compile({
  type: 'object',
  properties: {
    reports: settings['policyDrafting.reports'],
    rules: settings['policyDrafting.rules'],
    terms: {
      type: 'object',
      additionalProperties: false,
      properties: { known: settings['policyDrafting.terms.known'], ignore: settings['policyDrafting.terms.ignore'] },
    },
  },
});

const followed = (value: unknown): boolean => readConfiguration(value, listAllRules()).problems.length === 0;

const GOOD: unknown[] = [
  {},
  { reports: [{ path: 'past/**', issuer: '青禾区', region: '云川市', planYear: 2024, ignore: false }] },
  { reports: [] },
  {
    reports: [
      { path: 'a', planYear: 1949 },
      { path: 'b', planYear: 2999 },
    ],
  },
  { rules: { 'number-range': 'off', 'term-undefined': ['hint', { kinds: ['numeric'] }], encoding: 'warning' } },
  { rules: { 'term-undefined': ['hint'] } },
  { terms: { known: ['三稳两进'], ignore: [] } },
];
const BAD: unknown[] = [
  { reports: [{}] },
  { reports: [{ path: 'a', year: 2024 }] },
  { reports: [{ path: 1 }] },
  { reports: [{ path: '' }] },
  { reports: [{ path: 'a', planYear: 24 }] },
  { reports: [{ path: 'a', planYear: 3000 }] },
  { reports: [{ path: 'a', planYear: 2024.5 }] },
  { reports: {} },
  { rules: { 'no-such-rule': 'off' } },
  { rules: { 'number-range': 'loud' } },
  { rules: { 'number-range': null } },
  { rules: { 'number-range': ['warning', { years: 1 }] } },
  { rules: { 'term-undefined': [] } },
  { rules: { 'term-undefined': ['hint', { sort: [] }] } },
  { rules: { 'term-undefined': ['hint', { kinds: 'numeric' }] } },
  { rules: { 'term-undefined': ['hint', {}, {}] } },
  { rules: { 'term-undefined': [{}] } },
  { rules: [] },
  { terms: { known: 'a' } },
  { terms: { known: [1] } },
  { terms: { known: ['a'], knwon: [] } },
  { terms: { ignore: [''] } },
];

describe('the schemas agree with what is read', () => {
  it.each(GOOD)('takes %j', (value) => {
    expect([followed(value), isFile(value), isSettings(value)]).toEqual([true, true, true]);
  });

  it.each(BAD)('refuses %j', (value) => {
    expect([followed(value), isFile(value), isSettings(value)]).toEqual([false, false, false]);
  });

  it('on what only the file has', () => {
    for (const value of [{ $schema: 'x', baseline: 'known.json' }])
      expect([followed(value), isFile(value)]).toEqual([true, true]);
    for (const value of [{ colour: 1 }, { baseline: 1 }, { $schema: 1 }, [], null])
      expect([followed(value), isFile(value)]).toEqual([false, false]);
  });

  it('for every rule, at every level, with the defaults of its options', () => {
    for (const rule of listAllRules()) {
      const options = Object.fromEntries(
        Object.entries(rule.options).map(([name, { default: value }]) => [name, value]),
      );
      const choices = ['error', 'warning', 'information', 'hint', 'off'].flatMap((level) =>
        Object.keys(options).length === 0 ? [level] : [level, [level, options]],
      );
      for (const choice of choices) {
        const value = { rules: { [rule.id]: choice } };
        expect([followed(value), isFile(value), isSettings(value)], JSON.stringify(value)).toEqual([true, true, true]);
      }
    }
  });

  it('and the editor is told which file the schema is for', () => {
    expect(manifest.contributes.jsonValidation).toEqual([
      { fileMatch: 'policy-drafting.json', url: './schemas/policy-drafting.schema.json' },
    ]);
  });
});
