import { figuresIn, inWords, tailOf } from '../facts/wording';
import type { Analysis, CorpusReport, Span, Statement } from '../model';
import { FIGURE_BLANK, WORDS_BLANK } from './blanks';
import type { Ledger, LedgerItem } from './ledger';
import { placeForAnswer } from './places';

/** A sentence to be completed; `selected` are the ranges of `text` that the writer will write over. */
export interface SentenceDraft {
  readonly text: string;
  readonly selected: readonly Span[];
}

/** Stands for a figure that only the house can say, as drafters write it. */
const BLANK = 'XX';

/**
 * The sentence that would report the result of a promise: as past reports of the place report this indicator, else in
 * the form of the promise. Its figures are left blank: a draft that states a figure nobody gave would be worse than none.
 */
export function draftSentence(
  { promise }: LedgerItem,
  made: Analysis,
  precedents: readonly CorpusReport[],
): SentenceDraft {
  const way = promise.measure === 'qualitative' ? null : wayOfReporting(promise, precedents);
  if (way !== null) return blanked(`${promise.name}${way}`, promise.name.length);
  if (promise.measure === 'qualitative') {
    const words = inWords(promise, made.report);
    const text = words.startsWith(promise.name) ? words : promise.name + words;
    return { text: `${text}。`, selected: [{ start: promise.name.length, end: text.length }] };
  }
  return blanked(`${promise.name}${plainWay(promise)}`, promise.name.length);
}

/** Words to be put into a draft at an original offset. */
export interface Insertion {
  readonly at: number;
  readonly text: string;
}

/**
 * The sentence of {@link draftSentence} as it would stand in the draft, behind the answer to the nearest promise beside
 * it. What only the house can say is a blank in brackets, the words of a promise in words included: that it was kept,
 * nobody has said yet. Null where the sentence would not be known for an answer (an indicator that no catalogue knows),
 * where no place for it is found, and in a draft in traditional characters, since names are kept simplified.
 */
export function answerToInsert(
  item: LedgerItem,
  ledger: Ledger,
  draft: Analysis,
  precedents: readonly CorpusReport[],
): Insertion | null {
  const { promise } = item;
  const { precedent } = ledger;
  const at = placeForAnswer(item, ledger, draft);
  if (precedent === null || at === null || !promise.known || isTraditional(draft)) return null;
  const closing = CLOSINGS[draft.report.text[at - 1] ?? ''];
  if (closing === undefined) return null;
  const alike = precedents.filter(({ analysis }) => !isTraditional(analysis));
  const { text, selected } = draftSentence(item, precedent.analysis, alike);
  const blank = promise.measure === 'qualitative' ? WORDS_BLANK : FIGURE_BLANK;
  const filled = [...selected]
    .sort((a, b) => b.start - a.start)
    .reduce((words, { start, end }) => words.slice(0, start) + blank + words.slice(end), text);
  return { at, text: widthOf(filled.slice(0, -1), draft) + closing };
}

/** How a sentence ends behind each mark: amid a list it goes on as the list does. */
const CLOSINGS: Readonly<Record<string, string>> = { '。': '。', '！': '。', '？': '。', '；': '；', '，': '，' };

/** With the sign for per cent that the draft prints. */
function widthOf(words: string, { report: { text } }: Analysis): string {
  if (!words.includes('%') || !text.includes('％')) return words;
  const count = (sign: string): number => text.split(sign).length;
  return count('％') > count('%') ? words.replaceAll('%', '％') : words;
}

function isTraditional({ report }: Analysis): boolean {
  return report.info?.script === 'traditional';
}

/** How the newest precedent that reports this indicator in this measure goes on behind its name. */
function wayOfReporting(promise: Statement, precedents: readonly CorpusReport[]): string | null {
  for (const { analysis } of precedents) {
    for (const one of analysis.statements) {
      const alike = one.indicator === promise.indicator && one.measure === promise.measure && one.unit === promise.unit;
      if (one.role !== 'result' || one.period !== 'annual' || !alike) continue;
      const way = tailOf(one, analysis);
      if (figuresIn(way).length === 1 && way.length <= LONGEST_WAY) return way;
    }
  }
  return null;
}

/** A longer phrase says more than the figure. */
const LONGEST_WAY = 20;

function plainWay({ measure, direction, unit }: Statement): string {
  const down = direction === 'down';
  const verb = measure === 'growth' ? (down ? '下降' : '增长') : measure === 'change' ? (down ? '降低' : '提高') : '';
  return `${verb}0${unit ?? ''}`;
}

/** The sentence with each figure behind `from` put aside. */
function blanked(words: string, from: number): SentenceDraft {
  let text = '';
  let at = 0;
  const selected: Span[] = [];
  for (const { start, end } of figuresIn(words)) {
    if (start < from) continue;
    text += words.slice(at, start);
    selected.push({ start: text.length, end: text.length + BLANK.length });
    text += BLANK;
    at = end;
  }
  return { text: `${text}${words.slice(at)}。`, selected };
}
