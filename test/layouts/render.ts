import { Converter as toTraditional } from 'opencc-js/cn2t';
import { Converter as toSimplified } from 'opencc-js/t2cn';
import type { Axes } from './axes';
import type { Random } from './random';
import type { Draft } from './report';
import type { Span, Truth } from './truth';
import type { Line } from './writer';

/** The text as a file would hold it, with the truth in its offsets. */
export interface Laid {
  readonly text: string;
  readonly truth: Truth;
}

/** What becomes of each unit of the logical text: what is printed before it, in its place and after it. */
interface Cells {
  readonly before: string[];
  readonly at: string[];
  readonly after: string[];
}

const standards = ['tw', 'tw', 'hk', 't'] as const;
const converters = new Map(
  standards.map((standard) => [
    standard,
    { there: toTraditional({ from: 'cn', to: standard }), back: toSimplified({ from: standard, to: 'cn' }) },
  ]),
);

/** Lays the logical lines out as the axes say. */
export function render(draft: Draft, axes: Axes, random: Random): Laid {
  const cells: Cells = {
    before: new Array<string>(draft.text.length + 1).fill(''),
    at: draft.text.split(''),
    after: new Array<string>(draft.text.length + 1).fill(''),
  };
  if (axes.script === 'traditional') useTraditional(cells, draft, random.pick(standards));
  if (axes.quotes === 'corner') cells.at.forEach((unit, index) => (cells.at[index] = corners[unit] ?? unit));
  usePinyin(cells, draft, axes, random);
  useSpaces(cells, draft, axes);
  useWidths(cells, axes, random);
  const eol = axes.eol === 'crlf' ? '\r\n' : axes.eol === 'cr' ? '\r' : '\n';
  breakLines(cells, draft, axes, random, eol);
  return join(cells, draft);
}

function useTraditional(cells: Cells, draft: Draft, standard: (typeof standards)[number]): void {
  const converter = converters.get(standard);
  if (converter === undefined) return;
  for (const line of draft.lines) {
    const source = draft.text.slice(line.start, line.end);
    const converted = converter.there(source);
    const back = converter.back(converted);
    // A character that does not come back as it was would make the truth unclear; it stays as it is.
    for (let index = 0; index < source.length; index += 1) {
      const same = converted.length === source.length && back.length === source.length && back[index] === source[index];
      if (same) cells.at[line.start + index] = converted[index] ?? '';
    }
  }
}

const corners: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };

/** Invented readings: what stands in the brackets must look like pinyin, it need not be right. */
const syllables = [
  'jiān',
  'chǎn',
  'yè',
  'fā',
  'zhǎn',
  'guó',
  'xiàn',
  'qū',
  'lǐ',
  'huì',
  'shí',
  'zhèng',
  'nóng',
  'dǎng',
  'lǜ',
  'é',
  'chuàng',
  'shū',
];

function usePinyin(cells: Cells, draft: Draft, axes: Axes, random: Random): void {
  if (axes.pinyin === 'none') return;
  const every = random.int(9, 40);
  const toneless = random.chance(0.3);
  let count = 0;
  for (let index = 0; index < draft.text.length; index += 1) {
    const source = draft.text[index] ?? '';
    if (!/\p{Script=Han}/u.test(source)) continue;
    count += 1;
    const marked = axes.pinyin === 'traditional-only' ? cells.at[index] !== source : count % every === 0;
    if (!marked) continue;
    const syllable = syllables[(source.codePointAt(0) ?? 0) % syllables.length] ?? 'yī';
    const plain = syllable
      .normalize('NFD')
      .replace(/[\u0300-\u0304\u030c]/gu, '')
      .normalize('NFC');
    cells.after[index] = `(${toneless ? plain : syllable})`;
  }
}

function useSpaces(cells: Cells, draft: Draft, axes: Axes): void {
  const space = { none: '', ascii: ' ', en: '\u2002', 'no-break': '\u00a0' }[axes.spaces as 'none'];
  if (space === '') return;
  for (const line of draft.lines) {
    if (line.kind === 'page') continue;
    for (let index = line.start + 1; index < line.end; index += 1) {
      const left = draft.text[index - 1] ?? '';
      const right = draft.text[index] ?? '';
      const han = /\p{Script=Han}/u;
      const latin = /[0-9A-Za-z]/u;
      if ((han.test(left) && latin.test(right)) || (/[0-9A-Za-z%]/u.test(left) && han.test(right))) {
        cells.before[index] = space;
      }
    }
  }
}

const narrow: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
  '．': '.',
  '～': '~',
  '／': '/',
};
/** ㈠ and its kin come apart in NFKC. */
function parted(unit: string): string {
  return /[\u3220-\u3229]/u.test(unit) ? unit.normalize('NFKC') : (narrow[unit] ?? unit);
}

function useWidths(cells: Cells, axes: Axes, random: Random): void {
  for (let index = 0; index < cells.at.length; index += 1) {
    const unit = cells.at[index] ?? '';
    if (axes.widths === 'nfkc') cells.at[index] = parted(unit);
    else if (axes.widths === 'mixed') cells.at[index] = random.chance(0.3) ? (narrow[unit] ?? unit) : unit;
    else if (axes.widths === 'commas' && unit === '，') cells.at[index] = ',';
    else if (axes.widths === 'percent' && unit === '%') cells.at[index] = '％';
    else if (axes.widths === 'full-digits') {
      if (/\d/u.test(unit)) cells.at[index] = String.fromCharCode(unit.charCodeAt(0) + 0xfee0);
      else if (unit === '%') cells.at[index] = '％';
    }
  }
}

/** Closing marks that typesetters never let begin a line. */
const neverFirst = /[，。、；：！？）”》％%,;:!?)\]］]/u;
const neverLast = /[（“《([［]/u;

function breakLines(cells: Cells, draft: Draft, axes: Axes, random: Random, eol: string): void {
  const width = axes.wrap === 'columns' ? random.int(70, 80) : random.int(30, 45);
  const indent = { none: '', wide: '　　', four: '    ', tab: '\t' }[axes.indent as 'none'];
  // Machines annotate texts that were broken before, or break texts that were annotated.
  const annotatedFirst = random.chance(0.3);
  let sincePage = 0;
  let pageNumber = axes.pages === 'newspaper' ? 1 : random.int(1, 3);
  // A newspaper turns its page once or twice, a document every few hundred characters.
  const pageLength = axes.pages === 'newspaper' ? random.int(2000, 3000) : random.int(450, 800);
  draft.lines.forEach((line, order) => {
    const wide = axes.indent !== 'none' && (line.kind === 'body' || line.kind === 'heading' || line.kind === 'entry');
    const lead = wide && draft.text[line.start] !== '#' ? indent : '';
    cells.before[line.start] = lead + (cells.before[line.start] ?? '');
    const flowing = axes.paragraphs === 'spaces' && flowsOn(draft, order) && line.kind !== 'page';
    if (flowing) {
      cells.before[line.start] = '';
      cells.at[line.start - 1] = '　　';
    } else if (order > 0) {
      const one = axes.eol === 'mixed' ? random.pick(['\n', '\r\n']) : eol;
      const end =
        axes.trailing === 'spaces' && random.chance(0.3)
          ? '  '
          : axes.trailing === 'zero-width' && random.chance(0.2)
            ? '\u200b'
            : '';
      cells.at[line.start - 1] = end + (axes.blank === 'yes' && line.kind !== 'page' ? one + one : one);
    }
    const paged = axes.pages !== 'none' && line.kind === 'body';
    // Markdown headings are one line by definition.
    const markdown = draft.text[line.start] === '#';
    const wrapped = axes.wrap !== 'none' && line.kind !== 'page' && line.kind !== 'title' && !markdown;
    if (!paged && !wrapped) return;
    let column = widthOf(lead, axes.wrap);
    for (let index = line.start; index < line.end; index += 1) {
      const unit =
        (index === line.start ? '' : (cells.before[index] ?? '')) +
        (cells.at[index] ?? '') +
        (annotatedFirst ? (cells.after[index] ?? '') : '');
      const size = widthOf(unit, axes.wrap);
      sincePage += 1;
      if (index > line.start && paged && sincePage > pageLength && mayPageEnd(draft.text, index, line)) {
        cells.before[index] = pageBreak(axes.pages, pageNumber, eol) + (cells.before[index] ?? '').trim();
        pageNumber += 1;
        sincePage = 0;
        column = size;
        continue;
      }
      if (wrapped && column + size > width && index > line.start && mayBreak(draft.text, index, axes)) {
        cells.before[index] = eol + (cells.before[index] ?? '').trim();
        column = size;
        continue;
      }
      column += size;
    }
  });
}

/** Whether the line before belongs to the text of the report too, so that both may stand on one line. */
function flowsOn(draft: Draft, order: number): boolean {
  const before = draft.lines[order - 1];
  return before !== undefined && (before.kind === 'body' || before.kind === 'heading' || before.kind === 'entry');
}

function mayBreak(text: string, index: number, axes: Axes): boolean {
  const left = text[index - 1] ?? '';
  const right = text[index] ?? '';
  // Nobody breaks inside Markdown marks.
  if (left === '*' || right === '*' || left === '#' || right === ' ') return false;
  if (axes.wrapStyle === 'blunt') return true;
  if (neverFirst.test(right) || neverLast.test(left)) return false;
  if (left === '—' && right === '—') return false;
  return !(/[0-9A-Za-z.]/u.test(left) && /[0-9A-Za-z.%]/u.test(right));
}

function mayPageEnd(text: string, index: number, line: Line): boolean {
  if (index - line.start < 30 || line.end - index < 15) return false;
  const han = /\p{Script=Han}/u;
  return (
    han.test(text[index - 1] ?? '') && han.test(text[index] ?? '') && !/[一二三四五六七八九第]/u.test(text[index] ?? '')
  );
}

function pageBreak(style: string, page: number, eol: string): string {
  if (style === 'dashed') return `${eol}${eol}- ${page} -${eol}${eol}`;
  if (style === 'plain') return `${eol}${eol}${page}${eol}${eol}`;
  if (style === 'total') return `${eol}${eol}第 ${page} 页 共 ${page + 20} 页${eol}${eol}`;
  if (style === 'header') return `${eol}${eol}${page}${eol}${eol}政府工作报告${eol}${eol}`;
  if (style === 'newspaper')
    return `${eol}（下转第${page === 1 ? '二' : '三'}版）${eol}（上接第${page === 1 ? '一' : '二'}版）${eol}`;
  return `${eol}${eol}`;
}

function widthOf(text: string, wrap: string): number {
  if (wrap !== 'columns') return text.length;
  let width = 0;
  for (const unit of text) width += unit.charCodeAt(0) > 0x2e7f || /[“”—]/u.test(unit) ? 2 : 1;
  return width;
}

function join(cells: Cells, draft: Draft): Laid {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (let index = 0; index < draft.text.length; index += 1) {
    text += cells.before[index] ?? '';
    starts.push(text.length);
    text += cells.at[index] ?? '';
    ends.push(text.length);
    text += cells.after[index] ?? '';
  }
  starts.push(text.length);
  const start = (offset: number): number => starts[offset] ?? text.length;
  const end = (offset: number): number => (offset === 0 ? 0 : (ends[offset - 1] ?? text.length));
  const move = <T extends Span>(span: T): T => ({ ...span, start: start(span.start), end: end(span.end) });
  const { truth } = draft;
  return {
    text,
    truth: {
      ...truth,
      headings: truth.headings.map((one) => ({ ...one, starts: one.starts.map(start) })),
      glossary: truth.glossary.map((one) => ({
        ...move(one),
        definitionStart: start(one.definitionStart),
        definitionEnd: end(one.definitionEnd),
      })),
      targets: truth.targets.map(move),
      results: truth.results.map(move),
      open: truth.open.map(move),
    },
  };
}
