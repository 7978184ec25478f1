import type { Reading, Span } from '../model';
import { isBlank, isDigit, isHan } from '../text/characters';
import type { ReadingCache, Survey } from '../text/document';
import { readingIndex } from '../text/reading';
import { bulletLength } from '../text/reading';
import { isFurniture, isPageNumber } from './furniture';
import { isGlossaryHeading, isTitle } from './landmarks';
import { readNumber } from './numbering';

/** One physical line that holds something, with what can be seen of its layout. */
export interface Line extends Span {
  readonly reading: Reading;
  /** Reading form of the line alone. */
  readonly text: string;
  /** Units of blank space before the first mark; a paragraph often begins with two wide ones. */
  readonly indent: number;
  /** Whether an empty line stands before it. */
  readonly gapBefore: boolean;
  /** Markdown heading depth, 0 for none. */
  readonly mark: number;
  /** Reading units of bold text that open the line, 0 for none. */
  readonly bold: number;
  /** Whether bold text begins or ends in it without its other mark. */
  readonly half: boolean;
  /** Whether a bullet (●, ◆, ▶) opens it, which the reading leaves out. */
  readonly bullet: boolean;
  /** Residue of a page: numbers, buttons, forum furniture. */
  readonly furniture: boolean;
  readonly directive: boolean;
}

const LINE_BREAK = /[\n\r\u2028\u2029\x85]/g;

/** Cuts the text into lines (CR LF, LF, CR and the Unicode separators); empty lines only leave their mark on the next. */
export function readLines(text: string, look: Survey, readings: ReadingCache): Line[] {
  const lines: Line[] = [];
  let gapBefore = true;
  let fence = false;
  let lineEnd = 0;
  let cuts = false;
  for (let at = 0; at < text.length;) {
    if (at >= lineEnd) {
      LINE_BREAK.lastIndex = at;
      lineEnd = LINE_BREAK.test(text) ? LINE_BREAK.lastIndex - 1 : text.length;
      cuts = lineEnd - at > LONG_LINE;
    }
    const heading = glossaryEnd(text, at, lineEnd);
    const end = heading > 0 ? heading : cuts ? paragraphEnd(text, at, lineEnd) : lineEnd;
    const broken = text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? 2 : 1;
    const next = end < lineEnd ? end : end + broken;
    let from = at;
    while (from < end && isLayout(text.charCodeAt(from))) from++;
    let to = end;
    while (to > from && isLayout(text.charCodeAt(to - 1))) to--;
    if (from === to) gapBefore = true;
    else {
      const raw = text.slice(from, to);
      // Only where another line of dashes closes it: the first may as well be a rule across the page.
      if (at === 0 && raw === '---') fence = text.slice(0, LONGEST_FRONT_MATTER).includes('\n---', 3);
      const reading = readings.get(raw, look);
      const seen = readings.kept(reading, () => layoutOf(raw, reading));
      const { directive } = seen;
      if (reading.text.length > 0 || directive) {
        const fenced = fence;
        if (fence && at > 0 && raw === '---') fence = false;
        lines.push({
          start: from,
          end: to,
          reading,
          text: reading.text,
          indent: from - at,
          gapBefore,
          mark: seen.mark,
          bold: seen.bold,
          half: seen.half,
          bullet: seen.bullet,
          furniture: !directive && (fenced || seen.furniture),
          directive,
        });
        gapBefore = false;
      }
    }
    at = next;
  }
  return withNumbersAlone(withoutRunningHeads(lines));
}

/** What a line shows by itself, wherever it stands. */
type Layout = Pick<Line, 'mark' | 'bold' | 'half' | 'bullet' | 'furniture' | 'directive'>;

function layoutOf(raw: string, reading: Reading): Layout {
  const directive = isDirective(raw);
  return {
    mark: markdownDepth(raw),
    bold: boldLead(raw, reading),
    half: raw.includes('**') && raw.split('**').length % 2 === 0,
    bullet: bulletLength(raw, 0) > 0,
    furniture: !directive && isFurniture(reading.text, raw),
    directive,
  };
}

/** What the head of a printed page repeats: the title, or the name of the meeting. */
const RUNNING = /政府工作报告|人民代表大会|会议文件|会议材料|人民政府文件/;

/** Marks as residue what stands beside the numbers of pages again and again; the first one is the title itself. */
function withoutRunningHeads(lines: Line[]): Line[] {
  const seen = new Set<string>();
  return lines.map((line, i) => {
    if (line.furniture || line.directive || line.text.length > 40 || !RUNNING.test(line.text)) return line;
    const repeated = seen.has(line.text) || (seen.size > 0 && isTitle(line.text));
    seen.add(line.text);
    const beside = isPageNumber(lines[i - 1]?.text ?? '') || isPageNumber(lines[i + 1]?.text ?? '');
    return repeated && beside ? { ...line, furniture: true } : line;
  });
}

/**
 * The numbers of entries stand on lines of their own where the table of a glossary fell apart: 1, a name, its definition,
 * 2, … The numbers of pages have whole pages between them.
 */
function withNumbersAlone(lines: Line[]): Line[] {
  const kept = new Set<number>();
  for (let i = 0; i < lines.length; i++) {
    if (lines[i]?.text !== '1' || !lines.slice(Math.max(0, i - 5), i).some((line) => isGlossaryHeading(line.text)))
      continue;
    const run = [i];
    for (let k = i + 1; k < lines.length && k <= (run[run.length - 1] ?? 0) + FARTHEST; k++)
      if (lines[k]?.text === String(run.length + 1)) run.push(k);
    if (run.length < 3 || !run.every((at) => isName(lines[at + 1]))) continue;
    for (const at of run) kept.add(at);
    i = run[run.length - 1] ?? i;
  }
  return kept.size === 0 ? lines : lines.map((line, i) => (kept.has(i) ? { ...line, furniture: false } : line));
}

/** Lines between two numbers of a list. */
const FARTHEST = 8;

function isName(line: Line | undefined): boolean {
  return line !== undefined && !line.furniture && line.text.length <= 40 && !isTerminated(line.text.replace(/”$/, ''));
}
/** Units in which front matter has ended. */
const LONGEST_FRONT_MATTER = 3000;

/** Longer than lines in which wide blanks set words apart (titles, tables); beyond it they begin a paragraph. */
const LONG_LINE = 200;

/** 名词解释：1.…2.… or 注：①…②… or 注：“甲”即…。 in one line: where the heading ends, 0 where the line does not begin with one. */
function glossaryEnd(text: string, at: number, lineEnd: number): number {
  if (lineEnd - at < 20) return 0;
  const match =
    /^[\s*#附:：]{0,6}(?:名\s?[词詞]\s?[解注]\s?[释釋][：:](?=\s?(?:[1１①⑴(（[]|注1))|[注註](?:\s?[释釋])?[：:](?=\s?(?:[①⑴]|[1１][.．、]|[[〔]1[\]〕])[^。]{1,40}[：:]|\s?“[^“”]{2,24}”[^“”，。；]{0,6}(?:[即指]|是指)))/.exec(
      text.slice(at, at + 60),
    );
  return match === null ? 0 : at + match[0].length;
}

/** Pages lose the breaks between paragraphs but keep the two wide blanks that each begins with. */
function paragraphEnd(text: string, at: number, lineEnd: number): number {
  let i = at;
  while (i < lineEnd && isBlank(text.charCodeAt(i))) i++;
  for (; i + 1 < lineEnd; i++) if (text.charCodeAt(i) === 0x3000 && text.charCodeAt(i + 1) === 0x3000) return i;
  return lineEnd;
}

function isLayout(code: number): boolean {
  return isBlank(code) || (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0xad;
}

/** A suppression comment: `<!-- policy-drafting-disable … -->`, or `// policy-drafting-disable …` in plain text. */
function isDirective(raw: string): boolean {
  return /^(?:<!--|\/\/)[ \t]{0,8}policy-drafting-/.test(raw);
}

/** `### **（一）…` has depth 3. */
function markdownDepth(raw: string): number {
  let depth = 0;
  while (raw[depth] === '#') depth++;
  return depth <= 6 ? depth : 0;
}

/** How much of the reading is opened by bold marks: `**坚持项目为王。**全年…` gives 7. Adjacent bold runs are one. */
export function boldLead(raw: string, reading: Reading): number {
  let at = 0;
  while (at < raw.length && (raw[at] === '#' || isBlank(raw.charCodeAt(at)))) at++;
  let end = 0;
  for (;;) {
    if (!raw.startsWith('**', at)) break;
    const close = raw.indexOf('**', at + 2);
    // A narrow source may close the bold text on its next line.
    if (close < 0) return end === 0 ? reading.text.length : readingIndex(reading, end);
    end = close;
    at = close + 2;
    if (end - at > 400) break;
  }
  return end === 0 ? 0 : readingIndex(reading, end);
}

/** Marks after which a paragraph may end. */
const TERMINAL = new Set('。！？；：…”’）》〕】.!?;:)');
/** Marks after which no sentence ends. */
const OPEN = new Set('，、（“‘《〔—-+');
/** Characters that hardly ever end a heading or a sentence: what follows them was torn off. */
const HANGING = new Set('的和与及或是为在把将对从向以被于等让使并也就更再不由而但即');
/** Words that end in one of them and end a phrase all the same. */
const WHOLE = new Set(
  '成就 造就 有为 作为 行为 善为 敢为 目的 存在 实在 内在 外在 潜在 应对 面对 绝对 方向 导向 取向 走向 动向 意向 双向 定向 可以 加以 难以 平等 同等 优等 自由 理由 转让 礼让 合并 变更 普及 涉及 参与 共和 总和 温和 缓和 服从 听从'.split(
    ' ',
  ),
);

export function isTerminated(text: string): boolean {
  return TERMINAL.has(text[text.length - 1] ?? '');
}

/** How lines of the text end: at a fixed width (`units` of the source or `cells` on the page), or only where paragraphs do. */
export interface Wrapping {
  /** Width at which lines are full; null when the text is not wrapped. */
  readonly width: number | null;
  readonly measure: (line: Line, text: string) => number;
  /** The width at which nearly all lines were broken, so that a shorter one shows why it is; null where widths vary. */
  readonly edge: number | null;
  /** Whether paragraphs are set off by indentation, so that a line without it goes on. */
  readonly indented: boolean;
}

/**
 * Finds out whether the source broke its lines at a width. In a wrapped text nearly all long lines are equally long and
 * most of them end in the middle of a sentence; in other texts the long lines are paragraphs of all lengths. Pinyin may
 * have been put in after the lines were broken: in an `annotated` text the reading form is measured too.
 */
export function findWrapping(lines: readonly Line[], text: string, annotated: boolean): Wrapping {
  const candidates = lines.filter((line) => !line.furniture && !line.directive);
  const indented = candidates.filter((line) => line.indent > 0).length;
  const style = indented > candidates.length * 0.15 && indented < candidates.length * 0.85;
  let best: { width: number; measure: Wrapping['measure']; share: number; edge: number | null } | null = null;
  for (const measure of annotated ? [unitsOf, cellsOf, readUnitsOf, readCellsOf] : [unitsOf, cellsOf]) {
    const widths = candidates.map((line) => measure(line, text));
    const longest = quantile(widths, 0.95);
    if (longest < 16) continue;
    // No page is so wide: the lines are paragraphs, however they are measured.
    if (!annotated && longest > WIDEST) break;
    // A character is not parted from the pinyin behind it, so that annotated lines may fall short by a whole bracket.
    const slack = Math.max(annotated ? 8 : 2, Math.round(longest * 0.08));
    // Only lines that end inside a sentence tell: the last line of a paragraph may have any length.
    const open = widths.filter((width, i) => width >= longest * 0.6 && !isTerminated(candidates[i]?.text ?? ''));
    const full = open.filter((width) => Math.abs(width - longest) <= slack).length;
    const beyond = widths.filter((width) => width > longest + slack).length;
    if (full < 4 || full < open.length * 0.7 || beyond > candidates.length * 0.02) continue;
    // Full-width marks that may not begin a line hang over, so that true widths differ by a cell or two.
    const share = open.filter((width) => Math.abs(width - longest) <= 2).length / open.length;
    if (best !== null && share <= best.share + 0.02) continue;
    // A machine that cuts after so many units leaves no line a little shorter, save that a wide character takes two cells.
    const least = longest - (measure === unitsOf || measure === readUnitsOf ? 0 : 1);
    const cut = full >= 12 && open.filter((width) => width >= least && width <= longest).length >= full * 0.97;
    const edge = edgeOf(open, longest - slack);
    best = { width: cut ? least : longest - (share > 0.8 ? Math.min(3, slack) : slack), measure, share, edge };
  }
  if (best !== null) return { width: best.width, measure: best.measure, edge: best.edge, indented: style };
  return { width: null, measure: unitsOf, edge: null, indented: style };
}

/** The width that most long lines have, if hardly any is shorter. */
function edgeOf(widths: readonly number[], near: number): number | null {
  const counts = new Map<number, number>();
  let all = 0;
  for (const width of widths) {
    if (width < near) continue;
    all++;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let edge = 0;
  for (const [width, count] of counts) if (count > (counts.get(edge) ?? 0)) edge = width;
  if (all < 12) return null;
  // A wide character may leave the last of the cells of a line empty.
  for (const least of [edge, edge - 1]) {
    let reaching = 0;
    for (const [width, count] of counts) if (width >= least) reaching += count;
    if (reaching >= all * 0.8) return least;
  }
  return null;
}

/** Units, or cells, beyond which nobody breaks lines. */
const WIDEST = 200;

/** What the breaking of lines tells of single lines. */
export interface Rows {
  /** Whether the line with this index is as long as lines get, so that its end says nothing. */
  full(at: number): boolean;
}

/** Looks at the lines of a text by its width; where the text is not wrapped no line is full. */
export function measureRows(lines: readonly Line[], wrapping: Wrapping, text: string): Rows {
  const { width } = wrapping;
  return {
    full(at) {
      const line = lines[at];
      return width !== null && line !== undefined && wrapping.measure(line, text) >= width;
    },
  };
}

function unitsOf(line: Line): number {
  return line.end - line.start + (line.indent > 0 && line.indent <= 4 ? line.indent : 0);
}

/** Cells on the page: a Han character or full-width mark takes two. */
function cellsOf(line: Line, text: string): number {
  let cells = 0;
  for (let i = line.start - Math.min(line.indent, 8); i < line.end; i++) cells += isWide(text.charCodeAt(i)) ? 2 : 1;
  return cells;
}

/** Han characters and full-width marks; quotes, dashes and circled numbers are as wide in Chinese fonts. */
function isWide(code: number): boolean {
  return code >= 0x1100 || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2150 && code <= 0x24ff);
}

function readUnitsOf(line: Line): number {
  return line.text.length + Math.min(line.indent, 4);
}

function readCellsOf(line: Line): number {
  let cells = Math.min(line.indent, 4) * 2;
  for (let i = 0; i < line.text.length; i++) cells += isWide(line.text.charCodeAt(i)) ? 2 : 1;
  return cells;
}

function quantile(values: readonly number[], share: number): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/**
 * Whether `after` goes on the paragraph whose last line is `before`. Furniture between the two has been passed over.
 * `running` says that the paragraph is text for certain (a sentence has ended inside it): where it breaks off without a
 * mark, it was torn.
 */
export function continues(before: Line, after: Line, wrapping: Wrapping, text: string, running: boolean): boolean {
  if (before.directive || after.directive) return false;
  if (after.mark > 0 || before.mark > 0) return continuesMarked(before, after, wrapping, text);
  const last = before.text[before.text.length - 1] ?? '';
  const first = after.text[0] ?? '';
  if (first === '' || last === '') return false;
  if (CLOSING.has(first)) return true;
  if (wrapping.width !== null) return continuesWrapped(before, after, wrapping, text, running);
  if (startsParagraph(after)) return false;
  if (OPEN.has(last)) return true;
  if (last === '；') return after.bold === 0 && !after.gapBefore;
  if (TERMINAL.has(last)) return false;
  if (isTitleLike(before)) return hangsTitle(before.text) && !after.gapBefore;
  if (isRowOfList(before.text)) return false;
  // What is left ends in a character: either a heading of its own or a sentence torn by a page break.
  if (hangs(before.text) || goesOn(before.text, after.text)) return true;
  return (running || !mayBeTitle(before.text)) && !isPartTitle(after);
}

/** A Markdown heading goes on below itself only where the source broke it. */
function continuesMarked(before: Line, after: Line, wrapping: Wrapping, text: string): boolean {
  if (before.mark === 0 || after.mark > 0 || startsParagraph(after)) return false;
  if (hangsTitle(before.text)) return true;
  const { width } = wrapping;
  if (width === null || after.gapBefore || isTerminated(before.text) || isTerminated(after.text)) return false;
  return wrapping.measure(before, text) >= width && wrapping.measure(after, text) < width / 2;
}

/** 固定资产投资增长8%以上 on a line of its own: a name and its value, with no mark of a sentence. */
function isRowOfList(text: string): boolean {
  return (
    text.length <= 36 &&
    /^(?!\d)[^，。；：、]{4,30}?(?:\d[%‰]|\d[万亿]{0,2}[元人吨户个家亩斤]|\d(?:%|‰)?.{0,6}(?:左右|以上|以内|以下)|同步)$/.test(
      text,
    )
  );
}

function isPartTitle(line: Line): boolean {
  return PART_TITLE.test(line.text) && mayBeTitle(line.text);
}

/** Titles of parts that stand without a number. */
export const PART_TITLE =
  /回顾|总结|工作安排|工作部署|重点工作|主要工作|主要任务|重点任务|工作任务|^(?:20\d\d年|今年)[^，。；]{0,12}工作$|总体要求|总体思路|主要目标|预期目标|发展目标|奋斗目标|自身建设|发展成就|工作打算|目标任务|主要考虑|工作重点|政府建设|人民满意/;

/** Whether an unfinished line without a number can be a heading: short, of one or two phrases, without figures. */
export function mayBeTitle(text: string): boolean {
  if (text.length > 40 || /[。；：！？]/.test(text)) return false;
  if (text.length <= 36 && PART_TITLE.test(text) && !/我们|我[省市区县旗州]/.test(text)) return true;
  const plain = text.replace(/20\d\d年/g, '');
  return text.length <= 32 && !/\d/.test(plain) && (plain.match(/，/g)?.length ?? 0) <= 1 && !hangs(text);
}

/** 过去五年，我们…, 一年来，我们…: paragraphs of a review begin so one after another. */
export const REFRAIN = /^(?:过去[^，。]{1,4}|[^，。]{2,4}来|这一?[年五]年?)，我们/;

/** Marks that cannot begin a line that anybody wrote. */
const CLOSING = new Set('，、。；：！？”’）》〕】%');

function continuesWrapped(before: Line, after: Line, wrapping: Wrapping, text: string, running: boolean): boolean {
  const width = wrapping.width ?? 0;
  const last = before.text[before.text.length - 1] ?? '';
  const filled = wrapping.measure(before, text);
  const full = filled >= width && !(TERMINAL.has(last) && filled < (wrapping.edge ?? 0) && hadRoom(after));
  if (OPEN.has(last)) return !startsParagraph(after) || full;
  if (!full) {
    if (!running || TERMINAL.has(last) || startsParagraph(after)) return false;
    return !isPartTitle(after) || wrapping.measure(after, text) >= width;
  }
  if (after.bold > 0 || (after.gapBefore && (TERMINAL.has(last) || isTitleLike(before)))) return false;
  // Where paragraphs begin with an indentation, every line without one goes on.
  if (wrapping.indented) return after.indent === 0;
  // What begins so hardly ever stands inside a paragraph, and a title has no mark at its end.
  if (TERMINAL.has(last) && (REFRAIN.test(after.text) || (isPartTitle(after) && wrapping.measure(after, text) < width)))
    return false;
  // A full line that ends inside a sentence goes on, whatever the next one happens to begin with.
  if (startsParagraph(after))
    return !TERMINAL.has(last) && !isTitleLike(before) && !after.gapBefore && !after.text.startsWith('——');
  return true;
}

/**
 * Whether the line before could have held more of this one: it begins with a character that may be parted from what
 * follows. Marks draw the character before them to the next line, figures and words are kept whole.
 */
function hadRoom({ text }: Line): boolean {
  return /^[\u4e00-\u9fff][\u4e00-\u9fff]/.test(text);
}

/** Whether a line begins something of its own: a numbered heading, a salutation, a dash, bold text, a footnote mark. */
export function startsParagraph(line: Line): boolean {
  if (line.mark > 0 || line.bold > 0 || line.bullet) return true;
  const { text } = line;
  return (
    readNumber(text) !== null ||
    text.startsWith('各位代表') ||
    text.startsWith('——') ||
    /^[[(（]?注[\d：:）)\]]/.test(text)
  );
}

/** A number with a unit, as no title has: 8万平方米, 395亩. */
const AMOUNT = /\d(?:\.\d{1,4})?(?:[万亿%个家户亩项条座所处台辆名吨]|公里|平方|千瓦)/;

/** A numbered title on a line of its own: it ends without a mark and is whole all the same. */
function isTitleLike(line: Line): boolean {
  return readNumber(line.text) !== null && !line.text.includes('。') && !AMOUNT.test(line.text);
}

/** The line ends where no phrase does. */
function hangs(text: string): boolean {
  const last = text[text.length - 1] ?? '';
  return OPEN.has(last) || (HANGING.has(last) && !WHOLE.has(text.slice(-2)));
}

/** The same for a numbered title, which may end in almost any character. */
function hangsTitle(text: string): boolean {
  return OPEN.has(text[text.length - 1] ?? '') || (/[的和与及或]$/.test(text) && hangs(text));
}

/** Two pieces of one number: 1 and 2.5%, 12 and 亿元. */
function goesOn(before: string, after: string): boolean {
  const last = before.charCodeAt(before.length - 1);
  const first = after.charCodeAt(0);
  return isDigit(last) && (isDigit(first) || after.startsWith('.') || after.startsWith('%') || isHan(first));
}
