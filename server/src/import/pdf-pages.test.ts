import { describe, expect, it } from 'vitest';
import type { Fragment, Page } from './pdf-lines';
import { readPages } from './pdf-pages';

const SIZE = 16;
const LEFT = 80;
/** Characters in a full line. */
const FULL = 28;

/** A page whose lines stand from its top down; `at` is the indentation in characters. */
function page(...lines: readonly (readonly [text: string, at?: number, size?: number])[]): Page {
  const fragments = lines.map(([text, at = 0, size = SIZE], i): Fragment => {
    return { text, x: LEFT + at * SIZE, y: 700 - i * 28, width: text.length * size, size, bold: false };
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

  it('are known by their indent where most paragraphs are one line long', () => {
    const short = (mark: string) => [`${mark}稳中有进。`, 2] as const;
    const lines = page(
      ...['甲', '乙', '丙', '丁', '戊', '己'].map(short),
      [full('庚', 2), 2],
      ['完。'],
      [full('辛', 2).replace(/.$/, '。'), 2],
      short('壬'),
    );
    expect(textOf(lines).map((text) => text.charAt(0))).toEqual(Array.from('甲乙丙丁戊己庚辛壬'));
  });

  it('that hang below a number are no paragraphs', () => {
    const items = ['1.', '2.', '3.'].flatMap((number) => [
      [full(`${number}项目`), 0] as const,
      [full('厂房', 2), 2] as const,
      [full('道路', 2), 2] as const,
      ['完。', 2] as const,
    ]);
    expect(textOf(page(...items))).toEqual(
      ['1.', '2.', '3.'].map((number) => `${full(`${number}项目`)}${full('厂房', 2)}${full('道路', 2)}完。`),
    );
  });

  it('lose page numbers and running heads', () => {
    const pages = [1, 2, 3].map((number): Page => {
      const body = page([full(`第${'一二三'[number - 1] ?? ''}页`)], ['完。']);
      const head: Fragment = { text: '青禾区人大会议文件', x: 200, y: 800, width: 90, size: 10, bold: false };
      const foot: Fragment = { text: `— ${String(number)} —`, x: 260, y: 40, width: 40, size: 10, bold: false };
      return { ...body, fragments: [head, ...body.fragments, foot] };
    });
    expect(textOf(...pages)).toEqual(['一', '二', '三'].map((one) => `${full(`第${one}页`)}完。`));
  });

  it('know raised numbers from powers and figures', () => {
    const base = page([full('推行')]);
    const mark = (text: string, x: number): Fragment => ({ text, x, y: 706, width: 6, size: 9, bold: false });
    const line: Page = {
      ...base,
      fragments: [
        { text: '推行“田长制”', x: 80, y: 700, width: 112, size: SIZE, bold: false },
        mark('1', 192),
        { text: '，新增5km', x: 198, y: 700, width: 90, size: SIZE, bold: false },
        mark('2', 288),
        { text: '。', x: 294, y: 700, width: 16, size: SIZE, bold: false },
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
      cells.map((text, i) => ({ text, x: 90 + i * 150, y, width: text.length * SIZE, size: SIZE, bold: false }));
    const table: Page = {
      ...page(),
      fragments: [...row(700, '指标', '目标'), ...row(670, '粮食产量', '3亿斤'), ...row(640, '就业', '3000人')],
    };
    expect(textOf(table)).toEqual(['[["指标","目标"],["粮食产量","3亿斤"],["就业","3000人"]]']);
  });

  it('mark what stands out at the beginning of a paragraph, over two lines too', () => {
    const line = (y: number, at: number, ...parts: readonly (readonly [string, boolean])[]): Fragment[] => {
      let x = LEFT + at * SIZE;
      return parts.map(([text, bold]) => {
        const part = { text, x, y, width: text.length * SIZE, size: SIZE, bold };
        x += part.width;
        return part;
      });
    };
    const one: Page = {
      ...page(),
      fragments: [
        ...line(700, 2, ['聚力抓', true], ['5G', false], ['项目', true], ['。', false], ['新'.padEnd(18, '建'), false]),
        ...line(672, 0, ['厂房', false], ['两', true], ['座。', false]),
        ...line(644, 2, ['优'.padEnd(26, '化'), true]),
        ...line(616, 0, ['环境。', true], ['全年'.padEnd(25, '办'), false]),
        ...line(588, 0, ['结。', false]),
        ...line(560, 2, ['一', true], ['是办好实事。', false]),
      ],
    };
    expect(textOf(one)).toEqual([
      `**聚力抓5G项目**。${'新'.padEnd(18, '建')}厂房两座。`,
      `**${'优'.padEnd(26, '化')}环境。**${'全年'.padEnd(25, '办')}结。`,
      '一是办好实事。',
    ]);
  });

  it('that are printed twice stand there once and stand out', () => {
    const [first] = page(['聚力抓项目。', 2]).fragments;
    const shadow = first && { ...first, x: first.x + 0.4 };
    const one = { ...page(), fragments: [first, shadow].filter((part) => part !== undefined) };
    expect(textOf(one)).toEqual(['**聚力抓项目。**']);
  });

  it('that begin with a mark, or at the edge in the middle of a sentence, go on', () => {
    const begin = [full('过去一年，', 2), 2] as const;
    const text = textOf(
      page(begin, [full('各项事业')], [full('都').slice(0, 20)], ['%，', 0], ['取得进展。'], begin, ['完。']),
    );
    expect(text).toEqual([
      `${full('过去一年，', 2)}${full('各项事业')}${full('都').slice(0, 20)}%，取得进展。`,
      `${full('过去一年，', 2)}完。`,
    ]);
  });

  it('join a word that was parted and lose the blanks of stretched lines', () => {
    const words = textOf(
      page([`${full('建成 数 据 中 心', 2).slice(0, -8)}Informa-`, 2], ['tion平台。'], [full('同时，', 2), 2]),
    );
    expect(words[0]).toContain('Information平台。');
    const stretched = [full('过去', 2), 2] as const;
    expect(textOf(page(stretched, [full('建 成 零 部 件')], [full('中心，')], ['完。'], stretched))[0]).toContain(
      '建成零部件',
    );
  });

  it('are none on empty pages', () => {
    expect(readPages([{ width: 600, height: 800, fragments: [] }])).toEqual({ pieces: [], notes: [] });
  });
});

describe('columns', () => {
  const small = 10;
  const wide = 14;
  /** Two columns of text beside each other: paragraphs of three lines, the first one indented. */
  const columns = (lefts: readonly number[], lines: number, shift = 0): Fragment[] =>
    lefts.flatMap((left, k) =>
      Array.from({ length: lines }, (_, i): Fragment => {
        const indent = i % 3 === 0 ? 2 : 0;
        const mark = `${'甲乙丙'[k] ?? ''}${String.fromCharCode(97 + Math.floor(i / 3))}`;
        const text = i % 3 === 2 ? '完。' : (i % 3 === 0 ? mark : '').padEnd(wide - indent, '字');
        return {
          ...{ text, x: left + indent * small, y: 700 - i * 16 - k * shift, width: text.length * small, size: small },
          bold: false,
        };
      }),
    );
  const paragraph = (mark: string): string => `${mark.padEnd(wide - 2, '字')}${'字'.repeat(wide)}完。`;
  const newspaper = (fragments: readonly Fragment[]): Page => ({ width: 600, height: 840, fragments });
  const headline: Fragment = { text: '政府工作报告', x: 252, y: 760, width: 96, size: 16, bold: true };

  it.each([0, 7])('are read one after another (lines %i points beside each other)', (shift) => {
    const text = textOf(newspaper([headline, ...columns([100, 260], 18, shift)]));
    const all = ['甲', '乙'].flatMap((one) => ['a', 'b', 'c', 'd', 'e', 'f'].map((two) => paragraph(one + two)));
    expect(text).toEqual(['政府工作报告', ...all]);
  });

  it('may be three, with the headline above the middle one', () => {
    const text = textOf(newspaper([headline, ...columns([70, 230, 390], 18)]));
    const all = ['甲', '乙', '丙'].flatMap((one) => ['a', 'b', 'c', 'd', 'e', 'f'].map((two) => paragraph(one + two)));
    expect(text).toEqual(['政府工作报告', ...all]);
  });

  it('may hold short paragraphs that seldom fill a line', () => {
    const side = (left: number, mark: string): Fragment[] =>
      Array.from({ length: 12 }, (_, i): Fragment => {
        const text = `${mark}${String.fromCharCode(97 + i)}，`.padEnd(i % 3 === 0 ? wide - 3 : 8, '字') + '。';
        return { text, x: left + 2 * small, y: 700 - i * 16, width: text.length * small, size: small, bold: false };
      });
    const text = textOf(newspaper([...side(100, '甲'), ...side(260, '乙')]));
    expect(text.join('').match(/[甲乙][a-l]/g)).toEqual(
      ['甲', '乙'].flatMap((one) => Array.from('abcdefghijkl', (two) => one + two)),
    );
  });

  it('go on over pages with few lines in them', () => {
    const full = newspaper(columns([100, 260], 18));
    const last = newspaper(columns([100, 260], 4));
    const begun = newspaper(columns([100], 3));
    const text = textOf(full, full, last, begun).slice(-5);
    expect(text).toEqual([
      paragraph('甲a'),
      `甲b`.padEnd(wide - 2, '字'),
      paragraph('乙a'),
      `乙b`.padEnd(wide - 2, '字'),
      paragraph('甲a'),
    ]);
    // Such a page alone does not tell columns from a table.
    expect(textOf(last)).not.toContain(paragraph('乙a'));
  });

  it('are none where a table or indented text stands', () => {
    const rows = Array.from({ length: 12 }, (_, i) => 700 - i * 20);
    const cell = (text: string, x: number, y: number): Fragment => ({
      ...{ text, x, y, width: text.length * small, size: small, bold: false },
    });
    const table = rows.flatMap((y, i) => [
      cell(`指标${'甲乙丙丁'.slice(0, (i % 4) + 1)}`, 100, y),
      cell(`增长${String(i)}%${'以上'.repeat(i % 3)}`, 300, y),
    ]);
    expect(readPages([newspaper(table)]).pieces.map(({ kind }) => kind)).toEqual(['table']);
    expect(
      textOf(page(...rows.map((_, i) => [full('文', i % 2 === 0 ? 2 : 0), i % 2 === 0 ? 2 : 0] as const))),
    ).toHaveLength(6);
  });
});
