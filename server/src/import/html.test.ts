import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { convert } from './convert';
import { convertHtml } from './html';
import { ProblemError } from './problems';

const gb18030 = (bytes: Uint8Array): string => iconv.decode(Buffer.from(bytes), 'gb18030');

function linesOf(page: string, encoding = 'utf-8', addBOM = false): string[] {
  return convertHtml(iconv.encode(page, encoding, { addBOM }), gb18030)
    .split('\n')
    .filter((line) => line !== '');
}

const SENTENCE = '过去一年，全区上下同心协力，主要指标保持稳定增长，各项事业取得新的进展。';

describe('a web page', () => {
  it('gives the text and drops what stands around it', () => {
    const links =
      '<li><a href="/a">政务公开</a></li><li><a href="/b">办事服务</a></li><li><a href="/c">互动交流</a></li>';
    const page = `<html><body><div class="head"><ul>${links}</ul></div>
      <div class="main"><div class="left"><ul>${links}</ul></div><div class="right"><h1>政府工作报告</h1>
      <div><p>　　${SENTENCE}</p><div style="display:none">看不见的字</div><script>var a = '脚本';</script><p>${SENTENCE}</p></div>
      <div class="share">分享到：微信</div><div><a href="/1">${SENTENCE}</a><a href="/2">${SENTENCE}</a><a href="/3">另一篇</a></div></div></div>
      <footer>主办：青禾区人民政府</footer></body></html>`;
    expect(linesOf(page)).toEqual(['# 政府工作报告', SENTENCE, SENTENCE]);
  });

  it('takes the title from the page where the text has none', () => {
    const page = `<head><title>青禾区2025年政府工作报告-青禾区人民政府</title></head><body><div>${SENTENCE}</div></body>`;
    expect(linesOf(page)).toEqual(['# 青禾区2025年政府工作报告', SENTENCE]);
  });

  it.each([
    ['utf-8', '<meta charset="utf-8">', false],
    ['utf-8', '', false],
    ['utf-8', '<meta charset="gb2312">', false],
    ['utf-8', '<meta charset="gb2312">', true],
    ['gb18030', '<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', false],
    ['gb18030', '', false],
    ['utf-16le', '', true],
    ['big5', '<meta charset="big5">', false],
  ])('is read in %s with %s (mark: %s)', (encoding, meta, bom) => {
    const text = encoding === 'big5' ? '過去一年，各項事業取得新的進展。' : SENTENCE;
    expect(linesOf(`<html><head>${meta}</head><body><p>${text}</p></body></html>`, encoding, bom)).toEqual([text]);
  });

  it('reads line breaks of the page and not those of its source', () => {
    expect(
      linesOf('<p>全年地区生产总值\n   增长6%左右。<br>　　城镇新增\r\n就业3000人；GDP \n per capita。</p>'),
    ).toEqual(['全年地区生产总值增长6%左右。', '城镇新增就业3000人；GDP per capita。']);
  });

  it('keeps headings, bold openings, lists and tables', () => {
    const page = `<div><h2>一、<b>回顾</b></h2><p><strong>一要</strong><span style="font-weight: 700">抓产业。</span>${SENTENCE}</p>
      <ol start="3"><li>新建学校</li><li>改造管网</li></ol><ul><li>其他</li></ul>
      <table><tr><th>指标</th><th>目标</th></tr><tr><td><p>粮食产量</p></td><td>3亿斤</td></tr></table>
      <table><tr><td><p>版面表格里的一段。</p></td></tr></table></div>`;
    expect(linesOf(page)).toEqual([
      '## 一、回顾',
      `**一要抓产业。**${SENTENCE}`,
      '3. 新建学校',
      '4. 改造管网',
      '- 其他',
      '| 指标 | 目标 |',
      '| --- | --- |',
      '| 粮食产量 | 3亿斤 |',
      '版面表格里的一段。',
    ]);
  });

  it('keeps marks of notes apart from the numbers of the text, and powers as they are', () => {
    const page = `<p>推行“田长制”<a href="#n1"><sup>1</sup></a>，新增绿地2<sup>③</sup>处、5km<sup>2</sup>。${SENTENCE}</p>
      <p><a href="#r1">1</a>“田长制”：指逐级负责的制度。</p>`;
    expect(linesOf(page)).toEqual([
      `推行“田长制”[1]，新增绿地2[3]处、5km2。${SENTENCE}`,
      '## 注释',
      '[1] “田长制”：指逐级负责的制度。',
    ]);
  });

  it.each([
    ['empty', '<html><body><script>1</script></body></html>'],
    ['empty', 'no Chinese at all'],
  ])('that is %s says so', (problem, page) => {
    expect(() => linesOf(page)).toThrow(new ProblemError(problem as 'empty'));
  });

  it('may be nested deeply, and beyond all measure does no harm', async () => {
    expect(linesOf('<div>'.repeat(200) + SENTENCE)).toEqual([SENTENCE]);
    const deep = new TextEncoder().encode('<div>'.repeat(6_000) + SENTENCE);
    expect(await convert('html', deep, { gb18030, pdf: null })).toEqual({ kind: 'problem', problem: 'corrupt' });
  });
});
