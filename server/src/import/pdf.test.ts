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
 * The fonts F0, F1, … are not embedded and have their text in UCS-2.
 */
function pdf(content: string, trailer = '', fonts: readonly string[] = ['STSong-Light']): Uint8Array {
  const font = (
    name: string,
    i: number,
  ): string => `${10 + i} 0 obj <</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/UniGB-UCS2-H/DescendantFonts[${20 + i} 0 R]>> endobj
${20 + i} 0 obj <</Type/Font/Subtype/CIDFontType0/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor ${30 + i} 0 R>> endobj
${30 + i} 0 obj <</Type/FontDescriptor/FontName/${name}/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 752/Descent -271/CapHeight 737/StemV 58>> endobj`;
  return new TextEncoder().encode(`%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<<${fonts.map((_, i) => `/F${i} ${10 + i} 0 R`).join('')}>>>>>> endobj
4 0 obj <</Length ${content.length}>> stream
${content}
endstream endobj
${fonts.map(font).join('\n')}
trailer <</Root 1 0 R${trailer}>>
%%EOF
`);
}

function hex(text: string): string {
  return Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');
}

function show(text: string, x: number, y: number, font = 0): string {
  return `BT /F${font} 16 Tf ${x} ${y} Td <${hex(text)}> Tj ET`;
}

describe('a PDF', () => {
  it('with a Chinese font that it names and does not hold is read', async () => {
    expect(await read(pdf(show('政府工作报告，增长6%左右。', 80, 700)))).toBe('政府工作报告，增长6%左右。\n');
  });

  it('keeps what its typefaces say: openings in 黑体, 楷体 and bold', async () => {
    const rest = '过去一年各项事业取得新的进展。';
    const fonts = ['FangSong_GB2312', 'ABCDEF+SimHei', 'KaiTi', '#B7#C2#CB#CE,Bold'];
    const lines = ['夯实基础。', '优化环境。', '改善民生。'].map(
      (text, i) => `${show(text, 80, 700 - i * 60, i + 1)}\n${show(rest, 160, 700 - i * 60)}`,
    );
    expect(await read(pdf(lines.join('\n'), '', fonts))).toBe(
      ['夯实基础。', '优化环境。', '改善民生。'].map((text) => `**${text}**${rest}\n`).join('\n'),
    );
  });

  it('keeps bold that is drawn as an outline in the font of the text', async () => {
    const line = `BT /F0 16 Tf 2 Tr 0.4 w 80 700 Td <${hex('夯实基础。')}> Tj 0 Tr <${hex('过去一年各项事业取得新的进展。')}> Tj ET`;
    const moved = `q 1 0 0 1 80 600 cm BT /F0 1 Tf 16 0 0 16 0 0 Tm 20 TL 2 Tr [<${hex('优化')}> -100 <${hex('环境。')}>] TJ 0 Tr <${hex('同时，也有不足。')}> Tj ET Q`;
    expect(await read(pdf(`${line}\n${moved}`))).toBe(
      '**夯实基础。**过去一年各项事业取得新的进展。\n\n**优化环境。**同时，也有不足。\n',
    );
  });

  it('loses text that runs up the page', async () => {
    const stamp = show('内部资料', 0, 0).replace('0 0 Td', '0 1 -1 0 40 300 Tm');
    expect(await read(pdf(`${show('正文。', 80, 700)}\n${stamp}`))).toBe('正文。\n');
  });

  it('of pictures says that it is scanned', async () => {
    expect(await read(pdf('0 0 100 100 re f'))).toBe('scanned');
  });

  it('of pictures with nothing but the mark of a scanner on them says so, too', async () => {
    const picture = 'q 400 0 0 600 80 100 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q';
    expect(await read(pdf(`${picture}\n${show('某某扫描 1', 80, 40)}`))).toBe('scanned');
    expect(await read(pdf(`${picture}\n${show('过去一年各项事业取得新的进展。'.repeat(2), 80, 700)}`))).toContain(
      '进展',
    );
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
