import { describe, expect, it } from 'vitest';
import { byUse } from './order';

const names = (documents: readonly string[], ...open: Parameters<typeof byUse>[1]): string[] =>
  byUse(
    documents.map((name) => `file:///a/${encodeURIComponent(name)}`),
    open,
  ).map((uri) => decodeURIComponent(uri.slice('file:///a/'.length)));

describe('documents that wait to be read', () => {
  const all = [
    '临溪县2025年报告.docx',
    '青禾区2023.docx',
    '青禾区2025.pdf',
    '青禾区2025.docx',
    '青禾区2024.html',
    '材料.docx',
  ];

  it('come by their use for the draft: the newest precedent first, neighbours last', () => {
    expect(names([...all, '青禾区2026.docx'], { issuer: '青禾区', planYear: 2026 })).toEqual([
      ...['青禾区2025.docx', '青禾区2025.pdf', '青禾区2024.html', '材料.docx', '青禾区2023.docx'],
      ...['青禾区2026.docx', '临溪县2025年报告.docx'],
    ]);
  });

  it('come by the latest of the reports that are open', () => {
    const [first] = names(all, { issuer: '青禾区', planYear: 2024 }, { issuer: '青禾区', planYear: 2025 });
    expect(first).toBe('青禾区2024.html');
  });

  it('come by their years alone when nothing is open', () => {
    expect(names(all)[0]).toBe('临溪县2025年报告.docx');
    expect(names(all).at(-1)).toBe('青禾区2023.docx');
    expect(names(['乙.docx', '甲.pdf', '甲.docx'])).toEqual(['乙.docx', '甲.docx', '甲.pdf']);
  });

  it('may have their year and their place in the name of the folder', () => {
    const found = byUse(
      ['/邻区/临溪县/a.docx', '/2024/a.docx', '/2025/b.docx'],
      [{ issuer: '青禾区', planYear: 2026 }],
    );
    expect(found).toEqual(['/2025/b.docx', '/2024/a.docx', '/邻区/临溪县/a.docx']);
  });
});
