import { describe, expect, it } from 'vitest';
import type { ListedPage } from '../../server/src/lsp/writingProtocol';
import { openFromPage, pageHtml } from './pageHtml';

const place = {
  uri: 'file:///w/%E7%A8%BF.md',
  range: { start: { line: 5, character: 2 }, end: { line: 5, character: 9 } },
};
const page: ListedPage = {
  title: '两稿比较',
  notes: ['旧<稿>.md → 新稿.md'],
  tables: [
    {
      title: '数据 1',
      head: ['名称', '行'],
      rows: [[[{ text: '地区生产总值 & <b>', place: null }], [{ text: '6', place }]]],
    },
  ],
};
const html = pageHtml(page, { language: 'zh-cn', nonce: 'n0nce', hint: (words) => `打开“${words}”` });

describe('pageHtml', () => {
  it('leads from a cell to its place by the one command that it may run', () => {
    const address = /<a href="command:([^?]+)\?([^"]+)" title="打开“6”" aria-label="打开“6”">6<\/a>/.exec(html);
    expect(address?.[1]).toBe(openFromPage);
    expect(JSON.parse(decodeURIComponent(address?.[2] ?? ''))).toEqual([place]);
    expect(html.match(/<a /g)).toHaveLength(1);
  });

  it('has no script and takes nothing of a report for markup', () => {
    expect(html).not.toMatch(/<script|<b>|旧<稿>|https?:/);
    expect(html).toContain('<td>地区生产总值 &amp; &lt;b&gt;</td>');
    expect(html).toContain('default-src &#39;none&#39;; style-src &#39;nonce-n0nce&#39;');
    expect(html).toContain('<style nonce="n0nce">');
  });

  it('names its columns and its language', () => {
    expect(html).toContain('<html lang="zh-cn">');
    expect(html).toContain('<th scope="col">名称</th>');
    expect(html).toContain('<h2>数据 1</h2>');
  });
});
