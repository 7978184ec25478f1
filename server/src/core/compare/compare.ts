/**
 * What changed between two versions of a draft (征求意见稿, 送审稿) in what it says, not in its letters: figures, targets,
 * promises, terms and glossary entries, each with its places in both. What was only moved or reworded around an equal
 * number is no change. Beside what is read as a statement, every number whose clause is otherwise the same is compared.
 */
import { findDifference } from '../facts/definitions';
import { sameTerm, quotedCore } from '../facts/matching';
import { inWords, wording } from '../facts/wording';
import { intervalOf, measureKey, scaleOf } from '../ledger/amounts';
import { matchResults } from '../ledger/pairs';
import type { Analysis, GlossaryEntry, Span, Statement, Term } from '../model';

export const SUBJECTS = ['target', 'figure', 'promise', 'term', 'entry'] as const;
export type Subject = (typeof SUBJECTS)[number];

export interface Change {
  readonly subject: Subject;
  readonly change: 'changed' | 'added' | 'removed';
  /** What it is about: an indicator, a term, the words of a clause. */
  readonly name: string;
  /** Null for what was added. */
  readonly before: Side | null;
  /** Null for what was removed. */
  readonly after: Side | null;
}

/** A place in one of the versions with what it says there. */
export interface Side extends Span {
  readonly words: string;
}

/** The changes from the version `a` to the version `b`, by subject, within it in the order of the newer version. */
export function compareVersions(a: Analysis, b: Analysis): Change[] {
  const roles = [
    ['target', 'target'],
    ['result', 'figure'],
    ['task', 'promise'],
  ] as const;
  const stated = roles.map(([role, subject]) => statementChanges(a, b, role, subject));
  const [targets = [], figures = [], promises = []] = stated;
  const told = [...targets, ...figures, ...promises];
  const numbers = clauseChanges(a, b).filter((one) => !told.some((other) => isWithin(one, other)));
  return [
    ...targets,
    ...[...figures, ...numbers].sort(byPlace),
    ...promises,
    ...termChanges(a, b),
    ...entryChanges(a, b),
  ];
}

function statementChanges(a: Analysis, b: Analysis, role: Statement['role'], subject: Subject): Change[] {
  const left = a.statements.filter((one) => one.role === role);
  const right = b.statements.filter((one) => one.role === role);
  const pairs = pair(left, right);
  const side = (analysis: Analysis, one: Statement): Side => ({
    start: Math.min(one.nameStart, one.valueStart),
    end: Math.max(one.nameEnd, one.valueEnd),
    words: wording(one, analysis.report),
  });
  const changes: Change[] = [];
  for (const [before, after] of pairs) {
    if (before !== null && after !== null && saysTheSame(before, a, after, b)) continue;
    const named = after ?? before;
    if (named === null) continue;
    changes.push({
      subject,
      change: before === null ? 'added' : after === null ? 'removed' : 'changed',
      name: named.known ? named.indicator : named.name,
      before: before === null ? null : side(a, before),
      after: after === null ? null : side(b, after),
    });
  }
  return changes.sort(byPlace);
}

type Pair = readonly [Statement | null, Statement | null];

/** Pairs the statements of two versions: equal ones first, then those of one key in their order, then alike ones. */
function pair(left: readonly Statement[], right: readonly Statement[]): Pair[] {
  const pairs: Pair[] = [];
  let openLeft = [...left];
  let openRight = [...right];
  for (const key of [exactKey, likeKey]) {
    const waiting = new Map<string, Statement[]>();
    for (const one of openRight) {
      const list = waiting.get(key(one));
      if (list === undefined) waiting.set(key(one), [one]);
      else list.push(one);
    }
    const taken = new Set<Statement>();
    openLeft = openLeft.filter((one) => {
      const other = waiting.get(key(one))?.shift();
      if (other === undefined) return true;
      taken.add(other);
      pairs.push([one, other]);
      return false;
    });
    openRight = openRight.filter((one) => !taken.has(one));
  }
  const alike = matchResults(openLeft, openRight).filter(({ confidence }) => confidence !== 'possible');
  const matched = new Set<Statement>();
  for (const { promise, result } of alike) {
    const [one, other] = [openLeft[promise], openRight[result]];
    if (one === undefined || other === undefined || measureKey(one) !== measureKey(other)) continue;
    matched.add(one).add(other);
    pairs.push([one, other]);
  }
  for (const one of openLeft) if (!matched.has(one)) pairs.push([one, null]);
  for (const one of openRight) if (!matched.has(one)) pairs.push([null, one]);
  return pairs;
}

function likeKey(one: Statement): string {
  return [one.indicator, String(one.year), one.period, measureKey(one), scaleOf(one.unit).base].join('\n');
}

function exactKey(one: Statement): string {
  const interval = intervalOf(one);
  return [likeKey(one), one.name, JSON.stringify(interval), one.bound ?? ''].join('\n');
}

function saysTheSame(a: Statement, inA: Analysis, b: Statement, inB: Analysis): boolean {
  const x = intervalOf(a);
  const y = intervalOf(b);
  if (x === null || y === null) return x === y && inWords(a, inA.report) === inWords(b, inB.report);
  const stretch = (one: Statement): string => JSON.stringify(one.stretch);
  return near(x.low, y.low) && near(x.high, y.high) && a.bound === b.bound && stretch(a) === stretch(b);
}

function near(a: number, b: number): boolean {
  return a === b || Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
}

/** A clause with its numbers taken out. */
interface Clause extends Span {
  readonly words: string;
  readonly numbers: string;
}

/** Numbers that differ in clauses which are otherwise the same and stand once in each version. */
function clauseChanges(a: Analysis, b: Analysis): Change[] {
  const before = clausesOf(a);
  const changes: Change[] = [];
  for (const [skeleton, after] of clausesOf(b)) {
    const old = before.get(skeleton);
    if (old === undefined || old === null || after === null || old.numbers === after.numbers) continue;
    changes.push({ subject: 'figure', change: 'changed', name: skeleton, before: old, after });
  }
  return changes;
}

/** The clauses with numbers by their words; null for words that stand more than once. */
function clausesOf({ report }: Analysis): Map<string, Clause | null> {
  const found = new Map<string, Clause | null>();
  for (const block of report.blocks) {
    if (block.kind !== 'body') continue;
    for (const { 0: words, index } of block.text.matchAll(/[^，。；：、！？]{4,200}/g)) {
      if (!/\d/.test(words)) continue;
      // Printed as the name of what changed.
      const skeleton = words.replace(NUMBER, '…');
      if (skeleton.replace(/[^\u4e00-\u9fff]/g, '').length < 3) continue;
      const numbers = (words.match(NUMBER) ?? []).join(' ');
      const clause = { ...block.span(index, index + words.length), words, numbers };
      found.set(skeleton, found.has(skeleton) ? null : clause);
    }
  }
  return found;
}

const NUMBER = /\d{1,15}(?:\.\d{1,9})?/g;

function isWithin(one: Change, other: Change): boolean {
  const [x, y] = [one.after, other.after];
  return x !== null && y !== null && x.start < y.end && y.start < x.end;
}

function termChanges(a: Analysis, b: Analysis): Change[] {
  const left = termsOf(a);
  const right = termsOf(b);
  const side = ({ start, end, text }: Term): Side => ({ start, end, words: `“${text}”` });
  const changes: Change[] = [];
  for (const [core, term] of right) {
    if (left.has(core)) continue;
    changes.push({ subject: 'term', change: 'added', name: term.text, before: null, after: side(term) });
  }
  for (const [core, term] of left) {
    if (right.has(core)) continue;
    changes.push({ subject: 'term', change: 'removed', name: term.text, before: side(term), after: null });
  }
  return changes.sort(byPlace);
}

/** The terms that a version uses, each at its first place. */
function termsOf({ terms }: Analysis): Map<string, Term> {
  const found = new Map<string, Term>();
  for (const term of terms) {
    const core = quotedCore(term.text);
    if (!found.has(core)) found.set(core, term);
  }
  return found;
}

function entryChanges(a: Analysis, b: Analysis): Change[] {
  const side = ({ start, end, printedDefinition }: GlossaryEntry): Side => ({ start, end, words: printedDefinition });
  const open = [...a.report.glossary];
  const changes: Change[] = [];
  for (const after of b.report.glossary) {
    const at = open.findIndex(({ term }) => sameTerm(term, after.term));
    const [before] = at < 0 ? [] : open.splice(at, 1);
    if (before !== undefined && findDifference(before.definition, after.definition) === null) continue;
    changes.push({
      subject: 'entry',
      change: before === undefined ? 'added' : 'changed',
      name: after.printedTerm,
      before: before === undefined ? null : side(before),
      after: side(after),
    });
  }
  const gone = open.map((before): Change => {
    return { subject: 'entry', change: 'removed', name: before.printedTerm, before: side(before), after: null };
  });
  return [...changes, ...gone];
}

/** In the order of the newer version; what is gone stands last. */
function byPlace(x: Change, y: Change): number {
  if (x.after === null || y.after === null) {
    if (x.after === y.after) return (x.before?.start ?? 0) - (y.before?.start ?? 0);
    return x.after === null ? 1 : -1;
  }
  return x.after.start - y.after.start;
}
