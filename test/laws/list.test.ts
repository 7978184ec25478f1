import { readdirSync, existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { rules } from '../../server/src/core/rules/index';
import { listRules } from '../../server/src/core/rules/listing';

const root = path.resolve(__dirname, '../..');

describe('the list of rules', () => {
  test('has every file of the folder and nothing else', () => {
    const files = readdirSync(path.join(root, 'server/src/core/rules/catalogue'))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => name.replace(/\.ts$/, ''));
    expect(rules.map((rule) => rule.id).sort()).toEqual(files.sort());
  });

  test('names every rule once, in kebab case', () => {
    const ids = rules.map((rule) => rule.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s has a page', (id) => {
    expect(existsSync(path.join(root, 'docs/rules', `${id}.md`))).toBe(true);
  });

  test.each(rules.map((rule) => [rule.id, rule] as const))('%s speaks both languages and says why', (_id, rule) => {
    const texts = [rule.summary, rule.rationale, ...Object.values(rule.options).map((option) => option.description)];
    for (const text of texts) {
      expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(text.en).toMatch(/[a-z]/);
      expect(text.zh + text.en).not.toMatch(/[!！]/);
    }
    expect(rule.sources.length).toBeGreaterThan(0);
    for (const id of rule.supersedes ?? []) expect(rules.some((other) => other.id === id)).toBe(true);
  });

  test('is listed with an address for each page', () => {
    for (const listed of listRules()) expect(listed.url).toMatch(new RegExp(`^https://.*/${listed.id}\\.md$`));
  });
});
