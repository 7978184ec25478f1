import type { CorpusReport, CorpusView } from '../model';
import type { Identity } from './identity';
import { compareIssuers } from './identity';
import { baseName } from './paths';

/** A report that may stand beside a draft, with what its configuration says of it. */
export interface Candidate {
  readonly report: CorpusReport;
  readonly named: 'literally' | 'by-pattern' | 'not';
}

/**
 * Sorts the reports around a draft into precedents, versions and peers, by the words of the contract. The draft itself
 * must not be among the candidates, which are sorted by path. A draft whose issuer is not written yet takes the only issuer of its candidates;
 * one whose year is not written yet is newer than all of them.
 */
export function arrange(draft: Identity, candidates: readonly Candidate[]): CorpusView {
  const self = draft.issuer === null ? { ...draft, ...onlyIssuer(candidates) } : draft;
  const year = self.planYear ?? Number.POSITIVE_INFINITY;
  const earlier = new Map<number, [Candidate, ...Candidate[]]>();
  const versions: CorpusReport[] = [];
  const peers: CorpusReport[] = [];
  for (const candidate of candidates) {
    const info = candidate.report.analysis.report.info;
    if (info === null) continue;
    const relation = compareIssuers(self, info);
    if (relation === 'other') peers.push(candidate.report);
    if (relation !== 'same' || info.planYear === null || info.planYear > year) continue;
    if (info.planYear === year) versions.push(candidate.report);
    else earlier.set(info.planYear, [candidate, ...(earlier.get(info.planYear) ?? [])]);
  }
  const newestFirst = [...earlier].sort(([a], [b]) => b - a);
  return { precedents: newestFirst.map(([, files]) => best(files).report), versions, peers };
}

/** Whether none of the reports is of the same issuer and of a later year; true where the draft names no year yet. */
export function isNewest(draft: Identity, reports: readonly CorpusReport[]): boolean {
  const { planYear } = draft;
  if (planYear === null) return true;
  return !reports.some(({ analysis: { report } }) => {
    const { info } = report;
    return (info?.planYear ?? planYear) > planYear && info !== null && compareIssuers(draft, info) === 'same';
  });
}

/**
 * The file that stands for its year: as configured, else named 定稿 or 终稿, else the most complete, else the last by
 * path, which comes first here.
 */
function best(candidates: readonly [Candidate, ...Candidate[]]): Candidate {
  return candidates.reduce((chosen, candidate) => (compare(candidate, chosen) > 0 ? candidate : chosen));
}

function compare(a: Candidate, b: Candidate): number {
  return (
    NAMED[a.named] - NAMED[b.named] ||
    Number(isFinal(a.report.path)) - Number(isFinal(b.report.path)) ||
    Number(!a.report.analysis.report.abridged) - Number(!b.report.analysis.report.abridged) ||
    bodyLength(a.report) - bodyLength(b.report)
  );
}

const NAMED = { literally: 2, 'by-pattern': 1, not: 0 } as const;

/** Whether the file name says that this is the text as adopted. 未定稿 says the opposite. */
function isFinal(path: string): boolean {
  const name = baseName(path);
  return (
    (name.includes('定稿') || name.includes('终稿') || name.includes('終稿')) &&
    !name.includes('未定稿') &&
    !name.includes('非定稿')
  );
}

function bodyLength(report: CorpusReport): number {
  let length = 0;
  for (const block of report.analysis.report.blocks) if (block.kind !== 'page') length += block.text.length;
  return length;
}

function onlyIssuer(candidates: readonly Candidate[]): { issuer: string | null; region: string | null } {
  let found: Identity | undefined;
  for (const { report } of candidates) {
    const info = report.analysis.report.info;
    if (info === null) continue;
    if (info.issuer === null) continue;
    if (found === undefined) found = info;
    else if (compareIssuers(found, info) !== 'same') return { issuer: null, region: null };
  }
  return { issuer: found?.issuer ?? null, region: found?.region ?? null };
}
