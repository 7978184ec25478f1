import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../analysis';
import { createLedger } from '../ledger/ledger';
import type { Analysis, CorpusView, Span } from '../model';
import { codeLenses } from './code-lens';
import { inlayHints } from './inlay-hints';
import { noteLinks } from './links';
import type { RenameResult } from './occurrences';
import { highlights, prepareRename, references, rename } from './occurrences';
import { semanticTokens } from './semantic-tokens';
import { workspaceSymbols } from './workspace-symbols';

interface Parts {
  readonly place?: string;
  readonly review?: string;
  readonly plan?: string;
  readonly glossary?: string;
}

function report(year: number, { place = '青禾区', review = '', plan = '', glossary = '' }: Parts): Analysis {
  const text = `政府工作报告
——${String(year)}年1月18日在云川市${place}第十八届人民代表大会第三次会议上
${place}人民政府区长 林知远

各位代表：
现在，我代表区人民政府向大会报告工作，请予审议。

一、${String(year - 1)}年工作回顾
过去一年，经济平稳运行。${review}

二、${String(year)}年工作安排
今年经济社会发展的主要预期目标是：${plan}
抓好落实。

各位代表，让我们同心协力，把家乡建设得更加美好！

名词解释
${glossary}
`;
  return createAnalyser().analyse(text, { force: true });
}

const draft = report(2025, {
  review: '地区生产总值增长6.1%，失业率平稳。开展“三提三降”［1］行动，“三提三降”见效。',
  plan: '地区生产总值增长6%左右，城镇、农村居民人均可支配收入分别增长5%、6%左右，城镇新增就业5000人以上。构建2+N体系，推行“四进四送”。',
  glossary: '1.“三提三降”攻坚行动：指提质降本等工作。\n2.“2+N”产业体系：指“三提三降”之外的两大产业和新兴产业。',
});
const past = report(2024, {
  plan: '地区生产总值增长7%左右，城镇居民人均可支配收入增长6%，城镇新增就业4800人以上。“三提三降”行动推开。',
  glossary: '1.“三提三降”攻坚行动：指提质降本等工作。',
});
const corpus: CorpusView = {
  precedents: [{ path: 'past', analysis: past }],
  versions: [],
  peers: [{ path: 'peer', analysis: report(2024, { place: '临溪区', plan: '推进“三提三降”。' }) }],
};
const NOTHING = { known: [], ignored: [] };
const { text } = draft.report;
const at = (words: string): number => text.indexOf(words) + 1;
const slice = ({ start, end }: Span): string => text.slice(start, end);

function run<T>(steps: Generator<undefined, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

describe('references', () => {
  it('finds a term in all reports, entries marked', () => {
    const found = run(references(draft, corpus, at('三提三降')));
    expect(found.map(({ path, kind }) => `${path ?? 'draft'} ${kind}`)).toEqual([
      'draft use',
      'draft use',
      'draft entry',
      'draft use',
      'past use',
      'past entry',
      'peer use',
    ]);
    expect(found[0] && slice(found[0])).toContain('三提三降');
  });

  it('finds an indicator in all reports', () => {
    const found = run(references(draft, corpus, at('地区生产总值增长6%')));
    expect(found.map(({ path }) => path ?? 'draft')).toEqual(['draft', 'draft', 'past']);
  });

  it('finds a term without an entry, and nothing elsewhere', () => {
    expect(run(references(draft, corpus, at('四进四送')))).toHaveLength(1);
    expect(run(references(draft, corpus, at('抓好落实')))).toEqual([]);
    expect(run(references(draft, corpus, -5))).toEqual([]);
    expect(run(references(draft, corpus, 10 ** 7))).toEqual([]);
  });
});

describe('highlights', () => {
  it('marks the core of a term, and the name of an indicator', () => {
    const found = highlights(draft, corpus, at('三提三降'));
    expect(found.map(slice)).toEqual(['三提三降', '三提三降', '三提三降', '三提三降']);
    expect(found.map(({ kind }) => kind)).toEqual(['use', 'use', 'entry', 'use']);
    expect(highlights(draft, corpus, at('地区生产总值')).map(slice)).toEqual(['地区生产总值', '地区生产总值']);
  });
});

describe('rename', () => {
  const apply = (renamed: RenameResult | null): string =>
    [...(renamed?.kind === 'edits' ? renamed.edits : [])]
      .sort((a, b) => b.start - a.start)
      .reduce((out, { start, end, text: words }) => out.slice(0, start) + words + out.slice(end), text);

  it('takes hold of the core', () => {
    const found = prepareRename(draft, corpus, at('三提三降'));
    expect(found?.name).toBe('三提三降');
    expect(found && slice(found.span)).toBe('三提三降');
    expect(prepareRename(draft, corpus, at('抓好落实'))).toBeNull();
  });

  it('changes body, entry and other definitions', () => {
    const after = apply(rename(draft, corpus, at('三提三降'), '“四提四降”'));
    expect(after).not.toContain('三提三降');
    expect(after).toContain('“四提四降”［1］行动');
    expect(after).toContain('1.“四提四降”攻坚行动：');
    expect(after).toContain('指“四提四降”之外');
  });

  it('works from the headword, for formulas and for terms without an entry', () => {
    expect(apply(rename(draft, corpus, text.lastIndexOf('“2+N”') + 2, '3+N'))).toContain('构建3+N体系');
    expect(apply(rename(draft, corpus, at('四进四送'), '五进五送'))).toContain('推行“五进五送”');
  });

  it('refuses what is no name', () => {
    for (const name of ['', '  ', 'a\nb', '“”', '甲“乙”丙'])
      expect(rename(draft, corpus, at('三提三降'), name)).toEqual({ kind: 'no-name' });
    expect(rename(draft, corpus, at('抓好落实'), '五进五送')).toBeNull();
  });

  it('refuses the name of another entry, but takes another printing of its own', () => {
    const taken = rename(draft, corpus, at('三提三降'), '2+N');
    expect(taken?.kind === 'taken' && taken.by.term).toContain('2+N');
    expect(rename(draft, corpus, at('三提三降'), '三提三降')?.kind).toBe('edits');
  });

  it('takes the whole name for a term of which only the core changes', () => {
    const own = report(2025, {
      plan: '地区生产总值增长6%左右。实施“双百工程”，“双百工程”见效。',
      glossary: '1.“双百工程”：指培育百家企业、百个品牌。',
    });
    const place = own.report.text.indexOf('双百');
    expect(prepareRename(own, corpus, place)?.name).toBe('双百');
    for (const name of ['百企', '百企工程']) {
      const renamed = rename(own, corpus, place, name);
      expect(renamed?.kind === 'edits' && renamed.edits.map(({ text: words }) => words)).toEqual([
        '百企',
        '百企',
        '百企',
      ]);
    }
  });
});

describe('workspaceSymbols', () => {
  const reports = [{ path: 'draft', analysis: draft }, ...corpus.precedents, ...corpus.peers];
  const names = (query: string): string[] =>
    run(workspaceSymbols(reports, query)).map((one) => `${one.name} ${one.path}`);

  it('finds entries, headings and targets', () => {
    expect(names('三降')).toEqual(['“三提三降”攻坚行动 draft', '“三提三降”攻坚行动 past']);
    expect(names('工作安排')).toEqual(['二 2025年工作安排 draft', '二 2024年工作安排 past', '二 2024年工作安排 peer']);
    expect(names('城镇新增就业')).toEqual(['城镇新增就业 5000人以上 draft', '城镇新增就业 4800人以上 past']);
    expect(run(workspaceSymbols(reports, '三降'))[0]?.container).toBe('青禾区 2025');
  });

  it('leaves targets out of the whole list', () => {
    expect(run(workspaceSymbols(reports, '')).some(({ kind }) => kind === 'indicator')).toBe(false);
  });
});

it('noteLinks lead to the entry of the number', () => {
  const links = noteLinks(draft.report);
  expect(links.map((link) => [slice(link), link.entry.term])).toEqual([['［1］', '“三提三降”攻坚行动']]);
});

it('semanticTokens tell terms with and without an entry, and values', () => {
  const tokens = semanticTokens(draft, NOTHING);
  const of = (kind: string): string[] => tokens.filter((token) => token.kind === kind).map(slice);
  expect(of('definedTerm').join(' ')).toMatch(/三提三降.*2\+N/);
  expect(of('undefinedTerm')).toEqual(['四进四送']);
  expect(of('targetValue')).toContain('5000人以上');
  expect(of('resultValue')).toContain('6.1%');
  expect(semanticTokens(draft, { known: ['四进四送'], ignored: [] }).some(({ kind }) => kind === 'undefinedTerm')).toBe(
    false,
  );
  for (const [i, token] of tokens.entries()) expect(token.start).toBeGreaterThanOrEqual(tokens[i - 1]?.end ?? 0);
});

describe('inlayHints', () => {
  const ask = (range = { start: 0, end: text.length }, lang: 'zh' | 'en' = 'zh'): string[] =>
    inlayHints(draft, corpus, range, lang).map(
      ({ at: place, parts }) =>
        `${text.slice(Math.max(0, place - 6), place)}|${parts.map((part) => part.text).join('')}`,
    );

  it('tell last year’s target and result', () => {
    expect(ask()).toEqual([
      '增长6%左右|2024：目标 7%左右，完成 6.1%',
      '分别增长5%|2024：目标 6%',
      '000人以上|2024：目标 4800人以上',
    ]);
    expect(ask(undefined, 'en')[0]).toBe('增长6%左右|2024: target 7%左右, result 6.1%');
  });

  it('set a result beside a target that is measured as it is', () => {
    const last = report(2024, { plan: '地区生产总值增长7%左右，一般公共预算收入达到11.5亿元，粮食产量与上年持平。' });
    const now = report(2025, {
      review:
        '地区生产总值完成194.1亿元、增长6.6%，一般公共预算收入增长7.5%、达到11.8亿元，粮食产量达到2.4亿斤、增长1%。',
      plan: '地区生产总值增长，一般公共预算收入增长5%，粮食产量保持稳定。',
    });
    const view: CorpusView = { precedents: [{ path: 'last', analysis: last }], versions: [], peers: [] };
    const hints = inlayHints(now, view, { start: 0, end: now.report.text.length }, 'zh');
    expect(hints.map(({ parts }) => parts.map((part) => part.text).join(''))).toEqual([
      '2024：目标 增长7%左右，完成 增长6.6%',
      '2024：目标 11.5亿元，完成 11.8亿元',
      '2024：目标 “与上年持平”，完成 增长1%',
    ]);
    const past = createLedger(now, view.precedents).history.map(({ past: [year] }) => year?.result?.min);
    expect(past).toEqual([6.6, 11.8, 1]);
  });

  it('stay within the range and point at their sources', () => {
    expect(ask({ start: 0, end: 10 })).toEqual([]);
    const [hint] = inlayHints(draft, corpus, { start: 0, end: text.length }, 'zh');
    expect(hint?.parts.map((part) => part.source?.path)).toEqual([undefined, 'past', undefined, null]);
  });
});

describe('codeLenses', () => {
  it('count on parts and lead from the targets to those of past years', () => {
    const lenses = codeLenses(draft, corpus, NOTHING, 'zh').map(
      (lens) => `${slice(lens.at).slice(0, 6)}|${lens.title}`,
    );
    expect(lenses[0]).toMatch(/^一、2024\|字数 \d+ · 数据 1$/);
    expect(lenses[1]).toMatch(/^二、2025\|字数 \d+ · 名词未释义 1 · 数据 4$/);
    expect(lenses.at(-2)).toMatch(/^名词解释\|字数 \d+ · 词条 2$/);
    expect(lenses.at(-1)).toBe('今年经济社会|与往年对照');
    expect(
      codeLenses(draft, corpus, NOTHING, 'zh')
        .at(-1)
        ?.shows.map(({ path }) => path),
    ).toEqual(['past']);
  });

  it('compare nothing without past reports', () => {
    const alone = { precedents: [], versions: [], peers: [] };
    expect(codeLenses(draft, alone, NOTHING, 'en').map(({ title }) => title)).not.toContain('Compare with past years');
    expect(codeLenses(createAnalyser().analyse(''), alone, NOTHING, 'en')).toEqual([]);
  });
});
