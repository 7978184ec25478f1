import { readFile } from 'node:fs/promises';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../core/analysis';
import { convertHtml } from './html';

/** The made-up report of the fixtures on pages built as sites of governments build them. */

const source = await readFile(new URL('../../../test/fixtures/import/source.md', import.meta.url), 'utf8');
const blocks = source.trim().split('\n\n');
const body = blocks.slice(1);

const gb18030 = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'gb18030');

function factsOf(text: string) {
  const { report, statements, uses } = createAnalyser().analyse(text);
  return {
    info: report.info,
    headings: report.headings.map(({ level, number, title }) => ({ level, number, title })),
    glossary: report.glossary.map(({ number, term, definition }) => ({ number, term, definition })),
    uses: uses.map((found) => found.length),
    statements: statements.map(({ indicator, role, year, bound, min, max, unit }) => {
      return { indicator, role, year, bound, min, max, unit };
    }),
  };
}

const plain = (block: string): string => block.replace(/^#+ /, '').replaceAll('**', '');

function table(block: string, cell: (text: string) => string): string {
  const rows = block.split('\n').filter((row) => !row.includes('---'));
  const cells = rows.map((row) => row.split('|').slice(1, -1));
  return `<table>${cells.map((row) => `<tr>${row.map((text) => `<td>${cell(text.trim())}</td>`).join('')}</tr>`).join('')}</table>`;
}

const each = (render: (text: string) => string, cell = (text: string): string => text): string =>
  body.map((block) => (block.startsWith('|') ? table(block, cell) : render(plain(block)))).join('\n');

const menu =
  '<ul><li><a href="/1">首页</a></li><li><a href="/2">政务公开</a></li><li><a href="/3">互动交流</a></li></ul>';

const PAGES: readonly (readonly [name: string, encoding: string, page: string])[] = [
  [
    'breaks between paragraphs, in one font element, between nested tables',
    'gb18030',
    `<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><title>杉岭县政府网</title></head><body>
<table width=960><tr><td>${menu}</td></tr><tr><td><table><tr><td align=center><b>政府工作报告</b></td></tr>
<tr><td>作者：　　来源：县政府办　　日期：2025-01-20　　点击数：<script>document.write(1)</script></td></tr>
<tr><td><font size=3>${each((text) => `&nbsp;&nbsp;&nbsp;&nbsp;${text}<br><br>`)}</font></td></tr>
<tr><td align=right>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</td></tr></table></td></tr>
<tr><td>版权所有：杉岭县人民政府　技术支持：县信息中心　ICP备00000000号</td></tr></table></body></html>`,
  ],
  [
    'paragraphs with wide blanks, a bar of tools and a share bar inside of the text',
    'utf-8',
    `<!DOCTYPE html><html><head><meta charset="utf-8"><meta name="ArticleTitle" content="政府工作报告"></head><body>
<div id="header">${menu}</div><div class="wzy"><h1>政府工作报告</h1>
<div class="xx"><span>发布日期：2025-01-20 09:30</span><span>来源：县政府办公室</span><span>浏览次数：<em>356</em></span>
<span>字号：[<a onclick="a()">大</a>][<a onclick="b()">中</a>][<a onclick="c()">小</a>]</span><a>打印</a></div>
<div class="TRS_Editor">${each(
      (text) => `<p align="justify">　　${text}</p>`,
      (text) => `<p>　${text}</p>`,
    )}
<p style="text-align:right">（责任编辑：某某）</p></div>
<div class="bdsharebuttonbox">分享到：<a href="#">微信</a><a href="#">微博</a></div>
<div>上一篇：<a href="/4">杉岭县2024年国民经济和社会发展统计公报</a></div><div>下一篇：<a href="/5">杉岭县部署春季造林工作</a></div>
<div>扫一扫在手机打开当前页</div></div><div class="foot">主办单位：杉岭县人民政府　网站标识码：0000000000</div></body></html>`,
  ],
  [
    'what Word saved as a page, each run in a span and every line broken at a width',
    'gb18030',
    `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta charset=gb2312><style>p.MsoNormal {margin:0}</style></head><body lang=ZH-CN>
<div class=WordSection1><p class=MsoNormal align=center><b><span lang=ZH-CN>政府工作报告</span></b></p>
${each(
  (text) =>
    `<p class=MsoNormal style='text-indent:32.0pt'><span\nlang=ZH-CN style='font-family:仿宋_GB2312'>${text.replace(/(.{18})(?![\da-z])/gi, '$1\n')}</span><span\nlang=EN-US><o:p></o:p></span></p>`,
  (text) => `<p class=MsoNormal><span lang=ZH-CN>${text}</span></p>`,
)}
<p class=MsoNormal><span lang=EN-US><o:p>&nbsp;</o:p></span></p></div></body></html>`,
  ],
  [
    'divisions instead of paragraphs, bold headings and a menu beside the text',
    'utf-8',
    `<html><head><meta charset="utf-8"></head><body><header>${menu}</header><div class="wrap"><div class="fl"><h3>信息公开目录</h3>${menu}</div>
<div class="fr"><div class="tit">政府工作报告</div><div class="info">索引号：000/2025-00001　主题分类：综合政务　发文日期：2025年1月20日</div>
<div class="con">${each((text) => `<div><span style="font-size:16pt">${/^[一二三（]/.test(text) ? `<strong>${text}</strong>` : text}</span></div><div><br></div>`)}</div>
<div class="erweima"><img alt="二维码">扫一扫在手机打开当前页</div></div></div></body></html>`,
  ],
];

describe('a page with', () => {
  it.each(PAGES)('%s (%s) says what its source says', (_name, encoding, page) => {
    const text = convertHtml(iconv.encode(page, encoding), gb18030);
    expect(factsOf(text)).toEqual(factsOf(source));
    for (const noise of ['首页', '打印', '关闭窗口', '分享', '扫一扫', '上一篇', '浏览次数', '网站标识码']) {
      expect.soft(text).not.toContain(noise);
    }
  });
});
