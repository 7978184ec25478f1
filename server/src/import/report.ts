import { createAnalyser } from '../core/analysis';
import { asFileName } from '../core/corpus/paths';
import type { Analysis } from '../core/model';
import { frontMatter } from './front-matter';
import { guessFromNames } from './names';
import { tidyReport } from './tidy';

/** A past report as it would be written, with what was recognised in it. */
export interface ImportedReport {
  /** Tidy Markdown with front matter. */
  readonly markdown: string;
  /** False for a text that is no government work report; it can be kept all the same. */
  readonly recognised: boolean;
  readonly issuer: string | null;
  readonly planYear: number | null;
  /** What the text itself does not say, or says otherwise than the name of its file: for a person to look at. */
  readonly unsure: readonly Detail[];
  /** What the file would be called. */
  readonly fileName: string;
  readonly headings: number;
  readonly entries: number;
  readonly targets: number;
  readonly characters: number;
}

/** What a report has to say of itself above its text. */
export type Detail = 'issuer' | 'planYear';

/** What a person says of a report. */
export interface Told {
  readonly issuer?: string;
  readonly planYear?: number;
}

/**
 * @param path the file that the text comes from, with its folders; they may tell issuer and year where the text does not
 * @param told what a person says; it stands above all else
 */
export function importReport(source: string, path: string, told: Told = {}): ImportedReport {
  const name = path.split(/[\\/]/).at(-1) ?? path;
  const before = analyse(source, name);
  const text = withoutFrontMatter(source);
  const { info, headings, glossary } = before.report;
  const { issuer, planYear, unsure } = detailsOf(before, source, path, told);
  const head = frontMatter({ issuer, region: info?.region ?? null, planYear, source: name });
  // Tidying changes how a report looks. Where what it says came out otherwise, the text stays as it was.
  const tidy = info === null ? null : head + tidyReport(before.report);
  const markdown = tidy !== null && saysTheSame(analyse(head + text, name), analyse(tidy, name)) ? tidy : head + text;
  return {
    markdown,
    recognised: info !== null,
    issuer,
    planYear,
    unsure,
    fileName: asFileName(
      issuer !== null && planYear !== null
        ? `${issuer}${String(planYear)}年政府工作报告.md`
        : `${withoutEnding(name)}.md`,
    ),
    headings: headings.length,
    entries: glossary.length,
    targets: before.statements.filter(({ role }) => role === 'target').length,
    characters: before.report.blocks.reduce((sum, block) => sum + (block.kind === 'page' ? 0 : block.text.length), 0),
  };
}

function analyse(text: string, name: string | null): Analysis {
  return createAnalyser().analyse(text, name === null ? {} : { path: name });
}

/** Whose report it is and for which year, as surely as can be said. */
function detailsOf(
  { report: { info } }: Analysis,
  text: string,
  path: string,
  told: Told,
): { readonly issuer: string | null; readonly planYear: number | null; readonly unsure: readonly Detail[] } {
  if (info === null) return { issuer: told.issuer ?? null, planYear: told.planYear ?? null, unsure: [] };
  const own = analyse(text, null).report.info;
  const guess = guessFromNames(path, text);
  const issuer = told.issuer?.replace(/["“”'\r\n]/g, '').slice(0, 40) ?? info.issuer ?? guess.issuer;
  const planYear = told.planYear ?? info.planYear ?? guess.planYear;
  const unsure: Detail[] = [];
  if (told.issuer === undefined && (issuer === null || own?.issuer !== issuer)) unsure.push('issuer');
  const differs = own?.planYear !== planYear || (guess.planYear !== null && guess.planYear !== planYear);
  if (told.planYear === undefined && (planYear === null || differs)) unsure.push('planYear');
  return { issuer, planYear, unsure };
}

/** What an earlier import wrote above a text is written anew. */
function withoutFrontMatter(text: string): string {
  const lines = text.split('\n');
  const end = lines.slice(1, 30).findIndex((line) => line.trim() === '---');
  return lines[0]?.trim() === '---' && end >= 0
    ? lines
        .slice(end + 2)
        .join('\n')
        .replace(/^\s+/, '')
    : text;
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
