import type { Report } from '../model';
import type { Caret, Completion } from './completion';

/**
 * Numbers of official documents (国办发〔2023〕12号) that draft and past reports name, the most named first: those that
 * begin as what was typed, and all of them behind 》 or （.
 */
export function completeDocuments(caret: Caret): Completion[] {
  const { analysis, corpus, offset, before, options } = caret;
  const counts = new Map<string, { count: number; name: string }>();
  for (const report of [null, ...corpus.precedents]) {
    const from = report?.analysis.report ?? analysis.report;
    const planYear = report?.analysis.report.info?.planYear ?? null;
    const place =
      planYear === null
        ? options.lang === 'zh'
          ? '本稿'
          : 'this draft'
        : options.lang === 'zh'
          ? `${String(planYear)}年报告`
          : `report of ${String(planYear)}`;
    for (const number of documentNumbers(from)) {
      const known = counts.get(number);
      counts.set(number, { count: (known?.count ?? 0) + 1, name: known?.name ?? place });
    }
  }
  const all = Array.from(counts).sort((a, b) => b[1].count - a[1].count);
  const typed = typedPart(before, (words) => all.some(([number]) => number.startsWith(words) && number !== words));
  if (typed === '' && !/[》（(]\s?$/.test(before)) return [];
  return all
    .filter(([number]) => number.startsWith(typed))
    .map(([number, { name }]) => ({
      kind: 'document',
      label: number,
      detail: name,
      documentation: '',
      replace: { start: offset - typed.length, end: offset },
      text: number,
      selected: [],
      filter: number,
    }));
}

/** The longest end of the line, of two characters at least, that something begins with. */
function typedPart(line: string, begins: (words: string) => boolean): string {
  for (let length = Math.min(14, line.length); length >= 2; length--) {
    const words = line.slice(-length);
    if (begins(words)) return words;
  }
  return '';
}

const kept = new WeakMap<Report, readonly string[]>();

/** The numbers in a report in the form of the norm, one for every place. */
function documentNumbers(report: Report): readonly string[] {
  let numbers = kept.get(report);
  if (numbers === undefined) {
    numbers = report.blocks.flatMap(({ kind, text }) =>
      kind === 'page' || kind === 'directive' ? [] : numbersIn(text),
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

function numbersIn(text: string): string[] {
  return [...text.matchAll(NUMBER)].flatMap((match) => {
    const [, year = '', digits = ''] = match;
    // At most twelve characters: 青政办发, 云川市应急管理局通
    const run = /[一-鿿]{0,12}$/.exec(text.slice(Math.max(0, match.index - 12), match.index))?.[0] ?? '';
    const code = run.replace(LEAD, '');
    return ISSUED.test(code) && code.length >= 2 ? [`${code}〔${year}〕${String(Number(digits))}号`] : [];
  });
}
