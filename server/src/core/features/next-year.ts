/**
 * Next year's report begun from this year's: title block, headings, the statement of the main targets and the summary
 * of results are carried over as they are printed, with years moved on and figures emptied. This year's targets and
 * tasks stand beneath the review as comments, which are no part of the report's text: a list to be ticked off while it
 * is written. Everything else is left to whoever writes.
 */
import { wording } from '../facts/wording';
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
  const pieces = [...frontMatter(report, planYear)];
  const targets = richest(analysis, ({ role, year }) => role === 'target' && (year ?? planYear) === planYear);
  const results = richest(
    analysis,
    ({ role, year, period, known }) => role === 'result' && year === planYear - 1 && period === 'annual' && known,
  );
  // What stands above the first heading that has it below it comes right behind that heading.
  const headings = report.headings.filter(({ role }) => role !== 'annex');
  const review = headings.find(({ role }) => role === 'review') ?? headings[0];
  const under = (block: Block | null): Heading | undefined =>
    block === null ? undefined : (report.headings[block.heading] ?? review);
  for (const heading of headings) {
    pieces.push(movedOn(headingLine(report, heading), planYear));
    if (heading === review) {
      if (results !== null) pieces.push(emptied(results.words, planYear));
      pieces.push(checklist(promises, report, planYear));
    }
    if (targets !== null && heading === under(targets.block)) pieces.push(emptied(targets.words, planYear));
  }
  if (headings.length === 0) pieces.push(checklist(promises, report, planYear));
  const text = pieces.filter((piece) => piece !== '').join('\n\n');
  return {
    text: `${text}\n`.replace(/\r\n?|\n/g, lineBreakOf(report.text)),
    planYear: planYear + 1,
    name: `${report.info?.issuer ?? ''}${String(planYear + 1)}年政府工作报告（草稿）`,
    promises: promises.length,
  };
}

/** Title, meeting line, speaker, salutation and opening words: all that stands before the first heading. */
function frontMatter(report: Report, planYear: number): string[] {
  const until = report.headings[0]?.start ?? 0;
  return report.blocks
    .filter(({ kind, end }) => kind !== 'page' && kind !== 'directive' && kind !== 'entry' && end <= until)
    .map((block) => {
      const words = report.text.slice(lineAt(report.text, block.start).start, block.end);
      if (block.kind !== 'meta') return movedOn(words, planYear);
      // 2026年1月20日 → 2027年××月××日, 第五次会议 → 第××次会议
      return movedOn(words, planYear)
        .replace(/年\s?\d{1,2}\s?月\s?\d{1,2}\s?日/g, `年${BLANK}月${BLANK}日`)
        .replace(/第[一二三四五六七八九十]{1,3}次/g, `第${BLANK}次`);
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
function richest({ report, statements }: Analysis, wanted: (one: Statement) => boolean): Passage | null {
  const byBlock = new Map<number, Statement[]>();
  for (const one of statements) {
    if (!wanted(one)) continue;
    const list = byBlock.get(one.block);
    if (list === undefined) byBlock.set(one.block, [one]);
    else list.push(one);
  }
  const [best] = [...byBlock].sort(([a, x], [b, y]) => y.length - x.length || a - b);
  const block = best === undefined ? undefined : report.blocks[best[0]];
  if (best === undefined || block === undefined) return null;
  const spans: Span[] = [];
  for (const one of best[1]) {
    const span = sentenceOf(block, one);
    if (!spans.some(({ start }) => start === span.start)) spans.push(span);
  }
  spans.sort((a, b) => a.start - b.start);
  return {
    block,
    words: spans.map(({ start, end }) => report.text.slice(start, end).replace(/[\r\n]+/g, '')).join(''),
  };
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
const BLANK = '××';

/** Figures emptied, years moved on; dates, plans and numbers in quotation marks stay. */
function emptied(words: string, planYear: number): string {
  const parts = words.split(/(“[^”]{0,40}”)/);
  const blank = parts.map((part, i) => {
    if (i % 2 === 1) return part;
    return part
      .replace(/百分之[零〇一二两三四五六七八九十百点]{1,8}/g, `百分之${BLANK}`)
      .replace(/(?<![\d.+])\d{1,12}(?:[.,，]\d{1,6})?(?![\d.+]|\s?年(?!以)|\s?月|\s?日)/g, BLANK);
  });
  return movedOn(blank.join(''), planYear);
}

/** The years of the report and of its review, each one on, in Arabic and in Han digits. */
function movedOn(words: string, planYear: number): string {
  return words.replace(/(?<!\d)(?:19|20)\d\d(?!\d)|[一二][九〇零○][〇零○一二三四五六七八九]{2}(?=年)/g, (year) => {
    const value = /^\d/.test(year) ? Number(year) : fromHan(year);
    if (value !== planYear && value !== planYear - 1) return year;
    return /^\d/.test(year) ? String(value + 1) : toHan(value + 1, /[〇零○]/.exec(year)?.[0] ?? '〇');
  });
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
  const lines = promises.map((promise) => {
    const kind = promise.role === 'target' ? '目标' : '任务';
    return comment(`☐ ${kind}　${promise.name}：${wording(promise, report)}`);
  });
  return [comment(`以下为${String(planYear)}年报告提出的目标和任务，供写回顾时逐项回应`), ...lines].join('\n');
}

function comment(words: string): string {
  return `<!-- ${words.replace(/[\r\n]+/g, ' ').replace(/-{2,}/g, '—')} -->`;
}
