import { createAnalyser } from '../core/analysis';
import type { Analysis } from '../core/model';
import { frontMatter } from './front-matter';
import { tidyReport } from './tidy';

/** A past report as it would be written, with what was recognised in it. */
export interface ImportedReport {
  /** Tidy Markdown with front matter. */
  readonly markdown: string;
  /** False for a text that is no government work report; it can be kept all the same. */
  readonly recognised: boolean;
  readonly issuer: string | null;
  readonly planYear: number | null;
  /** What the file would be called. */
  readonly fileName: string;
  readonly headings: number;
  readonly entries: number;
  readonly targets: number;
  readonly characters: number;
}

/** @param name name of the file that the text comes from, which may tell issuer and year where the text does not */
export function importReport(text: string, name: string): ImportedReport {
  const before = analyse(text, name);
  const { info, headings, glossary } = before.report;
  const issuer = info?.issuer ?? null;
  const planYear = info?.planYear ?? null;
  const head = frontMatter({ issuer, region: info?.region ?? null, planYear, source: name });
  // Tidying changes how a report looks. Where what it says came out otherwise, the text stays as it was.
  const tidy = info === null ? null : head + tidyReport(before.report);
  const markdown = tidy !== null && saysTheSame(before, analyse(tidy, name)) ? tidy : head + text;
  return {
    markdown,
    recognised: info !== null,
    issuer,
    planYear,
    fileName:
      issuer !== null && planYear !== null
        ? `${issuer}${String(planYear)}年政府工作报告.md`
        : `${withoutEnding(name)}.md`,
    headings: headings.length,
    entries: glossary.length,
    targets: before.statements.filter(({ role }) => role === 'target').length,
    characters: before.report.blocks.reduce((sum, block) => sum + (block.kind === 'page' ? 0 : block.text.length), 0),
  };
}

function analyse(text: string, name: string): Analysis {
  return createAnalyser().analyse(text, { path: name });
}

function saysTheSame(a: Analysis, b: Analysis): boolean {
  return JSON.stringify(factsOf(a)) === JSON.stringify(factsOf(b));
}

function factsOf({ report, statements, terms }: Analysis): unknown {
  return [
    { ...report.info, script: null },
    report.headings.map(({ level, number, title, role }) => [level, number, title, role]),
    report.glossary.map(({ number, term, definition }) => [number, term, definition]),
    terms.map(({ text, kind }) => [text, kind]),
    statements.map(({ indicator, role, year, measure, bound, min, max, unit }) => [
      indicator,
      role,
      year,
      measure,
      bound,
      min,
      max,
      unit,
    ]),
  ];
}

function withoutEnding(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
