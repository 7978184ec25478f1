import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import type { FontLook } from './faces';
import { fontLook } from './faces';
import type { Looked } from './pdf-faces';
import { withWeights } from './pdf-faces';

describe('the name of a font', () => {
  it.each([
    ['ABCDEF+SimHei', 'sans', false],
    ['FZHTK--GBK1-0', 'sans', false],
    ['KaiTi_GB2312', 'script', false],
    ['STKaiti', 'script', false],
    ['FZKTK--GBK1-0', 'script', false],
    ['BAAAAA+FangSong_GB2312,Bold', 'text', true],
    ['STFangsong', 'text', false],
    ['FZXBSJW--GB1-0', 'other', true],
    ['方正小标宋简体', 'other', true],
    ['NotoSerifCJKjp-Bold-VKana', 'text', true],
    ['SourceHanSansCN-Regular', 'sans', false],
    ['TimesNewRomanPS-BoldMT', 'other', true],
    ['F1', 'other', false],
    [iconv.encode('仿宋_GB2312', 'gbk').toString('latin1'), 'text', false],
    [Buffer.from('楷体').toString('latin1'), 'script', false],
  ])('%s tells of %s, bold: %s', (name, face, bold) => {
    expect(fontLook(name)).toEqual({ face, bold });
  });
});

describe('what stands out', () => {
  const weights = (...parts: readonly (readonly [string, FontLook])[]): boolean[] => {
    const fragments = parts.map(([text, look]): Looked => ({
      text,
      look,
      x: 0,
      y: 0,
      width: 0,
      size: 16,
      bold: false,
    }));
    return withWeights([{ width: 600, height: 800, fragments }]).flatMap((page) =>
      page.fragments.map(({ bold }) => bold),
    );
  };
  const text = '过去一年各项事业取得新的进展'.repeat(3);
  const [song, hei, kai, plain] = ['SimSun', 'SimHei', 'KaiTi', 'F1'].map(fontLook);

  it('is bold, and the typefaces of headings in a text of another one', () => {
    if (!song || !hei || !kai || !plain) throw new Error('no looks');
    const heavy = { ...song, bold: true };
    expect(weights([text, song], ['一', hei], ['二', kai], ['三', heavy])).toEqual([false, true, true, true]);
    expect(weights([text, hei], ['一', song], ['二', kai], ['三', heavy])).toEqual([false, false, false, true]);
    expect(weights([text, plain], ['一', hei], ['二', kai])).toEqual([false, true, false]);
    expect(weights([text, kai], ['一', hei])).toEqual([false, true]);
    expect(weights([text, heavy], ['一', hei])).toEqual([false, true]);
  });
});
