import { describe, expect, test } from 'vitest';
import { createNearFinder } from './near';

const finder = createNearFinder(
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
