import type { Analysis, Statement } from '../../model';
import type { DocumentRule, Finding } from '../rule';
import { baseUnit, indicatorOf, isWhole, placeOf, printed, settledStatements, valueWords } from '../values';

/** One indicator of one year with two values in one draft. */
export const numberConflict: DocumentRule = {
  id: 'number-conflict',
  category: 'numbers',
  severity: 'warning',
  fix: 'none',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '同一指标、同一年份，前后数值不一致',
    en: 'One indicator of one year with two values in one draft',
  },
  rationale: {
    zh: '回顾部分的数据常在几处出现，改了一处漏了一处，或者录入时数字颠倒，前后就对不上。只比较同一指标、同一年份、同一口径的数值；分园区、分乡镇、分时段的，“其中”之后的，预计的和保留位数不同而四舍五入相等的，不作比较。',
    en: 'Figures of the review stand in several places and stop agreeing when one of them is updated or mistyped. Only values of one indicator, year and scope are compared: parts of the place or the year, estimates, and roundings of one number are left alone.',
  },
  sources: ['编校通例：同一数据前后一致', 'GB/T 8170—2008'],
  options: {},
  examples: [
    {
      part: 'review',
      bad: '全年固定资产投资完成188.4亿元、增长8.1%。\n实施重点项目88个，带动全年⟦固定资产投资完成184.8亿元⟧。',
    },
    {
      part: 'review',
      bad: '地区生产总值增长5.7%，社会消费品零售总额增长5.8%。\n消费持续回暖，⟦社会消费品零售总额增长8.5%⟧。',
    },
    {
      bad: '今年主要预期目标是：地区生产总值增长6%左右，一般公共预算收入增长5%左右。\n坚持稳中求进，确保⟦地区生产总值增长6.5%左右⟧。',
    },
    {
      part: 'review',
      bad: '一般公共预算收入完成15.17亿元。\n财政实力增强，⟦一般公共预算收入突破16亿元⟧。',
    },
    {
      part: 'review',
      good: '固定资产投资完成188.4亿元。\n带动全年固定资产投资完成188亿元，开发区固定资产投资完成62亿元。',
    },
    { part: 'review', good: '地区生产总值突破300亿元、达到338.9亿元，增长5.7%。' },
    { part: 'review', good: '地区生产总值跨越百亿元台阶。\n经济总量扩大，地区生产总值突破300亿元。' },
    {
      part: 'review',
      good: '地区生产总值增长5.7%，其中一季度地区生产总值增长5.1%，上半年地区生产总值增长5.4%。',
    },
    {
      part: 'review',
      good: '一般公共预算收入由2020年的12.1亿元增加到2024年的15.17亿元，五年来一般公共预算收入年均增长5.8%。',
    },
    {
      part: 'review',
      bad: '全年接待游客326万人次，文旅市场持续回暖。\n精品线路广受欢迎，全年⟦接待游客362万人次⟧。',
    },
    { good: '地区生产总值增长6%左右，力争地区生产总值增长6.5%。' },
    {
      part: 'review',
      bad: '全年新建农村公路42公里，新增设施农业5.2万亩。\n出行条件明显改善，⟦新建农村公路24公里⟧、桥梁13座，⟦新增设施农业2.5万亩⟧。',
    },
    {
      part: 'review',
      good: '全年新建农村公路42公里、累计达到860公里，改造老旧小区36个，惠及居民4200户。\n五年来，新建农村公路245公里。东城街道新建农村公路12公里，惠及居民1600户。',
    },
    { part: 'review', good: '新建社区食堂3个，培育骨干企业12家。\n城南片区建成投用，新建社区食堂2个。' },
    { part: 'review', good: '全省粮食产量515.6亿斤，全市粮食产量25.6亿斤。' },
  ],
  *check({ analysis }) {
    const groups = new Map<string, Statement[]>();
    for (const statement of settledStatements(analysis)) {
      for (const subject of subjectsOf(analysis, statement)) {
        const key = [
          subject,
          statement.role === 'result' ? 'result' : 'target',
          statement.year,
          statement.measure,
          statement.direction,
          baseUnit(statement),
        ].join(' ');
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [statement]);
        else group.push(statement);
      }
    }
    const told = new Set<number>();
    for (const group of groups.values()) {
      // Most things are said once: only of the others it is asked whether they speak of the whole place and year.
      if (group.length < 2) continue;
      const wholes = group.filter((one) => isWhole(analysis, one) && !namesOther(analysis, one));
      for (const finding of compare(analysis, wholes)) {
        if (told.has(finding.start)) continue;
        told.add(finding.start);
        yield finding;
      }
    }
  },
};

/** What a statement may be compared under: its indicator, its words, or both; nothing where it is compared with none. */
function subjectsOf(analysis: Analysis, statement: Statement): readonly string[] {
  if (statement.estimated || statement.measure === 'qualitative' || statement.stretch !== null) return [];
  if (statement.bound === 'range' || (statement.min ?? statement.max) === null) return [];
  const indicator = indicatorOf(statement);
  // Counts of what was built or trained are often parts of one another; amounts, rates and growth are not.
  const isCount =
    indicator !== null &&
    statement.measure === 'level' &&
    indicator.basis === null &&
    statement.unit !== '%' &&
    indicator.kind !== 'level' &&
    !/产量|用电量|人口/.test(indicator.name);
  const subjects: string[] = [];
  if (indicator !== null && (!isCount || ofTheYear(analysis, statement))) subjects.push(indicator.name);
  if ((indicator === null || isCount) && isThing(analysis, statement)) subjects.push(`= ${thingOf(statement)}`);
  return subjects;
}

/** The words for what was built, treated or held, without those for the year: 新建农村公路, 改造老旧小区. */
function thingOf(statement: Statement): string {
  return statement.name.replace(/^(?:全年|共|先后|已|实现|完成){1,3}/, '');
}

// 惠及居民, 带动就业, 总投资: said of many things in one report; 区财政计划安排: what for stands elsewhere.
const OF_ANYTHING =
  /^(?:惠及|受益|服务|带动|拉动|覆盖|总投资|完成投资|协议|计划|其中|解决|涉及)|(?:安排|投入|资金|投资|支出|任务)$/;

/**
 * Whether the words of a statement tell one thing of a report from all others, and its number is more than a handful: of
 * three or four things of a name there are often more.
 */
function isThing(analysis: Analysis, statement: Statement): boolean {
  if (statement.bound !== 'exact' || statement.period !== 'annual') return false;
  const name = thingOf(statement);
  if (name.length < SHORTEST_THING || OF_ANYTHING.test(name)) return false;
  return Math.abs(printed(analysis, statement, statement.min ?? 0).value) >= 10;
}

/** 引进项目 and 新建学校 may be said of several parks or towns. */
const SHORTEST_THING = 5;

/** 全年接待游客326万人次: a count that says itself that it is the year's. */
function ofTheYear({ report }: Analysis, statement: Statement): boolean {
  return /(?:全年|\d{4}年)(?:共|累计|实现|完成)?(?:新建|新增|建成|建设|改造)?$/.test(
    report.text.slice(Math.max(0, statement.nameStart - 8), statement.nameStart),
  );
}

/** 全省 in the report of a district, 力争: another place, or more than the target. */
function namesOther(analysis: Analysis, statement: Statement): boolean {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return true;
  const from = block.readingOffset(statement.nameStart);
  const before =
    block.text
      .slice(Math.max(0, from - 12), from)
      .split(/[，。；：、]/)
      .at(-1) ?? '';
  if (/力争|奋斗/.test(before)) return true;
  const scope = /[全我]([国省市区县旗州])$/.exec(before)?.[1];
  const issuer = analysis.report.info?.issuer ?? '';
  if (scope === undefined || issuer === '') return false;
  return scope === '国' ? issuer !== '国务院' : !issuer.endsWith(scope);
}

function* compare(analysis: Analysis, group: readonly Statement[]): Generator<Finding> {
  const [first, ...others] = group;
  if (first === undefined || others.length === 0) return;
  // What most places say is taken for right, else what stands first.
  const votes = (one: Statement): number => group.filter((other) => agree(analysis, one, other)).length;
  const model = group.reduce((best, one) => (votes(one) > votes(best) ? one : best), first);
  const said = new Set<number>();
  for (const one of group) {
    if (agree(analysis, model, one) || isSameSentence(analysis, model, one)) continue;
    const value = one.min ?? one.max ?? 0;
    if (said.has(value)) continue;
    said.add(value);
    const year = one.year === null ? '' : `${one.year}年`;
    yield {
      ...placeOf(one),
      message: {
        zh: `${year}“${one.name}”此处为“${valueWords(analysis, one)}”，别处为“${valueWords(analysis, model)}”，请核。`,
        en: `“${one.name}” of ${one.year ?? 'one year'} is “${valueWords(analysis, one)}” here and “${valueWords(analysis, model)}” elsewhere.`,
      },
      related: [
        {
          ...placeOf(model),
          message: { zh: `此处为“${valueWords(analysis, model)}”`, en: `“${valueWords(analysis, model)}” here` },
        },
      ],
    };
  }
}

/** Whether two statements can both be true: equal when rounded alike, or within the bound of one of them. */
function agree(analysis: Analysis, a: Statement, b: Statement): boolean {
  const x = printed(analysis, a, a.min ?? a.max ?? 0);
  const y = printed(analysis, b, b.min ?? b.max ?? 0);
  const apart = Math.abs(x.value - y.value);
  // A result may be printed with fewer digits; a target of 6% is not one of 6.5%.
  const room = a.role === 'result' ? Math.max(x.half, y.half) * 1.0001 : 0;
  // 突破5000亿元 and 迈上千亿台阶: a step in words was left behind on the way.
  if (a.bound === 'at-least' && b.bound === 'at-least' && !(isCounted(analysis, a) && isCounted(analysis, b)))
    return true;
  if (a.bound === b.bound) return apart <= room;
  if (a.role !== 'result') return true;
  if (a.bound === 'about' || b.bound === 'about') return apart <= Math.max(room, 0.05 * Math.abs(x.value));
  const exact = a.bound === 'exact' ? x : b.bound === 'exact' ? y : null;
  const open = a.bound === 'exact' ? b : a;
  if (exact === null) return true;
  const limit = printed(analysis, open, open.min ?? open.max ?? 0).value;
  return open.bound === 'at-least' ? exact.value >= limit - exact.half : exact.value <= limit + exact.half;
}

function isCounted(analysis: Analysis, statement: Statement): boolean {
  return /\d/.test(valueWords(analysis, statement));
}

/** 突破4000亿元、达到4211亿元: one sentence that says more and more exactly. */
function isSameSentence(analysis: Analysis, a: Statement, b: Statement): boolean {
  if (a.block !== b.block) return false;
  const block = analysis.report.blocks[a.block];
  if (block === undefined) return false;
  const [from, until] = [Math.min(a.nameStart, b.nameStart), Math.max(a.valueEnd, b.valueEnd)];
  return a.nameStart === b.nameStart || until - from < 30;
}
