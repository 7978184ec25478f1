import { describe, expect, test } from 'vitest';
import { createNearFinder } from './near';

const finder = createNearFinder(() =>
  [
    { text: '坚持以农兴业为根本的发展思路', accepted: ['坚持以农兴业为基础的发展思路'] },
    { text: '青禾特色休闲街区', accepted: [] },
    { text: '新时代“禾乡经验”', accepted: [] },
  ].map((wording) => ({ ...wording, row: wording.text })),
);

const near = (text: string) => finder.find(text).map(({ words, right }) => `${words}>${right}`);

describe('a stretch near a wording', () => {
  test.each([
    [
      'has a place changed',
      '要坚持以农兴业为支柱的发展思路，',
      '坚持以农兴业为支柱的发展思路>坚持以农兴业为根本的发展思路',
    ],
    ['lacks characters', '要坚持以农兴业为根本发展思路，', '坚持以农兴业为根本发展思路>坚持以农兴业为根本的发展思路'],
    ['has its words in another order', '建成青禾休闲特色街区2条', '青禾休闲特色街区>青禾特色休闲街区'],
    ['has its quotation marks elsewhere', '推广新时代“禾乡”经验。', '新时代“禾乡”经验>新时代“禾乡经验”'],
    ['has all of itself quoted', '推广“新时代禾乡经验”。', '“新时代禾乡经验”>新时代“禾乡经验”'],
  ])('%s', (_what, text, expected) => {
    expect(near(text)).toEqual([expected]);
  });

  test.each([
    ['is the wording itself', '坚持以农兴业为根本的发展思路，建成青禾特色休闲街区，推广新时代“禾乡经验”。'],
    ['is in good use', '坚持以农兴业为基础的发展思路。'],
    ['is a part of it', '以农兴业为根本，发展思路更加清晰。'],
    ['is something else', '坚持以工兴业为重点、以商活市为补充的思路。'],
    ['has none of its quotation marks', '推广新时代禾乡经验。'],
    ['stands in a longer quotation', '会议强调：“推广新时代禾乡经验，建好街区。”'],
  ])('is none where it %s', (_what, text) => {
    expect(near(text)).toEqual([]);
  });
});

describe('the quick look', () => {
  const wordings = [
    '坚持以农兴业为根本的发展思路',
    '青禾特色休闲街区',
    '持续推进河湖长制落地见效',
    '农业农村优先发展方针',
  ];
  const finders = createNearFinder(() => wordings.map((text) => ({ text, accepted: [], row: text })));

  test.each(wordings)('misses no place of %s where one character is lost or changed', (wording) => {
    for (let at = 2; at < wording.length - 2; at++) {
      for (const changed of [
        wording.slice(0, at) + wording.slice(at + 1),
        `${wording.slice(0, at)}啊${wording.slice(at + 1)}`,
      ]) {
        const text = `我们要${changed}，久久为功。`;
        if (finders.find(text).length > 0) expect(finders.next(text, 0)).toBeGreaterThanOrEqual(0);
        if (wording.length >= 8) expect(finders.find(text).map(({ right }) => right)).toEqual([wording]);
      }
    }
  });

  test('passes over a text that has nothing of the kind', () => {
    expect(finders.next('全区上下齐心协力，各项工作取得新的进展。', 0)).toBe(-1);
  });
});
