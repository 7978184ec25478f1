import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { convert } from './convert';
import { convertDocx } from './docx';
import { ProblemError } from './problems';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A document of Word with the parts that are given; the names of other parts are their relationships. */
async function docx(body: string, parts: Readonly<Record<string, string>> = {}): Promise<Uint8Array> {
  const zip = new JSZip();
  const relationships = (list: readonly (readonly [string, string])[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list
      .map(([type, target], i) => `<Relationship Id="r${i}" Type="${OFFICE}/${type}" Target="${target}"/>`)
      .join('')}</Relationships>`;
  zip.file('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  zip.file('_rels/.rels', relationships([['officeDocument', 'word/document.xml']]));
  zip.file('word/_rels/document.xml.rels', relationships(Object.keys(parts).map((name) => [name, `${name}.xml`])));
  zip.file('word/document.xml', `<w:document ${W}><w:body>${body}</w:body></w:document>`);
  for (const [name, content] of Object.entries(parts))
    zip.file(`word/${name}.xml`, `<w:${name} ${W}>${content}</w:${name}>`);
  return zip.generateAsync({ type: 'uint8array' });
}

function paragraph(text: string, properties = '', format = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr><w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t>${text}</w:t></w:r></w:p>`;
}

function numbered(num: number, level: number): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${num}"/></w:numPr>`;
}

function level(at: number, format: string, pattern: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${pattern}"/></w:lvl>`;
}

const LISTS = `<w:abstractNum w:abstractNumId="7">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}${level(3, 'decimal', '%3.%4', '<w:isLgl/>')}</w:abstractNum>
<w:abstractNum w:abstractNumId="8">${level(0, 'bullet', '')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>`;

async function linesOf(bytes: Uint8Array): Promise<string[] | string> {
  const result = await convert('docx', bytes, { gb18030: () => null, pdf: null });
  return result.kind === 'text' ? result.text.split('\n').filter((line) => line !== '') : result.problem;
}

describe('a Word document', () => {
  it('keeps the numbers that Word counts', async () => {
    const body = [
      paragraph('回顾', numbered(1, 0)),
      paragraph('产业', numbered(1, 1)),
      paragraph('新建厂房', numbered(1, 2)),
      paragraph('修建道路', numbered(1, 2)),
      paragraph('其中主干道', numbered(1, 3)),
      paragraph('民生', numbered(1, 1)),
      paragraph('办好实事', numbered(1, 2)),
      paragraph('没有编号', numbered(0, 0)),
      paragraph('安排', numbered(1, 0)),
      paragraph('重点', numbered(1, 1)),
      paragraph('圆点', numbered(2, 0)),
      paragraph('另起', numbered(3, 0)),
    ];
    expect(await linesOf(await docx(body.join(''), { numbering: LISTS }))).toEqual(
      '一、回顾 （一）产业 1.新建厂房 2.修建道路 2.1 其中主干道 （二）民生 1.办好实事 没有编号 二、安排 （一）重点 圆点 五、另起'
        .replace('2.1 ', '2.1_')
        .split(' ')
        .map((line) => line.replace('_', ' ')),
    );
  });

  it('takes the numbers of headings from their styles, and styles that they are based on', async () => {
    const styles = `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="x"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style>`;
    const body =
      paragraph('回顾', '<w:pStyle w:val="1"/>') + paragraph('安排', '<w:pStyle w:val="x"/>') + paragraph('正文');
    expect(await linesOf(await docx(body, { numbering: LISTS, styles }))).toEqual(['## 一、回顾', '二、安排', '正文']);
  });

  it('keeps footnotes and endnotes in the order of their marks', async () => {
    const reference = (kind: string, id: number): string => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`;
    const note = (kind: string, id: number, text: string): string =>
      `<w:${kind} w:id="${id}"><w:p><w:r><w:${kind}Ref/></w:r><w:r><w:t xml:space="preserve"> ${text}</w:t></w:r></w:p></w:${kind}>`;
    const body = `<w:p><w:r><w:t>推行“田长制”</w:t></w:r>${reference('footnote', 3)}<w:r><w:t>和“河长制”</w:t></w:r>${reference('endnote', 2)}<w:r><w:t>。</w:t></w:r></w:p>`;
    const parts = {
      footnotes: note('footnote', 3, '“田长制”：指逐级负责。'),
      endnotes: note('endnote', 2, '“河长制”：指分段管护。'),
    };
    expect(await linesOf(await docx(body, parts))).toEqual([
      '推行“田长制”[1]和“河长制”[2]。',
      '## 注释',
      '[1] “田长制”：指逐级负责。',
      '[2] “河长制”：指分段管护。',
    ]);
  });

  it('keeps tables and bold openings, and leaves out the table of contents and what was deleted', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="11"><w:name w:val="toc 1"/></w:style>';
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const body = [
      paragraph('一、回顾 3', '<w:pStyle w:val="11"/>'),
      `<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>坚持</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>稳中求进。</w:t></w:r><w:r><w:t>全年增长6%。</w:t></w:r><w:del><w:r><w:delText>删去</w:delText></w:r></w:del></w:p>`,
      paragraph('加粗的项', numbered(1, 2), '<w:b/>'),
      `<w:tbl><w:tr>${cell('指标')}${cell('目标')}</w:tr><w:tr>${cell('粮食|产量')}${cell('3亿斤')}</w:tr></w:tbl>`,
    ];
    expect(await linesOf(await docx(body.join(''), { numbering: LISTS, styles }))).toEqual([
      '**坚持稳中求进。**全年增长6%。',
      '**1.加粗的项**',
      '| 指标 | 目标 |',
      '| --- | --- |',
      '| 粮食\\|产量 | 3亿斤 |',
    ]);
  });

  describe('that was worked on', () => {
    const run = (text: string, format = ''): string =>
      `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const p = (content: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr>${content}</w:p>`;
    const deleted = (text: string): string => `<w:del><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const field = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;

    it.each([
      ['changes', [p(`${run('增长')}<w:ins>${run('6')}</w:ins>${deleted('5')}${run('%。')}`)], ['增长6%。']],
      [
        'moves',
        [p(`<w:moveFrom>${run('旧处')}</w:moveFrom>${run('其他')}`), p(`<w:moveTo>${run('新处')}</w:moveTo>`)],
        ['其他', '新处'],
      ],
      [
        'deleted paragraphs, which have no number',
        [
          p(run('甲'), numbered(1, 0)),
          p(deleted('乙'), `${numbered(1, 0)}<w:rPr><w:del/></w:rPr>`),
          p(run('丙'), `${numbered(1, 0)}<w:rPr><w:del/></w:rPr>`),
          p(run('丁'), numbered(1, 0)),
        ],
        ['一、甲', '二、丙丁'],
      ],
      ['hidden text', [p(`${run('正')}${run('隐', '<w:vanish/>')}${run('文', '<w:vanish w:val="0"/>')}`)], ['正文']],
      ['soft line breaks', [p(`${run('甲')}<w:r><w:br/></w:r>${run('乙')}`)], ['甲', '乙']],
      ['breaks of pages', [p(`${run('甲')}<w:r><w:br w:type="page"/></w:r>${run('乙')}`)], ['甲乙']],
      ['controls', [`<w:sdt><w:sdtPr/><w:sdtContent>${p(run('甲'))}</w:sdtContent></w:sdt>`], ['甲']],
      ['smart tags', [p(`<w:smartTag>${run('青禾区')}</w:smartTag>${run('报告')}`)], ['青禾区报告']],
      [
        'pinyin above the text',
        [
          p(
            `${run('甲')}<w:r><w:ruby><w:rt>${run('yi')}</w:rt><w:rubyBase>${run('乙')}</w:rubyBase></w:ruby></w:r>${run('丙')}`,
          ),
        ],
        ['甲乙丙'],
      ],
      [
        'a table of contents that is a field',
        [
          p(
            `${field('begin')}<w:r><w:instrText> TOC \\o "1-2" </w:instrText></w:r>${field('separate')}${run('一、回顾')}<w:r><w:tab/></w:r>${run('3')}`,
          ),
          p(`${field('begin')}<w:r><w:instrText>PAGEREF a</w:instrText></w:r>${field('end')}${run('二、安排 9')}`),
          p(field('end')),
          p(run('正文')),
        ],
        ['正文'],
      ],
      [
        'comments',
        [
          p(
            `<w:commentRangeStart w:id="0"/>${run('正文')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
          ),
        ],
        ['正文'],
      ],
      [
        'raised numbers, which are notes behind a word and powers behind a letter',
        [
          p(
            `${run('推行“田长制”')}${run('1', '<w:vertAlign w:val="superscript"/>')}${run('，5km')}${run('2', '<w:vertAlign w:val="superscript"/>')}`,
          ),
        ],
        ['推行“田长制”[1]，5km2'],
      ],
    ])('shows what a reader sees: %s', async (_what, body, expected) => {
      const comments = `<w:comment w:id="0">${p(run('批注'))}</w:comment>`;
      expect(await linesOf(await docx(body.join(''), { numbering: LISTS, comments }))).toEqual(expected);
    });

    it('keeps the text of a box once', async () => {
      const spaces =
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
      const content = `<w:txbxContent>${p(run('框中'))}</w:txbxContent>`;
      const box = `<w:r><mc:AlternateContent ${spaces}><mc:Choice Requires="wps"><w:drawing>${content}</w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
      const lines = await linesOf(await docx(p(`${run('正文')}${box}${run('。')}`)));
      expect(typeof lines === 'string' ? lines : lines.join('').match(/框中/g)).toHaveLength(1);
    });

    it('marks openings that only their typeface or their style makes stand out', async () => {
      const font = (name: string): string => `<w:rFonts w:eastAsia="${name}"/>`;
      const rest = run('全年地区生产总值增长6%，各项事业取得新的进展。', font('仿宋_GB2312'));
      const styles = `<w:docDefaults><w:rPrDefault><w:rPr>${font('宋体')}</w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:styleId="k"><w:name w:val="小标题"/><w:rPr>${font('楷体')}</w:rPr></w:style>
<w:style w:type="character" w:styleId="s"><w:name w:val="要点"/><w:rPr><w:b/></w:rPr></w:style>`;
      const body = [
        p(`${run('夯实基础。', font('黑体'))}${rest}`),
        p(run('优化环境'), '<w:pStyle w:val="k"/>'),
        p(`${run('改善民生。', '<w:rStyle w:val="s"/>')}${rest}`),
        p(`${run('其他。', `${font('黑体')}<w:b w:val="0"/>`)}${rest}`),
      ];
      expect((await linesOf(await docx(body.join(''), { styles }))).slice(0, 4)).toEqual([
        `**夯实基础。**全年地区生产总值增长6%，各项事业取得新的进展。`,
        '**优化环境**',
        `**改善民生。**全年地区生产总值增长6%，各项事业取得新的进展。`,
        `其他。全年地区生产总值增长6%，各项事业取得新的进展。`,
      ]);
    });
  });

  it.each([
    ['empty', new Uint8Array()],
    ['corrupt', new TextEncoder().encode('PK but no archive at all')],
    ['corrupt', new TextEncoder().encode('a text with the wrong ending')],
    ['old', compound('WordDocument')],
    ['encrypted', compound('EncryptedPackage')],
  ])('that is %s says so', async (problem, bytes) => {
    expect(await linesOf(bytes)).toBe(problem);
  });

  it('cut off in the middle, without its text or with broken XML says that it is damaged', async () => {
    const whole = await docx(paragraph('正文'));
    expect(await linesOf(whole.subarray(0, whole.length / 2))).toBe('corrupt');
    expect(await linesOf(await docx('<w:p><w:r>'))).toBe('corrupt');
    expect(await linesOf(await new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' }))).toBe('corrupt');
  });

  it('without text says so', async () => {
    expect(await linesOf(await docx('<w:p/>'))).toBe('empty');
  });

  it('that swells when it is unpacked is given up', async () => {
    const bytes = await docx(' '.repeat(2_000_000));
    await expect(convertDocx(bytes, 1_000_000)).rejects.toThrow(new ProblemError('huge'));
  });
});

/** A file in the container of old office programs that names one stream. */
function compound(stream: string): Uint8Array {
  const name = Array.from(stream).flatMap((letter) => [letter.charCodeAt(0), 0]);
  return Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(512).fill(0),
    ...name,
    0,
    0,
  ]);
}
