/**
 * Matches a relative name against a pattern as configuration files write them: `*` and `?` stay within one folder,
 * `**` crosses folders, everything else stands for itself. A pattern that names a folder matches all below it.
 * The work is at most the product of both lengths.
 */
export function matchesGlob(pattern: string, name: string): boolean {
  const wanted = tidy(pattern).split('/');
  return matchParts(wanted, name.split('/'));
}

/** Whether the pattern stands for one name only. */
export function isLiteral(pattern: string): boolean {
  return !pattern.includes('*') && !pattern.includes('?');
}

function matchParts(pattern: readonly string[], name: readonly string[]): boolean {
  // Row by row over the pattern: `reached[j]` tells whether the pattern so far matches the first j parts of the name.
  let reached = name.map(() => false);
  let empty = true;
  for (const part of pattern) {
    const next: boolean[] = [];
    let nextEmpty = false;
    if (part === '**') {
      nextEmpty = empty;
      let any = empty;
      for (let j = 0; j < name.length; j++) {
        any ||= reached[j] ?? false;
        next.push(any);
      }
    } else {
      for (let j = 0; j < name.length; j++) {
        const before = j === 0 ? empty : (reached[j - 1] ?? false);
        next.push(before && matchPart(part, name[j] ?? ''));
      }
    }
    reached = next;
    empty = nextEmpty;
  }
  return reached.includes(true);
}

function matchPart(pattern: string, text: string): boolean {
  let p = 0;
  let t = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const wanted = pattern[p];
    if (wanted === '*') {
      star = p++;
      resume = t;
    } else if (wanted === '?' || (wanted !== undefined && wanted === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

function tidy(pattern: string): string {
  const slashed = pattern.replaceAll('\\', '/');
  let from = 0;
  while (slashed.startsWith('./', from)) from += 2;
  let to = slashed.length;
  while (to > from && slashed[to - 1] === '/') to--;
  return slashed.slice(from, to);
}
