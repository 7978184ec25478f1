import { describe, expect, it } from 'vitest';
import { mendRadicals } from './radicals';

describe('mendRadicals', () => {
  it.each([
    ['⼯业⽣产⻓效', '工业生产长效'],
    ['⻰⻦⻥⻢⻋⻜⻛', '龙鸟鱼马车飞风'],
    // Normalisation would make 戶 of it, which no simplified text has.
    ['3650⼾', '3650户'],
    ['⺟⼥⺠⻘⻩', '母女民青黄'],
    ['没有部首', '没有部首'],
  ])('reads %s as %s', (text, expected) => {
    expect(mendRadicals(text)).toBe(expected);
  });

  it('leaves no radical that stands for a character, and keeps the length', () => {
    const all = Array.from({ length: 0x2fd6 - 0x2f00 }, (_, i) => String.fromCharCode(0x2f00 + i)).join('');
    const mended = mendRadicals(all);
    expect(mended).not.toMatch(/[\u2f00-\u2fd5]/);
    expect(mended).toHaveLength(all.length);
  });
});
