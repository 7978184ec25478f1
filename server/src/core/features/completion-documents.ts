import type { Caret, Completion } from './completion';
import { takenUp } from './completion-places';
import { documentNumbers } from './document-numbers';

/** An opening bracket as it is typed for 〔. */
const OPEN = '[〔［[【（(]';

/** Whether the end of a line is where the number of a document stands or is being written. */
export function asksForDocument(before: string): boolean {
  return PLACES.some((place) => place.test(before.slice(-40)));
}

const PLACES: readonly RegExp[] = [
  // 《关于推进某事的方案》（
  /》\s?[（(]?\s?$/,
  // 印发通知（
  /(?:通知|意见|方案|办法|规定|决定|批复|纲要)[（(]\s?$/,
  // 文件号：
  /(?:文号|文件号|字号)[：:为]?\s?$/,
  // 国发, 青政办发, 内党办函〔20
  new RegExp(`[国中省市区县州盟旗府政委办厅局部院会党][府政委办厅局部院会党]{0,4}[发函字令](?:${OPEN}\\d{0,4})?$`),
  // 〔2024〕1, 〔2024〕第1号
  new RegExp(`${OPEN}(?:19|20)\\d{2}[〕］\\]】）)]第?\\d{0,4}号?$`),
];

/**
 * Numbers of official documents (国办发〔2023〕12号) that draft and past reports name, the most named first: those that
 * begin as what was typed, and all of them behind 》 (in brackets), （ and 文件号. The one that is being written is none
 * of them, and what stands of it behind the caret gives way.
 */
export function completeDocuments(caret: Caret): Completion[] {
  const { analysis, corpus, offset, before, after, options } = caret;
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
    for (const { number, start, end } of documentNumbers(from)) {
      if (report === null && start < offset && offset <= end) continue;
      const known = counts.get(number);
      counts.set(number, { count: (known?.count ?? 0) + 1, name: known?.name ?? place });
    }
  }
  const all = Array.from(counts).sort((a, b) => b[1].count - a[1].count);
  const line = before.replace(/[［[【（(]/g, '〔').replace(/[］\]】）)]/g, '〕');
  const typed = typedPart(line, (words) => all.some(([number]) => number.startsWith(words) && number !== words));
  if (typed === '' && !/(?:[》（(：:]|文号|文件号|字号)\s?$/.test(before)) return [];
  const bare = typed === '' && /》\s?$/.test(before);
  // 〔20‸24〕3号, 〔2024〕‸3号
  const old = typed.includes('〔') ? (/^\d{0,3}[〕］\]】）)]?第?\d{0,4}号/.exec(after)?.[0].length ?? 0) : 0;
  return all
    .filter(([number]) => number.startsWith(typed))
    .map(([number, { name }]) => {
      const text = bare ? `（${number}）` : number;
      return {
        kind: 'document',
        label: number,
        detail: name,
        documentation: '',
        replace: {
          start: offset - typed.length,
          end: offset + Math.max(old, takenUp(text.slice(typed.length), after)),
        },
        text,
        selected: [],
        // An editor compares it with the brackets that were typed.
        filter: before.slice(before.length - typed.length) + text.slice(typed.length),
      };
    });
}

/** The longest end of the line, of two characters at least, that something begins with. */
function typedPart(line: string, begins: (words: string) => boolean): string {
  for (let length = Math.min(14, line.length); length >= 2; length--) {
    const words = line.slice(-length);
    if (begins(words)) return words;
  }
  return '';
}
