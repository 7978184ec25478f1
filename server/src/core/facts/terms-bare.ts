import { knownTerms } from '../data';
import type { TermKind } from '../model';
import { isDigit, isLatin } from '../text/characters';
import type { Openings } from '../text/openings';
import { createOpenings } from '../text/openings';
import { termCore } from './matching';

export interface BareTerm {
  readonly start: number;
  readonly end: number;
  readonly kind: TermKind;
}

/** A widely known term at a place (reading offsets, quotes not counted), with what it means. */
export interface KnownPlace {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly definition: string;
}

/** Terms that need no quotes to be known as such: widely known ones, plan periods, formulas. In order, without overlaps. */
export function findBare(text: string): BareTerm[] {
  const found: BareTerm[] = [];
  if (text.includes('+')) collect(text, FORMULA, 'formula', found);
  if (text.includes('五')) collect(text, PLAN, 'abbreviation', found);
  if (text.includes('一')) collect(text, LADDER, 'numeric', found);
  const forms = (index ??= buildIndex());
  for (let i = forms.next(text, 0); i < text.length; i = forms.next(text, i)) {
    const form = knownAt(text, i);
    if (form === null) {
      i++;
      continue;
    }
    const end = i + form.text.length;
    if (!form.quotedOnly || isQuoted(text, i, end)) found.push({ start: i, end, kind: form.kind });
    i = end;
  }
  if (found.length < 2) return found;
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let last = 0;
  return found.filter(({ start, end }) => {
    if (start < last) return false;
    last = end;
    return true;
  });
}

/** The widely known term that covers `at`, with its general meaning; null where there is none. */
export function knownTermAt(text: string, at: number): KnownPlace | null {
  for (let start = Math.max(0, at - LONGEST_FORM); start <= at; start++) {
    const form = knownAt(text, start);
    if (form === null) continue;
    const end = start + form.text.length;
    if (end > at && (form.text.length > 2 || !form.quotedOnly || isQuoted(text, start, end))) {
      return { term: form.term, start, end, definition: form.definition };
    }
    start = Math.max(start, Math.min(end - 1, at));
  }
  return null;
}

/** 2+N, 1+1+N+X, 5+2: figures and capitals joined by plus signs. */
const FORMULA =
  /(?<![\dA-Za-z.+%])(?:\d{1,3}|[A-Z一二三四五六七八九十])(?:\+(?:\d{1,3}|[A-Z一二三四五六七八九十])){1,6}(?![\dA-Za-z.+%])/g;
/** 十四五, 十五五, without 第十四五届 or 十四五个. */
const PLAN =
  /(?<![一二三四五六七八九十百千第〇零\d])十[一二三四五]五(?![一二三四五六七八九十百千万亿个年月日号名条项家届次种类户人元里公吨亩岁天])/g;
/** 一企一策, 一链一图: one measure for each case. */
const LADDER = /(?<![一二三四五六七八九十百])一[一-龥]一[策品业档码案图警](?![一-龥]{0,2}一[一-龥])/g;

function collect(text: string, pattern: RegExp, kind: TermKind, into: BareTerm[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text))
    into.push({ start: match.index, end: match.index + match[0].length, kind });
}

/**
 * Known words that everybody uses and understands, and plain names of trades, zones and measures: explained on hover,
 * but a term of policy only where the writer puts quotes round them.
 */
const EVERYDAY = new Set(
  (
    '高质量发展 共同富裕 乡村振兴战略 美丽中国 健康中国 平安中国 数字中国 系统观念 党建引领 科学发展观 ' +
    '央企 国企 科创 文旅 农文旅 村两委 三甲 棚改 旧改 城投 两会 自贸区 综保区 高新区 经开区 国考断面 隐性债务 固投 ' +
    'PPP EPC RCEP VOCs AI MaaS APP 5G 6G LNG CPI GDP R&D PM2.5 COD ESG 新三板 三孩生育政策 五险一金 985工程 ' +
    '有效市场和有为政府 负面清单 权责清单 南水北调 西气东输 西电东送 新型城镇化 新型工业化 未来产业 平台经济 数字经济 ' +
    '总部经济 枢纽经济 冰雪经济 夜经济 白名单 韧性城市 城市更新 美丽乡村 高标准农田 防返贫 扶贫车间 新农人 一票否决 ' +
    '保护伞 网格化 放心消费 家庭医生 校园餐 强校提质 主心骨 新动能 朋友圈 加速度 获得感 关键少数 亲清 双向奔赴 一肩挑 ' +
    '民生实事 为民办实事 新型基础设施 医疗联合体 一二三产业融合 大众创业、万众创新 ' +
    '占补平衡 标准化+ 旅游+ 智能+ 首发经济 动态清零 综合查一次'
  ).split(' '),
);

/** Halves of a known pair that stand alone as often as together. */
const HALVES: Readonly<Record<string, readonly string[]>> = {
  双碳: ['碳达峰碳中和', '碳达峰、碳中和', '碳达峰', '碳中和'],
};

/** Terms of two characters that are no part of longer words. */
const SURE = new Set(['六稳', '六保', '社零']);

interface KnownForm {
  readonly text: string;
  readonly term: string;
  readonly kind: TermKind;
  readonly definition: string;
  /** Without quotes it is no term, or too short to be told from parts of other words. */
  readonly quotedOnly: boolean;
}

const LONGEST_FORM = 24;

/** Forms by their first two units, longest first. */
let index: Openings<KnownForm> | undefined;

/** The longest known form that begins at `at`. */
function knownAt(text: string, at: number): KnownForm | null {
  const forms = (index ??= buildIndex()).at(text, at);
  if (forms === undefined) return null;
  for (const form of forms)
    if (text.startsWith(form.text, at) && endsAsWord(text, at, at + form.text.length)) return form;
  return null;
}

function buildIndex(): Openings<KnownForm> {
  const forms = new Map<string, KnownForm>();
  for (const { term, aliases, kind, definition } of knownTerms) {
    const everyday = EVERYDAY.has(term);
    for (const written of [term, ...aliases, ...(HALVES[term] ?? [])]) {
      // A longer way to say the same (稳中求进工作总基调) begins or ends with the term itself.
      if (written !== term && term.length > 2 && written.includes(term)) continue;
      const text = written.includes('“') ? termCore(written) : written;
      if (text.length < 2 || forms.has(text)) continue;
      const short = text.length === 2 && !text.startsWith('双') && !SURE.has(text);
      // “飞地”, “一件事”: printed with quotes because the bare word means something plain.
      const quotedOnly = everyday || EVERYDAY.has(text) || short || written === `“${text}”`;
      forms.set(text, { text, term, kind, definition, quotedOnly });
    }
  }
  const openings = createOpenings<KnownForm>();
  for (const form of [...forms.values()].sort((a, b) => b.text.length - a.text.length)) openings.add(form.text, form);
  return openings;
}

/** The kind of a widely known term that is written so; null for other words. */
export function knownKind(text: string): TermKind | null {
  const form = knownAt(text, 0);
  return form?.text === text ? form.kind : null;
}

/** Figures and letters do not go on to either side (GEP in GEPX), numerals not to the left (三保 in 十三保). */
function endsAsWord(text: string, start: number, end: number): boolean {
  if (isWordy(text, start) && isWordy(text, start - 1)) return false;
  if (isWordy(text, end - 1) && isWordy(text, end)) return false;
  return !(NUMERALS.has(text[start] ?? '') && (NUMERALS.has(text[start - 1] ?? '') || text[start - 1] === '第'));
}

function isWordy(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return isDigit(code) || isLatin(code);
}

const NUMERALS = new Set('一二三四五六七八九十百千');

function isQuoted(text: string, start: number, end: number): boolean {
  const around = `${text[start - 1] ?? ''}${text[end] ?? ''}`;
  return around === '“”' || around === '‘’';
}
