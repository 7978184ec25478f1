import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import type { Analysis, CorpusView } from '../model';
import type { Completion } from './completion';
import { complete } from './completion';

function report(year: number, { plan = '', glossary = '', review = '' } = {}): Analysis {
  const text = `政府工作报告
——${String(year)}年1月18日在云川市青禾区第十八届人民代表大会第三次会议上
青禾区人民政府区长 林知远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。

一、${String(year - 1)}年工作回顾
过去一年，经济平稳运行。${review}

二、${String(year)}年工作安排
今年经济社会发展的主要预期目标是：${plan}
抓好落实。

各位代表，让我们同心协力，把青禾建设得更加美好！

名词解释
${glossary}
`;
  return createAnalyser().analyse(text, { force: true });
}

const past = report(2024, {
  plan: '地区生产总值增长7%左右，城镇新增就业2600人以上，居民消费价格涨幅控制在3%以内，粮食产量稳定在2.4亿斤以上。推行“五色工单”，推行“五色工单”制度。落实青政办发〔2023〕12号文件。',
  review: '地区生产总值增长6.5%。',
  glossary: '1.“五色工单”：指分类办理工单的制度。\n2.“三提三降”攻坚行动：指提质降本等工作。',
});
const CORPUS: CorpusView = { precedents: [{ path: 'past', analysis: past }], versions: [], peers: [] };
const withGrain: CorpusView = {
  precedents: [{ path: 'past', analysis: report(2024, { review: '粮食产量达到2.4亿斤。' }) }],
  versions: [],
  peers: [],
};
const NOTHING = { known: [], ignored: [] };

/** Two characters that stand for a number below 150. */
const han = (i: number): string =>
  `${'甲乙丙丁戊己庚辛壬癸'[i % 10] ?? ''}${'东南西北中上下左右前后内外天地'[Math.floor(i / 10)] ?? ''}`;

/** What is offered at ‸ in a draft of which some part is given. */
function at(parts: Parameters<typeof report>[1], { typed = false, corpus = CORPUS } = {}): Offer {
  const marked = report(2025, parts).report.text;
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  const analysis = createAnalyser().analyse(text, { force: true });
  const { items: found, incomplete } = complete(analysis, corpus, offset, { lang: 'zh', typed, dictionary: NOTHING });
  return {
    found,
    incomplete,
    labels: found.map(({ label }) => label),
    line(label) {
      const one = found.find((each) => each.label === label);
      if (one === undefined) throw new Error(`No “${label}” among ${found.map((each) => each.label).join('、')}`);
      expect(one.replace.start).toBeLessThanOrEqual(offset);
      expect(one.replace.end).toBeGreaterThanOrEqual(offset);
      const shown = [...one.selected].reverse().reduce((out, { start, end }) => {
        return `${out.slice(0, start)}⟦${out.slice(start, end)}⟧${out.slice(end)}`;
      }, one.text);
      const after = text.slice(0, one.replace.start) + shown + text.slice(one.replace.end);
      const start = text.lastIndexOf('\n', offset - 1) + 1;
      return after.slice(start).split('\n')[0] ?? '';
    },
  };
}

interface Offer {
  readonly found: readonly Completion[];
  readonly incomplete: boolean;
  readonly labels: readonly string[];
  /** The line after taking one; what is selected stands in ⟦…⟧. */
  readonly line: (label: string) => string;
}

describe('behind an opening quote', () => {
  it('offers known terms with definition and source and closes the quote', () => {
    const offer = at({ plan: '推行“‸', glossary: '1.“一网四联”机制：指部门联办。' }, { typed: true });
    expect(offer.labels).toContain('“一网四联”机制');
    expect(offer.line('“五色工单”')).toMatch(/推行“五色工单”$/);
    expect(offer.line('“三提三降”攻坚行动')).toMatch(/推行“三提三降”攻坚行动$/);
    const known = at({ plan: '推行“专‸' }, { typed: true });
    expect(known.line('专精特新')).toMatch(/推行“专精特新”$/);
    const one = offer.found.find(({ label }) => label === '“五色工单”');
    expect(one).toMatchObject({
      documentation: '指分类办理工单的制度。',
      detail: '青禾区 2024名词解释',
      filter: '五色工单”',
    });
    expect(known.found.find(({ label }) => label === '专精特新')?.documentation).toContain('来源：');
  });

  it('takes up the closing quote that the editor put there, and the words behind it', () => {
    expect(at({ plan: '推行“五‸”制度。' }, { typed: true }).line('“五色工单”')).toMatch(/推行“五色工单”制度。$/);
    const offer = at({ plan: '开展“‸”攻坚行动。' }, { typed: true });
    expect(offer.line('“三提三降”攻坚行动')).toMatch(/开展“三提三降”攻坚行动。$/);
  });

  it('writes over the whole quotation that the caret is in', () => {
    expect(at({ plan: '推行“五‸链共建”机制。' }).line('“五色工单”')).toMatch(/推行“五色工单”机制。$/);
    expect(at({ plan: '推行“五‸色，并用好“两表”机制。' }).line('“五色工单”')).toMatch(
      /“五色工单”色，并用好“两表”机制。$/,
    );
  });

  it('is silent in comments and in front matter', () => {
    for (const comment of ['<!-- 待核“‸ -->', '<!-- 待核\n“‸\n-->', '<!-- 待核“‸'])
      expect(at({ plan: `抓好落实。\n${comment}\n` }, { typed: true }).found).toEqual([]);
    expect(at({ plan: '<!-- 已核 -->推行“‸' }, { typed: true }).labels).toContain('“五色工单”');
    const fenced = `---\nissuer: \n---\n${report(2025, {}).report.text}`;
    const analysis = createAnalyser().analyse(fenced, { force: true });
    expect(complete(analysis, CORPUS, 12, { lang: 'zh', typed: false, dictionary: NOTHING }).items).toEqual([]);
  });

  it('puts no simplified words into a traditional text', () => {
    const traditional = (plan: string): readonly Completion[] => {
      const marked = `政府工作報告
——2025年1月18日在雲川市青禾區第十八屆人民代表大會第三次會議上
青禾區人民政府區長 林知遠

各位代表：
現在，我代表區人民政府向大會報告工作，請予審議。

一、2024年工作回顧
過去一年，經濟運行穩中有進，推行“一網四聯”機制。

二、2025年工作安排
今年經濟社會發展的主要預期目標是：${plan}
`;
      const analysis = createAnalyser().analyse(marked.replace('‸', ''), { force: true });
      return complete(analysis, CORPUS, marked.indexOf('‸'), { lang: 'zh', typed: false, dictionary: NOTHING }).items;
    };
    expect(traditional('推行“‸').map(({ label }) => label)).toEqual(['一網四聯']);
    expect(traditional('地區生產總值‸')).toEqual([]);
  });

  it('puts what is used most first', () => {
    expect(at({ plan: '推行“‸' }, { typed: true }).labels[0]).toBe('“五色工单”');
  });

  it('sends the most used of many, and the others when what is typed fits them', () => {
    const precedents = Array.from({ length: 15 }, (_, k) => {
      const entries = Array.from(
        { length: 10 },
        (_entry, i) => `${String(i + 1)}.“${han(10 * k + i)}工程”：指便利群众的工作。`,
      );
      return { path: String(k), analysis: report(2024 - k, { glossary: entries.join('\n') }) };
    });
    const corpus = { precedents, versions: [], peers: [] };
    const many = at({ plan: '推行“五色工单”，推行“‸' }, { typed: true, corpus });
    expect([many.found.length, many.incomplete, many.labels[0]]).toEqual([100, true, '五色工单']);
    const few = at({ plan: `推行“${han(149)}‸` }, { typed: true, corpus });
    expect([few.labels, few.incomplete]).toEqual([[`“${han(149)}工程”`], false]);
    expect(few.found[0]?.filter).toBe(`${han(149)}工程”`);
  });

  it('is silent behind a closed quotation and in a long one', () => {
    expect(at({ plan: '推行“五色工单”‸' }, { typed: true }).found).toEqual([]);
    expect(at({ plan: '他说：“今年以来全区上下一心共同努力取得了来之不易的成绩‸' }, { typed: true }).found).toEqual([]);
  });
});

describe('behind an indicator', () => {
  it('offers the past wording with the old figure to write over', () => {
    expect(at({ plan: '地区生产总值‸' }).line('增长7%左右')).toContain('地区生产总值增长⟦7⟧%左右');
    expect(at({ plan: '居民消费价格涨‸' }).line('涨幅控制在3%以内')).toContain('居民消费价格涨幅控制在⟦3⟧%以内');
    expect(at({ plan: '城镇新增就业‸' }).line('2600人以上')).toContain('城镇新增就业⟦2600⟧人以上');
  });

  it('offers a value in the words of the report, other figures between or not', () => {
    const earlier = report(2024, {
      review: '地区生产总值总量突破195亿元、增长6.0%，居民消费价格上涨0.4%。',
    });
    const corpus = { precedents: [{ path: 'past', analysis: earlier }], versions: [], peers: [] };
    expect(at({ review: '地区生产总值‸' }, { corpus }).labels).toEqual(['突破195亿元', '增长6.0%']);
    expect(at({ review: '居民消费价格‸' }, { corpus }).labels).toEqual(['上涨0.4%']);
  });

  it('offers results in the review', () => {
    expect(at({ review: '地区生产总值‸' }).labels).toEqual(['增长6.5%']);
  });

  it('needs to be asked', () => {
    expect(at({ plan: '地区生产总值‸' }, { typed: true }).found).toEqual([]);
  });
});

describe('in the glossary', () => {
  const plan = '地区生产总值增长7%左右。推行“五色工单”，构建“2+N”产业体系，实施“四进四送”行动。';

  it('offers entries for what is not explained, in order of first use', () => {
    const offer = at({ plan, glossary: '1.“2+N”产业体系：指两大产业和新兴产业。\n‸' });
    expect(offer.labels).toEqual(['“五色工单”', '“四进四送”']);
    expect(offer.line('“五色工单”')).toBe('2.“五色工单”：指分类办理工单的制度。');
    expect(offer.line('“四进四送”')).toBe('2.“四进四送”：⟦指……⟧。');
  });

  it('keeps the number and quote that were typed', () => {
    const offer = at({ plan, glossary: '1.“2+N”产业体系：指两大产业和新兴产业。\n2.“‸”' }, { typed: true });
    expect(offer.line('“五色工单”')).toBe('2.“五色工单”：指分类办理工单的制度。');
  });

  it('begins an empty glossary', () => {
    expect(at({ plan, glossary: '‸' }).line('“五色工单”')).toBe('1.“五色工单”：指分类办理工单的制度。');
  });

  it('is silent in a definition', () => {
    expect(at({ plan, glossary: '1.“2+N”产业体系：指两大产业‸。' }).labels).not.toContain('“五色工单”');
  });
});

describe('on request', () => {
  it('offers names of indicators, missing targets first', () => {
    const offer = at({ plan: '地区生产总值增长6%左右，‸' });
    expect(offer.labels.slice(0, 3)).toContain('城镇新增就业');
    expect(offer.labels).toContain('固定资产投资');
    expect(at({ plan: '地区生产总值增长6%左右，固定资‸' }).line('固定资产投资')).toMatch(/，固定资产投资$/);
  });

  it('offers document numbers named before', () => {
    expect(at({ plan: '按照青政‸' }).line('青政办发〔2023〕12号')).toMatch(/按照青政办发〔2023〕12号$/);
    expect(at({ plan: '落实《办法》（‸' }).labels).toContain('青政办发〔2023〕12号');
  });

  it('offers nothing but numbers where one is written, and nothing where none is known', () => {
    const none = { corpus: { precedents: [], versions: [], peers: [] } };
    for (const before of [
      '按照国发',
      '按照国发〔',
      '按照国发[2024',
      '按照国发〔2024〕',
      '落实《办法》',
      '落实《办法》（',
      '印发通知（',
      '文件号：',
    ])
      expect([before, at({ plan: `${before}‸` }, none).labels]).toEqual([before, []]);
    expect(at({ plan: '落实《办法》（‸' }).labels).toEqual(['青政办发〔2023〕12号']);
    expect(at({ plan: '文号：‸' }).labels).toEqual(['青政办发〔2023〕12号']);
    expect(at({ plan: '落实《办法》‸，' }).line('青政办发〔2023〕12号')).toMatch(/《办法》（青政办发〔2023〕12号），$/);
    expect(at({ plan: '按照青政办发(20‸' }).found[0]?.filter).toBe('青政办发(2023〕12号');
    expect(at({ plan: '按照青政办发(20‸' }).line('青政办发〔2023〕12号')).toMatch(/按照青政办发〔2023〕12号$/);
  });

  it('writes over the number that stands there, which is none of the known', () => {
    expect(at({ plan: '按照青政办发〔20‸24〕3号精神' }).labels).toEqual(['青政办发〔2023〕12号']);
    expect(at({ plan: '按照青政办发〔20‸23〕1号精神' }).line('青政办发〔2023〕12号')).toMatch(
      /按照青政办发〔2023〕12号精神$/,
    );
    expect(at({ plan: '按照青政办发〔2023〕‸3号精神' }).line('青政办发〔2023〕12号')).toMatch(
      /按照青政办发〔2023〕12号精神$/,
    );
  });

  it('takes up what of a name or a value stands behind the caret', () => {
    expect(at({ plan: '固定‸资产投资增长6%' }).line('固定资产投资')).toMatch(/：固定资产投资增长6%$/);
    expect(at({ review: '粮食产量‸亿斤，再获丰收。', plan: '' }, { corpus: withGrain }).line('达到2.4亿斤')).toMatch(
      /粮食产量达到⟦2.4⟧亿斤，再获丰收。$/,
    );
  });

  it('is silent where the value stands already', () => {
    expect(at({ plan: '地区生产总值‸增长6%左右。' }).found).toEqual([]);
    expect(at({ plan: '地区生产总值‸，固定资产投资增长6%。' }).labels).toEqual(['增长7%左右']);
  });

  it('knows words from units and ends of words from names', () => {
    expect(at({ review: '总量达到350亿元‸' }).found).toEqual([]);
    expect(at({ plan: '推动产业开发‸' }).found).toEqual([]);
    expect(at({ plan: '确保粮‸' }).labels).toContain('粮食产量');
  });

  it('offers names in the first cell of a row only', () => {
    const row = (cells: string): string => `地区生产总值增长6%左右。\n| 指标 | 目标 |\n| --- | --- |\n${cells}\n`;
    expect(at({ plan: row('| ‸ | 6% |') }).labels).toContain('固定资产投资');
    expect(at({ plan: row('| 就业 | ‸ |') }).labels).toEqual([]);
  });

  it('knows nothing amid a word or outside of the text', () => {
    expect(at({ plan: '我们要抓好落‸' }).found).toEqual([]);
    expect(complete(past, CORPUS, -1, { lang: 'en', typed: false, dictionary: NOTHING }).items).toEqual([]);
    expect(complete(past, CORPUS, 10 ** 7, { lang: 'en', typed: false, dictionary: NOTHING }).items).toEqual([]);
  });
});
