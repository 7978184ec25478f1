import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../server/src/core/analysis';
import type { LedgerItem } from '../../server/src/core/ledger/ledger';
import { createLedger } from '../../server/src/core/ledger/ledger';
import type { Analysis } from '../../server/src/core/model';
import type { ReportPair, Row } from './ledger-pairs';
import { PAIRS } from './ledger-pairs';

const HEADS = {
  markdown: ['## 一、2023年工作回顾', '## 二、2024年工作安排', '## 一、2024年工作回顾', '## 二、2025年工作安排'],
  plain: ['一、2023年工作回顾', '二、2024年工作安排', '一、2024年工作回顾', '二、2025年工作安排'],
  dashes: ['2023年工作回顾', '2024年工作安排', '2024年工作回顾', '2025年工作安排'],
} as const;

const ITEM = { markdown: ['### （一）', ''], plain: ['　　（一）', '。'], dashes: ['——', '。'] } as const;

function frame(place: string, year: number, review: readonly string[], plan: readonly string[]): string {
  return [
    '政府工作报告',
    `——${String(year)}年1月12日在${place}第五届人民代表大会第四次会议上`,
    `${place}人民政府　钱一鸣`,
    '各位代表：',
    `现在，我代表${place}人民政府，向大会报告工作，请予审议。`,
    ...review,
    ...plan,
    '各位代表，让我们齐心协力，把家乡的事情办好。',
  ].join('\n\n');
}

/** Sentences of a few clauses each, beneath a heading of a few words. */
function paragraphs(clauses: readonly string[], layout: ReportPair['layout'], size: number): string[] {
  const [mark, stop] = ITEM[layout];
  const titles = ['产业发展', '城乡建设', '民生保障', '改革开放', '生态环境', '社会治理', '基层基础', '综合工作'];
  const found: string[] = [];
  for (let i = 0; i < clauses.length; i += size) {
    const words = `${clauses.slice(i, i + size).join('，')}。`;
    const title = titles[i / size] ?? '综合工作';
    found.push(layout === 'markdown' ? `${mark}${title}${stop}\n\n${words}` : `${mark}${title}${stop}${words}`);
  }
  return found;
}

/** The report that promises and the one that answers, the answers in the order of the promises turned about. */
function reportsOf({ place, layout, rows, besides }: ReportPair): { made: Analysis; draft: Analysis } {
  const [looked, planned, told, ahead] = HEADS[layout];
  const targets = rows.filter(([kind]) => kind === 'target');
  const tasks = rows.filter(([kind]) => kind === 'task');
  const made = frame(
    place,
    2024,
    [looked, '各项工作扎实推进。'],
    [
      planned,
      `今年的主要预期目标是：${targets.map(([, words]) => words).join('，')}。`,
      ...paragraphs(
        tasks.map(([, words]) => words),
        layout,
        4,
      ),
    ],
  );
  const answers = [...tasks.map(([, , words]) => words), ...besides].filter((words) => words !== '').reverse();
  const main = targets.map(([, , words]) => words).filter((words) => words !== '');
  const draft = frame(
    place,
    2025,
    [told, `过去一年，${main.join('，')}。`, ...paragraphs(answers, layout, 3)],
    [ahead, '今年要把各项任务落到实处。'],
  );
  const read = (text: string, path: string): Analysis => createAnalyser().analyse(text, { path, force: true });
  return { made: read(made, '2024.md'), draft: read(draft, '2025.md') };
}

interface Judged {
  readonly row: Row;
  readonly item: LedgerItem | undefined;
  /** Whether the answer that was found is the one meant. */
  readonly right: boolean;
}

function judged(pair: ReportPair): Judged[] {
  const { made, draft } = reportsOf(pair);
  const { items } = createLedger(draft, [{ path: '2024.md', analysis: made }]);
  const within = ({ text }: { text: string }, words: string, at: number): boolean => {
    const start = text.indexOf(words);
    return words !== '' && start >= 0 && start <= at && at < start + words.length;
  };
  return pair.rows.map((row) => {
    const [, promise, answer] = row;
    const item = items.find((one) => within(made.report, promise, one.promise.valueStart));
    const result = item?.result ?? null;
    return { row, item, right: result !== null && within(draft.report, answer, result.valueStart) };
  });
}

describe('the ledger of made-up pairs of reports', () => {
  const all = PAIRS.flatMap(judged);

  it('has a row for every promise', () => {
    expect(all.filter(({ item }) => item === undefined).map(({ row }) => row[1])).toEqual([]);
    expect(all.length).toBeGreaterThanOrEqual(75);
  });

  it('is right in at least 95 of 100 matches that it shows as certain', () => {
    const certain = all.filter(({ item }) => item?.confidence === 'certain' && item.result !== null);
    const wrong = certain.filter(({ right }) => !right).map(({ row }) => row[1]);
    expect(certain.length).toBeGreaterThanOrEqual(40);
    expect(1 - wrong.length / certain.length, wrong.join('、')).toBeGreaterThanOrEqual(0.95);
  });

  it('gives at least 95 of 100 promises the verdict that was given by hand, and none a false met or missed', () => {
    const other = all.filter(({ row, item }) => item?.verdict !== row[3]);
    const words = other.map(({ row, item }) => `${row[1]}: ${String(item?.verdict)}, not ${row[3]}`);
    expect(1 - other.length / all.length, words.join('\n')).toBeGreaterThanOrEqual(0.95);
    expect(words.filter((one) => /: (?:met|missed),/.test(one))).toEqual([]);
  });

  it('shows the clause that answers a promise in words', () => {
    for (const { row, item } of all) {
      if (row[3] !== 'reported' || item?.result !== null) continue;
      expect(item.evidence?.text, row[1]).toBe(row[2]);
    }
  });
});

/**
 * What the samples answer for certain, by the year promised for: the promise and the value that answers it, each read by
 * hand in both reports.
 */
const SAMPLES: Readonly<Record<number, string>> = {
  2023: '地区生产总值 6.1；一般公共预算收入 7.2；固定资产投资 9.5；规模以上工业增加值 8.6；社会消费品零售总额 8；城镇居民人均可支配收入 5.2；农村居民人均可支配收入 7.3；城镇新增就业 5412；城镇调查失业率 5.2；空气质量优良天数比率 84.2；发放消费券 800；接待游客 274；签约项目 51；新增规模以上工业企业 12；新增冷库容积 6.5；新建高标准农田 2.6；粮食产量 2.41；产品销售额 3.4；新改建农村公路 48.5；建设和美乡村示范村 12；改造老旧小区 18；实施“五小”惠民工程 94；新增停车位 1260；雨污分流改造 14.6；营造林 0.52；新增学位 1800；新建社区养老服务站 12；办好民生实事 10',
  2024: '地区生产总值 5.6；一般公共预算收入 5.8；固定资产投资 7.1；规模以上工业增加值 7.4；社会消费品零售总额 5.8；城镇居民人均可支配收入 4.8；农村居民人均可支配收入 6.7；城镇新增就业 5108；城镇调查失业率 5.1；空气质量优良天数比率 85.9；新增规模以上工业企业 9；盘活闲置厂房 5.4；接待游客 301；实施重点项目 82；签约项目 48；新建高标准农田 2；粮食产量 2.44；农作物耕种收综合机械化率 92.3；产品销售额 4.1；新改建农村公路 41.2；创建“四好农村路”示范乡镇 2；建设和美乡村示范村 10；农村户厕改造 1530；改造老旧小区 16；新增停车位 1080；新建口袋公园 8；散煤替代 2730；营造林 0.53；单位地区生产总值能耗 2.7；新建社区养老服务站 10；新增学位 2160；办好民生实事 10',
  2025: '地区生产总值 5.7；一般公共预算收入 6；固定资产投资 8.1；规模以上工业增加值 8.2；社会消费品零售总额 5.8；城镇居民人均可支配收入 5；农村居民人均可支配收入 6.9；城镇新增就业 5326；空气质量优良天数比率 87.1；引进整机和关键零部件企业 23；新增规模以上工业企业 11；更新改造农贸市场 4；接待游客 328；实施重点项目 88；签约项目 53；新建高标准农田 1.8；粮食产量 2.47；新改建农村公路 36.4；建设和美乡村示范村 10；跨境电商交易额 12.6；改造老旧小区 14；新增停车位 920；更新改造燃气管道 18.6；整治内涝点 7；营造林 0.51；建设“小哥驿站” 22；新增学位 1540；开设老年课堂 32；办好民生实事 10',
};

describe('the ledger of the samples', () => {
  const folder = fileURLToPath(new URL('../../samples/', import.meta.url));
  const names = readdirSync(folder);
  const sample = (year: number): Analysis => {
    const name = names.find((one) => one.startsWith(`青禾区${String(year)}年`)) ?? '';
    return createAnalyser().analyse(readFileSync(folder + name, 'utf8'), { path: name });
  };

  it.each([2023, 2024, 2025])('answers for certain what was read by hand: %d', (year) => {
    const { items } = createLedger(sample(year + 1), [{ path: 'past.md', analysis: sample(year) }]);
    const certain = items.filter(({ confidence, result }) => confidence === 'certain' && result !== null);
    const found = certain.map(({ promise, result }) => `${promise.name} ${String(result?.min ?? result?.max)}`);
    expect(found).toEqual(SAMPLES[year]?.split('；'));
  });
});
