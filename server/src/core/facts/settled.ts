/**
 * Statements as those ask for them who compare their numbers: under the indicator that their words mean, with whether they
 * speak of the whole place and the whole year.
 */
import type { Indicator } from '../data';
import { findIndicator, indicatorIndex } from '../data';
import type { Analysis, Span, Statement } from '../model';
import type { CharacterSet } from '../text/characters';
import { characterSet } from '../text/characters';

/**
 * The statements of a report, those with words before an indicator's name included under that indicator: 带动全年固定资产投资.
 * Worked out once a version.
 */
export function settledStatements(analysis: Analysis): readonly Statement[] {
  let statements = settled.get(analysis);
  if (statements === undefined) {
    statements = analysis.statements.map((statement) => (statement.known ? statement : settle(statement)));
    settled.set(analysis, statements);
  }
  return statements;
}

const settled = new WeakMap<Analysis, readonly Statement[]>();

/** The settled statements of one indicator, in order of place. */
export function statementsOf(analysis: Analysis, indicator: string): readonly Statement[] {
  let index = byIndicator.get(analysis);
  if (index === undefined) {
    index = new Map<string, Statement[]>();
    for (const statement of settledStatements(analysis)) {
      const list = index.get(statement.indicator);
      if (list === undefined) index.set(statement.indicator, [statement]);
      else list.push(statement);
    }
    byIndicator.set(analysis, index);
  }
  return index.get(indicator) ?? [];
}

const byIndicator = new WeakMap<Analysis, Map<string, Statement[]>>();

function settle(statement: Statement): Statement {
  const { name } = statement;
  // Only where the words stand as they are, not put together from a list.
  if (statement.nameEnd - statement.nameStart !== name.length) return statement;
  const lead = /^(?:带动|拉动|推动|促进|力争|确保|实现|完成|预计|全年|今年|当年){1,3}/.exec(name)?.[0] ?? '';
  const match = lead === '' ? null : indicatorIndex().get(name.slice(lead.length));
  if (match === null || match.via === 'weak') return statement;
  return {
    ...statement,
    indicator: match.indicator.name,
    name: name.slice(lead.length),
    nameStart: statement.nameStart + lead.length,
    known: true,
  };
}

/** The catalogue row of a statement, by the words of the issuer: the State Council has rows of its own. */
export function indicatorOf(statement: Statement): Indicator | null {
  return statement.known ? findIndicator(statement.indicator) : null;
}

/**
 * Whether a statement is about the whole place and the whole year: nothing before the name narrows it to a part, a park,
 * a sector or some months. In doubt it is not.
 */
export function isWhole(analysis: Analysis, statement: Statement): boolean {
  if (statement.period !== 'annual' || statement.year === null) return false;
  let known = wholes.get(analysis);
  if (known === undefined) wholes.set(analysis, (known = new Map<Statement, boolean>()));
  let whole = known.get(statement);
  if (whole === undefined) known.set(statement, (whole = readsWhole(analysis, statement)));
  return whole;
}

/** Several rules ask it of the same statements. */
const wholes = new WeakMap<Analysis, Map<Statement, boolean>>();

function readsWhole(analysis: Analysis, statement: Statement): boolean {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return false;
  const { text } = block;
  const from = block.readingOffset(statement.nameStart);
  const until = block.readingOffset(statement.valueEnd);
  const sentence = text.slice(lastOf(text, from, SENTENCE_ENDS), from);
  const issuer = analysis.report.info?.issuer ?? '';
  const before = issuer === '' ? sentence : sentence.replaceAll(issuer, '');
  const clause = before.slice(lastOf(before, before.length, CLAUSE_ENDS));
  if (!WHOLE.test(clause) || PART.test(before)) return false;
  // 其中新建50个、续建38个，带动全年…: the year as a whole comes back into view.
  const isReset = /全年|带动|拉动|全[国省市区县旗州盟]/.test(clause);
  if (!isReset && SINGLE.test(before.slice(before.lastIndexOf('；') + 1))) return false;
  // 固定资产投资中的工业部分完成…
  return !/其中|累计|分别较|月均|日均|人均(?!可支配|纯|地区|国内|消费)|同口径|增量/.test(text.slice(from, until));
}

// 开发区、高新区、各镇、市本级、前三季度、1-11月、每月
const PART =
  /园区|开发区|高新区|经开区|示范区|合作区|保税区|自贸|片区|新区|经济圈|都市圈|城市群|经济带|乡镇|街道|[县市区]域|本级|各[县市区旗镇]|[县市区旗镇]级|前[一二三四]?季度|上半年|下半年|[一二三四]季度|\d月|月份|每[月日年]|平均|以来|期间|累计|[五三四]年|比重|占/;

// 其中 and other words that narrow what follows until the next semicolon.
const SINGLE = /其中|包括|主要是|来自|中央|境外|境内/;

// 全年实现, 今年力争, 全市, 2025年完成; nothing else may stand between the last mark and the name.
const WHOLE =
  /^(?:[为要其是]|围绕|聚焦|全年|[今去当本]年|20\d\d年|年内|年底|预计|初步核算|实现|完成|带动|推动|拉动|确保|力争|预期|全[国省市区县旗州盟]|全自治区|我[国省市区县]|达到|经济社会发展|主要(?:预期)?目标){0,4}$/;

const SENTENCE_ENDS = characterSet('。！？');
const CLAUSE_ENDS = characterSet('，；：、）');

/** The offset behind the last of some marks before a place; 0 where there is none. */
function lastOf(text: string, before: number, marks: CharacterSet): number {
  for (let i = before - 1; i >= 0; i--) if (marks.has(text.charCodeAt(i))) return i + 1;
  return 0;
}

/** Whether words near the value say that it is at constant prices or on another basis than levels. */
export function isAdjusted(analysis: Analysis, statement: Statement): boolean {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return true;
  const from = block.readingOffset(statement.nameStart);
  const until = block.readingOffset(statement.valueEnd);
  return /实际|扣除|剔除|可比|同口径|不变价|两年/.test(block.text.slice(Math.max(0, from - 12), until + 12));
}

/** The value of a statement as printed, on one line. */
export function valueWords(analysis: Analysis, statement: Statement): string {
  const block = analysis.report.blocks[statement.block];
  if (block === undefined) return '';
  return block.printed(block.readingOffset(statement.valueStart), block.readingOffset(statement.valueEnd));
}

/** Name and value of a statement as one stretch; the value alone where the name stands far away in a list. */
export function placeOf(statement: Statement): Span {
  const far = statement.valueStart - statement.nameEnd > 12 || statement.nameStart > statement.valueStart;
  return far
    ? { start: statement.valueStart, end: statement.valueEnd }
    : { start: statement.nameStart, end: statement.valueEnd };
}
