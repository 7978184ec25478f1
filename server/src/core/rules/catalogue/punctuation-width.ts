import type { BlockKind, Span } from '../../model';
import { isBlank, isDigit, isHan, isLatin, isLineBreak } from '../../text/characters';
import type { DocumentRule, Edit, Finding } from '../rule';
import { matches, quote } from '../support';

/** Half-width , : ; ( ) ? ! in Chinese text. */
export const punctuationWidth: DocumentRule = {
  id: 'punctuation-width',
  category: 'punctuation',
  severity: 'information',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: { zh: '中文里用了半角标点', en: 'Half-width marks in Chinese text' },
  rationale: {
    zh: '中文标点占一个字位，半角的逗号、冒号、分号、括号多由网页转存造成。全文都是半角的只提示一次，可一次改完；个别处不一致的逐处提示。数字、外文、时间、网址、公式中的不算。',
    en: 'Chinese marks are full-width; half-width ones mostly come from web copies. A file that has them throughout gets one finding with one fix for all, else each exception is shown. Marks inside numbers, Latin text, times, addresses and code are left alone.',
  },
  sources: ['GB/T 15834—2011 4.10.3.9、4.13、5.1'],
  options: {},
  examples: [
    {
      bad: '坚持稳中求进⟦,⟧着力扩大内需；坚持改革开放，着力激发活力。',
      fixed: '坚持稳中求进，着力扩大内需；坚持改革开放，着力激发活力。',
    },
    { bad: '怎么看⟦?⟧关键看行动，要抓落实。', fixed: '怎么看？关键看行动，要抓落实。' },
    { good: '张?同志先进事迹，稳中求进，改革创新。' },
    { bad: '建成智能园区⟦(一期)⟧，全力推进二期建设。', fixed: '建成智能园区（一期），全力推进二期建设。' },
    {
      bad: '建成智能园区（一期⟦)⟧，主要任务有三项⟦:⟧稳投资、促消费、强产业。',
      fixed: '建成智能园区（一期），主要任务有三项：稳投资、促消费、强产业。',
    },
    {
      part: 'whole',
      bad: '政府工作报告\n各位代表⟦:⟧\n现在,我向大会报告工作,请予审议.\n一、2024年工作回顾\n一年来,我们稳投资,促消费,强产业;我们抓改革,惠民生(含养老),保平安.',
      fixed:
        '政府工作报告\n各位代表：\n现在，我向大会报告工作，请予审议.\n一、2024年工作回顾\n一年来，我们稳投资，促消费，强产业；我们抓改革，惠民生（含养老），保平安.',
    },
    {
      bad: '健全孵化器⟦-加速器-⟧产业园培育链条，深化京津冀—长三角产业合作。',
      fixed: '健全孵化器—加速器—产业园培育链条，深化京津冀—长三角产业合作。',
    },
    {
      part: 'whole',
      bad: '政府工作报告\n⟦—⟧2025年1月10日在青禾区第十八届人民代表大会第四次会议上\n各位代表：\n现在，我向大会报告工作，请予审议。',
      fixed:
        '政府工作报告\n——2025年1月10日在青禾区第十八届人民代表大会第四次会议上\n各位代表：\n现在，我向大会报告工作，请予审议。',
    },
    { good: '全年接待游客1,250,000人次，会议于10:30开始，比例为3:7。' },
    { good: '引进Smart Valley (Qinghe) Co., Ltd. 研发中心，网址为https://example.cn/a?b=c。' },
    { good: '编制实施方案：1)明确任务；2)落实责任；a)定期调度。' },
    { good: '坚持“稳”字当头，做到三个到位：人员到位、资金到位、措施到位（含乡镇）。' },
    { good: '详见[青禾区规划](https://example.cn/plan)。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const slips: (Slip & Span)[] = [];
    let full = 0;
    for (const block of report.blocks) {
      if (block.kind === 'page' || block.kind === 'directive' || block.kind === 'annex') continue;
      const found = context.remember(block, 'widths', () => readWidths(report.text.slice(block.start, block.end)));
      full += found.full;
      for (const slip of found.slips) {
        const edits = slip.edits.map(({ start, end, text }) => ({
          start: start + block.start,
          end: end + block.start,
          text,
        }));
        slips.push({ start: slip.start + block.start, end: slip.end + block.start, edits });
      }
    }
    for (const block of report.blocks) {
      if (block.kind === 'page' || block.kind === 'directive' || block.kind === 'annex') continue;
      const raw = report.text.slice(block.start, block.end);
      if (block.kind !== 'meta' && !raw.includes('-')) continue;
      for (const dash of context.remember(block, 'dashes', () => readDashes(raw, block.kind))) {
        yield dashFinding(report.text, { start: dash.start + block.start, end: dash.end + block.start });
      }
    }
    const [first] = slips;
    if (first === undefined) return;
    if (slips.length > full || slips.length >= MANY) {
      yield everywhere(slips, first);
      return;
    }
    for (const slip of slips) yield exception(report.text, slip);
  },
};

// 小微企业-中型企业-龙头企业
const CHAIN = /[\u4e00-\u9fff]{2,12}(?:-[\u4e00-\u9fff]{2,12}){2,8}/g;

/** Dashes of half their length: one before the date of the meeting, and hyphens that join the links of a chain. */
function readDashes(raw: string, kind: BlockKind): Span[] {
  const single = kind === 'meta' ? /^[—–－-](?=[ \u3000]{0,4}\d{4}年)/.exec(raw) : null;
  const found = single === null ? [] : [{ start: 0, end: 1 }];
  if (!raw.includes('-')) return found;
  for (const match of matches(CHAIN, raw)) {
    // Where the first and the last link begin and end, nobody can tell.
    const words = match[0];
    found.push({ start: match.index + words.indexOf('-'), end: match.index + words.lastIndexOf('-') + 1 });
  }
  return found;
}

function dashFinding(text: string, place: Span): Finding {
  const words = text.slice(place.start, place.end);
  const right = words.length === 1 ? '——' : '—';
  const edits: Edit[] = [];
  for (let at = place.start; at < place.end; at++)
    if (words.length === 1 || text[at] === '-') edits.push({ start: at, end: at + 1, text: right });
  return {
    ...place,
    message:
      words.length === 1
        ? {
            zh: `日期之前的“${words}”只有半个破折号，应为“——”。`,
            en: `“${words}” before the date is half a dash; write “——”.`,
          }
        : {
            zh: `“${quote(text, place)}”用短横线相连，起止、递进关系用一字线“—”。`,
            en: `“${quote(text, place)}” is joined by hyphens; a chain takes the dash “—”.`,
          },
    fixes: [{ title: { zh: `改为“${right}”`, en: `Change to “${right}”` }, kind: 'safe', edits }],
  };
}

/** From this number on, exceptions are one habit and no longer slips of their own. */
const MANY = 10;

interface Slip extends Span {
  readonly edits: readonly Edit[];
}

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ':': '：',
  ';': '；',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
};
const FULL = new Set('，：；？！（）');

/** Half-width marks of a stretch of original text that stand for full-width ones, and how many full-width ones it has. */
function readWidths(raw: string): { slips: Slip[]; full: number } {
  const slips: Slip[] = [];
  let full = 0;
  let open: { at: number; half: boolean } | null = null;
  // A stretch that lost characters shows them as question marks.
  const lossy = raw.includes('??') || raw.includes('\ufffd');
  for (let at = 0; at < raw.length; at++) {
    // Nearly all units are Han characters; no mark in question has a code between theirs.
    const code = raw.charCodeAt(at);
    if (code > 0x3f && code < 0xff00) continue;
    const character = raw[at] ?? '';
    if (FULL.has(character)) full++;
    if (character === '(' || character === '（') {
      open = { at, half: character === '(' };
      continue;
    }
    if (character === ')' || character === '）') {
      const bracket = bracketSlip(raw, open, at, character === ')');
      if (bracket !== null) slips.push(bracket);
      open = null;
      continue;
    }
    const wide = WIDE[character];
    if (wide === undefined || !isChinese(raw, at, lossy)) continue;
    slips.push({ start: at, end: at + 1, edits: [{ start: at, end: at + 1 + blanksAfter(raw, at), text: wide }] });
  }
  return { slips, full };
}

function bracketSlip(raw: string, open: { at: number; half: boolean } | null, at: number, half: boolean): Slip | null {
  // A closing bracket alone is part of an item number: 1)
  if (open === null || (!open.half && !half)) return null;
  const inside = raw.slice(open.at + 1, at);
  if (at - open.at > 120 || raw[open.at - 1] === ']' || isSyllable(inside)) return null;
  const chinese = isChineseSide(raw, before(raw, open.at)) || hasHan(inside) || isChineseSide(raw, after(raw, at));
  if (!chinese) return null;
  const edits: Edit[] = [];
  if (open.half) edits.push({ start: open.at, end: open.at + 1, text: '（' });
  if (half) edits.push({ start: at, end: at + 1, text: '）' });
  return { start: open.half ? open.at : at, end: half ? at + 1 : open.at + 1, edits };
}

/** Pinyin in brackets (區(qū)) is noise of the source, not a bracket of the writer. */
function isSyllable(inside: string): boolean {
  return inside.length <= 7 && /^[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü·]+$/.test(inside);
}

function isChinese(raw: string, at: number, lossy: boolean): boolean {
  const character = raw[at];
  const left = before(raw, at);
  const right = after(raw, at);
  if (character === '?') {
    const ends = right >= raw.length || /[”’》）\n\r]/.test(raw[right] ?? '');
    return !lossy && (ends || asks(raw, left)) && isHan(raw.charCodeAt(left));
  }
  if (isDigit(raw.charCodeAt(at - 1)) && isDigit(raw.charCodeAt(at + 1))) return false;
  if (isLatinSide(raw, left) && isLatinSide(raw, right)) return false;
  if (character === ':' && raw.startsWith('//', at + 1)) return false;
  return isChineseSide(raw, left) || isChineseSide(raw, right);
}

// 怎么看  什么  是不是
const QUESTION = /什么|怎[么样]|如何|为何|[谁哪几吗呢]|多少|是否|(.)不\1/;

/** Whether the clause that ends at `left` is a question: elsewhere a question mark may be a lost character. */
function asks(raw: string, left: number): boolean {
  const clause =
    raw
      .slice(Math.max(0, left - 30), left + 1)
      .split(/[，。；：！？?,;:\n\r]/)
      .at(-1) ?? '';
  return QUESTION.test(clause);
}

/** The nearest unit to the left that is no blank; -1 at the start. */
function before(raw: string, at: number): number {
  let i = at - 1;
  while (i >= 0 && isSpace(raw, i)) i--;
  return i;
}

function after(raw: string, at: number): number {
  let i = at + 1;
  while (i < raw.length && isSpace(raw, i)) i++;
  return i;
}

function isSpace(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return isBlank(code) || isLineBreak(code) || raw[at] === '*';
}

function blanksAfter(raw: string, at: number): number {
  let i = at + 1;
  while (i < raw.length && isBlank(raw.charCodeAt(i))) i++;
  return i < raw.length && isLineBreak(raw.charCodeAt(i)) ? 0 : i - at - 1;
}

function isLatinSide(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return isLatin(code) || isDigit(code);
}

/** Han characters and the marks of Chinese text. */
function isChineseSide(raw: string, at: number): boolean {
  const code = raw.charCodeAt(at);
  return isHan(code) || /[“”‘’《》、。（）〔〕％，；：]/.test(raw[at] ?? '');
}

function hasHan(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) return true;
  return false;
}

function everywhere(slips: readonly Slip[], first: Slip): Finding {
  return {
    start: first.start,
    end: first.end,
    places: slips,
    message: (count) => ({
      zh: `全文有 ${count} 处半角标点，中文应用全角标点。`,
      en: `${count} half-width marks in this text; Chinese text takes full-width ones.`,
    }),
    fixes: [
      {
        title: { zh: '全文改用全角标点', en: 'Use full-width marks throughout' },
        kind: 'safe',
        edits: slips.flatMap((slip) => slip.edits),
      },
    ],
  };
}

function exception(text: string, slip: Slip): Finding {
  const marks = slip.edits.map((edit) => edit.text).join('');
  return {
    start: slip.start,
    end: slip.end,
    message: {
      zh: `“${quote(text, slip)}”用了半角标点，应为“${marks}”。`,
      en: `“${quote(text, slip)}” has half-width marks; use “${marks}”.`,
    },
    fixes: [{ title: { zh: `改为“${marks}”`, en: `Change to “${marks}”` }, kind: 'safe', edits: slip.edits }],
  };
}
