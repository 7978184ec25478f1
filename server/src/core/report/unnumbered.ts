import type { Candidate, Numbered } from './candidates';
import { byPlace, isStrong, LONGEST_OWN, LONGEST_RUN_IN, nextBody, titleEnd, trimTitle } from './candidates';
import { isRow } from './entries';
import { isTerminated, mayBeTitle, PART_TITLE } from './lines';
import type { Paragraph } from './paragraphs';
import { isSalutation } from './landmarks';

/** Headings without a number on lines of their own: Markdown, bold, titles, sentences built alike, dash lines. */
export function unnumbered(
  body: readonly Numbered[],
  taken: ReadonlySet<number>,
  paragraphs: readonly Paragraph[],
  numbered: readonly Candidate[],
): Candidate[] {
  const out: Candidate[] = [];
  const own: Candidate[] = [];
  const marked: Candidate[] = [];
  const sentences: Candidate[] = [];
  const dashes: Candidate[] = [];
  const firstPart =
    numbered.find((candidate) => candidate.style === 'cn' || candidate.style === 'part')?.paragraph ?? Infinity;
  body.forEach(({ p, i }, position) => {
    if (taken.has(i) || isSalutation(p.text) || isRow(p.text)) return;
    const { text } = p;
    const whole = plain(text, i, p);
    const followed = position + 1 < body.length;
    if (p.first.mark > 0 && p.lines <= 2 && text.length <= LONGEST_OWN && !isStatement(text)) {
      marked.push({ ...whole, style: 'markdown' });
      return;
    }
    if (p.bold >= text.length && p.lines <= 2 && PART_TITLE.test(text) && mayBeTitle(text)) {
      marked.push({ ...whole, style: 'boldLine' });
      return;
    }
    if (p.bold >= 3) {
      const bold = boldCandidate(p, i);
      if (bold) out.push(bold);
      return;
    }
    if (text.startsWith('——')) {
      const dash = dashCandidate(p, i, followed && !(body[position + 1]?.p.text.startsWith('——') ?? false));
      const above = body[position - 1];
      // Among lines that are no headings a line is one of their list, unless others of its section have text below.
      const last = dashes[dashes.length - 1]?.paragraph ?? -1;
      const listed =
        above?.p.text.startsWith('——') === true &&
        last !== above.i &&
        (above.p.text.endsWith('；') || !sameSection(last, i, taken));
      if (dash && (dash.runIn || !listed)) dashes.push(dash);
      return;
    }
    if (!followed || text.length > 50 || SIGNATURE.test(text)) return;
    if (!isTerminated(text) && text.length >= (p.first.bullet ? 2 : 4) && mayBeTitle(text)) {
      // Below an unfinished line stands its rest, unless that line is a heading.
      const above = body[position - 1];
      if (above === undefined || taken.has(above.i) || isTerminated(above.p.text) || mayBeTitle(above.p.text))
        own.push(whole);
    } else if (/^[^。！？；：]{6,48}[。！]$/.test(text) && !ASIDE.test(text)) sentences.push(whole);
  });
  // Where every sentence has a line of its own, lines that look alike prove nothing.
  const texts = body.filter(({ p, i }) => p.text.length > 25 && !taken.has(i));
  const single = texts.filter(({ p }) => /^[^。！？；]{0,90}[。！？；]$/.test(p.text.slice(0, 100))).length;
  const oneSentenceLines = single > texts.length * 0.5;
  out.push(...keepOwn(own, alignMarks(marked, paragraphs), firstPart, paragraphs, numbered, oneSentenceLines));
  if (!oneSentenceLines) out.push(...keepSentences(sentences, paragraphs, taken));
  if (dashes.length >= 2) out.push(...dashes);
  return out;
}

/** Whether no numbered heading stands between two paragraphs. */
function sameSection(from: number, to: number, taken: ReadonlySet<number>): boolean {
  if (from < 0) return false;
  for (let i = from + 1; i < to; i++) if (taken.has(i)) return false;
  return true;
}

/** Scans mark lines as headings that are none: words to the deputies, targets, sentences behind a colon. */
function isStatement(text: string): boolean {
  return text.startsWith('各位代表') || (isTerminated(text) && /\d(?:%|[亿万]?元|个百分点)|：.{8}/.test(text));
}

/** Who signs the report, above the date. */
const SIGNATURE = /^[\u4e00-\u9fff]{2,16}(?:人民政府|政府办公室)$/;

/** Sentences that speak to the deputies or go on a thought; they head nothing however alike they are. */
const ASIDE = /^(?:现在|同时|此外|各位|在此|上述|实现上述|这些|为此|总之|回顾|总的看)/;

function plain(text: string, index: number, p: Paragraph): Candidate {
  return {
    paragraph: index,
    style: 'own',
    label: null,
    value: 0,
    start: 0,
    title: 0,
    end: trimTitle(text, 0, text.length),
    runIn: false,
    mark: p.first.mark,
  };
}

function boldCandidate(p: Paragraph, index: number): Candidate | null {
  const { text } = p;
  let title = 0;
  while (text[title] === '—') title++;
  const end = trimTitle(text, title, Math.min(p.bold, text.length));
  if (
    text.startsWith('各位代表', title) ||
    end - title < 3 ||
    end > LONGEST_RUN_IN ||
    /[。；]/.test(text.slice(title, end))
  )
    return null;
  const runIn = p.bold < text.length;
  if (runIn && !/[。：！？]/.test(text[end] ?? '')) return null;
  return {
    paragraph: index,
    style: runIn ? 'bold' : 'boldLine',
    label: null,
    value: 0,
    start: title,
    title,
    end,
    runIn,
    mark: 0,
  };
}

/** `——民生福祉不断增进。…` leads a block when a short sentence opens it and text of its own follows. */
function dashCandidate(p: Paragraph, index: number, followed: boolean): Candidate | null {
  let title = 0;
  while (p.text[title] === '—') title++;
  const { end, next } = titleEnd(p.text, title);
  const runIn = next < p.text.length;
  if (end - title < 4 || end - title > 40 || (!runIn && !followed) || /\d/.test(p.text.slice(title, end))) return null;
  return { paragraph: index, style: 'dash', label: null, value: 0, start: title, title, end, runIn, mark: 0 };
}

/** Markdown depths may be haphazard: headings that begin alike (一年来，我们…) are siblings whatever their depth. */
function alignMarks(marked: readonly Candidate[], paragraphs: readonly Paragraph[]): Candidate[] {
  const deepest = new Map<string, number>();
  const start = (candidate: Candidate): string => (paragraphs[candidate.paragraph]?.text ?? '').slice(0, 5);
  for (const candidate of marked)
    deepest.set(start(candidate), Math.max(deepest.get(start(candidate)) ?? 0, candidate.mark));
  return marked.map((candidate) => ({ ...candidate, mark: deepest.get(start(candidate)) ?? candidate.mark }));
}

/**
 * Own lines count as headings when Markdown marks them, when their words are those of parts, or when a sibling stands
 * beside them. Titles of parts that come before every 一、 are the outermost level.
 */
function keepOwn(
  own: readonly Candidate[],
  marked: readonly Candidate[],
  firstPart: number,
  paragraphs: readonly Paragraph[],
  numbered: readonly Candidate[],
  strict: boolean,
): Candidate[] {
  const isPart = (candidate: Candidate): boolean => PART_TITLE.test(paragraphs[candidate.paragraph]?.text ?? '');
  const parts = [...own, ...marked].filter(isPart).sort(byPlace);
  const outer = parts.length >= 2 && (parts[0]?.paragraph ?? Infinity) < firstPart;
  const numberedMark = Math.min(
    ...numbered.filter((candidate) => isStrong(candidate) && candidate.mark > 0).map((candidate) => candidate.mark),
  );
  const heads = new Map(numbered.map((candidate) => [candidate.paragraph, candidate.style]));
  const kept = marked.map((candidate): Candidate =>
    (candidate.mark < numberedMark && numberedMark < Infinity) || (outer && isPart(candidate))
      ? { ...candidate, style: 'title' }
      : candidate,
  );
  const lines = new Set(own.map((candidate) => candidate.paragraph));
  own.forEach((candidate, i) => {
    const next = nextBody(paragraphs, candidate.paragraph);
    if (next === null) return;
    if (outer && isPart(candidate)) kept.push({ ...candidate, style: 'title' });
    else if (isPart(candidate)) kept.push(candidate);
    else if (!strict) {
      // Two short lines in a row are scraps of a layout, unless a numbered heading follows the first.
      const scrap = lines.has(next) && !heads.has(next);
      const near = (other: Candidate | undefined): boolean =>
        other !== undefined && Math.abs(other.paragraph - candidate.paragraph) <= 25;
      if (!scrap && (near(own[i - 1]) || near(own[i + 1]))) kept.push(candidate);
    }
  });
  return kept;
}

/**
 * Sentences on lines of their own head the paragraphs below them when they begin alike (一年来，我们…), or when several
 * are built alike to the character (三字、三字，八字).
 */
function keepSentences(
  sentences: readonly Candidate[],
  paragraphs: readonly Paragraph[],
  taken: ReadonlySet<number>,
): Candidate[] {
  const textOf = (candidate: Candidate): string =>
    (paragraphs[candidate.paragraph]?.text ?? '').slice(0, candidate.end);
  const heads = (candidate: Candidate, least: number): boolean => {
    const next = nextBody(paragraphs, candidate.paragraph);
    return next !== null && (taken.has(next) || (paragraphs[next]?.text.length ?? 0) >= least);
  };
  const kept = new Set<Candidate>();
  for (const family of groupBy(sentences, (candidate) => textOf(candidate).slice(0, 4))) {
    if (family.length < 2) continue;
    const lengths = [...family].sort((a, b) => a.end - b.end);
    for (const [i, candidate] of lengths.entries()) {
      const beside = [lengths[i - 1], lengths[i + 1]].some(
        (other) => other && Math.abs(other.end - candidate.end) <= 8,
      );
      if (beside && heads(candidate, family.length > 2 ? 20 : 50)) kept.add(candidate);
    }
  }
  const others = sentences.filter((candidate) => !kept.has(candidate) && !/\d|我们/.test(textOf(candidate)));
  for (const family of groupBy(others, (candidate) => shapeOf(textOf(candidate)))) {
    const leading = family.filter((candidate) => heads(candidate, 40));
    if (leading.length >= 3 && leading.length >= family.length * 0.8) for (const one of leading) kept.add(one);
  }
  if (kept.size < 2) return [];
  return [...kept].map((candidate): Candidate => ({ ...candidate, style: 'sentence' })).sort(byPlace);
}

/** The lengths of the phrases of a sentence: 强主导、补链条，工业运行稳中有升 has 3 3 8. */
function shapeOf(text: string): string {
  return text
    .split(/[，、]/)
    .map((phrase) => phrase.length)
    .join(' ');
}

function groupBy(candidates: readonly Candidate[], key: (candidate: Candidate) => string): Iterable<Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(key(candidate));
    if (group) group.push(candidate);
    else groups.set(key(candidate), [candidate]);
  }
  return groups.values();
}
