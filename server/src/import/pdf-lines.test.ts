import { describe, expect, it } from 'vitest';
import type { Fragment, Page } from './pdf-lines';
import { readPages } from './pdf-lines';

const SIZE = 16;
const LEFT = 80;
/** Characters in a full line. */
const FULL = 28;

/** A page whose lines stand from its top down; `at` is the indentation in characters. */
function page(...lines: readonly (readonly [text: string, at?: number, size?: number])[]): Page {
  const fragments = lines.map(([text, at = 0, size = SIZE], i): Fragment => {
    return { text, x: LEFT + at * SIZE, y: 700 - i * 28, width: text.length * size, size };
  });
  return { width: LEFT * 2 + FULL * SIZE, height: 840, fragments };
}

/** A line of text as long as the page allows. */
function full(begin: string, at = 0): string {
  return begin.padEnd(FULL - at, '字');
}

function textOf(...pages: readonly Page[]): string[] {
  return readPages(pages).pieces.map((piece) => (piece.kind === 'table' ? JSON.stringify(piece.rows) : piece.text));
}

describe('the lines of a PDF', () => {
  it('are joined into indented paragraphs, over the end of a page too', () => {
    const first = page(
      ['一、回顾', 2],
      [full('过去一年，', 2), 2],
      [full('各项事业')],
      ['取得进展。'],
      [full('同时，', 2), 2],
    );
    const second = page(['也有不足。'], ['二、安排', 2]);
    expect(textOf(first, second)).toEqual([
      '一、回顾',
      `${full('过去一年，', 2)}${full('各项事业')}取得进展。`,
      `${full('同时，', 2)}也有不足。`,
      '二、安排',
    ]);
  });

  it('are joined by their length where nothing is indented', () => {
    const lines = page(
      [full('过去一年，')],
      [full('各项事业')],
      ['取得进展。'],
      [full('同时，')],
      ['也有不足。'],
      [full('完。')],
    );
    expect(textOf(lines)).toEqual([
      `${full('过去一年，')}${full('各项事业')}取得进展。`,
      `${full('同时，')}也有不足。`,
      full('完。'),
    ]);
  });

  it('lose page numbers and running heads', () => {
    const pages = [1, 2, 3].map((number): Page => {
      const body = page([full(`第${'一二三'[number - 1] ?? ''}页`)], ['完。']);
      const head: Fragment = { text: '青禾区人大会议文件', x: 200, y: 800, width: 90, size: 10 };
      const foot: Fragment = { text: `— ${String(number)} —`, x: 260, y: 40, width: 40, size: 10 };
      return { ...body, fragments: [head, ...body.fragments, foot] };
    });
    expect(textOf(...pages)).toEqual(['一', '二', '三'].map((one) => `${full(`第${one}页`)}完。`));
  });

  it('know raised numbers from powers and figures', () => {
    const base = page([full('推行')]);
    const mark = (text: string, x: number): Fragment => ({ text, x, y: 706, width: 6, size: 9 });
    const line: Page = {
      ...base,
      fragments: [
        { text: '推行“田长制”', x: 80, y: 700, width: 112, size: SIZE },
        mark('1', 192),
        { text: '，新增5km', x: 198, y: 700, width: 90, size: SIZE },
        mark('2', 288),
        { text: '。', x: 294, y: 700, width: 16, size: SIZE },
      ],
    };
    expect(textOf(line)).toEqual(['推行“田长制”[1]，新增5km2。']);
  });

  it('become notes at the foot of pages, numbered on', () => {
    const note = (text: string): readonly [string, number, number] => [text, 0, 10];
    const first = page([full('推行“田长制”[1]')], ['完。'], note('1 “田长制”：指逐级'), note('负责。'));
    const second = page([full('推行“河长制”[1]')], ['完。'], note('1“河长制”：指分段管护。'));
    const { pieces, notes } = readPages([first, second]);
    expect(notes).toEqual([
      { label: '1', text: '“田长制”：指逐级负责。' },
      { label: '2', text: '“河长制”：指分段管护。' },
    ]);
    expect(pieces.map((piece) => (piece.kind === 'table' ? '' : piece.text.slice(0, 10)))).toEqual([
      '推行“田长制”[1]',
      '推行“河长制”[2]',
    ]);
  });

  it('are rows of a table where gaps part them', () => {
    const row = (y: number, ...cells: readonly string[]): Fragment[] =>
      cells.map((text, i) => ({ text, x: 90 + i * 150, y, width: text.length * SIZE, size: SIZE }));
    const table: Page = {
      ...page(),
      fragments: [...row(700, '指标', '目标'), ...row(670, '粮食产量', '3亿斤'), ...row(640, '就业', '3000人')],
    };
    expect(textOf(table)).toEqual(['[["指标","目标"],["粮食产量","3亿斤"],["就业","3000人"]]']);
  });

  it('are none on empty pages', () => {
    expect(readPages([{ width: 600, height: 800, fragments: [] }])).toEqual({ pieces: [], notes: [] });
  });
});
