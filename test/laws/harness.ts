import { createAnalyser } from '../../server/src/core/analysis';
import type { CorpusReport, CorpusView, FigureSheet, Span } from '../../server/src/core/model';
import type { ReportedFinding } from '../../server/src/core/rules/engine';
import { checkReport } from '../../server/src/core/rules/engine';
import type { Rule, RuleExample } from '../../server/src/core/rules/rule';
import { readSheet } from '../../server/src/core/sheet/sheet';
import { frame, reframe, unframe } from './frame';

/** The year that the drafts of examples plan; their precedents plan the years before. */
const YEAR = 2025;

/** An example ready to be checked: its text in a small report, and where its marks stand. */
export interface Prepared {
  readonly text: string;
  readonly marks: readonly Span[];
  /** Gives the snippet back from the text after fixing. */
  snippet(text: string): string;
}

export function prepare(example: RuleExample): Prepared {
  const { text: snippet, marks } = unmark(example.bad ?? example.good ?? '');
  const framed = frame(snippet, example.part, YEAR);
  return {
    text: framed.text,
    marks: marks.map(({ start, end }) => ({
      start: reframe(start, framed.offset),
      end: reframe(end - 1, framed.offset) + 1,
    })),
    snippet: (text) => unframe(text, snippet, example.part, YEAR),
  };
}

/** What one rule says of a text, with the settings and the other reports of an example. */
export function findingsOf(rule: Rule, text: string, example: RuleExample): ReportedFinding[] {
  return findingsAmong([rule], rule, text, example);
}

/** What several rules say of a text, with the settings and the other reports of an example of one of them. */
export function findingsAmong(
  rules: readonly Rule[],
  rule: Rule,
  text: string,
  example: RuleExample,
): ReportedFinding[] {
  const errors: unknown[] = [];
  const findings = checkReport({
    analysis: createAnalyser().analyse(text, { path: `青禾区${YEAR}年政府工作报告.md`, force: true }),
    corpus: corpusOf(example),
    settings: example.options === undefined ? {} : { rules: { [rule.id]: { options: example.options } } },
    rules,
    onRuleError: (_id, error) => errors.push(error),
  });
  if (errors.length > 0) throw errors[0];
  return findings;
}

function unmark(marked: string): { text: string; marks: Span[] } {
  const marks: Span[] = [];
  let text = '';
  let start = 0;
  for (const character of marked) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') marks.push({ start, end: text.length });
    else text += character;
  }
  return { text, marks };
}

function corpusOf(example: RuleExample): CorpusView {
  const read = (text: string, place: string, year: number): CorpusReport => {
    const path = `${place}${year}年政府工作报告.md`;
    const framed = frame(text, example.part, year).text.replaceAll('青禾区', place);
    return { path, analysis: createAnalyser().analyse(framed, { path, force: true }) };
  };
  return {
    precedents: (example.precedents ?? []).map((text, i) => read(text, '青禾区', YEAR - 1 - i)),
    versions: [],
    peers: (example.peers ?? []).map((text, i) => read(text, ['临溪县', '松岭县', '白沙区'][i] ?? '南浦区', YEAR)),
    sheets: sheetsOf(example.sheet),
  };
}

function sheetsOf(table: string | undefined): readonly FigureSheet[] {
  const cells = table?.split('\n').map((line) => line.split(',')) ?? [];
  const sheet = readSheet('统计数据.csv', [{ name: '', cells }]);
  return sheet === null ? [] : [sheet];
}
