import { createAnalyser } from '../../server/src/core/analysis';
import type { Analysis, Statement } from '../../server/src/core/model';
import type { Layout } from './generator';
import type { FigureTruth, Span } from './truth';

/** What is measured, in the order in which it is printed. */
export const measures = [
  'recognition',
  'issuer',
  'region',
  'year',
  'date',
  'session',
  'speaker',
  'script',
  'headings',
  'levels',
  'roles',
  'titles',
  'entries',
  'numbers',
  'definitions',
  'entry-places',
  'uses',
  'targets',
  'target-values',
  'results',
  'result-values',
  'estimates',
] as const;
export type MeasureName = (typeof measures)[number];

/** One thing that the reader got wrong. */
export interface Failure {
  readonly measure: MeasureName;
  readonly kind: 'missed' | 'extra' | 'wrong';
  readonly expected: string;
  readonly actual: string;
  readonly at: number;
}

/** Counts of one measure: what should be found, what was, and how much of each was right. */
export interface Count {
  expected: number;
  found: number;
  hits: number;
  good: number;
}

export interface Outcome {
  readonly layout: Layout;
  readonly counts: Readonly<Record<MeasureName, Count>>;
  readonly failures: readonly Failure[];
}

/** Reads one layout and compares what was read with what it says. */
export function judge(layout: Layout): Outcome {
  const analysis = createAnalyser().analyse(layout.text);
  const counts = Object.fromEntries(
    measures.map((name) => [name, { expected: 0, found: 0, hits: 0, good: 0 }]),
  ) as Record<MeasureName, Count>;
  const failures: Failure[] = [];
  const sheet: Sheet = { layout, analysis, counts, failures };
  judgeIdentity(sheet);
  judgeHeadings(sheet);
  judgeGlossary(sheet);
  judgeStatements(sheet, 'target');
  judgeStatements(sheet, 'result');
  return { layout, counts, failures };
}

/** Of everything expected and everything found, the share that is right (the harmonic mean of recall and precision). */
export function score({ expected, found, hits, good }: Count): { recall: number; precision: number; f1: number } {
  const recall = expected === 0 ? 1 : hits / expected;
  const precision = found === 0 ? 1 : good / found;
  return { recall, precision, f1: recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision) };
}

export function add(counts: readonly Count[]): Count {
  const sum = (of: (count: Count) => number): number => counts.reduce((total, count) => total + of(count), 0);
  return {
    expected: sum((c) => c.expected),
    found: sum((c) => c.found),
    hits: sum((c) => c.hits),
    good: sum((c) => c.good),
  };
}

interface Sheet {
  readonly layout: Layout;
  readonly analysis: Analysis;
  readonly counts: Record<MeasureName, Count>;
  readonly failures: Failure[];
}

/** Counts a thing that is there for certain and is either right or wrong. */
function check(
  sheet: Sheet,
  measure: MeasureName,
  expected: string,
  actual: string,
  at = 0,
  right = expected === actual,
): void {
  const count = sheet.counts[measure];
  count.expected += 1;
  count.found += 1;
  if (right) {
    count.hits += 1;
    count.good += 1;
  } else sheet.failures.push({ measure, kind: 'wrong', expected, actual, at });
}

function judgeIdentity(sheet: Sheet): void {
  const { truth } = sheet.layout;
  const { info } = sheet.analysis.report;
  check(sheet, 'recognition', 'a report', info === null ? 'none' : 'a report');
  if (info === null) return;
  check(sheet, 'issuer', truth.issuer, String(info.issuer));
  if (truth.region !== null) check(sheet, 'region', truth.region, String(info.region));
  check(sheet, 'year', String(truth.planYear), String(info.planYear));
  if (truth.date !== undefined) check(sheet, 'date', String(truth.date), String(info.date));
  if (truth.session !== null) {
    const [term, sitting] = truth.session;
    const said = info.session ?? '';
    check(
      sheet,
      'session',
      `${term}届…${sitting}次`,
      said,
      0,
      said.includes(`${term}届`) && said.includes(`${sitting}次`),
    );
  }
  if (truth.speaker !== null) {
    const said = `${String(info.post)} ${plain(info.speaker ?? 'null')}`;
    check(sheet, 'speaker', `${String(truth.post)} ${truth.speaker}`, said);
  }
  check(sheet, 'script', truth.script, info.script);
}

function judgeHeadings(sheet: Sheet): void {
  const { truth } = sheet.layout;
  const found = sheet.analysis.report.headings.filter((one) => one.level <= 3);
  const taken = new Set<number>();
  const count = sheet.counts.headings;
  for (const heading of truth.headings) {
    const index = found.findIndex((one, at) => !taken.has(at) && heading.starts.includes(one.start));
    const actual = found[index];
    if (heading.optional || heading.level > 3) {
      if (index >= 0) taken.add(index);
      continue;
    }
    count.expected += 1;
    const at = heading.starts[0] ?? 0;
    if (actual === undefined) {
      sheet.failures.push({
        measure: 'headings',
        kind: 'missed',
        expected: `L${heading.level} ${heading.titles[0] ?? ''}`,
        actual: '',
        at,
      });
      continue;
    }
    taken.add(index);
    count.hits += 1;
    count.good += 1;
    count.found += 1;
    const [title = ''] = heading.titles;
    check(sheet, 'levels', `L${heading.level} ${title}`, `L${actual.level} ${title}`, at);
    if (heading.role !== undefined) {
      check(sheet, 'roles', `${heading.role} ${title}`, `${actual.role ?? 'none'} ${title}`, at);
    }
    const titles = heading.titles.map(bare);
    check(sheet, 'titles', titles[0] ?? '', bare(actual.title), at, titles.includes(bare(actual.title)));
  }
  found.forEach((one, index) => {
    if (taken.has(index)) return;
    count.found += 1;
    sheet.failures.push({
      measure: 'headings',
      kind: 'extra',
      expected: '',
      actual: `L${one.level} ${one.title.slice(0, 40)}`,
      at: one.start,
    });
  });
}

function judgeGlossary(sheet: Sheet): void {
  const { truth } = sheet.layout;
  const found = sheet.analysis.report.glossary;
  const taken = new Set<number>();
  const count = sheet.counts.entries;
  for (const entry of truth.glossary) {
    count.expected += 1;
    const index = found.findIndex((one, at) => !taken.has(at) && bare(one.term) === bare(entry.term));
    const actual = found[index];
    if (actual === undefined) {
      const near = found.find((one) => one.number === entry.number && entry.number !== null);
      sheet.failures.push({
        measure: 'entries',
        kind: 'missed',
        expected: `${entry.number ?? '-'} ${entry.term}`,
        actual: near?.term ?? '',
        at: entry.start,
      });
      continue;
    }
    taken.add(index);
    count.hits += 1;
    count.good += 1;
    count.found += 1;
    check(
      sheet,
      'numbers',
      `${entry.term}: ${entry.number ?? 'none'}`,
      `${entry.term}: ${actual.number ?? 'none'}`,
      entry.start,
    );
    check(sheet, 'definitions', plain(entry.definition), plain(actual.definition), entry.definitionStart);
    const expected = [entry.start, entry.end, entry.definitionStart, entry.definitionEnd].join(' ');
    const said = [actual.start, actual.end, actual.definitionStart, actual.definitionEnd].join(' ');
    check(sheet, 'entry-places', `${entry.term} ${expected}`, `${entry.term} ${said}`, entry.start);
    const uses = (sheet.analysis.uses[index] ?? []).length > 0;
    check(
      sheet,
      'uses',
      `${entry.term} ${entry.used ? 'used' : 'unused'}`,
      `${entry.term} ${uses ? 'used' : 'unused'}`,
      entry.start,
    );
  }
  found.forEach((one, index) => {
    if (taken.has(index)) return;
    count.found += 1;
    sheet.failures.push({
      measure: 'entries',
      kind: 'extra',
      expected: '',
      actual: `${one.number ?? '-'} ${one.term.slice(0, 40)}`,
      at: one.start,
    });
  });
}

function judgeStatements(sheet: Sheet, role: 'target' | 'result'): void {
  const { truth } = sheet.layout;
  const expected = role === 'target' ? truth.targets : truth.results;
  const found = sheet.analysis.statements.filter((one) => one.role === role);
  const names = role === 'target' ? (['targets', 'target-values'] as const) : (['results', 'result-values'] as const);
  const count = sheet.counts[names[0]];
  const taken = new Set<number>();
  for (const figure of expected) {
    count.expected += 1;
    const index = found.findIndex(
      (one, at) => !taken.has(at) && overlaps(one, figure) && sameIndicator(one, figure) && sameNumbers(one, figure),
    );
    const actual = found[index];
    if (actual === undefined) {
      const near = found.filter((one) => overlaps(one, figure)).map((one) => show(one));
      sheet.failures.push({
        measure: names[0],
        kind: 'missed',
        expected: show(figure),
        actual: near.join(' / '),
        at: figure.start,
      });
      continue;
    }
    taken.add(index);
    count.hits += 1;
    count.good += 1;
    count.found += 1;
    check(
      sheet,
      names[1],
      show(figure),
      show({ ...actual, indicator: figure.indicator }),
      figure.start,
      sameValue(actual, figure),
    );
    if (role === 'target') continue;
    const said = (estimated: boolean): string => `${figure.indicator} ${estimated ? 'estimated' : 'final'}`;
    check(sheet, 'estimates', said(figure.estimated), said(actual.estimated), figure.start);
  }
  const isOpen = (one: Span): boolean => truth.open.some((span) => one.start >= span.start && one.end <= span.end);
  found.forEach((one, index) => {
    if (taken.has(index)) return;
    // In the text of the review anything may be a result; a target there would still be wrong.
    if (isOpen(one) && (role === 'result' || expected.length > 0)) {
      if (role === 'result' || sheet.layout.axes.annex === 'indicators') return;
    }
    count.found += 1;
    sheet.failures.push({
      measure: names[0],
      kind: 'extra',
      expected: '',
      actual: `${show(one)} “${sheet.layout.text.slice(one.start, Math.min(one.end, one.start + 40))}”`,
      at: one.start,
    });
  });
}

function overlaps(statement: Statement, figure: Span): boolean {
  const start = statement.measure === 'qualitative' ? statement.start : statement.valueStart;
  const end = statement.measure === 'qualitative' ? statement.end : statement.valueEnd;
  return start < figure.end && end > figure.start;
}

function sameIndicator(statement: Statement, figure: FigureTruth): boolean {
  const [one, other] = [canonical(statement.indicator), canonical(figure.indicator)];
  return one === other || (Math.min(one.length, other.length) >= 4 && (one.includes(other) || other.includes(one)));
}

/** Names that mean one indicator. */
function canonical(name: string): string {
  return plain(name)
    .replace('GDP', '地区生产总值')
    .replace('城镇常住居民', '城镇居民')
    .replace('农村常住居民', '农村居民')
    .replace(/^(?:城乡居民收入|城乡居民人均可支配收入)$/u, '居民收入')
    .replace('主要污染物排放量', '主要污染物排放')
    .replace('旅游综合收入', '旅游收入')
    .replace(/^研究与试验发展\(R&D\)/u, '研发');
}

function sameNumbers(statement: Statement, figure: FigureTruth): boolean {
  if (figure.measure === 'qualitative') return statement.measure === 'qualitative';
  return statement.min === figure.min && statement.max === figure.max;
}

function sameValue(statement: Statement, figure: FigureTruth): boolean {
  if (statement.measure !== figure.measure) return false;
  if (figure.measure === 'qualitative') return true;
  const unit = (text: string | null): string => plain(text ?? '').replace(/^个(?=百分点)/u, '');
  return (
    statement.bound === figure.bound &&
    unit(statement.unit) === unit(figure.unit) &&
    statement.direction === figure.direction &&
    statement.year === figure.year &&
    statement.period === 'annual' &&
    (figure.stretch === undefined || (statement.stretch?.min ?? statement.stretch?.max) === figure.stretch)
  );
}

type Shown = Pick<FigureTruth, 'indicator' | 'measure' | 'bound' | 'min' | 'max' | 'unit' | 'direction' | 'year'>;

function show(figure: Omit<Shown, 'year'> & { readonly year: number | null; readonly stretch?: unknown }): string {
  const numbers = figure.min === figure.max ? String(figure.min) : `${figure.min ?? ''}..${figure.max ?? ''}`;
  const stretch =
    figure.stretch === undefined || figure.stretch === null ? '' : ` stretch ${JSON.stringify(figure.stretch)}`;
  return `${figure.indicator} ${figure.measure} ${figure.bound ?? ''} ${numbers}${figure.unit ?? ''} ${figure.direction ?? ''} ${figure.year ?? ''}${stretch}`;
}

/** Without widths and spaces, which are layout. */
function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s*]/gu, '');
}

/** Also without quotes and closing marks. */
function bare(text: string): string {
  return plain(text)
    .replace(/[“”"「」『』]/gu, '')
    .replace(/[。:;,]$/u, '');
}
