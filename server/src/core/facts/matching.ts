import type { Block, Reading } from '../model';
import { isDigit, isHan, isLatin } from '../text/characters';
import type { Offsets } from '../text/offsets';
import { offsets } from '../text/offsets';
import type { Openings } from '../text/openings';
import { createOpenings } from '../text/openings';

/** An occurrence of the term of `entry` in a block; all offsets are reading offsets of that block. */
export interface TermMatch {
  /** Index into the list that the matcher was made of. */
  readonly entry: number;
  /** With the quotation marks and those words of the headword that stand around the core. */
  readonly start: number;
  readonly end: number;
  /** The core alone, without quotation marks. */
  readonly coreStart: number;
  readonly coreEnd: number;
  /** Whether the words that the headword puts before its core stand here too; true where it has none. */
  readonly led: boolean;
  /** Whether another generic noun follows than the one that the headword has (“四个一”行动 for “四个一”工程). */
  readonly otherTail: boolean;
}

/** What a matcher is made of: a headword, or (`literal`) a term that has no other form than with and without quotes. */
export interface Matchable {
  readonly term: string;
  readonly literal?: boolean;
}

/** Finds the occurrences of many terms at once. */
export interface TermMatcher {
  /** In order of place; of one entry the longest at each place, of different entries all. */
  find(block: Pick<Block, 'text' | 'reading'>): TermMatch[];
}

/**
 * Makes a matcher of headwords as a glossary prints them. It sees a term whatever is done to it in running text: quotes
 * moved or dropped, a generic noun behind it dropped or swapped, 的, 等 or 系列 between, a year or modifier before it
 * dropped, one of two joined terms alone, a verb before it inside the quotes (“清四乱”). It does not see it inside longer
 * words: short cores need quotes or the words of their headword around them.
 */
export function createTermMatcher(entries: readonly Matchable[]): TermMatcher {
  const forms: EntryForm[] = [];
  entries.forEach(({ term, literal }, entry) => {
    for (const form of literal === true ? [literalForm(term)] : termForms(term)) forms.push({ form, entry });
  });
  // Of the forms at one place the longer ones come later and replace the shorter.
  forms.sort((a, b) => a.form.text.length - b.form.text.length);
  const openings = createOpenings<EntryForm>();
  for (const one of forms) openings.add(one.form.text, one);
  return {
    find(block) {
      return scan(openings, foldedText(block.text, block.reading));
    },
  };
}

/**
 * Whether two headwords name one thing: the same core whatever the quotes and generic nouns around it, unless both say
 * before it what it belongs to and say it differently (能耗“双控”, 水资源“双控”).
 */
export function sameTerm(a: string, b: string): boolean {
  const x = splitTerm(a);
  const y = splitTerm(b);
  if (x.whole === y.whole) return true;
  if (x.core !== y.core || x.cores.length !== y.cores.length) return false;
  if (x.before === '' || y.before === '') return true;
  return x.before.includes(y.before) || y.before.includes(x.before);
}

/** A headword without quotes and spaces: one for one term, while different generic nouns behind a core make two. */
export function bareTerm(term: string): string {
  return term.replace(/[“”‘’\s]/g, '');
}

/** The core of a headword in folded form (三提三降 of “三提三降”攻坚行动): equal for all ways to print one term. */
export function termCore(term: string): string {
  return splitTerm(term).core;
}

/** The core of a term that stands in quotes, given without them. */
export function quotedCore(text: string): string {
  let core = quotedCores.get(text);
  if (core === undefined) {
    if (quotedCores.size >= MOST_SPLITS) quotedCores.clear();
    quotedCores.set(text, (core = termCore(`“${text}”`)));
  }
  return core;
}

const quotedCores = new Map<string, string>();

/** A mark that leads to a note, such as [12], 〔3〕 or ①, at `start`; null where there is none. */
export function noteMarkAt(text: string, start: number): { readonly number: number; readonly length: number } | null {
  const code = text.charCodeAt(start);
  if (code >= 0x2460 && code <= 0x2473) return { number: code - 0x245f, length: 1 };
  // ㉑ to ㉟, ㊱ to ㊿
  if (code >= 0x3251 && code <= 0x325f) return { number: code - 0x3251 + 21, length: 1 };
  if (code >= 0x32b1 && code <= 0x32bf) return { number: code - 0x32b1 + 36, length: 1 };
  if (code !== 0x5b && code !== 0x3014 && code !== 0x3010) return null;
  const bracket = /^[[〔【](\d{1,3})[\]〕】]/.exec(text.slice(start, start + 5));
  return bracket === null ? null : { number: Number(bracket[1]), length: bracket[0].length };
}

/** Nouns that follow a coined term without being part of it, longest first. */
const GENERIC = [
  '专项行动',
  '攻坚行动',
  '提升行动',
  '百日攻坚',
  '服务模式',
  '工作机制',
  '管理机制',
  '产业体系',
  '政策体系',
  '服务体系',
  '示范区',
  '示范县',
  '攻坚战',
  '管理',
  '行动',
  '活动',
  '建设',
  '工程',
  '体系',
  '机制',
  '模式',
  '问题',
  '政策',
  '产业',
  '计划',
  '项目',
  '要求',
  '企业',
  '工作',
  '提升',
  '攻坚',
  '制度',
  '改革',
  '试点',
  '平台',
  '战略',
  '规划',
  '目标',
  '任务',
  '品牌',
  '格局',
  '布局',
  '理念',
  '创建',
  '服务',
  '治理',
  '园区',
  '集群',
  '措施',
  '效能',
  '现象',
];

/** What may stand between a term and the noun behind it. */
const LINKS = ['系列', '等', '的', ''];

const NUMERALS = new Set('一二三四五六七八九十百千万两双零〇');

interface Form {
  /** What to look for, folded. */
  readonly text: string;
  /** Where the core is in it. */
  readonly coreStart: number;
  readonly coreEnd: number;
  /** Whether it counts only between quotes of its own or among the words of its headword. */
  readonly shy: boolean;
  readonly before: string;
  readonly after: string;
}

interface SplitTerm {
  readonly whole: string;
  readonly before: string;
  readonly cores: readonly string[];
  /** The cores as one text. */
  readonly core: string;
  readonly after: string;
}

/** Splits seen before: rules and features ask for the same few thousand terms again and again. */
const splits = new Map<string, SplitTerm>();
const MOST_SPLITS = 20_000;

function splitTerm(term: string): SplitTerm {
  let split = splits.get(term);
  if (split === undefined) {
    if (splits.size >= MOST_SPLITS) splits.clear();
    const cut = cutTerm(term);
    split = { ...cut, core: cut.cores.join('、') };
    splits.set(term, split);
  }
  return split;
}

/** Takes a headword apart into cores and what stands around them. Everything is folded. */
function cutTerm(term: string): Omit<SplitTerm, 'core'> {
  const plain = term.replace(/\s+/g, '');
  const whole = fold(plain);
  const quoted: string[] = [];
  let first = -1;
  let last = 0;
  for (let at = plain.indexOf('“'); at >= 0; at = plain.indexOf('“', last)) {
    const close = plain.indexOf('”', at + 1);
    if (close < 0) break;
    const inside = fold(plain.slice(at + 1, close));
    if (inside !== '') quoted.push(inside);
    if (first < 0) first = at;
    last = close + 1;
  }
  if (quoted.length > 0) {
    const before = withoutLead(fold(plain.slice(0, first)));
    const after = fold(plain.slice(last));
    return { whole, before, cores: quoted.map((core) => withoutGeneric(core)), after };
  }
  const body = withoutLead(whole);
  const core = withoutGeneric(body);
  const parts = core.split(/[、和与及]/);
  if (parts.length > 1 && parts.every((part) => part.length >= 3)) {
    return { whole, before: '', cores: parts, after: body.slice(core.length) };
  }
  return { whole, before: '', cores: [core], after: body.slice(core.length) };
}

/** The forms in which a headword may stand in running text. */
function termForms(term: string): Form[] {
  const { whole, before, cores, after } = splitTerm(term);
  const forms: Form[] = [];
  const only = cores.length === 1 ? (cores[0] ?? '') : null;
  const add = (text: string, coreStart: number, coreEnd: number, shy: boolean): void => {
    if (text.length < 2 || forms.some((form) => form.text === text)) return;
    forms.push({ text, coreStart, coreEnd, shy, before, after });
  };
  if (whole.length >= 4) {
    const at = only === null ? -1 : whole.indexOf(only);
    if (only !== null && at >= 0) add(whole, at, at + only.length, isShy(whole));
    else add(whole, 0, whole.length, isShy(whole));
  }
  for (const core of cores) {
    add(core, 0, core.length, isShy(core));
    // 农村三变 stands as “三变” too, 金融五篇大文章 as 五篇大文章.
    const tail = /^.{2,8}?([一二三四五六七八九十两双].{1,5})$/.exec(core)?.[1];
    if (only !== null && before === '' && tail !== undefined && !NUMERALS.has(core[0] ?? '') && !/[+、]/.test(core)) {
      add(tail, 0, tail.length, tail.length < 4 || isShy(tail));
    }
    // 五个一包联机制 stands as “五个一”机制 too.
    const count = only === null ? undefined : COUNT_OF_ONES.exec(core)?.[0];
    if (count !== undefined && count.length < core.length) add(count, 0, count.length, true);
    // 10件民生实事 is written 十件民生实事 as well.
    const swapped = swapCount(core);
    if (swapped !== null) add(swapped, 0, swapped.length, false);
  }
  return forms;
}

const COUNT_OF_ONES = /^[一二三四五六七八九十]个[一二三四五六七八九十]/;

function literalForm(term: string): Form {
  const text = fold(term);
  return { text, coreStart: 0, coreEnd: text.length, shy: isShy(text), before: '', after: '' };
}

/** Whether a form is too short or too plain to be believed without quotes. */
function isShy(core: string): boolean {
  // 8210: a bare figure can be anything.
  if (/^[\d.]+$/.test(core)) return true;
  if (core.includes('+')) return core.length < 3;
  if (core.length <= 2) return true;
  // 好社区: “建好社区食堂” is something else.
  return core.length === 3 && '好大小新老多高'.includes(core[0] ?? '');
}

/** Drops a year or a word of scope before a headword: 2026年10件民生实事, 全市“六大工程”, 新时代“枫桥经验”. */
function withoutLead(text: string): string {
  const rest = text.replace(/^(?:(?:19|20)\d\d年度?|全[国省市区县旗州盟]|新时代|我[省市区县旗])/, '');
  return rest.length >= 4 || rest.length === 0 || rest === text ? rest : text;
}

/** Drops generic nouns behind a core, as long as something with a face of its own is left. */
function withoutGeneric(text: string): string {
  let core = text;
  for (let i = 0; i < 3; i++) {
    // The longest noun that leaves a core: 八大攻坚 of 八大攻坚行动, where 攻坚行动 would leave a bare count.
    const tail = GENERIC.find((noun) => core.endsWith(noun) && standsAlone(core.slice(0, -noun.length)));
    if (tail === undefined) return core;
    core = core.slice(0, -tail.length);
  }
  return core;
}

function standsAlone(rest: string): boolean {
  const numeric = NUMERALS.has(rest[0] ?? '') || /[\dA-Z]/.test(rest);
  return rest.length >= (numeric ? 2 : 3) && !isCountOnly(rest);
}

/** 四大 of 四大行动, 三个 of 三个项目: a count has no meaning without its noun; 3510 of 3510体系 is a code. */
function isCountOnly(text: string): boolean {
  return /^(?:[一二三四五六七八九十百两双]+|\d{1,2})[个大项件类条种批]?$/.test(text) && !/^双.$/.test(text);
}

const DIGITS = '〇一二三四五六七八九十';

/** A count in the other kind of figures, for headwords long enough to be told from a plain count; null where there is none. */
function swapCount(core: string): string | null {
  if (core.length < 5) return null;
  // 10件民生实事, 十件民生实事
  const match = /^(10|[1-9一二三四五六七八九十])(?=[件项])/.exec(core);
  if (match === null) return null;
  const count = match[1] ?? '';
  const at = DIGITS.indexOf(count);
  const other = at >= 0 ? String(at) : (DIGITS[Number(count)] ?? '');
  return other + core.slice(count.length);
}

/** A text without quotes, blanks and note marks, letters in capitals; knows where everything stood. */
interface Folded {
  readonly text: string;
  /** Offset in the unfolded text of each unit, one more at the end; null where nothing was left out. */
  readonly at: Offsets | null;
  /** Innermost quotation each unit stands in, as index + 1 into `quotations`, 0 for none; null where there are none. */
  readonly within: Offsets | null;
  /** Ranges of what stands between quotes, in folded offsets. */
  readonly quotations: readonly (readonly [number, number])[];
  /** The nearest end of a quotation by where it starts, and the nearest start by where it ends. */
  readonly ends: ReadonlyMap<number, number>;
  readonly starts: ReadonlyMap<number, number>;
}

const foldedTexts = new WeakMap<Reading, Folded>();

function foldedText(text: string, reading: Reading): Folded {
  let folded = foldedTexts.get(reading);
  if (folded === undefined) {
    folded = foldText(text);
    foldedTexts.set(reading, folded);
  }
  return folded;
}

/** Quotations longer than this are speech; their ends say nothing about words. */
const LONGEST_QUOTATION = 60;

/** What folding changes or takes note of: quotes, blanks, small letters, note marks. */
const FOLDABLE = /[‘’“” a-z[〔【\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]/;
const NO_ENDS: ReadonlyMap<number, number> = new Map();

function foldText(text: string): Folded {
  if (!FOLDABLE.test(text)) return { text, at: null, within: null, quotations: [], ends: NO_ENDS, starts: NO_ENDS };
  const at = offsets(text.length);
  let within: Offsets | null = null;
  const quotations: [number, number][] = [];
  const ends = new Map<number, number>();
  const starts = new Map<number, number>();
  const open: number[] = [];
  let out = '';
  /** How much of the text is folded already, and where what is not yet taken over begins. */
  let length = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x201c || code === 0x2018) {
      open.push(length);
      out += text.slice(from, i);
      from = i + 1;
      continue;
    }
    if (code === 0x201d || code === 0x2019) {
      out += text.slice(from, i);
      from = i + 1;
      const start = open.pop();
      if (start === undefined || length === start || length - start > LONGEST_QUOTATION) continue;
      quotations.push([start, length]);
      ends.set(start, Math.min(ends.get(start) ?? length, length));
      starts.set(length, Math.max(starts.get(length) ?? start, start));
      within ??= offsets(text.length);
      for (let k = start; k < length; k++) if (within[k] === 0) within[k] = quotations.length;
      continue;
    }
    if (code === 0x20) {
      out += text.slice(from, i);
      from = i + 1;
      continue;
    }
    const mark = noteMarkAt(text, i);
    if (mark !== null) {
      out += text.slice(from, i);
      i += mark.length - 1;
      from = i + 1;
      continue;
    }
    at[length++] = i;
    if (code >= 0x61 && code <= 0x7a) {
      out += text.slice(from, i) + String.fromCharCode(code - 32);
      from = i + 1;
    }
  }
  out += text.slice(from);
  at[length] = text.length;
  return { text: out, at, within, quotations, ends, starts };
}

function fold(text: string): string {
  return foldText(text).text;
}

interface EntryForm {
  readonly form: Form;
  readonly entry: number;
}

function scan(openings: Openings<EntryForm>, folded: Folded): TermMatch[] {
  const { text } = folded;
  const found: TermMatch[] = [];
  /** End of the last match of each entry in folded offsets: what lies inside it is no match of its own. */
  const ends = new Map<number, number>();
  for (let i = openings.next(text, 0); i < text.length; i = openings.next(text, i + 1)) {
    const candidates = openings.at(text, i);
    if (candidates === undefined) continue;
    let here: { match: TermMatch; end: number }[] | undefined;
    for (const { form, entry } of candidates) {
      if (!text.startsWith(form.text, i)) continue;
      const end = i + form.text.length;
      if ((ends.get(entry) ?? 0) > i || !stands(folded, form, i, end)) continue;
      const match = place(folded, form, entry, i);
      here = here?.filter((one) => one.match.entry !== entry) ?? [];
      here.push({ match, end });
    }
    if (here === undefined) continue;
    for (const { match, end } of here) {
      found.push(match);
      ends.set(match.entry, end);
    }
  }
  return found;
}

/** Whether the form at `from..to` stands as a word of its own. */
function stands(folded: Folded, form: Form, from: number, to: number): boolean {
  const { text, within, quotations } = folded;
  const left = quotations[(within?.[from] ?? 0) - 1];
  const right = quotations[(within?.[to - 1] ?? 0) - 1];
  // A match may not begin amid one quotation and end outside it, but for a verb before it or a generic noun behind it.
  if (left !== undefined && left[0] < from && left[1] < to && from - left[0] !== 1) return false;
  if (right !== undefined && right[1] > to && right[0] > from && !isGeneric(text.slice(to, right[1]))) return false;
  const opens = folded.ends.has(from);
  const closes = folded.starts.has(to);
  if (!opens && !freeBefore(text, from)) return false;
  if (!closes && !freeAfter(text, to, form)) return false;
  if (!form.shy) return true;
  if (opens && closes) return true;
  if (left !== undefined && left === right && insideQuotation(text, left, from, to)) return true;
  if (form.text !== form.text.slice(form.coreStart, form.coreEnd)) return true;
  if (form.before.length >= 2 && text.endsWith(form.before, from)) return true;
  return form.after.length >= 2 && tailLength(text, to, form.after) > 0;
}

/** Whether a short core inside a longer quotation is meant: “清四乱”, “五办工作”, “四乱、六乱”. */
function insideQuotation(text: string, [start, end]: readonly [number, number], from: number, to: number): boolean {
  if (from === start && isGeneric(text.slice(to, end))) return true;
  if (to === end && from - start === 1 && isHan(text.charCodeAt(start)) && !NUMERALS.has(text[start] ?? ''))
    return true;
  const freeLeft = from === start || '、和与及'.includes(text[from - 1] ?? ' ');
  const freeRight = to === end || '、和与及'.includes(text[to] ?? ' ');
  return freeLeft && freeRight;
}

function isGeneric(text: string): boolean {
  return GENERIC.includes(text);
}

/** A figure or formula must not go on to the left: no 四个一 in 十四个一, no 2+N in 12+N. */
function freeBefore(text: string, from: number): boolean {
  const before = text.charCodeAt(from - 1);
  const first = text.charCodeAt(from);
  if (isDigit(first)) return !(isDigit(before) || isLatin(before) || '+.'.includes(text[from - 1] ?? ' '));
  if (isLatin(first)) return !(isLatin(before) || text[from - 1] === '+');
  if (!NUMERALS.has(text[from] ?? '')) return true;
  return !(isDigit(before) || NUMERALS.has(text[from - 1] ?? ' ') || '第+.'.includes(text[from - 1] ?? ' '));
}

/** Nor to the right: no 2+N in 2+N+X, no 四个一 in 四个一批. */
function freeAfter(text: string, to: number, form: Form): boolean {
  const last = text.charCodeAt(to - 1);
  const next = text.charCodeAt(to);
  if (isDigit(last) || isLatin(last)) return !(isDigit(next) || isLatin(next) || '+.%'.includes(text[to] ?? ' '));
  if (!NUMERALS.has(text[to - 1] ?? '') || !isHan(next)) return true;
  if ('的等和与及在为是'.includes(text[to] ?? ' ')) return true;
  return tailLength(text, to, form.after) > 0 || GENERIC.some((noun) => text.startsWith(noun, to));
}

/** Length of the headword's own tail at `at`, with 的, 等 or 系列 before it; 0 where it does not follow. */
function tailLength(text: string, at: number, after: string): number {
  if (after === '') return 0;
  for (const link of LINKS) {
    if (text.startsWith(link, at) && text.startsWith(after, at + link.length)) return link.length + after.length;
  }
  return 0;
}

/** Puts a match of a form at `from` back into the unfolded text, with the words and quotes that belong to it. */
function place(folded: Folded, form: Form, entry: number, from: number): TermMatch {
  const { text } = folded;
  const coreStart = from + form.coreStart;
  const coreEnd = from + form.coreEnd;
  let start = from;
  let end = from + form.text.length;
  let led = form.before === '' || form.text.startsWith(form.before);
  if (!led && text.endsWith(form.before, from) && text.slice(0, from).endsWith(form.before)) {
    start -= form.before.length;
    led = true;
  }
  const tail = end === coreEnd ? tailLength(text, end, form.after) : 0;
  end += tail;
  const otherTail = tail === 0 && end === coreEnd && form.after !== '' && otherNoun(text, end, form.after);
  const opened = (folded.ends.get(start) ?? Infinity) <= end;
  const closed = (folded.starts.get(end) ?? -1) >= start;
  return {
    entry,
    start: opened ? quoteBefore(folded, start) : unfolded(folded, start),
    end: closed ? quoteAfter(folded, end) : unfolded(folded, end - 1) + 1,
    coreStart: unfolded(folded, coreStart),
    coreEnd: unfolded(folded, coreEnd - 1) + 1,
    led,
    otherTail,
  };
}

/** Whether a generic noun follows that shares no word with the headword's own tail. */
function otherNoun(text: string, at: number, after: string): boolean {
  const link = LINKS.find((one) => one !== '' && text.startsWith(one, at)) ?? '';
  const noun = GENERIC.find((one) => text.startsWith(one, at + link.length));
  return noun !== undefined && !after.includes(noun) && !noun.includes(after) && !noun.endsWith(after.slice(-2));
}

/** Offset of the quote that opens right before the unit at `start`. */
function quoteBefore(folded: Folded, start: number): number {
  const before = start === 0 ? 0 : unfolded(folded, start - 1) + 1;
  return Math.max(before, unfolded(folded, start) - 1);
}

/** Offset after the quote that closes right behind the unit before `end`. */
function quoteAfter(folded: Folded, end: number): number {
  return Math.min(unfolded(folded, end - 1) + 2, unfolded(folded, end));
}

/** Where a folded unit stands in the unfolded text. */
function unfolded({ at }: Folded, folded: number): number {
  return at === null ? folded : (at[folded] ?? 0);
}
