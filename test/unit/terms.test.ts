import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import { findDefinition } from '../../server/src/core/features/definition';
import { hover } from '../../server/src/core/features/hover';
import type { CorpusView } from '../../server/src/core/model';
import { VARIANTS } from './variants';

const TEXT = `政府工作报告
——2025年1月9日在云川市青禾区第六届人民代表大会第四次会议上
云川市青禾区人民政府区长 周明远
各位代表：
现在，我代表区人民政府，向大会报告工作，请予审议，并请区政协委员和列席人员提出意见。
一、2024年工作回顾
过去一年，我们坚持稳中求进，深入实施“三提三降”攻坚行动，规模以上工业企业成本下降，三提三降成为区内企业的共同选择，经济发展质量进一步提高。
我们加快构建“2+N”的产业体系，建成口袋公园5个，打通“断头路”3条，农村“三变”改革扩大到20个村，群众对环境变化的感受更加直接。
二、2025年工作安排
今年，我们将办好10件民生实事，开展“五色工单”服务，让群众反映的问题件件有着落、事事有回音。
名词解释
1.“三提三降”攻坚行动：指提质量、提效率、提效益，降成本、降能耗、降风险。
2.“2+N”产业体系：指两个主导产业和若干新兴产业组成的体系。
3.农村三变：指资源变资产、资金变股金、农民变股东。
4.2025年10件民生实事：指经人大代表票决的教育、医疗等10个项目。
`;

const TERMS = ['稳中求进', '三提三降', '三提三降', '2+N', '口袋公园', '断头路', '三变', '10件民生实事', '五色工单'];
const NONE: CorpusView = { precedents: [], versions: [], peers: [] };

describe.each(VARIANTS)('terms of a report $name', (variant) => {
  const text = variant.make(TEXT);
  const analysis = createAnalyser().analyse(text, { force: true });

  it('are the same, and stand where they say', () => {
    expect(analysis.terms.map((term) => term.text)).toEqual(TERMS);
    for (const term of analysis.terms) {
      const block = analysis.report.blocks[term.block];
      expect(block?.text.slice(block.readingOffset(term.start), block.readingOffset(term.end))).toBe(term.text);
    }
  });

  it('are used the same number of times', () => {
    expect(analysis.uses.map((found) => found.length)).toEqual([2, 1, 1, 1]);
    for (const use of analysis.uses.flat()) expect(text.slice(use.start, use.end)).toBe(use.text);
  });

  it('are explained at every character of every use', () => {
    analysis.uses.forEach((found, i) => {
      const entry = analysis.report.glossary[i];
      for (const use of found) {
        for (let offset = use.start; offset < use.end; offset++) {
          const card = hover(analysis, NONE, offset, { lang: 'zh', linkTo: () => null });
          expect(card?.markdown, use.text).toContain(`名词解释 ${String(entry?.number)}〕`);
        }
        const target = findDefinition(analysis, NONE, use.start)?.targets[0];
        expect(target?.selection.start).toBe(entry?.termStart);
      }
    });
  });
});
