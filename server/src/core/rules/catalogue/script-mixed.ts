import { formulations, indicators, knownTerms, scripts, wordingOf } from '../../data';
import type { Bilingual, Block, Script, Span } from '../../model';
import { isHan } from '../../text/characters';
import { toSimplified, toTraditional } from '../../text/script';
import type { DocumentRule, Edit, Finding, RuleContext } from '../rule';

/** Traditional characters in a simplified draft, or simplified ones in a traditional draft. */
export const scriptMixed: DocumentRule = {
  id: 'script-mixed',
  category: 'punctuation',
  severity: 'warning',
  fix: 'safe',
  scope: 'document',
  since: '0.1.0',
  summary: {
    zh: '简体稿中夹有繁体字，或者繁体稿中夹有简体字',
    en: 'Traditional characters in a simplified draft, or the reverse',
  },
  rationale: {
    zh: '一篇报告只用一种字体，夹杂多由转换、复制造成。同篇或通行词语中另有本体写法的，可一并改正；人名、地名、单位名称不自动改，只列出请人核对；两种字体通用的字（如乾坤、吉乾的“乾”）不作提示。',
    en: 'A report keeps to one script; mixtures come from converters and copies. Words whose usual writing is known are mended together. Names of people, places and firms are never changed unasked, and characters that belong to both scripts (乾 in 乾坤) are left alone.',
  },
  sources: ['国家通用语言文字法 第九条', '通用规范汉字表（2013）'],
  options: {},
  examples: [
    { bad: '推动全区⟦經濟⟧高质量发展，经济总量再上台阶。', fixed: '推动全区经济高质量发展，经济总量再上台阶。' },
    { bad: '深入推进⟦產業結構⟧调整，加强⟦農⟧村基础设施建设。', fixed: '深入推进产业结构调整，加强农村基础设施建设。' },
    { bad: '引进鼎⟦豐⟧科技有限公司，开工建设食品加工项目。', fixed: '引进鼎丰科技有限公司，开工建设食品加工项目。' },
    {
      bad: '⟦發⟧展农业，治理環境，做好會議保障；守住風險底线，強化責任落实，完善醫療设施；抓好養老服务，改造農村道路，建设電力通道，培育專業人才，扩大經濟总量。',
      fixed:
        '发展农业，治理环境，做好会议保障；守住风险底线，强化责任落实，完善医疗设施；抓好养老服务，改造农村道路，建设电力通道，培育专业人才，扩大经济总量。',
    },
    {
      part: 'whole',
      bad: '政府工作報告\n各位代表：\n現在，我向大會報告政府工作，請予審議。\n一、2024年工作回顧\n一年來，全區經濟穩中向好，產業結構逐年優化，民生保障逐年加強，⟦产业⟧體系不斷完善。\n二、2025年工作安排\n推動經濟高質量發展，建設現代化產業體系，優化營商環境。',
      fixed:
        '政府工作報告\n各位代表：\n現在，我向大會報告政府工作，請予審議。\n一、2024年工作回顧\n一年來，全區經濟穩中向好，產業結構逐年優化，民生保障逐年加強，產業體系不斷完善。\n二、2025年工作安排\n推動經濟高質量發展，建設現代化產業體系，優化營商環境。',
    },
    { good: '吉乾新材料项目建成投产，扭转乾坤的意志更加坚定。' },
    { good: '推动全区经济高质量发展，完成固定资产投资12亿元。' },
    { good: '藉此机会，向全区人民表示感谢；徵羽乐团赴各乡镇演出30场。' },
    { good: '引进BYD、Intel等企业5家，建成Smart Valley园区。' },
  ],
  *check(context) {
    const { report } = context.analysis;
    const script = scriptOf(report.text);
    const found: Foreign[] = [];
    // In one pass over the whole text: hardly any paragraph has a character of the other script.
    let next = nextForeign(report.text, 0, script);
    for (const block of report.blocks) {
      if (next < block.start) next = nextForeign(report.text, block.start, script);
      if (next >= block.end || block.kind === 'page' || block.kind === 'directive') continue;
      const raw = report.text.slice(block.start, block.end);
      const spans = context.remember(block, script, () => readForeign(raw, script));
      for (const span of spans) {
        const one = judge(context, script, block, { start: span.start + block.start, end: span.end + block.start });
        if (one !== null) found.push(one);
      }
    }
    const words = found.filter((one) => one.kind !== 'name');
    const [first] = words;
    if (first !== undefined && words.length >= MANY) yield everywhere(words, first, script);
    else for (const word of words) yield finding(word, script);
    for (const name of found) if (name.kind === 'name') yield finding(name, script);
  },
};

/** From this number on, exceptions are one habit and no longer slips of their own. */
const MANY = 10;

/** A stretch in the other script, with what it would be in the draft's own. */
interface Foreign extends Span {
  readonly kind: 'word' | 'unknown' | 'name';
  readonly text: string;
  readonly right: string;
}

const CONVERT: Readonly<Record<Script, (text: string) => string>> = {
  simplified: toSimplified,
  traditional: toTraditional,
};

/** `both`: right in both scripts, by the word; `names`: right in names. */
type Belonging = 'own' | 'other' | 'both' | 'names';

const BELONGINGS: readonly Belonging[] = ['own', 'other', 'both', 'names'];

/** One cell a unit, 0 where nobody asked yet, else the place in {@link BELONGINGS} and one: every unit of a text is asked for. */
const classes: Readonly<Record<Script, Uint8Array>> = {
  simplified: new Uint8Array(0x10000),
  traditional: new Uint8Array(0x10000),
};

/** To which script a character belongs, seen from a text in `script`; found out once for each character. */
function belonging(code: number, script: Script): Belonging {
  const known = classes[script][code] ?? 0;
  if (known !== 0) return BELONGINGS[known - 1] ?? 'own';
  const value = classify(String.fromCharCode(code), script);
  classes[script][code] = BELONGINGS.indexOf(value) + 1;
  return value;
}

function classify(character: string, script: Script): Belonging {
  if (CONVERT[script](character) === character) return 'own';
  const row = scripts.find((one) => one.script === script);
  if (row?.also.includes(character) === true) return 'both';
  return row?.names.includes(character) === true ? 'names' : 'other';
}

/** The script that most of the characters with two forms are in; a draft may be mixed by halves. */
function scriptOf(text: string): Script {
  let traditional = 0;
  let simplified = 0;
  // Of a long text a part says as much as the whole.
  const step = text.length > LONG ? 3 : 1;
  for (let at = 0; at < text.length; at += step) {
    const code = text.charCodeAt(at);
    let side = sides[code] ?? 0;
    if (side === 0) sides[code] = side = sideOf(code);
    if (side === TRADITIONAL) traditional++;
    else if (side === SIMPLIFIED) simplified++;
  }
  return traditional > simplified ? 'traditional' : 'simplified';
}

const LONG = 6000;

/** Which writing a unit is of by itself, 0 where nobody asked yet. */
const sides = new Uint8Array(0x10000);
const NEITHER = 1;
const TRADITIONAL = 2;
const SIMPLIFIED = 3;

function sideOf(code: number): number {
  if (!isHan(code)) return NEITHER;
  if (belonging(code, 'simplified') === 'other') return TRADITIONAL;
  return belonging(code, 'traditional') === 'other' ? SIMPLIFIED : NEITHER;
}

/** Where the first character that is not of the draft's own script stands at or behind `from`; the end for none. */
function nextForeign(text: string, from: number, script: Script): number {
  const known = foreign[script];
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let answer = known[code] ?? UNASKED;
    if (answer === UNASKED) known[code] = answer = isHan(code) && belonging(code, script) !== 'own' ? YES : NO;
    if (answer === YES) return at;
  }
  return text.length;
}

const UNASKED = 0;
const NO = 1;
const YES = 2;

/** Whether a unit is of the other script, one cell a unit. */
const foreign: Readonly<Record<Script, Uint8Array>> = {
  simplified: new Uint8Array(0x10000),
  traditional: new Uint8Array(0x10000),
};

/** Stretches of characters of the other script; one character of the own script or a comma may stand between two of them. */
function readForeign(raw: string, script: Script): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (let at = nextForeign(raw, 0, script); at < raw.length; at = nextForeign(raw, at + 1, script)) {
    const last = spans[spans.length - 1];
    const near =
      last !== undefined && (at === last.end || (at === last.end + 1 && /[\u4e00-\u9fff，、]/.test(raw[at - 1] ?? '')));
    if (near) last.end = at + 1;
    else spans.push({ start: at, end: at + 1 });
  }
  return spans;
}

function judge(context: RuleContext, script: Script, block: Block, span: Span): Foreign | null {
  const { text: draft } = context.analysis.report;
  const text = draft.slice(span.start, span.end);
  // Beside lost characters stand others that a wrong decoding made.
  if (/[?\uFFFD]/.test(draft.slice(Math.max(0, span.start - 4), span.end + 4))) return null;
  // Words in context: phrases of the converter see a character on either side.
  const from = Math.max(block.start, span.start - 1);
  const wide = CONVERT[script](draft.slice(from, span.end + 1));
  const right = wide.slice(span.start - from, span.end - from);
  const kinds = Array.from({ length: text.length }, (_, i) => belonging(text.charCodeAt(i), script));
  const known = isKnownWord(context, draft, span, right);
  // What is right in some words is a slip only where the same word stands elsewhere in the draft's own script.
  const sure = kinds.includes('other');
  if (right === text || (!sure && !known)) return null;
  const name = block.kind === 'meta' || isName(draft, span) || (!sure && kinds.includes('names'));
  return { ...span, text, right, kind: known ? 'word' : name ? 'name' : 'unknown' };
}

/** Whether the converted characters with a neighbour are a word of this draft, of a precedent, or of the catalogues. */
function isKnownWord(context: RuleContext, draft: string, span: Span, right: string): boolean {
  const left = draft[span.start - 1] ?? '';
  const next = draft[span.end] ?? '';
  const around = `${isHan(left.charCodeAt(0)) ? left : ''}${right}${isHan(next.charCodeAt(0)) ? next : ''}`;
  const written = draft.slice(span.start - 1, span.end + 1);
  const texts = [draft, ...context.corpus.precedents.map((one) => one.analysis.report.text)];
  for (let i = 0; i + 1 < around.length; i++) {
    const pair = around.slice(i, i + 2);
    if (written.includes(pair)) continue;
    if (texts.some((text) => text.includes(pair)) || pairsOfCatalogues().has(pair)) return true;
  }
  return false;
}

let pairs: Set<string> | undefined;

/** Neighbouring characters in the words of the data: indicators, terms with their definitions, formulations. */
function pairsOfCatalogues(): ReadonlySet<string> {
  if (pairs !== undefined) return pairs;
  pairs = new Set();
  const texts = [
    ...indicators.map((one) => one.name),
    ...knownTerms.map((one) => `${one.term} ${one.definition}`),
    ...formulations.map(wordingOf),
  ];
  for (const text of texts) for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2));
  return pairs;
}

/** 鼎豐科技有限公司 · 區長陳樹剛 · 鳳凰嶺村 · “豐達”品牌: what stands around says that a name stands here. */
const AFTER =
  /^[\u4e00-\u9fff]{0,8}?(?:公司|集团|集團|股份|酒店|超市|商场|商場|医院|醫院|银行|銀行|电站|電站|水库|水庫|同志|先生|女士)/;
const PLACE = /^[\u4e00-\u9fff]?(?:[村镇鎮乡鄉街路巷桥橋山河湖江岭嶺寺庙廟]|苏木|嘎查|社区|社區|煤矿|煤礦)/;
const BEFORE = /(?:区长|县长|市长|镇长|书记|主任|主席|院士|教授|劳模|代表)[\u4e00-\u9fff]{0,2}$/;

function isName(draft: string, span: Span): boolean {
  const after = draft.slice(span.end, span.end + 16);
  return AFTER.test(after) || PLACE.test(after) || BEFORE.test(draft.slice(Math.max(0, span.start - 8), span.start));
}

function messageOf(one: Foreign, script: Script): Bilingual {
  const zh = script === 'simplified' ? '繁体' : '简体';
  const en = script === 'simplified' ? 'traditional' : 'simplified';
  if (one.kind === 'name') {
    return {
      zh: `“${one.text}”含${zh}字，可能是名称，请核对是否写作“${one.right}”。`,
      en: `“${one.text}” has ${en} characters and may be a name; see whether it is written “${one.right}”.`,
    };
  }
  return {
    zh: `“${one.text}”为${zh}字，应为“${one.right}”。`,
    en: `“${one.text}” is in ${en} characters; write “${one.right}”.`,
  };
}

function finding(one: Foreign, script: Script): Finding {
  return {
    start: one.start,
    end: one.end,
    message: messageOf(one, script),
    ...(one.kind === 'name' ? { grade: 'information' as const } : {}),
    fixes: [
      {
        title: { zh: `改为“${one.right}”`, en: `Change to “${one.right}”` },
        kind: one.kind === 'word' ? 'safe' : 'suggestion',
        edits: [editOf(one)],
      },
    ],
  };
}

function editOf(one: Foreign): Edit {
  return { start: one.start, end: one.end, text: one.right };
}

function everywhere(words: readonly Foreign[], first: Foreign, script: Script): Finding {
  const zh = script === 'simplified' ? '繁体' : '简体';
  const en = script === 'simplified' ? 'traditional' : 'simplified';
  const known = words.filter((one) => one.kind === 'word');
  return {
    start: first.start,
    end: first.end,
    places: words,
    message: (count) => ({
      zh: `全文有 ${count} 处${zh}字，与全文字体不一致。`,
      en: `${count} stretches in ${en} characters, unlike the rest of the text.`,
    }),
    fixes: [
      ...(known.length === 0 ? [] : [{ title: CONVERT_KNOWN, kind: 'safe' as const, edits: known.map(editOf) }]),
      ...(known.length === words.length
        ? []
        : [{ title: CONVERT_ALL, kind: 'suggestion' as const, edits: words.map(editOf) }]),
    ],
  };
}

const CONVERT_KNOWN: Bilingual = { zh: '转换通行词语', en: 'Convert the words in common use' };
const CONVERT_ALL: Bilingual = { zh: '全部转换，名称除外', en: 'Convert them all but names' };
