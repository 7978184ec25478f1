/** Where two definitions part: the words of each; both empty when the whole is worded otherwise. */
export interface Difference {
  readonly a: string;
  readonly b: string;
}

/**
 * What two definitions of one term say differently, or null when they say the same but for punctuation, particles and
 * the kind of figures. The words are as printed, clause by clause, so that a reader recognises them.
 */
export function findDifference(a: string, b: string): Difference | null {
  const left = clauses(a);
  const right = clauses(b);
  let first = 0;
  while (first < left.length && first < right.length && left[first]?.key === right[first]?.key) first++;
  let last = 0;
  while (
    last < left.length - first &&
    last < right.length - first &&
    left[left.length - 1 - last]?.key === right[right.length - 1 - last]?.key
  )
    last++;
  const x = left.slice(first, left.length - last);
  const y = right.slice(first, right.length - last);
  if (x.length === 0 && y.length === 0) return null;
  const keyX = x.map(({ key }) => key).join('');
  const keyY = y.map(({ key }) => key).join('');
  if (keyX === keyY) return null;
  const words = { a: join(x), b: join(y) };
  return words.a.length <= LONGEST && words.b.length <= LONGEST ? words : { a: '', b: '' };
}

/** A longer stretch is not named: the reader sees both definitions anyway. */
const LONGEST = 30;

interface Clause {
  readonly printed: string;
  readonly mark: string;
  readonly key: string;
}

function clauses(definition: string): Clause[] {
  const out: Clause[] = [];
  const text = definition.replace(OPENER, '');
  let from = 0;
  for (let i = 0; i <= text.length; i++) {
    const character = text[i] ?? '';
    if (i < text.length && !'，、；。：！？,;'.includes(character)) continue;
    const printed = text.slice(from, i);
    if (printed.trim() !== '') out.push({ printed: printed.trim(), mark: character, key: keyOf(printed) });
    from = i + 1;
  }
  return out;
}

const HAN_DIGITS = '零一二三四五六七八九';

/** The words that carry meaning: no marks, no particles, figures in one kind. */
function keyOf(clause: string): string {
  let key = '';
  for (const character of clause) {
    if ('“”‘’《》（）()[]·— 的了等及和与'.includes(character)) continue;
    const digit = HAN_DIGITS.indexOf(character === '两' ? '二' : character === '〇' ? '零' : character);
    key += digit >= 0 ? String(digit) : character;
  }
  return key;
}

function join(list: readonly Clause[]): string {
  return list
    .map(({ printed, mark }, i) => (i < list.length - 1 ? printed + (mark === '' ? '，' : mark) : printed))
    .join('');
}

/** The items that a definition lists, split at 、，；。： and at 和, 与, 及 between them; offsets in the definition. */
export function listItems(definition: string): DefinitionItem[] {
  const items: DefinitionItem[] = [];
  let start = OPENER.exec(definition)?.[0].length ?? 0;
  for (let i = start; i <= definition.length; i++) {
    const character = definition[i] ?? '';
    const isJoint = '和与及'.includes(character) && character !== '' && !'谐其'.includes(definition[i + 1] ?? ' ');
    if (i < definition.length && !isJoint && !'，、；。：！？“”（）《》'.includes(character)) continue;
    if (i > start) items.push({ text: definition.slice(start, i), start, end: i, mark: character });
    start = i + 1;
  }
  return items;
}

export interface DefinitionItem {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What ends it; '' at the end of the definition. */
  readonly mark: string;
}

// 是指…  即…  指的是…
const OPENER = /^(?:是指|即指|指的是|即是|指|即)/;
