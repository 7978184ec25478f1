import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { compareVersions } from '../compare/compare';
import { checkReport } from '../rules/engine';
import { readSheet } from '../sheet/sheet';
import { checklistHtml, checklistTable, type CheckedReport } from './checklist';
import { comparisonHtml, comparisonMarkdown, comparisonTables } from './comparison';
import { escapeHtml, htmlTable } from './html';

const TEXT = `政府工作报告
——2026年1月12日在青禾区第六届人民代表大会第三次会议上
各位代表：
现在，我代表青禾区人民政府，向大会报告工作，请予审议。
一、2025年工作回顾
过去一年，全区上下齐心协力。全年地区生产总值增长5.7%，城镇新增就业5326人，固定资产投资增长8.1%。
二、2026年工作安排
今年要把<任务>落到实处，带动就业约1200人左右。
各位代表，让我们齐心协力，为建设美丽青禾而努力奋斗！
名词解释
1.“三查两改”：指查隐患、查台账、查责任，改短板、改作风。
`;

function checked(text = TEXT): CheckedReport {
  const analysis = createAnalyser().analyse(text, { force: true });
  const cells = ['指标,年份,数值,单位', '地区生产总值增速,2025,5.6,%', '城镇新增就业,2025,5326,人'];
  const sheet = readSheet('统计数据.csv', [{ name: '', cells: cells.map((row) => row.split(',')) }]);
  const view = { precedents: [], versions: [], peers: [], sheets: sheet === null ? [] : [sheet] };
  const settings = { rules: { 'number-arity': { level: 'off' } as const } };
  const findings = checkReport({ analysis, corpus: view, settings });
  return { path: '2026.txt', analysis, view, rules: settings.rules, findings };
}

describe('checklist', () => {
  const report = checked();

  it('tells for every finding where it stands, what is wrong and what to write', () => {
    const { head, rows } = checklistTable([report], 'zh');
    expect(head).toEqual(['报告', '序号', '类别', '级别', '行', '章节', '原文', '问题', '建议', '规则']);
    const differs = rows.find((row) => row.at(-1) === 'figure-differs');
    expect(differs?.slice(2, 9)).toEqual([
      '应当修改',
      '警告',
      '6',
      '一、2025年工作回顾',
      '全年【地区生产总值增长5.7%】，城镇新增就业5326人',
      '“地区生产总值”此处为“5.7%”，“统计数据.csv”第2行2025年为“5.6%”，请核。',
      '改为“5.6”',
    ]);
    expect(rows.map((row) => row[2])).toContain('请斟酌');
    expect(rows.filter((row) => row[2] === '未列入统计数据表').map((row) => row[7])).toEqual([
      '“固定资产投资 8.1%”无数可核。',
    ]);
  });

  it('is a page without scripts in which nothing of the report is markup', () => {
    const html = checklistHtml([report], 'zh');
    expect(html).toContain('<h1>青禾区2026年政府工作报告校对清单</h1>');
    expect(html).toContain("default-src 'none'");
    expect(html).not.toMatch(/<script|<任务>|https?:/);
    expect(html).toContain('与统计数据表一致的数据1处');
    expect(html).toContain('与统计数据表核对：一致 1 · 不符 1 · 未列入 1');
    expect(html).toContain('名词解释1条，序号连续');
  });

  it('counts nothing against a sheet that is not there', () => {
    const alone = { ...report, view: { ...report.view, sheets: [] } };
    expect(checklistHtml([alone], 'zh')).not.toContain('统计数据表');
  });

  it('lists blanks that nobody has filled in yet', () => {
    const { rows } = checklistTable([checked(TEXT.replace('增长8.1%', '增长〔数据〕%'))], 'zh');
    const [blank] = rows.filter((row) => row[7] === '空白待填。');
    expect(blank?.slice(2, 7)).toEqual([
      '应当修改',
      '',
      '6',
      '一、2025年工作回顾',
      '26人，固定资产投资增长【〔数据〕】%',
    ]);
  });

  it('lists as right only rules that were run and found nothing', () => {
    const html = checklistHtml([report], 'zh');
    const right = html.slice(html.indexOf('已检查，未见问题'));
    // 约…左右 was found, 分别 is off, and there is no past report to compare with.
    expect(right).not.toContain('约数词');
    expect(right).not.toContain('“分别”前后所列项数');
    expect(right).not.toContain('近年都列入预期目标的指标');
    expect(right).toContain('未见：');
  });

  it('speaks English, and of several reports', () => {
    const html = checklistHtml([report, { ...report, path: 'b.txt' }], 'en');
    expect(html).toContain('<html lang="en">');
    expect(html.match(/<h1>青禾区 2026: Checklist of findings<\/h1>/g)).toHaveLength(2);
    expect(checklistTable([report, { ...report, path: 'b.txt' }], 'en').rows.map(([path]) => path)).toContain('b.txt');
  });
});

describe('comparison', () => {
  const after = TEXT.replace('增长5.7%', '增长5.8%').replace('三查两改', '三查|两改');
  const before = { name: '征求意见稿.txt', analysis: createAnalyser().analyse(TEXT, { force: true }) };
  const newer = { name: '送审稿.txt', analysis: createAnalyser().analyse(after, { force: true }) };
  const printed = { before, after: newer, changes: compareVersions(before.analysis, newer.analysis) };

  it('is a table of both versions with their lines', () => {
    const markdown = comparisonMarkdown(printed, 'zh');
    expect(markdown).toContain('|  | 名称 | 征求意见稿.txt | 行 | 送审稿.txt | 行 |');
    expect(markdown).toContain('| 改 | 地区生产总值 | 增长5.7% | 6 | 增长5.8% | 6 |');
    expect(markdown).toContain('三查\\|两改');
    const html = comparisonHtml(printed, 'zh');
    expect(html).toContain('<td>增长5.7%</td><td>6</td><td>增长5.8%</td><td>6</td>');
    // To be pointed at on paper and in a browser, where no place of a file can be opened.
    expect(html).toContain('<h2 id="figure">');
    expect(html).toContain('<tr id="figure-1"><td>改</td>');
  });

  it('knows the place behind each line number', () => {
    const [figures] = comparisonTables(printed, 'zh');
    const [was, now] = [figures?.table.rows[0]?.[3]?.[0], figures?.table.rows[0]?.[5]?.[0]];
    expect([was?.place?.report, now?.place?.report]).toEqual([0, 1]);
    expect(TEXT.slice(was?.place?.start, was?.place?.end)).toBe('地区生产总值增长5.7%');
    expect(after.slice(now?.place?.start, now?.place?.end)).toBe('地区生产总值增长5.8%');
  });

  it('says so where the two are reports of different years', () => {
    const last = { ...before, analysis: createAnalyser().analyse(TEXT.replace(/2026年/g, '2025年'), { force: true }) };
    const other = { ...printed, before: last };
    expect(comparisonMarkdown(other, 'zh')).toContain('青禾区2025年与青禾区2026年不是同一报告的两稿');
    expect(comparisonHtml(other, 'en')).toContain('are not versions of one report');
    expect(comparisonMarkdown(printed, 'zh')).not.toContain('不是同一报告');
  });

  it('says so where nothing changed', () => {
    const same = { ...printed, changes: [] };
    expect(comparisonMarkdown(same, 'en')).toContain('No figure, target, promise, term or entry changed');
  });
});

describe('html', () => {
  it('escapes what would be markup', () => {
    expect(escapeHtml(`<a href="x" title='&'>`)).toBe('&lt;a href=&quot;x&quot; title=&#39;&amp;&#39;&gt;');
    expect(htmlTable('t', ['<'], [['&']])).toContain('<th scope="col">&lt;</th>');
  });
});
