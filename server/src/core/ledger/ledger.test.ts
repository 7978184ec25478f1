import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { exampleReport } from '../example-report';
import type { Analysis, CorpusReport } from '../model';
import { decided, possibleAnswers } from './answers';
import type { Ledger, LedgerItem } from './ledger';
import { createLedger, ledgerOf } from './ledger';
import { formatMatches, NO_ANSWER, NO_MATCHES, parseMatches, promiseKey, textHash, withMatch } from './matches';
import { placeForAnswer } from './places';
import { shortfallOf } from './verdict';

interface Parts {
  readonly year: number;
  readonly review?: string;
  readonly targets?: string;
  readonly plan?: string;
}

/** A small report of a made-up place. */
function report({ year, review = '各项工作稳步推进。', targets, plan = '' }: Parts): Analysis {
  const goal = targets === undefined ? '做好今年工作，要把各项任务落到实处。' : `今年主要预期目标是：${targets}`;
  const text = exampleReport({
    year,
    review: `过去一年，全区上下齐心协力。${review}`,
    plan: `${goal}\n${plan}`,
  });
  return createAnalyser().analyse(text, { path: `青禾区${String(year)}年政府工作报告.md`, force: true });
}

function past(analysis: Analysis, path = '往年.md'): CorpusReport {
  return { path, analysis };
}

/** What becomes of one year's promises in the review of the next. */
function ledgerFor(promised: Omit<Parts, 'year'>, review: string): Ledger {
  return createLedger(report({ year: 2025, review }), [past(report({ year: 2024, ...promised }))]);
}

function only(ledger: Ledger): LedgerItem {
  expect(ledger.items).toHaveLength(1);
  const [item] = ledger.items;
  if (item === undefined) throw new Error('no item');
  return item;
}

/** The verdict on the only target. */
function verdict(targets: string, review: string): string {
  return only(ledgerFor({ targets }, review)).verdict;
}

describe('verdicts on targets', () => {
  it.each([
    ['左右, better', '地区生产总值增长6%左右。', '地区生产总值增长8.3%。', 'met'],
    ['左右, the same', '地区生产总值增长6%左右。', '地区生产总值增长6.0%。', 'met'],
    ['左右, half a point worse', '地区生产总值增长6%左右。', '地区生产总值增长5.5%。', 'met'],
    ['左右, more than half a point worse', '地区生产总值增长6%左右。', '地区生产总值增长5.4%。', 'missed'],
    ['exact, half a point worse', '固定资产投资增长8.5%。', '固定资产投资增长8.0%。', 'met'],
    ['exact, a point worse', '固定资产投资增长8.5%。', '固定资产投资增长7.5%。', 'missed'],
    ['exact, much better', '固定资产投资增长8.5%。', '固定资产投资增长21%。', 'met'],
    ['以上, just short', '一般公共预算收入增长5%以上。', '一般公共预算收入增长4.9%。', 'missed'],
    ['以上, just there', '一般公共预算收入增长5%以上。', '一般公共预算收入增长5%。', 'met'],
    ['以上 in persons', '城镇新增就业5000人以上。', '城镇新增就业4999人。', 'missed'],
    ['以内, just over', '城镇调查失业率控制在5.5%以内。', '城镇调查失业率为5.6%。', 'missed'],
    ['以内, under', '城镇调查失业率控制在5.5%以内。', '城镇调查失业率为5.1%。', 'met'],
    ['a cap with 左右, under', '居民消费价格涨幅控制在3%左右。', '居民消费价格上涨0.8%。', 'met'],
    ['a cap with 左右, over', '居民消费价格涨幅控制在3%左右。', '居民消费价格上涨4.1%。', 'missed'],
    ['a drop, deeper', '单位地区生产总值能耗下降3%。', '单位地区生产总值能耗下降4.2%。', 'met'],
    ['a drop, too little', '单位地区生产总值能耗下降3%以上。', '单位地区生产总值能耗下降2.9%。', 'missed'],
    ['a drop, half a point less', '单位地区生产总值能耗下降3%左右。', '单位地区生产总值能耗下降2.5%。', 'met'],
    ['a rise instead of a drop', '单位地区生产总值能耗下降3%左右。', '单位地区生产总值能耗上升1.2%。', 'missed'],
    ['a fall instead of a rise', '固定资产投资增长8%左右。', '固定资产投资下降2.1%。', 'missed'],
    ['an exact count, the last digit', '城镇新增就业5000人。', '城镇新增就业4999人。', 'missed'],
    ['an amount in another unit', '城镇新增就业1.2万人以上。', '城镇新增就业12060人。', 'met'],
    ['an amount in tenths', '粮食产量达到2.4亿斤。', '粮食产量达到2.36亿斤。', 'met'],
    ['an amount in tenths, short', '粮食产量达到2.4亿斤。', '粮食产量达到2.34亿斤。', 'missed'],
    ['a result that is at least so much', '城镇新增就业5000人以上。', '城镇新增就业超过5200人。', 'met'],
    ['a result whose bound tells nothing', '城镇新增就业5500人以上。', '城镇新增就业超过5200人。', 'reported'],
    ['a range, within', '地区生产总值增长5%—6%。', '地区生产总值增长5.2%。', 'met'],
    ['a range, below', '地区生产总值增长5%—6%。', '地区生产总值增长4.8%。', 'missed'],
    ['a range, above', '地区生产总值增长5%—6%。', '地区生产总值增长7.1%。', 'met'],
    ['a stretch that was not reached', '地区生产总值增长6%以上、力争增长7%。', '地区生产总值增长6.3%。', 'met'],
    ['growth against a level', '一般公共预算收入增长5%。', '一般公共预算收入完成15.2亿元。', 'reported'],
    ['words against a number', '城镇调查失业率控制在5.5%以内。', '城镇调查失业率低于全市平均水平。', 'reported'],
    ['a number against words', '居民人均可支配收入与经济增长同步。', '居民人均可支配收入增长6.1%。', 'reported'],
    ['nothing', '城镇调查失业率控制在5.5%以内。', '城镇新增就业5326人。', 'unreported'],
    ['another indicator of the kind', '城镇调查失业率控制在5.5%以内。', '城镇登记失业率为3.1%。', 'unreported'],
    ['an old name', '农村居民人均可支配收入增长7%。', '农民人均可支配收入增长7.4%。', 'met'],
    ['a whole answered by its parts', '城乡居民人均可支配收入增长6%。', '城镇居民人均可支配收入增长6.2%。', 'reported'],
    ['a part is no other part', '城镇居民人均可支配收入增长6%。', '农村居民人均可支配收入增长6.2%。', 'unreported'],
    ['tenths', '规模以上服务业营业收入增长一成。', '规上服务业营收增长11.3%。', 'met'],
    ['a mean by another name', 'PM2.5平均浓度控制在30微克/立方米以内。', '细颗粒物浓度均值为28微克/立方米。', 'met'],
    ['what was added, told as a rise', '经营主体净增1500户。', '新增经营主体1622户。', 'met'],
    ['the planned growth of nobody’s liking', '广义货币供应量增长10%左右。', '广义货币供应量增长12%。', 'missed'],
  ])('%s', (_name, targets, review, expected) => {
    expect(verdict(targets, review)).toBe(expected);
  });

  it('takes the growth for what is to keep in step', () => {
    const item = only(
      ledgerFor({ targets: '居民人均可支配收入与经济增长同步。' }, '居民人均可支配收入26180元、增长6.9%。'),
    );
    expect([item.verdict, item.result?.min]).toEqual(['reported', 6.9]);
  });

  it('compares no average of several years with one year', () => {
    const ledger = ledgerFor(
      { targets: '地区生产总值增长6%左右，规模以上工业增加值年均增长8%以上。' },
      '地区生产总值增长6.1%，规模以上工业增加值增长8.4%。',
    );
    expect(ledger.items.map(({ indicator }) => indicator)).toEqual(['地区生产总值']);
  });

  it('takes the growth for a growth target where both stand together', () => {
    const item = only(ledgerFor({ targets: '地区生产总值增长6%左右。' }, '地区生产总值完成338.9亿元、增长5.7%。'));
    expect([item.verdict, item.confidence, item.result?.min]).toEqual(['met', 'certain', 5.7]);
  });
});

describe('matches of tasks', () => {
  function task(plan: string, review: string): Pick<LedgerItem, 'verdict' | 'confidence'> {
    const { verdict: found, confidence } = only(ledgerFor({ plan }, review));
    return { verdict: found, confidence };
  }

  it.each([
    ['the same words', '改造农贸市场4个。', '改造农贸市场4个。', 'met', 'certain'],
    ['fewer than promised', '改造农贸市场4个。', '改造农贸市场3个。', 'missed', 'certain'],
    ['words in another order', '新增城镇就业2600人以上。', '城镇新增就业4385人。', 'met', 'certain'],
    ['another verb', '更新改造燃气管道18公里。', '更新燃气管道18.6公里。', 'met', 'certain'],
    ['quotation marks', '建设“小禾驿站”20个。', '建成小禾驿站22个。', 'met', 'certain'],
    ['general words before it', '新增各类经营主体3000户以上。', '新增经营主体3120户。', 'met', 'certain'],
    ['the verb behind', '改造农村危旧桥梁12座。', '农村危旧桥梁改造12座。', 'met', 'certain'],
    ['what narrows it', '建设智能充电桩65个。', '建成充电桩70个。', 'met', 'likely'],
    ['a platform before it', '新增跨部门联办事项20个。', '“禾事通”平台新增跨部门联办事项23个。', 'met', 'likely'],
    ['words turned about', '转移就业农村劳动力2.3万人。', '农村劳动力转移就业2.41万人。', 'met', 'certain'],
    ['a shorter word', '完成农村改厕2000户。', '户厕改造完成2045户。', 'met', 'certain'],
    ['another word for a thing', '盘活闲置土地800亩。', '盘活闲置用地1020亩。', 'met', 'certain'],
    ['places to park', '新建公共停车位1200个。', '新增公共停车泊位1180个。', 'missed', 'certain'],
    ['a part of what the catalogue knows', '新增学位1200个。', '新增中小学学位1260个。', 'met', 'likely'],
    ['a deed that has no stock', '新增造林1.5万亩。', '完成造林1.56万亩。', 'met', 'likely'],
    ['the stock and what was added', '建设5G基站300个。', '5G基站累计达到1200个、新增312个。', 'met', 'likely'],
    ['money for many', '兑付惠企资金6000万元。', '为1376家企业兑付惠企资金6350万元。', 'met', 'likely'],
    ['what they came to', '支持30家企业实施技术改造。', '33家企业完成技改。', 'met', 'certain'],
    ['all of them', '办好10件民生实事。', '10件民生实事全部办结。', 'met', 'certain'],
    ['a title that was won', '创建国家级绿色工厂2家。', '2家企业获评国家级绿色工厂。', 'met', 'certain'],
    ['what is finished was done', '设立企业服务站24个。', '24个企业服务站全部投用。', 'met', 'likely'],
    ['a burden taken away', '化解政府债务8亿元。', '政府债务化解9.2亿元。', 'met', 'certain'],
    ['something new and something renewed', '新建供热管网12公里。', '改造供热管网15公里。', 'reported', 'possible'],
    ['another object', '引进创新型人才100名。', '招聘优秀教师158人。', 'unreported', 'possible'],
    ['another stage', '竣工重点项目30个。', '开工重点项目45个。', 'unreported', 'possible'],
    ['the reverse', '新增公交线路8条。', '取消公交线路2条。', 'unreported', 'possible'],
    ['another unit', '新建社区食堂5个。', '新建社区食堂2600平方米。', 'reported', 'likely'],
    ['words alone', '建设青溪河滨水绿道6公里。', '青溪河滨水绿道全线贯通。', 'reported', 'likely'],
  ])('%s', (_name, plan, review, expected, confidence) => {
    expect(task(plan, review)).toEqual({ verdict: expected, confidence });
  });

  it('gives one result to one promise, the better fitting', () => {
    const ledger = ledgerFor({ plan: '新建停车场12个，新建公共停车场5个。' }, '新建公共停车场6个。');
    const answered = ledger.items.filter(({ result }) => result !== null);
    expect(answered.map(({ promise }) => promise.name)).toEqual(['新建公共停车场']);
  });

  it('takes the first of two equal results', () => {
    const item = only(
      ledgerFor({ targets: '固定资产投资增长8%左右。' }, '固定资产投资增长8.1%。狠抓项目，固定资产投资增长6.1%。'),
    );
    expect(item.result?.min).toBe(8.1);
  });

  it('never takes money of one purse for money of another', () => {
    const ledger = ledgerFor({ plan: '区财政安排832万元。' }, '区财政投入223万元。');
    expect(ledger.items.every(({ result }) => result === null)).toBe(true);
  });

  it('counts a promise made twice once, as a target', () => {
    const ledger = ledgerFor(
      { targets: '城镇新增就业5000人以上。', plan: '稳定就业，城镇新增就业5000人以上。' },
      '城镇新增就业5326人。',
    );
    expect(ledger.items.map(({ kind, verdict: found }) => [kind, found])).toEqual([['target', 'met']]);
  });
});

describe('shortfallOf', () => {
  it.each([
    ['地区生产总值增长6%左右。', '地区生产总值增长4.9%。', 1.1],
    ['城镇新增就业1.2万人以上。', '城镇新增就业11000人。', 0.1],
    ['城镇调查失业率控制在5.5%以内。', '城镇调查失业率为5.7%。', 0.2],
    ['单位地区生产总值能耗下降3%以上。', '单位地区生产总值能耗下降2.5%。', 0.5],
    ['地区生产总值增长6%左右。', '地区生产总值完成330亿元。', null],
    ['地区生产总值增长6%以上。', '地区生产总值增长8%。', null],
  ])('%s %s', (targets, review, gap) => {
    const { promise, result } = only(ledgerFor({ targets }, review));
    expect(result === null ? undefined : shortfallOf(promise, result)).toBe(gap);
  });
});

describe('words', () => {
  it('are found where the plan looks back on the year, not where it looks ahead', () => {
    const made = past(report({ year: 2024, targets: '国际收支基本平衡。' }));
    const recap = '过去一年，地区生产总值增长6.2%，城镇新增就业5326人，国际收支状况有所改善。';
    const ahead = '今年要促进国际收支基本平衡。';
    const of = (plan: string): string => only(createLedger(report({ year: 2025, plan }), [made])).verdict;
    expect([of(recap), of(ahead)]).toEqual(['reported', 'unreported']);
  });
});

describe('evidence in words', () => {
  it.each([
    [
      'the sentence that opens a part, not what money was spent on',
      '要在自主创新、协调发展等方面取得新进展',
      '两年新增投资3亿元，主要用于道路、自主创新等方面建设。大力推动自主创新。全年研发投入增长12%。',
      '大力推动自主创新',
    ],
    [
      'what was done, not what was weighed',
      '经济结构进一步优化',
      '坚持正确处理稳定增长和调整经济结构的关系。促进结构调整和优化升级，增强后劲。',
      '促进结构调整和优化升级',
    ],
    [
      'the whole, not a part of it',
      '要在产业结构调整、协调发展等方面取得新进展',
      '东部地区产业转型升级步伐加快。大力推进产业转型升级。',
      '大力推进产业转型升级',
    ],
    [
      'what came of it, not what is amiss',
      '国际收支基本平衡',
      '国际收支不平衡的压力仍在。国际收支状况明显改善，储备稳定。',
      '国际收支状况明显改善',
    ],
  ])('is %s', (_what, target, review, shown) => {
    const ledger = ledgerFor({ targets: `地区生产总值增长6%左右，${target}。` }, `地区生产总值增长6.1%。${review}`);
    expect(ledger.items.map(({ evidence }) => evidence?.text)).toContain(shown);
  });

  it('is the clause of the thing itself, whatever the order of its words', () => {
    const { items } = ledgerFor(
      { plan: '开工建设城北水厂，行政村5G网络全覆盖，完成云溪大道“白改黑”，编制完成国土空间规划。' },
      '安和大桥建成通车，城北水厂开工建设。5G网络实现行政村全覆盖，云溪大道“白改黑”全线完工。',
    );
    expect(items.map(({ evidence }) => evidence?.text ?? null)).toEqual([
      '城北水厂开工建设',
      '5G网络实现行政村全覆盖',
      '云溪大道“白改黑”全线完工',
      null,
    ]);
  });

  it('stays the clause when a person confirms it', () => {
    const made = report({ year: 2024, plan: '开工建设城北水厂。' });
    const draft = report({ year: 2025, review: '安和大桥建成通车，城北水厂开工建设。' });
    const found = only(createLedger(draft, [past(made)]));
    const matches = decided(NO_MATCHES, found, 'found', made, draft);
    expect(only(createLedger(draft, [past(made)], matches))).toMatchObject({
      confirmed: true,
      evidence: { text: '城北水厂开工建设' },
    });
  });
});

describe('evidence', () => {
  it('is the sentence of the draft, as on disk', () => {
    const draft = report({
      year: 2025,
      review: '经济稳中有进。地区生产总值增长5.7%，\n城镇新增就业5326人。民生改善。',
    });
    const ledger = createLedger(draft, [past(report({ year: 2024, targets: '城镇新增就业5000人以上。' }))]);
    const { evidence } = only(ledger);
    expect(evidence?.text).toContain('城镇新增就业5326人');
    expect(evidence?.text).not.toContain('民生改善');
    expect(draft.report.text.slice(evidence?.start, evidence?.end)).toBe(evidence?.text);
  });

  it('is null where nothing answers', () => {
    expect(only(ledgerFor({ targets: '城镇调查失业率控制在5.5%以内。' }, '地区生产总值增长6%。')).evidence).toBeNull();
  });
});

describe('years', () => {
  it('compares reports two years apart only where the draft tells the year', () => {
    const made = past(
      report({ year: 2023, targets: '地区生产总值增长6%左右，城镇新增就业5000人以上，城镇登记失业率控制在4%以内。' }),
    );
    const draft = report({
      year: 2025,
      review: '地区生产总值增长6.4%，城镇登记失业率为3.5%。2023年城镇新增就业4800人。',
    });
    const items = createLedger(draft, [made]).items;
    expect(
      items.map(({ indicator, year, verdict: found, confidence }) => [indicator, year, found, confidence]),
    ).toEqual([
      ['地区生产总值', 2023, 'incomparable', 'likely'],
      ['城镇新增就业', 2023, 'missed', 'certain'],
      ['城镇登记失业率', 2023, 'incomparable', 'likely'],
    ]);
  });

  it('does not take the total of several years for one year’s result', () => {
    const item = only(ledgerFor({ targets: '城镇新增就业5000人以上。' }, '五年来，城镇新增就业2.6万人。'));
    expect(item.verdict).toBe('reported');
  });

  it('has no items without a precedent', () => {
    const ledger = createLedger(report({ year: 2025, targets: '地区生产总值增长6%。' }), []);
    expect(ledger).toMatchObject({ precedent: null, items: [] });
    expect(ledger.history.map(({ indicator, past: rows }) => [indicator, rows])).toEqual([['地区生产总值', []]]);
  });

  it('stands empty beside a text that is no report', () => {
    const nothing = createAnalyser().analyse('');
    expect(createLedger(nothing, [past(nothing)])).toMatchObject({ items: [], history: [] });
  });
});

describe('history', () => {
  it('puts each target beside past targets, and the results that later reports tell', () => {
    const draft = report({ year: 2025, review: '地区生产总值增长5.7%。', targets: '地区生产总值增长6%左右。' });
    const rows = createLedger(draft, [
      past(report({ year: 2024, review: '地区生产总值增长6.2%。', targets: '地区生产总值增长6.5%左右。' }), '2024'),
      past(report({ year: 2023, targets: '地区生产总值增长7%左右。' }), '2023'),
      past(report({ year: 2022, targets: '粮食产量稳定在2.4亿斤以上。' }), '2022'),
    ]).history;
    const told = rows[0]?.past.map(({ planYear, target, result, resultPath }) => [
      planYear,
      target?.min ?? null,
      result?.min ?? null,
      resultPath,
    ]);
    expect(told).toEqual([
      [2024, 6.5, 5.7, null],
      [2023, 7, 6.2, '2024'],
      [2022, null, null, null],
    ]);
  });
});

describe('what a person decided', () => {
  const made = report({ year: 2024, plan: '新建停车场12个。' });
  const draft = report({ year: 2025, review: '新建停车场11个。新建口袋公园12个。青溪河治理完成。' });
  const promise = made.statements.find(({ role }) => role === 'task');
  if (promise === undefined) throw new Error('no task');
  const key = promiseKey(promise, made);
  const words = (result: string) => ({ result, figure: null, clauses: [] });

  it('takes the place of what was found', () => {
    const other = draft.statements.find(({ name }) => name.includes('口袋公园'));
    if (other === undefined) throw new Error('no result');
    const matches = withMatch(NO_MATCHES, key, words(textHash(draft, other)));
    expect(only(createLedger(draft, [past(made)], matches))).toMatchObject({
      result: other,
      verdict: 'met',
      confidence: 'certain',
    });
  });

  it('may say that nothing answers', () => {
    const item = only(createLedger(draft, [past(made)], withMatch(NO_MATCHES, key, NO_ANSWER)));
    expect(item).toMatchObject({ result: null, verdict: 'unreported', confidence: 'certain', evidence: null });
  });

  it('may name a sentence', () => {
    const start = draft.report.text.indexOf('青溪河治理完成');
    const sentence = { start, end: start + '青溪河治理完成'.length };
    const matches = withMatch(NO_MATCHES, key, words(textHash(draft, sentence)));
    const item = only(createLedger(draft, [past(made)], matches));
    expect(item).toMatchObject({ result: null, verdict: 'reported', evidence: { text: '青溪河治理完成' } });
  });

  it('may be made of anything that is offered, the likeliest first', () => {
    const found = only(createLedger(draft, [past(made)]));
    const answers = possibleAnswers(found, draft);
    expect(answers[0]).toMatchObject({ kind: 'figure', result: { min: 11 } });
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['figure', 'sentence']));
    for (const { kept, kind, start } of answers) {
      const matches = decided(NO_MATCHES, found, kept, made, draft);
      const item = only(createLedger(draft, [past(made)], matches));
      expect(item.confirmed).toBe(true);
      if (kind === 'sentence' && item.result === null) expect(item.evidence?.start).toBe(start);
    }
  });

  it('is offered from the review before the plan that says the same again', () => {
    const now = report({ year: 2025, review: '停车场建设有序推进。', plan: '新建停车场12个，完善停车场配套。' });
    const [first] = possibleAnswers(only(createLedger(now, [past(made)])), now);
    expect(now.report.text.slice(first?.start, first?.end)).toBe('停车场建设有序推进');
  });

  it('may confirm what was found, and be taken back', () => {
    const found = only(createLedger(draft, [past(made)]));
    const matches = decided(NO_MATCHES, found, 'found', made, draft);
    expect(only(createLedger(draft, [past(made)], matches))).toMatchObject({ result: { min: 11 }, confirmed: true });
    expect(decided(matches, found, 'undo', made, draft)).toEqual(NO_MATCHES);
    const silent = only(createLedger(report({ year: 2025 }), [past(made)]));
    expect(decided(NO_MATCHES, silent, 'found', made, draft).matches[0]?.result).toBe('none');
  });

  it('is passed over where its words are gone', () => {
    const item = only(createLedger(draft, [past(made)], withMatch(NO_MATCHES, key, words('0123'))));
    expect(item).toMatchObject({ verdict: 'missed', result: { min: 11 } });
  });
});

describe('a figure of a list that a person chose', () => {
  const made = report({ year: 2024, plan: '新建停车场12个。' });
  const list = '口袋公园、社区驿站、健身步道分别新建11处、15处、30处。';
  const draft = report({ year: 2025, review: list });
  const found = only(createLedger(draft, [past(made)]));

  /** What the ledger of another text of the draft shows after somebody chose the figure `value` of the list. */
  const after = (value: number, review: string): LedgerItem => {
    const chosen = possibleAnswers(found, draft).find(({ result }) => result?.min === value);
    if (chosen === undefined) throw new Error(`no ${String(value)} among the answers`);
    const matches = decided(NO_MATCHES, found, chosen.kept, made, draft);
    const kept = parseMatches(formatMatches(matches)) ?? NO_MATCHES;
    return only(createLedger(report({ year: 2025, review }), [past(made)], kept));
  };

  it.each([11, 15, 30])('is that one: %d', (value) => {
    expect(after(value, list)).toMatchObject({ confirmed: true, result: { min: value } });
  });

  it.each([
    ['text before it', `在城区，${list}`],
    ['text at the beginning of its clause', `全年${list}`],
    ['its neighbour', list.replace('11处', '13处')],
    ['another paragraph', `全年完成投资3亿元。\n\n${list}`],
  ])('stays that one when %s is edited', (_what, review) => {
    expect(after(15, review)).toMatchObject({ confirmed: true, result: { min: 15 } });
  });

  it('stays that one when its own value is edited', () => {
    expect(after(15, list.replace('15处', '16处'))).toMatchObject({ confirmed: true, result: { min: 16 } });
  });

  it('is nobody’s guess once two figures are of the same thing', () => {
    const review = `${list.replace('15处', '16处')}${list.replace('15处', '17处')}`;
    expect(after(15, review).confirmed).toBe(false);
  });
});

describe('a sentence that a person chose', () => {
  const made = report({ year: 2024, plan: '新建停车场12个。' });
  const sentence = '青溪河治理完成，沿线排口全部封堵，两岸步道贯通。';
  const draft = report({ year: 2025, review: sentence });
  const found = only(createLedger(draft, [past(made)]));

  it.each([
    ['as it was', sentence, true],
    ['with words before it', `全年再添新绿。${sentence}`, true],
    ['with a clause before it', `经过三年努力，${sentence}`, true],
    ['with one clause reworded', sentence.replace('全部封堵', '基本封堵'), true],
    ['with most clauses gone', '青溪河治理完成，水质明显改善，群众满意。', false],
  ])('is found again %s: %s', (_what, review, expected) => {
    const start = draft.report.text.indexOf('青溪河');
    const chosen = possibleAnswers(found, draft).find((one) => one.kind === 'sentence' && one.start === start);
    if (chosen === undefined) throw new Error('The sentence is not offered.');
    const kept = parseMatches(formatMatches(decided(NO_MATCHES, found, chosen.kept, made, draft))) ?? NO_MATCHES;
    const item = only(createLedger(report({ year: 2025, review }), [past(made)], kept));
    expect(item.confirmed).toBe(expected);
    if (expected) expect(item.evidence?.text).toContain('青溪河治理完成');
  });
});

describe('ledgerOf', () => {
  it('is one object for one draft and one list of precedents', () => {
    const draft = report({ year: 2025 });
    const view = { precedents: [past(report({ year: 2024 }))], versions: [], peers: [] };
    expect(ledgerOf(draft, view)).toBe(ledgerOf(draft, view));
    expect(ledgerOf(draft, { ...view, precedents: [] })).not.toBe(ledgerOf(draft, view));
  });

  it('follows what a person decided', () => {
    const made = report({ year: 2024, targets: '城镇新增就业5000人以上。' });
    const draft = report({ year: 2025, review: '城镇新增就业5326人。' });
    const view = { precedents: [past(made)], versions: [], peers: [] };
    const item = only(ledgerOf(draft, view));
    expect(item.verdict).toBe('met');
    const matches = decided(NO_MATCHES, item, 'none', made, draft);
    expect(only(ledgerOf(draft, { ...view, matches })).verdict).toBe('unreported');
  });
});

describe('the place of an answer', () => {
  const place = (targets: string, review: string): string | null => {
    const ledger = ledgerFor({ targets }, review);
    const item = ledger.items.find(({ verdict }) => verdict === 'unreported');
    const draft = report({ year: 2025, review });
    const at = item === undefined ? null : placeForAnswer(item, ledger, draft);
    return at === null ? null : draft.report.text.slice(Math.max(0, at - 6), at);
  };

  it('is behind the answer to the promise before it, else to the one behind it', () => {
    const jobs = '城镇新增就业5000人以上';
    const grain = '粮食产量稳定在2.4亿斤以上';
    expect(place(`${jobs}，${grain}。`, '城镇新增就业5326人。产业升级加快。')).toMatch(/5326人。$/u);
    expect(place(`${grain}，${jobs}。`, '城镇新增就业5326人。产业升级加快。')).toMatch(/5326人。$/u);
  });

  it('is at the end of the first paragraph of the review where nothing is answered', () => {
    expect(place('粮食产量稳定在2.4亿斤以上。', '各项工作稳步推进。')).toMatch(/稳步推进。$/u);
  });
});
