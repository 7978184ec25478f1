import type { Analysis, CorpusReport, Span, Statement } from '../model';

/** The targets that a report sets for its year, one an indicator, in their order. */
export function targetList(analysis: Analysis): readonly Statement[] {
  let list = lists.get(analysis);
  if (list === undefined) lists.set(analysis, (list = readList(analysis)));
  return list;
}

const lists = new WeakMap<Analysis, readonly Statement[]>();

function readList(analysis: Analysis): Statement[] {
  const planYear = analysis.report.info?.planYear ?? null;
  const seen = new Set<string>();
  const list: Statement[] = [];
  for (const statement of analysis.statements) {
    if (statement.role !== 'target' || !statement.known || statement.year !== planYear) continue;
    if (statement.period !== 'annual' || seen.has(statement.indicator)) continue;
    seen.add(statement.indicator);
    list.push(statement);
  }
  return list;
}

/** The words that announce the targets (主要预期目标是), else the first target. */
export function goalPlace(analysis: Analysis, first: Statement): Span {
  const block = analysis.report.blocks[first.block];
  if (block === undefined) return { start: first.nameStart, end: first.valueEnd };
  const before = block.text.slice(0, block.readingOffset(first.nameStart));
  for (const words of ['主要预期目标', '预期目标', '主要目标', '目标']) {
    const at = before.lastIndexOf(words);
    if (at >= 0) return block.span(at, at + words.length);
  }
  return { start: first.nameStart, end: first.valueEnd };
}

/** Precedents that set a list of targets, newest first. */
export function withTargets(precedents: readonly CorpusReport[]): CorpusReport[] {
  return precedents.filter(({ analysis }) => targetList(analysis).length >= 3);
}
