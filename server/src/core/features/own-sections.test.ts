import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { codeLenses, countCharacters } from './code-lens';
import { ownSections } from './own-sections';

const LONG = '推动公共服务向乡村延伸，让群众得到更多实惠，办事更便捷，出行更顺畅，生活更舒心，环境更优美。'.repeat(8);

const draft = (body: string) =>
  createAnalyser().analyse(
    `政府工作报告
——2026年1月12日在云川市青禾区第六届人民代表大会第三次会议上
青禾区人民政府区长 周明远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。

${body}`,
    { force: true },
  );

const ROWS = `一、2025年工作回顾
过去一年，全区上下齐心协力，经济运行稳中有进。

（一）产业发展提质增效
新建厂房3万平方米，入驻企业12家。

（二）城乡面貌持续改善
新改建农村公路36公里，改造老旧小区9个。

（三）民生保障更加有力
新增学位800个，开展“四诊四送”行动。

各位代表，一年历程殊为不易，成绩凝结着全区人民的汗水。
同时我们也认识到，前进道路上仍有不少难题：产业链条不长，民生短板不少。

二、2026年工作安排
今年要重点抓好以下工作。

1.聚力产业强区。实施项目12个。
2.聚力城乡融合。改造小区12个。
3.聚力民生改善。新增托位300个。

各位代表，让我们同心协力，把青禾建设得更加美好！
`;

function lensesOf(body: string): string[] {
  const analysis = draft(body);
  const view = { precedents: [], versions: [], peers: [] };
  return codeLenses(analysis, view, { known: [], ignored: [] }, 'zh').map(
    ({ at, title }) => `${analysis.report.text.slice(at.start, at.end)} ${title.replace(/\d+/, 'N')}`,
  );
}

describe('ownSections', () => {
  const { report } = draft(ROWS);
  const sections = ownSections(report);
  const find = (title: string) => {
    const found = sections.find(({ heading }) => heading.title === title);
    if (found === undefined) throw new Error(`No ${title}`);
    return found;
  };

  it('leave to the part what follows its last section without a heading', () => {
    const last = find('民生保障更加有力');
    expect(report.text.slice(last.start, last.end)).toMatch(/行动。$/);
    expect(last.part?.title).toBe('2025年工作回顾');
    const part = find('2025年工作回顾');
    expect(report.text.slice(part.start, part.end)).toMatch(/民生短板不少。$/);
  });

  it('leave it as it is where the last section is as long as the others, or has but one beside it', () => {
    const two = ownSections(draft(ROWS.replace(/（二）[^（]*/, '')).report).find(
      ({ heading }) => heading.title === '民生保障更加有力',
    );
    expect(two?.paragraphs).toBe(3);
    const even = ROWS.replace('入驻企业12家。', '入驻企业12家。\n企业落户更快。\n园区面貌更新。');
    const kept = ownSections(draft(even).report).find(({ heading }) => heading.title === '民生保障更加有力');
    expect(kept?.paragraphs).toBe(3);
  });

  it('end before the next heading, whose marks of markup are its own', () => {
    const marked = draft(ROWS.replace(/^（(?=.）)/gm, '### （').replace(/^(?=[一二]、)/gm, '## ')).report;
    for (const { heading, start, end, blocks, paragraphs } of ownSections(marked).slice(1, 3)) {
      expect(marked.text.slice(start, end)).toMatch(/^（.）[^#]*。$/);
      expect(blocks.map(({ index }) => index)).toEqual([heading.block, heading.block + 1]);
      expect(paragraphs).toBe(1);
    }
    const last = ownSections(marked).find(({ heading }) => heading.title === '民生保障更加有力');
    expect(last?.paragraphs).toBe(1);
  });

  it('end in the paragraph that a run-in heading opens', () => {
    const last = find('聚力民生改善');
    expect(report.text.slice(last.start, last.end)).toBe('3.聚力民生改善。新增托位300个。');
    expect(last).toMatchObject({ paragraphs: 0, nested: false });
  });

  it('count no more than the part has', () => {
    const lengths = (level: number): number =>
      sections
        .filter(({ heading }) => heading.level === level)
        .reduce((sum, { start, end }) => {
          return sum + countCharacters(report.blocks.filter((block) => block.start < end && block.end > start));
        }, 0);
    expect(lengths(2)).toBeLessThan(lengths(1));
  });
});

describe('lenses of inner headings', () => {
  it('stand above sections and not above paragraphs that a heading runs into', () => {
    expect(lensesOf(ROWS)).toEqual([
      '一、2025年工作回顾 字数 N · 名词未释义 1 · 数据 5',
      '（一）产业发展提质增效 字数 N · 数据 2',
      '（二）城乡面貌持续改善 字数 N · 数据 2',
      '（三）民生保障更加有力 字数 N · 名词未释义 1 · 数据 1',
      '二、2026年工作安排 字数 N · 数据 3',
    ]);
  });

  it('stand on the third level above long sections only', () => {
    const deep = ROWS.replace('入驻企业12家。', `入驻企业12家。\n\n1.园区建设\n${LONG}\n\n2.招商引资\n签约项目9个。\n`);
    const inner = lensesOf(deep).filter((title) => /^\d/.test(title));
    expect(inner).toEqual(['1.园区建设 字数 N']);
  });

  it('are not there for headings that wait for their text', () => {
    const begun = ROWS.replace(/新改建.*/, '').replace(/今年要重点[\s\S]*/, '');
    expect(lensesOf(begun).map((title) => title.split(' ')[0])).toEqual([
      '一、2025年工作回顾',
      '（一）产业发展提质增效',
      '（三）民生保障更加有力',
    ]);
  });

  it('are not there inside of the glossary', () => {
    const list = `${ROWS}\n名词解释\n\n（一）区内用语\n1.“四诊四送”行动：指进企业、进村组的行动。\n（二）国家用语\n2.“两图一表”办法：指规划图、进度图、责任表的办法。\n`;
    expect(
      lensesOf(list)
        .slice(5)
        .every((title) => title.startsWith('名词解释')),
    ).toBe(true);
  });
});
