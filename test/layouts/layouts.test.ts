import { beforeAll, describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import { generateLayout, type Layout } from './generator';
import { add, judge, measures, score, type Outcome } from './measure';
import { others } from './others';

/** Another seed, another five hundred reports; this one is kept so that a failure can be looked at again. */
const SEED = 20_001;
const COUNT = 500;

/** What a careful reader of ten pages would not do worse than. */
const LEAST = 0.99;

describe('five hundred layouts of made-up reports', () => {
  let outcomes: Outcome[] = [];
  beforeAll(() => {
    outcomes = Array.from({ length: COUNT }, (_, index) => judge(generateLayout(SEED + index)));
  });

  it.each(measures)('are read right: %s', (name) => {
    const { recall, precision } = score(add(outcomes.map(({ counts }) => counts[name])));
    const failures = outcomes.flatMap(({ layout, failures: all }) =>
      all.filter(({ measure }) => measure === name).map((failure) => ({ seed: layout.seed, ...failure })),
    );
    const examples = JSON.stringify(failures.slice(0, 5), null, 1);
    expect(recall, examples).toBeGreaterThanOrEqual(LEAST);
    expect(precision, examples).toBeGreaterThanOrEqual(LEAST);
  });
});

describe('the generator', () => {
  it('makes the same report of the same seed', () => {
    expect(generateLayout(7)).toEqual(generateLayout(7));
    expect(generateLayout(7).text).not.toBe(generateLayout(8).text);
  });

  it('knows where in its text everything stands', () => {
    for (let seed = 1; seed <= 60; seed += 1) expectSpansToHold(generateLayout(seed));
  });
});

describe('texts that are no government work reports', () => {
  it.each(others)('are not taken for one: $name', ({ text }) => {
    expect(createAnalyser().analyse(text).report.info).toBeNull();
  });
});

function expectSpansToHold({ text, truth, axes }: Layout): void {
  expect(text.length).toBeGreaterThan(4000);
  // Other scripts and pinyin change the letters, not the places.
  if (axes.script === 'traditional' || axes.pinyin !== 'none') return;
  for (const { starts, titles } of truth.headings) {
    const wanted = bare(titles[0] ?? '').slice(0, 8);
    const slices = starts.map((start) => bare(text.slice(start, start + 60)));
    expect(
      slices.some((slice) => slice.includes(wanted)),
      `${wanted} in ${slices.join(' / ')}`,
    ).toBe(true);
  }
  for (const entry of truth.glossary) {
    expect(bare(text.slice(entry.definitionStart, entry.definitionEnd))).toBe(bare(entry.definition));
    expect(bare(text.slice(entry.start, entry.end))).toContain(bare(entry.term));
  }
  for (const { start, end, min, max } of [...truth.targets, ...truth.results]) {
    const slice = bare(text.slice(start, end)).replaceAll(',', '');
    if (min !== null || max !== null) expect(slice).toContain(String(min ?? max));
  }
}

/** Without widths, spaces, line breaks and Markdown marks; page breaks stand inside sentences only. */
function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s*\\]/gu, '');
}
