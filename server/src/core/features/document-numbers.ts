import type { Analysis, Block, CorpusView, Report, Span } from '../model';

/** A number of an official document (国办发〔2023〕12号) where a report names it. */
export interface DocumentNumber extends Span {
  /** In the form of the norm, however it is written here. */
  readonly number: string;
}

/** A number in the draft with the newest other report that names the same document. */
export interface DocumentLink extends DocumentNumber {
  readonly path: string;
  readonly target: Span;
}

/** The numbers of the draft that past reports or, failing these, reports of other places name too. */
export function documentLinks(analysis: Analysis, corpus: CorpusView): DocumentLink[] {
  const own = documentNumbers(analysis.report);
  if (own.length === 0) return [];
  const others = [...corpus.precedents, ...corpus.peers];
  return own.flatMap((one) => {
    for (const report of others) {
      const target = documentNumbers(report.analysis.report).find(({ number }) => sameDocument(number, one.number));
      if (target !== undefined) return [{ ...one, path: report.path, target }];
    }
    return [];
  });
}

/** The number that stands at `offset` or ends there; null where none does. */
export function documentNumberAt(report: Report, offset: number): DocumentNumber | null {
  return documentNumbers(report).find(({ start, end }) => start <= offset && offset <= end) ?? null;
}

/** Whether two numbers name one document: a sentence may put more before the one than before the other. */
export function sameDocument(a: string, b: string): boolean {
  return a === b || (a.endsWith(b) && b.indexOf('〔') > 1) || (b.endsWith(a) && a.indexOf('〔') > 1);
}

const kept = new WeakMap<Report, readonly DocumentNumber[]>();

/** The numbers in a report, one for every place. */
export function documentNumbers(report: Report): readonly DocumentNumber[] {
  let numbers = kept.get(report);
  if (numbers === undefined) {
    numbers = report.blocks.flatMap((block) =>
      block.kind === 'page' || block.kind === 'directive' ? [] : numbersIn(block),
    );
    kept.set(report, numbers);
  }
  return numbers;
}

// 〔2023〕12号, with the name of who issues it right before
const NUMBER = /[[（(【〔]((?:19|20)\d{2})[\]）)】〕]第?(\d{1,4})号/g;
const ISSUED = /[发字函通办令规文电议审批呈综]$/;

function numbersIn(block: Block): DocumentNumber[] {
  const { text } = block;
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [, year = '', digits = ''] = match;
    const run = /[一-鿿]{0,16}$/.exec(text.slice(Math.max(0, match.index - 16), match.index))?.[0] ?? '';
    const code = codeIn(run);
    if (!ISSUED.test(code) || code.length < 2 || code.length > 12) return [];
    const number = `${code}〔${year}〕${String(Number(digits))}号`;
    return [{ number, ...block.span(match.index - code.length, match.index + match[0].length) }];
  });
}

/** What a sentence says before the number itself: 按照, 落实, 印发. */
const LEADS = [
  ...['按照', '根据', '依据', '落实', '贯彻', '印发', '执行', '对照', '出台', '参照', '依照', '遵照', '下发', '转发'],
  ...['关于', '通知', '文件', '精神', '制定', '发布', '公布', '实施', '严格按', '见', '以及', '的', '了', '号'],
];
/** Who issues it, named in full before the letters that stand for it: 县政府清政发. */
const ISSUERS = ['人民政府', '政府', '国务院', '办公厅', '办公室', '委员会', '改革委', '总局', '局', '厅', '部'];
/** What letters do not begin with. */
const NO_BEGINNING = /^[发字函通办令规文电议审批呈综]/;

/**
 * The letters of an issuer at the end of some words: 号和清政发 → 清政发, 按照县政府清政发 → 清政发, 云川市应急管理局通 as it
 * is. Letters are a place or an organ in short, what it is of and the kind of paper; where they begin no mark tells.
 */
function codeIn(run: string): string {
  let code = run;
  for (const lead of LEADS) {
    const at = code.lastIndexOf(lead);
    // 和政发 may be of a county of that name; 政发 alone is nobody's.
    if (at >= 0) code = withoutConjunction(code.slice(at + lead.length));
  }
  for (const issuer of ISSUERS) {
    const at = code.lastIndexOf(issuer);
    const rest = code.slice(at + issuer.length);
    if (at >= 0 && rest.length >= 2 && !NO_BEGINNING.test(rest)) code = rest;
  }
  // 我县清政发, 全市云政办发
  return code.replace(/^[一-鿿]{0,4}?[省市县区旗州盟](?=[一-鿿][政府委](?:[办规传]?[发字函令]|办)$)/, '');
}

function withoutConjunction(words: string): string {
  const rest = words.replace(/^(?:以及|[和与及暨])/, '');
  return /^[政府委办]/.test(rest) ? words : rest;
}
