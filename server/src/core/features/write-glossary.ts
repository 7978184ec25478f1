/**
 * The whole 名词解释 of a draft at one stroke. Nothing that a person wrote is lost: the draft's own entries keep their
 * words and what stands between them, only their order and numbers change. Terms that have none get the definition of
 * the newest past report, else of another place (with a comment that says so), else a stub `指……。`. The list is in the
 * form of the one that stands there, else of the newest past report's. Of two entries of one term that say the same one
 * is left, and one that is only begun gives way; where they differ they stand one behind the other with a comment
 * between them: which one holds, only the house can say.
 */
import { bareTerm, quotedCore, termCore } from '../facts/matching';
import type { Analysis, CorpusReport, CorpusView, GlossaryEntry, Report, Span } from '../model';
import { lineAt, lineBreakOf } from '../text/lines';
import { likePrinted } from '../text/numerals';
import { GLOSSARY_LINE } from './completion-terms';
import { explain, matcherOf } from './definition';
import type { Dictionary } from '../facts/unexplained';
import { namedIn, unexplainedTerms } from '../facts/unexplained';

/** Where the words of an entry come from. */
export type EntryOrigin = 'draft' | 'precedent' | 'peer' | 'stub';

export interface WrittenEntry {
  readonly term: string;
  readonly origin: EntryOrigin;
  /** The report that explains it; null for the draft's own and for stubs. */
  readonly source: CorpusReport | null;
}

export interface WrittenGlossary {
  /** In order of first use in the body; what the body does not use stands last. */
  readonly entries: readonly WrittenEntry[];
  /** How many entries say of a term something else than an entry before them, so that somebody has to choose. */
  readonly doubled: number;
  /** The one change of the draft, in original offsets. */
  readonly edit: Span & { readonly text: string };
  /** The first place to fill in or to check, as offsets into the new text of the draft; null where there is none. */
  readonly next: Span | null;
}

/** Null where the draft explains and uses no term at all. */
export function writeGlossary(analysis: Analysis, corpus: CorpusView, dictionary: Dictionary): WrittenGlossary | null {
  const { report } = analysis;
  const chunks = keptChunks(analysis);
  const kept = withoutRepeated(chunks);
  const missing = missingEntries(analysis, corpus, dictionary);
  if (kept.length + missing.length === 0) return null;
  const form = formOf(report, corpus);
  const pieces = [...kept, ...missing]
    .sort((a, b) => (a.first === b.first ? 0 : a.first - b.first))
    .flatMap((piece): (Kept | Missing)[] => ('chunk' in piece ? [piece, ...piece.others] : [piece]));
  const breakOf = (text: string): string => text.replace(/\r\n?|\n/g, lineBreakOf(report.text));
  const doubles = new Set(kept.flatMap(({ others }) => others));
  let written = '';
  const open: Span[] = [];
  pieces.forEach((piece, i) => {
    if (i > 0) written += form.separator;
    const number = i + 1;
    if ('chunk' in piece) {
      if (doubles.has(piece)) {
        open.push({ start: written.length, end: written.length + DOUBLED.length });
        written += `${DOUBLED}\n`;
      }
      written += piece.chunk(number);
      return;
    }
    const head = `${form.head(number)}${piece.headword}${form.colon}`;
    const start = written.length + head.length;
    written += `${head}${piece.definition}${form.tail}`;
    if (piece.origin === 'peer') written += `\n${peerComment(piece.source)}`;
    if (piece.origin !== 'precedent') open.push({ start, end: start + piece.definition.length });
  });
  const [next] = open;
  const place = placeOf(report, chunks);
  const before = breakOf(place.before);
  const edit = { start: place.start, end: place.end, text: before + breakOf(written) + breakOf(place.after) };
  return {
    entries: pieces.flatMap((piece): WrittenEntry[] =>
      'chunk' in piece
        ? piece.terms.map((term) => ({ term, origin: 'draft', source: null }))
        : [{ term: piece.headword, origin: piece.origin, source: piece.source }],
    ),
    doubled: doubles.size,
    edit,
    next: next === undefined ? null : inEdit(next, written, place.start + before.length, breakOf),
  };
}

/** An entry, or two explained together, as it stands in the draft with what belongs to it. */
interface Kept {
  readonly first: number;
  readonly terms: readonly string[];
  readonly definition: string;
  /** What stands behind the entry up to the next one, such as a comment. */
  readonly rest: string;
  /** Its text under another number. */
  chunk(number: number): string;
  readonly span: Span;
}

/** One that is left, with those of its term that say something else. */
interface Left extends Kept {
  readonly others: readonly Kept[];
}

interface Missing {
  readonly first: number;
  readonly headword: string;
  readonly definition: string;
  readonly origin: Exclude<EntryOrigin, 'draft'>;
  readonly source: CorpusReport | null;
}

/** The entries of the draft; each reaches from the beginning of its line to the next one's. */
function keptChunks({ report, uses }: Analysis): Kept[] {
  const { text, glossary } = report;
  const groups: { entries: GlossaryEntry[]; first: number }[] = [];
  glossary.forEach((entry, i) => {
    const use = uses[i]?.[0]?.start ?? Number.POSITIVE_INFINITY;
    const last = groups.at(-1);
    if (last?.entries[0]?.start === entry.start) {
      last.entries.push(entry);
      last.first = Math.min(last.first, use);
    } else groups.push({ entries: [entry], first: use });
  });
  const starts = groups.map(({ entries: [entry] }, i) => {
    const end = groups[i - 1]?.entries.at(-1)?.end ?? 0;
    if (entry === undefined) return end;
    const gap = text.slice(end, entry.start);
    return end + Math.max(gap.lastIndexOf('\n'), gap.lastIndexOf('\r')) + 1;
  });
  return groups.flatMap(({ entries, first }, i): Kept[] => {
    const [entry] = entries;
    const start = starts[i];
    if (entry === undefined || start === undefined) return [];
    const own = entries.at(-1)?.end ?? entry.end;
    const limit = starts[i + 1] ?? lineAt(text, own).end;
    const end = start + text.slice(start, limit).trimEnd().length;
    const numeral = numeralIn(text.slice(entry.start, entry.termStart));
    return [
      {
        first,
        terms: entries.map(({ term }) => term),
        definition: entry.definition,
        rest: withoutMark(text.slice(own, end)).trim(),
        span: { start, end },
        chunk(number) {
          if (numeral === null || entry.number === null) return withoutMark(text.slice(start, end));
          const at = entry.start + numeral.at;
          const tail = withoutMark(text.slice(at + numeral.text.length, end));
          return text.slice(start, at) + likePrinted(numeral.text, number) + tail;
        },
      },
    ];
  });
}

/** Stands between two entries of one term; put anew each time, so that it goes when one of them is gone. */
const DOUBLED = '<!-- 下条与上条为同一名词，释义不一，请择一保留 -->';

function withoutMark(text: string): string {
  return text.includes(DOUBLED) ? text.replaceAll(new RegExp(`\\s{0,8}${DOUBLED}`, 'g'), '') : text;
}

/** The entries with those that repeat another one left out; what stands behind these stays. */
function withoutRepeated(chunks: readonly Kept[]): Left[] {
  const rows: Kept[][] = [];
  const rowOf = new Map<string, Kept[]>();
  for (const chunk of chunks) {
    const names = chunk.terms.map(bareTerm);
    const known = names.flatMap((name) => rowOf.get(name) ?? [])[0];
    const row = (known === undefined ? undefined : rows.find((one) => one.includes(known))) ?? [];
    if (row.length === 0) rows.push(row);
    // Two terms explained together are left as they are: neither entry says all that the other does.
    const alike = row.findIndex(
      (one) =>
        one.terms.map(bareTerm).join('\n') === names.join('\n') &&
        (isBegun(one) || isBegun(chunk) || saidOf(one) === saidOf(chunk)),
    );
    const before = row[alike];
    if (before === undefined) row.push(chunk);
    else row[alike] = isBegun(before) ? withRest(chunk, before) : withRest(before, chunk);
    for (const name of names) if (!rowOf.has(name)) rowOf.set(name, row);
  }
  return rows.flatMap(([first, ...others]): Left[] =>
    first === undefined ? [] : [{ ...first, first: Math.min(first.first, ...others.map((one) => one.first)), others }],
  );
}

function withRest(kept: Kept, left: Kept): Kept {
  const rest = [kept.rest, left.rest].filter((one) => one !== '').join('\n');
  return {
    ...kept,
    first: Math.min(kept.first, left.first),
    rest,
    chunk: (number) => kept.chunk(number) + (left.rest === '' ? '' : `\n${left.rest}`),
  };
}

/** A definition as it counts: without spaces, what introduces it and the mark at its end. */
function saidOf({ definition }: Kept): string {
  return definition
    .replace(/\s/g, '')
    .replace(/^(?:是指|指的是|指|即)[：:，]?/, '')
    .replace(/[。；，.;]$/, '');
}

/** 指……。, or nothing at all behind the headword. */
function isBegun(chunk: Kept): boolean {
  return /^…*$/.test(saidOf(chunk));
}

/** The terms of the body that the draft's glossary leaves out, each once, with what is known of them. */
function missingEntries(analysis: Analysis, corpus: CorpusView, dictionary: Dictionary): Missing[] {
  const { report, uses } = analysis;
  const defined = new Set(report.glossary.map(({ term }) => termCore(term)));
  const left = new Set([...dictionary.known, ...dictionary.ignored].map((term) => quotedCore(term)));
  const found = new Map<string, Missing>();
  const add = (one: Missing): void => {
    const core = termCore(one.headword);
    const before = found.get(core);
    if (defined.has(core) || left.has(core) || (before !== undefined && before.first <= one.first)) return;
    found.set(core, one);
  };
  for (const [term] of unexplainedTerms(analysis, namedIn(dictionary))) {
    if (term === undefined) continue;
    const known = explain(analysis, corpus, term.start)?.explanations ?? [];
    const best = known.find(({ origin }) => origin === 'precedent') ?? known.find(({ origin }) => origin === 'peer');
    add(
      best === undefined || best.origin === 'draft'
        ? { first: term.start, headword: `“${term.text}”`, definition: STUB, origin: 'stub', source: null }
        : {
            first: term.start,
            headword: best.entry.printedTerm,
            definition: best.entry.printedDefinition,
            origin: best.origin,
            source: best.report,
          },
    );
  }
  // What past reports explained is explained again wherever it is used, in quotes or not.
  const taken = [...uses.flat(), ...[...found.values()].map(({ first }) => ({ start: first, end: first + 1 }))];
  for (const source of corpus.precedents) {
    const matcher = matcherOf(source.analysis.report);
    for (const block of report.blocks) {
      if (block.kind !== 'body') continue;
      for (const match of matcher.find(block)) {
        const entry = source.analysis.report.glossary[match.entry];
        if (entry === undefined || !match.led || match.otherTail) continue;
        const span = block.span(match.start, match.end);
        if (taken.some((use) => use.start < span.end && span.start < use.end)) continue;
        if (found.has(termCore(entry.term))) continue;
        add({
          first: span.start,
          headword: entry.printedTerm,
          definition: entry.printedDefinition,
          origin: 'precedent',
          source,
        });
      }
    }
  }
  return [...found.values()];
}

const STUB = '指……。';

/** How an entry is printed: what stands before its headword, between it and the definition, and behind that. */
interface Form {
  head(number: number): string;
  readonly colon: string;
  readonly tail: string;
  readonly separator: string;
}

function formOf(own: Report, corpus: CorpusView): Form {
  const report = [own, ...corpus.precedents.map(({ analysis }) => analysis.report)].find(
    ({ glossary }) => glossary.length > 0,
  );
  const [entry] = report?.glossary ?? [];
  if (report === undefined || entry === undefined) return PLAIN;
  const { text, glossary } = report;
  const start = lineAt(text, entry.start).start;
  const lead = /^[\s*_>#-]{0,12}$/.test(text.slice(start, entry.start)) ? text.slice(start, entry.start) : '';
  const head = text.slice(entry.start, entry.termStart).replace(/[\r\n]+/g, '');
  const numeral = entry.number === null ? null : numeralIn(head);
  const colon = text.slice(entry.termEnd, entry.definitionStart);
  const tail = text.slice(entry.definitionEnd, lineAt(text, entry.end).end);
  const next = glossary.find((one) => one.start > entry.start);
  const between = next === undefined ? '\n' : text.slice(entry.end + tail.length, lineAt(text, next.start).start);
  return {
    head: (number) =>
      lead +
      (numeral === null
        ? head
        : head.slice(0, numeral.at) + likePrinted(numeral.text, number) + head.slice(numeral.at + numeral.text.length)),
    colon: /^[\s*_：:—]{1,6}$/.test(colon) ? colon : '：',
    tail: /^[*_]{1,3}$/.test(tail) ? tail : '',
    separator: /^\s{0,8}$/.test(between) && /[\r\n]/.test(between) ? between.replace(/\r\n?/g, '\n') : '\n',
  };
}

const PLAIN: Form = { head: (number) => `${String(number)}.`, colon: '：', tail: '', separator: '\n\n' };

/** Where the list goes: over the one that stands there, below a heading that waits for one, else behind the report. */
function placeOf(report: Report, kept: readonly Kept[]): Span & { readonly before: string; readonly after: string } {
  const { text } = report;
  const spans = kept.map(({ span }) => span);
  const [first] = spans;
  const last = spans.at(-1);
  if (first !== undefined && last !== undefined) return { start: first.start, end: last.end, before: '', after: '' };
  const heading = emptyHeading(text);
  if (heading !== null) return { start: heading, end: heading, before: '\n\n', after: '' };
  const end = report.blocks.reduce(
    (most, { kind, end: own }) => (kind === 'page' || kind === 'directive' ? most : Math.max(most, own)),
    0,
  );
  const markdown = /^#{1,6} /m.test(text);
  return {
    start: end,
    end,
    before: `\n\n${markdown ? '## ' : ''}名词解释\n\n`,
    after: end >= text.trimEnd().length ? '' : '\n',
  };
}

/** The end of the last line that says 名词解释 and nothing else; null where there is none. */
function emptyHeading(text: string): number | null {
  let found: number | null = null;
  for (const { 0: line, index } of text.matchAll(SHORT_LINE)) {
    if (GLOSSARY_LINE.test(line)) found = index + line.length;
  }
  return found;
}

const SHORT_LINE = /^[^\r\n]{4,40}$/gm;

/** A comment that is no part of the report: what another place wrote must be looked at. */
function peerComment(source: CorpusReport | null): string {
  const { issuer = null, planYear = null } = source?.analysis.report.info ?? {};
  const year = planYear === null ? '' : `${String(planYear)}年`;
  return `<!-- 上条释义取自${issuer ?? '外地'}${year}报告，请核改 -->`;
}

// The first numeral of 注12：, （十二）, ⑫, 17.
function numeralIn(head: string): { readonly at: number; readonly text: string } | null {
  const match = /\d{1,3}|[一二三四五六七八九十]{1,3}|[\u2460-\u2473\u3251-\u325f]/.exec(head);
  return match === null ? null : { at: match.index, text: match[0] };
}

/** A place in what was written, counted in the new text of the draft, whose line breaks may be longer. */
function inEdit(span: Span, written: string, start: number, breakOf: (text: string) => string): Span {
  return {
    start: start + breakOf(written.slice(0, span.start)).length,
    end: start + breakOf(written.slice(0, span.end)).length,
  };
}
