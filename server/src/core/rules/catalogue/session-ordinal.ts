import { plenums } from '../../data';
import type { Bilingual, Block, CorpusReport, Report, Severity, Span } from '../../model';
import { reportDate } from '../dates';
import type { DocumentRule, Finding, RuleContext } from '../rule';
import { inHan } from '../sequence';
import { matches, prose } from '../support';
import { reportName } from '../values';

/** The ordinal of a session that does not fit the year. */
export const sessionOrdinal: DocumentRule = {
  id: 'session-ordinal',
  category: 'wording',
  severity: 'warning',
  fix: 'none',
  scope: 'corpus',
  since: '0.1.0',
  summary: {
    zh: '人代会届次与年份、往年报告不符，或者引用尚未召开的中央全会',
    en: 'A session’s ordinal that does not fit the year or past reports, or a plenum not yet held',
  },
  rationale: {
    zh: '人民代表大会会议每年至少举行一次，届次逐年递增，套用上年稿子时容易忘改；正文不会回顾本次会议之后的会议。所引中央全会应当在报告日期之前开过。届次比往年多跳的，可能另开过会议，只作提示。',
    en: 'A people’s congress meets at least once a year, so that the ordinal rises from report to report; last year’s text is easily carried over. A report does not look back on a later session, nor on a plenum held after its date. An ordinal that rises faster is information: there may have been an extra session.',
  },
  sources: ['地方各级人民代表大会和地方各级人民政府组织法第十四条', '中央委员会历次全体会议公报'],
  options: {},
  examples: [
    {
      part: 'whole',
      bad: '政府工作报告\n——2025年1月10日在青禾区⟦第十六届人民代表大会第三次会议⟧上\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n抓好项目建设。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n各项工作都有新进展。\n二、2024年工作安排\n抓好项目建设。\n',
      ],
    },
    {
      part: 'review',
      bad: '过去一年，深入学习贯彻党的⟦二十届四中全会⟧精神，各项工作都有新进展。',
    },
    {
      part: 'review',
      bad: '深入学习贯彻⟦党的二十一大⟧精神，各项工作都有新进展。',
    },
    {
      part: 'review',
      bad: '全面完成⟦区十八届人大五次会议⟧确定的各项任务。',
    },
    {
      part: 'review',
      bad: '深入贯彻党的十九大和⟦十九届八中全会⟧精神。',
    },
    {
      part: 'review',
      good: '全面完成区十八届人大三次会议确定的各项任务，深入贯彻党的二十届二中、三中全会精神，市委十三届七次全会胜利召开。',
    },
    { good: '以优异成绩迎接党的二十一大胜利召开，深入学习贯彻党的二十大精神。' },
    { good: '以优异成绩迎接党的二十届四中全会召开。' },
    { good: '贯彻党的十九大和十九届历次全会、二十届三中全会精神，办好第十四届运动会第三次会议。' },
    {
      part: 'whole',
      good: '政府工作报告\n——2025年1月10日在青禾区第十六届人民代表大会第四次会议上\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2024年工作回顾\n各项工作都有新进展。\n二、2025年工作安排\n抓好项目建设。\n',
      precedents: [
        '政府工作报告\n——2024年1月10日在青禾区第十六届人民代表大会第三次会议上\n各位代表：\n现在，我代表青禾区人民政府，向大会报告工作，请予审议。\n一、2023年工作回顾\n各项工作都有新进展。\n二、2024年工作安排\n抓好项目建设。\n',
      ],
    },
    { good: '区人大常委会第二十次会议审议通过，第十七届人大五次会议以来成绩显著。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const own = parseSession(report.info?.session ?? null);
    if (own !== null) {
      const finding = againstPast(context, own);
      if (finding !== null) yield finding;
      yield* laterSessions(report, own);
    }
    yield* comingPlenums(report);
    yield* comingCongresses(report);
  },
};

/** A session of a people's congress. */
interface Session {
  readonly congress: number;
  readonly session: number;
}

// 第五届人民代表大会第三次会议  五届人大三次会议
const SESSION =
  /第?([一二三四五六七八九十]{1,3})届(?:全国)?(?:人民代表大会|人大)第?([一二三四五六七八九十]{1,3})次(?:全体)?会议/;

function parseSession(words: string | null): Session | null {
  const match = words === null ? null : SESSION.exec(words);
  const congress = fromHan(match?.[1] ?? '');
  const session = fromHan(match?.[2] ?? '');
  return congress === null || session === null ? null : { congress, session };
}

/** 1 to 99 in Han characters; null for anything else. */
function fromHan(text: string): number | null {
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/.exec(text);
  if (match === null || text === '') return null;
  const digit = (one: string | undefined): number => (one === undefined ? 0 : '一二三四五六七八九'.indexOf(one) + 1);
  if (match[2] === undefined) return match[3] === undefined ? digit(match[1]) : null;
  return (match[1] === undefined ? 1 : digit(match[1])) * 10 + digit(match[3]);
}

function againstPast(context: RuleContext, own: Session): Finding | null {
  const { report } = context.analysis;
  const year = report.info?.planYear ?? null;
  if (year === null) return null;
  for (const past of context.corpus.precedents) {
    const before = past.analysis.report.info;
    const session = parseSession(before?.session ?? null);
    const then = before?.planYear ?? null;
    if (session === null || then === null) continue;
    const verdict = judge(own, session, year - then);
    return verdict === null ? null : pastFinding(report, past, own, session, verdict);
  }
  return null;
}

interface Verdict {
  readonly grade: Severity | null;
  readonly expected: number | null;
}

function judge(own: Session, past: Session, years: number): Verdict | null {
  if (own.congress < past.congress) return { grade: null, expected: null };
  if (own.congress > past.congress + 1 && years < 6) return { grade: null, expected: null };
  if (own.congress > past.congress) {
    return own.session > years + 1 ? { grade: 'information', expected: null } : null;
  }
  const expected = past.session + years;
  if (own.session < expected) return { grade: null, expected };
  return own.session > expected ? { grade: 'information', expected } : null;
}

function pastFinding(
  report: Report,
  past: CorpusReport,
  own: Session,
  before: Session,
  verdict: Verdict,
): Finding | null {
  const place = findSession(report);
  const model = findSession(past.analysis.report);
  if (place === null) return null;
  const { zh, en } = reportName(past);
  const now = report.info?.planYear ?? '';
  const hint: Bilingual =
    verdict.expected === null
      ? { zh: '', en: '' }
      : { zh: `，本年应为第${inHan(verdict.expected)}次`, en: `; session ${verdict.expected} is due in ${now}` };
  return {
    ...place,
    ...(verdict.grade === null ? {} : { grade: verdict.grade }),
    message: {
      zh: `${zh}为第${inHan(before.congress)}届第${inHan(before.session)}次会议，此处为第${inHan(own.congress)}届第${inHan(own.session)}次会议${hint.zh}，请核届次。`,
      en: `${en.charAt(0).toUpperCase()}${en.slice(1)} was given at session ${before.session} of congress ${before.congress}, this one names session ${own.session} of congress ${own.congress}${hint.en}.`,
    },
    related: model === null ? [] : [{ path: past.path, ...model, message: { zh: `${zh}的届次`, en: `as in ${en}` } }],
  };
}

/** Where the head of the report names the session. */
function findSession(report: Report): Span | null {
  const words = report.info?.session ?? '';
  for (const block of report.blocks.slice(0, words === '' ? 0 : HEAD)) {
    const at = block.text.indexOf(words);
    if (block.kind !== 'page' && at >= 0) return block.span(at, at + words.length);
  }
  return null;
}

/** The title block is among the first blocks, page furniture included. */
const HEAD = 25;

// 区十八届人大五次会议确定  市第十六届人民代表大会第二次会议以来
const PAST_SESSION =
  /([省市区县旗州])第?([一二三四五六七八九十]{1,3})届(?:人民代表大会|人大)第?([一二三四五六七八九十]{1,3})次(?:全体)?会议(?=确定|以来|审议|通过|提出|部署|批准)/g;

/** Sessions of the own congress that the review looks back on and that come after the one the report is given at. */
function* laterSessions(report: Report, own: Session): Generator<Finding> {
  const issuer = report.info?.issuer ?? '';
  for (const block of prose(report, SESSIONS)) {
    for (const match of matches(PAST_SESSION, block.text)) {
      const congress = fromHan(match[2] ?? '');
      const session = fromHan(match[3] ?? '');
      // 市十八届人大五次会议 in a district's report is another congress.
      if (congress !== own.congress || session === null || session <= own.session) continue;
      if (!issuer.endsWith(match[1] ?? ' ')) continue;
      const place = findSession(report);
      yield {
        ...block.span(match.index, match.index + match[0].length),
        message: {
          zh: `本报告在第${inHan(own.congress)}届第${inHan(own.session)}次会议上作，此处回顾的是第${inHan(session)}次会议，请核届次。`,
          en: `The report is given at session ${own.session} and looks back on session ${session} of the same congress.`,
        },
        related: place === null ? [] : [{ ...place, message: { zh: '本次会议', en: 'this session' } }],
      };
    }
  }
}

// 十九届五中、六中全会  党的二十届四中全会
const PLENUM = /(二十[一二三]?|十[六七八九])届((?:[一二三四五六七八九]中[、和]?){1,7})全会/g;

const PLENUMS = /全会/;
const SESSIONS = /次(?:全体)?会议/;

/** Plenums of the Central Committee that were not held before the report's date. */
function* comingPlenums(report: Report): Generator<Finding> {
  const date = reportDate(report.info);
  if (date === null) return;
  for (const block of prose(report, PLENUMS)) {
    for (const match of matches(PLENUM, block.text)) {
      const row = plenums.find((one) => one.congress === match[1]);
      const before = block.text.slice(Math.max(0, match.index - 8), match.index);
      if (/迎接|将召开|即将|筹备|[省市区县旗州]委/.test(before)) continue;
      const ordinals = [...(match[2] ?? '').matchAll(/[一二三四五六七八九]/g)].map(([digit]) => fromHan(digit) ?? 0);
      const late = ordinals.find((ordinal) => (row === undefined ? !mayHaveMet(date) : !isHeld(row, ordinal, date)));
      if (late === undefined) continue;
      yield plenumFinding(block, match, match[1] ?? '', late, row?.closed[late - 1] ?? null);
    }
  }
}

/**
 * Whether a plenum was over by `date`. Those that the data does not know yet may have been, half a year or more after
 * the one before: past the third of a congress no two have come closer.
 */
function isHeld(row: (typeof plenums)[number], ordinal: number, date: string): boolean {
  const closed = row.closed[ordinal - 1];
  if (closed !== undefined) return closed.slice(0, date.length) <= date;
  return !row.over && monthOf(date) - monthOf(row.closed.at(-1) ?? '') >= 6 * (ordinal - row.closed.length);
}

// 党的二十一大精神  党的二十大以来; not what looks ahead, 迎接党的二十一大召开
const CONGRESS = /党的(二十[一二三]?|十[六七八九])大(?=精神|以来|报告|[作提]出|部署|决策|确定)/g;

const CONGRESSES = /党的[十二]/;

/** A year's plan may speak of the spirit of the congress that the year will see. */
const PLAN_MONTHS = 12;

/** Five years lie between two congresses. */
const TERM_MONTHS = 60;

/** Congresses of the Party that a report looks back on and that were not due within a year of its date. */
function* comingCongresses(report: Report): Generator<Finding> {
  const date = reportDate(report.info);
  if (date === null) return;
  for (const block of prose(report, CONGRESSES)) {
    for (const match of matches(CONGRESS, block.text)) {
      const held = plenums.find((one) => one.congress === match[1])?.closed[0];
      // Of those to come the next one alone can be dated; the ones behind it are later still.
      const due = held === undefined ? monthOf(plenums.at(-1)?.closed[0] ?? '') + TERM_MONTHS : monthOf(held);
      if (due - monthOf(date) <= PLAN_MONTHS) continue;
      yield {
        ...block.span(match.index, match.index + match[0].length),
        message: {
          zh: `本报告日期之前没有召开“${match[0]}”，请核届次。`,
          en: `There was no “${match[0]}” by the date of this report.`,
        },
      };
    }
  }
}

/** Whether a congress after those of the data may have met: one meets every five years. */
function mayHaveMet(date: string): boolean {
  return monthOf(date) - monthOf(plenums.at(-1)?.closed[0] ?? '') >= 54;
}

/** Months since the year 0; a year alone counts to its end, so that a doubt is no finding. */
function monthOf(date: string): number {
  const [year = '0', month = '12'] = date.split('-');
  return Number(year) * 12 + Number(month);
}

function plenumFinding(
  block: Block,
  match: RegExpExecArray,
  congress: string,
  ordinal: number,
  closed: string | null,
): Finding {
  const name = `${congress}届${inHan(ordinal)}中全会`;
  return {
    ...block.span(match.index, match.index + match[0].length),
    message:
      closed === null
        ? { zh: `报告日期之前没有“${name}”，请核届次。`, en: `There was no “${name}” by the date of this report.` }
        : {
            zh: `“${name}”于${chineseDate(closed)}闭幕，在本报告日期之后，请核届次。`,
            en: `“${name}” closed on ${closed}, after the date of this report.`,
          },
  };
}

function chineseDate(iso: string): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  return `${year}年${Number(month)}月${Number(day)}日`;
}
