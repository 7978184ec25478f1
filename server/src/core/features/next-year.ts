/**
 * Next year's report begun from this year's: title block, headings, the statement of the main targets and the summary
 * of results are carried over as they are printed, with years moved on and figures emptied. This year's targets and
 * tasks stand beneath the review as comments, which are no part of the report's text: a list to be ticked off while it
 * is written, by the sections that made them. Everything else is left to whoever writes: …… stands beneath each heading
 * that waits for its text, as drafters put it by hand; it also lets the headings be seen as such before there is any.
 */
import { asFileName } from '../corpus/paths';
import { shorten, wording } from '../facts/wording';
import { EMPTIED_FIGURE, TEXT_BLANK } from '../ledger/blanks';
import { promisesOf } from '../ledger/promises';
import type { Analysis, Block, Heading, Report, Span, Statement } from '../model';
import { lineAt, lineBreakOf } from '../text/lines';

export interface NextYear {
  readonly text: string;
  readonly planYear: number;
  /** A file name without its ending, such as 青禾区2027年政府工作报告（草稿）. */
  readonly name: string;
  /** How many targets and tasks wait for an answer. */
  readonly promises: number;
}

/** Null for a report whose year nobody knows. */
export function startNextYear(analysis: Analysis): NextYear | null {
  const { report } = analysis;
  const planYear = report.info?.planYear ?? null;
  if (planYear === null) return null;
  const promises = promisesOf(analysis, planYear);
  const pieces = [...told(report, planYear), ...titleBlock(report, planYear)];
  const targets = richest(analysis, ({ role, year }) => role === 'target' && (year ?? planYear) === planYear);
  const main = promises.filter(({ role }) => role === 'target');
  const results = richest(
    analysis,
    ({ role, year, period, known }) => role === 'result' && year === planYear - 1 && period === 'annual' && known,
    // The summary is where the main targets are answered in their own measure, not where most figures are.
    ({ indicator, measure }) => {
      const own = main.filter((target) => target.indicator === indicator);
      return own.some((target) => target.measure === measure) ? 3 : own.length > 0 ? 2 : 1;
    },
  );
  // What stands above the first heading that has it below it comes right behind that heading.
  const headings = report.headings.filter(({ role }) => role !== 'annex');
  const review = headings.find(({ role }) => role === 'review') ?? headings[0];
  const under = (block: Block | null): Heading | undefined =>
    block === null ? undefined : (report.headings[block.heading] ?? review);
  let noted = false;
  headings.forEach((heading, i) => {
    if (heading.level === 1) noted = false;
    const line = headingLine(report, heading);
    const below: string[] = [];
    if (!noted && ONE_TIME.test(heading.title)) {
      noted = true;
      below.push(comment(`${String(planYear)}年报告为跨年度回顾或规划所设，请酌定去留`));
    }
    if (heading === review) {
      if (results !== null) below.push(emptied(results.words, planYear));
      below.push(checklist(promises, report, planYear));
    }
    if (targets !== null && heading === under(targets.block)) below.push(emptied(targets.words, planYear));
    const waits = (headings[i + 1]?.level ?? 0) <= heading.level && heading.role !== 'glossary';
    const words = movedOn(emptiedTitle(line), planYear);
    if (waits && heading.runIn) pieces.push(words + TEXT_BLANK, ...below);
    else pieces.push(words, ...below, ...(waits ? [indentOf(line) + TEXT_BLANK] : []));
  });
  if (headings.length === 0) pieces.push(checklist(promises, report, planYear));
  const text = pieces.filter((piece) => piece !== '').join('\n\n');
  return {
    text: `${text}\n`.replace(/\r\n?|\n/g, lineBreakOf(report.text)),
    planYear: planYear + 1,
    name: asFileName(`${report.info?.issuer ?? ''}${String(planYear + 1)}年政府工作报告（草稿）`),
    promises: promises.length,
  };
}

/** What the front matter of the file says of issuer and year, with the year moved on; where the text came from is left. */
function told({ text }: Report, planYear: number): string[] {
  const [block = '', fields = ''] = /^---[ \t]*\r?\n((?:[^\r\n]*\r?\n){1,30}?)---[ \t]*(?=\r?\n)/.exec(text) ?? [];
  const lines = fields.split(/\r?\n/).filter((line) => /^(?:issuer|region|planYear)\s?[:：]/.test(line));
  if (block === '' || lines.length === 0) return [];
  return [['---', ...lines.map((line) => movedOn(line, planYear)), '---'].join('\n')];
}

/** Title, meeting line, speaker, salutation and opening words: all that stands before the first heading. */
function titleBlock(report: Report, planYear: number): string[] {
  const until = report.headings[0]?.start ?? 0;
  return report.blocks
    .filter(({ kind, end }) => kind !== 'page' && kind !== 'directive' && kind !== 'entry' && end <= until)
    .map((block) => {
      const words = report.text.slice(lineAt(report.text, block.start).start, block.end);
      if (block.kind !== 'meta') return movedOn(words, planYear);
      // 2026年1月20日 → 2027年××月××日, 第五次会议 → 第××次会议
      const next = movedOn(words, planYear)
        .replace(
          /年\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s?月\s?(?:\d{1,2}|[一二三四五六七八九十]{1,3})\s?日/g,
          `年${BLANK}月${BLANK}日`,
        )
        .replace(/第[一二三四五六七八九十]{1,3}(?=次)/g, `第${BLANK}`);
      // A congress sits five years: behind its fifth session comes the first of the next.
      return /第[五六七八九]次/.test(words)
        ? next.replace(/第[一二三四五六七八九十]{1,3}(?=[届屆])/g, `第${BLANK}`)
        : next;
    });
}

/** A heading with what its line has before it, and the mark that parts it from text on the same line. */
function headingLine({ text }: Report, heading: Heading): string {
  const line = lineAt(text, heading.start);
  const lead = text.slice(line.start, heading.start);
  const start = /^[\s#*_>-]*$/.test(lead) ? line.start : heading.start;
  if (!heading.runIn) return text.slice(start, Math.max(heading.end, lineAt(text, heading.end).end)).trimEnd();
  return text.slice(start, heading.end) + (/^[。：；*]{1,4}/.exec(text.slice(heading.end, heading.end + 4))?.[0] ?? '');
}

interface Passage {
  readonly block: Block;
  readonly words: string;
}

/** The sentences with these statements in the paragraph that has most of them; null where there is no such paragraph. */
function richest(
  { report, statements }: Analysis,
  wanted: (one: Statement) => boolean,
  weight: (one: Statement) => number = () => 1,
): Passage | null {
  const byBlock = new Map<number, Statement[]>();
  for (const one of statements) {
    if (!wanted(one)) continue;
    const list = byBlock.get(one.block);
    if (list === undefined) byBlock.set(one.block, [one]);
    else list.push(one);
  }
  const sum = (list: readonly Statement[]): number => {
    const most = new Map<string, number>();
    for (const one of list) most.set(one.indicator, Math.max(weight(one), most.get(one.indicator) ?? 0));
    return [...most.values()].reduce((all, one) => all + one, 0);
  };
  const [best] = [...byBlock].sort(([a, x], [b, y]) => sum(y) - sum(x) || a - b);
  const block = best === undefined ? undefined : report.blocks[best[0]];
  if (best === undefined || block === undefined) return null;
  const spans: Span[] = [];
  for (const one of best[1]) {
    const span = sentenceOf(block, one);
    if (!spans.some(({ start }) => start === span.start)) spans.push(span);
  }
  spans.sort((a, b) => a.start - b.start);
  const words = spans.map(({ start, end }) => report.text.slice(start, end).replace(/[\r\n]+/g, '')).join('');
  return { block, words: indentOf(report.text.slice(lineAt(report.text, block.start).start, block.end)) + words };
}

function sentenceOf(block: Block, statement: Statement): Span {
  const { text } = block;
  let from = block.readingOffset(statement.start);
  while (from > 0 && !/[。！？]/.test(text[from - 1] ?? '')) from--;
  let to = block.readingOffset(statement.valueEnd);
  while (to < text.length && !/[。！？]/.test(text[to] ?? '')) to++;
  return block.span(from, Math.min(text.length, to + 1));
}

/** Where a figure is to come. */
const BLANK = EMPTIED_FIGURE;

/** What stands once: a review of several years, a five-year plan. */
const ONE_TIME =
  /(?:过去|这|今后|未来|近)[三四五]年|[三四五]年(?:来|工作)|十[一二三四五六七八九]五”?(?:时期|规划|发展)|五年规划|换届/;

/** A figure as it is printed, with its thousands apart or not. */
const FIGURE = /[\d０-９]{1,12}(?:,\d{3}){0,4}(?:[.．][\d０-９]{1,6})?/.source;

/** What looks like a figure and is none: dates, names (PM2.5, 5G, 4A级, 1+3+N) and the numbers of hotlines. */
const NO_FIGURE = [
  /(?:19|20|１９|２０)[\d０-９]{2}(?=\s?年)/,
  /\d{1,2}(?:\s?[-—~至]\s?\d{1,2})?\s?月(?:\s?\d{1,2}\s?日)?/,
  /\d{1,2}(?:\+[\dA-Za-z]{1,4}){1,8}|[A-Za-z][\d.]{1,8}(?![\d.]|\s?[万亿%％])|[\d.]{1,8}[A-Z](?![A-Za-z])/,
  /\d{3,5}(?=(?:政务服务)?(?:便民)?(?:服务)?热线)/,
].map(({ source }) => source);

// The first alternative keeps what it matches.
const FIGURES = new RegExp(`(${NO_FIGURE.join('|')})|${FIGURE}`, 'g');

/** Figures emptied, years moved on; dates, plans and numbers in quotation marks stay. */
function emptied(words: string, planYear: number): string {
  const parts = words.split(/(“[^”]{0,40}”)/);
  const blank = parts.map((part, i) => {
    if (i % 2 === 1) return part;
    return (
      part
        .replace(/百分之[零〇一二两三四五六七八九十百点]{1,8}/g, `百分之${BLANK}`)
        // 提高两个百分点, 位列全市第一, 居全省第二位
        .replace(/[一二两三四五六七八九十]{1,3}(?:点[一二三四五六七八九]{1,2})?(?=个百分点)/g, BLANK)
        .replace(/(?<=[居列排][一-鿿]{0,6}第)[一二三四五六七八九十]{1,3}/g, BLANK)
        .replace(FIGURES, (_, kept: string | undefined) => kept ?? BLANK)
    );
  });
  return movedOn(blank.join(''), planYear);
}

/** A heading tells of this year's amounts (突破300亿元) as little as the text does; its own number stays. */
function emptiedTitle(line: string): string {
  return line.replace(/(?<![\d０-９.．+“])[\d０-９]{1,6}(?:[.．]\d{1,4})?(?=\s?(?:[万亿%％]|个百分点))/g, BLANK);
}

/** What stands before the first character of a line. */
function indentOf(line: string): string {
  return /^[ \t\u3000]{0,12}/.exec(line)?.[0] ?? '';
}

/** The years of the report and of its review, each one on, in Arabic digits of both widths and in Han digits. */
function movedOn(words: string, planYear: number): string {
  return words.replace(YEAR, (year) => {
    const han = /^[一二]/.test(year);
    const value = han ? fromHan(year) : Number(year.normalize('NFKC'));
    if (value !== planYear && value !== planYear - 1) return year;
    if (han) return toHan(value + 1, /[〇零○]/.exec(year)?.[0] ?? '〇');
    return /^\d/.test(year) ? String(value + 1) : toWide(value + 1);
  });
}

// 2026, ２０２６, 二〇二六年
const YEAR =
  /(?<!\d)(?:19|20)\d\d(?!\d)|(?:１９|２０)[０-９]{2}(?=\s?年)|[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)/g;

function toWide(year: number): string {
  return String(year).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

const HAN = '〇一二三四五六七八九';

function fromHan(year: string): number {
  return Number(Array.from(year, (digit) => Math.max(0, HAN.indexOf(digit))).join(''));
}

function toHan(year: number, zero: string): string {
  return Array.from(String(year), (digit) => (digit === '0' ? zero : (HAN[Number(digit)] ?? ''))).join('');
}

/** One comment a line; a reader of the page sees none of them. */
function checklist(promises: readonly Statement[], report: Report, planYear: number): string {
  if (promises.length === 0) return '';
  let home: Heading | null = null;
  const lines = promises.flatMap((promise) => {
    const kind = promise.role === 'target' ? '目标' : '任务';
    const line = comment(`☐ ${kind}　${promise.name}：${wording(promise, report)}`);
    // 引进企业：3家 says little without the section that it stands in.
    const section = promise.role === 'task' ? sectionOf(promise, report) : null;
    if (section === null || section === home) return [line];
    home = section;
    return [comment(`【${shorten(section.title, 40)}】`), line];
  });
  return [comment(`以下为${String(planYear)}年报告提出的目标和任务，供写回顾时逐项回应`), ...lines].join('\n');
}

/** The heading of the second level, or of the first where there is no such, under which something is promised. */
function sectionOf(promise: Statement, report: Report): Heading | null {
  const at = report.blocks[promise.block]?.heading ?? -1;
  for (let i = at; i >= 0; i--) {
    const heading = report.headings[i];
    if (heading !== undefined && heading.level <= 2) return heading;
  }
  return null;
}

function comment(words: string): string {
  return `<!-- ${words.replace(/[\r\n]+/g, ' ').replace(/-{2,}/g, '—')} -->`;
}
