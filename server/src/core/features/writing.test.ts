import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { createCorpus } from '../corpus/corpus';
import type { Analysis } from '../model';
import { indicatorTable, targetTable } from './report-tables';
import type { Dictionary } from '../facts/unexplained';
import { startNextYear } from './next-year';
import { writeGlossary } from './write-glossary';

interface Parts {
  readonly year: number;
  readonly issuer?: string;
  readonly body?: string;
  readonly glossary?: string;
}

const text = ({ year, issuer = '青禾区', body = '', glossary = '' }: Parts): string =>
  `政府工作报告

——${String(year)}年1月12日在云川市${issuer}第六届人民代表大会第三次会议上

${issuer}人民政府区长　周明远

各位代表：

现在，我代表${issuer}人民政府，向大会报告工作，请予审议，并请区政协委员和列席人员提出意见。

一、${String(year - 1)}年工作回顾

过去一年，全区上下齐心协力，经济运行稳中有进。全年地区生产总值完成321.5亿元、增长5.6%；固定资产投资增长7.1%；城镇新增就业5108人。

（一）产业发展提质增效

新建厂房3万平方米，入驻企业12家。${body}

（二）城乡面貌持续改善

新改建农村公路36公里，办事更便捷，出行更顺畅。

二、${String(year)}年工作安排

今年全区发展的主要预期目标是：地区生产总值增长6%左右，固定资产投资下降2%以内，城镇新增就业5000人以上，居民消费价格涨幅控制在2%—3%。

（一）聚力产业强区

改造老旧小区12个，开展职业技能培训4300人次。

（二）聚力城乡融合

推动公共服务向乡村延伸，让群众得到更多实惠。

各位代表，让我们齐心协力，为建设美丽青禾而努力奋斗！
${glossary === '' ? '' : `\n名词解释\n\n${glossary}\n`}`;

/** The draft 青禾区 2026 among the others, which are named by what they are. */
function around(draft: string, others: Readonly<Record<string, string>> = {}) {
  const corpus = createCorpus();
  corpus.set('r/draft.txt', draft);
  for (const [name, content] of Object.entries(others)) corpus.set(`r/${name}.txt`, content);
  const scope = { root: 'r', overrides: [] };
  const analysis = corpus.analysis('r/draft.txt', scope);
  if (analysis === undefined || analysis.report.info === null) throw new Error('The draft is no report.');
  return { analysis, view: corpus.viewFor('r/draft.txt', analysis, scope) };
}

const NONE: Dictionary = { known: [], ignored: [] };

describe('writeGlossary', () => {
  const past = text({
    year: 2025,
    body: '推行“三查两改”机制。',
    glossary: '1.“三查两改”机制：指查隐患、查台账、查责任，改短板、改作风的机制。',
  });
  const neighbour = text({
    year: 2025,
    issuer: '临溪区',
    body: '推行“五联共治”模式。',
    glossary: '1.“五联共治”模式：指组织联建、治安联防、矛盾联调、环境联治、服务联办的模式。',
  });

  function written(draft: string, dictionary = NONE) {
    const { analysis, view } = around(draft, { past, neighbour });
    const result = writeGlossary(analysis, view, dictionary);
    if (result === null) return null;
    const { edit, entries, doubled, next } = result;
    const after = draft.slice(0, edit.start) + edit.text + draft.slice(edit.end);
    return {
      after,
      doubled,
      origins: entries.map(({ origin, term }) => `${origin} ${term}`),
      next: next === null ? null : after.slice(next.start, next.end),
      glossary: createAnalyser()
        .analyse(after)
        .report.glossary.map(({ number, term, definition }) => `${String(number)} ${term}|${definition}`),
    };
  }

  it('puts entries in order of first use, keeps those of the draft and takes definitions from the nearest source', () => {
    const draft = text({
      year: 2026,
      body: '推行“五联共治”模式，开展“四诊四送”行动，深化“三查两改”机制，用好“两图一表”办法。',
      glossary: '1.“两图一表”办法：指规划图、进度图、责任表的办法。\n\n2.“旧事一号”工程：指早已完成的工程。',
    });
    const result = written(draft);
    expect(result?.origins).toEqual([
      'peer “五联共治”模式',
      'stub “四诊四送”',
      'precedent “三查两改”机制',
      'draft “两图一表”办法',
      'draft “旧事一号”工程',
    ]);
    expect(result?.glossary).toEqual([
      '1 “五联共治”模式|指组织联建、治安联防、矛盾联调、环境联治、服务联办的模式。',
      '2 “四诊四送”|指……。',
      '3 “三查两改”机制|指查隐患、查台账、查责任，改短板、改作风的机制。',
      '4 “两图一表”办法|指规划图、进度图、责任表的办法。',
      '5 “旧事一号”工程|指早已完成的工程。',
    ]);
    // What another place wrote is marked, and the mark is no part of the report.
    expect(result?.after).toContain('的模式。\n<!-- 上条释义取自临溪区2025年报告，请核改 -->\n\n2.');
    expect(result?.next).toMatch(/^指组织联建/);
  });

  it('begins a glossary in the form of past years, and changes nothing above it', () => {
    const draft = text({ year: 2026, body: '深化“三查两改”机制。' });
    const result = written(draft);
    expect(result?.after.startsWith(draft.trimEnd())).toBe(true);
    expect(result?.after.slice(draft.trimEnd().length)).toBe(
      '\n\n名词解释\n\n1.“三查两改”机制：指查隐患、查台账、查责任，改短板、改作风的机制。\n',
    );
    expect(result?.next).toBeNull();
  });

  it('writes below a heading that waits for entries', () => {
    const draft = `${text({ year: 2026, body: '开展“四诊四送”行动。' })}\n名 词 解 释\n`;
    const result = written(draft);
    expect(result?.after.match(/名\s?词\s?解\s?释/g)).toHaveLength(1);
    expect(result?.glossary).toEqual(['1 “四诊四送”|指……。']);
  });

  it('keeps line ends, the numerals of the list and what stands between entries', () => {
    const draft = text({
      year: 2026,
      body: '用好“两图一表”办法，开展“四诊四送”行动。',
      glossary:
        '（二）“四诊四送”行动：指进企业、进村组的行动。\n<!-- policy-drafting-disable-next-line definition-form -->\n（一）“两图一表”办法：指规划图、进度图、责任表的办法。',
    }).replaceAll('\n', '\r\n');
    const result = written(draft);
    expect(result?.after.slice(result.after.indexOf('名词解释'))).toBe(
      [
        '名词解释',
        '',
        '（一）“两图一表”办法：指规划图、进度图、责任表的办法。',
        '（二）“四诊四送”行动：指进企业、进村组的行动。',
        '<!-- policy-drafting-disable-next-line definition-form -->',
        '',
      ].join('\r\n'),
    );
  });

  it('changes nothing when it is run again', () => {
    const draft = text({ year: 2026, body: '推行“五联共治”模式，开展“四诊四送”行动，深化“三查两改”机制。' });
    const once = written(draft)?.after ?? '';
    expect(written(once)?.after).toBe(once);
  });

  describe('with two entries of one term', () => {
    const body = '推行“一网四联”机制，用好“两图一表”办法。';
    const both = (second: string, between = ''): string =>
      text({
        year: 2026,
        body,
        glossary: `1.“两图一表”办法：指规划图、进度图、责任表的办法。\n${between}2.“一网四联”机制：指部门联办的机制。\n3.两图一表办法：${second}\n<!-- 二科已核 -->`,
      });

    it('leaves one where they say the same, and loses no word of a person', () => {
      const result = written(both('指规划图、进度图、 责任表的办法'));
      expect(result?.glossary).toEqual([
        '1 “一网四联”机制|指部门联办的机制。',
        '2 “两图一表”办法|指规划图、进度图、责任表的办法。',
      ]);
      expect(result?.after).toContain('责任表的办法。\n<!-- 二科已核 -->');
      expect(result?.doubled).toBe(0);
    });

    it('lets one that is only begun give way', () => {
      for (const stub of ['指……。', '……']) {
        const result = written(both(stub));
        expect(result?.glossary).toHaveLength(2);
        expect(result?.glossary[1]).toContain('责任表的办法。');
      }
      const first = both('指三样材料。').replace('指规划图、进度图、责任表的办法。', '指……。');
      expect(written(first)?.glossary[1]).toBe('2 两图一表办法|指三样材料。');
    });

    it('puts those that differ one behind the other and says so', () => {
      const result = written(both('指一张规划图和一张进度表。', '<!-- 一科提供 -->\n'));
      expect(result?.after.slice(result.after.indexOf('名词解释'))).toBe(
        [
          '名词解释',
          '',
          '1.“一网四联”机制：指部门联办的机制。',
          '2.“两图一表”办法：指规划图、进度图、责任表的办法。',
          '<!-- 一科提供 -->',
          '<!-- 下条与上条为同一名词，释义不一，请择一保留 -->',
          '3.两图一表办法：指一张规划图和一张进度表。',
          '<!-- 二科已核 -->',
          '',
        ].join('\n'),
      );
      expect(result?.doubled).toBe(1);
      expect(result?.next).toBe('<!-- 下条与上条为同一名词，释义不一，请择一保留 -->');
      expect(written(result?.after ?? '')?.after).toBe(result?.after);
    });

    it('takes its comment away when one of the two is gone', () => {
      const after = written(both('指一张规划图和一张进度表。'))?.after ?? '';
      const chosen = after.replace(/2\.“两图一表”.*\n/, '');
      const again = written(chosen);
      expect(again?.after).not.toContain('请择一保留');
      expect(again?.glossary).toEqual([
        '1 “一网四联”机制|指部门联办的机制。',
        '2 两图一表办法|指一张规划图和一张进度表。',
      ]);
    });

    it('tells terms with different nouns apart', () => {
      const result = written(both('指三样材料。').replace('3.两图一表办法', '3.“两图一表”工程'));
      expect(result?.glossary).toHaveLength(3);
      expect(result?.after).not.toContain('请择一保留');
    });
  });

  it('leaves out what the dictionary names, and says so where nothing is left', () => {
    const draft = text({ year: 2026, body: '开展“四诊四送”行动，深化“三查两改”机制。' });
    expect(written(draft, { known: ['四诊四送'], ignored: ['三查两改'] })).toBeNull();
  });
});

describe('startNextYear', () => {
  const { analysis } = around(text({ year: 2026, body: '深化“1+3+N”布局。' }));
  const begun = startNextYear(analysis);

  it('carries structure over with years moved on', () => {
    const next = createAnalyser().analyse(begun?.text ?? '', { path: `${begun?.name ?? ''}.txt`, force: true });
    expect(next.report.info).toMatchObject({ issuer: '青禾区', region: '云川市', planYear: 2027, speaker: '周明远' });
    const lines = (begun?.text ?? '').split('\n').filter((line) => /^[一二（]/.test(line));
    expect(lines).toEqual([
      '一、2026年工作回顾',
      '（一）产业发展提质增效',
      '（二）城乡面貌持续改善',
      '二、2027年工作安排',
      '（一）聚力产业强区',
      '（二）聚力城乡融合',
    ]);
    expect(begun?.name).toBe('青禾区2027年政府工作报告（草稿）');
    expect(begun?.text).toContain('——2027年××月××日在云川市青禾区第六届人民代表大会第××次会议上');
  });

  it('leaves …… beneath headings that wait for their text, so that they are seen as headings', () => {
    const read = (words: string): string[] => {
      const { headings } = createAnalyser().analyse(words, { force: true }).report;
      return headings.map(({ level, title }) => `${String(level)} ${title}`);
    };
    expect(begun?.text).toContain(
      '（一）产业发展提质增效\n\n……\n\n（二）城乡面貌持续改善\n\n……\n\n二、2027年工作安排\n\n今年',
    );
    expect(read(begun?.text ?? '')).toEqual([
      '1 2026年工作回顾',
      '2 产业发展提质增效',
      '2 城乡面貌持续改善',
      '1 2027年工作安排',
      '2 聚力产业强区',
      '2 聚力城乡融合',
    ]);
    const runIn = around(text({ year: 2026 }).replace(/（(.)）(.*)\n\n/g, '$1是$2。')).analysis;
    expect(startNextYear(runIn)?.text).toContain('\n一是产业发展提质增效。……\n');
  });

  it('leaves open which congress meets behind the fifth session of one, and dates in Han digits', () => {
    const last = text({ year: 2026 }).replace('第三次', '第五次').replace('2026年1月12日', '二〇二六年一月十二日');
    expect(startNextYear(around(last).analysis)?.text).toContain(
      '——二〇二七年××月××日在云川市青禾区第××届人民代表大会第××次会议上',
    );
  });

  it('empties figures and ranks and leaves names that look like figures', () => {
    const results =
      '全年地区生产总值完成1,321.5亿元、增长５．６％，总量居全市第二位；PM2.5平均浓度下降3.1微克/立方米；5G基站达到420个；12345热线办结率为98.2%；“1+3+N”产业产值占比提高两个百分点；粮食产量连续6年增长。';
    const draft = text({ year: 2026 }).replace(/全年地区生产总值.*。/, results);
    expect(startNextYear(around(draft).analysis)?.text).toContain(
      '全年地区生产总值完成××亿元、增长××％，总量居全市第××位；PM2.5平均浓度下降××微克/立方米；5G基站达到××个；12345热线办结率为××%；“1+3+N”产业产值占比提高××个百分点；粮食产量连续××年增长。',
    );
    const headed = draft.replace(/（(?=[一二]）)/g, '### （').replace('产业发展提质增效', '经济总量突破1300亿元大关');
    expect(startNextYear(around(headed).analysis)?.text).toContain('（一）经济总量突破××亿元大关');
  });

  it('carries the paragraph that answers the targets over, not the one with most figures', () => {
    const crowd =
      '新增学位1200个，新增托位300个，改造老旧小区12个，新建高标准农田3万亩，粮食产量2.4亿斤，接待游客320万人次，空气质量优良天数比率86%。';
    const draft = text({ year: 2026 }).replace('新建厂房3万平方米', `${crowd}新建厂房3万平方米`);
    const begunOf = startNextYear(around(draft).analysis)?.text ?? '';
    expect(begunOf).toContain('全年地区生产总值完成××亿元');
    expect(begunOf).not.toContain('学位');
  });

  it('says where a part belongs to the year it was written in', () => {
    const term = text({ year: 2026 }).replace('一、2025年工作回顾', '一、过去五年工作回顾');
    const lines = (startNextYear(around(term).analysis)?.text ?? '').split('\n');
    expect(lines[lines.indexOf('一、过去五年工作回顾') + 2]).toBe(
      '<!-- 2026年报告为跨年度回顾或规划所设，请酌定去留 -->',
    );
    expect(lines.filter((line) => line.includes('酌定'))).toHaveLength(1);
    expect(begun?.text).not.toContain('酌定');
  });

  it('keeps what the front matter says of issuer and year, and the indentation', () => {
    const draft = text({ year: 2026 }).replace(/^(?=[^\n])/gm, '　　');
    const fenced = `---\nissuer: 青禾区\nplanYear: 2026\nsource: 旧稿.docx\n---\n\n${draft}`;
    const begunOf = startNextYear(around(fenced).analysis)?.text ?? '';
    expect(begunOf.startsWith('---\nissuer: 青禾区\nplanYear: 2027\n---\n\n　　政府工作报告\n')).toBe(true);
    expect(begunOf).toMatch(/\n\u3000\u3000今年全区发展的主要预期目标是/);
    expect(begunOf).toMatch(/\n\u3000\u3000……\n/);
  });

  it('empties the figures of targets and results and carries nothing else', () => {
    expect(begun?.text).toContain(
      '今年全区发展的主要预期目标是：地区生产总值增长××%左右，固定资产投资下降××%以内，城镇新增就业××人以上，居民消费价格涨幅控制在××%—××%。',
    );
    expect(begun?.text).toContain('全年地区生产总值完成××亿元、增长××%；固定资产投资增长××%；城镇新增就业××人。');
    expect(begun?.text).not.toContain('厂房');
    expect(begun?.text).not.toContain('齐心协力');
  });

  it('lists the targets and tasks of the year as comments that are no part of the text', () => {
    const comments = (begun?.text ?? '').split('\n').filter((line) => line.startsWith('<!-- ☐'));
    expect(comments).toEqual([
      '<!-- ☐ 目标　地区生产总值：增长6%左右 -->',
      '<!-- ☐ 目标　固定资产投资：下降2%以内 -->',
      '<!-- ☐ 目标　城镇新增就业：5000人以上 -->',
      '<!-- ☐ 目标　居民消费价格：上涨2%—3% -->',
      '<!-- ☐ 任务　改造老旧小区：12个 -->',
      '<!-- ☐ 任务　开展职业技能培训：4300人次 -->',
    ]);
    const sections = (begun?.text ?? '').split('\n').filter((line) => line.startsWith('<!-- 【'));
    expect(sections).toEqual(['<!-- 【聚力产业强区】 -->']);
    const { blocks } = createAnalyser().analyse(begun?.text ?? '').report;
    expect(blocks.filter(({ text: words }) => words.includes('☐')).every(({ kind }) => kind === 'page')).toBe(true);
  });

  it('is not begun from a report that names no year', () => {
    const report = createAnalyser().analyse('各位代表：今年要抓好三件事。', { force: true });
    expect(startNextYear(report)).toBeNull();
  });

  it('moves years in Han digits, too', () => {
    const { analysis: han } = around(text({ year: 2026 }).replace('一、2025年工作回顾', '一、二〇二五年工作回顾'));
    expect(startNextYear(han)?.text).toContain('一、二〇二六年工作回顾');
  });
});

describe('tables', () => {
  const { analysis, view } = around(text({ year: 2026 }), {
    past: text({ year: 2025 }).replace('增长6%左右', '增长7%以上'),
    neighbour: text({ year: 2025, issuer: '临溪区', glossary: '1.“五联共治”：指五方联动。' }).replace(
      '，城镇新增就业5000人以上',
      '',
    ),
  });

  it('set the targets of reports side by side', () => {
    const table = targetTable([{ analysis }, ...view.precedents, ...view.peers], 'zh');
    expect(table).toEqual({
      head: ['指标', '青禾区 2026', '青禾区 2025', '临溪区 2025'],
      rows: [
        ['地区生产总值', '增长6%左右', '增长7%以上', '增长6%左右'],
        ['固定资产投资', '下降2%以内', '下降2%以内', '下降2%以内'],
        ['城镇新增就业', '5000人以上', '5000人以上', '—'],
        ['居民消费价格', '上涨2%—3%', '上涨2%—3%', '上涨2%—3%'],
      ],
    });
  });

  it('say numbers as they are printed, and each once', () => {
    const said = (zeros: string): Analysis =>
      createAnalyser().analyse(
        text({ year: 2026 })
          .replace('增长6%左右', zeros)
          .replace('推动公共服务', '确保全年地区生产总值增长6%左右，推动公共服务'),
        { force: true },
      );
    const cellOf = (analysis: Analysis): string | undefined =>
      targetTable([{ analysis }], 'zh').rows.find(([name]) => name === '地区生产总值')?.[1];
    expect(cellOf(said('增长6.0%左右'))).toBe('增长6.0%左右');
    expect(cellOf(said('增速达到6.0%左右'))).toBe('增长6.0%左右');
    expect(cellOf(said('提高6.0个百分点'))).toContain('提高6.0个百分点');
  });

  it('have one row for one indicator in 万元 and 亿元, and digits as printed', () => {
    const revenue = (year: number, words: string): string =>
      text({ year }).replace('全年地区生产总值', `全年一般公共预算收入完成${words}，地区生产总值`);
    const both = around(revenue(2026, '15.20亿元'), { past: revenue(2025, '143100万元') });
    const { rows } = indicatorTable(both.analysis, both.view, 'zh');
    expect(rows.filter(([name]) => name === '一般公共预算收入')).toEqual([
      ['一般公共预算收入', '数值', '亿元（含万元换算）', '', '', '15.20', '14.31'],
    ]);
    const english = indicatorTable(both.analysis, both.view, 'en').rows.find(([name]) => name === '一般公共预算收入');
    expect(english?.[2]).toBe('亿元 (some converted from 万元)');
  });

  it('give the indicators of a draft by year, plain numbers as numbers and drops below zero', () => {
    const { head, rows } = indicatorTable(analysis, view, 'zh');
    expect(head).toEqual(['指标', '口径', '单位', '2026年目标', '2025年目标', '2025年完成', '2024年完成']);
    const of = (name: string) => rows.filter(([indicator]) => indicator === name);
    expect(of('地区生产总值')).toEqual([
      ['地区生产总值', '增速', '%', '6左右', '7以上', '5.6', '5.6'],
      ['地区生产总值', '数值', '亿元', '', '', '321.5', '321.5'],
    ]);
    expect(of('固定资产投资')).toEqual([['固定资产投资', '增速', '%', '-2以内', '-2以内', '7.1', '7.1']]);
    expect(of('居民消费价格')[0]?.[3]).toBe('2—3');
  });
});
