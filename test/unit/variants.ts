import { Converter } from 'opencc-js/cn2t';

/** One way in which the same report comes from another source. */
export interface Variant {
  readonly name: string;
  readonly make: (text: string) => string;
}

const toTraditional = Converter({ from: 'cn', to: 'tw' });

/** Syllables for a handful of characters that every report has; a scraped page carries such brackets after some only. */
const SYLLABLES: Readonly<Record<string, string>> = {
  区: 'qū',
  会: 'huì',
  发: 'fā',
  产: 'chǎn',
  进: 'jìn',
  们: 'men',
  个: 'gè',
  长: 'zhǎng',
  这: 'zhè',
  实: 'shí',
};

function withPinyin(text: string): string {
  return text.replace(/[区会发产进们个长这实]/g, (character) => `${character}(${SYLLABLES[character] ?? ''})`);
}

/** Breaks every line after 38 units, as old terminals and some exporters do. */
function rewrap(text: string): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(/[^\n]{1,38}/g) ?? [''])
    .join('\n');
}

/** Breaks every line where it would fill more than 72 cells; Han characters and wide marks take two. */
function wrapCells(text: string): string {
  let out = '';
  let cells = 0;
  for (const character of text) {
    const width = character > '\u2000' ? 2 : 1;
    if (character === '\n') cells = 0;
    else if (cells + width > 72) {
      out += '\n';
      cells = width;
    } else cells += width;
    out += character;
  }
  return out;
}

const HALF: Readonly<Record<string, string>> = {
  '，': ',',
  '：': ':',
  '；': ';',
  '（': '(',
  '）': ')',
  '？': '?',
  '！': '!',
};

/** The sources in which every fixture of the reader must read the same. */
export const VARIANTS: readonly Variant[] = [
  { name: 'as written', make: (text) => text },
  { name: 'CR LF', make: (text) => text.replace(/\n/g, '\r\n') },
  { name: 'traditional', make: toTraditional },
  { name: 'pinyin in brackets', make: withPinyin },
  { name: 'traditional with pinyin', make: (text) => toTraditional(withPinyin(text)) },
  { name: 're-wrapped at 38', make: rewrap },
  { name: 'wide blanks before paragraphs', make: (text) => text.replace(/^(?=[^#\n])/gm, '　　') },
];

/** The sources in which a real report must read the same: those above, and changes that would hurt made-up layouts. */
export const SOURCES: readonly Variant[] = [
  { name: 're-wrapped at 38', make: rewrap },
  { name: 'wrapped at 72 cells', make: wrapCells },
  { name: 'without blank lines', make: (text) => text.replace(/\n(?:[ \t\r]*\n)+/g, '\n') },
  { name: 'blank lines between all lines', make: (text) => text.replace(/\n/g, '\n\n') },
  { name: 'half-width marks', make: (text) => text.replace(/[，：；（）？！]/g, (mark) => HALF[mark] ?? mark) },
  { name: 'traditional', make: toTraditional },
  { name: 'pinyin in brackets', make: withPinyin },
];
