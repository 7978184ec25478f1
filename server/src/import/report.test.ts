import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../../../test/unit/reports';
import { createAnalyser } from '../core/analysis';
import { frontMatter } from './front-matter';
import { importReport } from './report';

const MATTER = { issuer: '青禾区', region: null, planYear: 2024, source: 'a.docx' };

describe('an imported report', () => {
  it.each(FIXTURES)('says what its source says: $name', ({ text }) => {
    const facts = (markdown: string) => {
      const { report, statements } = createAnalyser().analyse(markdown);
      const { issuer, region, planYear } = report.info ?? {};
      const headings = report.headings.map(({ level, number, title }) => ({ level, number, title }));
      const glossary = report.glossary.map(({ number, term, definition }) => ({ number, term, definition }));
      return {
        issuer,
        region,
        planYear,
        headings,
        glossary,
        statements: statements.map(({ indicator, min }) => ({ indicator, min })),
      };
    };
    const imported = importReport(text, '往年.txt');
    expect(facts(imported.markdown)).toEqual(facts(text));
    expect(imported.recognised).toBe(true);
    expect(imported.headings).toBe(facts(text).headings.length);
    expect(imported.entries).toBe(facts(text).glossary.length);
  });

  it('is called by a name that leads into no other folder, whatever the place is said to be', () => {
    const told = { issuer: '../../青禾区/城区: “新”', planYear: 2024 };
    expect(importReport(FIXTURES[0]?.text ?? '', '往年.txt', told).fileName).toBe('青禾区城区 新2024年政府工作报告.md');
    const written = `---\nissuer: ../青禾区\nplanYear: 2024\n---\n\n${FIXTURES[0]?.text ?? ''}`;
    expect(importReport(written, '往年.md').fileName).toBe('青禾区2024年政府工作报告.md');
  });

  it('is tidy: marked headings, paragraphs on one line, nothing of the page', () => {
    const page = `来源：区政府办\n青禾区2024年政府工作报告\n各位代表：\n　　现在，我代表区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n　　过去一年，${'全区上下同心协力，'.repeat(30)}地区生产总值增长6%。\n二、2024年工作安排\n　　今年，${'全区上下继续奋斗，'.repeat(10)}地区生产总值增长6%左右。\n　　各位代表，让我们共同奋斗！\n打印本页\n关闭窗口\n`;
    const { markdown, fileName } = importReport(page, '网页.txt');
    expect(fileName).toBe('青禾区2024年政府工作报告.md');
    expect(markdown.split('\n').map((line) => line.slice(0, 14))).toEqual(
      [
        ...['---', 'issuer: 青禾区', 'planYear: 2024', 'source: 网页.txt', '---'],
        ...[
          '# 青禾区2024年政府工作',
          '各位代表：',
          '现在，我代表区人民政府，向大',
          '## 一、2023年工作回顾',
          '过去一年，全区上下同心协力，',
        ],
        ...['## 二、2024年工作安排', '今年，全区上下继续奋斗，全区', '各位代表，让我们共同奋斗！'],
      ].flatMap((line, i) => (i < 4 ? [line.slice(0, 14)] : [line.slice(0, 14), ''])),
    );
  });

  describe('whose issuer or year the text does not say', () => {
    const sentence = '全区上下同心协力，'.repeat(30);
    const text = `政府工作报告\n各位代表：\n　　现在，我代表区人民政府，向大会报告工作，请予审议。\n一、工作回顾\n　　过去一年，${sentence}地区生产总值增长6%。\n二、工作安排\n　　今年，${sentence}地区生产总值增长6%左右。\n`;

    it('takes them from the names of file and folder, and says that it is not sure', () => {
      const found = importReport(text, '/家/青禾区/2024/定稿.docx');
      expect(found).toMatchObject({
        recognised: true,
        issuer: '青禾区',
        planYear: 2024,
        unsure: ['issuer', 'planYear'],
      });
      expect(found.fileName).toBe('青禾区2024年政府工作报告.md');
      expect(found.markdown.startsWith('---\nissuer: 青禾区\nplanYear: 2024\nsource: 定稿.docx\n---\n')).toBe(true);
    });

    it('is sure of what a person says', () => {
      const found = importReport(text, '/家/定稿.docx', { issuer: '临溪县', planYear: 2023 });
      expect(found).toMatchObject({ issuer: '临溪县', planYear: 2023, unsure: [] });
      expect(found.markdown).toContain('\n## 一、工作回顾\n');
      expect(importReport(text, '/家/定稿.docx')).toMatchObject({
        issuer: null,
        planYear: null,
        unsure: ['issuer', 'planYear'],
      });
    });

    it('leaves no doubt where the text says it, but where the name of the file says otherwise', () => {
      const full = text.replace('政府工作报告', '青禾区2024年政府工作报告');
      expect(importReport(full, '/家/a.docx')).toMatchObject({ issuer: '青禾区', planYear: 2024, unsure: [] });
      expect(importReport(full, '/家/2023年报告.docx')).toMatchObject({ planYear: 2024, unsure: ['planYear'] });
    });

    it('is imported again with one front matter', () => {
      const once = importReport(text, '/家/定稿.docx', { issuer: '临溪县', planYear: 2023 }).markdown;
      const twice = importReport(once, '/家/定稿.docx');
      expect(twice).toMatchObject({ issuer: '临溪县', planYear: 2023, markdown: once });
    });
  });

  it('keeps a text that is no report as it is', () => {
    const text = '会议纪要\n\n  一、时间\n';
    expect(importReport(text, '纪要.txt')).toMatchObject({
      recognised: false,
      markdown: `---\nissuer:\nplanYear:\nsource: 纪要.txt\n---\n\n${text}`,
      fileName: '纪要.md',
      targets: 0,
    });
  });
});

describe('front matter', () => {
  it.each([
    ['a.docx', 'a.docx'],
    ['2024年报告（定稿）.pdf', '"2024年报告（定稿）.pdf"'],
    ['报告: 终稿 "2".docx', '"报告: 终稿 \\"2\\".docx"'],
    ['# 报告.txt', '"# 报告.txt"'],
  ])('quotes the name %s where it must', (source, written) => {
    expect(frontMatter({ ...MATTER, source })).toContain(`\nsource: ${written}\n---\n`);
  });
});
