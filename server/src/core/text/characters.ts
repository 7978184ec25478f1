/**
 * Classes of single UTF-16 units. Everything here is a comparison or a table look-up: the reader asks these questions
 * of every unit of a report.
 */

/** Whether the unit is a Han character (BMP ideographs, extension A, compatibility block, 〇 and the two halves of supplementary ideographs). */
export function isHan(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3400 && code <= 0x4dbf) ||
    code === 0x3007 ||
    (code >= 0xf900 && code <= 0xfaff) ||
    (code >= 0xd840 && code <= 0xdfff)
  );
}

export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** ASCII letters only; other scripts are looked at one by one. */
export function isLatin(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Spaces of every width that sources put into text, line breaks excluded. */
export function isBlank(code: number): boolean {
  return (
    code === 0x20 ||
    code === 0x09 ||
    code === 0x3000 ||
    code === 0xa0 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x0b ||
    code === 0x0c
  );
}

/** Units that take no room on the page: joiners, marks of direction, soft hyphens, byte order marks. */
export function isInvisible(code: number): boolean {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    code === 0xfeff ||
    code === 0xad ||
    (code >= 0x202a && code <= 0x202e) ||
    code === 0x2060
  );
}

export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d || code === 0x2028 || code === 0x2029 || code === 0x85;
}

/**
 * Some characters, to be asked for unit by unit. A set of strings would have a string made of every unit that is asked
 * for.
 */
export interface CharacterSet {
  has(code: number): boolean;
}

export function characterSet(characters: string): CharacterSet {
  /** Whether a character of the set ends in these bits: nearly every unit is settled by that. */
  const low = new Uint8Array(0x100);
  const codes = new Set<number>();
  for (let i = 0; i < characters.length; i++) {
    const code = characters.charCodeAt(i);
    low[code & 0xff] = 1;
    codes.add(code);
  }
  return { has: (code) => low[code & 0xff] === 1 && codes.has(code) };
}
