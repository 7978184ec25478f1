import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeBytes, encode } from './files';

const TEXT = '政府工作报告\r\n青禾区2026年1月12日，增长6%左右。“三稳两进”㎡\n';

describe('decodeBytes', () => {
  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16le', false],
    ['utf-16be', true],
    ['utf-16be', false],
    ['gb18030', false],
  ] as const)('reads %s (mark: %s) and writes the same bytes back', (encoding, bom) => {
    const bytes = iconv.encode(TEXT, encoding, { addBOM: bom });
    expect(decodeBytes(bytes)).toEqual({ text: TEXT, encoding, bom, sound: true });
    expect(Buffer.from(encode(TEXT, { encoding, bom }))).toEqual(bytes);
  });

  it('reads an empty file as an empty text', () => {
    expect(decodeBytes(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8', bom: false, sound: true });
  });

  it('takes nothing out of bytes that are no text', () => {
    const bytes = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) & 0xff));
    expect(decodeBytes(bytes)).toMatchObject({ text: '', sound: false });
  });

  it('keeps what it can of a text with a few broken bytes, in the encoding that loses least', () => {
    const utf8 = Buffer.concat([Buffer.from(TEXT), Buffer.from([0xff, 0xff]), Buffer.from(TEXT)]);
    const loose = decodeBytes(utf8);
    expect(loose).toMatchObject({ encoding: 'utf-8', sound: false });
    expect(loose.text.startsWith(TEXT)).toBe(true);
    const gb = Buffer.concat([iconv.encode(TEXT, 'gb18030'), Buffer.from([0xff, 0xff]), iconv.encode(TEXT, 'gb18030')]);
    expect(decodeBytes(gb)).toMatchObject({ encoding: 'gb18030', sound: false });
  });

  it('keeps characters that were lost before', () => {
    expect(decodeBytes(Buffer.from('青\uFFFD区'))).toMatchObject({ text: '青\uFFFD区', sound: true });
  });
});

describe('encode', () => {
  it('refuses to lose a character', () => {
    expect(() => encode('\uD800', { encoding: 'utf-8', bom: false })).toThrow();
  });
});
