import { isBlank, isHan, isLineBreak } from './characters';

/** Vowels that carry a tone mark in pinyin, and ü. */
const TONED = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]/;

/** Initials and finals of standard pinyin, for syllables written without tones. */
const SYLLABLE =
  /^(?:[bp-tj-nfdghxzcyw]|zh|ch|sh)?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ün|ia|ie|iu|ua|uo|ui|ue|üe|er|[aeiouvü])$/;

/**
 * `區(qū)`: the bracket with what it holds, as units from the bracket to its closing one; 0 when it is no pinyin. A line
 * break may part it.
 */
export function pinyinLength(raw: string, at: number): number {
  let inside = '';
  for (let i = at + 1; i < raw.length && i - at <= 24; i++) {
    const code = raw.charCodeAt(i);
    if (isLineBreak(code) || isBlank(code)) continue;
    const character = raw[i] ?? '';
    if (character === ')' || character === '）') return isSyllable(inside) ? i + 1 - at : 0;
    if (inside.length > 7) return 0;
    if (!/[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]/i.test(character)) return 0;
    inside += character;
  }
  return 0;
}

function isSyllable(text: string): boolean {
  if (text.length === 0 || text.length > 7) return false;
  const plain = text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u0307\u0309-\u036f]/g, '')
    .replace(/u\u0308/g, 'ü');
  return SYLLABLE.test(plain) || plain === 'n' || plain === 'm' || plain === 'ng';
}

/**
 * Whether the document carries pinyin in brackets. A single bracket with Latin letters proves nothing (a name in
 * pinyin may be given on purpose); several toned syllables, or many toneless ones, do.
 */
export function hasPinyin(text: string): boolean {
  let toned = 0;
  let plain = 0;
  for (let i = bracketAt(text, 1); i >= 0; i = bracketAt(text, i + 1)) {
    if (!isHan(text.charCodeAt(i - 1))) continue;
    const length = pinyinLength(text, i);
    if (length === 0) continue;
    if (TONED.test(text.slice(i, i + length))) toned++;
    else plain++;
    if (toned >= 2 || toned + plain >= 5) return true;
  }
  return false;
}

/** The first opening bracket at or behind `from`, in which pinyin may stand; -1 for none. */
export function bracketAt(text: string, from: number): number {
  BRACKET.lastIndex = from;
  return BRACKET.test(text) ? BRACKET.lastIndex - 1 : -1;
}

const BRACKET = /[(（]/g;
