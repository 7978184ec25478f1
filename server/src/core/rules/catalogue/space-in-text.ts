import type { Span } from '../../model';
import { isBlank, isDigit, isHan } from '../../text/characters';
import type { DocumentRule, Finding } from '../rule';
import { prose, quote } from '../support';

/** Spaces between Han characters and digits. */
export const spaceInText: DocumentRule = {
  id: 'space-in-text',
  category: 'punctuation',
  severity: 'information',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: { zh: '汉字与数字之间有空格', en: 'Spaces between Han characters and digits' },
  rationale: {
    zh: '公文中汉字与阿拉伯数字之间不空格，空格多由扫描识别或软件自动排版造成。全文如此的提示一次，个别处有的逐处提示。本规则从不要求增加空格。',
    en: 'Official texts set no space between Han characters and digits; spaces come from scans and automatic typesetting. A file that has them throughout gets one note, else each exception is shown. The rule never asks for a space.',
  },
  sources: ['公文排版通例'],
  options: {},
  examples: [
    { bad: '新建学校5所，改造小区⟦12 个⟧，新增车位800个。', fixed: '新建学校5所，改造小区12个，新增车位800个。' },
    { bad: '投资增长9%，收入⟦增长 8%⟧，消费增长7%。', fixed: '投资增长9%，收入增长8%，消费增长7%。' },
    {
      bad: '新建⟦学校 5⟧ 所，改造小区 12 个，新增车位 800 个，惠及群众 3000 户。',
      fixed: '新建学校5所，改造小区12个，新增车位800个，惠及群众3000户。',
    },
    { bad: '投资增长9%，收入增长⟦8 ⟧%以上。', fixed: '投资增长9%，收入增长8%以上。' },
    { good: '新建学校5所，改造小区12个。' },
    { good: '1. 扩大有效投资\n2. 激活消费市场' },
    { good: '区长 周明远，名 词 解 释，Smart Valley项目。' },
    { good: '新建学校5所；\n12个小区完成改造。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const spaced: Span[] = [];
    let tight = 0;
    for (const block of prose(report, DIGIT)) {
      const raw = report.text.slice(block.start, block.end);
      const found = context.remember(block, 'spaces', () => readSpaces(raw));
      tight += found.tight;
      for (const span of found.spaced) spaced.push({ start: span.start + block.start, end: span.end + block.start });
    }
    const [first] = spaced;
    if (first === undefined) return;
    if (spaced.length > tight || spaced.length >= MANY) yield everywhere(report.text, spaced, first);
    else for (const span of spaced) yield exception(report.text, span);
  },
};

const DIGIT = /\d/;

/** From this number on, exceptions are one habit and no longer slips of their own. */
const MANY = 10;

/** Blanks between a Han character and a digit on one line, and how often the two stand side by side. */
function readSpaces(raw: string): { spaced: Span[]; tight: number } {
  const spaced: Span[] = [];
  let tight = 0;
  for (let at = 1; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    const before = raw.charCodeAt(at - 1);
    if (isBlank(code) && !isBlank(before)) {
      let end = at + 1;
      while (isBlank(raw.charCodeAt(end))) end++;
      const after = raw.charCodeAt(end);
      // 5 %: no one sets it so on purpose.
      if (end < raw.length && (parts(before, after) || (isDigit(before) && isPercent(after))))
        spaced.push({ start: at, end });
      at = end - 1;
      continue;
    }
    if (parts(before, code)) tight++;
  }
  return { spaced, tight };
}

/** Whether one of two units is Han and the other a digit or a percent sign. */
function parts(before: number, after: number): boolean {
  return (isHan(before) && isDigit(after)) || ((isDigit(before) || isPercent(before)) && isHan(after));
}

function isPercent(code: number): boolean {
  return code === 0x25 || code === 0xff05;
}

function everywhere(text: string, spaced: readonly Span[], first: Span): Finding {
  const place = around(text, first);
  return {
    ...place,
    places: [place, ...spaced.slice(1)],
    message: (count) => ({
      zh: `全文汉字与数字之间有 ${count} 处空格，公文不空格。`,
      en: `${count} spaces between Han characters and digits in this text; official texts set none.`,
    }),
    fixes: [
      {
        title: { zh: '全部删去', en: 'Remove them all' },
        kind: 'safe',
        edits: spaced.map((span) => ({ ...span, text: '' })),
      },
    ],
  };
}

function exception(text: string, span: Span): Finding {
  const place = around(text, span);
  return {
    ...place,
    message: {
      zh: `“${text.slice(place.start, place.end)}”中多了空格，应为“${quote(text, place)}”。`,
      en: `“${text.slice(place.start, place.end)}” has a space too many: “${quote(text, place)}”.`,
    },
    fixes: [{ title: { zh: '删去空格', en: 'Remove the space' }, kind: 'safe', edits: [{ ...span, text: '' }] }],
  };
}

/** The space with the word or number on either side, so that it can be seen. */
function around(text: string, span: Span): Span {
  let { start, end } = span;
  if (isDigit(text.charCodeAt(start - 1))) while (isDigit(text.charCodeAt(start - 1))) start--;
  else start -= Math.min(2, countHan(text, start - 1, -1));
  if (isDigit(text.charCodeAt(end)))
    while (isDigit(text.charCodeAt(end)) || text[end] === '%' || text[end] === '.') end++;
  else end += Math.min(1, countHan(text, end, 1));
  return { start, end };
}

function countHan(text: string, from: number, step: 1 | -1): number {
  let count = 0;
  while (count < 2 && isHan(text.charCodeAt(from + count * step))) count++;
  return count;
}
