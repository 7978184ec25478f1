import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';

function usesOf(body: string, glossary: string): string[][] {
  const text = `政府工作报告
——2024年1月18日在云川市青禾区第十八届人民代表大会第三次会议上
青禾区人民政府区长 林知远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。

一、2023年工作回顾
${body}

名词解释
${glossary}
`;
  const { uses } = createAnalyser().analyse(text, { force: true });
  for (const use of uses.flat()) expect(text.slice(use.start, use.end)).toBe(use.text);
  return uses.map((found) => found.map((use) => use.text));
}

describe('uses of glossary entries', () => {
  it('lists every occurrence in body and headings in order', () => {
    const uses = usesOf(
      '（一）推进“三提三降”\n开展“三提三降”攻坚行动，三提三降见效。\n建设“2+N”的产业体系。',
      '1.“三提三降”攻坚行动：指提质降本等工作。\n2.“2+N”产业体系：“2”指两大产业，“N”指新兴产业。\n3.“五色工单”：指分类办理。',
    );
    expect(uses).toEqual([['“三提三降”', '“三提三降”攻坚行动', '三提三降'], ['“2+N”的产业体系'], []]);
  });

  it('does not count the glossary itself', () => {
    expect(usesOf('工作扎实。', '1.“三提三降”：指提质降本。\n2.“双增”：指在“三提三降”基础上增产增收。')).toEqual([
      [],
      [],
    ]);
  });

  it('leaves the namesake to itself', () => {
    const uses = usesOf(
      '完成军地共建“四个一”工程，开展“四个一”专项行动。',
      '1.军地共建“四个一”工程：指四项拥军举措。\n2.双减：指减轻两项负担。',
    );
    expect(uses[0]).toEqual(['军地共建“四个一”工程']);
  });

  it('keeps a namesake when there is nothing else', () => {
    expect(usesOf('开展“四个一”专项行动。', '1.军地共建“四个一”工程：指四项举措。\n2.双减：指减轻负担。')[0]).toEqual([
      '“四个一”',
    ]);
  });

  it('gives a place to the longer of two terms', () => {
    const uses = usesOf(
      '落实“三区三线”。“三区”各有侧重。',
      '1.三区三线：指三类空间和三条控制线。\n2.三区：指三个片区。',
    );
    expect(uses).toEqual([['“三区三线”'], ['“三区”']]);
  });

  it('finds both of two terms with one entry', () => {
    const uses = usesOf(
      '围绕“三大支点”，实施“五大行动”。',
      '1.“三大支点”“五大行动”：三大支点指港口等，五大行动指招商等。\n2.“双增”：指两增。',
    );
    expect(uses.flat()).toEqual(['“三大支点”', '“五大行动”']);
  });

  it('finds the quoted count that a bare headword begins with', () => {
    const uses = usesOf('推广“五个一”机制，建成五个一流园区。', '1.五个一包联机制：指五项办法。\n2.双增：指两增。');
    expect(uses[0]).toEqual(['“五个一”机制']);
  });

  it('sees through traditional characters', () => {
    const text = `政府工作報告
——2024年1月18日在雲川市青禾區第十八屆人民代表大會第三次會議上
青禾區人民政府區長 林知遠

各位代表：
現在，我代表區人民政府向大會報告工作，請予審議。

一、2023年工作回顧
經濟穩步發展，開展「三提三降」攻堅行動，構建「２＋Ｎ」的產業體系，發展質量進一步提升。

名詞解釋
1.「三提三降」攻堅行動：指提質降本等工作。
2.「2+N」產業體系：指兩大主導產業和新興產業。
`;
    const { uses, report } = createAnalyser().analyse(text, { force: true });
    expect(report.info?.script).toBe('traditional');
    expect(uses.map((found) => found.map((use) => use.text))).toEqual([
      ['「三提三降」攻堅行動'],
      ['「２＋Ｎ」的產業體系'],
    ]);
  });

  it('has nothing to say of a text without a glossary', () => {
    expect(createAnalyser().analyse('一、2023年工作回顾\n开展“三提三降”。', { force: true }).uses).toEqual([]);
  });
});
