import type { Analysis, Bilingual, CorpusView, Span } from '../model';
import type { CheckedFigure, FigureState } from '../sheet/check';
import { checkFigures } from '../sheet/check';
import { sheetSource, sheetValue } from '../sheet/words';
import { placeBehind } from './inlay-hints';

/** A mark behind a figure of the draft with what the figures sheet says of it. */
export interface FigureMark {
  /** Where it stands, in original offsets. */
  readonly at: number;
  /** The figure itself, in original offsets. */
  readonly span: Span;
  readonly state: FigureState;
  /** ✓, ≠ 5.6%, ○ */
  readonly label: string;
  /** The state in words and the rows behind it, on one line. */
  readonly detail: string;
  /** The row of the sheet to go to; null where none speaks of the figure. */
  readonly row: { readonly path: string; readonly row: number } | null;
}

/**
 * The marks inside `range`, in order of place: one for each reported figure as long as a figures sheet lies beside the
 * draft, none without one.
 * @param nameOf the name of a sheet as people know it
 */
export function figureMarks(
  analysis: Analysis,
  { sheets = [] }: CorpusView,
  range: Span,
  nameOf: (path: string) => string,
  lang: keyof Bilingual,
): FigureMark[] {
  if (sheets.length === 0) return [];
  const marks = new Map<string, FigureMark>();
  for (const checked of checkFigures(analysis, sheets)) {
    const { statement, state, figure, path } = checked;
    const at = placeBehind(statement, analysis);
    // Two readings of one number have one mark, as long as they agree.
    const key = `${String(at)} ${state}`;
    if (at < range.start || at > range.end || marks.has(key)) continue;
    marks.set(key, {
      at,
      span: { start: statement.valueStart, end: statement.valueEnd },
      state,
      label: labelOf(checked, analysis),
      detail: detailOf(checked, analysis, nameOf, lang),
      row: figure === null || path === null ? null : { path, row: figure.row },
    });
  }
  return [...marks.values()].sort((a, b) => a.at - b.at);
}

/** The quietest for what is right, the sheet's value for what is not. */
function labelOf(checked: CheckedFigure, analysis: Analysis): string {
  switch (checked.state) {
    case 'agrees':
      return '✓';
    case 'differs':
      return `≠ ${sheetValue(checked, analysis)}`;
    case 'uncovered':
      // Most figures of a report are in no sheet: a word behind each would drown the text.
      return '○';
  }
}

const STATES = {
  agrees: { zh: '与数据表一致', en: 'Agrees with the figures sheet' },
  differs: { zh: '与数据表不符', en: 'Differs from the figures sheet' },
  uncovered: { zh: '数据表未列入，无数可核', en: 'No row of the figures sheet speaks of it' },
} as const satisfies Record<FigureState, Bilingual>;

function detailOf(
  checked: CheckedFigure,
  analysis: Analysis,
  nameOf: (path: string) => string,
  lang: keyof Bilingual,
): string {
  const source = sheetSource(checked, analysis, nameOf, lang);
  const state = STATES[checked.state][lang];
  return source === ''
    ? `${state}${lang === 'zh' ? '。' : '.'}`
    : `${state}${lang === 'zh' ? `：${source}。` : `. ${source}.`}`;
}
