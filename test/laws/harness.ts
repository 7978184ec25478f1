import { createAnalyser } from '../../server/src/core/analysis';
import type { CorpusReport, CorpusView } from '../../server/src/core/model';
import type { ReportedFinding } from '../../server/src/core/rules/engine';
import { checkReport } from '../../server/src/core/rules/engine';
import type { Rule, RuleExample } from '../../server/src/core/rules/rule';

/** The year that examples of drafts plan; their precedents plan the years before. */
const DRAFT_YEAR = 2025;

/** An example's text without its marks, and where they stood. */
export function unmark(marked: string): { text: string; marks: { start: number; end: number }[] } {
  const marks: { start: number; end: number }[] = [];
  let text = '';
  let start = 0;
  for (const character of marked) {
    if (character === '⟦') start = text.length;
    else if (character === '⟧') marks.push({ start, end: text.length });
    else text += character;
  }
  return { text, marks };
}

/** What one rule says of a text, with the settings and the other reports of an example. */
export function findingsOf(rule: Rule, text: string, example: RuleExample): ReportedFinding[] {
  const errors: unknown[] = [];
  const findings = checkReport({
    analysis: createAnalyser().analyse(text, { path: `青禾区${DRAFT_YEAR}年政府工作报告.md`, force: true }),
    corpus: corpusOf(example),
    settings: example.options === undefined ? {} : { rules: { [rule.id]: { options: example.options } } },
    rules: [rule],
    onRuleError: (_id, error) => errors.push(error),
  });
  if (errors.length > 0) throw errors[0];
  return findings;
}

function corpusOf(example: RuleExample): CorpusView {
  const read = (text: string, path: string): CorpusReport => ({
    path,
    analysis: createAnalyser().analyse(text, { path, force: true }),
  });
  return {
    precedents: (example.precedents ?? []).map((text, i) => read(text, `青禾区${DRAFT_YEAR - 1 - i}年政府工作报告.md`)),
    versions: [],
    peers: (example.peers ?? []).map((text, i) => read(text, `临溪县${DRAFT_YEAR - i}年政府工作报告.md`)),
  };
}
