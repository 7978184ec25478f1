/** Whole numbers as lists print them. */

const DIGITS = '一二三四五六七八九';

/** A whole number from 1 to 99 in Han characters; '' beyond. */
export function inHan(value: number): string {
  if (value < 1 || value > 99) return '';
  const tens = Math.floor(value / 10);
  const ones = DIGITS[(value % 10) - 1] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (DIGITS[tens - 1] ?? '')}十${ones}`;
}

/** ① to ⑳ and ㉑ to ㉟; '' beyond. */
export function circled(value: number): string {
  if (value >= 1 && value <= 20) return String.fromCharCode(0x245f + value);
  return value >= 21 && value <= 35 ? String.fromCharCode(0x3251 + value - 21) : '';
}

/** The number in the digits of another one as printed (3, 三, ③); Arabic where those have no room for it. */
export function likePrinted(printed: string, value: number): string {
  const own = /^\d/.test(printed) ? '' : /^[一二三四五六七八九十]/.test(printed) ? inHan(value) : circled(value);
  return own === '' ? String(value) : own;
}
