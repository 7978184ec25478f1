import { describe, expect, test } from 'vitest';
import { createAnalyser } from '../analysis';
import type { CorpusView } from '../model';
import type { CheckInput } from './engine';
import { checkReport, checkSteps, createRuleCache } from './engine';
import type { BlockRule, DocumentRule } from './rule';

const NOBODY: CorpusView = { precedents: [], versions: [], peers: [] };

const declaration = {
  category: 'wording',
  severity: 'warning',
  fix: 'safe',
  since: '0.1.0',
  summary: { zh: '测试', en: 'test' },
  rationale: { zh: '测试', en: 'test' },
  sources: [],
  options: { word: { type: 'string', default: '甲', description: { zh: '词', en: 'word' } } },
  examples: [],
} as const;

/** Reports a word, 甲 unless the options say otherwise. */
const words: BlockRule = {
  ...declaration,
  id: 'words',
  scope: 'block',
  *checkBlock({ text }, options) {
    const word = String(options.word);
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      yield {
        start: at,
        end: at + word.length,
        message: { zh: `有${word}`, en: `has ${word}` },
        fixes: [
          { title: { zh: '改', en: 'fix' }, kind: 'safe', edits: [{ start: at, end: at + word.length, text: '乙' }] },
        ],
      };
    }
  },
};

/** One finding for every 甲 of the document. */
const everywhere: DocumentRule = {
  ...declaration,
  id: 'everywhere',
  scope: 'document',
  *check({ analysis: { report } }) {
    const places = [];
    for (let at = report.text.indexOf('甲'); at >= 0; at = report.text.indexOf('甲', at + 1))
      places.push({ start: at, end: at + 1 });
    const [first] = places;
    if (first === undefined) return;
    yield {
      ...first,
      places,
      message: (count) => ({ zh: `${count}处`, en: `${count} places` }),
      fixes: [
        { title: { zh: '改', en: 'fix' }, kind: 'safe', edits: places.map((place) => ({ ...place, text: '乙' })) },
      ],
    };
  },
};

const failing: DocumentRule = {
  ...declaration,
  id: 'failing',
  scope: 'document',
  *check({ analysis: { report } }) {
    yield { start: 0, end: 1, message: { zh: '一', en: 'one' } };
    throw new Error(report.text.slice(0, 1));
  },
};

function check(text: string, more: Partial<CheckInput> = {}) {
  const analysis = createAnalyser().analyse(text, { force: true });
  return checkReport({ analysis, corpus: NOBODY, settings: {}, rules: [words], ...more });
}

describe('levels', () => {
  test('are the default, the user’s, or off', () => {
    expect(check('写甲字。').map(({ rule, severity }) => [rule, severity])).toEqual([['words', 'warning']]);
    expect(check('写甲字。', { settings: { rules: { words: { level: 'error' } } } })[0]?.severity).toBe('error');
    expect(check('写甲字。', { settings: { rules: { words: { level: 'off' } } } })).toEqual([]);
  });

  test('cap the grades of a rule', () => {
    const graded: DocumentRule = {
      ...declaration,
      id: 'graded',
      scope: 'document',
      *check() {
        yield { start: 0, end: 1, grade: 'error', message: { zh: '硬', en: 'hard' } };
        yield { start: 1, end: 2, grade: 'hint', message: { zh: '软', en: 'soft' } };
        yield { start: 2, end: 3, message: { zh: '常', en: 'usual' } };
      },
    };
    const severities = (level?: 'information') =>
      check('写甲字。', { rules: [graded], settings: level ? { rules: { graded: { level } } } : {} }).map(
        (one) => one.severity,
      );
    expect(severities()).toEqual(['error', 'hint', 'warning']);
    expect(severities('information')).toEqual(['information', 'hint', 'information']);
  });

  test('can be asked for from one on', () => {
    expect(check('写甲字。', { least: 'error' })).toEqual([]);
  });
});

test('options reach the rule and nonsense falls back to the default', () => {
  const settings = (word: unknown) => ({ rules: { words: { options: { word } } } });
  expect(check('甲和丙。', { settings: settings('丙') }).map((one) => one.message.en)).toEqual(['has 丙']);
  expect(check('甲和丙。', { settings: settings(3) }).map((one) => one.message.en)).toEqual(['has 甲']);
});

test('a rule that throws loses its own findings only', () => {
  const errors: string[] = [];
  const findings = check('写甲字。', { rules: [failing, words], onRuleError: (id) => errors.push(id) });
  expect(findings.map((one) => one.rule)).toEqual(['words']);
  expect(errors).toEqual(['failing']);
});

test('findings are sorted by place', () => {
  expect(check('写甲字。再写甲字。').map((one) => one.start)).toEqual([1, 6]);
});

test('a finding of a rule with priority hides those it stands upon', () => {
  const strong: BlockRule = { ...words, id: 'strong', supersedes: ['words'] };
  expect(check('写甲字。', { rules: [words, strong] }).map((one) => one.rule)).toEqual(['strong']);
});

describe('a slip throughout the file', () => {
  test('is one finding with a count', () => {
    const [finding] = check('甲，甲，甲。', { rules: [everywhere] });
    expect(finding?.count).toBe(3);
    expect(finding?.message.zh).toBe('3处');
    expect(finding?.related.map((one) => one.start)).toEqual([2, 4]);
  });

  test('moves on where its first place is suppressed', () => {
    const text = '<!-- policy-drafting-disable-next-line everywhere -->\n第一甲。\n第二甲。\n第三甲。';
    const [finding] = check(text, { rules: [everywhere] });
    expect(finding?.start).toBe(text.indexOf('第二甲') + 2);
    expect(finding?.count).toBe(2);
    expect(finding?.fixes[0]?.edits).toHaveLength(2);
  });
});

describe('suppression comments', () => {
  const lines = (text: string) =>
    check(text)
      .filter((one) => one.rule === 'words')
      .map((one) => text.slice(0, one.start).split('\n').length);

  test.each([
    ['the next line that is not empty', '<!-- policy-drafting-disable-next-line words -->\n\n写甲。\n又写甲。', [4]],
    ['plain text', '// policy-drafting-disable-next-line words -- 沿用上级口径\n写甲。\n又写甲。', [3]],
    ['several rules', '<!-- policy-drafting-disable-next-line other,words -->\n写甲。', []],
    ['all rules', '<!-- policy-drafting-disable-next-line -->\n写甲。', []],
    ['another rule', '<!-- policy-drafting-disable-next-line other -->\n写甲。', [2]],
    [
      'a stretch',
      '写甲。\n<!-- policy-drafting-disable words -->\n写甲。\n写甲。\n<!-- policy-drafting-enable words -->\n写甲。',
      [1, 6],
    ],
    ['a stretch to the end', '写甲。\n// policy-drafting-disable\n写甲。', [1]],
    ['the file', '写甲。\n<!-- policy-drafting-disable-file words -->\n写甲。', []],
    ['no command', '<!-- policy-drafting-disable-everything words -->\n写甲。', [2]],
  ])('cover %s', (_what, text, reported) => {
    expect(lines(text)).toEqual(reported);
  });

  test('tell what they silenced and why', () => {
    const text = '// policy-drafting-disable-next-line words -- 沿用上级口径\n写甲。\n写丁。';
    const analysis = createAnalyser().analyse(text, { force: true });
    const steps = checkSteps({ analysis, corpus: NOBODY, settings: {}, rules: [words] });
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    expect(step.value.suppressed.map(({ reasons }) => reasons)).toEqual([['沿用上级口径']]);
    expect(step.value.findings).toEqual([]);
  });
});

describe('work', () => {
  test('stops when asked to', () => {
    expect(check('写甲字。', { shouldStop: () => true })).toEqual([]);
  });

  test('is done again for the block that changed only', () => {
    const analyser = createAnalyser();
    const cache = createRuleCache();
    const run = (text: string) =>
      checkReport({
        analysis: analyser.analyse(text, { force: true }),
        corpus: NOBODY,
        settings: {},
        rules: [words],
        cache,
      });
    run('第一段写甲。\n第二段写乙。\n第三段写丙。');
    const before = cache.misses;
    const findings = run('第一段写甲。\n第二段写甲。\n第三段写丙。');
    expect(cache.misses - before).toBe(1);
    expect(findings.map((one) => one.start)).toEqual([4, 11]);
  });
});
