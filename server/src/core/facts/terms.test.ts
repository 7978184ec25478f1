import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import type { Term } from '../model';
import { classifyQuoted } from './terms-quoted';

const TITLE = `政府工作报告
——2024年1月18日在云川市青禾区第十八届人民代表大会第三次会议上
青禾区人民政府区长 林知远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。
`;

function termsOf(body: string, glossary = ''): Term[] {
  const text = `${TITLE}\n一、2023年工作回顾\n${body}\n${glossary === '' ? '' : `\n名词解释\n${glossary}\n`}`;
  const { terms } = createAnalyser().analyse(text, { force: true });
  for (const term of terms) expect(term.end).toBeGreaterThan(term.start);
  return [...terms];
}

function words(body: string, glossary = ''): string[] {
  return termsOf(body, glossary).map(({ text }) => text);
}

describe('terms in quotes', () => {
  it.each([
    ['numeral and clipped words', '开展“三提三降”攻坚行动。', '三提三降', 'numeric'],
    ['numeral and noun', '建设“四大支点”。', '四大支点', 'numeric'],
    ['ladder', '“一企一策”帮扶。', '一企一策', 'numeric'],
    ['thousands', '实施“百千万工程”。', '百千万工程', 'numeric'],
    ['pair', '用好“双增”政策。', '双增', 'numeric'],
    ['code', '落实“3618”行动。', '3618', 'numeric'],
    ['formula', '构建“2+N”产业体系。', '2+N', 'formula'],
    ['formula of words', '探索“平台+基地+农户”模式。', '平台+基地+农户', 'formula'],
    ['open formula', '实施“人工智能+”行动。', '人工智能+', 'formula'],
    ['letter for a number', '创新“一纲 N 项”机制。', '一纲N项', 'formula'],
    ['chain', '完善“发现—交办—整改”机制。', '发现—交办—整改', 'formula'],
    ['label', '推行“免证办”。', '免证办', 'abbreviation'],
    ['system of heads', '落实“田长制”。', '田长制', 'abbreviation'],
    ['plan', '编制“十五五”规划。', '十五五', 'abbreviation'],
    ['programme', '完成“八五”普法。', '八五', 'abbreviation'],
    ['metaphor', '打通“断头路”5条。', '断头路', 'coined'],
    ['brand', '叫响“青禾好味”品牌。', '青禾好味', 'coined'],
    ['brand with a point', '举办“遇见青禾·乐游云川”活动。', '遇见青禾·乐游云川', 'coined'],
    ['verb and number of things', '河湖“清四乱”行动。', '清四乱', 'numeric'],
    ['cut from a longer name', '深化“放管服”改革。', '放管服', 'abbreviation'],
    ['known though its ending is common', '防止耕地“非农化”。', '非农化', 'coined'],
    ['programme without a noun behind', '实施“百街千店万品焕新提质工程”。', '百街千店万品焕新提质工程', 'numeric'],
    ['motto', '牢记“学得进、干得实、走得远”的要求。', '学得进、干得实、走得远', 'formulation'],
  ])('%s: %s', (_what, body, text, kind) => {
    expect(termsOf(body).map((term) => [term.text, term.kind, term.quoted])).toEqual([[text, kind, true]]);
  });

  it.each([
    ['one character', '实现“零”的突破。'],
    ['shape of a letter', '黄河“几”字弯。'],
    ['ordinary word', '刷新“新纪录”，实现“从无到有”。'],
    ['ordinary ending', '坚持“精细化”管理，打造“世界级”产业。'],
    ['echo', '做到“说到做到”。'],
    ['prize', '获“云川市质量奖”称号。'],
    ['title of honour', '青石镇获评“全国乡村旅游示范镇”。'],
    ['place on a list', '入选“2023年省级特色小镇名单”。'],
    ['medicine', '“青禾灵颗粒”获批上市。'],
    ['title applied for', '争创“国家卫生县城”。'],
    ['question', '从“有没有”到“好不好”。'],
    ['degree', '让城市“更宜居”。'],
    ['two nouns', '坚持“科技与法治”两手抓。'],
    ['vessel', '“云川号”游轮首航。'],
    ['day of an event', '吸取“3·15”火灾教训。'],
    ['sentence', '代表们说：“今年的变化看得见。”'],
    ['cut sentence', '以“吸引人才、用好各类人才”为目标。'],
    ['clause', '坚持“以项目建设论英雄看发展”。'],
    ['thought', '摒弃“差不多就行”的想法。'],
    ['book', '印发《“三提三降”实施方案》。'],
    ['number of days', '3个校园、10个项目、第一批5家企业。'],
    ['name of an office', '成立“产教融合协同育人研究中心”。'],
    ['one object three times', '打造“选好苗子、育好苗子、用好苗子”的环境。'],
  ])('not %s: %s', (_what, body) => {
    expect(words(body)).toEqual([]);
  });

  it('takes neighbours one by one', () => {
    expect(words('提供“帮您办”“就近办”“马上办”服务。')).toEqual(['帮您办', '就近办', '马上办']);
  });

  it('looks past neighbours for what is said of all', () => {
    expect(words('开展“春风送岗到村到户到人”“暖冬行动”等活动。')).toEqual(['春风送岗到村到户到人', '暖冬行动']);
  });

  it('is not led astray by an unclosed quote', () => {
    const filler = '各项工作有序推进，街巷更加整洁，办事更加方便。'.repeat(3);
    expect(words(`打造“双增示范。${filler}开展“三提三降”行动。`)).toEqual(['三提三降']);
  });

  it('gives spans of the core in the original', () => {
    const body = '开展"三提三降"行动，建设「２＋Ｎ」体系。';
    const text = `${TITLE}\n一、2023年工作回顾\n${body}\n`;
    const { terms } = createAnalyser().analyse(text, { force: true });
    expect(terms.map(({ start, end }) => text.slice(start, end))).toEqual(['三提三降', '２＋Ｎ']);
    expect(terms.map((term) => term.text)).toEqual(['三提三降', '2+N']);
  });

  it('looks into quotations of sentences, and at single quotes', () => {
    expect(words('代表建议：“继续抓好‘三提三降’行动，让企业轻装上阵。”')).toEqual(['三提三降']);
    expect(words('开展‘三提三降’行动。')).toEqual(['三提三降']);
  });

  it('is found in headings', () => {
    expect(words('内容。\n（一）实施“三提三降”行动\n工作扎实。')).toEqual(['三提三降']);
  });
});

describe('terms without quotes', () => {
  it.each([
    ['formula', '构建2+N产业体系。', ['2+N']],
    ['long formula', '形成1+1+N+X体系。', ['1+1+N+X']],
    ['wide formula', '构建２＋Ｎ体系。', ['2+N']],
    ['formula of figures', '建成5+2服务站。', ['5+2']],
    ['plan', '编制十五五规划，总结十四五成效。', ['十五五', '十四五']],
    ['no plan', '第十五届五次会议，第十四五批。', []],
    ['measure for each', '一企一策帮扶，一心一意服务。', ['一企一策']],
    ['quoted elsewhere', '推行“三提三降”，三提三降见效。', ['三提三降', '三提三降']],
    ['quoted elsewhere, plain word', '增添“新活力”，新活力涌流。', ['新活力']],
    ['inside a title', '印发《2+N产业规划》。', []],
    ['sum in a sentence', '完成投资3.5亿元、增长5%。', []],
  ])('%s: %s', (_what, body, found) => {
    expect(words(body)).toEqual(found);
  });

  it.each([
    [
      'formulation',
      '以中国式现代化为引领，坚持稳中求进、以进促稳、先立后破。',
      ['中国式现代化', '稳中求进', '以进促稳', '先立后破'],
    ],
    ['abbreviation', '新增专精特新企业5家，培育战新产业。', ['专精特新', '战新产业']],
    ['longer way to say it', '坚持稳中求进工作总基调。', ['稳中求进']],
    ['half of a pair', '推进碳达峰行动。', ['碳达峰']],
    ['metaphor that is a term of its own', '引育独角兽、瞪羚企业3家。', ['独角兽', '瞪羚企业']],
    ['everyday words', '推动高质量发展，壮大数字经济，办好民生实事，增添新动能，支持国企。', []],
    ['everyday words in quotes', '增添“新动能”。', ['新动能']],
    ['part of other words', '优化供应链主体布局，正规上市企业增加，第十三保税区开工。', []],
    ['short ones need quotes', '兜牢“三保”底线，全市三保工作有序。', ['三保']],
  ])('widely known, %s: %s', (_what, body, found) => {
    expect(words(body)).toEqual(found);
  });

  it('prefers the term as the glossary has it', () => {
    expect(words('开展GEP核算试点。', '1.GEP核算：指生态产品总值核算。\n2.双减：指减轻两项负担。')).toEqual([
      'GEP核算',
    ]);
  });

  it('knows what the glossary explains', () => {
    const found = words(
      '综合保税区封关，能耗双控达标。',
      '1.综合保税区：指海关特殊监管的区域。\n2.能耗“双控”：指控制能源消费强度和总量。',
    );
    expect(found).toEqual(['综合保税区', '能耗双控']);
  });

  it('finds nothing in the glossary itself', () => {
    expect(words('工作扎实。', '1.“三提三降”：指“提质量”等。')).toEqual([]);
  });
});

describe('classifyQuoted', () => {
  it('needs no neighbours', () => {
    expect(classifyQuoted('三提三降', { before: '', after: '' })).toBe('numeric');
    expect(classifyQuoted('', { before: '', after: '' })).toBeNull();
  });
});

describe('any text', () => {
  it('gives terms in order, apart from one another and inside the text', () => {
    const word = fc.constantFrom(
      '“',
      '”',
      '‘',
      '’',
      '"',
      '《',
      '》',
      '+',
      '一',
      '三提三降',
      '2',
      'N',
      '、',
      '，',
      '。',
      '\n',
      '十五五',
      '[1]',
      '双',
      '：',
      '1.',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (parts) => {
        const text = `${TITLE}\n一、2023年工作回顾\n${parts.join('')}\n名词解释\n1.“三提三降”：指提质降本。\n2.${parts.slice(0, 3).join('')}：指办法。\n`;
        const { terms, uses } = createAnalyser().analyse(text, { force: true });
        let last = 0;
        for (const { start, end } of terms) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
        for (const use of uses.flat()) expect(text.slice(use.start, use.end)).toBe(use.text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('speed of typing', () => {
  it('computes the facts of one paragraph when one paragraph changes', () => {
    const body = Array.from({ length: 40 }, (_, i) => `第${String(i)}项：开展“三提三降”行动，建设“四大支点”。`).join(
      '\n',
    );
    const text = `${TITLE}\n一、2023年工作回顾\n${body}\n`;
    const analyser = createAnalyser();
    expect(analyser.analyse(text, { force: true }).terms).toHaveLength(80);
    const before = analyser.misses.facts;
    expect(analyser.analyse(text.replace('第7项：', '第7项：继续'), { force: true }).terms).toHaveLength(80);
    expect(analyser.misses.facts - before).toBeLessThanOrEqual(2);
  });
});
