import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import type { Analysis, CorpusView } from '../model';
import { findDefinition } from './definition';

function report(place: string, year: number, body: string, glossary: string): Analysis {
  const text = `政府工作报告
——${String(year)}年1月18日在云川市${place}第十八届人民代表大会第三次会议上
${place}人民政府区长 林知远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。

一、${String(year - 1)}年工作回顾
${body}

名词解释
${glossary}
`;
  return createAnalyser().analyse(text, { force: true });
}

const GLOSSARY = '1.“三提三降”攻坚行动：指提质降本等工作。\n2.“2+N”产业体系：“2”指两大产业，“N”指新兴产业。';
const DRAFT = report('青禾区', 2025, '开展“三提三降”［1］行动。构建2+N体系②。推行“五色工单”。', GLOSSARY);
const NONE: CorpusView = { precedents: [], versions: [], peers: [] };

/** What the words at the nth place of `words` lead to: path and selected words. */
function lead(analysis: Analysis, words: string, corpus = NONE, nth = 0, add = 0): [string, string][] | null {
  const { text } = analysis.report;
  let place = text.indexOf(words);
  for (let i = 0; i < nth; i++) place = text.indexOf(words, place + 1);
  const found = findDefinition(analysis, corpus, place + add);
  if (found === null) return null;
  return found.targets.map(({ path, selection }) => {
    const all = [...corpus.precedents, ...corpus.peers];
    const target = path === null ? analysis : all.find((one) => one.path === path)?.analysis;
    return [path ?? 'draft', target?.report.text.slice(selection.start, selection.end) ?? ''];
  });
}

describe('findDefinition', () => {
  it('leads from a term to the own entry', () => {
    expect(lead(DRAFT, '三提三降')).toEqual([['draft', '“三提三降”攻坚行动']]);
    expect(lead(DRAFT, '+N体系')).toEqual([['draft', '“2+N”产业体系']]);
  });

  it('takes a caret right behind the term', () => {
    expect(lead(DRAFT, '2+N体系', NONE, 0, 3)).toEqual([['draft', '“2+N”产业体系']]);
  });

  it('leads from a note mark to its entry', () => {
    expect(lead(DRAFT, '［1］')).toEqual([['draft', '“三提三降”攻坚行动']]);
    expect(lead(DRAFT, '［1］', NONE, 0, 1)).toEqual([['draft', '“三提三降”攻坚行动']]);
    expect(lead(DRAFT, '②')).toEqual([['draft', '“2+N”产业体系']]);
  });

  it('leads from a headword to its first use, else to itself', () => {
    expect(lead(DRAFT, '三提三降', NONE, 1)?.[0]?.[1]).toContain('三提三降');
    const target = findDefinition(DRAFT, NONE, DRAFT.report.glossary[0]?.termStart ?? 0)?.targets[0];
    expect(target?.span.start).toBe(DRAFT.uses[0]?.[0]?.start);
    const unused = report('青禾区', 2025, '工作扎实。', GLOSSARY);
    const self = findDefinition(unused, NONE, unused.report.glossary[0]?.termStart ?? 0)?.targets[0];
    expect(self?.selection.start).toBe(unused.report.glossary[0]?.termStart);
  });

  it('asks the newest precedent that knows it, else the peers', () => {
    const entry = '1.“五色工单”：指分类办理。\n2.“双增”：指两增。';
    const corpus: CorpusView = {
      precedents: [
        { path: 'b', analysis: report('青禾区', 2024, '无。', GLOSSARY) },
        { path: 'a', analysis: report('青禾区', 2023, '无。', entry) },
      ],
      versions: [],
      peers: [{ path: 'p', analysis: report('临溪区', 2024, '无。', entry) }],
    };
    expect(lead(DRAFT, '五色工单', corpus)).toEqual([['a', '“五色工单”']]);
    expect(lead(DRAFT, '五色工单', { ...corpus, precedents: [] })).toEqual([['p', '“五色工单”']]);
    expect(lead(DRAFT, '五色工单')).toBeNull();
  });

  it('knows nothing elsewhere', () => {
    expect(lead(DRAFT, '推行')).toBeNull();
    expect(findDefinition(DRAFT, NONE, -1)).toBeNull();
    expect(findDefinition(DRAFT, NONE, 10 ** 6)).toBeNull();
    expect(findDefinition(createAnalyser().analyse(''), NONE, 0)).toBeNull();
  });
});
