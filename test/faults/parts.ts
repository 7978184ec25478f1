import type { Random } from '../layouts/random';
import type { Edit, Host, Place, Plant, Planter } from './fault';

/** Where things stand in a report, as far as planting needs it: found by landmarks of its own, not by the reader's. */
export interface Parts {
  readonly review: Place;
  readonly plan: Place;
  /** The sentence of this year's targets. */
  readonly targets: Place | null;
  /** Everything before the glossary. */
  readonly body: Place;
  readonly glossary: Place | null;
}

const known = new WeakMap<Host, Parts>();

export function partsOf(host: Host): Parts {
  let parts = known.get(host);
  if (parts === undefined) known.set(host, (parts = findParts(host.text)));
  return parts;
}

function findParts(text: string): Parts {
  const glossaryAt = lastLine(text, ['名词解释', '名词注释', '名词说明']);
  const end = glossaryAt ?? text.length;
  const start = Math.max(0, text.indexOf('各位代表'));
  const targets = findTargets(text, start, end);
  const middle = targets?.start ?? Math.floor((start + end) / 2);
  return {
    review: { start, end: start + Math.floor((middle - start) * 0.75) },
    plan: { start: targets?.end ?? middle, end: start + Math.floor((end - start) * 0.93) },
    targets,
    body: { start, end },
    glossary: glossaryAt === null ? null : { start: glossaryAt, end: text.length },
  };
}

function lastLine(text: string, words: readonly string[]): number | null {
  let found: number | null = null;
  let at = 0;
  for (const line of text.split('\n')) {
    if (line.length < 30 && !line.includes('。') && words.some((word) => line.includes(word))) found = at;
    at += line.length + 1;
  }
  return found;
}

function findTargets(text: string, start: number, end: number): Place | null {
  let best: Place | null = null;
  let most = 2;
  for (let at = text.indexOf('预期目标', start); at >= 0 && at < end; at = text.indexOf('预期目标', at + 4)) {
    const stop = text.indexOf('。', at);
    if (stop < 0) break;
    const count = text.slice(at, stop).split('%').length;
    if (count > most) [best, most] = [{ start: at, end: stop + 1 }, count];
  }
  return best;
}

/** Lines of running text in a part. */
export function paragraphs(host: Host, part: Place): Place[] {
  const found: Place[] = [];
  let at = 0;
  for (const line of host.text.split('\n')) {
    const place = { start: at, end: at + line.length };
    if (line.length >= 45 && line.includes('。') && place.start >= part.start && place.end <= part.end)
      found.push(place);
    at += line.length + 1;
  }
  return found;
}

/** Offsets right after a full stop that ends a sentence of running text, outside of quotations and lists. */
export function sentenceEnds(host: Host, part: Place): number[] {
  const ends: number[] = [];
  for (const { start, end } of paragraphs(host, part)) {
    const line = host.text.slice(start, end);
    if (line.includes('一是') || line.includes('一要')) continue;
    let depth = 0;
    for (let i = 0; i < line.length; i += 1) {
      const letter = line.charAt(i);
      if ('“‘（《('.includes(letter)) depth += 1;
      if ('”’）》)'.includes(letter)) depth -= 1;
      if (letter === '。' && depth === 0 && !'”）*'.includes(line.charAt(i + 1) || '\n')) ends.push(start + i + 1);
    }
  }
  return ends;
}

export type Side = 'review' | 'plan' | 'either';

/** Writes a sentence of its own at a random place. `made` may ask for more than one sentence: each goes elsewhere. */
export function saying(side: Side, made: (random: Random, host: Host) => string | readonly string[] | null): Planter {
  return (host, random) => {
    const sentences = made(random, host);
    return sentences === null
      ? null
      : insert(host, random, side, typeof sentences === 'string' ? [sentences] : sentences);
  };
}

export function insert(host: Host, random: Random, side: Side, sentences: readonly string[]): Plant | null {
  const parts = partsOf(host);
  const part = side === 'either' ? random.pick([parts.review, parts.plan]) : parts[side];
  const ends = random.some(sentenceEnds(host, part), sentences.length);
  if (ends.length < sentences.length) return null;
  return { edits: ends.sort((a, b) => a - b).map((at, i) => ({ start: at, end: at, text: sentences[i] ?? '' })) };
}

/** All matches of a global expression inside a part, as places of the text. */
export function matches(host: Host, part: Place | null, pattern: RegExp): { place: Place; groups: string[] }[] {
  if (part === null) return [];
  return [...host.text.slice(part.start, part.end).matchAll(pattern)].map((match) => {
    const start = part.start + match.index;
    // A group that took no part is undefined, whatever the type says.
    const groups = (match.slice(1) as (string | undefined)[]).map((group) => group ?? '');
    return { place: { start, end: start + match[0].length }, groups };
  });
}

/** Changes one random match of an expression; `change` may decline by giving null. */
export function changing(
  where: keyof Parts,
  pattern: RegExp,
  change: (groups: readonly string[], random: Random, whole: string, host: Host) => string | null,
): Planter {
  return (host, random) => {
    const all = matches(host, partsOf(host)[where], pattern);
    for (const { place, groups } of random.some(all, all.length)) {
      const whole = host.text.slice(place.start, place.end);
      const text = change(groups, random, whole, host);
      if (text !== null && text !== whole) return { edits: [narrow(host.text, { ...place, text })] };
    }
    return null;
  };
}

/** The same edit without what it leaves alone at both ends, so that the place is where the change is. */
export function narrow(text: string, edit: Edit): Edit {
  const old = text.slice(edit.start, edit.end);
  let front = 0;
  while (front < old.length && front < edit.text.length && old[front] === edit.text[front]) front += 1;
  let back = 0;
  while (
    back < old.length - front &&
    back < edit.text.length - front &&
    old[old.length - 1 - back] === edit.text[edit.text.length - 1 - back]
  )
    back += 1;
  return {
    start: edit.start + front,
    end: edit.end - back,
    text: edit.text.slice(front, edit.text.length - back),
  };
}
