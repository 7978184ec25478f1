import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import type { CorpusView } from '../../server/src/core/model';
import type { ReportedFinding } from '../../server/src/core/rules/engine';
import { checkReport } from '../../server/src/core/rules/engine';
import { applyEdits, fixAll } from '../../server/src/core/rules/fixes';

const NOBODY: CorpusView = { precedents: [], versions: [], peers: [] };

function report(plan: string, glossary = ''): string {
  return [
    '政府工作报告',
    '——2025年1月10日在青禾区第十八届人民代表大会第四次会议上',
    '青禾区人民政府区长 周明远',
    '各位代表：',
    '现在，我代表青禾区人民政府，向大会报告工作，请予审议。',
    '一、2024年工作回顾',
    '过去一年，全区上下齐心协力，各项工作取得新的进展。',
    '二、2025年工作安排',
    plan,
    '各位代表，让我们齐心协力，把青禾的事情办好。',
    ...(glossary === '' ? [] : ['名词解释', glossary]),
  ].join('\n');
}

function check(text: string, only: readonly string[], corpus = NOBODY): ReportedFinding[] {
  return checkReport({ analysis: createAnalyser().analyse(text, { force: true }), corpus, settings: {}, only });
}

/** The text after the first fix of the first finding. */
function fixedOnce(text: string, rule: string, corpus = NOBODY): string {
  const [finding] = check(text, [rule], corpus);
  const fix = finding?.fixes[0];
  if (fix === undefined) throw new Error(`No fix of ${rule}.`);
  return applyEdits(text, fix.edits);
}

describe('a glossary', () => {
  const plan = '深化“标准地”改革，用好“禾事通”平台，开展“三联”服务，建设“五小”工程，推行“田长制”。';
  const entries = [
    '“标准地”：指带控制指标出让的工业用地。',
    '“禾事通”：指政务服务平台。',
    '“三联”服务：指联系企业、项目、村社的服务。',
    '“五小”工程：指五类便民设施。',
    '“田长制”：指分级负责耕地保护的制度。',
  ];
  const list = (order: readonly number[], numbers: readonly number[]): string =>
    order.map((at, i) => `${String(numbers[i])}.${entries[at] ?? ''}`).join('\n');

  it('is put in order and renumbered by one fix, whatever its numbers were', () => {
    const text = report(plan, list([0, 1, 4, 2, 3], [1, 2, 3, 5, 6]));
    const after = fixedOnce(text, 'glossary-order');
    expect(after).toBe(report(plan, list([0, 1, 2, 3, 4], [1, 2, 3, 4, 5])));
    expect(check(after, ['glossary-order', 'glossary-numbering'])).toEqual([]);
  });

  it('is renumbered by one fix', () => {
    const after = fixedOnce(report(plan, list([0, 1, 2, 3, 4], [1, 2, 2, 4, 6])), 'glossary-numbering');
    expect(after).toBe(report(plan, list([0, 1, 2, 3, 4], [1, 2, 3, 4, 5])));
  });

  it('gets a missing entry at its place with the definition of the last report', () => {
    const past = report(plan, list([0, 1, 2, 3, 4], [1, 2, 3, 4, 5])).replaceAll('2025', '2024');
    const corpus = {
      ...NOBODY,
      precedents: [{ path: '2024.md', analysis: createAnalyser().analyse(past, { force: true }) }],
    };
    const without = report(plan, list([0, 1, 3, 4], [1, 2, 3, 4]));
    expect(fixedOnce(without, 'term-undefined', corpus)).toBe(report(plan, list([0, 1, 2, 3, 4], [1, 2, 3, 4, 5])));
  });
});

describe('half-width marks', () => {
  it('become full-width in bulk, but in Latin text, numbers, addresses and code they stay', () => {
    const kept = [
      '全年接待游客1,250,000人次，会议于10:30开始，比例为3:7。',
      '引进Qinghe Valley (China) Co., Ltd. 研发中心，网址为https://example.cn/a?b=c,d;e。',
    ];
    const plan = [
      '坚持稳字当头,着力稳投资,促消费,强产业;坚持民生为大,着力稳就业,保基本:让群众得实惠(含老人,儿童)。',
      '推进改革,开放;优化环境,做好服务;抓好落实,确保见效。',
      ...kept,
    ].join('\n');
    const after = fixAll(report(plan), (text) => check(text, ['punctuation-width']), 'safe');
    expect(after).toContain(
      '坚持稳字当头，着力稳投资，促消费，强产业；坚持民生为大，着力稳就业，保基本：让群众得实惠（含老人，儿童）。',
    );
    for (const line of kept) expect(after).toContain(line);
    expect(check(after, ['punctuation-width'])).toEqual([]);
  });
});

describe('traditional characters in a simplified draft', () => {
  it('are converted but for names and for what both scripts have', () => {
    const plan = '推动經濟高质量发展，建设现代化產業体系。吉乾新材料项目投产。引进鼎豐科技有限公司。';
    const after = fixAll(report(plan), (text) => check(text, ['script-mixed']), 'safe');
    expect(after).toContain('推动经济高质量发展，建设现代化产业体系。吉乾新材料项目投产。引进鼎豐科技有限公司。');
    const [name] = check(after, ['script-mixed']);
    expect([name?.severity, name?.fixes[0]?.kind]).toEqual(['information', 'suggestion']);
  });
});
