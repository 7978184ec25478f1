import type { FormKind, IndicatorMatch } from '../data';
import { formsOf, indicatorIndex, indicators } from '../data';
import type { Span } from '../model';
import { createListFinder } from './phrases';

/** A form of an indicator that an editor looks at twice, in reading offsets. */
export interface FormUse extends Span {
  readonly match: IndicatorMatch;
}

/** Forms that are wrong, informal or of former years, outside titles and not inside a longer form that is right. */
export function doubtfulForms(text: string): FormUse[] {
  const index = indicatorIndex();
  const uses: FormUse[] = [];
  let end = 0;
  for (const { at } of doubtfulFinder.find(text)) {
    if (at < end || isInTitle(text, at)) continue;
    const match = index.matchAt(text, at);
    if (match === null || !DOUBTFUL.has(match.via) || isCovered(text, at, match.length)) continue;
    if (match.via === 'informal' && match.indicator.group === 'trade' && isNarrowed(text, at)) continue;
    end = at + match.length;
    uses.push({ start: at, end, match });
  }
  return uses;
}

/** 农产品出口额 is another figure than that of all trade, and has its name. */
function isNarrowed(text: string, at: number): boolean {
  return (
    /[\u4e00-\u9fffA-Z]$/i.test(text.slice(Math.max(0, at - 1), at)) &&
    !LEADING.test(text.slice(Math.max(0, at - 8), at))
  );
}

/** Words that may stand before the name of a figure of the whole. */
const LEADING =
  /(?:其中|全[国省市区县旗州盟年]|[我本][国省市区县旗]|实现|完成|货物|外贸|达到|推动|促进|保持|确保|力争|[年月和与及])$/;

const DOUBTFUL: ReadonlySet<FormKind> = new Set<FormKind>(['wrong', 'informal', 'old']);

/** Finds the words of all such forms. */
export const doubtfulFinder = createListFinder(doubtfulWords);

/** The words of all such forms. */
export function doubtfulWords(): string[] {
  return indicators.flatMap((row) => formsOf(row).flatMap(([form, via]) => (DOUBTFUL.has(via) ? [form] : [])));
}

/** Characters before a form in which a longer one may begin: 城镇 before 失业登记率. */
const REACH = 12;

function isCovered(text: string, at: number, length: number): boolean {
  const index = indicatorIndex();
  for (let from = Math.max(0, at - REACH); from < at; from++) {
    const match = index.matchAt(text, from);
    if (match !== null && from + match.length >= at + length) return true;
  }
  return false;
}

/** Whether a title in 《》 is open at `at`: in titles names stay as they were given. */
export function isInTitle(text: string, at: number): boolean {
  return text.lastIndexOf('《', at) > text.lastIndexOf('》', at);
}
