import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import type { Analysis, CorpusReport, CorpusView, Span, Statement } from '../model';
import { hover } from './hover';
import type { LinkTo } from './hover-markdown';

function report(place: string, year: number, body: string, glossary: string): Analysis {
  const text = `政府工作报告
——${String(year)}年1月18日在云川市${place}第十八届人民代表大会第三次会议上
${place}人民政府区长 林知远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。

一、${String(year - 1)}年工作回顾
${body}

二、${String(year)}年工作安排
（一）做强产业。内容扎实。
${glossary === '' ? '' : `\n名词解释\n${glossary}\n`}`;
  return createAnalyser().analyse(text, { force: true });
}

function corpusOf(parts: { precedents?: Analysis[]; peers?: Analysis[] }): CorpusView {
  const name = (analysis: Analysis): CorpusReport => ({
    path: `${analysis.report.info?.issuer ?? ''}${String(analysis.report.info?.planYear)}.txt`,
    analysis,
  });
  return { precedents: (parts.precedents ?? []).map(name), peers: (parts.peers ?? []).map(name), versions: [] };
}

const NONE = corpusOf({});
const linkTo: LinkTo = (path, span) => `to:${path ?? 'draft'}#${String(span.start)}`;

function at(
  analysis: Analysis,
  words: string,
  corpus = NONE,
  nth = 0,
  lang: 'zh' | 'en' = 'zh',
): { text: string; markdown: string } | null {
  const { text } = analysis.report;
  let place = text.indexOf(words);
  for (let i = 0; i < nth; i++) place = text.indexOf(words, place + 1);
  const card = hover(analysis, corpus, place, { lang, linkTo });
  return card === null ? null : { text: text.slice(card.span.start, card.span.end), markdown: card.markdown };
}

const GLOSSARY =
  '1.“三提三降”攻坚行动：指提质量、提效率、提效益，降成本、降能耗、降风险。\n2.“2+N”产业体系：“2”指装备制造、食品加工，“N”指新兴产业。';
const DRAFT = report(
  '青禾区',
  2025,
  '开展“三提三降”攻坚行动，三提三降再加力。建设“２＋Ｎ”的产业体系。推行“五色工单”。',
  GLOSSARY,
);

describe('hover on a term', () => {
  it('shows the own entry with number, uses and a link', () => {
    const card = at(DRAFT, '三提三降');
    expect(card?.text).toBe('“三提三降”攻坚行动');
    expect(card?.markdown).toContain('**“三提三降”攻坚行动** 〔本稿，名词解释 1〕');
    expect(card?.markdown).toContain('降成本、降能耗、降风险。');
    expect(card?.markdown).toContain('[转到词条](to:draft#');
    expect(card?.markdown).toContain('正文使用 2 处');
  });

  it('works bare and on the second use of a line', () => {
    expect(at(DRAFT, '三提三降', NONE, 1)?.text).toBe('三提三降');
  });

  it('works on wide formulas', () => {
    const card = at(DRAFT, '＋');
    expect(card?.text).toBe('“２＋Ｎ”的产业体系');
    expect(card?.markdown).toContain('“2+N”产业体系');
  });

  it('knows nothing where nobody explains', () => {
    expect(at(DRAFT, '五色工单')).toBeNull();
    expect(at(DRAFT, '再加力')).toBeNull();
    expect(hover(DRAFT, NONE, 10 ** 7, { lang: 'zh', linkTo })).toBeNull();
  });

  it('asks precedents from the newest, then peers', () => {
    const old = report('青禾区', 2023, '推行“五色工单”。', '1.“五色工单”：指按三种颜色分类办理。\n2.“双增”：指两增。');
    const last = report(
      '青禾区',
      2024,
      '推行“五色工单”。',
      '1.“双增”：指两增。\n2.“五色工单”机制：指按五种颜色分类办理。',
    );
    const peer = report('临溪区', 2024, '推行“五色工单”。', '1.“五色工单”：指按轻重缓急分派。\n2.“双增”：指两增。');
    const card = at(DRAFT, '五色工单', corpusOf({ precedents: [last, old], peers: [peer] }));
    const order = ['青禾区 2024，名词解释 2', '青禾区 2023，名词解释 1', '临溪区 2024，名词解释 1'].map(
      (words) => card?.markdown.indexOf(words) ?? -1,
    );
    expect(order.every((place) => place >= 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(card?.markdown).toContain('上文为“按五种颜色分类办理”，此处为“按三种颜色分类办理”');
    expect(card?.markdown).toContain('to:青禾区2024.txt#');
  });

  it('puts the own entry before others and names the difference', () => {
    const peer = report(
      '临溪区',
      2024,
      '“三提三降”',
      '1.“三提三降”行动：指提质量、提效率、提效益，降成本、降能耗、降排放。\n2.“双增”：指两增。',
    );
    const card = at(DRAFT, '三提三降', corpusOf({ peers: [peer] }));
    expect(card?.markdown.indexOf('本稿')).toBeLessThan(card?.markdown.indexOf('临溪区') ?? -1);
    expect(card?.markdown).toContain('上文为“降风险”，此处为“降排放”');
  });

  it('folds what is the same', () => {
    const last = report('青禾区', 2024, '“三提三降”', GLOSSARY);
    const card = at(DRAFT, '三提三降', corpusOf({ precedents: [last] }));
    expect(card?.markdown.match(/降风险/g)).toHaveLength(1);
    expect(card?.markdown).toContain('另见：[青禾区 2024，名词解释 1](to:青禾区2024.txt#');
    expect(card?.markdown).toContain('（释义相同）');
  });

  it('unfolds no more than three', () => {
    const peers = ['甲', '乙', '丙', '丁', '戊'].map((name) =>
      report(`${name}山区`, 2024, '“五色工单”', `1.“五色工单”：指${name}种办法。\n2.“双增”：指两增。`),
    );
    const card = at(DRAFT, '五色工单', corpusOf({ peers }));
    expect(card?.markdown.match(/^指.种办法/gm)).toHaveLength(3);
    expect(card?.markdown.split('\n\n---\n\n')).toHaveLength(4);
    expect(card?.markdown).toContain('另见：');
  });

  it('speaks English', () => {
    const card = at(DRAFT, '三提三降', NONE, 0, 'en');
    expect(card?.markdown).toContain('this draft, glossary 1');
    expect(card?.markdown).toContain('used 2 times in the body');
  });

  it('shows other places on the own headword', () => {
    expect(at(DRAFT, '三提三降', NONE, 2)).toBeNull();
    const peer = report('临溪区', 2024, '“三提三降”', '1.“三提三降”行动：指三项提升。\n2.“双增”：指两增。');
    expect(at(DRAFT, '三提三降', corpusOf({ peers: [peer] }), 2)?.markdown).toContain('指三项提升。');
  });

  it('falls back on what everybody knows, and says so', () => {
    const draft = report('青禾区', 2025, '培育战新产业，坚持稳中求进工作总基调。', '');
    const card = at(draft, '战新');
    expect(card?.text).toBe('战新产业');
    expect(card?.markdown).toContain('**战新产业** 〔通用释义〕');
    expect(at(draft, '中求', NONE, 0, 'en')?.markdown).toContain('〔general meaning〕');
    const peer = report('临溪区', 2024, '战新产业', '1.战新产业：指本区自定的四类企业。\n2.双增：指两增。');
    expect(at(draft, '战新', corpusOf({ peers: [peer] }))?.markdown).not.toContain('通用释义');
  });

  it('works in traditional characters', () => {
    const text = `政府工作報告
——2025年1月18日在雲川市青禾區第十八屆人民代表大會第四次會議上
青禾區人民政府區長 林知遠

各位代表：
現在，我代表區人民政府向大會報告工作，請予審議。

一、2024年工作回顧
經濟穩步發展，開展「三提三降」攻堅行動，發展質量進一步提升。
`;
    const draft = createAnalyser().analyse(text, { force: true });
    const last = report('青禾区', 2024, '“三提三降”', GLOSSARY);
    const card = at(draft, '提三', corpusOf({ precedents: [last] }));
    expect(card?.text).toBe('「三提三降」攻堅行動');
    expect(card?.markdown).toContain('〔青禾区 2024，名词解释 1〕');
  });

  it('lets nothing of a report become markup', () => {
    const draft = report(
      '青禾区',
      2025,
      '推行“五色工单”。',
      '1.“五色工单”：指*分类*办理，见<img src=x>和[此处](http://a.b)`码`|。\n2.“双增”：指两增。',
    );
    const card = at(draft, '五色工单');
    expect(card?.markdown).not.toMatch(/(?<!\\)[*<`|]分|(?<!\\)<img|(?<!\\)\[此处/);
    expect(card?.markdown).not.toContain('http://');
  });

  it('leads from an indicator to its other places, where there are any and the client can show them', () => {
    const body = '地区生产总值增长6.1%，粮食产量2.4亿斤。五年来，地区生产总值年均增长6.3%。';
    const draft = report('青禾区', 2025, body, '');
    const { text } = draft.report;
    const ask = (words: string, corpus = NONE, able = true): string => {
      const linkElsewhere = ({ start, end }: Span): string | null => (able ? `else:${text.slice(start, end)}` : null);
      return hover(draft, corpus, text.indexOf(words), { lang: 'zh', linkTo, linkElsewhere })?.markdown ?? '';
    };
    const around = corpusOf({
      precedents: [report('青禾区', 2024, body, '')],
      peers: [report('临溪区', 2025, body, '')],
    });
    expect(ask('地区生产总值')).toContain('[其他出处 1](else:地区生产总值)');
    expect(ask('地区生产总值', around)).toContain('[其他出处 5](else:地区生产总值)');
    expect(ask('粮食产量', around)).toContain('[其他出处 2](else:粮食产量)');
    expect(ask('粮食产量')).not.toContain('其他出处');
    expect(ask('粮食产量', around, false)).not.toContain('其他出处');
  });

  it('works without links', () => {
    const card = hover(DRAFT, NONE, DRAFT.report.text.indexOf('三提三降'), { lang: 'zh', linkTo: () => null });
    expect(card?.markdown).not.toContain('](');
  });

  it('leads to all uses where the client can show them', () => {
    const offset = DRAFT.report.text.indexOf('三提三降');
    const linkToAll = (spans: readonly unknown[]): string => `all:${String(spans.length)}`;
    const uses = DRAFT.uses[0]?.length ?? 0;
    expect(hover(DRAFT, NONE, offset, { lang: 'zh', linkTo, linkToAll })?.markdown).toContain(
      `[全部用例 ${String(uses)}](all:${String(uses)})`,
    );
    expect(hover(DRAFT, NONE, offset, { lang: 'en', linkTo, linkToAll: () => null })?.markdown).toContain('used ');
  });
});

describe('hover on an indicator', () => {
  const figure = (analysis: Analysis, words: string, more: Partial<Statement>): Statement => {
    const start = analysis.report.text.indexOf(words);
    const block = analysis.report.blocks.findIndex((one) => one.start <= start && start < one.end);
    return {
      start,
      end: start + words.length,
      indicator: '社会消费品零售总额',
      name: '社会消费品零售总额',
      nameStart: start,
      nameEnd: start + 9,
      valueStart: start + 9,
      valueEnd: start + words.length,
      role: 'target',
      year: 2025,
      period: 'annual',
      measure: 'growth',
      direction: 'up',
      bound: 'about',
      min: 5,
      max: 5,
      unit: '%',
      estimated: false,
      stretch: null,
      known: true,
      block,
      ...more,
    };
  };
  const withStatements = (analysis: Analysis, statements: Statement[]): Analysis => ({
    report: analysis.report,
    terms: analysis.terms,
    uses: analysis.uses,
    statements,
  });
  const now = report('青禾区', 2025, '社会消费品零售总额增长5%左右，社会消费品零售总额增长4.8%。', '');
  const then = report('青禾区', 2024, '社会消费品零售总额增长6%以上，社会消费品零售总额与经济增长同步。', '');
  const draft = withStatements(now, [
    figure(now, '社会消费品零售总额增长5%左右', {}),
    figure(now, '社会消费品零售总额增长4.8%', {
      role: 'result',
      year: 2024,
      bound: 'exact',
      min: 4.8,
      max: 4.8,
      estimated: true,
    }),
  ]);
  const precedent = withStatements(then, [
    figure(then, '社会消费品零售总额增长6%以上', {
      year: 2024,
      bound: 'at-least',
      min: 6,
      max: null,
      stretch: { bound: 'exact', min: 7, max: 7 },
    }),
    figure(then, '社会消费品零售总额与经济增长同步', {
      year: 2023,
      measure: 'qualitative',
      bound: null,
      min: null,
      max: null,
      unit: null,
    }),
  ]);

  it('shows official name, unit and the years', () => {
    const card = at(draft, '社会消费品', corpusOf({ precedents: [precedent] }));
    expect(card?.text).toBe('社会消费品零售总额');
    expect(card?.markdown).toContain('**社会消费品零售总额**');
    expect(card?.markdown).toContain('单位：亿元');
    expect(card?.markdown).toContain('| 年份 | 目标 | 完成 |');
    expect(card?.markdown).toMatch(/\| 2025 \| \[增长5%左右\]\(to:draft#\d+\) \| — \|/);
    expect(card?.markdown).toMatch(
      /\| 2024 \| \[增长6%以上、力争7%\]\(to:青禾区2024.txt#\d+\) \| \[预计增长4.8%\]\(to:draft#\d+\) \|/,
    );
    expect(card?.markdown).toMatch(/\| 2023 \| \[“与经济增长同步”\]/);
  });

  it('knows other names of an indicator from the catalogue', () => {
    const other = report('青禾区', 2025, '社零增速放缓，GDP平稳增长。', '');
    expect(at(other, 'GDP')?.markdown).toContain('**地区生产总值**');
    expect(at(other, '增速')).toBeNull();
  });

  it('speaks English', () => {
    expect(at(draft, '社会消费品', NONE, 0, 'en')?.markdown).toContain('| Year | Target | Result |');
  });

  it('gives way to a term', () => {
    const both = report('青禾区', 2025, '落实“GDP核算”改革。', '1.“GDP核算”改革：指统一核算。\n2.“双增”：指两增。');
    expect(at(both, 'GDP')?.markdown).toContain('指统一核算。');
  });
});
