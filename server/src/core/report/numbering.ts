/**
 * How a numbered line begins. `part` 第一部分, `cn` 一、, `paren` （一）, `arabic` 1., `parenArabic` （1）, `circled` ①,
 * `item` 一是 or 一要, `ordinal` 第一，.
 */
export type NumberStyle = 'part' | 'cn' | 'paren' | 'arabic' | 'parenArabic' | 'circled' | 'item' | 'ordinal';

export interface PrintedNumber {
  readonly style: NumberStyle;
  /** As printed, without marks: 一, 3, 一是, 第一. */
  readonly label: string;
  readonly value: number;
  /** Reading units up to the title. */
  readonly length: number;
}

const DIGITS = '一二三四五六七八九';

/** The value of a Chinese numeral below 100; null for anything else. */
export function chineseNumber(text: string): number | null {
  if (text.length === 0 || text.length > 3) return null;
  const ten = text.indexOf('十');
  if (ten < 0) return text.length === 1 && DIGITS.includes(text) ? DIGITS.indexOf(text) + 1 : null;
  const tens = ten === 0 ? 1 : ten === 1 ? DIGITS.indexOf(text[0] ?? '') + 1 : 0;
  const rest = text.slice(ten + 1);
  const units = rest === '' ? 0 : rest.length === 1 ? DIGITS.indexOf(rest) + 1 : 0;
  if (tens === 0 || (rest !== '' && units === 0)) return null;
  return tens * 10 + units;
}

/** 第一部分 工作回顾 · 第一章. */
const PART = /^第([一二三四五六七八九十]{1,3})(部分|章|编)[、：.，]?/;
/** 一、工作回顾 · 一.工作回顾, not 一、二、三产业; a comma is a slip for the mark. */
const CHINESE =
  /^([一二三四五六七八九十]{1,3})(?:[、.](?![二三四五六七八九十]{1,2}[、产次])|，(?=[^一二三四五六七八九十]))/;
/** （一）坚持党的领导; a mark after the bracket is a slip that is read all the same. */
const PAREN = /^[（(【〔[]([一二三四五六七八九十]{1,3})[）)】〕\]][、.，：]?/;
/** 1.推进项目建设 · 1、推进 ; not 2.5%. */
const ARABIC = /^(\d{1,3})(?:、|\.(?!\d))/;
/** （1）推进 · [1] · 1）推进. */
const PAREN_ARABIC = /^(?:[（([](\d{1,3})[）)\]]|(\d{1,2})[）)])[、.，]?/;
/** 一是加强 · 二要推进; 一要 only as an opening. */
const ITEM = /^([一二三四五六七八九十]{1,3})([是要])[：，]?/;
/** 第一，推进 · 第二、. */
const ORDINAL = /^第([一二三四五六七八九十]{1,3})[，、：]/;

/** With what a number begins: most lines begin otherwise, and nothing more has to be looked at. */
const OPENS_NUMBER = new Set(
  Array.from('第一二三四五六七八九十（(【〔[0123456789', (character) => character.charCodeAt(0)),
);

/** The number that opens a reading text, single characters such as ㈠ ⑴ ⒈ ① included; null where there is none. */
export function readNumber(text: string): PrintedNumber | null {
  const first = text.charCodeAt(0);
  // A footnote mark that the line break parted from its word is followed by a mark, as ③，.
  if (first >= 0x2460 && first <= 0x2473 && !/[，。、；：”）]/.test(text[1] ?? ''))
    return { style: 'circled', label: text[0] ?? '', value: first - 0x245f, length: 1 };
  if (first >= 0x3220 && first <= 0x3229)
    return { style: 'paren', label: '一二三四五六七八九十'[first - 0x3220] ?? '', value: first - 0x321f, length: 1 };
  if (first >= 0x2474 && first <= 0x2487)
    return { style: 'parenArabic', label: String(first - 0x2473), value: first - 0x2473, length: 1 };
  if (first >= 0x2488 && first <= 0x249b)
    return { style: 'arabic', label: String(first - 0x2487), value: first - 0x2487, length: 1 };
  if (!OPENS_NUMBER.has(first)) return null;
  const head = text.length > 16 ? text.slice(0, 16) : text;
  const part = PART.exec(head);
  if (part) return chinese('part', `第${part[1] ?? ''}${part[2] ?? ''}`, part[1], part[0].length);
  const ordinal = ORDINAL.exec(head);
  if (ordinal) return chinese('ordinal', `第${ordinal[1] ?? ''}`, ordinal[1], ordinal[0].length);
  const cn = CHINESE.exec(head);
  if (cn) return chinese('cn', cn[1] ?? '', cn[1], cn[0].length);
  const paren = PAREN.exec(head);
  if (paren) return chinese('paren', paren[1] ?? '', paren[1], paren[0].length);
  const item = ITEM.exec(head);
  if (item) return chinese('item', `${item[1] ?? ''}${item[2] ?? ''}`, item[1], item[0].length);
  const parenArabic = PAREN_ARABIC.exec(head);
  if (parenArabic) {
    const label = parenArabic[1] ?? parenArabic[2] ?? '';
    return { style: 'parenArabic', label, value: Number(label), length: parenArabic[0].length };
  }
  const arabic = ARABIC.exec(head);
  if (arabic) return { style: 'arabic', label: arabic[1] ?? '', value: Number(arabic[1]), length: arabic[0].length };
  return null;
}

function chinese(style: NumberStyle, label: string, numeral: string | undefined, length: number): PrintedNumber | null {
  const value = chineseNumber(numeral ?? '');
  return value === null ? null : { style, label, value, length };
}
