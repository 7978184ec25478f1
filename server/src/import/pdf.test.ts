import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { convert } from './convert';

const maps = path.join(path.dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), 'cmaps/');

async function read(bytes: Uint8Array): Promise<string> {
  const pdf = async (one: Uint8Array): Promise<string> => (await import('./pdf.mjs')).convertPdf(one, maps);
  const result = await convert('pdf', bytes, { gb18030: () => null, pdf });
  return result.kind === 'text' ? result.text : result.problem;
}

/**
 * A PDF of one page with the operators of its content. The table of objects is left out: the library finds them itself.
 * The font F is not embedded and has its text in UCS-2.
 */
function pdf(content: string, trailer = ''): Uint8Array {
  return new TextEncoder().encode(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>> endobj
6 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>> endobj
7 0 obj <</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 752/Descent -271/CapHeight 737/StemV 58>> endobj
trailer <</Root 1 0 R${trailer}>>
%%EOF
`);
}

function show(text: string, x: number, y: number): string {
  const hex = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
  return `BT /F 16 Tf ${x} ${y} Td <${hex}> Tj ET`;
}

describe('a PDF', () => {
  it('with a Chinese font that it names and does not hold is read', async () => {
    expect(await read(pdf(show('政府工作报告，增长6%左右。', 80, 700)))).toBe('政府工作报告，增长6%左右。\n');
  });

  it('loses text that runs up the page', async () => {
    const stamp = show('内部资料', 0, 0).replace('0 0 Td', '0 1 -1 0 40 300 Tm');
    expect(await read(pdf(`${show('正文。', 80, 700)}\n${stamp}`))).toBe('正文。\n');
  });

  it('of pictures says that it is scanned', async () => {
    expect(await read(pdf('0 0 100 100 re f'))).toBe('scanned');
  });

  it('with a password says so', async () => {
    const key = `<${'41'.repeat(32)}>`;
    const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/O${key}/U${key}/P -44>>/ID[<00><00>]`;
    expect(await read(pdf(show('正文。', 80, 700), encrypt))).toBe('encrypted');
  });

  it.each([
    ['corrupt', new TextEncoder().encode('%PDF-1.7 and nothing more')],
    ['corrupt', new TextEncoder().encode('政府工作报告'.repeat(100))],
    ['corrupt', Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) & 0xff)],
    ['empty', new Uint8Array()],
  ])('that is none is %s', async (problem, bytes) => {
    expect(await read(bytes)).toBe(problem);
  });
});
