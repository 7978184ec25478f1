import { readFileSync } from 'node:fs';
import { parse } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { listRules } from '../../server/src/core/rules/listing';

interface Snippet {
  readonly prefix: readonly string[];
  readonly body: readonly string[];
  readonly description: string;
}

const file = new URL('../../snippets/policy-report.code-snippets', import.meta.url);
const snippets = Object.entries(parse(readFileSync(file, 'utf8')) as Record<string, Snippet>);

describe('snippets', () => {
  it.each(snippets)('%s is found by Chinese words and by pinyin', (_, { prefix, description }) => {
    expect(prefix.some((one) => /^\p{Script=Han}{2,8}$/u.test(one))).toBe(true);
    expect(prefix.some((one) => /^[a-z]{3,20}$/.test(one))).toBe(true);
    expect(description).toMatch(/\p{Script=Han}/u);
    expect(description).toMatch(/[a-z]/);
  });

  it('have each prefix once', () => {
    const all = snippets.flatMap(([, { prefix }]) => prefix);
    expect(all).toEqual([...new Set(all)]);
  });

  it('leave every number to the drafter', () => {
    // A figure that stands in a snippet would stand in a report one day.
    for (const [name, { body }] of snippets) expect(body.join('\n'), name).not.toMatch(/\d(?:\.\d)?\}?[%亿万]/);
  });

  it('offer only rules that there are to suppress', () => {
    const known = new Set(listRules().map(({ id }) => id));
    for (const [, { body }] of snippets) {
      for (const [, choices = ''] of body.join('\n').matchAll(/policy-drafting-[a-z-]{6,20} \$\{1\|([^|]+)\|\}/g)) {
        for (const rule of choices.split(',')) expect(known, rule).toContain(rule);
      }
    }
  });
});
