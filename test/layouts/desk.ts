import type { Axes } from './axes';
import { planFillers, reviewFillers, words } from './content';
import { planUses, pool, reviewUses, useOf, type PoolTerm, type Quoting } from './glossary-content';
import type { Place } from './places';
import type { Random } from './random';
import type { EntryTruth, FigureTruth, HeadingTruth, Span } from './truth';
import { createWriter, type LineKind, type Writer } from './writer';

/** What one made-up report is written with: its choices, its text so far and what that text says. */
export interface Desk {
  readonly axes: Axes;
  readonly place: Place;
  readonly random: Random;
  readonly writer: Writer;
  readonly year: number;
  readonly headings: HeadingTruth[];
  readonly glossary: EntryTruth[];
  readonly targets: FigureTruth[];
  readonly results: FigureTruth[];
  readonly open: Span[];
  readonly terms: Terms;
  /** A count between the two, more in the thicker attempts at a report that came out too short. */
  readonly count: (low: number, high: number) => number;
  /** Fills a template of the content with words of the place. */
  readonly told: (template: string) => string;
  readonly line: (kind: LineKind, text: string) => void;
  /** A paragraph of body text; nothing where there is no text. */
  readonly paragraph: (text: string) => void;
  /** Text that opens a paragraph without a title. */
  readonly plain: (text: string) => void;
  /** Some of the sentences, now and then with one that uses a term of the glossary. */
  readonly sentences: (templates: readonly string[], count: number, part: 'review' | 'plan') => string;
  /** A heading where the writer stands. */
  readonly heading: (level: number, number: string, title: string, form?: HeadingForm) => void;
  /** A heading on a line of its own, with Markdown where the layout has it. */
  readonly ownHeading: (level: number, number: string, title: string, form?: HeadingForm) => void;
  /** What opens a Markdown heading of the level. */
  readonly hashes: (level: number) => string;
  readonly partNumber: (index: number) => string;
}

interface HeadingForm {
  readonly role?: NonNullable<HeadingTruth['role']>;
  readonly optional?: boolean;
  readonly bold?: boolean;
  /** What stands between number and title. */
  readonly gap?: string;
  /** The mark that ends the title. */
  readonly stop?: string;
}

/** The terms of the glossary and their uses in the body. */
export interface Terms {
  readonly quoting: Quoting;
  /** In the order of the glossary; grows with the text where the notes are numbered by first use. */
  readonly listed: readonly PoolTerm[];
  readonly waiting: number;
  readonly isUsed: (term: PoolTerm) => boolean;
  /** A sentence with the next term that the body has yet to use, or nothing. */
  readonly use: (part: 'review' | 'plan') => string;
}

/** How headings of one rank look. */
export interface Style {
  readonly runIn: boolean;
  readonly bold: boolean;
  readonly optional: boolean;
  /** Whether the titles are sentences with one beginning (一年来，我们…). */
  readonly sibling: boolean;
  readonly number: (index: number) => string;
}

export const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二', '十三', '十四'];

export function createDesk(axes: Axes, place: Place, random: Random, thickness: number): Desk {
  const year = random.int(2010, 2026);
  const writer = createWriter();
  const headings: HeadingTruth[] = [];
  const terms = createTerms(axes, random);
  const hashDepth = random.int(1, 3);
  const partGap = random.pick(['', '', '', '', ' ']);
  const hashes = (level: number): string => {
    if (axes.markdown !== 'hashes') return '';
    const depths: Readonly<Record<string, number>> = {
      nested: hashDepth + level - 1,
      flat: 2,
      random: random.int(1, 4),
    };
    return `${'#'.repeat(Math.min(6, depths[axes.hashDepth] ?? 2))} `;
  };
  const told = (template: string): string => expand(template, place, year, random);

  function line(kind: LineKind, text: string): void {
    writer.begin(kind);
    writer.put(text);
  }

  function heading(level: number, number: string, title: string, form: HeadingForm = {}): void {
    const { optional = false, bold = false, gap = '', stop = '', role } = form;
    if (bold) writer.put('**');
    const start = writer.length;
    writer.put(axes.escapes === 'yes' ? escaped(number) : number);
    writer.put(gap);
    const titleStart = writer.length;
    writer.put(title);
    const starts = optional ? [start, titleStart] : [start];
    headings.push({ level, titles: [title], starts, optional, ...(role === undefined ? {} : { role }) });
    writer.put(bold ? `${stop}**` : stop);
  }

  return {
    axes,
    place,
    random,
    writer,
    year,
    headings,
    terms,
    glossary: [],
    targets: [],
    results: [],
    open: [],
    told,
    line,
    heading,
    hashes,
    count: (low, high) => Math.max(low, Math.round(random.int(low, high) * thickness)),
    paragraph: (text) => {
      if (text !== '') line('body', text);
    },
    plain: (text) => {
      // A short sentence that opens a paragraph may pass for its title: nobody could say that it is none.
      const opening = text.split('。')[0] ?? '';
      const start = writer.length;
      if (opening.length <= 30) headings.push({ level: 3, titles: [opening], starts: [start], optional: true });
      writer.put(text);
    },
    sentences: (templates, count, part) => {
      const parts = random.some(templates, count).map(told);
      // A paragraph that has no title must not look as if it had one: a long sentence opens it.
      const longest = parts.reduce((best, one) => (one.length > best.length ? one : best), '');
      parts.sort((one, other) => Number(other === longest) - Number(one === longest));
      const fillers = part === 'review' ? reviewFillers : planFillers;
      if (random.chance(0.15)) parts.splice(random.int(1, parts.length), 0, told(random.pick(fillers)));
      if (random.chance(Math.min(0.9, terms.waiting / 14))) parts.push(terms.use(part));
      const text = parts.join('');
      return axes.emphasis === 'yes' && random.chance(0.3) ? emphasised(text) : text;
    },
    ownHeading: (level, number, title, form = {}) => {
      writer.begin('heading');
      writer.put(hashes(level));
      const stop = axes.ownStop === 'full' && level > 1 ? '。' : '';
      heading(level, number, title, { bold: axes.markdown === 'bold', stop, ...form });
    },
    partNumber: (index) => {
      const numeral = numerals[index] ?? '';
      if (axes.parts === 'cn') return `${numeral}、${partGap}`;
      return axes.parts.startsWith('di') ? `第${numeral}部分` : '';
    },
  };
}

/** Bold type inside a sentence, which makes no heading. */
function emphasised(text: string): string {
  // Example: …，新增学位800个…
  return text.replace(/(，)([^，。；：“”*]{4,12})(?=，)/u, '$1**$2**');
}

/** As Markdown converters write a number that must not become a list: 1\. */
export function escaped(number: string): string {
  return number.replace(/^(\d+)\./u, '$1\\.');
}

export function styleOf(name: string, dot: string): Style {
  const [family = ''] = name.split('-');
  const number = (index: number): string => {
    const numeral = numerals[index] ?? '';
    switch (family) {
      case 'paren':
        return `（${numeral}）`;
      case 'kuo':
        return String.fromCodePoint(0x3220 + Math.min(index, 9));
      case 'circle':
        return String.fromCodePoint(0x2460 + index);
      case 'cn':
        return `${numeral}、`;
      case 'num':
        return `${index + 1}${dot}`;
      case 'pnum':
        return `（${index + 1}）`;
      case 'yiyao':
        return `${numeral}要`;
      case 'yi':
        return `${numeral}是`;
      case 'diyi':
        return `第${numeral}，`;
      case 'dash':
        return '——';
      default:
        return '';
    }
  };
  return {
    number,
    runIn: !name.endsWith('own'),
    bold: family === 'bold',
    optional: family === 'lead' || family === 'dash' || name === 'sibling-run',
    sibling: family === 'sibling',
  };
}

function createTerms(axes: Axes, random: Random): Terms {
  const footnotes = axes.glossary === 'footnotes';
  const quoting = axes.glossaryQuote as Quoting;
  const terms = axes.glossary === 'none' ? [] : random.some(pool, random.int(5, 20));
  const used = terms.filter(() => footnotes || random.chance(0.85));
  const waiting = [...used];
  const noted: PoolTerm[] = [];
  return {
    quoting,
    listed: footnotes ? noted : terms,
    get waiting() {
      return waiting.length;
    },
    isUsed: (term) => used.includes(term),
    use: (part) => {
      const term = waiting.shift();
      if (term === undefined) return '';
      const sentence = random.pick(part === 'review' ? reviewUses : planUses);
      const printed = useOf(term, quoting, random);
      if (!footnotes) return sentence.replace('@T', printed);
      noted.push(term);
      return sentence.replace('@T', `${printed}${noteMarker(axes.glossaryNumber, noted.length)}`);
    },
  };
}

/** The number of a note, in the style of its first one. */
export function noteMarker(style: string, number: number): string {
  if (style === '①') return number <= 20 ? String.fromCodePoint(0x2460 + number - 1) : `${number}.`;
  if (style.includes('一')) return style.replace('一', chineseNumber(number));
  return style.replace('1', String(number));
}

/** Up to 99: 二十三. */
export function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const digit = (one: number): string => '〇一二三四五六七八九'[one] ?? '';
  return `${tens < 2 ? '' : digit(tens)}${tens === 0 ? '' : '十'}${value % 10 === 0 ? '' : digit(value % 10)}`;
}

function expand(template: string, place: Place, year: number, random: Random): string {
  return template
    .replace(/\{([^{}]*)\}/gu, (_, choices: string) => random.pick(choices.split('|')))
    .replace(/<([\d.]+)-([\d.]+)>/gu, (_, low: string, high: string) => {
      const digits = low.includes('.') ? 1 : 0;
      return String(random.decimal(Number(low), Number(high), digits));
    })
    .replace(/@([a-z]{4,})/gu, (whole, name: string) => {
      const choices = words[name];
      return choices === undefined ? whole : random.pick(choices);
    })
    .replaceAll('@all', `全${place.unit}`)
    .replaceAll('@stem', place.stem)
    .replaceAll('@Y', String(year))
    .replaceAll('@u', place.unit);
}
