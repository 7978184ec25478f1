import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { exampleReport } from '../example-report';
import { createLedger } from './ledger';
import type { Analysis } from '../model';
import { answerToInsert, draftSentence } from './result-draft';

function report(year: number, review: string, targets: string): Analysis {
  const text = exampleReport({
    year,
    review: `过去一年，全区上下齐心协力。${review}`,
    plan: `今年主要预期目标是：${targets}`,
  });
  return createAnalyser().analyse(text, { path: `青禾区${String(year)}年政府工作报告.md`, force: true });
}

/** The sentence for the only target of 2025, with its blanks in brackets. */
function sentence(targets: string, lastReview = '各项工作稳步推进。'): string {
  const made = report(2025, lastReview, targets);
  const precedents = [{ path: '2025.md', analysis: made }];
  const [item] = createLedger(report(2026, '各项工作稳步推进。', '粮食产量稳定。'), precedents).items;
  if (item === undefined) throw new Error('No promise.');
  const { text, selected } = draftSentence(item, made, precedents);
  return [...selected]
    .reverse()
    .reduce((all, { start, end }) => `${all.slice(0, start)}〔${all.slice(start, end)}〕${all.slice(end)}`, text);
}

describe('the draft of a sentence that reports a result', () => {
  it.each([
    ['地区生产总值增长6%左右。', '地区生产总值增长〔XX〕%。'],
    ['单位地区生产总值能耗下降3%。', '单位地区生产总值能耗下降〔XX〕%。'],
    ['城镇新增就业5000人以上。', '城镇新增就业〔XX〕人。'],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率〔XX〕%。'],
    ['居民收入与经济增长基本同步。', '居民收入〔与经济增长基本同步〕。'],
  ])('has the form of the promise: %s', (targets, wanted) => {
    expect(sentence(targets)).toBe(wanted);
  });

  it('has the form in which past reports report this indicator', () => {
    const review = '城镇新增就业达到4900人。';
    expect(sentence('城镇新增就业5000人以上。', review)).toBe('城镇新增就业达到〔XX〕人。');
  });

  it('states no figure that nobody gave', () => {
    expect(sentence('一般公共预算收入增长6%左右。', '一般公共预算收入完成14.3亿元、增长5.2%。')).not.toMatch(/\d/u);
  });
});

describe('the sentence put into the draft', () => {
  /** The review with the sentence for the target that it leaves unanswered; null where none is offered. */
  function inserted(targets: string, review: string, wanted: string): string | null {
    const precedents = [{ path: '2025.md', analysis: report(2025, '各项工作稳步推进。', targets) }];
    const draft = report(2026, review, '粮食产量稳定。');
    const ledger = createLedger(draft, precedents);
    const item = ledger.items.find(({ promise }) => promise.name === wanted);
    if (item === undefined) throw new Error('No such promise.');
    const answer = answerToInsert(item, ledger, draft, precedents);
    if (answer === null) return null;
    const { text } = draft.report;
    const after = text.slice(0, answer.at) + answer.text + text.slice(answer.at);
    return after.split('\n')[6]?.replace('过去一年，全区上下齐心协力。', '') ?? '';
  }
  const TARGETS = '地区生产总值增长6%左右，城镇新增就业5000人以上，居民收入与经济增长基本同步，国际收支基本平衡。';

  it('stands behind the answer to its neighbour, with the mark that closes that one', () => {
    expect(inserted(TARGETS, '地区生产总值增长6.2%。粮食丰收。', '城镇新增就业')).toBe(
      '地区生产总值增长6.2%。城镇新增就业〔数据〕人。粮食丰收。',
    );
    expect(inserted(TARGETS, '地区生产总值增长6.2%；粮食丰收。', '城镇新增就业')).toBe(
      '地区生产总值增长6.2%；城镇新增就业〔数据〕人；粮食丰收。',
    );
  });

  it('parts no sentence in words', () => {
    const long = `${'面对严峻复杂的外部环境，我们迎难而上，'.repeat(4)}居民收入稳步提高，生活持续改善，人民群众的获得感更强。`;
    expect(inserted(TARGETS, `一般公共预算收入增长5%。${long}`, '城镇新增就业')).toBe(
      `一般公共预算收入增长5%。${long}城镇新增就业〔数据〕人。`,
    );
  });

  it('says of a promise in words neither that it was kept nor that it was not', () => {
    expect(inserted(TARGETS, '地区生产总值增长6.2%。', '国际收支')).toBe(
      '地区生产总值增长6.2%。国际收支〔完成情况〕。',
    );
  });

  it('has the sign for per cent of the draft', () => {
    const targets = '地区生产总值增长6%左右，一般公共预算收入增长5%。';
    expect(inserted(targets, '地区生产总值增长6.2％，出口增长3％。', '一般公共预算收入')).toContain('〔数据〕％');
  });

  it('is no sure answer before its blank is filled in', () => {
    const precedents = [{ path: '2025.md', analysis: report(2025, '各项工作稳步推进。', TARGETS) }];
    const answerOf = (words: string) =>
      createLedger(report(2026, `地区生产总值增长6.2%。${words}`, '粮食产量稳定。'), precedents).items.find(
        ({ indicator }) => indicator === '城镇新增就业',
      );
    expect(answerOf('城镇新增就业〔数据〕人。')).toMatchObject({ verdict: 'reported', confidence: 'possible' });
    expect(answerOf('城镇新增就业5326人。')).toMatchObject({ verdict: 'met', confidence: 'certain' });
  });

  it('is not offered where it would not be known for an answer', () => {
    expect(inserted('地区生产总值增长6%左右，青禾指数达到80以上。', '地区生产总值增长6.2%。', '青禾指数')).toBeNull();
  });
});
