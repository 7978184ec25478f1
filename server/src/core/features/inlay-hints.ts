import { LEADING_VERB } from '../facts/wording';
import { pastResult, pastTarget } from '../ledger/beside';
import type { Analysis, Bilingual, CorpusView, Span, Statement } from '../model';
import type { Figure } from './figures';
import { history } from './figures';

/** A short fact behind a target: 2024：目标 9%左右，完成 8.1%. */
export interface InlayHint {
  /** Where it stands. */
  readonly at: number;
  readonly parts: readonly InlayPart[];
}

/** A piece of the label, with the place that says so; `path` null for the draft. */
export interface InlayPart {
  readonly text: string;
  readonly source: { readonly path: string | null; readonly span: Span } | null;
}

/**
 * What the newest year before said of each target inside `range`: its target and its result, by the reports at hand.
 * Targets of which nothing is known have no hint.
 */
export function inlayHints(analysis: Analysis, corpus: CorpusView, range: Span, lang: keyof Bilingual): InlayHint[] {
  const planYear = analysis.report.info?.planYear ?? null;
  if (planYear === null) return [];
  const hints = new Map<number, InlayHint>();
  for (const statement of analysis.statements) {
    const { role, period, year } = statement;
    if (role !== 'target' || period !== 'annual' || (year ?? planYear) !== planYear) continue;
    const at = placeBehind(statement, analysis);
    if (at < range.start || at > range.end || hints.has(at)) continue;
    const before = history(analysis, corpus, statement.indicator).find((one) => one.year < planYear);
    if (before === undefined) continue;
    const ofRole = (role: Statement['role']): Figure[] => before.figures.filter((one) => one.statement.role === role);
    const target = pastTarget(ofRole('target'), statement, statementOf);
    const result = pastResult(ofRole('result'), target?.statement, statement, statementOf);
    const facts = [target, result].filter((one) => one !== undefined);
    if (facts.length === 0) continue;
    const parts: InlayPart[] = [{ text: `${String(before.year)}${lang === 'zh' ? '：' : ': '}`, source: null }];
    facts.forEach((figure, i) => {
      if (i > 0) parts.push({ text: lang === 'zh' ? '，' : ', ', source: null });
      parts.push({
        text: `${figure === target ? WORDS.target[lang] : WORDS.result[lang]} ${short(figure, statement)}`,
        source: { path: figure.path, span: { start: figure.statement.start, end: figure.statement.end } },
      });
    });
    hints.set(at, { at, parts });
  }
  return [...hints.values()].sort((a, b) => a.at - b.at);
}

const WORDS = {
  target: { zh: '目标', en: 'target' },
  result: { zh: '完成', en: 'result' },
} as const satisfies Record<string, Bilingual>;

/** Where a hint on a statement stands: behind the bound word; in a list with shared words right behind the own value. */
export function placeBehind(statement: Statement, { statements }: Analysis): number {
  const shared = statements.some(
    (other) => other.indicator !== statement.indicator && other.start < statement.end && statement.start < other.end,
  );
  return shared ? statement.valueEnd : Math.max(statement.end, statement.valueEnd);
}

const statementOf = ({ statement }: Figure): Statement => statement;

/** 增长9%左右 is 9%左右 beside a target that grows, too. */
function short({ words, statement }: Figure, like: Statement): string {
  const alike = statement.measure === like.measure && statement.direction === like.direction;
  return alike ? words.replace(LEADING_VERB, '$1') : words;
}
