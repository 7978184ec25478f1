/**
 * Word keeps the numbers of headings and lists apart from the text: 一、 and （一） stand in `numbering.xml` as patterns.
 * Here they are counted and written where a reader sees them. The numbers are those of ECMA-376 part 1, 17.9.
 */

/** An element of a part of the document, with the name it has without its prefix. */
export interface Xml {
  readonly name: string;
  readonly children: readonly Xml[];
  attribute(name: string): string | undefined;
}

/** Gives the printed number of one paragraph after another; empty for those without. */
export interface Numbering {
  next(paragraphProperties: Xml | undefined): string;
}

interface Level {
  readonly start: number;
  readonly format: string;
  readonly pattern: string;
  readonly suffix: string;
  readonly legal: boolean;
  /** The level whose step starts this one again; 0 for none, undefined for the one above. */
  readonly restart: number | undefined;
  readonly style: string | undefined;
}

interface List {
  /** Lists of one abstract definition count together. */
  readonly counters: (number | undefined)[];
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
  begun: boolean;
}

/** Deeper than styles are based on one another; a bound, because a broken file may go in a circle. */
const DEEPEST = 20;

export function readNumbering(numbering: Xml | undefined, styles: Xml | undefined): Numbering {
  const styleById = new Map((styles?.children ?? []).map((style) => [style.attribute('styleId') ?? '', style]));
  const lists = readLists(numbering, styleById);

  const reference = (properties: Xml | undefined): { id: string; level: number } | undefined => {
    let id = value(child(child(properties, 'numPr'), 'numId'));
    let level = value(child(child(properties, 'numPr'), 'ilvl'));
    let styleId = value(child(properties, 'pStyle'));
    if (id === undefined && styleId === undefined) styleId = defaultStyle(styles);
    const named = styleId;
    for (let depth = 0; id === undefined && styleId !== undefined && depth < DEEPEST; depth++) {
      const style = styleById.get(styleId);
      const numPr = child(child(style, 'pPr'), 'numPr');
      id = value(child(numPr, 'numId'));
      level ??=
        value(child(numPr, 'ilvl')) ?? (id === undefined ? undefined : levelOfStyle(lists.get(id), styleId, named));
      styleId = value(child(style, 'basedOn'));
    }
    return id === undefined || id === '0' ? undefined : { id, level: Number(level ?? '0') || 0 };
  };

  return {
    next(properties) {
      const found = reference(properties);
      const list = found === undefined ? undefined : lists.get(found.id);
      const level = list?.levels.get(found?.level ?? 0);
      if (found === undefined || list === undefined || level === undefined) return '';
      step(list, found.level);
      return label(list, level, found.level);
    },
  };
}

function levelOfStyle(list: List | undefined, ...styles: readonly (string | undefined)[]): string | undefined {
  for (const [at, level] of list?.levels ?? [])
    if (level.style !== undefined && styles.includes(level.style)) return String(at);
  return undefined;
}

function defaultStyle(styles: Xml | undefined): string | undefined {
  return styles?.children
    .find(
      (style) =>
        style.name === 'style' &&
        style.attribute('type') === 'paragraph' &&
        /^(?:1|true)$/.test(style.attribute('default') ?? ''),
    )
    ?.attribute('styleId');
}

function readLists(numbering: Xml | undefined, styles: ReadonlyMap<string, Xml>): Map<string, List> {
  const children = numbering?.children ?? [];
  const nums = children.filter(({ name }) => name === 'num');
  const abstracts = new Map(
    children.filter(({ name }) => name === 'abstractNum').map((one) => [one.attribute('abstractNumId') ?? '', one]),
  );
  const resolve = (id: string | undefined, depth = 0): string | undefined => {
    const link = value(child(abstracts.get(id ?? ''), 'numStyleLink'));
    if (link === undefined || depth > DEEPEST) return id;
    const numId = value(child(child(child(styles.get(link), 'pPr'), 'numPr'), 'numId'));
    const num = nums.find((one) => one.attribute('numId') === numId);
    return resolve(value(child(num, 'abstractNumId')), depth + 1) ?? id;
  };
  const counters = new Map<string, (number | undefined)[]>();
  const lists = new Map<string, List>();
  for (const num of nums) {
    const abstractId = resolve(value(child(num, 'abstractNumId')));
    const abstract = abstracts.get(abstractId ?? '');
    if (abstractId === undefined || abstract === undefined) continue;
    const shared = counters.get(abstractId) ?? [];
    counters.set(abstractId, shared);
    const levels = new Map<number, Level>();
    const starts = new Map<number, number>();
    for (const one of abstract.children) if (one.name === 'lvl') levels.set(levelNumber(one), readLevel(one));
    for (const override of num.children) {
      if (override.name !== 'lvlOverride') continue;
      const at = levelNumber(override);
      const own = child(override, 'lvl');
      if (own !== undefined) levels.set(at, readLevel(own));
      const start = value(child(override, 'startOverride'));
      if (start !== undefined) starts.set(at, Number(start) || 0);
    }
    lists.set(num.attribute('numId') ?? '', { counters: shared, levels, starts, begun: false });
  }
  return lists;
}

function readLevel(level: Xml): Level {
  const restart = value(child(level, 'lvlRestart'));
  return {
    start: Number(value(child(level, 'start')) ?? '1') || 0,
    format: value(child(level, 'numFmt')) ?? 'decimal',
    pattern: value(child(level, 'lvlText')) ?? '',
    suffix: value(child(level, 'suff')) ?? 'tab',
    legal: child(level, 'isLgl') !== undefined,
    restart: restart === undefined ? undefined : Number(restart),
    style: value(child(level, 'pStyle')),
  };
}

function levelNumber(level: Xml): number {
  return Number(level.attribute('ilvl') ?? '0') || 0;
}

function step(list: List, at: number): void {
  if (!list.begun) {
    list.begun = true;
    for (const [level, start] of list.starts) list.counters[level] = level === at ? start - 1 : undefined;
  }
  const { counters, levels } = list;
  counters[at] = (counters[at] ?? (levels.get(at)?.start ?? 1) - 1) + 1;
  for (let below = at + 1; below < counters.length; below++) {
    const restart = levels.get(below)?.restart;
    if (restart === undefined || (restart > 0 && at < restart)) counters[below] = undefined;
  }
}

function label(list: List, level: Level, at: number): string {
  // Dots and boxes are drawn with fonts of symbols; only a dash is a mark that reports print.
  if (level.format === 'bullet') return /^[—–-]{1,2}$/.test(level.pattern) ? '——' : '';
  const text = level.pattern.replace(/%([1-9])/g, (_, digit: string) => {
    const k = Number(digit) - 1;
    const own = list.levels.get(k);
    const count = list.counters[k] ?? own?.start ?? 1;
    return formatNumber(count, level.legal && k !== at ? 'decimal' : (own?.format ?? 'decimal'));
  });
  if (text === '') return '';
  // Behind 一、 and （一） nothing stands; behind 第一部分 or a bare 1 the gap keeps number and title apart.
  return level.suffix === 'nothing' || /[、．.）)：:]$/.test(text) ? text : `${text} `;
}

/** A number in one of the formats of 17.18.59; unknown ones are Arabic. Numbers beyond a format's range are Arabic too. */
export function formatNumber(count: number, format: string): string {
  switch (format) {
    case 'none':
      return '';
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
    case 'ideographTraditional':
      return chinese(count);
    case 'ideographDigital':
    case 'taiwaneseDigital':
    case 'japaneseDigitalTenThousand':
      return String(count).replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? digit);
    case 'chineseLegalSimplified':
      return chinese(count, '零壹贰叁肆伍陆柒捌玖', '拾佰仟');
    case 'ideographLegalTraditional':
      return chinese(count, '零壹貳參肆伍陸柒捌玖', '拾佰仟');
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(count).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)));
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return enclosed(count, 0x2460, 20);
    case 'decimalEnclosedParen':
      return enclosed(count, 0x2474, 20);
    case 'decimalEnclosedFullstop':
      return enclosed(count, 0x2488, 20);
    case 'ideographEnclosedCircle':
      return enclosed(count, 0x3280, 10);
    case 'upperLetter':
      return letters(count, 'A');
    case 'lowerLetter':
      return letters(count, 'a');
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    default:
      return String(count);
  }
}

function enclosed(count: number, first: number, most: number): string {
  return count >= 1 && count <= most ? String.fromCharCode(first + count - 1) : String(count);
}

/** 1 → 一, 10 → 十, 12 → 十二, 20 → 二十, 101 → 一百零一 */
function chinese(count: number, digits = '零一二三四五六七八九', units = '十百千'): string {
  if (count <= 0 || count >= 10_000) return String(count);
  const figures = Array.from(String(count), Number);
  let text = '';
  let gap = false;
  for (const [i, figure] of figures.entries()) {
    const power = figures.length - 1 - i;
    if (figure === 0) {
      gap = true;
      continue;
    }
    if (gap && text !== '') text += digits[0] ?? '';
    gap = false;
    const one = figure === 1 && power === 1 && text === '' && units.startsWith('十');
    text += (one ? '' : (digits[figure] ?? '')) + (units[power - 1] ?? '');
  }
  return text;
}

function letters(count: number, first: 'A' | 'a'): string {
  if (count < 1 || count > 780) return String(count);
  const letter = String.fromCharCode(first.charCodeAt(0) + ((count - 1) % 26));
  return letter.repeat(Math.floor((count - 1) / 26) + 1);
}

function roman(count: number): string {
  if (count < 1 || count > 3999) return String(count);
  const numerals = 'M 1000 CM 900 D 500 CD 400 C 100 XC 90 L 50 XL 40 X 10 IX 9 V 5 IV 4 I 1'.split(' ');
  let text = '';
  let rest = count;
  for (let i = 0; i < numerals.length; i += 2) {
    const size = Number(numerals[i + 1]);
    text += (numerals[i] ?? '').repeat(Math.floor(rest / size));
    rest %= size;
  }
  return text;
}

export function child(element: Xml | undefined, name: string): Xml | undefined {
  return element?.children.find((one) => one.name === name);
}

export function value(element: Xml | undefined): string | undefined {
  return element?.attribute('val');
}
