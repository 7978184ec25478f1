import { expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import { checkReport, createRuleCache } from '../../server/src/core/rules/engine';
import { rules } from '../../server/src/core/rules/index';
import { drafts } from '../faults/hosts';
import { paragraphs, partsOf } from '../faults/parts';

it.each(drafts())('a character typed into $name is read, searched and checked in one block', (host) => {
  const analyser = createAnalyser();
  const cache = createRuleCache();
  const run = (text: string): number => {
    const analysis = analyser.analyse(text, { path: host.path });
    // Facts are computed when they are asked for.
    expect([analysis.terms, analysis.statements, analysis.uses].every((facts) => facts.length > 0)).toBe(true);
    checkReport({ analysis, corpus: { precedents: [], versions: [], peers: [] }, settings: {}, cache });
    return analysis.report.blocks.length;
  };
  const blocks = run(host.text);
  expect(blocks).toBeGreaterThan(20);
  const before = { ...analyser.misses, checks: cache.misses };

  const [paragraph] = paragraphs(host, partsOf(host).plan);
  const at = host.text.indexOf('。', paragraph?.start);
  run(`${host.text.slice(0, at)}了${host.text.slice(at)}`);
  expect(analyser.misses.readings - before.readings).toBe(1);
  // A few kinds of facts, each of one block; and each rule at most a few things of it.
  expect(analyser.misses.facts - before.facts).toBeLessThanOrEqual(4);
  expect(cache.misses - before.checks).toBeGreaterThan(0);
  expect(cache.misses - before.checks).toBeLessThanOrEqual(rules.length);
});
