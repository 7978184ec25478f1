/**
 * What typefaces say. Official documents set their text in 仿宋, headings of the first level in 黑体, of the second in
 * 楷体, and openings of paragraphs in bold (GB/T 9704-2012, 7.3.3).
 */

/** The kinds of typefaces that headings and text are told apart by; `other` for all that are not known. */
export type Face = 'text' | 'sans' | 'script' | 'other';

/** What the name of a font says of its look. */
export interface FontLook {
  readonly face: Face;
  readonly bold: boolean;
}

/** Names of typefaces as Windows, macOS, Founder (FZ), Adobe and Google spell them, in lower case. */
const FACES: readonly (readonly [Exclude<Face, 'other'>, readonly string[]])[] = [
  ['text', ['fangsong', 'simfang', 'fzfs', 'simsun', 'song', 'serifcjk', 'hanserif', 'fzss', '仿宋', '宋体', '书宋']],
  ['script', ['kaiti', 'simkai', 'stkai', 'kaigb', 'fzkai', 'fzkt', '楷']],
  ['sans', ['simhei', 'heiti', 'heisc', 'heigb', 'xihei', 'fzhei', 'fzht', 'yahei', 'dengxian', 'sanscjk', 'hansans']],
  ['sans', ['pingfang', 'hiraginosans', '黑', '等线']],
];

/** 小标宋 is the typeface of titles, as heavy as bold. Founder and others count weights: W7 and up are bold. */
const BOLD = /bold|heavy|black|标宋|biaosong|fzxbs|[-_ ]w[7-9](?!\d)/;

/** @param name as the PDF gives it: `ABCDEF+SimHei`, `楷体_GB2312`, `FangSong,Bold`; maybe as bytes, one a character */
export function fontLook(name: string): FontLook {
  const plain = readName(name.replace(/^[A-Z]{6}\+/, '')).toLowerCase();
  const face = FACES.find(([, parts]) => parts.some((part) => plain.includes(part)))?.[0] ?? 'other';
  return { face, bold: BOLD.test(plain) };
}

/** A name in Chinese stands in a PDF as the bytes of UTF-8 or, from older programs, of GBK. */
function readName(name: string): string {
  if (!/[\u0080-\u00ff]/.test(name) || /[\u0100-\uffff]/.test(name)) return name;
  const bytes = Uint8Array.from(name, (character) => character.charCodeAt(0));
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return name;
}

/** Of all text, more than this is no emphasis: it is how the document looks. */
const COMMON = 0.4;

/**
 * Tells which looks stand out in a text: by weight, or by a typeface of headings beside one of text. What most of a
 * document is set in does not.
 * @param stretches the looks of all text, with how much of it has them
 */
export function standsOut(
  stretches: readonly { readonly look: FontLook; readonly length: number }[],
): (look: FontLook) => boolean {
  const lengthOf = (some: typeof stretches): number => some.reduce((sum, { length }) => sum + length, 0);
  const all = Math.max(1, lengthOf(stretches));
  const share = (holds: (look: FontLook) => boolean): number =>
    lengthOf(stretches.filter(({ look }) => holds(look))) / all;
  const weighs = share(({ bold }) => bold) <= COMMON;
  const faces = new Set<Face>(
    (['sans', 'script'] as const).filter((one) => share(({ face }) => face === one) <= COMMON),
  );
  // 楷体 beside a text in 黑体 is the smaller of two, and nothing is known of a text in an unknown typeface.
  if (share(({ face }) => face === 'text') <= 1 - COMMON) faces.delete('script');
  return (look) => (look.bold && weighs) || faces.has(look.face);
}
