/**
 * Matches a relative name against a pattern as configuration files write them: `*` and `?` stay within one folder,
 * `**` crosses folders, `[…]` stands for one of its characters, `{a,b}` for one of its words, everything else for
 * itself. A pattern that names a folder matches all below it. The work is at most the product of both lengths.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  const parts = name.split('/');
  return alternatives(tidy(pattern)).some((one) => matchParts(one.split('/'), parts));
}

/** Whether the pattern stands for one name only. */
export function isLiteral(pattern: string): boolean {
  const [only = '', ...others] = alternatives(tidy(pattern));
  return others.length === 0 && tokens(only).every((token) => token !== ANY && token !== ONE && token.length === 1);
}

function matchParts(pattern: readonly string[], name: readonly string[]): boolean {
  // Row by row over the pattern: `reached[j]` tells whether the pattern so far matches the first j + 1 parts.
  let reached = name.map(() => false);
  let nothing = true;
  for (const part of pattern) {
    const next: boolean[] = [];
    if (part === '**') {
      let any = nothing;
      for (let j = 0; j < name.length; j++) next.push((any ||= reached[j] ?? false));
    } else {
      const wanted = tokens(part);
      for (let j = 0; j < name.length; j++) {
        const before = j === 0 ? nothing : (reached[j - 1] ?? false);
        next.push(before && matchPart(wanted, name[j] ?? ''));
      }
    }
    reached = next;
    nothing &&= part === '**';
  }
  // Reaching less than the whole name means that the pattern names a folder above it.
  return reached.includes(true);
}

/** `*`, `?`, or the characters of which one is meant. */
type Token = typeof ANY | typeof ONE | readonly string[];
const ANY = 'any';
const ONE = 'one';

function tokens(part: string): Token[] {
  const found: Token[] = [];
  for (let i = 0; i < part.length; i++) {
    const character = part[i] ?? '';
    // `[]]` names the closing bracket, as everywhere.
    const close = character === '[' ? part.indexOf(']', i + 2) : -1;
    if (character === '*') found.push(ANY);
    else if (character === '?') found.push(ONE);
    else if (close > 0) {
      found.push(part.slice(i + 1, close).split(''));
      i = close;
    } else found.push([character]);
  }
  return found;
}

function matchPart(pattern: readonly Token[], text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const wanted = pattern[p];
    if (wanted === ANY) {
      star = p++;
      resume = t;
    } else if (wanted === ONE || wanted?.includes(text[t] ?? '') === true) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === ANY) p++;
  return p === pattern.length;
}

/** More words in braces than this are not looked at: no configuration needs them. */
const MOST_ALTERNATIVES = 64;

/** The patterns without braces that one with braces stands for: `*.{md,txt}` → `*.md`, `*.txt`. */
function alternatives(pattern: string): string[] {
  let done: string[] = [''];
  for (let at = 0; at < pattern.length;) {
    const close = pattern[at] === '{' ? pattern.indexOf('}', at) : -1;
    const escaped = pattern[at] === '[' ? pattern.indexOf(']', at + 2) : -1;
    const end = close > 0 ? close + 1 : escaped > 0 ? escaped + 1 : at + 1;
    const words = close > 0 ? pattern.slice(at + 1, close).split(',') : [pattern.slice(at, end)];
    done = done.flatMap((before) => words.map((word) => before + word)).slice(0, MOST_ALTERNATIVES);
    at = end;
  }
  return done;
}

function tidy(pattern: string): string {
  const slashed = pattern.replaceAll('\\', '/');
  let from = 0;
  while (slashed.startsWith('./', from)) from += 2;
  let to = slashed.length;
  while (to > from && slashed[to - 1] === '/') to--;
  return slashed.slice(from, to);
}
