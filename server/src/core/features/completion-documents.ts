import type { Caret, Completion } from './completion';
import { documentNumbers } from './document-numbers';

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
    for (const { number } of documentNumbers(from)) {
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
