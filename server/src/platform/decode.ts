/**
 * From bytes to text. Reports come as UTF-8, as UTF-16 from Notepad and as GB18030 (which holds GBK and GB 2312) from
 * older word processors. Runs in Node and in a browser; only the decoder of GB18030 differs and is handed in.
 */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

export interface Decoded {
  /** Without the byte order mark, so that offsets are those of the contract. */
  readonly text: string;
  readonly encoding: Encoding;
  readonly bom: boolean;
  /** False when no encoding fits: `text` is then a best effort with U+FFFD where bytes were lost, or empty. */
  readonly sound: boolean;
}

/** Decodes GB18030; null where the bytes are not that. */
export type Gb18030Decoder = (bytes: Uint8Array) => string | null;

/** Never throws. Bytes that are no text at all give an unsound, empty result. */
export function decode(bytes: Uint8Array, gb18030: Gb18030Decoder): Decoded {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return utf8(bytes.subarray(3), true);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes.subarray(2), 'utf-16le', true);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes.subarray(2), 'utf-16be', true);
  if (bytes.includes(0)) return withoutMark(bytes);
  const strict = decodeUtf8(bytes, true);
  if (strict !== null) return { text: strict, encoding: 'utf-8', bom: false, sound: true };
  // No encoding may fit as a whole: then the one that loses less tells best what the file was meant to be.
  const chinese = gb18030(bytes);
  const loose = decodeUtf8(bytes, false) ?? '';
  if (chinese === null || countLost(chinese) > countLost(loose)) {
    return { text: loose, encoding: 'utf-8', bom: false, sound: false };
  }
  return { text: chinese, encoding: 'gb18030', bom: false, sound: countLost(chinese) === 0 };
}

function countLost(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

function utf8(bytes: Uint8Array, bom: boolean): Decoded {
  const strict = decodeUtf8(bytes, true);
  if (strict !== null) return { text: strict, encoding: 'utf-8', bom, sound: true };
  return { text: decodeUtf8(bytes, false) ?? '', encoding: 'utf-8', bom, sound: false };
}

function decodeUtf8(bytes: Uint8Array, fatal: boolean): string | null {
  try {
    // `ignoreBOM` keeps a mark in the middle of nowhere as a character; the one at the head is cut off before.
    return new TextDecoder('utf-8', { fatal, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be', bom: boolean): Decoded {
  const units: string[] = [];
  const [high, low] = encoding === 'utf-16le' ? [1, 0] : [0, 1];
  for (let at = 0; at + 1 < bytes.length; at += 0x4000) {
    const part = new Array<number>();
    for (let i = at; i + 1 < Math.min(bytes.length, at + 0x4000); i += 2) {
      part.push(((bytes[i + high] ?? 0) << 8) | (bytes[i + low] ?? 0));
    }
    units.push(String.fromCharCode(...part));
  }
  return { text: units.join(''), encoding, bom, sound: bytes.length % 2 === 0 };
}

/** Zero bytes without a mark: UTF-16 if one order of the bytes gives text, else no text at all. */
function withoutMark(bytes: Uint8Array): Decoded {
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const decoded = utf16(bytes, encoding, false);
    if (decoded.sound && isText(decoded.text)) return decoded;
  }
  return { text: '', encoding: 'utf-8', bom: false, sound: false };
}

/** Nearly all units are Han, Chinese or ASCII marks, letters, digits or line breaks. */
function isText(text: string): boolean {
  const sample = text.slice(0, 4000);
  let good = 0;
  for (let i = 0; i < sample.length; i++) {
    const code = sample.charCodeAt(i);
    if (code === 9 || code === 10 || code === 13 || (code >= 0x20 && code < 0x7f)) good++;
    else if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3000 && code <= 0x303f)) good++;
    else if ((code >= 0x2010 && code <= 0x2030) || (code >= 0xff00 && code <= 0xff65)) good++;
  }
  return sample.length > 0 && good >= sample.length * 0.95;
}
