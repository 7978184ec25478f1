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
      const target = documentNumbers(report.analysis.report).find(({ number }) => number === one.number);
      if (target !== undefined) return [{ ...one, path: report.path, target }];
    }
    return [];
  });
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
/** What a sentence says before the number itself: 按照青政办发〔2024〕3号. */
const LEAD = /^.{0,6}?(?:按照|根据|依据|落实|贯彻|印发|执行|对照|出台|参照|依照)/;
const ISSUED = /[发字函通办令规文电议审批呈综]$/;

function numbersIn(block: Block): DocumentNumber[] {
  const { text } = block;
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [, year = '', digits = ''] = match;
    // At most twelve characters: 青政办发, 云川市应急管理局通
    const run = /[一-鿿]{0,12}$/.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '';
    const code = run.replace(LEAD, '');
    if (!ISSUED.test(code) || code.length < 2) return [];
    const number = `${code}〔${year}〕${String(Number(digits))}号`;
    return [{ number, ...block.span(match.index - code.length, match.index + match[0].length) }];
  });
}
