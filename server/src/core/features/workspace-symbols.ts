import type { CorpusReport, Span } from '../model';
import { wording } from '../facts/wording';

/** A heading, an entry or a target of some report. */
export interface WorkspaceSymbol {
  readonly kind: 'heading' | 'entry' | 'indicator';
  readonly name: string;
  readonly path: string;
  readonly span: Span;
  /** Whose report: 青禾区 2025. */
  readonly container: string;
}

/**
 * Headings, glossary entries and stated targets of all reports that hold the characters of the query in its order;
 * with an empty query entries and headings only. The newest reports first, and no more than an editor can show. Hands
 * control back after every report.
 */
export function* workspaceSymbols(
  reports: readonly CorpusReport[],
  query: string,
): Generator<undefined, WorkspaceSymbol[], undefined> {
  const wanted = query.replace(/\s+/g, '').toUpperCase();
  const found: WorkspaceSymbol[] = [];
  const newestFirst = [...reports].sort((a, b) => yearOf(b) - yearOf(a) || (a.path < b.path ? -1 : 1));
  for (const { path, analysis } of newestFirst) {
    const { report } = analysis;
    const { issuer = null, planYear = null } = report.info ?? {};
    const container = [issuer, planYear].filter((part) => part !== null).join(' ');
    const add = (kind: WorkspaceSymbol['kind'], name: string, span: Span): void => {
      if (fits(name, wanted)) found.push({ kind, name, path, span, container });
    };
    for (const entry of report.glossary) add('entry', entry.term, { start: entry.termStart, end: entry.termEnd });
    for (const heading of report.headings) {
      add('heading', heading.number === null ? heading.title : `${heading.number} ${heading.title}`, {
        start: heading.start,
        end: heading.end,
      });
    }
    if (wanted !== '') {
      for (const statement of analysis.statements) {
        if (statement.role !== 'target') continue;
        const { indicator, start, end } = statement;
        if (fits(indicator, wanted)) add('indicator', `${indicator} ${wording(statement, report)}`, { start, end });
      }
    }
    if (found.length >= MOST) return found.slice(0, MOST);
    yield undefined;
  }
  return found;
}

const MOST = 400;

function yearOf({ analysis }: CorpusReport): number {
  return analysis.report.info?.planYear ?? 0;
}

/** Whether all characters of the query stand in the name in its order; the editor sorts by how well they do. */
function fits(name: string, query: string): boolean {
  const text = name.toUpperCase();
  let at = 0;
  for (const character of query) {
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
